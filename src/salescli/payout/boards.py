"""A ranking as it came out: who took which place over which time, and what it paid."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from salescli.measure.money import money_text
from salescli.measure.period import Month, Quarter, Year
from salescli.measure.ratio import ratio_text
from salescli.payout.conditions import RankBy
from salescli.payout.people import Person
from salescli.payout.ranking import Won

if TYPE_CHECKING:
    from salescli.payout.plan import Ranking


@dataclass(frozen=True, slots=True)
class Placing:
    """One who was ranked, by `value`."""

    person: Person
    value: Decimal | Fraction
    won: Won


@dataclass(frozen=True, slots=True)
class Board:
    """The placings of one ranking over one time, best first, people of one place in the order of their rows.

    `outside` are those who were not ranked: nothing sold, or below the ranking's least achievement.
    """

    rule: "Ranking"
    span: Month | Quarter | Year | None
    placings: tuple[Placing, ...]
    outside: tuple[Person, ...]

    @property
    def paid(self) -> Decimal:
        """All that it pays."""
        return sum((one.won.prize for one in self.placings), Decimal("0.00"))

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        show = money_text if self.rule.by is RankBy.SALES else ratio_text
        return {
            "name": self.rule.wording.name,
            "span": None if self.span is None else str(self.span),
            "by": self.rule.by.value,
            "prizes": [money_text(prize) for prize in self.rule.prizes],
            "paid": money_text(self.paid),
            "places": [
                {
                    "place": one.won.place,
                    "tied": one.won.count,
                    "employee_id": one.person.employee_id,
                    "person": one.person.name,
                    "value": show(one.value),
                    "prize": money_text(one.won.prize),
                }
                for one in self.placings
            ],
            "not_ranked": [person.name for person in self.outside],
        }
