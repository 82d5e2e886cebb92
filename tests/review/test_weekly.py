"""A week under review: targets by working days, results from the reports, steps beside the week before."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.review.run import review
from salescli.review.spans import asked_period, named_in
from salescli.split.run import split
from salescli.table.errors import CannotRun
from salescli.track.options import TrackOptions
from salescli.track.run import track
from salescli.words.language import Lang
from tests.parity import assert_parity, opened
from tests.review.documents import SHEETS, codes, run, section
from tests.sheets import Cell, cells, workbook, written

MONTHS = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2026-03 | 华东 | A产品 | 01 | 小张 | 220,000 | 200,000 |
| 2026-03 | 华南 | A产品 | 02 | 小李 | 110,000 | 60,000 |
| 2026-04 | 华东 | A产品 | 01 | 小张 | 210,000 | 0 |
| 2026-04 | 华南 | A产品 | 02 | 小李 | 105,000 | 0 |
"""
REPORTS = """
| 周开始日期 | 区域 | 产品线 | 工号 | 销售员 | 线索数 | 客户拜访 | 成单数 | 销售额(元) | 新客户数 |
| 2026-03-09 | 华东 | A产品 | 01 | 小张 | 20 | 8 | 2 | 40,000 | 1 |
| 2026-03-16 | 华东 | A产品 | 01 | 小张 | 25 | 10 | 3 | 55,000 | 1 |
| 2026-03-16 | 华南 | A产品 | 02 | 小李 | 10 | 4 | 0 | 12,500 | 0 |
| 2026-03-30 | 华东 | A产品 | 01 | 小张 | 5 | 2 | 1 | 10,000 | 0 |
"""
BOOK = {"月度目标分解与跟踪表": MONTHS, "销售周报": REPORTS}


def test_a_week_has_its_share_of_the_month_by_working_days(tmp_path: Path) -> None:
    """March 2026 has 22 working days and the week of the 16th five: 330,000 × 5 ÷ 22 = 75,000."""
    rows = section(run(tmp_path, BOOK, period="2026-W12"), "achievement")
    total = rows[-1]
    assert (total["target"], total["actual"], total["variance"]) == ("75000.00", "67500.00", "-7500.00")
    by_region = {row["region"]: (row["target"], row["actual"], row["status"]) for row in rows if row["region"]}
    assert by_region == {
        "华东": ("50000.00", "55000.00", "exceeded"),
        "华南": ("25000.00", "12500.00", "behind"),
    }
    weeks = [(row["week"], row["actual"]) for row in rows if row["week"]]
    assert weeks == [("2026-03-09", "40000.00"), ("2026-03-16", "67500.00")]


def test_a_week_of_two_months_takes_a_piece_of_each(tmp_path: Path) -> None:
    """30 and 31 March are two of March's 22 days; 1 to 3 April three of April's 21 (the 6th is 清明's day off)."""
    (total,) = (row for row in section(run(tmp_path, BOOK, period="2026-03-30"), "achievement")[-1:])
    assert total["target"] == "75000.00"  # 330,000 × 2 ÷ 22 + 315,000 × 3 ÷ 21
    assert total["actual"] == "10000.00"


PLAN = {
    "年度目标": "| 指标 | 年度 | 年度目标 | 单位 | 取整单位 |\n| 销售额 | 2026 | 4,000,000 | 元 | 1000 |",
    "人员名单": "| 工号 | 销售员 | 区域 | 去年实际 |\n| 01 | 小张 | 华东 | 200 |\n| 02 | 小李 | 华南 | 100 |",
}


def planned(folder: Path, goals: dict[str, str] = PLAN) -> tuple[Path, Path]:
    """The plan of a year, and tracking of it with the reports."""
    plan, tracking = folder / "计划.xlsx", folder / "跟踪.xlsx"
    assert split(workbook(folder / "目标.xlsx", goals), plan).outputs
    reports = workbook(folder / "周报.xlsx", {"销售周报": REPORTS})
    assert track(plan, [reports], tracking, options=TrackOptions(as_of=date(2026, 4, 5))).outputs
    return plan, tracking


def weeks_of(plan: Path, header: str) -> dict[str, Decimal]:
    """The figures of one column of the plan's sheet 周度, by the people's names and the total's."""
    rows = written(plan, "周度")
    at = next(at for at, row in enumerate(rows) if header in row)
    column, names = rows[at].index(header), rows[at].index("销售员")
    found = {str(row[names] or row[0] or row[1]): row[column] for row in rows[at + 1 :]}
    return {name: Decimal(str(value)) for name, value in found.items() if isinstance(value, int | float)}


def test_a_plan_gives_a_week_its_own_targets(tmp_path: Path) -> None:
    """In whole thousands, as the plan deals them; the same week by working days alone is not."""
    plan, tracking = planned(tmp_path)
    own = weeks_of(plan, "3月 16–22")
    outcome = review([tracking, plan], tmp_path / "复盘.xlsx", period="2026-W12")
    rows = section(outcome, "achievement")
    by_region = {row["region"]: Decimal(row["target"]) for row in rows if row["region"]}
    assert by_region == {"华东": own["小张"], "华南": own["小李"]}
    assert Decimal(rows[-1]["target"]) == own["小张"] + own["小李"]
    assert all(target % 1000 == 0 for target in by_region.values())
    assert {row["basis"] for row in rows if row["week"]} == {"plan"}
    said = next(row for row in section(outcome, "conclusions") if row["zh"].startswith("达成率"))
    assert "周目标取自计划" in said["zh"]
    assert_parity(tmp_path / "复盘.xlsx")
    assert "计划的周度目标" in {cell for row in written(tmp_path / "复盘.xlsx", "目标达成") for cell in row}
    alone = section(review([tracking], period="2026-W12"), "achievement")
    assert {row["basis"] for row in alone if row["week"]} == {"workdays"}
    assert Decimal(alone[-1]["target"]) % 1000 != 0


COUNTED = PLAN | {
    "年度目标": PLAN["年度目标"] + "\n| 新客户数 | 2026 | 100 | 家 | 1 |",
    "过程参数": "| 环节 | 转化率 | 客单价 |\n| 线索 | 40% |  |\n| 客户拜访 | 50% |  |\n| 成交 |  | 20,000 |",
}
"""222,000 and 111,000 a month: 12 and 6 deals, 24 and 12 visits, 60 and 30 leads; 5 and 3 new customers in March."""


def steps_of(
    folder: Path, period: str, output: Path | None = None, *, with_plan: bool = False
) -> dict[str, tuple[object, ...]]:
    """Target, actual, achievement and status of each step of a week, by a tracking workbook alone or the plan too."""
    plan, tracking = planned(folder, COUNTED)
    rows = section(review([tracking, plan] if with_plan else [tracking], output, period=period), "process")
    return {row["step"]: (row["target"], row["now"], row["achievement"], row["status"]) for row in rows}


def test_the_steps_of_a_week_stand_beside_their_targets(tmp_path: Path) -> None:
    """Five of March's 22 working days. Everybody's part is rounded up: 60 × 5 ÷ 22 → 14 leads, 30 × 5 ÷ 22 → 7. The 8
    new customers go to the weeks of 0, 5, 5, 5, 5 and 2 days as 0, 2, 2, 2, 2 and 0."""
    assert steps_of(tmp_path, "2026-W12", tmp_path / "复盘.xlsx") == {
        "leads": (21, 35, "1.666667", "exceeded"),
        "visits": (9, 14, "1.555556", "exceeded"),  # 6 + 3
        "deals": (5, 3, "0.600000", "behind"),  # 3 + 2
        "new_customers": (2, 1, "0.500000", "behind"),
    }
    outcome = review([tmp_path / "跟踪.xlsx"], period="2026-W12")
    (said,) = (row["zh"] for row in section(outcome, "conclusions") if "过程目标" in row["zh"])
    assert said == "过程目标4项，达到2项；新客户数最低，为50.0%"
    rows = written(tmp_path / "复盘.xlsx", "关键指标")
    at = next(at for at, row in enumerate(rows) if "周目标" in row)
    assert rows[at][:7] == ["环节", "周目标", "本周", "达成率", "状态", "上周", "周环比"]
    assert rows[at + 3][:3] == ["成单数", 5, 3]
    assert_parity(tmp_path / "复盘.xlsx")


def test_a_week_of_two_months_has_a_target_where_both_months_have(tmp_path: Path) -> None:
    """New customers: none of March's 8 in two of 22 days, one of April's 9 in three of 21 (as 1, 2, 2, 2, 2). Nobody
    has tracked April yet, so its part of the steps worked back is not known."""
    found = steps_of(tmp_path, "2026-W14")
    assert {key: step[0] for key, step in found.items()} == {
        "leads": None,
        "visits": None,
        "deals": None,
        "new_customers": 1,
    }


def test_the_plan_knows_the_months_that_nobody_has_tracked_yet(tmp_path: Path) -> None:
    """Two of March's 22 days and three of April's 21: of 60 leads a month 5.5 + 8.6 → 15, of 30 2.7 + 4.3 → 8; of 24
    visits 2.2 + 3.4 → 6, of 12 1.1 + 1.7 → 3; of 12 deals 1.1 + 1.7 → 3, of 6 0.5 + 0.9 → 2."""
    for name in ("跨月", "有计划", "没有计划"):
        (tmp_path / name).mkdir()
    found = steps_of(tmp_path / "跨月", "2026-W14", with_plan=True)
    assert {key: step[0] for key, step in found.items()} == {
        "leads": 23,
        "visits": 9,
        "deals": 5,
        "new_customers": 1,
    }
    both = steps_of(tmp_path / "有计划", "2026-W12", with_plan=True), steps_of(tmp_path / "没有计划", "2026-W12")
    assert both[0] == both[1]


def test_a_week_of_two_months_adds_the_plans_two_pieces(tmp_path: Path) -> None:
    plan, tracking = planned(tmp_path)
    (total,) = section(review([tracking, plan], period="2026-W14"), "achievement")[-1:]
    march, april = weeks_of(plan, "3月 30–31"), weeks_of(plan, "4月 1–5")
    assert Decimal(total["target"]) == march["小张"] + march["小李"] + april["小张"] + april["小李"]


def test_weeks_of_another_plan_are_said_and_two_plans_are_refused(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path)
    tracked = workbook(tmp_path / "手工.xlsx", BOOK)
    assert "weeks-of-another-plan" in codes(review([tracked, plan], period="2026-W12"))
    other = tmp_path / "另一份.xlsx"
    changed = PLAN | {"年度目标": PLAN["年度目标"].replace("4,000,000", "5,000,000")}
    assert split(workbook(tmp_path / "目标2.xlsx", changed), other).outputs
    outcome = review([tracked, plan, other], period="2026-W12")
    assert outcome.result is None and "weeks-differ" in codes(outcome)


def test_every_gap_of_a_plan_names_its_period(tmp_path: Path) -> None:
    """小李 is behind in the week, and marked in March; a mark of February is none of this week's."""
    head = "| 环节 | 销售员 | 区域 | 本人 | 团队中位数 | 与中位数相比 | 结论 |\n"
    march = (
        head
        + "| 客户拜访 | 小李 | 华南 | 4 | 10 | -60% | 帮扶 |\n"
        + "| 成交率（成单÷线索） | 小李 | 华南 | 4% | 8.5% | -53% | 帮扶 |"
    )
    sheets: dict[str, list[list[Cell]]] = {
        "标杆与帮扶": [["标杆与帮扶"], ["2026年3月（未结束，截至 2026-03-22）"], *cells(march)],
        "上月帮扶": [["帮扶"], ["2026年2月"], *cells(head + "| 方案提交 | 小李 | 华南 | 1 | 2 | -50% | 帮扶 |")],
    }
    marks = workbook(tmp_path / "分析.xlsx", sheets)
    output = tmp_path / "复盘.xlsx"
    outcome = run(tmp_path, BOOK, period="2026-W12", output=output, more=(marks,))
    (plan,) = section(outcome, "plans")
    assert [(gap["metric"], gap["period"], gap["gap"], gap["achievement"]) for gap in plan["gaps"]] == [
        ("Sales (CNY)", "2026-W12", "12500.00", "0.500000"),
        ("客户拜访", "2026-03", "6", "0.400000"),
        ("成交率（成单÷线索）", "2026-03", "0.045000", "0.470588"),
    ]
    assert plan["steps"][0]["milestone"].count("2026年3月：") == 2
    assert "outside-period" in codes(outcome)
    sheet = opened(output)["改进计划 小李"]
    shown = {row[0].value: (row[4].value, row[4].number_format) for row in sheet.iter_rows() if len(row) > 4}
    assert shown["成交率（成单÷线索）"][1] == '0.0"个百分点"'
    assert shown["客户拜访"][1] == "#,##0"
    assert shown["销售额(元)"][1] == "#,##0"
    assert_parity(output)


def test_the_steps_of_the_work_stand_beside_the_week_before(tmp_path: Path) -> None:
    steps = {row["step"]: row for row in section(run(tmp_path, BOOK, period="2026-W12"), "process")}
    assert list(steps) == ["leads", "visits", "deals", "new_customers"]  # what nobody counts is not shown
    assert (steps["leads"]["now"], steps["leads"]["previous"], steps["leads"]["change"]) == (35, 20, "0.750000")


def test_a_week_is_asked_for_by_its_number_or_its_monday() -> None:
    assert str(asked_period("2026-03-16")) == str(asked_period("2026年3月16日")) == "2026-W12"
    assert str(asked_period("2026-06-01")) == "2026-W23"  # a Monday, not the month
    assert asked_period("2026-03-17") is None


def test_another_day_is_refused_with_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(CannotRun):
        run(tmp_path, BOOK, period="2026-03-17")


def test_a_week_without_reports_says_so_and_goes_on(tmp_path: Path) -> None:
    outcome = run(tmp_path, BOOK, period="2026-W14", output=tmp_path / "周.xlsx")
    assert section(outcome, "achievement")[-1]["actual"] == "10000.00"
    outcome = run(tmp_path, {**BOOK, "下期行动": SHEETS["下期行动"]}, period="2026-W20", output=tmp_path / "周.xlsx")
    assert "no-report-of-week" in codes(outcome)
    assert section(outcome, "achievement") == []
    assert outcome.outputs


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("业绩达成分析表（2026年8月）", "2026-08"),
        ("2026年第3季度", "2026Q3"),
        ("analysis-2026-08", "2026-08"),
        ("2026年8月与2026年7月对比", None),
        ("业绩达成分析表", None),
        ("2026-08-31", None),
    ],
)
def test_the_period_a_title_speaks_of(title: str, period: str | None) -> None:
    found = named_in(title)
    assert (None if found is None else str(found)) == period


METRICS = "| 业绩达成分析表 | 2026年3月 |\n|  |\n| 指标 | 团队目标 | 团队实际 |\n| 新客户数量 | 30家 | 24家 |"


@pytest.mark.parametrize(
    ("period", "shown"),
    [("2026-03", [None]), ("2026Q1", ["2026-03"]), ("2026-W12", []), ("2026-02", [])],
)
def test_metrics_count_in_the_period_they_are_of(tmp_path: Path, period: str, shown: list[str | None]) -> None:
    outcome = run(tmp_path, {**BOOK, "业绩达成分析表": METRICS}, period=period)
    assert [row["period"] for row in section(outcome, "metrics")] == shown
    said = [item.message(Lang.ZH) for item in outcome.problems if item.code.name == "outside-period"]
    assert any("业绩达成分析表" in text for text in said) == (not shown)


def test_a_metric_of_a_part_of_the_period_says_so_in_sentences(tmp_path: Path) -> None:
    outcome = run(tmp_path, {**BOOK, "业绩达成分析表": METRICS}, period="2026Q1")
    (row,) = (row for row in section(outcome, "summary") if row["current"])
    assert "新客户数量(2026年3月)24家(目标30家)" in row["effects"]


@pytest.mark.parity
def test_a_weekly_review_recalculates(tmp_path: Path) -> None:
    output = tmp_path / "周复盘.xlsx"
    run(tmp_path, BOOK, period="2026-W12", output=output)
    assert_parity(output)
    people = [row[:2] for row in written(output, "人员达成") if row[0] in ("小张", "小李")]
    assert people == [["小李", "华南"], ["小张", "华东"]]


def test_the_same_report_row_in_two_workbooks_counts_once(tmp_path: Path) -> None:
    again = workbook(tmp_path / "周报.xlsx", {"销售周报": REPORTS})
    outcome = run(tmp_path, BOOK, period="2026-W12", more=(again,))
    assert section(outcome, "achievement")[-1]["actual"] == "67500.00"
    assert "given-twice" in codes(outcome)
    differing = workbook(tmp_path / "改.xlsx", {"销售周报": REPORTS.replace("55,000", "56,000")})
    assert "given-differently" in codes(run(tmp_path, BOOK, period="2026-W12", more=(differing,)))


def test_the_library_takes_the_same_periods(tmp_path: Path) -> None:
    from salescli.api import review

    source = workbook(tmp_path / "给出.xlsx", BOOK)
    assert str(review([source], period="2026-03-16", run=RunOptions()).result.period) == "2026-W12"  # type: ignore[union-attr]  # it has one


def test_the_conclusions_tell_what_moved_against_last_week(tmp_path: Path) -> None:
    """Leads 20 → 35, visits 8 → 14, deals 2 → 3, new customers 1 → 1."""
    said = {row["sheet"]: row for row in section(run(tmp_path, BOOK, period="2026-W12"), "conclusions")}
    told = said["Key indicators"]
    assert told["zh"] == "与上周相比：新客户数 0.0%（最低），线索数 +75.0%（最高）"
    assert told["amiss"] is False


def test_a_strategy_in_a_week_compares_with_the_week_before_it_began(tmp_path: Path) -> None:
    goals = {
        "成交率提升至9%": ("2026-03-16", "not_yet"),  # 3 of 35 leads are 8.57 %, and 2 of 20 were 10 %
        "销售额提升50%": ("2026-03-16", "effective"),  # 40,000 to 67,500
        "提升线索数": ("2026-03-12", "no_data"),  # begun in the first week there is
        "成单数增加1单": ("2026-03-16", "no_data"),  # a month's or a week's?
        "每周成单数达到3单": ("2026-03-16", "effective"),
        "缩短销售周期": ("2026-03-16", "no_data"),  # the reports do not tell it
    }
    head = "| 策略名称 | 对应目标 | 责任人 | 开始时间 | 截止时间 | 当前进度 |\n"
    table = head + "\n".join(
        f"| 策略{at} | {goal} | 甲 | {goals[goal][0]} | 2026-03-31 | 进行中 |" for at, goal in enumerate(goals)
    )
    rows = section(run(tmp_path, BOOK | {"策略执行跟踪表": table}, period="2026-W12"), "strategies")
    found = {row["goal"]: row for row in rows}
    assert {goal: found[goal]["effect"] for goal in goals} == {goal: effect for goal, (_, effect) in goals.items()}
    sales = found["销售额提升50%"]
    assert (sales["before"], sales["after"], sales["target"]) == ("40000.00", "67500.00", "60000.00")
    assert (sales["before_period"], sales["after_period"]) == ("2026-W11", "2026-W12")
    assert "2026-03-12" in found["提升线索数"]["why"]
