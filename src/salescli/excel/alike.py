"""Problems of one kind beyond a number, which are counted and not kept: a file may be wrong in every cell."""

from collections import Counter
from collections.abc import Iterator

from salescli.table.codes import cells as codes
from salescli.table.problem import Code, Place, Problem, Severity, problem


class Alike:
    """How many problems of each code a sheet has, of which `most` are kept.

    `stopped` tells that there were more errors than that: what is read after it serves nobody.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._counts: Counter[Code] = Counter()
        self._first: dict[Code, Place] = {}
        self.stopped = False

    def keeps(self, code: Code, place: Place) -> bool:
        """Whether one more problem, which is counted, is to be kept."""
        self._counts[code] += 1
        if self._counts[code] <= self._most:
            return True
        self._first.setdefault(code, place)
        self.stopped |= code.severity is Severity.ERROR
        return False

    def said(self) -> Iterator[Problem]:
        """For each code the count of those that were not kept, at the place of the first of them."""
        for code, place in self._first.items():
            details = {"count": f"{self._counts[code] - self._most:,}", "alike": code.name, "limit": f"{self._most:,}"}
            yield problem(_COUNTED[code.severity], place, **details)


_COUNTED = {
    Severity.ERROR: codes.TOO_MANY_PROBLEMS,
    Severity.WARNING: codes.MORE_WARNINGS,
    Severity.NOTE: codes.MORE_NOTES,
}
