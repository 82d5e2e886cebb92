"""Pay worked out a second time, by brute force and from the plan's meaning alone: no code of the program is used.

Whole fen and loops: every tier is tried, every place is handed out one by one. A person is (name, region,
position), a row (name, month, product, target, actual) in fen.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction

Row = tuple[str, int, str, int, int]


@dataclass
class TwinPlan:
    """What a plan pays: tiers as (percent, rate in thousandths, bonus in fen), the rest in fen."""

    tiers: list[tuple[int, int, int]]
    marginal: bool = False
    stack: bool = False
    team: tuple[int, int] | None = None
    month_prizes: list[int] = field(default_factory=list)
    quarter_prizes: list[int] = field(default_factory=list)
    step: tuple[str, int, int] | None = None
    quarter_bonus: tuple[int, int] | None = None
    cap: int | None = None
    floor: int | None = None
    factors: dict[str, Fraction] = field(default_factory=dict)


def half_up(value: Fraction) -> int:
    """To whole fen, a half away from zero."""
    down = abs(value).numerator // abs(value).denominator
    fen = down + (1 if abs(value) - down >= Fraction(1, 2) else 0)
    return fen if value >= 0 else -fen


def reached(actual: int, target: int, percent: int) -> bool:
    return target > 0 and actual * 100 >= target * percent


def commission(plan: TwinPlan, target: int, actual: int) -> int:
    """Every tier that is reached is walked through, from the lowest up."""
    there = [tier for tier in sorted(plan.tiers) if reached(actual, target, tier[0])]
    if not there or actual <= 0:
        return 0
    if not plan.marginal:
        return half_up(Fraction(actual * there[-1][1], 1000))
    earned = Fraction(0)
    for at, (percent, rate, _) in enumerate(there):
        low = Fraction(target * percent, 100)
        high = Fraction(target * there[at + 1][0], 100) if at + 1 < len(there) else Fraction(actual)
        earned += max(Fraction(0), min(Fraction(actual), high) - low) * rate / 1000
    return half_up(earned)


def bonus(plan: TwinPlan, target: int, actual: int) -> int:
    there = [tier for tier in sorted(plan.tiers) if reached(actual, target, tier[0])]
    if plan.stack:
        return sum(amount for _, _, amount in there)
    named = [amount for _, _, amount in there if amount]
    return named[-1] if named else 0


def prizes(sold: list[tuple[str, int]], amounts: list[int]) -> dict[str, int]:
    """Places are given out one by one; whoever has the same sales shares what their places pay."""
    out: dict[str, int] = {}
    ranked = [one for one in sold if one[1] > 0]
    place = 0
    for value in sorted({value for _, value in ranked}, reverse=True):
        tied = [name for name, own in ranked if own == value]
        pool = sum(amounts[at] for at in range(place, place + len(tied)) if at < len(amounts))
        while pool > 0:
            for name in tied:
                if pool > 0:
                    out[name] = out.get(name, 0) + 1
                    pool -= 1
            if pool > 10_000:  # in bulk, then fen by fen
                bulk = pool // len(tied)
                for name in tied:
                    out[name] += bulk
                pool -= bulk * len(tied)
        place += len(tied)
    return out


def pay(plan: TwinPlan, rows: list[Row], regions: dict[str, str]) -> dict[str, dict[str, int]]:
    """Every person's components in fen over the months of `rows`; a quarter's when there are three."""
    out: dict[str, dict[str, int]] = {row[0]: defaultdict(int) for row in rows}
    months = sorted({row[1] for row in rows})
    for month in months:
        here = [row for row in rows if row[1] == month]
        for name in {row[0] for row in here}:
            for key, amount in _month(plan, name, here, regions).items():
                out[name][key] += amount
        for name, won in prizes(_sold(here), plan.month_prizes).items():
            out[name]["ranking"] += won
    if len(months) == 3:
        for name, won in prizes(_sold(rows), plan.quarter_prizes).items():
            out[name]["ranking"] += won
        for name, own in out.items():
            _quarter(plan, name, [row for row in rows if row[0] == name], own)
    return out


def _sold(rows: list[Row]) -> list[tuple[str, int]]:
    """Everybody's sales, in the order of their first rows."""
    sold: dict[str, int] = {}
    for name, _, _, _, actual in rows:
        sold[name] = sold.get(name, 0) + actual
    return list(sold.items())


def _month(plan: TwinPlan, name: str, here: list[Row], regions: dict[str, str]) -> dict[str, int]:
    mine = [row for row in here if row[0] == name]
    target, actual = sum(row[3] for row in mine), sum(row[4] for row in mine)
    own = {"commission": commission(plan, target, actual), "bonus": bonus(plan, target, actual)}
    if plan.team:
        region = [row for row in here if regions[row[0]] == regions[name]]
        if reached(sum(row[4] for row in region), sum(row[3] for row in region), plan.team[0]):
            own["team"] = plan.team[1]
    if plan.step:
        product, size, amount = plan.step
        left = sum(row[4] for row in mine if row[2] == product)
        while left >= size:
            own["product"] = own.get("product", 0) + amount
            left -= size
    if name in plan.factors:
        pay = own["commission"] + own["bonus"]
        own["scorecard"] = half_up(pay * plan.factors[name]) - pay
    earned = sum(own.values())
    if plan.cap is not None and earned > plan.cap:
        own["cap"] = plan.cap - earned
    elif plan.floor is not None and earned < plan.floor:
        own["floor"] = plan.floor - earned
    return own


def _quarter(plan: TwinPlan, name: str, mine: list[Row], own: dict[str, int]) -> None:
    target, actual = sum(row[3] for row in mine), sum(row[4] for row in mine)
    if plan.quarter_bonus and reached(actual, target, plan.quarter_bonus[0]):
        own["bonus"] += plan.quarter_bonus[1]
        if name in plan.factors:
            own["scorecard"] += half_up(plan.quarter_bonus[1] * plan.factors[name]) - plan.quarter_bonus[1]
