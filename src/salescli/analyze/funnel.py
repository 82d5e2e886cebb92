"""The funnel: what share of each stage's customers the next one keeps, and where they stay too long."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from salescli.analyze.diagnosis import FUNNEL, FunnelRow
from salescli.measure.ratio import divide, percent, ratio_text
from salescli.measure.rounding import plain
from salescli.table.codes import analyze as codes
from salescli.table.problem import Problem, problem
from salescli.table.stated import compare


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. `rate` = its customers ÷ those of the stage before, None for the first one;
    `overdue_days` are the average days beyond the standard, None where either is missing or within it.
    """

    name: str
    count: int
    rate: Fraction | None
    days: Decimal | None
    standard_days: Decimal | None
    overdue_days: Decimal | None

    def document(self) -> dict[str, Any]:
        """The stage as ``--json`` shows it; `needed` waits for a target, which a funnel alone has not."""
        return {
            "stage": self.name,
            "count": self.count,
            "rate": ratio_text(self.rate),
            "needed": None,
            "days": _plain(self.days),
            "standard_days": _plain(self.standard_days),
            "overdue_days": _plain(self.overdue_days),
        }


def stages_of(rows: Sequence[FunnelRow]) -> tuple[Stage, ...]:
    """The stages in the order of the table."""
    before = (None, *rows[:-1])
    return tuple(_stage(row, previous) for row, previous in zip(rows, before, strict=True)) if rows else ()


def _stage(row: FunnelRow, before: FunnelRow | None) -> Stage:
    rate = None if before is None else divide(row.count, before.count)
    late = None
    if row.days is not None and row.standard_days is not None and row.days > row.standard_days:
        late = row.days - row.standard_days
    return Stage(row.stage, row.count, rate, row.days, row.standard_days, late)


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
