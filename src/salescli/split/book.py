"""The plan as a workbook: overview, the year and its weeks across, the plan that tracking reads, and the proof."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from salescli.excel.book import Book, Sheet
from salescli.excel.findings import findings_sheet
from salescli.excel.records import InvalidRow
from salescli.split.book_calendar import calendar_sheet
from salescli.split.book_fairness import fairness_sheet
from salescli.split.book_formulas import Live, Lives
from salescli.split.book_grid import Grid, grid_of
from salescli.split.book_layers import issued_sheet, lines_sheet
from salescli.split.book_overview import overview_sheet
from salescli.split.book_plan import actions_sheet, checks_sheet, plan_sheet
from salescli.split.book_process import process_sheet
from salescli.split.book_replan import replan_sheet
from salescli.split.book_weeks import weeks_sheet
from salescli.split.goals import Goal
from salescli.split.result import SplitResult
from salescli.table.problem import Problem
from salescli.words import split as words
from salescli.words.language import Lang, Text


def split_book(result: SplitResult, problems: Sequence[Problem], invalid: Sequence[InvalidRow], lang: Lang) -> Book:
    """Everything a split has to show."""
    years = tuple(dict.fromkeys(split.goal.year.label(lang) for split in result.splits))
    title = words.BOOK_TITLE.say(lang, years=years)
    lives = {split.goal: _live(split.goal, result) for split in result.splits}
    divided = [split for split in result.splits if split.margins is not None]
    grids = {split.goal: grid_of(split, number) for number, split in enumerate(divided, start=1)}
    names = _Names(tuple(grids), lang)
    sheets: list[Sheet | None] = [overview_sheet(result, lives, title, lang)]
    for split in divided:
        name = names.of(split.goal, words.CALENDAR, words.CALENDAR_OF)
        sheets.append(calendar_sheet(split, grids[split.goal], lives[split.goal], name, lang))
    sheets += [*_weeks(result, grids, lives, names, lang), plan_sheet(result, lang)]
    sheets += [*_layers(result, grids, names, lang), *_people(result, grids, lang)]
    for number, change in enumerate(result.replan, start=1):
        plain = words.REPLAN_SHEET.say(lang)
        name = plain if len(result.replan) == 1 else words.REPLAN_OF.say(lang, metric=change.goal.metric)
        sheets.append(replan_sheet(change, lives[change.goal], f"replan{number}", name, lang))
    sheets.append(checks_sheet(result, lives, grids, lang))
    if result.actions:
        sheets.append(actions_sheet(result.actions, lang))
    sheets.append(findings_sheet(problems, invalid, lang))
    return Book(tuple(sheet for sheet in sheets if sheet is not None), title, lang)


def _weeks(
    result: SplitResult, grids: Mapping[Goal, Grid], lives: Lives, names: "_Names", lang: Lang
) -> Iterable[Sheet]:
    for goal, plan in result.views.weeks.items():
        yield weeks_sheet(plan, grids[goal], lives[goal], names.of(goal, words.WEEKS, words.WEEKS_OF), lang)


def _layers(result: SplitResult, grids: Mapping[Goal, Grid], names: "_Names", lang: Lang) -> Iterable[Sheet]:
    """The issued layer and the three lines, where they were asked for."""
    for goal, issued in result.views.issued.items():
        yield issued_sheet(issued, grids[goal], names.of(goal, words.HEDGED, words.HEDGED_OF), lang)
    for goal, lines in result.views.lines.items():
        name = names.of(goal, words.THREE_LINES, words.THREE_LINES_OF)
        yield lines_sheet(lines, result.views.multiples, grids[goal], name, lang)


def _people(result: SplitResult, grids: Mapping[Goal, Grid], lang: Lang) -> Iterable[Sheet]:
    """Process targets and fairness, one sheet a year."""
    processes, growths = result.views.process, result.views.fairness
    for plan in processes:
        year = plan.goal.year.label(lang)
        name = words.PROCESS_TARGETS.say(lang) if len(processes) == 1 else words.PROCESS_OF.say(lang, year=year)
        yield process_sheet(plan, grids[plan.goal], name, lang)
    for found in growths:
        year = found.goal.year.label(lang)
        name = words.FAIRNESS.say(lang) if len(growths) == 1 else words.FAIRNESS_OF.say(lang, year=year)
        yield fairness_sheet(found, grids[found.goal], name, lang)


def _live(goal: Goal, result: SplitResult) -> Live:
    return Live(goal, sum(split.goal.metric == goal.metric for split in result.splits) > 1)


@dataclass(frozen=True, slots=True)
class _Names:
    """The plain name for the only divided goal, else with the metric, and the year where that tells them apart."""

    goals: tuple[Goal, ...]
    lang: Lang

    def of(self, goal: Goal, plain: Text, named: Text) -> str:
        if len(self.goals) == 1:
            return plain.say(self.lang)
        several = sum(other.metric == goal.metric for other in self.goals) > 1
        return named.say(self.lang, metric=f"{goal.year}{goal.metric}" if several else goal.metric)
