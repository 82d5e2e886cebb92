"""The names of the example's files, and what each is."""

from pathlib import Path
from typing import Final

from salescli.demo import company
from salescli.measure.period import Period
from salescli.words import demo as words
from salescli.words.language import Text

Described = tuple[Path, Text]
"""A file and what it is."""

TARGETS: Final = Path("targets.xlsx")
REPORTS: Final = Path("reports")
INCENTIVE: Final = Path("incentive.xlsx")
STRATEGIES: Final = Path("strategies.xlsx")
METRICS: Final = Path("metrics.xlsx")

PLAN: Final = Path("plan.xlsx")
TRACKING: Final = Path("tracking.xlsx")
ANALYSIS: Final = Path("analysis.xlsx")
METRICS_ANALYSIS: Final = Path("metrics-analysis.xlsx")
REVIEW: Final = Path("review.xlsx")

MONTH: Final = company.QUARTER.months()[-1]
"""The month that is paid."""


def payout_file(period: Period) -> Path:
    """The commission workbook of a period."""
    return Path(f"payout-{period}.xlsx")


INPUTS: Final[tuple[Described, ...]] = (
    (TARGETS, words.ABOUT_TARGETS),
    (REPORTS, words.ABOUT_REPORTS),
    (INCENTIVE, words.ABOUT_INCENTIVE),
    (STRATEGIES, words.ABOUT_STRATEGIES),
    (METRICS, words.ABOUT_METRICS),
)
"""What people at the example company wrote."""

OUTPUTS: Final[tuple[Described, ...]] = (
    (PLAN, words.ABOUT_PLAN),
    (TRACKING, words.ABOUT_TRACKING),
    (ANALYSIS, words.ABOUT_ANALYSIS),
    (METRICS_ANALYSIS, words.ABOUT_METRICS_ANALYSIS),
    (payout_file(MONTH), words.ABOUT_PAYOUT),
    (payout_file(company.QUARTER), words.ABOUT_QUARTER),
    (REVIEW, words.ABOUT_REVIEW),
)
"""What the loop makes of it."""

OPEN_FIRST: Final = (TRACKING, REVIEW)


def shown(path: Path) -> str:
    """A file's name as text, a folder's with its slash."""
    return path.as_posix() if path.suffix else f"{path.as_posix()}/"
