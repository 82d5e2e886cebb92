"""Which month is analyzed: the last one that is over on the day the workbook stands on, unless another is asked for."""

from datetime import date
from pathlib import Path

import pytest

from salescli.analyze.result import AnalysisResult
from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.excel.intake import RunOptions
from salescli.measure.period import Month
from salescli.table.outcome import Outcome
from salescli.track.options import TrackOptions
from salescli.track.run import track
from salescli.words.language import Lang
from tests.parity import opened
from tests.sheets import workbook

TARGETS = """
| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2026-07 | 华东 | 小张 | 100,000 | 0 |
| 2026-08 | 华东 | 小张 | 100,000 | 0 |
| 2026-09 | 华东 | 小张 | 100,000 | 0 |
"""
REPORTS = """
| 周开始日期 | 区域 | 销售员 | 成单数 | 销售额(元) |
| 2026-07-06 | 华东 | 小张 | 2 | 90,000 |
| 2026-08-03 | 华东 | 小张 | 3 | 120,000 |
| 2026-09-07 | 华东 | 小张 | 1 | 10,000 |
"""
AUGUST, SEPTEMBER = Month(2026, 8), Month(2026, 9)


def tracking(folder: Path, as_of: date, lang: Lang = Lang.ZH) -> Path:
    """A tracking workbook of three months as it stands on `as_of`."""
    zh = lang is Lang.ZH
    english = "| Month | Region | Salesperson | Monthly target | Actual to date |\n"
    rows = (
        TARGETS if zh else english + TARGETS.strip().partition("\n")[2].replace("华东", "East").replace("小张", "Ann")
    )
    weekly = "| Week | Region | Salesperson | Deals | Sales |\n"
    weeks = (
        REPORTS if zh else weekly + REPORTS.strip().partition("\n")[2].replace("华东", "East").replace("小张", "Ann")
    )
    plan = workbook(folder / "计划.xlsx", {"月度目标分解与跟踪表" if zh else "Monthly tracking": rows})
    reports = workbook(folder / "周报.xlsx", {"销售周报" if zh else "Weekly reports": weeks})
    output = folder / "跟踪.xlsx"
    outcome = track(plan, [reports], output, options=TrackOptions(as_of=as_of), run=RunOptions(force=True))
    assert outcome.outputs, [item.code.name for item in outcome.problems]
    assert ("看板" in opened(output).sheetnames) is (lang is Lang.ZH)
    return output


def asked(file: Path, month: Month | None = None, output: Path | None = None) -> Outcome[AnalysisResult]:
    return analyze(file, output, options=AnalyzeOptions(month=month), run=RunOptions(force=True))


def codes(outcome: Outcome[AnalysisResult]) -> set[str]:
    return {item.code.name for item in outcome.problems}


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize(
    ("as_of", "month", "open_until", "said"),
    [
        (date(2026, 9, 30), "2026-09", None, set()),
        (date(2026, 9, 29), "2026-08", None, {"later-month-open"}),
        (date(2026, 9, 9), "2026-08", None, {"later-month-open"}),
    ],
)
def test_the_last_month_that_is_over(
    tmp_path: Path, as_of: date, month: str, open_until: str | None, said: set[str], lang: Lang
) -> None:
    outcome = asked(tracking(tmp_path, as_of, lang))
    result = outcome.document(Lang.EN)["result"]
    assert (result["month"], result["open_until"]) == (month, open_until)
    assert codes(outcome) & {"later-month-open", "month-still-open"} == said


def test_the_message_says_how_to_get_the_open_month(tmp_path: Path) -> None:
    outcome = asked(tracking(tmp_path, date(2026, 9, 9)))
    (said,) = (item for item in outcome.problems if item.code.name == "later-month-open")
    assert said.found(Lang.ZH) == "分析的是 2026-08：2026-09 还没结束，数据只到 2026-09-09。"
    assert "--month 2026-09" in said.remedy(Lang.ZH) and "--month 2026-09" in said.remedy(Lang.EN)


def test_an_open_month_that_is_asked_for_says_so_first_and_on_every_sheet(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    outcome = asked(tracking(tmp_path, date(2026, 9, 9)), SEPTEMBER, output)
    result = outcome.document(Lang.EN)["result"]
    assert (result["month"], result["open_until"]) == ("2026-09", "2026-09-09")
    assert result["conclusions"][0]["zh"].startswith("2026年9月 还没结束，数据截至 2026-09-09")
    assert "month-still-open" in codes(outcome)
    book = opened(output)
    dated = {"业绩达成分析表", "区域对比", "销售员对比", "月度走势", "达成热力图", "变动归因"}
    for sheet in book:
        if sheet.title in dated:
            top = " ".join(str(cell) for row in sheet.iter_rows(max_row=4, values_only=True) for cell in row if cell)
            assert "截至 2026-09-09" in top, sheet.title
            dated.discard(sheet.title)
    assert not dated


def test_where_no_month_is_over_the_one_begun_is_taken(tmp_path: Path) -> None:
    only = "\n".join(TARGETS.strip().splitlines()[:1] + TARGETS.strip().splitlines()[-1:])
    plan = workbook(tmp_path / "计划.xlsx", {"月度目标分解与跟踪表": only})
    reports = workbook(tmp_path / "周报.xlsx", {"销售周报": REPORTS})
    track(plan, [reports], tmp_path / "跟踪.xlsx", options=TrackOptions(as_of=date(2026, 9, 9)))
    outcome = asked(tmp_path / "跟踪.xlsx")
    result = outcome.document(Lang.EN)["result"]
    assert (result["month"], result["open_until"]) == ("2026-09", "2026-09-09")
    assert codes(outcome) & {"later-month-open", "month-still-open"} == {"month-still-open"}


def test_a_table_of_the_whole_year_stops_where_its_actuals_stop(tmp_path: Path) -> None:
    rows = TARGETS.replace("2026-07 | 华东 | 小张 | 100,000 | 0", "2026-07 | 华东 | 小张 | 100,000 | 80,000")
    file = workbook(tmp_path / "全年.xlsx", {"月度目标分解与跟踪表": rows})
    outcome = asked(file)
    assert outcome.document(Lang.EN)["result"]["month"] == "2026-07"
    assert "later-month-empty" in codes(outcome)
    assert asked(file, AUGUST).document(Lang.EN)["result"]["month"] == "2026-08"


def test_the_day_of_the_options_stands_for_one_that_the_workbook_does_not_say(tmp_path: Path) -> None:
    rows = TARGETS.replace("| 0 |", "| 50,000 |")
    file = workbook(tmp_path / "手工.xlsx", {"月度目标分解与跟踪表": rows})
    assert asked(file).document(Lang.EN)["result"]["month"] == "2026-09"
    outcome = analyze(file, options=AnalyzeOptions(as_of=date(2026, 9, 20)))
    assert outcome.document(Lang.EN)["result"]["month"] == "2026-08"
