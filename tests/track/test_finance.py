"""Reported collections beside what finance saw arrive, per person and month."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescli.measure.period import Month
from salescli.table.outcome import Outcome
from salescli.track.finance import take_finance
from salescli.track.options import TrackOptions
from salescli.track.people import Directory, Person, Slot
from salescli.track.result import TrackResult
from salescli.track.run import track
from salescli.track.side_files import Gathered
from salescli.track.tables import FinanceRow
from salescli.words.language import Lang
from tests.parity import assert_parity
from tests.sheets import workbook, written

MONTHLY = """
| 月份 | 区域 | 销售员 | 月度目标 | 累计实际 | 回款额 |
| 2026-07 | 华东 | 小张 | 100 | 90 | 50 |
| 2026-08 | 华东 | 小张 | 100 | 90 | 60.01 |
| 2026-08 | 华南 | 小李 | 100 | 90 | 70 |
| 2026-08 | 华北 | 小王 | 100 | 90 | |
| 2026-08 | 华北 | 小赵 | 100 | 90 | 20 |
"""
FINANCE = "| 回款日期 | 订单号 | 销售员 | 回款额(元) |\n"


@pytest.fixture
def monthly(tmp_path: Path) -> Path:
    return workbook(tmp_path / "monthly.xlsx", {"月度跟踪": MONTHLY})


def finance_file(path: Path, *rows: str) -> Path:
    return workbook(path, {"财务回款": FINANCE + "\n".join(rows)})


def document(outcome: Outcome[TrackResult]) -> dict[str, Any]:
    assert outcome.result is not None, [str(problem) for problem in outcome.problems]
    return outcome.result.document()


def differences(outcome: Outcome[TrackResult]) -> list[tuple[str, str, str | None, str, str]]:
    listed = document(outcome)["reconcile"]
    return [tuple(item[key] for key in ("month", "person", "reported", "other", "difference")) for item in listed]


@pytest.mark.parity
def test_differences_beyond_a_fen_are_listed(monthly: Path, tmp_path: Path) -> None:
    """小张's August is a fen apart, which is no difference; 小李 is two fen apart; 小王 reported nothing."""
    path = finance_file(
        tmp_path / "f.xlsx",
        "| 2026-07-01 | | 小张 | 20 |",
        "| 2026-07-31 | | *小张 | 30 |",
        "| 2026-08-05 | | 小张 | 60 |",
        "| 2026-08-05 | | 小李 | 69.98 |",
        "| 2026-08-06 | | 小王 | 5 |",
    )
    output = tmp_path / "t.xlsx"
    outcome = track(monthly, output=output, finance=[path])
    assert differences(outcome) == [
        ("2026-08", "小李", "70.00", "69.98", "0.02"),
        ("2026-08", "小王", None, "5.00", "-5.00"),
        ("2026-08", "小赵", "20.00", "0.00", "20.00"),
    ]
    (said,) = (problem for problem in outcome.problems if problem.code.name == "collections-disagree")
    assert (said.details["count"], said.details["total"]) == (3, "+15.02")
    rows = {row[2]: row for row in written(output, "对账") if row[0] is not None}
    assert (rows["小王"][7], rows["小赵"][7]) == ("没有上报", "财务没有到账记录")
    assert_parity(output)


def test_money_of_unknown_people_and_orders_is_listed(monthly: Path, tmp_path: Path) -> None:
    orders = workbook(
        tmp_path / "o.xlsx",
        {
            "订单明细": """
            | 订单号 | 签约日期 | 销售员 | 客户 | 合同额 | 已回款 |
            | D1 | 2026-08-05 | 小张 | 甲 | 90 | 60 |"""
        },
    )
    path = finance_file(
        tmp_path / "f.xlsx",
        "| 2026-08-05 | D1 | 小张 | 60 |",
        "| 2026-08-05 | D9 | 小李 | 70 |",
        "| 2026-08-05 | | 路人 | 8 |",
        "| 2026-02-05 | | 小张 | 9 |",
    )
    outcome = track(monthly, finance=[path], orders=[orders])
    found = document(outcome)["finance"]
    assert found["account"] == {
        "read": 4, "merged": 2, "duplicate": 0, "unknown": 1, "outside": 1, "invalid": 0,
    }  # fmt: skip
    assert [(item["reason"], item["row"], item["amount"]) for item in found["excluded"]] == [
        ("unknown", 4, "8.00"),
        ("outside", 5, "9.00"),
    ]
    assert [item["order_id"] for item in found["unknown_orders"]] == ["D9"]
    codes = {problem.code.name for problem in outcome.problems}
    assert {"finance-person-unknown", "finance-order-unknown", "finance-outside"} <= codes


def test_a_namesake_is_known_by_the_order(tmp_path: Path) -> None:
    monthly = workbook(
        tmp_path / "m.xlsx",
        {
            "月度跟踪": """
            | 月份 | 区域 | 工号 | 销售员 | 月度目标 | 累计实际 | 回款额 |
            | 2026-08 | 华东 | S1 | 小陈 | 100 | 90 | 10 |
            | 2026-08 | 华南 | S2 | 小陈 | 100 | 90 | 20 |"""
        },
    )
    orders = workbook(
        tmp_path / "o.xlsx",
        {
            "订单明细": """
            | 订单号 | 签约日期 | 工号 | 销售员 | 客户 | 合同额 |
            | D1 | 2026-08-05 | S2 | 小陈 | 甲 | 90 |"""
        },
    )
    path = finance_file(tmp_path / "f.xlsx", "| 2026-08-05 | D1 | 小陈 | 20 |", "| 2026-08-05 | | 小陈 | 10 |")
    outcome = track(monthly, finance=[path], orders=[orders])
    collected = [item for item in document(outcome)["reconcile"] if item["matter"] == "collected"]
    assert [(item["employee_id"], item["other"]) for item in collected] == [("S1", "0.00")]
    assert document(outcome)["finance"]["account"]["unknown"] == 1


def test_the_same_file_twice_is_not_counted_twice(monthly: Path, tmp_path: Path) -> None:
    rows = ("| 2026-07-01 | | 小张 | 50 |", "| 2026-08-05 | | 小张 | 60 |")
    one = finance_file(tmp_path / "1.xlsx", *rows)
    two = tmp_path / "2.xlsx"
    two.write_bytes(one.read_bytes())
    outcome = track(monthly, finance=[tmp_path / "?.xlsx"])
    assert document(outcome)["finance"]["account"]["duplicate"] == 2
    assert not [item for item in differences(outcome) if item[1] == "小张"]


def test_reports_are_reconciled_too_and_a_table_without_months_cannot_be(tmp_path: Path) -> None:
    plan = workbook(
        tmp_path / "plan.xlsx",
        {"月度计划": "| 月份 | 区域 | 销售员 | 指标 | 目标值 |\n| 2026-08 | 华东 | 小张 | 销售额 | 100 |"},
    )
    weeks = workbook(
        tmp_path / "w.xlsx",
        {
            "周报": """
            | 周开始日期 | 销售员 | 销售额 | 回款额 |
            | 2026-08-03 | 小张 | 9 | 4 |
            | 2026-08-10 | 小张 | 9 | 4 |"""
        },
    )
    path = finance_file(tmp_path / "f.xlsx", "| 2026-08-05 | | 小张 | 7 |")
    options = TrackOptions(as_of=date(2026, 8, 31))
    outcome = track(plan, [weeks], finance=[path], options=options)
    assert differences(outcome) == [("2026-08", "小张", "8.00", "7.00", "1.00")]
    undated = workbook(
        tmp_path / "u.xlsx", {"月度跟踪": "| 区域 | 销售员 | 月度目标 | 累计实际 |\n| 华东 | 小张 | 1 | 1 |"}
    )
    assert "reconcile-undated" in {problem.code.name for problem in track(undated, finance=[path]).problems}


def test_a_namesake_is_known_by_the_id(tmp_path: Path) -> None:
    monthly = workbook(
        tmp_path / "m.xlsx",
        {
            "月度跟踪": """
            | 月份 | 区域 | 工号 | 销售员 | 月度目标 | 累计实际 | 回款额 |
            | 2026-08 | 华东 | S1 | 小陈 | 100 | 90 | 10 |
            | 2026-08 | 华南 | S2 | 小陈 | 100 | 90 | 20 |"""
        },
    )
    path = workbook(
        tmp_path / "f.xlsx",
        {
            "财务回款": """
            | 回款日期 | 工号 | 销售员 | 回款额(元) |
            | 2026-08-05 | S2 | 小陈 | 20 |
            | 2026-08-06 | S1 | 小陈 | 7 |"""
        },
    )
    assert differences(track(monthly, finance=[path])) == [("2026-08", "小陈", "10.00", "7.00", "3.00")]


def test_namesakes_of_two_regions_are_two_people_in_every_book(tmp_path: Path) -> None:
    """王伟 of 华东 tells of nothing and has the order; 王伟 of 华南 tells of 50,000 and has none.

    The 7 of finance are for the order, so they are those of 华东. Money without an order is nobody's. Win rates: 1 of
    10 leads, and 0 of 40.
    """
    plan = "| 月份 | 区域 | 销售员 | 指标 | 目标值 |\n"
    plan += "".join(f"| 2026-08 | {region} | 王伟 | 销售额 | 100000 |\n" for region in ("华东", "华南"))
    weeks = """
        | 周开始日期 | 区域 | 销售员 | 线索数 | 销售额 | 回款额 |
        | 2026-08-03 | 华东 | 王伟 | 10 | 0 | 0 |
        | 2026-08-03 | 华南 | 王伟 | 40 | 50000 | 7 |"""
    orders = """
        | 订单号 | 签约日期 | 区域 | 销售员 | 客户 | 合同额 | 已回款 |
        | D1 | 2026-08-03 | 华东 | 王伟 | 甲 | 50000 | 50000 |"""
    outcome = track(
        workbook(tmp_path / "plan.xlsx", {"月度计划": plan}),
        [workbook(tmp_path / "w.xlsx", {"周报": weeks})],
        tmp_path / "t.xlsx",
        orders=[workbook(tmp_path / "o.xlsx", {"订单明细": orders})],
        finance=[finance_file(tmp_path / "f.xlsx", "| 2026-08-05 | D1 | 王伟 | 7 |", "| 2026-08-06 | | 王伟 | 3 |")],
        options=TrackOptions(as_of=date(2026, 8, 31)),
    )
    keys = ("matter", "region", "reported", "other", "difference")
    found = document(outcome)
    assert [tuple(item[key] for key in keys) for item in found["reconcile"]] == [
        ("sales", "华东", "0.00", "50000.00", "-50000.00"),
        ("sales", "华南", "50000.00", "0.00", "50000.00"),
        ("collected", "华东", "0.00", "7.00", "-7.00"),
        ("collected", "华南", "7.00", "0.00", "7.00"),
    ]
    (said,) = [item for item in outcome.problems if item.code.name == "sales-disagree"]
    assert "王伟（华东） 2026年8月 -50,000、王伟（华南） 2026年8月 +50,000" in said.message(Lang.ZH)
    people = [view for view in found["orders"]["views"] if view["scope"] == "person"]
    assert [(view["region"], view["deals"], view["leads"], view["win_rate"]) for view in people] == [
        ("华东", 1, 10, "0.100000"),
        ("华南", 0, 40, "0.000000"),
    ]
    assert {"王伟（华东）", "王伟（华南）"} <= {row[0] for row in written(tmp_path / "t.xlsx", "订单分析")}
    assert found["finance"]["account"]["unknown"] == 1


def test_of_many_unknown_people_five_are_named_and_the_others_counted(monthly: Path, tmp_path: Path) -> None:
    rows = [f"| 2026-08-03 | | 路人{at} | 1 |" for at in range(8)]
    outcome = track(monthly, [], finance=[finance_file(tmp_path / "f.xlsx", *rows)])
    (said,) = [item for item in outcome.problems if item.code.name == "finance-person-unknown"]
    assert "：路人0、路人1、路人2、路人3、路人4、另外 3 人。" in said.message(Lang.ZH)
    assert len(document(outcome)["finance"]["excluded"]) == 8


RECEIPTS = st.builds(
    lambda day, number, person, collected: FinanceRow(
        received=day, employee_id=number, person=person, collected=Decimal(collected)
    ),
    st.dates(date(2026, 6, 1), date(2026, 9, 30)),
    st.sampled_from([None, "S1", "S2", "S9"]),
    st.sampled_from(["小张", "小李", "路人"]),
    st.integers(-500, 500),
)


@settings(deadline=None)
@given(st.lists(RECEIPTS, max_size=12))
def test_the_account_of_finance_always_adds_up(rows: list[FinanceRow]) -> None:
    """And no money comes from nowhere: what is matched and what is left out make what was read."""
    people = ((Person("小张", "S1"), "华东"), (Person("小张", "S2"), "华南"), (Person("小李"), "华南"))
    months = frozenset({Month(2026, 7), Month(2026, 8)})
    directory = Directory.of((person, month, Slot(region, None)) for month in months for person, region in people)
    finance, _ = take_finance(Gathered(list(rows), len(rows)), directory, months, None)
    account = finance.account()
    assert account.pop("read") == sum(account.values()) == len(rows)
    matched = sum(finance.collected().values())
    assert matched + sum(item.sales or 0 for item in finance.excluded) == sum(row.collected for row in rows)


def test_only_months_that_both_books_have_are_compared(monthly: Path, tmp_path: Path) -> None:
    """Finance begins in August: July's reported 50 are not held against it, and that is said."""
    names = "小张 60.01", "小李 70", "小赵 20"
    rows = ["| 2026-08-03 | | {} | {} |".format(*name.split()) for name in names]
    outcome = track(monthly, [], finance=[finance_file(tmp_path / "f.xlsx", *rows)])
    assert differences(outcome) == []
    (said,) = [item for item in outcome.problems if item.code.name == "months-not-in-finance"]
    assert "2026年7月" in str(said.details["months"])


def test_of_many_strange_order_numbers_five_are_named_and_all_are_counted(monthly: Path, tmp_path: Path) -> None:
    orders = workbook(
        tmp_path / "o.xlsx",
        {
            "订单明细": """
            | 订单号 | 签约日期 | 销售员 | 客户 | 合同额 | 已回款 |
            | D0 | 2026-08-05 | 小张 | 甲 | 90 | 90 |"""
        },
    )
    rows = [f"| 2026-08-03 | X{at} | 小张 | 1 |" for at in range(8)]
    outcome = track(monthly, [], orders=[orders], finance=[finance_file(tmp_path / "f.xlsx", *rows)])
    (said,) = [item for item in outcome.problems if item.code.name == "finance-order-unknown"]
    assert (said.details["rows"], said.details["count"]) == (8, 8)
    assert said.details["orders"] == ("X0", "X1", "X2", "X3", "X4")
