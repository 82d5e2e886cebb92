"""The year of every person: first the cuts by region and product line, then each group's people by weight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from salescli.split.allocate import allocate
from salescli.split.fitting import Clash, fit
from salescli.split.shares import Cut
from salescli.split.tables import Dimension
from salescli.split.team import Assignment, Person, Team
from salescli.split.weights import Weighting

Group = tuple[str | None, str | None]
"""Whoever shares one target: a region, a product line, both, or the whole company."""


@dataclass(frozen=True, slots=True)
class YearUnits:
    """Whole units of the year: those prescribed by the cuts, and each assignment's own.

    `regions`, `products` and `groups` hold what the shares prescribe and are empty where they prescribe
    nothing; `unweighted` are the groups whose weights were all zero and who therefore share evenly.
    """

    assignments: tuple[int, ...]
    regions: Mapping[str, int] = field(default_factory=dict)
    products: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[Group, int] = field(default_factory=dict)
    unweighted: tuple[Group, ...] = ()


def share_year(units: int, team: Team, cuts: Mapping[Dimension, Cut], weighting: Weighting) -> YearUnits | Clash:
    """`units` shared among the team, exact along every cut; a Clash when both cuts cannot hold at once."""
    regions = _prescribed(units, cuts.get(Dimension.REGION))
    products = _prescribed(units, cuts.get(Dimension.PRODUCT))
    groups = _groups(units, regions, products, team)
    if isinstance(groups, Clash):
        return groups
    own = [0] * len(team.assignments)
    unweighted = []
    for group, share in groups.items():
        members = [at for at, item in enumerate(team.assignments) if _belongs(item, group)]
        weights = weighting.within(members)
        if share and len(members) > 1 and not any(weights):
            unweighted.append(group)
        for at, part in zip(members, _among(share, [team.assignments[at] for at in members], weights), strict=True):
            own[at] = part
    return YearUnits(tuple(own), regions, products, groups, tuple(unweighted))


def _prescribed(units: int, cut: Cut | None) -> dict[str, int]:
    if cut is None or cut.weights is None:
        return {}
    return dict(zip(cut.names, allocate(units, cut.weights), strict=True))


def _groups(
    units: int, regions: Mapping[str, int], products: Mapping[str, int], team: Team
) -> dict[Group, int] | Clash:
    if regions and products:
        held = {(item.person.region, item.product) for item in team.assignments}
        cells = fit(regions, products, {(region, product) for region, product in held if product is not None})
        return (
            cells
            if isinstance(cells, Clash)
            else {(region, product): part for (region, product), part in cells.items()}
        )
    if regions:
        return {(region, None): part for region, part in regions.items()}
    if products:
        return {(None, product): part for product, part in products.items()}
    return {(None, None): units}


def _belongs(item: Assignment, group: Group) -> bool:
    region, product = group
    return (region is None or item.person.region == region) and (product is None or item.product == product)


def _among(units: int, items: Sequence[Assignment], weights: Sequence[Fraction]) -> list[int]:
    """A group's units: to its people first, then to the lines of each."""
    lines: dict[Person, list[int]] = {}
    for at, item in enumerate(items):
        lines.setdefault(item.person, []).append(at)
    if not any(weights):
        weights = [Fraction(1, len(lines[item.person])) for item in items]
    shares = [0] * len(items)
    totals = allocate(units, [sum(weights[at] for at in mine) for mine in lines.values()])
    for total, mine in zip(totals, lines.values(), strict=True):
        for at, part in zip(mine, allocate(total, [weights[at] for at in mine]), strict=True):
            shares[at] = part
    return shares
