"""Which metric a strategy is judged by, from when to when, and against which target.

The figure in the strategy's own goal decides, then the plan's target, then the way the metric went. Before is the
last span with a figure that ended before the strategy began, after the last one of the period under review. What
cannot be judged says why.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from salescli.measure.metric import Measure
from salescli.measure.period import Month, Quarter, Week, Year
from salescli.review.aims import closeness
from salescli.review.comparisons import Against, Every, as_growth
from salescli.review.courses import Course, Span
from salescli.review.effectiveness import Effect, Measured, TargetFrom
from salescli.review.goal_targets import Aim, fits, judged, said, toward
from salescli.review.indicators import Indicator, read_indicators
from salescli.review.spans import ReviewPeriod, review_period
from salescli.review.wanted import Ask, Wanted, unreadable
from salescli.words import effects as words
from salescli.words.language import Lang, Text

_KINDS: Final = {Every.WEEK: Week, Every.MONTH: Month, Every.QUARTER: Quarter, Every.YEAR: Year}
_SAME_NAME: Final = 1
"""Up to this rank names mean the very same metric."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The figures, None where no metric is known, and why there is no judgement."""

    measured: Measured | None
    why: Text | None


def verdict(aim: Aim, stated: Sequence[Indicator], courses: Sequence[Course], period: ReviewPeriod) -> Verdict:
    """The judgement of one strategy by the first source of its metric that allows one."""
    if aim.start > period.last:
        return Verdict(None, said(words.WHY_NOT_BEGUN, day=aim.start.isoformat()))
    if len(aim.asked) > 1 or (aim.asked and unreadable(aim.goal)):
        return Verdict(None, said(words.WHY_SEVERAL))
    first: Measured | None = None
    for found in _candidates(aim, stated, courses, period):
        first = first or found
        if found.effect is not Effect.NO_DATA:
            return Verdict(found, None)
    if first is None:
        goal = aim.goal or aim.name
        if (growing := as_growth(goal)) != goal:
            return verdict(replace(aim, goal=growing), stated, courses, period)
        if unreadable(aim.goal):
            return Verdict(None, said(words.WHY_UNREADABLE, goal=goal))
        weekly = isinstance(period.span, Week)
        return Verdict(None, said(words.WHY_NO_WEEKLY if weekly else words.WHY_NO_METRIC, goal=goal))
    return Verdict(first, first.why or said(words.WHY_NO_BEFORE, day=aim.start.isoformat()))


def _candidates(
    aim: Aim, stated: Sequence[Indicator], courses: Sequence[Course], period: ReviewPeriod
) -> Iterator[Measured]:
    asked = aim.asked[0] if aim.asked else None
    own = read_indicators(aim.detail, "")
    for item in own:
        if asked is None or closeness(item.name, item.measure, asked.name) is not None:
            yield _stated(item, asked, aim, words.FROM_STRATEGY)
            if not _elsewhere(asked):
                return
    for text in dict.fromkeys(aim.texts):
        written = [(_rank(item.name, item.measure, text), item) for item in reversed(stated)]
        known = [(_rank(item.name, item.measure, text), item) for item in courses]
        best = min((rank for rank, _ in (*written, *known) if rank is not None), default=None)
        if best is not None:
            yield from (_stated(item, asked, aim, words.FROM_SUMMARY) for rank, item in written if rank == best)
            yield from (_measured(item, asked, aim, period) for rank, item in known if rank == best)
            return


def _rank(name: str, measure: Measure, text: str) -> int | None:
    rank = closeness(name, measure, text)
    return None if rank is None else max(rank, _SAME_NAME)


def _stated(item: Indicator, asked: Wanted | None, aim: Aim, source: Text) -> Measured:
    """By figures that people stated; a change alone is held against a change alone."""
    found = Measured(
        item.name,
        item.measure,
        item.unit,
        item.direction,
        item.before,
        item.after,
        item.change,
        item.target,
        source,
        target_from=TargetFrom.STRATEGY if source is words.FROM_STRATEGY else TargetFrom.SUMMARY,
        after_of=review_period(item.period),
    )
    if asked is not None and _elsewhere(asked):
        return replace(found, target=None, why=said(words.WHY_NOT_STATED, text=asked.text))
    if asked is not None and item.after is None:
        if (
            asked.ask in (Ask.LEVEL, Ask.TIMES)
            or not fits(asked, found)
            or (asked.ask is Ask.SHARE) is not (item.measure is Measure.RATIO)
        ):
            return replace(found, target=None, why=said(words.WHY_NO_LEVEL, text=item.text))
        return toward(found, asked, asked.figure.value)
    return judged(found, asked, aim)


def _elsewhere(asked: Wanted | None) -> bool:
    """Whether the change is one of another figure than the one before the strategy."""
    return asked is not None and asked.against is not Against.BEFORE and asked.ask is not Ask.LEVEL


def _measured(course: Course, asked: Wanted | None, aim: Aim, period: ReviewPeriod) -> Measured:
    found = Measured(
        *(course.name, course.measure, course.unit, course.direction), None, None, None, None, course.source
    )
    kind = None if asked is None or asked.every is None else _KINDS[asked.every]
    smaller = kind is Month and not isinstance(period.span, Week)
    if asked is not None and kind is not None and not smaller and not isinstance(period.span, kind):
        return replace(found, why=said(words.WHY_SPAN, text=asked.text, period=period.rhythm))
    spans = sorted(_of_kind(course.values, kind), key=lambda span: span.last)
    inside = [span for span in spans if period.holds(span)]
    if not inside:
        return replace(found, why=said(words.WHY_NOTHING_NOW, metric=course.name))
    after = inside[-1]
    base, before = _base(course, spans, after, asked, aim)
    now = course.values[after]
    found = replace(
        found,
        before=before,
        after=now,
        change=None if before is None else now - before,
        target=course.targets.get(after),
        before_of=None if base is None else ReviewPeriod(base),
        after_of=ReviewPeriod(after),
    )
    if after.last < aim.start:
        return replace(found, why=said(words.WHY_NOTHING_SINCE, day=aim.start.isoformat()))
    if base is None and asked is not None and asked.named is not None:
        return replace(found, target=None, why=said(words.WHY_NOT_BEFORE, text=asked.text))
    if before is None and base is not None and asked is not None:
        label = Text(*(ReviewPeriod(base).label(lang) for lang in Lang))
        why = said(words.WHY_NO_FIGURE_OF, text=asked.text, period=label, metric=course.name)
        return replace(found, target=None, why=why)
    weekly = isinstance(after, Week) and asked is not None and asked.ask in (Ask.LEVEL, Ask.AMOUNT)
    if weekly and course.adds and kind is not Week and asked is not None:
        return replace(found, why=said(words.WHY_WEEKLY, text=asked.text))
    return judged(found, asked, aim)


def _base(
    course: Course, spans: Sequence[Span], after: Span, asked: Wanted | None, aim: Aim
) -> tuple[Span | None, Decimal | None]:
    """The span that `after` is held against and its figure: the one a year ago or the one before `after` where the
    goal says so, else the last one that ended before the strategy began."""
    if asked is not None and _elsewhere(asked):
        base = _compared_with(asked, after)
        known = course.year_ago if base == after.last_year else {}
        return base, None if base is None else course.values.get(base, known.get(after))
    before = next((span for span in reversed(spans) if span.last < min(aim.start, after.first)), None)
    return before, None if before is None else course.values[before]


def _compared_with(asked: Wanted, after: Span) -> Span | None:
    """The span whose figure a goal compares `after` with; None where the one it names is not before it."""
    if asked.named is not None:
        return asked.named.of(after)
    return after.last_year if asked.against is Against.LAST_YEAR else after.previous()


def _of_kind(spans: Iterable[Span], kind: type | None) -> list[Span]:
    """Those of a kind; without one the finest there are."""
    known = list(spans)
    for one in (Week, Month) if kind is None else (kind,):
        if some := [span for span in known if isinstance(span, one)]:
            return some
    return known if kind is None else []
