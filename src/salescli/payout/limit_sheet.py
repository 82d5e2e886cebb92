"""封顶与保底: what caps and floors do to each month of everybody, where one line a person does not show it."""

from collections.abc import Iterator
from dataclasses import replace

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone, Total
from salescli.excel.template import fields_of
from salescli.payout.ladder_sums import NOTHING
from salescli.payout.limit_cells import bounding
from salescli.payout.limited_months import LimitedMonth, limited_months
from salescli.payout.limits import LIMITED, limits_note
from salescli.payout.pay_names import LIMIT_BLOCK, PART_BLOCK, limit_id, part_id
from salescli.payout.person_pay import PersonPay
from salescli.payout.plan import LimitKind
from salescli.payout.result import PayoutResult
from salescli.payout.tables import PAYOUTS
from salescli.words import payout as words
from salescli.words.language import Lang

_FROM_PARTS = ("commission", "bonus", "team")
_CUT, _ADDED = (kind.value for kind in (LimitKind.CAP, LimitKind.FLOOR))
_LIMITS = {LimitKind.CAP: "most", LimitKind.FLOOR: "least"}
_LEFT = f"{{before}}+{{{_CUT}}}+{{{_ADDED}}}"


def limit_sheet(result: PayoutResult, lang: Lang) -> Sheet | None:
    """A line for each person and month under a limit; None where there is none, or the commission sheet shows it."""
    if result.single or not result.plan.limits:
        return None
    bounded = [key for key in LIMITED if key in result.plan.components]
    earned = "+".join(f"{{{key}}}" for key in bounded)
    fields = (
        Field("person", words.PERSON.say(lang)),
        Field("region", words.REGION.say(lang)),
        Field("month", words.MONTH.say(lang)),
        *(_amount(key, lang) for key in bounded),
        Field("before", words.UNDER_LIMITS.say(lang), Format.MONEY, formula=earned, total=Total.SUM),
        Field("most", words.CAP_LIMIT.say(lang), Format.MONEY),
        Field("least", words.FLOOR_LIMIT.say(lang), Format.MONEY),
        _amount(_CUT, lang),
        _amount(_ADDED, lang),
        Field("left", words.LEFT_BY_LIMITS.say(lang), Format.MONEY, formula=_LEFT, total=Total.SUM),
    )
    lines, sums = [], dict.fromkeys((*bounded, "before", _CUT, _ADDED, "left"), NOTHING)
    for at, one in enumerate(result.people):
        for month in limited_months(one, result):
            lines.append(
                Line(_values(one, month), formulas=dict(_formulas(at, one, month)), id=limit_id(at, month.month))
            )
            for key in sums:
                value = lines[-1].values.get(key)
                sums[key] += NOTHING if value is None else value  # type: ignore[operator]  # amounts stand there
    if not lines:
        return None
    name = words.LIMITS_SHEET.say(lang)
    rules = (Rule((_CUT,), f"{{{_CUT}}}<0", Tone.YELLOW), Rule((_ADDED,), f"{{{_ADDED}}}>0", Tone.YELLOW))
    block = Block(LIMIT_BLOCK, fields, tuple(lines), total=Line({"person": words.TOTAL.say(lang), **sums}), rules=rules)
    notes = (words.LIMITS_SHEET_NOTE.say(lang), limits_note(result.plan, lang))
    return Sheet(name, (block,), title=name, notes=notes, frozen_columns=3)


def _amount(key: str, lang: Lang) -> Field:
    """A component under the header that it has on the commission sheet."""
    (field,) = fields_of(PAYOUTS, lang, (key,))
    return replace(field, required=False, note=None, total=Total.SUM)


def _values(one: PersonPay, month: LimitedMonth) -> dict[str, CellValue]:
    return {
        "person": one.person.name,
        "region": month.region,
        "month": None if month.month is None else str(month.month),
        **month.earned,
        "before": month.before,
        "most": month.cap,
        "least": month.floor,
        _CUT: month.cut,
        _ADDED: month.added,
        "left": month.left,
    }


def _formulas(at: int, one: PersonPay, month: LimitedMonth) -> Iterator[tuple[str, str]]:
    """The components of the month's parts as they stand on the sheet of months, and what the limits do to the sum."""
    parts = [number for number, part in enumerate(one.parts) if part.month == month.month]
    shown = {
        "commission": sum((one.parts[number].commission for number in parts), NOTHING),
        "bonus": sum((one.parts[number].bonus for number in parts), NOTHING),
    }
    for key in _FROM_PARTS:
        if key in month.earned and parts and shown.get(key, month.earned[key]) == month.earned[key]:
            yield key, "+".join(f"{{{PART_BLOCK}:{key}@{part_id(at, number)}}}" for number in parts)
    for kind, cell in month.cells.items():
        yield _LIMITS[kind], cell
        yield kind.value, bounding(kind, "{before}", f"{{{_LIMITS[kind]}}}")
