"""A workbook as a value: what a stage wants shown, with no trace of how a file is made.

A `Book` has sheets, a sheet has blocks stacked downwards, a block is one table: fields across, lines down.
Every figure is the engine's own. A formula is written *with* that figure as its cached result, so a reader
that does not calculate shows the engine's figures, and one that does arrives at the same ones.

A formula is a template without a leading ``=``; its places name cells, never addresses:

==========================  ==================================================  =====================
``{key}``                   the cell of the same row                            ``G7``
``{block:key}``             all lines of that block, absolute, with its sheet   ``'跟踪'!$G$6:$G$120``
``{block:key@total}``       that block's total                                  ``'跟踪'!$G$121``
``{block:key@2}``           its second line, counted from 1                     ``'跟踪'!$G$7``
``{block:key@base}``        its line whose `id` is ``base``                     ``'跟踪'!$G$9``
==========================  ==================================================  =====================

A literal brace is doubled. Use only functions that old Excel, WPS and LibreOffice share. The range of a block
includes its `blank_lines`; a block with no lines at all keeps one empty row, so its ranges always exist.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from salescli.excel.own import OwnSheet
from salescli.measure.period import Half, Month, Quarter, Week, Year
from salescli.words.language import Lang

CellValue = str | int | Decimal | Fraction | date | datetime | Year | Half | Quarter | Month | Week | bool | None
"""What a line may hold. Ratios and points are ratios (1.05, not 105); a bool without a formula reads 是/否."""


class Format(StrEnum):
    """How a value looks. The names are those of the cell kinds of :mod:`salescli.table`."""

    TEXT = "text"  # as the value is: text to the left, a number plain, a date as a date
    WRAPPED = "wrapped"  # long text over several lines
    MONEY = "money"  # 1,200.50; without decimals where the whole column has none
    SIGNED_MONEY = "signed_money"  # +40,000
    WAN = "wan"  # 84.0万 of 840000
    COUNT = "count"
    SIGNED_COUNT = "signed_count"
    RATIO = "ratio"  # 105.0%
    SHARE = "share"  # 81.1%, a part of a change; -13.3% of what went the other way
    SIGNED_RATIO = "signed_ratio"  # +5.0%
    POINTS = "points"  # a difference of two ratios: 0.04 is +4.0个百分点; a formula gives 4
    GAP_POINTS = "gap_points"  # the same without a sign, of what is short: 4.0个百分点
    TENTH = "tenth"  # 20.5, of days on average
    SIGNED_TENTH = "signed_tenth"  # +6.8
    NUMBER = "number"  # as many decimals as the column needs, at most four
    DATE = "date"
    MONTH = "month"
    YEAR = "year"
    DATETIME = "datetime"
    LINK = "link"  # the name of a sheet of this book, which a click opens


class Tone(StrEnum):
    """What a colour means. The cell's own words say it too: never colour alone."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    GREY = "grey"
    ERROR = "error"
    NOTE = "note"
    INPUT = "input"
    COMPUTED = "computed"
    STRONG = "strong"
    MUTED = "muted"


class Total(StrEnum):
    """How a column is totalled over its lines."""

    SUM = "SUM"
    COUNT = "COUNTA"
    SMALLEST = "MIN"
    LARGEST = "MAX"


class Side(StrEnum):
    """Where a chart stands beside its block."""

    BELOW = "below"
    RIGHT = "right"


class ChartKind(StrEnum):
    """The native charts every spreadsheet program draws."""

    COLUMN = "column"
    STACKED_COLUMN = "stacked_column"
    BAR = "bar"
    STACKED_BAR = "stacked_bar"
    LINE = "line"
    AREA = "area"
    PIE = "pie"
    DOUGHNUT = "doughnut"
    SCATTER = "scatter"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a block. `width` is in display cells (a Chinese character is two); None lets content decide.

    `formula` and a `total` that is a template are written in every line and in the total row, each with the
    value given there. `choices` become a dropdown that suggests but does not forbid. A column that only charts need
    stands `aside`: it is hidden where no other block of the sheet shows anything in it, and charts draw it even so.
    """

    key: str
    header: str
    format: Format = Format.TEXT
    width: int | None = None
    formula: str | None = None
    total: Total | str | None = None
    note: str | None = None
    choices: tuple[str, ...] = ()
    aside: bool = False
    required: bool = False
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row. A missing key is an empty cell; `tone` colours the whole row, `tones` single cells.

    `formulas` replaces a field's formula in this line (an empty text removes it), `formats` its format.
    `links` maps a key to the name of the sheet that a click on the cell opens. `level` indents and folds.
    `beside` puts values right of the block, by column from zero; `comments` are notes on cells, by key.
    `own` are the keys of cells that hold what a person wrote, so that the imprint does not claim them; `parts` are
    computed pieces of its texts, which it knows by themselves.
    """

    values: Mapping[str, CellValue]
    tones: Mapping[str, Tone] = field(default_factory=dict)
    formulas: Mapping[str, str] = field(default_factory=dict)
    formats: Mapping[str, Format] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[int, CellValue] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    tone: Tone | None = None
    level: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A live colour: `tone` on the cells of `keys` in every line for which `formula` is true.

    Remember that an empty cell compares as 0 and a text as more than any number. `total` extends it to the
    total row.
    """

    keys: tuple[str, ...]
    formula: str
    tone: Tone
    total: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A data bar in the cells of a column, from 0 up to `full` (the largest value when None)."""

    key: str
    full: Decimal | None = None
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Spark:
    """A small line in each cell of a column, over the cells from `first` to `last` of the same line.

    With `block` the lines are those of another block, taken in the same order; `total` draws the total row too.
    """

    key: str
    first: str
    last: str
    block: str | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One table. `id` is unique in the book; `total` holds the label and the engine's totals.

    `beside` puts values right of the header, by column from zero; `comments` adds to the notes of its headers.
    A sheet can carry one filter only: it goes to the first block that wants it and has lines.
    """

    id: str
    fields: tuple[Field, ...]
    lines: Sequence[Line] = ()
    title: str | None = None
    notes: tuple[str, ...] = ()
    total: Line | None = None
    rules: tuple[Rule | Bar | Spark, ...] = ()
    filter: bool = True
    blank_lines: int = 0
    beside: Mapping[int, CellValue] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures of a chart: a column of a block and its name in the legend.

    An `invisible` series of a stacked chart lifts those upon it and is not in the legend. `labels` are texts
    beside its points, one a line; an empty one leaves its point bare.
    """

    block: str
    key: str
    name: str
    tone: Tone | None = None
    invisible: bool = False
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart over the book's own cells; `categories` is (block, key).

    `lines` are drawn as lines over the columns on a second axis. `size` is (width, height) in pixels.
    `block` is where it stands (the sheet's last block when None). `bounds` (lowest, middle, highest) fixes both
    axes of a scatter chart and crosses them in the middle, which makes quadrants of it; `across` and `axis` are
    what its axes are called. Columns and bars of nothing below 0 stand on it, and so do those to be `from_zero`.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, str]
    series: tuple[Series, ...]
    lines: tuple[Series, ...] = ()
    percent: bool = False
    percent_lines: bool = True
    axis: str | None = None
    across: str | None = None
    bounds: tuple[int, int, int] | None = None
    from_zero: bool = False
    size: tuple[int, int] = (640, 320)
    block: str | None = None
    side: Side = Side.BELOW


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet. Its name is made safe and unique when written; formulas and links need not know.

    `freeze` keeps the header of the only block in view, if it stands within the first rows, and print repeats
    it; over several blocks one header would mislead, so the sheet's title stays. `frozen_columns` stay in view either
    way, and are repeated on paper when a sheet prints over `pages_wide`. `on_one_page` keeps a sheet together on paper
    while it can be read; of one that is `unbroken` no page cuts a block or its charts. `subtitle_formula` works out
    the subtitle's text anew.
    """

    name: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    subtitle: str | None = None
    subtitle_formula: str | None = None
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    landscape: bool = True
    tab: Tone | None = None
    freeze: bool = True
    frozen_columns: int = 0
    pages_wide: int = 1
    on_one_page: bool = False
    unbroken: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook in one language. `own` are sheets that people made, set behind the others.

    With a `label` the workbook carries a record of what was written (see :mod:`salescli.excel.imprint`).
    """

    sheets: tuple[Sheet, ...]
    title: str
    lang: Lang = Lang.ZH
    own: tuple[OwnSheet, ...] = ()
    label: str | None = None

    @property
    def cells(self) -> int:
        """How many cells its tables have, blanks within included."""
        return sum(len(block.lines) * len(block.fields) for sheet in self.sheets for block in sheet.blocks)
