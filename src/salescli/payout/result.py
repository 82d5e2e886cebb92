"""What a run found out: everybody's pay, the regions, and the sums. Renderers only read it."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from salescli.measure.money import money_text
from salescli.measure.period import Period
from salescli.measure.ratio import divide, ratio_text
from salescli.payout.choices import Terms
from salescli.payout.person_pay import PersonPay
from salescli.payout.plan import Plan
from salescli.payout.record import NOTHING_TOLD, Record
from salescli.payout.region_pay import RegionPay
from salescli.payout.structure import rule_document, structure
from salescli.words import payout as words
from salescli.words.language import Text

if TYPE_CHECKING:
    from salescli.payout.boards import Board
    from salescli.payout.costing import Costing
    from salescli.payout.credits import Deal
    from salescli.payout.notice import Notice
    from salescli.payout.release import Releases
    from salescli.payout.settled import Corrections, Settled
    from salescli.payout.statements import StatementFile


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

    @property
    def no_tier(self) -> Text:
        """What stands for no tier: not reached, or told by the periods that were paid by themselves."""
        return words.PAID_LABEL if self.people and all(one.settled for one in self.people) else words.NO_TIER_LABEL

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
