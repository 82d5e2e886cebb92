"""A week over two months in parts: the rows of one sheet stand beside each other, and give way together.

The week of 2026-08-31 has its Monday in August and the rest in September. Every figure is worked by hand.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from salescli.table.outcome import Outcome
from salescli.track.options import OnConflict, TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from tests.sheets import workbook, written

PLAN = """
| 月份 | 区域 | 产品线 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | A产品 | 小张 | 销售额 | 1000 |
| 2026-09 | 华东 | A产品 | 小张 | 销售额 | 1000 |
"""
WHOLE = ("| | 800 | {} |",)
PARTS = ("| 2026-08 | 100 | {} |", "| 2026-09 | 700 | {} |")
AUGUST, SEPTEMBER = ("| 2026-08 | 800 | {} |",), ("| 2026-09 | 800 | {} |",)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})


def report(path: Path, rows: Sequence[str], *times: str) -> Path:
    """The rows of 小张's week, each with its 提交时间."""
    given = [row.format(time) for row, time in zip(rows, times or [""] * len(rows), strict=True)]
    header = "| 周开始日期 | 销售员 | 月份 | 销售额(元) | 提交时间 |\n"
    return workbook(path, {"周报": header + "\n".join(f"| 2026-08-31 | 小张 {row}" for row in given)})


def run(
    plan: Path, files: Sequence[Path], output: Path | None = None, rule: OnConflict | None = None
) -> Outcome[TrackResult]:
    outcome = track(plan, files, output, options=TrackOptions(as_of=date(2026, 9, 30), on_conflict=rule))
    assert outcome.result is None or outcome.result.account.adds_up
    return outcome


def sales(outcome: Outcome[TrackResult]) -> list[str]:
    assert outcome.result is not None, [str(item) for item in outcome.problems]
    return [str(row.figures.actual) for row in outcome.result.rows]


def said(outcome: Outcome[TrackResult]) -> list[str]:
    return [item.code.name for item in outcome.problems]


def gone(outcome: Outcome[TrackResult]) -> list[tuple[str, str, str, str]]:
    """What gave way: its file, what it said, what counts instead, and the rows that do."""
    assert outcome.result is not None
    return [
        (Path(item.place.file or "").name, str(item.sales), str(item.counted), item.detail.en.replace("\\", "/"))
        for item in outcome.result.excluded
        if item.reason.value == "superseded"
    ]


@pytest.mark.parametrize("times", [("2026-09-07 10:00", "2026-09-07 10:01"), ("2026-09-07 10:00", "2026-09-07 10:00")])
def test_a_row_split_in_two_later_counts_in_both_months(plan: Path, tmp_path: Path, times: tuple[str, str]) -> None:
    """800 handed in on the 4th; on the 7th 100 of it are August's and 700 September's: 100 + 700, at any minute."""
    files = [
        report(tmp_path / "a.xlsx", WHOLE, "2026-09-04 10:00"),
        report(tmp_path / "b.xlsx", PARTS, *times),
    ]
    outcome = run(plan, files)
    assert sales(outcome) == ["100", "700"]
    ((file, before, counted, instead),) = gone(outcome)
    assert (file, before, counted) == ("a.xlsx", "800", "800")
    assert instead.count("b.xlsx") == 2
    assert sales(run(plan, files, rule=OnConflict.LATEST)) == ["100", "700"]
    assert sales(run(plan, files, rule=OnConflict.FIRST)) == ["800"]
    assert sales(run(plan, files, rule=OnConflict.SUM)) == ["900", "700"]


def test_without_times_the_two_are_a_conflict_and_a_policy_takes_one_whole(plan: Path, tmp_path: Path) -> None:
    """The file that stands first says 100 + 700, the second 800 for the week's own month, August."""
    files = [report(tmp_path / "a.xlsx", PARTS), report(tmp_path / "b.xlsx", WHOLE)]
    blocked = run(plan, files)
    assert "report-conflict" in said(blocked)
    (conflict,) = [item for item in blocked.problems if item.code.name == "report-conflict"]
    assert "2026年8月 100" in str(conflict)
    assert "2026年9月 700" in str(conflict)
    assert "2026年8月 800" in str(conflict)
    assert sales(run(plan, files, rule=OnConflict.FIRST)) == ["100", "700"]
    latest = run(plan, files, rule=OnConflict.LATEST)
    assert sales(latest) == ["800"]
    assert [item[:3] for item in gone(latest)] == [("a.xlsx", "100", "800"), ("a.xlsx", "700", "0")]


def test_a_month_corrected_counts_once_and_is_said(plan: Path, tmp_path: Path) -> None:
    """800 were August's on the 4th and September's on the 7th: 800 in all, and a warning that August's are gone."""
    files = [
        report(tmp_path / "a.xlsx", AUGUST, "2026-09-04 10:00"),
        report(tmp_path / "b.xlsx", SEPTEMBER, "2026-09-07 10:00"),
    ]
    outcome = run(plan, files)
    assert sales(outcome) == ["None", "800"]
    assert [item[:3] for item in gone(outcome)] == [("a.xlsx", "800", "800")]
    assert "report-part-replaced" in said(outcome)


def test_the_same_parts_handed_in_twice_are_repeats(plan: Path, tmp_path: Path) -> None:
    first, second = "2026-09-07 10:00", "2026-09-08 09:00"
    files = [report(tmp_path / "a.xlsx", PARTS, first, first), report(tmp_path / "b.xlsx", PARTS[::-1], second, second)]
    outcome = run(plan, files)
    assert sales(outcome) == ["100", "700"]
    assert outcome.result is not None
    assert outcome.result.account.duplicate == 2


def test_within_one_sheet_a_month_stated_twice_is_decided_by_its_time(plan: Path, tmp_path: Path) -> None:
    """August's 100 became 150 at eleven; September's 700 stand beside it. Without times nobody can tell."""
    rows = (*PARTS, "| 2026-08 | 150 | {} |")
    times = ("2026-09-07 10:00", "2026-09-07 10:00", "2026-09-07 11:00")
    outcome = run(plan, [report(tmp_path / "a.xlsx", rows, *times)])
    assert sales(outcome) == ["150", "700"]
    assert [item[1:3] for item in gone(outcome)] == [("100", "150")]
    blocked = run(plan, [report(tmp_path / "b.xlsx", rows)])
    (conflict,) = [item for item in blocked.problems if item.code.name == "report-conflict"]
    assert "D4 differs: “Sales” is 100 here and 150 there" in str(conflict)


def test_week_by_week_into_the_workbook_gives_what_all_at_once_gives(plan: Path, tmp_path: Path) -> None:
    """800, split into 100 + 700, corrected to 150 + 650: in pieces or at once."""
    files = [
        report(tmp_path / "a.xlsx", WHOLE, "2026-09-04 10:00"),
        report(tmp_path / "b.xlsx", PARTS, "2026-09-07 10:00", "2026-09-07 10:01"),
        report(
            tmp_path / "c.xlsx",
            ("| 2026-08 | 150 | {} |", "| 2026-09 | 650 | {} |"),
            "2026-09-08 10:00",
            "2026-09-08 10:00",
        ),
    ]
    whole = run(plan, files, tmp_path / "whole.xlsx")
    run(plan, files[:1], tmp_path / "t1.xlsx")
    run(tmp_path / "t1.xlsx", files[1:2], tmp_path / "t2.xlsx")
    last = run(tmp_path / "t2.xlsx", files[2:], tmp_path / "t3.xlsx")
    assert sales(last) == sales(whole) == ["150", "650"]
    assert sorted(item[:3] for item in gone(whole)) == [
        ("a.xlsx", "800", "800"), ("b.xlsx", "100", "150"), ("b.xlsx", "700", "650"),
    ]  # fmt: skip
    assert gone(last) == gone(whole)
    assert written(tmp_path / "t3.xlsx", "冲突与剔除") == written(tmp_path / "whole.xlsx", "冲突与剔除")
    run(tmp_path / "t3.xlsx", files, tmp_path / "t4.xlsx")
    assert (tmp_path / "t4.xlsx").read_bytes() == (tmp_path / "t3.xlsx").read_bytes()


def test_a_file_mended_where_it_lies_takes_the_place_of_its_own_earlier_rows(plan: Path, tmp_path: Path) -> None:
    """100 + 700 on the 7th; on the 8th the same file says 800, all September's: September 800, and not 900 in all."""
    path = report(tmp_path / "a.xlsx", PARTS, "2026-09-07 10:00", "2026-09-07 10:00")
    run(plan, [path], tmp_path / "t1.xlsx")
    path.unlink()
    report(path, SEPTEMBER, "2026-09-08 10:00")
    outcome = run(tmp_path / "t1.xlsx", [path])
    assert sales(outcome) == ["None", "800"]


@pytest.mark.parametrize(("rule", "left"), [(OnConflict.LATEST, "6"), (OnConflict.FIRST, "5")])
def test_a_file_that_gave_way_may_be_given_again(plan: Path, tmp_path: Path, rule: OnConflict, left: str) -> None:
    """Two versions without a time, decided once by the policy: neither needs deciding when it comes again."""
    files = [report(tmp_path / f"{name}.xlsx", (f"| | {amount} | {{}} |",)) for name, amount in (("a", 5), ("b", 6))]
    run(plan, files, tmp_path / "t1.xlsx", rule)
    again = [
        run(tmp_path / "t1.xlsx", given, tmp_path / f"t{at}.xlsx")
        for at, given in enumerate([files, *[[f] for f in files]], 2)
    ]
    for outcome in again:
        assert sales(outcome) == [left]
        assert outcome.result is not None
        assert (outcome.result.account.merged, outcome.result.account.superseded) == (1, 1)
    assert {(tmp_path / f"t{at}.xlsx").read_bytes() for at in (1, 2, 3, 4)} == {(tmp_path / "t1.xlsx").read_bytes()}
    third = report(tmp_path / "c.xlsx", ("| | 7 | {} |",))
    assert "report-conflict" in said(run(tmp_path / "t1.xlsx", [third]))
