"""What a statement says of payment by collections: earned to date, released now, held, with the formulas behind."""

from decimal import Decimal

from salescli.excel.book import Block, CellValue, Field, Format, Line, Tone
from salescli.payout.person_pay import PersonPay
from salescli.payout.release import Release
from salescli.payout.result import PayoutResult
from salescli.words import costing as words
from salescli.words import statements as own_words
from salescli.words.language import Lang

BLOCK = "release"
_NAMES = {
    "earned": words.EARNED,
    "sold": words.SOLD_TO_DATE,
    "collected": words.COLLECTED_TO_DATE,
    "share": words.SHARE,
    "before": words.BEFORE,
    "now": words.RELEASED_NOW,
    "held": words.HELD,
}


def release_block(one: PersonPay, result: PayoutResult, lang: Lang) -> Block | None:
    """The release at the end of the period; None when everything is released with the sales."""
    if result.releases is None:
        return None
    months = result.releases.people[one.person.key]
    fields = (
        Field("item", own_words.ITEM.say(lang)),
        Field("value", own_words.VALUE.say(lang), Format.MONEY),
        Field("how", own_words.HOW.say(lang), Format.WRAPPED),
    )
    values = _values(months)
    formulas = _formulas(single=len(months) == 1)
    lines = tuple(
        Line(
            {"item": name.say(lang), "value": values[key], "how": words.RELEASE_RULE.say(lang) if key == "now" else ""},
            formulas={"value": formulas[key]} if key in formulas else {},
            formats={"value": Format.RATIO if key == "share" else Format.MONEY},
            tone=Tone.STRONG if key == "now" else None,
            id=key,
        )
        for key, name in _NAMES.items()
    )
    return Block(BLOCK, fields, lines, title=words.RELEASE.say(lang), filter=False)


def _values(months: tuple[Release, ...]) -> dict[str, CellValue]:
    last = months[-1]
    return {
        "earned": last.earned,
        "sold": last.sold,
        "collected": last.collected,
        "share": last.share,
        "before": months[0].before,
        "now": sum((month.now for month in months), Decimal("0.00")),
        "held": last.held,
    }


def _formulas(*, single: bool) -> dict[str, str]:
    """The release of one month, live; over several months each builds on the one before."""
    at = {key: f"{{{BLOCK}:value@{key}}}" for key in _NAMES}
    sold = f"ROUND({at['sold']}*100,0)"
    due = f"ROUND(ROUND({at['earned']}*100,0)*MIN(MAX(ROUND({at['collected']}*100,0),0),{sold})/{sold},0)/100"
    now = f"ROUND(IF({at['sold']}<=0,{at['earned']},MIN({at['earned']},MAX({at['before']},{due})))-{at['before']},2)"
    share = f"IF({at['sold']}>0,MIN(1,MAX(0,{at['collected']}/{at['sold']})),1)"
    held = f"ROUND({at['earned']}-{at['before']}-{at['now']},2)"
    return {"share": share, "held": held} | ({"now": now} if single else {})
