"""A cell that stands twice in its sheet: of two values nobody can say which was meant."""

from collections.abc import Callable, Iterable

from salescli.excel.reading.raw import Spot
from salescli.excel.reading.suspect import EXCEL_COLUMNS


class RepeatedCell(ValueError):
    """A cell that comes a second time."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(spot)
        self.spot = spot


def refuse_repeated(spots: Callable[[], Iterable[Spot]]) -> None:
    """Raise RepeatedCell for the first cell that comes twice; `spots` gives them anew each time it is called.

    Cells come in the order of the sheet, as Excel wants them, and then none can: only others are remembered.
    """
    last: Spot = (-1, -1)
    for spot in spots():
        if spot <= last:
            break
        last = spot
    else:
        return
    seen: set[int] = set()
    for row, column in spots():
        at = row * EXCEL_COLUMNS + column
        if at in seen:
            raise RepeatedCell((row, column))
        seen.add(at)
