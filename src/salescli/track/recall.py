"""Merging into a tracking workbook that `track` wrote: its rows and the new files' rows as one stack.

A row of a file that is read again is the row the workbook already keeps, not a second one: the same file
name, sheet, line and content. So merging the same reports once more changes nothing, and reports handed in
week by week end in the table that all of them at once would have given.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from salescli.excel.intake import Intake
from salescli.excel.source import Found, SourceWorkbook
from salescli.measure.money import grouped
from salescli.table.codes import track as codes
from salescli.table.problem import Place, Problem, Severity, problem
from salescli.table.row import RowT, Source
from salescli.table.table import Table
from salescli.track.account import NO_DETAIL, Excluded, Reason
from salescli.track.goals import Goals, kept_goals
from salescli.track.kept import (
    KEPT_FINANCE,
    KEPT_METRICS,
    KEPT_ORDERS,
    KEPT_REPORTS,
    KEPT_TARGETS,
    LEFT_OUT,
    SHOWN,
    KeptReportRow,
    LeftOutRow,
    ShownRow,
)
from salescli.track.kept_ledgers import KeptLedgers, as_read
from salescli.track.kept_sheet import mark_in
from salescli.track.process_file import read_process
from salescli.track.report import CONTENT, Known
from salescli.track.reports import Stack
from salescli.track.tables import FinanceRow, OrderRow, WeeklyRow
from salescli.track.targets import Target, monthly_targets
from salescli.words.language import Text

Item = TypeVar("Item")
Other = TypeVar("Other")
Line = tuple[str, str | None, int | None]
"""A row's file name (without its folder), sheet and number."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a tracking workbook kept.

    `first` tells by the ids of `rows` when their weeks were first handed in; `invalid` are kept rows that somebody has
    since made unreadable.
    """

    goals: Goals
    rows: tuple[WeeklyRow, ...]
    first: Mapping[int, datetime]
    left_out: tuple[Excluded, ...]
    invalid: tuple[Excluded, ...]
    problems: tuple[Problem, ...]
    mark: str | None
    ledgers: KeptLedgers


def remembers(source: SourceWorkbook) -> bool:
    """Whether the workbook is a tracking workbook that reports can be merged into."""
    return _sheet_of(source, KEPT_TARGETS) is not None and _sheet_of(source, KEPT_REPORTS) is not None


def recall(intake: Intake, source: SourceWorkbook) -> Memory:
    """Read what the workbook kept; errors in it are noted at `intake`."""
    planned, _ = _take(intake, source, KEPT_TARGETS)
    reports, invalid = _take(intake, source, KEPT_REPORTS)
    left_out, _ = _take(intake, source, LEFT_OUT)
    targets, problems = monthly_targets(planned, None)
    rows = tuple(_report(row) for row in reports)
    shown = _sheet_of(source, SHOWN)
    if shown is not None:
        targets, changed = with_edits(targets, source.read_found(shown).rows, reports)
        problems += changed
    metrics, _ = _take(intake, source, KEPT_METRICS)
    funnel = read_process(intake, source)
    goals, said = kept_goals(targets, metrics, funnel)
    problems += said
    found = _sheet_of(source, KEPT_TARGETS)
    texts = () if found is None else [cell for row in found.sheet.rows for cell in row]
    return Memory(
        goals,
        rows,
        {id(row): kept.first_submitted for row, kept in zip(rows, reports, strict=True) if kept.first_submitted},
        tuple(_left_out(row) for row in left_out),
        invalid,
        tuple(problems),
        mark_in(texts),
        _ledgers(intake, source),
    )


def _ledgers(intake: Intake, source: SourceWorkbook) -> KeptLedgers:
    orders = finance = None
    if _sheet_of(source, KEPT_ORDERS) is not None:
        orders = as_read(_take(intake, source, KEPT_ORDERS)[0], OrderRow)
    if _sheet_of(source, KEPT_FINANCE) is not None:
        finance = as_read(_take(intake, source, KEPT_FINANCE)[0], FinanceRow)
    return KeptLedgers(orders, finance)


def joined(memory: Memory, fresh: Stack) -> Stack:
    """One stack of the kept rows and the fresh ones, in the order of their files and lines.

    A fresh row stands for the kept one it repeats, under the kept one's path; what was left out is judged
    anew where its file is read again.
    """
    kept: defaultdict[Line, list[WeeklyRow]] = defaultdict(list)
    for row in memory.rows:
        kept[_line(row.at())].append(row)
    absent: defaultdict[Line, list[Excluded]] = defaultdict(list)
    for item in memory.left_out:
        absent[_line(item.place)].append(item)
    settled = {id(row) for row in memory.rows}
    first = dict(memory.first)
    yielded: set[int] = set()
    sheets: dict[int, Hashable] = {}
    for row in fresh.rows:
        line = _line(row.at())
        sheets[id(row)] = ("read", row.at().file, row.at().sheet)
        if (old := _drawn(kept[line], row, _same_row)) is not None:
            _move(row, old.at().file)
            settled.add(id(row))
            if (moment := memory.first.get(id(old))) is not None:
                first[id(row)] = moment
        elif (gone := _drawn(absent[line], row, _was_left_out)) is not None:
            _move(row, gone.place.file)
            if gone.reason is Reason.SUPERSEDED:
                yielded.add(id(row))
    repeated = [(item, _drawn(absent[_line(item.place)], item, _same_place)) for item in fresh.excluded]
    excluded = [item if old is None else replace(item, place=old.place) for item, old in repeated]
    rows = [row for rows in kept.values() for row in rows] + fresh.rows
    older = [item for items in absent.values() for item in items] + list(memory.invalid)
    return Stack(
        sorted(rows, key=_position),
        len(rows) + len(excluded) + len(older),
        excluded + older,
        Known(settled, yielded, sheets, first),
    )


def with_edits(
    targets: Sequence[Target], shown: Sequence[ShownRow], reports: Sequence[KeptReportRow]
) -> tuple[tuple[Target, ...], list[Problem]]:
    """What people wrote into 月度跟踪 since: a note is taken over; a changed target is not, and that is said."""
    rows = {(row.month, row.region, row.product, row.employee_id, row.person): row for row in shown}
    reasons: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for report in reports:
        reasons[report.month, report.employee_id, report.person].add(report.reason or "")
    edited, problems = [], []
    for target in targets:
        person = target.person
        row = rows.get((target.month, target.slot.region, target.slot.product, person.employee_id, person.name))
        told = reasons[target.month, person.employee_id, person.name]
        if row is not None and row.target != target.amount:
            details = {"shown": grouped(row.target), "kept": grouped(target.amount), "sheet": KEPT_TARGETS.title}
            problems.append(problem(codes.KEPT_TARGET_DIFFERS, row.at("target"), person=person.name, **details))
        own = None if row is None or row.note in (None, target.note) else row.note
        typed = own is not None and not set(own.split(";")) <= told
        edited.append(replace(target, note=own) if typed else target)
    return tuple(edited), problems


def _sheet_of(source: SourceWorkbook, table: Table[RowT]) -> Found[RowT] | None:
    """The sheet of the table's own name, complete; a workbook of anything else has none."""
    found = (item for item in source.candidates(table) if item.named and item.match.fits)
    return next(found, None)


def _take(intake: Intake, source: SourceWorkbook, table: Table[RowT]) -> tuple[tuple[RowT, ...], tuple[Excluded, ...]]:
    found = _sheet_of(source, table)
    if found is None:
        return (), ()
    records = source.read_found(found)
    intake.add(*(item for item in records.problems if item.severity is Severity.ERROR))
    intake.invalid += records.invalid
    return records.rows, tuple(Excluded(Reason.INVALID, row.place) for row in records.invalid)


def _report(row: KeptReportRow) -> WeeklyRow:
    """The row as its report had it, with the place it was read from."""
    values = {key: getattr(row, key) for key in WeeklyRow.model_fields} | {"month": row.stated}
    report = WeeklyRow.model_validate(values)
    if row.source_file is not None and row.source_row is not None:
        report.placed(Source(row.source_file, row.source_sheet or "", row.source_row, {}))
    elif row.source is not None:
        report.placed(row.source)
    return report


def _left_out(row: LeftOutRow) -> Excluded:
    cell = None if row.row is None else f"{row.row}:{row.row}"
    detail = Text(row.detail, row.detail) if row.detail else NO_DETAIL
    place = Place(row.file, row.sheet, cell)
    return Excluded(row.reason, place, row.person, row.week, row.month, row.sales, detail, row.counted, row.submitted)


def _line(place: Place) -> Line:
    digits = (place.cell or "").partition(":")[0]
    return (Path(place.file or "").name, place.sheet, int(digits) if digits.isdecimal() else None)


def _drawn(stock: list[Item], wanted: Other, same: Callable[[Item, Other], bool]) -> Item | None:
    """The first of `stock` that is the same as `wanted`, taken out of it."""
    for index, item in enumerate(stock):
        if same(item, wanted):
            return stock.pop(index)
    return None


def _same_row(kept: WeeklyRow, fresh: WeeklyRow) -> bool:
    """Whether two rows of one line say the same of the same person; what the fresh one leaves open is no matter."""
    by_id = kept.employee_id is not None and kept.employee_id == fresh.employee_id
    if kept.week != fresh.week or kept.month != fresh.month or not (by_id or kept.person == fresh.person):
        return False
    if fresh.product not in (None, kept.product) or kept.submitted != fresh.submitted:
        return False
    return all(getattr(kept, key) == getattr(fresh, key) for key in CONTENT)


def _was_left_out(gone: Excluded, fresh: WeeklyRow) -> bool:
    return _same_absent(gone, fresh.at(), (fresh.person, fresh.week, fresh.sales))


def _same_place(gone: Excluded, fresh: Excluded) -> bool:
    return _same_absent(gone, fresh.place, (fresh.person, fresh.week, fresh.sales))


def _same_absent(gone: Excluded, place: Place, content: tuple[object, ...]) -> bool:
    """By what the row says; a row that could not be read says nothing, so it is known by its whole path."""
    if gone.person is None:
        return _path(gone.place).resolve() == _path(place).resolve()
    return (gone.person, gone.week, gone.sales) == content


def _move(row: WeeklyRow, file: str | None) -> None:
    """Give a row read again the path under which the workbook knows it."""
    if row.source is not None and file is not None:
        row.placed(row.source._replace(file=file))


def _path(place: Place) -> Path:
    return Path(place.file or "")


def _position(row: WeeklyRow) -> tuple[Path, int]:
    return (_path(row.at()), 0 if row.source is None else row.source.row)
