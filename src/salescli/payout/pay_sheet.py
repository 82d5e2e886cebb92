"""提成表: a line a person, worked out by live formulas.

Where one line shows a person's whole calculation (one month, one ladder) the commission sheet holds it all.
Otherwise each part has its line on the sheet of months, and a person's line adds theirs up.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from salescli.excel.book import Bar, Block, CellValue, Field, Line, Rule, Sheet, Tone, Total
from salescli.excel.template import fields_of
from salescli.payout.limits import limits_note
from salescli.payout.pay_formulas import ACHIEVEMENT, Shared, ranking, scored_by_sheet, sums
from salescli.payout.pay_names import PAYOUT_BLOCK, person_id
from salescli.payout.people import Base
from salescli.payout.person_pay import Part, PersonPay
from salescli.payout.plan import COMPONENTS
from salescli.payout.result import PayoutResult
from salescli.payout.scales import Standing
from salescli.payout.tables import PAYOUTS
from salescli.words import payout as words
from salescli.words.language import Lang

_MONEY: Final = ("target", "actual", "base", *COMPONENTS, "total")
_LIVE: Final = frozenset({"commission", "bonus", "team", "ranking", "scorecard", "cap", "floor"})
_TONES: Final = {tone: dict.fromkeys(("achievement", "tier"), tone) for tone in Tone}
ONE_PAGE: Final = 18
"""Columns that can be read on paper side by side; more are printed over two pages, each with the names."""
_TIER: Final = '{target}>0,{tier}<>""'
COLOURED: Final = ("achievement", "tier")
RULES: Final = (
    Rule(COLOURED, "{target}<=0", Tone.GREY),
    Rule(COLOURED, 'AND({target}>0,{tier}="")', Tone.RED),
    Rule(COLOURED, f"AND({_TIER},ROUND({{actual}}*100,0)<ROUND({{target}}*100,0))", Tone.YELLOW),
    Rule(COLOURED, f"AND({_TIER},ROUND({{actual}}*100,0)>=ROUND({{target}}*100,0))", Tone.GREEN),
)


def pay_sheet(result: PayoutResult, lang: Lang) -> Sheet:
    """The commission sheet; it reads back as the table `payouts`."""
    keys = _keys(result)
    shared = Shared(result, keys)
    fields = tuple(_pay_field(field, keys, shared.everybodys) for field in fields_of(PAYOUTS, lang, keys))
    lines = tuple(_person_line(at, one, result, lang, keys, shared) for at, one in enumerate(result.people))
    rules = RULES if result.single else ()
    block = Block(PAYOUT_BLOCK, fields, lines, total=_total(result, keys, lang), rules=(*rules, Bar("total")))
    mode = words.MARGINAL if result.terms.mode == "marginal" else words.WHOLE
    base = words.COLLECTED if result.terms.base is Base.COLLECTED else words.SALES
    period = words.UNDATED.say(lang) if result.period is None else result.period.label(lang)
    name = PAYOUTS.sheet(lang)
    return Sheet(
        name,
        (block,),
        title=name,
        subtitle=words.SUBTITLE.say(lang, period=period, mode=mode, base=base),
        notes=tuple(_notes(result, keys, lang)),
        frozen_columns=keys.index("person") + 1,
        pages_wide=1 if len(keys) <= ONE_PAGE else 2,
        tab=Tone.GREEN,
    )


def tone_of(part: Part) -> Tone:
    """The colour of a part's tier."""
    if part.standing.target <= 0:
        return Tone.GREY
    if not part.tier:
        return Tone.RED
    return Tone.GREEN if part.standing.actual >= part.standing.target else Tone.YELLOW


def _keys(result: PayoutResult) -> tuple[str, ...]:
    hidden = set(COMPONENTS) - set(result.plan.components)
    if all(one.person.employee_id is None for one in result.people):
        hidden.add("employee_id")
    if result.period is None:
        hidden.add("period")
    if not result.single:
        hidden.add("to_next")
    return tuple(field.key for field in PAYOUTS.fields if field.key not in hidden)


def _notes(result: PayoutResult, keys: tuple[str, ...], lang: Lang) -> Iterator[str]:
    if result.single:
        yield words.COLOURS.say(lang)
    yield words.EXACT_NOTE.say(lang)
    yield words.EVERY_FIGURE_LIVE.say(lang)
    if set(result.plan.components) - _LIVE:
        yield words.FIXED_FIGURES.say(lang)
    if bounds := limits_note(result.plan, lang):
        yield bounds
    for rule in result.plan.uncomputed:
        yield words.UNCOMPUTED_NOTE.say(lang, wording=rule.wording.reward, lacks=rule.lacks)


def _pay_field(field: Field, keys: tuple[str, ...], formulas: Mapping[str, str]) -> Field:
    field = replace(field, required=False, note=None, formula=formulas.get(field.key))
    if field.key in _MONEY:
        field = replace(field, total=Total.SUM)
    if field.key == "achievement":
        field = replace(field, formula=ACHIEVEMENT, total=ACHIEVEMENT)
    if field.key == "total":
        field = replace(field, formula="+".join(f"{{{key}}}" for key in COMPONENTS if key in keys))
    return field


def _total(result: PayoutResult, keys: tuple[str, ...], lang: Lang) -> Line:
    people, zero = result.people, Decimal(0)
    target = sum((one.standing.target for one in people), zero)
    actual = sum((one.standing.actual for one in people), zero)
    sums = {"target": target, "actual": actual, "base": result.base, "total": result.total}
    sums |= {name: result.sum_of(name) for name in COMPONENTS if name in keys}
    reached = Standing(target, actual, result.base).achievement
    values: dict[str, CellValue] = {keys[0]: words.TOTAL.say(lang), "achievement": "" if reached is None else reached}
    return Line(values | {key: sums[key] for key in _MONEY if key in keys})


# -- a person's line ------------------------------------------------------------------------------------


def _person_line(
    at: int, one: PersonPay, result: PayoutResult, lang: Lang, keys: tuple[str, ...], shared: Shared
) -> Line:
    standing, reached = one.standing, one.standing.achievement
    values: dict[str, CellValue] = {
        "period": shared.period,
        "employee_id": one.person.employee_id,
        "person": one.person.name,
        "region": one.region,
        "target": standing.target,
        "actual": standing.actual,
        "achievement": "" if reached is None else reached,
        "tier": one.tier,
        "base": standing.base,
        "rate": one.rate,
        **one.components,
        "total": one.total,
        "to_next": one.parts[0].missing if result.single else None,
        "remark": _remark(one, lang),
    }
    shown = {key: value for key, value in values.items() if key in shared.keys}
    if not result.single:
        formulas = {key: text for key, text in (sums(at, one, result) | ranking(one, result)).items() if key in keys}
        return Line(shown, formulas=formulas, id=person_id(one.person))
    formulas = {**shared.formulas(one), **ranking(one, result), **scored_by_sheet(one, result)}
    return Line(shown, tones=_TONES[tone_of(one.parts[0])], formulas=formulas, id=person_id(one.person))


def _remark(one: PersonPay, lang: Lang) -> str:
    """The remarks of all parts; over several months each says which."""
    several = len({part.month for part in one.parts}) > 1
    if len(one.parts) == 1:
        return "; ".join(dict.fromkeys(remarks_of(one.parts[0], lang)))
    told = (f"{part.month} {text}" if several else text for part in one.parts for text in remarks_of(part, lang))
    return "; ".join(dict.fromkeys(told))


def remarks_of(part: Part, lang: Lang) -> Iterator[str]:
    """What a part's figures do not say by themselves."""
    if part.paid is not None:
        yield from (step.say(lang) for step in part.remarks)
    elif part.ladder is None:
        yield words.NO_LADDER.say(lang)
    elif part.standing.target <= 0:
        yield words.NO_ACHIEVEMENT.say(lang)
    elif part.rung is None:
        yield words.NO_TIER.say(lang)
    elif part.following is None:
        yield words.TOP_TIER.say(lang)
    if part.ladder is not None:
        yield from (step.say(lang) for step in part.remarks)
