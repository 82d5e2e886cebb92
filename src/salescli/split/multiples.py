"""A plan times a factor, exact in every direction: the year is rounded once, and then shared by what it multiplies.

The whole is the base × the factor, half up to the goal's unit. Each year, quarter and month of a group or part goes
down or up from its own multiple to a whole unit, so that parts add up to their group, groups to the whole, and months
to the year. Rounding each month by itself would let 27 customers × 1.1 come to 27 again; here they are 30.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from salescli.measure.period import Month
from salescli.measure.rounding import exact, half_up
from salescli.split.allocate import Counting
from salescli.split.dealing import Branch, Part, deal_down
from salescli.split.dealing_columns import QUARTERS
from salescli.split.fine_units import SCALE, added, to_whole
from salescli.split.month_network import flow_within
from salescli.split.parts import Months

Groups = Sequence[Sequence[Months]]
"""The months of each part, group by group."""


def multiplied(groups: Groups, factor: Fraction, unit: Decimal) -> list[list[Months]]:
    """The months of every part of `groups` × `factor`, in multiples of `unit`; a factor of 1 leaves all untouched."""
    if factor == 1 or not any(groups):
        return [list(group) for group in groups]
    base = sum((target for group in groups for months in group for target in months.values()), Decimal(0))
    total = int(half_up(exact(base) * factor / exact(unit), 0))
    scaled = factor / exact(unit)
    company = _joined([_joined([_branch(months, scaled) for months in group]) for group in groups if group])
    rows = iter(_shared(company, total))
    counting = Counting(unit)
    return [[_amounts(months, next(rows), counting) for months in group] for group in groups]


def _shared(company: Branch, total: int) -> list[list[int]]:
    """Whole months for every part: level by level, or all at once where a level has no answer."""
    company.units = total
    for group, units in zip(company.parts, to_whole([_year(group) for group in company.parts], total), strict=True):
        group.units = units
        for part, own in zip(group.parts, to_whole([_year(part) for part in group.parts], units), strict=True):
            part.units = own
    quarters = [sum(company.shares[at] for at in span) for span in QUARTERS]
    months: list[int] = []
    for span, units in zip(QUARTERS, to_whole(quarters, total), strict=True):
        months += to_whole([company.shares[at] for at in span], units)
    found = deal_down(company, months)
    return flow_within(company) if found is None else found


def _branch(months: Months, scaled: Fraction) -> Branch:
    above, below = scaled.as_integer_ratio()
    shares = []
    for target in months.values():
        own, parts = target.as_integer_ratio()
        shares.append(own * above * SCALE // (parts * below))
    return Branch(shares, 0)


def _joined(parts: Sequence[Branch]) -> Branch:
    return Branch(added(part.shares for part in parts), 0, parts)


def _year(part: Part) -> int:
    return sum(part.shares)


def _amounts(months: Months, units: Sequence[int], counting: Counting) -> dict[Month, Decimal]:
    return {month: counting.amount(own) for month, own in zip(months, units, strict=True)}
