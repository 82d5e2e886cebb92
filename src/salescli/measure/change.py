"""Change against another period: month on month (环比), year on year (同比), and percentage points.

A change from nothing, from zero or from a loss has no meaning as a percentage. It is left blank, and
`why_no_change` says which of these it was, so the blank can be explained beside it.
"""

from enum import StrEnum
from fractions import Fraction

from salescli.measure.ratio import divide
from salescli.measure.rounding import Number, exact
from salescli.words import measures as words
from salescli.words.language import Text


class NoChange(StrEnum):
    """Why a change is blank; `word` is the note to show."""

    NO_CURRENT = "no_current"
    NO_BASE = "no_base"
    ZERO_BASE = "zero_base"
    NEGATIVE_BASE = "negative_base"

    @property
    def word(self) -> Text:
        return _NOTES[self]


_NOTES = {
    NoChange.NO_CURRENT: words.NO_CURRENT,
    NoChange.NO_BASE: words.NO_BASE,
    NoChange.ZERO_BASE: words.ZERO_BASE,
    NoChange.NEGATIVE_BASE: words.NEGATIVE_BASE,
}


def change(current: Number | None, previous: Number | None) -> Fraction | None:
    """(current − previous) ÷ previous, exact; None when `why_no_change` has a reason."""
    if current is None or previous is None or previous <= 0:
        return None
    return divide(exact(current) - exact(previous), previous)


def why_no_change(current: Number | None, previous: Number | None) -> NoChange | None:
    """The reason `change` gives None for these two, the base first; None when there is a change."""
    if previous is None:
        return NoChange.NO_BASE
    if previous == 0:
        return NoChange.ZERO_BASE
    if previous < 0:
        return NoChange.NEGATIVE_BASE
    return NoChange.NO_CURRENT if current is None else None


def points(current: Number | None, previous: Number | None) -> Fraction | None:
    """The difference of two ratios, as a ratio: 8 % → 12 % is 0.04, shown as +4 points. Any base will do."""
    if current is None or previous is None:
        return None
    return exact(current) - exact(previous)
