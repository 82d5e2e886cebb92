"""One goal down to its leaves: the year's months, the year's people, and the table that holds both.

Works in whole rounding units throughout; only the leaves and the margins are amounts again. What a goal has
beyond whole units (its odd part) goes to one leaf, and so to the levels above that leaf. Where pins are finer
than the rounding unit, the goal is shared in the finer unit that all of them are multiples of.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import compress
from operator import add, itemgetter
from typing import TypeVar

from salescli.measure.period import Year
from salescli.split.allocate import times, whole_units
from salescli.split.fitting import Clash
from salescli.split.goals import Goal
from salescli.split.held import Part, Pin, Strain, StrainKind, allocate_around
from salescli.split.leaves import GoalSplit, Leaf, made_leaves
from salescli.split.margins import Amounts, Carrier
from salescli.split.months import NO_MONTHS, Bearer, MonthClash, around_pins, spread
from salescli.split.pins import NO_PINS, LinePin, Pins, apart, common_unit, together
from salescli.split.portions import Portion, portions
from salescli.split.presence import Months, part_there
from salescli.split.result import Method
from salescli.split.season import SeasonBy
from salescli.split.settled import NOTHING, Settled
from salescli.split.shares import Cut
from salescli.split.tables.shares import Dimension
from salescli.split.team import Person, Team
from salescli.split.troubles import Troubles
from salescli.split.weights import Weighting
from salescli.split.years import YearUnits, share_year
from salescli.table.problem import Problem
from salescli.words.split import WHOLE_COMPANY

Asked = TypeVar("Asked")


@dataclass(frozen=True, slots=True)
class Setting:
    """All that the goals of one year are split by."""

    team: Team
    cuts: Mapping[Dimension, Cut]
    weighting: Weighting
    season: Sequence[Decimal]
    season_by: SeasonBy = SeasonBy.WEIGHT

    def method(self, year: Year) -> Method:
        """How this splits the goals of `year`."""
        cuts = {key: cut.by for key, cut in self.cuts.items()}
        return Method(year, cuts, self.weighting.blend, self.season_by)

    @property
    def order(self) -> list[int]:
        """The assignments as a plan lists them: by region, person and product line, each in its own order."""
        regions = self._ranks(Dimension.REGION, self.team.regions)
        products = self._ranks(Dimension.PRODUCT, self.team.products)
        people = {person: at for at, person in enumerate(self.team.people)}

        def rank(at: int) -> tuple[int, int, int]:
            item = self.team.assignments[at]
            line = -1 if item.product is None else products[item.product]
            return regions[item.person.region], people[item.person], line

        return sorted(range(len(self.team.assignments)), key=rank)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody in the same order."""
        return tuple(dict.fromkeys(self.team.assignments[at].person for at in self.order))

    def _ranks(self, dimension: Dimension, known: Sequence[str]) -> dict[str, int]:
        cut = self.cuts.get(dimension)
        return {name: at for at, name in enumerate(dict.fromkeys((*(cut.names if cut else ()), *known)))}


def decompose(
    goal: Goal, setting: Setting, pins: Pins = NO_PINS, settled: Settled = NOTHING
) -> tuple[GoalSplit | None, list[Problem]]:
    """The leaves of `goal`; None with an error when its totals or pins cannot all be held.

    What is `settled` stays as it is, and only the rest of the year is shared, over the months left.
    """
    if goal.inherited:
        return GoalSplit(goal, _inherited(goal, setting), None, goal.rounding), []
    if settled.total > goal.target:
        return None, [Troubles(goal, setting.team, setting.cuts, goal.rounding).exceeded(settled.total, settled.place)]
    pins = settled.off(pins, setting.team)
    passed = [pin for pin in pins.all if pin.amount < 0]
    if passed:
        return None, [Troubles(goal, setting.team, setting.cuts, goal.rounding).passed(passed[0])]
    return _Decomposition(goal, setting, pins, settled).done()


def _inherited(goal: Goal, setting: Setting) -> tuple[Leaf, ...]:
    items = [setting.team.assignments[at] for at in setting.order]
    return tuple(
        Leaf(month, item.person, item.product, goal.target)
        for at, month in enumerate(goal.year.months())
        for item in items
        if item.there[at]
    )


class _Decomposition:
    """One goal on its way down."""

    def __init__(self, goal: Goal, setting: Setting, pins: Pins, settled: Settled) -> None:
        self.goal, self.setting, self.settled = goal, setting, settled
        self.team = setting.team
        rest = goal.target - settled.total
        self.unit = goal.rounding
        if pins.all:
            self.unit = common_unit(goal.rounding, [rest, *(pin.amount for pin in pins.all)])
        self.pins = pins.in_units(self.unit)
        self.units, self.odd = whole_units(rest, self.unit)
        self.open = settled.open_months(goal.year)
        self.season = [weight if free else Decimal(0) for weight, free in zip(setting.season, self.open, strict=True)]
        self.there = self._there()
        self.troubles = Troubles(goal, self.team, setting.cuts, self.unit)

    def _there(self) -> list[Months]:
        """When everybody is there, without the months that are closed; one tuple for all who are there alike."""
        if all(self.open):
            return [item.there for item in self.team.assignments]
        masked: dict[int, Months] = {}
        for item in self.team.assignments:
            if id(item.there) not in masked:
                months = zip(item.there, self.open, strict=True)
                masked[id(item.there)] = tuple(own if free else Fraction(0) for own, free in months)
        return [masked[id(item.there)] for item in self.team.assignments]

    def done(self) -> tuple[GoalSplit | None, list[Problem]]:
        shape = around_pins(self.units, self.season, self.goal.year, self.pins.calendar, self.open)
        if isinstance(shape, Strain):
            return None, [self.troubles.strained(shape)]
        quarters, months = shape
        year = self._year(months)
        if isinstance(year, Problem):
            return None, [year]
        rows = self._rows(year, months)
        if isinstance(rows, Problem):
            return None, [rows]
        channels = self._channels()
        if isinstance(channels, Problem):
            return None, [channels]
        amounts = Amounts(
            self.goal,
            self.team.assignments,
            year,
            quarters,
            months,
            self.unit,
            self.odd,
            self._carrier(year, months),
            self.settled.leaves,
        )
        found = [self.troubles.unweighted(group, self.setting.weighting.blend) for group in year.unweighted]
        found += self.troubles.deserted(self.there, months)
        if any(self.setting.season) and not any(self.season):
            found.append(self.troubles.even_rest(self.settled))
        found += [self.troubles.odd(self.odd, amounts, self.settled)] if self.odd else []
        found += [self.troubles.finer(self.pins)] if self.unit != self.goal.rounding else []
        return GoalSplit(self.goal, self._leaves(rows, amounts), amounts.margins(), self.unit, channels), found

    def _year(self, months: Sequence[int]) -> YearUnits | Problem:
        """Everybody's year; whoever is not there for a month with a target has none."""
        able = self._each_alike(
            lambda there: any(own for own, units in zip(there, months, strict=True) if units or not self.units)
        )
        lines = self._lines(able)
        if isinstance(lines, Strain):
            return self.troubles.strained(lines)
        if self.units and not any(able):
            return self.troubles.nobody([at for at, units in enumerate(months) if units])
        weighting = self.setting.weighting.scaled(self._each_alike(lambda there: part_there(there, self.season)))
        pins = replace(self.pins, lines=lines)
        found = share_year(self.units, self.team, self.setting.cuts, weighting, pins, able)
        if isinstance(found, Strain):
            return self.troubles.strained(found)
        return self.troubles.clash(found) if isinstance(found, Clash) else found

    def _each_alike(self, asked: Callable[[Months], Asked]) -> list[Asked]:
        """What is asked of everybody's months, once for all who are there alike."""
        known = {id(there): asked(there) for there in {id(there): there for there in self.there}.values()}
        return [known[id(there)] for there in self.there]

    def _lines(self, able: Sequence[bool]) -> tuple[LinePin, ...] | Strain:
        """Pins of the year, each line once, without the lines of those who are not there."""
        found: list[LinePin] = []
        for mine in together(self.pins.lines):
            lines = apart(mine)
            if isinstance(lines, Strain):
                return lines
            for item in lines:
                there = tuple(at for at in item.members if able[at])
                if not there and item.pin.units:
                    return Strain(StrainKind.EXCEED, item.name, item.pin.units, 0, (item.pin,))
                found += [replace(item, members=there)] if there else []
        return tuple(found)

    def _rows(self, year: YearUnits, months: Sequence[int]) -> list[tuple[int, ...]] | Problem:
        """Twelve months of each assignment, in units."""
        empty = [at for at, units in enumerate(months) if units and not self._carried(at, year.assignments)]
        if empty:
            return self.troubles.nobody(empty)
        parts = portions(year.assignments, self.there, self.pins.line_months, self.season)
        if isinstance(parts, Strain):
            return self.troubles.strained(parts)
        table = spread(self._bearers(parts), months)
        if isinstance(table, Clash):
            pinned = self._pinned_months(table, parts, months)
            if pinned is not None:
                return self.troubles.strained(pinned)
            return self.troubles.months_clash(table, [part.at for part in parts])
        rows = [NO_MONTHS] * len(self.team.assignments)
        for part, cells in zip(parts, table, strict=True):
            before = rows[part.at]
            rows[part.at] = cells if before is NO_MONTHS else tuple(map(add, before, cells))
        return rows

    def _pinned_months(self, found: MonthClash, parts: Sequence[Portion], months: Sequence[int]) -> Strain | None:
        """The pins that need more than their months take, or that leave months short which nobody else can fill."""
        pins = _pins_of(parts[at] for at in found.rows)
        kind, needed, room, columns = StrainKind.EXCEED, found.needed, found.room, list(found.columns)
        if not pins:
            over = set(found.rows)
            others = [part for at, part in enumerate(parts) if part.units and at not in over]
            if not others or any(part.pin is None for part in others):
                return None
            pins, kind = _pins_of(others), StrainKind.FALL_SHORT
            columns = [at for at, units in enumerate(months) if units and at not in found.columns]
            needed, room = sum(part.units for part in others), sum(months[at] for at in columns)
        held_by = tuple(pin for span, pin in self.pins.calendar.items() if {*span} & {*columns})
        return Strain(kind, self.troubles.months_said(columns), needed, room, pins, held_by=held_by)

    def _carried(self, month: int, own: Sequence[int]) -> bool:
        return any(there[month] for there, units in zip(self.there, own, strict=True) if units)

    def _bearers(self, parts: Iterable[Portion]) -> list[Bearer]:
        people = {person: at for at, person in enumerate(self.team.people)}
        regions = {region: at for at, region in enumerate(self.team.regions)}
        products = {product: at for at, product in enumerate((None, *self.team.products))}
        homes = [
            (people[item.person], regions[item.person.region], products[item.product]) for item in self.team.assignments
        ]
        return [Bearer(*homes[part.at], part.units, part.there) for part in parts]

    def _carrier(self, year: YearUnits, months: Sequence[int]) -> Carrier:
        """The largest line, and the largest month it is there for."""
        own = [units if any(there) else -1 for units, there in zip(year.assignments, self.there, strict=True)]
        at = own.index(max(own))
        mine = [units if there else -1 for units, there in zip(months, self.there[at], strict=True)]
        return Carrier(at, mine.index(max(mine)))

    def _leaves(self, rows: Sequence[Sequence[int]], amounts: Amounts) -> tuple[Leaf, ...]:
        carrier, order = amounts.carrier, self.setting.order
        lines = [self.team.assignments[at] for at in order]
        people, products = [item.person for item in lines], [item.product for item in lines]
        columns = list(zip(*(rows[at] for at in order), strict=True))
        leaves: list[Leaf] = []
        for number, month in enumerate(self.goal.year.months()):
            leaves += self.settled.in_month(month)
            manned = self._each_alike(itemgetter(number))
            start = len(leaves)
            made = made_leaves(month, people, products, amounts.counting.amounts(columns[number]))
            leaves += made if all(manned) else compress(made, [manned[at] for at in order])
            if self.odd and number == carrier.month:
                at = start + [at for at in order if manned[at]].index(carrier.at)
                leaves[at] = leaves[at]._replace(target=leaves[at].target + self.odd)
        return tuple(leaves)

    def _channels(self) -> dict[str, Decimal] | Problem:
        cut = self.setting.cuts.get(Dimension.CHANNEL)
        if cut is None:
            return {}
        whole, odd = whole_units(self.goal.target, self.unit)
        weights = cut.weights
        if weights is None and not self.pins.channels:
            return {}
        parts = [Part(name, cut.weight(name), self.pins.channels.get(name)) for name in cut.names]
        shares = allocate_around(whole, parts, WHOLE_COMPANY)
        if isinstance(shares, Strain):
            return self.troubles.strained(shares)
        amounts = [times(part, self.unit) for part in shares]
        amounts[shares.index(max(shares))] += odd
        return dict(zip(cut.names, amounts, strict=True))


def _pins_of(parts: Iterable[Portion]) -> tuple[Pin, ...]:
    return tuple(dict.fromkeys(part.pin for part in parts if part.units and part.pin is not None))
