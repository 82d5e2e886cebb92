"""One goal down to its leaves: the year's people, the year's months, and the table that holds both.

Works in whole rounding units throughout; only the leaves and the margins are amounts again. What a goal has
beyond whole units (its odd part) goes to one leaf, and so to the levels above that leaf.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from salescli.measure.period import Month, Year
from salescli.split.allocate import allocate, times, whole_units
from salescli.split.fitting import Clash
from salescli.split.goals import Goal
from salescli.split.leaves import Leaf, Margins
from salescli.split.months import Bearer, by_season, spread
from salescli.split.result import GoalSplit, Method
from salescli.split.shares import Cut
from salescli.split.tables import Dimension
from salescli.split.team import Assignment, Team
from salescli.split.weights import Weighting
from salescli.split.years import Group, YearUnits, share_year
from salescli.table.codes import split as codes
from salescli.table.problem import Problem, problem
from salescli.words.language import Lang, Text
from salescli.words.split import WHOLE_COMPANY

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Setting:
    """All that the goals of one year are split by."""

    team: Team
    cuts: Mapping[Dimension, Cut]
    weighting: Weighting
    season: Sequence[Decimal]

    def method(self, year: Year) -> Method:
        """How this splits the goals of `year`."""
        seasonal = len(set(self.season)) > 1
        return Method(year, {key: cut.by for key, cut in self.cuts.items()}, self.weighting.blend, seasonal)

    @property
    def order(self) -> list[int]:
        """The assignments as a plan lists them: by region, person and product line, each in its own order."""
        regions = self._names(Dimension.REGION, self.team.regions)
        products = self._names(Dimension.PRODUCT, self.team.products)
        people = {person: at for at, person in enumerate(self.team.people)}

        def rank(at: int) -> tuple[int, int, int]:
            item = self.team.assignments[at]
            line = -1 if item.product is None else products.index(item.product)
            return regions.index(item.person.region), people[item.person], line

        return sorted(range(len(self.team.assignments)), key=rank)

    def _names(self, dimension: Dimension, known: Sequence[str]) -> list[str]:
        cut = self.cuts.get(dimension)
        return list(dict.fromkeys((*(cut.names if cut else ()), *known)))


def decompose(goal: Goal, setting: Setting) -> tuple[GoalSplit | None, list[Problem]]:
    """The leaves of `goal`; None with an error when its totals cannot all be held."""
    if goal.inherited:
        return GoalSplit(goal, _inherited(goal, setting), None), []
    units, odd = whole_units(goal.target, goal.rounding)
    year = share_year(units, setting.team, setting.cuts, setting.weighting)
    if isinstance(year, Clash):
        return None, [_clash(goal, year, setting.cuts)]
    quarters, months = by_season(units, setting.season)
    table = _Amounts(goal, setting, year, quarters, months, odd)
    problems = [_unweighted(group, setting.team) for group in year.unweighted]
    if odd:
        problems.append(table.odd_problem())
    return GoalSplit(goal, table.leaves(), table.margins(), _channels(goal, units, odd, setting)), problems


def _inherited(goal: Goal, setting: Setting) -> tuple[Leaf, ...]:
    items = [setting.team.assignments[at] for at in setting.order]
    return tuple(Leaf(month, item.person, item.product, goal.target) for month in goal.year.months() for item in items)


@dataclass(frozen=True, slots=True)
class _Amounts:
    """Whole units turned into amounts, the odd part at the largest line in the largest month."""

    goal: Goal
    setting: Setting
    year: YearUnits
    quarters: Sequence[int]
    months: Sequence[int]
    odd: Decimal

    @property
    def carrier(self) -> Assignment:
        units = self.year.assignments
        return self.setting.team.assignments[units.index(max(units))]

    @property
    def odd_month(self) -> Month:
        return self.goal.year.months()[self.months.index(max(self.months))]

    def leaves(self) -> tuple[Leaf, ...]:
        rows, order = self._table(), self.setting.order
        items = [self.setting.team.assignments[at] for at in order]
        carrier, odd_month = self.carrier, self.odd_month
        return tuple(
            Leaf(
                month, item.person, item.product, self._amount(rows[at][number], item is carrier and month == odd_month)
            )
            for number, month in enumerate(self.goal.year.months())
            for at, item in zip(order, items, strict=True)
        )

    def _table(self) -> tuple[tuple[int, ...], ...]:
        people = {person: at for at, person in enumerate(self.setting.team.people)}
        regions = {region: at for at, region in enumerate(self.setting.team.regions)}
        bearers = [
            Bearer(people[item.person], regions[item.person.region], units)
            for item, units in zip(self.setting.team.assignments, self.year.assignments, strict=True)
        ]
        return spread(bearers, self.months)

    def margins(self) -> Margins:
        carrier, items = self.carrier, self.setting.team.assignments
        regions = self.year.regions or _sums([item.person.region for item in items], self.year.assignments)
        named = [(item.product, units) for item, units in zip(items, self.year.assignments, strict=True)]
        products = self.year.products or _sums(
            [product for product, _ in named if product], [units for product, units in named if product]
        )
        people = _sums([item.person for item in items], self.year.assignments)
        of_year = self.goal.year
        return Margins(
            year=self.goal.target,
            quarters=self._all(zip(of_year.quarters(), self.quarters, strict=True), self.odd_month.quarter),
            months=self._all(zip(of_year.months(), self.months, strict=True), self.odd_month),
            regions=self._all(regions.items(), carrier.person.region),
            products=self._all(products.items(), carrier.product),
            cells=self._all(_cells(self.year.groups), (carrier.person.region, carrier.product)),
            people=self._all(people.items(), carrier.person),
        )

    def _all(self, parts: Iterable[tuple[Key, int]], odd_part: object) -> dict[Key, Decimal]:
        return {part: self._amount(units, part == odd_part) for part, units in parts}

    def _amount(self, units: int, odd: bool) -> Decimal:
        amount = times(units, self.goal.rounding)
        return amount + self.odd if odd else amount

    def odd_problem(self) -> Problem:
        goal, carrier = self.goal, self.carrier
        month = Text(self.odd_month.label(Lang.ZH), self.odd_month.label(Lang.EN))
        said = {"target": goal.said(goal.target), "unit": f"{goal.rounding:f}", "odd": goal.said(self.odd)}
        where = {"region": carrier.person.region, "person": carrier.person.name, "month": month}
        return problem(codes.ODD_PART, goal.place, metric=goal.metric, **said, **where)


def _sums(keys: Sequence[Key], units: Sequence[int]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    for key, part in zip(keys, units, strict=True):
        found[key] = found.get(key, 0) + part
    return found


def _cells(groups: Mapping[Group, int]) -> Iterable[tuple[tuple[str, str], int]]:
    """The groups that are a region × product line."""
    for (region, product), units in groups.items():
        if region is not None and product is not None:
            yield (region, product), units


def _channels(goal: Goal, units: int, odd: Decimal, setting: Setting) -> dict[str, Decimal]:
    cut = setting.cuts.get(Dimension.CHANNEL)
    if cut is None or cut.weights is None:
        return {}
    parts = allocate(units, cut.weights)
    amounts = [times(part, goal.rounding) for part in parts]
    amounts[parts.index(max(parts))] += odd
    return dict(zip(cut.names, amounts, strict=True))


def _clash(goal: Goal, clash: Clash, cuts: Mapping[Dimension, Cut]) -> Problem:
    def said(units: int) -> Text:
        return goal.said(times(units, goal.rounding))

    place = cuts[Dimension.REGION].places[clash.rows[0]]
    names = {"metric": goal.metric, "regions": clash.rows, "products": clash.columns}
    amounts = {"needed": said(clash.needed), "room": said(clash.room), "short": said(clash.needed - clash.room)}
    return problem(codes.CUTS_CLASH, place, **names, **amounts)


def _unweighted(group: Group, team: Team) -> Problem:
    region, product = group
    name: Text | str = WHOLE_COMPANY
    if region is not None and product is not None:
        name = f"{region} × {product}"
    elif region is not None or product is not None:
        name = region or product or ""
    place = next(item.row for item in team.assignments if region in (None, item.person.region)).at("person")
    return problem(codes.ZERO_WEIGHTS, place, group=name)
