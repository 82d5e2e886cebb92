"""Which problem first: impact against ease, importance against urgency.

Scores go from 1 to 5. Above the middle is high, so a 3 is high in nothing; ease = 6 − difficulty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from salescli.analyze.diagnosis import ProblemRow
from salescli.words import problems as words
from salescli.words.language import Text

MIDDLE: Final = 3
TOP: Final = 6


class Quadrant(StrEnum):
    """What to do with a problem, in the order of doing it."""

    QUICK_WIN = "quick_win"  # high impact, easy
    BIG_PROJECT = "big_project"  # high impact, hard
    FILL_IN = "fill_in"  # low impact, easy
    LATER = "later"  # low impact, hard

    @property
    def word(self) -> Text:
        return words.QUADRANTS[self.value]


class Attention(StrEnum):
    """What importance and urgency ask for."""

    NOW = "now"  # important and urgent
    PLAN = "plan"  # important
    DELEGATE = "delegate"  # urgent
    DROP = "drop"  # neither

    @property
    def word(self) -> Text:
        return words.ATTENTION[self.value]


@dataclass(frozen=True, slots=True)
class Judged:
    """A problem with its place in the order of work, from 1. `attention` is None where a score is blank."""

    rank: int
    row: ProblemRow
    quadrant: Quadrant
    attention: Attention | None

    @property
    def ease(self) -> int:
        """6 − difficulty: 5 is the easiest."""
        return TOP - int(self.row.difficulty)

    def document(self) -> dict[str, Any]:
        """The problem as ``--json`` shows it."""
        return {
            "rank": self.rank,
            "problem": self.row.problem,
            "impact": self.row.impact,
            "ease": self.ease,
            "quadrant": str(self.quadrant),
            "importance": self.row.importance,
            "urgency": self.row.urgency,
            "attention": None if self.attention is None else str(self.attention),
        }


def judged(rows: Sequence[ProblemRow]) -> tuple[Judged, ...]:
    """Every problem in the order of work: by quadrant, then impact, ease, importance and urgency."""
    order = list(Quadrant)

    def weight(row: ProblemRow) -> tuple[int, ...]:
        scores = (row.impact, TOP - row.difficulty, row.importance or 0, row.urgency or 0)
        return (order.index(quadrant(row)), *(-int(score) for score in scores))

    ranked = sorted(rows, key=weight)
    return tuple(Judged(rank, row, quadrant(row), attention(row)) for rank, row in enumerate(ranked, start=1))


def quadrant(row: ProblemRow) -> Quadrant:
    """By impact and ease."""
    if row.impact > MIDDLE:
        return Quadrant.QUICK_WIN if row.difficulty < MIDDLE else Quadrant.BIG_PROJECT
    return Quadrant.FILL_IN if row.difficulty < MIDDLE else Quadrant.LATER


def attention(row: ProblemRow) -> Attention | None:
    """By importance and urgency, None unless both are scored."""
    if row.importance is None or row.urgency is None:
        return None
    if row.importance > MIDDLE:
        return Attention.NOW if row.urgency > MIDDLE else Attention.PLAN
    return Attention.DELEGATE if row.urgency > MIDDLE else Attention.DROP
