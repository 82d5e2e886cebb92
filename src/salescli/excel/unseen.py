"""Data rows that nobody sees: filtered away or hidden by hand, they are read, and that is said."""

from typing import Any

from salescli.excel.read import RawSheet
from salescli.excel.records import Records
from salescli.table.codes import headers as codes
from salescli.table.problem import Place, Problem, problem


def hidden_rows(sheet: RawSheet, records: Records[Any]) -> tuple[Problem, ...]:
    """What is said, once, of the data rows that nobody sees on `sheet`."""
    if not sheet.hidden:
        return ()
    read = {row.source.row for row in records.rows if row.source is not None}
    read |= {int((item.place.cell or "0").partition(":")[0]) for item in records.invalid}
    hidden = [row for row in read if row - 1 in sheet.hidden]
    if not hidden:
        return ()
    first = min(hidden)
    place = Place(sheet.file, sheet.name, f"{first}:{first}")
    return (problem(codes.HIDDEN_ROWS, place, count=len(hidden), row=first),)
