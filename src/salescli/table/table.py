"""A table: its row class, the sheets it usually lives on, and what follows from both.

Declared once in the stage it belongs to; the template, header detection, cell parsing, validation, the JSON
schema, the reference page and the writer are all derived from the declaration.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from types import UnionType
from typing import Annotated, Any, Generic, TypeAlias, Union, get_args, get_origin, get_type_hints

from salescli.measure.achievement import Thresholds
from salescli.table.column import NO_HELP, Column
from salescli.table.kind import Kind, normal
from salescli.table.problem import Problem
from salescli.table.row import RowT
from salescli.words.language import Lang, Text

Example: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a table: the row's field, its Column, and the kind of its cells."""

    key: str
    column: Column
    kind: Kind[Any]
    required: bool


@dataclass(frozen=True, slots=True)
class Untold:
    """A row that says there is nothing to say yet: the field `figure` is blank, and `mark` holds `value`."""

    figure: str
    mark: str
    value: object


@dataclass(frozen=True, eq=False)
class Table(Generic[RowT]):
    """One of the tables of the loop.

    `sheets` holds the Chinese sheet names it is known by (the first is the one written); `sheet_en` is the
    name in an English workbook. `key` names the fields that identify a row. `examples` are rows as people
    type them. `check` looks at one row at a time (the stated figures against the computed ones), given the
    traffic lights of the house. `filled_in` is False for tables that salescli writes and nobody fills in. A row that
    says `untold` of itself and has no figure yet, such as a month of which nobody reported anything, is no row.
    """

    name: str
    row: type[RowT]
    sheets: tuple[str, ...]
    sheet_en: str
    stage: str
    help: Text = NO_HELP
    key: tuple[str, ...] = ()
    examples: Sequence[Example] = ()
    check: Callable[[RowT, Thresholds], Sequence[Problem]] | None = None
    filled_in: bool = True
    untold: Untold | None = None

    def __reduce__(self) -> tuple[Callable[[str, str], Any], tuple[str, str]]:
        """By the name it is declared under: in another process it is that one's own table."""
        homes = [self.row.__module__, *(name for name in sys.modules if name.startswith("salescli."))]
        for home in homes:
            for name, value in vars(sys.modules[home]).items():
                if value is self:
                    return _declared, (home, name)
        raise TypeError(f"table {self.name} is declared in no module")

    def __post_init__(self) -> None:
        claims: dict[str, str] = {}
        for item in self.fields:
            for header in item.column.headers():
                other = claims.setdefault(normal(header), item.key)
                if other != item.key:
                    raise ValueError(f"table {self.name}: both {other} and {item.key} claim the header {header!r}")

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The columns in their order."""
        hints = get_type_hints(self.row, include_extras=True)
        return tuple(_field(key, hints[key], info.is_required()) for key, info in self.row.model_fields.items())

    @cached_property
    def by_key(self) -> Mapping[str, Field]:
        """The columns by the row's field names."""
        return {item.key: item for item in self.fields}

    def sheet(self, lang: Lang) -> str:
        """The sheet name that is written in `lang`."""
        return self.sheets[0] if lang is Lang.ZH else self.sheet_en

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """Every sheet name the table is known by."""
        return (*self.sheets, self.sheet_en, self.name)

    @property
    def title(self) -> Text:
        return Text(self.sheets[0], self.sheet_en)

    def header(self, key: str, lang: Lang) -> str:
        """The printed header of one column."""
        return self.by_key[key].column.header(lang)

    def label(self, key: str) -> Text:
        """The name of one column in both languages."""
        column = self.by_key[key].column
        return Text(column.zh, column.en)

    def json_schema(self) -> dict[str, Any]:
        """The JSON schema of one row, with the headers as titles."""
        schema = self.row.model_json_schema()
        for item in self.fields:
            schema["properties"][item.key]["title"] = item.column.zh
        return schema


def _declared(home: str, name: str) -> Any:
    return getattr(import_module(home), name)


def _field(key: str, annotation: Any, required: bool) -> Field:
    metadata = list(metadata_of(annotation))
    column = next((item for item in metadata if isinstance(item, Column)), None)
    kind = next((item for item in metadata if isinstance(item, Kind)), None)
    if column is None or kind is None:
        raise TypeError(f"the field {key} needs a cell type and a Column")
    return Field(key, column, kind, required)


def metadata_of(annotation: Any) -> Sequence[Any]:
    """All the Annotated metadata of a type, looking through optional types."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        return [*metadata_of(inner), *metadata]
    if origin in (Union, UnionType):
        return [item for part in get_args(annotation) for item in metadata_of(part)]
    return []
