"""Net refunds: a base below zero earns nothing and is deducted from paid periods, at the rates they were paid at.

That goes for the period that is paid now and for one that fell below zero after it was paid. What was deducted for a
period before is remembered by its lines (`cause`), so that nothing is deducted twice, and given back when the
refund turns out smaller.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from salescli.measure.money import grouped, to_fen
from salescli.measure.period import Period, parse_period
from salescli.measure.rounding import plain
from salescli.payout.person_pay import PersonPay
from salescli.payout.settled import NOTHING, Adjustment, Paid, Settled
from salescli.payout.settled_tables import AdjustmentRow, Reason
from salescli.words import statements as words


@dataclass
class RefundBook:
    """The paid periods with what was deducted of them before, and by this run as it goes along.

    `bases` has today's base by paid period and person's key: what was taken back there already is no longer
    to be refunded.
    """

    settled: Sequence[Settled]
    bases: Mapping[tuple[Period, str], Decimal] = field(default_factory=dict)
    _taken: defaultdict[tuple[Period, str], Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def lines(self, one: PersonPay, period: Period) -> tuple[tuple[Adjustment, ...], Decimal]:
        """The deductions for a base below zero in `period`, the latest paid period first, and what of it was never
        paid on, in yuan of the base."""
        due = max(NOTHING, -one.standing.base)
        made = list(self._made(one, period))
        surplus = sum((row.refund or NOTHING for row in made), NOTHING) - due
        if surplus > 0:
            return tuple(self._given_back(one, period, made, surplus)), NOTHING
        left = -surplus
        lines = []
        for earlier in sorted(self.settled, key=lambda item: item.period.first, reverse=True):
            paid = earlier.of(one.person, one.region)
            if not left or paid is None or earlier.period.last >= period.first:
                continue
            taken = min(left, self._open(one, earlier, paid))
            left -= taken
            self._taken[earlier.period, one.person.key] += taken
            amount = -to_fen(Fraction(taken) * paid.rate)
            if amount:
                told = {
                    "period": str(period),
                    "amount": grouped(taken),
                    "original": str(earlier.period),
                    "rate": f"{plain(paid.rate * 100, 4)}%",
                }
                why = (Reason.CUSTOMER, words.REFUND, tuple(told.items()), taken, period)
                lines.append(Adjustment(earlier.period, one.person, one.region, paid.total, amount, *why))
        return tuple(lines), left

    def _open(self, one: PersonPay, earlier: Settled, paid: Paid) -> Decimal:
        """The base of a paid period that can still be refunded."""
        at = earlier.period, one.person.key
        lost = max(NOTHING, paid.row.base - self.bases.get(at, paid.row.base))
        return max(NOTHING, paid.open_base - lost - self._taken[at])

    def _made(self, one: PersonPay, period: Period) -> Iterator[AdjustmentRow]:
        """The refunds that were deducted for `period` before."""
        for settled in self.settled:
            paid = settled.of(one.person, one.region)
            yield from (row for row in (paid.refunds if paid else ()) if row.cause == str(period))

    def _given_back(
        self, one: PersonPay, period: Period, made: Sequence[AdjustmentRow], surplus: Decimal
    ) -> Iterator[Adjustment]:
        for row in reversed(made):
            refund = row.refund or NOTHING
            share = min(surplus, refund)
            original = parse_period(row.period)
            if share <= 0 or original is None:
                continue
            surplus -= share
            amount = to_fen(Fraction(-row.amount) * Fraction(share) / Fraction(refund))
            told = {"period": str(period), "amount": grouped(share), "original": row.period}
            why = (Reason.CUSTOMER, words.REFUND_LESS, tuple(told.items()), -share, period)
            yield Adjustment(original, one.person, one.region, row.paid, amount, *why)
