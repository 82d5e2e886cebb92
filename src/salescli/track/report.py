"""A weekly row that found its person and its month."""

from collections.abc import Hashable, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from salescli.measure.period import Month, Week
from salescli.track.people import Person, Slot
from salescli.track.tables import WeeklyRow

CONTENT: Final = tuple(
    key
    for key in WeeklyRow.model_fields
    if key not in {"week", "month", "region", "product", "employee_id", "person", "submitted"}
)
"""What a report says, beside whose and when it is."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a tracking workbook knows of rows, by their ids: which it counts, and which it lists as superseded.

    `first` tells when the week of a row was first handed in, where that was before the row. `sheets` tells which rows
    were handed in together where their places do not: a row the workbook keeps of a sheet that has since been read
    again without it belongs to an earlier state of that sheet.
    """

    settled: Set[int] = frozenset()
    yielded: Set[int] = frozenset()
    sheets: Mapping[int, Hashable] = field(default_factory=dict)
    first: Mapping[int, datetime] = field(default_factory=dict)

    def sheet_of(self, row: WeeklyRow) -> Hashable:
        """What tells the sheet of a row apart; rows with the same were handed in together."""
        found = self.sheets.get(id(row))
        return found if found is not None or (home := row.home) is None else home[:2]


NOTHING_KNOWN: Final = Known()


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A weekly row that found its person and its month.

    `order` is its place among all rows read, `slot` the target it counts towards, `product` the line it is
    identified by. `inside` tells whether its month is tracked, `settled` whether a tracking workbook counts it
    already, `yielded` whether one lists it as superseded. Rows of one `sheet` were handed in together. `first` is
    when any version of its week was first handed in, as far as that is known.
    """

    row: WeeklyRow
    order: int
    person: Person
    month: Month
    slot: Slot
    product: str | None
    inside: bool = True
    settled: bool = False
    yielded: bool = False
    sheet: Hashable = None
    first: datetime | None = None

    @property
    def week(self) -> Week:
        return self.row.week

    @property
    def content(self) -> tuple[Any, ...]:
        """All it says; equal contents make identical repeats."""
        return (self.month, *(getattr(self.row, key) for key in CONTENT))

    @property
    def handed_in(self) -> tuple[datetime, int]:
        """For finding the first copy: by time, those without one last, then by order."""
        return (self.row.submitted or datetime.max, self.order)


def earliest(*moments: datetime | None) -> datetime | None:
    """The first of the moments that are known; None where none is."""
    return min((moment for moment in moments if moment is not None), default=None)
