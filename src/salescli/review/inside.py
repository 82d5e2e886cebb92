"""What people wrote inside the computed text of a summary, where the next run composes anew.

The imprint of a review knows that text by itself, so an edit inside of it is told from one beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from salescli.excel.handwriting import Handwriting, Jotting
from salescli.review.spans import ReviewPeriod, review_period
from salescli.review.summary import between
from salescli.review.tables import SummaryRow


def written_inside(
    found: Handwriting, rows: Sequence[SummaryRow], period: ReviewPeriod, effects: str
) -> Iterator[Jotting]:
    """The edited text between the marks of this period's row, unless `effects`, the renewed cell, still has it."""
    for row in rows:
        place, inner = row.at("effects"), between(row.effects or "")
        if place.file != found.file or inner is None or review_period(row.period) != period:
            continue
        if found.wrote(place.sheet or "", inner) or inner in effects:
            continue
        spots = (item for item in found.jottings if (item.sheet, item.address) == (place.sheet, place.cell))
        yield from (replace(item, value=inner) for item in spots if item.kind == "text")
