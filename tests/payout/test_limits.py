"""Caps and floors: wordings, amounts, and that they never make selling more pay less."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescli.measure.period import Quarter
from salescli.payout.rewards import AtLeast, AtMost, read_reward
from salescli.payout.run import PayoutOptions
from salescli.words.language import Lang
from tests.parity import assert_parity, opened, recalculated
from tests.payout.sheets import FIGURES, MONTHLY, PLAN, amounts, codes, paid, run
from tests.payout.test_payout import QUARTER, RANKED
from tests.sheets import written

CAP = "| 封顶 | 不限 | 每月封顶17000元 | 全体销售员 |\n"
FLOOR = "| 保底 | 不限 | 每月保底3000元 | 全体销售员 |\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每月封顶20000元", AtMost(Decimal("20000.00"))),
        ("封顶2万", AtMost(Decimal("20000.00"))),
        ("提成上限：20,000元", AtMost(Decimal("20000.00"))),
        ("月度收入最高不超过2万元", AtMost(Decimal("20000.00"))),
        ("capped at 20000", AtMost(Decimal("20000.00"))),
        ("保底3000元/月", AtLeast(Decimal("3000.00"))),
        ("每月提成不低于3000元", AtLeast(Decimal("3000.00"))),
        ("at least 3000 per month", AtLeast(Decimal("3000.00"))),
        ("封顶", None),
        ("封顶20000元或30000元", None),
    ],
)
def test_the_wordings(text: str, expected: AtMost | AtLeast | None) -> None:
    assert read_reward(text) == expected


def test_a_cap_and_a_floor_are_components_of_their_own(tmp_path: Path) -> None:
    people = paid(run(tmp_path, plan=PLAN + CAP + FLOOR))
    assert amounts(people["小张"]) == {
        "commission": "16800.00",
        "bonus": "1000.00",
        "team": "0.00",
        "cap": "-800.00",
        "floor": "0.00",
        "total": "17000.00",
    }
    assert amounts(people["小李"])["floor"] == "3000.00"
    assert (amounts(people["小王"])["cap"], amounts(people["小王"])["total"]) == ("0.00", "8100.00")


def test_they_hold_for_each_month_and_leave_rankings_alone(tmp_path: Path) -> None:
    plan = RANKED + "| 封顶 | 不限 | 封顶1000元 | 华东销售员 |\n| 保底 | 不限 | 保底15元 | 华东、华南销售员 |\n"
    people = paid(run(tmp_path, QUARTER, plan, period="2026Q3"))
    # 小张: July 20 + 1000 is cut by 20; August 0 is raised to 15; September 36.30 + 3000 + 500 is cut by 2536.30
    assert amounts(people["小张"])["cap"] == "-2556.30"
    assert amounts(people["小张"])["floor"] == "15.00"
    assert amounts(people["小张"])["total"] == "6015.00"  # 1000 + 15 + 1000 and the prize of 4000
    assert amounts(people["小李"])["floor"] == "1.50"  # July earns 13.50
    assert amounts(people["小王"])["floor"] == "0.00"  # 华北 has none


def test_the_lowest_cap_counts(tmp_path: Path) -> None:
    plan = PLAN + CAP + "| 华东封顶 | 不限 | 封顶1万 | 华东销售员 |\n"
    assert amounts(paid(run(tmp_path, plan=plan))["小张"])["total"] == "10000.00"


@pytest.mark.parametrize("always", ["≥0%", "达成率≥0%", "0%以上", "每月"])
def test_a_condition_that_always_holds_is_none(tmp_path: Path, always: str) -> None:
    plan = PLAN + CAP.replace("不限", always)
    assert amounts(paid(run(tmp_path, plan=plan))["小张"])["total"] == "17000.00"


def test_a_limit_for_some_achievement_names_what_to_write(tmp_path: Path) -> None:
    (found,) = run(tmp_path, plan=PLAN + CAP.replace("不限", "≥50%")).problems
    assert (found.code.name, found.place.cell) == ("plan-mismatch", "C6")
    assert "封顶和保底对应“每月”" in found.remedy(Lang.ZH)


def test_what_cannot_be_limited_is_said(tmp_path: Path) -> None:
    outcome = run(tmp_path, plan=PLAN + "| 封顶 | 不限 | 封顶1万 | A产品销售员 |\n")
    assert [(item.code.name, item.place.cell) for item in outcome.problems] == [("plan-limit-scope", "D6")]
    said = codes(run(tmp_path, plan=PLAN + "| 封顶 | 不限 | 封顶1千 | 全体销售员 |\n" + FLOOR))
    assert said == ["plan-limits-cross", *["plan-tier-hidden-by-cap"] * 2]  # and 1,000 is earned well below 100 %
    apart = "| 封顶 | 不限 | 封顶1千 | 华东销售员 |\n| 保底 | 不限 | 保底3000 | 华南销售员 |\n"
    assert codes(run(tmp_path, plan=PLAN + apart)) == []


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 200_000), st.integers(0, 20_000))
def test_selling_more_never_pays_less(tmp_path_factory: pytest.TempPathFactory, sold: int, more: int) -> None:
    folder = tmp_path_factory.mktemp("limits")
    plan = PLAN + "| 封顶 | 不限 | 封顶3500元 | 全体销售员 |\n| 保底 | 不限 | 保底1200元 | 全体销售员 |\n"
    rows = FIGURES + f"| 甲 | 少 | 100000 | {sold} |\n| 乙 | 多 | 100000 | {sold + more} |"
    people = paid(run(folder, rows, plan))
    assert Decimal(1200) <= people["少"].total <= people["多"].total <= Decimal(3500)
    assert all(sum(step.amount or 0 for step in one.steps) == one.total for one in people.values())


@pytest.mark.parity
def test_the_columns_are_alive(tmp_path: Path) -> None:
    one = run(tmp_path, plan=PLAN + CAP + FLOOR, output=tmp_path / "1.xlsx")
    two = run(tmp_path, QUARTER, RANKED + CAP, period="2026Q3", output=tmp_path / "2.xlsx")
    assert_parity(*one.outputs, *two.outputs)
    sheet = written(tmp_path / "1.xlsx", "提成表")
    head = next(row for row in sheet if row[0] == "销售员")
    row = next(row for row in sheet if row[0] == "小张")
    assert row[head.index("封顶扣减(元)")] == -800
    assert MONTHLY.count("小张") == 1


BOUND = RANKED + "| 封顶 | 不限 | 封顶1000元 | 华东销售员 |\n| 保底 | 不限 | 保底15元 | 华东、华南销售员 |\n"


@pytest.mark.parity
def test_several_months_have_live_limits_too(tmp_path: Path) -> None:
    """小张: July 20 + 1000, August 0, September 36.30 + 3000 + 500, under 1,000 and over 15 a month."""
    options = PayoutOptions(Quarter(2026, 3), statements=tmp_path / "单")
    outcome = run(tmp_path, QUARTER, BOUND, output=tmp_path / "季.xlsx", options=options)
    sheet = written(tmp_path / "季.xlsx", "封顶与保底")
    at = next(at for at, row in enumerate(sheet) if row[0] == "销售员")
    keys = ("月份", "受限合计(元)", "封顶额(元)", "保底额(元)", "封顶扣减(元)", "保底补足(元)", "结果(元)")
    rows = [[row[sheet[at].index(key)] for key in keys] for row in sheet[at + 1 :] if row[0] == "小张"]
    assert rows == [
        ["2026-07", 1020, 1000, 15, -20, 0, 1000],
        ["2026-08", 0, 1000, 15, 0, 15, 15],
        ["2026-09", 3536.3, 1000, 15, -2536.3, 0, 1000],
    ]
    book = opened(tmp_path / "季.xlsx")["提成表"]
    head = next(row for row in book.iter_rows() if any(cell.value == "封顶扣减(元)" for cell in row))
    places = [at for at, cell in enumerate(head) if cell.value in ("封顶扣减(元)", "保底补足(元)")]
    mine = next(row for row in book.iter_rows() if any(cell.value == "小张" for cell in row))
    assert [str(mine[place].value)[0] for place in places] == ["=", "="]
    page = opened(next(path for path in outcome.outputs if "小张" in path.name))["提成确认单"]
    cap = next(row for row in page.iter_rows() if str(row[0].value).startswith("封顶扣减"))
    assert [str(cell.value)[0] for cell in cap[1:2] + cap[3:6]] == ["="] * 4  # the sum, and each month
    assert_parity(*outcome.outputs)


@pytest.mark.parity
def test_a_change_of_a_month_moves_what_is_cut(tmp_path: Path) -> None:
    """August typed over with 2,000 of 1,000: all three months pass the cap, which leaves 1,000 of each."""
    path = run(tmp_path, QUARTER, BOUND, period="2026Q3", output=tmp_path / "季.xlsx").outputs[0]
    book = opened(path)
    sheet = book["逐月计算"]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "销售员" for cell in row))
    place = next(at for at, cell in enumerate(head) if cell.value == "实际业绩(元)")
    august = next(row for row in sheet.iter_rows() if {"小张", "2026-08"} <= {cell.value for cell in row})
    august[place].value = 2000
    book.save(tmp_path / "changed.xlsx")
    fresh = recalculated(tmp_path / "changed.xlsx")["提成表"]
    texts = {cell: value for cell, value in fresh.items() if isinstance(value, str)}
    at = next(cell for cell, value in texts.items() if value == "小张")
    line = at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    named = {value: cell for cell, value in texts.items()}
    keys = ("提成(元)", "奖金(元)", "团队奖(元)", "封顶扣减(元)", "保底补足(元)")
    amounts_now = [fresh[named[key].rstrip("0123456789") + line] for key in keys]
    assert amounts_now[0] == pytest.approx(116.3)  # 20, 3 % of 2,000, 36.30
    assert amounts_now[4] == 0
    assert sum(float(str(amount)) for amount in amounts_now) == pytest.approx(3000)


def typed_over(path: Path, sheet: str, limit: str, amount: int) -> Path:
    """A copy of the workbook with the amount of a cap or floor typed over in its cell; there is but one."""
    book = opened(path)
    rows = [row for row in book[sheet].iter_rows() if limit in [cell.value for cell in row]]
    (cell,) = [row[at] for row in rows for at, one in enumerate(row) if isinstance(one.value, int | float)]
    cell.value = amount
    book.save(changed := path.with_name("changed.xlsx"))
    return changed


def column(sheet: Mapping[str, object], header: str, row_of: str) -> object:
    """The cell under `header` in the first row that has the text `row_of`."""
    place = {value: cell for cell, value in reversed(list(sheet.items())) if isinstance(value, str)}
    return sheet[place[header].rstrip("0123456789") + place[row_of].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")]


@pytest.mark.parity
def test_a_limit_typed_over_in_the_plan_moves_everybody_whom_it_binds(tmp_path: Path) -> None:
    """The cap of 17,000 lowered to 8,000: 小张 earned 17,800 and 小王 8,100, which it binds now; 小李, who earned
    nothing, still has the floor of 3,000, until that is raised to 4,000."""
    path = run(tmp_path, plan=PLAN + CAP + FLOOR, output=tmp_path / "月.xlsx").outputs[0]
    for limit, amount, wanted in (("封顶额(元)", 8000, (8000, 3000, 8000)), ("保底额(元)", 4000, (17_000, 4000, 8100))):
        fresh = recalculated(typed_over(path, "方案", limit, amount))["提成表"]
        assert tuple(column(fresh, "应发合计(元)", name) for name in ("小张", "小李", "小王")) == wanted


@pytest.mark.parity
def test_a_limit_of_several_months_and_of_a_statement_is_typed_over_once(tmp_path: Path) -> None:
    """小张 earned 1,020, 0 and 3,536.30: a cap of 2,000 leaves 1,020 + 15 + 2,000, beside 4,000 of the ranking.
    小李 has 15 (13.50 and the floor), 20 + 1,000, and 22 + 1,000 + 500 of the region at 110 %: 2,557, no cap."""
    options = PayoutOptions(Quarter(2026, 3), statements=tmp_path / "单")
    outcome = run(tmp_path, QUARTER, BOUND, output=tmp_path / "季.xlsx", options=options)
    fresh = recalculated(typed_over(tmp_path / "季.xlsx", "方案", "封顶额(元)", 2000))
    assert column(fresh["提成表"], "应发合计(元)", "小张") == pytest.approx(7035)
    assert column(fresh["封顶与保底"], "结果(元)", "合计") == pytest.approx(3035 + 2557)
    own = next(path for path in outcome.outputs if "小张" in path.name)
    page = recalculated(typed_over(own, "方案数值", "封顶额(元)", 2000))["提成确认单"]
    named = {value: cell for cell, value in page.items() if isinstance(value, str)}
    assert page["B" + named["应发合计（元）"][1:]] == pytest.approx(7035)


@pytest.mark.parity
def test_the_lowest_of_several_caps_is_found_by_formula(tmp_path: Path) -> None:
    """10,000 for 华东 beside 17,000 for all; raised to 16,000 it still is the lower one of 小张's two."""
    plan = PLAN + CAP + "| 华东封顶 | 不限 | 封顶1万 | 华东销售员 |\n"
    path = run(tmp_path, plan=plan, output=tmp_path / "月.xlsx").outputs[0]
    assert_parity(path)
    fresh = recalculated(typed_over(path, "方案", "华东封顶", 16_000))["提成表"]
    assert column(fresh, "应发合计(元)", "小张") == 16_000
