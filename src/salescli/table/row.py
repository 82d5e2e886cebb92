"""The base of every row class: frozen, closed, and knowing where each of its cells stands."""

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, PrivateAttr

from salescli.table.problem import NOWHERE, Place


class Source(NamedTuple):
    """Where a row was read: file and sheet as the user named them, the row's number, and its columns' letters."""

    file: str
    sheet: str
    row: int
    letters: Mapping[str, str]


class Row(BaseModel):
    """One record of a table. Fields are annotated with their cell type and a Column."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    _source: Source | None = PrivateAttr(default=None)

    @property
    def source(self) -> Source | None:
        """Where the row was read, None for a row made by the program."""
        private = self.__pydantic_private__  # a private attribute's own way is ten times as long
        source: Source | None = private["_source"] if private else None
        return source

    def at(self, field: str | None = None) -> Place:
        """The place of one cell, or of the whole row (``5:5``) when the field has no column."""
        source = self.source
        if source is None:
            return NOWHERE
        letter = source.letters.get(field) if field else None
        return Place(source.file, source.sheet, f"{letter}{source.row}" if letter else f"{source.row}:{source.row}")

    def placed(self, source: Source) -> None:
        """Tell a freshly read row where it stands; called once, by the reader."""
        self._source = source


RowT = TypeVar("RowT", bound=Row)
