"""One block: header, lines, blank lines, total, and what lives on them (dropdowns, rules, bars)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from salescli.excel.book import CellValue, Field, Format, Line, Tone, Total
from salescli.excel.writing.cells import Cell, as_cell, as_result, clean, decimals, text_lines
from salescli.excel.writing.choices import Lists
from salescli.excel.writing.formulas import formula, quoted
from salescli.excel.writing.lines import write_lines
from salescli.excel.writing.own import write_value
from salescli.excel.writing.placed import PlacedBlock, PlacedBook
from salescli.excel.writing.rules import add_rule
from salescli.excel.writing.shown_places import form_of
from salescli.excel.writing.sizes import Sizes, wraps
from salescli.excel.writing.styles import Look, Role, Styles, number_format
from salescli.words import books as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from xlsxwriter.format import Format as Style

    from salescli.excel.writing.plain import PlainWorksheet

_CENTRED: Final = frozenset({Format.DATE, Format.DATETIME, Format.MONTH, Format.YEAR})
_TO_THE_LEFT: Final = frozenset({Format.TEXT, Format.WRAPPED, Format.LINK})
_EMPTY: Final = Line({})
_DEEPEST: Final = 7
_NOTE_CELLS: Final = 30
"""Display cells in a line of a header's note."""


@dataclass(slots=True)
class Spot:
    """One cell about to be written, and what is known of it; `places` are the decimals of its column."""

    row: int
    at: int
    column: Field
    line: Line
    cell: Cell
    places: int
    template: str | None

    @property
    def value(self) -> CellValue:
        return self.line.values.get(self.column.key)

    @property
    def wanted(self) -> Format:
        return form_of(self.line, self.column)

    @property
    def kept_as_text(self) -> bool:
        """Whether a figure is written as text because it has too many digits."""
        return self.cell.too_long and not self.template


@dataclass(slots=True)
class BlockWriter:
    """Writes one laid-out block into its worksheet."""

    worksheet: "PlainWorksheet"
    placed: PlacedBlock
    book: PlacedBook
    styles: Styles
    sizes: Sizes
    lists: Lists

    def write(self) -> None:
        """Everything of the block but its title and notes."""
        places = self.placed.places
        for at, column in enumerate(self.placed.block.fields):
            self._header(at, column)
        for row, line in self.placed.marked():
            self._level(row, line)
        write_lines(self)
        self._blank_rows(places)
        self._total(places)
        self._theirs()
        self._live()

    @property
    def lang(self) -> Lang:
        return self.book.book.lang

    def _header(self, at: int, column: Field) -> None:
        role = Role.REQUIRED if column.required else Role.COMPUTED if column.computed else Role.HEADER
        style = self.styles.of(Look(role, align="center", wrap=True))
        self.worksheet.write_string(self.placed.header_row, at, clean(column.header), style)
        told, theirs = column.note or "", self.placed.block.comments.get(column.key, "")
        if told or theirs:
            note = theirs if told in theirs else f"{told}\n{theirs}".strip()
            self._comment(self.placed.header_row, at, note)

    def _comment(self, row: int, at: int, note: str) -> None:
        height = text_lines(note, _NOTE_CELLS) * 17 + 14
        look = {"author": "salescli", "width": 230, "height": height, "font_size": 9}
        self.worksheet.write_comment(row, at, clean(note), look)

    def _theirs(self) -> None:
        """What people put beside the block and onto its cells."""
        rows = list(self.placed.marked())
        if self.placed.total_row is not None and self.placed.block.total is not None:
            rows.append((self.placed.total_row, self.placed.block.total))
        for row, values in self.placed.beside.items():
            for column, value in values.items():
                write_value(self.worksheet, (row, column), value, self._beside(value))
        for row, line in rows:
            for key, comment in line.comments.items():
                self._comment(row, self.placed.columns[key], comment)

    def _beside(self, value: CellValue) -> Any:
        form = Format.DATETIME if isinstance(value, datetime) else Format.DATE if isinstance(value, date) else None
        number = "General" if form is None else number_format(form, 0, self.lang)
        return self.styles.of(Look(Role.BESIDE, number=number))

    def _level(self, row: int, line: Line) -> None:
        if line.level:
            height = self.sizes.heights.get(row)
            self.worksheet.set_row(row, height, None, {"level": min(line.level, _DEEPEST)})

    def body(self, row: int, at: int, column: Field, line: Line, cell: Cell) -> tuple["Spot", Look]:
        """A cell of a line, and how it looks beside its format."""
        tone = line.tones.get(column.key) or line.tone or (Tone.COMPUTED if column.computed else None)
        template = line.formulas.get(column.key, column.formula)
        spot = Spot(row, at, column, line, cell, self.placed.places[column.key], template)
        return spot, Look(Role.BODY, tone=tone, indent=line.level if at == 0 else 0)

    def _blank_rows(self, places: dict[str, int]) -> None:
        for row in range(self.placed.first + len(self.placed.block.lines), self.placed.last + 1):
            for at, column in enumerate(self.placed.block.fields):
                empty = as_cell(None, column.format, self.lang)
                template = column.formula if self.placed.block.blank_lines else None
                tone = Tone.COMPUTED if column.computed else None
                spot = Spot(row, at, column, _EMPTY, empty, places[column.key], template)
                self.put(spot, Look(Role.BODY, tone=tone, wrap=column.format is Format.WRAPPED))

    def _total(self, places: dict[str, int]) -> None:
        row, total, cells = self.placed.total_row, self.placed.block.total, self.placed.total
        if row is None or total is None or cells is None:
            return
        for at, column in enumerate(self.placed.block.fields):
            template = total.formulas.get(column.key, self._total_template(at, column))
            spot = Spot(row, at, column, total, cells[column.key], places[column.key], template)
            self.put(spot, Look(Role.TOTAL, tone=total.tones.get(column.key) or total.tone))

    def _total_template(self, at: int, column: Field) -> str | None:
        if not isinstance(column.total, Total):
            return column.total
        from xlsxwriter.utility import xl_range

        return f"{column.total.value}({xl_range(self.placed.first, at, self.placed.last, at)})"

    def put(self, spot: "Spot", look: Look) -> None:
        """Write one cell: its formula with the result, or its link, text, number or emptiness."""
        row, at, stored = spot.row, spot.at, spot.cell.stored
        target = self.target(spot)
        style = self.style(spot, look, linked=target is not None)
        if spot.template:
            made = formula(spot.template, self.book, self.placed, row)
            self.worksheet.write_formula(row, at, made, style, self.result(spot))
        elif target is not None:
            self.worksheet.write_url(row, at, f"internal:{quoted(target)}!A1", style, str(stored))
        elif isinstance(stored, str):
            self.worksheet.write_string(row, at, stored, style)
        elif stored is None:
            self.worksheet.write_blank(row, at, None, style)
        else:
            self.worksheet.write_number(row, at, stored, style)
        if spot.kept_as_text:
            self.remark_on_length(spot)

    def remark_on_length(self, spot: "Spot") -> None:
        """Say at a figure that is kept as text why it is."""
        self._comment(spot.row, spot.at, words.LONG_NUMBER.say(self.lang))

    def style(self, spot: "Spot", look: Look, *, linked: bool = False) -> "Style":
        """The style of a cell."""
        return self.styles.of(self._look(spot, look, linked))

    def _look(self, spot: "Spot", look: Look, linked: bool) -> Look:
        shown = spot.wanted if spot.template and spot.wanted not in _TO_THE_LEFT else spot.cell.format
        places = spot.places if shown is spot.column.format else decimals(spot.value)
        align = _align(spot.wanted, spot.cell)
        return Look(
            role=look.role,
            number=number_format(shown, places, self.lang),
            align=align,
            wrap=look.wrap or wraps(spot.cell, self.sizes.widths[spot.at]),
            indent=look.indent + (align != "center"),
            tone=Tone.NOTE if spot.kept_as_text else look.tone,
            link=linked,
        )

    def result(self, spot: "Spot") -> str | int | float | bool:
        """The cached result; the absent total of an empty column was already settled as a cell."""
        if spot.value is None and spot.cell.stored is not None:
            return spot.cell.stored
        return as_result(spot.value, spot.wanted, self.lang)

    def target(self, spot: "Spot") -> str | None:
        """The sheet a click on the cell opens."""
        if spot.template or not isinstance(spot.cell.stored, str):
            return None
        if (named := spot.line.links.get(spot.column.key)) is not None:
            if named not in self.book.names:
                raise ValueError(f"block {self.placed.block.id!r} links to an unknown sheet {named!r}")
            return self.book.names[named]
        return self.book.names.get(spot.cell.stored) if spot.wanted is Format.LINK else None

    def _live(self) -> None:
        if not self.placed.has_rows:
            return
        for at, column in enumerate(self.placed.block.fields):
            if column.choices:
                options = self.lists.validation(column.choices)
                self.worksheet.data_validation(self.placed.first, at, self.placed.last, at, options)
        for rule in self.placed.block.rules:
            add_rule(self.worksheet, rule, self.placed, self.book, self.styles)


def _align(wanted: Format, cell: Cell) -> str:
    if wanted in _CENTRED or (wanted in _TO_THE_LEFT and cell.format in _CENTRED):
        return "center"
    if wanted in _TO_THE_LEFT and not cell.is_number and not cell.too_long:
        return "left"
    return "right"
