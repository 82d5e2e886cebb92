"""The door of the retrospective: reads whatever the earlier stages wrote, and writes the review workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from salescli.analyze.tables import METRICS, STATUS
from salescli.excel.intake import DEFAULT_RUN, Intake, RunOptions
from salescli.measure.period import Week
from salescli.payout.tables import PAYOUTS
from salescli.review.additions import additions
from salescli.review.book import review_book
from salescli.review.conclusions import conclusions
from salescli.review.course_sources import courses_given
from salescli.review.effects import composed
from salescli.review.evidence import gaps_given, indicators_given, metrics_given, payouts, results, said_of
from salescli.review.follow_ups import FollowUps, follow_ups
from salescli.review.gather import SECTIONS, Material, gather
from salescli.review.improvement import calendar_problems, marks_of_period, with_improvement, without_reached
from salescli.review.indicators import Indicator
from salescli.review.keeping import carried_on
from salescli.review.notebooks import STRATEGY_NOTES, StrategyNote
from salescli.review.once import once
from salescli.review.result import ReviewResult
from salescli.review.spans import ReviewPeriod, asked_period, review_period
from salescli.review.strategies import Strategy, judged, strategies, with_remarks
from salescli.review.summary import lessons, summary_problems
from salescli.review.tables import FOLLOW_UPS, SUMMARY, FollowUpRow
from salescli.review.whole_spans import whole_first
from salescli.table.codes import review as codes
from salescli.table.errors import CannotRun
from salescli.table.outcome import Outcome
from salescli.table.problem import Place, Problem, problem
from salescli.track.kept import KEPT_REPORTS
from salescli.track.tables import MONTHLY, STRATEGY, StrategyRow
from salescli.words import review as words
from salescli.words.language import Lang


def review(
    files: Sequence[Path],
    output: Path | None = None,
    *,
    period: str,
    last: Path | None = None,
    run: RunOptions = DEFAULT_RUN,
) -> Outcome[ReviewResult]:
    """Bring `files` together as the retrospective of `period` (``2026-08``, ``2026Q3``, ``2026-W32``, or a week's
    Monday as ``2026-08-03``).

    `last` is the workbook of the last review: its open actions are carried over and what people wrote in it is
    kept word for word. It may stand among `files` as well.
    What the files lack is noted and its section stays empty. Raises CannotRun for a period that is none,
    UnusableFile for an input that is no workbook, CannotWrite for an output that cannot be written.
    """
    under_review = asked_period(period)
    if under_review is None:
        raise CannotRun([problem(codes.BAD_REVIEW_PERIOD, found=period)])
    intake = Intake(run)
    found = gather(intake, files, last, weekly=isinstance(under_review.span, Week))
    if last is not None and str(last) not in {row.at().file for row in (*found.summaries, *found.follow_ups)}:
        intake.add(problem(codes.LAST_IS_NO_REVIEW, Place(str(last))))
    intake.add(*_later(found, last, under_review))
    result = None if intake.blocked else _reviewed(intake, found, under_review)
    return intake.finish(
        "review", result, lambda whole, problems, lang: review_book(whole, problems, intake.invalid, lang), output
    )


def _reviewed(intake: Intake, found: Material, period: ReviewPeriod) -> ReviewResult:
    thresholds, lang = intake.options.config.traffic_lights(), intake.lang or Lang.ZH
    calendar = intake.options.config.workdays()
    plans = once(found.strategies, STRATEGY)
    actions = once(found.follow_ups, FOLLOW_UPS)
    intake.add(*plans.problems, *actions.problems, *summary_problems(found.summaries, found.edited))
    intake.add(*found.notes.problems(), *calendar_problems(period, calendar))
    reached, steps = results(intake, found, period)
    paid = payouts(intake, found, period, reached, thresholds)
    metrics, gaps = metrics_given(intake, found, period), gaps_given(intake, found.status)
    courses = courses_given(found, metrics, gaps, period, intake.options.config.deals.collected)
    metrics = whole_first(metrics)
    indicators = tuple(indicators_given(intake, found.summaries))
    current = [item for item in indicators if _within(item, period)]
    remarked = carried_on(_strategy_notes(plans.rows), found.notes.strategies, STRATEGY_NOTES)
    carried_out = judged(strategies(plans.rows, period.last), current, courses, period)
    carried_out, rest = with_remarks(carried_out, remarked)
    text = composed(reached, said_of(metrics, reached, lang), carried_out, paid, lang)
    whole = ReviewResult(
        period=period,
        attainment=reached,
        steps=steps,
        metrics=metrics,
        gaps=gaps,
        indicators=indicators,
        strategies=carried_out,
        incentives=paid,
        follow_ups=_actions(intake, actions.rows, found, carried_out, period, lang),
        lessons=lessons(found.summaries, period, text, lang),
        thresholds=thresholds,
        kept_remarks=rest,
        sources=found.sources,
    )
    if (day := max(found.standing, default=None)) is not None and day < period.last:
        whole = replace(whole, open_until=day)
        intake.add(problem(codes.PERIOD_STILL_OPEN, period=str(period), day=day))
    if (why := _nothing_found(whole, found, period)) is not None:
        intake.add(why)
    intake.add(*_lacking(whole, found, period))
    marked, outside = marks_of_period(found, period)
    marked, reached_yet = without_reached(marked, reached)
    intake.add(*outside, *reached_yet)
    whole = with_improvement(whole, found, marked, calendar, lang)
    whole = replace(whole, conclusions=conclusions(whole))
    return _with_additions(intake, whole, found, lang)


def _with_additions(intake: Intake, whole: ReviewResult, found: Material, lang: Lang) -> ReviewResult:
    """`whole` with what people added to earlier reviews; the rows they go to are those of its own book."""
    if not found.additions and not found.notes.kept:
        return whole
    rows = (*found.summaries, *found.follow_ups, *found.notes.kept, *found.notes.finished)
    places = [row.at(name) for row in rows for name in type(row).model_fields]
    read = frozenset((place.file or "", place.sheet or "", place.cell or "") for place in places)
    book = review_book(whole, (), (), lang)
    carried, problems = additions(
        found.additions, found.notes.kept, read, book, whole.period, found.summaries, whole.lesson.effects
    )
    intake.add(*problems)
    return replace(whole, additions=carried)


def _within(item: Indicator, period: ReviewPeriod) -> bool:
    own = review_period(item.period)
    return own is not None and period.holds(own.span)


def _strategy_notes(rows: Sequence[StrategyRow]) -> list[StrategyNote]:
    return [StrategyNote(name=row.name, owner=row.owner) for row in rows]


def _actions(
    intake: Intake,
    rows: Sequence[FollowUpRow],
    material: Material,
    carried_out: Sequence[Strategy],
    period: ReviewPeriod,
    lang: Lang,
) -> FollowUps:
    labels = {one.file: review_period(one.label) for one in material.additions}
    earlier = {file for file, own in labels.items() if own is not None and own.last < period.last}
    filed = material.notes.finished
    found = follow_ups(rows, carried_out, period, lang, filed, earlier)
    if new := len(found.finished) - len(filed):
        intake.add(problem(codes.FINISHED_BEFORE, count=new, sheet=words.FINISHED))
    if found.contradicted:
        details = {"names": found.contradicted, "sheet": words.FINISHED, "table": STRATEGY.title}
        intake.add(problem(codes.FINISHED_YET_OPEN, Place(), **details))
    return found


def _later(found: Material, last: Path | None, period: ReviewPeriod) -> Iterator[Problem]:
    """The last review is of a later period than this one."""
    for one in found.additions:
        own = review_period(one.label)
        if last is not None and one.file == str(last) and own is not None and own.last > period.last:
            yield problem(codes.LAST_IS_LATER, Place(one.file), found=str(own), period=str(period))


def _lacking(whole: ReviewResult, found: Material, period: ReviewPeriod) -> Iterator[Problem]:
    """The tables that were not given, and whether what they fill stays empty or is told by others."""
    stated = (*whole.indicators, *whole.metrics, *whole.gaps, *whole.steps)
    filled = {
        MONTHLY.name: whole.attainment,
        KEPT_REPORTS.name: whole.attainment,
        METRICS.name: whole.metrics,
        STATUS.name: whole.gaps,
        STRATEGY.name: whole.strategies,
        PAYOUTS.name: whole.incentives,
        SUMMARY.name: stated,
        FOLLOW_UPS.name: whole.follow_ups.open,
    }
    weekly = ((KEPT_REPORTS, words.ATTAINMENT),) if isinstance(period.span, Week) else ()
    for table, section in (*SECTIONS, *weekly):
        if table.name not in found.given:
            code = codes.TOLD_BY_OTHERS if filled[table.name] else codes.NOT_GIVEN
            yield problem(code, table=table.title, section=section)


def _nothing_found(whole: ReviewResult, found: Material, period: ReviewPeriod) -> Problem | None:
    """Why a review has no figures at all, with the months that were given."""
    if whole.attainment is not None or whole.metrics or whole.gaps or whole.incentives is not None:
        return None
    months = sorted({str(row.month) for row in found.monthly if row.month is not None})
    if months:
        return problem(codes.NO_FIGURES_OF_PERIOD, period=str(period), first=months[0], last=months[-1])
    return problem(codes.NO_FIGURES_GIVEN, period=str(period), tables=(MONTHLY.title, METRICS.title, PAYOUTS.title))
