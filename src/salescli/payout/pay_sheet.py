"""提成表: a line a person, worked out by live formulas; and the lines by month where one line is not enough.

Where one line shows a person's whole calculation (one month, one ladder) the commission sheet holds it all.
Otherwise each part has its line on the sheet of months, and a person's line adds theirs up.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from salescli.excel.book import Bar, Block, CellValue, Field, Line, Rule, Sheet, Tone, Total
from salescli.excel.template import fields_of
from salescli.payout.formulas import LadderFormulas
from salescli.payout.ladder_words import ladder_words
from salescli.payout.limits import LIMITED, limit_of, limits_note
from salescli.payout.people import Base, Person
from salescli.payout.plan import COMPONENTS, LimitKind
from salescli.payout.result import Part, PayoutResult, PersonPay
from salescli.payout.scales import Standing
from salescli.payout.scorecard import Score
from salescli.payout.steps import Time
from salescli.payout.tables import PAYOUTS
from salescli.words import payout as words
from salescli.words.language import Lang

PAYOUT_BLOCK, PART_BLOCK, REGION_BLOCK, SCORE_BLOCK = "payouts", "parts", "regions", "scores"


def person_id(person: Person) -> str:
    """The name of a person's line on the commission sheet among the formulas."""
    return f"who-{person.key}"


def score_id(score: Score) -> str:
    """The name of a line of the scorecard."""
    return f"score-{score.employee_id}-{score.region}-{score.name}-{score.month}"


def board_block(at: int) -> str:
    """The block of a ranking on the sheet of teams and rankings."""
    return f"board{at}"


def placing_id(person: Person) -> str:
    """The name of a person's line in a ranking."""
    return f"rank-{person.key}"


_MONEY: Final = ("target", "actual", "base", *COMPONENTS, "total")
_LIVE: Final = frozenset({"commission", "bonus", "team", "ranking", "scorecard", "cap", "floor"})
_TONES: Final = {tone: dict.fromkeys(("achievement", "tier"), tone) for tone in Tone}
ONE_PAGE: Final = 18
"""Columns that can be read on paper side by side; more are printed over two pages, each with the names."""
FACTOR_SCALE: Final = 10000
"""A scorecard's factor in formulas, as a whole number."""
_ACHIEVEMENT: Final = 'IF({target}>0,{actual}/{target},"")'
_TIER: Final = '{target}>0,{tier}<>""'
_COLOURED: Final = ("achievement", "tier")
_RULES: Final = (
    Rule(_COLOURED, "{target}<=0", Tone.GREY),
    Rule(_COLOURED, 'AND({target}>0,{tier}="")', Tone.RED),
    Rule(_COLOURED, f"AND({_TIER},ROUND({{actual}}*100,0)<ROUND({{target}}*100,0))", Tone.YELLOW),
    Rule(_COLOURED, f"AND({_TIER},ROUND({{actual}}*100,0)>=ROUND({{target}}*100,0))", Tone.GREEN),
)


def pay_sheet(result: PayoutResult, lang: Lang) -> Sheet:
    """The commission sheet; it reads back as the table `payouts`."""
    keys = _keys(result)
    shared = Shared(result, keys)
    fields = tuple(_pay_field(field, keys, shared.everybodys) for field in fields_of(PAYOUTS, lang, keys))
    lines = tuple(_person_line(at, one, result, lang, keys, shared) for at, one in enumerate(result.people))
    rules = _RULES if result.single else ()
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


def month_sheet(result: PayoutResult, lang: Lang) -> Sheet:
    """One line for each part: a person in a month, under one ladder."""
    keys = ("period", "person", "region", "target", "actual", "achievement", "tier", "base", "rate")
    more = ("commission", "bonus", "team", "to_next", "remark")
    fields = tuple(replace(field, required=False, note=None) for field in fields_of(PAYOUTS, lang, (*keys, *more)))
    covers = Field("covers", words.COVERS.say(lang))
    fields = (replace(fields[0], header=words.MONTH.say(lang)), *fields[1:-1], covers, fields[-1])
    lines = [line for at, one in enumerate(result.people) for line in _part_lines(at, one, result, lang)]
    name = words.MONTHS.say(lang)
    block = Block(PART_BLOCK, fields, tuple(lines), rules=_RULES)
    return Sheet(name, (block,), title=name, notes=(words.EXACT_NOTE.say(lang),), frozen_columns=2)


def tone_of(part: Part) -> Tone:
    """The colour of a part's tier."""
    if part.standing.target <= 0:
        return Tone.GREY
    if part.rung is None:
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
        field = replace(field, formula=_ACHIEVEMENT, total=_ACHIEVEMENT)
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
    at: int, one: PersonPay, result: PayoutResult, lang: Lang, keys: tuple[str, ...], shared: "Shared"
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
        formulas = {key: text for key, text in (_sums(at, one, keys) | _ranking(one, result)).items() if key in keys}
        return Line(shown, formulas=formulas, id=person_id(one.person))
    formulas = {**shared.formulas(one), **_ranking(one, result), **_factor(one, result)}
    return Line(shown, tones=_TONES[tone_of(one.parts[0])], formulas=formulas, id=person_id(one.person))


class Shared:
    """What the lines of many people have in common; `everybodys` are the formulas that stand in all of them."""

    def __init__(self, result: PayoutResult, keys: tuple[str, ...]) -> None:
        self.result, self.keys = result, frozenset(keys)
        self.period = None if result.period is None else str(result.period)
        self._known: dict[Hashable, Mapping[str, str]] = {}
        self.everybodys: Mapping[str, str] = {}
        if result.single and result.people:
            self._set_apart()

    def formulas(self, one: PersonPay) -> Mapping[str, str]:
        """The formulas of a line that shows all of a calculation, those of everybody aside: of its ladder, with the cap
        and floor of people like this. What a ranking or a score does is looked at one by one."""
        alike = self._alike(one)
        if (made := self._known.get(alike)) is None:
            texts = _part_formulas(one.parts[0], self.result, team=True) | _limits(one, self.result)
            made = self._known[alike] = {key: text for key, text in texts.items() if key in self.keys}
        return made

    def _alike(self, one: PersonPay) -> Hashable:
        part = one.parts[0]
        return id(part.ladder), one.region, one.person.position, part.month

    def _set_apart(self) -> None:
        """Tell the formulas of everybody from those of some."""
        for one in self.result.people:
            self.formulas(one)
        first, *others = self._known.values()
        self.everybodys = {key: text for key, text in first.items() if all(other.get(key) == text for other in others)}
        for alike, made in self._known.items():
            self._known[alike] = {key: text for key, text in made.items() if key not in self.everybodys}


def _ranking(one: PersonPay, result: PayoutResult) -> dict[str, str]:
    """The prizes as they stand on the sheet of rankings."""
    if not result.plan.rankings:
        return {}
    prizes = [
        f"{{{board_block(at)}:prize@{placing_id(one.person)}}}" for at in result.ranked_in.get(one.person.key, ())
    ]
    return {"ranking": "+".join(prizes)} if prizes else {}


def _factor(one: PersonPay, result: PayoutResult) -> dict[str, str]:
    """What the scorecard does, with the factor as it stands on its sheet."""
    made, card = _scored(one, result), result.plan.scorecard
    score = None if card is None or not made else card.of(one.person, one.parts[0].month)
    if card is None or score is None:
        return made
    factor = f"ROUND({{{SCORE_BLOCK}:factor@{score_id(score)}}}*{FACTOR_SCALE},0)"
    return {"scorecard": made["scorecard"].replace(f"*{card.factor(score) * FACTOR_SCALE}/", f"*{factor}/")}


def laid_on(one: PersonPay, result: PayoutResult) -> dict[str, str]:
    """What scorecard, cap and floor do to the components of a single month, over `{component}` of the same line."""
    return _limits(one, result) | _scored(one, result)


def _scored(one: PersonPay, result: PayoutResult) -> dict[str, str]:
    """What the scorecard's factor does to commission and bonus, rounded in whole numbers."""
    card = result.plan.scorecard
    score = None if card is None else card.of(one.person, one.parts[0].month)
    if card is None or card.use == "off" or score is None or score.total is None:
        return {}
    factor = card.factor(score) * FACTOR_SCALE
    if factor.denominator != 1:
        return {}
    earned = "ROUND(({commission}+{bonus})*100,0)"
    return {"scorecard": f"(ROUND({earned}*{factor}/{FACTOR_SCALE},0)-{earned})/100"}


def _limits(one: PersonPay, result: PayoutResult) -> dict[str, str]:
    """What the cap takes and the floor adds, from the components that they bound."""
    bounded = "+".join(f"{{{key}}}" for key in LIMITED if key in one.components)
    cap, floor = (
        limit_of(result.plan.limits, kind, one.region, one.person.position, list(one.homes)[-1])
        for kind in (LimitKind.CAP, LimitKind.FLOOR)
    )
    formulas = {} if cap is None else {"cap": f"-MAX(0,ROUND({bounded}-{cap},2))"}
    return formulas if floor is None else formulas | {"floor": f"MAX(0,ROUND({floor}-({bounded}),2))"}


def _sums(at: int, one: PersonPay, keys: tuple[str, ...]) -> dict[str, str]:
    """A person's figures as sums of their lines on the sheet of months, where they are sums."""
    refs = {
        key: "+".join(f"{{{PART_BLOCK}:{key}@{_id(at, number)}}}" for number in range(len(one.parts)))
        for key in ("target", "actual", "base", "commission", "bonus", "team")
    }
    whole = (
        sum((part.standing.target for part in one.parts), Decimal(0)),
        sum((part.standing.actual for part in one.parts), Decimal(0)),
    )
    if whole != (one.standing.target, one.standing.actual):
        for key in ("target", "actual", "base"):
            del refs[key]
    rates = {part.rung.rate if part.rung else 0 for part in one.parts}
    return refs | ({"rate": "IF({base}=0,0,{commission}/{base})"} if len(rates) > 1 else {})


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


# -- a part's line --------------------------------------------------------------------------------------


def _id(person: int, part: int) -> str:
    return f"p{person}-{part}"


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
            "tier": part.rung.name if part.rung else "",
            "base": part.standing.base,
            "rate": part.rung.rate if part.rung else Decimal(0),
            "commission": part.commission,
            "bonus": part.bonus,
            "team": team[part.month, home] if first else Decimal(0),
            "to_next": part.missing,
            "remark": "; ".join(remarks_of(part, lang)),
            "covers": "" if part.ladder is None else ladder_words(part.ladder, lang),
        }
        formulas = {"achievement": _ACHIEVEMENT} | _part_formulas(part, result, team=first)
        yield Line(values, dict.fromkeys(_COLOURED, tone_of(part)), formulas, id=_id(at, number))


def _part_formulas(part: Part, result: PayoutResult, *, team: bool) -> dict[str, str]:
    formulas: dict[str, str] = {}
    if team and result.plan.team:
        month = "" if result.single else f"*({{{REGION_BLOCK}:month}}={{period}})"
        formulas["team"] = f"SUMPRODUCT(({{{REGION_BLOCK}:region}}={{region}}){month}*{{{REGION_BLOCK}:per_head}})"
    if result.terms.base is Base.SALES:
        formulas["base"] = "{actual}"
    if part.ladder is None:
        return formulas
    block = f"ladder{result.plan.ladders.index(part.ladder) + 1}"
    return {**formulas, **_of_ladder(LadderFormulas(block, part.ladder, result.terms, beside_tier=True))}


@lru_cache(maxsize=64)
def _of_ladder(scale: LadderFormulas) -> Mapping[str, str]:
    """The formulas of one ladder, which are the same for everybody on it."""
    return {
        "tier": scale.tier(),
        "rate": scale.rate(),
        "bonus": scale.bonus(),
        "commission": scale.commission(),
        "to_next": scale.to_next(),
    }
