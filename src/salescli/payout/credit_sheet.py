"""业绩分成: every shared deal with its shares, and whom it was booked under."""

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Total
from salescli.payout.result import PayoutResult
from salescli.words import incentive as words
from salescli.words import payout as pay_words
from salescli.words.language import Lang


def credit_sheet(result: PayoutResult, lang: Lang) -> Sheet | None:
    """A line a share; the shares of a deal add up to it. None without shared deals."""
    if not result.deals:
        return None
    collected = any(deal.collected is not None for deal in result.deals)
    fields = (
        Field("deal", words.DEAL.say(lang), width=22),
        Field("month", pay_words.MONTH.say(lang), width=12),
        Field("booked", words.BOOKED.say(lang), width=16),
        Field("whole", words.DEAL_AMOUNT.say(lang), Format.MONEY, 20),
        Field("person", pay_words.PERSON.say(lang), width=16),
        Field("weight", words.SHARE_WEIGHT.say(lang), Format.NUMBER, 12),
        Field("amount", words.SHARE_AMOUNT.say(lang), Format.MONEY, 20, total=Total.SUM),
        *(
            (Field("collected", words.SHARE_COLLECTED.say(lang), Format.MONEY, 20, total=Total.SUM),)
            if collected
            else ()
        ),
    )
    lines = []
    for deal in result.deals:
        for share in deal.shares:
            values: dict[str, CellValue] = {
                "deal": deal.name,
                "month": None if deal.month is None else str(deal.month),
                "booked": deal.source.name,
                "whole": deal.amount,
                "person": share.person.name,
                "weight": share.weight,
                "amount": share.amount,
            }
            lines.append(Line(values | ({"collected": share.collected} if collected else {})))
    nothing = 0 * result.total
    total: dict[str, CellValue] = {
        "deal": pay_words.TOTAL.say(lang),
        "amount": sum((deal.amount for deal in result.deals), nothing),
    }
    if collected:
        total["collected"] = sum((deal.collected or nothing for deal in result.deals), nothing)
    name = words.CREDITS.say(lang)
    block = Block("credits", fields, tuple(lines), total=Line(total))
    return Sheet(name, (block,), title=name, notes=(words.CREDITS_NOTE.say(lang),))
