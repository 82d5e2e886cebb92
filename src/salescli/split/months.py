"""A year's targets spread over its months, holding every person's year and the company's every month.

The company's months come from the year by season: quarters first, then the months of each quarter. A cell is
person's year × company's month ÷ year, made whole in one network, in which also each person's quarters and
months and each region's months stay within a unit of their exact share (see :mod:`salescli.split.flow`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salescli.measure.rounding import Number
from salescli.split.allocate import allocate
from salescli.split.flow import Arc, Blocked, whole_flow


def by_season(units: int, weights: Sequence[Number]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The quarters and the months of a year's `units`, by twelve `weights`; all zero is even."""
    if not any(weights):
        weights = [1] * 12
    quarters = allocate(units, [sum(weights[at : at + 3]) for at in range(0, 12, 3)])
    months: list[int] = []
    for number, share in enumerate(quarters):
        inside = weights[3 * number : 3 * number + 3]
        months += allocate(share, inside) if share else (0, 0, 0)
    return quarters, tuple(months)


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who carries a year's `units`: one line of a person, the person, and the region."""

    person: int
    region: int
    units: int


def spread(bearers: Sequence[Bearer], months: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Twelve months for each of the bearers: rows add up to their units, columns to `months`.

    Both must have one sum (ValueError otherwise).
    """
    network = _Network(months)
    regions = {
        region: network.gather(units, range(12))
        for region, units in _sums((b.region, b.units) for b in bearers).items()
    }
    lines = Counter(bearer.person for bearer in bearers)
    home = {bearer.person: bearer.region for bearer in bearers}
    people: dict[int, list[int]] = {}
    for person, units in _sums((b.person, b.units) for b in bearers if lines[b.person] > 1).items():
        people[person] = network.gather(units, regions[home[person]])
    cells = [network.bear(b.units, people.get(b.person) or regions[b.region]) for b in bearers]
    found = whole_flow(network.supply, network.arcs)
    if isinstance(found, Blocked):
        raise AssertionError("a table in proportion to its totals always has a whole-number neighbour")
    return tuple(tuple(found[arc] for arc in row) for row in cells)


def _sums(parts: Iterable[tuple[int, int]]) -> dict[int, int]:
    sums: dict[int, int] = {}
    for key, units in parts:
        sums[key] = sums.get(key, 0) + units
    return sums


class _Network:
    """Line → its quarters → (the person's months →) the region's months → the company's months, nodes 0 to 11."""

    def __init__(self, months: Sequence[int]) -> None:
        self.months = months
        self.total = sum(months)
        self.supply = [-units for units in months]
        self.arcs: list[Arc] = []

    def gather(self, units: int, ends: Sequence[int]) -> list[int]:
        """Twelve nodes for the months of a year's `units`, each on its way to one of `ends`."""
        nodes = [self._node() for _ in ends]
        for node, end, part in zip(nodes, ends, self.months, strict=True):
            self._arc(node, end, units, part)
        return nodes

    def bear(self, units: int, ends: Sequence[int]) -> list[int]:
        """A line's `units` by quarter and month; the arcs that are its twelve cells."""
        start = self._node(units)
        cells = []
        for first in range(0, 12, 3):
            quarter = self._node()
            self._arc(start, quarter, units, sum(self.months[first : first + 3]))
            cells += [self._arc(quarter, ends[at], units, self.months[at]) for at in range(first, first + 3)]
        return cells

    def _node(self, supply: int = 0) -> int:
        self.supply.append(supply)
        return len(self.supply) - 1

    def _arc(self, tail: int, head: int, units: int, part: int) -> int:
        """An arc for units × part ÷ total, down or up to the next whole unit."""
        low, rest = divmod(units * part, self.total) if self.total else (0, 0)
        up = rest > 0 and 2 * rest >= self.total
        self.arcs.append(Arc(tail, head, low, low + (rest > 0), low + up))
        return len(self.arcs) - 1
