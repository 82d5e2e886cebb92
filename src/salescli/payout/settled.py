"""Paid periods do not change: what a later look at them gives is the difference, as lines to pay or to deduct.

A person's difference is what the period would come to now, less all that was paid for it: the commission sheet
and every correction since. A net refund of a later period is deducted at the rate the sale was paid at.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from salescli.measure.money import grouped, money_text, to_fen
from salescli.measure.period import Period
from salescli.measure.ratio import divide, ratio_text
from salescli.payout.fingerprint import written_components
from salescli.payout.people import Person
from salescli.payout.person_pay import PersonPay
from salescli.payout.result import PayoutResult
from salescli.payout.rule_rows import RuleRow
from salescli.payout.settled_tables import AdjustmentRow, Reason
from salescli.payout.tables import PayoutRow
from salescli.words import statements as words
from salescli.words.language import Lang, Text

NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Paid:
    """What one person was paid for a period, corrections included."""

    row: PayoutRow
    corrected: Decimal = NOTHING
    refunds: tuple[AdjustmentRow, ...] = ()
    """Refunds of other periods that were deducted at this one's rate; `cause` tells of which."""

    @property
    def total(self) -> Decimal:
        """All that was paid."""
        return self.row.total + self.corrected

    @property
    def rate(self) -> Fraction:
        """The rate the base was paid at: the tier's, or what it came to over several."""
        stated = Fraction(self.row.rate or 0)
        if to_fen(Fraction(self.row.base) * stated) == self.row.commission:
            return stated
        return divide(self.row.commission, self.row.base) or Fraction(0)

    def document(self) -> dict[str, Any]:
        """The person as they were paid."""
        row = self.row
        components = written_components(row)
        return {
            "employee_id": row.employee_id,
            "person": row.person,
            "region": row.region,
            "target": money_text(row.target),
            "actual": money_text(row.actual),
            "achievement": ratio_text(row.achievement),
            "tier": row.tier or "",
            "base": money_text(row.base),
            "rate": ratio_text(row.rate or Fraction(0)),
            "components": [{"name": name, "amount": money_text(paid)} for name, paid in components.items()],
            "total": money_text(row.total),
        }

    @property
    def open_base(self) -> Decimal:
        """The base that can still be refunded."""
        return max(NOTHING, self.row.base - sum((row.refund or NOTHING for row in self.refunds), NOTHING))


@dataclass(frozen=True, slots=True)
class Settled:
    """A paid period: its people, the file it came from, and the fingerprint of its plan."""

    period: Period
    people: tuple[Paid, ...]
    file: str
    plan: str
    rules: tuple[RuleRow, ...] = ()

    def of(self, person: Person, region: str) -> Paid | None:
        """What `person` was paid; by 工号 where both have one, else by name and region."""
        for one in self.people:
            if one.row.employee_id and person.employee_id:
                if one.row.employee_id == person.employee_id:
                    return one
            elif one.row.person == person.name and one.row.region == region:
                return one
        return None

    @property
    def total(self) -> Decimal:
        """All that was paid, corrections included."""
        return sum((one.total for one in self.people), NOTHING)

    def summary(self) -> dict[str, Any]:
        """The period and its total, as ``--json`` shows it beside a longer period."""
        return {"period": str(self.period), "paid": money_text(self.total)}

    def document(self) -> dict[str, Any]:
        """The people and their total as they were paid, in the shape of a payout's document."""
        base = sum((one.row.base for one in self.people), NOTHING)
        total = sum((one.row.total for one in self.people), NOTHING)
        return {
            "people": [one.document() for one in self.people],
            "total": money_text(total),
            "cost_rate": ratio_text(divide(total, base)) if base > 0 else None,
        }


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One line to pay (`amount` above zero) or to deduct."""

    period: Period
    person: Person
    region: str
    paid: Decimal
    amount: Decimal
    reason: Reason
    change: Text
    details: tuple[tuple[str, object], ...] = ()
    refund: Decimal | None = None
    cause: Period | None = None
    """The period whose base below zero is refunded on `period`."""

    @property
    def caused_in(self) -> str | None:
        """`cause` as a cell has it."""
        return None if self.cause is None else str(self.cause)

    def why(self, lang: Lang) -> str:
        """What changed, in words."""
        return self.change.say(lang, **dict(self.details))

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "period": str(self.period),
            "employee_id": self.person.employee_id,
            "person": self.person.name,
            "region": self.region,
            "paid": money_text(self.paid),
            "amount": money_text(self.amount),
            "reason": self.reason.value,
            "refund": money_text(self.refund),
            "refunded_in": self.caused_in,
        }


@dataclass(frozen=True, slots=True)
class Due:
    """What somebody with corrections gets in all: this period's total and the lines."""

    person: Person
    region: str
    total: Decimal
    lines: tuple[Adjustment, ...]

    @property
    def corrected(self) -> Decimal:
        """The sum of the lines."""
        return sum((line.amount for line in self.lines), NOTHING)

    @property
    def payable(self) -> Decimal:
        """What is paid out, below zero what is owed back."""
        return self.total + self.corrected

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "employee_id": self.person.employee_id,
            "person": self.person.name,
            "region": self.region,
            "total": money_text(self.total),
            "corrections": money_text(self.corrected),
            "payable": money_text(self.payable),
        }


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is known of paid periods; `closed` is the one asked for when it is paid already."""

    settled: tuple[Settled, ...]
    lines: tuple[Adjustment, ...]
    closed: Settled | None = None

    @property
    def total(self) -> Decimal:
        """The sum of all lines."""
        return sum((line.amount for line in self.lines), NOTHING)

    def of(self, person: Person) -> tuple[Adjustment, ...]:
        """The lines of `person`."""
        return tuple(line for line in self.lines if line.person.key == person.key)

    def dues(self, result: PayoutResult) -> tuple[Due, ...]:
        """Everybody with corrections beside their pay of the period, nothing for those who are no longer in it;
        none for a period that is paid already."""
        if self.closed is not None:
            return ()
        lines: dict[str, list[Adjustment]] = {}
        for line in self.lines:
            lines.setdefault(line.person.key, []).append(line)
        dues = []
        for key, mine in lines.items():
            one = result.by_key.get(key)
            total = NOTHING if one is None else one.total
            dues.append(Due(mine[0].person, mine[0].region if one is None else one.region, total, tuple(mine)))
        return tuple(dues)

    def document(self, result: PayoutResult) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "periods": [str(one.period) for one in self.settled],
            "closed": self.closed is not None,
            "lines": [line.document() for line in self.lines],
            "total": money_text(self.total),
            "payable": None if self.closed is not None else money_text(result.total + self.total),
            "due": [due.document() for due in self.dues(result)],
        }


def differences(settled: Settled, again: PayoutResult) -> Iterator[Adjustment]:
    """A line for everybody whose pay would now differ, and why."""
    for one in again.people:
        paid = settled.of(one.person, one.region)
        amount = one.total - (paid.total if paid else NOTHING)
        if amount:
            reason, change, details = _cause(paid, one)
            total = paid.total if paid else NOTHING
            yield Adjustment(settled.period, one.person, one.region, total, amount, reason, change, details)


def gone(settled: Settled, again: PayoutResult) -> tuple[str, ...]:
    """Those who were paid and are not there any more."""
    found = [settled.of(one.person, one.region) for one in again.people]
    return tuple(paid.row.person for paid in settled.people if paid not in found)


def paid_people(rows: Iterable[PayoutRow], since: Iterable[AdjustmentRow]) -> tuple[Paid, ...]:
    """The people of a commission sheet with the corrections made since."""
    corrections = list(since)
    people = []
    for row in rows:
        mine = [item for item in corrections if _same(item, row)]
        refunds = tuple(item for item in mine if item.refund is not None)
        corrected = sum((item.amount for item in mine if item.refund is None), NOTHING)
        people.append(Paid(row, corrected, refunds))
    return tuple(people)


def _same(item: AdjustmentRow, row: PayoutRow) -> bool:
    if item.period != row.period:
        return False
    if item.employee_id and row.employee_id:
        return item.employee_id == row.employee_id
    return (item.person, item.region) == (row.person, row.region)


def _cause(paid: Paid | None, one: PersonPay) -> tuple[Reason, Text, tuple[tuple[str, object], ...]]:
    """Whose doing a difference is by default: own sales, a customer's money, or the company's rules."""
    if paid is None:
        return Reason.COMPANY, words.NEW_PERSON, ()
    row, now = paid.row, one.standing
    changes = (
        (row.actual, now.actual, Reason.SALES, words.ACTUAL_CHANGED),
        (row.base, now.base, Reason.CUSTOMER, words.BASE_CHANGED),
        (row.target, now.target, Reason.COMPANY, words.TARGET_CHANGED),
    )
    for old, new, reason, text in changes:
        if old != new:
            return reason, text, (("old", grouped(old)), ("new", grouped(new)))
    return Reason.COMPANY, words.OTHERS_CHANGED, ()
