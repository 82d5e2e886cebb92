"""The plan as a workbook: overview, the year across, the plan that tracking reads, and the proof."""

from collections.abc import Sequence

from salescli.excel.book import Book, Sheet
from salescli.excel.findings import findings_sheet
from salescli.excel.records import InvalidRow
from salescli.split.book_calendar import calendar_sheet
from salescli.split.book_formulas import Live
from salescli.split.book_overview import overview_sheet
from salescli.split.book_plan import actions_sheet, checks_sheet, plan_sheet
from salescli.split.goals import Goal
from salescli.split.result import GoalSplit, SplitResult
from salescli.table.problem import Problem
from salescli.words import split as words
from salescli.words.language import Lang


def split_book(result: SplitResult, problems: Sequence[Problem], invalid: Sequence[InvalidRow], lang: Lang) -> Book:
    """Everything a split has to show."""
    years = tuple(dict.fromkeys(split.goal.year.label(lang) for split in result.splits))
    title = words.BOOK_TITLE.say(lang, years=years)
    lives = {split.goal: _live(split.goal, result) for split in result.splits}
    divided = [split for split in result.splits if split.margins is not None]
    sheets: list[Sheet | None] = [overview_sheet(result, lives, title, lang)]
    for number, split in enumerate(divided, start=1):
        name = _calendar_name(split, divided, lang)
        sheets.append(calendar_sheet(split, lives[split.goal], name, number, lang))
    sheets += [plan_sheet(result, lang), checks_sheet(result, lives, lang)]
    if result.actions:
        sheets.append(actions_sheet(result.actions, lang))
    sheets.append(findings_sheet(problems, invalid, lang))
    return Book(tuple(sheet for sheet in sheets if sheet is not None), title, lang)


def _live(goal: Goal, result: SplitResult) -> Live:
    return Live(goal, sum(split.goal.metric == goal.metric for split in result.splits) > 1)


def _calendar_name(split: GoalSplit, divided: Sequence[GoalSplit], lang: Lang) -> str:
    """The plain name for the only divided goal, else with the metric, and the year where that tells them apart."""
    if len(divided) == 1:
        return words.CALENDAR.say(lang)
    name = split.goal.metric
    if sum(other.goal.metric == name for other in divided) > 1:
        name = f"{split.goal.year}{name}"
    return words.CALENDAR_OF.say(lang, metric=name)
