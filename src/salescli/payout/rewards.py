"""The 激励方式 cell: rates and bonuses, also several tiers in one cell, team awards, prizes, steps and events.

A cell is read from its start, piece by piece; a single piece that is not understood makes the whole cell one
that is not understood, because half a reward is a wrong reward.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.payout.conditions import Bound, RankBy, Span, leading_bound, rank_by, span_of, strict_at_start
from salescli.payout.people import Base
from salescli.payout.phrases import AMOUNT, MONEY, NUMBER, RATE, amount, fold, share, whole
from salescli.table.late import Late


@dataclass(frozen=True, slots=True)
class Clause:
    """What one bound earns: a rate, a bonus, or both. Without `bound` the 触发条件 cell has it."""

    bound: Bound | None
    rate: Fraction | None = None
    bonus: Decimal | None = None
    base: Base | None = None
    """The pay base, where the cell names it (``按回款额1.5%提成``)."""


@dataclass(frozen=True, slots=True)
class Pay:
    """Commission and bonuses of one or several tiers."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """An amount for each member of a region."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Prizes:
    """Amounts by place. `places` is the N of TOP N when it was written."""

    amounts: tuple[Decimal, ...]
    span: Span | None = None
    by: RankBy | None = None
    places: int | None = None
    each: bool = False


@dataclass(frozen=True, slots=True)
class EveryFull:
    """`amount` for every full `size` of sales, of one product line or of all."""

    size: Decimal
    amount: Decimal
    product: str | None = None


@dataclass(frozen=True, slots=True)
class AtMost:
    """The most that a month pays."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The least that a month pays."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class StrictReward:
    """A tier written into the reward with a bound that its own value would not reach."""


Reward = Pay | Head | Prizes | EveryFull | AtMost | AtLeast | StrictReward

_GIVE: Final = r"(?:给予|给|发放|享受|可享受?|获得?|可获得?|按照?|执行|则|为|:)?"
_EXTRA: Final = r"(?:额外|另外|另|一次性|现金|固定|单独|达标|超额|季度|月度|年度|年终)*"
_SOLD: Final = r"(?:累计|实际)?(?:销售额|销售业绩|业绩|sales)"
_COLLECTED: Final = r"(?:累计|实际)?(?:回款金额|回款额|回款|collections)"
_COMMISSION: Final = r"(?:销售)?(?:提成|佣金|commission(?:rate)?)(?:比例|率|点数?)?(?:为|是|:|=|of)?"
_RATE: Final = Late(
    rf"{_GIVE}(?:(?:按照?|以)?(?P<base>{_SOLD}|{_COLLECTED})(?:的|×|x|\*)?)?"
    rf"(?:{_COMMISSION}(?P<after>{RATE})|(?P<before>{RATE})(?:的)?(?:计提|提成|佣金|commission)?(?:比例)?)"
)
_BONUS: Final = Late(
    rf"{_GIVE}{_EXTRA}(?:(?:奖金|奖励|奖|bonus)(?:为|是|:|of)?(?P<after>{AMOUNT})"
    rf"|(?P<before>{AMOUNT})(?:的)?{_EXTRA}(?:奖金|奖励|bonus)|(?P<bare>{MONEY})(?=[;,+。、&]|$))"
)
_HEAD: Final = Late(
    rf"(?:所在)?(?:区域|团队|大区)?(?:全体)?(?:成员|销售员)?(?:人均|每人|每位成员?)(?:给予|发放)?(?:奖励|奖金|奖)?(?P<amount>{AMOUNT})(?:奖励|奖金)?"
    rf"|(?:奖励|奖金|奖|bonus)?(?P<each>{AMOUNT})(?:/人|每人|perhead|perperson|each)"
)
_BETWEEN: Final = Late(r"(?:[;,+。、&]|和|以及|并且|并|及|另加|外加|同时|另|再|plus|and|with)*")
_LIST: Final = rf"{AMOUNT}(?:[、,/;和]{AMOUNT})*"
_PRIZES: Final = Late(
    rf"(?P<span>每?季度|每?季|每月|月度|年度|全年|quarterly|monthly)?(?P<by>销售额|销售业绩|销售|业绩|达成率|sales|achievement)?(?:排名)?"
    rf"(?:(?:top|前)(?P<places>{NUMBER})(?:名|位)?(?:的)?(?:销售员|销售人员|销售|员工|人员)?)?"
    rf"(?P<how>分别|依次|各自|每人|各)?(?:给予|发放)?(?:奖励|奖金|奖|prizes?)?:?(?P<amounts>{_LIST})(?P<each>/人|each)?"
)
_BY_PLACE: Final = Late(rf"(?:第[一二三四五六七八九十\d]名|冠军|亚军|季军)(?:奖励|奖金|奖)?:?({AMOUNT})[、,;]?")
_STEP: Final = Late(
    rf"(?P<product>(?:(?!销售额|业绩|每|卖|满)[^\d,;:%])+?)?(?:销售额?|业绩)?(?:每|)(?:满|卖出?|售出?|销售|达到?|for)(?:满|到|出)?(?P<size>{AMOUNT})"
    rf"(?:销售额)?,?(?:给予|则)?(?:奖励|奖金|奖|返|提)(?P<amount>{AMOUNT})"
)
_WHAT: Final = r"(?:个人|每人|每月|月度|当月|月|提成|奖金|收入|总额|合计|总计|奖励|monthly|total|payout)*"
_LIMIT: Final = Late(
    rf"{_WHAT}(?:(?P<cap>封顶|上限|最高不超过|不超过|最高|最多|cap(?:pedat)?|atmost|maximum)"
    rf"|(?P<floor>保底|下限|最低|不低于|至少|floor|atleast|minimum))"
    rf"{_WHAT}(?:为|是|:|=|of)?(?P<amount>{AMOUNT})(?:/月|每月|/人|permonth|amonth)?"
)


def read_reward(cell: str) -> Reward | None:
    """What a 激励方式 cell grants; None when it is not understood in full."""
    text = fold(cell)
    for reader in (_limit, _prizes, _head, _step, _pay):
        if (found := reader(text)) is not None:
            return found
    return None


def read_step(condition: str, reward: str) -> EveryFull | None:
    """A step whose two halves stand in two cells: ``A产品每满10万`` and ``奖1万``."""
    return _step(fold(condition) + fold(reward))


def _pay(text: str) -> Pay | StrictReward | None:
    clauses: list[Clause] = []
    rest = text
    while rest := _BETWEEN.sub("", rest, count=1):
        if strict_at_start(rest):
            return StrictReward()
        if (led := leading_bound(rest)) is not None:
            clauses.append(Clause(led[0]))
            rest = led[1]
            continue
        taken = _piece(rest, clauses[-1] if clauses else Clause(None))
        if taken is None:
            return None
        clause, rest = taken
        clauses[-1:] = [clause]
    complete = clauses and all(clause.rate is not None or clause.bonus is not None for clause in clauses)
    return Pay(tuple(clauses)) if complete else None


def _piece(text: str, clause: Clause) -> tuple[Clause, str] | None:
    """One rate or bonus at the start of `text` added to `clause`; a second of its kind is not understood."""
    if (found := _RATE.match(text)) is not None and clause.rate is None:
        base = None if not found["base"] else Base.COLLECTED if "回款" in found["base"] else Base.SALES
        return replace(clause, rate=share(found["after"] or found["before"]), base=base), text[found.end() :]
    if (found := _BONUS.match(text)) is not None and clause.bonus is None:
        value = amount(found["after"] or found["before"] or found["bare"])
        return None if value is None else (replace(clause, bonus=value), text[found.end() :])
    return None


def _limit(text: str) -> AtMost | AtLeast | None:
    found = _LIMIT.fullmatch(text)
    value = amount(found["amount"]) if found else None
    if found is None or value is None:
        return None
    return AtMost(value) if found["cap"] else AtLeast(value)


def _head(text: str) -> Head | None:
    found = _HEAD.fullmatch(text)
    value = amount(found["amount"] or found["each"]) if found else None
    return None if value is None else Head(value)


def _prizes(text: str) -> Prizes | None:
    """``季度TOP3销售员分别奖励…`` or ``第一名5000元、第二名…``; a lone amount is a bonus, not a prize."""
    places = [amount(found) for found in _BY_PLACE.findall(text)]
    if places and _BY_PLACE.sub("", text) == "":
        return _amounts(places, Prizes(()))
    found = _PRIZES.fullmatch(text)
    if found is None:
        return None
    listed = [amount(item) for item in re.findall(AMOUNT, found["amounts"])]
    if not found["places"] and len(listed) == 1:
        return None
    each = found["how"] in ("各", "各自", "每人") or found["each"] is not None
    wanted = whole(found["places"]) if found["places"] else None
    return _amounts(listed, Prizes((), span_of(found["span"]), rank_by(found["by"]), wanted, each))


def _amounts(listed: list[Decimal | None], prizes: Prizes) -> Prizes | None:
    """The prizes with their amounts. Rising ones are refused: ``5、3、1千元`` does not say what 5 is."""
    known = tuple(item for item in listed if item is not None)
    falling = list(known) == sorted(known, reverse=True)
    return replace(prizes, amounts=known) if falling and len(known) == len(listed) else None


def _step(text: str) -> EveryFull | None:
    found = _STEP.fullmatch(text)
    if found is None:
        return None
    size, value = amount(found["size"]), amount(found["amount"])
    return None if size is None or value is None else EveryFull(size, value, found["product"])
