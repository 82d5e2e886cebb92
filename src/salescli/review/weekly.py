"""A week under review: its targets, what the reports brought, and the steps of the work beside the week before.

The plan's own weeks are taken where a plan is given. Else a month's targets go to its weeks by working days, cut at the
month's edges, in fen, all together as a plan deals them; a week that two months share has a piece of each.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final

from salescli.measure.achievement import Status, Thresholds, achievement, classify
from salescli.measure.change import change
from salescli.measure.money import FEN
from salescli.measure.period import Month, Week
from salescli.measure.ratio import ratio_text
from salescli.measure.workdays import Workdays
from salescli.review.attainment import ZERO, Attainment, Basis, attainment
from salescli.review.planned_weeks import PlannedWeeks
from salescli.split.weeks import month_weeks
from salescli.track.tables import MonthlyRow, WeeklyRow

SHOWN: Final = 5
"""Weeks side by side, the one under review the last."""

STEPS: Final = ("leads", "follow_ups", "visits", "proposals", "demos", "deals", "new_customers")
"""The counts of a report, in the order of the work."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the work: how often this week and the week before, None where no report counts it, and how often
    the plan asks for it this week."""

    key: str
    now: int | None
    before: int | None
    target: int | None = None

    @property
    def change(self) -> Fraction | None:
        """Week on week; None against nothing."""
        return change(self.now, self.before)

    @property
    def achievement(self) -> Fraction | None:
        """This week against its target."""
        return achievement(self.now, self.target)

    def status(self, thresholds: Thresholds) -> Status:
        """The status of that achievement; no data where no report counts the step."""
        return Status.NO_DATA if self.now is None else classify(self.achievement, thresholds)

    def document(self, thresholds: Thresholds) -> dict[str, Any]:
        """The step as ``--json`` shows it."""
        return {
            "step": self.key,
            "target": self.target,
            "now": self.now,
            "achievement": ratio_text(self.achievement),
            "status": str(self.status(thresholds)),
            "previous": self.before,
            "change": ratio_text(self.change),
        }


def week_attainment(
    monthly: Sequence[MonthlyRow],
    weekly: Sequence[WeeklyRow],
    week: Week,
    calendar: Workdays,
    thresholds: Thresholds,
    planned: PlannedWeeks,
) -> Attainment | None:
    """The week by region and person, and the weeks before it; None without any report or target of it."""
    spread = _Spread(monthly, weekly, calendar, planned)
    rows = spread.rows(week)
    found = attainment(rows, thresholds)
    if found is None:
        return None
    weeks = [week]
    while len(weeks) < SHOWN:
        weeks.insert(0, weeks[0].previous())
    before = [(one, attainment(spread.rows(one), thresholds)) for one in weeks]
    shown = tuple(
        replace(one.total, week=at, basis=spread.basis(at))
        for at, one in before
        if one is not None and one.total.actual
    )
    return replace(found, months=(), weeks=shown or (replace(found.total, week=week, basis=spread.basis(week)),))


def week_steps(weekly: Sequence[WeeklyRow], week: Week, targets: Mapping[str, int]) -> tuple[Step, ...]:
    """Every step that any report of the two weeks counts, or that has a target."""
    steps = (
        Step(key, _counted(weekly, week, key), _counted(weekly, week.previous(), key), targets.get(key))
        for key in STEPS
    )
    return tuple(step for step in steps if any(count is not None for count in (step.now, step.before, step.target)))


def _counted(weekly: Sequence[WeeklyRow], week: Week, key: str) -> int | None:
    known = [int(value) for row in weekly if row.week == week and (value := getattr(row, key)) is not None]
    return sum(known) if known else None


class _Spread:
    """Rows of one week: targets without results, results without targets; their sums are what counts."""

    def __init__(
        self,
        monthly: Sequence[MonthlyRow],
        weekly: Sequence[WeeklyRow],
        calendar: Workdays,
        planned: PlannedWeeks,
    ) -> None:
        self._monthly, self._weekly, self._calendar, self._planned = monthly, weekly, calendar, planned
        self._shared: dict[Month, dict[Week, list[MonthlyRow]]] = {}
        self._regions = {row.person: row.region for row in monthly}

    def rows(self, week: Week) -> list[MonthlyRow]:
        return [*self._targets(week), *self._results(week)]

    def basis(self, week: Week) -> Basis:
        """Where the targets of a week come from; a part by working days makes all of it so."""
        months = {row.month for row in self._monthly} & set(week.months())
        planned = {month for month in week.months() if (week, month) in self._planned.rows}
        return Basis.PLAN if planned and months <= planned else Basis.WORKDAYS

    def _targets(self, week: Week) -> Iterator[MonthlyRow]:
        for month in week.months():
            own = self._planned.rows.get((week, month))
            yield from self._by_workdays(month).get(week, ()) if own is None else own

    def _by_workdays(self, month: Month) -> dict[Week, list[MonthlyRow]]:
        """Everybody's share of every week of a month, dealt together so that the team's weeks are exact too."""
        if month not in self._shared:
            rows = [row for row in self._monthly if row.month == month]
            weeks = month_weeks(month, self._calendar)
            dealt = weeks.share([row.target for row in rows], [row.region for row in rows], FEN) if rows else []
            self._shared[month] = {
                piece.week: [
                    row.model_copy(update={"month": None, "actual": ZERO, "target": amounts[at]})
                    for row, amounts in zip(rows, dealt, strict=True)
                ]
                for at, piece in enumerate(weeks.pieces)
            }
        return self._shared[month]

    def _results(self, week: Week) -> Iterator[MonthlyRow]:
        for row in self._weekly:
            if row.week == week:
                yield MonthlyRow(
                    region=row.region or self._regions.get(row.person, ""),
                    product=row.product,
                    employee_id=row.employee_id,
                    person=row.person,
                    target=ZERO,
                    actual=row.sales,
                )
