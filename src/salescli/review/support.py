"""Who is marked 帮扶 in an analysis workbook, and in which step of the work.

The sheet is a conclusion and not one of the loop's tables, so it is read by what it shows: its name speaks of
帮扶, one column names the person, and the rows that matter hold the word itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salescli.excel.read import CellValue, RawSheet
from salescli.excel.source import SourceWorkbook
from salescli.measure.ratio import percent
from salescli.measure.rounding import plain
from salescli.table.kind import normal
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


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark: the step of the work in which a person is behind the team, as the analysis shows it."""

    person: str
    region: str | None
    metric: str
    own: str | None
    team: str | None
    gap: str | None


def marked_in(source: SourceWorkbook) -> tuple[Marked, ...] | None:
    """The marks of a workbook in their order; None when no sheet of it speaks of them."""
    sheets = [sheet for sheet in source.sheets if any(word in normal(sheet.name) for word in SHEET_WORDS)]
    read = [found for sheet in sheets if (found := _sheet(sheet)) is not None]
    return tuple(item for found in read for item in found) if read else None


def _sheet(sheet: RawSheet) -> list[Marked] | None:
    for at, row in enumerate(sheet.rows[:HEADER_ROWS]):
        columns = _columns(row)
        if {"person", "metric"} <= columns.keys():
            return list(_marks(sheet.rows[at + 1 :], columns))
    return None


def _columns(row: Sequence[CellValue]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        text = normal(cell).split("(")[0] if isinstance(cell, str) else ""
        for key, names in HEADERS.items():
            if text in names:
                found.setdefault(key, index)
    return found


def _marks(rows: Sequence[Sequence[CellValue]], columns: Mapping[str, int]) -> Iterator[Marked]:
    for row in rows:
        texts = {key: _text(row[at]) if at < len(row) else None for key, at in columns.items()}
        person, metric = texts["person"], texts["metric"]
        if person and metric and any(isinstance(cell, str) and normal(cell) in MARKS for cell in row):
            others = {key: texts.get(key) for key in ("region", "own", "team", "gap")}
            yield Marked(tidy_name(person), metric=metric, **others)


def _text(cell: CellValue) -> str | None:
    """A figure as a person would write it; a number below one that is not whole is a ratio."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        value = Decimal(str(cell))
        return percent(value) if abs(value) < 1 and value != int(value) else plain(value, 2)
    return str(cell) if cell != "" else None
