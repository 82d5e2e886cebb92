"""Split credit: what is booked under one person and belongs to several, moved before anything is calculated.

A deal's amount leaves the row it is booked in and is shared out by weight in fen, the odd ones by largest
remainder, so that no sum over everybody changes. A region's and a product line's sums follow the people.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, Literal

from salescli.measure.money import grouped, money_text
from salescli.measure.period import Month
from salescli.measure.rounding import plain
from salescli.payout.credit_rows import CreditRow
from salescli.payout.people import Base, Entry, Person, Register
from salescli.payout.phrases import product_name
from salescli.split.allocate import allocate
from salescli.table.codes import credits as codes
from salescli.table.problem import Problem, problem

_ONE: Final = ("month", "booked", "booked_region", "product", "amount", "collected")


@dataclass(frozen=True, slots=True)
class Share:
    """What one person gets of a deal, in yuan."""

    person: Person
    weight: Decimal
    amount: Decimal
    collected: Decimal | None


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal with its shares, which add up to it; `source` is whom it was booked under."""

    name: str
    month: Month | None
    source: Person
    product: str | None
    amount: Decimal
    collected: Decimal | None
    shares: tuple[Share, ...]

    def moved(self, key: str) -> Decimal:
        """What the deal adds to a person's sales: their shares less what was booked under them."""
        own = sum((share.amount for share in self.shares if share.person.key == key), Decimal(0))
        return own - (self.amount if self.source.key == key else Decimal(0))

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "deal": self.name,
            "month": None if self.month is None else str(self.month),
            "booked": self.source.name,
            "amount": money_text(self.amount),
            "collected": money_text(self.collected),
            "shares": [
                {
                    "employee_id": share.person.employee_id,
                    "person": share.person.name,
                    "weight": f"{share.weight.normalize():f}",
                    "amount": money_text(share.amount),
                    "collected": money_text(share.collected),
                }
                for share in self.shares
            ],
        }


def share_out(
    rows: Sequence[CreditRow], entries: Sequence[Entry], base: Base, release: Literal["sales", "collected"]
) -> tuple[tuple[Entry, ...], tuple[Deal, ...], tuple[Problem, ...]]:
    """The entries after all deals of their months, the deals, and what is wrong with them."""
    held, deals, found = _Held(entries), [], []
    by_deal: dict[str, list[CreditRow]] = {}
    for row in rows:
        by_deal.setdefault(row.deal, []).append(row)
    months = {entry.month for entry in entries}
    for group in by_deal.values():
        reading = _Reading(group, held)
        month = reading.one("month")
        if month is not None and None not in months and month not in months:
            continue
        deal = reading.deal(months, needs_collected="collected" in (base.value, release))
        found += reading.found
        if deal is not None and reading.at is not None:
            deals.append(deal)
            _move(held, reading.at, deal, base)
    return tuple(held.entries), tuple(deals), tuple(found)


class _Held:
    """The rows of figures as deals move them, to be found by their people."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = list(entries)
        self.people = Register({entry.person.key: entry.person for entry in entries}.values())
        self._at: dict[str, list[int]] = {}
        for at, entry in enumerate(self.entries):
            self._at.setdefault(entry.person.key, []).append(at)

    def rows_of(self, person: Person, month: Month | None) -> list[tuple[int, Entry]]:
        """Somebody's rows of a month with their places, in order."""
        mine = ((at, self.entries[at]) for at in self._at.get(person.key, ()))
        return [(at, entry) for at, entry in mine if entry.month == month]

    def add(self, entry: Entry) -> int:
        """One more row; its place."""
        self._at.setdefault(entry.person.key, []).append(len(self.entries))
        self.entries.append(entry)
        return len(self.entries) - 1


class _Reading:
    """The rows of one deal."""

    def __init__(self, rows: Sequence[CreditRow], held: _Held) -> None:
        self.rows, self.held = rows, held
        self.found: list[Problem] = []
        self.at: int | None = None

    def one(self, key: str) -> Any:
        """The deal's own value of a column, from whichever of its rows holds it."""
        values = [getattr(row, key) for row in self.rows if getattr(row, key) is not None]
        return values[0] if values else None

    def deal(self, months: set[Month | None], *, needs_collected: bool) -> Deal | None:
        first = self.rows[0]
        for key in _ONE:
            for row in self.rows:
                if getattr(row, key) not in (None, self.one(key)):
                    self.found.append(problem(codes.CREDIT_DIFFERS, row.at(key), deal=row.deal))
        for key in ("booked", "amount"):
            if self.one(key) is None:
                self.found.append(problem(codes.CREDIT_LACKS, first.at(key), deal=first.deal))
        month = self.one("month")
        if month is None and len(months) > 1:
            self.found.append(problem(codes.CREDIT_MONTH, first.at("month"), deal=first.deal))
        if self.found:
            return None
        month = None if None in months else month or next(iter(months))
        source = self._source(month)
        shares = [self._person(row.person, row.employee_id, row.region, row, "person") for row in self.rows]
        if source is None or None in shares or self.found:
            return None
        if needs_collected and self.one("collected") is None:
            self.found.append(problem(codes.CREDIT_COLLECTED, first.at("collected"), deal=first.deal))
            return None
        return self._shared(month, source, [person for person in shares if person is not None])

    def _shared(self, month: Month | None, source: Entry, people: Sequence[Person]) -> Deal:
        weights = [row.weight for row in self.rows]
        percent = all(weight <= 1 for weight in weights) and any(weight < 1 for weight in weights)  # 1, 1, 1 are parts
        if percent and sum(weights) != 1:
            total = plain(sum(weights) * 100)
            self.found.append(problem(codes.CREDIT_SUM, self.rows[0].at("weight"), deal=self.rows[0].deal, sum=total))
        amount, collected = self.one("amount"), self.one("collected")
        if amount > source.actual:
            details = {"deal": self.rows[0].deal, "amount": grouped(amount), "actual": grouped(source.actual)}
            self.found.append(problem(codes.CREDIT_EXCEEDS, self.rows[0].at("amount"), **details))
        amounts = _in_fen(amount, weights)
        sums = [None] * len(weights) if collected is None else _in_fen(collected, weights)
        shares = tuple(Share(*share) for share in zip(people, weights, amounts, sums, strict=True))
        return Deal(self.rows[0].deal, month, source.person, source.product, amount, collected, shares)

    def _source(self, month: Month | None) -> Entry | None:
        """The row that the deal is booked in."""
        row = next(row for row in self.rows if row.booked is not None)
        person = self._person(str(row.booked), None, self.one("booked_region"), row, "booked")
        if person is None:
            return None
        product = self.one("product")
        fitting = [
            at
            for at, entry in self.held.rows_of(person, month)
            if product is None or (entry.product is not None and product_name(entry.product) == product_name(product))
        ]
        if len(fitting) != 1:
            code = codes.CREDIT_NO_ROW if not fitting else codes.CREDIT_WHICH_ROW
            details = {"deal": row.deal, "person": person.name, "month": month or ""}
            self.found.append(problem(code, row.at("product" if fitting else "booked"), **details))
            return None
        self.at = fitting[0]
        return self.held.entries[fitting[0]]

    def _person(self, name: str, number: str | None, region: str | None, row: CreditRow, key: str) -> Person | None:
        found = self.held.people.meant(number, name, region)
        if len(found) != 1:
            code = codes.CREDIT_NOBODY if not found else codes.CREDIT_SEVERAL
            self.found.append(problem(code, row.at(key), deal=row.deal, person=name))
            return None
        return found[0]


def _in_fen(total: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """`total`, also a negative one, shared out in fen."""
    sign = -1 if total < 0 else 1
    return [Decimal(sign * fen).scaleb(-2) for fen in allocate(int(abs(total) * 100), weights)]


def _move(held: _Held, at: int, deal: Deal, base: Base) -> None:
    """The deal out of row `at` and into the rows of those who share it."""
    source = held.entries[at]
    held.entries[at] = _added(source, -deal.amount, None if deal.collected is None else -deal.collected, base)
    for share in deal.shares:
        rows = held.rows_of(share.person, source.month)
        own = _own_row(rows, source)
        if own is None:
            region = rows[0][1].region if rows else share.person.region
            empty = Decimal("0.00") if source.collected is not None else None
            nothing = Decimal("0.00")
            own = held.add(
                Entry(
                    share.person, source.month, region, source.product, nothing, nothing, nothing, empty, source.place
                )
            )
        held.entries[own] = _added(held.entries[own], share.amount, share.collected, base)


def _own_row(rows: Sequence[tuple[int, Entry]], source: Entry) -> int | None:
    """Of somebody's rows of the deal's month that of its product line; the very row it is booked in for whom it was
    booked under."""
    name = None if source.product is None else product_name(source.product)
    fitting = [
        (at, entry) for at, entry in rows if (None if entry.product is None else product_name(entry.product)) == name
    ]
    same = (at for at, entry in fitting if entry.region == source.region)
    return next(same, fitting[0][0] if fitting else None)


def _added(entry: Entry, amount: Decimal, collected: Decimal | None, base: Base) -> Entry:
    together = entry.collected
    if collected is not None and together is not None:
        together += collected
    actual = entry.actual + amount
    paid_on = together if base is Base.COLLECTED and together is not None else actual
    return replace(entry, actual=actual, base=paid_on, collected=together)


def moves_of(deals: Sequence[Deal]) -> dict[str, list[tuple[Deal, Decimal]]]:
    """The deals that change each person's sales, by their key, each with by how much."""
    moves: dict[str, list[tuple[Deal, Decimal]]] = {}
    for deal in deals:
        for key in dict.fromkeys((deal.source.key, *(share.person.key for share in deal.shares))):
            if amount := deal.moved(key):
                moves.setdefault(key, []).append((deal, amount))
    return moves
