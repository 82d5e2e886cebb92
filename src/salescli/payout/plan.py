"""An incentive plan as values: the rules its wordings stand for, and the ladders its tiers make.

A tier has a lower bound only, so gaps and overlaps cannot be written down; what a plan says about upper ends
is checked while it is read. Every rule keeps the words it came from and their cell.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from salescli.payout.conditions import RankBy, Span
from salescli.payout.scopes import EVERYONE, Scope
from salescli.table.problem import Place
from salescli.words.language import Text


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
        extra = (("ranking",) if self.rankings else ()) + (("product",) if self.steps else ())
        return ("commission", "bonus", "team", *extra)


def _ladders(tiers: Iterable[Tier]) -> tuple[Ladder, ...]:
    scopes: dict[tuple[frozenset[str], frozenset[str]], list[Tier]] = {}
    for tier in tiers:
        scopes.setdefault((tier.scope.regions, tier.scope.products), []).append(tier)
    return tuple(Ladder(group[0].scope, tuple(group)) for group in scopes.values())
