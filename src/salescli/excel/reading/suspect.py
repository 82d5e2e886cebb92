"""A file's bytes before they are trusted, and how much of them will be borne."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from salescli.excel.addresses import cell_address
from salescli.excel.reading.hidden import HiddenRows
from salescli.excel.reading.padding import Padding
from salescli.excel.reading.raw import Flaw, Spot
from salescli.table.codes import files as codes
from salescli.table.errors import UnusableFile
from salescli.table.problem import Code, Place, problem
from salescli.words.language import Text

EXCEL_ROWS = 1_048_576
EXCEL_COLUMNS = 16_384


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input file may ask for. The configuration's ``[limits]`` moves what real files may meet.

    `max_cells` counts the rectangles from A1 to the last used cell, of all sheets that are read together.
    `max_ratio` is unpacked to packed size of one part and is asked only of parts above a mebibyte: real
    sheets stay below 30, zip bombs reach 1000. `max_problems` are kept of one code and sheet; more are counted.
    """

    max_cells: int = 6_000_000
    max_unpacked_bytes: int = 384 << 20
    max_file_bytes: int = 100 << 20
    max_ratio: int = 300
    max_sheets: int = 255
    max_parts: int = 5_000
    max_annotated_cells: int = 1_000_000
    max_problems: int = 1_000

    @property
    def max_text_bytes(self) -> int:
        """How much text cells may show, written out: half as much as may be unpacked, since it is held twice."""
        return self.max_unpacked_bytes // 2

    def with_(self, **changed: int) -> "Limits":
        """The same limits with some of them replaced, by name."""
        return replace(self, **changed)


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Suspect:
    """An input that is being looked at: `file` as the user named it, and its bytes."""

    file: str
    data: bytes
    limits: Limits = USUAL

    def refusal(
        self, code: Code, sheet: str | None = None, cell: str | None = None, /, **details: object
    ) -> UnusableFile:
        """The exception that says why this file cannot be used."""
        return UnusableFile([problem(code, Place(self.file, sheet, cell), **details)])

    def repeated(self, sheet: str, spot: Spot) -> UnusableFile:
        """The exception for a sheet that has a cell twice."""
        cell = cell_address(*spot)
        return self.refusal(codes.REPEATED_CELL, sheet, cell, cell=cell)

    def damaged(self, part: str | Text) -> UnusableFile:
        """The exception for a package with a broken part."""
        return self.refusal(codes.DAMAGED, part=part)

    def check_extent(self, sheet: str, row: int, col: int, *, already: int = 0) -> int:
        """Cells from A1 to (`row`, `col`); raises when they, with those `already` read, are too many."""
        cells = (row + 1) * (col + 1)
        if already + cells > self.limits.max_cells:
            far = cell_address(row, col)
            raise self.refusal(
                codes.TOO_MANY_CELLS,
                sheet,
                far,
                far=far,
                cells=f"{already + cells:,}",
                limit=f"{self.limits.max_cells:,}",
            )
        return cells


@dataclass(frozen=True, slots=True)
class Cleared:
    """What the guard lets through: bytes for the reader, and what it found on each sheet, in their order.

    `names` are the sheets' names where the guard knows them, to be compared with the reader's; `padded` are the
    cells that show more zeros than they store, by the number of their sheet, as are the `hidden` rows and the `merged`
    areas that the reader does not know. `filled` are how many cells of a sheet have content, as counted, and
    the part that holds them.
    """

    kind: str
    data: bytes
    flaws: tuple[Mapping[Spot, Flaw], ...]
    names: tuple[str, ...] | None = None
    date1904: bool = False
    padded: Mapping[int, Mapping[Spot, Padding]] = field(default_factory=dict)
    hidden: Mapping[int, HiddenRows] = field(default_factory=dict)
    merged: Mapping[int, Sequence[tuple[int, int, int, int]]] = field(default_factory=dict)
    filled: Mapping[int, tuple[int, str]] = field(default_factory=dict)
