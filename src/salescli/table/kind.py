"""A kind is what a cell may hold: it owns both reading a cell and writing it back.

Reading is forgiving and works a column at a time: :meth:`Kind.read` takes the raw cells of one column and
gives typed values, reporting each cell it cannot read through the context and leaving `BAD` in its place.
Writing is exact: :meth:`Kind.write` gives the value a workbook cell stores, which reads back as itself.
"""

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, TypeAlias, TypeVar

from salescli.table.codes.cells import ERROR_VALUE, READ_AS_BLANK
from salescli.table.memory import BATCH, LONGEST_EMPTY, REMEMBERED, Memory, WorthAWord
from salescli.table.problem import Code
from salescli.words.language import Lang, Text

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

Stored: TypeAlias = str | int | Decimal | date | datetime | bool | None
"""What a cell can be given to hold."""

T = TypeVar("T")

_Said: TypeAlias = tuple[Code, Mapping[str, object]]
"""What is said of a cell: the code and what fills its message."""

EMPTY_WORDS: Final = frozenset({"", "-", "--", "–", "—", "——", "/", "n/a", "na", "无", "無"})
"""How people write "nothing" (after normalising): of at most as many characters as :data:`LONGEST_EMPTY` says."""

NOT_YET_WORDS: Final = frozenset(
    {
        "暂无",
        "暫無",
        "待定",
        "未填",
        "未报",
        "未報",
        "待报",
        "待補",
        "待补",
        "待填",
        "暂缺",
        "未知",
        "空",
        "tbd",
        "tbc",
        "null",
        "none",
        "nil",
    }
)
"""How people write "not known yet" where a figure or a date belongs; in a text they are words like others."""

ERROR_WORDS: Final = frozenset(
    (
        "#REF!",
        "#N/A",
        "#DIV/0!",
        "#VALUE!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#FIELD!",
    )
)
"""What a formula's error becomes in a text table, or pasted as a value."""

_LONGEST_NOT_YET: Final = max(map(len, NOT_YET_WORDS))

_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))


class ShownNumber(float):
    """A number whose cell shows more than its digits: 12 under the format ``0000`` shows ``0012``.

    A figure to whoever counts, and what is shown to whoever reads a text, a name or an identifier.
    """

    __slots__ = ("shown",)
    shown: str

    @classmethod
    def of(cls, number: float, shown: str) -> "ShownNumber":
        """`number` as it is `shown`."""
        made = cls(number)
        made.shown = shown
        return made


class _Bad:
    """The place of a cell that could not be read."""

    def __repr__(self) -> str:
        return "BAD"


BAD: Final = _Bad()


class CellError(Exception):
    """A cell that cannot be read: the problem code and what fills its message."""

    def __init__(self, code: Code, **details: object) -> None:
        super().__init__(code.name)
        self.code = code
        self.details = details


@dataclass(slots=True)
class CellContext:
    """What surrounds the cells of one column while they are read.

    `scale` comes from the unit in the header (万元 → 4 decimal places); `year` completes dates written without
    one, and `near_year` is what other rows name, for cells that tell themselves whether it fits; `computed` tells
    that the column is one salescli works out; `report` receives the index of the cell, the code and its details.
    """

    report: Callable[[int, Code, Mapping[str, object]], None]
    scale: int = 0
    year: int | None = None
    date1904: bool = False
    computed: bool = False
    index: int = 0
    near_year: int | None = None

    def note(self, code: Code, **details: object) -> None:
        """Remark on the cell being read without refusing it."""
        self.report(self.index, code, details)


class Kind(ABC, Generic[T]):
    """One kind of cell. Instances are immutable and shared; `python` is the type of the values."""

    name: ClassVar[str]
    label: ClassVar[Text]
    python: ClassVar[type[Any]]
    format: ClassVar[str] = "text"
    width: ClassVar[int] = 12
    wordless: ClassVar[bool] = False
    """Whether the cells hold figures or dates, so that words such as 待定 mean that there is none yet."""

    @abstractmethod
    def parse(self, raw: object, context: CellContext) -> T:
        """One non-empty cell as a value; raises CellError. `raw` is trimmed when it is text."""

    def write(self, value: T, lang: Lang) -> Stored:
        """The value a cell stores for `value`."""
        return value  # type: ignore[return-value]  # overridden wherever T is not itself storable

    def show(self, value: T, lang: Lang) -> str:
        """The value as a person would write it, for messages."""
        return str(self.write(value, lang))

    def plain(self, cells: Sequence[Any], context: CellContext) -> list[T] | None:
        """The values of cells that need no looking at one by one; None when any of them may need it.

        All are floats, or all are texts of more characters than the words for nothing.
        """
        return None

    def read(self, cells: Sequence[object], context: CellContext) -> list[T | _Bad | None]:
        """A column of raw cells as values, None where empty and BAD where refused (and reported).

        Most cells repeat, within a column and from file to file, so what has been read without a word is
        remembered; amounts and numbers of orders seldom do, and are plain. Only cells about which something is to be
        said are read one by one.
        """
        if len(cells) <= BATCH or len(set(cells[:BATCH])) <= BATCH // 2:
            return self._remembering(0, cells, context)
        values: list[T | _Bad | None] = []
        for start in range(0, len(cells), BATCH):
            batch = cells[start : start + BATCH]
            values += self._at_once(batch, context) or self._remembering(start, batch, context)
        return values

    def recalled(
        self, cells: Sequence[object], scale: int, year: int | None, date1904: bool, computed: bool
    ) -> list[Any] | None:
        """The values of a column of which every cell was read before, under the same circumstances and without a word.

        None for any other column, and for one too long for its cells to repeat.
        """
        if len(cells) > BATCH or not _APART.issuperset(map(type, cells)):
            return None
        known = _remembered(self, scale, year, date1904, computed).known
        try:
            return list(map(known.__getitem__, cells))
        except KeyError:
            return None

    def _at_once(self, cells: Sequence[Any], context: CellContext) -> Sequence[T] | None:
        """The values of cells of which none can be empty and none needs a look; None when that is not certain."""
        kinds = set(map(type, cells))
        if kinds == {float} or (kinds == {str} and min(map(len, cells)) > LONGEST_EMPTY):
            return self.plain(cells, context)
        return None

    def _remembering(self, start: int, cells: Sequence[object], context: CellContext) -> list[T | _Bad | None]:
        """The values of cells that repeat; `start` is the index of the first."""
        if not set(map(type, cells)) <= _APART:
            return [self._read_one(index, raw, context) for index, raw in enumerate(cells, start)]
        memory = _remembered(self, context.scale, context.year, context.date1904, context.computed)
        distinct = set(cells)
        if len(distinct.difference(memory.known)) > len(cells) // 2 and (values := self._at_once(cells, context)):
            return list(values)  # what seldom repeats is not worth remembering
        if len(distinct) > REMEMBERED:
            memory = _memory(self, replace(context, report=_too_much_to_say))
        said, known = memory.learn(distinct), memory.known
        if not said:
            return list(map(known.__getitem__, cells))
        before: dict[object, tuple[T | _Bad | None, list[_Said]]] = {}
        return [
            self._read_again(before, index, raw, context) if raw in said else known[raw]
            for index, raw in enumerate(cells, start)
        ]

    def _read_again(
        self, before: dict[object, tuple[T | _Bad | None, list[_Said]]], index: int, raw: object, context: CellContext
    ) -> T | _Bad | None:
        """One cell; of one that was read `before` the same is said without reading it again."""
        if raw not in before:
            said: list[_Said] = []
            aside = replace(context, report=lambda _, code, details: said.append((code, details)))
            before[raw] = self._read_one(index, raw, aside), said
        value, noted = before[raw]
        for code, details in noted:
            context.report(index, code, details)
        return value

    def _read_one(self, index: int, raw: object, context: CellContext) -> T | _Bad | None:
        context.index = index
        cell = raw.strip().translate(_INVISIBLE) if isinstance(raw, str) else raw
        if cell is None or cell == "" or (isinstance(cell, str) and is_empty_word(cell)):
            return None
        if self.wordless and isinstance(cell, str) and len(cell) <= _LONGEST_NOT_YET and normal(cell) in NOT_YET_WORDS:
            context.report(index, READ_AS_BLANK, {"found": cell})
            return None
        try:
            if isinstance(cell, str) and cell.startswith("#") and cell.upper() in ERROR_WORDS:
                raise CellError(ERROR_VALUE)
            return self.parse(cell, context)
        except CellError as error:
            context.report(index, error.code, {"found": shown(raw), **error.details})
            return BAD

    def json_schema(self) -> dict[str, Any]:
        """The JSON schema of a value of this kind."""
        return {"type": "string"}

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(self.python)

    def __get_pydantic_json_schema__(self, schema: "CoreSchema", handler: "GetJsonSchemaHandler") -> dict[str, Any]:
        return self.json_schema()


_APART: Final = frozenset({str, float, int, date, datetime, time, timedelta, NoneType})
"""Types of cells that are equal only when they read as the same: True is 1 to a dictionary, and a number shown as
``0012`` is 12."""


@lru_cache(maxsize=512)
def _remembered(kind: Kind[Any], scale: int, year: int | None, date1904: bool, computed: bool) -> Memory[Any]:
    """What is known of the cells of a kind under the same circumstances."""
    return _memory(kind, CellContext(_too_much_to_say, scale, year, date1904, computed))


def _memory(kind: Kind[Any], context: CellContext) -> Memory[Any]:
    return Memory(lambda cell: kind._read_one(0, cell, context), lambda cells: kind.plain(cells, context))


def _too_much_to_say(index: int, code: Code, details: Mapping[str, object]) -> None:
    raise WorthAWord


def is_empty_word(text: str) -> bool:
    """Whether a text cell is one of the ways to write "nothing"."""
    return len(text) <= LONGEST_EMPTY and normal(text) in EMPTY_WORDS


@lru_cache(maxsize=1 << 14)
def normal(text: str) -> str:
    """Text for comparing: NFKC, invisible characters and all white space dropped, case folded."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_INVISIBLE).split()).casefold()


def shown(raw: object) -> str:
    """A raw cell as a person sees it, shortened, for messages."""
    if isinstance(raw, ShownNumber):
        return raw.shown
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    text = f"{raw:f}" if isinstance(raw, Decimal) else " ".join(str(raw).split())
    return text if len(text) <= 40 else text[:39] + "…"
