"""补扣: the corrections of paid periods, and the commission sheet of a paid period as it was paid."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from salescli.excel.book import Block, CellValue, Format, Line, Rule, Sheet, Tone, Total
from salescli.excel.template import fields_of, line_of
from salescli.measure.money import money_text
from salescli.payout.fingerprint import digest
from salescli.payout.settled import Adjustment, Corrections, Settled
from salescli.payout.settled_tables import ADJUSTMENTS, AdjustmentRow
from salescli.payout.tables import PAYOUTS
from salescli.words import payout as words
from salescli.words import statements as own_words
from salescli.words.language import Lang

_TEXT_WIDTHS = {"change": 40, "remark": 24}
_FORMATS = {"change": Format.WRAPPED, "amount": Format.SIGNED_MONEY}


def adjustment_sheet(corrections: Corrections, lang: Lang) -> Sheet:
    """One line a correction; it reads back as the table `adjustments`."""
    fields = tuple(
        replace(
            field,
            note=None,
            required=False,
            width=_TEXT_WIDTHS.get(field.key),
            format=_FORMATS.get(field.key, field.format),
            total=Total.SUM if field.key == "amount" else None,
        )
        for field in fields_of(ADJUSTMENTS, lang)
    )
    lines = tuple(_line(item, lang) for item in corrections.lines)
    name = ADJUSTMENTS.sheet(lang)
    total = Line({"period": words.TOTAL.say(lang), "amount": corrections.total})
    rules = (
        Rule(("direction", "amount"), "{amount}<0", Tone.RED),
        Rule(("direction", "amount"), "{amount}>0", Tone.GREEN),
    )
    block = Block("adjustments", fields, lines, total=total, rules=rules)
    return Sheet(name, (block,), title=name, notes=(own_words.ADJUSTMENTS_NOTE.say(lang),), tab=Tone.YELLOW)


def paid_sheet(settled: Settled, lang: Lang) -> Sheet:
    """The commission sheet of a paid period, figure by figure as it was read."""
    rows = [one.row for one in settled.people]
    keys = [item.key for item in PAYOUTS.fields if any(getattr(row, item.key) is not None for row in rows)]
    fields = tuple(replace(field, note=None, required=False) for field in fields_of(PAYOUTS, lang, keys))
    lines = [Line({key: value for key, value in line_of(PAYOUTS, row, lang).items() if key in keys}) for row in rows]
    name = PAYOUTS.sheet(lang)
    block = Block("payouts", fields, tuple(lines))
    return Sheet(name, (block,), title=name, subtitle=settled.period.label(lang), notes=(own_words.AS_PAID.say(lang),))


def adjustments_fingerprint(rows: Iterable[AdjustmentRow]) -> str:
    """Of whom, what period and how much; reasons and remarks may be changed."""
    return digest(
        sorted(
            _print(row.period, row.employee_id, row.person, row.region, row.amount, row.refund, row.cause)
            for row in rows
        )
    )


def fingerprint_of(corrections: Corrections) -> str:
    """The fingerprint that the written lines will have."""
    return digest(
        sorted(
            _print(
                str(one.period),
                one.person.employee_id,
                one.person.name,
                one.region,
                one.amount,
                one.refund,
                one.caused_in,
            )
            for one in corrections.lines
        )
    )


def _print(
    period: str,
    employee_id: str | None,
    person: str,
    region: str,
    amount: Decimal,
    refund: Decimal | None,
    cause: str | None,
) -> str:
    parts = [period, employee_id or "", person, region, money_text(amount) or "", money_text(refund) or ""]
    return "|".join(parts if cause is None else [*parts, cause])


def _line(item: Adjustment, lang: Lang) -> Line:
    values: dict[str, CellValue] = {
        "period": str(item.period),
        "employee_id": item.person.employee_id,
        "person": item.person.name,
        "region": item.region,
        "paid": item.paid,
        "direction": (own_words.TOP_UP if item.amount > 0 else own_words.DEDUCT).say(lang),
        "amount": item.amount,
        "reason": item.reason.word.say(lang),
        "change": item.why(lang),
        "refund": item.refund,
        "cause": item.caused_in,
    }
    tone = Tone.GREEN if item.amount > 0 else Tone.RED
    return Line(values, {"direction": tone, "amount": tone, "reason": Tone.INPUT, "remark": Tone.INPUT})
