"""The sheet 周趋势: the team's weeks one below another, then every region and person with their weeks side by side."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from salescli.excel.book import (
    Block,
    CellValue,
    Chart,
    ChartKind,
    Field,
    Format,
    Line,
    Rule,
    Series,
    Sheet,
    Spark,
    Tone,
    Total,
)
from salescli.measure.change import change
from salescli.measure.period import Week
from salescli.measure.ratio import divide
from salescli.track.tables import MONTHLY, WEEKLY
from salescli.track.trend import Course, Trend
from salescli.words import outlook as words
from salescli.words import track as shared
from salescli.words.language import Lang

REGIONS: Final = "trend_regions"
WEEKS: Final = "trend_weeks"
WIDE: Final = 7
"""Weeks from which a page would be too small to read."""


def trend_sheet(trend: Trend, lang: Lang) -> Sheet:
    """Weeks, regions, people; each with its change on the week before."""
    blocks = [_weeks(trend, lang)]
    blocks.append(_courses(REGIONS, words.TREND_REGIONS.say(lang), [("", item) for item in trend.regions], trend, lang))
    people = [(item.name.name, Course(item.name.region, item.sales, item.running)) for item in trend.people]
    blocks.append(_courses("trend_people", words.TREND_PEOPLE.say(lang), people, trend, lang))
    return Sheet(
        words.TREND.say(lang),
        tuple(blocks),
        title=words.TREND.say(lang),
        subtitle=words.TREND_HINT.say(lang),
        charts=(weeks_chart(lang, WEEKS),),
        freeze=False,
        frozen_columns=2,
        pages_wide=1 if len(trend.weeks) < WIDE else 2,
    )


def first_and_last(trend: Trend) -> tuple[str, str]:
    """The keys of the first week's column, and of the last one that is over."""
    return _key(0), _key(len(trend.team.closed) - 1)


def weeks_chart(lang: Lang, block: str | None = None) -> Chart:
    """The team's sales by week, over this sheet's cells."""
    sales = Series(WEEKS, "sales", WEEKLY.label("sales").say(lang), Tone.STRONG)
    return Chart(
        ChartKind.COLUMN,
        f"{words.TREND.say(lang)} · {words.TREND_TEAM.say(lang)}",
        (WEEKS, "name"),
        (sales,),
        size=(720, 250),
        block=block,
    )


def _weeks(trend: Trend, lang: Lang) -> Block:
    fields = (
        Field("name", WEEKLY.label("week").say(lang), width=18),
        Field("week", words.PERIOD.say(lang), Format.DATE),
        Field(
            "sales",
            WEEKLY.label("sales").say(lang),
            Format.MONEY,
            formula="SUMPRODUCT(({weeks:week}={week})*{weeks:sales})",
        ),
        Field("change", words.CHANGE.say(lang), Format.SIGNED_MONEY),
        Field("rate", words.CHANGE_RATE.say(lang), Format.SIGNED_RATIO),
    )
    lines = []
    for at, (week, sales) in enumerate(zip(trend.weeks, trend.team.sales, strict=True)):
        running = week == trend.running
        before = trend.team.sales[at - 1] if at and not running else None
        values: dict[str, CellValue] = {"name": _name(trend, week, lang), "week": week, "sales": sales}
        formulas = {}
        if before is not None:
            values |= {"change": sales - before, "rate": change(sales, before)}
            cell = f"{{{WEEKS}:sales@{at}}}"
            formulas = {"change": f"{{sales}}-{cell}", "rate": f'IF({cell}>0,({{sales}}-{cell})/{cell},"")'}
        tones = dict.fromkeys(("name", "week", "sales"), Tone.GREY) if running else {}
        lines.append(Line(values, tones=tones, formulas=formulas))
    return Block(
        WEEKS, fields, tuple(lines), title=words.TREND_TEAM.say(lang), rules=_rules(("change", "rate")), filter=False
    )


def _name(trend: Trend, week: Week, lang: Lang) -> str:
    """What a week is called in the trend: one that is not over says so."""
    name = week_name(week, lang)
    return words.RUNNING_WEEK.say(lang, week=name) if week == trend.running else name


def week_name(week: Week, lang: Lang) -> str:
    """A week as a column's header: the day of its Monday."""
    return words.WEEK_NAME.say(lang, month=week.first.month, day=week.first.day)


def _courses(block: str, title: str, courses: Sequence[tuple[str, Course[str]]], trend: Trend, lang: Lang) -> Block:
    first, last = first_and_last(trend)
    closed = len(trend.team.closed)
    several = closed > 1
    formulas = {}
    if several:
        before = _key(closed - 2)
        formulas = {
            "change": f"{{{last}}}-{{{before}}}",
            "rate": f'IF({{{before}}}>0,({{{last}}}-{{{before}}})/{{{before}}},"")',
        }
    named = any(person for person, _ in courses)
    fields = (
        Field("region", MONTHLY.label("region").say(lang), width=14),
        Field("person", MONTHLY.label("person").say(lang), width=12) if named else _share(block, last, lang),
        Field("line", words.LINE.say(lang), width=20),
        Field(
            "change",
            words.CHANGE.say(lang),
            Format.SIGNED_MONEY,
            formula=formulas.get("change"),
            total=formulas.get("change"),
        ),
        Field(
            "rate",
            words.CHANGE_RATE.say(lang),
            Format.SIGNED_RATIO,
            formula=formulas.get("rate"),
            total=formulas.get("rate"),
        ),
        *(
            Field(_key(at), _name(trend, week, lang), Format.MONEY, total=Total.SUM)
            for at, week in enumerate(trend.weeks)
        ),
    )
    whole = trend.team.last
    grey = {} if trend.running is None else {_key(len(trend.weeks) - 1): Tone.GREY}
    lines = tuple(
        Line({"region": item.name, "person": person or divide(item.last, whole), **_values(item)}, tones=grey)
        for person, item in courses
    )
    total = Line({"region": shared.TOTAL.say(lang), **_values(trend.team)})
    rules: tuple[Rule | Spark, ...] = (*_rules(("change", "rate"), total=True), Spark("line", first, last, total=True))
    return Block(block, fields, lines, title=title, total=total, rules=rules, filter=named)


def _share(block: str, last: str, lang: Lang) -> Field:
    """A region's part of the team's last week, in the column where people have their name."""
    whole = f"{{{block}:{last}@total}}"
    formula = f'IF({whole}<>0,{{{last}}}/{whole},"")'
    return Field("person", words.LAST_SHARE.say(lang), Format.RATIO, formula=formula, width=12)


def _values(course: Course[str] | Course[None]) -> dict[str, CellValue]:
    before = course.before
    values: dict[str, CellValue] = {_key(at): amount for at, amount in enumerate(course.sales)}
    values |= {"change": None if before is None else Decimal(course.last - before), "rate": course.change}
    return values


def _key(at: int) -> str:
    return f"w{at}"


def _rules(keys: tuple[str, ...], *, total: bool = False) -> tuple[Rule, ...]:
    return tuple(
        Rule((key,), f"N({{{key}}}){sign}0", tone, total=total)
        for key in keys
        for sign, tone in ((">", Tone.GREEN), ("<", Tone.RED))
    )
