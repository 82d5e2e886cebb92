"""Plans and weekly reports as real workbooks: files, months, people, conflicts, and the account."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month
from salescli.table.errors import CannotRun
from salescli.table.outcome import Outcome
from salescli.track.options import OnConflict, TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from salescli.words.language import Lang
from tests.parity import assert_parity
from tests.sheets import Cell, workbook, written
from tests.track.output import sheet_names

PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | A产品 | S001 | 小张 | 销售额 | 80万 |
| 2026-08 | 华南 | B产品 | S002 | 小李 | 销售额 | 600,000 |
| 2026-08 | 华北 | A产品 | S003 | 小王 | 销售额 | 200,000 |
| 2026-08 | 华北 | C产品 | S003 | 小王 | 销售额 | 300,000 |
| 2026-08 | 华东 | A产品 | S001 | 小张 | 新客户数 | 3家 |
"""
HEADER = "| 周开始日期 | 月份 | 区域 | 产品线 | 工号 | 销售员 | 销售额(元) | 回款额(元) | 提交时间 |\n"
AUGUST = TrackOptions(as_of=date(2026, 8, 31))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})


def report(path: Path, *rows: str) -> Path:
    return workbook(path, {"销售周报": HEADER + "\n".join(rows)})


def found(outcome: Outcome[TrackResult]) -> TrackResult:
    assert outcome.result is not None, [str(problem) for problem in outcome.problems]
    assert outcome.result.account.adds_up
    return outcome.result


def actuals(result: TrackResult) -> dict[tuple[str, str | None], str]:
    return {(row.person, row.product): f"{row.figures.actual}" for row in result.rows}


def codes(outcome: Outcome[TrackResult]) -> list[str]:
    return [problem.code.name for problem in outcome.problems if problem.code.name != "metric-lacks-data"]


def test_reports_are_merged_into_the_plan(plan: Path, tmp_path: Path) -> None:
    report(
        tmp_path / "周报" / "w1.xlsx",
        "| 2026-08-03 | | 华东 | A产品 | S001 | 小张 | 210,000 | 18万 | 2026-08-07 16:20 |",
        "| 2026-08-03 | | 华南 | | | 小李 | 9.5万 | | 2026-08-07 17:00 |",
    )
    report(
        tmp_path / "周报" / "二组" / "w2.xlsx",
        "| 2026-08-10 | | 华东 | A产品 | S001 | 小张 | 30,000.55 | 20,000 | 2026-08-14 17:01 |",
        "| 2026-08-10 | | | C产品 | S003 | 小王 | 300,001 | | 2026-08-14 12:00 |",
    )
    result = found(track(plan, [tmp_path / "周报"], options=AUGUST))
    assert actuals(result) == {
        ("小张", "A产品"): "240000.55",
        ("小李", "B产品"): "95000",
        ("小王", "A产品"): "0",
        ("小王", "C产品"): "300001",
    }
    document = result.document()
    assert document["rows"][0]["collected"] == "200000.00"
    assert document["totals"]["target"] == "1900000.00"
    assert [row["status"] for row in document["rows"]] == ["behind", "behind", "behind", "exceeded"]
    assert document["account"]["read"] == document["account"]["merged"] == 4
    late = [(item["person"], item["week"], item["submitted"]) for item in document["late"]]
    assert late == [("小张", "2026-08-10", "2026-08-14T17:01:00")]


def test_missing_reports_are_those_of_closed_weeks_of_the_month(plan: Path, tmp_path: Path) -> None:
    """Weeks of August 2026 by their Monday: 3, 10, 17, 24 and 31; on 24 August the first three are over."""
    weeks = ("2026-08-03", "2026-08-10", "2026-08-17")
    rows = [f"| {week} | | | A产品 | S003 | 小王 | 1 | | |" for week in weeks]
    rows.append("| 2026-08-10 | | | | S001 | 小张 | 1 | | |")
    report(tmp_path / "r.xlsx", *rows)
    result = found(track(plan, [tmp_path / "r.xlsx"], options=TrackOptions(as_of=date(2026, 8, 24))))
    assert [(item.person.name, str(item.week)) for item in result.missing] == [
        ("小张", "2026-08-03"),
        ("小李", "2026-08-03"),
        ("小李", "2026-08-10"),
        ("小张", "2026-08-17"),
        ("小李", "2026-08-17"),
    ]
    on_sunday = found(track(plan, [tmp_path / "r.xlsx"], options=TrackOptions(as_of=date(2026, 8, 9))))
    assert on_sunday.missing == ()


def test_the_spring_festival_week_expects_no_report(tmp_path: Path) -> None:
    """In 2026 the holiday runs from 15 to 23 February, so the week of the 16th has no working day."""
    plan = workbook(
        tmp_path / "plan.xlsx",
        {"月度计划": "| 月份 | 区域 | 销售员 | 指标 | 目标值 |\n| 2026-02 | 华东 | 小张 | 销售额 | 100 |"},
    )
    report(tmp_path / "r.xlsx", "| 2026-02-02 | | | | | 小张 | 1 | | |")
    result = found(track(plan, [tmp_path / "r.xlsx"], options=TrackOptions(as_of=date(2026, 3, 10))))
    assert [str(item.week) for item in result.missing] == ["2026-02-09", "2026-02-23"]


def test_nobody_owes_a_report_for_a_month_without_a_target(tmp_path: Path) -> None:
    plan = workbook(
        tmp_path / "plan.xlsx",
        {
            "月度计划": """
            | 月份 | 区域 | 销售员 | 指标 | 目标值 |
            | 2026-07 | 华东 | 小张 | 销售额 | 100 |
            | 2026-08 | 华东 | 小张 | 销售额 | 100 |
            | 2026-08 | 华东 | 新人 | 销售额 | 100 |
            | 2026-07 | 华东 | 停薪 | 销售额 | 0 |"""
        },
    )
    report(tmp_path / "r.xlsx", "| 2026-08-03 | | | | | 小张 | 1 | | |", "| 2026-07-06 | | | | | 停薪 | 1 | | |")
    result = found(track(plan, [tmp_path / "r.xlsx"], options=TrackOptions(as_of=date(2026, 8, 10))))
    july = {item.person.name for item in result.missing if item.week.month == Month(2026, 7)}
    assert july == {"小张"}
    assert [item.person.name for item in result.missing if str(item.week) == "2026-08-03"] == ["新人"]


def test_lock_files_are_passed_over_and_a_path_counts_once(plan: Path, tmp_path: Path) -> None:
    path = report(tmp_path / "周报" / "w1.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 100 | | |")
    (tmp_path / "周报" / "~$w1.xlsx").write_bytes(b"lock")
    given: Sequence[str | Path] = [path, tmp_path / "周报", str(tmp_path / "周报" / "*.xlsx")]
    result = found(track(plan, given, options=AUGUST))
    assert (result.account.read, result.account.merged) == (1, 1)


def test_the_plan_and_the_output_are_no_reports_of_their_folder(plan: Path, tmp_path: Path) -> None:
    report(tmp_path / "w1.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 100 | | |")
    output = tmp_path / "out.xlsx"
    for _ in range(2):
        outcome = track(plan, [tmp_path], output, options=AUGUST, run=RunOptions(force=True))
        assert found(outcome).account.read == 1


@pytest.mark.parametrize(("name", "code"), [("empty", "empty-folder"), ("nothing*.xlsx", "no-match")])
def test_a_folder_or_pattern_that_gives_nothing_says_so(plan: Path, tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CannotRun) as refused:
        track(plan, [tmp_path / name])
    assert [problem.code.name for problem in refused.value.problems] == [code]


def test_a_copy_of_a_file_gives_duplicates_only(plan: Path, tmp_path: Path) -> None:
    path = report(
        tmp_path / "a.xlsx",
        "| 2026-08-03 | | | | S001 | 小张 | 100 | | |",
        "| 2026-08-03 | | | | | 陌生人 | 7 | | |",
    )
    shutil.copyfile(path, tmp_path / "b.xlsx")
    outcome = track(plan, [tmp_path / "b.xlsx", path], options=AUGUST)
    result = found(outcome)
    assert actuals(result)["小张", "A产品"] == "100"
    assert (result.account.read, result.account.duplicate, result.account.unknown) == (4, 2, 1)
    assert "same-content" in codes(outcome)


def test_a_report_without_a_weekly_table_names_its_file_andsheet_names(plan: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "r.xlsx", {"通讯录": "| 姓名 | 电话 |\n| 小张 | 138 |"})
    outcome = track(plan, [path])
    assert outcome.blocked
    assert codes(outcome) == ["no-table"]
    (problem,) = (item for item in outcome.problems if item.code.name == "no-table")
    assert (problem.place.file, problem.details["sheets"]) == (str(path), ("通讯录",))


def test_a_plan_may_hold_its_reports_but_not_lack_them(plan: Path, tmp_path: Path) -> None:
    assert codes(track(plan)) == ["no-reports"]
    rows = HEADER + "| 2026-08-03 | | | | S001 | 小张 | 100 | | |"
    both = workbook(tmp_path / "both.xlsx", {"月度计划": PLAN, "销售周报": rows})
    assert actuals(found(track(both, options=AUGUST)))["小张", "A产品"] == "100"


def test_a_conflict_is_an_error_that_names_both_cells(plan: Path, tmp_path: Path) -> None:
    one = report(tmp_path / "1.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 100 | | 2026-08-07 10:00 |")
    two = report(tmp_path / "2.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 130 | | |")
    outcome = track(plan, [one, two], options=AUGUST)
    (problem,) = (item for item in outcome.problems if item.code.name == "report-conflict")
    assert outcome.blocked
    assert outcome.result is None
    assert (problem.place.file, problem.place.cell) == (str(one), "G2")
    assert str(two) in str(problem.details["others"])
    assert "G2" in str(problem.details["others"])


@pytest.mark.parametrize(
    ("rule", "actual"), [(OnConflict.LATEST, "130"), (OnConflict.FIRST, "100"), (OnConflict.SUM, "230")]
)
def test_the_user_may_decide_a_conflict(plan: Path, tmp_path: Path, rule: OnConflict, actual: str) -> None:
    one = report(tmp_path / "1.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 100 | | |")
    two = report(tmp_path / "2.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 130 | | |")
    for given in ([one, two], [two, one]):
        result = found(track(plan, given, options=TrackOptions(as_of=date(2026, 8, 31), on_conflict=rule)))
        assert actuals(result)["小张", "A产品"] == actual
        assert result.account.superseded == (0 if rule is OnConflict.SUM else 1)


def test_the_later_submission_wins_of_itself_unless_told_to_fail(plan: Path, tmp_path: Path) -> None:
    path = report(
        tmp_path / "r.xlsx",
        "| 2026-08-03 | | | | S001 | 小张 | 130 | | 2026-08-08 09:00 |",
        "| 2026-08-03 | | | A产品 | S001 | 小张 | 100 | | 2026-08-07 10:00 |",
    )
    result = found(track(plan, [path], options=AUGUST))
    assert actuals(result)["小张", "A产品"] == "130"
    assert [(item.reason.value, item.row) for item in result.excluded] == [("superseded", 3)]
    assert codes(track(plan, [path], options=TrackOptions(on_conflict=OnConflict.FAIL))) == ["report-conflict"]


def test_a_week_over_two_months_is_one_warning_and_may_be_split(tmp_path: Path) -> None:
    plan = workbook(
        tmp_path / "plan.xlsx",
        {
            "月度计划": """
            | 月份 | 区域 | 销售员 | 指标 | 目标值 |
            | 2026-08 | 华东 | 小张 | 销售额 | 100 |
            | 2026-09 | 华东 | 小张 | 销售额 | 100 |
            | 2026-09 | 华东 | 小李 | 销售额 | 100 |"""
        },
    )
    path = report(
        tmp_path / "r.xlsx",
        "| 2026-08-31 | 2026-08 | | | | 小张 | 10 | | |",
        "| 2026-08-31 | 2026-09 | | | | 小张 | 40 | | |",
        "| 2026-08-31 | | | | | 小李 | 7 | | |",
    )
    outcome = track(plan, [path], options=TrackOptions(as_of=date(2026, 9, 30)))
    result = found(outcome)
    assert [(str(row.month), row.person, int(row.figures.actual or 0)) for row in result.rows] == [
        ("2026-08", "小张", 10),
        ("2026-08", "小李", 7),
        ("2026-09", "小张", 40),
        ("2026-09", "小李", 0),
    ]
    straddling = [item for item in outcome.problems if item.code.name == "week-straddles"]
    assert [item.details["rows"] for item in straddling] == [1]


def test_all_weeks_across_two_months_are_one_finding(plan: Path, tmp_path: Path) -> None:
    path = report(
        tmp_path / "r.xlsx",
        "| 2026-08-10 | | | | | 小李 | 5 | | |",
        "| 2026-08-31 | | | | | 小张 | 40 | | |",
        "| 2026-07-27 | | | | | 小张 | 10 | | |",
        "| 2026-08-31 | | | | | 小李 | 7 | | |",
    )
    outcome = track(plan, [path], options=TrackOptions(as_of=date(2026, 9, 30)))
    (said,) = [item for item in outcome.problems if item.code.name == "weeks-straddle"]
    assert str(said.place).endswith("A4")
    assert said.found(Lang.ZH) == (
        "2 周跨两个月（2026-07-27、2026-08-31），其中 3 行没有写月份，都计入周一所在的月份。"
    )
    assert "(2026-07-27, 2026-08-31)" in said.found(Lang.EN)


def test_rows_of_other_months_are_outside(plan: Path, tmp_path: Path) -> None:
    path = report(
        tmp_path / "r.xlsx",
        "| 2026-07-06 | | | | S001 | 小张 | 5 | | |",
        "| 2026-08-03 | | | | S001 | 小张 | 100 | | |",
    )
    result = found(track(plan, [path], options=AUGUST))
    assert (result.account.merged, result.account.outside) == (1, 1)
    assert codes(track(plan, [path], options=TrackOptions(Month(2026, 7)))) == ["month-not-planned"]


def test_an_unknown_person_is_a_warning_with_a_suggestion(plan: Path, tmp_path: Path) -> None:
    path = report(
        tmp_path / "r.xlsx", "| 2026-08-03 | | | | S001 | 小张 | 1 | | |", "| 2026-08-03 | | | | | 小张三 | 5 | | |"
    )
    outcome = track(plan, [path], options=AUGUST)
    (problem,) = (item for item in outcome.problems if item.code.name == "unknown-person")
    assert found(outcome).account.unknown == 1
    assert "小张" in str(problem.details["near"])
    assert problem.place.cell == "F3"


def test_rows_without_a_target_stand_on_their_own_line(plan: Path, tmp_path: Path) -> None:
    path = report(
        tmp_path / "r.xlsx",
        "| 2026-08-03 | | | | S003 | 小王 | 11 | | |",
        "| 2026-08-03 | | | D产品 | S003 | 小王 | 22 | | |",
    )
    outcome = track(plan, [path], options=AUGUST)
    result = found(outcome)
    assert actuals(result) == {
        ("小张", "A产品"): "0",
        ("小李", "B产品"): "0",
        ("小王", "A产品"): "0",
        ("小王", "C产品"): "0",
        ("小王", None): "11",
        ("小王", "D产品"): "22",
    }
    assert {row["status"] for row in result.document()["rows"][-2:]} == {"no_target"}
    assert sorted(codes(outcome)) == ["no-target-row", "product-not-named"]
    assert result.document()["totals"]["actual"] == "33.00"


def test_a_monthly_table_may_be_the_plan(tmp_path: Path) -> None:
    plan = workbook(
        tmp_path / "monthly.xlsx",
        {
            "月度跟踪": """
            | 月份 | 区域 | 销售员 | 月度目标 | 累计实际 | 备注 |
            | 2026-07 | 华东 | 小张 | 100 | 60 | 七月 |
            | 2026-08 | 华东 | 小张 | 100 | 70 | 八月 |
            | 2026-09 | 华东 | 小张 | 100 | | |"""
        },
    )
    path = report(tmp_path / "r.xlsx", "| 2026-08-03 | | | | | 小张 | 90 | | |")
    outcome = track(plan, [path], options=AUGUST)
    result = found(outcome)
    assert [(str(row.month), int(row.figures.actual or 0), row.note) for row in result.rows] == [
        ("2026-07", 60, "七月"),
        ("2026-08", 90, "八月"),
    ]
    (problem,) = (item for item in outcome.problems if item.code.name == "actual-differs")
    assert (problem.place.cell, problem.details["stated"], problem.details["computed"]) == ("E3", "70", "90")


@pytest.mark.parity
def test_a_board_of_several_months_shows_them_as_words(tmp_path: Path) -> None:
    plan = workbook(
        tmp_path / "monthly.xlsx",
        {
            "月度跟踪": """
            | 月份 | 区域 | 产品线 | 销售员 | 月度目标 | 累计实际 |
            | | 华东 | A产品 | 小张 | 100 | 50 |
            | 2026-07 | 华东 | A*品 | 小张 | 100.01 | 60 |
            | 2026-08 | 华东 | a*品 | 小张 | 100 | 70 |
            | 2026-08 | 华南 | A*品 | 小李 | 0 | 7.5 |"""
        },
    )
    output = tmp_path / "tracking.xlsx"
    track(plan, output=output)
    board = {row[0]: row[1:3] for row in written(output, "看板")}
    assert (board["未注明月份"], board["2026年7月"], board["2026年8月"]) == ([100, 50], [100.01, 60], [100, 77.5])
    assert (board["a*品"], board["A*品"]) == ([100, 70], [0, 7.5])
    assert_parity(output)


def test_undated_targets_cannot_take_reports_without_a_month(tmp_path: Path) -> None:
    plan = workbook(tmp_path / "m.xlsx", {"月度跟踪": "| 区域 | 销售员 | 月度目标 |\n| 华东 | 小张 | 100 |"})
    path = report(tmp_path / "r.xlsx", "| 2026-08-03 | | | | | 小张 | 90 | | |")
    assert codes(track(plan, [path])) == ["month-needed"]
    result = found(track(plan, [path], options=TrackOptions(Month(2026, 8))))
    assert result.document()["rows"][0]["achievement"] == "0.900000"


def test_a_metric_nobody_can_tell_from_sales_is_an_error(tmp_path: Path) -> None:
    plan = workbook(
        tmp_path / "plan.xlsx",
        {
            "月度计划": """
            | 月份 | 区域 | 销售员 | 指标 | 目标值 |
            | 2026-08 | 华东 | 小张 | 合同金额 | 100 |
            | 2026-08 | 华东 | 小张 | 回款额 | 100 |"""
        },
    )
    path = report(tmp_path / "r.xlsx", "| 2026-08-03 | | | | | 小张 | 90 | | |")
    assert codes(track(plan, [path])) == ["no-sales-metric"]


@pytest.mark.parity
def test_the_workbook_recalculates_and_reads_back(plan: Path, tmp_path: Path) -> None:
    path = report(
        tmp_path / "r.xlsx",
        "| 2026-08-03 | | | | S003 | 小王 | 11.11 | | 2026-08-08 09:00 |",
        "| 2026-08-03 | | | A产品 | S003 | 小王 | 160,000 | 5 | |",
        "| 2026-08-03 | | | A产品 | S003 | 小王 | 160,000 | 5 | |",
        "| 2026-08-03 | | | | | 路人 | 1 | | |",
    )
    output = tmp_path / "tracking.xlsx"
    first = found(track(plan, [path], output, options=AUGUST))
    assert_parity(output)
    again = found(track(output))
    assert again.document()["rows"] == first.document()["rows"]
    assert ["读取合计", 4] in [row[:2] for row in written(output, "冲突与剔除")]
    assert {"看板", "月度跟踪", "明细", "漏报迟报", "冲突与剔除", "跟踪目标", "问题清单"} < set(sheet_names(output))


def test_an_english_workbook_speaks_english(tmp_path: Path) -> None:
    plan = workbook(
        tmp_path / "plan.xlsx",
        {"Plan": "| Month | Region | Salesperson | Metric | Target |\n| 2026-08 | East | Ann | Sales | 100 |"},
    )
    path = workbook(
        tmp_path / "r.xlsx", {"Weekly": "| Week starting | Salesperson | Sales |\n| 2026-08-03 | Ann | 120 |"}
    )
    output = tmp_path / "tracking.xlsx"
    track(plan, [path], output, options=AUGUST)
    assert sheet_names(output)[:3] == ["Board", "Monthly tracking", "Pace"]
    assert "Weekly rows" in sheet_names(output)
    assert "Exceeded" in {cell for row in written(output, "Monthly tracking") for cell in row}


def test_a_person_who_could_be_two_is_left_out_when_asked(tmp_path: Path) -> None:
    from salescli.excel.intake import RunOptions

    plan = workbook(
        tmp_path / "plan.xlsx",
        {
            "月度计划": """
| 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | S1 | 王伟 | 销售额 | 100 |
| 2026-08 | 华东 | S2 | 王伟 | 销售额 | 100 |
"""
        },
    )
    reports = "| 周开始日期 | 工号 | 销售员 | 销售额 |\n| 2026-08-03 | S1 | 王伟 | 60 |\n| 2026-08-03 | | 王伟 | 7 |"
    report = workbook(tmp_path / "week.xlsx", {"销售周报": reports})
    assert track(plan, [report]).blocked
    outcome = track(plan, [report], tmp_path / "out.xlsx", run=RunOptions(skip_invalid=True))
    assert outcome.result is not None
    account = outcome.result.document()["account"]
    assert (account["read"], account["merged"], account["unknown"]) == (2, 1, 1)
    assert outcome.outputs


def test_a_region_that_is_not_the_plans_is_said_and_counts_in_the_plans(plan: Path, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "w.xlsx",
        {
            "周报": """
            | 周开始日期 | 区域 | 工号 | 销售员 | 销售额 |
            | 2026-08-03 | 华北 | S001 | 小张 | 40 |
            | 2026-08-10 | 华北 | S001 | 小张 | 2 |
            | 2026-08-17 | 华东 | S001 | 小张 | 1 |"""
        },
    )
    outcome = track(plan, [path], options=TrackOptions(as_of=date(2026, 8, 20)))
    (said,) = (problem for problem in outcome.problems if problem.code.name == "region-differs")
    assert (said.place.cell, said.details["rows"], said.details["amount"]) == ("B2", 2, "42")
    assert (said.details["found"], said.details["planned"]) == ("华北", ("华东",))
    assert outcome.result is not None
    assert {row.region for row in outcome.result.rows if row.figures.actual} == {"华东"}


def test_a_workbook_with_a_sheet_for_each_week_is_read_whole(tmp_path: Path) -> None:
    """Three weeks of 100, 200 and 300, the last corrected to 350 on a sheet of its own: 100 + 200 + 350."""
    header = "| 周开始日期 | 销售员 | 销售额(元) | 提交时间 |\n"
    sheets: dict[str, str | Sequence[Sequence[Cell]]] = {
        "8月3日": header + "| 2026-08-03 | 小张 | 100 | 2026-08-07 10:00 |",
        "8月10日": header + "| 2026-08-10 | 小张 | 200 | 2026-08-14 10:00 |",
        "8月17日": header + "| 2026-08-17 | 小张 | 300 | 2026-08-21 10:00 |",
        "8月17日更正": header + "| 2026-08-17 | 小张 | 350 | 2026-08-21 11:00 |",
        "说明": "| 每周一张 |",
    }
    plan = workbook(
        tmp_path / "plan.xlsx",
        {"月度计划": "| 月份 | 区域 | 销售员 | 指标 | 目标值 |\n| 2026-08 | 华东 | 小张 | 销售额 | 1000 |"},
    )
    outcome = track(plan, [workbook(tmp_path / "all.xlsx", sheets)], options=TrackOptions(as_of=date(2026, 8, 31)))
    assert outcome.result is not None
    assert str(outcome.result.totals.actual) == "650"
    assert outcome.result.account.document() == {
        "read": 4, "merged": 3, "duplicate": 0, "superseded": 1, "unknown": 0, "outside": 0, "invalid": 0,
    }  # fmt: skip
    (said,) = [item for item in outcome.problems if item.code.name == "several-sheets-read"]
    assert said.details["sheets"] == ("8月3日", "8月10日", "8月17日", "8月17日更正")
    assert {report.row.at().sheet for report in outcome.result.reports} == {"8月3日", "8月10日", "8月17日更正"}


def test_months_before_the_first_report_are_said_once_and_make_nobody_missing(tmp_path: Path) -> None:
    """Targets from June on, reports from August on: 小李 owes August's two closed weeks, June's nobody."""
    months = [f"| 2026-0{month} | 华东 | {name} | 销售额 | 100 |" for month in (6, 7, 8) for name in ("小张", "小李")]
    plan = workbook(
        tmp_path / "plan.xlsx", {"月度计划": "| 月份 | 区域 | 销售员 | 指标 | 目标值 |\n" + "\n".join(months)}
    )
    rows = [f"| 2026-08-{day:02} | | | | | 小张 | 1 | | |" for day in (3, 10)]
    path = report(tmp_path / "r.xlsx", *rows)
    output = tmp_path / "t.xlsx"
    outcome = track(plan, [path], output, options=TrackOptions(as_of=date(2026, 8, 17)))
    result = found(outcome)
    assert [(item.person.name, str(item.week)) for item in result.missing] == [
        ("小李", "2026-08-03"), ("小李", "2026-08-10"),
    ]  # fmt: skip
    (said,) = [item for item in outcome.problems if item.code.name == "months-without-reports"]
    assert [str(month.zh) for month in said.details["months"]] == ["2026年6月", "2026年7月"]  # type: ignore[attr-defined]  # a tuple of texts
    weeks = [str(row[0])[:10] for row in written(output, "漏报迟报") if "小李" in row]
    assert weeks == ["2026-08-10", "2026-08-03"]


def test_a_first_week_over_two_months_makes_nobody_missing_for_the_weeks_before_it(tmp_path: Path) -> None:
    """The week of June 29 is the first anybody reported: 小李 owes that one and July's first, none of June's others."""
    months = [f"| 2026-0{month} | 华东 | {name} | 销售额 | 100 |" for month in (6, 7) for name in ("小张", "小李")]
    plan = workbook(
        tmp_path / "plan.xlsx", {"月度计划": "| 月份 | 区域 | 销售员 | 指标 | 目标值 |\n" + "\n".join(months)}
    )
    path = report(tmp_path / "r.xlsx", *(f"| 2026-{day} | | | | | 小张 | 1 | | |" for day in ("06-29", "07-06")))
    result = found(track(plan, [path], options=TrackOptions(as_of=date(2026, 7, 13))))
    assert [(item.person.name, str(item.week)) for item in result.missing] == [
        ("小李", "2026-06-29"), ("小李", "2026-07-06"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sheets", "month"),
    [
        ({"销售周报": "| 2026年8月周报 |\n{header}{span}"}, None),
        ({"2026年8月": "{header}{span}"}, None),
        ({"销售周报": "{header}{span}\n| 2026-08-10 | | | | S002 | 小李 | 1 | | |"}, None),
        ({"销售周报": "{header}{span}"}, Month(2026, 8)),
    ],
)
def test_a_week_from_day_to_day_takes_its_year_from_its_file_or_the_month_asked_for(
    plan: Path, tmp_path: Path, sheets: dict[str, str], month: Month | None
) -> None:
    """A year in the title, the sheet's name, another row, or that of --month."""
    span = "| 08.03-08.09 | | | | S001 | 小张 | 5 | | |"
    tables = {name: text.format(header=HEADER, span=span) for name, text in sheets.items()}
    file = workbook(tmp_path / "w.xlsx", dict(tables))
    result = found(track(plan, [file], options=TrackOptions(as_of=date(2026, 8, 31), month=month)))
    weeks = {(row.person.name, row.row.week.monday) for row in result.reports}
    assert ("小张", date(2026, 8, 3)) in weeks


def test_a_year_of_other_rows_holds_only_for_a_span_that_it_makes_a_week(plan: Path, tmp_path: Path) -> None:
    """A day alone could lie in another year; 1.4-1.10 is a week of 2027, though the row above is of 2026."""
    december = "| 2026-12-28 | | | | S001 | 小张 | 5 | | |"
    file = report(tmp_path / "w.xlsx", december, "| 1.4-1.10 | | | | S001 | 小张 | 5 | | |")
    result = track(plan, [file]).result
    assert result is None or not result.reports
    said = [item for item in track(plan, [file]).problems if item.code.name == "year-from-context"]
    assert [(item.place.cell, item.details["year"]) for item in said] == [("A3", 2027)]
    report(file, december, "| 1月4日 | | | | S001 | 小张 | 5 | | |")
    assert "date-without-year" in codes(track(plan, [file]))


WEEK = "| 周开始日期 | 销售员 | 销售额(元) |\n| {monday} | 小张 | 100 |"
MISSPELT = WEEK.replace("销售额(元)", "销售額度")


@pytest.mark.parametrize("first", [WEEK, MISSPELT])
def test_a_misspelt_header_on_one_sheet_of_many_is_named(plan: Path, tmp_path: Path, first: str) -> None:
    """Whether another sheet fits or none does, the sheet and the header that comes near are said."""
    sheets = {"第一周": first.format(monday="2026-08-03"), "第二周": MISSPELT.format(monday="2026-08-10")}
    outcome = track(plan, [workbook(tmp_path / "all.xlsx", {**sheets})], options=AUGUST)
    found = [item for item in outcome.problems if item.code.name == "missing-column"]
    assert [item.place.sheet for item in found] == (["第二周"] if first is WEEK else ["第一周", "第二周"])
    assert all("“销售額度”是它吗" in item.found(Lang.ZH) for item in found)
    assert outcome.blocked
