"""A weekly row that found its person and its month."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from operator import attrgetter
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


class Became(Enum):
    """What a tracking workbook made of a row."""

    NEW = auto()  # it does not know the row
    COUNTED = auto()
    OUTSIDE = auto()  # it stood, but in a month that was not tracked
    YIELDED = auto()  # another version took its place
    OTHER = auto()  # a repeat, or a row of somebody unknown


@dataclass(frozen=True, slots=True)
class Known:
    """What a tracking workbook knows of rows, by their ids.

    `sheets` tells which rows were handed in together where their places do not: a row the workbook keeps of a sheet
    that has since been read again without it belongs to an earlier state of that sheet.
    """

    became: Mapping[int, Became] = field(default_factory=dict)
    sheets: Mapping[int, Hashable] = field(default_factory=dict)

    def of(self, row: WeeklyRow) -> Became:
        """What became of a row."""
        return self.became.get(id(row), Became.NEW)

    def sheet_of(self, row: WeeklyRow) -> Hashable:
        """What tells the sheet of a row apart; rows with the same were handed in together."""
        found = self.sheets.get(id(row))
        return found if found is not None or (home := row.home) is None else home[:2]


NOTHING_KNOWN: Final = Known()


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A weekly row that found its person and its month.

    `order` is its place among all rows read, `slot` the target it counts towards, `product` the line it is
    identified by. `inside` tells whether its month is tracked, `became` what a tracking workbook made of it before.
    Rows of one `sheet` were handed in together. `first` is when any version of its week was first handed in.
    """

    row: WeeklyRow
    order: int
    person: Person
    month: Month
    slot: Slot
    product: str | None
    inside: bool = True
    became: Became = Became.NEW
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
    def submitted(self) -> datetime | None:
        return self.row.submitted

    @property
    def stood(self) -> bool:
        """Whether a tracking workbook let it stand."""
        return self.became in (Became.COUNTED, Became.OUTSIDE)

    @property
    def yielded(self) -> bool:
        """Whether a tracking workbook lists it as superseded."""
        return self.became is Became.YIELDED

    @property
    def new(self) -> bool:
        """Whether no tracking workbook knows it."""
        return self.became is Became.NEW


def weeks_of(reports: Iterable[Report]) -> set[Week]:
    """The weeks that reports tell of. Many tell of one, and mostly by the same object, which is looked at once."""
    return set({id(week): week for week in map(attrgetter("row.week"), reports)}.values())


def earliest(*moments: datetime | None) -> datetime | None:
    """The first of the moments that are known; None where none is."""
    return min((moment for moment in moments if moment is not None), default=None)
