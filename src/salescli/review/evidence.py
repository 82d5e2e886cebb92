"""The figures a review rests on, each taken from the workbooks once, with what has to be said of them."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from salescli.analyze.gaps import Gap, gaps_of
from salescli.analyze.metrics import Bases, Metric, metrics_of
from salescli.analyze.tables import METRICS, STATUS, StatusRow
from salescli.excel.intake import Intake
from salescli.measure.achievement import Thresholds
from salescli.measure.money import grouped
from salescli.measure.period import Month, Week
from salescli.payout.settled_tables import AdjustmentRow
from salescli.payout.tables import PAYOUTS, PayoutRow
from salescli.review.attainment import ZERO, Attainment, attainment, missing_months
from salescli.review.gather import Material
from salescli.review.incentives import Incentives, incentives, overlap_problems
from salescli.review.indicators import Indicator, indicator_problems, read_indicators
from salescli.review.measures import measures, rows_of
from salescli.review.once import alike_once, months_within, named_period, once, within
from salescli.review.paid_apart import PaidApart, Recorded
from salescli.review.planned_weeks import differing
from salescli.review.result import SourcedMetric
from salescli.review.spans import ReviewPeriod
from salescli.review.summary import handwritten
from salescli.review.tables import SummaryRow
from salescli.review.week_counts import of_plan, of_tracking, week_targets
from salescli.review.weekly import STEPS, Step, week_attainment, week_steps
from salescli.review.whole_spans import unlike, whole_sales
from salescli.table.codes import review as codes
from salescli.table.kind import normal
from salescli.table.problem import Place, Problem, problem
from salescli.table.table import Table
from salescli.track.tables import MONTHLY, WEEKLY
from salescli.words import effects as effect_words
from salescli.words.analyze import SALES
from salescli.words.language import Lang

REPORTED: Final = ("sales", *STEPS)
"""What two copies of a report row have to agree in."""


def results(intake: Intake, found: Material, period: ReviewPeriod) -> tuple[Attainment | None, tuple[Step, ...]]:
    """目标达成 of the period; of a week from the reports, with the steps of the work beside the week before."""
    thresholds, calendar = intake.options.config.traffic_lights(), intake.options.config.workdays()
    if isinstance(period.span, Week):
        reports = once(found.weekly, WEEKLY, REPORTED)
        monthly = once([row for row in found.monthly if row.month is not None], MONTHLY, ("target",))
        intake.add(*reports.problems, *monthly.problems)
        if not any(row.week == period.span for row in reports.rows):
            intake.add(problem(codes.NO_REPORT_OF_WEEK, week=str(period)))
            return None, ()
        intake.add(*differing(found.planned, monthly.rows, period.span))
        reached = week_attainment(monthly.rows, reports.rows, period.span, calendar, thresholds, found.planned)
        counts = (tuple(of_plan(found.counts)), tuple(of_tracking(found.kept.planned, found.kept.metrics)))
        targets = week_targets(counts, period.span, calendar)
        return reached, week_steps(reports.rows, period.span, targets)
    months = months_within(found.monthly, period)
    intake.add(*months.problems)
    reached = attainment(months.rows, thresholds)
    if reached is not None:
        intake.add(*missing_months(reached, period))
    return reached, ()


def metrics_given(intake: Intake, found: Material, period: ReviewPeriod) -> tuple[SourcedMetric, ...]:
    """Every metric with its workbook; the same figures in several workbooks (input and analysis) count once.

    A workbook that names the period of its metrics counts when that lies in the period under review.
    """
    sourced, outside = [], 0
    made = metrics_of(found.metrics, Bases({}, {}), intake.options.config.traffic_lights())
    for row, metric in zip(found.metrics, made, strict=True):
        file = row.at().file or ""
        own = found.dated.get(file)
        if own is None or period.holds(own.span):
            sourced.append(SourcedMetric(metric, Path(file).stem, None if own == period else own))
        else:
            outside += 1
    if outside:
        intake.add(problem(codes.OUTSIDE_PERIOD, table=METRICS.title, count=outside))
    kept = alike_once(sourced, lambda item: (item.metric.name, item.period, *_figures(item.metric)))
    _note_twice(intake, METRICS, len(sourced) - len(kept))
    kept += tuple(unlike(_sales(intake, found, period), kept))
    kept += tuple(unlike(_tracked(intake, found, period), kept))
    return (*kept, *unlike(_analyzed(intake, found, period), kept))


def _sales(intake: Intake, found: Material, period: ReviewPeriod) -> Iterator[SourcedMetric]:
    """What the monthly table tells of a whole quarter (half, year)."""
    rows = once([row for row in found.monthly if row.month is not None], MONTHLY, ("target", "actual")).rows
    source = ", ".join(dict.fromkeys(Path(name).stem for name in found.sources.get(MONTHLY.name, ())))
    for metric in whole_sales(rows, period, intake.options.config.traffic_lights(), intake.lang or Lang.ZH):
        yield SourcedMetric(metric, source, None, effect_words.FROM_TRACKING)


def _tracked(intake: Intake, found: Material, period: ReviewPeriod) -> Iterator[SourcedMetric]:
    """What tracking workbooks tell."""
    config, lang = intake.options.config, intake.lang or Lang.ZH
    rows = rows_of(found.kept, config.deals.collected)
    source = ", ".join(dict.fromkeys(found.kept.files))
    for metric in measures(rows, period, config.traffic_lights(), lang):
        own = period if metric.month is None else ReviewPeriod(metric.month)
        yield SourcedMetric(metric, source, None if own == period else own, effect_words.FROM_TRACKING)


def _analyzed(intake: Intake, found: Material, period: ReviewPeriod) -> Iterator[SourcedMetric]:
    """What analysis workbooks show of months in the period, the latest month first."""
    lights = intake.options.config.traffic_lights()
    inside = [(file, item) for file, item in found.analyzed if period.holds(item.month)]
    for file, item in sorted(inside, key=lambda pair: pair[1].month, reverse=True):
        own = ReviewPeriod(item.month)
        yield SourcedMetric(item.metric(lights), file, None if own == period else own, effect_words.FROM_ANALYSIS)


def said_of(metrics: Sequence[SourcedMetric], reached: Attainment | None, lang: Lang) -> list[Metric]:
    """The metrics as sentences speak of them: those of a part of the period bear its name, and sales are told once."""
    told = set() if reached is None else {normal(name) for name in SALES}
    return [item.said(lang) for item in metrics if normal(item.metric.name) not in told]


def _figures(metric: Metric) -> tuple[Decimal | None, ...]:
    return metric.target, metric.actual, metric.previous, metric.last_year


def gaps_given(intake: Intake, rows: Sequence[StatusRow]) -> tuple[Gap, ...]:
    found = gaps_of(rows)
    kept = alike_once(found, lambda item: (item.name, item.current, item.target))
    _note_twice(intake, STATUS, len(found) - len(kept))
    return kept


def _note_twice(intake: Intake, table: Table[Any], count: int) -> None:
    if count:
        intake.add(problem(codes.GIVEN_TWICE, table=table.title, count=count))


def payouts(
    intake: Intake, found: Material, period: ReviewPeriod, reached: Attainment | None, thresholds: Thresholds
) -> Incentives | None:
    """What was paid in the period, with corrections and what a quarter records of its months."""
    kept = within(found.payouts, PAYOUTS, period, lambda row: named_period(row.period))
    unique = once(kept.rows, PAYOUTS)
    intake.add(*kept.problems, *unique.problems)
    of = {id(row): own for row, own in zip(kept.rows, kept.periods, strict=True) if own is not None}
    paid = [(of[id(row)], row) for row in unique.rows]
    files = tuple(dict.fromkeys(row.at().file or "" for row in kept.rows))
    before = found.apart.before(files)
    intake.add(*overlap_problems(paid, before))
    owns = sorted({own for own, _ in paid}, key=lambda own: own.span.first)
    lacking = [item for own, item in before.items() if own not in owns]
    corrections = found.apart.corrected(files)
    result = incentives(paid, thresholds, lacking, corrections)
    if result is None:
        return None
    intake.add(
        *_paid_otherwise(paid, before, found.apart), *_paid_apart(lacking), *_perhaps_twice(lacking, corrections)
    )
    covered = {month for own in owns for month in own.months}
    result = replace(result, recorded=sum((item.amount for item in lacking), ZERO), sales=_sold(reached, covered))
    intake.add(*_other_base(result, covered))
    return replace(result, only=tuple(owns)) if set(period.months) - covered else result


def _paid_apart(lacking: Sequence[Recorded]) -> Iterator[Problem]:
    if lacking:
        names = tuple(str(item.period) for item in lacking)
        amount = grouped(sum((item.amount for item in lacking), ZERO))
        yield problem(codes.PAID_APART, Place(lacking[0].file), periods=names, amount=amount)


def _perhaps_twice(lacking: Sequence[Recorded], corrections: Sequence[AdjustmentRow]) -> Iterator[Problem]:
    """Corrections of a month of which only the recorded sum is known: it may have them already."""
    for item in lacking:
        own = [row for row in corrections if named_period(row.period) == item.period]
        if own:
            amount = grouped(sum((row.amount for row in own), ZERO), signed=True)
            yield problem(codes.PERHAPS_CORRECTED, own[0].at(), period=str(item.period), amount=amount)


def _paid_otherwise(
    paid: Sequence[tuple[ReviewPeriod, PayoutRow]], before: Mapping[ReviewPeriod, Recorded], apart: PaidApart
) -> Iterator[Problem]:
    """Where a quarter records another amount for a month than the month's own workbook comes to."""
    for own, item in before.items():
        rows = [row for period, row in paid if period == own]
        since = [row.amount for row in apart.corrections if named_period(row.period) == own]
        amount = sum((row.total for row in rows), ZERO)
        if rows and item.amount not in (amount, amount + sum(since, ZERO)):
            details: dict[str, Any] = {"period": str(own), "recorded": grouped(item.amount), "found": grouped(amount)}
            yield problem(codes.PAID_OTHERWISE, Place(item.file), other=rows[0].at().file, **details)


def _sold(reached: Attainment | None, months: AbstractSet[Month]) -> Decimal | None:
    """The sales of `months`, None where not all of them are given."""
    known = {} if reached is None else {item.month: item.actual for item in reached.months}
    return sum((known[month] for month in months), ZERO) if months and months <= known.keys() else None


def _other_base(found: Incentives, months: AbstractSet[Month]) -> Iterator[Problem]:
    base, sales = found.total.base, found.sales
    if base is not None and sales is not None and base != sales:
        details = {"base": grouped(base), "sales": grouped(sales), "gap": grouped(base - sales, signed=True)}
        yield problem(codes.BASE_IS_NOT_SALES, Place(), months=tuple(str(month) for month in sorted(months)), **details)


def indicators_given(intake: Intake, rows: Sequence[SummaryRow]) -> Iterator[Indicator]:
    """The figures that people wrote into the summaries; composed text is not read again."""
    seen: set[tuple[str, str]] = set()
    for row in rows:
        for item in read_indicators(handwritten(row), row.period):
            if (item.period, item.text) not in seen:
                seen.add((item.period, item.text))
                intake.add(*indicator_problems(item, row.at("effects")))
                yield item
