"""An incentive plan as values: the rules its wordings stand for, and the ladders its tiers make.

A tier has a lower bound only, so gaps and overlaps cannot be written down; what a plan says about upper ends
is checked while it is read. Every rule keeps the words it came from and their cell.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Final

from salescli.measure.period import Month, Week
from salescli.payout.conditions import RankBy, Span
from salescli.payout.rewards import Event
from salescli.payout.scopes import EVERYONE, Scope
from salescli.table.problem import Place
from salescli.words.language import Text

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
    place: Place


@dataclass(frozen=True, slots=True)
class EventRule:
    """`amount` for each happening, or for the best of a week, with all that happened."""

    wording: Wording
    event: Event
    amount: Decimal
    scope: Scope = EVERYONE
    happened: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Uncomputed:
    """A rule that is understood, but for which the figures at hand lack something."""

    component: str
    wording: Wording
    lacks: Text


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

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        """The personal tiers, a ladder for each scope in the order of the plan."""
        return _ladders(self.tiers)

    @cached_property
    def team_ladders(self) -> tuple[Ladder, ...]:
        """The team awards, a ladder for each scope."""
        return _ladders(self.team)

    @property
    def components(self) -> tuple[str, ...]:
        """Which components everybody is shown, also with nothing in them."""
        there = {"commission", "bonus", "team"} | {limit.kind.value for limit in self.limits}
        there |= {rule.event.value for rule in self.events}
        there |= ({"ranking"} if self.rankings else set()) | ({"product"} if self.steps else set())
        return tuple(name for name in COMPONENTS if name in there)


def _ladders(tiers: Iterable[Tier]) -> tuple[Ladder, ...]:
    scopes: dict[tuple[frozenset[str], frozenset[str]], list[Tier]] = {}
    for tier in tiers:
        scopes.setdefault((tier.scope.regions, tier.scope.products), []).append(tier)
    return tuple(Ladder(group[0].scope, tuple(group)) for group in scopes.values())
