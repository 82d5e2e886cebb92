"""复盘总结表: one row a period. Figures compose the effects; what people wrote is kept word for word.

The composed text stands between two marks. A later run renews what stands between them and nothing else, and
a cell without both marks is handwritten and never touched.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from salescli.review.spans import ReviewPeriod, review_period
from salescli.review.tables import SUMMARY, SummaryRow
from salescli.table.codes import review as codes
from salescli.table.kind import normal
from salescli.table.problem import Problem, problem
from salescli.words import review as words
from salescli.words.language import Lang

FREE: Final = ("effects", "successes", "improvements", "next_steps")
"""The cells that people write in."""


LONGEST: Final = 32_767
"""UTF-16 units that a cell can hold."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One row of the summary. `computed` tells that its effects carry composed text, `current` that it is the
    row of the period under review."""

    period: str
    effects: str | None = None
    successes: str | None = None
    improvements: str | None = None
    next_steps: str | None = None
    computed: bool = False
    current: bool = False

    def document(self) -> dict[str, Any]:
        """The row as ``--json`` shows it."""
        return {
            "period": self.period,
            **{key: getattr(self, key) for key in FREE},
            "computed": self.computed,
            "current": self.current,
        }


def lessons(rows: Sequence[SummaryRow], period: ReviewPeriod, composed: str, lang: Lang) -> tuple[Lesson, ...]:
    """Earlier periods as they were written, in their order, and this period's row, whose effects are renewed."""
    written = [_merged(same) for same in _by_period(rows)]
    found = [_lesson(row, current=_is(row, period)) for row in written]
    own = next((item for item in found if item.current), Lesson(period.title(lang), current=True))
    effects = renewed(own.effects, composed, lang)
    own = replace(own, effects=effects, computed=effects is not None and marked(effects) is not None)
    return (*(item for item in found if not item.current), own)


def renewed(written: str | None, composed: str, lang: Lang) -> str | None:
    """`written` with the text between its marks replaced by `composed`; all else stays as it is.

    Without anything written it is the composed text in its marks; with nothing composed, or no room left in the
    cell, nothing changes.
    """
    if not composed:
        return written
    fresh = f"{words.MARK_START.say(lang)}{composed}{words.MARK_END.say(lang)}"
    if written is None:
        return fresh
    place = marked(written)
    if place is None:
        return written
    whole = f"{written[: place.start]}{fresh}{written[place.stop :]}"
    return whole if len(whole.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST else written


def marked(text: str) -> slice | None:
    """Where the composed text stands, marks included; None when there is none."""
    found = _marks(text)
    return None if found is None else slice(found[0].start, found[1].stop)


def between(text: str) -> str | None:
    """The composed text without its marks; None when there is none."""
    found = _marks(text)
    return None if found is None else text[found[0].stop : found[1].start]


def _marks(text: str) -> tuple[slice, slice] | None:
    """Where the two marks stand."""
    for start, end in zip(words.MARK_START, words.MARK_END, strict=True):
        first = text.find(start)
        last = text.find(end, first)
        if 0 <= first < last:
            return slice(first, first + len(start)), slice(last, last + len(end))
    return None


def handwritten(row: SummaryRow) -> str:
    """What people wrote into the effects of a row, without the composed text."""
    text = row.effects or ""
    place = marked(text)
    return text if place is None else text[: place.start] + text[place.stop :]


def _by_period(rows: Sequence[SummaryRow]) -> list[list[SummaryRow]]:
    groups: dict[str, list[SummaryRow]] = {}
    for row in rows:
        groups.setdefault(_name(row), []).append(row)
    return list(groups.values())


def _name(row: SummaryRow) -> str:
    known = review_period(row.period)
    return normal(row.period) if known is None else str(known)


def _is(row: SummaryRow, period: ReviewPeriod) -> bool:
    return review_period(row.period) == period


def _merged(same: Sequence[SummaryRow]) -> SummaryRow:
    """Rows of one period as one: what is blank in the first comes from a later one."""
    update = {key: next((value for row in same if (value := getattr(row, key))), None) for key in FREE}
    return same[0].model_copy(update=update)


def _lesson(row: SummaryRow, *, current: bool) -> Lesson:
    cells = {key: getattr(row, key) for key in FREE}
    computed = row.effects is not None and marked(row.effects) is not None
    return Lesson(row.period, **cells, computed=computed, current=current)


def summary_problems(rows: Sequence[SummaryRow], edited: Container[str] = ()) -> Iterator[Problem]:
    """Cells of one period that were written differently in two workbooks: which one counts is not to be guessed,
    unless the first is of a review among the files `edited` last."""
    for same in _by_period(rows):
        for key in FREE:
            filled = [row for row in same if getattr(row, key)]
            for row in filled[1:]:
                if _own(row, key) != _own(filled[0], key):
                    what = f"{row.period} {SUMMARY.label(key).zh}"
                    if filled[0].at().file in edited:
                        yield problem(codes.REVIEW_WINS, filled[0].at(key), what=what, other=row.at(key))
                    else:
                        other = filled[0].at(key)
                        yield problem(codes.GIVEN_DIFFERENTLY, row.at(key), table=SUMMARY.title, what=what, other=other)


def _own(row: SummaryRow, key: str) -> str:
    return handwritten(row) if key == "effects" else str(getattr(row, key))
