"""What a run found out: each person's parts, components and steps, and the sums. Renderers only read it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from salescli.measure.money import money_text
from salescli.measure.period import Month, Period
from salescli.measure.ratio import divide, ratio_text
from salescli.payout.people import Base, Person
from salescli.payout.plan import Ladder, Plan, Rung
from salescli.payout.ranking import Ties
from salescli.payout.record import NOTHING_TOLD, Record
from salescli.payout.scales import Standing
from salescli.payout.steps import Step, Tale, Time
from salescli.payout.structure import rule_document, structure
from salescli.records import dataclass

if TYPE_CHECKING:
    from salescli.payout.boards import Board
    from salescli.payout.costing import Costing
    from salescli.payout.credits import Deal
    from salescli.payout.notice import Notice
    from salescli.payout.release import Releases
    from salescli.payout.settled import Corrections, Settled
    from salescli.payout.statements import StatementFile

Mode = Literal["whole", "marginal"]
BonusRule = Literal["highest", "stack"]


@dataclass(frozen=True, slots=True)
class Terms:
    """The choices a payout was worked out under."""

    mode: Mode = "whole"
    base: Base = Base.SALES
    bonus: BonusRule = "highest"
    ties: Ties = Ties.SHARE
    release: Literal["sales", "collected"] = "sales"


@dataclass(frozen=True, slots=True)
class Part:
    """A person's figures under one ladder in one month, or over the longer time that the ladder is measured over.

    `ladder` is None when none applies to them.
    """

    month: Time
    ladder: Ladder | None
    standing: Standing
    rung: Rung | None
    following: Rung | None
    commission: Decimal
    bonus: Decimal
    remarks: tuple[Step, ...]
    paid: Decimal | None = None
    """What was paid for it before, where it was paid by itself and earns nothing again."""

    @property
    def missing(self) -> Decimal | None:
        """What has to be sold on top for the next tier, in yuan; None on the highest, or without a target."""
        if self.following is None or self.standing.target <= 0:
            return None
        return self.standing.missing(self.following.bound)


@dataclass(frozen=True, slots=True)
class RegionPay:
    """A region's standing in one month, what it earns a head, and for how many."""

    region: str
    month: Month | None
    standing: Standing
    per_head: Decimal
    people: int
    sellers: Mapping[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    """The target and actual of everybody with figures in the region, by their key."""
    settled: bool = False
    """Whether the month was paid by itself, so that nothing is earned again."""

    def ladders(self, plan: Plan) -> list[tuple[int, Ladder]]:
        """The team ladders that hold for the region in its month, with their numbers from 1 in the plan."""
        return [
            (number, ladder)
            for number, ladder in enumerate(plan.team_ladders, start=1)
            if not self.settled and ladder.scope.holds(self.region, None, self.month)
        ]

    def missing(self, plan: Plan) -> Decimal | None:
        """What the region still has to sell for the next team award, in yuan; None on the highest, or without one."""
        short = [
            self.standing.missing(rung.bound)
            for _, ladder in self.ladders(plan)
            if self.standing.target > 0
            for rung in ladder.rungs
            if not self.standing.reaches(rung.bound)
        ]
        return min(short, default=None)

    def is_open_to(self, key: str) -> bool:
        """Whether the sums tell somebody nothing about a single colleague: those of one other would follow from
        the region's sums and one's own."""
        others = [figures for other, figures in self.sellers.items() if other != key]
        return all(sum(1 for figures in others if figures[at]) != 1 for at in (0, 1))

    def document(self, plan: Plan) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "region": self.region,
            "month": None if self.month is None else str(self.month),
            "target": money_text(self.standing.target),
            "actual": money_text(self.standing.actual),
            "achievement": ratio_text(self.standing.achievement),
            "people": self.people,
            "per_head": money_text(self.per_head),
            "to_next": money_text(self.missing(plan)),
        }


@dataclass(frozen=True)
class PersonPay:
    """All that one person gets, and how it came about; `homes` has their region by month."""

    person: Person
    standing: Standing
    parts: tuple[Part, ...]
    components: Mapping[str, Decimal]
    homes: Mapping[Month | None, str]
    tales: tuple[Tale, ...]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step of it, in the order of the calculation."""
        return tuple(step for tale in self.tales for step in tale.steps())

    @cached_property
    def total(self) -> Decimal:
        """The sum of the rounded components."""
        return sum(self.components.values(), Decimal("0.00"))

    @cached_property
    def region(self) -> str:
        """The region they belong to, at the end of the period."""
        return list(self.homes.values())[-1]

    def home(self, time: "Time") -> str:
        """Their region in that month; over a longer time, the one they had at its end."""
        if time is None or isinstance(time, Month):
            return self.homes[time]
        return [home for month, home in self.homes.items() if month in time.months()][-1]

    @cached_property
    def tier(self) -> str:
        """The tier reached; several (of several months or ladders) in their order, each once."""
        return " / ".join(dict.fromkeys(part.rung.name for part in self.parts if part.rung is not None))

    @property
    def rate(self) -> Fraction:
        """The rate of the tier reached; over several parts that differ, commission ÷ base."""
        if len(self.parts) == 1:
            return self.parts[0].rung.rate if self.parts[0].rung else Fraction(0)
        rates = {part.rung.rate if part.rung else Fraction(0) for part in self.parts}
        if len(rates) == 1:
            return rates.pop()
        return divide(self.components["commission"], self.standing.base) or Fraction(0)

    def document(self) -> dict[str, Any]:
        """The person as ``--json`` shows them."""
        only = self.parts[0] if len(self.parts) == 1 else None
        return {
            "employee_id": self.person.employee_id,
            "person": self.person.name,
            "region": self.region,
            "target": money_text(self.standing.target),
            "actual": money_text(self.standing.actual),
            "achievement": ratio_text(self.standing.achievement),
            "tier": self.tier,
            "base": money_text(self.standing.base),
            "rate": ratio_text(self.rate),
            "components": [{"name": name, "amount": money_text(paid)} for name, paid in self.components.items()],
            "total": money_text(self.total),
            "to_next_tier": money_text(only.missing) if only else None,
            "steps": [
                {
                    "component": step.component,
                    "month": None if step.month is None else str(step.month),
                    "figures": step.figures,
                    "amount": money_text(step.amount),
                }
                for step in self.steps
                if step.figures
            ],
        }


@dataclass(frozen=True)
class PayoutResult:
    """The whole payout of one period."""

    period: Period | None
    plan: Plan
    terms: Terms
    people: tuple[PersonPay, ...]
    regions: tuple[RegionPay, ...]
    costing: "Costing | None" = None
    releases: "Releases | None" = None
    notice: "Notice | None" = None
    statements: "tuple[StatementFile, ...]" = ()
    corrections: "Corrections | None" = None
    deals: "tuple[Deal, ...]" = ()
    boards: "tuple[Board, ...]" = ()
    dated_plan: Plan | None = None
    record: Record = NOTHING_TOLD
    apart: "tuple[Settled, ...]" = ()
    """Periods within this one that were paid by themselves, and are not paid again."""

    @property
    def whole_plan(self) -> Plan:
        """The plan with the rules that are in force at other times only; `plan` is what holds in the period."""
        return self.dated_plan or self.plan

    @cached_property
    def by_key(self) -> dict[str, PersonPay]:
        """The people by their keys."""
        return {one.person.key: one for one in self.people}

    @cached_property
    def by_region(self) -> dict[str, list[PersonPay]]:
        """The people of each region."""
        found: dict[str, list[PersonPay]] = {}
        for one in self.people:
            found.setdefault(one.region, []).append(one)
        return found

    @cached_property
    def shared_names(self) -> frozenset[str]:
        """The names that several people bear."""
        counted = Counter(one.person.name for one in self.people)
        return frozenset(name for name, count in counted.items() if count > 1)

    @cached_property
    def ranked_in(self) -> dict[str, list[int]]:
        """The rankings that somebody has a place in, by their key."""
        found: dict[str, list[int]] = {}
        for at, board in enumerate(self.boards):
            for placing in board.placings:
                found.setdefault(placing.person.key, []).append(at)
        return found

    @cached_property
    def total(self) -> Decimal:
        """Everything that is paid."""
        return sum((one.total for one in self.people), Decimal("0.00"))

    @cached_property
    def base(self) -> Decimal:
        """The pay base of everybody."""
        return sum((one.standing.base for one in self.people), Decimal(0))

    @property
    def cost_rate(self) -> Fraction | None:
        """Total payout ÷ total base; None without a base above zero."""
        return divide(self.total, self.base) if self.base > 0 else None

    @cached_property
    def single(self) -> bool:
        """Whether one line a person shows the whole calculation: one month, and one ladder over all figures."""
        one_month = len({item.month for item in self.regions}) == 1
        return one_month and all(len(one.parts) == 1 and one.parts[0].standing == one.standing for one in self.people)

    @cached_property
    def sums(self) -> dict[str, Decimal]:
        """What is paid under each component that somebody has."""
        sums: dict[str, Decimal] = {}
        for one in self.people:
            for name, paid in one.components.items():
                sums[name] = sums.get(name, Decimal("0.00")) + paid
        return sums

    def sum_of(self, component: str) -> Decimal:
        """What is paid under one component."""
        return self.sums.get(component, Decimal("0.00"))

    def document(self) -> dict[str, Any]:
        """The ``result`` of the JSON document."""
        document = {
            "period": None if self.period is None else str(self.period),
            "people": [one.document() for one in self.people],
            "total": money_text(self.total),
            "cost_rate": ratio_text(self.cost_rate),
            "mode": self.terms.mode,
            "base": self.terms.base.value,
            "not_computed": [
                {"name": rule.component, "wording": rule.wording.reward, "cell": rule.wording.place.cell}
                for rule in self.plan.uncomputed
            ],
            "plan": [rule_document(row) for row in structure(self.whole_plan)],
            "release": {"rule": "sales"} if self.releases is None else self.releases.document(self),
            "record": self.record.document(),
            "costs": None if self.costing is None else self.costing.document(),
            "notice": None if self.notice is None else self.notice.document(),
            "teams": [item.document(self.plan) for item in self.regions],
            "paid_apart": [one.summary() for one in self.apart],
            "rankings": [board.document() for board in self.boards],
            "credits": [deal.document() for deal in self.deals],
            "scorecard": None if self.plan.scorecard is None else self.plan.scorecard.document(),
            "statements": [one.document() for one in self.statements],
            "settled": None if self.corrections is None else self.corrections.document(self),
        }
        closed = None if self.corrections is None else self.corrections.closed
        return document if closed is None else document | closed.document()
