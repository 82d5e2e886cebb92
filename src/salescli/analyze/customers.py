"""Customers by class: who is worth how much, how often to call, and who has not been called in time.

The rules stand in the configuration (``[customers]``), the first that fits decides:

============  =======================================================================================
strategic     a large contribution, a high potential, and years enough
core          a contribution that counts
potential     a high potential
opportunity   everyone else
============  =======================================================================================

A blank potential or number of years fits no rule that asks for one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from salescli.analyze.diagnosis import CUSTOMERS, CustomerClass, CustomerRow
from salescli.measure.money import money_text
from salescli.measure.ratio import divide, ratio_text
from salescli.table.codes.analyze import CONTACT_AHEAD
from salescli.table.codes.cells import STATED_DIFFERS
from salescli.table.config import CustomerKeys
from salescli.table.problem import Problem, problem

MOST_NAMED: Final = 5
"""Customers that one message names."""
MOST_OF_IT: Final = Fraction(4, 5)
"""The share of revenue whose customers are counted: the 80 of 80/20."""


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer. `next_contact` = last contact + the days of its class; `overdue` are the days since then,
    0 when in time, None when no contact is on record.
    """

    row: CustomerRow
    level: CustomerClass
    next_contact: date | None
    overdue: int | None

    @property
    def due(self) -> bool:
        """Whether to call: late, or never called."""
        return self.overdue is None or self.overdue > 0

    def document(self) -> dict[str, Any]:
        """The customer as ``--json`` shows it."""
        last = self.row.last_contact
        return {
            "customer": self.row.customer,
            "person": self.row.person,
            "contribution": money_text(self.row.contribution),
            "class": str(self.level),
            "last_contact": None if last is None else last.isoformat(),
            "next_contact": None if self.next_contact is None else self.next_contact.isoformat(),
            "overdue_days": self.overdue,
        }


@dataclass(frozen=True, slots=True)
class ClassShare:
    """What one class brings. `share` is of the revenue, `of_customers` of their number."""

    level: CustomerClass
    days: int
    count: int
    contribution: Decimal
    share: Fraction | None
    of_customers: Fraction | None
    due: int

    def document(self) -> dict[str, Any]:
        """The class as ``--json`` shows it."""
        return {
            "class": str(self.level),
            "days": self.days,
            "customers": self.count,
            "customer_share": ratio_text(self.of_customers),
            "contribution": money_text(self.contribution),
            "share": ratio_text(self.share),
            "due": self.due,
        }


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All customers on one day. `vital` are the fewest that bring 80 % of the revenue, None without revenue."""

    as_of: date
    customers: tuple[Customer, ...]
    classes: tuple[ClassShare, ...]
    vital: int | None

    @property
    def vital_share(self) -> Fraction | None:
        """The vital few as a share of all customers."""
        return divide(self.vital, len(self.customers))

    @property
    def to_call(self) -> tuple[Customer, ...]:
        """Who is to be called, the weightiest class first, and in it the longest overdue."""
        order = list(CustomerClass)
        late = [item for item in self.customers if item.due]
        return tuple(sorted(late, key=lambda item: (order.index(item.level), -(item.overdue or 10**6))))

    def document(self) -> dict[str, Any]:
        """The portfolio as ``--json`` shows it."""
        return {
            "as_of": self.as_of.isoformat(),
            "classes": [item.document() for item in self.classes],
            "contribution": money_text(sum((item.contribution for item in self.classes), Decimal(0))),
            "vital": self.vital,
            "vital_share": ratio_text(self.vital_share),
            "customers": [item.document() for item in self.customers],
            "to_call": [item.row.customer for item in self.to_call],
        }


def class_of(row: CustomerRow, rules: CustomerKeys) -> CustomerClass:
    """The class of a customer by the rules of the house."""
    potential, years = row.potential or 0, row.years or 0
    large = row.contribution >= rules.strategic_contribution
    if large and potential >= rules.strategic_potential and years >= rules.strategic_years:
        return CustomerClass.STRATEGIC
    if row.contribution >= rules.core_contribution:
        return CustomerClass.CORE
    return CustomerClass.POTENTIAL if potential >= rules.potential else CustomerClass.OPPORTUNITY


def days_of(level: CustomerClass, rules: CustomerKeys) -> int:
    """How many days may pass between two contacts."""
    return int(getattr(rules, f"{level.value}_days"))


def portfolio(rows: Sequence[CustomerRow], rules: CustomerKeys, as_of: date) -> Portfolio:
    """Every customer classed, in the order of the table."""
    customers = tuple(_customer(row, rules, as_of) for row in rows)
    whole = sum((row.contribution for row in rows), Decimal(0))
    classes = tuple(_class(level, customers, whole, rules) for level in CustomerClass)
    return Portfolio(as_of, customers, classes, _vital([row.contribution for row in rows], whole))


def _customer(row: CustomerRow, rules: CustomerKeys, as_of: date) -> Customer:
    level = class_of(row, rules)
    if row.last_contact is None:
        return Customer(row, level, None, None)
    following = row.last_contact + timedelta(days=days_of(level, rules))
    return Customer(row, level, following, max((as_of - following).days, 0))


def _class(level: CustomerClass, customers: Sequence[Customer], whole: Decimal, rules: CustomerKeys) -> ClassShare:
    own = [item for item in customers if item.level is level]
    brought = sum((item.row.contribution for item in own), Decimal(0))
    share = divide(brought, whole) if whole > 0 else None
    due = sum(item.due for item in own)
    return ClassShare(level, days_of(level, rules), len(own), brought, share, divide(len(own), len(customers)), due)


def _vital(amounts: Sequence[Decimal], whole: Decimal) -> int | None:
    """How many of the largest it takes to bring 80 % of the whole."""
    if whole <= 0:
        return None
    reached = Decimal(0)
    for count, amount in enumerate(sorted(amounts, reverse=True), start=1):
        reached += amount
        if reached >= MOST_OF_IT * Fraction(whole):
            return count
    return len(amounts)


def customer_problems(found: Portfolio) -> Iterator[Problem]:
    """Stated classes that the rules of the house do not give, and contacts after the day that is judged on."""
    ahead = [item.row for item in found.customers if item.row.last_contact and item.row.last_contact > found.as_of]
    if ahead:
        names = [f"{row.customer} {row.last_contact}" for row in ahead[:MOST_NAMED]]
        names += ["…"] if len(ahead) > MOST_NAMED else []
        details = {"column": CUSTOMERS.label("last_contact"), "day": found.as_of.isoformat(), "count": len(ahead)}
        yield problem(CONTACT_AHEAD, ahead[0].at("last_contact"), **details, names=tuple(names))
    for item in found.customers:
        stated = item.row.level
        if stated is not None and stated is not item.level:
            details = {"column": CUSTOMERS.label("level"), "stated": stated.word, "computed": item.level.word}
            yield problem(STATED_DIFFERS, item.row.at("level"), **details, why="")
