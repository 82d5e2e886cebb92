"""The split's engine against b2b-revenue-forecasting's ``cascade_many`` on the same tree, both without files.

The peer works in floats and rounds to cents: its people do not add up to their regions. Ours are exact.
"""

from pathlib import Path

from benchmarks.compare import Report, Side, compare
from benchmarks.process import python

PEOPLE = 5_000


def measure(report: Report, data: Path, scratch: Path) -> None:
    ours = Side("salescli", python("benchmarks.ours.split", PEOPLE), own=True)
    theirs = Side("`cascade_many`", python("benchmarks.peers.cascade", PEOPLE), own=True)
    report.add(compare("`split`, 5,000 people × 12 months (engine)", ours, theirs, 1 / 4, report.runs))
