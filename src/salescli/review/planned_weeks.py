"""The weeks that a plan workbook deals out itself: every person's sales target by week, cut at the month's edges.

The sheet 周度 is a view and not one of the loop's tables, so it is known by what it shows: its title names sales, weeks
and the year, its headers are the pieces of weeks, and the lines of people carry their level.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from salescli.excel.read import CellValue, RawSheet
from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Month, Week
from salescli.review.attainment import ZERO
from salescli.split.parts import Level
from salescli.split.tables.plan import PLAN
from salescli.table.codes import review as codes
from salescli.table.kind import normal
from salescli.table.problem import Place, Problem, problem
from salescli.table.texts import tidy_name
from salescli.track.sales_metric import SALES_NAMES
from salescli.track.tables import MonthlyRow
from salescli.words import split as words
from salescli.words.language import Lang

Piece = tuple[Week, Month]
"""What lies of a week in a month."""

_TOP: Final = 12
"""Rows among which title and header stand."""

_TITLES: Final = [
    re.compile(words.WEEKS_TITLE.say(lang, metric="(?P<metric>.+?)", year=r"(?P<year>20\d\d)\D*")) for lang in Lang
]
_PIECES: Final = [re.compile(words.WEEK_HEADER.say(lang, month=r"(\d+)", first=r"(\d+)", last=r"\d+")) for lang in Lang]


@dataclass
class PlannedWeeks:
    """Everybody's target of every piece that a plan was given for; `files` tells which workbook gave a piece."""

    rows: dict[Piece, list[MonthlyRow]] = field(default_factory=dict)
    files: dict[Piece, str] = field(default_factory=dict)

    def read(self, source: SourceWorkbook) -> Iterator[Problem]:
        """Add the weeks of one workbook; an error where another one gives the same week other targets."""
        for sheet in source.sheets:
            for piece, rows in _sheet(sheet, source.path.name).items():
                known = self.rows.setdefault(piece, rows)
                if _targets(known) != _targets(rows):
                    details = {"week": f"{piece[0].monday:%Y-%m-%d}", "other": self.files[piece]}
                    yield problem(codes.WEEKS_DIFFER, Place(source.file, sheet.name), **details)
                    return
                self.files.setdefault(piece, source.path.name)

    def month(self, month: Month) -> Decimal:
        """What the weeks of a month add up to."""
        return sum((row.target for (_, of), rows in self.rows.items() if of == month for row in rows), ZERO)


def differing(planned: PlannedWeeks, monthly: Iterable[MonthlyRow], week: Week) -> Iterator[Problem]:
    """The months of `week` whose planned weeks add up to something else than the tracked targets."""
    tracked: defaultdict[Month, Decimal] = defaultdict(Decimal)
    for row in monthly:
        if row.month is not None:
            tracked[row.month] += row.target
    for month in week.months():
        own = planned.month(month)
        if (week, month) in planned.rows and month in tracked and own != tracked[month]:
            details = {"month": str(month), "plan": f"{own:,.2f}", "tracked": f"{tracked[month]:,.2f}"}
            yield problem(codes.WEEKS_OF_ANOTHER_PLAN, Place(planned.files[week, month]), **details)


def _targets(rows: Sequence[MonthlyRow]) -> dict[tuple[str, str, str], Decimal]:
    found: defaultdict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for row in rows:
        found[row.region, row.employee_id or "", row.person] += row.target
    return dict(found)


def _sheet(sheet: RawSheet, file: str) -> dict[Piece, list[MonthlyRow]]:
    """The people's lines of a sheet of weeks of sales; nothing of any other sheet."""
    year = _year(sheet)
    at = next((at for at, row in enumerate(sheet.rows[:_TOP]) if _pieces(row, 2000)), None)
    if year is None or at is None:
        return {}
    pieces, columns = _pieces(sheet.rows[at], year), _columns(sheet.rows[at])
    if "person" not in columns:
        return {}
    found: dict[Piece, list[MonthlyRow]] = {piece: [] for piece in pieces.values()}
    for row in sheet.rows[at + 1 :]:
        if not _of_a_person(row, columns):
            continue
        names = {key: _text(row, columns.get(key)) for key in ("region", "employee_id", "person")}
        for column, piece in pieces.items():
            target = Decimal(str(row[column])) if column < len(row) and isinstance(row[column], int | float) else ZERO
            found[piece].append(
                MonthlyRow(
                    region=names["region"] or "",
                    employee_id=names["employee_id"],
                    person=tidy_name(names["person"] or ""),
                    target=target,
                    actual=ZERO,
                )
            )
    return found


def _year(sheet: RawSheet) -> int | None:
    """The year of a sheet whose title speaks of the weeks of sales."""
    for text in (cell for row in sheet.rows[:2] for cell in row if isinstance(cell, str)):
        for pattern in _TITLES:
            if (found := pattern.fullmatch(text.strip())) is not None and normal(found["metric"]) in SALES_NAMES:
                return int(found["year"])
    return None


def _pieces(row: Sequence[CellValue], year: int) -> dict[int, Piece]:
    """The columns of a header that hold a piece of a week."""
    found: dict[int, Piece] = {}
    for at, cell in enumerate(row):
        for pattern in _PIECES:
            if isinstance(cell, str) and (named := pattern.fullmatch(cell.strip())) is not None:
                first = date(year, int(named[1]), int(named[2]))
                found[at] = (Week.of(first), Month.of(first))
    return found


def _columns(row: Sequence[CellValue]) -> dict[str, int]:
    wanted = {key: {PLAN.header(key, lang) for lang in Lang} for key in ("employee_id", "person")}
    wanted["level"] = {words.LEVEL.say(lang) for lang in Lang}
    found = {key: at for key, names in wanted.items() for at, cell in enumerate(row) if cell in names}
    regions = tuple(PLAN.header("region", lang) for lang in Lang)
    return found | {"region": next((at for at, cell in enumerate(row) if str(cell).startswith(regions)), -1)}


def _of_a_person(row: Sequence[CellValue], columns: dict[str, int]) -> bool:
    level = _text(row, columns.get("level"))
    wanted = {words.LEVELS[Level.PERSON].say(lang) for lang in Lang}
    return _text(row, columns["person"]) is not None and (level is None or level in wanted)


def _text(row: Sequence[CellValue], at: int | None) -> str | None:
    return str(row[at]) if at is not None and at < len(row) and row[at] not in ("", None) else None
