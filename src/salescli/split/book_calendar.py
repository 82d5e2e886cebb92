"""The year across: quarters and months of every product line, region and person, live."""

from collections.abc import Iterable
from decimal import Decimal

from salescli.excel.book import Block, Field, Line, Sheet
from salescli.split.book_formulas import FORMATS, Live, cell, of_month, of_person
from salescli.split.book_grid import Grid, month_key, month_name, sum_of, tone_of, who, who_fields
from salescli.split.leaves import GoalSplit, sums
from salescli.split.parts import Months
from salescli.split.tables.plan import PLAN
from salescli.words import split as words
from salescli.words.language import Lang


def calendar_sheet(split: GoalSplit, grid: Grid, live: Live, name: str, lang: Lang) -> Sheet:
    """One divided goal: product lines, then each region with its people, a total below all."""
    goal = split.goal
    title = words.CALENDAR_TITLE.say(lang, metric=goal.metric, year=goal.year.label(lang))
    block = Block(
        grid.block,
        tuple(_fields(grid, lang)),
        tuple(_lines(grid, live, lang)),
        total=_total(split, live, lang),
        filter=False,
    )
    note = words.CALENDAR_NOTE.say(lang, plan=PLAN.sheet(lang))
    return Sheet(name, (block,), title=title, subtitle=note, frozen_columns=3, pages_wide=2)


def _fields(grid: Grid, lang: Lang) -> Iterable[Field]:
    shown = FORMATS[grid.goal.measure]
    yield from who_fields(grid, lang)
    for quarter in grid.goal.year.quarters():
        months = quarter.months()
        for month in months:
            yield Field(month_key(month), month_name(month, lang), shown)
        parts = "+".join(f"{{{month_key(month)}}}" for month in months)
        yield Field(f"q{quarter.number}", f"Q{quarter.number}", shown, formula=parts, total=parts, computed=True)
    parts = "+".join(f"{{q{quarter.number}}}" for quarter in grid.goal.year.quarters())
    yield Field("year", words.WHOLE_YEAR.say(lang), shown, formula=parts, total=parts, computed=True)


def _lines(grid: Grid, live: Live, lang: Lang) -> Iterable[Line]:
    for part, months in grid.parts.items():
        values = {**who(part, lang), **_values(months)}
        if part.person is not None:
            own = of_person(part.person)
            formulas = {month_key(month): live.total(*own, of_month(month)) for month in months}
            yield Line(values, formulas=formulas, level=1)
        elif part.region is not None:
            people = grid.people_of(part)
            formulas = {key: sum_of(grid.block, key, people) for key in map(month_key, months)}
            yield Line(values, formulas=formulas, tone=tone_of(part))
        else:
            criterion = cell("region", part.name) if part.name else '"="'
            formulas = {month_key(month): live.total(("product", criterion), of_month(month)) for month in months}
            yield Line(values, formulas=formulas, tone=tone_of(part))


def _total(split: GoalSplit, live: Live, lang: Lang) -> Line:
    months = split.goal.year.months()
    figures = {month: Decimal(0) for month in months} | sums(split.leaves, lambda leaf: leaf.month)
    formulas = {month_key(month): live.total(of_month(month)) for month in months}
    return Line({"region": words.TOTAL.say(lang), **_values(figures)}, formulas=formulas)


def _values(figures: Months) -> dict[str, Decimal]:
    values = {month_key(month): figure for month, figure in figures.items()}
    for month, figure in figures.items():
        key = f"q{month.quarter.number}"
        values[key] = values.get(key, Decimal(0)) + figure
    return {**values, "year": sum(figures.values(), Decimal(0))}
