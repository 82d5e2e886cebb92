"""`track --orders`: one workbook of 200,000 rows against a pandas script over the same file."""

from pathlib import Path

from benchmarks.company import orders, plan
from benchmarks.compare import Report, Side, compare
from benchmarks.process import python, salescli

ROWS = 200_000


def measure(report: Report, data: Path, scratch: Path) -> None:
    plan_file, file = plan(data / "plan-400.xlsx", 400), orders(data / f"orders-{ROWS}.xlsx", ROWS)
    command = salescli("track", plan_file, "--orders", file, "-o", scratch / "orders-ours.xlsx", "--force")
    script = python("benchmarks.peers.orders", plan_file, file, scratch / "orders-theirs.xlsx")
    ours, theirs = Side("salescli", command), Side("pandas script (openpyxl)", script)
    report.add(compare("`track --orders`, 200,000 rows", ours, theirs, 1 / 5, report.runs, memory=700))
