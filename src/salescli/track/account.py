"""The account: every row that was read is either merged or excluded for a reason, and the two add up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from salescli.measure.period import Month, Week
from salescli.table.problem import Place
from salescli.table.row import Row
from salescli.track.report import Report
from salescli.words import track as words
from salescli.words.language import Text

NO_DETAIL: Final = Text("", "")


class Reason(StrEnum):
    """Why a row was not merged; the values are the keys of the JSON account."""

    DUPLICATE = "duplicate"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"
    OUTSIDE = "outside"
    INVALID = "invalid"

    @property
    def word(self) -> Text:
        return words.REASONS[self.value]

    @property
    def meaning(self) -> Text:
        return words.REASON_MEANINGS[self.value]


@dataclass(frozen=True, slots=True)
class Excluded:
    """A row that was not merged: where it stands, whose it was, and why; `detail` says it in words.

    `counted` are the sales of the row that counts in its stead, in yuan; `submitted` is its 提交时间. `said` is the row
    as it was read, or the report of a person of the plan; None for a row that could not be read. `unplanned` tells that
    it belongs to a month that the plan does not have: a wrong year, perhaps.
    """

    reason: Reason
    place: Place
    person: str | None = None
    week: Week | None = None
    month: Month | None = None
    sales: Decimal | None = None
    detail: Text = NO_DETAIL
    counted: Decimal | None = None
    submitted: datetime | None = None
    unplanned: bool = False
    said: Row | Report | None = field(default=None, compare=False, repr=False)

    @property
    def row(self) -> int | None:
        """The row's number on its sheet; None for a row that was never on one."""
        digits = (self.place.cell or "").partition(":")[0]
        return int(digits) if digits.isdecimal() else None


def where(item: Excluded) -> tuple[str, str, int]:
    """For sorting: by file, sheet and row."""
    return (item.place.file or "", item.place.sheet or "", item.row or 0)


def excluded(row: Row, reason: Reason, detail: Text = NO_DETAIL) -> Excluded:
    """A weekly or monthly row as an excluded one."""
    return Excluded(
        reason,
        row.at(),
        getattr(row, "person", None),
        getattr(row, "week", None),
        getattr(row, "month", None),
        getattr(row, "sales", None) if hasattr(row, "sales") else getattr(row, "actual", None),
        detail,
        submitted=getattr(row, "submitted", None),
        said=row,
    )


def set_aside(report: Report, reason: Reason, detail: Text) -> Excluded:
    """A report of somebody in the plan as an excluded row."""
    return replace(excluded(report.row, reason, detail), said=report)


@dataclass(frozen=True, slots=True)
class Account:
    """Rows by what became of them. `read` is counted where the files are read, not summed from the rest."""

    read: int = 0
    merged: int = 0
    duplicate: int = 0
    superseded: int = 0
    unknown: int = 0
    outside: int = 0
    invalid: int = 0

    @classmethod
    def of(cls, read: int, merged: int, left_out: Iterable[Excluded]) -> "Account":
        """The account of `left_out` beside what was read and merged."""
        counts = Counter(item.reason for item in left_out)
        return cls(read, merged, **{reason.value: counts[reason] for reason in Reason})

    @property
    def adds_up(self) -> bool:
        """Whether nothing disappeared."""
        left_out: int = sum(getattr(self, reason.value) for reason in Reason)
        return self.read == self.merged + left_out

    def document(self) -> dict[str, int]:
        """The account as JSON."""
        return {key: getattr(self, key) for key in ("read", "merged", *(reason.value for reason in Reason))}
