"""A workbook as it was read: plain values at their true addresses, and what a plain value cannot say."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from salescli.excel.addresses import cell_address
from salescli.excel.reading.hidden import NONE, HiddenRows

CellValue: TypeAlias = str | int | float | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta
"""What a cell holds; a blank cell is ``""``."""

Spot: TypeAlias = tuple[int, int]
"""A cell as (row, column), both from zero."""


class FlawKind(StrEnum):
    """Why a cell's value cannot be taken as it was read."""

    ERROR_VALUE = "error-value"
    NO_CACHED_VALUE = "no-cached-value"
    LONG_NUMBER = "long-number"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A cell that is neither blank nor usable; `text` is what to show of it: ``#DIV/0!``, ``=A1*2``, the digits."""

    kind: FlawKind
    text: str


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One worksheet. `rows` starts at A1 and is a rectangle that reaches every flaw.

    `file` is as the user named it; `merged` holds (first row, first column, last row, last column) from
    zero, in ascending order; a key of `flaws` is (row, column) from zero; `hidden` are rows that nobody sees.
    """

    file: str
    name: str
    visible: bool
    rows: list[list[CellValue]]
    merged: tuple[tuple[int, int, int, int], ...]
    flaws: Mapping[Spot, Flaw]
    hidden: HiddenRows = NONE

    def address(self, row: int, col: int) -> str:
        """The address of a zero-based cell, such as ``C7``."""
        return cell_address(row, col)


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """A workbook that was read; `sha256` is of the bytes that were read, `kind` xlsx, xlsb, xls, ods or csv."""

    path: str
    sha256: str
    sheets: tuple[RawSheet, ...]
    date1904: bool
    kind: str
