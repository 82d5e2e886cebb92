"""The door of this stage: tracking and plan in, every component of everybody's payout out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from salescli.excel.book import Book
from salescli.excel.intake import DEFAULT_RUN, Intake, RunOptions
from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Period
from salescli.payout.cliffs import cliffs
from salescli.payout.pay import pay
from salescli.payout.people import Base, entries_of, known_names
from salescli.payout.plan import Plan
from salescli.payout.ranking import Ties
from salescli.payout.reader import nobody, read_plan
from salescli.payout.result import PayoutResult, Terms
from salescli.payout.tables import TIERS, TierRow
from salescli.payout.term import Term, term_of
from salescli.table.config import PayoutKeys
from salescli.table.outcome import InputFile, Outcome
from salescli.table.problem import Problem
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

    def terms(self, keys: PayoutKeys) -> Terms:
        """The choices with the configuration's behind them."""
        base = self.base or keys.base
        return Terms(self.mode or keys.mode, Base(base), keys.bonus, Ties(keys.ties))


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
    monthly = intake.need(intake.open(tracking), MONTHLY, year=year)
    tiers = _plan_rows(intake, plan, tracking)
    result = None if intake.blocked else _calculate(intake, monthly, tiers, options)

    def book(found: PayoutResult, problems: Sequence[Problem], lang: Lang) -> Book:
        from salescli.payout.book import payout_book

        return payout_book(found, problems, intake.invalid, intake.inputs, lang)

    return intake.finish("payout", result, book, output)


def _plan_rows(intake: Intake, plan: Path, tracking: Path) -> tuple[TierRow, ...]:
    """The lines of the plan. None of them may be left out for its errors: that would change what people earn."""
    source = SourceWorkbook(plan, replace(intake.options.reading(), sheet=None))
    if plan.resolve() != tracking.resolve():
        intake.inputs.append(InputFile(source.file, source.raw.sha256))
        intake.paths.append(plan)
    records = source.read(TIERS)
    if records is None:
        intake.add(source.absent(TIERS))
        return ()
    intake.add(*records.problems)
    return records.rows


def _calculate(
    intake: Intake, monthly: Sequence[MonthlyRow], tiers: Sequence[TierRow], options: PayoutOptions
) -> PayoutResult | None:
    terms = options.terms(intake.options.config.payout)
    term, said = term_of(monthly, options.period)
    intake.add(*said)
    if intake.blocked:
        return None
    plan = _checked_plan(intake, monthly, term, tiers, terms)
    entries, said = entries_of(term.rows, terms.base)
    intake.add(*said)
    if intake.blocked:
        return None
    result, said = pay(plan, entries, term.period, terms)
    intake.add(*said)
    return None if intake.blocked else result


def _checked_plan(
    intake: Intake, monthly: Sequence[MonthlyRow], term: Term, tiers: Sequence[TierRow], terms: Terms
) -> Plan:
    """The plan, with all that can be said of it before anybody is paid."""
    plan, said = read_plan(tiers, known_names(monthly))
    intake.add(*said)
    intake.add(*nobody(plan, known_names(term.rows)))
    intake.add(*cliffs(plan, (row.target for row in term.rows), terms))
    return plan
