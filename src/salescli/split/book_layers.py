"""The issued layer and the three lines, beside the base they multiply."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Sheet, Tone
from salescli.excel.book import Line as Row
from salescli.measure.period import Month
from salescli.measure.rounding import plain
from salescli.split.book_formulas import FORMATS, Live
from salescli.split.book_grid import (
    Grid,
    in_units,
    month_key,
    month_name,
    still,
    sum_of,
    tone_of,
    who,
    who_fields,
)
from salescli.split.checks import Check
from salescli.split.hedge import Issued
from salescli.split.layer_checks import ISSUED, LINES
from salescli.split.lines import Line, Lines, Multiples
from salescli.split.parts import Level, Months, Part
from salescli.split.tables.plan import PLAN
from salescli.split.views import Views
from salescli.words import split as words
from salescli.words.language import Lang

LAYERS: Final = frozenset({*ISSUED, *LINES})
"""The checks of the layers."""

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
    name_of = _issued_block(grid)
    first = {item.level: at for at, item in reversed([*enumerate(items, start=1)])}
    last = {item.level: at for at, item in enumerate(items, start=1)}
    lines = tuple(_issued(item, grid, (name_of, first[item.level] + 1, last[item.level]), lang) for item in items)
    title = words.HEDGED_TITLE.say(lang, metric=goal.metric, year=goal.year.label(lang))
    block = Block(name_of, fields, lines)
    return Sheet(name, (block,), title=title, subtitle=words.HEDGED_NOTE.say(lang), frozen_columns=4)


def _issued(item: Issued, grid: Grid, parts: tuple[str, int, int], lang: Lang) -> Row:
    """A line of a level; its whole adds up the `parts`, a block's lines from one to another."""
    base, issued = (sum(months.values(), Decimal(0)) for months in (item.base, item.issued))
    values: dict[str, CellValue] = {
        "level": words.LEVELS[item.level].say(lang),
        **who(item.part, lang),
        "factor": item.factor,
        "base": base,
        "issued": issued,
        "more": issued - base,
        **_by_key(item.issued),
    }
    block, first, last = parts
    if item.part is None:
        formulas = {key: sum_of(block, key, (first, last)) for key in ("base", *map(month_key, item.issued))}
        return Row({**values, "factor": None}, formulas=formulas, tone=tone_of(None))
    formulas = {"base": grid.year(item.part)}
    for month, issued in item.issued.items():
        formulas[month_key(month)] = _times(item.part, month, grid, item.factor, issued)
    return Row(values, {"factor": Tone.INPUT}, formulas, tone=_tone(item.part))


def _times(part: Part, month: Month, grid: Grid, factor: Fraction, figure: Decimal) -> str:
    """The formula of one month: the engine's figure as long as base and factor are the engine's.

    A base that moved is multiplied by itself. Under another factor the year is rounded once: each month is the
    difference of the rounded products up to its end. A factor of 1 is the base.
    """
    base, unit = grid.cell(part, month), grid.unit
    up_to = _product(grid.year_to(part, month), unit)
    before = f"-{_product(grid.year_to(part, month.previous()), unit)}" if month.number > 1 else ""
    other = f"IF({{factor}}=1,{base},{up_to}{before})"
    if factor == 1:
        return other
    kept = f"IF({still(base, grid.parts[part][month])},{plain(figure)},{_product(base, unit)})"
    return f"IF({{factor}}={plain(factor)},{kept},{other})"


def _product(base: str, unit: Decimal) -> str:
    return in_units(f"ROUND(({base})*{{factor}},6)", unit)


def _tone(part: Part | None) -> Tone | None:
    return None if part is None or part.level is Level.PERSON else tone_of(part)


def lines_sheet(items: Sequence[Lines], factors: Multiples, grid: Grid, name: str, lang: Lang) -> Sheet:
    """Three rows for the company, every region and person: 保底, 目标, 冲刺."""
    goal, shown = grid.goal, FORMATS[grid.goal.measure]
    fields = (
        *who_fields(grid, lang),
        Field("line", words.LINE.say(lang)),
        Field("factor", words.MULTIPLES.say(lang), Format.NUMBER),
        *(Field(month_key(month), month_name(month, lang), shown) for month in goal.year.months()),
        Field("year", words.WHOLE_YEAR.say(lang), shown, formula="SUM({m01}:{m12})", computed=True),
    )
    block = _lines_block(grid)
    below = {item.part: _below(items, at) for at, item in enumerate(items)}
    lines = tuple(row for item in items for row in _three(item, factors, grid, (block, *below[item.part]), lang))
    title = words.THREE_LINES_TITLE.say(lang, metric=goal.metric, year=goal.year.label(lang))
    note = words.THREE_LINES_NOTE.say(lang, plan=PLAN.sheet(lang))
    return Sheet(name, (Block(block, fields, lines),), title=title, subtitle=note, frozen_columns=4)


def _below(items: Sequence[Lines], at: int) -> tuple[int, int]:
    """The first and last row of what a part consists of, which stands right below it, three rows a part."""
    end = at + 1
    while end < len(items) and (items[at].part is None or _is_person(items[end])):
        end += 1
    return 3 * (at + 1) + 1, 3 * end


def _is_person(item: Lines) -> bool:
    return item.part is not None and item.part.person is not None


def _three(item: Lines, factors: Multiples, grid: Grid, below: tuple[str, int, int], lang: Lang) -> Iterable[Row]:
    for line, months in item.months.items():
        values: dict[str, CellValue] = {
            **who(item.part, lang),
            "line": words.LINES[line].say(lang),
            "factor": factors[line],
            **_by_key(months),
            "year": sum(months.values(), Decimal(0)),
        }
        tones = {"line": _LINE_TONES[line]} if line in _LINE_TONES else {}
        if item.part is None or item.part.person is None:
            formulas = {month_key(month): _added(month_key(month), below, whole=item.part is None) for month in months}
            yield Row({**values, "factor": None}, tones, formulas, tone=tone_of(item.part))
            continue
        formulas = {
            month_key(month): _times(item.part, month, grid, factors[line], target) for month, target in months.items()
        }
        yield Row(values, {"factor": Tone.INPUT, **tones}, formulas, level=1)


def _added(key: str, below: tuple[str, int, int], *, whole: bool) -> str:
    """The formula that adds up the same line of the people below."""
    block, first, last = below

    def span(column: str) -> str:
        return f"{{{block}:{column}@{first}}}:{{{block}:{column}@{last}}}"

    people = f',{span("person")},"<>"' if whole else ""
    return f"SUMIFS({span(key)},{span('line')},{{line}}{people})"


def layer_formulas(check: Check, views: Views, grid: Grid, live: Live, lang: Lang) -> Mapping[str, str]:
    """What a check of a layer holds against what: the base × the factor, and the layer's parts added up."""
    if (level := ISSUED.get(check.level)) is not None:
        items = views.issued[check.goal]
        own = [at for at, item in enumerate(items, start=1) if item.level is level and item.part is not None]
        block, factor = _issued_block(grid), items[own[0] - 1].factor
        base = sum_of(block, "base", (own[0], own[-1]))
        return {"expected": _expected(base, factor, grid.unit), "actual": sum_of(block, "issued", (own[0], own[-1]))}
    line = LINES[check.level]
    block, last = _lines_block(grid), 3 * len(views.lines[check.goal])
    year, of, people = (f"{{{block}:{key}@1}}:{{{block}:{key}@{last}}}" for key in ("year", "line", "person"))
    added = f'SUMIFS({year},{of},"{words.LINES[line].say(lang)}",{people},"<>")'
    return {"expected": _expected(live.total(), views.multiples[line], grid.unit), "actual": added}


def _expected(base: str, factor: Fraction, unit: Decimal) -> str:
    return base if factor == 1 else in_units(f"ROUND(({base})*{plain(factor)},6)", unit)


def _issued_block(grid: Grid) -> str:
    return grid.block.replace("calendar", "issued")


def _lines_block(grid: Grid) -> str:
    return grid.block.replace("calendar", "lines")


def _by_key(months: Months) -> dict[str, CellValue]:
    return {month_key(month): target for month, target in months.items()}
