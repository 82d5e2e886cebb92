"""What is said of a sheet's rows while they are read: remarks, and the reasons for which a row is no valid one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from salescli.excel.addresses import cell_address
from salescli.excel.alike import Alike
from salescli.table.problem import Code, Place, Problem, Severity, problem
from salescli.words import books as words
from salescli.words.language import Text, both


class Noted:
    """Problems of one sheet, as far as there are not too many alike; rows are counted from 0.

    `reasons` are the errors of each row, `problems` everything else. `stopped` tells that more errors of one code came
    than are kept: what is read after that serves nobody.
    """

    def __init__(self, file: str, sheet: str, most: int) -> None:
        self.file, self.sheet = file, sheet
        self.problems: list[Problem] = []
        self.reasons: defaultdict[int, list[Problem]] = defaultdict(list)
        self._alike = Alike(most)
        self._gathered: dict[tuple[object, ...], Problem] = {}
        self._cells: Counter[tuple[object, ...]] = Counter()

    @property
    def stopped(self) -> bool:
        return self._alike.stopped

    def keep(self, found: Iterable[Problem]) -> None:
        """Keep what was found beside the rows' own reasons."""
        self.problems += [item for item in found if self._alike.keeps(item.code, item.place)]

    def of_row(self, row: int, found: Problem) -> None:
        """Keep what was found in a row: an error is a reason against it."""
        if self._alike.keeps(found.code, found.place):
            self._of_row(row, found)

    def cell(self, row: int, column: int, label: Text, code: Code, details: Mapping[str, object]) -> None:
        """Note something of a cell of the column that `label` names."""
        place = Place(self.file, self.sheet, cell_address(row, column))
        if code.gathered:
            key = (code, *(value for name, value in details.items() if name != "found"))
            self._cells[key] += 1
            if key not in self._gathered:
                self._gathered[key] = problem(code, place, column=label, **details)
        elif self._alike.keeps(code, place):
            self._of_row(row, problem(code, place, column=label, **details))

    def about(self, code: Code, row: int, **details: object) -> Problem:
        """What is to be said of a whole row; nothing is kept yet."""
        return problem(code, Place(self.file, self.sheet, f"{row + 1}:{row + 1}"), row=row + 1, **details)

    def all(self) -> list[Problem]:
        """Everything in its order: what was counted only, the remarks, and the reasons row by row."""
        of_rows = (reason for _, reasons in sorted(self.reasons.items()) for reason in reasons)
        gathered = [_of_cells(item, self._cells[key]) for key, item in self._gathered.items()]
        return [*self._alike.said(), *gathered, *self.problems, *of_rows]

    def _of_row(self, row: int, found: Problem) -> None:
        if found.severity is Severity.ERROR:
            self.reasons[row].append(found)
        else:
            self.problems.append(found)


def _of_cells(first: Problem, count: int) -> Problem:
    """A finding of `count` cells, at the first of them."""
    more = both(words.OF_CELLS, count=count, others=count - 1) if count > 1 else ""
    return replace(first, details={**first.details, "more": more})
