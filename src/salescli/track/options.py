"""What the user can decide about a tracking run."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from salescli.measure.period import Month, parse_month
from salescli.table.codes import outlook as outlook_codes
from salescli.table.codes import track as codes
from salescli.table.dates import DateKind
from salescli.table.errors import CannotRun
from salescli.table.kind import CellContext, CellError
from salescli.track.days import Days
from salescli.words import track as words
from salescli.words.language import Text


class OnConflict(StrEnum):
    """Which of several differing rows of one person, product line and week counts.

    ==========  ====================================================================================
    LATEST      the latest 提交时间; a row with a time beats one without; on a tie the row that stands
                last, files in the order of their paths
    FIRST       the earliest 提交时间, with the same order of precedence turned round
    SUM         all of them, added up: they are parts of one week
    FAIL        none: every difference is an error, also where the times could decide
    ==========  ====================================================================================

    Without a choice the later 提交时间 wins where every version has one, and else it is an error.
    """

    LATEST = "latest"
    FIRST = "first"
    SUM = "sum"
    FAIL = "fail"

    @property
    def word(self) -> Text:
        return words.ON_CONFLICT[self.value]


@dataclass(frozen=True, slots=True)
class TrackOptions:
    """`month` covers that month only; `as_of` is the day that missing reports, pace, sprint and strategies are
    judged on. `strategies` is the workbook with the strategies, the plan's own when None."""

    month: Month | None = None
    as_of: datetime.date | None = None
    on_conflict: OnConflict | None = None
    sprint: Days | None = None
    strategies: Path | None = None


DEFAULT_TRACK = TrackOptions()


def typed_options(month: str | None, as_of: str | None, on_conflict: OnConflict | None) -> TrackOptions:
    """Options as they are typed, a month or a date in any usual form; raises CannotRun."""
    return TrackOptions(None if month is None else _month(month), None if as_of is None else _date(as_of), on_conflict)


def _month(text: str) -> Month:
    found = parse_month(text)
    if found is None:
        raise CannotRun.of(codes.BAD_MONTH_OPTION, found=text)
    return found


def _date(text: str) -> datetime.date:
    try:
        return DateKind().parse(text, CellContext(report=lambda *_: None))
    except CellError:
        raise CannotRun.of(codes.BAD_DATE_OPTION, found=text) from None


def typed_sprint(text: str | None) -> Days | None:
    """The days of ``2026-08-24..2026-08-31``, each end in any usual form; raises CannotRun."""
    if text is None:
        return None
    start, _, end = text.partition("..")
    try:
        days = [DateKind().parse(part.strip(), CellContext(report=lambda *_: None)) for part in (start, end)]
        return Days(*days)
    except (CellError, ValueError):
        raise CannotRun.of(outlook_codes.BAD_SPRINT_OPTION, found=text) from None
