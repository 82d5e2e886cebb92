"""The weeks across, for every product line, region and person.

A cell shows the engine's figure as long as the month it belongs to is the engine's; once somebody edits the
month, it shares the new figure by the same working days, and the month's last week takes what is left.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone
from salescli.measure.period import WeekPiece
from salescli.measure.rounding import plain
from salescli.split.book_formulas import FORMATS
from salescli.split.book_grid import Grid, in_units, month_key, month_name, still, sum_of, tone_of, who, who_fields
from salescli.split.parts import Part
from salescli.split.tables import PLAN
from salescli.split.weeks import MonthWeeks, WeekPlan
from salescli.words import split as words
from salescli.words.language import Lang

_ABOVE = 1  # the line of working days

PAGES_WIDE: Final = 6
"""Two months a page: some seventy columns on one would be too small to read."""


def weeks_sheet(plan: WeekPlan, grid: Grid, name: str, lang: Lang) -> Sheet:
    """One divided goal by week; a week of two months has a column in each."""
    title = words.WEEKS_TITLE.say(lang, metric=plan.goal.metric, year=plan.goal.year.label(lang))
    note = words.WEEKS_NOTE.say(lang, plan=PLAN.sheet(lang))
    figures = plan.by_part()
    block = Block(
        weeks_id(grid),
        tuple(_fields(plan, grid, lang)),
        (_days(plan, lang), *_lines(plan, grid, figures, lang)),
        total=_total(plan, grid, figures, lang),
        filter=False,
    )
    return Sheet(name, (block,), title=title, subtitle=note, frozen_columns=3, pages_wide=PAGES_WIDE)


def weeks_id(grid: Grid) -> str:
    """The id of the block of weeks."""
    return grid.block.replace("calendar", "weeks")


def month_of_weeks(month: MonthWeeks, grid: Grid) -> str:
    """The formula that adds up one month of everybody's weeks."""
    keys = _keys(month)
    block = weeks_id(grid)
    return f"SUM({{{block}:{keys[0]}@total}}:{{{block}:{keys[-1]}@total}})"


def _fields(plan: WeekPlan, grid: Grid, lang: Lang) -> Iterable[Field]:
    shown = FORMATS[plan.goal.measure]
    yield from who_fields(grid, lang)
    block = weeks_id(grid)
    for month in plan.months:
        for key, piece in zip(_keys(month), month.pieces, strict=True):
            total = f'SUMIFS({{{block}:{key}}},{{{block}:person}},"<>")'
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


def _lines(plan: WeekPlan, grid: Grid, figures: Mapping[Part, Sequence[Decimal]], lang: Lang) -> Iterable[Line]:
    keys, block = _all_keys(plan), weeks_id(grid)
    for part, months in grid.parts.items():
        values = {**who(part, lang), **_values(plan, figures[part])}
        formulas = {month_key(month): grid.cell(part, month) for month in months}
        if part.person is None and part.region is not None:
            first, last = grid.people_of(part)
            formulas |= {key: sum_of(block, key, (first + _ABOVE, last + _ABOVE)) for key in keys}
        else:
            formulas |= _formulas(plan, figures[part])
        yield Line(values, formulas=formulas, tone=tone_of(part), level=int(part.person is not None))


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


def _formulas(plan: WeekPlan, amounts: Sequence[Decimal]) -> Iterable[tuple[str, str]]:
    """The weeks of one line, each from the month to their right."""
    for month, mine in _by_month(plan, amounts):
        keys, live = _keys(month), f"{{{month_key(month.month)}}}"
        last = max(at for at, days in enumerate(month.days) if days)
        kept = still(live, sum(mine, Decimal(0)))
        for at, days in enumerate(month.days[:last]):
            if days:
                fresh = in_units(f"{live}*{days}/{sum(month.days)}", plan.goal.rounding)
                yield keys[at], f"IF({kept},{plain(mine[at])},{fresh})"
        yield keys[last], f"{live}-SUM({{{keys[0]}}}:{{{keys[last - 1]}}})" if last else live


def _total(plan: WeekPlan, grid: Grid, figures: Mapping[Part, Sequence[Decimal]], lang: Lang) -> Line:
    people = [figures[part] for part in grid.parts if part.person is not None]
    sums = [sum(column, Decimal(0)) for column in zip(*people, strict=True)]
    return Line({"region": words.TOTAL.say(lang), **_values(plan, sums)})
