"""Effects judged, lessons found, plans dated by working days, meetings moved to one; worked by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from salescli.measure.achievement import Direction
from salescli.measure.metric import Measure
from salescli.measure.workdays import Workdays
from salescli.review.effectiveness import Effect, Measured
from salescli.review.meetings import meeting_day, schedule
from salescli.review.run import review
from salescli.review.spans import review_period
from salescli.words import effects as effect_words
from tests.analyze.documents import STATUS
from tests.parity import assert_parity, opened
from tests.review.documents import PAYOUT, SHEETS, STRATEGY, SUMMARY, TRACKING, run, section
from tests.sheets import workbook, written

MONTHLY = "月度目标分解与跟踪表"


def figures(before: str | None, after: str | None, target: str | None, change: str | None = None) -> Measured:
    first, last, moved, wanted = (None if text is None else Decimal(text) for text in (before, after, change, target))
    higher = Direction.HIGHER
    return Measured("指标", Measure.NUMBER, None, higher, first, last, moved, wanted, effect_words.FROM_SUMMARY)


@pytest.mark.parametrize(
    ("found", "effect"),
    [
        (figures("8", "12", "12"), Effect.EFFECTIVE),
        (figures("8", "9", "12"), Effect.NOT_YET),
        (figures("8", "9", None, "1"), Effect.EFFECTIVE),
        (figures("9", "8", None, "-1"), Effect.NOT_YET),
        (figures("8", "8", None, "0"), Effect.NOT_YET),
        (figures(None, None, "150", "20"), Effect.NOT_YET),
        (figures(None, None, "15", "20"), Effect.EFFECTIVE),
        (figures(None, "9", None), Effect.NO_DATA),
        (figures("12", "9", "0", "-3"), Effect.NOT_YET),  # a target of zero is none: the way it moved decides
        (figures("9", "12", "0", "3"), Effect.EFFECTIVE),
        (figures(None, "9", "0"), Effect.NO_DATA),
    ],
)
def test_the_effect_of_a_metric(found: Measured, effect: Effect) -> None:
    assert found.effect is effect


@pytest.mark.parametrize(("after", "effect"), [("18", Effect.EFFECTIVE), ("26", Effect.NOT_YET)])
def test_lower_is_better(after: str, effect: Effect) -> None:
    cycle = (Measure.NUMBER, "天", Direction.LOWER, Decimal(30), Decimal(after), None, Decimal(20))
    assert Measured("成交周期", *cycle, effect_words.FROM_METRICS).effect is effect


def test_each_strategy_with_its_metric_before_and_after(tmp_path: Path) -> None:
    given = {"策略执行跟踪表": STRATEGY, "复盘总结表": SUMMARY, "业绩现状分析表": STATUS}
    rows = section(run(tmp_path, given, period="2023-07"), "strategies")
    assert [(row["strategy"], row["metric"], row["before"], row["after"], row["effect"]) for row in rows] == [
        ("优化客户跟进SOP", "转化率", "0.080000", "0.090000", "not_yet"),  # of 12 %
        ("上线会员积分体系", "老客复购率", None, "0.150000", "not_yet"),  # of 20 %
        ("渠道拓展", "新客数量", None, None, "not_yet"),  # 新客户 by another name: 20 more of 150
    ]


def test_figures_of_another_period_are_no_effect_of_this_one(tmp_path: Path) -> None:
    rows = section(run(tmp_path, {"策略执行跟踪表": STRATEGY, "复盘总结表": SUMMARY}, period="2023-08"), "strategies")
    assert {row["effect"] for row in rows} == {"no_data"}


def test_who_earned_what_and_what_it_says(tmp_path: Path) -> None:
    rows = section(run(tmp_path, {"提成表": PAYOUT}), "earners")
    # the average target is 1,700,000 ÷ 3 = 566,667, so 小李's 600,000 is a high one, and 75 % is behind
    assert [(row["person"], row["achievement"], row["total"], row["signals"]) for row in rows] == [
        ("小张", "1.050000", "17800.00", []),
        ("小王", "1.100000", "8100.00", []),
        ("小李", "0.750000", "0.00", ["high_target_behind", "nothing_earned"]),
    ]


def test_lessons_from_the_figures(tmp_path: Path) -> None:
    rows = section(run(tmp_path, SHEETS, period="2023-08"), "lessons")
    assert [(row["kind"], row["subject"]) for row in rows] == [
        ("成功经验", "区域：华东"),  # 105 %
        ("成功经验", "区域：华北"),  # 110 %
        ("待改进点", "区域：华南"),  # 75 %
        ("待改进点", "人员：小李"),  # above the average target and behind
        ("待改进点", "策略：优化客户跟进SOP"),  # due 15 July
        ("待改进点", "策略：上线会员积分体系"),  # due 10 August
    ]
    assert rows[2]["evidence"] == "达成率75.0%，差额-150,000元"


def test_a_plan_for_who_is_behind(tmp_path: Path) -> None:
    (plan,) = section(run(tmp_path, {MONTHLY: TRACKING}, period="2023-08"), "plans")
    assert (plan["person"], plan["region"], plan["first"], plan["last"]) == ("小李", "华南", "2023-09-01", "2023-09-28")
    assert [(gap["actual"], gap["base"], gap["gap"]) for gap in plan["gaps"]] == [
        ("450000.00", "600000.00", "150000.00")
    ]
    # from Friday 1 September; 30 September is a holiday and so is the 29th, so it ends on the 28th
    assert [(step["start"], step["due"]) for step in plan["steps"]] == [
        ("2023-09-01", "2023-09-07"),
        ("2023-09-08", "2023-09-14"),
        ("2023-09-15", "2023-09-21"),
        ("2023-09-22", "2023-09-28"),
    ]
    amounts = ["37,500元（差额的25%）", "75,000元（差额的50%）", "112,500元（差额的75%）", "150,000元（差额的100%）"]
    assert [amount in step["milestone"] for amount, step in zip(amounts, plan["steps"], strict=True)] == [True] * 4


MARKS = (
    "| 过程指标 | 标杆 | 帮扶 | 团队中位数 |\n| 客户拜访 | 小张 | 小王 | 20 |\n\n"
    "| 过程指标 | 姓名 | 所属区域 | 本人 | 团队中位数 | 较中位数 | 评定 |\n"
    "| 客户拜访 | 小张 | 华东 | 30 | 20 | 50% | 标杆 |\n| 客户拜访 | 小王 | 华北 | 10 | 20 | -50% | 帮扶 |\n"
    "| 成交率 | *小王 | 华北 | 0.05 | 0.12 | -58.3% | 帮扶 |"
)


def test_everybody_marked_and_everybody_behind_has_a_plan_by_money(tmp_path: Path) -> None:
    tracking = TRACKING.replace("330,000", "270,000")
    short, plan = section(run(tmp_path, {MONTHLY: tracking, "标杆与帮扶": MARKS}, period="2023-08"), "plans")
    assert short["person"] == "小李"  # 150,000 short, and not marked
    assert [(gap["metric"], gap["gap"]) for gap in short["gaps"]] == [("Sales (CNY)", "150000.00")]
    assert plan["person"] == "小王"  # marked, at 90 % of the target
    assert [(gap["metric"], gap["actual"], gap["base"]) for gap in plan["gaps"]] == [
        ("客户拜访", "10", "20"),
        ("成交率", "0.050000", "0.120000"),
    ]


@pytest.mark.parametrize("sold", ["330,000", "300,000"])
def test_who_reached_the_target_has_no_plan_and_is_named(tmp_path: Path, sold: str) -> None:
    tracking = TRACKING.replace("330,000", sold)
    found = run(tmp_path, {MONTHLY: tracking, "标杆与帮扶": MARKS}, period="2023-08")
    assert [plan["person"] for plan in section(found, "plans")] == ["小李"]
    (note,) = [item for item in found.problems if item.code.name == "marked-yet-reached"]
    assert (note.details["count"], note.details["names"]) == (1, ("小王",))


def test_a_list_says_of_which_period_each_figure_is(tmp_path: Path) -> None:
    """Sales of the quarter beside the steps of its last month, which the sheet of the marks names."""
    rows = "| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n" + "\n".join(
        f"| 2023-{month} | 华东 | {person} | 100,000 | 50,000 |"
        for month in ("07", "08", "09")
        for person in "甲乙丙丁"
    )
    marks = "| 2023年9月 |\n| 环节 | 姓名 | 本人 | 团队中位数 | 评定 |\n| 客户拜访 | 甲 | 10 | 20 | 帮扶 |\n"
    output = tmp_path / "复盘.xlsx"
    run(tmp_path, {MONTHLY: rows, "标杆与帮扶": marks + "| 线索数 | 甲 | 3 | 6 | 帮扶 |"}, output=output)
    (gaps,) = [row[3] for row in written(output, "帮扶一览") if row[0] == "甲"]
    assert gaps == (
        "2023年第3季度：销售额(元) 150,000（对照 300,000）；2023年9月：客户拜访 10（对照 20）、线索数 3（对照 6）"
    )


@pytest.mark.parametrize(
    ("period", "planned", "held"),
    [
        ("2023-W38", date(2023, 9, 25), date(2023, 9, 25)),  # the Monday after
        ("2023-W39", date(2023, 10, 2), date(2023, 10, 7)),  # National Day; Saturday the 7th is worked
        ("2023-08", date(2023, 9, 5), date(2023, 9, 5)),
        ("2023-10", date(2023, 11, 5), date(2023, 11, 6)),  # a Sunday
        ("2023Q3", date(2023, 10, 10), date(2023, 10, 10)),
        ("2023Q4", date(2024, 1, 10), date(2024, 1, 10)),
        ("2023H1", date(2023, 7, 10), date(2023, 7, 10)),
        ("2023", date(2024, 1, 10), date(2024, 1, 10)),
    ],
)
def test_when_the_meeting_is(period: str, planned: date, held: date) -> None:
    found = review_period(period)
    assert found is not None
    own = schedule(found, Workdays())[0]
    assert (meeting_day(found), own.held) == (planned, held)


def test_the_companys_own_days_off_move_it() -> None:
    found = review_period("2023-08")
    assert found is not None
    calendar = Workdays(extra_holidays=frozenset({date(2023, 9, 5), date(2023, 9, 6)}))
    assert schedule(found, calendar)[0].held == date(2023, 9, 7)


def test_the_agenda_names_who_is_needed(tmp_path: Path) -> None:
    rows = section(run(tmp_path, SHEETS, period="2023-07"), "agenda")
    assert [row["topic"] for row in rows] == [
        "目标达成与差距",
        "策略效果与逾期",
        "经验与改进",
        "帮扶改进计划",
        "下期行动与责任人",
    ]  # the payouts are those of August
    assert rows[1]["who"] == "销售经理、客户运营、小王"


@pytest.mark.parametrize("period", ["2023-W29", "2023-07", "2023Q3", "2023H2", "2023"])
def test_every_rhythm_writes_its_workbook(tmp_path: Path, period: str) -> None:
    output = tmp_path / "复盘.xlsx"
    assert not run(tmp_path, SHEETS, period=period, output=output).blocked
    assert not review([output], period=period).blocked


def test_a_year_without_holiday_data_is_said(tmp_path: Path) -> None:
    source = workbook(tmp_path / "x.xlsx", {"策略执行跟踪表": STRATEGY})
    said = [item for item in review([source], period="2098-06").problems if item.code.name == "review-calendar"]
    assert [item.details["years"] for item in said] == [(2098,)]


def test_many_plans_have_a_list_by_money(tmp_path: Path) -> None:
    """Short of 100,000 each: 50,000, 60,000, 30,000 and 40,000, together 180,000; a fifth met the target."""
    rows = "| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n" + "\n".join(
        f"| 2023-08 | 华东 | {person} | 100,000 | {actual} |"
        for person, actual in (("甲", 50_000), ("乙", 40_000), ("丙", 70_000), ("丁", 60_000), ("戊", 100_000))
    )
    output = tmp_path / "复盘.xlsx"
    run(tmp_path, {MONTHLY: rows}, period="2023-08", output=output)
    sheet = written(output, "帮扶一览")
    head = next(row for row in sheet if row[0] == "帮扶对象")
    at = sheet.index(head)
    assert [(row[0], row[2]) for row in sheet[at + 1 : at + 5]] == [
        ("乙", 60_000),
        ("甲", 50_000),
        ("丁", 40_000),
        ("丙", 30_000),
    ]
    assert sheet[at + 1][3] == "2023年8月：销售额(元) 40,000（对照 100,000）"
    assert sheet[at + 5][2] == 180_000
    links = {str(cell.value): cell.hyperlink for row in opened(output)["帮扶一览"].iter_rows() for cell in row}
    assert "改进计划 乙" in str(links["乙"].location if links["乙"] else "")
    first = {str(cell.value): cell.hyperlink for row in opened(output)["复盘总览"].iter_rows() for cell in row}
    assert "帮扶一览" in str(first["帮扶一览"].location if first["帮扶一览"] else "")
    assert not any(name.startswith("改进计划") for name in first)


def test_a_few_plans_need_no_list(tmp_path: Path) -> None:
    output = tmp_path / "复盘.xlsx"
    run(tmp_path, {MONTHLY: TRACKING}, period="2023-08", output=output)
    book = opened(output)
    assert "帮扶一览" not in book.sheetnames
    first = {str(cell.value) for row in book["复盘总览"].iter_rows() for cell in row}
    assert {name for name in book.sheetnames if name.startswith("改进计划")} <= first


@pytest.mark.parity
def test_the_list_of_plans_recalculates(tmp_path: Path) -> None:
    rows = "| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n" + "\n".join(
        f"| 2023-08 | 华东 | {person} | 100,000 | {50_000 + 1_000 * at} |" for at, person in enumerate("甲乙丙丁")
    )
    output = tmp_path / "复盘.xlsx"
    run(tmp_path, {MONTHLY: rows}, period="2023-08", output=output)
    assert_parity(output)
