"""Split credit: shared deals leave the figures they are booked in and are shared out to the fen."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.excel.intake import RunOptions
from salescli.payout.credit_rows import CreditRow
from salescli.payout.credits import share_out
from salescli.payout.people import Base, Entry, Person
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.table.outcome import Outcome
from salescli.table.problem import NOWHERE
from tests.payout.sheets import MONTHLY, PLAN, codes, paid
from tests.sheets import workbook

HEAD = "| 分成事项 | 原业绩人 | 分成金额(元) | 销售员 | 分成权重 |\n"
SHARED = HEAD + "| HT-01 | 小张 | 100,000 | 小张 | 1 |\n| | | | 小李 | 1 |\n| | | | 小王 | 1 |\n"


def run(folder: Path, shared: str = SHARED, monthly: str = MONTHLY, **options: str) -> Outcome[PayoutResult]:
    tracking = workbook(folder / "跟踪.xlsx", {"月度跟踪": monthly, "业绩分成表": shared})
    plan = workbook(folder / "方案.xlsx", {"销售激励方案对照表": PLAN})
    chosen = PayoutOptions(**options)  # type: ignore[arg-type]  # words of its choices
    return payout(tracking, plan, folder / "o.xlsx", options=chosen, run=RunOptions(force=True))


def test_a_deal_is_shared_to_the_last_fen(tmp_path: Path) -> None:
    """100,000 in three: 33,333.34, 33,333.33, 33,333.33. 小张 keeps 840,000 − 100,000 + 33,333.34."""
    outcome = run(tmp_path)
    people = paid(outcome)
    actuals = [str(one.standing.actual) for one in people.values()]
    assert actuals == ["773333.34", "483333.33", "363333.33"]
    # 96.67 % and 80.56 % at 1.5 %; 121.1 % at 3 % with 3,000, and the region's 121.1 % with 500
    assert [str(one.total) for one in people.values()] == ["11600.00", "7250.00", "14400.00"]
    assert outcome.result is not None
    assert outcome.result.base == Decimal("1620000.00")  # nothing is won or lost
    assert outcome.result.document()["credits"][0]["shares"][1] == {
        "employee_id": None,
        "person": "小李",
        "weight": "1",
        "amount": "33333.33",
        "collected": None,
    }


def test_shares_that_do_not_add_up_to_all_are_shared_in_proportion_and_said(tmp_path: Path) -> None:
    outcome = run(tmp_path, HEAD + "| 项目甲 | 小张 | 90,000 | 小张 | 60% |\n| | | | 小李 | 30% |\n")
    assert "credit-sum" in codes(outcome)
    assert str(paid(outcome)["小李"].standing.actual) == "480000.00"  # a third of it


@pytest.mark.parametrize(
    ("shared", "code"),
    [
        ("| 甲 | 小赵 | 1,000 | 小李 | 1 |", "credit-nobody"),
        ("| 甲 | 小张 | 1,000 | 小赵 | 1 |", "credit-nobody"),
        ("| 甲 | | 1,000 | 小李 | 1 |", "credit-lacks"),
        ("| 甲 | 小张 | | 小李 | 1 |", "credit-lacks"),
        ("| 甲 | 小张 | 1,000 | 小张 | 1 |\n| 甲 | 小李 | 1,000 | 小王 | 1 |", "credit-differs"),
        ("| 甲 | 小张 | 900,000 | 小李 | 1 |", "credit-exceeds"),
    ],
)
def test_what_cannot_be_shared_is_named(tmp_path: Path, shared: str, code: str) -> None:
    assert code in codes(run(tmp_path, HEAD + shared + "\n"))


def test_a_share_that_cannot_be_read_is_never_left_out(tmp_path: Path) -> None:
    """Skipping it would give its part to the others."""
    tracking = workbook(
        tmp_path / "t.xlsx", {"月度跟踪": MONTHLY, "业绩分成表": SHARED.replace("小王 | 1 |", "小王 | 几成 |")}
    )
    plan = workbook(tmp_path / "p.xlsx", {"方案": PLAN})
    outcome = payout(tracking, plan, tmp_path / "o.xlsx", run=RunOptions(skip_invalid=True))
    assert outcome.blocked
    assert not (tmp_path / "o.xlsx").exists()


def test_collections_are_shared_only_as_far_as_they_are_told(tmp_path: Path) -> None:
    monthly = MONTHLY.replace("达成率(%) | 差额(元) |", "回款额(元) | 差额(元) |")
    for old, new in (("105%", "800,000"), ("75%", "400,000"), ("110%", "300,000")):
        monthly = monthly.replace(f"| {old} |", f"| {new} |")
    assert "credit-collected" in codes(run(tmp_path, monthly=monthly, base="collected"))
    told = SHARED.replace("分成金额(元) |", "分成金额(元) | 分成回款额(元) |").replace(
        "| 100,000 |", "| 100,000 | 30,000 |"
    )
    told = told.replace("| | | | 小", "| | | | | 小")
    people = paid(run(tmp_path, told, monthly, base="collected"))
    assert [str(one.standing.base) for one in people.values()] == ["780000.00", "410000.00", "310000.00"]


@given(
    st.lists(st.integers(1, 10**9), min_size=3, max_size=3),
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(1, 10**8), st.lists(st.integers(1, 99), min_size=1, max_size=3)),
        max_size=4,
    ),
)
def test_no_sum_changes_and_every_deal_is_given_out_whole(
    sold: list[int], deals: list[tuple[int, int, list[int]]]
) -> None:
    nothing = Decimal("0.00")
    people = [Person(str(at), f"人{at}", None, "华东") for at in range(3)]
    entries = [
        Entry(person, None, "华东", None, nothing, Decimal(fen).scaleb(-2), Decimal(fen).scaleb(-2), None, NOWHERE)
        for person, fen in zip(people, sold, strict=True)
    ]
    rows = [
        CreditRow(
            deal=f"单{number}",
            booked=f"人{booked}",
            amount=Decimal(fen).scaleb(-2),
            person=f"人{at}",
            weight=Decimal(weight),
        )
        for number, (booked, fen, weights) in enumerate(deals)
        for at, weight in enumerate(weights)
    ]
    after, made, _ = share_out(rows, entries, Base.SALES, "sales")
    assert sum(entry.actual for entry in after) == sum(entry.actual for entry in entries)
    assert len(made) == len(deals)
    for deal in made:
        assert sum(share.amount for share in deal.shares) == deal.amount
        whole = sum(share.weight for share in deal.shares)
        assert all(abs(share.amount - deal.amount * share.weight / whole) < Decimal("0.01") for share in deal.shares)


def test_ones_are_equal_parts_and_no_percentages(tmp_path: Path) -> None:
    """1, 1, 1 is said of nothing; 60 % and 150 % in all are."""
    assert "credit-sum" not in codes(run(tmp_path))
    (said,) = [
        item
        for item in run(tmp_path, HEAD + "| 甲 | 小张 | 90,000 | 小张 | 100% |\n| | | | 小李 | 50% |\n").problems
        if item.code.name == "credit-sum"
    ]
    assert said.details["sum"] == "150"
