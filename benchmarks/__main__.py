"""``python -m benchmarks split``: run the benchmarks of one stage or, without a name, of all."""

import importlib
import pkgutil
import sys
from pathlib import Path

from benchmarks.timing import Report

_FRAME = {"__init__", "__main__", "timing"}


def names() -> list[str]:
    """The stages that have benchmarks."""
    return sorted(item.name for item in pkgutil.iter_modules([str(Path(__file__).parent)]) if item.name not in _FRAME)


def main(wanted: list[str]) -> int:
    """Run the wanted benchmarks; 2 for a name that there is none of."""
    if unknown := [name for name in wanted if name not in names()]:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(names())}", file=sys.stderr)
        return 2
    for name in wanted or names():
        print(f"# {name}")
        report = Report()
        importlib.import_module(f"benchmarks.{name}").run(report)
        report.growth()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
