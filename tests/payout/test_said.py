"""What bears on the pay and is not worked out is said, never passed over."""

from pathlib import Path

from salescli.payout.run import payout
from tests.sheets import workbook

FIGURES = "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n| 华东 | 小张 | 100000 | 110000 |"
PLAN = """
| 激励层级 | 触发条件 | 激励方式 | 适用对象 | 审批人 |
| 达标奖 | ≥80% | 提成比例1.5% | 全体销售员 | 王总 |
"""
SCORES = "| 销售员 | 业绩指标(60%) | 过程指标(20%) | 能力指标(10%) | 团队协作(10%) |\n| 小张 | 95 | 90 | 85 | 90 |"


def test_a_column_of_the_plan_that_is_not_understood_is_a_warning(tmp_path: Path) -> None:
    figures = workbook(tmp_path / "m.xlsx", {"月度跟踪": FIGURES})
    plan = workbook(tmp_path / "p.xlsx", {"销售激励方案对照表": PLAN})
    warned = [item for item in payout(figures, plan).problems if item.code.name == "plan-column-unread"]
    assert [(item.severity.value, item.place.cell) for item in warned] == [("warning", "E1")]


def test_a_scorecard_that_took_no_part_is_a_warning(tmp_path: Path) -> None:
    figures = workbook(tmp_path / "m.xlsx", {"月度跟踪": FIGURES, "绩效评定表": SCORES})
    plan = workbook(tmp_path / "p.xlsx", {"销售激励方案对照表": PLAN})
    assert "scorecard-unused" in {item.code.name for item in payout(figures, plan).problems}
