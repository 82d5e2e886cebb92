"""Caps and floors: what a month pays at most and at least, shown as a component of its own.

They bound what is earned month by month: commission, bonus, team award, rewards for products and events, and
the scorecard's adjustment. Prizes of rankings and of the best week are won beside that and stay whole. The lowest
cap and the highest floor that apply to somebody count.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salescli.measure.money import grouped
from salescli.measure.period import Month
from salescli.payout.ladder_sums import NOTHING
from salescli.payout.plan import Limit, LimitKind, Plan
from salescli.payout.steps import Earned, Step, Tale
from salescli.table.codes.payout import tiers as codes
from salescli.table.problem import Problem, problem
from salescli.words import incentive as words
from salescli.words.language import Lang
from salescli.words.payout import COMPONENTS as COMPONENT_WORDS

LIMITED: Final = ("commission", "bonus", "team", "product", "referral", "new_customer", "scorecard")
"""The components that a cap or floor bounds."""
_LIMITED: Final = frozenset(LIMITED)


def limits_note(plan: Plan, lang: Lang) -> str:
    """Which components of `plan` its caps and floors bound and which are paid beside them; nothing without any."""
    if not plan.limits:
        return ""
    laid = {kind.value for kind in LimitKind}
    named = {name: COMPONENT_WORDS[name] for name in plan.components if name not in laid}
    inside = tuple(word for name, word in named.items() if name in LIMITED)
    outside = tuple(word for name, word in named.items() if name not in LIMITED)
    return (words.LIMITS_ALL if not outside else words.LIMITS_SOME).say(lang, inside=inside, outside=outside)


def limit_of(
    limits: Iterable[Limit], kind: LimitKind, region: str, position: str | None, month: Month | None
) -> Decimal | None:
    """The cap or floor of somebody in `region`, yuan a month; None without one."""
    amounts = [limit.amount for limit in limits if limit.kind is kind and limit.scope.holds(region, position, month)]
    if not amounts:
        return None
    return min(amounts) if kind is LimitKind.CAP else max(amounts)


@dataclass(frozen=True, slots=True)
class Bounded:
    """What a cap took from the `before` of a month, or a floor added to it, so that `limit` was left; yuan."""

    kind: LimitKind
    before: Decimal
    limit: Decimal
    month: Month | None

    @property
    def earned(self) -> Earned:
        """The difference."""
        return ((self.kind.value, self.limit - self.before),)

    def steps(self) -> tuple[Step, ...]:
        """The difference in figures."""
        told = words.CAP_STEP if self.kind is LimitKind.CAP else words.FLOOR_STEP
        details = {"earned": grouped(self.before), "limit": grouped(self.limit)}
        more = self.limit - self.before
        figures = f"{self.limit:,.2f} - {self.before:,.2f} = {more:,.2f}"
        return (Step(self.kind.value, told, details, figures, more, self.month),)


Limits = tuple[Decimal | None, Decimal | None]
"""The cap and the floor of somebody in a month, yuan; None for none."""


def limits_of(limits: Sequence[Limit], region: str, position: str | None, month: Month | None) -> Limits:
    """The cap and the floor that hold for people of that region and position in that month."""
    cap, floor = (limit_of(limits, kind, region, position, month) for kind in (LimitKind.CAP, LimitKind.FLOOR))
    return cap, floor


def bounded(limits: Limits, month: Month | None, tales: Iterable[Tale]) -> Iterator[Bounded]:
    """What a cap takes from what `tales` pay in the month, or a floor adds to it; at most one of the two."""
    cap, floor = limits
    before = NOTHING
    for tale in tales:
        for name, paid in tale.earned:
            if name in _LIMITED:
                before += paid
    if cap is not None and before > cap:
        yield Bounded(LimitKind.CAP, before, cap, month)
    if floor is not None and before < floor:
        yield Bounded(LimitKind.FLOOR, before, floor, month)


def crossing_limits(limits: Sequence[Limit]) -> Iterator[Problem]:
    """Floors above a cap that may hold for the same people."""
    for floor in limits:
        for cap in limits:
            apart = not floor.scope.meets(cap.scope)
            kinds = (floor.kind, cap.kind) == (LimitKind.FLOOR, LimitKind.CAP)
            if kinds and not apart and floor.amount > cap.amount:
                details = {"floor": grouped(floor.amount), "cap": grouped(cap.amount), "other": cap.wording.name}
                yield problem(codes.LIMITS_CROSS, floor.wording.place, found=floor.wording.reward, **details)
