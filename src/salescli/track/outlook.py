"""The days to come: pace, trend, leaderboards, self-checks, strategies and the sprint, from what was tracked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from salescli.measure.achievement import Thresholds
from salescli.measure.period import Month, Week
from salescli.measure.workdays import Workdays
from salescli.table.codes import outlook as codes
from salescli.table.problem import Problem, problem
from salescli.track.ahead import begun
from salescli.track.days import Days
from salescli.track.figures import Figures, TrackedRow
from salescli.track.goals import NO_GOALS, Goals
from salescli.track.metric_targets import process_targets
from salescli.track.pace import Pace, PeriodPace, paces
from salescli.track.people import NOBODY, Directory
from salescli.track.process import ProcessTarget
from salescli.track.ranking import Leaderboard, leaderboards
from salescli.track.report import Report, weeks_of
from salescli.track.selfcheck import Check, Former, SelfChecks, filled_in, forms_of
from salescli.track.selfcheck_missing import unchecked
from salescli.track.selfcheck_people import whose
from salescli.track.sprint_entries import NO_ORDERS, Sold
from salescli.track.strategies import Strategies, judged
from salescli.track.tables import SelfCheckRow, StrategyRow
from salescli.track.trend import Trend, trend_of
from salescli.track.who import Who, by_person
from salescli.words.language import Lang, Text

if TYPE_CHECKING:
    from salescli.track.sprint import Sprint


@dataclass(frozen=True, slots=True)
class Tracked:
    """What was tracked: `rows` of the covered `months`, all `goals`, the reports that count and the orders."""

    rows: Sequence[TrackedRow]
    months: Sequence[Month]
    goals: Goals = NO_GOALS
    reports: Sequence[Report] = ()
    sold: Sold = NO_ORDERS


@dataclass(frozen=True, slots=True)
class Beside:
    """What else was read: self-checks and strategies; `directory` knows the people they may speak of."""

    directory: Directory = NOBODY
    checks: Sequence[SelfCheckRow] = ()
    strategies: Sequence[StrategyRow] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked for: one month only, the day, a sprint."""

    as_of: date
    month: Month | None = None
    sprint: Days | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """All views of the days to come, as of one day; a view there is nothing for is empty or None."""

    as_of: date
    paces: tuple[PeriodPace, ...] = ()
    leaderboards: tuple[Leaderboard, ...] = ()
    trend: Trend | None = None
    selfcheck: SelfChecks | None = None
    strategies: Strategies | None = None
    sprint: "Sprint | None" = None

    @property
    def risky(self) -> PeriodPace | None:
        """The shortest running period in which somebody will miss."""
        return next((pace for pace in self.paces if pace.at_risk), None)

    def document(self, lights: Thresholds) -> dict[str, Any]:
        """Its keys of the JSON result."""
        return {
            "pace": [_pace(item, lights) for item in self.paces],
            "at_risk": [_risk(who, pace) for item in self.paces for who, pace in item.at_risk],
            "leaderboards": [board.document(lights) for board in self.leaderboards],
            "trend": None if self.trend is None else self.trend.document(),
            "selfcheck": [] if self.selfcheck is None else self.selfcheck.document(),
            "selfcheck_missing": [] if self.selfcheck is None else self.selfcheck.missing_document(),
            "selfcheck_form": None if self.selfcheck is None else self.selfcheck.form_document(),
            "strategies": None if self.strategies is None else self.strategies.document(),
            "sprint": None if self.sprint is None else self.sprint.document(),
        }


def _pace(item: PeriodPace, lights: Thresholds) -> dict[str, Any]:
    without = [str(month) for month in item.silent]
    return {**item.team.document(), "alert": item.team.alert(lights).value, "months_without_data": without}


def _risk(who: Who, pace: Pace) -> dict[str, Any]:
    keys = ("target", "actual", "achievement", "pace", "projected", "at_risk", "needed_per_day")
    figures = pace.document()
    return {"period": figures["period"], **who.document(), **{key: figures[key] for key in keys}}


def look_ahead(
    tracked: Tracked, beside: Beside, asked: Asked, calendar: Workdays
) -> tuple[Outlook, tuple[Problem, ...]]:
    """Everything there is to say of the days to come, and what is to be remarked on the way."""
    rows = [*tracked.rows, *_ahead(tracked)]
    process = process_targets(tracked.goals.others)
    planned = {row.month for row in rows if row.month is not None}
    known = sorted(planned) if asked.month is None else [asked.month]
    sprint, problems = _sprint(rows, tracked, process, asked, calendar)
    checks, said = _selfcheck(rows, tracked.reports, process, beside, asked, calendar)
    late = [report for report in tracked.reports if report.week.first > asked.as_of]
    if late:
        problems.append(problem(codes.AFTER_AS_OF, late[0].row.at("week"), rows=len(late), day=asked.as_of))
    due = begun(tracked.reports, asked.as_of)
    regions = dict.fromkeys(row.region for row in tracked.rows)
    people = [who for who, _ in by_person(tracked.rows)]
    outlook = Outlook(
        asked.as_of,
        paces(rows, tracked.months, known, asked.as_of, calendar),
        leaderboards(tracked.rows, due, tracked.months),
        trend_of(due, regions, people, asked.as_of),
        checks,
        judged(beside.strategies, asked.as_of),
        sprint,
    )
    return outlook, (*problems, *said)


def _ahead(tracked: Tracked) -> list[TrackedRow]:
    """The targets of the months that are not covered, of which nothing is known."""
    return [
        TrackedRow(
            target.month,
            target.slot.region,
            target.slot.product,
            target.person.employee_id,
            target.person.name,
            Figures(target.amount, None),
        )
        for target in tracked.goals.sales
        if target.month not in tracked.months
    ]


def _sprint(
    rows: Sequence[TrackedRow],
    tracked: Tracked,
    process: Sequence[ProcessTarget],
    asked: Asked,
    calendar: Workdays,
) -> "tuple[Sprint | None, list[Problem]]":
    if asked.sprint is None:
        return None, []
    if all(row.month is None for row in rows):
        return None, [problem(codes.SPRINT_NEEDS_MONTHS)]
    from salescli.track.sprint import sprint_of

    sprint = sprint_of(asked.sprint, rows, tracked.reports, process, asked.as_of, calendar, tracked.sold)
    if sprint is None:
        days = Text(asked.sprint.label(Lang.ZH), asked.sprint.label(Lang.EN))
        return None, [problem(codes.SPRINT_NOT_PLANNED, days=days)]
    return sprint, []


def _selfcheck(
    rows: Sequence[TrackedRow],
    reports: Sequence[Report],
    process: Sequence[ProcessTarget],
    beside: Beside,
    asked: Asked,
    calendar: Workdays,
) -> tuple[SelfChecks | None, tuple[Problem, ...]]:
    owned, unknown = whose(beside.checks, beside.directory, asked.as_of)
    filled, problems = filled_in(owned)
    problems = (*unknown, *problems)
    form: tuple[Check, ...] = ()
    coming = _coming(reports, filled, asked.as_of)
    if reports:
        form = Former(rows, process, reports, filled, forms_of(owned), calendar).form(coming)
    if not filled and not form:
        return None, problems
    missing = unchecked(filled, rows, asked.as_of)
    return SelfChecks(filled, form, coming if form else None, missing), problems


def _coming(reports: Sequence[Report], filled: Sequence[Check], day: date) -> Week:
    """The week a form is made for on `day`: the week it lies in, unless somebody told of that week already."""
    week = Week.of(day)
    told = week in weeks_of(reports) or any(check.week == week for check in filled)
    return week.next() if told else week
