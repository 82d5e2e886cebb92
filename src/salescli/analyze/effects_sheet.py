"""量价分析 as it is written: what deals, their average and what was sold beside them brought."""

from collections.abc import Iterator, Sequence

from salescli.analyze.drivers import VolumePrice
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Series, Sheet, Tone
from salescli.words import drivers as driver_words
from salescli.words.language import Lang

_EFFECTS = "effects"
_MOST_IN_CHART = 24


def volume_price_sheet(found: Sequence[VolumePrice], lang: Lang, period: str) -> Sheet | None:
    """The effects of every scope, the team first; None where the deals of both months are not known."""
    if not found:
        return None
    by_orders = found[0].by_orders
    title = driver_words.VOLUME_PRICE.say(lang)
    return Sheet(
        title,
        (Block(_EFFECTS, tuple(_fields(lang, by_orders)), tuple(_effect(item, lang) for item in found)),),
        title=title,
        subtitle=period or None,
        notes=((driver_words.EFFECTS_BY_ORDERS if by_orders else driver_words.EFFECTS_BY_REPORTS).say(lang),),
        charts=(_chart(lang, by_orders),) if len(found) <= _MOST_IN_CHART else (),
        frozen_columns=2,
    )


def _fields(lang: Lang, by_orders: bool) -> Iterator[Field]:
    """The columns; deals that weekly rows count have no amounts beside the sales."""
    amount, previous = ("amount", "previous_amount") if by_orders else ("sales", "previous_sales")
    yield Field("cut", driver_words.SCOPE.say(lang))
    yield Field("scope", driver_words.BRIDGE_ITEM.say(lang))
    yield Field("previous_sales", driver_words.SALES_BEFORE.say(lang), Format.MONEY)
    yield Field("sales", driver_words.SALES_NOW.say(lang), Format.MONEY)
    if by_orders:
        yield Field("previous_amount", driver_words.AMOUNT_BEFORE.say(lang), Format.MONEY)
        yield Field("amount", driver_words.AMOUNT_NOW.say(lang), Format.MONEY)
    yield Field("previous_deals", driver_words.DEALS_BEFORE.say(lang), Format.COUNT)
    yield Field("deals", driver_words.DEALS_NOW.say(lang), Format.COUNT)
    averages = (driver_words.AVERAGE_BEFORE, driver_words.AVERAGE_NOW)
    if not by_orders:
        averages = (driver_words.SALES_PER_DEAL_BEFORE, driver_words.SALES_PER_DEAL_NOW)
    yield _average("previous_average", averages[0].say(lang), previous, "previous_deals")
    yield _average("average", averages[1].say(lang), amount, "deals")
    volume = f"ROUND(({{deals}}-{{previous_deals}})*{{{previous}}}/{{previous_deals}},2)"
    yield Field("volume", driver_words.VOLUME.say(lang), Format.SIGNED_MONEY, formula=volume)
    price = f"ROUND({{{amount}}}-{{{previous}}}-{{volume}},2)"
    yield Field("price", driver_words.PRICE.say(lang), Format.SIGNED_MONEY, formula=price)
    if by_orders:
        other = "ROUND({sales}-{previous_sales}-({amount}-{previous_amount}),2)"
        yield Field("other", driver_words.OTHER_SALES.say(lang), Format.SIGNED_MONEY, formula=other)
    change = "ROUND({volume}+{price}+{other},2)" if by_orders else "ROUND({volume}+{price},2)"
    yield Field("change", driver_words.SALES_CHANGE.say(lang), Format.SIGNED_MONEY, formula=change)


def _average(key: str, header: str, amount: str, deals: str) -> Field:
    return Field(key, header, Format.MONEY, formula=f'IF({{{deals}}}>0,{{{amount}}}/{{{deals}}},"")')


def _chart(lang: Lang, by_orders: bool) -> Chart:
    told = [("volume", driver_words.VOLUME, Tone.STRONG), ("price", driver_words.PRICE, Tone.INPUT)]
    if by_orders:
        told.append(("other", driver_words.OTHER_SALES, Tone.GREY))
    series = tuple(Series(_EFFECTS, key, word.say(lang), tone) for key, word, tone in told)
    title = driver_words.CHART_VOLUME_PRICE.say(lang)
    return Chart(ChartKind.COLUMN, title, (_EFFECTS, "scope"), series, size=(760, 320))


def _effect(item: VolumePrice, lang: Lang) -> Line:
    values: dict[str, CellValue] = {
        "cut": item.scope.cut.word.say(lang),
        "scope": item.scope.label(lang),
        "previous_sales": item.previous_sales,
        "sales": item.sales,
        "previous_deals": item.before.count,
        "deals": item.now.count,
        "previous_average": item.previous_average,
        "average": item.average,
        "volume": item.volume,
        "price": item.price,
        "change": item.change,
    }
    if item.by_orders:
        values |= {"previous_amount": item.previous_amount, "amount": item.amount, "other": item.other}
    return Line(values, tone=Tone.STRONG if item.scope.name == "" else None)
