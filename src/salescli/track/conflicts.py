"""Rows that gave way to another version of their week: what each said, beside what counts in its stead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from salescli.measure.period import Week
from salescli.table.problem import Place
from salescli.track.account import Excluded, Reason
from salescli.track.report import Report
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


def stands_for(reports: Sequence[Report]) -> Text:
    """The word that `reports` count instead."""
    return filled(words.REPLACED_BY, place=tuple(report.row.at() for report in reports))
