"""The issued layer and the three lines, beside the base they multiply."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from salescli.excel.book import Block, CellValue, Field, Format, Sheet, Tone
from salescli.excel.book import Line as Row
from salescli.split.book_formulas import FORMATS
from salescli.split.book_grid import Grid, month_key, month_name, times_factor, tone_of, who, who_fields
from salescli.split.hedge import Issued
from salescli.split.lines import Line, Lines, Multiples
from salescli.split.parts import Months
from salescli.split.tables import PLAN
from salescli.words import split as words
from salescli.words.language import Lang

_LINE_TONES = {Line.FLOOR: Tone.YELLOW, Line.STRETCH: Tone.GREEN}


def issued_sheet(items: Sequence[Issued], grid: Grid, name: str, lang: Lang) -> Sheet:
    """Base and issued targets side by side, level by level."""
    goal, shown = grid.goal, FORMATS[grid.goal.measure]
    fields = (
        Field("level", words.LEVEL.say(lang)),
        *who_fields(grid, lang),
        Field("factor", words.FACTOR_COLUMN.say(lang), Format.NUMBER),
        Field("base", words.BASE_TARGET.say(lang), shown, computed=True),
        Field("issued", words.ISSUED_TARGET.say(lang), shown, formula="SUM({m01}:{m12})", computed=True),
        Field("more", words.ISSUED_MORE.say(lang), shown, formula="{issued}-{base}", computed=True),
        *(
            Field(month_key(month), words.ISSUED_MONTH.say(lang, month=month_name(month, lang)), shown)
            for month in goal.year.months()
        ),
    )
    lines = tuple(_issued(item, grid, lang) for item in items)
    title = words.HEDGED_TITLE.say(lang, metric=goal.metric, year=goal.year.label(lang))
    block = Block(grid.block.replace("calendar", "issued"), fields, lines)
    return Sheet(name, (block,), title=title, subtitle=words.HEDGED_NOTE.say(lang), frozen_columns=4)


def _issued(item: Issued, grid: Grid, lang: Lang) -> Row:
    base, issued = (sum(months.values(), Decimal(0)) for months in (item.base, item.issued))
    values: dict[str, CellValue] = {
        "level": words.LEVELS[item.part.level].say(lang),
        **who(item.part, lang),
        "factor": item.factor,
        "base": base,
        "issued": issued,
        "more": issued - base,
        **_by_key(item.issued),
    }
    formulas = {"base": grid.year(item.part)}
    for month in item.issued:
        formulas[month_key(month)] = times_factor(grid.cell(item.part, month), "{factor}", grid.goal.rounding)
    return Row(values, {"factor": Tone.INPUT}, formulas, tone=tone_of(item.part))


def lines_sheet(items: Sequence[Lines], factors: Multiples, grid: Grid, name: str, lang: Lang) -> Sheet:
    """Three rows for every region and person: 保底, 目标, 冲刺."""
    goal, shown = grid.goal, FORMATS[grid.goal.measure]
    fields = (
        *who_fields(grid, lang),
        Field("line", words.LINE.say(lang)),
        Field("factor", words.MULTIPLES.say(lang), Format.NUMBER),
        *(Field(month_key(month), month_name(month, lang), shown) for month in goal.year.months()),
        Field("year", words.WHOLE_YEAR.say(lang), shown, formula="SUM({m01}:{m12})", computed=True),
    )
    lines = tuple(row for item in items for row in _three(item, factors, grid, lang))
    title = words.THREE_LINES_TITLE.say(lang, metric=goal.metric, year=goal.year.label(lang))
    note = words.THREE_LINES_NOTE.say(lang, plan=PLAN.sheet(lang))
    block = Block(grid.block.replace("calendar", "lines"), fields, lines)
    return Sheet(name, (block,), title=title, subtitle=note, frozen_columns=4)


def _three(item: Lines, factors: Multiples, grid: Grid, lang: Lang) -> Iterable[Row]:
    for line, months in item.months.items():
        values: dict[str, CellValue] = {
            **who(item.part, lang),
            "line": words.LINES[line].say(lang),
            "factor": factors[line],
            **_by_key(months),
            "year": sum(months.values(), Decimal(0)),
        }
        formulas = {
            month_key(month): times_factor(grid.cell(item.part, month), "{factor}", grid.goal.rounding)
            for month in months
        }
        tones = {"factor": Tone.INPUT}
        if line in _LINE_TONES:
            tones["line"] = _LINE_TONES[line]
        yield Row(values, tones, formulas, tone=tone_of(item.part))


def _by_key(months: Months) -> dict[str, CellValue]:
    return {month_key(month): target for month, target in months.items()}
