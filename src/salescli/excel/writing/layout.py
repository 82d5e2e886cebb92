"""Where everything goes: computed for the whole book before a cell is written, so formulas may point ahead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from salescli.excel.book import Block, Book, CellValue, Chart, Field, Line, Sheet, Side, Total
from salescli.excel.names import sheet_names
from salescli.excel.writing.cells import LONGEST_TEXT, Cell, as_cell, text_length
from salescli.excel.writing.columns import Texts, as_repeats, cells_of
from salescli.excel.writing.given import Given
from salescli.excel.writing.placed import CHART_GAP, ROW_PIXELS, PlacedBlock, PlacedBook, PlacedChart, PlacedSheet
from salescli.excel.writing.shown_places import column_places, form_of
from salescli.table.codes.outputs import CELL_TOO_LONG, SHEET_TOO_LARGE
from salescli.table.errors import CannotWrite
from salescli.table.problem import Place
from salescli.words.language import Lang

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
CHART_STRIP = 1300
"""Pixels across which charts below a block are set side by side."""


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
