"""Which metric a strategy is judged by, from when to when, and against which target.

The figure in the strategy's own goal decides, then the plan's target, then the way the metric went. Before is the
last span with a figure that ended before the strategy began, after the last one of the period under review. What
cannot be judged says why.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.measure.achievement import Direction
from salescli.measure.metric import Measure, bare_unit, unit_measure
from salescli.measure.period import Month, Quarter, Week, Year
from salescli.measure.rounding import exact, half_up
from salescli.records import dataclass
from salescli.review.aims import closeness
from salescli.review.comparisons import Against, Every, as_growth
from salescli.review.courses import PLACES, Course, Span
from salescli.review.effectiveness import Effect, Measured, TargetFrom
from salescli.review.indicators import Indicator, read_indicators
from salescli.review.spans import ReviewPeriod, review_period
from salescli.review.wanted import Ask, Wanted, pointed, unreadable, wanted
from salescli.words import effects as words
from salescli.words.language import Lang, Text

_KINDS: Final = {Every.WEEK: Week, Every.MONTH: Month, Every.QUARTER: Quarter, Every.YEAR: Year}
_SAME_NAME: Final = 1
"""Up to this rank names mean the very same metric."""
_LARGE: Final = Decimal(10_000)
"""From here an amount without a unit is certainly in yuan, not in 万元."""
_DAYS: Final = frozenset({"", "天", "日", "自然日", "day", "days"})


@dataclass(frozen=True, slots=True)
class Aim:
    """What one strategy is after: its texts, when it began, and what its goal asks for."""

    goal: str | None
    name: str
    detail: str
    start: date

    @property
    def asked(self) -> tuple[Wanted, ...]:
        """The figures of the goal; of the name where the goal has none."""
        return wanted(self.goal) or (() if unreadable(self.goal) else wanted(self.name))

    @property
    def texts(self) -> Iterator[str]:
        """Where the metric's name may stand: beside the figure, without one in goal and name."""
        texts: Sequence[str | None] = [item.name for item in self.asked] or [self.goal, self.name]
        yield from (text for text in texts if text)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The figures, None where no metric is known, and why there is no judgement."""

    measured: Measured | None
    why: Text | None


def verdict(aim: Aim, stated: Sequence[Indicator], courses: Sequence[Course], period: ReviewPeriod) -> Verdict:
    """The judgement of one strategy by the first source of its metric that allows one."""
    if aim.start > period.last:
        return Verdict(None, _said(words.WHY_NOT_BEGUN, day=aim.start.isoformat()))
    if len(aim.asked) > 1 or (aim.asked and unreadable(aim.goal)):
        return Verdict(None, _said(words.WHY_SEVERAL))
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
            return Verdict(None, _said(words.WHY_UNREADABLE, goal=goal))
        weekly = isinstance(period.span, Week)
        return Verdict(None, _said(words.WHY_NO_WEEKLY if weekly else words.WHY_NO_METRIC, goal=goal))
    return Verdict(first, first.why or _said(words.WHY_NO_BEFORE, day=aim.start.isoformat()))


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
        return replace(found, target=None, why=_said(words.WHY_NOT_STATED, text=asked.text))
    if asked is not None and item.after is None:
        if (
            asked.ask in (Ask.LEVEL, Ask.TIMES)
            or not _fits(asked, found)
            or (asked.ask is Ask.SHARE) is not (item.measure is Measure.RATIO)
        ):
            return replace(found, target=None, why=_said(words.WHY_NO_LEVEL, text=item.text))
        return _toward(found, asked, asked.figure.value)
    return _judged(found, asked, aim)


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
        return replace(found, why=_said(words.WHY_SPAN, text=asked.text, period=period.rhythm))
    spans = sorted(_of_kind(course.values, kind), key=lambda span: span.last)
    inside = [span for span in spans if period.holds(span)]
    if not inside:
        return replace(found, why=_said(words.WHY_NOTHING_NOW, metric=course.name))
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
        return replace(found, why=_said(words.WHY_NOTHING_SINCE, day=aim.start.isoformat()))
    if before is None and base is not None and asked is not None:
        said = Text(*(ReviewPeriod(base).label(lang) for lang in Lang))
        why = _said(words.WHY_NO_FIGURE_OF, text=asked.text, period=said, metric=course.name)
        return replace(found, target=None, why=why)
    weekly = isinstance(after, Week) and asked is not None and asked.ask in (Ask.LEVEL, Ask.AMOUNT)
    if weekly and course.adds and kind is not Week and asked is not None:
        return replace(found, why=_said(words.WHY_WEEKLY, text=asked.text))
    return _judged(found, asked, aim)


def _base(
    course: Course, spans: Sequence[Span], after: Span, asked: Wanted | None, aim: Aim
) -> tuple[Span | None, Decimal | None]:
    """The span that `after` is held against and its figure: the one a year ago or the one before `after` where the
    goal says so, else the last one that ended before the strategy began."""
    if asked is not None and _elsewhere(asked):
        base = after.last_year if asked.against is Against.LAST_YEAR else after.previous()
        known = course.year_ago if asked.against is Against.LAST_YEAR else {}
        return base, course.values.get(base, known.get(after))
    before = next((span for span in reversed(spans) if span.last < min(aim.start, after.first)), None)
    return before, None if before is None else course.values[before]


def _of_kind(spans: Iterable[Span], kind: type | None) -> list[Span]:
    """Those of a kind; without one the finest there are."""
    known = list(spans)
    for one in (Week, Month) if kind is None else (kind,):
        if some := [span for span in known if isinstance(span, one)]:
            return some
    return known if kind is None else []


def _judged(found: Measured, asked: Wanted | None, aim: Aim) -> Measured:
    """`found` with the target that counts."""
    if asked is None:
        if unreadable(aim.goal):
            return replace(found, target=None, why=_said(words.WHY_UNREADABLE, goal=aim.goal or ""))
        return found if found.aims else _by_direction(found, aim)
    if not _fits(asked, found):
        return replace(found, target=None, why=_said(words.WHY_UNIT, text=asked.text, metric=found.name))
    return _to_level(found, asked) if asked.ask is Ask.LEVEL else _from_before(found, asked, aim)


def _to_level(found: Measured, asked: Wanted) -> Measured:
    if asked.capped and asked.way is None and found.direction is Direction.HIGHER:
        return replace(found, target=None, why=_said(words.WHY_UNCLEAR, text=asked.text))
    if found.before is None and asked.before is not None and found.after is not None:
        before = asked.before.value
        found = replace(found, before=before, change=found.after - before, reading=words.READ_BEFORE)
    return _toward(found, asked, asked.figure.value)


def _from_before(found: Measured, asked: Wanted, aim: Aim) -> Measured:
    """The target that a share or an amount gives from the figure before."""
    if found.before is None:
        why = _said(words.WHY_NO_BASE, text=asked.text, day=aim.start.isoformat())
        return replace(found, target=None, why=why)
    before, by = exact(found.before), exact(asked.figure.value)
    ratio = found.measure is Measure.RATIO
    if before <= 0 and (asked.ask is Ask.TIMES or (asked.ask is Ask.SHARE and not ratio)):
        return replace(found, target=None, why=_said(words.WHY_BASE_ZERO, metric=found.name))
    if asked.ask is Ask.TIMES:
        found = replace(found, reading=_said(words.READ_AS_TIMES, text=asked.text, times=_times(asked.times)))
        return _toward(found, asked, half_up(before * asked.times, PLACES[found.measure]))
    if asked.ask is Ask.SHARE and not ratio:
        by *= before
    elif asked.ask is Ask.SHARE and not asked.points:
        found = replace(found, reading=_said(words.READ_AS_POINTS, text=asked.text))
    target = before + by if asked.way is Direction.HIGHER else before - by
    return _toward(found, asked, half_up(target, PLACES[found.measure]))


def _times(factor: Fraction) -> str:
    """1.2, or 4/3 where no decimal says it."""
    tenths = factor * 1000
    return str(factor) if tenths.denominator != 1 else f"{Decimal(tenths.numerator) / 1000:f}"


def _toward(found: Measured, asked: Wanted, target: Decimal) -> Measured:
    return replace(
        found,
        target=target,
        target_from=TargetFrom.STRATEGY,
        direction=asked.way or found.direction,
        beyond=asked.beyond,
    )


def _by_direction(found: Measured, aim: Aim) -> Measured:
    """Without a target: where the goal's verbs and the metric's name point to opposite ways the verbs count for a
    metric that is good high; a bad one that is to rise is not to be judged."""
    way = pointed(aim.goal) or found.direction
    if way is Direction.HIGHER and found.direction is Direction.LOWER:
        return replace(found, why=_said(words.WHY_UNCLEAR, text=aim.goal or ""))
    return replace(found, direction=way)


def _fits(asked: Wanted, found: Measured) -> bool:
    """Whether the figure can be one of the metric: a share for a ratio, an amount for money, days for days."""
    if asked.ask is Ask.TIMES:
        return True
    figure, unit = asked.figure, asked.figure.unit or ""
    if found.measure is Measure.RATIO:
        return figure.percent
    if figure.percent:
        return asked.ask is Ask.SHARE and not asked.points
    told = unit_measure(unit) if unit else None
    if "人" in unit.partition("/")[2] or told is Measure.RATIO:
        return False
    if found.measure is Measure.MONEY:
        return figure.is_money or figure.scaled or told is Measure.MONEY or (not unit and abs(figure.value) >= _LARGE)
    if figure.is_money or told is Measure.MONEY:
        return False
    own, bare = bare_unit(found.unit), bare_unit(unit)
    if found.measure is Measure.NUMBER and own in _DAYS - {""}:
        return bare in _DAYS
    return found.measure is not Measure.NUMBER or not bare or not own or bare == own


def _said(wording: Text, **details: object) -> Text:
    return Text(*(wording.say(lang, **details) for lang in Lang))
