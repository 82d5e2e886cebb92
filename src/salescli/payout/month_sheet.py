"""逐月计算: one line for each part of somebody's pay where one line a person is not enough."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from salescli.excel.book import Block, CellValue, Field, Line, Sheet
from salescli.excel.template import fields_of
from salescli.payout.ladder_words import ladder_words
from salescli.payout.pay_formulas import ACHIEVEMENT, part_formulas
from salescli.payout.pay_names import PART_BLOCK, part_id
from salescli.payout.pay_sheet import COLOURED, RULES, remarks_of, tone_of
from salescli.payout.person_pay import PersonPay
from salescli.payout.result import PayoutResult
from salescli.payout.steps import Time
from salescli.payout.tables import PAYOUTS
from salescli.words import payout as words
from salescli.words.language import Lang


def month_sheet(result: PayoutResult, lang: Lang) -> Sheet:
    """One line for each part: a person in a month, under one ladder."""
    keys = ("period", "person", "region", "target", "actual", "achievement", "tier", "base", "rate")
    more = ("commission", "bonus", "team", "to_next", "remark")
    fields = tuple(replace(field, required=False, note=None) for field in fields_of(PAYOUTS, lang, (*keys, *more)))
    covers = Field("covers", words.COVERS.say(lang))
    fields = (replace(fields[0], header=words.MONTH.say(lang)), *fields[1:-1], covers, fields[-1])
    lines = [line for at, one in enumerate(result.people) for line in _part_lines(at, one, result, lang)]
    name = words.MONTHS.say(lang)
    block = Block(PART_BLOCK, fields, tuple(lines), rules=RULES)
    return Sheet(name, (block,), title=name, notes=(words.EXACT_NOTE.say(lang),), frozen_columns=2, pages_wide=2)


def _part_lines(at: int, one: PersonPay, result: PayoutResult, lang: Lang) -> Iterator[Line]:
    team: dict[tuple[Time, str], Decimal] = {(item.month, item.region): item.per_head for item in result.regions}
    paid: set[object] = set()
    for number, part in enumerate(one.parts):
        first = part.month not in paid and part.month in one.homes
        paid.add(part.month)
        home, reached = one.home(part.month), part.standing.achievement
        values: Mapping[str, CellValue] = {
            "period": None if part.month is None else str(part.month),
            "person": one.person.name,
            "region": home,
            "target": part.standing.target,
            "actual": part.standing.actual,
            "achievement": "" if reached is None else reached,
            "tier": part.tier,
            "base": part.standing.base,
            "rate": part.rung.rate if part.rung else Decimal(0),
            "commission": part.commission,
            "bonus": part.bonus,
            "team": team[part.month, home] if first else Decimal(0),
            "to_next": part.missing,
            "remark": "; ".join(remarks_of(part, lang)),
            "covers": "" if part.ladder is None else ladder_words(part.ladder, lang),
        }
        formulas = {"achievement": ACHIEVEMENT} | part_formulas(part, result, team=first)
        yield Line(values, dict.fromkeys(COLOURED, tone_of(part)), formulas, id=part_id(at, number))
