"""Who is marked 帮扶 in an analysis workbook, and in which step of the work.

The sheet is a conclusion and not one of the loop's tables, so it is read by what it shows: its name speaks of
帮扶, one column names the person, and the rows that matter hold the word itself.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salescli.excel.read import CellValue, RawSheet
from salescli.excel.source import SourceWorkbook
from salescli.measure.metric import Measure, measure_of
from salescli.review.spans import ReviewPeriod, named_in
from salescli.table.kind import normal
from salescli.table.numeral import parse_numeral
from salescli.table.texts import tidy_name

SHEET_WORDS: Final = ("帮扶", "help", "support")
MARKS: Final = frozenset({"帮扶", "需帮扶", "help", "needshelp", "tohelp", "support", "needssupport"})
HEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("销售员", "人员", "姓名", "员工", "person", "salesperson", "who", "name"),
    "region": ("区域", "所属区域", "region", "ofregion"),
    "metric": ("指标", "环节", "过程指标", "步骤", "项目", "metric", "step", "stage"),
    "own": ("本人", "数值", "实际", "本人数值", "value", "own", "ownfigure", "actual"),
    "team": ("团队中位数", "中位数", "团队", "团队平均", "median", "team", "teammedian", "teamaverage"),
    "gap": (
        "领先",
        "差距",
        "高于中位数",
        "较中位数",
        "与团队相比",
        "较团队",
        "lead",
        "gap",
        "againstteam",
        "againstit",
        "difference",
    ),
}
HEADER_ROWS: Final = 40
_BRACKETED: Final = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark: the step of the work in which a person is behind the team, and the period the sheet speaks of.

    `own` and `team` are figures of `measure`, or the words that stand there; `gap` is as the sheet words it.
    """

    person: str
    region: str | None
    metric: str
    measure: Measure
    own: Decimal | str | None
    team: Decimal | str | None
    gap: str | None
    period: ReviewPeriod | None = None


def marked_in(source: SourceWorkbook) -> tuple[Marked, ...] | None:
    """The marks of a workbook in their order; None when no sheet of it speaks of them."""
    sheets = [sheet for sheet in source.sheets if any(word in normal(sheet.name) for word in SHEET_WORDS)]
    read = [found for sheet in sheets if (found := _sheet(sheet)) is not None]
    return tuple(item for found in read for item in found) if read else None


def _sheet(sheet: RawSheet) -> list[Marked] | None:
    for at, row in enumerate(sheet.rows[:HEADER_ROWS]):
        columns = _columns(row)
        if {"person", "metric"} <= columns.keys():
            named = {found for text in _texts(sheet.rows[:at]) if (found := named_in(text)) is not None}
            return list(_marks(sheet.rows[at + 1 :], columns, named.pop() if len(named) == 1 else None))
    return None


def _texts(rows: Sequence[Sequence[CellValue]]) -> Iterator[str]:
    yield from (cell for row in rows for cell in row if isinstance(cell, str))


def _columns(row: Sequence[CellValue]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        text = normal(cell).split("(")[0] if isinstance(cell, str) else ""
        for key, names in HEADERS.items():
            if text in names:
                found.setdefault(key, index)
    return found


def _marks(
    rows: Sequence[Sequence[CellValue]], columns: Mapping[str, int], period: ReviewPeriod | None
) -> Iterator[Marked]:
    for row in rows:
        cells = {key: row[at] if at < len(row) else "" for key, at in columns.items()}
        person, metric = (str(cells[key]).strip() for key in ("person", "metric"))
        if person and metric and any(isinstance(cell, str) and normal(cell) in MARKS for cell in row):
            own, team = (_figure(cells.get(key, "")) for key in ("own", "team"))
            region, gap = (str(cells.get(key, "")) or None for key in ("region", "gap"))
            yield Marked(tidy_name(person), region, metric, _measure(metric), own, team, gap, period)


def _measure(metric: str) -> Measure:
    """What a step is counted in: by its name without what stands in brackets behind it."""
    named = measure_of(_BRACKETED.sub("", unicodedata.normalize("NFKC", metric)), None)
    return Measure.COUNT if named is Measure.NUMBER else named


def _figure(cell: CellValue) -> Decimal | str | None:
    """A number, typed as one or in words (``8%``, ``5家``); any other text as it stands."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Decimal(f"{cell:.15g}")
    read = parse_numeral(str(cell)) if cell != "" else None
    return read.value if read is not None else (str(cell) or None)
