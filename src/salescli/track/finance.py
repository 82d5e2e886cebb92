"""What finance saw arrive, by the person it belongs to. A row that belongs to nobody is listed, never dropped."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from salescli.excel.records import InvalidRow
from salescli.measure.money import grouped
from salescli.measure.period import Month
from salescli.table.codes import orders as codes
from salescli.table.problem import Place, Problem, problem
from salescli.track.account import Excluded, Reason, where
from salescli.track.figures import NOTHING
from salescli.track.people import Directory, Person
from salescli.track.side_files import Gathered
from salescli.track.spoken import filled, spoken_month, spoken_months
from salescli.track.tables import FinanceRow
from salescli.track.who import Who
from salescli.words import orders as words
from salescli.words import track as track_words
from salescli.words.language import Text

MOST_NAMED: Final = 5
"""How many order numbers, or people, a warning names; the sheet lists them all."""

EXCLUSIONS = (Reason.DUPLICATE, Reason.UNKNOWN, Reason.OUTSIDE, Reason.INVALID)


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money that arrived and belongs to a person of the plan; `order_known` is None where it cannot be told.

    `who` are they as the rows of a tracking name them: without 工号 a namesake of one region.
    """

    row: FinanceRow
    who: Who
    order_known: bool | None

    @property
    def month(self) -> Month:
        return Month.of(self.row.received)


@dataclass(frozen=True, slots=True)
class Finance:
    """All rows of finance, by what became of them; `rows` are all that could be read, each file's once."""

    receipts: tuple[Receipt, ...]
    excluded: tuple[Excluded, ...]
    read: int
    rows: tuple[FinanceRow, ...] = ()

    def collected(self) -> dict[tuple[Month, Who], Decimal]:
        """What arrived by month and person."""
        sums: defaultdict[tuple[Month, Who], Decimal] = defaultdict(lambda: NOTHING)
        for receipt in self.receipts:
            sums[receipt.month, receipt.who] += receipt.row.collected
        return dict(sums)

    @property
    def strange_orders(self) -> tuple[Receipt, ...]:
        """Money for an order that is not among the orders."""
        return tuple(receipt for receipt in self.receipts if receipt.order_known is False)

    def account(self) -> dict[str, int]:
        """Rows by what became of them: read = the sum of the rest."""
        reasons = {reason.value: sum(item.reason is reason for item in self.excluded) for reason in EXCLUSIONS}
        return {"read": self.read, "merged": len(self.receipts), **reasons}


@dataclass(frozen=True, slots=True)
class _Payee:
    """A row of finance as one that speaks of a person, which it does by 工号 or by name alone."""

    row: FinanceRow
    region: str | None = None
    product: str | None = None

    @property
    def employee_id(self) -> str | None:
        return self.row.employee_id

    @property
    def person(self) -> str:
        return self.row.person

    def at(self, field: str | None = None) -> Place:
        return self.row.at(field)


def take_finance(
    found: Gathered[FinanceRow],
    directory: Directory,
    months: AbstractSet[Month],
    orders: Mapping[str, Person | None] | None,
    regions: Mapping[str, str | None] = MappingProxyType({}),
) -> tuple[Finance, list[Problem]]:
    """The money that arrived in `months`; `orders` tells whose an order is, None where no orders were read.

    `regions` tells where an order was sold. Of namesakes the one with the row's 工号, else the one who has the order,
    is meant; where neither tells, the row belongs to nobody.
    """
    receipts, out = [], [Excluded(Reason.INVALID, row.place) for row in found.invalid]
    out += [
        Excluded(Reason.DUPLICATE, row.place, detail=why)
        if isinstance(row, InvalidRow)
        else _out(row, Reason.DUPLICATE, why)
        for row, why in found.copies
    ]
    strangers, outside = [], []
    for row in found.rows:
        people = directory.find(_Payee(row)).people
        owner = None if orders is None or row.order_id is None else orders.get(row.order_id)
        person = people[0] if len(people) == 1 else owner if owner in people else None
        if person is None:
            strangers.append(row)
            out.append(_out(row, Reason.UNKNOWN, words.SEVERAL_PEOPLE if people else track_words.NOT_IN_PLAN))
        elif Month.of(row.received) not in months:
            outside.append(row)
            detail = filled(track_words.COUNTS_IN, month=spoken_month(Month.of(row.received)))
            out.append(_out(row, Reason.OUTSIDE, detail))
        else:
            known = None if orders is None or row.order_id is None else row.order_id in orders
            region = None if row.order_id is None else regions.get(row.order_id)
            who = _one_of(person, directory.regions_of(person, Month.of(row.received)), region)
            if who is None:
                strangers.append(row)
                out.append(_out(row, Reason.UNKNOWN, words.SEVERAL_PEOPLE))
            else:
                receipts.append(Receipt(row, who, known))
    finance = Finance(tuple(receipts), tuple(sorted(out, key=where)), found.read, tuple(found.rows))
    return finance, _remarks(finance, strangers, outside)


def _one_of(person: Person, own: Sequence[str], region: str | None) -> Who | None:
    """Which of the namesakes in their `own` regions a person is; with 工号 there is but one."""
    if person.employee_id is not None or len(own) == 1:
        return Who.of(person.name, person.employee_id, own[0])
    return Who.of(person.name, None, region) if region is not None and region in own else None


def _out(row: FinanceRow, reason: Reason, detail: Text) -> Excluded:
    return Excluded(reason, row.at(), row.person, None, Month.of(row.received), row.collected, detail)


def _remarks(finance: Finance, strangers: list[FinanceRow], outside: list[FinanceRow]) -> list[Problem]:
    said = []
    if strangers:
        names = tuple(dict.fromkeys(row.person for row in strangers))
        people = [*names[:MOST_NAMED], *_and_more(len(names) - MOST_NAMED)]
        amount = grouped(sum((row.collected for row in strangers), NOTHING))
        details = {"rows": len(strangers), "people": tuple(people), "amount": amount}
        said.append(problem(codes.FINANCE_PERSON_UNKNOWN, strangers[0].at("person"), **details))
    if finance.strange_orders:
        rows = [receipt.row for receipt in finance.strange_orders]
        orders = tuple(dict.fromkeys(row.order_id for row in rows))
        said.append(
            problem(
                codes.FINANCE_ORDER_UNKNOWN,
                rows[0].at("order_id"),
                rows=len(rows),
                count=len(orders),
                orders=orders[:MOST_NAMED],
            )
        )
    if outside:
        months = spoken_months(Month.of(row.received) for row in outside)
        said.append(problem(codes.FINANCE_OUTSIDE, rows=len(outside), months=months))
    contents = Counter(
        (receipt.row.received, receipt.row.order_id, receipt.row.person, receipt.row.collected)
        for receipt in finance.receipts
    )
    if twice := sum(count - 1 for count in contents.values()):
        said.append(problem(codes.FINANCE_REPEATED, rows=twice))
    return said


def _and_more(count: int) -> list[Text]:
    return [filled(words.MORE_PEOPLE, count=count)] if count > 0 else []
