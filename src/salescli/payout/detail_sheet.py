"""明细: every step of everybody's payout, in words and in figures."""

from decimal import Decimal

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Total
from salescli.excel.columnar import ColumnLines
from salescli.payout.result import PayoutResult
from salescli.payout.steps import Step
from salescli.words import payout as words
from salescli.words.language import Lang


def detail_sheet(result: PayoutResult, lang: Lang) -> Sheet:
    """One line a step; the amounts of a person add up to their total."""
    dated = len({item.month for item in result.regions}) > 1
    month = (Field("month", words.MONTH.say(lang)),) if dated else ()
    fields = (
        Field("person", words.PERSON.say(lang)),
        Field("region", words.REGION.say(lang)),
        *month,
        Field("item", words.ITEM.say(lang)),
        Field("step", words.STEP.say(lang), Format.WRAPPED, width=60),
        Field("figures", words.FIGURES.say(lang), Format.WRAPPED, width=36),
        Field("amount", words.AMOUNT.say(lang), Format.MONEY, total=Total.SUM),
    )
    columns: dict[str, list[CellValue]] = {field.key: [] for field in fields}
    items = {name: item.say(lang) for name, item in words.STEP_ITEMS.items()}
    paid, team = Decimal(0), _Said(lang)
    for one in result.people:
        name, region = one.person.name, one.region
        for step in one.steps:
            columns["person"].append(name)
            columns["region"].append(region)
            columns["item"].append(items[step.component])
            columns["step"].append(team.said(step) if step.component == "team" else step.say(lang))
            columns["figures"].append(step.figures)
            columns["amount"].append(step.amount)
            if dated:
                columns["month"].append(None if step.month is None else str(step.month))
            paid += step.amount or 0
    total = Line({"person": words.TOTAL.say(lang), "amount": paid})
    name = words.DETAILS.say(lang)
    return Sheet(name, (Block("steps", fields, ColumnLines(columns), total=total),), title=name, frozen_columns=1)


class _Said:
    """Steps that many people share, such as their region's, put into words once."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._known: dict[int, str] = {}

    def said(self, step: Step) -> str:
        if (text := self._known.get(id(step))) is None:
            text = self._known[id(step)] = step.say(self.lang)
        return text
