"""Reading paid periods, refusing those that were changed, and setting them against the figures of today."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Final

from salescli.excel.intake import Intake
from salescli.excel.read import FlawKind, RawSheet
from salescli.excel.source import SourceWorkbook
from salescli.measure.money import grouped
from salescli.measure.period import Period, parse_period
from salescli.payout.choices import BonusRule, Mode, Terms
from salescli.payout.fingerprint import figures_fingerprint, plan_fingerprint, written_lines
from salescli.payout.ground import Ground
from salescli.payout.pay import pay
from salescli.payout.people import Base, known_names
from salescli.payout.plan import Plan
from salescli.payout.ranking import Ties
from salescli.payout.reader import read_plan
from salescli.payout.refunds import RefundBook
from salescli.payout.result import PayoutResult
from salescli.payout.rule_rows import RULES, RuleRow
from salescli.payout.settled import Adjustment, Corrections, Settled, differences, gone, paid_people
from salescli.payout.settled_sheet import adjustments_fingerprint
from salescli.payout.settled_tables import ADJUSTMENTS, FINGERPRINTS, AdjustmentRow
from salescli.payout.tables import PAYOUTS, PayoutRow
from salescli.table.codes import statements as codes
from salescli.table.codes.payout.people import BELOW_ZERO
from salescli.table.errors import UnusableFile
from salescli.table.kind import normal
from salescli.table.outcome import InputFile
from salescli.table.problem import NOWHERE, Place, Severity, problem
from salescli.track.tables import MonthlyRow
from salescli.words import statements as words
from salescli.words.language import Lang, Text


def corrected(
    intake: Intake, result: PayoutResult, monthly: Sequence[MonthlyRow], ground: Ground, settled: tuple[Settled, ...]
) -> PayoutResult:
    """`result` with what the paid periods come to now."""
    lines: list[Adjustment] = []
    today: list[tuple[Settled | None, PayoutResult]] = []
    closed = None
    for one in settled:
        again = _again(intake, one, result, monthly, ground, within(one.period, settled))
        if again is not None:
            today.append((one, again))
            lines += differences(one, again)
            for name in gone(one, again):
                intake.add(problem(codes.SETTLED_GONE, Place(one.file), period=str(one.period), person=name))
        if result.period == one.period:
            closed = one
        elif result.period is not None and one not in result.apart and _overlap(result.period, one.period):
            details = {"period": str(result.period), "settled": str(one.period)}
            intake.add(problem(codes.SETTLED_OVERLAP, Place(one.file), **details))
    now = [(None, result)] if closed is None and not result.apart else []
    lines += _refunds(intake, [*today, *now], settled)
    return replace(result, corrections=Corrections(settled, tuple(lines), closed))


def read_settled(intake: Intake, files: Sequence[Path]) -> tuple[Settled, ...]:
    """The paid periods, oldest first, each with the corrections of all the files. Raises UnusableFile for a file that
    is no payout workbook or was changed."""
    read = [_read(intake, path) for path in files]
    since = [_caused(row, paper.rows[0].period) for paper in read for row in paper.since]
    found: dict[str, Settled] = {}
    for paper in read:
        name, file = paper.rows[0].period, str(paper.path)
        period = parse_period(name) if name else None
        if name is None or period is None:
            raise UnusableFile.of(codes.SETTLED_UNDATED, Place(file))
        if name in found:
            raise UnusableFile.of(codes.SETTLED_TWICE, Place(file), period=name, other=found[name].file)
        found[name] = Settled(period, paid_people(paper.rows, since), file, paper.plan, paper.rules)
    return tuple(sorted(found.values(), key=lambda one: one.period.first))


def _caused(row: AdjustmentRow, period: str | None) -> AdjustmentRow:
    """A refund with its period, which is the workbook's own where the line names none."""
    return row if row.refund is None or row.cause is not None else row.model_copy(update={"cause": period})


def within(period: Period | None, settled: Sequence[Settled]) -> tuple[Settled, ...]:
    """Those paid by themselves that are parts of `period`: the months of a quarter, the quarters of a year."""
    if period is None:
        return ()
    return tuple(one for one in settled if set(one.period.months()) < set(period.months()))


@dataclass(frozen=True, slots=True)
class _Paper:
    """A payout workbook as it was read; `plan` is the fingerprint of what it was paid by."""

    path: Path
    rows: tuple[PayoutRow, ...]
    since: tuple[AdjustmentRow, ...]
    plan: str
    rules: tuple[RuleRow, ...]


def _read(intake: Intake, path: Path) -> _Paper:
    source = SourceWorkbook(path, replace(intake.options.reading(), sheet=None))
    intake.inputs.append(InputFile(source.file, source.raw.sha256))
    intake.paths.append(path)
    if any(normal(sheet.name) in _PAY_SHEETS and _unsaved(sheet) for sheet in source.raw.sheets):
        raise UnusableFile.of(codes.SETTLED_UNSAVED, Place(source.file))
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
    rules = source.read(RULES)
    return _Paper(path, payouts.rows, rows, plan, () if rules is None else rules.rows)


_PAY_SHEETS: Final = frozenset(map(normal, PAYOUTS.sheet_names))


def _unsaved(sheet: RawSheet) -> bool:
    """Whether a program saved it without the results of its formulas."""
    return any(flaw.kind is FlawKind.NO_CACHED_VALUE for flaw in sheet.flaws.values())


def _held(prints: dict[str, str], name: Text) -> str | None:
    return next((prints[name.say(lang)] for lang in Lang if name.say(lang) in prints), None)


def _check(source: SourceWorkbook, sheet: str | None, stated: str, own: str, what: Text) -> None:
    if stated != own:
        raise UnusableFile.of(codes.SETTLED_CHANGED, Place(source.file, sheet), what=what)


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _again(
    intake: Intake,
    one: Settled,
    result: PayoutResult,
    monthly: Sequence[MonthlyRow],
    ground: Ground,
    apart: tuple[Settled, ...],
) -> PayoutResult | None:
    """The paid period by the figures of today; None when they lack it."""
    months = set(one.period.months())
    rows = [row for row in monthly if row.month in months]
    if not rows:
        intake.add(problem(codes.SETTLED_ABSENT, Place(one.file), period=str(one.period)))
        return None
    paid_by = _paid_by(one, result, rows, ground, [part.period for part in apart])
    if paid_by is None:
        intake.add(problem(codes.SETTLED_PLAN, Place(one.file), period=str(one.period)))
        return None
    plan, terms = paid_by
    if plan is not result.whole_plan or terms != replace(result.terms, release=terms.release):
        intake.add(problem(codes.SETTLED_OWN_PLAN, Place(one.file), period=str(one.period)))
    entries, deals, said = ground.stand(rows, plan, terms)
    again, more = pay(plan, entries, one.period, terms, deals, apart)
    wrong = [item for item in (*said, *more) if item.severity is Severity.ERROR]
    intake.add(*(item for item in wrong if item not in intake.problems))
    return None if wrong else again


def _paid_by(
    one: Settled, result: PayoutResult, rows: Sequence[MonthlyRow], ground: Ground, apart: Sequence[Period]
) -> tuple[Plan, Terms] | None:
    """The plan and the choices a period was paid by, known by their fingerprint: those of today, else the plan
    that its workbook keeps. None when neither is it."""
    known = known_names(rows, ground.roster.positions)
    facts = {rule.event: rule.happened for rule in result.whole_plan.events}
    kept, _ = read_plan((), known, one.rules, facts)
    kept = replace(kept, scorecard=result.plan.scorecard)
    modes: tuple[Mode, ...] = ("whole", "marginal")
    bonuses: tuple[BonusRule, ...] = ("highest", "stack")
    choices = [Terms(*choice) for choice in product(modes, Base, bonuses, Ties)]
    for plan in (result.whole_plan, kept):
        if plan is kept and _lacks_facts(plan, one):
            continue
        for terms in (result.terms, *choices):
            if plan_fingerprint(plan, terms, one.period, apart) == one.plan:
                return plan, terms
    return None


def _lacks_facts(plan: Plan, one: Settled) -> bool:
    """Whether something was paid that cannot be worked out from the figures of today."""
    components = {rule.component for rule in plan.uncomputed}
    return any(getattr(paid.row, name, None) for paid in one.people for name in components)


def _refunds(
    intake: Intake, today: Sequence[tuple[Settled | None, PayoutResult]], settled: Sequence[Settled]
) -> list[Adjustment]:
    """The deductions for bases below zero, of the paid periods by the figures of today and of the one paid now."""
    bases = {
        (one.period, person.person.key): person.standing.base
        for one, result in today
        if one is not None
        for person in result.people
    }
    book = RefundBook(settled, bases)
    lines: list[Adjustment] = []
    for of, result in today:
        if result.period is None:
            continue
        covered = set()
        for one in result.people:
            found, left = book.lines(one, result.period)
            lines += found
            covered.add(one.person.name)
            before = of.of(one.person, one.region) if of is not None else None
            if left and (before is None or before.row.base != one.standing.base):
                details = {"person": one.person.name, "amount": grouped(left), "period": str(result.period)}
                intake.add(problem(codes.REFUND_LEFT, NOWHERE, **details))
        if of is None:
            intake.problems = [
                item
                for item in intake.problems
                if not (item.code is BELOW_ZERO and item.details.get("person") in covered)
            ]
    return lines
