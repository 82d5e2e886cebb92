"""What people wrote in earlier reviews, gathered from the sheets of the review's own names."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from salescli.excel.found import Found
from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
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
    NoteRow,
    NoteT,
    PlanStep,
    StrategyNote,
)
from salescli.table.codes import headers as codes
from salescli.table.kind import normal
from salescli.table.problem import Problem

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

    def tell_own(self, written: Container[tuple[str, str, str]]) -> None:
        """Tell the rows which of their suggested cells a person wrote; `written` has their file, sheet and address."""
        books: tuple[tuple[Notebook[Any], Sequence[NoteRow]], ...] = ((AGENDA, self.agenda), (PLANS, self.plans))
        for book, rows in books:
            for row in rows:
                places = {name: row.at(name) for name in book.prefilled}
                row.by_hand(
                    name
                    for name, place in places.items()
                    if (place.file or "", place.sheet or "", place.cell or "") in written
                )

    def problems(self) -> Iterator[Problem]:
        """Cells that two workbooks fill differently."""
        yield from written_differently(self.strategies, STRATEGY_NOTES)
        yield from written_differently(self.findings, FINDINGS)
        yield from written_differently(self.agenda, AGENDA)
        yield from written_differently(self.plans, PLANS)


def _read(intake: Intake, source: SourceWorkbook, book: Notebook[NoteT], into: list[NoteT]) -> None:
    for found in source.candidates(book.table):
        if _named(found, book):
            records = source.read_found(found)
            intake.add(*(item for item in records.problems if item.code.name not in _UNSAID))
            intake.invalid.extend(records.invalid)
            into.extend(records.rows)


def _named(found: Found[NoteT], book: Notebook[NoteT]) -> bool:
    """Whether the sheet bears the table's name, or begins with it as each person's plan does."""
    own = normal(found.sheet.name)
    return any(own.startswith(normal(name)) for name in (*book.table.sheets, book.table.sheet_en))
