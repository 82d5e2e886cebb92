"""Whether every pin is held: what it was pinned to beside what its leaves come to."""

from collections.abc import Iterable
from decimal import Decimal

from salescli.measure.period import Month
from salescli.split.checks import Check, Pinned
from salescli.split.goals import Goal
from salescli.split.held import Pin
from salescli.split.leaves import Leaf
from salescli.split.pins import Pins, Span
from salescli.split.team import Team


def check_pins(goal: Goal, pins: Pins, team: Team, leaves: Iterable[Leaf], since: Month | None) -> Iterable[Check]:
    """An identity for every pin; those of closed months alone are settled by their actuals."""
    listed = [(pinned, pin) for pinned, pin in _all(pins, team) if since is None or _open(pinned, since)]
    leaves = tuple(leaves) if listed else ()
    by_person: dict[str, list[Leaf]] = {}
    for leaf in leaves:
        by_person.setdefault(leaf.person.identity, []).append(leaf)
    for pinned, pin in listed:
        near = leaves if pinned.person is None else by_person.get(pinned.person.identity, ())
        actual = sum((leaf.target for leaf in near if pinned.covers(leaf)), Decimal(0))
        yield Check("pin", pinned, goal, pin.amount, actual)


def _open(pinned: Pinned, since: Month) -> bool:
    return not pinned.months or pinned.months[-1] + 1 >= since.number


def _all(pins: Pins, team: Team) -> Iterable[tuple[Pinned, Pin]]:
    for name, pin in pins.regions.items():
        yield Pinned(pin.place, region=name), pin
    for name, pin in pins.products.items():
        yield Pinned(pin.place, product=name), pin
    for span, pin in pins.calendar.items():
        yield Pinned(pin.place, span), pin
    for item in (*pins.lines, *pins.line_months):
        yield _of_lines(item.members, item.months, item.pin, team), item.pin


def _of_lines(members: tuple[int, ...], months: Span, pin: Pin, team: Team) -> Pinned:
    """What the lines of a pin have in common and others have not."""
    items = [team.assignments[at] for at in members]
    people, regions = {item.person.identity: item.person for item in items}, {item.person.region for item in items}
    products = {item.product for item in items}
    return Pinned(
        pin.place,
        months,
        regions.pop() if len(regions) == 1 else None,
        products.pop() if len(products) == 1 else None,
        next(iter(people.values())) if len(people) == 1 else None,
    )
