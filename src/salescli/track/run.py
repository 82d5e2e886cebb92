"""The door of tracking: a monthly table alone, or a plan that weekly reports are merged into."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from salescli.excel.intake import DEFAULT_RUN, Intake, RunOptions
from salescli.excel.source import SourceWorkbook
from salescli.split.tables import PLAN
from salescli.table.codes import track as codes
from salescli.table.outcome import Outcome
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.track.account import Account, Excluded, Reason, where
from salescli.track.book import tracking_book
from salescli.track.merge import merge
from salescli.track.monthly import take_monthly
from salescli.track.options import DEFAULT_TRACK, TrackOptions
from salescli.track.people import Directory
from salescli.track.punctual import late_reports, missing_reports
from salescli.track.report_files import report_files
from salescli.track.reports import Stack, read_reports
from salescli.track.result import TrackResult
from salescli.track.spoken import filled, spoken_month, spoken_months
from salescli.track.tables import MONTHLY, TARGETS, WEEKLY
from salescli.track.tally import covered_months, tally
from salescli.track.targets import Target, monthly_targets, plan_targets
from salescli.words import track as words
from salescli.words.language import Text


def track(
    plan: Path,
    reports: Sequence[str | Path] = (),
    output: Path | None = None,
    *,
    options: TrackOptions = DEFAULT_TRACK,
    run: RunOptions = DEFAULT_RUN,
) -> Outcome[TrackResult]:
    """Track `plan`, a workbook with `plan` or `monthly`, against `reports` (files, folders, patterns).

    Without reports a monthly table is tracked as it stands, and a plan takes the weekly sheet of its own
    workbook. `run.sheet` names the sheet of `plan`. Raises CannotRun for files that cannot be used and
    CannotWrite for the output; mistakes in the data are among the outcome's problems.
    """
    intake = Intake(run)
    files = report_files(reports, apart_from=[plan] if output is None else [plan, output])
    source = intake.open(plan)
    if source.find(PLAN) is not None:
        targets, said = plan_targets(intake.need(source, PLAN))
        result = _against_reports(intake, source, files, (targets, said), options)
    elif source.find(TARGETS) is None:
        intake.add(_no_plan(source))
        result = None
    elif files:
        targets, said = monthly_targets(intake.need(source, TARGETS), options.month)
        result = _against_reports(intake, source, files, (targets, said), options)
    else:
        result = _alone(intake, source, options)
    return intake.finish(
        "track",
        None if intake.blocked else result,
        lambda found, problems, lang: tracking_book(found, problems, intake.invalid, lang),
        output,
    )


def _alone(intake: Intake, source: SourceWorkbook, options: TrackOptions) -> TrackResult | None:
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
    return TrackResult(
        rows=taken.rows,
        months=tuple(sorted({row.month for row in taken.rows if row.month is not None})),
        account=_account(records.count, len(taken.rows), left_out),
        excluded=tuple(left_out),
        thresholds=intake.options.config.traffic_lights(),
    )


def _against_reports(
    intake: Intake,
    source: SourceWorkbook,
    files: Sequence[Path],
    planned: tuple[Sequence[Target], Sequence[Problem]],
    options: TrackOptions,
) -> TrackResult | None:
    """The targets, and the reports merged into them; a plan's own workbook may hold the reports."""
    targets, said = planned
    intake.add(*said)
    if not files and source.find(WEEKLY) is None:
        intake.add(problem(codes.NO_REPORTS, Place(source.file), plan=PLAN.title))
        return None
    stack = read_reports(intake, files or [source.path])
    if options.month is not None and targets and all(target.month != options.month for target in targets):
        intake.add(_not_planned(source, options, spoken_months(target.month for target in targets)))
    if intake.blocked or not targets:
        return None
    return _merged(intake, targets, stack, options)


def _merged(intake: Intake, targets: Sequence[Target], stack: Stack, options: TrackOptions) -> TrackResult:
    directory = Directory.of((target.person, target.month, target.slot) for target in targets)
    tracked = {target.month for target in targets} if options.month is None else {options.month}
    merged = merge(stack.rows, directory, tracked, options.on_conflict)
    months = covered_months(targets, merged.reports, options.month)
    rows, differences = tally(targets, merged.reports, months)
    as_of = options.as_of or min(date.today(), months[-1].last)
    calendar = intake.options.config.workdays()
    left_out = sorted([*stack.excluded, *merged.excluded], key=where)
    account = _account(stack.read, len(merged.reports), left_out)
    intake.add(*merged.problems, *differences)
    if not merged.reports and not intake.blocked:
        intake.add(_nothing_counted(account))
    if years := calendar.fallback_years(months[0].first, max(months[0].first, min(as_of, months[-1].last))):
        intake.add(problem(codes.CALENDAR_FALLBACK, years=years))
    return TrackResult(
        rows=rows,
        months=months,
        account=account,
        excluded=tuple(left_out),
        reports=merged.reports,
        missing=missing_reports(targets, merged.reported, months, as_of, calendar),
        late=late_reports(merged.reports),
        as_of=as_of,
        thresholds=intake.options.config.traffic_lights(),
    )


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
