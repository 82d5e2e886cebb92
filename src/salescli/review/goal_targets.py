"""What a strategy is after, and the target that its goal gives a metric: a level, or a change of the figure before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Final

from salescli.measure.achievement import Direction
from salescli.measure.metric import Measure, bare_unit, unit_measure
from salescli.measure.rounding import exact, half_up
from salescli.review.courses import PLACES
from salescli.review.effectiveness import Measured, TargetFrom
from salescli.review.wanted import Ask, Wanted, pointed, unreadable, wanted
from salescli.words import effects as words
from salescli.words.language import Lang, Text

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


def judged(found: Measured, asked: Wanted | None, aim: Aim) -> Measured:
    """`found` with the target that counts."""
    if asked is None:
        if unreadable(aim.goal):
            return replace(found, target=None, why=said(words.WHY_UNREADABLE, goal=aim.goal or ""))
        return found if found.aims else _by_direction(found, aim)
    if not fits(asked, found):
        return replace(found, target=None, why=said(words.WHY_UNIT, text=asked.text, metric=found.name))
    return _to_level(found, asked) if asked.ask is Ask.LEVEL else _from_before(found, asked, aim)


def _to_level(found: Measured, asked: Wanted) -> Measured:
    if asked.capped and asked.way is None and found.direction is Direction.HIGHER:
        return replace(found, target=None, why=said(words.WHY_UNCLEAR, text=asked.text))
    if found.before is None and asked.before is not None and found.after is not None:
        before = asked.before.value
        found = replace(found, before=before, change=found.after - before, reading=words.READ_BEFORE)
    return toward(found, asked, asked.figure.value)


def _from_before(found: Measured, asked: Wanted, aim: Aim) -> Measured:
    """The target that a share or an amount gives from the figure before."""
    if found.before is None:
        why = said(words.WHY_NO_BASE, text=asked.text, day=aim.start.isoformat())
        return replace(found, target=None, why=why)
    before, by = exact(found.before), exact(asked.figure.value)
    ratio = found.measure is Measure.RATIO
    if before <= 0 and (asked.ask is Ask.TIMES or (asked.ask is Ask.SHARE and not ratio)):
        return replace(found, target=None, why=said(words.WHY_BASE_ZERO, metric=found.name))
    if asked.ask is Ask.TIMES:
        found = replace(found, reading=said(words.READ_AS_TIMES, text=asked.text, times=_times(asked.times)))
        return toward(found, asked, half_up(before * asked.times, PLACES[found.measure]))
    if asked.ask is Ask.SHARE and not ratio:
        by *= before
    elif asked.ask is Ask.SHARE and not asked.points:
        found = replace(found, reading=said(words.READ_AS_POINTS, text=asked.text))
    target = before + by if asked.way is Direction.HIGHER else before - by
    return toward(found, asked, half_up(target, PLACES[found.measure]))


def _times(factor: Fraction) -> str:
    """1.2, or 4/3 where no decimal says it."""
    tenths = factor * 1000
    return str(factor) if tenths.denominator != 1 else f"{Decimal(tenths.numerator) / 1000:f}"


def toward(found: Measured, asked: Wanted, target: Decimal) -> Measured:
    """`found` with the target that the goal's own words give; of what is counted whole the next whole number that
    meets it."""
    way = asked.way or found.direction
    if found.measure is Measure.COUNT and _whole(found.before) and _whole(found.after):
        up = (way is Direction.HIGHER) is not asked.beyond
        target = target.to_integral_value(ROUND_CEILING if up else ROUND_FLOOR)
    return replace(
        found,
        target=target,
        target_from=TargetFrom.STRATEGY,
        direction=way,
        beyond=asked.beyond,
        moving=asked.moving,
    )


def _whole(count: Decimal | None) -> bool:
    return count is None or count == count.to_integral_value()


def _by_direction(found: Measured, aim: Aim) -> Measured:
    """Without a target: where the goal's verbs and the metric's name point to opposite ways the verbs count for a
    metric that is good high; a bad one that is to rise is not to be judged."""
    way = pointed(aim.goal) or found.direction
    if way is Direction.HIGHER and found.direction is Direction.LOWER:
        return replace(found, why=said(words.WHY_UNCLEAR, text=aim.goal or ""))
    return replace(found, direction=way)


def fits(asked: Wanted, found: Measured) -> bool:
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


def said(wording: Text, **details: object) -> Text:
    """A reason in both languages."""
    return Text(*(wording.say(lang, **details) for lang in Lang))
