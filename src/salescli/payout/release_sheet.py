"""发放: what everybody earned to date, what is released now, and what is held until customers pay."""

from decimal import Decimal
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone, Total
from salescli.payout.person_pay import PersonPay
from salescli.payout.release import Release
from salescli.payout.result import PayoutResult
from salescli.words import costing as words
from salescli.words import payout as pay_words
from salescli.words.language import Lang

_SHARE: Final = "IF({sold}>0,MIN(1,MAX(0,{collected}/{sold})),1)"
_SOLD: Final = "ROUND({sold}*100,0)"
_DUE: Final = f"ROUND(ROUND({{earned}}*100,0)*MIN(MAX(ROUND({{collected}}*100,0),0),{_SOLD})/{_SOLD},0)/100"
_NOW: Final = f"ROUND(IF({{sold}}<=0,{{earned}},MIN({{earned}},MAX({{before}},{_DUE})))-{{before}},2)"
_HELD: Final = "ROUND({earned}-{before}-{now},2)"


def release_sheet(result: PayoutResult, lang: Lang) -> Sheet | None:
    """A line for each person and month; None when everything is released with the sales."""
    if result.releases is None:
        return None
    dated = not result.apart and len({item.month for item in result.regions}) > 1
    month = (Field("month", pay_words.MONTH.say(lang)),) if dated else ()
    whole = None if dated else Total.SUM
    fields = (
        Field("person", pay_words.PERSON.say(lang)),
        Field("region", pay_words.REGION.say(lang)),
        *month,
        Field("earned", words.EARNED.say(lang), Format.MONEY, total=whole),
        Field("sold", words.SOLD_TO_DATE.say(lang), Format.MONEY, total=whole),
        Field("collected", words.COLLECTED_TO_DATE.say(lang), Format.MONEY, total=whole),
        Field("share", words.SHARE.say(lang), Format.RATIO, 12, _SHARE),
        Field("before", words.BEFORE.say(lang), Format.MONEY, total=whole),
        Field("now", words.RELEASED_NOW.say(lang), Format.MONEY, 16, _NOW, Total.SUM),
        Field("held", words.HELD.say(lang), Format.MONEY, 16, _HELD, whole),
    )
    held = result.releases.people
    lines = [_line(one, item, lang, dated) for one in result.people for item in held[one.person.key]]
    name = words.RELEASE.say(lang)
    rules = (Rule(("held",), "{held}>0", Tone.YELLOW),)
    total = _total([item for months in held.values() for item in months], lang, whole is not None)
    block = Block("releases", fields, tuple(lines), total=total, rules=rules)
    return Sheet(name, (block,), title=name, notes=(words.RELEASE_NOTE.say(lang),), frozen_columns=1)


def _line(one: PersonPay, item: Release, lang: Lang, dated: bool) -> Line:
    values: dict[str, CellValue] = {
        "person": one.person.name,
        "region": one.region,
        "earned": item.earned,
        "sold": item.sold,
        "collected": item.collected,
        "share": item.share,
        "before": item.before,
        "now": item.now,
        "held": item.held,
    }
    if dated:
        values["month"] = None if item.month is None else str(item.month)
    return Line(values, {"held": Tone.YELLOW} if item.held > 0 else {})


def _total(items: list[Release], lang: Lang, whole: bool) -> Line:
    keys = ("earned", "sold", "collected", "before", "now", "held") if whole else ("now",)
    sums = {key: sum((getattr(item, key) for item in items), Decimal(0)) for key in keys}
    return Line({"person": pay_words.TOTAL.say(lang), **sums})
