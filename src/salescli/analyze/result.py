"""What one analysis found: the whole truth that screen, JSON and workbook render."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from salescli.analyze.benchmarks import Mark
from salescli.analyze.customers import Portfolio
from salescli.analyze.diagnosis import CustomerRow, ProblemRow
from salescli.analyze.drill import Breakdown
from salescli.analyze.drivers import VolumePrice, walk
from salescli.analyze.funnel import Stage
from salescli.analyze.gaps import Gap
from salescli.analyze.health import Indicator
from salescli.analyze.heat import Cell
from salescli.analyze.metrics import Metric
from salescli.analyze.mix import Slice, mix_totals
from salescli.analyze.months import MonthFigures
from salescli.analyze.quadrants import Judged
from salescli.analyze.scope import TEAM
from salescli.analyze.strangers import Stranger
from salescli.analyze.tracked import Tracked, targeted
from salescli.analyze.whys import Whys
from salescli.measure.achievement import DEFAULT_THRESHOLDS, Thresholds
from salescli.measure.period import Month
from salescli.table.config import CustomerKeys
from salescli.table.kind import normal
from salescli.words import insight as words
from salescli.words.language import Lang, Text


@dataclass(frozen=True, slots=True)
class Given:
    """A table that was given: the file that holds it, and its rows that were read."""

    table: Text
    file: str
    rows: int

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {"table": self.table.en, "file": self.file, "rows": self.rows}


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One conclusion: the sheet that has the figures, the sentence, and its style on a screen (default, green …)."""

    sheet: Text
    sentence: Text
    style: str

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it, in both languages."""
        return {"sheet": self.sheet.en, "zh": self.sentence.zh, "en": self.sentence.en}


@dataclass(frozen=True, slots=True)
class AnalysisResult:
    """`stated` are the metrics of the workbook's own table, `breakdowns` what its tracking table gives.

    `problems` and `customers` are the validated rows of their tables; None where a table was not there. `open_until`
    is the day that the figures of a month reach to which is not over. What follows from it all (`volume_price` and
    what is below it) is empty where its data is missing.
    """

    month: Month | None = None
    stated: Sequence[Metric] = ()
    breakdowns: Sequence[Breakdown] = ()
    gaps: Sequence[Gap] | None = None
    funnel: Sequence[Stage] | None = None
    problems: Sequence[ProblemRow] | None = None
    customers: Sequence[CustomerRow] | None = None
    thresholds: Thresholds = DEFAULT_THRESHOLDS
    volume_price: Sequence[VolumePrice] = ()
    health: Sequence[Indicator] = ()
    marks: Sequence[Mark] = ()
    order: Sequence[Judged] = ()
    whys: Sequence[Whys] = ()
    portfolio: Portfolio | None = None
    rules: CustomerKeys = field(default_factory=CustomerKeys)
    heat: Sequence[Cell] = ()
    mix: Sequence[Slice] = ()
    months: Sequence[MonthFigures] = ()
    tracked: Sequence[Tracked] = ()
    conclusions: Sequence[Conclusion] = ()
    sources: Sequence[Given] = ()
    open_until: date | None = None
    strangers: Sequence[Stranger] = ()

    def period(self, lang: Lang) -> str:
        """The month as titles name it, with the day it stands on while it is open; empty without months."""
        if self.month is None:
            return ""
        label = self.month.label(lang)
        return label if self.open_until is None else words.OPEN_PERIOD.say(lang, month=label, day=self.open_until)

    @property
    def teams(self) -> tuple[Metric, ...]:
        """The team's metrics of the tracking table, each once, with the targets that 指标明细 has, and without those
        that the metrics' table states alike."""
        told = {(normal(item.name), item.target, item.actual) for item in self.stated}
        kept = {normal(item.name): item for item in self.tracked if item.scope == TEAM and item.target is not None}
        teams = [
            item.team if (own := kept.get(normal(item.team.name))) is None else targeted(item.team, own)
            for item in {item.metric: item for item in self.breakdowns}.values()
        ]
        return tuple(item for item in teams if (normal(item.name), item.target, item.actual) not in told)

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """Every metric of every scope, the team's first."""
        parts = (part.metric for item in self.breakdowns for part in item.parts)
        return (*self.stated, *self.teams, *parts)

    def document(self) -> dict[str, Any]:
        """The ``result`` of the JSON document."""
        return {
            "month": None if self.month is None else str(self.month),
            "open_until": None if self.open_until is None else self.open_until.isoformat(),
            "metrics": [item.document() for item in self.metrics],
            "tracked": [item.document() for item in self.tracked],
            "status": [item.document() for item in self.gaps or ()],
            "funnel": [item.document() for item in self.funnel or ()],
            "drivers": [
                {"by": str(item.cut), **part.document()}
                for item in self.breakdowns
                if item.compared
                for part in item.parts
            ],
            "walks": [made.document() for item in self.breakdowns if (made := walk(item)) is not None],
            "volume_price": [item.document() for item in self.volume_price],
            "health": [item.document() for item in self.health],
            "benchmarks": [item.document() for item in self.marks],
            "problems": [item.document() for item in self.order],
            "whys": [item.document() for item in self.whys],
            "customers": None if self.portfolio is None else self.portfolio.document(),
            "heat": [item.document() for item in self.heat],
            "months": [item.document() for item in self.months],
            "sources": [item.document() for item in self.sources],
            "conclusions": [item.document() for item in self.conclusions],
            "mix": [item.document() for item in self.mix],
            "mix_totals": [item.document() for item in mix_totals(self.mix)],
            "excluded_orders": [item.document() for item in self.strangers],
            "kept": {"problems": len(self.problems or ()), "customers": len(self.customers or ())},
        }
