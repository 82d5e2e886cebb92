"""The documents' own tables as workbooks, and the shortest way to pay by them."""

from pathlib import Path

from salescli.excel.intake import RunOptions
from salescli.measure.period import parse_period
from salescli.payout.person_pay import PersonPay
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.table.config import Config
from salescli.table.outcome import Outcome
from tests.sheets import workbook

MONTHLY = """
| 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) | 达成率(%) | 差额(元) | 备注(未达标原因) |
| 华东 | A产品 | *小张 | 800,000 | 840,000 | 105% | +40,000 | 超额完成，重点客户大额订单 |
| 华南 | B产品 | *小李 | 600,000 | 450,000 | 75% | -150,000 | 新客户转化率低，需培训支持 |
| 华北 | C产品 | *小王 | 300,000 | 330,000 | 110% | +30,000 | 新渠道拓展见效 |
"""
HEAD = "| 激励层级 | 触发条件(月度达成率) | 激励方式 | 适用对象 |\n"
BASIC = "| 基础达标奖 | ≥80% | 提成比例1.5% | 全体销售员 |\n"
PLAN = (
    HEAD
    + BASIC
    + "| 进阶激励奖 | ≥100% | 提成比例2%+额外奖金1000元 | 达成率≥100%的销售员 |\n"
    + "| 冲刺卓越奖 | ≥120% | 提成比例3%+额外奖金3000元 | 达成率≥120%的销售员 |\n"
    + "| 团队协作奖 | 区域整体达成率≥110% | 区域人均奖励500元 | 所在区域全体成员 |\n"
)
FIGURES = "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n"


def run(
    folder: Path,
    monthly: str = MONTHLY,
    plan: str = PLAN,
    *,
    output: Path | None = None,
    options: PayoutOptions = PayoutOptions(),  # noqa: B008  # frozen
    period: str | None = None,
    config: Config | None = None,
) -> Outcome[PayoutResult]:
    """Write both tables as workbooks and pay."""
    tracking = workbook(folder / "跟踪.xlsx", {"月度目标分解与跟踪表": monthly})
    incentive = workbook(folder / "方案.xlsx", {"销售激励方案对照表": plan})
    if period is not None:
        options = PayoutOptions(parse_period(period), options.mode, options.base)
    return payout(tracking, incentive, output, options=options, run=RunOptions(config=config or Config(), force=True))


def paid(outcome: Outcome[PayoutResult]) -> dict[str, PersonPay]:
    """Each person's pay by name; fails with the problems when there is none."""
    assert outcome.result is not None, [item.code.name for item in outcome.problems]
    return {one.person.name: one for one in outcome.result.people}


def codes(outcome: Outcome[PayoutResult]) -> list[str]:
    """The codes of all that was said."""
    return [item.code.name for item in outcome.problems]


def amounts(one: PersonPay) -> dict[str, str]:
    """A person's components and total as plain text."""
    return {name: str(value) for name, value in one.components.items()} | {"total": str(one.total)}
