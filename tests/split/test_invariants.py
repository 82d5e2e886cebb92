"""Whatever the company, season and unit: every margin exact, nobody below zero, the same answer twice."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from salescli.measure.metric import Measure
from salescli.measure.period import Year
from salescli.split.allocate import allocate
from salescli.split.checks import check_goal
from salescli.split.decompose import Setting, decompose
from salescli.split.goals import Goal
from salescli.split.leaves import GoalSplit, Leaf
from salescli.split.shares import Cut, CutBy
from salescli.split.tables.roster import RosterRow
from salescli.split.tables.shares import Dimension
from salescli.split.team import read_team
from salescli.split.weights import BY_HISTORY, weigh
from salescli.table.problem import NOWHERE, has_errors

REGIONS, LINES = ("华东", "华南", "华北"), ("A产品", "B产品")
YEAR = Year(2026)


def cut(dimension: Dimension, names: tuple[str, ...], weights: list[int]) -> Cut:
    return Cut(dimension, dict.fromkeys(names, NOWHERE), tuple(map(Fraction, weights)), CutBy.SHARE)


@st.composite
def companies(draw: st.DrawFn) -> tuple[Goal, Setting]:
    """Everybody sells everything in each region at least once, so that any two cuts can hold."""
    lines = st.sampled_from((None, *LINES))
    rows = [
        RosterRow(person=f"人{at}", region=region, product=line, last_year=Decimal(draw(st.integers(0, 10**6))))
        for at, (region, line) in enumerate(
            [(region, None) for region in REGIONS]
            + draw(st.lists(st.tuples(st.sampled_from(REGIONS), lines), max_size=6))
        )
    ]
    chosen = draw(st.sets(st.sampled_from((Dimension.REGION, Dimension.PRODUCT))))
    cuts = {}
    for dimension, names in ((Dimension.REGION, REGIONS), (Dimension.PRODUCT, LINES)):
        if dimension in chosen:
            weights = st.lists(st.integers(0, 100), min_size=len(names), max_size=len(names)).filter(any)
            cuts[dimension] = cut(dimension, names, draw(weights))
    products = cuts.get(Dimension.PRODUCT)
    team, found = read_team(rows, YEAR, products.names if products else ())
    assert not has_errors(found)
    weighting, found = weigh(team, products, BY_HISTORY)
    assert not has_errors(found)
    season = tuple(map(Decimal, draw(st.lists(st.integers(0, 20), min_size=12, max_size=12))))
    target = draw(st.integers(0, 10**11))
    unit = draw(st.sampled_from(("0.01", "1", "100", "10000")))
    goal = Goal("销售额", YEAR, Decimal(target).scaleb(-2), Measure.MONEY, "元", Decimal(unit), inherited=False)
    return goal, Setting(team, cuts, weighting, season)


def done(company: tuple[Goal, Setting]) -> GoalSplit:
    found, problems = decompose(*company)
    assert found is not None, problems
    return found


def total(split: GoalSplit, wanted: Callable[[Leaf], bool]) -> Decimal:
    return sum((leaf.target for leaf in split.leaves if wanted(leaf)), Decimal(0))


@settings(deadline=None, max_examples=60)
@given(companies())
def test_every_level_adds_up(company: tuple[Goal, Setting]) -> None:
    goal, _ = company
    split = done(company)
    assert all(check.ok for check in check_goal(goal, split.leaves, split.margins))
    assert all(leaf.target >= 0 for leaf in split.leaves)
    assert total(split, lambda leaf: True) == goal.target
    odd = goal.target % goal.rounding
    assert sum(leaf.target % goal.rounding != 0 for leaf in split.leaves) == (odd != 0)


@settings(deadline=None, max_examples=60)
@given(companies())
def test_a_stated_share_is_the_largest_remainder_of_the_year(company: tuple[Goal, Setting]) -> None:
    goal, setting = company
    split = done(company)
    units = int(goal.target // goal.rounding)
    for dimension, cut in setting.cuts.items():
        assert cut.weights is not None
        for name, share in zip(cut.names, allocate(units, cut.weights), strict=True):
            mine = total(split, lambda leaf: name in (leaf.person.region, leaf.product))  # noqa: B023  # used at once
            assert mine // goal.rounding == share, (dimension, name)


@settings(deadline=None, max_examples=25)
@given(companies())
def test_the_same_company_gets_the_same_plan(company: tuple[Goal, Setting]) -> None:
    assert done(company) == done(company)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=6), st.integers(1, 10**6), st.integers(0, 10**8))
def test_a_better_last_year_never_costs_more_than_a_unit(figures: list[int], more: int, target: int) -> None:
    goal = Goal("销售额", YEAR, Decimal(target), Measure.MONEY, "元", Decimal(1), inherited=False)

    def first(figures: list[int]) -> Decimal:
        rows = [RosterRow(person=f"人{at}", region="华东", last_year=Decimal(own)) for at, own in enumerate(figures)]
        team, _ = read_team(rows, YEAR, ())
        weighting, _ = weigh(team, None, BY_HISTORY)
        split = done((goal, Setting(team, {}, weighting, (Decimal(1),) * 12)))
        return total(split, lambda leaf: leaf.person.name == "人0")

    if any(figures):
        assert first([figures[0] + more, *figures[1:]]) >= first(figures) - 1
