"""What is to be reached: sales, the plan's other metrics, and the funnel that process targets are worked back by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from salescli.measure.period import Month
from salescli.split.funnel import Funnel
from salescli.split.tables.plan import PlanRow
from salescli.table.problem import Problem
from salescli.track.metric_targets import MetricTarget, metric_targets, worked_back
from salescli.track.people import Directory, Person, Slot, planned_people
from salescli.track.sales_metric import sales_metric
from salescli.track.targets import Target, plan_targets


@dataclass(frozen=True, slots=True)
class Goals:
    """`others` are the targets of other metrics, those worked back from sales by `funnel` included."""

    sales: tuple[Target, ...]
    others: tuple[MetricTarget, ...] = ()
    funnel: Funnel | None = None

    @property
    def all(self) -> tuple[Target | MetricTarget, ...]:
        return (*self.sales, *self.others)

    def directory(self) -> Directory:
        """Everybody with a target. Sales targets are the slots to count towards; who has none has the others'."""
        sellers = {target.person for target in self.sales}
        slots: list[tuple[Person, Month, Slot]] = [(item.person, item.month, item.slot) for item in self.sales]
        slots += [(item.person, item.month, item.slot) for item in self.others if item.person not in sellers]
        return Directory.of(slots)


NO_GOALS: Final = Goals(())


def plan_goals(rows: Sequence[PlanRow], funnel: Funnel | None) -> tuple[Goals, list[Problem]]:
    """The goals of a plan. Every person of the plan counts, of whatever metric."""
    metric, problems = sales_metric(rows)
    if metric is None:
        return Goals(()), problems
    people, contradictions = planned_people(rows)
    whose = list(zip(rows, people, strict=True))
    sales, said = plan_targets(*_parted((row, person) for row, person in whose if row.metric == metric))
    others, troubles = metric_targets(*_parted((row, person) for row, person in whose if row.metric != metric))
    return with_funnel(Goals(sales, others), funnel), [*problems, *contradictions, *said, *troubles]


def kept_goals(
    sales: tuple[Target, ...], rows: Sequence[PlanRow], funnel: Funnel | None
) -> tuple[Goals, list[Problem]]:
    """The goals that a tracking workbook kept: `rows` are the targets of its other metrics."""
    people, contradictions = planned_people(rows)
    others, troubles = metric_targets(rows, people)
    return with_funnel(Goals(sales, others), funnel), [*contradictions, *troubles]


def with_funnel(goals: Goals, funnel: Funnel | None) -> Goals:
    """`goals` with the process targets of `funnel`."""
    if funnel is None:
        return goals
    back = worked_back(goals.sales, funnel, {target.metric for target in goals.others})
    return Goals(goals.sales, (*goals.others, *back), funnel)


def _parted(
    whose: Iterable[tuple[PlanRow, Person | None]],
) -> tuple[list[PlanRow], list[Person | None]]:
    rows, people = list[PlanRow](), list[Person | None]()
    for row, person in whose:
        rows.append(row)
        people.append(person)
    return rows, people
