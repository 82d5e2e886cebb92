"""Orders matched to the people of the plan. Every row that comes in goes out again, taken or excluded."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from salescli.excel.records import InvalidRow
from salescli.measure.money import grouped
from salescli.measure.period import Month
from salescli.table.batch import columns_of, some_of
from salescli.table.codes import orders as codes
from salescli.table.problem import Problem, problem
from salescli.track.account import NO_DETAIL, Excluded, Reason, where
from salescli.track.figures import NOTHING
from salescli.track.lots import Lot, deals_of
from salescli.track.order_repeats import each_once, repeats_remark
from salescli.track.order_sorting import SortedOrders, sort_orders
from salescli.track.orders import Deal, Standing
from salescli.track.people import Directory, Person, Slot
from salescli.track.remarks import region_remarks
from salescli.track.side_files import Gathered
from salescli.track.spoken import filled, spoken_month, spoken_months
from salescli.track.tables import OrderRow
from salescli.words import track as words
from salescli.words.language import Text

EXCLUSIONS = (Reason.DUPLICATE, Reason.UNKNOWN, Reason.OUTSIDE, Reason.INVALID)
"""Why an order row may be left out; an order is never superseded, a contradiction is an error."""


@dataclass(frozen=True)
class Orders:
    """All order rows, by what became of them; those that were taken are in `lots`.

    `others` are the numbers of the orders that were not, and whose they are. `each` are the orders, each number once.
    `planned` are the people of the plan and where they have targets, in its order.
    """

    lots: tuple[Lot, ...]
    excluded: tuple[Excluded, ...]
    read: int
    share: Fraction
    others: Mapping[str, Person | None] = field(default_factory=dict)
    each: Sequence[OrderRow] = ()
    planned: Sequence[tuple[Person, Slot]] = ()
    reckoned: dict[tuple[int, tuple[Month, ...]], tuple[Any, Any]] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """The figures that were worked out before, by the reports and months they are of."""

    @cached_property
    def deals(self) -> tuple[Deal, ...]:
        """Every order that was taken, in the order they were read."""
        return deals_of(self.lots, self.each, self.share)

    @cached_property
    def pending(self) -> tuple[Deal, ...]:
        """The signed orders that do not count yet, in the order of signing."""
        waiting = (deal for lot in self.lots for deal in lot.pending)
        return tuple(sorted(waiting, key=lambda deal: (deal.row.signed, deal.row.order_id)))

    @cached_property
    def known(self) -> Mapping[str, Person | None]:
        """The numbers of all orders that could be read, and whose they are; None where that cannot be told."""
        (numbers,) = columns_of(self.each, ("order_id",))
        return {**{numbers[one]: lot.person for lot in self.lots for one in lot.at}, **self.others}

    @cached_property
    def regions(self) -> Mapping[str, str | None]:
        """Where each order was sold: the region it counts in, else the one it names."""
        numbers, named = columns_of(self.each, ("order_id", "region"))
        counting = {numbers[one]: lot.slot.region for lot in self.lots for one in lot.at}
        return {**dict(zip(numbers, named, strict=True)), **counting}

    @property
    def months(self) -> frozenset[Month]:
        return frozenset(lot.month for lot in self.lots)

    def within(self, months: Container[Month]) -> tuple[Lot, ...]:
        """The lots of `months`."""
        return tuple(lot for lot in self.lots if lot.month in months)

    def sales(self) -> dict[tuple[Month, Person, Slot], Decimal]:
        """What the orders add to each target's actual."""
        sums: defaultdict[tuple[Month, Person, Slot], Decimal] = defaultdict(lambda: NOTHING)
        for lot in self.lots:
            if lot.sums.deals or lot.refunds:
                sums[lot.month, lot.person, lot.slot] += lot.sales
        return dict(sums)

    def account(self) -> dict[str, int]:
        """Rows by what became of them: read = the sum of the rest."""
        standings = {item.value: sum(lot.count(item) for lot in self.lots) for item in Standing}
        reasons = {reason.value: sum(item.reason is reason for item in self.excluded) for reason in EXCLUSIONS}
        return {"read": self.read, **standings, **reasons}


def take_orders(
    found: Gathered[OrderRow], directory: Directory, months: AbstractSet[Month], share: Fraction
) -> tuple[Orders, list[Problem]]:
    """The orders signed in `months` by people of the plan; `share` of one has to be collected for it to count."""
    rows, repeated, problems = each_once(found.rows)
    sorted_out = sort_orders(rows, directory, months, share)
    unknown, outside = sorted_out.unknown, sorted_out.outside
    out = [Excluded(Reason.INVALID, row.place) for row in found.invalid]
    out += [
        Excluded(Reason.DUPLICATE, row.place, detail=why)
        if isinstance(row, InvalidRow)
        else _out(row, Reason.DUPLICATE, why)
        for row, why in found.copies
    ]
    out += [_out(row, Reason.DUPLICATE, filled(words.SAME_AS, place=first.at())) for row, first in repeated]
    out += [_out(row, Reason.UNKNOWN, words.NOT_IN_PLAN) for row in unknown]
    for row in outside:
        spoken = spoken_month(Month.of(row.signed))
        out.append(_out(row, Reason.OUTSIDE, filled(words.COUNTS_IN, month=spoken)))
    problems += sorted_out.problems
    problems += _remarks(repeated, sorted_out)
    problems += _odd(rows, sorted_out.taken)
    problems += region_remarks(sorted_out.elsewhere, directory)
    excluded = tuple(sorted(out, key=where))
    taken = Orders(sorted_out.lots, excluded, found.read, share, sorted_out.others, rows, directory.planned())
    return taken, problems


def _out(row: OrderRow, reason: Reason, detail: Text = NO_DETAIL) -> Excluded:
    return Excluded(reason, row.at(), row.person, None, Month.of(row.signed), row.amount, detail, said=row)


def _remarks(repeated: Sequence[tuple[OrderRow, OrderRow]], found: SortedOrders) -> Iterable[Problem]:
    """One finding a kind, not one a row."""
    yield from repeats_remark(repeated)
    by_name: defaultdict[str, list[OrderRow]] = defaultdict(list)
    for row in found.strangers:
        by_name[row.person].append(row)
    for name, rows in by_name.items():
        amount = grouped(sum((row.amount for row in rows), NOTHING))
        yield problem(codes.ORDER_PERSON_UNKNOWN, rows[0].at("person"), person=name, rows=len(rows), amount=amount)
    if found.outside:
        months = spoken_months(Month.of(row.signed) for row in found.outside)
        yield problem(codes.ORDERS_OUTSIDE, rows=len(found.outside), months=months)


def _odd(rows: Sequence[OrderRow], taken: Sequence[int] | None) -> Iterable[Problem]:
    """What is odd about orders that were taken: all of `rows`, or those at these positions."""
    amounts, paid, signed, leads = columns_of(rows, ("amount", "collected", "signed", "lead_date"))
    wanted = range(len(rows)) if taken is None else taken
    if empty := [at for at in wanted if not amounts[at]]:
        yield problem(codes.ORDER_EMPTY, _first(rows, empty).at("amount"), rows=len(empty))
    if above := [at for at in wanted if (own := paid[at]) is not None and own > amounts[at] > NOTHING]:
        row = _first(rows, above)
        details = {"order": row.order_id, "collected": grouped(row.collected), "amount": grouped(row.amount)}
        yield problem(codes.COLLECTED_ABOVE, row.at("collected"), rows=len(above), **details)
    if backwards := [at for at in wanted if (lead := leads[at]) is not None and lead > signed[at]]:
        yield problem(codes.LEAD_AFTER_SIGNING, _first(rows, backwards).at("lead_date"), rows=len(backwards))


def _first(rows: Sequence[OrderRow], at: Sequence[int]) -> OrderRow:
    return some_of(rows, at[:1])[0]
