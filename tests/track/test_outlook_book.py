"""The workbook of the days to come: every sheet there, every formula alive, and the screen beside it."""

import zipfile
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from salescli.cli.flow import Flow
from salescli.cli.track import screen
from salescli.cli.track_ahead import course
from salescli.table.outcome import Outcome
from salescli.track.days import Days
from salescli.track.options import TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from salescli.words.language import Lang
from tests.parity import assert_parity
from tests.sheets import workbook, written
from tests.track.output import sheet_names

PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-07 | 华东 | A产品 | S001 | 小张 | 销售额 | 300,000 |
| 2026-08 | 华东 | A产品 | S001 | 小张 | 销售额 | 600,000.50 |
| 2026-08 | 华东 | | | 小赵 | 销售额 | 0 |
| 2026-08 | 华南 | B产品 | S002 | 小李 | 销售额 | 210,000 |
| 2026-09 | 华东 | A产品 | S001 | 小张 | 销售额 | 300,000 |
| 2026-08 | 华东 | A产品 | S001 | 小张 | 线索数 | 60个 |
"""
REPORTS = """
| 周开始日期 | 工号 | 销售员 | 线索数 | 客户拜访 | 成单数 | 销售额(元) |
| 2026-07-06 | S001 | 小张 | 10 | 5 | 1 | 300,000 |
| 2026-08-03 | S001 | 小张 | 20 | 8 | 3 | 200,000.25 |
| 2026-08-10 | S001 | 小张 | 10 | 4 | 1 | 100,000 |
| 2026-08-10 | S002 | 小李 | 8 | 3 | 1 | 150,000 |
| 2026-08-17 | | 小赵 | | | | 5,000 |
"""
STRATEGIES = """
| 策略名称 | 责任人 | 开始时间 | 截止时间 | 当前进度 |
| 话术 | 小张 | 2026-08-01 | 2026-08-10 | 进行中(一半) |
"""
CHECKS = """
| 销售员 | 周开始日期 | 检查项目 | 目标 | 实际 |
| 小张 | 2026-08-10 | 新客户拜访数 | 10 | 8 |
| 小张 | 2026-08-10 | 客户满意度调查 | 90% | 95% |
"""
ENGLISH = """
| Month | Region | Person | Monthly target | Actual to date |
| 2026-08 | East | Ann | 100 | 40 |
"""
OWN = [
    "看板",
    "月度跟踪",
    "指标跟踪",
    "进度预警",
    "冲刺",
    "周趋势",
    "排行榜",
    "区域",
    "产品线",
    "销售员",
    "周自查",
    "自查汇总",
    "策略跟踪",
]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "tracking.xlsx"


@pytest.fixture
def outcome(tmp_path: Path, output: Path) -> Outcome[TrackResult]:
    sheets = {"月度计划": PLAN, "策略执行跟踪表": STRATEGIES}
    plan = workbook(tmp_path / "plan.xlsx", sheets)
    workbook(tmp_path / "r" / "周报.xlsx", {"销售周报": REPORTS, "周目标自查表": CHECKS})
    options = TrackOptions(as_of=date(2026, 8, 20), sprint=Days(date(2026, 8, 17), date(2026, 8, 31)))
    return track(plan, [tmp_path / "r"], output, options=options)


@pytest.mark.parity
def test_every_sheet_is_there_and_recalculates_to_the_engines_figures(
    outcome: Outcome[TrackResult], output: Path
) -> None:
    assert outcome.outputs == (output,)
    assert sheet_names(output)[: len(OWN)] == OWN
    assert_parity(output)


def test_the_board_shows_the_pace_and_the_lights(outcome: Outcome[TrackResult], output: Path) -> None:
    """By the 20th two thirds of August are over, and 455,000 of 810,000 head for 84 %, so it is to be watched.

    小张 stands at 50 %, 小李 at 71 %, 小赵 has no target.
    """
    rows = written(output, "看板")
    (pace,) = [row for row in rows if row[0] == "2026年8月" and row[5] == "关注"]
    assert pace[1] == pytest.approx(2 / 3)
    lights = {row[0]: row[1] for row in rows if row[0] in ("未达标", "基本达标", "超额达标", "无目标", "合计")}
    assert (lights["未达标"], lights["基本达标"], lights["超额达标"], lights["无目标"]) == (2, 0, 0, 1)


def test_the_weeks_are_drawn_as_sparklines_and_charts(outcome: Outcome[TrackResult], output: Path) -> None:
    with zipfile.ZipFile(output) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    drawn = [sheet.count("<x14:sparkline>") for sheet in sheets]
    # the board: two regions and the total; 周趋势: these three, and three people with a total
    assert [count for count in drawn if count] == [3, 7]


def test_the_screen_names_who_is_at_risk_and_fits_eighty_columns(outcome: Outcome[TrackResult]) -> None:
    assert outcome.result is not None
    sink = StringIO()
    console = Console(width=80, file=sink)
    for part in screen(outcome.result, Lang.ZH):
        console.print(part)
    said = sink.getvalue()
    for word in ("最可能完不成的", "小张", "进度差", "预警", "冲刺", "周走势", "▼", "策略 1 项", "逾期 1"):
        assert word in said


@pytest.mark.parametrize("lang", [Lang.ZH, Lang.EN])
def test_the_screen_breaks_no_word_and_stays_one_screen(outcome: Outcome[TrackResult], lang: Lang) -> None:
    """At 80 columns every amount, name and word stands whole on a line, and there are no more than forty lines."""
    assert outcome.result is not None
    sink = StringIO()
    console = Console(width=80, file=sink)
    for part in screen(outcome.result, lang):
        console.print(part)
    lines = sink.getvalue().splitlines()
    assert len(lines) <= 40
    assert max(cell_len(line) for line in lines) <= 80
    for word in ("810,000.5", "455,000.25", "-355,000.25", "小张", "小李", "50.0%", "300,000.25", "150,000"):
        assert any(word in line for line in lines), word


def test_parts_go_on_on_the_next_line_under_the_first() -> None:
    sink = StringIO()
    Console(width=20, file=sink).print(Flow("漏报 3", ["小张 08-03", "小李 08-10", "小王"]))
    Console(width=12, file=sink).print(Flow("", ["a 1", "b 2", "c 3"], separator=" + "))
    assert sink.getvalue().splitlines() == [
        "漏报 3  小张 08-03",
        "        小李 08-10",
        "        小王",
        "a 1 + b 2 +",
        "c 3",
    ]


def test_no_part_stands_alone_below_a_line_that_can_spare_one() -> None:
    sink = StringIO()
    Console(width=32, file=sink).print(Flow("订单", ["成单 1", "均价 2", "周期 3", "待 4"]))
    Console(width=15, file=sink).print(Flow("", ["aaaa", "bbbb", "cccccccccc"]))
    assert sink.getvalue().splitlines() == ["订单  成单 1 · 均价 2", "      周期 3 · 待 4", "aaaa · bbbb", "cccccccccc"]


def test_an_english_workbook_speaks_english(tmp_path: Path) -> None:
    plan = workbook(
        tmp_path / "plan.xlsx",
        {"Monthly tracking": ENGLISH},
    )
    output = tmp_path / "out.xlsx"
    assert track(plan, output=output, options=TrackOptions(as_of=date(2026, 8, 20))).outputs
    assert sheet_names(output)[:3] == ["Board", "Monthly tracking", "Pace"]
    assert not [cell for name in ("Board", "Pace") for row in written(output, name) for cell in row if _chinese(cell)]


def _chinese(cell: object) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in str(cell))


def test_a_course_is_drawn_between_nothing_and_the_highest_week() -> None:
    assert course([Decimal(0), Decimal(50), Decimal(100)]) == "▁▄█"
    assert course([Decimal(0), Decimal(0)]) == "▁▁"
    assert course([Decimal(-10), Decimal(10)]) == "▁█"


def test_the_board_names_who_is_at_risk_and_what_to_look_into(outcome: Outcome[TrackResult], output: Path) -> None:
    """小张: 300,000.25 of 600,000.50 at two thirds of the month heads for 450,000.38; 小李 heads for 225,000.

    Missing are three weeks of July from 小张, and the week of 3 August from 小李.
    """
    rows = written(output, "看板")
    (risk,) = [row for row in rows if row[0] == "小张(S001)"]
    assert (risk[1], risk[2], risk[5]) == ("华东", pytest.approx(0.5), "预警")
    assert risk[3] == pytest.approx(600_000.5 - 300_000.25 * 1.5)
    (leads,) = [row for row in rows if row[0] == "线索数"]
    assert leads[1:4] == [60, 38, pytest.approx(38 / 60)]
    matters = {row[0]: row[1:3] for row in rows if row[2] in ("漏报迟报", "策略跟踪")}
    assert [row[0] for row in rows].index("需要处理") < [row[0] for row in rows].index("进度预警")
    assert matters["漏报"] == [4, "漏报迟报"]
    assert matters["逾期策略"] == [1, "策略跟踪"]


def test_a_flow_of_one_line_says_how_much_it_leaves_out() -> None:
    """“漏报 3” and two blanks take 8 columns; 20 are left for a first part of 10 and “等 2”, not for two parts."""
    sink = StringIO()
    parts = ["小张 08-03", "小李 08-10", "小王"]
    for width in (28, 60):
        Console(width=width, file=sink).print(Flow("漏报 3", parts, more=lambda count: f"等 {count}"))
    assert sink.getvalue().splitlines() == [
        "漏报 3  小张 08-03 · 等 2",
        "漏报 3  小张 08-03 · 小李 08-10 · 小王",
    ]
