"""The door of this stage: tracking and plan in, every component of everybody's payout out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from salescli.excel.book import Book
from salescli.excel.intake import DEFAULT_RUN, Intake, RunOptions
from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Period
from salescli.payout.choices import Terms
from salescli.payout.costing import costing
from salescli.payout.events import event_rewards, unknown_people
from salescli.payout.ground import Ground, ground_in, opened
from salescli.payout.notice import notice_of
from salescli.payout.pay import pay
from salescli.payout.people import Base
from salescli.payout.plan import Plan
from salescli.payout.plan_file import PlanLines, checked_plan, facts_in, plan_lines
from salescli.payout.ranking import Ties
from salescli.payout.record import Record, stated_time
from salescli.payout.release import Releases, releases, segments
from salescli.payout.result import PayoutResult
from salescli.payout.scorecard import strangers
from salescli.payout.settled import Settled
from salescli.payout.settled_run import corrected, read_settled, within
from salescli.payout.statement_files import finish
from salescli.payout.statements import statement_files
from salescli.payout.term import Term, earlier_rows, term_of
from salescli.table.codes import statements as statement_codes
from salescli.table.codes.payout import period as codes
from salescli.table.config import PayoutKeys
from salescli.table.outcome import Outcome
from salescli.table.problem import NOWHERE, Place, Problem, Severity, has_errors, problem
from salescli.track.tables import MONTHLY, MonthlyRow
from salescli.words.language import Lang


@dataclass(frozen=True, slots=True)
class PayoutOptions:
    """What may be asked of one payout; None leaves a choice to the configuration.

    Without `period` the only month there is is paid, else the last one.
    """

    period: Period | None = None
    mode: Literal["whole", "marginal"] | None = None
    base: Literal["sales", "collected"] | None = None
    what_if: Path | None = None
    """Another plan that the same figures are put through."""
    release: Literal["sales", "collected"] | None = None
    as_of: date | None = None
    """The day the figures were closed, from which the notice counts."""
    statements: Path | None = None
    """The folder for everybody's statement, and below the password they open with."""
    password: str | None = None
    settled: tuple[Path, ...] = ()
    """Payout workbooks of paid periods."""
    also: tuple[Path, ...] = ()
    """Further workbooks with roster, scorecard or split credit."""
    scorecard: Literal["off", "multiplier", "gate"] | None = None

    def terms(self, keys: PayoutKeys) -> Terms:
        """The choices with the configuration's behind them."""
        base = self.base or keys.base
        return Terms(self.mode or keys.mode, Base(base), keys.bonus, Ties(keys.ties), self.release or keys.release)


def payout(
    tracking: Path,
    plan: Path,
    output: Path | None = None,
    *,
    options: PayoutOptions = PayoutOptions(),  # frozen
    run: RunOptions = DEFAULT_RUN,
) -> Outcome[PayoutResult]:
    """Work out the commission of the period and write the workbook to `output`.

    `tracking` holds the `monthly` table, `plan` the `tiers` table; they may be one workbook. A `--sheet` is one of
    `tracking`. Raises CannotRun (UnusableFile, CannotWrite) when a file cannot be used.
    """
    intake = Intake(run)
    year = options.period.first.year if options.period else None
    source = intake.open(tracking)
    monthly = intake.need(source, MONTHLY, year=year)
    plans = [plan_lines(intake, path) for path in (plan, options.what_if) if path is not None]
    sides = [*opened(intake, options.also), source, plans[0].source]
    ground = ground_in(intake, sides, options.scorecard or intake.options.config.scorecard.use)
    settled = read_settled(intake, options.settled)
    result = None if intake.blocked else _calculate(intake, source, monthly, plans, ground, options, settled)

    if result is not None:
        result = _published(intake, result, monthly, ground, options, settled)

    def book(found: PayoutResult, problems: Sequence[Problem], lang: Lang) -> Book:
        from salescli.payout.book import payout_book

        return payout_book(found, problems, intake.invalid, intake.inputs, lang)

    return finish(intake, result, book, output, options.password)


def _published(
    intake: Intake,
    result: PayoutResult,
    monthly: Sequence[MonthlyRow],
    ground: Ground,
    options: PayoutOptions,
    settled: tuple[Settled, ...],
) -> PayoutResult:
    """The result with its corrections of paid periods, its notice, and where the statements go.

    A period that is paid already has been published: it gets corrections only.
    """
    if options.settled:
        dated = monthly if any(row.month for row in monthly) else term_of(monthly, options.period)[0].rows
        result = corrected(intake, result, dated, ground, settled)
    if result.corrections is not None and result.corrections.closed is not None:
        if options.statements is not None:
            intake.add(problem(codes.NO_STATEMENTS_NOW, Place(str(options.statements))))
        return result
    result = replace(result, notice=notice_of(result, options.as_of, intake.options.config.workdays()))
    if options.as_of is not None and result.period is not None and options.as_of < result.period.last:
        details = {"day": options.as_of, "period": str(result.period), "last": result.period.last}
        intake.add(problem(codes.AS_OF_EARLY, NOWHERE, **details))
    if options.statements is None:
        return result
    dues = () if result.corrections is None else result.corrections.dues(result)
    without = tuple(due.person.name for due in dues if due.person.key not in result.by_key)
    if without:
        intake.add(problem(statement_codes.CORRECTED_WITHOUT, Place(str(options.statements)), people=without))
    return replace(result, statements=statement_files(result, options.statements, intake.lang or Lang.ZH))


def _calculate(
    intake: Intake,
    source: SourceWorkbook,
    monthly: Sequence[MonthlyRow],
    plans: Sequence[PlanLines],
    ground: Ground,
    options: PayoutOptions,
    settled: tuple[Settled, ...],
) -> PayoutResult | None:
    terms = options.terms(intake.options.config.payout)
    term, said = term_of(monthly, options.period)
    intake.add(*said)
    if intake.blocked:
        return None
    facts = facts_in(intake, source, plans, dated=term.period is not None)
    plan, *other = [checked_plan(intake, lines, monthly, term, terms, facts, ground) for lines in plans]
    entries, deals, said = ground.stand(term.rows, plan, terms)
    intake.add(*said, *unknown_people(facts, entries, plan.events))
    if ground.scorecard is not None:
        intake.add(*strangers(ground.scorecard, entries))
    if intake.blocked:
        return None
    apart = within(term.period, settled)
    months = () if term.period is None else term.period.months()
    happened = tuple(event_rewards(plan.within(months).events, entries, terms.ties))
    result, said = pay(plan, entries, term.period, terms, deals, apart, happened)
    intake.add(*said)
    result = replace(result, record=Record(options.as_of, stated_time()))
    compared = None
    if other:
        through, said = pay(other[0], entries, term.period, terms, apart=apart)
        intake.add(*(item for item in said if item.severity is Severity.ERROR))
        compared = Path(plans[1].file).name, through
    if terms.release == "collected":
        result = replace(result, releases=_releases(intake, monthly, term, plan, ground, result))
    return (
        None if intake.blocked else replace(result, costing=costing(result, entries, term.period, compared, happened))
    )


def _releases(
    intake: Intake, monthly: Sequence[MonthlyRow], term: Term, plan: Plan, ground: Ground, result: PayoutResult
) -> Releases | None:
    """What is released of all that was earned since the year's start; None when a 回款额 is missing."""
    before = earlier_rows(monthly, term)
    entries, _, said = ground.stand((*before, *term.rows), plan, result.terms)
    intake.add(*(item for item in said if item.severity is Severity.ERROR))
    lacking = [entry for entry in entries if entry.collected is None]
    intake.add(*(problem(codes.RELEASE_BLANK, entry.place, person=entry.person.name) for entry in lacking))
    if lacking or has_errors(said):
        return None
    earlier = []
    for part in segments([row.month for row in before if row.month is not None]):
        within = [entry for entry in entries if entry.month in part.months()]
        paid, said = pay(plan, within, part, result.terms)
        intake.add(*(item for item in said if item.severity is Severity.ERROR))
        earlier.append(paid)
    return releases(earlier, result, entries)
