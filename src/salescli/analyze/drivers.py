"""What drove a change: the walk from the previous figure to this one, and volume against price.

Both are exact: the steps of a walk, and the two effects, add up to the change to the fen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from salescli.analyze.activity import Deals
from salescli.analyze.drill import ZERO, Breakdown, Part
from salescli.analyze.scope import Scope
from salescli.measure.money import money_text, to_fen
from salescli.measure.ratio import divide, exact, ratio_text

MOST_STEPS: Final = 10
"""Steps of a walk that are told one by one; the smaller ones together make one more."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a walk: `parts` move the figure by `change` yuan, up or down to `level`."""

    parts: tuple[Part, ...]
    change: Decimal
    level: Decimal

    @property
    def alone(self) -> Part | None:
        """The part it is, None for the step that gathers the rest."""
        return self.parts[0] if len(self.parts) == 1 else None


@dataclass(frozen=True, slots=True)
class Walk:
    """From the previous figure to this one, gains first, along the cut of `found`."""

    found: Breakdown
    start: Decimal
    steps: tuple[Step, ...]
    end: Decimal

    def document(self) -> dict[str, Any]:
        """The walk as ``--json`` shows it; `share` is of the whole change, a step without a scope is the rest."""
        whole = self.found.change
        return {
            "by": str(self.found.cut),
            "metric": self.found.metric,
            "start": money_text(self.start),
            "change": money_text(whole),
            "end": money_text(self.end),
            "steps": [
                {
                    "scope": None if step.alone is None else str(step.alone.metric.scope),
                    "parts": len(step.parts),
                    "change": money_text(step.change),
                    "share": ratio_text(divide(step.change, whole)) if whole else None,
                    "level": money_text(step.level),
                }
                for step in self.steps
            ],
        }


def walk(found: Breakdown) -> Walk | None:
    """The walk of a breakdown; None without a previous period."""
    if not found.compared:
        return None
    start = found.team.previous or ZERO
    moved = sorted((part for part in found.parts if part.change), key=lambda part: abs(part.change), reverse=True)
    told, rest = moved[:MOST_STEPS], tuple(moved[MOST_STEPS:])
    if len(rest) == 1:
        told, rest = moved, ()
    groups = [(part,) for part in sorted(told, key=lambda part: part.change, reverse=True)]
    level, steps = start, []
    for parts in (*groups, *((rest,) if rest else ())):
        change = sum((part.change for part in parts), ZERO)
        level += change
        steps.append(Step(parts, change, level))
    return Walk(found, start, tuple(steps), found.team.actual or ZERO)


@dataclass(frozen=True, slots=True)
class VolumePrice:
    """Sales of one scope as deals × average order, and what was sold beside the deals, now and before.

    `volume` = Δdeals × previous average, to the fen; `price` = deals now × Δaverage, which is the rest of the
    change of the deals' `amount`; `other` is the change of sales that the deals do not tell. All in yuan. Deals that
    weekly rows count have no amounts of their own: there the amount is the sales, and `other` nothing.
    """

    scope: Scope
    sales: Decimal
    previous_sales: Decimal
    now: Deals
    before: Deals
    volume: Decimal

    @property
    def by_orders(self) -> bool:
        """Whether the deals are those of orders, which have amounts of their own."""
        return self.now.amount is not None and self.before.amount is not None

    @property
    def amount(self) -> Decimal:
        """What the deals come to now: that of the orders, else the sales."""
        return self.sales if self.now.amount is None else self.now.amount

    @property
    def previous_amount(self) -> Decimal:
        """What the deals came to before."""
        return self.previous_sales if self.before.amount is None else self.before.amount

    @property
    def average(self) -> Fraction | None:
        """客单价 now, None without a deal."""
        return divide(self.amount, self.now.count)

    @property
    def previous_average(self) -> Fraction | None:
        """客单价 before."""
        return divide(self.previous_amount, self.before.count)

    @property
    def price(self) -> Decimal:
        """The rest of the change of the deals' amount."""
        return self.amount - self.previous_amount - self.volume

    @property
    def other(self) -> Decimal:
        """The change of what was sold beside the deals."""
        return self.change - (self.amount - self.previous_amount)

    @property
    def change(self) -> Decimal:
        """What the effects add up to."""
        return self.sales - self.previous_sales

    def document(self) -> dict[str, Any]:
        """The effects as ``--json`` shows them."""
        return {
            "scope": str(self.scope),
            "sales": money_text(self.sales),
            "previous_sales": money_text(self.previous_sales),
            "by_orders": self.by_orders,
            "amount": money_text(self.amount),
            "previous_amount": money_text(self.previous_amount),
            "deals": self.now.count,
            "previous_deals": self.before.count,
            "average": money_text(self.average),
            "previous_average": money_text(self.previous_average),
            "volume": money_text(self.volume),
            "price": money_text(self.price),
            "other": money_text(self.other),
            "change": money_text(self.change),
        }


def volume_price(
    scope: Scope, sales: Decimal, previous_sales: Decimal, now: Deals, before: Deals
) -> VolumePrice | None:
    """The effects; None where nothing was sold before, since then there is no previous average."""
    if before.count <= 0:
        return None
    base = previous_sales if before.amount is None else before.amount
    volume = to_fen(exact(base) * (now.count - before.count) / before.count)
    return VolumePrice(scope, sales, previous_sales, now, before, volume)


DealCounts = Mapping[Scope, Deals]
"""Deals of one month by scope; a scope of which nothing is known is not in it."""


def volume_prices(found: Sequence[Breakdown], deals: DealCounts, previous_deals: DealCounts) -> tuple[VolumePrice, ...]:
    """The effects of the team and of every part whose deals are known in both months; sales only."""
    if not found or not found[0].compared:
        return ()
    metric = found[0].metric
    metrics = [found[0].team, *(part.metric for item in found if item.metric == metric for part in item.parts)]
    effects = (
        volume_price(
            item.scope, item.actual or ZERO, item.previous or ZERO, deals[item.scope], previous_deals[item.scope]
        )
        for item in metrics
        if item.scope in deals and item.scope in previous_deals
    )
    return tuple(item for item in effects if item is not None)


def leading(found: Breakdown, most: int = 2) -> tuple[Part, ...]:
    """The parts that moved the team the way it went, the heaviest first; any way when it stood still."""
    whole = found.change
    if whole is None:
        return ()
    along = [part for part in found.parts if part.change and (not whole or (part.change > 0) == (whole > 0))]
    return tuple(sorted(along, key=lambda part: abs(part.change), reverse=True)[:most])
