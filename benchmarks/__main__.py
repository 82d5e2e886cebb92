"""``python -m benchmarks [NAME…] [--runs N] [--data FOLDER] [--into docs/performance.md]``."""

import argparse
import importlib
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.compare import Report

NAMES = ("start", "weekly", "orders", "reading", "split", "payout", "growth")

MARKS = ("<!-- measured -->", "<!-- end -->")
"""Between these the page holds the table."""


def main(arguments: Sequence[str]) -> int:
    """Run the benchmarks that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which ({', '.join(NAMES)}); without any, all")
    parser.add_argument("--runs", type=int, default=3, help="how often each side runs (3)")
    parser.add_argument("--data", type=Path, help="a folder for the data, kept for the next time")
    parser.add_argument("--into", type=Path, help="put the table between the marks of this page")
    given = parser.parse_args(arguments)
    if unknown := [name for name in given.names if name not in NAMES]:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    report = Report(given.runs)
    with tempfile.TemporaryDirectory(prefix="salescli-benchmarks-") as scratch:
        data = given.data or Path(scratch)
        for name in given.names or NAMES:
            importlib.import_module(f"benchmarks.{name}").measure(report, data, Path(scratch))
    table = f"{_machine()}, {given.runs} runs a side, {date.today()}:\n\n{report.markdown()}"
    print(f"\n{table}")
    if given.into is not None:
        page = given.into.read_text(encoding="utf-8")
        before, _, rest = page.partition(MARKS[0])
        _, _, after = rest.partition(MARKS[1])
        given.into.write_text(f"{before}{MARKS[0]}\n\n{table}\n\n{MARKS[1]}{after}", encoding="utf-8")
    return 0


def _machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cores} cores, Python {platform.python_version()}, {platform.system()}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
