"""方案: the plan as it was understood, beside its own words. The commission sheet's formulas look here."""

from collections.abc import Iterator
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone
from salescli.measure.money import grouped
from salescli.payout.conditions import RankBy, Span
from salescli.payout.ladder_words import ladder_words
from salescli.payout.limit_cells import bounds_block
from salescli.payout.limits import limits_note
from salescli.payout.occasions import Event
from salescli.payout.people import Base
from salescli.payout.plan import Ladder, Ranking, StepRule, Wording
from salescli.payout.plan_quotes import quoted, quotes
from salescli.payout.result import PayoutResult
from salescli.payout.tiers import exact_percent
from salescli.words import incentive as incentive_words
from salescli.words import payout as words
from salescli.words.language import Lang

_SPANS: Final = {Span.MONTH: words.SPAN_MONTH, Span.QUARTER: words.SPAN_QUARTER, Span.YEAR: words.SPAN_YEAR}


def plan_sheet(result: PayoutResult, lang: Lang) -> Sheet:
    """A block for each ladder, one for caps and floors, and one for all other rules."""
    ladders = [_ladder(at, ladder, lang) for at, ladder in enumerate(result.plan.ladders, start=1)]
    teams = [_team(at, ladder, lang) for at, ladder in enumerate(result.plan.team_ladders, start=1)]
    limits = [bounds_block(enumerate(result.plan.limits), lang, quotes(lang))] if result.plan.limits else []
    other = tuple(_others(result, lang))
    blocks = [*ladders, *teams, *limits, *([_other_block(other, lang)] if other else [])]
    name = words.PLAN.say(lang)
    notes = [words.EVERY_FIGURE_LIVE.say(lang), words.KEPT_NOTE.say(lang)]
    if result.terms.mode == "marginal" and result.terms.base is Base.COLLECTED:
        notes.append(words.MARGINAL_COLLECTED.say(lang))
    if bounds := limits_note(result.plan, lang):
        notes.append(bounds)
    return Sheet(name, tuple(blocks), title=name, notes=tuple(notes), freeze=False)


def _ladder(at: int, ladder: Ladder, lang: Lang) -> Block:
    """What the formulas of the commission sheet look up: bounds rising, and what is in force from each on."""
    fields = (
        Field("name", words.TIER.say(lang), width=22),
        Field("bound", words.BOUND.say(lang), Format.RATIO, 14),
        *quotes(lang),
        Field("rate", words.RATE.say(lang), Format.RATIO, 16),
        Field("rise", words.RISE.say(lang), Format.RATIO, 16),
        Field("own", words.OWN_BONUS.say(lang), Format.MONEY, 16),
        Field("bonus", words.BONUS.say(lang), Format.MONEY, 16),
    )
    lines, below = [], None
    for number, rung in enumerate(ladder.rungs, start=1):
        values: dict[str, CellValue] = {
            "name": rung.name,
            "bound": rung.bound,
            "rate": rung.rate,
            "rise": rung.rate - (below.rate if below else 0),
            "own": rung.own_bonus,
            "bonus": rung.bonus,
            **quoted(rung.tiers[0].wording),
        }
        above = f"{{ladder{at}:bonus@{number - 1}}}" if below else "0"
        rise = f"{{rate}}-{{ladder{at}:rate@{number - 1}}}" if below else "{rate}"
        formulas = {"bonus": f"IF({{own}}>0,{{own}},{above})", "rise": rise}
        lines.append(Line(values, formulas=formulas, tones=dict.fromkeys(("bound", "rate", "own"), Tone.INPUT)))
        below = rung
    title = words.LADDER.say(lang, scope=ladder_words(ladder, lang))
    return Block(f"ladder{at}", fields, tuple(lines), title=title, filter=False)


def _team(at: int, ladder: Ladder, lang: Lang) -> Block:
    fields = (
        Field("name", words.TIER.say(lang), width=22),
        Field("bound", words.BOUND.say(lang), Format.RATIO, 14),
        *quotes(lang),
        Field("bonus", words.PER_HEAD.say(lang), Format.MONEY, 16),
    )
    lines = []
    for rung in ladder.rungs:
        values: dict[str, CellValue] = {"name": rung.name, "bound": rung.bound, "bonus": rung.bonus}
        values |= quoted(rung.tiers[0].wording)
        lines.append(Line(values, tones=dict.fromkeys(("bound", "bonus"), Tone.INPUT)))
    title = words.TEAM_LADDER.say(lang, scope=ladder_words(ladder, lang))
    return Block(f"team{at}", fields, tuple(lines), title=title, filter=False)


def _other_block(lines: tuple[Line, ...], lang: Lang) -> Block:
    fields = (
        Field("name", words.TIER.say(lang), width=22),
        Field("item", words.ITEM.say(lang), width=14),
        Field("wording", words.ORIGINAL.say(lang), Format.WRAPPED, 44),
        Field("meaning", words.UNDERSTOOD.say(lang), Format.WRAPPED, 32),
        Field("cell", words.CELL.say(lang), width=10),
    )
    return Block("rules", fields, lines, title=words.OTHER_RULES.say(lang), filter=False)


def _others(result: PayoutResult, lang: Lang) -> Iterator[Line]:
    for ranking in result.plan.rankings:
        yield _rule(ranking.wording, "ranking", _ranking_words(ranking, lang), lang)
    for step in result.plan.steps:
        yield _rule(step.wording, "product", _step_words(step, lang), lang)
    for event in result.plan.events:
        told = incentive_words.WEEKLY_RULE if event.event is Event.WEEKLY_BEST else incentive_words.COUNTED_RULE
        least = "" if event.least is None else incentive_words.WEEKLY_LEAST.say(lang, least=grouped(event.least))
        yield _rule(event.wording, event.event.value, told.say(lang, amount=grouped(event.amount)) + least, lang)
    for rule in result.plan.uncomputed:
        meaning = words.UNCOMPUTED_RULE.say(lang, lacks=rule.lacks)
        yield _rule(rule.wording, rule.component, meaning, lang, Tone.YELLOW)


def _rule(wording: Wording, component: str, meaning: str, lang: Lang, tone: Tone | None = None) -> Line:
    values: dict[str, CellValue] = {
        "name": wording.name,
        "item": words.COMPONENTS[component].say(lang),
        "wording": f"{wording.quote} → {wording.scope}",
        "meaning": meaning,
        "cell": wording.place.cell,
    }
    return Line(values, tones={} if tone is None else {"meaning": tone})


def _ranking_words(rule: Ranking, lang: Lang) -> str:
    said = words.RANKING_RULE.say(
        lang,
        span=_SPANS[rule.span],
        by=words.BY_SALES if rule.by is RankBy.SALES else words.BY_ACHIEVEMENT,
        count=len(rule.prizes),
        prizes=tuple(grouped(prize) for prize in rule.prizes),
    )
    floor = "" if rule.floor is None else words.RANKING_FLOOR.say(lang, floor=exact_percent(rule.floor))
    return said + floor


def _step_words(rule: StepRule, lang: Lang) -> str:
    product = rule.product_words or words.ALL_PRODUCTS
    return words.STEP_RULE.say(lang, product=product, size=grouped(rule.size), amount=grouped(rule.amount))
