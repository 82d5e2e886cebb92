"""What is to be split: each goal with its measure, its rounding unit, and whether it divides at all.

Amounts and counts divide. A ratio, a price, an average or a duration does not add up, so everybody inherits it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salescli.measure.metric import Measure, bare_unit, figure, unit_measure
from salescli.measure.money import FEN
from salescli.measure.period import Year
from salescli.measure.rounding import plain
from salescli.split.allocate import whole_units
from salescli.split.tables.goals import GoalRow
from salescli.table.codes.cells import AMBIGUOUS_RATIO
from salescli.table.codes.split import goals as codes
from salescli.table.numbers import PLAIN_RATIO_LIMIT
from salescli.table.numeral import parse_numeral
from salescli.table.problem import NOWHERE, Code, Place, Problem, has_errors, problem
from salescli.words.language import Lang, Text
from salescli.words.measures import NUMBER_UNITS

ONE: Final = Decimal(1)
_LEVEL: Final = re.compile(
    r"均|人效|单价|客单|价格|获客成本|获取成本|周期"
    r"|\b(?:average|avg|mean|price|aov|asp|cac|per|cycle)\b",
    re.IGNORECASE,
)
"""Words of figures that are a level and not an amount, whatever they are measured in."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of one year. `target` is in base units (yuan, whole units, a ratio); `unit` is as it was written."""

    metric: str
    year: Year
    target: Decimal
    measure: Measure
    unit: str | None
    rounding: Decimal
    inherited: bool
    place: Place = NOWHERE

    def show(self, value: Decimal, lang: Lang) -> str:
        """A figure of this goal as a person would write it."""
        return figure(value, self.measure, self.unit, lang)

    def said(self, value: Decimal) -> Text:
        """The same in both languages, for messages."""
        return Text(self.show(value, Lang.ZH), self.show(value, Lang.EN))


def read_goals(rows: Sequence[GoalRow], unit: Decimal | None = None) -> tuple[tuple[Goal, ...], list[Problem]]:
    """The goals in their order; `unit` replaces the rounding unit of every goal in money."""
    goals: list[Goal] = []
    problems: list[Problem] = []
    first: dict[tuple[str, Year], Place] = {}
    for row in rows:
        key = (row.metric, row.year)
        if key in first:
            details = {"metric": row.metric, "year": _year(row.year), "first": first[key].cell}
            problems.append(problem(codes.GOAL_TWICE, row.at("metric"), **details))
            continue
        first[key] = row.at("metric")
        goal, found = _read(row, unit)
        problems += found
        if goal is not None:
            goals.append(goal)
    return tuple(goals), problems


def _read(row: GoalRow, unit: Decimal | None) -> tuple[Goal | None, list[Problem]]:
    value, refusal = _value(row)
    if refusal is not None or value is None:
        return None, [refusal] if refusal else []
    quantity = row.target.named(row.metric, row.unit)
    measure, written = quantity.resolved, row.unit or quantity.unit
    if measure is Measure.RATIO and row.unit is None and row.target.measure is None and value > PLAIN_RATIO_LIMIT:
        details = {"found": plain(value), "percent": plain(value), "decimal": plain(value / 100)}
        return None, [problem(AMBIGUOUS_RATIO, row.at("target"), **details)]
    if measure is Measure.NUMBER and not bare_unit(written):
        return None, [problem(codes.UNIT_UNKNOWN, row.at("unit" if row.unit else "target"), metric=row.metric)]
    goal = Goal(
        metric=row.metric,
        year=row.year,
        target=value,
        measure=measure,
        unit=written,
        rounding=_rounding(row, measure, unit),
        inherited=_inherited(row.metric, measure, written),
        place=row.at("target"),
    )
    found = list(_findings(goal, row))
    return (None if has_errors(found) else goal), found


def _value(row: GoalRow) -> tuple[Decimal | None, Problem | None]:
    """The target in base units: the unit column scales a figure that carries no unit itself."""
    quantity, stated = row.target, unit_measure(row.unit)
    if quantity.measure is not None or row.unit is None:
        if quantity.measure is not None and stated is not None and stated is not quantity.measure:
            return None, _refused(codes.UNIT_CONFLICT, row, unit=row.unit)
        return quantity.value, None
    one = parse_numeral(f"1{row.unit}")
    if stated is Measure.RATIO:
        return _percentage(row)
    if one is None or one.value == 1:
        return quantity.value, None
    if quantity.value and quantity.value % one.value == 0:
        return None, _refused(codes.SCALE_UNCLEAR, row, unit=row.unit)
    return quantity.value * one.value, None


def _percentage(row: GoalRow) -> tuple[Decimal | None, Problem | None]:
    """A plain number whose unit is %: 0.9 is a percentage cell, 90 is 90 %, and 5 could be either."""
    value = row.target.value
    if value <= 1:
        return value, None
    if value > 10:
        return value.scaleb(-2), None
    return None, _refused(codes.PERCENT_UNCLEAR, row, percent=plain(value * 100))


def _refused(code: Code, row: GoalRow, **details: object) -> Problem:
    found = Text(row.target.show(Lang.ZH), row.target.show(Lang.EN))
    return problem(code, row.at("target"), metric=row.metric, found=found, **details)


def _rounding(row: GoalRow, measure: Measure, unit: Decimal | None) -> Decimal:
    if unit is not None and measure is Measure.MONEY:
        return unit
    return row.rounding or ONE


def _inherited(metric: str, measure: Measure, unit: str | None) -> bool:
    if measure is Measure.RATIO or re.search("[/每]", unit or ""):
        return True
    if measure is Measure.NUMBER:
        return bare_unit(unit) in NUMBER_UNITS
    return _LEVEL.search(metric) is not None


def _findings(goal: Goal, row: GoalRow) -> Iterable[Problem]:
    said = {"metric": goal.metric, "found": goal.said(goal.target)}
    if goal.target < 0:
        yield problem(codes.GOAL_NEGATIVE, goal.place, **said)
    elif goal.inherited:
        yield problem(codes.INHERITED, goal.place, metric=goal.metric, target=goal.said(goal.target))
    else:
        yield from _whole(goal, row)
        if goal.target == 0:
            yield problem(codes.GOAL_ZERO, goal.place, metric=goal.metric)


def _whole(goal: Goal, row: GoalRow) -> Iterable[Problem]:
    smallest = {Measure.MONEY: FEN, Measure.COUNT: ONE}.get(goal.measure)
    if smallest is None:
        return
    if whole_units(goal.target, smallest)[1]:
        found = f"{goal.target:f}"
        yield problem(codes.GOAL_TOO_FINE, goal.place, metric=goal.metric, found=found, smallest=smallest)
    if whole_units(goal.rounding, smallest)[1]:
        found, place = f"{goal.rounding:f}", row.at("rounding")
        yield problem(codes.ROUNDING_TOO_FINE, place, metric=goal.metric, found=found, smallest=smallest)


def _year(year: Year) -> Text:
    return Text(year.label(Lang.ZH), year.label(Lang.EN))
