"""`track`: 1,000 weekly workbooks of 20 rows and 11 columns against a pandas script over the same files."""

from pathlib import Path

from benchmarks.company import people_of, plan, reports
from benchmarks.compare import Report, Side, compare
from benchmarks.process import python, salescli

FILES = 1_000


def measure(report: Report, data: Path, scratch: Path) -> None:
    plan_file = plan(data / f"plan-{people_of(FILES)}.xlsx", people_of(FILES))
    folder = data / f"reports-{FILES}"
    reports(folder, FILES)
    command = salescli("track", plan_file, folder, "-o", scratch / "weekly-ours.xlsx", "--force")
    script = python("benchmarks.peers.weekly", plan_file, folder, scratch / "weekly-theirs.xlsx")
    ours, theirs = Side("salescli", command), Side("pandas script (openpyxl)", script)
    report.add(compare("`track`, 1,000 workbooks × 20 rows × 11 columns", ours, theirs, 1 / 6, report.runs))
