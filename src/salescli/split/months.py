"""A year's targets spread over its months, holding every person's year and the company's every month.

The company's months come from the year by season: quarters first, then the months of each quarter. A cell is
what person's year, company's month and the months somebody is there for make of it (proportional fitting, see
:mod:`salescli.split.fitting`; with everybody there all year it is person's year × company's month ÷ year). The
cells are made whole level by level (see :mod:`salescli.split.dealing`), so that also each region's and person's
quarters and months stay within a unit of their exact share.

People who are there for the same months have the same proportions, so only one row for each such profile is
fitted, and the cost grows with the number of people alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from salescli.measure.period import Month, Quarter, Year
from salescli.measure.rounding import Number
from salescli.split.dealing import Branch, Line, deal_down
from salescli.split.dealing_columns import QUARTERS
from salescli.split.fine_units import SCALE, added
from salescli.split.fitting import Clash, fit
from salescli.split.held import Part, Pin, Strain, allocate_around
from salescli.split.line_months import Place, level_lines
from salescli.split.month_network import flow_down
from salescli.split.pins import Span
from salescli.split.presence import FULL, Months
from salescli.words.language import Lang, Text

Shape = tuple[tuple[int, ...], tuple[int, ...]]
"""Four quarters and twelve months."""

NO_MONTHS: Final[tuple[int, ...]] = (0,) * 12
ALL_YEAR: Final = (True,) * 12

FINE: Final = 10**6
"""The units of a profile's months are fitted to the millionth."""


def by_season(units: int, weights: Sequence[Number]) -> Shape:
    """The quarters and the months of a year's `units`, by twelve `weights`; all zero is even."""
    found = around_pins(units, weights, Year(2000), {})
    if isinstance(found, Strain):
        raise AssertionError("a season without pins always holds")
    return found


def around_pins(
    units: int,
    weights: Sequence[Number],
    year: Year,
    pins: Mapping[Span, Pin],
    open_months: Sequence[bool] = ALL_YEAR,
) -> Shape | Strain:
    """The same with pinned quarters and months; months that are not open carry nothing."""
    weights = [weight if there else 0 for weight, there in zip(weights, open_months, strict=True)]
    if not any(weights):
        weights = [int(there) for there in open_months]
    quarters = allocate_around(
        units,
        [
            Part(_said(quarter), sum(weights[at] for at in span), pins.get(span), any(open_months[at] for at in span))
            for quarter, span in zip(year.quarters(), QUARTERS, strict=True)
        ],
        _said(year),
    )
    if isinstance(quarters, Strain):
        return quarters
    months: list[int] = []
    for quarter, span, share in zip(year.quarters(), QUARTERS, quarters, strict=True):
        parts = [
            Part(_said(month), weights[at], pins.get((at,)), open_months[at])
            for month, at in zip(quarter.months(), span, strict=True)
        ]
        inside = allocate_around(share, parts, _said(quarter)) if any(open_months[at] for at in span) else (0, 0, 0)
        if isinstance(inside, Strain):
            held_by = (pins[span],) if span in pins else ()
            return replace(inside, held_by=held_by)
        months += inside
    return quarters, tuple(months)


class Bearer(NamedTuple):
    """Who carries a year's `units`: one line of a person; person, region and product line by number, and how far it
    is there when."""

    person: int
    region: int
    product: int
    units: int
    there: Months = FULL


MonthClash = Clash[int, int]
"""Bearers (by their place) who have to carry more than the months open to them take."""


def spread(bearers: Sequence[Bearer], months: Sequence[int]) -> tuple[tuple[int, ...], ...] | MonthClash:
    """Twelve months for each of the bearers: rows add up to their units, columns to `months`.

    Both must have one sum (ValueError otherwise). A Clash when some are not there for enough of the year.
    """
    parts = _profiles(bearers, months)
    if isinstance(parts, Clash):
        return parts
    lines = [Line(bearer.units, own) for bearer, own in zip(bearers, parts, strict=True)]
    root, order = _tree(bearers, lines, months)
    rows = deal_down(root, months)
    if rows is None:
        rows = flow_down(root, months)
    places = [Place(bearer.person, bearer.region, bearer.product) for bearer in bearers]
    level_lines(rows, [places[at] for at in order], [lines[at] for at in order])
    found: list[tuple[int, ...]] = [NO_MONTHS] * len(bearers)
    for at, row in zip(order, rows, strict=True):
        found[at] = tuple(row)
    return tuple(found)


def _tree(bearers: Sequence[Bearer], lines: Sequence[Line], months: Sequence[int]) -> tuple[Branch, list[int]]:
    """The company with its regions, their people, and the lines of who has several; and the bearers' order in it."""
    regions: dict[int, dict[int, list[int]]] = {}
    for at, bearer in enumerate(bearers):
        regions.setdefault(bearer.region, {}).setdefault(bearer.person, []).append(at)
    tree = [
        _joined([_joined([lines[at] for at in mine]) if len(mine) > 1 else lines[mine[0]] for mine in people.values()])
        for people in regions.values()
    ]
    order = [at for people in regions.values() for mine in people.values() for at in mine]
    return Branch([units * SCALE for units in months], sum(months), tree), order


def _joined(parts: Sequence[Line | Branch]) -> Branch:
    """Several as one; lines of one profile are added up before they are multiplied by it."""
    alike: dict[int, Line] = {}
    others: list[Line | Branch] = []
    for part in parts:
        if isinstance(part, Branch):
            others.append(part)
        elif id(part.profile) in alike:
            alike[id(part.profile)].units += part.units
        else:
            alike[id(part.profile)] = Line(part.units, part.profile)
    others += alike.values()
    return Branch(added(part.shares for part in others), sum(part.units for part in others), parts)


def _profiles(bearers: Sequence[Bearer], months: Sequence[int]) -> list[tuple[int, ...]] | MonthClash:
    """For each bearer what a unit puts into each month, counted in `SCALE`; the same for all of one profile."""
    numbers: dict[Months, int] = {}
    by_identity: dict[int, int] = {}
    own = []
    for bearer in bearers:
        number = by_identity.get(id(bearer.there))
        if number is None:
            number = by_identity[id(bearer.there)] = numbers.setdefault(bearer.there, len(numbers))
        own.append(number)
    units = [0] * len(numbers)
    for bearer, number in zip(bearers, own, strict=True):
        units[number] += bearer.units
    profiles = list(numbers)
    rows = {number: total * FINE for number, total in enumerate(units) if total}
    cells = {(number, at): profiles[number][at] for number in rows for at in range(12) if profiles[number][at]}
    found = fit(rows, {at: total * FINE for at, total in enumerate(months)}, cells.keys(), cells)
    if isinstance(found, Clash):
        who = tuple(at for at, number in enumerate(own) if bearers[at].units and number in found.rows)
        return Clash(who, found.columns, found.needed // FINE, found.room // FINE)
    parts = [
        tuple(found.get((number, at), 0) * SCALE // rows[number] for at in range(12)) if number in rows else NO_MONTHS
        for number in range(len(numbers))
    ]
    return [parts[number] for number in own]


def _said(period: Year | Quarter | Month) -> Text:
    return Text(period.label(Lang.ZH), period.label(Lang.EN))
