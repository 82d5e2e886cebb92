"""What people wrote in earlier reviews, gathered from the sheets of the review's own names."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from salescli.excel.intake import Intake
from salescli.excel.source import Found, SourceWorkbook
from salescli.review.keeping import written_differently
from salescli.review.notebooks import (
    AGENDA,
    FINDINGS,
    FINISHED,
    KEPT_NOTES,
    PLANS,
    STRATEGY_NOTES,
    AgendaItem,
    Finding,
    FinishedAction,
    KeptNote,
    Notebook,
    PlanStep,
    StrategyNote,
)
from salescli.table.codes import headers as codes
from salescli.table.kind import normal
from salescli.table.problem import Problem
from salescli.table.row import RowT

_UNSAID: Final = frozenset({codes.NO_ROWS.name, codes.UNKNOWN_COLUMN.name})
"""What goes without saying of a sheet the program wrote: that it has computed columns, or no rows yet."""


@dataclass(slots=True)
class Notes:
    """The rows of earlier reviews, computed ones and people's."""

    strategies: list[StrategyNote] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    plans: list[PlanStep] = field(default_factory=list)
    kept: list[KeptNote] = field(default_factory=list)
    finished: list[FinishedAction] = field(default_factory=list)

    def read(self, intake: Intake, source: SourceWorkbook) -> None:
        """Add what one workbook holds."""
        _read(intake, source, STRATEGY_NOTES, self.strategies)
        _read(intake, source, FINDINGS, self.findings)
        _read(intake, source, AGENDA, self.agenda)
        _read(intake, source, PLANS, self.plans)
        _read(intake, source, KEPT_NOTES, self.kept)
        _read(intake, source, FINISHED, self.finished)

    def problems(self) -> Iterator[Problem]:
        """Cells that two workbooks fill differently."""
        yield from written_differently(self.strategies, STRATEGY_NOTES)
        yield from written_differently(self.findings, FINDINGS)
        yield from written_differently(self.agenda, AGENDA)
        yield from written_differently(self.plans, PLANS)


def _read(intake: Intake, source: SourceWorkbook, book: Notebook[RowT], into: list[RowT]) -> None:
    for found in source.candidates(book.table):
        if _named(found, book):
            records = source.read_found(found)
            intake.add(*(item for item in records.problems if item.code.name not in _UNSAID))
            intake.invalid.extend(records.invalid)
            into.extend(records.rows)


def _named(found: Found[RowT], book: Notebook[RowT]) -> bool:
    """Whether the sheet bears the table's name, or begins with it as each person's plan does."""
    own = normal(found.sheet.name)
    return any(own.startswith(normal(name)) for name in (*book.table.sheets, book.table.sheet_en))
