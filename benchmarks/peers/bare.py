"""The floor of reading: calamine's own ``to_python()`` over the same files, no guard and no validation.

``python -m benchmarks.peers.bare FILE-OR-FOLDER``
"""

import sys
import time
from pathlib import Path

from python_calamine import CalamineWorkbook


def main(given: str) -> None:
    """Every cell of every sheet, and nothing more."""
    start = time.perf_counter()
    path = Path(given)
    for file in sorted(path.glob("*.xlsx")) if path.is_dir() else [path]:
        book = CalamineWorkbook.from_path(file)
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()
    print(f"seconds {time.perf_counter() - start}")


if __name__ == "__main__":
    main(*sys.argv[1:])
