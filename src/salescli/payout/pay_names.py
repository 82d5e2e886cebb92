"""What the blocks and lines of a payout workbook are called among its formulas."""

from salescli.measure.period import Month
from salescli.payout.people import Person
from salescli.payout.scorecard import Score

PAYOUT_BLOCK, PART_BLOCK, REGION_BLOCK, SCORE_BLOCK = "payouts", "parts", "regions", "scores"
LIMIT_BLOCK = "limits"


def person_id(person: Person) -> str:
    """The name of a person's line on the commission sheet among the formulas."""
    return f"who-{person.key}"


def score_id(score: Score) -> str:
    """The name of a line of the scorecard."""
    return f"score-{score.employee_id}-{score.region}-{score.name}-{score.month}"


def board_block(at: int) -> str:
    """The block of a ranking on the sheet of teams and rankings."""
    return f"board{at}"


def placing_id(person: Person) -> str:
    """The name of a person's line in a ranking."""
    return f"rank-{person.key}"


def limit_id(person: int, month: Month | None) -> str:
    """The name of a person's month on the sheet of caps and floors; the person counted from 0."""
    return f"l{person}-{month}"


def part_id(person: int, part: int) -> str:
    """The name of a person's part on the sheet of months, both counted from 0."""
    return f"p{person}-{part}"
