"""明细: every step of everybody's payout, in words and in figures."""

from decimal import Decimal

from salescli.excel.book import Block, Field, Format, Line, Sheet, Total
from salescli.payout.result import PayoutResult
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
        Field("step", words.STEP.say(lang), Format.WRAPPED, width=52),
        Field("figures", words.FIGURES.say(lang), Format.WRAPPED, width=36),
        Field("amount", words.AMOUNT.say(lang), Format.MONEY, total=Total.SUM),
    )
    lines = []
    for one in result.people:
        for step in one.steps:
            values = {
                "person": one.person.name,
                "region": one.region,
                "item": words.STEP_ITEMS[step.component].say(lang),
                "step": step.say(lang),
                "figures": step.figures,
                "amount": step.amount,
            }
            if dated:
                values["month"] = None if step.month is None else str(step.month)
            lines.append(Line(values))
    steps = (step for one in result.people for step in one.steps)
    paid = sum((step.amount for step in steps if step.amount is not None), Decimal(0))
    total = Line({"person": words.TOTAL.say(lang), "amount": paid})
    name = words.DETAILS.say(lang)
    return Sheet(name, (Block("steps", fields, tuple(lines), total=total),), title=name, frozen_columns=1)
