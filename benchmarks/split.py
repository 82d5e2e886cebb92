"""The split's engine without files: a seeded company of 500 to 5,000 people, a year in money, its weeks."""

import random
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from benchmarks.timing import Report, measured
from salescli.measure.metric import Measure
from salescli.measure.period import Year
from salescli.measure.workdays import Workdays
from salescli.split.checks import check_goal
from salescli.split.decompose import Setting, decompose
from salescli.split.goals import Goal
from salescli.split.shares import Cut, CutBy
from salescli.split.tables import Dimension, RosterRow
from salescli.split.team import read_team
from salescli.split.views import Wanted, make_views
from salescli.split.weights import BY_HISTORY, weigh
from salescli.table.problem import NOWHERE

SEED = 20260101
SIZES = (500, 1_000, 2_000, 5_000)
YEAR = Year(2026)
REGIONS = tuple(f"区域{number}" for number in range(1, 11))
LINES = ("A产品", "B产品")
SEASON = tuple(map(Decimal, (8, 5, 9, 8, 8, 9, 8, 8, 9, 9, 9, 10)))


def run(report: Report) -> None:
    """Split, check, and make the weeks and other views, for each size."""
    for size in SIZES:
        goal, setting = company(size)
        report.add(measured("split", size, splitting(goal, setting)))
    for size in SIZES:
        goal, setting = company(size)
        report.add(measured("split, checks and weeks", size, planning(goal, setting)))
    for size in SIZES:
        goal, setting = company(size, changing=True)
        report.add(measured("split with hires and lines", size, splitting(goal, setting)))


def company(size: int, *, changing: bool = False) -> tuple[Goal, Setting]:
    """A goal and `size` people in ten regions, last year's figures drawn from the seed.

    In a `changing` company a fifth of them come or go during the year, and everybody sells two product lines.
    """
    rng = random.Random(SEED)
    rows = [
        RosterRow(
            employee_id=f"S{at:05d}",
            person=f"人员{at}",
            region=REGIONS[at % len(REGIONS)],
            hired=date(2026, rng.randint(1, 11), 15) if changing and at % 10 == 0 else None,
            left=date(2026, rng.randint(2, 12), 15) if changing and at % 10 == 5 else None,
            last_year=Decimal(rng.randrange(500_000, 5_000_000)),
        )
        for at in range(size)
    ]
    shares = tuple(Fraction(rng.randrange(50, 150)) for _ in REGIONS)
    cuts = {Dimension.REGION: Cut(Dimension.REGION, dict.fromkeys(REGIONS, NOWHERE), shares, CutBy.SHARE)}
    if changing:
        lines = (Fraction(60), Fraction(40))
        cuts[Dimension.PRODUCT] = Cut(Dimension.PRODUCT, dict.fromkeys(LINES, NOWHERE), lines, CutBy.SHARE)
    products = cuts.get(Dimension.PRODUCT)
    team, _ = read_team(rows, YEAR, products.names if products else ())
    weighting, _ = weigh(team, products, BY_HISTORY)
    target = Decimal(size) * 3_000_000 + 7
    goal = Goal("销售额", YEAR, target, Measure.MONEY, "元", Decimal(1), inherited=False)
    return goal, Setting(team, cuts, weighting, SEASON)


def splitting(goal: Goal, setting: Setting) -> Callable[[], object]:
    """The leaves alone."""
    return lambda: decompose(goal, setting)


def planning(goal: Goal, setting: Setting) -> Callable[[], object]:
    """What a run makes of the goal: leaves, checks, weeks, fairness."""

    def work() -> None:
        done, _ = decompose(goal, setting)
        if done is None:
            raise AssertionError("shares that nobody's absence contradicts can always be held")
        if not all(check.ok for check in check_goal(goal, done.leaves, done.margins)):
            raise AssertionError("the split does not tie")
        make_views([(goal, done.leaves)], {YEAR: setting.team}, Wanted(Workdays()))

    return work
