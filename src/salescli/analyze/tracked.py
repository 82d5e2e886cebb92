"""The other metrics of a tracking workbook by team, region, product line and person: new customers, deals, rates …

Its 指标明细 has a row a person, month and metric, with the plan's targets. What stands there is taken from there;
deals, new customers and the average order of a workbook without it, and with orders the win rate, margin and cycle, are
measured from its orders and weekly rows as tracking measures them, without targets.

Counts and amounts add up. A rate is Σ part ÷ Σ whole, never an average; targets that differ are weighted by the whole,
which is the rate at which everybody meets their own. Distinct customers do not add up, so 复购率 is left to 业绩体检.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from salescli.analyze.activity import Activity
from salescli.analyze.metrics import Change, Metric
from salescli.analyze.people import naming
from salescli.analyze.scope import PARTS, TEAM, Cut, Scope
from salescli.measure.achievement import Direction, Status, Thresholds, achievement, classify
from salescli.measure.change import change, points
from salescli.measure.metric import Measure, direction_of, figure_text, measure_of
from salescli.measure.period import Month
from salescli.measure.ratio import ratio_text
from salescli.measure.rounding import exact, half_up
from salescli.split.tracked import TrackedRow
from salescli.table.kind import normal
from salescli.track.gauges import AVERAGE, COUNTS, CYCLE, MARGIN, WIN_RATE, Gauge, gauge_name, gauge_of
from salescli.track.readings import read_by, way_told
from salescli.track.tables import WEEKLY
from salescli.words import insight
from salescli.words import metrics as words
from salescli.words.language import Lang

_DISTINCT: Final = frozenset(normal(name) for name in words.NAMES["repurchase"])


@dataclass(frozen=True, slots=True)
class Tracked:
    """One metric of one scope in the month analyzed, in base units of its measure."""

    name: str
    scope: Scope
    measure: Measure
    target: Fraction | None
    actual: Fraction | None
    previous: Fraction | None
    last_year: Fraction | None
    status: Status

    @property
    def direction(self) -> Direction:
        """Which way it is good, by its name."""
        return direction_of(self.name)

    @property
    def known(self) -> bool:
        """Whether any of its periods tells anything of it."""
        return any(value is not None for value in (self.target, self.actual, self.previous, self.last_year))

    @property
    def achievement(self) -> Fraction | None:
        """达成率."""
        return achievement(self.actual, self.target, self.direction)

    @property
    def mom(self) -> Fraction | None:
        """环比."""
        return change(self.actual, self.previous)

    @property
    def yoy(self) -> Fraction | None:
        """同比."""
        return change(self.actual, self.last_year)

    @property
    def mom_points(self) -> Fraction | None:
        """The change in points, for ratios only."""
        return points(self.actual, self.previous) if self.measure is Measure.RATIO else None

    def document(self) -> dict[str, Any]:
        """The metric as ``--json`` shows it."""
        figures = ("target", "actual", "previous", "last_year")
        ratios = ("achievement", "mom", "mom_points", "yoy")
        return {
            "metric": self.name,
            "scope": str(self.scope),
            "measure": str(self.measure),
            **{key: figure_text(getattr(self, key), self.measure) for key in figures},
            **{key: ratio_text(getattr(self, key)) for key in ratios},
            "status": str(self.status),
        }


def targeted(metric: Metric, own: Tracked) -> Metric:
    """A metric without a target as `own`, the same of the same scope, has it."""
    if metric.target is not None or own.target is None or own.actual is None:
        return metric
    places = 2 if own.measure is Measure.MONEY else 9
    before, year_before = (None if value is None else half_up(value, places) for value in (own.previous, own.last_year))
    return replace(
        metric,
        target=half_up(own.target, places),
        actual=half_up(own.actual, places),
        previous=before,
        last_year=year_before,
        achievement=own.achievement,
        status=own.status,
        mom=Change(own.mom, own.mom_points),
        yoy=Change(own.yoy),
    )


def tracked(
    rows: Sequence[TrackedRow],
    activity: Activity,
    month: Month,
    thresholds: Thresholds,
    lang: Lang,
    more: Sequence[Gauge] = (),
) -> tuple[Tracked, ...]:
    """Every metric by scope, metric after metric: the team, then regions, product lines and people. `more` are
    measured too where the rows do not have them."""
    months = (month, month.previous(), month.last_year)
    there = {gauge_of(row.metric) for row in rows}
    wanted = [row for row in rows if row.month in months and normal(row.metric) not in _DISTINCT]
    missing = {name: gauge for name, gauge in _worked_out(activity, lang, more).items() if gauge not in there}
    wanted += _measured(activity, months, missing)
    wanted += _other_months(rows, activity, months)
    person: Callable[[Any], str] = naming(wanted)  # type: ignore[arg-type]  # it asks for 工号, name and region only
    groups: dict[str, dict[Scope, list[TrackedRow]]] = {}
    for row in wanted:
        scopes = groups.setdefault(row.metric, {})
        for scope in _scopes(row, person(row)):
            scopes.setdefault(scope, []).append(row)
    found = []
    for name, scopes in groups.items():
        order = sorted(scopes, key=lambda scope: (TEAM, *(Scope(cut) for cut in PARTS)).index(Scope(scope.cut)))
        found += [_tracked(name, scope, scopes[scope], month, thresholds) for scope in order]
    return tuple(item for item in found if item.known)


def _scopes(row: TrackedRow, person: str) -> Iterator[Scope]:
    yield TEAM
    yield Scope(Cut.REGION, row.region or "")
    if row.product is not None:
        yield Scope(Cut.PRODUCT, row.product)
    yield Scope(Cut.PERSON, person)


def _tracked(name: str, scope: Scope, rows: Sequence[TrackedRow], month: Month, thresholds: Thresholds) -> Tracked:
    now = [row for row in rows if row.month == month]
    rate = any(row.whole is not None for row in rows)
    measure = measure_of(name, None)
    if rate and measure in (Measure.COUNT, Measure.NUMBER):
        measure = Measure.NUMBER
    actual, target = _actual(now, rate), team_target(now, rate=rate)
    before = _actual([row for row in rows if row.month == month.previous()], rate)
    year_before = _actual([row for row in rows if row.month == month.last_year], rate)
    reached = classify(achievement(actual, target, direction_of(name)), thresholds)
    status = Status.NO_DATA if actual is None else reached
    return Tracked(name, scope, measure, target, actual, before, year_before, status)


def _actual(rows: Sequence[TrackedRow], rate: bool) -> Fraction | None:
    if not rate:
        return _sum([row.actual for row in rows])
    part, whole = _sum([row.part for row in rows]), _sum([row.whole for row in rows])
    return part / whole if part is not None and whole else None


def team_target(rows: Sequence[TrackedRow], *, rate: bool) -> Fraction | None:
    """The target that rows share: their sum, or of a rate the one they share, else weighted by the whole."""
    known = [(exact(row.target), exact(row.whole or 0)) for row in rows if row.target is not None]
    if not known or not rate:
        return sum((target for target, _ in known), Fraction(0)) if known else None
    if len({target for target, _ in known}) == 1:
        return known[0][0]
    weight = sum(whole for _, whole in known)
    return sum((target * whole for target, whole in known), Fraction(0)) / weight if weight else None


def _sum(values: Sequence[Decimal | None]) -> Fraction | None:
    known = [exact(value) for value in values if value is not None]
    return sum(known, Fraction(0)) if known else None


def _worked_out(activity: Activity, lang: Lang, more: Sequence[Gauge]) -> dict[str, Gauge]:
    """What weekly rows and orders tell without a plan, by its name: deals, new customers and the average order; with
    orders rates and the cycle too."""
    counts = {WEEKLY.header(key, lang): COUNTS[key] for key in ("deals", "new_customers")}
    others = (*((WIN_RATE, MARGIN, CYCLE) if activity.orders else ()), *more)
    return {
        **counts,
        insight.AVERAGE_ORDER.say(lang): AVERAGE,
        **{gauge_name(gauge, lang): gauge for gauge in others},
    }


def _other_months(rows: Sequence[TrackedRow], activity: Activity, months: Sequence[Month]) -> Iterator[TrackedRow]:
    """The metrics of `rows` in those of `months` that the rows do not have, measured alike."""
    told: dict[str, set[Month]] = {}
    for row in rows:
        told.setdefault(row.metric, set()).add(row.month)
    known = {name: gauge for name in told if (gauge := gauge_of(name)) is not None and normal(name) not in _DISTINCT}
    yield from (row for row in _measured(activity, months, known) if row.month not in told[row.metric])


def _measured(activity: Activity, months: Sequence[Month], gauges: Mapping[str, Gauge]) -> Iterator[TrackedRow]:
    """A row a person, month and metric, every month of a metric measured the way the first of `months` is."""
    team = activity.facts(months)
    facts = activity.facts_by_person(months)
    for name, gauge in gauges.items():
        ways = [way for month in months if (way := way_told(gauge, team[month])) is not None]
        for who, own in facts.items() if ways else ():
            reading = read_by(gauge, ways[0], own)
            if reading.part is not None or reading.whole is not None:
                shown = {"part": reading.part, "whole": reading.whole} if gauge.ratio else {"actual": reading.part}
                yield TrackedRow(**who._asdict(), metric=name, **shown)
