"""Reading and validating, guard and all, against calamine's bare ``to_python()`` over the same files.

Both sides say how long they read; what it takes to start them is not counted.
"""

from pathlib import Path

from benchmarks.company import orders, reports
from benchmarks.compare import Report, Side, compare
from benchmarks.process import python


def measure(report: Report, data: Path, scratch: Path) -> None:
    folder, file = data / "reports-1000", orders(data / "orders-200000.xlsx", 200_000)
    reports(folder, 1_000)
    for work, table, path in (("1,000 weekly workbooks", "weekly", folder), ("200,000 order rows", "orders", file)):
        ours = Side("salescli", python("benchmarks.ours.reading", table, path), own=True)
        theirs = Side("calamine `to_python()`", python("benchmarks.peers.bare", path), own=True)
        report.add(compare(f"reading and validating {work}", ours, theirs, 2.5, report.runs))
