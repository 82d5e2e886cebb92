"""The year across: quarters and months of everybody, by region, as live sums of the plan."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from salescli.excel.book import Block, Field, Line, Sheet, Tone
from salescli.measure.period import Month
from salescli.split.book_formulas import FORMATS, Live, cell, of_month, of_person
from salescli.split.leaves import Leaf, sums
from salescli.split.result import GoalSplit
from salescli.split.tables import PLAN
from salescli.split.team import Person
from salescli.words import split as words
from salescli.words.language import Lang

Key = TypeVar("Key", bound=Hashable)


def calendar_sheet(split: GoalSplit, live: Live, name: str, number: int, lang: Lang) -> Sheet:
    """One divided goal: a line a region, below it a line a person, a total below all."""
    goal = split.goal
    title = words.CALENDAR_TITLE.say(lang, metric=goal.metric, year=goal.year.label(lang))
    block = Block(
        f"calendar{number}",
        tuple(_fields(split, live, lang)),
        tuple(_lines(split, live)),
        total=_total(split, live, lang),
        filter=False,
    )
    note = words.CALENDAR_NOTE.say(lang, plan=PLAN.sheet(lang))
    return Sheet(name, (block,), title=title, subtitle=note, frozen_columns=3)


def _fields(split: GoalSplit, live: Live, lang: Lang) -> Iterable[Field]:
    shown = FORMATS[split.goal.measure]
    yield Field("region", PLAN.header("region", lang))
    yield Field("employee_id", PLAN.header("employee_id", lang))
    yield Field("person", PLAN.header("person", lang))
    year = split.goal.year
    for quarter in year.quarters():
        months = quarter.months()
        for month in months:
            yield Field(_key(month), month_name(month, lang), shown)
        parts = "+".join(f"{{{_key(month)}}}" for month in months)
        yield Field(f"q{quarter.number}", f"Q{quarter.number}", shown, formula=parts, total=parts, computed=True)
    parts = "+".join(f"{{q{quarter.number}}}" for quarter in year.quarters())
    yield Field("year", words.WHOLE_YEAR.say(lang), shown, formula=parts, total=parts, computed=True)


def _lines(split: GoalSplit, live: Live) -> Iterable[Line]:
    months = split.goal.year.months()
    by_region = _by(split.leaves, lambda leaf: leaf.person.region)
    by_person = _by(split.leaves, lambda leaf: leaf.person)
    for region, figures in by_region.items():
        own = {_key(month): live.total(("region", cell("region", region)), of_month(month)) for month in months}
        yield Line({"region": region, **_values(figures)}, formulas=own, tone=Tone.STRONG)
        for person, of_person_figures in by_person.items():
            if person.region == region:
                yield _person(person, of_person_figures, live)


def _person(person: Person, figures: Mapping[Month, Decimal], live: Live) -> Line:
    names = {"region": person.region, "employee_id": person.employee_id, "person": person.name}
    formulas = {_key(month): live.total(*of_person(person), of_month(month)) for month in figures}
    return Line({**names, **_values(figures)}, formulas=formulas, level=1)


def _total(split: GoalSplit, live: Live, lang: Lang) -> Line:
    months = split.goal.year.months()
    figures = {month: Decimal(0) for month in months} | sums(split.leaves, lambda leaf: leaf.month)
    formulas = {_key(month): live.total(of_month(month)) for month in months}
    return Line({"region": words.TOTAL.say(lang), **_values(figures)}, formulas=formulas)


def _values(figures: Mapping[Month, Decimal]) -> dict[str, Decimal]:
    values = {_key(month): figure for month, figure in figures.items()}
    for month, figure in figures.items():
        key = f"q{month.quarter.number}"
        values[key] = values.get(key, Decimal(0)) + figure
    return {**values, "year": sum(figures.values(), Decimal(0))}


def _by(leaves: Iterable[Leaf], key: Callable[[Leaf], Key]) -> dict[Key, dict[Month, Decimal]]:
    """The months of each key."""
    found: dict[Key, dict[Month, Decimal]] = {}
    for (name, month), figure in sums(leaves, lambda leaf: (key(leaf), leaf.month)).items():
        found.setdefault(name, {})[month] = figure
    return found


def _key(month: Month) -> str:
    return f"m{month.number:02d}"


def month_name(month: Month, lang: Lang) -> str:
    """A month without its year: ``8月``, ``Aug``."""
    return f"{month.number}月" if lang is Lang.ZH else month.label(lang).split()[0]
