"""The door of tracking: a monthly table alone, or a plan that weekly reports are merged into."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from salescli.excel.book import Book
from salescli.excel.intake import DEFAULT_RUN, Intake, RunOptions
from salescli.excel.parts import Part
from salescli.excel.place import place
from salescli.excel.source import SourceWorkbook
from salescli.split.tables.plan import PLAN
from salescli.table.batch import columns_of
from salescli.table.codes import orders as order_codes
from salescli.table.codes import track as codes
from salescli.table.outcome import Outcome
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.track.account import Account, Excluded, Reason, where
from salescli.track.ahead import begun, months_begun, without_later, without_orders_to_come
from salescli.track.book import mark_of_book, tracking_book
from salescli.track.conflict_remarks import times_not_recognised
from salescli.track.facts import facts_of
from salescli.track.goals import Goals, plan_goals
from salescli.track.kept_ledgers import joined_ledgers
from salescli.track.ledgers import (
    Ledgers,
    beside_a_table,
    match_orders,
    months_from_orders,
    read_ledgers,
    with_ledgers,
)
from salescli.track.look import with_outlook
from salescli.track.merge import merge
from salescli.track.metrics import measured
from salescli.track.monthly import take_monthly
from salescli.track.options import DEFAULT_TRACK, TrackOptions
from salescli.track.order_repeats import told_where_kept
from salescli.track.process_file import read_process
from salescli.track.punctual import first_reported, late_reports, missing_reports, months_before_reports
from salescli.track.recall import Memory, recall, remembers
from salescli.track.remarks import metric_remarks
from salescli.track.report_files import report_files
from salescli.track.reports import Stack, read_reports
from salescli.track.reread import joined
from salescli.track.result import TrackResult
from salescli.track.selfcheck_files import take_selfchecks
from salescli.track.spoken import filled, spoken_month, spoken_months
from salescli.track.tables import MONTHLY, TARGETS, WEEKLY
from salescli.track.tally import covered_months, tally
from salescli.track.targets import monthly_targets
from salescli.track.typed_over import typed_remarks
from salescli.track.unread import unread_rows
from salescli.words import track as words
from salescli.words.language import Lang, Text


def track(
    plan: Path,
    reports: Sequence[str | Path] = (),
    output: Path | None = None,
    *,
    orders: Sequence[str | Path] = (),
    finance: Sequence[str | Path] = (),
    options: TrackOptions = DEFAULT_TRACK,
    run: RunOptions = DEFAULT_RUN,
) -> Outcome[TrackResult]:
    """Track `plan`, a workbook with `plan` or `monthly`, against `reports` (files, folders, patterns).

    Without reports a monthly table is tracked as it stands, and a plan takes the weekly sheet of its own
    workbook. `plan` may also be a tracking workbook that this function wrote: new reports are merged into what it
    holds. `orders` and `finance` name files in the same ways. `run.sheet` names the sheet of `plan`. Raises
    CannotRun for files that cannot be used and CannotWrite for the output; mistakes in the data are among the
    outcome's problems.
    """
    intake = Intake(run if options.month is None else replace(run, year_else=options.month.year))
    apart = [plan] if output is None else [plan, output]
    files = report_files(reports, apart_from=apart)
    source = intake.open(plan)
    ledgers = read_ledgers(intake, orders, finance, apart)
    checks = take_selfchecks(intake, source, files)
    parts = checks.reports
    memory = recall(intake, source) if remembers(source) else None
    if memory is not None:
        result = _continued(intake, source, memory, parts, ledgers, options)
    elif source.holds(PLAN):
        funnel = read_process(intake, source)
        goals, said = plan_goals(intake.need(source, PLAN), funnel)
        result = _against_reports(intake, source, parts, (goals, said), ledgers, options)
    elif not source.holds(TARGETS):
        intake.add(_no_plan(source))
        result = None
    elif parts:
        targets, said = monthly_targets(intake.need(source, TARGETS), options.month)
        result = _against_reports(intake, source, parts, (Goals(targets), said), ledgers, options)
    else:
        result = _alone(intake, source, ledgers, options)
    if result is not None:
        result = with_outlook(intake, source, result, checks.rows, options)
    if memory is not None and result is not None:
        lost = tuple(typed_remarks(memory.typed, result))
        intake.add(*lost)
        if not intake.blocked and not lost and _unchanged(intake, memory, result):
            intake.add(problem(codes.NOTHING_NEW, Place(source.file)))
            return _as_it_was(intake, source, result, output)
    return intake.finish(
        "track",
        None if intake.blocked else result,
        lambda found, problems, lang: tracking_book(found, problems, intake.invalid, lang),
        output,
    )


def _continued(
    intake: Intake,
    source: SourceWorkbook,
    memory: Memory,
    parts: Sequence[Part],
    ledgers: Ledgers,
    options: TrackOptions,
) -> TrackResult | None:
    """A tracking workbook, and the reports merged into what it holds."""
    intake.add(*memory.problems)
    anew = () if ledgers.orders is None else columns_of(ledgers.orders.rows, ("order_id",))[0]
    ledgers, renewed = joined_ledgers(memory.ledgers, ledgers)
    if renewed:
        intake.add(problem(order_codes.ORDERS_RENEWED, Place(source.file), orders=renewed))
    fresh = read_reports(intake, parts) if parts else Stack()
    result = _planned(intake, source, memory.goals, joined(memory, fresh), ledgers, options)
    intake.problems[:] = told_where_kept(intake.problems, source, set(anew))
    return result


def _unchanged(intake: Intake, memory: Memory, result: TrackResult) -> bool:
    """Whether the workbook that came in shows all there is to show already."""
    book = tracking_book(result, intake.problems, intake.invalid, intake.lang or Lang.ZH)
    return memory.mark is not None and memory.mark == mark_of_book(book)


def _as_it_was(
    intake: Intake, source: SourceWorkbook, result: TrackResult, output: Path | None
) -> Outcome[TrackResult]:
    """The workbook that came in goes out again, byte for byte."""
    outcome = intake.finish("track", result, lambda *_: Book((), ""), None)
    if output is None:
        return outcome
    content = source.path.read_bytes()
    place(output, lambda file: _copy(content, file), force=intake.options.force, inputs=intake.paths)
    return replace(outcome, outputs=(output,))


def _copy(content: bytes, file: Path) -> None:
    file.write_bytes(content)


def _alone(intake: Intake, source: SourceWorkbook, ledgers: Ledgers, options: TrackOptions) -> TrackResult | None:
    """A monthly table by itself."""
    records = source.read(MONTHLY)
    if records is None:
        intake.add(source.absent(MONTHLY))
        return None
    rows = intake.take(records)
    taken = take_monthly(rows, options.month)
    intake.add(*taken.problems)
    if rows and not taken.rows:
        intake.add(_not_planned(source, options, [spoken_month(row.month) for row in rows]))
    invalid = [Excluded(Reason.INVALID, row.place) for row in records.invalid]
    left_out = sorted([*taken.excluded, *invalid], key=where)
    result = TrackResult(
        rows=taken.rows,
        months=tuple(sorted({row.month for row in taken.rows if row.month is not None})),
        account=_account(records.count, len(taken.rows), left_out),
        excluded=tuple(left_out),
        thresholds=intake.options.config.traffic_lights(),
    )
    return beside_a_table(intake, result, ledgers)


def _against_reports(
    intake: Intake,
    source: SourceWorkbook,
    parts: Sequence[Part],
    planned: tuple[Goals, Sequence[Problem]],
    ledgers: Ledgers,
    options: TrackOptions,
) -> TrackResult | None:
    """The targets, and the reports merged into them; a plan's own workbook may hold the reports.

    Orders may stand in for reports altogether.
    """
    goals, said = planned
    intake.add(*said)
    if not parts and not source.fitting(WEEKLY):
        if ledgers.orders is not None:
            return _planned(intake, source, goals, Stack(), ledgers, options)
        intake.add(problem(codes.NO_REPORTS, Place(source.file), plan=PLAN.title))
        return None
    parts = parts or intake.parts([source.path], WEEKLY, every=(WEEKLY,))
    return _planned(intake, source, goals, read_reports(intake, parts), ledgers, options)


def _planned(
    intake: Intake,
    source: SourceWorkbook,
    goals: Goals,
    stack: Stack,
    ledgers: Ledgers,
    options: TrackOptions,
) -> TrackResult | None:
    """The reports merged into the targets, unless the month asked for has none."""
    targets = goals.sales
    if options.month is not None and targets and all(target.month != options.month for target in targets):
        intake.add(_not_planned(source, options, spoken_months(target.month for target in targets)))
    if intake.blocked or not targets:
        return None
    return _merged(intake, goals, stack, ledgers, options)


def _merged(intake: Intake, goals: Goals, stack: Stack, ledgers: Ledgers, options: TrackOptions) -> TrackResult:
    targets, directory = goals.sales, goals.directory()
    tracked = {target.month for target in targets} if options.month is None else {options.month}
    merged = merge(stack.rows, directory, tracked, options.on_conflict, stack.known)
    orders = match_orders(intake, ledgers, directory, tracked)
    day = options.as_of or date.today()
    sold_in = () if orders is None else months_begun(orders.months, day)
    months = covered_months(targets, begun(merged.reports, day), options.month, sold_in)
    merged, to_come = without_later(merged, months, day)
    if orders is not None:
        orders, of_orders = without_orders_to_come(orders, months, day)
        to_come += of_orders
    only_sold = months_from_orders(orders, targets, merged.reports)
    sold = {} if orders is None else {key: value for key, value in orders.sales().items() if key[0] in only_sold}
    rows, differences = tally(targets, merged.reports, months, sold)
    nobody_reports = orders is not None and stack.read == 0
    as_of = options.as_of or min(day, months[-1].last)
    calendar = intake.options.config.workdays()
    left_out = sorted([*unread_rows(stack.unread), *merged.excluded], key=where)
    account = _account(stack.read, len(merged.reports), left_out)
    undecided = [item for item in merged.problems if item.code is codes.AMBIGUOUS_PERSON]
    intake.add_of_rows(*undecided)
    intake.add(*(item for item in merged.problems if not _said_apart(item, stack)), *to_come, *differences)
    if any(item.code is codes.REPORT_CONFLICT for item in merged.problems):
        intake.add(*times_not_recognised(intake.problems))
    if not merged.reports and not sold and not intake.blocked:
        intake.add(_nothing_counted(account))
    if years := calendar.fallback_years(months[0].first, max(months[0].first, min(as_of, months[-1].last))):
        intake.add(problem(codes.CALENDAR_FALLBACK, years=years))
    if not nobody_reports and (silent := months_before_reports(merged.reported, months)):
        intake.add(problem(codes.NO_REPORTS_BEFORE, months=spoken_months(silent), week=first_reported(merged.reported)))
    facts = facts_of(merged.reports, () if orders is None else orders.lots) if goals.others else {}
    metrics = measured(goals.others, facts, months)
    intake.add(*metric_remarks(metrics))
    result = TrackResult(
        rows=rows,
        months=months,
        account=account,
        excluded=tuple(left_out),
        reports=merged.reports,
        missing=() if nobody_reports else missing_reports(goals.all, merged.reported, months, as_of, calendar),
        late=late_reports(merged.reports),
        as_of=as_of,
        goals=goals,
        thresholds=intake.options.config.traffic_lights(),
        metrics=metrics,
        read=tuple(stack.rows),
        unread=tuple(stack.unread),
    )
    return with_ledgers(intake, result, ledgers, directory, orders, only_sold)


def _said_apart(found: Problem, stack: Stack) -> bool:
    """Whether a finding of the merge is said in another way: of rows to be forgiven, and of files read before."""
    copied = found.code is codes.ROWS_REPEATED and found.place.file in stack.copied
    return copied or found.code is codes.AMBIGUOUS_PERSON


def _account(read: int, merged: int, left_out: Sequence[Excluded]) -> Account:
    """The account, which has to add up: a row that disappeared would be a fault of the program."""
    account = Account.of(read, merged, left_out)
    if not account.adds_up:
        raise AssertionError(f"rows disappeared: {account}")
    return account


def _no_plan(source: SourceWorkbook) -> Problem:
    def needed(table: Table[RowT]) -> tuple[Text, ...]:
        return tuple(table.label(item.key) for item in table.fields if item.required)

    return problem(
        codes.NO_PLAN,
        Place(source.file),
        plan=PLAN.title,
        monthly=MONTHLY.title,
        sheets=tuple(sheet.name for sheet in source.sheets),
        plan_columns=needed(PLAN),
        monthly_columns=needed(MONTHLY),
    )


def _not_planned(source: SourceWorkbook, options: TrackOptions, months: Sequence[Text]) -> Problem:
    known = tuple(dict.fromkeys(months))
    return problem(codes.MONTH_NOT_PLANNED, Place(source.file), month=spoken_month(options.month), months=known)


def _nothing_counted(account: Account) -> Problem:
    """Why there is no actual at all."""
    counts = ((reason, getattr(account, reason.value)) for reason in Reason)
    why = tuple(filled(words.COUNT_OF, reason=reason.word, rows=rows) for reason, rows in counts if rows)
    return problem(codes.NOTHING_COUNTED, read=account.read, why=why or words.NO_ROWS)
