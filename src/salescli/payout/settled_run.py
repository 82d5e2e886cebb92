"""Reading paid periods, refusing those that were changed, and setting them against the figures of today."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.measure.money import grouped
from salescli.measure.period import Period, parse_period
from salescli.payout.fingerprint import figures_fingerprint, plan_fingerprint, written_lines
from salescli.payout.pay import pay
from salescli.payout.people import entries_of
from salescli.payout.result import PayoutResult
from salescli.payout.settled import Adjustment, Corrections, Settled, differences, gone, paid_people, refunds
from salescli.payout.settled_sheet import adjustments_fingerprint
from salescli.payout.settled_tables import ADJUSTMENTS, FINGERPRINTS, AdjustmentRow
from salescli.payout.tables import PAYOUTS, PayoutRow
from salescli.table.codes import payout as payout_codes
from salescli.table.codes import statements as codes
from salescli.table.errors import UnusableFile
from salescli.table.outcome import InputFile
from salescli.table.problem import Place, Severity, problem
from salescli.track.tables import MonthlyRow
from salescli.words import statements as words
from salescli.words.language import Lang, Text


def corrected(
    intake: Intake, result: PayoutResult, monthly: Sequence[MonthlyRow], files: Sequence[Path]
) -> PayoutResult:
    """`result` with what the paid periods in `files` come to now. Raises UnusableFile for a file that is no payout
    workbook or was changed."""
    settled = read_settled(intake, files)
    lines: list[Adjustment] = []
    closed = None
    for one in settled:
        again = _again(intake, one, result, monthly)
        if again is not None:
            lines += _lines(intake, one, again)
        if result.period == one.period:
            closed = one
        elif result.period is not None and _overlap(result.period, one.period):
            details = {"period": str(result.period), "settled": str(one.period)}
            intake.add(problem(codes.SETTLED_OVERLAP, Place(one.file), **details))
    if closed is None:
        lines += _refunds(intake, result, settled)
    return replace(result, corrections=Corrections(settled, tuple(lines), closed))


def read_settled(intake: Intake, files: Sequence[Path]) -> tuple[Settled, ...]:
    """The paid periods, oldest first, each with the corrections of all the files."""
    read = [_read(intake, path) for path in files]
    since = [row for _, _, more, _ in read for row in more]
    found: dict[str, Settled] = {}
    for path, rows, _, plan in read:
        name, file = rows[0].period, str(path)
        period = parse_period(name) if name else None
        if name is None or period is None:
            raise UnusableFile.of(codes.SETTLED_UNDATED, Place(file))
        if name in found:
            raise UnusableFile.of(codes.SETTLED_TWICE, Place(file), period=name, other=found[name].file)
        found[name] = Settled(period, paid_people(rows, since), file, plan)
    return tuple(sorted(found.values(), key=lambda one: one.period.first))


def _read(intake: Intake, path: Path) -> tuple[Path, tuple[PayoutRow, ...], tuple[AdjustmentRow, ...], str]:
    source = SourceWorkbook(path, replace(intake.options.reading(), sheet=None))
    intake.inputs.append(InputFile(source.file, source.raw.sha256))
    intake.paths.append(path)
    payouts, prints, more = source.read(PAYOUTS), source.read(FINGERPRINTS), source.read(ADJUSTMENTS)
    if payouts is None or prints is None or not payouts.rows:
        raise UnusableFile.of(codes.NOT_SETTLED, Place(source.file))
    held = {row.of: row.fingerprint for row in prints.rows}
    figures, plan = (_held(held, name) for name in (words.FIGURES_PRINT, words.PLAN_PRINT))
    if figures is None or plan is None:
        raise UnusableFile.of(codes.NOT_SETTLED, Place(source.file))
    _check(source, payouts.sheet, figures, figures_fingerprint(written_lines(payouts.rows)), PAYOUTS.title)
    if payouts.invalid:
        raise UnusableFile.of(codes.SETTLED_CHANGED, payouts.invalid[0].place, what=PAYOUTS.title)
    rows = () if more is None else more.rows
    adjusted = _held(held, words.ADJUSTMENTS_PRINT)
    if adjusted is not None or rows:
        sheet = None if more is None else more.sheet
        _check(source, sheet, adjusted or "", adjustments_fingerprint(rows), ADJUSTMENTS.title)
    return path, payouts.rows, rows, plan


def _held(prints: dict[str, str], name: Text) -> str | None:
    return next((prints[name.say(lang)] for lang in Lang if name.say(lang) in prints), None)


def _check(source: SourceWorkbook, sheet: str | None, stated: str, own: str, what: Text) -> None:
    if stated != own:
        raise UnusableFile.of(codes.SETTLED_CHANGED, Place(source.file, sheet), what=what)


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _again(intake: Intake, one: Settled, result: PayoutResult, monthly: Sequence[MonthlyRow]) -> PayoutResult | None:
    """The paid period by the figures of today; None when they lack it."""
    if result.period == one.period:
        return result
    months = set(one.period.months())
    rows = [row for row in monthly if row.month in months]
    if not rows:
        intake.add(problem(codes.SETTLED_ABSENT, Place(one.file), period=str(one.period)))
        return None
    entries, said = entries_of(rows, result.terms.base)
    again, more = pay(result.plan, entries, one.period, result.terms)
    wrong = [item for item in (*said, *more) if item.severity is Severity.ERROR]
    intake.add(*(item for item in wrong if item not in intake.problems))
    return None if wrong else again


def _lines(intake: Intake, one: Settled, again: PayoutResult) -> list[Adjustment]:
    changed = plan_fingerprint(again.plan, again.terms) != one.plan
    if changed:
        intake.add(problem(codes.SETTLED_PLAN, Place(one.file), period=str(one.period)))
    for name in gone(one, again):
        intake.add(problem(codes.SETTLED_GONE, Place(one.file), period=str(one.period), person=name))
    return list(differences(one, again, plan_changed=changed))


def _refunds(intake: Intake, result: PayoutResult, settled: Sequence[Settled]) -> list[Adjustment]:
    lines: list[Adjustment] = []
    if result.period is None:
        return lines
    covered = set()
    for one in result.people:
        if one.standing.base >= 0:
            continue
        found, left = refunds(one, result.period, settled)
        lines += found
        covered.add(one.person.name)
        if left:
            intake.add(problem(codes.REFUND_LEFT, person=one.person.name, amount=grouped(left)))
    intake.problems = [
        item
        for item in intake.problems
        if not (item.code is payout_codes.BELOW_ZERO and item.details.get("person") in covered)
    ]
    return lines
