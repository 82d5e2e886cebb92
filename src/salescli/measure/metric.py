"""What kind of figure a metric is, from its unit or its name, and how such a figure is written.

Users name metrics freely (新客获取成本, 客户满意度, win rate …). The unit decides when it tells anything,
otherwise the name does (:mod:`salescli.measure.metric_names`).
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from salescli.measure.achievement import Direction
from salescli.measure.metric_names import DIRECTIONS, MEASURES, head, last_word, tidy
from salescli.measure.money import grouped, money_text
from salescli.measure.ratio import percent, ratio_text
from salescli.measure.rounding import Number, plain
from salescli.words.language import Lang
from salescli.words.measures import COUNT_UNITS, MONEY_UNITS, NUMBER_UNITS, RATIO_UNITS


class Measure(StrEnum):
    """The four kinds of figure: yuan, whole units, ratios (1.05 = 105 %), and other numbers."""

    MONEY = "money"
    COUNT = "count"
    RATIO = "ratio"
    NUMBER = "number"


_BRACKETED: Final = re.compile(r"\(([^()]*)\)$")
_DAYS: Final = re.compile(r"天数|周期|账期|\b(?:days?|cycles?|dso)\b")
_DAY_UNITS: Final = frozenset({"天", "日", "自然日", "工作日", "day", "days"})
_SCALE: Final = re.compile(r"^(?:[十百]?[万亿]|千)+(?=.)")


@lru_cache(maxsize=1024)  # a plan names a metric in every row
def measure_of(name: str, unit: str | None) -> Measure:
    """The kind of the metric `name` measured in `unit`; a unit in brackets at the end of the name counts too.

    What neither tells is `NUMBER`, which is shown just as it is.
    """
    tidied = tidy(name)
    bracketed = _BRACKETED.search(tidied)
    told = unit_measure(unit) or unit_measure(bracketed[1] if bracketed else None)
    return told or Measure(last_word(MEASURES, head(_BRACKETED.sub("", tidied))) or Measure.NUMBER)


def unit_measure(unit: str | None) -> Measure | None:
    """The kind that `unit` alone tells (``万元`` · ``元/个`` · ``%`` · ``家`` · ``days``), else None."""
    bare = bare_unit(unit)
    if bare in RATIO_UNITS:
        return Measure.RATIO
    if bare in NUMBER_UNITS:
        return Measure.NUMBER
    if bare in COUNT_UNITS:
        return Measure.COUNT
    if bare in MONEY_UNITS or bare.endswith("元"):
        return Measure.MONEY
    word = last_word(MEASURES, bare)
    return Measure(word) if word else None


def bare_unit(unit: str | None) -> str:
    """`unit` without its scale and without what it is per: ``万元/人`` is ``元``, ``千家`` is ``家``."""
    return _SCALE.sub("", re.split(r"[/每]", tidy(unit or ""))[0].strip())


def in_days(name: str, unit: str | None) -> bool:
    """Whether the metric `name` is measured in days, by its unit or, without one, by its name."""
    bare = bare_unit(unit)
    return bare in _DAY_UNITS if bare else bool(_DAYS.search(tidy(name)))


def direction_of(name: str) -> Direction:
    """Which way `name` is good: costs, cycles, churn, returns, complaints and the overdue are better low."""
    return Direction(last_word(DIRECTIONS, tidy(name)) or Direction.HIGHER)


def figure_text(value: Number | None, measure: Measure) -> str | None:
    """A figure for JSON: money two decimals, ratio six, a count whole, a number plain; None stays None.

    A count that is not whole (an average of counts) keeps its decimals rather than claim to be whole.
    """
    if value is None:
        return None
    if measure is Measure.MONEY:
        return money_text(value)
    return ratio_text(value) if measure is Measure.RATIO else plain(value)


def figure(value: Number | None, measure: Measure, unit: str | None, lang: Lang) -> str:
    """A figure for a screen: ``800,000`` · ``8.0%`` · ``30家`` (``30 companies``); nothing for a missing one.

    Money is in yuan whatever unit it was typed in, and a scaled unit loses its scale, since values are scaled
    when they are read. Days have one decimal: ``20.3天``.
    """
    if value is None:
        return ""
    if measure is Measure.MONEY:
        return grouped(value)
    if measure is Measure.RATIO:
        return percent(value)
    bare = bare_unit(unit)
    return _with_unit(_grouped_plain(value, 1 if bare in _DAY_UNITS else 2), bare, lang)


def base_unit(unit: str | None, measure: Measure) -> str | None:
    """The unit that figures read in `unit` are kept in: money, whatever its unit, in ``元``; ``千家`` is ``家``."""
    if measure is Measure.MONEY:
        per = re.search(r"[/每].*", unit or "")
        return f"元{per[0] if per else ''}"
    return unit and _SCALE.sub("", unit)


def unit_word(unit: str | None, lang: Lang) -> str | None:
    """A unit as a cell shows it: the yuan that figures are brought to is CNY in English, the rest as it was typed."""
    return unit if unit is None or lang is Lang.ZH else unit.replace("元", "CNY")


def _with_unit(digits: str, bare: str, lang: Lang) -> str:
    known = COUNT_UNITS.get(bare) or NUMBER_UNITS.get(bare)
    word = known.say(lang) if known else bare
    return f"{digits} {word}".rstrip() if word.isascii() else f"{digits}{word}"


def _grouped_plain(value: Number, places: int) -> str:
    whole, point, decimals = plain(value, places).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{point}{decimals}"
