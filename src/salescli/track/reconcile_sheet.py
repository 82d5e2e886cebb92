"""The sheet 对账: both books of sales and of collections by person and month, and what neither book can place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone, Total
from salescli.excel.template import fields_of
from salescli.track.figures import NOTHING
from salescli.track.finance import Finance, Receipt
from salescli.track.order_sheets import account_block, left_out
from salescli.track.reconcile import Comparison, Matter
from salescli.track.result import TrackResult
from salescli.track.tables import FINANCE, MONTHLY
from salescli.words import orders as words
from salescli.words import track as track_words
from salescli.words.language import Lang


def reconcile_sheet(result: TrackResult, lang: Lang) -> Sheet:
    """A block a matter, differences first; then the rows of finance that belong to nobody."""
    blocks = []
    for matter, given in ((Matter.SALES, result.orders), (Matter.COLLECTED, result.finance)):
        if given is not None:
            blocks.append(_block(matter, [item for item in result.compared if item.matter is matter], lang))
    if result.finance is not None:
        blocks += _finance(result.finance, lang)
    differing = any(not item.agrees for item in result.compared)
    name = words.RECONCILIATION.say(lang)
    hint = words.RECONCILIATION_HINT.say(lang)
    return Sheet(
        name, tuple(blocks), title=name, subtitle=hint, tab=Tone.RED if differing else Tone.GREEN, freeze=False
    )


def _block(matter: Matter, compared: Sequence[Comparison], lang: Lang) -> Block:
    other = (words.BY_ORDERS if matter is Matter.SALES else words.BY_FINANCE).say(lang)
    agrees, differs = words.AGREES.say(lang), words.DIFFERS.say(lang)
    numbered = ("employee_id",) if any(item.person.employee_id for item in compared) else ()
    named = fields_of(MONTHLY, lang, ("month", "region", *numbered, "person"))
    verdict = f'IF(ABS(ROUND({{difference}}*100,0))>1,"{differs}","{agrees}")'
    fields = [
        *(replace(item, note=None, required=False) for item in named),
        Field("reported", words.REPORTED.say(lang), Format.MONEY, width=16, total=Total.SUM),
        Field("other", other, Format.MONEY, width=16, total=Total.SUM),
        Field(
            "difference",
            words.DIFFERENCE.say(lang),
            Format.SIGNED_MONEY,
            width=16,
            formula="{reported}-{other}",
            total="{reported}-{other}",
        ),
        Field("verdict", words.VERDICT.say(lang), width=12, formula=verdict),
    ]
    if matter is Matter.SALES:
        fields.append(Field("waiting", words.PENDING_AMOUNT.say(lang), Format.MONEY, width=18, total=Total.SUM))
    fields.append(Field("hint", words.HINT.say(lang), Format.WRAPPED, width=36))
    ordered = sorted(compared, key=lambda item: (item.agrees, item.month))
    keys = {item.key for item in fields}
    return Block(
        f"reconcile_{matter.value}",
        tuple(fields),
        tuple(_line(item, keys, lang) for item in ordered),
        title=matter.word.say(lang),
        notes=() if ordered else (words.NOTHING_TO_COMPARE.say(lang),),
        total=_total(compared, keys, lang),
        rules=(
            Rule(("verdict",), f'{{verdict}}="{differs}"', Tone.RED),
            Rule(("verdict",), f'{{verdict}}="{agrees}"', Tone.GREEN),
        ),
    )


def _line(item: Comparison, keys: set[str], lang: Lang) -> Line:
    values: dict[str, CellValue] = {
        "month": item.month,
        "region": item.region or None,
        "employee_id": item.person.employee_id,
        "person": item.person.name,
        "reported": item.reported,
        "other": item.other,
        "difference": item.difference,
        "verdict": (words.AGREES if item.agrees else words.DIFFERS).say(lang),
        "waiting": item.waiting or None,
        "hint": item.hint.say(lang) or None,
    }
    tone = Tone.GREEN if item.agrees else Tone.RED
    return Line({key: value for key, value in values.items() if key in keys}, tones={"verdict": tone})


def _total(compared: Iterable[Comparison], keys: set[str], lang: Lang) -> Line:
    compared = tuple(compared)
    values: dict[str, CellValue] = {
        "month": track_words.TOTAL.say(lang),
        "reported": sum((item.reported or NOTHING for item in compared), NOTHING),
        "other": sum((item.other for item in compared), NOTHING),
        "difference": sum((item.difference for item in compared), NOTHING),
        "waiting": sum((item.waiting for item in compared), NOTHING),
    }
    return Line({key: value for key, value in values.items() if key in keys})


def _finance(finance: Finance, lang: Lang) -> Iterable[Block]:
    parts = [(track_words.MERGED, len(finance.receipts), track_words.MERGED_MEANING)]
    yield account_block("finance_account", words.FINANCE_ACCOUNT, parts, finance.account(), lang)
    if finance.excluded:
        amount = FINANCE.label("collected")
        yield left_out("finance_left_out", words.FINANCE_LEFT_OUT, finance.excluded, amount, lang)
    if finance.strange_orders:
        yield _strange(finance.strange_orders, lang)


def _strange(receipts: Sequence[Receipt], lang: Lang) -> Block:
    named = fields_of(FINANCE, lang, ("received", "order_id", "person", "collected"))
    fields = tuple(replace(item, note=None, required=False) for item in named)
    lines = tuple(
        Line(
            {
                "received": receipt.row.received,
                "order_id": receipt.row.order_id,
                "person": receipt.who.name,
                "collected": receipt.row.collected,
            }
        )
        for receipt in receipts
    )
    return Block("strange_orders", fields, lines, title=words.STRANGE_ORDERS.say(lang), filter=False)
