"""What planning again changed: everybody's year before and after, actuals and what is left apart."""

from decimal import Decimal

from salescli.excel.book import Block, CellValue, Field, Line, Rule, Sheet, Tone, Total
from salescli.measure.period import Month
from salescli.split.book_formulas import FORMATS, Live, between, of_person
from salescli.split.replan import Adjusted, Adjustment
from salescli.split.tables.plan import PLAN
from salescli.words import split as words
from salescli.words.language import Lang


def replan_sheet(found: Adjusted, live: Live, block: str, name: str, lang: Lang) -> Sheet:
    """A line a person: the year before, actuals and new targets, the year after, and the difference."""
    goal, shown = found.goal, FORMATS[found.goal.measure]
    since = found.since.label(lang)
    fields = (
        Field("region", PLAN.header("region", lang)),
        Field("employee_id", PLAN.header("employee_id", lang)),
        Field("person", PLAN.header("person", lang)),
        Field("planned_closed", words.CLOSED_PLANNED.say(lang), shown, total=Total.SUM),
        Field("actual", words.CLOSED_ACTUAL.say(lang), shown, total=Total.SUM),
        Field("planned_open", words.OPEN_BEFORE.say(lang), shown, total=Total.SUM),
        Field("new_open", words.OPEN_AFTER.say(lang), shown, total=Total.SUM),
        Field(
            "before",
            words.YEAR_BEFORE.say(lang),
            shown,
            formula="{planned_closed}+{planned_open}",
            total="{planned_closed}+{planned_open}",
            computed=True,
        ),
        Field(
            "after",
            words.YEAR_AFTER.say(lang),
            shown,
            formula="{actual}+{new_open}",
            total="{actual}+{new_open}",
            computed=True,
        ),
        Field(
            "difference",
            words.DIFFERENCE.say(lang),
            shown,
            formula="{after}-{before}",
            total="{after}-{before}",
            computed=True,
        ),
    )
    total = Line({"region": words.TOTAL.say(lang), **_sums(found)})
    rules = (Rule(("difference",), "{difference}<0", Tone.RED), Rule(("difference",), "{difference}>0", Tone.GREEN))
    lines = tuple(_line(item, found, live) for item in found.people)
    return Sheet(
        name,
        (Block(block, fields, lines, total=total, rules=rules),),
        title=words.REPLAN_TITLE.say(lang, metric=goal.metric, year=goal.year.label(lang), since=since),
        subtitle=words.REPLAN_NOTE.say(lang, since=since, plan=PLAN.sheet(lang)),
        frozen_columns=3,
    )


def _line(item: Adjustment, found: Adjusted, live: Live) -> Line:
    person, year = item.person, found.goal.year.months()
    closed = between(year[0], Month(found.since.year, found.since.number - 1))
    formulas = {
        "actual": live.total(*of_person(person), *closed),
        "new_open": live.total(*of_person(person), *between(found.since, year[-1])),
    }
    names: dict[str, CellValue] = {
        "region": person.region,
        "employee_id": person.employee_id,
        "person": person.name,
    }
    return Line({**names, **_amounts(item)}, formulas=formulas)


def _amounts(item: Adjustment) -> dict[str, CellValue]:
    return {
        "planned_closed": item.planned_closed,
        "actual": item.actual,
        "planned_open": item.planned_open,
        "new_open": item.new_open,
        "before": item.before,
        "after": item.after,
        "difference": item.difference,
    }


def _sums(found: Adjusted) -> dict[str, CellValue]:
    def whole(key: str) -> Decimal:
        return sum((getattr(item, key) for item in found.people), Decimal(0))

    keys = ("planned_closed", "actual", "planned_open", "new_open", "before", "after", "difference")
    return {key: whole(key) for key in keys}
