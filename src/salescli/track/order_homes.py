"""Orders under the person, region and product line they count for, whatever their own cells say."""

from collections.abc import Iterable, Sequence

from salescli.measure.period import Month
from salescli.track.booking import Fit
from salescli.track.desk import Desk
from salescli.track.people import Directory, Person
from salescli.track.tables import OrderRow


def brought_home(rows: Iterable[OrderRow], directory: Directory) -> tuple[tuple[OrderRow, ...], tuple[OrderRow, ...]]:
    """`rows` with the names of person, region and product line that they are booked to, and those of nobody.

    A cell left blank, or another region typed in it, moves no order away from its person's target. Where several
    people or regions are open, which tracking refuses, the row stays as it is typed.
    """
    desk = Desk(directory)
    home, nobodys = list[OrderRow](), list[OrderRow]()
    for row in rows:
        candidates = desk.find(row)
        person = candidates.only
        (home if candidates.people else nobodys).append(row if person is None else _booked(row, person, desk))
    return tuple(home), tuple(nobodys)


def _booked(row: OrderRow, person: Person, desk: Desk) -> OrderRow:
    booking = desk.book(row, person, Month.of(row.signed))
    if booking.fit is Fit.REGION_OPEN:
        return row
    slot = booking.slot
    said: Sequence[str | None] = (slot.region, row.product or slot.product, person.employee_id, person.name)
    if said == (row.region, row.product, row.employee_id, row.person):
        return row
    return row.model_copy(update=dict(zip(("region", "product", "employee_id", "person"), said, strict=True)))
