"""The reading and validating of a run, as a command does it.

``python -m benchmarks.ours.reading weekly-or-orders FILE-OR-FOLDER``
"""

import gc
import sys
import time
from pathlib import Path

from salescli.excel.crew import Processes
from salescli.excel.intake import Intake, RunOptions
from salescli.track.tables import ORDERS, WEEKLY


def main(table: str, given: str) -> None:
    """Read every row of every file."""
    import python_calamine  # noqa: F401  # a command has loaded it for the plan before

    path, chosen = Path(given), WEEKLY if table == "weekly" else ORDERS
    gc.set_threshold(1_000_000, 20, 50)
    start = time.perf_counter()
    files = sorted(path.glob("*.xlsx")) if path.is_dir() else [path]
    parts = Intake(RunOptions(crew=Processes())).parts(files, chosen)
    rows = sum(part.of(chosen).records.count for part in parts)
    print(f"{rows} rows\nseconds {time.perf_counter() - start}")


if __name__ == "__main__":
    main(*sys.argv[1:])
