"""What a tracking workbook that `track` wrote kept, for more reports to be merged into.

How the two come together is told in :mod:`~salescli.track.reread`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from salescli.excel.found import Found
from salescli.excel.intake import Intake
from salescli.excel.records import InvalidRow
from salescli.excel.source import SourceWorkbook
from salescli.measure.money import grouped
from salescli.table.codes import track as codes
from salescli.table.problem import Place, Problem, Severity, problem
from salescli.table.row import RowT, Source
from salescli.table.table import Table
from salescli.track.account import Reason
from salescli.track.goals import Goals, kept_goals
from salescli.track.kept import (
    KEPT_FINANCE,
    KEPT_METRICS,
    KEPT_ORDER_REST,
    KEPT_ORDERS,
    KEPT_REPORTS,
    KEPT_REST,
    KEPT_TARGETS,
    KEPT_UNREAD,
    KEPT_WRITTEN,
    SHOWN,
    SHOWN_PENDING,
    KeptReportRow,
    KeptUnreadRow,
    ShownRow,
)
from salescli.track.kept_ledgers import KeptLedgers, as_read, with_repeats
from salescli.track.mark import mark_in
from salescli.track.process_file import read_process
from salescli.track.report import Became
from salescli.track.tables import FinanceRow, OrderRow, WeeklyRow
from salescli.track.targets import Target, monthly_targets
from salescli.track.typed_over import Typed, typed_over
from salescli.track.unread import Unread


@dataclass(frozen=True, slots=True)
class Memory:
    """What a tracking workbook kept.

    `rows` are all that were read, in the order they were; `became` tells by their ids what became of them. `unread`
    are those that could not be read, and kept rows that somebody has since made unreadable. `typed` are figures that
    somebody typed over.
    """

    goals: Goals
    rows: tuple[WeeklyRow, ...]
    became: Mapping[int, Became]
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]
    mark: str | None
    ledgers: KeptLedgers
    typed: tuple[Typed, ...] = ()


def remembers(source: SourceWorkbook) -> bool:
    """Whether the workbook is a tracking workbook that reports can be merged into."""
    return _sheet_of(source, KEPT_TARGETS) is not None and _sheet_of(source, KEPT_REPORTS) is not None


def recall(intake: Intake, source: SourceWorkbook) -> Memory:
    """Read what the workbook kept; errors in it are noted at `intake`."""
    planned, _ = _take(intake, source, KEPT_TARGETS)
    reports, invalid = _take(intake, source, KEPT_REPORTS)
    rest, spoilt = _take(intake, source, KEPT_REST)
    unread, lost = _take(intake, source, KEPT_UNREAD)
    targets, problems = monthly_targets(planned, None)
    if _sheet_of(source, KEPT_REST) is None:
        problems.append(problem(codes.KEPT_REST_ABSENT, Place(source.file), sheet=KEPT_REST.title))
    counted = [_report(row) for row in reports]
    left = {row.order: (_report(row), _BECAME.get(row.became, Became.OTHER)) for row in rest}
    shown = _shown(source, SHOWN)
    if shown:
        targets, changed = with_edits(targets, shown, reports)
        problems += changed
    written, _ = _take(intake, source, KEPT_WRITTEN)
    metrics, _ = _take(intake, source, KEPT_METRICS)
    funnel = read_process(intake, source)
    goals, said = kept_goals(targets, metrics, funnel)
    problems += said
    found = _sheet_of(source, KEPT_TARGETS)
    texts = () if found is None else [cell for row in found.sheet.rows for cell in row]
    became = {id(row): Became.COUNTED for row in counted} | {id(row): what for row, what in left.values()}
    return Memory(
        goals,
        tuple(_in_order(counted, {order: row for order, (row, _) in left.items()})),
        became,
        (*map(_unread, unread), *(Unread.of(row) for row in (*invalid, *spoilt, *lost))),
        tuple(problems),
        mark_in(texts),
        _ledgers(intake, source),
        typed_over(written, shown, _shown(source, SHOWN_PENDING)) if written else (),
    )


def _in_order(counted: Sequence[WeeklyRow], left: Mapping[int, WeeklyRow]) -> Iterator[WeeklyRow]:
    """All rows in the order they were read: those that count take the places that the others leave."""
    remaining = iter(counted)
    for order in range(max(left, default=-1) + 1):
        row = left[order] if order in left else next(remaining, None)
        if row is not None:
            yield row
    yield from remaining


def _ledgers(intake: Intake, source: SourceWorkbook) -> KeptLedgers:
    orders = finance = None
    unread: list[InvalidRow] = []
    if _sheet_of(source, KEPT_ORDERS) is not None:
        kept, spoilt = _take(intake, source, KEPT_ORDERS)
        rest, _ = _take(intake, source, KEPT_ORDER_REST)
        orders, unread = with_repeats(as_read(kept, OrderRow), rest)
        unread += spoilt
    if _sheet_of(source, KEPT_FINANCE) is not None:
        finance = as_read(_take(intake, source, KEPT_FINANCE)[0], FinanceRow)
    return KeptLedgers(orders, finance, unread)


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


def _shown(source: SourceWorkbook, table: Table[RowT]) -> Sequence[RowT]:
    """The rows of a sheet that people look at, as far as they can be read."""
    found = _sheet_of(source, table)
    return () if found is None else source.read_found(found).rows


def _take(
    intake: Intake, source: SourceWorkbook, table: Table[RowT]
) -> tuple[tuple[RowT, ...], tuple[InvalidRow, ...]]:
    found = _sheet_of(source, table)
    if found is None:
        return (), ()
    records = source.read_found(found)
    intake.add(*(item for item in records.problems if item.severity is Severity.ERROR))
    intake.invalid += records.invalid
    return records.rows, records.invalid


def _report(row: KeptReportRow) -> WeeklyRow:
    """The row as its report had it, with the place it was read from."""
    values = {key: getattr(row, key) for key in WeeklyRow.model_fields} | {"month": row.stated}
    report = WeeklyRow.model_validate(values)
    if row.source_file is not None and row.source_row is not None:
        report.placed(Source(row.source_file, row.source_sheet or "", row.source_row, {}))
    elif row.source is not None:
        report.placed(row.source)
    return report


def _unread(row: KeptUnreadRow) -> Unread:
    cell = None if row.source_row is None else f"{row.source_row}:{row.source_row}"
    return Unread(Place(row.source_file, row.source_sheet, cell), row.content or "")


_BECAME: Final = {Reason.SUPERSEDED: Became.YIELDED, Reason.OUTSIDE: Became.OUTSIDE}
