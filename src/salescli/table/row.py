"""The base of every row class: frozen, closed, and knowing where each of its cells stands."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple, Self, TypeVar

from pydantic import BaseModel, ConfigDict

from salescli.table.problem import NOWHERE, Place


class Home(NamedTuple):
    """What the rows of one sheet share: file and sheet as the user named them, and the letters of their columns."""

    file: str
    sheet: str
    letters: Mapping[str, str]


class Source(NamedTuple):
    """Where a row was read: file and sheet as the user named them, the row's number, and its columns' letters."""

    file: str
    sheet: str
    row: int
    letters: Mapping[str, str]

    @property
    def home(self) -> Home:
        """What it shares with the rows of its sheet."""
        return Home(self.file, self.sheet, self.letters)


class Row(BaseModel):  # noqa: PLW1641  # pydantic gives every frozen class a hash of its own
    """One record of a table. Fields are annotated with their cell type and a Column."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # a run validates few tables

    __slots__ = ("_home", "_line")  # of hundreds of thousands of rows: two references instead of a dictionary

    @property
    def source(self) -> Source | None:
        """Where the row was read, None for a row made by the program."""
        home = self.home
        return None if home is None else Source(home.file, home.sheet, LINE.__get__(self), home.letters)

    def at(self, field: str | None = None) -> Place:
        """The place of one cell, or of the whole row (``5:5``) when the field has no column."""
        home = self.home
        if home is None:
            return NOWHERE
        letter, line = home.letters.get(field) if field else None, LINE.__get__(self)
        return Place(home.file, home.sheet, f"{letter}{line}" if letter else f"{line}:{line}")

    def placed(self, source: Source) -> None:
        """Tell a freshly read row where it stands; called once, by the reader."""
        object.__setattr__(self, "_home", source.home)
        object.__setattr__(self, "_line", source.row)

    @property
    def home(self) -> Home | None:
        """The sheet the row was read from, None for a row made by the program."""
        try:
            home: Home = HOME.__get__(self)
        except AttributeError:
            return None
        return home

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other) and isinstance(other, Row) and self.source == other.source

    def __copy__(self) -> Self:
        return self._beside(super().__copy__())

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        return self._beside(super().__deepcopy__(memo))

    def _beside(self, copy: Self) -> Self:
        if (source := self.source) is not None:
            copy.placed(source)
        return copy

    def __getstate__(self) -> dict[Any, Any]:
        return {**super().__getstate__(), "source": self.source}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        source = state.pop("source")
        super().__setstate__(state)
        if source is not None:
            self.placed(source)


def origins(rows: Sequence["Row"]) -> dict[str, list[Any]]:
    """Where rows were read, as columns `file`, `sheet` and `row`; None for a row made by the program."""
    homes: list[Home | None]
    lines: list[int | None]
    try:
        homes, lines = list(map(HOME.__get__, rows)), list(map(LINE.__get__, rows))
    except AttributeError:  # some have no place
        homes = [row.home for row in rows]
        lines = [None if home is None else LINE.__get__(row) for row, home in zip(rows, homes, strict=True)]
    return as_columns(homes, lines)


def as_columns(homes: Sequence[Home | None], lines: Sequence[int | None]) -> dict[str, list[Any]]:
    """Places as :func:`origins` has them."""
    known = {id(home): home for home in homes}
    files = {at: None if home is None else home.file for at, home in known.items()}
    sheets = {at: None if home is None else home.sheet for at, home in known.items()}
    which = list(map(id, homes))
    return {
        "file": list(map(files.__getitem__, which)),
        "sheet": list(map(sheets.__getitem__, which)),
        "row": list(lines),
    }


HOME: Final[Any] = Row.__dict__["_home"]
LINE: Final[Any] = Row.__dict__["_line"]
"""The slots themselves: many rows are placed and asked past pydantic, whose own way to an attribute is long."""

RowT = TypeVar("RowT", bound=Row)
