"""A tracking table taken apart: sales and collections by team, region, product line and person.

Each part is compared like any metric, and its share of the team's change is exact: the parts' changes add up
to the team's to the fen, with a part that is new or gone counted from or down to nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from salescli.analyze.compare import compared
from salescli.analyze.metrics import Metric, reason, settled
from salescli.analyze.people import naming
from salescli.analyze.periods import Periods, Rows
from salescli.analyze.scope import PARTS, TEAM, Cut, Scope
from salescli.measure.achievement import Direction, Status, Thresholds
from salescli.measure.metric import Measure
from salescli.measure.money import money_text
from salescli.measure.ratio import divide, ratio_text
from salescli.table.codes import analyze as codes
from salescli.table.problem import Problem, problem
from salescli.track.tables import MonthlyRow
from salescli.words import analyze as words
from salescli.words.language import Lang, Text

ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a cut. `change` = actual − previous in yuan, `share` = its part of the team's change (None
    when that is zero), `pull` = change ÷ the team's previous figure: what it adds to the team's MoM. Of a part that
    only last year tells, all three are nothing and not shown.
    """

    metric: Metric
    change: Decimal
    share: Fraction | None
    pull: Fraction | None

    @property
    def moved(self) -> bool:
        """Whether this period or the previous one tells anything of it."""
        return self.metric.actual is not None or self.metric.previous is not None

    def document(self) -> dict[str, Any]:
        """The part as ``--json`` shows it."""
        return {
            "metric": self.metric.name,
            "scope": str(self.metric.scope),
            "change": money_text(self.change) if self.moved else None,
            "share": ratio_text(self.share) if self.moved else None,
            "pull": ratio_text(self.pull) if self.moved else None,
        }


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One metric along one cut."""

    cut: Cut
    team: Metric
    parts: tuple[Part, ...]

    @property
    def metric(self) -> str:
        """What is taken apart."""
        return self.team.name

    @property
    def compared(self) -> bool:
        """Whether the previous period is known at all."""
        return self.team.previous is not None

    @property
    def change(self) -> Decimal | None:
        """The team's change, which the parts' changes add up to; None without a previous period."""
        return (self.team.actual or ZERO) - (self.team.previous or ZERO) if self.compared else None

    @property
    def gained_most(self) -> Part | None:
        """The part that grew most, None when none grew or nothing is compared."""
        best = max(self.parts, key=lambda part: part.change, default=None)
        return best if self.compared and best is not None and best.change > 0 else None

    @property
    def lost_most(self) -> Part | None:
        """The part that fell most, None when none fell or nothing is compared."""
        worst = min(self.parts, key=lambda part: part.change, default=None)
        return worst if self.compared and worst is not None and worst.change < 0 else None


@dataclass(frozen=True, slots=True)
class _Quantity:
    """What is summed: how it is called, where it stands in a row, and whether it has a target."""

    name: Text
    of: Callable[[MonthlyRow], Decimal | None]
    targeted: bool


SALES: Final = _Quantity(words.SALES, lambda row: row.actual, targeted=True)
COLLECTED: Final = _Quantity(words.COLLECTED, lambda row: row.collected, targeted=False)


def breakdowns(periods: Periods, thresholds: Thresholds, lang: Lang) -> tuple[Breakdown, ...]:
    """Sales, and collections where any are known, along every cut that the rows have."""
    quantities = [SALES] + ([COLLECTED] if any(row.collected is not None for row in periods.now) else [])
    cuts = [cut for cut in PARTS if cut is not Cut.PRODUCT or any(row.product for row in periods.now)]
    drill = _Drill(periods, thresholds, lang)
    return tuple(drill.breakdown(quantity, cut) for quantity in quantities for cut in cuts)


class _Drill:
    def __init__(self, periods: Periods, thresholds: Thresholds, lang: Lang) -> None:
        self.periods, self.thresholds, self.lang = periods, thresholds, lang
        person = naming((*periods.now, *periods.previous, *periods.last_year))
        self._names: dict[Cut, Callable[[MonthlyRow], str]] = {
            Cut.REGION: lambda row: row.region,
            Cut.PRODUCT: lambda row: row.product or "",
            Cut.PERSON: person,
        }

    def breakdown(self, quantity: _Quantity, cut: Cut) -> Breakdown:
        periods, name = self.periods, self._names[cut]
        team = self._metric(quantity, TEAM, periods.now, periods.previous, periods.last_year)
        now, previous, last_year = (_grouped(rows, name) for rows in (periods.now, periods.previous, periods.last_year))
        change = (team.actual or ZERO) - (team.previous or ZERO)
        parts = []
        for part in dict.fromkeys((*now, *previous, *last_year)):
            rows = (now.get(part, ()), previous.get(part, ()), last_year.get(part, ()))
            parts.append(_part(self._metric(quantity, Scope(cut, part), *rows), change, team.previous))
        return Breakdown(cut, team, tuple(parts))

    def _metric(
        self,
        quantity: _Quantity,
        scope: Scope,
        now: Sequence[MonthlyRow],
        previous: Sequence[MonthlyRow],
        last_year: Sequence[MonthlyRow],
    ) -> Metric:
        target = sum((row.target for row in now), ZERO) if quantity.targeted and now else None
        actual = _sum(quantity, now)
        before, year_before = _sum(quantity, previous), _sum(quantity, last_year)
        found = compared(
            actual if actual is not None else ZERO,
            target,
            before,
            year_before,
            measure=Measure.MONEY,
            direction=Direction.HIGHER,
            thresholds=self.thresholds,
        )
        here = actual is not None
        return Metric(
            name=quantity.name.say(self.lang),
            scope=scope,
            measure=Measure.MONEY,
            unit="元",
            direction=Direction.HIGHER,
            target=target,
            actual=actual,
            previous=before,
            last_year=year_before,
            achievement=found.achievement if here else None,
            status=found.status if now else Status.NO_DATA,
            mom=settled(found.mom if here else None, None, None, actual, before),
            yoy=settled(found.yoy if here else None, None, None, actual, year_before),
            month=self.periods.month,
        )


def _grouped(rows: Rows, name: Callable[[MonthlyRow], str]) -> dict[str, list[MonthlyRow]]:
    """Rows by the part they belong to, in the order the parts first appear."""
    groups: dict[str, list[MonthlyRow]] = {}
    for row in rows:
        groups.setdefault(name(row), []).append(row)
    return groups


def _sum(quantity: _Quantity, rows: Sequence[MonthlyRow]) -> Decimal | None:
    known = [value for row in rows if (value := quantity.of(row)) is not None]
    return sum(known, ZERO) if known else None


def _part(metric: Metric, total: Decimal, base: Decimal | None) -> Part:
    change = (metric.actual or ZERO) - (metric.previous or ZERO)
    pull = divide(change, base) if base is not None and base > 0 else None
    return Part(metric, change, divide(change, total), pull)


def drill_problems(periods: Periods, found: Sequence[Breakdown]) -> Iterator[Problem]:
    """What is to be said: changes of the team that are blank, people who left, collections partly known."""
    for breakdown in found[:1]:
        for word, change in ((words.MOM, breakdown.team.mom), (words.YOY, breakdown.team.yoy)):
            if change.why is not None:
                yield problem(codes.CHANGE_BLANK, metric=breakdown.metric, change=word, why=reason(change.why))
    people = next((item for item in found if item.cut is Cut.PERSON), None)
    gone = () if people is None else tuple(part.metric.scope.name for part in people.parts if _gone(part.metric))
    if gone:
        yield problem(codes.ONLY_BEFORE, names=gone)
    blank = _blank_collections(periods.now)
    if blank:
        yield problem(codes.PARTLY_COLLECTED, count=blank)


def _gone(metric: Metric) -> bool:
    return metric.actual is None and metric.previous is not None


def _blank_collections(rows: Rows) -> int:
    blank = sum(row.collected is None for row in rows)
    return blank if 0 < blank < len(rows) else 0
