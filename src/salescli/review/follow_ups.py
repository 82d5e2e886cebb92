"""下期行动: what earlier reviews left open, what this one was given, and strategies that still run."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from salescli.review.notebooks import FinishedAction
from salescli.review.spans import ReviewPeriod, review_period
from salescli.review.strategies import Strategy
from salescli.review.tables import FOLLOW_UPS, FollowUpRow
from salescli.table.kind import normal
from salescli.table.texts import Chosen
from salescli.track.tables import Progress
from salescli.words import review as words
from salescli.words.language import Lang


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One action. `carried` tells that an earlier period raised it and it is still open."""

    period: str | None
    action: str
    owner: str | None
    due: date | None
    progress: Chosen | None
    origin: str | None
    note: str | None
    carried: bool
    overdue: bool

    @property
    def done(self) -> bool:
        """Whether it is finished."""
        return _done(self.progress)

    def document(self) -> dict[str, Any]:
        """The action as ``--json`` shows it."""
        return {
            "period": self.period,
            "action": self.action,
            "owner": self.owner,
            "due": None if self.due is None else self.due.isoformat(),
            "status": None if self.progress is None else str(self.progress.option),
            "detail": None if self.progress is None else self.progress.detail,
            "status_text": None if self.progress is None else self.progress.said or None,
            "origin": self.origin,
            "note": self.note,
            "carried": self.carried,
            "overdue": self.overdue,
        }


@dataclass(frozen=True, slots=True)
class FollowUps:
    """The actions to go on with, and those of earlier periods that are done: the latest first, then older files.

    `contradicted` are finished ones whose strategy table still has them open.
    """

    open: tuple[FollowUp, ...]
    finished: tuple[FinishedAction, ...] = ()
    contradicted: tuple[str, ...] = ()


def follow_ups(
    rows: Sequence[FollowUpRow],
    strategies: Sequence[Strategy],
    period: ReviewPeriod,
    lang: Lang,
    filed: Sequence[FinishedAction] = (),
    earlier: Container[str] = (),
) -> FollowUps:
    """Rows as they were written, without what earlier periods finished, then the strategies not yet done.

    A strategy that stands among the rows already (whoever its action was handed to), or was finished before, is not
    repeated. What is finished joins `filed`, the finished actions of earlier reviews. A row that names no period is of
    an earlier one where its file is among `earlier`, the reviews of earlier periods.
    """
    before = [_earlier(row, period, earlier) for row in rows]
    done = [row for row, old in zip(rows, before, strict=True) if old and _done(row.progress)]
    listed = [
        _kept(row, period, carried=old)
        for row, old in zip(rows, before, strict=True)
        if not (old and _done(row.progress))
    ]
    whole = _filed((*(_finished(row, period, lang) for row in done), *filed))
    new = _unlisted(_from_strategies(strategies, period, lang), [(item.action, item.owner) for item in listed])
    fresh = _unlisted(new, [(item.action or "", item.owner) for item in whole])
    again = tuple(item.action for item in new if item not in fresh)
    return FollowUps((*listed, *fresh), whole, again)


def _unlisted(found: Iterable[FollowUp], listed: Sequence[tuple[str, str | None]]) -> list[FollowUp]:
    """What is not listed yet. An action is its own words, whoever carries it now; of several with the same words each
    takes a row of its own, that of its owner first."""
    known = [_key(*row) for row in listed]
    left = []
    for item in found:
        key = _key(item.action, item.owner)
        if key in known:
            known.remove(key)
        else:
            left.append(item)
    words_of = [action for action, _ in known]
    fresh = []
    for item in left:
        action = normal(item.action)
        if action in words_of:
            words_of.remove(action)
        else:
            fresh.append(item)
    return fresh


def _finished(row: FollowUpRow, period: ReviewPeriod, lang: Lang) -> FinishedAction:
    progress = None if row.progress is None else FOLLOW_UPS.by_key["progress"].kind.write(row.progress, lang)
    return FinishedAction(
        closed=period.title(lang),
        period=row.period,
        action=row.action,
        owner=row.owner,
        due=None if row.due is None else row.due.isoformat(),
        progress=None if progress is None else str(progress),
        origin=row.origin,
        note=row.note,
    )


def _filed(rows: Sequence[FinishedAction]) -> tuple[FinishedAction, ...]:
    """Each action once, as the earliest review filed it."""
    first: dict[tuple[str | None, ...], FinishedAction] = {}
    for row in reversed(rows):
        first.setdefault((row.period, row.action, row.owner, row.note), row)
    return tuple(reversed(first.values()))


def _kept(row: FollowUpRow, period: ReviewPeriod, *, carried: bool) -> FollowUp:
    late = row.due is not None and row.due < period.last and not _done(row.progress)
    return FollowUp(
        period=row.period,
        action=row.action,
        owner=row.owner,
        due=row.due,
        progress=row.progress,
        origin=row.origin,
        note=row.note,
        carried=carried,
        overdue=late,
    )


def _from_strategies(found: Sequence[Strategy], period: ReviewPeriod, lang: Lang) -> Iterator[FollowUp]:
    for item in found:
        if not item.done:
            yield FollowUp(
                period=period.title(lang),
                action=item.name,
                owner=item.owner,
                due=item.due,
                progress=Chosen(item.progress, item.detail),
                origin=words.FROM_STRATEGY.say(lang),
                note=item.goal,
                carried=False,
                overdue=item.overdue,
            )


def _earlier(row: FollowUpRow, period: ReviewPeriod, reviews: Container[str]) -> bool:
    if row.period is None:
        return row.at().file in reviews
    raised = review_period(row.period)
    return raised is not None and raised.last < period.last and raised != period


def _done(progress: Chosen | None) -> bool:
    return progress is not None and progress.option.value == Progress.DONE.value


def _key(action: str, owner: str | None) -> tuple[str, str]:
    return normal(action), normal(owner or "")
