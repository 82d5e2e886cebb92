"""The second page of a statement: the figures of the plan and of the region that its formulas look up.

Only what concerns the person is there. A region's sums are shown because the team award rests on them, but not
where a single colleague has figures beside one's own, which would then follow; the award is a plain figure there.
"""

from collections.abc import Iterator

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet
from salescli.payout.formulas import per_head
from salescli.payout.ladder_words import ladder_words
from salescli.payout.limit_cells import bounds_block
from salescli.payout.person_pay import PersonPay
from salescli.payout.plan import Ladder, Limit
from salescli.payout.region_pay import RegionPay
from salescli.payout.result import PayoutResult
from salescli.payout.steps import Step
from salescli.words import payout as words
from salescli.words import statements as own_words
from salescli.words.language import Lang, Text, say

_FULL = "MAX(0,INT(ROUND({sold}*100,0)/ROUND({size}*100,0)))*{amount}"
REGION_BLOCK, CALCULATION, STEP_BLOCK = "region", "calc", "steps"


def figures_sheet(one: PersonPay, result: PayoutResult, lang: Lang) -> Sheet:
    """The ladders, caps and floors that apply to `one`, and their region's line."""
    used = [at for at, ladder in enumerate(result.plan.ladders) if any(part.ladder == ladder for part in one.parts)]
    blocks = [_ladder(f"ladder{at + 1}", result.plan.ladders[at], words.LADDER, lang) for at in used]
    homes = [item for item in regions_of(one, result) if item.is_open_to(one.person.key)]
    if result.plan.team and homes:
        blocks += [_ladder(name, ladder, words.TEAM_LADDER, lang) for name, ladder in _teams(homes, result)]
        blocks.append(_regions(homes, result, lang))
    blocks += [_steps(one, lang)] if full_steps(one) else []
    if held := list(_limits_of(one, result)):
        blocks.append(bounds_block(held, lang))
    name = own_words.PLAN_FIGURES.say(lang)
    notes = (own_words.PLAN_FIGURES_NOTE.say(lang), words.KEPT_NOTE.say(lang))
    return Sheet(name, tuple(blocks), title=name, notes=notes, landscape=False, freeze=False)


def full_steps(one: PersonPay) -> tuple[Step, ...]:
    """The rewards for full steps of sales."""
    return tuple(step for step in one.steps if step.full is not None)


def _limits_of(one: PersonPay, result: PayoutResult) -> Iterator[tuple[int, Limit]]:
    """The caps and floors that hold for `one` in any month, with their places in the plan."""
    for at, limit in enumerate(result.plan.limits):
        if any(limit.scope.holds(home, one.person.position, month) for month, home in one.homes.items()):
            yield at, limit


def _steps(one: PersonPay, lang: Lang) -> Block:
    """What was sold and how much each full step of it pays; all that somebody sold stands on the first page."""
    fields = (
        Field("step", own_words.STEP_ON.say(lang), width=24),
        Field("sold", own_words.STEP_SOLD.say(lang), Format.MONEY, 18),
        Field("size", own_words.STEP_SIZE.say(lang), Format.MONEY, 18),
        Field("amount", own_words.STEP_AMOUNT.say(lang), Format.MONEY, 18),
        Field("reward", own_words.STEP_REWARD.say(lang), Format.MONEY, 18, _FULL),
    )
    lines = []
    for at, step in enumerate(full_steps(one)):
        full = step.full
        assert full is not None
        when = "" if step.month is None else f" · {step.month}"
        values: dict[str, CellValue] = {
            "step": f"{say(step.details['product'], lang)}{when}",
            "sold": full.sold,
            "size": full.size,
            "amount": full.amount,
            "reward": step.amount,
        }
        whole = len(one.homes) == 1 and full.sold == one.standing.actual
        lines.append(
            Line(values, formulas={"sold": f"{{{CALCULATION}:value@actual}}"} if whole else {}, id=f"step-{at}")
        )
    return Block(STEP_BLOCK, fields, tuple(lines), title=own_words.STEPS.say(lang), filter=False)


def regions_of(one: PersonPay, result: PayoutResult) -> tuple[RegionPay, ...]:
    """The regions they belonged to, month by month."""
    found = {(item.month, item.region): item for item in result.regions}
    return tuple(found[at] for at in one.homes.items())


def region_line_id(item: RegionPay) -> str:
    """The name of the region's line among the formulas."""
    return f"m{item.month}"


def _ladder(block: str, ladder: Ladder, title: Text, lang: Lang) -> Block:
    """Bounds and what is in force from each on, as the formulas look them up."""
    fields = (
        Field("name", words.TIER.say(lang), width=24),
        Field("bound", words.BOUND.say(lang), Format.RATIO, 14),
        Field("rate", words.RATE.say(lang), Format.RATIO, 16),
        Field("rise", words.RISE.say(lang), Format.RATIO, 16),
        Field("own", words.OWN_BONUS.say(lang), Format.MONEY, 18),
        Field("bonus", words.BONUS.say(lang), Format.MONEY, 18),
    )
    lines, below = [], None
    for rung in ladder.rungs:
        values: dict[str, CellValue] = {
            "name": rung.name,
            "bound": rung.bound,
            "rate": rung.rate,
            "rise": rung.rate - (below.rate if below else 0),
            "own": rung.own_bonus,
            "bonus": rung.bonus,
        }
        lines.append(Line(values))
        below = rung
    scope = ladder_words(ladder, lang)
    return Block(block, fields, tuple(lines), title=title.say(lang, scope=scope), filter=False)


def _teams(homes: list[RegionPay], result: PayoutResult) -> Iterator[tuple[str, Ladder]]:
    for at, ladder in enumerate(result.plan.team_ladders, start=1):
        if any(ladder is held for item in homes for _, held in item.ladders(result.plan)):
            yield f"team{at}", ladder


def _regions(homes: list[RegionPay], result: PayoutResult, lang: Lang) -> Block:
    reached = 'IF({target}>0,{actual}/{target},"")'
    fields = (
        Field("region", words.REGION.say(lang), width=24),
        Field("month", words.MONTH.say(lang), width=14),
        Field("target", words.TARGET.say(lang), Format.MONEY, 16),
        Field("actual", words.ACTUAL.say(lang), Format.MONEY, 16),
        Field("achievement", words.ACHIEVEMENT.say(lang), Format.RATIO, 18, formula=reached),
        Field("per_head", words.PER_HEAD.say(lang), Format.MONEY, 18),
    )
    lines = []
    for item in homes:
        own = item.standing.achievement
        values: dict[str, CellValue] = {
            "region": item.region,
            "month": None if item.month is None else str(item.month),
            "target": item.standing.target,
            "actual": item.standing.actual,
            "achievement": "" if own is None else own,
            "per_head": item.per_head,
        }
        ladders = [(f"team{number}", ladder) for number, ladder in item.ladders(result.plan)]
        formulas = {"per_head": per_head(ladders)} if ladders else {}
        lines.append(Line(values, formulas=formulas, id=region_line_id(item)))
    return Block(REGION_BLOCK, fields, tuple(lines), title=own_words.REGION_SUMS.say(lang), filter=False)
