"""The whole plan from its lines, and the order of its tiers checked before anything is calculated."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from salescli.measure.rounding import plain
from salescli.payout.events import Facts
from salescli.payout.limits import crossing_limits
from salescli.payout.occasions import Event
from salescli.payout.plan import EventRule, Ladder, Limit, Plan, Ranking, StepRule, Tier, Uncomputed
from salescli.payout.rule_rows import RuleRow
from salescli.payout.scopes import Known, Scope
from salescli.payout.structure import read_rules
from salescli.payout.tables import TierRow
from salescli.payout.wording import Rule, TeamTier, component_of, read_line
from salescli.table.codes.payout.people import NOT_COMPUTED
from salescli.table.codes.payout.tiers import (
    DUPLICATE_BOUND,
    FALLING_RATE,
    GAP,
    NO_RULES,
    NOBODY,
    ORDER,
    OVERLAP,
    RATE_HIGH,
)
from salescli.table.problem import Problem, has_errors, problem
from salescli.words import payout as words
from salescli.words.language import Text

HIGH_RATE: Final = Fraction(1, 2)
"""A rate above it is more likely a slip than a commission."""

_LACKS: Final = {
    Event.REFERRAL: words.LACKS_REFERRALS,
    Event.WEEKLY_BEST: words.LACKS_WEEKS,
    Event.NEW_CUSTOMER: words.LACKS_NEW_CUSTOMERS,
}


def read_plan(
    rows: Sequence[TierRow], known: Known, structured: Sequence[RuleRow] = (), facts: Facts | None = None
) -> tuple[Plan, tuple[Problem, ...]]:
    """The plan and all that is to be said of its wordings and tiers. With errors the plan is incomplete."""
    rules: list[Rule] = []
    found: list[Problem] = []
    for row in rows:
        read, said = read_line(row, known)
        rules += read
        found += said
    read, said = read_rules(structured, known)
    found += said
    rules = [_with_facts(_with_products(rule, known), facts or {}) for rule in (*rules, *read)]
    plan = Plan(
        tuple(rule for rule in rules if isinstance(rule, Tier)),
        tuple(rule.tier for rule in rules if isinstance(rule, TeamTier)),
        tuple(rule for rule in rules if isinstance(rule, Ranking)),
        tuple(rule for rule in rules if isinstance(rule, StepRule)),
        tuple(rule for rule in rules if isinstance(rule, Uncomputed)),
        tuple(rule for rule in rules if isinstance(rule, Limit)),
        tuple(rule for rule in rules if isinstance(rule, EventRule)),
    )
    if not rules and not has_errors(found):
        found.append(problem(NO_RULES))
    for ladder in (*plan.ladders, *plan.team_ladders):
        found += _ladder_problems(ladder)
    found += crossing_limits(plan.limits)
    found += [
        problem(NOT_COMPUTED, rule.wording.place, found=rule.wording.reward, lacks=rule.lacks)
        for rule in plan.uncomputed
    ]
    return plan, tuple(found)


def _with_products(rule: Rule, known: Known) -> Rule:
    """A rule about a product line cannot be worked out from figures that name none."""
    if known.products:
        return rule
    if isinstance(rule, StepRule) and (rule.product or rule.scope.products):
        return Uncomputed("product", rule.wording, words.LACKS_PRODUCTS, _dates(rule.scope))
    if isinstance(rule, Tier) and rule.scope.products:
        return Uncomputed(component_of(rule), rule.wording, words.LACKS_PRODUCTS, _dates(rule.scope))
    return rule


def _with_facts(rule: Rule, facts: Facts) -> Rule:
    """A reward for an event with all that happened, or uncomputed when nothing says what did."""
    if not isinstance(rule, EventRule):
        return rule
    if rule.event not in facts:
        return Uncomputed(rule.event.value, rule.wording, _LACKS[rule.event], _dates(rule.scope))
    return replace(rule, happened=facts[rule.event])


def _dates(scope: Scope) -> Scope:
    """The dates of a rule that is not worked out; whom it is for stands in its words."""
    return Scope(since=scope.since, until=scope.until)


def _ladder_problems(ladder: Ladder) -> Iterator[Problem]:
    yield from _duplicates(ladder.tiers)
    yield from _disorder(ladder.tiers)
    yield from _ends(ladder)
    paid = sorted((tier for tier in ladder.tiers if tier.rate is not None), key=lambda tier: tier.bound)
    for tier in paid:
        if tier.rate is not None and tier.rate > HIGH_RATE:
            yield problem(RATE_HIGH, tier.wording.place, found=tier.wording.reward, rate=_shown(tier.rate))
    for below, tier in pairwise(paid):
        if below.rate is not None and tier.rate is not None and tier.rate < below.rate:
            details = {"bound": _percent(tier), "rate": _shown(tier.rate), "before": _shown(below.rate)}
            yield problem(FALLING_RATE, tier.wording.place, found=tier.name, **details)


def _duplicates(tiers: Sequence[Tier]) -> Iterator[Problem]:
    """Two rates, or two bonuses, from one bound on; a rate and a bonus in two lines are no clash."""
    for at, tier in enumerate(tiers):
        for other in tiers[:at]:
            rates = tier.rate is not None and other.rate is not None
            bonuses = tier.bonus is not None and other.bonus is not None
            if tier.bound == other.bound and (rates or bonuses):
                details = {"other": other.name, "cell": other.wording.place.cell, "bound": _percent(tier)}
                yield problem(DUPLICATE_BOUND, tier.wording.place, found=tier.name, **details)


def _disorder(tiers: Sequence[Tier]) -> Iterator[Problem]:
    for above, tier in pairwise(tiers):
        if tier.bound < above.bound:
            details = {"bound": f"≥{_percent(tier)}", "other": above.name, "higher": f"≥{_percent(above)}"}
            yield problem(ORDER, tier.wording.place, found=tier.name, **details)


def _ends(ladder: Ladder) -> Iterator[Problem]:
    """An interval's upper end has to be the next tier's bound."""
    bounds = [rung.bound for rung in ladder.rungs]
    names = {rung.bound: rung.name for rung in ladder.rungs}
    for tier in ladder.tiers:
        if tier.upper is None:
            continue
        following = next((bound for bound in bounds if bound > tier.bound), None)
        upper = _shown(tier.upper)
        if following is None or following > tier.upper:
            yield problem(GAP, tier.wording.place, found=tier.name, upper=upper, next=_next(following))
        elif following < tier.upper:
            details = {"upper": upper, "next": names[following], "lower": _shown(following)}
            yield problem(OVERLAP, tier.wording.place, found=tier.name, **details)


def _next(bound: Fraction | None) -> Text:
    """What comes after an interval, in words."""
    if bound is None:
        return words.NO_NEXT_TIER
    shown = _shown(bound)
    return Text(words.NEXT_TIER.zh.format(bound=shown), words.NEXT_TIER.en.format(bound=shown))


def _percent(tier: Tier) -> str:
    return _shown(tier.bound)


def _shown(value: Fraction) -> str:
    return f"{plain(value * 100, 8)}%"


def nobody(plan: Plan, known: Known) -> Iterable[Problem]:
    """Rules whose region or product line does not occur in the figures."""
    rules: tuple[Tier | Ranking | StepRule | Limit, ...]
    rules = (*plan.tiers, *plan.team, *plan.rankings, *plan.steps, *plan.limits)
    for rule in rules:
        scope = rule.scope
        sold = frozenset({rule.product}) if isinstance(rule, StepRule) and rule.product else frozenset()
        if (
            (scope.regions - known.regions)
            or ((scope.products | sold) - known.products)
            or (scope.positions - known.positions)
        ):
            yield problem(NOBODY, rule.wording.place, found=scope.words or rule.wording.reward)
