"""Rows that gave way to another version of their week: what each said, beside what counts in its stead.

A tracking workbook keeps a superseded row as a note only. When a later correction takes the place of the row that
had superseded it, the note follows: it names what counts now, as if all had been merged at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from typing import Final

from salescli.measure.period import Week
from salescli.table.problem import Place
from salescli.track.account import Excluded, Reason
from salescli.track.figures import NOTHING
from salescli.track.report import Report
from salescli.track.spoken import filled
from salescli.track.submissions import Submission, shares
from salescli.words import track as words
from salescli.words.language import Text

MOST_PARTS: Final = 4
"""Up to how many rows of a submission any of them may have been named together as what counts."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sales as one version gives them (`said`) and as they count, in yuan; None where a row gives none."""

    person: str | None
    week: Week | None
    said: Decimal | None
    counted: Decimal | None
    place: Place
    detail: Text

    @property
    def difference(self) -> Decimal | None:
        """What counts − what was said."""
        return None if self.said is None or self.counted is None else self.counted - self.said


def conflicts(left_out: Iterable[Excluded]) -> tuple[Conflict, ...]:
    """Every row that gave way, in the order of `left_out`."""
    return tuple(
        Conflict(item.person, item.week, item.sales, item.counted, item.place, item.detail)
        for item in left_out
        if item.reason is Reason.SUPERSEDED
    )


def stands_for(reports: Sequence[Report]) -> Text:
    """The word that `reports` count instead."""
    return filled(words.REPLACED_BY, place=tuple(report.row.at() for report in reports))


def followed(kept: Sequence[Excluded], replaced: Iterable[tuple[Submission, Submission]]) -> list[Excluded]:
    """`kept`, with what now counts for rows whose stand-in was replaced itself; a pair is (it, its replacement)."""
    now: dict[str, Submission] = {}
    for gone, winner in replaced:
        for count in range(1, len(gone.reports) + 1) if len(gone.reports) <= MOST_PARTS else (1, len(gone.reports)):
            for part in combinations(gone.reports, count):
                said = stands_for(part)
                now[said.zh] = now[said.en] = winner
    moved = list(kept)
    together: defaultdict[object, list[int]] = defaultdict(list)
    for at, item in enumerate(kept):
        winner_now = now.get(item.detail.zh) if item.reason is Reason.SUPERSEDED else None
        if winner_now is not None and item.week is not None:
            whole = item.month not in item.week.months()
            place = (item.place.file, item.place.sheet, item.person, item.week)
            together[(*place, id(winner_now), at if whole else None)].append(at)
    for places in together.values():
        items = [kept[at] for at in places]
        counting = now[items[0].detail.zh].reports
        months = [item.month or item.week.month for item in items if item.week is not None]
        taken = shares(months, counting)
        for at, month in zip(places, months, strict=True):
            amount = sum((report.row.sales for report in taken[month]), NOTHING)
            moved[at] = replace(kept[at], detail=stands_for(taken[month] or counting), counted=amount)
    return moved
