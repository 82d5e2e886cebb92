"""The year of every person: first the cuts by region and product line, then each group's people by weight.

Pins come off first, wherever they stand; what is left is shared as if they were not there.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from salescli.measure.rounding import Number
from salescli.split.allocate import allocate
from salescli.split.fitting import Clash, fit
from salescli.split.held import Part, Pin, Strain, StrainKind, allocate_around, strain
from salescli.split.pins import NO_PINS, LinePin, Pins
from salescli.split.shares import Cut
from salescli.split.tables.shares import Dimension
from salescli.split.team import Assignment, Person, Team
from salescli.split.weights import Weighting
from salescli.words.split import WHOLE_COMPANY

Group = tuple[str | None, str | None]
"""Whoever shares one target: a region, a product line, both, or, where a side is None, all that has none of its own."""

Side = dict[str | None, int]
"""The totals along one dimension; None is all that nothing is prescribed for."""

YearClash = Clash[str, str]
"""Regions or people who need more than the product lines open to them take."""


@dataclass(frozen=True, slots=True)
class YearUnits:
    """Whole units of the year: those prescribed by cuts and pins, and each assignment's own.

    `regions` and `products` hold what shares and pins prescribe, `groups` every group there is; `unweighted`
    are the groups whose weights were all zero and who therefore share evenly. `exact` is what each assignment's
    part of its group comes to before it is rounded.
    """

    assignments: tuple[int, ...]
    exact: tuple[Fraction, ...] = ()
    regions: Mapping[str, int] = field(default_factory=dict)
    products: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[Group, int] = field(default_factory=dict)
    unweighted: tuple[Group, ...] = ()


def share_year(
    units: int,
    team: Team,
    cuts: Mapping[Dimension, Cut],
    weighting: Weighting,
    pins: Pins = NO_PINS,
    able: Sequence[bool] | None = None,
) -> YearUnits | YearClash | Strain:
    """`units` shared among the team, exact along every cut.

    `able` tells which assignments are there at all; `pins.lines` must not overlap. A Clash when both cuts cannot
    hold at once, a Strain when pins cannot.
    """
    items = team.assignments
    carrying = [True] * len(items) if able is None else able
    able_regions = {item.person.region for item, can in zip(items, carrying, strict=True) if can}
    able_products = {item.product for item, can in zip(items, carrying, strict=True) if can and item.product}
    rows = _side(units, cuts.get(Dimension.REGION), pins.regions, able_regions)
    if isinstance(rows, Strain):
        return rows
    columns = _side(units, cuts.get(Dimension.PRODUCT), pins.products, able_products)
    if isinstance(columns, Strain):
        return columns
    return _Sharing(team, rows, columns, weighting, pins, carrying).share()


def _side(units: int, cut: Cut | None, pins: Mapping[str, Pin], able: Collection[str]) -> Side | Strain:
    for name, pin in pins.items():
        if pin.units and name not in able:
            return Strain(StrainKind.FALL_SHORT, name, 0, pin.units, (pin,))
    if cut is not None and cut.weights is not None:
        parts = [
            Part(name, weight, pins.get(name), name in able)
            for name, weight in zip(cut.names, cut.weights, strict=True)
        ]
        shares = allocate_around(units, parts, WHOLE_COMPANY)
        return shares if isinstance(shares, Strain) else dict(zip(cut.names, shares, strict=True))
    others = [name for name in able if name not in pins]
    found = strain(units, list(pins.values()), others, WHOLE_COMPANY)
    if found is not None:
        return found
    held: Side = {name: pin.units for name, pin in pins.items()}
    return {**held, None: units - sum(held.values())} if others or not pins else held


class _Sharing:
    """One year being shared: the totals of both sides, the pinned lines, and who is free to take the rest."""

    def __init__(
        self,
        team: Team,
        rows: Side,
        columns: Side,
        weighting: Weighting,
        pins: Pins,
        able: Sequence[bool],
    ) -> None:
        self.items, self.rows, self.columns = team.assignments, rows, columns
        self.weighting, self.held, self.pins = weighting, pins.lines, pins
        taken = {at for item in self.held for at in item.members}
        self.keys: list[Group] = [(_key(item.person.region, rows), _key(item.product, columns)) for item in self.items]
        for region, product in (self.keys[at] for item in self.held for at in item.members):
            # somebody pinned to nothing may stand where nobody else carries a target
            self.rows, self.columns = {region: 0, **self.rows}, {product: 0, **self.columns}
        self.free: dict[Group, list[int]] = {}
        for at, key in enumerate(self.keys):
            if able[at] and at not in taken:
                self.free.setdefault(key, []).append(at)
        self.own = [0] * len(self.items)
        self.exact = [Fraction(0)] * len(self.items)

    def share(self) -> YearUnits | YearClash | Strain:
        found = self._strained(0, self.rows) or self._strained(1, self.columns)
        if found is not None:
            return found
        cells = self._cells()
        if isinstance(cells, Clash):
            return cells
        unweighted = []
        for group, units in cells.items():
            members = self.free.get(group, [])
            weights = self.weighting.within(members)
            if units and len(members) > 1 and not any(weights):
                unweighted.append(group)
            self._give(members, units, weights)
        return YearUnits(
            tuple(self.own),
            tuple(self.exact),
            {name: units for name, units in self.rows.items() if name is not None},
            {name: units for name, units in self.columns.items() if name is not None},
            self._groups(),
            tuple(unweighted),
        )

    def _strained(self, side: int, totals: Side) -> Strain | None:
        """Whether the pins on people fit into their regions, or product lines."""
        pins: dict[str | None, list[Pin]] = {}
        for item in self.held:
            keys = {self.keys[at][side] for at in item.members}
            if len(keys) == 1:
                pins.setdefault(keys.pop(), []).append(item.pin)
        free: dict[str | None, list[int]] = {}
        for group, members in self.free.items():
            free.setdefault(group[side], []).extend(members)
        for name, mine in pins.items():
            members = free.get(name, [])
            spanning = side == 1 and any(len(item.members) > 1 for item in self.held)
            wanting = [at for at, weight in zip(members, self.weighting.within(members), strict=True) if weight]
            others = tuple(dict.fromkeys(self.items[at].person.name for at in wanting))
            found = strain(totals[name], mine, others, name or WHOLE_COMPANY, spare=bool(members) or spanning)
            if found is not None:
                own = (self.pins.products if side else self.pins.regions).get(name or "")
                return replace(found, held_by=() if own is None else (own,))
        return None

    def _cells(self) -> dict[Group, int] | YearClash:
        """What each group's free people share; pinned lines get their own on the way."""
        rows, columns = dict(self.rows), dict(self.columns)
        spanning: list[LinePin] = []
        for item in self.held:
            region, product = self.keys[item.members[0]]
            rows[region] -= item.pin.units
            if len({self.keys[at][1] for at in item.members}) > 1:
                spanning.append(item)
                continue
            columns[product] -= item.pin.units
            self._give(item.members, item.pin.units, self.weighting.within(item.members))
        if not spanning and len(columns) == 1:
            product = next(iter(columns))
            return {(region, product): units for region, units in rows.items()}
        if not spanning and len(rows) == 1:
            region = next(iter(rows))
            return {(region, product): units for product, units in columns.items()}
        return self._fitted(rows, columns, spanning)

    def _fitted(self, rows: Side, columns: Side, spanning: Sequence[LinePin]) -> dict[Group, int] | YearClash:
        """Regions, and people pinned over several lines, by product line: all totals at once."""
        totals: dict[tuple[int, str | None], int] = {(-1, region): units for region, units in rows.items()}
        totals |= {(at, None): item.pin.units for at, item in enumerate(spanning)}
        lines: dict[tuple[int, str | None], list[int]] = {}
        for at, item in enumerate(spanning):
            for line in item.members:
                lines.setdefault((at, self.keys[line][1]), []).append(line)
        cells = [((-1, region), product) for region, product in self.free]
        found = fit(totals, columns, {*cells, *(((at, None), product) for at, product in lines)})
        if isinstance(found, Clash):
            return self._clash(found, spanning)
        for (at, product), members in lines.items():
            self._give(members, found[(at, None), product], self.weighting.within(members))
        return {(region, product): found[(-1, region), product] for region, product in self.free}

    def _clash(self, found: Clash[tuple[int, str | None], str | None], spanning: Sequence[LinePin]) -> YearClash:
        names = [
            region or WHOLE_COMPANY.zh if at < 0 else self.items[spanning[at].members[0]].person.name
            for at, region in found.rows
        ]
        return Clash(tuple(names), tuple(name or "" for name in found.columns), found.needed, found.room)

    def _give(self, members: Sequence[int], units: int, weights: Sequence[int]) -> None:
        shares = _among(units, [self.items[at] for at in members], weights)
        whole = sum(weights)
        for at, part, weight in zip(members, shares, weights, strict=True):
            self.own[at] = part
            self.exact[at] = Fraction(units * weight, whole) if whole else Fraction(part)

    def _groups(self) -> dict[Group, int]:
        groups: dict[Group, int] = {}
        for key, units in zip(self.keys, self.own, strict=True):
            groups[key] = groups.get(key, 0) + units
        return groups


def _key(name: str | None, side: Side) -> str | None:
    return name if name in side else None


def _among(units: int, items: Sequence[Assignment], weights: Sequence[Number]) -> list[int]:
    """A group's units: to its people first, then to the lines of each."""
    lines: dict[Person, list[int]] = {}
    for at, item in enumerate(items):
        lines.setdefault(item.person, []).append(at)
    if not any(weights):
        weights = [Fraction(1, len(lines[item.person])) for item in items]
    shares = [0] * len(items)
    totals = allocate(units, [sum(weights[at] for at in mine) for mine in lines.values()])
    for total, mine in zip(totals, lines.values(), strict=True):
        parts = (total,) if len(mine) == 1 else allocate(total, [weights[at] for at in mine])
        for at, part in zip(mine, parts, strict=True):
            shares[at] = part
    return shares
