"""What one region has earned for each of its people in a month."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from salescli.measure.money import money_text
from salescli.measure.period import Month
from salescli.measure.ratio import ratio_text
from salescli.payout.plan import Ladder, Plan
from salescli.payout.scales import Standing


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
