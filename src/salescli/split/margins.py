"""What every level of a goal is to be, in amounts: whole units, the odd part, and what is settled already."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from salescli.measure.period import Month
from salescli.measure.rounding import exact
from salescli.split.allocate import Counting
from salescli.split.goals import Goal
from salescli.split.leaves import Leaf, Margins, sums
from salescli.split.team import Assignment, Person
from salescli.split.years import Group, YearUnits

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Carrier:
    """The one leaf that carries the odd part: a line and a month (its place in the year)."""

    at: int
    month: int


@dataclass(frozen=True, slots=True)
class Amounts:
    """Whole units turned into amounts, the odd part at its carrier, beside the leaves that are `settled`."""

    goal: Goal
    items: Sequence[Assignment]
    year: YearUnits
    quarters: Sequence[int]
    months: Sequence[int]
    unit: Decimal
    odd: Decimal
    carrier: Carrier
    settled: Sequence[Leaf] = ()

    @property
    def odd_month(self) -> Month:
        return self.goal.year.months()[self.carrier.month]

    @property
    def odd_line(self) -> Assignment:
        return self.items[self.carrier.at]

    @property
    def counting(self) -> Counting:
        """Units as amounts."""
        return Counting(self.unit)

    def margins(self) -> Margins:
        """Every level from the year downwards."""
        line, own, year = self.odd_line, self.year.assignments, self.goal.year
        by_region = _sums((item.person.region, part) for item, part in self._parts())
        by_product = _sums((item.product, part) for item, part in self._parts() if item.product is not None)
        regions = {**self.year.regions, **by_region, **self.year.regions}
        products = {**self.year.products, **by_product, **self.year.products}
        people = _sums(zip((item.person for item in self.items), own, strict=True))
        settled = sums(self.settled, lambda leaf: leaf.person)
        return Margins(
            year=self.goal.target,
            quarters=self._all(
                zip(year.quarters(), self.quarters, strict=True),
                self.odd_month.quarter,
                sums(self.settled, lambda leaf: leaf.month.quarter),
            ),
            months=self._all(
                zip(year.months(), self.months, strict=True),
                self.odd_month,
                sums(self.settled, lambda leaf: leaf.month),
            ),
            regions=self._all(regions.items(), line.person.region, sums(self.settled, lambda leaf: leaf.person.region)),
            products=self._all(products.items(), line.product, self._settled_products()),
            cells=self._all(_cells(self.year.groups), (line.person.region, line.product), self._settled_cells()),
            people=self._all(people.items(), line.person, settled),
            shares=self._shares(settled),
        )

    def _shares(self, settled: Mapping[Person, Decimal]) -> dict[Person, Fraction]:
        """Everybody's year before it was rounded."""
        unit = exact(self.unit)
        shares: dict[Person, Fraction] = {}
        for item, part in zip(self.items, self.year.exact, strict=True):
            own = part if unit == 1 else part * unit
            shares[item.person] = shares[item.person] + own if item.person in shares else own
        shares[self.odd_line.person] += exact(self.odd)
        for person, already in settled.items():
            shares[person] = shares.get(person, Fraction(0)) + exact(already)
        return shares

    def _parts(self) -> Iterable[tuple[Assignment, int]]:
        return zip(self.items, self.year.assignments, strict=True)

    def _settled_products(self) -> dict[str, Decimal]:
        return sums((leaf for leaf in self.settled if leaf.product), lambda leaf: leaf.product or "")

    def _settled_cells(self) -> dict[tuple[str, str], Decimal]:
        known = dict(_cells(self.year.groups))
        found = sums(self.settled, lambda leaf: (leaf.person.region, leaf.product or ""))
        return {cell: amount for cell, amount in found.items() if cell in known}

    def _all(
        self, parts: Iterable[tuple[Key, int]], odd_part: object, settled: Mapping[Key, Decimal]
    ) -> dict[Key, Decimal]:
        counting = self.counting
        amounts = {part: counting.amount(units) for part, units in parts}
        for part in amounts:
            if self.odd and part == odd_part:
                amounts[part] += self.odd
        for part, already in settled.items():
            amounts[part] = amounts.get(part, Decimal(0)) + already
        return amounts


def _sums(parts: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    for key, part in parts:
        found[key] = found.get(key, 0) + part
    return found


def _cells(groups: Mapping[Group, int]) -> Iterable[tuple[tuple[str, str], int]]:
    """The groups that are a region × product line."""
    for (region, product), units in groups.items():
        if region is not None and product is not None:
            yield (region, product), units
