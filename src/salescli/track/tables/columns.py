"""Columns that several tables of tracking share."""

from salescli.table.column import Column

WEEK = Column(
    "周开始日期",
    "Week starting",
    hant="周開始日期",
    aliases=("周开始", "周一日期", "周次", "周起始日", "Week", "Week start", "Week of"),
)
SUBMITTED = Column(
    "提交时间",
    "Submitted",
    hant="提交時間",
    aliases=("上报时间", "填报时间", "Submitted at", "Submission time", "Submitted on"),
)
