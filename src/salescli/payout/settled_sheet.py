"""补扣: the corrections of paid periods, and the commission sheet of a paid period as it was paid."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone, Total
from salescli.excel.template import fields_of, line_of
from salescli.measure.money import money_text
from salescli.payout.fingerprint import digest
from salescli.payout.pay_names import PAYOUT_BLOCK, person_id
from salescli.payout.result import PayoutResult
from salescli.payout.settled import Adjustment, Corrections, Settled
from salescli.payout.settled_tables import ADJUSTMENTS, AdjustmentRow
from salescli.payout.tables import PAYOUTS
from salescli.words import payout as words
from salescli.words import statements as own_words
from salescli.words.language import Lang

_TEXT_WIDTHS = {"change": 40, "remark": 24}
_FORMATS = {"change": Format.WRAPPED, "amount": Format.SIGNED_MONEY}


def adjustment_sheet(corrections: Corrections, result: PayoutResult, lang: Lang) -> Sheet:
    """One line a correction, which reads back as the table `adjustments`, and what is due to each person in all."""
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
    lines = tuple(_line(at, item, lang) for at, item in enumerate(corrections.lines))
    name = ADJUSTMENTS.sheet(lang)
    total = Line({"period": words.TOTAL.say(lang), "amount": corrections.total})
    rules = (
        Rule(("direction", "amount"), "{amount}<0", Tone.RED),
        Rule(("direction", "amount"), "{amount}>0", Tone.GREEN),
    )
    block = Block("adjustments", fields, lines, total=total, rules=rules)
    blocks = (block, *_dues(corrections, result, lang))
    return Sheet(name, blocks, title=name, notes=(own_words.ADJUSTMENTS_NOTE.say(lang),), tab=Tone.YELLOW)


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


def _dues(corrections: Corrections, result: PayoutResult, lang: Lang) -> tuple[Block, ...]:
    """What everybody with corrections gets in all, live over the commission sheet and the lines above."""
    dues = corrections.dues(result)
    if not dues:
        return ()
    fields = (
        Field("who", words.PERSON.say(lang)),
        Field("id", own_words.DUE_ID.say(lang)),
        Field("home", words.REGION.say(lang)),
        Field("pay", own_words.DUE_TOTAL.say(lang), Format.MONEY, total=Total.SUM),
        Field("more", own_words.DUE_CORRECTED.say(lang), Format.SIGNED_MONEY, total=Total.SUM),
        Field("payable", own_words.DUE_PAYABLE.say(lang), Format.MONEY, formula="{pay}+{more}", total=Total.SUM),
    )
    numbers = {id(item): at for at, item in enumerate(corrections.lines)}
    lines = []
    for due in dues:
        values: dict[str, CellValue] = {
            "who": due.person.name,
            "id": due.person.employee_id,
            "home": due.region,
            "pay": due.total,
            "more": due.corrected,
            "payable": due.payable,
        }
        formulas = {"more": "+".join(f"{{adjustments:amount@line-{numbers[id(line)]}}}" for line in due.lines)}
        if due.person.key in result.by_key:
            formulas["pay"] = f"{{{PAYOUT_BLOCK}:total@{person_id(due.person)}}}"
        lines.append(Line(values, formulas=formulas, tones={"payable": Tone.RED} if due.payable < 0 else {}))
    sums = {
        "pay": sum((due.total for due in dues), Decimal(0)),
        "more": sum((due.corrected for due in dues), Decimal(0)),
        "payable": sum((due.payable for due in dues), Decimal(0)),
    }
    total = Line({"who": words.TOTAL.say(lang), **sums})
    return (Block("dues", fields, tuple(lines), title=own_words.DUES.say(lang), total=total, filter=False),)


def _line(at: int, item: Adjustment, lang: Lang) -> Line:
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
    return Line(
        values, {"direction": tone, "amount": tone, "reason": Tone.INPUT, "remark": Tone.INPUT}, id=f"line-{at}"
    )
