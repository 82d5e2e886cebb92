"""What an analysis workbook tells of the team's other metrics: 指标对比 for its month, 业绩体检 month by month.

Both sheets are conclusions and not tables of the loop, so they are read by what they show: their names, their headers,
and the month that stands above the figures, or beside them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salescli.analyze.health import KINDS, Kind
from salescli.analyze.metrics import Change, Metric
from salescli.analyze.scope import TEAM
from salescli.excel.read import CellValue, RawSheet
from salescli.excel.source import SourceWorkbook
from salescli.measure.achievement import Thresholds, achievement, classify
from salescli.measure.change import change, points
from salescli.measure.metric import Measure, direction_of, measure_of
from salescli.measure.period import Month
from salescli.review.courses import unit_of
from salescli.review.spans import named_in
from salescli.track.gauges import gauge_name, gauge_of
from salescli.words import analyze as words
from salescli.words import drivers as driver_words
from salescli.words import health as health_words
from salescli.words import insight
from salescli.words.language import Lang, Text

Row = Sequence[CellValue]
Columns = dict[str, int]

_TEAM_HEADERS: Final = {
    "metric": words.CONTENTS_METRIC,
    "cut": driver_words.SCOPE,
    "target": words.TARGET,
    "actual": words.ACTUAL,
    "previous": words.PART_PREVIOUS,
    "last_year": words.PART_LAST_YEAR,
}
_GLANCE_HEADERS: Final = {"indicator": health_words.INDICATOR, "target": health_words.HEALTH_TARGET}


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure of the team as an analysis shows it, in base units of `measure`."""

    name: str
    measure: Measure
    month: Month
    target: Decimal | None
    actual: Decimal
    previous: Decimal | None
    last_year: Decimal | None = None

    def metric(self, thresholds: Thresholds) -> Metric:
        """As a metric; what follows from its figures is reckoned anew."""
        direction, ratio = direction_of(self.name), self.measure is Measure.RATIO
        reached = achievement(self.actual, self.target, direction)
        return Metric(
            name=self.name,
            scope=TEAM,
            measure=self.measure,
            unit=unit_of(self.name),
            direction=direction,
            target=self.target,
            actual=self.actual,
            previous=self.previous,
            last_year=self.last_year,
            achievement=reached,
            status=classify(reached, thresholds),
            mom=Change(change(self.actual, self.previous), points(self.actual, self.previous) if ratio else None),
            yoy=Change(change(self.actual, self.last_year)),
            month=self.month,
        )


def shown_in(source: SourceWorkbook) -> tuple[Shown, ...]:
    """The team's figures of a workbook's 指标对比, then those of its 业绩体检; nothing of any other workbook."""
    found: list[Shown] = []
    for name, read in ((insight.TRACKED, _compared), (health_words.HEALTH, _health)):
        for sheet in source.sheets:
            if sheet.name in {name.say(lang) for lang in Lang}:
                found += read(sheet)
    return tuple(found)


def _compared(sheet: RawSheet) -> Iterator[Shown]:
    at, columns = _headed(sheet, _TEAM_HEADERS)
    month = _month_above(sheet.rows[:at])
    if not columns or month is None:
        return
    teams = {TEAM.cut.word.say(lang) for lang in Lang}
    for row in sheet.rows[at + 1 :]:
        if _cell(row, columns["cut"]) not in teams:
            return
        name, actual = str(_cell(row, columns["metric"])), _number(row, columns["actual"])
        if actual is not None:
            others = {key: _number(row, columns[key]) for key in ("target", "previous", "last_year")}
            yield Shown(name, _measure(name), month, actual=actual, **others)


def _measure(name: str) -> Measure:
    gauge = gauge_of(name)
    return measure_of(name, None) if gauge is None else gauge.measure


def _health(sheet: RawSheet) -> Iterator[Shown]:
    """Every month of each indicator beside the month before it; the target is of the last one."""
    at, columns = _headed(sheet, _GLANCE_HEADERS)
    head, _ = _headed(sheet, {"month": health_words.HEALTH_MONTH})
    if not columns or head >= len(sheet.rows):
        return
    targets = {
        str(_cell(row, columns["indicator"])): _number(row, columns["target"]) for row in sheet.rows[at + 1 : head]
    }
    rows = [
        (period.span, row) for row in sheet.rows[head + 1 :] if (period := named_in(str(_cell(row, 0)))) is not None
    ]
    months = [(span, row) for span, row in rows if isinstance(span, Month)]
    for kind in KINDS:
        column = next((at for at, cell in enumerate(sheet.rows[head]) if cell in set(kind.word)), None)
        if column is None or not months:
            continue
        target = next((targets[word] for word in kind.word if word in targets), None)
        for at, (month, row) in enumerate(months):
            before = months[at - 1] if at and months[at - 1][0] == month.previous() else None
            actual = _number(row, column)
            if actual is not None:
                figures = (target if at == len(months) - 1 else None, actual)
                previous = None if before is None else _number(before[1], column)
                yield Shown(_name(kind, sheet), kind.measure, month, *figures, previous)


def _name(kind: Kind, sheet: RawSheet) -> str:
    """The indicator without the unit that its header bears."""
    lang = Lang.ZH if sheet.name == health_words.HEALTH.zh else Lang.EN
    return kind.word.say(lang).partition("(")[0].strip() if kind.gauge is None else gauge_name(kind.gauge, lang)


def _headed(sheet: RawSheet, headers: dict[str, Text]) -> tuple[int, Columns]:
    """The first row that has all these headers, and their columns; behind the last row where there is none."""
    for at, row in enumerate(sheet.rows):
        found = {
            key: next((column for column, cell in enumerate(row) if cell in set(header)), None)
            for key, header in headers.items()
        }
        if None not in found.values():
            return at, {key: column for key, column in found.items() if column is not None}
    return len(sheet.rows), {}


def _month_above(rows: Sequence[Row]) -> Month | None:
    named = {
        period.span for row in rows for cell in row if isinstance(cell, str) and (period := named_in(cell)) is not None
    }
    months = [span for span in named if isinstance(span, Month)]
    return months[0] if len(named) == len(months) == 1 else None


def _cell(row: Row, at: int) -> CellValue:
    return row[at] if at < len(row) else ""


def _number(row: Row, at: int) -> Decimal | None:
    value = _cell(row, at)
    return Decimal(f"{value:.15g}") if isinstance(value, int | float) and not isinstance(value, bool) else None
