"""A metric of one period: its figures, what follows from them, and what was stated instead of computed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from salescli.analyze.compare import compared
from salescli.analyze.scope import TEAM, Scope
from salescli.analyze.tables import METRICS, MetricRow
from salescli.analyze.units import OneUnit
from salescli.measure.achievement import Direction, Status, Thresholds
from salescli.measure.change import NoChange, why_no_change
from salescli.measure.metric import Measure, figure, figure_text
from salescli.measure.period import Month
from salescli.measure.ratio import percent, ratio_text
from salescli.table.codes import analyze as codes
from salescli.table.kind import normal
from salescli.table.problem import Place, Problem, problem
from salescli.table.stated import compare
from salescli.words import analyze as words
from salescli.words.language import Lang, Text


@dataclass(frozen=True, slots=True)
class Change:
    """A relative change. `stated` tells that it is the user's own figure, which nothing here could check;
    `why` tells why there is none; `points` is the difference in points, for ratios only.
    """

    rate: Fraction | Decimal | None
    points: Fraction | None = None
    stated: bool = False
    why: NoChange | None = None


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric of one scope, in base units of its measure."""

    name: str
    scope: Scope
    measure: Measure
    unit: str | None
    direction: Direction
    target: Decimal | None
    actual: Decimal | None
    previous: Decimal | None
    last_year: Decimal | None
    achievement: Fraction | None
    status: Status
    mom: Change
    yoy: Change
    factors: str | None = None
    month: Month | None = None

    def document(self) -> dict[str, Any]:
        """The metric as ``--json`` shows it."""

        def text(value: Decimal | None) -> str | None:
            return figure_text(value, self.measure)

        return {
            "metric": self.name,
            "scope": str(self.scope),
            "month": None if self.month is None else str(self.month),
            "measure": str(self.measure),
            "unit": self.unit,
            "target": text(self.target),
            "actual": text(self.actual),
            "previous": text(self.previous),
            "last_year": text(self.last_year),
            "achievement": ratio_text(self.achievement),
            "status": str(self.status),
            **_change("mom", self.mom),
            **_change("yoy", self.yoy),
            "factors": self.factors,
        }


def _change(name: str, change: Change) -> dict[str, Any]:
    return {
        name: ratio_text(change.rate),
        f"{name}_points": ratio_text(change.points),
        f"{name}_stated": change.stated,
        f"{name}_blank": None if change.why is None else str(change.why),
    }


@dataclass(frozen=True, slots=True)
class Bases:
    """The actuals of other periods by metric, from the workbooks given beside the main one."""

    previous: Mapping[str, MetricRow]
    last_year: Mapping[str, MetricRow]


_BASES: Final = {"mom": "previous", "yoy": "last_year"}
"""The fields of a row that hold a stated change, and those that hold its base."""


def by_name(rows: Sequence[MetricRow]) -> Mapping[str, MetricRow]:
    """Rows by the name of their metric."""
    return {normal(row.metric): row for row in rows}


def metrics_of(rows: Sequence[MetricRow], bases: Bases, thresholds: Thresholds) -> tuple[Metric, ...]:
    """Every row as a metric; bases are those of the other periods' workbooks, where these have none the row's own."""
    return tuple(_metric(row, bases, thresholds) for row in rows)


def _metric(row: MetricRow, bases: Bases, thresholds: Thresholds) -> Metric:
    unit = row.one_unit
    actual, target = unit.value(row.actual), unit.value(row.target)
    assert actual is not None  # the column is required
    previous = _base(row, "previous", unit, bases.previous)
    last_year = _base(row, "last_year", unit, bases.last_year)
    found = compared(
        actual, target, previous, last_year, measure=unit.measure, direction=row.way, thresholds=thresholds
    )
    return Metric(
        name=row.metric,
        scope=TEAM,
        measure=unit.measure,
        unit=unit.unit,
        direction=row.way,
        target=target,
        actual=actual,
        previous=previous,
        last_year=last_year,
        achievement=found.achievement,
        status=found.status,
        mom=settled(found.mom, found.mom_points, row.mom, actual, previous),
        yoy=settled(found.yoy, found.yoy_points, row.yoy, actual, last_year),
        factors=row.factors,
    )


def _base(row: MetricRow, key: str, unit: OneUnit, others: Mapping[str, MetricRow]) -> Decimal | None:
    other = others.get(normal(row.metric))
    return unit.value(getattr(row, key)) if other is None else other.one_unit.value(other.actual)


def settled(
    rate: Fraction | None,
    points: Fraction | None,
    stated: Decimal | None,
    actual: Decimal | None,
    base: Decimal | None,
) -> Change:
    """The change to show: the computed one, else with no base at all the stated one, else none and why."""
    if rate is not None:
        return Change(rate, points)
    if base is None and stated is not None:
        return Change(stated, stated=True)
    return Change(None, points, why=why_no_change(actual, base))


def reason(why: NoChange) -> Text:
    """Why a change is blank, to stand inside a sentence."""
    return Text(why.word.zh.rstrip("。"), why.word.en.rstrip("."))


def metric_problems(rows: Sequence[MetricRow], metrics: Sequence[Metric], bases: Bases) -> Iterator[Problem]:
    """What is to be said of the rows: repeats, bases that differ, blank changes."""
    seen: dict[str, MetricRow] = {}
    for row, metric in zip(rows, metrics, strict=True):
        first = seen.setdefault(normal(row.metric), row)
        if first is not row:
            yield problem(codes.REPEATED_METRIC, row.at("metric"), metric=row.metric, other=first.at("metric"))
        yield from _base_problems(row, metric, "previous", bases.previous, words.OPTION_PREVIOUS)
        yield from _base_problems(row, metric, "last_year", bases.last_year, words.OPTION_LAST_YEAR)
        for key, word, change in (("mom", words.MOM, metric.mom), ("yoy", words.YOY, metric.yoy)):
            if getattr(row, _BASES[key]) is None and not change.stated:
                yield from _stated_problems(row, key, change)
            if change.why is not None:
                place, why = row.at(key), reason(change.why)
                yield problem(codes.CHANGE_BLANK, place, metric=row.metric, change=word, why=why)
    yield from _only_before(metrics, bases)


def _base_problems(
    row: MetricRow, metric: Metric, key: str, others: Mapping[str, MetricRow], option: str
) -> Iterator[Problem]:
    other = others.get(normal(row.metric))
    if other is None:
        return
    own, theirs = row.one_unit, other.one_unit
    stated, found = own.value(getattr(row, key)), theirs.value(other.actual)
    if own.measure is not theirs.measure:
        shown = (row.actual.show(Lang.ZH), other.actual.show(Lang.ZH))
        yield problem(codes.UNITS_DIFFER, other.at("actual"), metric=row.metric, figures=shown)
    elif stated is not None and stated != found:
        yield problem(
            codes.BASE_DIFFERS,
            row.at(key),
            column=METRICS.label(key),
            stated=figure(stated, metric.measure, metric.unit, Lang.ZH),
            other=figure(found, metric.measure, metric.unit, Lang.ZH),
            option=option,
            cell=other.at("actual"),
        )


def _stated_problems(row: MetricRow, key: str, change: Change) -> Iterator[Problem]:
    """A stated change against the one that another workbook's base gives; the row alone could not check it."""
    found = compare(getattr(row, key), change.rate, row.at(key), METRICS.label(key), percent, ratio=True)
    if found is not None and change.rate is not None:
        yield found


def now_checked(rows: Sequence[MetricRow], metrics: Sequence[Metric]) -> frozenset[Place]:
    """The cells of stated changes that the row alone could not check and another workbook's base can."""
    return frozenset(
        row.at(key)
        for row, metric in zip(rows, metrics, strict=True)
        for key, base in _BASES.items()
        if getattr(row, key) is not None and getattr(row, base) is None and getattr(metric, key).rate is not None
        if not getattr(metric, key).stated
    )


def _only_before(metrics: Sequence[Metric], bases: Bases) -> Iterator[Problem]:
    now = {normal(metric.name) for metric in metrics}
    for others in (bases.previous, bases.last_year):
        for key, row in others.items():
            if key not in now:
                yield problem(codes.ONLY_BEFORE, row.at("metric"), names=row.metric)
