"""Whatever the tree, weights, pins, dates and unit: margins exact, pins untouched, absences empty, nobody negative."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from salescli.measure.metric import Measure
from salescli.measure.period import Year
from salescli.split.checks import check_goal
from salescli.split.decompose import Setting, decompose
from salescli.split.goals import Goal
from salescli.split.held import Pin
from salescli.split.leaves import GoalSplit, Leaf
from salescli.split.moves import Stay
from salescli.split.pins import LinePin, Pins
from salescli.split.presence import presence
from salescli.split.shares import Cut, CutBy
from salescli.split.tables.roster import RosterRow
from salescli.split.tables.shares import Dimension
from salescli.split.team import NORMAL_RAMP, Team, read_team
from salescli.split.weights import Basis, Blend, weigh
from salescli.table.problem import NOWHERE, Severity

REGIONS, LINES = ("华东", "华南", "华北"), ("A产品", "B产品")
YEAR = Year(2026)
UNITS = ("0.01", "1", "100", "10000")
BLENDS: tuple[Blend, ...] = (
    {Basis.HISTORY: Fraction(1)},
    {Basis.HISTORY: Fraction(2), Basis.ABILITY: Fraction(1), Basis.EVEN: Fraction(1, 2)},
    {Basis.EVEN: Fraction(1)},
)
days = st.dates(date(2025, 9, 1), date(2026, 12, 31))


@st.composite
def rows(draw: st.DrawFn) -> list[RosterRow]:
    """Somebody for everything all year in each region, and others who come and go."""
    found = [
        RosterRow(
            person=f"常{region}", region=region, last_year=Decimal(draw(st.integers(1, 10**6))), ability=Decimal(1)
        )
        for region in REGIONS
    ]
    for at in range(draw(st.integers(0, 6))):
        hired, left = draw(st.none() | days), draw(st.none() | days)
        if hired is not None and left is not None and left < hired:
            hired, left = left, hired
        found.append(
            RosterRow(
                person=f"人{at}",
                region=draw(st.sampled_from(REGIONS)),
                product=draw(st.sampled_from((None, *LINES))),
                hired=hired,
                left=left,
                last_year=draw(st.none() | st.integers(0, 10**6).map(Decimal)),
                ability=draw(st.none() | st.integers(0, 3).map(Decimal)),
            )
        )
    return found


@st.composite
def companies(draw: st.DrawFn) -> tuple[Goal, Setting, Pins]:
    chosen = draw(st.sets(st.sampled_from((Dimension.REGION, Dimension.PRODUCT))))
    cuts = {}
    for dimension, names in ((Dimension.REGION, REGIONS), (Dimension.PRODUCT, LINES)):
        if dimension in chosen:
            weights = draw(st.lists(st.integers(1, 100), min_size=len(names), max_size=len(names)))
            cuts[dimension] = Cut(dimension, dict.fromkeys(names, NOWHERE), tuple(map(Fraction, weights)), CutBy.SHARE)
    products = cuts.get(Dimension.PRODUCT)
    team, _ = read_team(draw(rows()), YEAR, products.names if products else ())
    weighting, _ = weigh(team, products, draw(st.sampled_from(BLENDS)))
    season = tuple(map(Decimal, draw(st.lists(st.integers(1, 20), min_size=12, max_size=12))))
    target = Decimal(draw(st.integers(0, 10**11))).scaleb(-2)
    unit = Decimal(draw(st.sampled_from(UNITS)))
    goal = Goal("销售额", YEAR, target, Measure.MONEY, "元", unit, inherited=False)
    return goal, Setting(team, cuts, weighting, season), draw(pins(goal, team))


@st.composite
def pins(draw: st.DrawFn, goal: Goal, team: Team) -> Pins:
    """A few small pins, which usually fit."""
    regular = [at for at, item in enumerate(team.assignments) if item.person.name.startswith("常")]

    def amount(part: int) -> Pin:
        most = int(goal.target * 100) // part
        return Pin(Decimal(draw(st.integers(0, most))).scaleb(-2), NOWHERE)

    person = team.assignments[regular[0]].person
    members = tuple(at for at, item in enumerate(team.assignments) if item.person == person)
    other = team.assignments[regular[-1]].person
    months = tuple(at for at, item in enumerate(team.assignments) if item.person == other)
    kinds = draw(st.sets(st.sampled_from(("region", "product", "person", "month", "calendar", "part"))))
    north = tuple(at for at, item in enumerate(team.assignments) if item.person.region == "华北")
    line = tuple(at for at, item in enumerate(team.assignments) if item.product == "B产品")
    parts = [LinePin(north, amount(60), (6,)), LinePin(north, amount(20), (6, 7, 8))]
    parts += [LinePin(line, amount(60), (10,))] if line else []
    own = [LinePin(months, amount(400), (4,)), LinePin(months, amount(200), (0, 1, 2))]
    return Pins(
        regions={"华南": amount(3)} if "region" in kinds else {},
        products={"A产品": amount(2)} if "product" in kinds and team.products else {},
        calendar={(6,): amount(20), (9, 10, 11): amount(4)} if "calendar" in kinds else {},
        lines=(LinePin(members, amount(8)),) if "person" in kinds else (),
        line_months=(*(own if "month" in kinds else ()), *(parts if "part" in kinds else ())),
    )


def total(
    split: GoalSplit, members: tuple[int, ...], team: Team, months: tuple[int, ...] = tuple(range(12))
) -> Decimal:
    lines = {(team.assignments[at].person, team.assignments[at].product) for at in members}
    wanted = [
        leaf.target for leaf in split.leaves if (leaf.person, leaf.product) in lines and leaf.month.number - 1 in months
    ]
    return sum(wanted, Decimal(0))


@settings(deadline=None, max_examples=150)
@given(companies())
def test_every_margin_is_exact_or_the_reason_is_said(company: tuple[Goal, Setting, Pins]) -> None:
    goal, setting, held = company
    split, found = decompose(goal, setting, held)
    if split is None:
        assert [item.severity for item in found] == [Severity.ERROR]
        return
    assert all(check.ok for check in check_goal(goal, split.leaves, split.margins))
    assert sum((leaf.target for leaf in split.leaves), Decimal(0)) == goal.target
    assert all(leaf.target >= 0 for leaf in split.leaves)
    _held(split, held, setting.team)
    _absent(split, setting.team)


def _held(split: GoalSplit, held: Pins, team: Team) -> None:
    leaves = split.leaves
    for name, pin in held.regions.items():
        assert _sum(leaf for leaf in leaves if leaf.person.region == name) == pin.amount
    for name, pin in held.products.items():
        assert _sum(leaf for leaf in leaves if leaf.product == name) == pin.amount
    for span, pin in held.calendar.items():
        assert _sum(leaf for leaf in leaves if leaf.month.number - 1 in span) == pin.amount
    for item in held.lines:
        assert total(split, item.members, team) == item.pin.amount
    for item in held.line_months:
        assert total(split, item.members, team, item.months) == item.pin.amount


def _sum(leaves: Iterable[Leaf]) -> Decimal:
    return sum((leaf.target for leaf in leaves), Decimal(0))


def _absent(split: GoalSplit, team: Team) -> None:
    for leaf in split.leaves:
        item = next(item for item in team.assignments if (item.person, item.product) == (leaf.person, leaf.product))
        stay = Stay(item.row.hired, item.row.left, item.row.hired)
        assert presence(stay, YEAR, NORMAL_RAMP)[leaf.month.number - 1] > 0


@settings(deadline=None, max_examples=60)
@given(companies())
def test_without_pins_only_dates_can_stand_in_the_way(company: tuple[Goal, Setting, Pins]) -> None:
    goal, setting, _ = company
    split, found = decompose(goal, setting)
    if split is None:
        assert [item.code.name for item in found] in (["months-clash"], ["cuts-clash"])


@settings(deadline=None, max_examples=20)
@given(companies())
def test_the_same_input_gives_the_same_plan(company: tuple[Goal, Setting, Pins]) -> None:
    assert decompose(*company) == decompose(*company)


@settings(deadline=None, max_examples=80)
@given(companies(), st.integers(1, 10**6), st.integers(0, 100))
def test_more_weight_never_costs_a_line_more_than_a_unit(
    company: tuple[Goal, Setting, Pins], more: int, which: int
) -> None:
    goal, setting, held = company
    basis = next(iter(setting.weighting.blend))
    team = setting.team
    people = team.people
    person = people[which % len(people)]
    mine = [at for at, item in enumerate(team.assignments) if item.person == person]
    figures = list(setting.weighting.figures[basis])
    for at in mine:
        figures[at] = figures[at] * (1 + Fraction(more, 1000))
    raised = replace(
        setting, weighting=replace(setting.weighting, figures={**setting.weighting.figures, basis: tuple(figures)})
    )
    before, _ = decompose(goal, setting, held)
    after, _ = decompose(goal, raised, held)
    if before is None or after is None:
        return
    for at in mine:
        assert total(after, (at,), team) >= total(before, (at,), team) - goal.rounding
