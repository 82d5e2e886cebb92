"""The months of each product line levelled, once everybody's months are dealt.

The dealing holds people, regions and the company within a unit of their exact months. Which line of a person takes
a unit that a month has over is the same choice for everybody, so that the months of one line would bunch. Here two
rows of different lines in one region exchange a unit of two months, one giving in the first what the other takes,
wherever that brings the lines' months nearer to their exact shares, in the region and in the company. Nothing else
changes: each row keeps its year, each region its months, and who has several lines exchanges among these alone and
keeps their own months as well. A cell, and a row's quarter, still is its exact share down or up to a whole unit.

Every exchange lowers the sum of the squared distances, so that it ends; the passes are bounded, and the cost grows
with the number of rows.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations
from operator import add
from typing import Final, NamedTuple

from salescli.split.dealing import Line, Rows
from salescli.split.dealing_columns import QUARTERS
from salescli.split.fine_units import SCALE, added, floors

PASSES: Final = 8
"""How often all pairs are looked at, first for the regions alone; hardly anything moves after the second time."""

GAIN: Final = 2 * SCALE
"""How far apart two months must be for each of the levels looked at: four cells change by a unit."""

NEIGHBOURS: Final = 3
"""How many people of another line somebody of one line may exchange with."""

Distances = dict[int, list[int]]
"""How far each line's months are from their exact shares, in fine units."""


class Place(NamedTuple):
    """Where a row of months belongs: the person, the region and the product line."""

    person: int
    region: int
    product: int


class _Row:
    """A row on its way: the months and quarters it may still give a unit of (True), or take one (False)."""

    def __init__(self, product: int, cells: list[int], line: Line) -> None:
        self.product, self.cells, self.line = product, cells, line

    @cached_property
    def months(self) -> list[bool | None]:
        return _open(self.cells, self.line.shares)

    @cached_property
    def quarters(self) -> list[bool | None]:
        cells, shares = self.cells, self.line.shares
        return _open(
            [sum(cells[at] for at in span) for span in QUARTERS], [sum(shares[at] for at in span) for span in QUARTERS]
        )

    def move(self, old: int, new: int) -> None:
        """One unit from the month `old` to `new`."""
        self.months[old], self.months[new] = False, True
        if old // 3 != new // 3:
            self.quarters[old // 3], self.quarters[new // 3] = False, True
        self.cells[old] -= 1
        self.cells[new] += 1


Pairs = dict[tuple[int, int], list[tuple[_Row, _Row]]]
"""Rows that may exchange, by their two lines."""


def _open(cells: Sequence[int], shares: Sequence[int]) -> list[bool | None]:
    """Whether each cell was rounded up; None where its share is whole, or the cell is none of its neighbours."""
    lows, rests = floors(shares)
    return [
        units > low if rest and 0 <= units - low <= 1 else None
        for units, low, rest in zip(cells, lows, rests, strict=True)
    ]


def level_lines(rows: Rows, places: Sequence[Place], lines: Sequence[Line]) -> None:
    """Level the months of `rows` in place; `lines` has their exact months."""
    if len({place.product for place in places}) < 2:
        return
    members: dict[int, dict[int, list[int]]] = {}
    people: dict[int, dict[int, list[_Row]]] = {}
    for at, place in enumerate(places):
        members.setdefault(place.region, {}).setdefault(place.product, []).append(at)
        if lines[at].units:
            mine = people.setdefault(place.region, {}).setdefault(place.person, [])
            mine.append(_Row(place.product, rows[at], lines[at]))
    regions = {
        region: {product: _distances([rows[at] for at in mine], [lines[at] for at in mine]) for product, mine in own}
        for region, own in ((region, own.items()) for region, own in members.items())
    }
    pairs = [(regions[region], _pairs(own.values())) for region, own in people.items()]
    _exchange_all(pairs)
    if len(pairs) > 1:
        company: Distances = {}
        for distances in regions.values():
            for product, line in distances.items():
                company[product] = list(map(add, company.get(product, [0] * 12), line))
        _exchange_all(pairs, company)


def _distances(rows: Rows, lines: Iterable[Line]) -> list[int]:
    """How far the months of a line are from their exact shares; those of one profile are added up first."""
    units: dict[int, int] = {}
    profiles: dict[int, Sequence[int]] = {}
    for line in lines:
        profiles[id(line.profile)] = line.profile
        units[id(line.profile)] = units.get(id(line.profile), 0) + line.units
    exact = added(Line(units[key], profile).shares for key, profile in profiles.items())
    return [sum(column) * SCALE - share for column, share in zip(zip(*rows, strict=True), exact, strict=True)]


def _pairs(people: Iterable[Sequence[_Row]]) -> Pairs:
    """Rows of different lines that may exchange: those of one person, and people of one line each side by side."""
    found: Pairs = {}
    single: dict[int, list[_Row]] = {}
    for mine in people:
        if len(mine) == 1:
            single.setdefault(mine[0].product, []).append(mine[0])
        for one, other in combinations(mine, 2):
            if one.product != other.product:
                found.setdefault((one.product, other.product), []).append((one, other))
    for first, second in combinations(single, 2):
        longer, shorter = sorted((single[first], single[second]), key=len, reverse=True)
        for at, one in enumerate(longer):
            for step in range(min(NEIGHBOURS, len(shorter))):
                other = shorter[(at + step) % len(shorter)]
                found.setdefault((one.product, other.product), []).append((one, other))
    return found


def _exchange_all(regions: Sequence[tuple[Distances, Pairs]], *above: Distances) -> None:
    """Let all pairs exchange units for their region's sake, and that of what is `above` it, until nothing moves."""
    for _ in range(PASSES):
        moved = [
            _exchange(lines, rows, (distances, *above)) for distances, pairs in regions for lines, rows in pairs.items()
        ]
        if not any(moved):
            return


def _exchange(lines: tuple[int, int], pairs: Sequence[tuple[_Row, _Row]], levels: Sequence[Distances]) -> bool:
    """Let pairs of two lines exchange units as long as that brings these nearer to their shares; whether it did."""
    one_line, other_line = lines
    over = [0] * 12
    for distances in levels:
        for at, (mine, its) in enumerate(zip(distances[one_line], distances[other_line], strict=True)):
            over[at] += mine - its
    gain, moved = GAIN * len(levels), False
    for one, other in pairs:
        if max(over) - min(over) <= gain:
            break
        while (step := _best(one, other, over, gain)) is not None:
            old, new = step
            one.move(old, new)
            other.move(new, old)
            over[old] -= gain
            over[new] += gain
            for distances in levels:
                for line, units in ((one_line, SCALE), (other_line, -SCALE)):
                    distances[line][old] -= units
                    distances[line][new] += units
            moved = True
    return moved


def _best(one: _Row, other: _Row, over: Sequence[int], gain: int) -> tuple[int, int] | None:
    """The month where `one` may give a unit that `other` takes, and the month back, with the most to gain."""
    gives, takes = [], []
    for at, (mine, its) in enumerate(zip(one.months, other.months, strict=True)):
        if mine and its is False:
            gives.append(at)
        elif its and mine is False:
            takes.append(at)
    best, found = gain, None
    for old in gives:
        for new in takes:
            if over[old] - over[new] > best and _quarters_allow(one, other, old // 3, new // 3):
                best, found = over[old] - over[new], (old, new)
    return found


def _quarters_allow(one: _Row, other: _Row, old: int, new: int) -> bool:
    if old == new:
        return True
    return (
        bool(one.quarters[old] and other.quarters[new]) and one.quarters[new] is False and other.quarters[old] is False
    )
