"""Months that stand side by side, or on sheets of their own, read as the one long table they are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from salescli.excel.addresses import cell_address
from salescli.excel.guard import USUAL
from salescli.excel.header_match import HeaderMatch, MonthColumns
from salescli.excel.month_sums import wrong_sums
from salescli.excel.noted import Noted
from salescli.excel.read import RawSheet
from salescli.excel.record_reader import read_records
from salescli.excel.records import InvalidRow, MonthGiven, Records
from salescli.measure.achievement import Thresholds
from salescli.measure.period import Month, parse_month
from salescli.table.codes import cells as cell_codes
from salescli.table.codes import headers as header_codes
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.words import books as words
from salescli.words.language import both


def read_spread(
    sheet: RawSheet,
    table: Table[RowT],
    match: HeaderMatch,
    *,
    year: int | None,
    date1904: bool,
    thresholds: Thresholds,
    most: int = USUAL.max_problems,
) -> Records[RowT]:
    """The rows of a sheet whose months stand side by side: each row once for every month it has figures for."""
    parts: list[Records[RowT]] = []
    said: list[Problem] = []
    for group in match.months:
        month = month_of(group.written, year)
        if month is None:
            said.append(_no_year(sheet, match, group))
            continue
        columns = {**match.columns, **group.columns}
        one = replace(match, columns=columns, months=())
        given = MonthGiven(month, tuple(at.index for at in group.columns.values()))
        parts.append(
            read_records(sheet, table, one, year=year, date1904=date1904, thresholds=thresholds, month=given, most=most)
        )
    if parts and not any(part.count for part in parts):
        said.append(problem(header_codes.NO_ROWS, Place(sheet.file, sheet.name), table=table.title))
    noted = Noted(sheet.file, sheet.name, most)
    noted.keep(wrong_sums(sheet, table, match))
    said += noted.all()
    empty = Records(table, sheet.file, sheet.name, match.row + 1, (), (), tuple(said))
    return combined([*parts, empty]) if parts else empty


def combined(parts: Sequence[Records[RowT]]) -> Records[RowT]:
    """Several readings of one table as one, in the order of their rows; a finding made twice is said once."""
    rows = [row for part in parts for row in part.rows]
    if len({part.sheet for part in parts}) == 1:
        rows.sort(key=lambda row: row.source.row if row.source else 0)
    reasons: dict[Place, dict[tuple[object, ...], Problem]] = {}
    cells: dict[Place, dict[tuple[str, str], None]] = {}
    for part in parts:
        for item in part.invalid:
            reasons.setdefault(item.place, {}).update({_key(reason): reason for reason in item.reasons})
            cells.setdefault(item.place, {}).update(dict.fromkeys(item.cells))
    invalid = tuple(InvalidRow(place, tuple(found.values()), tuple(cells[place])) for place, found in reasons.items())
    problems = {_key(item): item for item in once_a_file(item for part in parts for item in part.problems)}
    pardoned = {_key(reason): reason for item in invalid for reason in item.reasons}
    return replace(
        parts[0],
        read=tuple(rows),
        invalid=invalid,
        problems=tuple(pardoned.get(key, item) for key, item in problems.items()),
    )


def once_a_file(found: Iterable[Problem]) -> list[Problem]:
    """Findings in their order, what several sheets of one file state of the unit of their columns said at the first."""
    units: dict[tuple[Any, ...], set[Place]] = {}
    firsts: dict[tuple[Any, ...], int] = {}
    said: list[Problem] = []
    for item in found:
        if item.code is header_codes.UNIT_FROM_TITLE:
            key = (item.place.file, *item.details.values())
            units.setdefault(key, set()).add(item.place)
            if firsts.setdefault(key, len(said)) != len(said):
                continue
        said.append(item)
    for key, at in firsts.items():
        if others := len(units[key]) - 1:
            more = both(words.AND_OTHER_SHEETS, count=others)
            said[at] = replace(said[at], details={**said[at].details, "more": more})
    return said


def month_of(written: str | date, year: int | None) -> Month | None:
    """The month that a header or a sheet's name writes; None when it takes a year that nothing gives."""
    if isinstance(written, date):
        return Month(written.year, written.month)
    return parse_month(written) or (None if year is None else parse_month(written, year))


def _key(item: Problem) -> tuple[Any, ...]:
    return (item.code.name, item.place)


def _no_year(sheet: RawSheet, match: HeaderMatch, group: MonthColumns) -> Problem:
    place = Place(sheet.file, sheet.name, cell_address(match.row, group.index))
    return problem(cell_codes.DATE_WITHOUT_YEAR, place, found=group.written, column=group.written)
