"""Process targets: the funnel's rates, and what every person's month and working week take."""

from collections.abc import Iterable
from decimal import Decimal

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone, Total
from salescli.excel.template import fields_of
from salescli.split.book_formulas import FORMATS
from salescli.split.book_grid import Grid
from salescli.split.parts import Part
from salescli.split.process import WEEK_DAYS, Effort, ProcessPlan
from salescli.split.tables.plan import PLAN
from salescli.split.tables.process import PROCESS
from salescli.split.team import Person
from salescli.words import split as words
from salescli.words.language import Lang


def process_sheet(plan: ProcessPlan, grid: Grid, name: str, lang: Lang) -> Sheet:
    """The rates on top, the counts below, each worked back live from the one to its left."""
    note = words.PROCESS_NOTE.say(lang, plan=PLAN.sheet(lang))
    rates = f"rates_{grid.block}"
    blocks = (_rates(plan, rates, lang), _counts(plan, grid, rates, lang))
    title = f"{plan.goal.year.label(lang)} {words.PROCESS_TARGETS.say(lang)}"
    return Sheet(name, blocks, title=title, subtitle=note, frozen_columns=4)


def _rates(plan: ProcessPlan, block: str, lang: Lang) -> Block:
    funnel = plan.funnel
    lines = []
    for at, stage in enumerate(funnel.stages):
        last = at == len(funnel.stages) - 1
        values: dict[str, CellValue] = {"stage": stage, "rate": None if last else funnel.rates[at]}
        values["price"] = funnel.price if last else None
        lines.append(Line(values, {"price" if last else "rate": Tone.INPUT}))
    fields = fields_of(PROCESS, lang)
    return Block(block, fields, tuple(lines), title=words.PROCESS_RATES.say(lang), filter=False)


def _counts(plan: ProcessPlan, grid: Grid, rates: str, lang: Lang) -> Block:
    people = {part.person: part for part in grid.parts if part.person is not None}
    stages = plan.funnel.stages
    lines = tuple(_line(effort, people, grid, plan) for effort in plan.efforts)
    totals: dict[str, CellValue] = {"month": words.TOTAL.say(lang)}
    totals["sales"] = sum((effort.sales for effort in plan.efforts), Decimal(0))
    for at in range(len(stages)):
        totals[f"c{at}"] = sum(effort.counts[at] for effort in plan.efforts)
    fields = tuple(_fields(plan, rates, lang))
    return Block(f"process_{grid.block}", fields, lines, total=Line(totals))


def _fields(plan: ProcessPlan, rates: str, lang: Lang) -> Iterable[Field]:
    stages = plan.funnel.stages
    back = range(len(stages) - 1, -1, -1)
    yield Field("month", PLAN.header("month", lang), Format.MONTH)
    for key in ("region", "employee_id", "person"):
        yield Field(key, PLAN.header(key, lang))
    sales = words.SALES_TARGET.say(lang, metric=plan.goal.metric)
    yield Field("sales", sales, FORMATS[plan.goal.measure], total=Total.SUM)
    for at in back:
        above = f"{{sales}}/{{{rates}:price@{len(stages)}}}"
        if at < len(stages) - 1:
            above = f"{{c{at + 1}}}/{{{rates}:rate@{at + 1}}}"
        up = f"ROUNDUP(ROUND({above},9),0)"
        header = words.PER_MONTH.say(lang, stage=stages[at])
        yield Field(f"c{at}", header, Format.COUNT, formula=up, total=Total.SUM, computed=True)
    yield Field("days", words.WORKING_DAYS.say(lang), Format.COUNT)
    for at in back:
        up = f"ROUNDUP({{c{at}}}*{WEEK_DAYS}/MAX({{days}},{WEEK_DAYS}),0)"
        yield Field(f"w{at}", words.PER_WEEK.say(lang, stage=stages[at]), Format.COUNT, formula=up, computed=True)


def _line(effort: Effort, people: dict[Person, Part], grid: Grid, plan: ProcessPlan) -> Line:
    values: dict[str, CellValue] = {
        "month": effort.month,
        "region": effort.person.region,
        "employee_id": effort.person.employee_id,
        "person": effort.person.name,
        "sales": effort.sales,
        "days": plan.days[effort.month],
        **{f"c{at}": count for at, count in enumerate(effort.counts)},
        **{f"w{at}": count for at, count in enumerate(effort.weekly)},
    }
    return Line(values, formulas={"sales": grid.cell(people[effort.person], effort.month)})
