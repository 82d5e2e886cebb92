"""A book laid out: which row and column everything goes to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from salescli.excel.book import Block, Book, CellValue, Chart, Line, Sheet
from salescli.excel.columnar import ColumnLines
from salescli.excel.writing.cells import Cell
from salescli.excel.writing.given import Given

ROW_PIXELS = 26
"""Height of an ordinary row; charts below a block take a whole number of these."""

CHART_GAP = 20


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart whose top is that of `row`, and its pixels from the left edge (or from the columns' end)."""

    chart: Chart
    row: int
    x: int = 0

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.row + -(-self.chart.size[1] // ROW_PIXELS)


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block with its rows (counted from 0); `columns` maps key to column.

    `given` is what its lines hold, `cells` are those of its lines, by column, `places` the decimals each is shown with.
    """

    block: Block
    sheet: str
    title_row: int | None
    note_rows: tuple[int, ...]
    header_row: int
    given: Given
    cells: Mapping[str, Sequence[Cell]]
    total: dict[str, Cell] | None
    columns: dict[str, int]
    places: dict[str, int]
    _ids: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def row_of(self, line: str) -> int | None:
        """The row of the line with that `id`; None when there is none."""
        if not self._ids:
            for row, held in () if isinstance(self.block.lines, ColumnLines) else self.rows():
                self._ids.setdefault(held.id, row)
        return self._ids.get(line) if line else None

    @property
    def first(self) -> int:
        """The first line's row."""
        return self.header_row + 1

    @property
    def last(self) -> int:
        """The last line's row, blank lines included; an empty block has one empty row."""
        return self.header_row + max(1, len(self.block.lines) + self.block.blank_lines)

    @property
    def total_row(self) -> int | None:
        return self.last + 1 if self.total is not None else None

    @property
    def end(self) -> int:
        """Its very last row."""
        return self.last + (self.total is not None)

    @property
    def beside(self) -> dict[int, Mapping[int, CellValue]]:
        """What stands right of it, by row and column; rows with nothing are left out."""
        rows = {self.header_row: self.block.beside, **{row: line.beside for row, line in self.marked()}}
        if self.total_row is not None and self.block.total is not None:
            rows[self.total_row] = self.block.total.beside
        return {row: values for row, values in rows.items() if values}

    @property
    def has_rows(self) -> bool:
        """Whether it has lines, filled or blank."""
        return bool(self.block.lines or self.block.blank_lines)

    @property
    def right(self) -> int:
        """Its last column."""
        return len(self.block.fields) - 1

    def rows(self) -> Iterator[tuple[int, Line]]:
        """Each line with its row."""
        return enumerate(self.block.lines, self.first)

    def marked(self) -> Iterator[tuple[int, Line]]:
        """The same for the lines that have more than cells: a level, comments, something beside them."""
        return ((self.first + at, self.block.lines[at]) for at in self.given.marked)


@dataclass(frozen=True, slots=True)
class PlacedSheet:
    """A sheet under its safe name. `title_row`, `subtitle_row` and `note_rows` stand above the blocks."""

    sheet: Sheet
    name: str
    title_row: int | None
    subtitle_row: int | None
    note_rows: tuple[int, ...]
    blocks: tuple[PlacedBlock, ...]
    charts: tuple[PlacedChart, ...]

    @property
    def columns(self) -> int:
        """How many columns the widest block has."""
        return max((len(placed.block.fields) for placed in self.blocks), default=0)

    @property
    def reach(self) -> int:
        """How many columns are used, what stands beside the blocks included."""
        beside = [values for placed in self.blocks for values in placed.beside.values()]
        return max([self.columns, *(column + 1 for values in beside for column in values)])

    @property
    def end(self) -> int:
        """The row after the last one used."""
        return max((placed.end + 1 for placed in self.blocks), default=0)

    @property
    def bottom(self) -> int:
        """The row after the last one that a block or a chart covers."""
        return max(self.end, self.charts_bottom)

    @property
    def charts_bottom(self) -> int:
        """The first row below all charts; 0 without any."""
        return max((placed.bottom for placed in self.charts), default=0)


@dataclass(frozen=True, slots=True)
class PlacedBook:
    """The whole book, laid out; `blocks` finds a block by its id, `names` a sheet's safe name by its own. `own` are
    the safe names of the sheets that people made."""

    book: Book
    sheets: tuple[PlacedSheet, ...]
    blocks: dict[str, PlacedBlock]
    names: dict[str, str]
    own: tuple[str, ...] = ()
