"""Measuring: the median of several runs, the peak of memory, and how the cost grows with the size.

A benchmark module has ``run(report)`` and measures with :func:`measured`; inputs are made from a seed before the
clock starts. Memory is measured in a run of its own, since tracing slows the program down.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

RUNS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """One case: `seconds` is the median of `runs`, `peak` the most memory in bytes that a run held at once."""

    name: str
    size: int
    seconds: float
    peak: int
    runs: int


def measured(name: str, size: int, work: Callable[[], object], runs: int = RUNS) -> Measured:
    """Run `work` once to warm up, `runs` times by the clock, and once for its memory."""
    work()
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    gc.collect()
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Measured(name, size, median(times), peak, runs)


@dataclass(slots=True)
class Report:
    """Prints each case as it is measured, and growth from the smallest to the largest size of each name."""

    found: list[Measured] = field(default_factory=list)

    def add(self, item: Measured) -> None:
        self.found.append(item)
        print(
            f"{item.name:<28} {item.size:>8,}  median of {item.runs} {item.seconds:8.3f} s   "
            f"peak {item.peak / 2**20:7.1f} MiB",
            flush=True,
        )

    def growth(self) -> None:
        """For each name how much longer the largest size takes than the smallest; linear is the sizes' ratio."""
        for name in dict.fromkeys(item.name for item in self.found):
            sizes = sorted((item for item in self.found if item.name == name), key=lambda item: item.size)
            first, last = sizes[0], sizes[-1]
            if last.size > first.size:
                times, memory = last.seconds / first.seconds, last.peak / first.peak
                print(
                    f"{name:<28} {last.size / first.size:.0f} × the size takes {times:.1f} × the time "
                    f"and {memory:.1f} × the memory"
                )
