"""A year's targets spread over its months, holding every person's year and the company's every month.

The company's months come from the year by season: quarters first, then the months of each quarter. A cell is
what person's year, company's month and the months somebody is there for make of it (proportional fitting, see
:mod:`salescli.split.fitting`; with everybody there all year it is person's year × company's month ÷ year). The
cells are made whole in one network, in which also each person's quarters and months and each region's months
stay within a unit of their exact share (see :mod:`salescli.split.flow`).

People who are there for the same months have the same proportions, so only one row for each such profile is
fitted, and the cost grows with the number of people alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from salescli.measure.period import Month, Quarter, Year
from salescli.measure.rounding import Number
from salescli.split.fitting import Clash, fit
from salescli.split.flow import Arc, Blocked, whole_flow
from salescli.split.held import Part, Pin, Strain, allocate_around
from salescli.split.pins import Span
from salescli.split.presence import FULL, Months
from salescli.words.language import Lang, Text

Shape = tuple[tuple[int, ...], tuple[int, ...]]
"""Four quarters and twelve months."""

NO_MONTHS: Final[tuple[int, ...]] = (0,) * 12
ALL_YEAR: Final = (True,) * 12

SCALE: Final = 1 << 128
"""What a whole unit is counted as while cells are no whole units yet."""

NEAR: Final = SCALE >> 40
"""What is as near as this to a whole number is one; all such steps together stay far below one unit."""

FINE: Final = 10**6
"""The units of a profile's months are fitted to the millionth."""


def by_season(units: int, weights: Sequence[Number]) -> Shape:
    """The quarters and the months of a year's `units`, by twelve `weights`; all zero is even."""
    found = around_pins(units, weights, Year(2000), {})
    if isinstance(found, Strain):
        raise AssertionError("a season without pins always holds")
    return found


def around_pins(
    units: int,
    weights: Sequence[Number],
    year: Year,
    pins: Mapping[Span, Pin],
    open_months: Sequence[bool] = ALL_YEAR,
) -> Shape | Strain:
    """The same with pinned quarters and months; months that are not open carry nothing."""
    weights = [weight if there else 0 for weight, there in zip(weights, open_months, strict=True)]
    if not any(weights):
        weights = [int(there) for there in open_months]
    quarters = allocate_around(
        units,
        [
            Part(_said(quarter), sum(weights[at] for at in span), pins.get(span), any(open_months[at] for at in span))
            for quarter, span in zip(year.quarters(), QUARTERS, strict=True)
        ],
        _said(year),
    )
    if isinstance(quarters, Strain):
        return quarters
    months: list[int] = []
    for quarter, span, share in zip(year.quarters(), QUARTERS, quarters, strict=True):
        parts = [
            Part(_said(month), weights[at], pins.get((at,)), open_months[at])
            for month, at in zip(quarter.months(), span, strict=True)
        ]
        inside = allocate_around(share, parts, _said(quarter)) if any(open_months[at] for at in span) else (0, 0, 0)
        if isinstance(inside, Strain):
            return inside
        months += inside
    return quarters, tuple(months)


QUARTERS: Final[tuple[Span, ...]] = tuple((first, first + 1, first + 2) for first in range(0, 12, 3))


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who carries a year's `units`: one line of a person, the person, the region, and how far it is there when."""

    person: int
    region: int
    units: int
    there: Months = FULL


MonthClash = Clash[int, int]
"""Bearers (by their place) who have to carry more than the months open to them take."""


def spread(bearers: Sequence[Bearer], months: Sequence[int]) -> tuple[tuple[int, ...], ...] | MonthClash:
    """Twelve months for each of the bearers: rows add up to their units, columns to `months`.

    Both must have one sum (ValueError otherwise). A Clash when some are not there for enough of the year.
    """
    parts = _profiles(bearers, months)
    if isinstance(parts, Clash):
        return parts
    exact = [tuple(bearer.units * part for part in parts[bearer.there]) for bearer in bearers]
    network = _Network(months)
    regions = {
        region: network.gather(cells, range(12))
        for region, cells in _sums((b.region, cells) for b, cells in zip(bearers, exact, strict=True)).items()
    }
    lines = Counter(bearer.person for bearer in bearers)
    home = {bearer.person: bearer.region for bearer in bearers}
    several = ((b.person, cells) for b, cells in zip(bearers, exact, strict=True) if lines[b.person] > 1)
    people = {person: network.gather(cells, regions[home[person]]) for person, cells in _sums(several).items()}
    found_at = [
        network.bear(bearer.units, cells, people.get(bearer.person) or regions[bearer.region])
        for bearer, cells in zip(bearers, exact, strict=True)
    ]
    found = whole_flow(network.supply, network.arcs)
    if isinstance(found, Blocked):
        raise AssertionError("a table in proportion to its totals always has a whole-number neighbour")
    return tuple(tuple(found[arc] for arc in row) for row in found_at)


def _profiles(bearers: Sequence[Bearer], months: Sequence[int]) -> dict[Months, tuple[int, ...]] | MonthClash:
    """What a unit of each profile puts into each month, counted in `SCALE`."""
    units: dict[Months, int] = {}
    for bearer in bearers:
        units[bearer.there] = units.get(bearer.there, 0) + bearer.units
    carrying = [there for there, total in units.items() if total]
    cells = {(row, at): there[at] for row, there in enumerate(carrying) for at in range(12) if there[at]}
    rows = {row: units[there] * FINE for row, there in enumerate(carrying)}
    found = fit(rows, {at: total * FINE for at, total in enumerate(months)}, cells.keys(), cells)
    if isinstance(found, Clash):
        over = {carrying[row] for row in found.rows}
        who = tuple(at for at, bearer in enumerate(bearers) if bearer.units and bearer.there in over)
        return Clash(who, found.columns, found.needed // FINE, found.room // FINE)
    parts: dict[Months, tuple[int, ...]] = dict.fromkeys(units, NO_MONTHS)
    for row, there in enumerate(carrying):
        parts[there] = tuple(found.get((row, at), 0) * SCALE // rows[row] for at in range(12))
    return parts


def _sums(parts: Iterable[tuple[int, tuple[int, ...]]]) -> dict[int, list[int]]:
    sums: dict[int, list[int]] = {}
    for key, cells in parts:
        own = sums.setdefault(key, [0] * 12)
        for at, cell in enumerate(cells):
            own[at] += cell
    return sums


class _Network:
    """Line → its quarters → (the person's months →) the region's months → the company's months, nodes 0 to 11."""

    def __init__(self, months: Sequence[int]) -> None:
        self.supply = [-units for units in months]
        self.arcs: list[Arc] = []

    def gather(self, cells: Sequence[int], ends: Sequence[int]) -> list[int]:
        """Twelve nodes for the months of somebody's year, each on its way to one of `ends`."""
        nodes = [self._node() for _ in ends]
        for node, end, cell in zip(nodes, ends, cells, strict=True):
            self._arc(node, end, cell)
        return nodes

    def bear(self, units: int, cells: Sequence[int], ends: Sequence[int]) -> list[int]:
        """A line's `units` by quarter and month; the arcs that are its twelve cells.

        The wishes of a line already add up to its quarters and its year, so that only months are left to settle.
        """
        start = self._node(units)
        arcs = []
        quarters = [sum(cells[at] for at in span) for span in QUARTERS]
        for span, share, wish in zip(QUARTERS, quarters, _rounded(quarters, units), strict=True):
            quarter = self._node()
            self._arc(start, quarter, share, wish)
            own = [cells[at] for at in span]
            for at, cell, part in zip(span, own, _rounded(own, wish), strict=True):
                arcs.append(self._arc(quarter, ends[at], cell, part))
        return arcs

    def _node(self, supply: int = 0) -> int:
        self.supply.append(supply)
        return len(self.supply) - 1

    def _arc(self, tail: int, head: int, share: int, wish: int | None = None) -> int:
        """An arc for an exact `share`, down or up to the next whole unit."""
        low, rest = divmod(share + NEAR, SCALE)
        up = rest > 2 * NEAR
        self.arcs.append(Arc(tail, head, low, low + up, low + (up and 2 * rest >= SCALE) if wish is None else wish))
        return len(self.arcs) - 1


def _rounded(shares: Sequence[int], total: int) -> list[int]:
    """Each share down or up to a whole unit, the largest rests up first, as near to `total` as that comes."""
    parts = [divmod(share + NEAR, SCALE) for share in shares]
    found = [low for low, _ in parts]
    missing = total - sum(found)
    if missing > 0:
        rising = sorted((at for at in range(len(parts)) if parts[at][1] > 2 * NEAR), key=lambda at: -parts[at][1])
        for at in rising[:missing]:
            found[at] += 1
    return found


def _said(period: Year | Quarter | Month) -> Text:
    return Text(period.label(Lang.ZH), period.label(Lang.EN))
