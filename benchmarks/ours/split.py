"""The split's engine without files: ``python -m benchmarks.ours.split PEOPLE``; every sum is checked to be exact."""

import gc
import random
import sys
import time
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from benchmarks.company import SEASON, SEED, SPLIT_REGIONS, goal_of, histories
from salescli.measure.metric import Measure
from salescli.measure.period import Year
from salescli.split.decompose import Setting, decompose
from salescli.split.goals import Goal
from salescli.split.shares import Cut, CutBy
from salescli.split.tables.roster import RosterRow
from salescli.split.tables.shares import Dimension
from salescli.split.team import read_team
from salescli.split.weights import BY_HISTORY, weigh
from salescli.table.problem import NOWHERE

YEAR = Year(2026)


def company(size: int) -> tuple[Goal, Setting]:
    """A goal and `size` people in ten regions, last year's figures drawn from the seed."""
    rows = [
        RosterRow(
            employee_id=f"S{at:05d}",
            person=f"人员{at}",
            region=SPLIT_REGIONS[at % len(SPLIT_REGIONS)],
            last_year=Decimal(history),
        )
        for at, history in enumerate(histories(size))
    ]
    rng = random.Random(SEED)
    shares = tuple(Fraction(rng.randrange(50, 150)) for _ in SPLIT_REGIONS)
    cut = Cut(Dimension.REGION, dict.fromkeys(SPLIT_REGIONS, NOWHERE), shares, CutBy.SHARE)
    team, _ = read_team(rows, YEAR, ())
    weighting, _ = weigh(team, None, BY_HISTORY)
    goal = Goal("销售额", YEAR, Decimal(goal_of(size)), Measure.MONEY, "元", Decimal(1), inherited=False)
    return goal, Setting(team, {Dimension.REGION: cut}, weighting, tuple(map(Decimal, SEASON)))


def main(size: str) -> None:
    """Split the goal, and hold every margin against the leaves."""
    goal, setting = company(int(size))
    gc.set_threshold(1_000_000, 20, 50)  # as the program has it
    start = time.perf_counter()
    done, problems = decompose(goal, setting)
    seconds = time.perf_counter() - start
    if done is None:
        raise AssertionError(problems)
    months: defaultdict[object, Decimal] = defaultdict(Decimal)
    for leaf in done.leaves:
        months[leaf.month] += leaf.target
    if sum(months.values()) != goal.target or len(done.leaves) != 12 * int(size):
        raise AssertionError("the split does not tie")
    print(f"seconds {seconds}")


if __name__ == "__main__":
    main(*sys.argv[1:])
