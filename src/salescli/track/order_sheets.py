"""The sheets 订单分析 and 待回款订单: what the orders say, and what they still wait for."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from typing import Final

from salescli.excel.book import Bar, Block, CellValue, Field, Format, Line, Sheet, Tone, Total
from salescli.excel.template import fields_of
from salescli.measure.money import to_fen
from salescli.measure.period import parse_month
from salescli.measure.ratio import percent
from salescli.measure.rounding import half_up
from salescli.track.account import Excluded
from salescli.track.figures import NOTHING
from salescli.track.ledger_document import views_of
from salescli.track.order_figures import DealFigures, DealView, Scope
from salescli.track.order_merge import EXCLUSIONS, Orders
from salescli.track.orders import Deal, Standing
from salescli.track.people import Person
from salescli.track.reconcile import namesakes
from salescli.track.result import TrackResult
from salescli.track.tables import ORDERS
from salescli.words import orders as words
from salescli.words import track as track_words
from salescli.words.language import Lang, Text

FIGURES: Final[tuple[tuple[str, Text, Format, int], ...]] = (
    ("deals", words.DEALS, Format.COUNT, 10),
    ("amount", words.AMOUNT, Format.MONEY, 16),
    ("refunds", words.REFUNDS, Format.MONEY, 13),
    ("net", words.NET, Format.MONEY, 16),
    ("average", words.AVERAGE, Format.MONEY, 15),
    ("leads", words.LEADS, Format.COUNT, 10),
    ("win_rate", words.WIN_RATE, Format.RATIO, 10),
    ("customers", words.CUSTOMERS, Format.COUNT, 11),
    ("repeat_customers", words.REPEATING, Format.COUNT, 11),
    ("repurchase", words.REPURCHASE, Format.RATIO, 10),
    ("margin", words.MARGIN, Format.RATIO, 10),
    ("cycle", words.CYCLE, Format.TENTH, 13),
    ("pending", words.PENDING_COUNT, Format.COUNT, 12),
    ("pending_amount", words.PENDING_AMOUNT, Format.MONEY, 18),
)
FORMULAS: Final = {
    "net": "{amount}+{refunds}",
    "average": 'IF({deals}>0,ROUND({amount}/{deals},2),"")',
    "win_rate": 'IF({leads}>0,{deals}/{leads},"")',
    "repurchase": 'IF({customers}>0,{repeat_customers}/{customers},"")',
}
"""Figures that follow from others on their line; a blank 线索数 compares as 0."""
LED: Final = ("led", words.LED, Format.COUNT, 17)
"""The deals that the win rate is of, where those of months without leads are not among them."""

PENDING_KEYS: Final = ("order_id", "signed", "region", "product", "employee_id", "person", "customer", "amount")


_NEEDED: Final = {"needed": Tone.YELLOW}


def orders_sheet(result: TrackResult, orders: Orders, lang: Lang) -> Sheet:
    """The figures of the team, the regions, the product lines, the people and the months."""
    views = views_of(orders, result.reports, result.months)
    apart = any(view.figures.leads is not None and view.figures.led != view.figures.deals for view in views)
    blocks = [_views(scope, [view for view in views if view.scope is scope], lang, apart=apart) for scope in Scope]
    blocks.append(order_account(orders, lang))
    blocks.append(left_out("orders_left_out", words.ORDERS_LEFT_OUT, orders.excluded, words.AMOUNT, lang))
    name = words.ORDERS.say(lang)
    hint = words.ORDERS_HINT.say(lang, share=percent(orders.share, 0))
    return Sheet(name, tuple(block for block in blocks if block.lines), title=name, subtitle=hint, freeze=False)


def pending_sheet(orders: Orders, lang: Lang) -> Sheet:
    """Every signed order that does not count yet, with what it waits for."""
    share = orders.share
    line = f"ROUNDUP(ROUND({{amount}}*{share.numerator}/{share.denominator},6),2)"
    named = [replace(item, note=None, required=False, choices=()) for item in fields_of(ORDERS, lang, PENDING_KEYS)]
    named[-1] = replace(named[-1], total=Total.SUM)
    collected = replace(*fields_of(ORDERS, lang, ("collected",)), note=None, required=False, total=Total.SUM)
    fields = (
        *named,
        collected,
        Field("share", words.COLLECTED_SHARE.say(lang), Format.RATIO, formula="{collected}/{amount}"),
        Field("line", words.LINE.say(lang), Format.MONEY, formula=line),
        Field("needed", words.NEEDED.say(lang), Format.MONEY, width=16, formula="{line}-{collected}", total=Total.SUM),
    )
    deals = orders.pending
    total: dict[str, CellValue] = {
        "order_id": track_words.TOTAL.say(lang),
        "amount": sum((deal.row.amount for deal in deals), NOTHING),
        "collected": sum((deal.row.collected or NOTHING for deal in deals), NOTHING),
        "needed": sum((deal.needed for deal in deals), NOTHING),
    }
    block = Block(
        "pending",
        fields,
        tuple(Line(_pending(deal), tones=_NEEDED) for deal in deals),
        total=Line(total),
        rules=(Bar("share", half_up(share, 6)),),
        notes=() if deals else (words.NONE_PENDING.say(lang),),
    )
    name = words.PENDING.say(lang)
    hint = words.PENDING_HINT.say(lang, share=percent(orders.share, 0))
    return Sheet(name, (block,), title=name, subtitle=hint, tab=Tone.YELLOW if deals else None)


def order_account(orders: Orders, lang: Lang) -> Block:
    """What became of every order row; the parts add up by a live sum."""
    meanings = {
        Standing.COUNTED: words.COUNTED_MEANING,
        Standing.PENDING: words.PENDING_MEANING,
        Standing.REFUND: words.REFUND_MEANING,
        Standing.EMPTY: words.EMPTY_MEANING,
    }
    counts = orders.account()
    parts = [(item.word, counts[item.value], meanings[item]) for item in Standing]
    return account_block("order_account", words.ORDER_ACCOUNT, parts, counts, lang)


def account_block(
    name: str, title: Text, parts: Iterable[tuple[Text, int, Text]], counts: Mapping[str, int], lang: Lang
) -> Block:
    """The account of a ledger: `parts` are taken, the rest of `counts` left out."""
    fields = (
        Field("category", track_words.CATEGORY.say(lang), width=24),
        Field("rows", track_words.ROW_COUNT.say(lang), Format.COUNT, total=Total.SUM),
        Field("meaning", track_words.MEANING.say(lang), Format.WRAPPED, width=18),
    )
    parts = [*parts, *((reason.word, counts[reason.value], reason.meaning) for reason in EXCLUSIONS)]
    lines = tuple(
        Line({"category": word.say(lang), "rows": count, "meaning": meaning.say(lang)})
        for word, count, meaning in parts
    )
    total = Line({"category": track_words.READ_TOTAL.say(lang), "rows": counts["read"]})
    return Block(name, fields, lines, title=title.say(lang), total=total, filter=False)


def left_out(name: str, title: Text, rows: Iterable[Excluded], amount: Text, lang: Lang) -> Block:
    """Every row of a ledger that was not taken, and why."""
    fields = (
        Field("reason", track_words.REASON.say(lang)),
        Field("row", track_words.ROW.say(lang), Format.COUNT),
        Field("detail", track_words.DETAIL.say(lang), Format.WRAPPED, width=18),
        Field("person", ORDERS.label("person").say(lang)),
        Field("amount", amount.say(lang), Format.MONEY),
        Field("file", track_words.FILE.say(lang), Format.WRAPPED, width=18),
        Field("sheet", track_words.SHEET.say(lang)),
    )
    lines = tuple(
        Line(
            {
                "reason": item.reason.word.say(lang),
                "row": item.row,
                "detail": item.detail.say(lang),
                "person": item.person,
                "amount": item.sales,
                "file": item.place.file,
                "sheet": item.place.sheet,
            }
        )
        for item in rows
    )
    return Block(name, fields, lines, title=title.say(lang), filter=False)


def _pending(deal: Deal) -> dict[str, CellValue]:
    return {
        "order_id": deal.row.order_id,
        "signed": deal.row.signed,
        "region": deal.slot.region,
        "product": deal.product,
        "employee_id": deal.person.employee_id,
        "person": deal.person.name,
        "customer": deal.row.customer,
        "amount": deal.row.amount,
        "collected": deal.row.collected or NOTHING,
        "share": deal.collected_share,
        "line": deal.needed + (deal.row.collected or NOTHING),
        "needed": deal.needed,
    }


def _views(scope: Scope, views: Iterable[DealView], lang: Lang, *, apart: bool) -> Block:
    """The lines of one scope; with the deals of months with leads `apart` from all of them where they differ."""
    figures, formulas = list(FIGURES), dict(FORMULAS)
    if apart:
        figures.insert([key for key, *_ in FIGURES].index("win_rate"), LED)
        formulas["win_rate"] = 'IF({leads}>0,{led}/{leads},"")'
    fields = (
        Field("name", words.NAME.say(lang) if scope is Scope.TEAM else scope.word.say(lang), width=16),
        *(
            Field(key, header.say(lang), form, width=width, formula=formulas.get(key))
            for key, header, form, width in figures
        ),
        Field("why", words.WHY_ABSENT.say(lang), Format.WRAPPED, width=40),
    )
    views = tuple(views)
    shared = namesakes(
        (Person(view.name, view.employee_id), view.region) for view in views if view.name and view.region
    )
    keys = [key for key, *_ in figures]
    lines = tuple(_line(view, lang, shared, keys) for view in views)
    title = words.BY_SCOPE.say(lang, scope=scope.word) if scope is not Scope.TEAM else scope.word.say(lang)
    return Block(f"orders_{scope.value}", fields, lines, title=title, filter=False)


def _line(view: DealView, lang: Lang, shared: Container[Person], keys: Iterable[str]) -> Line:
    figures = view.figures
    values: dict[str, CellValue] = {key: getattr(figures, key) for key in keys}
    average = figures.average
    values["average"] = None if average is None else to_fen(average)
    return Line({"name": _name(view, lang, shared), **values, "why": _why(figures, lang)})


def _name(view: DealView, lang: Lang, shared: Container[Person]) -> str:
    if view.name is None:
        return (words.ALL_TEAM if view.scope is Scope.TEAM else track_words.NO_PRODUCT).say(lang)
    if view.scope is Scope.MONTH and (month := parse_month(view.name)) is not None:
        return month.label(lang)
    person = Person(view.name, view.employee_id)
    return words.PERSON_OF.say(lang, person=person, region=view.region) if person in shared else str(person)


def _why(figures: DealFigures, lang: Lang) -> str | None:
    """The figures that are not there, each with its reason."""
    headers = {key: header for key, header, _, _ in FIGURES}
    said = [words.WHY_LINE.say(lang, figure=headers[key], why=why.word) for key, why in figures.absent.items()]
    return ("；" if lang is Lang.ZH else "; ").join(said) or None
