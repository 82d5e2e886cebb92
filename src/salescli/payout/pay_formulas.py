"""The live formulas of a line of the commission sheet: those of a ladder, and what is laid upon them."""

from collections.abc import Hashable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from salescli.payout.formulas import LadderFormulas
from salescli.payout.limit_cells import bounding, limit_cell
from salescli.payout.limited_months import limited_months
from salescli.payout.limits import LIMITED
from salescli.payout.pay_names import (
    LIMIT_BLOCK,
    PART_BLOCK,
    REGION_BLOCK,
    SCORE_BLOCK,
    board_block,
    limit_id,
    part_id,
    placing_id,
    score_id,
)
from salescli.payout.people import Base
from salescli.payout.person_pay import Part, PersonPay
from salescli.payout.plan import LimitKind
from salescli.payout.result import PayoutResult

ACHIEVEMENT: Final = 'IF({target}>0,{actual}/{target},"")'
FACTOR_SCALE: Final = 10000
"""A scorecard's factor in formulas, as a whole number."""


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
            texts = part_formulas(one.parts[0], self.result, team=True) | _limits(one, self.result)
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


def ranking(one: PersonPay, result: PayoutResult) -> dict[str, str]:
    """The prizes as they stand on the sheet of rankings."""
    if not result.plan.rankings:
        return {}
    prizes = [
        f"{{{board_block(at)}:prize@{placing_id(one.person)}}}" for at in result.ranked_in.get(one.person.key, ())
    ]
    return {"ranking": "+".join(prizes)} if prizes else {}


def scored_by_sheet(one: PersonPay, result: PayoutResult) -> dict[str, str]:
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
    here = one.region, one.person.position, list(one.homes)[-1]
    cells = {kind: limit_cell(result.plan.limits, kind, *here) for kind in LimitKind}
    return {kind.value: bounding(kind, bounded, cell) for kind, cell in cells.items() if cell is not None}


def sums(at: int, one: PersonPay, result: PayoutResult) -> dict[str, str]:
    """A person's figures as sums of their lines on the sheet of months, where they are sums."""
    refs = {
        key: "+".join(f"{{{PART_BLOCK}:{key}@{part_id(at, number)}}}" for number in range(len(one.parts)))
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
    for kind in LimitKind if result.plan.limits else ():
        limited = [limit_id(at, month.month) for month in limited_months(one, result)]
        if limited and kind.value in one.components:
            refs[kind.value] = "+".join(f"{{{LIMIT_BLOCK}:{kind.value}@{line}}}" for line in limited)
    return refs | ({"rate": "IF({base}=0,0,{commission}/{base})"} if len(rates) > 1 else {})


def part_formulas(part: Part, result: PayoutResult, *, team: bool) -> dict[str, str]:
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
