"""The plan's targets of metrics other than sales: as it states them, and worked back from sales by its funnel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from salescli.measure.metric import Measure
from salescli.measure.period import Month
from salescli.split.funnel import Funnel
from salescli.split.tables.plan import PLAN, PlanRow
from salescli.table.codes import cells as cell_codes
from salescli.table.codes import track as codes
from salescli.table.numbers import PLAIN_RATIO_LIMIT, ambiguous
from salescli.table.problem import Problem, problem
from salescli.table.quantity import Quantity
from salescli.track.figures import NOTHING
from salescli.track.gauges import gauge_of
from salescli.track.people import Person, Slot
from salescli.track.process import ProcessTarget, weekly_key
from salescli.track.targets import Target, without_repeats
from salescli.track.who import Who
from salescli.words import metrics as words
from salescli.words.language import Lang, Text


class Origin(StrEnum):
    """Where a target comes from."""

    PLAN = "plan"
    FUNNEL = "funnel"

    @property
    def word(self) -> Text:
        return words.FROM_PLAN if self is Origin.PLAN else words.FROM_FUNNEL


@dataclass(frozen=True, slots=True)
class MetricTarget:
    """One person's target of one metric in a month; `quantity` has its value in yuan, units, or as a ratio."""

    metric: str
    month: Month
    slot: Slot
    person: Person
    quantity: Quantity
    origin: Origin = Origin.PLAN

    @property
    def amount(self) -> Decimal:
        return self.quantity.value


def metric_targets(
    rows: Sequence[PlanRow], people: Sequence[Person | None]
) -> tuple[tuple[MetricTarget, ...], list[Problem]]:
    """The targets of `rows`, plan rows of other metrics than sales; `people` are the persons of the rows."""
    persons = {id(row): person for row, person in zip(rows, people, strict=True)}
    targets, problems = [], list[Problem]()
    for metric in dict.fromkeys(row.metric for row in rows):
        own = [row for row in rows if row.metric == metric]
        chosen, repeated = without_repeats(own, lambda row: row.month, lambda row: (row.target, row.in_force))
        problems += repeated
        for row in chosen:
            person, found = persons[id(row)], _wrong(row)
            if found is not None:
                problems.append(found)
            elif person is not None:
                slot = Slot(row.region, row.product)
                targets.append(MetricTarget(metric, row.month, slot, person, row.judged_by.named(metric)))
    return tuple(targets), problems


def _wrong(row: PlanRow) -> Problem | None:
    """Why a target cannot be what it says, if so."""
    target, gauge = row.judged_by.named(row.metric), gauge_of(row.metric)
    if target.value < 0:
        found = Text(target.show(Lang.ZH), target.show(Lang.EN))
        return problem(codes.NEGATIVE_TARGET, row.at("target"), found=found)
    if gauge is not None and row.judged_by.measure is not None and _kind(target.resolved) != _kind(gauge.measure):
        found = Text(target.show(Lang.ZH), target.show(Lang.EN))
        return problem(codes.METRIC_UNIT, row.at("target"), metric=row.metric, found=found)
    plain = row.judged_by.measure is None
    if plain and gauge is not None and gauge.measure is Measure.RATIO and target.value > PLAIN_RATIO_LIMIT:
        details = {"found": f"{target.value:f}", **ambiguous(target.value)}
        return problem(cell_codes.AMBIGUOUS_RATIO, row.at("target"), column=PLAN.label("target"), **details)
    return None


def _kind(measure: Measure) -> Measure:
    """A measure as a unit tells it: counts and other numbers share theirs (20天, 20个)."""
    return Measure.NUMBER if measure is Measure.COUNT else measure


def worked_back(sales: Iterable[Target], funnel: Funnel, planned: Iterable[str]) -> tuple[MetricTarget, ...]:
    """What everybody's sales targets take at each stage of `funnel`, as :func:`salescli.split.process` has it.

    A stage whose count the plan states itself (`planned` are its metrics) is left to the plan.
    """
    stated = {weekly_key(metric) for metric in planned} - {None}
    amounts: dict[tuple[Month, Person], Decimal] = {}
    regions: dict[tuple[Month, Person], str] = {}
    for target in sales:
        key = (target.month, target.person)
        amounts[key] = amounts.get(key, NOTHING) + target.amount
        regions.setdefault(key, target.slot.region)
    stages = [(at, stage) for at, stage in enumerate(funnel.stages) if weekly_key(stage) not in stated]
    found = []
    for key, amount in amounts.items():
        counts = funnel.back(amount) if amount > 0 else ()
        for at, stage in stages if counts else ():
            quantity = Quantity(Decimal(counts[at]), Measure.COUNT)
            found.append(MetricTarget(stage, key[0], Slot(regions[key], None), key[1], quantity, Origin.FUNNEL))
    return tuple(found)


def process_targets(targets: Iterable[MetricTarget]) -> tuple[ProcessTarget, ...]:
    """Those of `targets` whose metric is a count of the weekly table."""
    return tuple(
        ProcessTarget(item.month, Who.of(item.person.name, item.person.employee_id, item.slot.region), key, item.amount)
        for item in targets
        if item.amount > 0 and (key := weekly_key(item.metric)) is not None
    )
