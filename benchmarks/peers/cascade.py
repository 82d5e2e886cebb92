"""``cascade_many`` over company → region → person, a target a month: ``python -m benchmarks.peers.cascade PEOPLE``."""

import sys
import time

import pandas as pd
from b2b_revenue_forecasting import MetricSpec, cascade_many

from benchmarks.company import SEASON, SPLIT_REGIONS, goal_of, histories


def main(size: str) -> None:
    """One call for all twelve months, people weighed by last year."""
    people = [
        {"company": "公司", "region": SPLIT_REGIONS[at % len(SPLIT_REGIONS)], "person": f"人员{at}", "weight": history}
        for at, history in enumerate(histories(int(size)))
    ]
    months = [
        {"company": "公司", "month": at, "target": goal_of(int(size)) * weight / sum(SEASON)}
        for at, weight in enumerate(SEASON, 1)
    ]
    tree, targets = pd.DataFrame(people), pd.DataFrame(months)
    by_history = MetricSpec("weight", direction="proportional", weight=1.0, columns=["weight"], aggregation="sum")
    start = time.perf_counter()
    found, _ = cascade_many(
        tree,
        targets,
        group_keys=["company"],
        target_col="target",
        taxonomy=["company", "region", "person"],
        metrics=[by_history],
    )
    seconds = time.perf_counter() - start
    if len(found[found["is_leaf"]]) != 12 * int(size):
        raise AssertionError("not every month reached everybody")
    print(f"seconds {seconds}")


if __name__ == "__main__":
    main(*sys.argv[1:])
