"""A line of the plan as rules. What is not understood is an error with the cell; nothing is skipped or guessed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.measure.period import Month
from salescli.measure.rounding import plain
from salescli.payout.conditions import ALWAYS, Bound, Condition, Gauge, Open, Rank, RankBy, Span, Strict, read_condition
from salescli.payout.occasions import Occasion, conditions_event, read_event, rewards_event
from salescli.payout.phrases import fold, product_name
from salescli.payout.plan import EventRule, Limit, LimitKind, Ranking, StepRule, Tier, Uncomputed, Wording
from salescli.payout.rewards import (
    AtLeast,
    AtMost,
    Clause,
    EveryFull,
    Head,
    Pay,
    Prizes,
    Reward,
    StrictReward,
    read_reward,
    read_step,
)
from salescli.payout.rule_rows import RuleRow
from salescli.payout.scopes import Known, Scope, ScopeWords, read_scope
from salescli.payout.sold import Sold, read_sold
from salescli.payout.tables import TierRow
from salescli.table.codes.payout import wording as codes
from salescli.table.problem import Code, Problem, problem
from salescli.words import payout as words
from salescli.words.language import Text


@dataclass(frozen=True, slots=True)
class TeamTier:
    """A tier that pays by the region's achievement."""

    tier: Tier


Rule = Tier | TeamTier | Ranking | StepRule | EventRule | Limit | Uncomputed


_LONGER: Final = re.compile(r"季度|年度|年终|全年|quarter|annual|year")


class _NotUnderstoodError(Exception):
    """Leaves the reading of one line with its problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code.name)
        self.found = found


def read_line(row: TierRow, known: Known) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """The rules that one line stands for, or the problem that keeps it from standing for any."""
    line = _Line(row, known)
    try:
        if wrong := tuple(line.unread()):
            return (), wrong
        return line.rules(), ()
    except _NotUnderstoodError as error:
        return (), (error.found,)


def cut_months(row: TierRow | RuleRow) -> Iterator[Problem]:
    """Days that do not lie on the border of a month, or in the wrong order: monthly figures cannot be cut."""
    if row.since is not None and row.since.day != 1:
        yield problem(codes.NOT_FIRST_DAY, row.at("since"), found=row.since, first=Month.of(row.since).next().first)
    if row.until is not None and row.until != Month.of(row.until).last:
        yield problem(codes.NOT_LAST_DAY, row.at("until"), found=row.until, last=Month.of(row.until).last)
    if row.since is not None and row.until is not None and row.until < row.since:
        yield problem(codes.DATES_CROSS, row.at("until"), found=row.until, since=row.since)


class _Line:
    def __init__(self, row: TierRow, known: Known) -> None:
        self.row = row
        self.known = known
        self.wording = Wording(row.name, row.condition, row.reward, row.scope, row.at("reward"))
        self.placed = replace(self.wording, place=row.at("condition"))
        self.condition: Condition | Sold | None = read_condition(row.condition) or read_sold(row.condition, known)
        self.reward = read_reward(row.reward)

    def unread(self) -> Iterator[Problem]:
        """Every cell that is not understood by itself, and dates that cut a month."""
        together = self._together()
        cells = (self.row.name, self.row.condition, self.row.reward)
        if self.condition is None and together is None and not conditions_event(*cells):
            yield self._error(codes.UNKNOWN_CONDITION, "condition", forms=words.CONDITION_FORMS).found
        if self.reward is None and together is None and not rewards_event(*cells):
            yield self._error(codes.UNKNOWN_REWARD, "reward", forms=words.REWARD_FORMS).found
        try:
            self._scope()
        except _NotUnderstoodError as error:
            yield error.found
        yield from cut_months(self.row)

    def rules(self) -> tuple[Rule, ...]:
        whom = self._scope()
        rules = self._read(whom)
        if whom.scope.positions and not self.known.positions:
            return self._uncomputed(rules, words.LACKS_POSITIONS)
        if whom.scope.positions and any(isinstance(rule, TeamTier) for rule in rules):
            raise self._error(codes.TEAM_KIND, "scope", lacks=words.LACKS_TEAM_POSITIONS)
        return rules

    def _uncomputed(self, rules: Iterable[Rule], lacks: Text) -> tuple[Rule, ...]:
        scope = self._scope().scope
        dates = Scope(since=scope.since, until=scope.until)
        return tuple(Uncomputed(component_of(rule), self.wording, lacks, dates) for rule in rules)

    def _read(self, whom: ScopeWords) -> tuple[Rule, ...]:
        match together := self._together():
            case EveryFull():
                return (self._every_full(together, whom),)
            case Occasion():
                return (EventRule(self.wording, together.event, together.amount, whom.scope, least=together.least),)
        condition, reward = self.condition, self.reward
        if isinstance(condition, Strict):
            raise self._error(codes.STRICT_BOUND, "condition")
        if isinstance(reward, StrictReward):
            raise self._error(codes.STRICT_BOUND, "reward")
        if condition is None or reward is None:  # the words of an event, without one
            raise self._error(codes.MISMATCH, "reward", condition=self.row.condition, reward=self.row.reward)
        if isinstance(condition, Sold):
            whom = self._narrowed(whom, condition.product)
            condition = Open()
        return self._joined(condition, reward, whom)

    def _narrowed(self, whom: ScopeWords, product: str | None) -> ScopeWords:
        """`whom` for the sales of a product line that the condition names."""
        if product is None:
            return whom
        named = frozenset({product_name(product)})
        if whom.scope.products not in (frozenset(), named):
            raise self._error(codes.MISMATCH, "scope", condition=self.row.condition, reward=self.row.scope)
        return replace(whom, scope=replace(whom.scope, products=named, words=whom.scope.words or product))

    def _joined(self, condition: Bound | Rank | Open, reward: Reward, whom: ScopeWords) -> tuple[Rule, ...]:
        match condition, reward:
            case Bound(gauge=Gauge.REGION), Head():
                self._check_restated(whom, condition.low)
                if condition.span is not Span.MONTH:
                    raise self._error(codes.TEAM_KIND, "condition", lacks=words.LACKS_LONG_TEAM)
                tier = Tier(self.row.name, condition.low, self.placed, whom.scope, None, reward.amount, condition.high)
                return (TeamTier(tier),)
            case ((Bound(gauge=Gauge.OWN) | Open()), Pay()):
                return self._tiers(condition, reward, whom)
            case ((Rank() | Open()), Prizes()):
                return (self._ranking(condition if isinstance(condition, Rank) else Rank(), reward, whom),)
            case Open(), AtMost() | AtLeast():
                return (self._limit(reward, whom),)
            case Bound(), AtMost() | AtLeast() if condition == ALWAYS:
                return (self._limit(reward, whom),)
            case Rank(), Pay(clauses=(Clause(bound=None, rate=None, bonus=Decimal() as bonus),)):
                return (self._ranking(condition, Prizes((bonus,)), whom),)
        raise self._error(codes.MISMATCH, "reward", condition=self.row.condition, reward=self.row.reward)

    # -- tiers ----------------------------------------------------------------------------------

    def _tiers(self, condition: Bound | Open, reward: Pay, whom: ScopeWords) -> tuple[Rule, ...]:
        outer = condition if isinstance(condition, Bound) else None
        bounds = [clause.bound or outer for clause in reward.clauses]
        if None in bounds:
            raise self._error(codes.NO_BOUND, "condition", reward=self.row.reward)
        known = [bound for bound in bounds if bound is not None]
        if outer is not None and outer.low != known[0].low:
            raise self._contradiction("reward", known[0].low, outer.low)
        self._check_restated(whom, known[0].low)
        if len({bound.span for bound in known} - {outer.span if outer else known[0].span, Span.MONTH}) > 0:
            raise self._error(codes.MISMATCH, "reward", condition=self.row.condition, reward=self.row.reward)
        if (word := _LONGER.search(fold(self.row.reward))) and all(bound.span is Span.MONTH for bound in known):
            raise self._error(codes.SPAN_UNCLEAR, "reward", word=word[0])
        for bound in known:
            if bound.high is not None and bound.high <= bound.low:
                shown = {"low": _percent(bound.low), "high": _percent(bound.high)}
                raise self._error(codes.EMPTY_INTERVAL, "condition", **shown)
        if any(bound.gauge is Gauge.REGION for bound in known):
            raise self._error(codes.MISMATCH, "reward", condition=self.row.condition, reward=self.row.reward)
        return tuple(
            self._tier(clause, bound, outer, whom, several=len(known) > 1)
            for clause, bound in zip(reward.clauses, known, strict=True)
        )

    def _tier(self, clause: Clause, bound: Bound, outer: Bound | None, whom: ScopeWords, *, several: bool) -> Tier:
        name = f"{self.row.name}(≥{_percent(bound.low)})" if several else self.row.name
        product = bound.product or (outer.product if outer else None)
        scope = whom.scope
        if product is not None:
            scope = replace(scope, products=frozenset({product_name(product)}), words=scope.words or product)
        upper = outer.high if outer is not None and not several else bound.high
        wording = self.wording if clause.bound else self.placed
        span = bound.span if outer is None else outer.span
        return Tier(name, bound.low, wording, scope, clause.rate, clause.bonus, upper, span)

    def _check_restated(self, whom: ScopeWords, bound: Fraction) -> None:
        if whom.restated is not None and whom.restated != bound:
            raise self._contradiction("scope", whom.restated, bound)

    def _contradiction(self, field: str, stated: Fraction, bound: Fraction) -> _NotUnderstoodError:
        return self._error(codes.CONTRADICTION, field, stated=f"≥{_percent(stated)}", bound=f"≥{_percent(bound)}")

    # -- everything else ------------------------------------------------------------------------

    def _ranking(self, condition: Rank, reward: Prizes, whom: ScopeWords) -> Ranking:
        prizes = reward.amounts
        places = reward.places or condition.places or len(prizes)
        if reward.each and len(prizes) == 1:
            prizes = prizes * places
        stated = {count for count in (reward.places, condition.places) if count is not None}
        if any(count != len(prizes) for count in stated):
            raise self._error(codes.PRIZE_COUNT, "reward", places=places, amounts=len(prizes))
        span = reward.span or condition.span or Span.QUARTER
        by = reward.by or condition.by or RankBy.SALES
        floor = condition.floor if condition.floor is not None else whom.restated
        return Ranking(self.wording, span, by, prizes, whom.scope, floor)

    def _limit(self, reward: AtMost | AtLeast, whom: ScopeWords) -> Limit:
        if whom.scope.products or whom.restated is not None:
            raise self._error(codes.LIMIT_SCOPE, "scope")
        kind = LimitKind.CAP if isinstance(reward, AtMost) else LimitKind.FLOOR
        return Limit(self.wording, kind, reward.amount, whom.scope)

    def _together(self) -> Occasion | EveryFull | None:
        """The reward for an event or for full steps, which two cells may share."""
        if isinstance(self.reward, EveryFull):
            if isinstance(self.condition, Open | Sold):
                return self.reward
            if self.condition is not None:
                raise self._error(codes.MISMATCH, "reward", condition=self.row.condition, reward=self.row.reward)
            return None
        if not isinstance(self.condition, Bound) and (self.reward is None or isinstance(self.reward, Pay | Head)):
            event = read_event(self.row.name, self.row.condition, self.row.reward)
            if event is not None:
                return event
        return read_step(self.row.condition, self.row.reward) if self.condition is None else None

    def _every_full(self, step: EveryFull, whom: ScopeWords) -> StepRule:
        named = Sold() if step.product is None else read_sold(step.product, self.known)
        if named is None and not self.known.products:
            named = Sold(step.product)  # figures without product lines cannot tell; the rule waits for them
        if named is None:
            raise self._error(codes.UNKNOWN_REWARD, "reward", forms=words.REWARD_FORMS)
        sold = self.condition.product if isinstance(self.condition, Sold) else None
        if sold and named.product and product_name(sold) != product_name(named.product):
            raise self._error(codes.MISMATCH, "reward", condition=self.row.condition, reward=self.row.reward)
        product = named.product or sold
        compared = None if product is None else product_name(product)
        return StepRule(self.wording, step.size, step.amount, compared, whom.scope, (product or "").upper())

    def _scope(self) -> ScopeWords:
        whom = read_scope(self.row.scope, self.known)
        if whom is not None:
            dates = (None if day is None else Month.of(day) for day in (self.row.since, self.row.until))
            since, until = dates
            return replace(whom, scope=replace(whom.scope, since=since, until=until))
        regions, products = self.known.shown(self.known.regions), self.known.shown(self.known.products)
        raise self._error(
            codes.UNKNOWN_SCOPE,
            "scope",
            regions=regions or "—",
            products=products or "—",
            positions=tuple(sorted(self.known.positions)) or "—",
            forms=words.SCOPE_FORMS,
        )

    def _error(self, code: Code, field: str, **details: object) -> _NotUnderstoodError:
        return _NotUnderstoodError(problem(code, self.row.at(field), found=getattr(self.row, field), **details))


def component_of(rule: Rule) -> str:
    match rule:
        case Tier():
            return "bonus" if rule.rate is None else "commission"
        case TeamTier():
            return "team"
        case Ranking():
            return "ranking"
        case StepRule():
            return "product"
        case Limit():
            return rule.kind.value
        case EventRule():
            return rule.event.value
        case Uncomputed():
            return rule.component


def _percent(value: Fraction) -> str:
    return f"{plain(value * 100, 8)}%"
