"""Weekly self-checks: read from where people put them, and the coming week's form."""

from datetime import date
from pathlib import Path

from salescli.measure.rounding import plain
from salescli.table.outcome import Outcome
from salescli.track.options import TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from salescli.track.selfcheck import ITEMS
from salescli.track.tables import SELFCHECK
from tests.sheets import workbook, written

PLAN = """
| 月份 | 区域 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | 小张 | 销售额 | 210,000 |
| 2026-08 | 华东 | 小张 | 客户拜访 | 43个 |
| 2026-08 | 华南 | 小李 | 销售额 | 100,000 |
"""
REPORTS = """
| 周开始日期 | 销售员 | 产品演示 | 方案提交 | 销售额(元) |
| 2026-08-03 | 小张 | 2 | 4 | 1000 |
| 2026-08-10 | 小张 | 3 | 6 | 1000 |
"""
CHECKS = """
| 销售员 | 周开始日期 | 检查项目 | 目标 | 实际 |
| 小张 | 2026-08-10 | 新客户拜访数 | 10 | 8 |
| 小张 | 2026-08-10 | 销售方案提交数 | 7 | 7 |
| 小张 | 2026-08-10 | 周销售额 | 10万 | 12.5万 |
| 小张 | 2026-08-10 | 客户满意度调查 | 90% | 81% |
| 小张 | 2026-08-10 | 产品演示次数 | 4 | |
"""


def tracked(tmp_path: Path, checks: str = CHECKS, output: Path | None = None) -> Outcome[TrackResult]:
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    workbook(tmp_path / "周报" / "周报.xlsx", {"销售周报": REPORTS})
    workbook(tmp_path / "周报" / "自查.xlsx", {"周目标自查表": checks})
    return track(plan, [tmp_path / "周报"], output, options=TrackOptions(as_of=date(2026, 8, 14)))


def test_the_seven_items_are_those_of_the_table() -> None:
    assert [name.zh for name in ITEMS.values()] == [example["item"] for example in SELFCHECK.examples]


def test_a_file_of_self_checks_among_the_reports_is_read_and_is_no_report(tmp_path: Path) -> None:
    outcome = tracked(tmp_path)
    result = outcome.result
    assert result is not None
    assert result.account.read == 2
    assert [(item["item"], item["completion"]) for item in result.document()["selfcheck"]] == [
        ("新客户拜访数", "0.800000"),
        ("销售方案提交数", "1.000000"),
        ("周销售额", "1.250000"),
        ("客户满意度调查", "0.900000"),
        ("产品演示次数", None),
    ]
    assert sum(item.path.endswith("自查.xlsx") for item in outcome.inputs) == 1


def test_self_checks_beside_a_report_in_one_workbook_leave_it_a_report(tmp_path: Path) -> None:
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    both = workbook(tmp_path / "both.xlsx", {"销售周报": REPORTS, "周目标自查表": CHECKS})
    result = track(plan, [both], options=TrackOptions(as_of=date(2026, 8, 14))).result
    assert result is not None
    assert (result.account.merged, len(result.document()["selfcheck"])) == (2, 5)


def test_the_form_of_the_coming_week_is_filled_in_from_the_best_source(tmp_path: Path) -> None:
    """The week of the 17th has 5 of August's 21 working days: 43 visits ask for 10.2…, 210,000 yuan for 50,000.

    Proposals and satisfaction come from the last self-check (7, 90 %), demos from the mean of two reports (2.5),
    the rest from the documents' example.
    """
    result = tracked(tmp_path).result
    assert result is not None
    assert result.outlook is not None
    checks = result.outlook.selfcheck
    assert checks is not None
    assert str(checks.coming) == "2026-08-17"
    form = {
        check.item: plain(check.target.value)
        for check in checks.form
        if check.who is not None and check.who.name == "小张"
    }
    assert form == {
        "新客户拜访数": "11", "老客户跟进数": "15", "销售方案提交数": "7", "产品演示次数": "3",
        "成交订单数": "2", "周销售额": "50000", "客户满意度调查": "0.9",
    }  # fmt: skip
    assert len(checks.form) == 14


def test_a_later_answer_that_differs_is_remarked_on(tmp_path: Path) -> None:
    outcome = tracked(tmp_path, CHECKS + "| 小张 | 2026-08-10 | 新客户拜访数 | 10 | 9 |")
    assert [item.code.name for item in outcome.problems if item.code.name == "selfcheck-differs"]
    assert outcome.result is not None
    assert outcome.result.document()["selfcheck"][0]["actual"] == "9"


def test_the_written_form_reads_back_once_it_is_filled_in(tmp_path: Path) -> None:
    output = tmp_path / "tracking.xlsx"
    assert tracked(tmp_path, output=output).outputs
    rows = [row[:6] for row in written(output, "周自查") if row[0] == "小张" and "2026-08-17" in str(row[1])]
    assert len(rows) == 7
    form = [["销售员", "周开始日期", "检查项目", "目标", "实际"], *([*row[:4], row[3]] for row in rows)]
    plan = workbook(tmp_path / "next" / "plan.xlsx", {"月度计划": PLAN})
    workbook(tmp_path / "next" / "r" / "周报.xlsx", {"销售周报": REPORTS})
    workbook(tmp_path / "next" / "r" / "周自查.xlsx", {"周自查": form})  # type: ignore[dict-item]  # cells as read
    result = track(plan, [tmp_path / "next" / "r"], options=TrackOptions(as_of=date(2026, 8, 21))).result
    assert result is not None
    assert [item["completion"] for item in result.document()["selfcheck"]] == ["1.000000"] * 7


NAMESAKES = """
| 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | S1 | 小张 | 销售额 | 210,000 |
| 2026-08 | 华南 | S2 | 小张 | 销售额 | 84,000 |
"""
WEEKS = """
| 周开始日期 | 工号 | 销售员 | 销售额(元) |
| 2026-08-03 | S1 | 小张 | 1000 |
| 2026-08-03 | S2 | 小张 | 2000 |
"""
FILLED = """
| 工号 | 销售员 | 周开始日期 | 检查项目 | 目标 | 实际 |
| S1 | 小张 | 2026-08-10 | 产品演示次数 | 4 | 4 |
| S2 | 小张 | 2026-08-10 | 产品演示次数 | 2 | 1 |
| | 小张 | 2026-08-10 | 产品演示次数 | 9 | 9 |
| | 小章 | 2026-08-10 | 产品演示次数 | 8 | 8 |
"""


def test_namesakes_stay_apart_also_when_the_workbook_is_merged_into(tmp_path: Path) -> None:
    """Each has their own target: 84,000 over 21 days are 20,000 for a week of five; without a 工号 it is nobody's."""
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": NAMESAKES})
    reports = workbook(tmp_path / "w.xlsx", {"销售周报": WEEKS})
    checks = workbook(tmp_path / "c.xlsx", {"周目标自查表": FILLED})
    options = TrackOptions(as_of=date(2026, 8, 14))
    first = track(plan, [reports, checks], tmp_path / "t1.xlsx", options=options)
    assert {item.code.name for item in first.problems} >= {"selfcheck-person-open", "selfcheck-unknown-person"}
    again = track(tmp_path / "t1.xlsx", [reports, checks], tmp_path / "t2.xlsx", options=options)
    for outcome in (first, again):
        assert outcome.result is not None
        assert [
            (item["employee_id"], item["person"], item["completion"]) for item in outcome.result.document()["selfcheck"]
        ] == [
            (None, "小张", "1.000000"),
            ("S1", "小张", "1.000000"),
            ("S2", "小张", "0.500000"),
            (None, "小章", "1.000000"),
        ]
        assert outcome.result.outlook is not None
        form = outcome.result.outlook.selfcheck
        assert form is not None
        goals = {(check.who, check.item): check.target.value for check in form.form}
        assert sorted(value for (_, item), value in goals.items() if item == "周销售额") == [20_000, 50_000]
    assert (tmp_path / "t2.xlsx").read_bytes() == (tmp_path / "t1.xlsx").read_bytes()


def test_the_form_asks_for_what_the_funnel_of_the_plan_takes(tmp_path: Path) -> None:
    """210,000 at 10,000 a deal take 21 deals and, half of them won, 42 proposals: 5 and 10 in a week of five days."""
    funnel = "| 环节 | 转化率 | 客单价 |\n| 方案提交 | 50% | |\n| 成交 | | 10,000 |"
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN, "过程参数": funnel})
    reports = workbook(tmp_path / "w.xlsx", {"销售周报": REPORTS})
    result = track(plan, [reports], options=TrackOptions(as_of=date(2026, 8, 14))).result
    assert result is not None
    assert result.outlook is not None
    checks = result.outlook.selfcheck
    assert checks is not None
    asked = {
        check.item: plain(check.target.value)
        for check in checks.form
        if check.who is not None and check.who.name == "小张"
    }
    assert (asked["成交订单数"], asked["销售方案提交数"]) == ("5", "10")


def test_an_item_left_open_is_shown_as_not_filled_in(tmp_path: Path) -> None:
    """Of the five items one is open: the summary says so, counts four filled in, and two of them reached."""
    output = tmp_path / "tracking.xlsx"
    result = tracked(tmp_path, output=output).result
    assert result is not None
    (demos,) = [item for item in result.document()["selfcheck"] if item["item"] == "产品演示次数"]
    assert (demos["target"], demos["actual"], demos["completion"]) == ("4", None, None)
    sheet = written(output, "自查汇总")
    header = next(row for row in sheet if "产品演示次数" in row)
    line = next(row for row in sheet if "小张" in row)
    told = dict(zip(header, line, strict=True))
    assert (told["产品演示次数"], told["已填项数"], told["完成项数"]) == ("未填", 4, 2)


def test_on_monday_the_form_is_that_of_the_week_that_begins(tmp_path: Path) -> None:
    """On the 17th nobody reported that week yet; on the 14th the week of the 10th was reported. JSON has the form."""
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    reports = workbook(tmp_path / "w.xlsx", {"销售周报": REPORTS})
    for day in (17, 14):
        result = track(plan, [reports], options=TrackOptions(as_of=date(2026, 8, day))).result
        assert result is not None
        form = result.document()["selfcheck_form"]
        assert (form["week"], len(form["items"])) == ("2026-08-17", 14)


def test_merging_in_pieces_gives_the_form_of_the_whole(tmp_path: Path) -> None:
    """2 demos in the one report ask for 2; with 3 in the other the mean is 2.5, so 3. The first form is no answer."""
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    header, *rows = REPORTS.strip().splitlines()
    files = [workbook(tmp_path / f"w{at}.xlsx", {"周报": header + "\n" + row}) for at, row in enumerate(rows)]
    options = TrackOptions(as_of=date(2026, 8, 17))
    whole = track(plan, files, options=options).result
    first = track(plan, files[:1], tmp_path / "t1.xlsx", options=options).result
    pieces = track(tmp_path / "t1.xlsx", files[1:], tmp_path / "t2.xlsx", options=options).result
    assert whole is not None
    assert first is not None
    assert pieces is not None
    demos = [
        next(item["target"] for item in found.document()["selfcheck_form"]["items"] if item["item"] == "产品演示次数")
        for found in (first, whole, pieces)
    ]
    assert demos == ["2", "3", "3"]
    assert pieces.document()["selfcheck_form"] == whole.document()["selfcheck_form"]


def test_whoever_handed_in_nothing_for_a_week_that_others_did_is_listed(tmp_path: Path) -> None:
    """小张 filled in the week of the 10th, 小李 did not, and sent the empty form back: that is said with its file.

    On Sunday the 16th the week is not over, so nobody is missing yet.
    """
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    reports = workbook(tmp_path / "w.xlsx", {"销售周报": REPORTS})
    checks = workbook(tmp_path / "c.xlsx", {"周目标自查表": CHECKS})
    empty = workbook(
        tmp_path / "空表.xlsx",
        {
            "自查": """
            | 销售员 | 周开始日期 | 检查项目 | 目标 | 实际 |
            | 小李 | 2026-08-10 | 产品演示次数 | 4 | |
            | 小李 | 2026-08-10 | 周销售额 | 5万 | |"""
        },
    )
    output = tmp_path / "t.xlsx"
    options = TrackOptions(as_of=date(2026, 8, 17))
    outcome = track(plan, [reports, checks, empty], output, options=options)
    assert outcome.result is not None
    missing = [{"person": "小李", "employee_id": None, "region": "华南", "week": "2026-08-10"}]
    assert outcome.result.document()["selfcheck_missing"] == missing
    (said,) = [item for item in outcome.problems if item.code.name == "selfcheck-empty"]
    assert (Path(said.place.file or "").name, said.place.sheet) == ("空表.xlsx", "自查")
    assert {item["person"] for item in outcome.result.document()["selfcheck"]} == {"小张"}
    assert [row[1] for row in written(output, "自查汇总") if row[1] == "小李"] == ["小李"]
    assert ["未交自查", 1, "自查汇总"] in [row[:3] for row in written(output, "看板")]
    again = track(output, [], options=options).result
    assert again is not None
    assert again.document()["selfcheck_missing"] == missing
    sunday = track(plan, [reports, checks, empty], options=TrackOptions(as_of=date(2026, 8, 16))).result
    assert sunday is not None
    assert sunday.document()["selfcheck_missing"] == []
