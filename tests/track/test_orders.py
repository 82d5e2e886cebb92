"""Orders: which of them are deals, what the others wait for, and the figures that follow, worked by hand."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month
from salescli.table.config import Config, DealKeys
from salescli.table.outcome import Outcome
from salescli.table.problem import Place
from salescli.track.options import TrackOptions
from salescli.track.order_merge import Orders, take_orders
from salescli.track.orders import Standing, needed, standing
from salescli.track.people import Directory, Person, Slot
from salescli.track.result import TrackResult
from salescli.track.run import track
from salescli.track.side_files import Gathered
from salescli.track.tables import OrderRow
from salescli.words.language import Lang
from tests.parity import assert_parity, opened
from tests.sheets import workbook, written

PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-07 | 华东 | A产品 | S001 | 小张 | 销售额 | 1000 |
| 2026-08 | 华东 | A产品 | S001 | 小张 | 销售额 | 1000 |
| 2026-08 | 华南 | B产品 | S002 | 小李 | 销售额 | 800 |
"""
ORDERS = (
    "| 订单号 | 签约日期 | 区域 | 产品线 | 工号 | 销售员 | 客户 | 合同额(元) | 已回款(元) | 成本(元) | 线索日期 |\n"
)
WEEKS = "| 周开始日期 | 工号 | 销售员 | 线索数 | 销售额(元) | 回款额(元) |\n"
THIRTY = Fraction(3, 10)
OPTIONS = TrackOptions(as_of=date(2026, 8, 31))


def order(amount: str, collected: str | None = None, **more: object) -> OrderRow:
    values = {
        "order_id": "D1",
        "signed": date(2026, 8, 5),
        "person": "小张",
        "customer": "甲",
        "amount": Decimal(amount),
        "collected": None if collected is None else Decimal(collected),
    }
    return OrderRow.model_validate(values | more)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})


def orders_file(path: Path, *rows: str) -> Path:
    return workbook(path, {"订单明细": ORDERS + "\n".join(rows)})


def weeks_file(path: Path, *rows: str) -> Path:
    return workbook(path, {"销售周报": WEEKS + "\n".join(rows)})


def run(plan: Path, reports: Sequence[Path], orders: Sequence[Path], **more: Any) -> Outcome[TrackResult]:
    return track(plan, reports, orders=orders, options=OPTIONS, **more)


def document(outcome: Outcome[TrackResult]) -> dict[str, Any]:
    assert outcome.result is not None, [str(problem) for problem in outcome.problems]
    return outcome.result.document()


def codes(outcome: Outcome[TrackResult]) -> set[str]:
    return {problem.code.name for problem in outcome.problems}


# -- the rule ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "collected", "expected", "left"),
    [
        ("100000", "30000", Standing.COUNTED, "0"),
        ("100000", "29999.99", Standing.PENDING, "0.01"),
        ("100000", None, Standing.PENDING, "30000"),
        ("0.01", "0", Standing.PENDING, "0.01"),  # 30 % of a fen is less than a fen: a fen is needed
        ("99999.99", "29999.99", Standing.PENDING, "0.01"),  # the line is 29,999.997
        ("99999.99", "30000", Standing.COUNTED, "0"),
        ("100", "-20", Standing.PENDING, "50"),
        ("-500", "-500", Standing.REFUND, "0"),
        ("0", "0", Standing.EMPTY, "0"),
    ],
)
def test_thirty_percent_collected_makes_a_deal(
    amount: str, collected: str | None, expected: Standing, left: str
) -> None:
    row = order(amount, collected)
    assert standing(row, THIRTY) is expected
    assert needed(row, THIRTY) == Decimal(left)


@given(st.decimals(1, 10**12, places=2), st.decimals(-(10**6), 10**12, places=2), st.integers(0, 100))
def test_what_is_still_needed_is_just_enough(amount: Decimal, collected: Decimal, percent: int) -> None:
    share = Fraction(percent, 100)
    left = needed(order(str(amount), str(collected)), share)
    assert standing(order(str(amount), str(collected + left)), share) is Standing.COUNTED
    if left:
        short = order(str(amount), str(collected + left - Decimal("0.01")))
        assert standing(short, share) is Standing.PENDING


# -- the figures ------------------------------------------------------------------------------------

TAKEN = (
    "| D1 | 2026-07-10 | | | S001 | 小张 | 甲公司 | 300 | 300 | 180 | 2026-06-30 |",
    "| D2 | 2026-08-05 | | | S001 | 小张 | 甲公司 | 500 | 150 | 400 | 2026-07-05 |",
    "| D3 | 2026-08-06 | | | S001 | 小张 | 乙公司 | 200 | 59.99 | | |",
    "| D4 | 2026-08-07 | | | S002 | 小李 | 丙公司 | 100 | 100 | | |",
    "| D5 | 2026-08-09 | | | S002 | 小李 | 丙公司 | -40 | -40 | | |",
)


def test_the_figures_of_a_quarter_worked_by_hand(plan: Path, tmp_path: Path) -> None:
    """Deals: D1 300, D2 500 (exactly 30 %), D4 100; pending D3 waits for 60 − 59.99; D5 is a refund.

    Average (300 + 500 + 100) ÷ 3 = 300; win rate 3 ÷ 12 leads; 甲公司 bought twice, 丙公司 once: 1 ÷ 2;
    margin (800 − 580) ÷ 800 over D1 and D2; cycle (10 + 31) ÷ 2 days.
    """
    weeks = weeks_file(
        tmp_path / "w.xlsx",
        "| 2026-07-06 | S001 | 小张 | 4 | 300 | |",
        "| 2026-08-03 | S001 | 小张 | 8 | 700 | |",
        "| 2026-08-03 | S002 | 小李 | | 60 | |",
    )
    found = document(run(plan, [weeks], [orders_file(tmp_path / "o.xlsx", *TAKEN)]))
    views = {(view["scope"], view["name"]): view for view in found["orders"]["views"]}
    team = views["team", None]
    assert {key: team[key] for key in ("deals", "amount", "refunds", "net", "average", "leads", "win_rate")} == {
        "deals": 3, "amount": "900.00", "refunds": "-40.00", "net": "860.00", "average": "300.00", "leads": 12,
        "win_rate": "0.250000",
    }  # fmt: skip
    assert (team["repurchase"], team["margin"], team["cycle_days"]) == ("0.500000", "0.275000", "20.500000")
    assert (team["pending"], team["pending_amount"], team["pending_needed"]) == (1, "200.00", "0.01")
    assert team["absent"] == {}
    li = views["person", "小李"]
    assert (li["deals"], li["average"], li["win_rate"], li["margin"]) == (1, "100.00", None, None)
    assert li["absent"] == {"win_rate": "no_leads", "margin": "no_cost", "cycle": "no_lead_date"}
    assert (views["region", "华东"]["amount"], views["product", "A产品"]["deals"]) == ("800.00", 2)
    assert (views["month", "2026-07"]["amount"], views["month", "2026-08"]["net"]) == ("300.00", "560.00")
    assert views["month", "2026-07"]["win_rate"] == "0.250000"
    assert [(item["order_id"], item["needed"], item["collected_share"]) for item in found["pending"]] == [
        ("D3", "0.01", "0.299950")
    ]


def test_sales_that_reports_and_orders_give_differently_are_said_per_person(plan: Path, tmp_path: Path) -> None:
    """小张's August: 700 reported, 500 in deals: the difference is just the pending D3. 小李: 60 both ways."""
    weeks = weeks_file(
        tmp_path / "w.xlsx",
        "| 2026-07-06 | S001 | 小张 | 4 | 300 | |",
        "| 2026-08-03 | S001 | 小张 | 8 | 700 | |",
        "| 2026-08-03 | S002 | 小李 | | 60 | |",
    )
    output = tmp_path / "t.xlsx"
    outcome = run(plan, [weeks], [orders_file(tmp_path / "o.xlsx", *TAKEN)], output=output)
    assert document(outcome)["reconcile"] == [
        {
            "matter": "sales", "month": "2026-08", "region": "华东", "employee_id": "S001", "person": "小张",
            "reported": "700.00", "other": "500.00", "difference": "200.00", "pending": "200.00",
        }
    ]  # fmt: skip
    (said,) = (problem for problem in outcome.problems if problem.code.name == "sales-disagree")
    assert (said.details["count"], said.details["total"]) == (1, "+200")
    sheet = written(output, "对账")
    assert ["小张", 700, 500, 200, "不一致", 200] in [row[3:9] for row in sheet]
    assert ["小李", 60, 60, 0, "一致", None] in [row[3:9] for row in sheet]
    assert "差额正好是未达回款线的订单 200" in {cell for row in sheet for cell in row}
    assert [row[:1] + row[7:12] for row in written(output, "待回款订单") if row[0] == "D3"] == [
        ["D3", 200, 59.99, pytest.approx(0.29995), 60, pytest.approx(0.01)]
    ]


def test_orders_alone_give_the_actuals(plan: Path, tmp_path: Path) -> None:
    outcome = run(plan, [], [orders_file(tmp_path / "o.xlsx", *TAKEN)])
    found = document(outcome)
    assert [(row["month"], row["person"], row["actual"]) for row in found["rows"]] == [
        ("2026-07", "小张", "300.00"),
        ("2026-08", "小张", "500.00"),
        ("2026-08", "小李", "60.00"),
    ]
    assert (found["reconcile"], found["missing"]) == ([], [])
    assert "actuals-from-orders" in codes(outcome)
    assert "nothing-counted" not in codes(outcome)


def test_the_share_is_configured(plan: Path, tmp_path: Path) -> None:
    half = RunOptions(config=Config(deals=DealKeys(collected=Decimal("0.5"))))
    found = document(run(plan, [], [orders_file(tmp_path / "o.xlsx", *TAKEN)], run=half))
    assert [(item["order_id"], item["needed"]) for item in found["pending"]] == [("D2", "100.00"), ("D3", "40.01")]


# -- the rows ---------------------------------------------------------------------------------------


def test_every_order_row_is_accounted_for(plan: Path, tmp_path: Path) -> None:
    first = orders_file(
        tmp_path / "1.xlsx",
        *TAKEN,
        "| D6 | 2026-08-09 | | | | 路人 | 丁公司 | 70 | | | |",
        "| D7 | 2026-01-09 | | | S002 | 小李 | 丁公司 | 70 | | | |",
        "| D8 | 2026-08-09 | | | S002 | 小李 | 丁公司 | 很多 | | | |",
        "| D9 | 2026-08-09 | | | S002 | 小李 | 丁公司 | 0 | | | 2026-09-01 |",
    )
    second = orders_file(tmp_path / "2.xlsx", TAKEN[0])
    outcome = run(plan, [], [second, first], run=RunOptions(skip_invalid=True), output=tmp_path / "t.xlsx")
    assert document(outcome)["orders"]["account"] == {
        "read": 10, "counted": 3, "pending": 1, "refund": 1, "empty": 1,
        "duplicate": 1, "unknown": 1, "outside": 1, "invalid": 1,
    }  # fmt: skip
    assert {"orders-repeated", "order-person-unknown", "orders-outside", "order-empty", "lead-after-signing"} <= codes(
        outcome
    )
    left_out = {(row[0], row[1]) for row in written(tmp_path / "t.xlsx", "订单分析")}
    assert {("重复", 2), ("人员不在计划内", 7), ("不在跟踪月份内", 8), ("无法读取", 9)} <= left_out


def test_an_order_that_stands_twice_with_differing_figures_is_an_error(plan: Path, tmp_path: Path) -> None:
    first = orders_file(tmp_path / "1.xlsx", TAKEN[1])
    second = orders_file(tmp_path / "2.xlsx", TAKEN[1].replace("| 150 |", "| 250 |"))
    outcome = run(plan, [], [first, second])
    (said,) = (problem for problem in outcome.problems if problem.code.name == "order-twice")
    assert outcome.blocked
    assert (said.place.file, said.place.cell, str(said.details["other"])) == (
        str(second), "I2", f"{first} [订单明细] I2",
    )  # fmt: skip


def test_of_namesakes_nobody_is_guessed(tmp_path: Path) -> None:
    plan = workbook(
        tmp_path / "plan.xlsx",
        {
            "月度计划": """
            | 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |
            | 2026-08 | 华东 | S1 | 小陈 | 销售额 | 1 |
            | 2026-08 | 华南 | S2 | 小陈 | 销售额 | 1 |"""
        },
    )
    row = "| D1 | 2026-08-05 | {region} | | | 小陈 | 甲 | 100 | 100 | | |"
    told = run(plan, [], [orders_file(tmp_path / "1.xlsx", row.format(region="华南"))])
    assert [row["actual"] for row in document(told)["rows"]] == ["0.00", "100.00"]
    assert "order-person-open" in codes(run(plan, [], [orders_file(tmp_path / "2.xlsx", row.format(region=""))]))


ROWS = st.builds(
    lambda number, person, month, amount, collected: order(
        amount, collected, order_id=f"D{number}", person=person, signed=date(2026, month, 5)
    ),
    st.integers(1, 6),
    st.sampled_from(["小张", "小李", "路人"]),
    st.integers(6, 9),
    st.sampled_from(["-50", "0", "100", "200"]),
    st.sampled_from([None, "0", "30", "60"]),
)


def matched(rows: Sequence[OrderRow]) -> Orders:
    """小张 sells A in 华东, 小李 B in 华南; July and August are tracked."""
    people = (Person("小张"), Slot("华东", "A")), (Person("小李"), Slot("华南", "B"))
    months = frozenset({Month(2026, 7), Month(2026, 8)})
    directory = Directory.of((person, month, slot) for month in sorted(months) for person, slot in people)
    return take_orders(Gathered(list(rows), len(rows)), directory, months, THIRTY)[0]


@settings(deadline=None)
@given(st.lists(ROWS, max_size=12))
def test_the_account_of_orders_always_adds_up(rows: list[OrderRow]) -> None:
    account = matched(rows).account()
    assert account.pop("read") == sum(account.values()) == len(rows)


@settings(deadline=None)
@given(st.lists(ROWS, max_size=12, unique_by=lambda row: row.order_id))
def test_the_sales_of_all_targets_are_the_deals_less_the_refunds(rows: list[OrderRow]) -> None:
    expected = sum(
        int(row.amount)
        for row in rows
        if row.person != "路人"
        and row.signed.month in (7, 8)
        and (row.amount < 0 or (row.amount > 0 and (row.collected or 0) * 10 >= row.amount * 3))
    )
    assert sum(matched(rows).sales().values()) == expected


@pytest.mark.parity
def test_the_sheets_of_orders_recalculate(plan: Path, tmp_path: Path) -> None:
    weeks = weeks_file(tmp_path / "w.xlsx", "| 2026-08-03 | S001 | 小张 | 7 | 700.01 | 5 |")
    output = tmp_path / "t.xlsx"
    run(plan, [weeks], [orders_file(tmp_path / "o.xlsx", *TAKEN)], output=output)
    assert_parity(output)


def test_leads_of_a_month_without_orders_do_not_lower_the_win_rate(plan: Path, tmp_path: Path) -> None:
    """July has 4 leads and an order, August 6 leads and none: 1 ÷ 4, not 1 ÷ 10; August has no win rate at all."""
    weeks = weeks_file(
        tmp_path / "w.xlsx",
        "| 2026-07-06 | S001 | 小张 | 4 | 300 | |",
        "| 2026-08-03 | S001 | 小张 | 6 | 0 | |",
    )
    found = document(run(plan, [weeks], [orders_file(tmp_path / "o.xlsx", TAKEN[0])]))["orders"]["views"]
    rates = {(view["scope"], view["name"]): (view["leads"], view["win_rate"]) for view in found}
    assert rates["team", None] == rates["person", "小张"] == (4, "0.250000")
    assert ("month", "2026-08") not in rates


WIN_PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-07 | 华东 | A产品 | S001 | 小张 | 销售额 | 1000 |
| 2026-08 | 华东 | A产品 | S001 | 小张 | 销售额 | 1000 |
| 2026-08 | 华南 | B产品 | S002 | 小李 | 销售额 | 800 |
| 2026-07 | 华东 |  | S001 | 小张 | 成交率 | 20% |
| 2026-08 | 华东 |  | S001 | 小张 | 成交率 | 20% |
"""


def test_deals_of_a_month_without_leads_do_not_raise_the_win_rate(tmp_path: Path) -> None:
    """July has one deal (D1) and says no leads; August one of 小张 (D2) of 8: 1 ÷ 8 for the two months, not 2 ÷ 8."""
    weeks = weeks_file(
        tmp_path / "w.xlsx",
        "| 2026-07-06 | S001 | 小张 | | 300 | |",
        "| 2026-08-03 | S001 | 小张 | 8 | 500 | |",
    )
    output, plan = tmp_path / "t.xlsx", workbook(tmp_path / "win.xlsx", {"月度计划": WIN_PLAN})
    found = document(run(plan, [weeks], [orders_file(tmp_path / "o.xlsx", *TAKEN[:2])], output=output))
    views = {(view["scope"], view["name"]): view for view in found["orders"]["views"]}
    for key in (("team", None), ("region", "华东"), ("person", "小张")):
        view = views[key]
        assert [view[name] for name in ("deals", "leads", "win_rate_deals", "win_rate")] == [2, 8, 1, "0.125000"]
    total = found["metrics"]["totals"][-1]
    assert [total[key] for key in ("part", "whole", "actual")] == ["1.00", "8.00", "0.125000"]
    team = [row for row in written(output, "指标跟踪") if row[1] == "成交率"]
    assert [row[3] for row in team[:2]] == [0.125, 0.125], team
    assert_parity(output)


def test_the_rows_of_orders_stand_in_the_order_of_the_plan_however_they_are_read(plan: Path, tmp_path: Path) -> None:
    def listed(name: str, rows: Sequence[str]) -> list[tuple[str, str | None]]:
        views = document(run(plan, [], [orders_file(tmp_path / name, *rows)]))["orders"]["views"]
        return [(view["scope"], view["name"]) for view in views]

    there, back = listed("a.xlsx", TAKEN), listed("b.xlsx", TAKEN[::-1])
    assert there == back
    assert [name for scope, name in there if scope in ("region", "person")] == ["华东", "华南", "小张", "小李"]


def test_orders_on_a_sheet_for_each_month_are_read_like_reports_on_such_sheets(plan: Path, tmp_path: Path) -> None:
    sheets = {"7月": ORDERS + TAKEN[0], "8月": ORDERS + "\n".join(TAKEN[1:])}
    outcome = run(plan, [], [workbook(tmp_path / "o.xlsx", sheets)])
    apart = run(plan, [], [orders_file(tmp_path / "one.xlsx", *TAKEN)])
    assert document(outcome)["orders"]["views"] == document(apart)["orders"]["views"]
    (said,) = (item for item in outcome.problems if item.code.name == "several-sheets-read")
    assert said.found(Lang.ZH) == "2 个工作表都是“订单明细”，全部读取：7月、8月。"


def test_a_copy_typed_into_the_kept_orders_is_named_in_the_tracking_workbook(plan: Path, tmp_path: Path) -> None:
    """Row for row the same file and line, so that only the tracking workbook can tell the two apart."""
    output = tmp_path / "t.xlsx"
    run(plan, [], [orders_file(tmp_path / "o.xlsx", *TAKEN)], output=output)
    book = opened(output)
    rows = list(book["订单明细"].iter_rows())
    header = next(row for row in rows if row[0].value == "订单号")
    at = next(at for at, cell in enumerate(header) if str(cell.value).startswith("合同额"))
    first, last = (next(row for row in rows if row[0].value == number) for number in ("D1", "D5"))
    for old, new in zip(first, last, strict=True):
        new.value = old.value
    last[at].value = 310
    book.save(output)
    (said,) = (item for item in run(output, [], []).problems if item.code.name == "order-twice")
    assert said.place == Place(str(output), "订单明细", last[at].coordinate)
    assert said.details["other"] == Place(str(output), "订单明细", first[at].coordinate)


def test_the_sales_cycle_is_shown_with_one_decimal(plan: Path, tmp_path: Path) -> None:
    """(10 + 31) ÷ 2 days, wherever the sheet has them."""
    output = tmp_path / "t.xlsx"
    weeks = weeks_file(tmp_path / "w.xlsx", "| 2026-08-03 | S001 | 小张 | 8 | 700 | |")
    run(plan, [weeks], [orders_file(tmp_path / "o.xlsx", *TAKEN)], output=output)
    sheet = opened(output)["订单分析"]
    shown = {cell.number_format for row in sheet.iter_rows() for cell in row if cell.value == 20.5}
    assert shown == {"#,##0.0"}


def test_the_board_begins_with_what_to_look_into_and_the_yuan_it_is_about(tmp_path: Path) -> None:
    """Nobody of the plan is 小钱, whose two rows of 70 and 30.50 are not counted: 100.50.

    D2 waits with 200; 小张's 700 reported in August stand against orders of 300: 400 too much.
    """
    plan = workbook(
        tmp_path / "plan.xlsx",
        {"月度计划": "| 月份 | 区域 | 销售员 | 指标 | 目标值 |\n| 2026-08 | 华东 | 小张 | 销售额 | 900 |"},
    )
    reports = workbook(
        tmp_path / "r.xlsx",
        {
            "销售周报": """
            | 周开始日期 | 销售员 | 销售额 |
            | 2026-08-03 | 小张 | 700 |
            | 2026-08-03 | 小钱 | 70 |
            | 2026-08-10 | 小钱 | 30.50 |"""
        },
    )
    orders = workbook(
        tmp_path / "o.xlsx",
        {
            "订单明细": """
            | 订单号 | 签约日期 | 销售员 | 客户 | 合同额 | 已回款 |
            | D1 | 2026-08-04 | 小张 | 甲 | 300 | 300 |
            | D2 | 2026-08-05 | 小张 | 乙 | 200 | 0 |"""
        },
    )
    output = tmp_path / "t.xlsx"
    outcome = track(plan, [reports], output, orders=[orders], options=TrackOptions(as_of=date(2026, 8, 31)))
    found = document(outcome)
    assert found["uncounted_sales"] == "100.50"
    assert [(item["person"], item["sales"]) for item in found["excluded"]] == [("小钱", "70.00"), ("小钱", "30.50")]
    rows = written(output, "看板")
    matters = {row[0]: row[1:4] for row in rows if row[3] in ("冲突与剔除", "待回款订单", "对账")}
    assert matters == {
        "人员不在计划内": [2, 100.5, "冲突与剔除"],
        "待回款订单": [1, 200, "待回款订单"],
        "销售额：上报与订单": [1, 400, "对账"],
    }
    titles = [row[0] for row in rows]
    assert titles.index("总览") < titles.index("需要处理") < titles.index("按区域")
    assert "未计入的销售额 100.50 元" in str(rows[1][0])
