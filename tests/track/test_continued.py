"""A tracking workbook goes on: reports merged into it end in the table that all of them at once would have given."""

import random
import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month
from salescli.table.errors import UnusableFile
from salescli.track.options import OnConflict, TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from tests.parity import opened
from tests.sheets import Cell, workbook, written

PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | A产品 | S001 | 小张 | 销售额 | 1000 |
| 2026-08 | 华南 | B产品 | | 小李 | 销售额 | 600 |
| 2026-08 | 华北 | A产品 | S003 | 小王 | 销售额 | 200 |
| 2026-08 | 华北 | C产品 | S003 | 小王 | 销售额 | 300 |
| 2026-09 | 华东 | A产品 | S001 | 小张 | 销售额 | 1100 |
| 2026-09 | 华南 | B产品 | | 小李 | 销售额 | 700 |
| 2026-08 | 华东 | A产品 | S001 | 小张 | 新客户数 | 3家 |
"""
HEADER = "| 周开始日期 | 月份 | 区域 | 产品线 | 工号 | 销售员 | 销售额(元) | 未达标原因 | 提交时间 |\n"
OPTIONS = TrackOptions(as_of=date(2026, 9, 14))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})


def report(path: Path, *rows: str) -> Path:
    return workbook(path, {"销售周报": HEADER + "\n".join(rows)})


def run(
    plan: Path, reports: Sequence[Path], output: Path | None = None, options: TrackOptions = OPTIONS
) -> TrackResult:
    outcome = track(plan, reports, output, options=options, run=RunOptions(skip_invalid=True))
    assert outcome.result is not None, [str(problem) for problem in outcome.problems]
    assert not outcome.blocked
    assert outcome.result.account.adds_up
    return outcome.result


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "周报"
    return [
        report(
            folder / "w1.xlsx",
            "| 2026-08-03 | | 华东 | | S001 | 小张 | 210.55 | 客户推迟 | 2026-08-07 16:20 |",
            "| 2026-08-03 | | | | | 小李 | 9.5 | | 2026-08-08 09:00 |",
            "| 2026-08-03 | | | | | 路人 | 1 | | |",
            "| 2026-08-05 | | | | S003 | 小王 | 5 | | |",
        ),
        report(
            folder / "w2.xlsx",
            "| 2026-08-31 | 2026-08 | | | S001 | 小张 | 10 | | |",
            "| 2026-08-31 | 2026-09 | | | S001 | 小张 | 40 | | |",
            "| 2026-08-31 | | | | | 小李 | 7 | | |",
            "| 2026-08-03 | | | | | 小李 | 8.5 | | 2026-08-07 10:00 |",
        ),
        report(
            folder / "w3.xlsx",
            "| 2026-09-07 | | | | S001 | 小张 | 60 | | |",
            "| 2026-07-06 | | | | S001 | 小张 | 9 | | |",
            "| 2026-09-07 | | | D产品 | S003 | 小王 | 3 | | |",
            "| 2026-09-07 | | | | | 小李 | 很多 | | |",
        ),
    ]


def test_merging_the_same_reports_again_changes_not_a_byte(plan: Path, reports: list[Path], tmp_path: Path) -> None:
    first, second, third = tmp_path / "t1.xlsx", tmp_path / "t2.xlsx", tmp_path / "t3.xlsx"
    original = run(plan, reports, first)
    assert run(first, reports, second).document() == original.document()
    assert second.read_bytes() == first.read_bytes()
    outcome = track(second, reports[:1], third, options=OPTIONS)
    assert third.read_bytes() == first.read_bytes()
    assert outcome.outputs == (third,)
    assert "nothing-new" in [problem.code.name for problem in outcome.problems]


def test_a_workbook_alone_goes_out_as_it_came(plan: Path, reports: list[Path], tmp_path: Path) -> None:
    first, second = tmp_path / "t1.xlsx", tmp_path / "t2.xlsx"
    original = run(plan, reports, first)
    assert run(first, [], second).document() == original.document()
    assert second.read_bytes() == first.read_bytes()


def test_week_by_week_gives_what_all_at_once_gives(plan: Path, reports: list[Path], tmp_path: Path) -> None:
    """August's workbook takes September's reports, though it showed no September yet."""
    whole = run(plan, reports, tmp_path / "whole.xlsx")
    august = run(plan, reports[:1], tmp_path / "t1.xlsx")
    assert august.months == (Month(2026, 8),)
    run(tmp_path / "t1.xlsx", reports[1:2], tmp_path / "t2.xlsx")
    last = run(tmp_path / "t2.xlsx", reports[2:], tmp_path / "t3.xlsx")
    assert last.document() == whole.document()
    assert last.account.document() == {
        "read": 12, "merged": 8, "duplicate": 0, "superseded": 1, "unknown": 1, "outside": 1, "invalid": 1,
    }  # fmt: skip
    for sheet in ("看板", "月度跟踪", "明细", "漏报迟报", "冲突与剔除", "跟踪目标"):
        assert written(tmp_path / "t3.xlsx", sheet) == written(tmp_path / "whole.xlsx", sheet)


def test_the_folder_of_a_file_does_not_matter_but_its_content_does(plan: Path, tmp_path: Path) -> None:
    """Everybody's file is called 周报.xlsx; line 2 of one is not line 2 of the other."""
    zhang = report(tmp_path / "1" / "周报.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 5 | | |")
    li = report(tmp_path / "2" / "周报.xlsx", "| 2026-08-03 | | | | | 小李 | 5 | | |")
    first = tmp_path / "t1.xlsx"
    run(plan, [zhang], first)
    result = run(first, [li], tmp_path / "t2.xlsx")
    assert (result.account.read, result.account.merged) == (2, 2)
    moved = Path(shutil.copytree(tmp_path / "1", tmp_path / "3")) / "周报.xlsx"
    assert run(first, [moved]).account.read == 1


def test_a_correction_takes_the_place_of_the_row_the_workbook_keeps(plan: Path, tmp_path: Path) -> None:
    early = report(tmp_path / "w.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 5 | | 2026-08-07 09:00 |")
    late = report(tmp_path / "v.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 6 | | 2026-08-07 10:00 |")
    run(plan, [early], tmp_path / "t1.xlsx")
    result = run(tmp_path / "t1.xlsx", [late])
    assert [(str(report.row.sales)) for report in result.reports] == ["6"]
    assert [(item.reason.value, Path(item.place.file or "").name, item.row) for item in result.excluded] == [
        ("superseded", "w.xlsx", 2)
    ]


def test_rows_once_added_up_stay_added_up(plan: Path, tmp_path: Path) -> None:
    path = report(
        tmp_path / "w.xlsx",
        "| 2026-08-03 | | | | S001 | 小张 | 5 | | |",
        "| 2026-08-03 | | | | S001 | 小张 | 6 | | |",
    )
    first, second = tmp_path / "t1.xlsx", tmp_path / "t2.xlsx"
    run(plan, [path], first, TrackOptions(as_of=date(2026, 9, 14), on_conflict=OnConflict.SUM))
    assert run(first, [path], second).reports[1].row.sales == 6
    third = report(tmp_path / "x.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 7 | | |")
    blocked = track(first, [third], options=OPTIONS)
    assert [problem.code.name for problem in blocked.problems if problem.severity == "error"] == ["report-conflict"]


def test_missing_reports_are_those_of_the_whole(plan: Path, reports: list[Path], tmp_path: Path) -> None:
    run(plan, reports[:1], tmp_path / "t1.xlsx")
    later = report(
        tmp_path / "w9.xlsx",
        *(f"| 2026-08-{day} | | | | S001 | 小张 | 1 | | |" for day in (10, 17, 24)),
        "| 2026-08-24 | | | | | 小李 | 1 | | |",
    )
    options = TrackOptions(as_of=date(2026, 8, 31))
    result = run(tmp_path / "t1.xlsx", [later], options=options)
    assert [(item.person.name, item.week.monday.day) for item in result.missing] == [
        ("小李", 10), ("小王", 10), ("小李", 17), ("小王", 17), ("小王", 24),
    ]  # fmt: skip


def test_another_day_is_another_workbook(plan: Path, reports: list[Path], tmp_path: Path) -> None:
    first, second = tmp_path / "t1.xlsx", tmp_path / "t2.xlsx"
    run(plan, reports, first)
    run(first, reports, second, TrackOptions(as_of=date(2026, 9, 7)))
    assert first.read_bytes() != second.read_bytes()


def edited(path: Path, sheet: str, header: str, person: str, value: str | int) -> Path:
    """The workbook with one cell typed over: the first line of `person` on `sheet`."""
    book = opened(path)
    rows = list(book[sheet].iter_rows())
    at = next(index for index, row in enumerate(rows) if header in [cell.value for cell in row])
    column = next(index for index, cell in enumerate(rows[at], 1) if cell.value == header)
    line = next(row for row in rows[at + 1 :] if person in [cell.value for cell in row])
    book[sheet].cell(line[0].row or 0, column).value = value
    book.save(path)
    return path


def test_a_note_written_into_the_workbook_stays_and_a_changed_target_is_said(
    plan: Path, reports: list[Path], tmp_path: Path
) -> None:
    first = tmp_path / "t1.xlsx"
    run(plan, reports, first)
    edited(first, "月度跟踪", "备注(未达标原因)", "小李", "客户推迟到九月")
    edited(first, "月度跟踪", "月度目标(元)", "小张", 999)
    outcome = track(first, reports, options=OPTIONS, run=RunOptions(skip_invalid=True))
    assert outcome.result is not None
    notes = {(str(row.month), row.person): row.note for row in outcome.result.rows if row.note}
    assert notes == {("2026-08", "小李"): "客户推迟到九月", ("2026-08", "小张"): "客户推迟"}
    (said,) = (problem for problem in outcome.problems if problem.code.name == "kept-target-differs")
    assert (said.details["shown"], said.details["kept"]) == ("999", "1,000")
    targets = {(str(row.month), row.person): row.figures.target for row in outcome.result.rows}
    assert targets["2026-08", "小张"] == 1000


def test_what_stands_beside_the_reports_changes_nothing_either(tmp_path: Path) -> None:
    """Strategies and self-checks of the plan's workbook, and orders and finance given again."""
    plan = workbook(
        tmp_path / "plan.xlsx",
        {
            "月度计划": PLAN,
            "策略执行跟踪表": """
            | 策略名称 | 责任人 | 开始时间 | 截止时间 | 当前进度 |
            | 优化SOP | 小张 | 2026-07-01 | 2026-07-15 | 进行中(梳理) |""",
            "周目标自查表": """
            | 销售员 | 周开始日期 | 检查项目 | 目标 | 实际 |
            | 小张 | 2026-08-03 | 新客户拜访数 | 10 | 8 |""",
        },
    )
    path = report(tmp_path / "w.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 210.55 | | |")
    ledgers = workbook(
        tmp_path / "books.xlsx",
        {
            "订单明细": """
            | 订单号 | 签约日期 | 工号 | 销售员 | 客户 | 合同额 | 已回款 |
            | D1 | 2026-08-05 | S001 | 小张 | 甲 | 210.55 | 100 |
            | D2 | 2026-08-06 | S001 | 小张 | 甲 | 100 | 10 |""",
            "财务回款": "| 回款日期 | 订单号 | 销售员 | 回款额 |\n| 2026-08-05 | D1 | 小张 | 100 |",
        },
    )
    first, second = tmp_path / "t1.xlsx", tmp_path / "t2.xlsx"
    track(plan, [path], first, orders=[ledgers], finance=[ledgers], options=OPTIONS)
    track(first, [path], second, orders=[ledgers], finance=[ledgers], options=OPTIONS)
    assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("seed", range(4))
def test_however_the_files_are_portioned_the_result_is_one(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    header: list[Cell] = ["周开始日期", "产品线", "销售员", "销售额(元)", "提交时间"]
    people = (("小张", "A产品"), ("小李", "B产品"), ("小王", "A产品"), ("小王", "C产品"), ("路人", "A产品"))
    table: list[list[Cell]] = [["月份", "区域", "产品线", "销售员", "指标", "目标值"]]
    table += [[f"2026-{m:02}", "华东", line, name, "销售额", 100] for m in (8, 9) for name, line in people[:4]]
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": table})
    files = []
    for number in range(4):
        rows: list[list[Cell]] = [header]
        for _ in range(dice.randint(1, 7)):
            person, product = dice.choice(people)
            monday = date(2026, 7, 27) + timedelta(weeks=dice.randint(0, 6))
            at = f"2026-08-{dice.randint(10, 28)} {dice.randint(10, 23)}:{dice.randint(10, 59)}"
            rows.append([monday, dice.choice([product, None]), person, dice.choice(["10", "20", "x"]), at])
        files.append(workbook(tmp_path / f"r{number}.xlsx", {"周报": rows}))
    whole = run(plan, files)
    dice.shuffle(files)
    run(plan, files[:1], tmp_path / "t1.xlsx")
    run(tmp_path / "t1.xlsx", files[1:3], tmp_path / "t2.xlsx")
    portioned = run(tmp_path / "t2.xlsx", files[2:])
    keys = ("rows", "totals", "missing", "late", "months")
    assert {key: portioned.document()[key] for key in keys} == {key: whole.document()[key] for key in keys}
    assert portioned.account.read == whole.account.read
    assert portioned.account.merged == whole.account.merged


def test_a_correction_of_a_correction_is_what_every_earlier_row_points_to(plan: Path, tmp_path: Path) -> None:
    """5, then 6, then 8: both the 5 and the 6 gave way to 8, whether the files came one by one or at once."""
    row = "| 2026-08-03 | | | | S001 | 小张 | {} | | 2026-08-07 {}:00 |"
    files = [
        report(tmp_path / f"w{at}.xlsx", row.format(sales, hour))
        for at, (sales, hour) in enumerate(((5, "09"), (6, 10), (8, 11)))
    ]
    run(plan, files, tmp_path / "whole.xlsx")
    run(plan, files[:1], tmp_path / "t1.xlsx")
    run(tmp_path / "t1.xlsx", files[1:2], tmp_path / "t2.xlsx")
    last = run(tmp_path / "t2.xlsx", files[2:], tmp_path / "t3.xlsx")
    assert [(str(item.sales), str(item.counted)) for item in last.excluded] == [("5", "8"), ("6", "8")]
    sheet = written(tmp_path / "t3.xlsx", "冲突与剔除")
    assert sheet == written(tmp_path / "whole.xlsx", "冲突与剔除")
    assert [row[3:6] for row in sheet if row[1] == "小张"] == [[5, 8, 3], [6, 8, 2]]
    assert ["合计", None, None, 11, 16, 5] in [row[:6] for row in sheet]


ORDERS = """
| 订单号 | 签约日期 | 工号 | 销售员 | 客户 | 合同额(元) | 已回款(元) | 成本(元) | 客户类型 |
| D1 | 2026-08-05 | S001 | 小张 | 甲 | 300 | 100 | 200.5 | 新客户 |
| D2 | 2026-08-06 | S001 | 小张 | 乙 | 200 | {collected} | | 老客户 |
| D3 | 2026-08-07 | | 路人 | 丙 | 50 | 50 | | |
| D4 | 2026-02-07 | S001 | 小张 | 丁 | 50 | 50 | | |
| D1 | 2026-08-05 | S001 | 小张 | 甲 | 300 | 100 | 200.5 | 新客户 |
"""
FINANCE = """
| 回款日期 | 工号 | 销售员 | 回款额(元) |
| 2026-08-06 | S001 | 小张 | 100 |
| 2026-08-06 | S001 | 小张 | 100 |
| 2026-08-09 | | 路人 | 7 |
"""


def test_orders_and_collections_are_kept_and_need_not_be_given_again(plan: Path, tmp_path: Path) -> None:
    """August's actual is that of the orders: D1's 300; D2 waits for its 60. The workbook alone says the same, to the
    byte; so do the same files given again; and with 80 of D2 collected August sold 500."""
    orders = workbook(tmp_path / "o.xlsx", {"订单明细": ORDERS.format(collected=20)})
    later = workbook(tmp_path / "later.xlsx", {"订单明细": ORDERS.format(collected=80)})
    finance = workbook(tmp_path / "f.xlsx", {"财务回款": FINANCE})
    first, second, third, fourth = (tmp_path / f"t{at}.xlsx" for at in (1, 2, 3, 4))
    whole = track(plan, [], first, orders=[orders], finance=[finance], options=OPTIONS)
    assert whole.result is not None
    assert whole.result.orders is not None
    assert whole.result.finance is not None
    assert str(whole.result.totals.actual) == "300"
    assert whole.result.orders.account() == {
        "read": 5, "counted": 1, "pending": 1, "refund": 0, "empty": 0,
        "duplicate": 1, "unknown": 1, "outside": 1, "invalid": 0,
    }  # fmt: skip
    assert whole.result.finance.account() == {
        "read": 3, "merged": 2, "duplicate": 0, "unknown": 1, "outside": 0, "invalid": 0,
    }  # fmt: skip
    alone = track(first, [], second, options=OPTIONS)
    again = track(first, [], third, orders=[orders], finance=[finance], options=OPTIONS)
    for outcome in (alone, again):
        assert outcome.result is not None
        assert outcome.result.document() == whole.result.document()
    assert second.read_bytes() == third.read_bytes() == first.read_bytes()
    renewed = track(first, [], fourth, orders=[later], options=OPTIONS)
    assert renewed.result is not None
    assert str(renewed.result.totals.actual) == "500"
    (said,) = [item for item in renewed.problems if item.code.name == "orders-renewed"]
    assert said.details["orders"] == 1
    assert {row[0] for row in written(fourth, "订单明细") if row[0] in ("D1", "D2", "D3", "D4")} == {
        "D1",
        "D2",
        "D3",
        "D4",
    }


def test_a_tracking_workbook_among_the_reports_is_told_what_to_do_with(
    plan: Path, reports: list[Path], tmp_path: Path
) -> None:
    run(plan, reports, tmp_path / "周报" / "跟踪.xlsx")
    with pytest.raises(UnusableFile) as refused:
        track(plan, [tmp_path / "周报"], options=OPTIONS)
    (said,) = refused.value.problems
    assert (said.code.name, Path(said.place.file or "").name) == ("report-is-tracking", "跟踪.xlsx")


def test_a_correction_on_the_same_sheet_with_its_month_stated_counts_once_ever(plan: Path, tmp_path: Path) -> None:
    """5 on the 7th and 6 on the 10th: 6, also when the sheet is given again; with 4 of the next week appended, 10."""
    rows = (
        "| 2026-08-03 | 2026-08 | | | S001 | 小张 | 5 | | 2026-08-07 16:00 |",
        "| 2026-08-03 | 2026-08 | | | S001 | 小张 | 6 | | 2026-08-10 09:00 |",
    )
    book = tmp_path / "t1.xlsx"
    path = report(tmp_path / "w.xlsx", *rows)
    assert str(run(plan, [path], book).totals.actual) == "6"
    for rule in (None, OnConflict.LATEST):
        again = run(book, [path], options=TrackOptions(as_of=OPTIONS.as_of, on_conflict=rule))
        assert (str(again.totals.actual), again.account.read, again.account.superseded) == ("6", 2, 1)
    report(path, *rows, "| 2026-08-10 | 2026-08 | | | S001 | 小张 | 4 | | 2026-08-14 16:00 |")
    grown = run(book, [path])
    assert (str(grown.totals.actual), grown.account.read, grown.account.merged) == ("10", 3, 2)


def test_a_hundred_conflicts_decided_once_stay_decided(tmp_path: Path) -> None:
    """100 people with 1 and then 2, one row of somebody unknown: 200, and 100 + 1 rows that do not count."""
    people = [f"人{at:03}" for at in range(100)]
    table: list[list[Cell]] = [["月份", "区域", "销售员", "指标", "目标值"]]
    table += [["2026-08", "华东", name, "销售额", 10] for name in people]
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": table})
    header: list[Cell] = ["周开始日期", "销售员", "销售额(元)"]
    files = [
        workbook(tmp_path / f"{at}.xlsx", {"周报": [header, *(["2026-08-03", name, at] for name in people)]})
        for at in (1, 2)
    ]
    files.append(workbook(tmp_path / "x.xlsx", {"周报": [header, ["2026-08-03", "路人", 5]]}))
    book = tmp_path / "t1.xlsx"
    decided = run(plan, files, book, TrackOptions(as_of=OPTIONS.as_of, on_conflict=OnConflict.LATEST))
    assert str(decided.totals.actual) == "200"
    for given in ((), files, files[:1]):
        again = run(book, given)
        assert again.document() == decided.document()
        assert (again.account.superseded, again.account.unknown, str(again.uncounted)) == (100, 1, "5")
    with pytest.raises(UnusableFile):
        track(plan, [book], options=OPTIONS)


def test_a_decision_against_the_times_stays_and_is_said(plan: Path, tmp_path: Path) -> None:
    """5 on the 7th, 6 on the 8th, decided for the first: 5 until another option is given."""
    row = "| 2026-08-03 | | | | S001 | 小张 | {} | | 2026-08-{} 09:00 |"
    files = [report(tmp_path / f"{at}.xlsx", row.format(at, day)) for at, day in ((5, "07"), (6, "08"))]
    book = tmp_path / "t1.xlsx"
    run(plan, files, book, TrackOptions(as_of=OPTIONS.as_of, on_conflict=OnConflict.FIRST))
    outcome = track(book, files, options=OPTIONS)
    assert outcome.result is not None
    assert str(outcome.result.totals.actual) == "5"
    (said,) = [item for item in outcome.problems if item.code.name == "decision-kept"]
    assert said.details["weeks"] == 1
    anew = TrackOptions(as_of=OPTIONS.as_of, on_conflict=OnConflict.LATEST)
    assert str(run(book, [], options=anew).totals.actual) == "6"
    later = report(tmp_path / "7.xlsx", row.format(7, "09"))
    assert str(run(book, [later]).totals.actual) == "7"


def test_strategies_read_back_below_however_many_owners(tmp_path: Path) -> None:
    """Sixty strategies of sixty people: the table stands below that of its owners."""
    rows: list[list[Cell]] = [["策略名称", "责任人", "开始时间", "截止时间", "当前进度"]]
    rows += [[f"策略{at}", f"人{at}", "2026-07-01", "2026-10-01", "进行中"] for at in range(60)]
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN, "策略执行跟踪表": rows})
    path = report(tmp_path / "w.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 5 | | |")
    book = tmp_path / "t1.xlsx"
    first = run(plan, [path], book)
    assert first.outlook is not None
    assert first.outlook.strategies is not None
    assert len(first.outlook.strategies.strategies) == 60
    assert run(book, [path]).document() == first.document()


def test_without_the_hidden_rows_it_is_said_that_the_account_is_short(plan: Path, tmp_path: Path) -> None:
    path = report(
        tmp_path / "w.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 5 | | |", "| 2026-08-03 | | | | | 路人 | 1 | | |"
    )
    book = tmp_path / "t1.xlsx"
    run(plan, [path], book)
    changed = opened(book)
    del changed["跟踪余行"]
    changed.save(book)
    outcome = track(book, [], options=OPTIONS)
    assert "kept-rest-absent" in [problem.code.name for problem in outcome.problems]


def test_a_row_of_somebody_unknown_or_unreadable_is_one_however_often_it_comes(plan: Path, tmp_path: Path) -> None:
    rows = ("| 2026-08-03 | | | | | 路人 | 800 | | |", "| 2026-08-03 | | | | | 小李 | 很多 | | |")
    files = [report(tmp_path / f"{name}.xlsx", *rows) for name in "ab"]
    report(files[1], *rows, *rows, "| 2026-08-10 | | | | | 小李 | 1 | | |")
    whole = run(plan, files)
    assert whole.account.document() == {
        "read": 7, "merged": 1, "duplicate": 4, "superseded": 0, "unknown": 1, "outside": 0, "invalid": 1,
    }  # fmt: skip
    assert str(whole.uncounted) == "800"
    run(plan, files[1:], tmp_path / "t1.xlsx")
    assert run(tmp_path / "t1.xlsx", files[:1]).document() == whole.document()


def test_a_row_moved_to_another_line_of_its_sheet_is_the_same_row(plan: Path, tmp_path: Path) -> None:
    """小张 puts a week above the first one: his old row, 小李's and the unreadable one move down by a line."""
    rows = (
        "| 2026-08-03 | | | | S001 | 小张 | 5 | | |",
        "| 2026-08-03 | | | | | 小李 | 7 | | |",
        "| 2026-08-03 | | | | S003 | 小王 | 很多 | | |",
    )
    file = report(tmp_path / "w.xlsx", *rows)
    run(plan, [file], tmp_path / "t1.xlsx")
    report(file, "| 2026-08-10 | | | | S001 | 小张 | 6 | | |", *rows)
    outcome = track(
        tmp_path / "t1.xlsx", [file], tmp_path / "t2.xlsx", options=OPTIONS, run=RunOptions(skip_invalid=True)
    )
    grown = outcome.result
    assert grown is not None
    assert grown.account.document() == {
        "read": 4, "merged": 3, "duplicate": 0, "superseded": 0, "unknown": 0, "outside": 0, "invalid": 1,
    }  # fmt: skip
    assert grown.document() == run(plan, [file], tmp_path / "whole.xlsx").document()
    assert [item.row for item in grown.excluded] == [5]
    assert written(tmp_path / "t2.xlsx", "明细") == written(tmp_path / "whole.xlsx", "明细")


def test_a_row_that_stands_twice_stays_a_duplicate(plan: Path, tmp_path: Path) -> None:
    """The moved row is drawn once: its copy further down is a repeat, with or without the workbook."""
    row = "| 2026-08-03 | | | | S001 | 小张 | 5 | | |"
    file = report(tmp_path / "w.xlsx", row)
    run(plan, [file], tmp_path / "t1.xlsx")
    report(file, "| 2026-08-10 | | | | S001 | 小张 | 6 | | |", row, row)
    grown = run(tmp_path / "t1.xlsx", [file])
    assert (grown.account.read, grown.account.merged, grown.account.duplicate) == (3, 2, 1)


def test_of_two_unreadable_rows_alike_the_first_stays_the_first(plan: Path, tmp_path: Path) -> None:
    """Also where the first one's sheet holds nothing that could be read."""
    unreadable = "| 2026-08-03 | | | | | 小李 | 很多 | | |"
    good = "| 2026-08-10 | | | | | 小李 | 1 | | |"
    file = workbook(tmp_path / "w.xlsx", {"第一周": HEADER + unreadable, "第二周": f"{HEADER}{good}\n{unreadable}"})
    whole = run(plan, [file], tmp_path / "t1.xlsx")
    assert [(item.reason.value, item.place.sheet) for item in whole.excluded] == [
        ("invalid", "第一周"),
        ("duplicate", "第二周"),
    ]
    assert run(tmp_path / "t1.xlsx", [file]).excluded == whole.excluded
