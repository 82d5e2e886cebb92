"""确认单: one workbook a person, with that person's data only, from inputs to total, to be confirmed or objected to.

The first page is one printed A4 sheet. The figures it rests on stand on the second, and a hidden receipt lets
the program know the statement again when it comes back.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from salescli.excel.book import Block, Book, CellValue, Field, Format, Line, Sheet, Tone
from salescli.excel.names import file_names
from salescli.excel.template import fields_of
from salescli.measure.money import money_text
from salescli.payout.conditions import Span
from salescli.payout.fingerprint import numbers_fingerprint
from salescli.payout.limits import limits_note
from salescli.payout.people import Base
from salescli.payout.person_pay import PersonPay
from salescli.payout.plan import LimitKind, Rule, Wording
from salescli.payout.result import PayoutResult
from salescli.payout.statement_corrections import corrections_block
from salescli.payout.statement_lines import Calculation, part_headers
from salescli.payout.statement_plan import CALCULATION, figures_sheet, regions_of
from salescli.payout.statement_release import release_block
from salescli.payout.statement_tables import RECEIPTS, RESPONSES
from salescli.words import payout as words
from salescli.words import statements as own_words
from salescli.words.language import Lang

MOST_PORTRAIT_PARTS: Final = 4
"""More columns than these are printed across."""

RESPONSE_ROWS: Final = 3
"""Rows to answer in."""

_WIDTHS: Final = {"item": 22, "value": 20, "how": 58}


@dataclass(frozen=True, slots=True)
class StatementFile:
    """Whose statement goes where."""

    person: PersonPay
    path: Path

    def document(self) -> dict[str, str | None]:
        """As ``--json`` shows it."""
        own = self.person.person
        return {"employee_id": own.employee_id, "person": own.name, "file": str(self.path)}


def statement_files(result: PayoutResult, folder: Path, lang: Lang) -> tuple[StatementFile, ...]:
    """A file for everybody, with names that any system takes and no two alike."""
    names = file_names((_file_text(one, result, lang) for one in result.people), ".xlsx")
    return tuple(StatementFile(one, folder / name) for one, name in zip(result.people, names, strict=True))


def statement_book(one: PersonPay, result: PayoutResult, lang: Lang, until: date | None = None) -> Book:
    """The statement of `one`; `until` is the last day for objections."""
    sheets = (_first_page(one, result, lang, until), figures_sheet(one, result, lang))
    identity = identity_of(period_of(result), one.person.employee_id, one.person.name, one.region, one.total)
    numbers = [number for sheet in sheets for number in _numbers(sheet)]
    receipt = _receipt(one, result, numbers_fingerprint(identity, numbers), lang)
    return Book((*sheets, receipt), f"{own_words.STATEMENT.say(lang)} {one.person.name}", lang)


def identity_of(
    period: str | None, employee_id: str | None, person: str, region: str, total: Decimal
) -> tuple[str | None, ...]:
    """What a statement's fingerprint covers beside its figures."""
    return (period, employee_id, person, region, money_text(total))


def period_of(result: PayoutResult) -> str | None:
    """The period as tables have it."""
    return None if result.period is None else str(result.period)


def _file_text(one: PersonPay, result: PayoutResult, lang: Lang) -> str:
    details = {"period": period_of(result) or "", "region": one.region, "person": one.person.name}
    text = " ".join(own_words.STATEMENT_FILE.say(lang, **details).split())
    return f"{text} {one.person.employee_id}" if one.person.employee_id else text


# -- the first page -------------------------------------------------------------------------------------


def _first_page(one: PersonPay, result: PayoutResult, lang: Lang, until: date | None) -> Sheet:
    calculation = Calculation(one, result, lang)
    terms = result.terms
    mode = words.MARGINAL if terms.mode == "marginal" else words.WHOLE
    base = words.COLLECTED if terms.base is Base.COLLECTED else words.SALES
    period = words.UNDATED.say(lang) if result.period is None else result.period.label(lang)
    notes = [own_words.RULES_OF_PAY.say(lang, mode=mode, base=base), words.EXACT_NOTE.say(lang)]
    if result.plan.team:
        notes += dict.fromkeys(
            own_words.ONE_OTHER_IN_REGION.say(lang, region=item.region)
            for item in regions_of(one, result)
            if not item.is_open_to(one.person.key)
        )
    if any(one.components.get(kind.value) for kind in LimitKind):
        notes.append(limits_note(result.plan, lang))
    for rule in result.plan.uncomputed:
        notes.append(words.UNCOMPUTED_NOTE.say(lang, wording=rule.wording.reward, lacks=rule.lacks))
    blocks = (
        _calculation_block(calculation, lang),
        corrections_block(one, result, lang),
        release_block(one, result, lang),
        _response(lang, until),
        _wordings(one, result, lang),
    )
    return Sheet(
        own_words.STATEMENT.say(lang),
        tuple(block for block in blocks if block is not None),
        title=f"{own_words.STATEMENT.say(lang)} · {period}",
        subtitle=_who(one, lang),
        notes=tuple(notes),
        landscape=len(calculation.parts) > MOST_PORTRAIT_PARTS,
        freeze=False,
        on_one_page=True,
        tab=Tone.GREEN,
    )


def _who(one: PersonPay, lang: Lang) -> str:
    details = {"person": one.person.name, "region": one.region, "id": one.person.employee_id}
    return (own_words.WHO_ID if one.person.employee_id else own_words.WHO).say(lang, **details)


def _calculation_block(calculation: Calculation, lang: Lang) -> Block:
    value = own_words.WHOLE_PERIOD if calculation.parts else own_words.VALUE
    how_width = _WIDTHS["how"] if not calculation.parts else 44
    fields = (
        Field("item", own_words.ITEM.say(lang), width=_WIDTHS["item"]),
        Field("value", value.say(lang), Format.MONEY, _WIDTHS["value"]),
        Field("how", own_words.HOW.say(lang), Format.WRAPPED, how_width),
        *(Field(at, header, Format.MONEY, 18) for at, header in part_headers(calculation)),
    )
    title = own_words.CALCULATION.say(lang)
    return Block(CALCULATION, fields, calculation.lines(), title=title, filter=False)


def _response(lang: Lang, until: date | None) -> Block:
    """The rows to fill in, several for several objections; they read back as the table `responses`."""
    choices = (own_words.CONFIRMED.say(lang), own_words.OBJECTED.say(lang))
    fields = tuple(replace(field, note=None, required=True) for field in fields_of(RESPONSES, lang))
    fields = (replace(fields[0], choices=choices), *fields[1:])
    notes = [own_words.CONFIRM_NOTE.say(lang)]
    if until is not None:
        notes.append(own_words.UNTIL.say(lang, day=until.isoformat()))
    blank = (Line({}, tone=Tone.INPUT),) * RESPONSE_ROWS
    return Block("response", fields, blank, title=own_words.CONFIRM.say(lang), notes=tuple(notes), filter=False)


def _wordings(one: PersonPay, result: PayoutResult, lang: Lang) -> Block:
    fields = (
        Field("name", own_words.RULE.say(lang)),
        Field("scope", own_words.FOR_WHOM.say(lang), Format.WRAPPED),
        Field("wording", own_words.WORDING.say(lang), Format.WRAPPED),
    )
    lines = tuple(
        Line({"name": wording.name, "scope": wording.scope, "wording": wording.quote})
        for wording in _rules_for(one, result)
    )
    return Block("wordings", fields, lines, title=own_words.PLAN_TEXT.say(lang), filter=False)


def _rules_for(one: PersonPay, result: PayoutResult) -> tuple[Wording, ...]:
    """The rules that may apply to `one`, in the plan's order."""
    plan = result.plan

    def covers(rule: Rule) -> bool:
        return any(rule.scope.holds(home, one.person.position, month) for month, home in one.homes.items())

    own = [ladder for ladder in plan.ladders if any(part.ladder == ladder for part in one.parts)]
    wordings = [tier.wording for ladder in own for tier in ladder.tiers]
    wordings += [tier.wording for tier in plan.tiers if tier.span is not Span.MONTH and covers(tier)]
    wordings += [tier.wording for tier in plan.team if covers(tier)]
    wordings += [ranking.wording for ranking in plan.rankings if covers(ranking)]
    wordings += [step.wording for step in plan.steps if covers(step)]
    wordings += [limit.wording for limit in plan.limits if covers(limit)]
    wordings += [event.wording for event in plan.events if covers(event)]
    wordings += [rule.wording for rule in plan.uncomputed]
    return tuple(dict.fromkeys(wordings))


# -- the receipt ----------------------------------------------------------------------------------------


def _receipt(one: PersonPay, result: PayoutResult, fingerprint: str, lang: Lang) -> Sheet:
    values: dict[str, CellValue] = {
        "period": period_of(result),
        "employee_id": one.person.employee_id,
        "person": one.person.name,
        "region": one.region,
        "total": one.total,
        "fingerprint": fingerprint,
    }
    fields = tuple(replace(field, note=None, required=False) for field in fields_of(RECEIPTS, lang))
    name = own_words.RECEIPT.say(lang)
    block = Block("receipt", fields, (Line(values),), filter=False)
    return Sheet(name, (block,), title=name, notes=(own_words.RECEIPT_NOTE.say(lang),), hidden=True)


def _numbers(sheet: Sheet) -> list[float]:
    """The figures of a sheet in reading order."""
    return [
        float(value)
        for block in sheet.blocks
        for line in block.lines
        for field in block.fields
        if isinstance(value := line.values.get(field.key), int | Decimal | Fraction) and not isinstance(value, bool)
    ]
