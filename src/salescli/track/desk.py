"""Whom rows speak of and where they count, looked up once for all rows that are alike in what decides it."""

from salescli.measure.period import Month
from salescli.track.booking import Booking, book
from salescli.track.people import Candidates, Directory, Named, Person


class Desk:
    """Looks people and their targets up in a directory for reports or orders, of which there are many alike."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self._found: dict[tuple[str | None, ...], Candidates] = {}
        self._booked: dict[tuple[int, Month, str | None, str | None], Booking] = {}

    def find(self, row: Named) -> Candidates:
        """The people a row can mean."""
        key = (row.employee_id, row.person, row.region, row.product)
        if (candidates := self._found.get(key)) is None:
            candidates = self._found[key] = self.directory.find(row)
        return candidates

    def book(self, row: Named, person: Person, month: Month) -> Booking:
        """The target of `person`, one of the directory's, that a row of `month` counts towards."""
        key = (id(person), month, row.region, row.product)
        if (booking := self._booked.get(key)) is None:
            booking = self._booked[key] = book(row, self.directory.slots_of(person, month))
        return booking
