"""What a statement says of paid periods: the person's own corrections with their reasons, and what is paid in all."""

from salescli.excel.book import Block, CellValue, Field, Format, Line, Tone
from salescli.payout.person_pay import PersonPay
from salescli.payout.result import PayoutResult
from salescli.payout.statement_plan import CALCULATION
from salescli.words import statements as words
from salescli.words.language import Lang


def corrections_block(one: PersonPay, result: PayoutResult, lang: Lang) -> Block | None:
    """The corrections of `one`, and the total with them as a formula; None without any."""
    mine = () if result.corrections is None else result.corrections.of(one.person)
    if not mine:
        return None
    fields = (
        Field("item", words.ITEM.say(lang)),
        Field("value", words.VALUE.say(lang), Format.SIGNED_MONEY),
        Field("how", words.HOW.say(lang), Format.WRAPPED),
    )
    lines = []
    for at, item in enumerate(mine):
        kind = (words.TOP_UP if item.amount > 0 else words.DEDUCT).say(lang)
        name = words.CORRECTION_LINE.say(lang, period=str(item.period), kind=kind)
        why = words.CORRECTION_WHY.say(lang, reason=item.reason.word, change=item.why(lang))
        lines.append(Line({"item": name, "value": item.amount, "how": why}, id=f"line-{at}"))
    payable: dict[str, CellValue] = {
        "item": words.PAYABLE_ALL.say(lang),
        "value": one.total + sum(item.amount for item in mine),
    }
    formula = "+".join(
        [f"{{{CALCULATION}:value@total}}", *(f"{{corrections:value@line-{at}}}" for at in range(len(mine)))]
    )
    lines.append(Line(payable, formulas={"value": formula}, tone=Tone.STRONG, id="payable"))
    return Block("corrections", fields, tuple(lines), title=words.EARLIER.say(lang), filter=False)
