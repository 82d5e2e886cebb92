"""Pay that follows what customers have paid: earned, released now, held."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month, Quarter, parse_period
from salescli.payout.release import Releases, collected_share, released, segments
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.table.outcome import Outcome
from tests.parity import assert_parity
from tests.payout.sheets import HEAD, PLAN, codes
from tests.payout.test_payout import COLLECTED
from tests.sheets import workbook, written

HALF = """
| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) | 回款额(元) |
| 2026-07 | 华东 | 小张 | 1000 | 1000 | 300 |
| 2026-08 | 华东 | 小张 | 1000 | 1000 | 0 |
| 2026-09 | 华东 | 小张 | 1000 | 1000 | 2700 |
| 2026-07 | 华南 | 小李 | 1000 | 333.33 | 100 |
| 2026-08 | 华南 | 小李 | 1000 | 900 | 1000 |
| 2026-09 | 华南 | 小李 | 1000 | 0 | 0 |
"""
SIMPLE = HEAD + "| 甲 | ≥0% | 提成10% | 全体销售员 |"


def release(
    folder: Path, monthly: str = HALF, plan: str = SIMPLE, period: str = "2026-09", output: Path | None = None
) -> Outcome[PayoutResult]:
    tracking = workbook(folder / "t.xlsx", {"月度跟踪": monthly})
    incentive = workbook(folder / "p.xlsx", {"方案": plan})
    options = PayoutOptions(parse_period(period), release="collected")
    return payout(tracking, incentive, output, options=options, run=RunOptions(force=True))


def months(outcome: Outcome[PayoutResult], person: str) -> list[tuple[str, ...]]:
    """(earned, before, now, held) of each month of the period."""
    assert outcome.result is not None, codes(outcome)
    assert outcome.result.releases is not None
    key = next(one.person.key for one in outcome.result.people if one.person.name == person)
    return [
        tuple(str(value) for value in (item.earned, item.before, item.now, item.held))
        for item in outcome.result.releases.people[key]
    ]


def test_each_month_of_a_quarter(tmp_path: Path) -> None:
    outcome = release(tmp_path, period="2026Q3")
    # 小张 earns 100 a month and has collected 300 of 1000, 300 of 2000, then 3000 of 3000
    assert months(outcome, "小张") == [
        ("100.00", "0.00", "30.00", "70.00"),
        ("200.00", "30.00", "0.00", "170.00"),
        ("300.00", "30.00", "270.00", "0.00"),
    ]
    # 小李 earns 33.33 and 90.00; 100/333.33 of 33.33 is 9.9991; 1100 of 1233.33 of 123.33 is 109.997
    assert months(outcome, "小李") == [
        ("33.33", "0.00", "10.00", "23.33"),
        ("123.33", "10.00", "100.00", "13.33"),
        ("123.33", "110.00", "0.00", "13.33"),
    ]


def test_a_month_knows_what_earlier_ones_released(tmp_path: Path) -> None:
    assert months(release(tmp_path), "小张") == [("300.00", "30.00", "270.00", "0.00")]
    assert months(release(tmp_path, period="2026-08"), "小李") == [("123.33", "10.00", "100.00", "13.33")]


def test_an_undated_table_releases_its_own_share(tmp_path: Path) -> None:
    tracking = workbook(tmp_path / "t.xlsx", {"月度跟踪": COLLECTED})
    incentive = workbook(tmp_path / "p.xlsx", {"方案": PLAN})
    outcome = payout(tracking, incentive, options=PayoutOptions(release="collected"))
    # 1000 × 2 % + 1000; 700.25 of 1000 is collected, and 1020 × 0.70025 = 714.255
    assert months(outcome, "小张") == [("1020.00", "0.00", "714.26", "305.74")]


def test_a_missing_collection_is_an_error_at_its_row(tmp_path: Path) -> None:
    outcome = release(tmp_path, HALF.replace("| 333.33 | 100 |", "| 333.33 | |"))
    assert outcome.blocked
    assert [(item.code.name, item.place.cell) for item in outcome.problems] == [("payout-release-blank", "D5")]


def test_the_document_says_how_it_is_released(tmp_path: Path) -> None:
    outcome = release(tmp_path)
    assert outcome.result is not None
    document = outcome.result.document()["release"]
    assert (document["rule"], document["released_now"], document["held"]) == ("collected", "270.00", "13.33")
    assert document["people"][0]["months"][0]["released_before"] == "30.00"
    tracking, incentive = tmp_path / "t.xlsx", tmp_path / "p.xlsx"
    plain = payout(tracking, incentive, options=PayoutOptions(parse_period("2026-09")))
    assert plain.result is not None
    assert plain.result.document()["release"] == {"rule": "sales"}


MONEY = st.integers(0, 10**9).map(lambda fen: Decimal(fen).scaleb(-2))


@given(st.lists(st.tuples(MONEY, MONEY, MONEY), min_size=1, max_size=12))
def test_never_more_than_was_earned_and_in_the_end_all_of_it(months: list[tuple[Decimal, Decimal, Decimal]]) -> None:
    earned = sold = collected = before = Decimal(0)
    for amount, sale, payment in months:
        earned, sold, collected = earned + amount, sold + sale, collected + payment
        now = released(earned, collected_share(sold, collected), before)
        assert before <= now <= earned
        before = now
    assert released(earned, collected_share(sold, max(sold, collected)), before) == earned


@given(MONEY, MONEY, MONEY, MONEY)
def test_a_deduction_takes_back_at_most_what_was_released(
    first: Decimal, back: Decimal, sold: Decimal, got: Decimal
) -> None:
    before = released(first, collected_share(sold, got), Decimal(0))
    after = released(first - back, collected_share(sold, got), before)
    assert after <= first - back
    assert after == min(before, first - back)


def test_collections_beyond_the_sales_and_below_zero() -> None:
    assert collected_share(Decimal(100), Decimal(250)) == 1
    assert collected_share(Decimal(100), Decimal(-5)) == 0
    assert collected_share(Decimal(0), Decimal(0)) == 1
    assert collected_share(Decimal(3), Decimal(1)) == Fraction(1, 3)


def test_complete_quarters_are_paid_as_quarters() -> None:
    assert segments([Month(2026, number) for number in (1, 2, 3, 4, 6)]) == [
        Quarter(2026, 1),
        Month(2026, 4),
        Month(2026, 6),
    ]
    assert Releases({}).now == 0


@pytest.mark.parity
def test_the_sheet_of_releases(tmp_path: Path) -> None:
    one = release(tmp_path, output=tmp_path / "1.xlsx")
    two = release(tmp_path, period="2026Q3", output=tmp_path / "2.xlsx")
    assert_parity(*one.outputs, *two.outputs)
    row = next(row for row in written(tmp_path / "1.xlsx", "发放") if row[0] == "小张")
    assert row[2:9] == [300, 3000, 3000, 1, 30, 270, 0]


@pytest.mark.parity
def test_a_statement_tells_what_is_released_and_held(tmp_path: Path) -> None:
    """A at 105 %: 2 % of 840,000 and 1,000 earn 17,800; 630,000 of 840,000 collected release three quarters."""
    rows = (
        "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) | 回款额(元) |\n| 华东 | 小张 | 800,000 | 840,000 | 630,000 |\n"
    )
    options = PayoutOptions(release="collected", statements=tmp_path / "单")
    tracking = workbook(tmp_path / "t.xlsx", {"月度跟踪": rows})
    plan = workbook(tmp_path / "p.xlsx", {"方案": PLAN})
    outcome = payout(tracking, plan, options=options)
    (file,) = outcome.outputs
    page = {str(row[0]): row[1] for row in written(file, "提成确认单") if row[0]}
    shown = [page[name] for name in ("累计应发(元)", "回款比例", "以前已发(元)", "本期发放(元)", "暂缓(元)")]
    assert shown == [17800, 0.75, 0, 13350, 4450]
    assert_parity(file)
