"""What caps and floors do to somebody month by month: what was earned under them, the limits, and the difference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from salescli.measure.period import Month
from salescli.payout.ladder_sums import NOTHING
from salescli.payout.limit_cells import bounding, limit_cell
from salescli.payout.limits import LIMITED, limits_of
from salescli.payout.person_pay import PersonPay
from salescli.payout.plan import LimitKind
from salescli.payout.result import PayoutResult


@dataclass(frozen=True, slots=True)
class LimitedMonth:
    """A month of one person under a cap, a floor or both, in yuan; `earned` has the components that they bound, `cut`
    and `added` what the two did, `cells` where the two stand in the plan, as formulas."""

    month: Month | None
    region: str
    earned: dict[str, Decimal]
    cap: Decimal | None
    floor: Decimal | None
    cut: Decimal
    added: Decimal
    cells: Mapping[LimitKind, str]

    @property
    def before(self) -> Decimal:
        """What was earned under the limits."""
        return sum(self.earned.values(), NOTHING)

    @property
    def left(self) -> Decimal:
        """What they left of it."""
        return self.before + self.cut + self.added

    def formula(self, kind: LimitKind, earned: str) -> str | None:
        """What the cap takes or the floor adds, by a formula for what was `earned`; None without that limit."""
        return bounding(kind, earned, self.cells[kind]) if kind in self.cells else None


def limited_months(one: PersonPay, result: PayoutResult) -> Iterator[LimitedMonth]:
    """The months of `one` that a limit holds for, without those that were paid by themselves."""
    paid = {month for part in result.apart for month in part.period.months()}
    for month, region in one.homes.items():
        cap, floor = limits_of(result.plan.limits, region, one.person.position, month)
        if month in paid or (cap is None and floor is None):
            continue
        sums = dict.fromkeys((name for name in LIMITED if name in one.components), NOTHING)
        done = dict.fromkeys(LimitKind, NOTHING)
        for tale in one.tales:
            if tale.month is not month and tale.month != month:
                continue
            for name, amount in tale.earned:
                if name in sums:
                    sums[name] += amount
                elif name in {kind.value for kind in LimitKind}:
                    done[LimitKind(name)] += amount
        found = {kind: limit_cell(result.plan.limits, kind, region, one.person.position, month) for kind in LimitKind}
        cells = {kind: cell for kind, cell in found.items() if cell is not None}
        yield LimitedMonth(month, region, sums, cap, floor, done[LimitKind.CAP], done[LimitKind.FLOOR], cells)
