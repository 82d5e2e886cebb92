"""An incentive plan as values: the rules its wordings stand for, and the ladders its tiers make.

A tier has a lower bound only, so gaps and overlaps cannot be written down; what a plan says about upper ends
is checked while it is read. Every rule keeps the words it came from and their cell.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from salescli.measure.period import Month, Week
from salescli.payout.conditions import RankBy, Span
from salescli.payout.ladder_sums import LadderSums, ladder_sums
from salescli.payout.occasions import Event
from salescli.payout.scopes import EVERYONE, Scope
from salescli.table.problem import Place
from salescli.table.row import Row
from salescli.words.language import Text

if TYPE_CHECKING:
    from salescli.payout.scorecard import Scorecard

COMPONENTS: Final = (
    "commission",
    "bonus",
    "team",
    "ranking",
    "product",
    "referral",
    "weekly_best",
    "new_customer",
    "scorecard",
    "cap",
    "floor",
)
"""Everything a payout can consist of, in the order it is shown."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a rule as the plan has them, and where."""

    name: str
    condition: str
    reward: str
    scope: str
    place: Place

    @property
    def quote(self) -> str:
        """Condition and reward on one line."""
        return f"{self.condition} → {self.reward}"


@dataclass(frozen=True, slots=True)
class Tier:
    """From `bound` on: a rate of the pay base, a bonus, or both; for a team, `bonus` is the amount a head."""

    name: str
    bound: Fraction
    wording: Wording
    scope: Scope = EVERYONE
    rate: Fraction | None = None
    bonus: Decimal | None = None
    upper: Fraction | None = None
    span: Span = Span.MONTH


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder: what counts from `bound` on, with what lower rungs left in force.

    `own_bonus` is the bonus the plan names at this very bound (zero when none).
    """

    name: str
    bound: Fraction
    rate: Fraction
    bonus: Decimal
    own_bonus: Decimal
    tiers: tuple[Tier, ...]


@dataclass(frozen=True)
class Ladder:
    """Tiers of one scope from the lowest bound up. A rung without a rate (or bonus) keeps the one below it."""

    scope: Scope
    tiers: tuple[Tier, ...]

    @cached_property
    def rungs(self) -> tuple[Rung, ...]:
        """One rung a bound, bounds strictly rising."""
        rungs: list[Rung] = []
        for bound in sorted({tier.bound for tier in self.tiers}):
            here = tuple(tier for tier in self.tiers if tier.bound == bound)
            below = rungs[-1] if rungs else None
            rate = next((tier.rate for tier in here if tier.rate is not None), below.rate if below else Fraction(0))
            own = next((tier.bonus for tier in here if tier.bonus is not None), None)
            kept = below.bonus if below else Decimal(0)
            rungs.append(Rung(here[0].name, bound, rate, kept if own is None else own, own or Decimal(0), here))
        return tuple(rungs)

    @cached_property
    def sums(self) -> LadderSums:
        """What the rungs pay, in whole numbers."""
        rungs = self.rungs
        return ladder_sums(
            [rung.bound for rung in rungs],
            [rung.rate for rung in rungs],
            [rung.bonus for rung in rungs],
            [rung.own_bonus for rung in rungs],
        )

    @property
    def span(self) -> Span:
        """The time over which achievement is measured, and which it pays for."""
        return self.tiers[0].span

    @property
    def has_rate(self) -> bool:
        """Whether it pays commission, not bonuses alone."""
        return any(tier.rate is not None for tier in self.tiers)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Prizes by place among the people of `scope`; `floor` is the achievement below which nobody is ranked."""

    wording: Wording
    span: Span
    by: RankBy
    prizes: tuple[Decimal, ...]
    scope: Scope = EVERYONE
    floor: Fraction | None = None


@dataclass(frozen=True, slots=True)
class StepRule:
    """`amount` for every full `size` sold, of one product line (as compared) or of all."""

    wording: Wording
    size: Decimal
    amount: Decimal
    product: str | None = None
    scope: Scope = EVERYONE
    product_words: str = ""


class LimitKind(StrEnum):
    """What a limit does; the values are component names."""

    CAP = "cap"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Limit:
    """The most or the least that a month pays, in yuan."""

    wording: Wording
    kind: LimitKind
    amount: Decimal
    scope: Scope = EVERYONE


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that somebody brought about: a number, or the sales of one `week` in yuan."""

    employee_id: str | None
    person: str
    region: str | None
    month: Month | None
    value: Decimal
    week: Week | None
    row: Row

    @property
    def place(self) -> Place:
        """The cell that names the person."""
        return self.row.at("person")


@dataclass(frozen=True, slots=True)
class EventRule:
    """`amount` for each happening, or for the best of a week that brought in `least`, with all that happened."""

    wording: Wording
    event: Event
    amount: Decimal
    scope: Scope = EVERYONE
    happened: tuple[Happening, ...] = ()
    least: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Uncomputed:
    """A rule that is understood, but for which the figures at hand lack something."""

    component: str
    wording: Wording
    lacks: Text
    scope: Scope = EVERYONE


Rule = Tier | Ranking | StepRule | Limit | EventRule | Uncomputed
RuleT = TypeVar("RuleT", Tier, Ranking, StepRule, Limit, EventRule, Uncomputed)


@dataclass(frozen=True)
class Plan:
    """All rules of one incentive plan."""

    tiers: tuple[Tier, ...] = ()
    team: tuple[Tier, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    steps: tuple[StepRule, ...] = ()
    uncomputed: tuple[Uncomputed, ...] = ()
    limits: tuple[Limit, ...] = ()
    events: tuple[EventRule, ...] = ()
    scorecard: "Scorecard | None" = None

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        """The personal tiers, a ladder for each scope in the order of the plan."""
        return _ladders(self.tiers)

    @cached_property
    def team_ladders(self) -> tuple[Ladder, ...]:
        """The team awards, a ladder for each scope."""
        return _ladders(self.team)

    def within(self, months: Sequence[Month]) -> "Plan":
        """The rules that are in force in one of `months`; all of them for figures without months."""

        def held(rules: tuple[RuleT, ...]) -> tuple[RuleT, ...]:
            return tuple(rule for rule in rules if not months or any(map(rule.scope.in_force, months)))

        tiers, team, rankings = held(self.tiers), held(self.team), held(self.rankings)
        steps, limits, events = held(self.steps), held(self.limits), held(self.events)
        uncomputed = held(self.uncomputed)
        return Plan(tiers, team, rankings, steps, uncomputed, limits, events, self.scorecard)

    @property
    def rules(self) -> "tuple[Rule, ...]":
        """All rules, those that are not computed among them."""
        return (
            *self.tiers,
            *self.team,
            *self.rankings,
            *self.steps,
            *self.limits,
            *self.events,
            *self.uncomputed,
        )

    @property
    def by_position(self) -> bool:
        """Whether any rule is for some positions only."""
        return any(rule.scope.positions for rule in self.rules)

    @property
    def components(self) -> tuple[str, ...]:
        """Which components everybody is shown, also with nothing in them."""
        there = {"commission", "bonus", "team"} | {limit.kind.value for limit in self.limits}
        there |= {rule.event.value for rule in self.events}
        there |= {"scorecard"} if self.scorecard is not None and self.scorecard.use != "off" else set()
        there |= ({"ranking"} if self.rankings else set()) | ({"product"} if self.steps else set())
        return tuple(name for name in COMPONENTS if name in there)


def _ladders(tiers: Iterable[Tier]) -> tuple[Ladder, ...]:
    groups: dict[tuple[Span | frozenset[str], ...], list[Tier]] = {}
    for tier in tiers:
        scope = tier.scope
        groups.setdefault((tier.span, scope.regions, scope.products, scope.positions), []).append(tier)
    return tuple(ladder for group in groups.values() for ladder in _eras(group))


def _eras(tiers: Sequence[Tier]) -> Iterator[Ladder]:
    """A ladder for each stretch of time in which the same tiers are in force."""
    starts = {tier.scope.since for tier in tiers} | {tier.scope.until.next() for tier in tiers if tier.scope.until}
    changes = sorted(month for month in starts if month is not None)
    for since, following in pairwise((None, *changes, None)):
        until = None if following is None else following.previous()
        first = since or until
        here = tuple(tier for tier in tiers if first is None or tier.scope.in_force(first))
        if here:
            yield Ladder(replace(here[0].scope, since=since, until=until), here)
