"""Lines given by column: what a detail sheet of hundreds of thousands of rows is made of.

Nothing but values stands in them: no tones, formulas or links of their own. So neither a line nor a mapping of its
values is kept for each row; whoever asks for a single line has it made.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from salescli.excel.book import CellValue, Line


class ColumnLines(Sequence[Line]):
    """The lines whose values are `columns`, all equally long."""

    def __init__(self, columns: Mapping[str, Sequence[CellValue]]) -> None:
        self.columns = columns
        self._count = len(next(iter(columns.values()), ()))

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> "ColumnLines": ...
    def __getitem__(self, at: int | slice) -> "Line | ColumnLines":
        if isinstance(at, slice):
            return ColumnLines({key: column[at] for key, column in self.columns.items()})
        return Line({key: column[at] for key, column in self.columns.items()})

    def __iter__(self) -> Iterator[Line]:
        return (self[at] for at in range(self._count))


def column_of(lines: Sequence[Line], key: str) -> Sequence[CellValue]:
    """The values of `key` in all of `lines`; None where a line has none."""
    if isinstance(lines, ColumnLines):
        return lines.columns.get(key) or [None] * len(lines)
    return [line.values.get(key) for line in lines]
