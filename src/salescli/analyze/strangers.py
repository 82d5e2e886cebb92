"""Orders of people who are not in the plan: tracking leaves them out, and so does all that is measured by orders."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from salescli.measure.money import grouped, money_text
from salescli.measure.period import Month
from salescli.table.codes import orders as codes
from salescli.table.problem import Problem, problem
from salescli.track.people import Directory, Person, Slot, planned_people
from salescli.track.tables import MonthlyRow, OrderRow


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody whose orders do not count: all of them, and their contracts in yuan."""

    person: str
    region: str | None
    rows: tuple[OrderRow, ...]

    @property
    def amount(self) -> Decimal:
        """What the contracts add up to."""
        return sum((row.amount for row in self.rows), Decimal(0))

    def within(self, month: Month | None) -> Decimal:
        """What those signed in `month` add up to."""
        return sum((row.amount for row in self.rows if Month.of(row.signed) == month), Decimal(0))

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        shown = {"person": self.person, "region": self.region, "orders": len(self.rows)}
        return {**shown, "amount": money_text(self.amount)}


def of_the_plan(
    orders: Sequence[OrderRow], people: Iterable[MonthlyRow]
) -> tuple[tuple[OrderRow, ...], tuple[Stranger, ...]]:
    """The orders of `people`, known as tracking knows them (工号, else name, narrowed by region), and everybody else's,
    the largest first. Without any people, or undated ones, there is no plan to hold orders against, and all count."""
    planned = [row for row in people if row.month is not None]
    if not planned:
        return tuple(orders), ()
    named, _ = planned_people(planned)
    directory = Directory.of(
        (person or Person(row.person, row.employee_id), row.month, Slot(row.region, row.product))
        for row, person in zip(planned, named, strict=True)
        if row.month is not None
    )
    known: dict[tuple[str | None, str, str | None, str | None], bool] = {}
    kept: list[OrderRow] = []
    others: dict[tuple[str, str | None], list[OrderRow]] = {}
    for row in orders:
        key = (row.employee_id, row.person, row.region, row.product)
        if key not in known:
            known[key] = bool(directory.find(row).people)
        if known[key]:
            kept.append(row)
        else:
            others.setdefault((row.person, row.region), []).append(row)
    strangers = (Stranger(*who, tuple(rows)) for who, rows in others.items())
    return tuple(kept), tuple(sorted(strangers, key=lambda item: -item.amount))


def stranger_problems(found: Sequence[Stranger]) -> Iterator[Problem]:
    """Whose orders were left out, with their rows and contracts."""
    for item in found:
        details = {"person": item.person, "rows": len(item.rows), "amount": grouped(item.amount)}
        yield problem(codes.ORDER_PERSON_UNKNOWN, item.rows[0].at("person"), **details)
