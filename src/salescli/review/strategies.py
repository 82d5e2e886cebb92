"""策略效果: how far each strategy is at the end of the period, and what is overdue."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from salescli.review.courses import Course
from salescli.review.effectiveness import FIGURES, Effect, Measured
from salescli.review.goal_targets import Aim
from salescli.review.indicators import Indicator
from salescli.review.notebooks import StrategyNote
from salescli.review.spans import ReviewPeriod
from salescli.review.verdicts import verdict
from salescli.track.tables import Progress, StrategyRow
from salescli.words.language import Text


@dataclass(frozen=True, slots=True)
class Strategy:
    """One strategy. `overdue_days` are the days from its due date to the period's last day when it is not done,
    0 when it is done or not yet due; `why` says why its effect cannot be judged."""

    name: str
    goal: str | None
    action: str | None
    owner: str
    start: date
    due: date
    progress: Progress
    detail: str
    overdue_days: int
    risk: str | None
    measured: Measured | None = None
    why: Text | None = None
    remark: str | None = None

    @property
    def effect(self) -> Effect:
        """What it has brought; no data where no metric of its goal is known."""
        return Effect.NO_DATA if self.measured is None else self.measured.effect

    @property
    def done(self) -> bool:
        """Whether it is finished."""
        return self.progress is Progress.DONE

    @property
    def overdue(self) -> bool:
        """Whether its due date has passed and it is not done."""
        return self.overdue_days > 0

    def document(self) -> dict[str, Any]:
        """The strategy as ``--json`` shows it."""
        return {
            "strategy": self.name,
            "goal": self.goal,
            "action": self.action,
            "owner": self.owner,
            "start": self.start.isoformat(),
            "due": self.due.isoformat(),
            "progress": str(self.progress),
            "detail": self.detail,
            "overdue": self.overdue,
            "overdue_days": self.overdue_days,
            "risk": self.risk,
            "effect": str(self.effect),
            "why": None if self.why is None else self.why.en,
            **(dict.fromkeys(FIGURES) if self.measured is None else self.measured.document()),
            "remark": self.remark,
        }


def strategies(rows: Sequence[StrategyRow], end: date) -> tuple[Strategy, ...]:
    """Every strategy as it stands on `end`, the longest overdue first, then by due date."""
    found = (_strategy(row, end) for row in rows)
    return tuple(sorted(found, key=lambda item: (-item.overdue_days, item.done, item.due)))


def judged(
    found: Sequence[Strategy], stated: Sequence[Indicator], courses: Sequence[Course], period: ReviewPeriod
) -> tuple[Strategy, ...]:
    """Every strategy with the figures it is judged by, or why it cannot be; `stated` are those people wrote."""
    told = []
    for item in found:
        seen = verdict(Aim(item.goal, item.name, item.detail, item.start), stated, courses, period)
        told.append(replace(item, measured=seen.measured, why=seen.why))
    return tuple(told)


def with_remarks(
    found: Sequence[Strategy], notes: Sequence[StrategyNote]
) -> tuple[tuple[Strategy, ...], tuple[StrategyNote, ...]]:
    """Every strategy with what people wrote of it, and the remarks on strategies that are not given any more."""
    written = {(note.name, note.owner): note for note in notes}
    told = tuple(replace(item, remark=_remark(written.pop((item.name, item.owner), None))) for item in found)
    return told, tuple(note for note in written.values() if note.remark)


def _remark(note: StrategyNote | None) -> str | None:
    return None if note is None else note.remark


def _strategy(row: StrategyRow, end: date) -> Strategy:
    progress = Progress(row.progress.option.value)
    late = 0 if progress is Progress.DONE else max(0, (end - row.due).days)
    return Strategy(
        name=row.name,
        goal=row.goal,
        action=row.action,
        owner=row.owner,
        start=row.start,
        due=row.due,
        progress=progress,
        detail=row.progress.detail,
        overdue_days=late,
        risk=row.risk,
    )
