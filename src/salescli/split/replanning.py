"""Planning every goal of a year again that the tracking workbook has actuals of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Year
from salescli.split.decompose import Setting, decompose
from salescli.split.goals import Goal
from salescli.split.leaves import GoalSplit
from salescli.split.pin_rows import money_goal
from salescli.split.pins import NO_PINS, Pins
from salescli.split.reached import Actuals
from salescli.split.replan import Adjusted, Replan, adjusted, lacking_months, settle
from salescli.split.tables.actuals import ACTUALS
from salescli.split.tables.plan import PLAN
from salescli.split.tracked import TRACKED
from salescli.table.codes.split import replan as codes
from salescli.table.problem import Place, Problem, has_errors, problem
from salescli.words.language import Lang, Text

_OF_PEOPLE: Final = (codes.REPLAN_STRANGER, codes.REPLAN_MOVED)


@dataclass(slots=True)
class Replanning:
    """The goals as they are split, and one after the other planned again; what there is to say goes to `problems`."""

    replan: Replan
    intake: Intake
    settings: Mapping[Year, Setting | None]
    pins: Mapping[Goal, Pins]
    changes: list[Adjusted] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def of(self, splits: Sequence[GoalSplit], goals: Place) -> tuple[GoalSplit, ...]:
        """The splits with what is planned again in its place; `goals` is where the goals stand."""
        year = Year(self.replan.since.year)
        divided = [done for done in splits if done.goal.year == year and done.margins is not None]
        main, setting = money_goal([done.goal for done in divided], year), self.settings.get(year)
        since = Text(self.replan.since.label(Lang.ZH), self.replan.since.label(Lang.EN))
        if main is None or setting is None:
            years = tuple(dict.fromkeys(str(done.goal.year) for done in splits))
            self.problems.append(problem(codes.REPLAN_NO_GOAL, goals, month=since, years=years))
            return tuple(splits)
        actuals = self._actuals(year)
        if actuals is None:
            return tuple(splits)
        found = {done.goal: self._again(done, setting, actuals, main) for done in divided}
        kept = tuple(goal.metric for goal, again in found.items() if again is None)
        if kept and not has_errors(self.problems):
            self.problems.append(problem(codes.REPLAN_OTHERS, others=kept))
        return tuple(found.get(done.goal) or done for done in splits)

    def _actuals(self, year: Year) -> Actuals | None:
        """The rows of the tracking workbook; a plan and reports that were not merged are no such workbook."""
        tracking = self.intake.open(self.replan.tracking)
        if not any(item.match.fits or item.named for item in tracking.candidates(ACTUALS)) or _is_plan(tracking):
            code = codes.REPLAN_OF_PLAN if _is_plan(tracking) else codes.REPLAN_NO_TRACKING
            sheets = tuple(sheet.name for sheet in tracking.sheets)
            self.problems.append(problem(code, Place(tracking.file), sheets=sheets))
            return None
        monthly = self.intake.need(tracking, ACTUALS, year=year.year)
        details = self.intake.want(tracking, TRACKED, year=year.year)
        return None if self.intake.blocked else Actuals(monthly, details or ())

    def _again(self, before: GoalSplit, setting: Setting, actuals: Actuals, main: Goal) -> GoalSplit | None:
        """The goal planned again, None where its months are not known or errors stand in the way."""
        goal, since = before.goal, self.replan.since
        rows = actuals.of(goal, sales=goal == main)
        lacking = lacking_months(rows, since)
        if lacking and (goal == main or len(lacking) < since.number - 1):
            code = codes.REPLAN_MONTH_MISSING if goal == main else codes.REPLAN_METRIC_MISSING
            months = tuple(Text(month.label(Lang.ZH), month.label(Lang.EN)) for month in lacking)
            place = rows[0].place if rows else actuals.monthly[0].at() if actuals.monthly else goal.place
            self.problems.append(problem(code, place, metric=goal.metric, months=months))
        if lacking:
            return None
        settled, found = settle(goal, rows, since, setting.team, before.leaves)
        pins = self.pins.get(goal, NO_PINS)
        self.problems += [*self._new(found), *settled.passed(goal, pins, setting.team)]
        if has_errors(found):
            return None
        after, found = decompose(goal, setting, pins, settled)
        self.problems += found
        if after is not None:
            self.changes.append(adjusted(before, after, since, setting.people))
        return after

    def _new(self, found: Sequence[Problem]) -> list[Problem]:
        """Without whom the roster does not know, or has elsewhere, and another goal has named already."""
        known = [(item.code, item.details) for item in self.problems if item.code in _OF_PEOPLE]
        return [item for item in found if (item.code, item.details) not in known]


def _is_plan(tracking: SourceWorkbook) -> bool:
    return any(item.match.fits and item.named for item in tracking.candidates(PLAN))
