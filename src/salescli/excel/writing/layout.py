"""Where everything goes: computed for the whole book before a cell is written, so formulas may point ahead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from salescli.excel.book import Block, Book, CellValue, Chart, Field, Format, Line, Sheet, Side, Total
from salescli.excel.columnar import ColumnLines
from salescli.excel.names import sheet_names
from salescli.excel.writing.cells import LONGEST_TEXT, Cell, as_cell, decimals, text_length
from salescli.excel.writing.columns import Texts, as_repeats, cells_of
from salescli.excel.writing.given import Given
from salescli.table.codes.outputs import CELL_TOO_LONG, SHEET_TOO_LARGE
from salescli.table.errors import CannotWrite
from salescli.table.problem import Place
from salescli.words.language import Lang

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
ROW_PIXELS = 26
"""Height of an ordinary row; charts below a block take a whole number of these."""

CHART_STRIP = 1300
"""Pixels across which charts below a block are set side by side."""

CHART_GAP = 20

_OPEN = frozenset({Format.MONEY, Format.SIGNED_MONEY, Format.NUMBER})
"""Formats whose decimals depend on the figures."""

_MOST_PLACES = 4
"""Decimals that the most telling number format shows; figures with more need not be looked for."""


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


def lay_out(book: Book) -> PlacedBook:
    """The layout of `book`. Raises CannotWrite for a cell or a sheet beyond what a spreadsheet can hold."""
    if all(sheet.hidden for sheet in book.sheets):
        raise ValueError("a book needs a sheet that is not hidden")
    listed = [*(sheet.name for sheet in book.sheets), *(sheet.name for sheet in book.own)]
    names = sheet_names(listed)
    sheets = tuple(_Layout(sheet, name, book.lang).placed() for sheet, name in zip(book.sheets, names, strict=False))
    blocks: dict[str, PlacedBlock] = {}
    for placed in (placed for sheet in sheets for placed in sheet.blocks):
        if placed.block.id in blocks:
            raise ValueError(f"two blocks are called {placed.block.id!r}")
        blocks[placed.block.id] = placed
    safe = dict(reversed(list(zip(listed, names, strict=True))))
    return PlacedBook(book, sheets, blocks, safe, names[len(sheets) :])


@dataclass(slots=True)
class _Layout:
    sheet: Sheet
    name: str
    lang: Lang
    row: int = 0
    right: int = 0  # the first row free of charts to the right of the blocks
    charts: list[PlacedChart] = field(default_factory=list)

    def placed(self) -> PlacedSheet:
        sheet = self.sheet
        title = self._take() if sheet.title else None
        subtitle = self._take() if sheet.subtitle else None
        notes = tuple(self._take() for _ in sheet.notes)
        if self.row:
            self.row += 1
        blocks = tuple(self._block(block) for block in sheet.blocks)
        if len(self.charts) < len(sheet.charts):
            raise ValueError(f"sheet {sheet.name!r} has a chart that stands by no block of it")
        placed = PlacedSheet(sheet, self.name, title, subtitle, notes, blocks, tuple(self.charts))
        self._check_size(placed)
        return placed

    def _take(self) -> int:
        self.row += 1
        return self.row - 1

    def _block(self, block: Block) -> PlacedBlock:
        title = self._take() if block.title else None
        notes = tuple(self._take() for _ in block.notes)
        given = Given.of(block, block.lines)
        placed = PlacedBlock(
            block=block,
            sheet=self.name,
            title_row=title,
            note_rows=notes,
            header_row=self.row,
            given=given,
            cells=self._cells(block, block.lines, given, self.row + 1),
            total=self._total(block, given),
            columns={column.key: at for at, column in enumerate(block.fields)},
            places=column_places(block, given),
        )
        if len(placed.columns) < len(block.fields):
            raise ValueError(f"two fields of block {block.id!r} have one key")
        self.row = placed.end + 2
        self._place_charts(placed)
        return placed

    def _cells(self, block: Block, lines: Sequence[Line], given: Given, row: int) -> dict[str, Sequence[Cell]]:
        """The cells of lines that begin at `row`, by column."""
        return {column.key: self._column(lines, given, column, row, at) for at, column in enumerate(block.fields)}

    def _column(self, lines: Sequence[Line], given: Given, column: Field, row: int, at: int) -> Sequence[Cell]:
        """One column's cells."""
        values = given.columns[column.key]
        kinds = set(map(type, values))
        cells: Sequence[Cell]
        if column.key in given.formatted:
            pairs = zip(lines, values, strict=True)
            cells = as_repeats([as_cell(value, form_of(line, column), self.lang) for line, value in pairs])
        else:
            cells = cells_of(values, kinds, column.format, self.lang)
        if str in kinds and (not isinstance(cells, Texts) or cells.longest > LONGEST_TEXT // 2):
            self._check_lengths(values, row, at)
        return cells

    def _total(self, block: Block, given: Given) -> dict[str, Cell] | None:
        if block.total is None:
            if any(column.total for column in block.fields):
                raise ValueError(f"block {block.id!r} has totals but no total line with their values")
            return None
        row = self.row + 1 + max(1, len(block.lines) + block.blank_lines)
        total = [block.total]
        cells = {key: column[0] for key, column in self._cells(block, total, Given.of(block, total), row).items()}
        for column in block.fields:
            if isinstance(column.total, Total) and cells[column.key].stored is None:
                cells[column.key] = Cell(_total_of_nothing(block, given, column), column.format)
        return cells

    def _check_lengths(self, values: Sequence[CellValue], row: int, column: int) -> None:
        """Refuse a text that no cell holds; `row` is the first value's."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        for at, text in enumerate(values):
            if not isinstance(text, str) or len(text) <= LONGEST_TEXT // 2:  # no character counts more than twice
                continue
            if (length := text_length(text)) > LONGEST_TEXT:
                place = Place(sheet=self.name, cell=xl_rowcol_to_cell(row + at, column))
                raise CannotWrite.of(CELL_TOO_LONG, place, length=length, limit=LONGEST_TEXT, start=text[:20])

    def _check_size(self, placed: PlacedSheet) -> None:
        if placed.end > MOST_ROWS or placed.columns > MOST_COLUMNS:
            place = Place(sheet=self.name)
            raise CannotWrite.of(SHEET_TOO_LARGE, place, rows=placed.end, columns=placed.columns)

    def _place_charts(self, placed: PlacedBlock) -> None:
        last = self.sheet.blocks[-1].id
        mine = [chart for chart in self.sheet.charts if (chart.block or last) == placed.block.id]
        for chart in mine:
            if chart.side is Side.RIGHT:
                row = max(placed.header_row, self.right)
                self.charts.append(PlacedChart(chart, row))
                self.right = row + _rows_of(chart)
        for strip in _strips([chart for chart in mine if chart.side is Side.BELOW]):
            self.row = max(self.row, self.right)
            for at, chart in enumerate(strip):
                x = sum(other.size[0] + CHART_GAP for other in strip[:at])
                self.charts.append(PlacedChart(chart, self.row, x))
            self.row += max(map(_rows_of, strip))


def _rows_of(chart: Chart) -> int:
    """Rows that surely hold a chart and a gap below it: no row is lower than an ordinary one."""
    return -(-chart.size[1] // ROW_PIXELS) + 1


def _strips(charts: list[Chart]) -> Iterator[list[Chart]]:
    """Charts in rows, as many side by side as fit."""
    strip: list[Chart] = []
    for chart in charts:
        used = sum(other.size[0] + CHART_GAP for other in strip)
        if strip and used + chart.size[0] > CHART_STRIP:
            yield strip
            strip = []
        strip.append(chart)
    if strip:
        yield strip


def _total_of_nothing(block: Block, given: Given, column: Field) -> int:
    """What a total formula gives for a column without figures; anything else must come from the engine."""
    if any(value is not None for value in given.columns[column.key]):
        raise ValueError(f"block {block.id!r}: the total line has no value for {column.key!r}")
    return 0


def form_of(line: Line, column: Field) -> Format:
    """The format asked for in one cell."""
    return line.formats.get(column.key, column.format)


def column_places(block: Block, given: Given) -> dict[str, int]:
    """The decimals each column is shown with, one number a column so that figures line up.

    A column people will fill in shows the decimals that they may type. Formats of fixed decimals have 0 here.
    """
    places = dict.fromkeys((column.key for column in block.fields), 0)
    for column in block.fields:
        if column.format not in _OPEN:
            continue
        if column.format is not Format.NUMBER and block.blank_lines:
            places[column.key] = 2
            continue
        places[column.key] = _places(
            _own(block.lines, given, column), 2 if column.format is not Format.NUMBER else _MOST_PLACES
        )
        if block.total is not None and form_of(block.total, column) is column.format:
            places[column.key] = max(places[column.key], decimals(block.total.values.get(column.key)))
    return places


def _places(values: Sequence[CellValue], most: int) -> int:
    """The decimals that the figures of a column need; they are looked for until one needs the `most` that are shown."""
    places = 0
    for value in values:
        if value.__class__ is Decimal and value == value.to_integral_value():
            continue
        places = max(places, decimals(value))
        if places >= most:
            break
    return places


def _own(lines: Sequence[Line], given: Given, column: Field) -> Sequence[CellValue]:
    """The values of a column that are shown in its own format."""
    values = given.columns[column.key]
    if column.key not in given.formatted:
        return values
    return [value for line, value in zip(lines, values, strict=True) if form_of(line, column) is column.format]
