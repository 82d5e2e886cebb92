"""What the audit sheet says of time. No clock is read, so that equal inputs give equal bytes.

The day the figures were closed comes with `--as-of`. The time of the run is told by who runs it, in the variable
SOURCE_DATE_EPOCH (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch/).
"""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from salescli.table.codes.payout import period as codes
from salescli.table.errors import CannotRun

VARIABLE: Final = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Record:
    """The day the figures were closed and the time of the run, where somebody told them."""

    closed: date | None = None
    made: datetime | None = None

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "as_of": None if self.closed is None else self.closed.isoformat(),
            "made": None if self.made is None else self.made.isoformat(),
        }


NOTHING_TOLD: Final = Record()


def stated_time() -> datetime | None:
    """The time in SOURCE_DATE_EPOCH, UTC; None without it. Raises CannotRun when it is no number of seconds."""
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise CannotRun.of(codes.BAD_EPOCH, found=text) from None
