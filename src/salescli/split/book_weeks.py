"""The weeks across, for every product line, region and person, down to the product lines of each person.

A line of a person shows the engine's figures as long as the month it belongs to is the engine's. Once somebody edits
that month its weeks are the differences of the new figure's rounded shares up to each week's end, so that they always
add up to it. All other lines add these up.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final, NamedTuple

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone
from salescli.measure.period import WeekPiece
from salescli.measure.rounding import plain
from salescli.split.book_formulas import FORMATS, Live, cell, literal, of_month, of_person
from salescli.split.book_grid import Grid, in_units, month_key, month_name, still, tone_of, who, who_fields
from salescli.split.parts import Level, Part
from salescli.split.tables.plan import PLAN
from salescli.split.team import Person
from salescli.split.weeks import MonthWeeks, WeekPlan
from salescli.words import split as words
from salescli.words.language import Lang

PAGES_WIDE: Final = 6
"""Two months a page: some seventy columns on one would be too small to read."""

LINE: Final = "line"
"""The level of one product line of somebody who has several."""

_FIRST: Final = 2
"""The line below the working days."""


class _Row(NamedTuple):
    """A line of the sheet. A leaf has nothing below it; others add up the lines from `first` to `last` of a `level`."""

    part: Part
    level: str
    amounts: Sequence[Decimal]
    product: str | None = None
    span: tuple[int, int] = (0, 0)

    @property
    def leaf(self) -> bool:
        return self.product is not None


def weeks_sheet(plan: WeekPlan, grid: Grid, live: Live, name: str, lang: Lang) -> Sheet:
    """One divided goal by week; a week of two months has a column in each."""
    title = words.WEEKS_TITLE.say(lang, metric=plan.goal.metric, year=plan.goal.year.label(lang))
    note = words.WEEKS_NOTE.say(lang, plan=PLAN.sheet(lang))
    rows = list(_rows(plan, grid))
    block = Block(
        weeks_id(grid),
        tuple(_fields(plan, grid, lang)),
        (_days(plan, lang), *(_line(row, plan, grid, live, lang) for row in rows)),
        total=_total(plan, rows, lang),
        filter=False,
    )
    frozen = 5 if _by_product(grid) else 4
    return Sheet(name, (block,), title=title, subtitle=note, frozen_columns=frozen, pages_wide=PAGES_WIDE)


def weeks_id(grid: Grid) -> str:
    """The id of the block of weeks."""
    return grid.block.replace("calendar", "weeks")


def month_of_weeks(month: MonthWeeks, grid: Grid) -> str:
    """The formula that adds up one month of everybody's weeks."""
    keys = _keys(month)
    block = weeks_id(grid)
    return f"SUM({{{block}:{keys[0]}@total}}:{{{block}:{keys[-1]}@total}})"


def week_of(piece: WeekPiece, grid: Grid, level: Level | None = None, lang: Lang = Lang.ZH) -> str:
    """The formula that adds up one week: its total, or all lines of a level."""
    block, month = weeks_id(grid), piece.month
    key = f"w{month.number:02d}_{month.weeks().index(piece) + 1}"
    if level is None:
        return f"{{{block}:{key}@total}}"
    return f"SUMIFS({{{block}:{key}}},{{{block}:level}},{literal(words.LEVELS[level].say(lang))})"


def _rows(plan: WeekPlan, grid: Grid) -> Iterable[_Row]:
    """Product lines, then each region and below it its people, with their lines where they have several."""
    lines: dict[Person, list[tuple[str, tuple[Decimal, ...]]]] = {}
    for (person, product), amounts in plan.by_line().items():
        lines.setdefault(person, []).append((product or "", amounts))
    last = 1 + len(grid.parts) + sum(len(own) for own in lines.values() if len(own) > 1)
    every = [item for own in lines.values() for item in own]
    at = _FIRST
    for part in grid.parts:
        own = lines[part.person] if part.person is not None else []
        if part.level is Level.PRODUCT:
            mine = [amounts for product, amounts in every if product == part.name]
            yield _Row(part, part.level, _added(mine), span=(_FIRST, last))
        elif part.person is None:
            people = [own for person, own in lines.items() if person.region == part.name]
            size = sum(1 + (len(own) if len(own) > 1 else 0) for own in people)
            yield _Row(part, part.level, _added(item for own in people for _, item in own), span=(at + 1, at + size))
        elif len(own) == 1:
            yield _Row(part, part.level, own[0][1], own[0][0])
        else:
            yield _Row(part, part.level, _added(amounts for _, amounts in own), span=(at + 1, at + len(own)))
            for product, amounts in own:
                at += 1
                yield _Row(part, LINE, amounts, product)
        at += 1


def _added(rows: Iterable[Sequence[Decimal]]) -> tuple[Decimal, ...]:
    return tuple(sum(column, Decimal(0)) for column in zip(*rows, strict=True))


def _by_product(grid: Grid) -> bool:
    return any(part.level is Level.PRODUCT for part in grid.parts)


def _fields(plan: WeekPlan, grid: Grid, lang: Lang) -> Iterable[Field]:
    shown = FORMATS[plan.goal.measure]
    yield Field("level", words.LEVEL.say(lang))
    yield from who_fields(grid, lang)
    if _by_product(grid):
        yield Field("product", PLAN.header("product", lang))
    block = weeks_id(grid)
    person = literal(words.LEVELS[Level.PERSON].say(lang))
    for month in plan.months:
        for key, piece in zip(_keys(month), month.pieces, strict=True):
            total = f"SUMIFS({{{block}:{key}}},{{{block}:level}},{person})"
            yield Field(key, _header(piece, lang), shown, total=total)
        keys = _keys(month)
        yield Field(
            month_key(month.month),
            month_name(month.month, lang),
            shown,
            total=f"SUM({{{keys[0]}}}:{{{keys[-1]}}})",
            computed=True,
        )
    whole = "+".join(f"{{{month_key(month.month)}}}" for month in plan.months)
    yield Field("year", words.WHOLE_YEAR.say(lang), shown, formula=whole, total=whole, computed=True)


def _header(piece: WeekPiece, lang: Lang) -> str:
    return words.WEEK_HEADER.say(lang, month=piece.month.number, first=piece.first.day, last=piece.last.day)


def _keys(month: MonthWeeks) -> list[str]:
    return [f"w{month.month.number:02d}_{at}" for at in range(1, len(month.pieces) + 1)]


def _all_keys(plan: WeekPlan) -> list[str]:
    return [key for month in plan.months for key in _keys(month)]


def _days(plan: WeekPlan, lang: Lang) -> Line:
    """How many working days each week has."""
    days = [day for month in plan.months for day in month.days]
    values: dict[str, CellValue] = {"region": words.WORKING_DAYS.say(lang)}
    for month in plan.months:
        values |= {**dict(zip(_keys(month), month.days, strict=True)), month_key(month.month): sum(month.days)}
    formats = dict.fromkeys((*(key for key in values if key != "region"), "year"), Format.COUNT)
    formulas = {"year": ""}
    return Line({**values, "year": sum(days)}, formulas=formulas, formats=formats, tone=Tone.MUTED)


def _line(row: _Row, plan: WeekPlan, grid: Grid, live: Live, lang: Lang) -> Line:
    values: dict[str, CellValue] = {"level": words.LEVELS[row.level].say(lang), **who(row.part, lang)}
    if row.leaf and _by_product(grid):
        values["product"] = row.product or words.NO_PRODUCT.say(lang)
    formulas = dict(_weeks_of(row, plan) if row.leaf else _sums_of(row, plan, grid, lang))
    for month in plan.months:
        formulas[month_key(month.month)] = _month_of(row, month, grid, live)
    level = 0 if row.part.person is None else 2 if row.level == LINE else 1
    return Line({**values, **_values(plan, row.amounts)}, formulas=formulas, tone=tone_of(row.part), level=level)


def _month_of(row: _Row, month: MonthWeeks, grid: Grid, live: Live) -> str:
    """The formula of one month: the calendar's, or the plan's where the calendar has no line for it."""
    if row.level != LINE or row.part.person is None:
        return grid.cell(row.part, month.month)
    product = literal(row.product) if row.product else '"="'
    return live.total(*of_person(row.part.person), ("product", product), of_month(month.month))


def _sums_of(row: _Row, plan: WeekPlan, grid: Grid, lang: Lang) -> Iterable[tuple[str, str]]:
    """The weeks of a line that adds up others: leaves by product line, or people by region, or somebody's lines."""
    block, (first, last) = weeks_id(grid), row.span
    by, wanted = "level", literal(words.LEVELS[LINE if row.level == Level.PERSON else Level.PERSON].say(lang))
    if row.level == Level.PRODUCT:
        by = "product"
        wanted = cell("region", row.part.name) if row.part.name else literal(words.NO_PRODUCT.say(lang))

    def span(key: str) -> str:
        return f"{{{block}:{key}@{first}}}:{{{block}:{key}@{last}}}"

    for key in _all_keys(plan):
        yield key, f"SUMIFS({span(key)},{span(by)},{wanted})"


def _weeks_of(row: _Row, plan: WeekPlan) -> Iterable[tuple[str, str]]:
    """The weeks of a leaf, each from the month to their right."""
    for month, mine in _by_month(plan, row.amounts):
        live, days = f"{{{month_key(month.month)}}}", sum(month.days)
        kept = still(live, sum(mine, Decimal(0)))
        before = ""
        for key, figure, passed, own in zip(_keys(month), mine, accumulate(month.days), month.days, strict=True):
            if own:
                up_to = live if passed == days else in_units(f"{live}*{passed}/{days}", plan.unit)
                yield key, f"IF({kept},{plain(figure)},{up_to}{before})"
                before = f"-{up_to}"


def _values(plan: WeekPlan, amounts: Sequence[Decimal]) -> dict[str, CellValue]:
    """The weeks, months and year of one line."""
    values: dict[str, CellValue] = dict(zip(_all_keys(plan), amounts, strict=True))
    for month, mine in _by_month(plan, amounts):
        values[month_key(month.month)] = sum(mine, Decimal(0))
    return {**values, "year": sum(amounts, Decimal(0))}


def _by_month(plan: WeekPlan, amounts: Sequence[Decimal]) -> Iterable[tuple[MonthWeeks, Sequence[Decimal]]]:
    start = 0
    for month in plan.months:
        yield month, amounts[start : start + len(month.pieces)]
        start += len(month.pieces)


def _total(plan: WeekPlan, rows: Sequence[_Row], lang: Lang) -> Line:
    sums = _added(row.amounts for row in rows if row.level == Level.PERSON)
    return Line({"region": words.TOTAL.say(lang), **_values(plan, sums)})
