"""The funnel of 过程参数: how many of each stage a sales target takes, worked back from the deal to the first stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from salescli.measure.rounding import exact
from salescli.split.tables.process import ProcessRow
from salescli.table.codes.split import process as codes
from salescli.table.problem import Problem, has_errors, problem


@dataclass(frozen=True, slots=True)
class Funnel:
    """Its stages from the first to the deal; `rates[i]` of stage i reach stage i + 1; `price` is 客单价 in yuan."""

    stages: tuple[str, ...]
    rates: tuple[Fraction, ...]
    price: Decimal

    def back(self, sales: Decimal) -> tuple[int, ...]:
        """How many of each stage a sales target takes, in the order of the stages."""
        counts = [ceil(exact(sales) / exact(self.price))]
        for rate in reversed(self.rates):
            counts.append(ceil(counts[-1] / rate))
        return tuple(reversed(counts))


def read_funnel(rows: Sequence[ProcessRow]) -> tuple[Funnel | None, list[Problem]]:
    """The funnel as it was written, first stage first; None when there is none or it has errors."""
    if not rows:
        return None, []
    problems: list[Problem] = []
    first: dict[str, ProcessRow] = {}
    for row in rows:
        if first.setdefault(row.stage, row) is not row:
            cell = first[row.stage].at("stage").cell
            problems.append(problem(codes.STAGE_TWICE, row.at("stage"), stage=row.stage, first=cell))
    last = rows[-1]
    problems += [problem(codes.RATE_MISSING, row.at("rate"), stage=row.stage) for row in rows[:-1] if row.rate is None]
    problems += [
        problem(codes.PRICE_ASTRAY, row.at("price"), stage=row.stage, last=last.stage)
        for row in rows[:-1]
        if row.price is not None
    ]
    if last.price is None:
        problems.append(problem(codes.PRICE_MISSING, last.at("price"), stage=last.stage))
    if last.rate is not None:
        problems.append(problem(codes.RATE_UNUSED, last.at("rate"), stage=last.stage))
    if has_errors(problems) or last.price is None:
        return None, problems
    rates = tuple(exact(row.rate) for row in rows[:-1] if row.rate is not None)
    return Funnel(tuple(row.stage for row in rows), rates, last.price), problems
