"""结构与毛利: the month's orders by product line, and by new and existing customers."""

from collections.abc import Sequence

from salescli.analyze.mix import Slice, mix_totals
from salescli.analyze.strangers import Stranger
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Series, Sheet, Total
from salescli.words import analyze
from salescli.words import customers as customer_words
from salescli.words import health as health_words
from salescli.words import mix as mix_words
from salescli.words.language import Lang


def mix_sheet(found: Sequence[Slice], strangers: Sequence[Stranger], lang: Lang, period: str) -> Sheet | None:
    """One block a view, then whose orders do not count; None without a counted order in the month or such an order."""
    if not found and not strangers:
        return None
    views = tuple(dict.fromkeys(item.by for item in found))
    title = mix_words.MIX.say(lang)
    amount = mix_words.MIX_AMOUNT.say(lang)
    charts = tuple(
        Chart(
            ChartKind.DOUGHNUT,
            f"{mix_words.CHART_MIX.say(lang)} · {mix_words.MIX_BY[by].say(lang)}",
            (_id(by), "part"),
            (Series(_id(by), "amount", amount),),
            size=(400, 300),
        )
        for by in views
    )
    return Sheet(
        title,
        (
            *(_block(by, [item for item in found if item.by == by], lang) for by in views),
            *([_strangers(strangers, lang)] if strangers else []),
        ),
        title=title,
        subtitle=period or None,
        notes=(mix_words.MIX_NOTE.say(lang),),
        charts=charts,
    )


def _id(by: str) -> str:
    return f"mix_{by}"


def slice_name(item: Slice, lang: Lang) -> str:
    """What a part is called."""
    if item.by == "customer":
        return mix_words.MIX_NAMES[item.name].say(lang)
    return item.name or analyze.UNNAMED.say(lang)


def _block(by: str, found: Sequence[Slice], lang: Lang) -> Block:
    own = _id(by)
    share = f'IF({{{own}:amount@total}}>0,{{amount}}/{{{own}:amount@total}},"")'
    fields = (
        Field("part", mix_words.MIX_PART.say(lang)),
        Field("orders", mix_words.MIX_ORDERS.say(lang), Format.COUNT, total=Total.SUM),
        Field("amount", mix_words.MIX_AMOUNT.say(lang), Format.MONEY, total=Total.SUM),
        Field("share", mix_words.MIX_SHARE.say(lang), Format.RATIO, formula=share),
        Field("costed", mix_words.MIX_COSTED.say(lang), Format.COUNT, total=Total.SUM),
        Field("profit", mix_words.MIX_PROFIT.say(lang), Format.MONEY),
        Field("margin", mix_words.MIX_MARGIN.say(lang), Format.RATIO),
    )
    lines = tuple(
        Line(
            {
                "part": slice_name(item, lang),
                "orders": item.orders,
                "amount": item.amount,
                "share": item.share,
                "costed": item.costed,
                "profit": item.profit,
                "margin": item.margin,
            }
        )
        for item in found
    )
    (sums,) = mix_totals(found)
    values: dict[str, CellValue] = {"orders": sums.orders, "amount": sums.amount, "costed": sums.costed}
    total = Line({"part": customer_words.CLASS_TOTAL.say(lang), **values})
    return Block(own, fields, lines, title=mix_words.MIX_BY[by].say(lang), total=total, filter=False)


def _strangers(found: Sequence[Stranger], lang: Lang) -> Block:
    """Whose orders were left out, all months together."""
    fields = (
        Field("person", health_words.STEP_PERSON.say(lang)),
        Field("region", health_words.STEP_REGION.say(lang)),
        Field("rows", mix_words.STRANGER_ORDERS.say(lang), Format.COUNT, total=Total.SUM),
        Field("sold", mix_words.MIX_AMOUNT.say(lang), Format.MONEY, total=Total.SUM),
    )
    lines = tuple(
        Line({"person": item.person, "region": item.region, "rows": len(item.rows), "sold": item.amount})
        for item in found
    )
    sums = {"rows": sum(len(item.rows) for item in found), "sold": sum(item.amount for item in found)}
    total = Line({"person": customer_words.CLASS_TOTAL.say(lang), **sums})
    return Block("strangers", fields, lines, title=mix_words.STRANGERS.say(lang), total=total, filter=False)
