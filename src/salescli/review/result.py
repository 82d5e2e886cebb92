"""What one retrospective brings together: the whole truth that screen, JSON and workbook render."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from salescli.analyze.gaps import Gap
from salescli.analyze.metrics import Metric
from salescli.measure.achievement import Thresholds
from salescli.review.additions import Additions
from salescli.review.attainment import Attainment
from salescli.review.follow_ups import FollowUps
from salescli.review.incentives import Incentives
from salescli.review.indicators import Indicator
from salescli.review.meetings import Meeting
from salescli.review.notebooks import AgendaItem, Finding, StrategyNote
from salescli.review.plans import Plan
from salescli.review.spans import ReviewPeriod
from salescli.review.strategies import Strategy
from salescli.review.summary import Lesson
from salescli.review.weekly import Step
from salescli.words import effects as words
from salescli.words.language import Lang, Text


@dataclass(frozen=True, slots=True)
class SourcedMetric:
    """A metric and the workbook it comes from; `period` is its own where it is only a part of the period under
    review, `evidence` is what kind of workbook tells it."""

    metric: Metric
    source: str
    period: ReviewPeriod | None = None
    evidence: Text = words.FROM_METRICS

    def label(self, lang: Lang) -> str:
        """The workbook with that period."""
        return self.source if self.period is None else f"{self.source} ({self.period.label(lang)})"

    def against(self, period: ReviewPeriod) -> ReviewPeriod | None:
        """The period that the month-on-month change compares with, in a review of `period`; None without a change."""
        own = self.period or period
        return None if self.metric.mom.rate is None else ReviewPeriod(own.span.previous())

    def said(self, lang: Lang) -> Metric:
        """The metric as a sentence speaks of it."""
        named = self.metric.name if self.period is None else f"{self.metric.name}({self.period.label(lang)})"
        return replace(self.metric, name=named)

    def document(self, period: ReviewPeriod) -> dict[str, Any]:
        """The metric as ``--json`` shows it, in a review of `period`."""
        against = self.against(period)
        return {
            **self.metric.document(),
            "source": self.source,
            "period": None if self.period is None else str(self.period),
            "mom_against": None if against is None else str(against),
            "evidence": self.evidence.en,
        }


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One topic: the sheet that has the figures, the sentence, and whether something is amiss."""

    sheet: Text
    sentence: Text
    amiss: bool = False

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it, in both languages."""
        return {"sheet": self.sheet.en, "zh": self.sentence.zh, "en": self.sentence.en, "amiss": self.amiss}


@dataclass(frozen=True, slots=True)
class ReviewResult:
    """One retrospective. `open_until` is the day that tracking reaches to while the period is not over."""

    period: ReviewPeriod
    attainment: Attainment | None
    metrics: Sequence[SourcedMetric]
    gaps: Sequence[Gap]
    indicators: Sequence[Indicator]
    strategies: Sequence[Strategy]
    incentives: Incentives | None
    follow_ups: FollowUps
    lessons: Sequence[Lesson]
    thresholds: Thresholds
    findings: Sequence[Finding] = ()
    plans: Sequence[Plan] = ()
    meetings: Sequence[Meeting] = ()
    agenda: Sequence[AgendaItem] = ()
    kept_remarks: Sequence[StrategyNote] = ()
    sources: Mapping[str, Sequence[str]] = field(default_factory=dict)
    steps: Sequence[Step] = ()
    conclusions: Sequence[Conclusion] = ()
    additions: Additions = field(default_factory=Additions)
    open_until: date | None = None

    @property
    def lesson(self) -> Lesson:
        """The summary's row of this period."""
        return self.lessons[-1]

    def document(self) -> dict[str, Any]:
        """The ``result`` of the JSON document; a section without figures has no rows."""
        found = self.incentives
        paid = [] if found is None else [item.document() for item in (*found.periods, found.total)]
        reached = self.attainment
        sections: dict[str, list[dict[str, Any]]] = {
            "achievement": [] if reached is None else reached.documents(),
            "people": [] if reached is None else [item.document() for item in reached.people],
            "process": [item.document(self.thresholds) for item in self.steps],
            "metrics": [item.document(self.period) for item in self.metrics],
            "status": [item.document() for item in self.gaps],
            "indicators": [item.document(self.thresholds) for item in self.indicators],
            "strategies": [item.document() for item in self.strategies],
            "incentives": paid,
            "high_target_behind": [] if reached is None else [item.document() for item in reached.missed],
            "actions": [item.document() for item in self.follow_ups.open],
            "summary": [item.document() for item in self.lessons],
            "earners": [] if found is None else [item.document() for item in found.earners],
            "lessons": [item.model_dump() for item in self.findings],
            "plans": [item.document() for item in self.plans],
            "meetings": [item.document() for item in self.meetings],
            "agenda": [item.model_dump() for item in self.agenda],
            "kept_remarks": [item.model_dump() for item in self.kept_remarks],
            "conclusions": [item.document() for item in self.conclusions],
            "finished": [item.model_dump() for item in self.follow_ups.finished],
            "kept_notes": self.additions.document(),
            "sources": [{"table": table, "files": list(files)} for table, files in self.sources.items()],
        }
        return {
            "period": str(self.period),
            "open_until": None if self.open_until is None else self.open_until.isoformat(),
            "payouts_of": [] if found is None else [str(item) for item in found.only],
            "sections": [{"name": name, "rows": rows} for name, rows in sections.items()],
        }
