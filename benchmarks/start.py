"""Starting: `--help` and `--version` against importing typer."""

import sys
from pathlib import Path

from benchmarks.compare import Report, Side, compare
from benchmarks.process import salescli


def measure(report: Report, data: Path, scratch: Path) -> None:
    theirs = Side("python -c 'import typer'", [sys.executable, "-c", "import typer"])
    for option in ("--help", "--version"):
        report.add(compare(f"`salescli {option}`", Side("salescli", salescli(option)), theirs, 2, report.runs * 3))
