"""Referrals, new customers and the best week, from tables beside the monthly figures."""

from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.measure.period import parse_period
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.table.outcome import Outcome
from tests.parity import assert_parity
from tests.payout.sheets import BASIC, HEAD, amounts, codes, paid
from tests.sheets import workbook, written

MONTHS = """
| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2026-07 | 华东 | 小张 | 1000 | 0 |
| 2026-07 | 华南 | 小李 | 1000 | 0 |
| 2026-08 | 华东 | 小张 | 1000 | 0 |
| 2026-08 | 华南 | 小李 | 1000 | 0 |
"""
EVENTS = """
| 月份 | 销售员 | 奖励事项 | 事项数量 |
| 2026-07 | 小张 | 转介绍 | 5 |
| 2026-08 | 小张 | 转介绍 | 2 |
| 2026-08 | 小李 | 新客户 | 3 |
"""
WEEKS = """
| 周开始日期 | 区域 | 销售员 | 销售额(元) | 新客户数 |
| 2026-08-03 | 华东 | 小张 | 500 | 1 |
| 2026-08-03 | 华南 | 小李 | 400 | 2 |
| 2026-08-10 | 华东 | 小张 | 300 | 0 |
| 2026-08-10 | 华南 | 小李 | 300 | 0 |
| 2026-08-17 | 华东 | 小张 | 0 | 0 |
"""
REFERRAL = "| 转介绍奖 | 不限 | 转1奖200元 | 全体销售员 |\n"
WEEKLY = "| 周冠军 | 不限 | 单周最高成交奖500.01元 | 全体销售员 |\n"
NEW = "| 新客开发奖 | 不限 | 新客开发奖100元 | 全体销售员 |\n"


def pay(
    folder: Path, rules: str, period: str = "2026-08", output: Path | None = None, **sheets: str
) -> Outcome[PayoutResult]:
    tracking = workbook(folder / "t.xlsx", {"月度目标分解与跟踪表": MONTHS, **sheets})
    plan = workbook(folder / "p.xlsx", {"方案": HEAD + BASIC + rules})
    return payout(tracking, plan, output, options=PayoutOptions(parse_period(period)), run=RunOptions())


def test_referrals_are_counted_in_their_month(tmp_path: Path) -> None:
    people = paid(pay(tmp_path, REFERRAL, 奖励事项表=EVENTS))
    assert amounts(people["小张"])["referral"] == "400.00"
    assert amounts(people["小张"])["total"] == "400.00"
    assert amounts(people["小李"])["referral"] == "0.00"
    assert "2 × 200 = 400.00" in [step.figures for step in people["小张"].steps]


def test_the_best_week_is_shared_to_the_fen(tmp_path: Path) -> None:
    people = paid(pay(tmp_path, WEEKLY, 周明细=WEEKS))
    # the first week is 小张's, the second is tied, in the third nobody sold
    assert amounts(people["小张"])["weekly_best"] == "750.02"
    assert amounts(people["小李"])["weekly_best"] == "250.00"


def test_new_customers_from_events_else_from_the_weeks(tmp_path: Path) -> None:
    assert amounts(paid(pay(tmp_path, NEW, 周明细=WEEKS))["小李"])["new_customer"] == "200.00"
    both = paid(pay(tmp_path, NEW, 周明细=WEEKS, 奖励事项表=EVENTS))
    assert [amounts(one)["new_customer"] for one in both.values()] == ["0.00", "300.00"]


def test_without_the_table_it_is_not_computed(tmp_path: Path) -> None:
    outcome = pay(tmp_path, REFERRAL + WEEKLY + NEW)
    assert codes(outcome) == ["payout-not-computed"] * 3
    assert set(paid(outcome)["小张"].components) == {"commission", "bonus", "team"}


def test_a_happening_without_its_person_is_an_error_at_its_row(tmp_path: Path) -> None:
    outcome = pay(tmp_path, REFERRAL, 奖励事项表=EVENTS + "| 2026-08 | 小章 | 转介绍 | 1 |\n")
    assert outcome.blocked
    assert [(item.code.name, item.place.cell) for item in outcome.problems] == [("payout-event-nobody", "B5")]


def test_rewards_keep_to_their_scope(tmp_path: Path) -> None:
    people = paid(pay(tmp_path, REFERRAL.replace("全体销售员", "华南销售员"), 奖励事项表=EVENTS))
    assert amounts(people["小张"])["referral"] == "0.00"


@pytest.mark.parity
def test_the_total_of_the_sheet_adds_the_rewards(tmp_path: Path) -> None:
    outcome = pay(tmp_path, REFERRAL + WEEKLY + NEW, output=tmp_path / "o.xlsx", 周明细=WEEKS, 奖励事项表=EVENTS)
    assert_parity(*outcome.outputs)
    sheet = written(tmp_path / "o.xlsx", "提成表")
    head = next(row for row in sheet if "销售员" in row)
    zhang = next(row for row in sheet if "小张" in row)
    assert [zhang[head.index(f"{name}(元)")] for name in ("转介绍奖", "单周最高成交奖", "应发合计")] == [
        400,
        750.02,
        1150.02,
    ]
