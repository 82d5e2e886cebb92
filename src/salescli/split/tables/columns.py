"""Columns that several tables of a plan have."""

from salescli.table.column import Column, Unit
from salescli.words.language import Text


def worded(text: Text) -> Column:
    """A column that only the program fills in, under words that stand elsewhere too."""
    return Column(text.zh, text.en)


PERSON = Column(
    "销售员",
    "Salesperson",
    hant="銷售員",
    aliases=("业务员", "销售代表", "销售人员", "销售员姓名", "业务员姓名", "姓名", "Sales rep", "Person"),
)
REGION = Column("区域", "Region", hant="區域", aliases=("大区", "地区", "销售区域", "Area"))
PRODUCT = Column("产品线", "Product line", hant="產品線", aliases=("产品", "产品类别", "品类", "Product"))
EMPLOYEE = Column(
    "工号", "Employee ID", hant="工號", aliases=("员工编号", "员工号", "人员编号", "Staff ID", "Employee no")
)
MONTH = Column("月份", "Month", aliases=("月", "年月", "所属月份", "统计月份", "Period"))
PINNED = Column(
    "锁定目标",
    "Pinned target",
    hant="鎖定目標",
    aliases=("固定目标",),
    unit=Unit.CNY,
    help=Text("填写后原样保留，其余目标分剩下的部分", "Held exactly; the others share what is left"),
)
ACTUAL = Column(
    "累计实际",
    "Actual to date",
    hant="累計實際",
    aliases=("实际", "实际完成", "累计完成", "本月实际", "销售实际", "Actual"),
    unit=Unit.CNY,
)
COLLECTED = Column(
    "回款额", "Collected", hant="回款額", aliases=("回款", "回款金额", "已回款", "实际回款"), unit=Unit.CNY
)
TARGET = Column(
    "月度目标", "Monthly target", hant="月度目標", aliases=("目标", "本月目标", "销售目标", "Target"), unit=Unit.CNY
)
ACHIEVEMENT = Column(
    "达成率",
    "Achievement",
    hant="達成率",
    aliases=("完成率", "目标达成率", "Attainment"),
    unit=Unit.PERCENT,
    computed=True,
)
VARIANCE = Column("差额", "Variance", hant="差額", aliases=("差异",), unit=Unit.CNY, computed=True)
STATUS = Column("状态", "Status", hant="狀態", computed=True)
NOTE = Column("备注", "Note", hant="備註", aliases=("原因",), qualifier=Text("未达标原因", "why behind"))
LAST_YEAR = Column(
    "去年实际", "Last year", hant="去年實際", aliases=("去年实绩", "上年实际", "去年业绩", "上年业绩"), unit=Unit.CNY
)
