"""The funnel: what share of each stage's customers the next one keeps, where it is weakest, where they stay too
long, and how many each stage needs for the target.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import Any

from salescli.analyze.diagnosis import FUNNEL, FunnelRow
from salescli.measure.ratio import divide, exact, percent, ratio_text
from salescli.measure.rounding import plain
from salescli.table.codes import analyze as codes
from salescli.table.kind import normal
from salescli.table.problem import Problem, problem
from salescli.table.stated import compare


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. `rate` = its customers ÷ those of the stage before, None for the first one;
    `overdue_days` are the average days beyond the standard, None where either is missing or within it.

    `previous_rate` is its conversion in the previous period; `needed` are the customers it needs for the target,
    None without one or where no rate leads back from it.
    """

    name: str
    count: int
    rate: Fraction | None
    days: Decimal | None
    standard_days: Decimal | None
    overdue_days: Decimal | None
    standard_rate: Decimal | None = None
    previous_rate: Fraction | None = None
    needed: int | None = None
    weakest: bool = False

    @property
    def should_be(self) -> Fraction | None:
        """What the conversion is measured by: the standard, else the previous period's."""
        return self.previous_rate if self.standard_rate is None else exact(self.standard_rate)

    @property
    def short(self) -> int | None:
        """How many customers are missing for the target, 0 where there are enough."""
        return None if self.needed is None else max(self.needed - self.count, 0)

    @property
    def lag(self) -> Fraction | None:
        """How far the conversion is from what it should be: rate ÷ should − 1."""
        lag = divide(self.rate, self.should_be)
        return None if lag is None else lag - 1

    def document(self) -> dict[str, Any]:
        """The stage as ``--json`` shows it."""
        return {
            "stage": self.name,
            "count": self.count,
            "rate": ratio_text(self.rate),
            "standard_rate": ratio_text(self.standard_rate),
            "previous_rate": ratio_text(self.previous_rate),
            "should_be": ratio_text(self.should_be),
            "lag": ratio_text(self.lag),
            "weakest": self.weakest,
            "needed": self.needed,
            "short": self.short,
            "days": _plain(self.days),
            "standard_days": _plain(self.standard_days),
            "overdue_days": _plain(self.overdue_days),
        }


def stages_of(
    rows: Sequence[FunnelRow], previous: Sequence[FunnelRow] = (), target: int | None = None
) -> tuple[Stage, ...]:
    """The stages in the order of the table; `target` is the number of customers the last one is to reach."""
    before = {normal(name): rate for name, rate in _rates(previous)}
    stages = tuple(_stage(row, rate, before) for row, (_, rate) in zip(rows, _rates(rows), strict=True))
    return _with_weakest(_with_needed(stages, target))


def _rates(rows: Sequence[FunnelRow]) -> list[tuple[str, Fraction | None]]:
    """Each stage's conversion."""
    return [
        (row.stage, None if before is None else divide(row.count, before.count))
        for row, before in zip(rows, (None, *rows[:-1]), strict=False)
    ]


def _stage(row: FunnelRow, rate: Fraction | None, before: Mapping[str, Fraction | None]) -> Stage:
    late = None
    if row.days is not None and row.standard_days is not None and row.days > row.standard_days:
        late = row.days - row.standard_days
    return Stage(
        row.stage,
        row.count,
        rate,
        row.days,
        row.standard_days,
        late,
        standard_rate=row.standard_rate,
        previous_rate=before.get(normal(row.stage)),
    )


def _with_needed(stages: tuple[Stage, ...], target: int | None) -> tuple[Stage, ...]:
    """Worked back from the last stage: customers needed ÷ conversion, rounded up at every stage."""
    worked: list[Stage] = []
    needed = target
    for stage in reversed(stages):
        worked.append(replace(stage, needed=needed))
        needed = None if needed is None or not stage.rate else ceil(needed / stage.rate)
    return tuple(reversed(worked))


def _with_weakest(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """The weakest is furthest below what it should be; where nothing says that, the lowest conversion is."""
    measured = {at: lag for at, stage in enumerate(stages) if (lag := divide(stage.rate, stage.should_be)) is not None}
    if measured:
        weakest = min(measured, key=lambda at: measured[at])
        found = weakest if measured[weakest] < 1 else None
    else:
        rates = {at: stage.rate for at, stage in enumerate(stages) if stage.rate is not None}
        found = min(rates, key=lambda at: rates[at]) if len(rates) > 1 else None
    return tuple(replace(stage, weakest=at == found) for at, stage in enumerate(stages))


def funnel_problems(rows: Sequence[FunnelRow], stages: Sequence[Stage]) -> Iterator[Problem]:
    """Stated conversions that differ from the computed ones, and stages after an empty one."""
    for row, stage in zip(rows, stages, strict=True):
        found = compare(row.rate, stage.rate, row.at("rate"), FUNNEL.label("rate"), percent, ratio=True)
        if found is not None:
            yield found
    for before, row in pairwise(rows):
        if before.count == 0:
            yield problem(codes.NO_PREVIOUS_STAGE, row.at("count"), stage=row.stage, before=before.stage)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
