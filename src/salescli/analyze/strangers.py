"""Orders of people who are not in the plan: tracking leaves them out, and so does all that is measured by orders."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from salescli.measure.money import grouped, money_text
from salescli.measure.period import Month
from salescli.split.tables.plan import PlanRow
from salescli.table.codes import orders as codes
from salescli.table.problem import Problem, problem
from salescli.track.order_homes import brought_home
from salescli.track.people import Directory, Person, Slot, planned_people
from salescli.track.tables import MonthlyRow, MonthlyTargetRow, OrderRow

Planned: TypeAlias = MonthlyRow | MonthlyTargetRow | PlanRow
"""A row that tells of whom, where and in which month something is asked."""


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
    orders: Iterable[OrderRow], planned: Iterable[Planned], others: Iterable[Planned] = ()
) -> tuple[tuple[OrderRow, ...], tuple[Stranger, ...]]:
    """The orders of the people that are `planned`, each under the person, region and product line that tracking books
    it to, and everybody else's, the largest first. `others` are targets of other metrics: those of people without any
    in `planned` count. Without any people, or undated ones, there is no plan to hold orders against, and all count as
    they are typed."""
    directory = _directory([row for row in planned if row.month is not None], list(others))
    if not directory.slots:
        return tuple(orders), ()
    kept, nobodys = brought_home(orders, directory)
    strangers: dict[tuple[str, str | None], list[OrderRow]] = {}
    for row in nobodys:
        strangers.setdefault((row.person, row.region), []).append(row)
    found = (Stranger(*who, tuple(rows)) for who, rows in strangers.items())
    return kept, tuple(sorted(found, key=lambda item: -item.amount))


def _directory(planned: Sequence[Planned], others: Sequence[Planned]) -> Directory:
    rows = [*planned, *others]
    named, _ = planned_people(rows)
    people = [person or Person(row.person, row.employee_id) for row, person in zip(rows, named, strict=True)]
    sellers = set(people[: len(planned)])
    return Directory.of(
        (person, row.month, Slot(row.region, row.product))
        for at, (row, person) in enumerate(zip(rows, people, strict=True))
        if row.month is not None and (at < len(planned) or person not in sellers)
    )


def stranger_problems(found: Sequence[Stranger]) -> Iterator[Problem]:
    """Whose orders were left out, with their rows and contracts."""
    for item in found:
        details = {"person": item.person, "rows": len(item.rows), "amount": grouped(item.amount)}
        yield problem(codes.ORDER_PERSON_UNKNOWN, item.rows[0].at("person"), **details)
