"""指标跟踪: every metric of the plan beside sales, with target, actual, achievement and status.

A person's figure is that of their month, region and product line; every total is worked out from the quantities of
its scope, so a rate is Σ part ÷ Σ whole and never an average. Targets of counts and amounts add up; a rate's are
inherited, and where they differ they are weighted by the whole: Σ (target × whole) ÷ Σ whole, which is the rate at
which everybody meets their own. A count takes in what people without a target brought; a rate is that of the people
whose goal it is, for theirs would be measured against somebody else's.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final, TypeVar

from salescli.measure.period import Month
from salescli.measure.rounding import exact
from salescli.track.booking import book
from salescli.track.facts import Facts, Key, merged
from salescli.track.gauges import Basis, Gauge, Way, gauge_of
from salescli.track.metric_targets import MetricTarget, Origin
from salescli.track.people import Person, Slot
from salescli.track.readings import Reading, quantities, shared_target, sum_known, way_told
from salescli.track.who import Who

Name = TypeVar("Name", bound=Hashable)
NO_FACTS: Final = Facts()


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One person's month in one slot, by one metric."""

    metric: str
    month: Month
    slot: Slot
    person: Person
    reading: Reading

    @property
    def who(self) -> Who:
        return Who.of(self.person.name, self.person.employee_id, self.slot.region)


@dataclass(frozen=True)
class Metric:
    """A metric that is tracked: its rows, and what each month was measured by.

    `told` are the months in which anybody gives its quantities: there whoever gives none has nothing, which is 0.
    """

    name: str
    gauge: Gauge
    origin: Origin
    rows: tuple[MetricRow, ...]
    facts: Mapping[Month, Sequence[tuple[Slot, Person, Facts]]]
    ways: Mapping[Month, Way]
    told: frozenset[Month]

    def total(self, months: Iterable[Month], of: Callable[[Slot, Person], bool] = lambda *_: True) -> Reading:
        """The reading of a scope over `months`; a rate is that of the months which tell both its part and its whole."""
        wanted = [month for month in months if month in self.ways]
        parts = [self._quantities(month, of) for month in self.telling(wanted, of)]
        part = sum_known(part for part, _ in parts)
        whole = sum_known(whole for _, whole in parts) if self.gauge.ratio else None
        targets = [row for month in wanted for row in self._of_month.get(month, ()) if of(row.slot, row.person)]
        return Reading(self.gauge, shared_target(self.gauge, (row.reading for row in targets)), part, whole)

    def telling(self, months: Sequence[Month], of: Callable[[Slot, Person], bool] = lambda *_: True) -> Sequence[Month]:
        """Those of `months` that the actual of a scope is made of; the last one for a rate that none of them tells."""
        if not self.gauge.ratio:
            return months
        return [month for month in months if None not in self._quantities(month, of)] or months[-1:]

    def of_region(self, region: str, months: Iterable[Month]) -> Reading:
        """The reading of a region over `months`."""
        return self.total(months, lambda slot, _: slot.region == region)

    def _quantities(self, month: Month, of: Callable[[Slot, Person], bool]) -> tuple[Decimal | None, Decimal | None]:
        way = self.ways[month]
        own = [facts for slot, person, facts in self.facts.get(month, ()) if of(slot, person)]
        if not self.gauge.summed:
            own = [merged(own)]
        return quantities(way, own, told=month in self.told)

    def bases(self, months: Iterable[Month]) -> tuple[Basis, ...]:
        """Where the actuals of `months` come from."""
        return tuple(dict.fromkeys(self.ways[month].basis for month in months if month in self.ways))

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """In the order of the rows."""
        return tuple(dict.fromkeys(row.slot.region for row in self.rows))

    def by_person(self, month: Month) -> dict[Who, Reading]:
        """Everybody's reading of a month, over all their slots."""
        people: dict[Who, list[MetricRow]] = {}
        for row in self._of_month.get(month, ()):
            people.setdefault(row.who, []).append(row)
        if self.gauge.summed:
            return {who: self._summed(rows) for who, rows in people.items()}
        facts = {(slot, person): own for slot, person, own in self.facts.get(month, ())}
        return {who: self._merged(rows, self.ways[month], facts) for who, rows in people.items()}

    def _summed(self, rows: Sequence[MetricRow]) -> Reading:
        whole = sum_known(row.reading.whole for row in rows) if self.gauge.ratio else None
        return Reading(
            self.gauge,
            shared_target(self.gauge, (row.reading for row in rows)),
            sum_known(row.reading.part for row in rows),
            whole,
        )

    def _merged(self, rows: Sequence[MetricRow], way: Way, facts: Mapping[tuple[Slot, Person], Facts]) -> Reading:
        own = merged(facts.get((row.slot, row.person), NO_FACTS) for row in rows)
        part, whole = quantities(way, [own], told=rows[0].month in self.told)
        return Reading(self.gauge, shared_target(self.gauge, (row.reading for row in rows)), part, whole)

    @cached_property
    def _of_month(self) -> Mapping[Month, Sequence[MetricRow]]:
        found: defaultdict[Month, list[MetricRow]] = defaultdict(list)
        for row in self.rows:
            found[row.month].append(row)
        return found


@dataclass(frozen=True, slots=True)
class Untracked:
    """A metric of the plan that nothing given can tell; `gauge` is None where reports and orders never could."""

    name: str
    gauge: Gauge | None


@dataclass(frozen=True, slots=True)
class Metrics:
    """All metrics of the plan but sales, in its order; `months` are those covered."""

    months: tuple[Month, ...]
    tracked: tuple[Metric, ...]
    untracked: tuple[Untracked, ...]


def measured(targets: Sequence[MetricTarget], facts: Mapping[Key, Facts], months: Sequence[Month]) -> Metrics | None:
    """Every metric of `targets` measured in `months`; None for a plan of sales alone."""
    if not targets:
        return None
    by_name: dict[str, list[MetricTarget]] = {}
    for target in targets:
        by_name.setdefault(target.metric, []).append(target)
    given = {month: merged(own for key, own in facts.items() if key[0] == month) for month in months}
    tracked, untracked = [], []
    for name, own in by_name.items():
        gauge = gauge_of(name)
        ways = {} if gauge is None else _ways(gauge, given)
        if gauge is None or not ways:
            untracked.append(Untracked(name, gauge))
        else:
            told = frozenset(month for month, whole in given.items() if way_told(gauge, whole) is not None)
            tracked.append(_metric(name, gauge, own, facts, ways, told))
    return Metrics(tuple(months), tuple(tracked), tuple(untracked))


def _ways(gauge: Gauge, given: Mapping[Month, Facts]) -> dict[Month, Way]:
    """The first way that each month has the quantities for; months without any are left to the first of all."""
    found = {}
    for month, facts in given.items():
        if (way := way_told(gauge, facts)) is not None:
            found[month] = way
    if found:
        usual = next(iter(found.values()))
        return {month: found.get(month, usual) for month in given}
    return {}


def _metric(
    name: str,
    gauge: Gauge,
    targets: Sequence[MetricTarget],
    facts: Mapping[Key, Facts],
    ways: Mapping[Month, Way],
    told: frozenset[Month],
) -> Metric:
    slots: defaultdict[tuple[Month, Person], list[Slot]] = defaultdict(list)
    for target in targets:
        slots[target.month, target.person].append(target.slot)
    lined = any(target.slot.product is not None for target in targets)
    booked: dict[Key, Facts] = {}
    for (month, person, slot), own in facts.items():
        if month in ways and ((month, person) in slots or not gauge.ratio):
            there = _booked(slot, slots.get((month, person), ()), lined=lined)
            booked.setdefault((month, person, there), Facts()).take(own)
    planned = {(target.month, target.person, target.slot): target.amount for target in targets if target.month in ways}
    order = {target.person: at for at, target in reversed(list(enumerate(targets)))}
    keys = sorted(
        dict.fromkeys((*planned, *booked)), key=lambda key: (key[0], order.get(key[1], len(order)), str(key[1]))
    )
    rows = tuple(_rows(name, gauge, keys, planned, booked, ways, told))
    by_month: defaultdict[Month, list[tuple[Slot, Person, Facts]]] = defaultdict(list)
    for (month, person, slot), own in booked.items():
        by_month[month].append((slot, person, own))
    return Metric(name, gauge, targets[0].origin, rows, dict(by_month), ways, told)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A slot as a row that names its region and product line."""

    region: str | None
    product: str | None


def _booked(slot: Slot, slots: Sequence[Slot], *, lined: bool) -> Slot:
    """The target's slot that quantities of `slot` count towards; one of its own where none fits."""
    if slots:
        return book(_Spoken(slot.region, slot.product), slots).slot
    return slot if lined else Slot(slot.region, None)


def _rows(
    name: str,
    gauge: Gauge,
    keys: Iterable[Key],
    planned: Mapping[Key, Decimal],
    booked: Mapping[Key, Facts],
    ways: Mapping[Month, Way],
    told: frozenset[Month],
) -> Iterator[MetricRow]:
    """The targets with what came of them, and what came without a target."""
    for key in keys:
        month, person, slot = key
        own, target = booked.get(key, NO_FACTS), planned.get(key)
        part, whole = quantities(ways[month], [own], told=month in told)
        if target is not None or part or whole:
            reading = Reading(gauge, None if target is None else exact(target), part, whole)
            yield MetricRow(name, month, slot, person, reading)
