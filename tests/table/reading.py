"""Reading one cell as a kind, with what was said about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from salescli.table.kind import CellContext, Kind
from salescli.table.problem import Code


@dataclass(frozen=True)
class Reading:
    """The value (or BAD) of one cell and the codes that were reported."""

    value: Any
    codes: list[str]
    details: list[Mapping[str, object]]


def read(kind: Kind[Any], raw: object, *, scale: int = 0, year: int | None = None, date1904: bool = False) -> Reading:
    """Read a column of one cell."""
    codes: list[str] = []
    details: list[Mapping[str, object]] = []

    def report(index: int, code: Code, found: Mapping[str, object]) -> None:
        assert index == 0
        codes.append(code.name)
        details.append(found)

    context = CellContext(report, scale=scale, year=year, date1904=date1904)
    return Reading(kind.read([raw], context)[0], codes, details)
