"""Rows that gave way to another version of their week: what each said, beside what counts in its stead.

A tracking workbook keeps a superseded row as a note only. When a later correction takes the place of the row that
had superseded it, the note follows: it names what counts now, as if all had been merged at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from salescli.measure.period import Week
from salescli.table.problem import Place
from salescli.track.account import Excluded, Reason
from salescli.track.repeats import Report
from salescli.track.spoken import filled
from salescli.words import track as words
from salescli.words.language import Text


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


def stands_for(report: Report) -> Text:
    """The word that `report` counts instead."""
    return filled(words.REPLACED_BY, place=report.row.at())


def followed(kept: Sequence[Excluded], superseded: Iterable[tuple[Report, Report]]) -> list[Excluded]:
    """`kept`, with what now counts for rows whose stand-in was superseded itself; a pair is (it, its stand-in)."""
    now: dict[str, Report] = {}
    for gone, winner in superseded:
        said = stands_for(gone)
        now[said.zh] = now[said.en] = winner
    moved = []
    for item in kept:
        winner_now = now.get(item.detail.zh) if item.reason is Reason.SUPERSEDED else None
        if winner_now is None:
            moved.append(item)
        else:
            moved.append(replace(item, detail=stands_for(winner_now), counted=winner_now.row.sales))
    return moved
