"""Rewards for things that happen: referrals, new customers, the best week.

Each knows the words it is spoken of with. A cell that has any other word besides says something that is not
understood, a restriction perhaps, and then the whole line is not: ``新客户首单≥1万`` is not just a new customer.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from salescli.payout.conditions import Open, read_condition
from salescli.payout.phrases import AMOUNT, amount, fold


class Event(StrEnum):
    """Rewards for things that the monthly figures do not hold; the values are component names."""

    REFERRAL = "referral"
    WEEKLY_BEST = "weekly_best"
    NEW_CUSTOMER = "new_customer"


@dataclass(frozen=True, slots=True)
class Occasion:
    """An amount for an event; `least` is what a week has to bring in yuan to be rewarded as the best."""

    event: Event
    amount: Decimal
    least: Decimal | None = None


_SIGNS: Final = {
    Event.REFERRAL: re.compile(r"转介绍|转\d|老带新|推荐新?客|referral"),
    Event.WEEKLY_BEST: re.compile(r"单周最高|周最高成交|周冠军|周成交冠军|weeklybest"),
    Event.NEW_CUSTOMER: re.compile(r"新客户?开发|开发新客|新客户?奖|newcustomer"),
}
_ONE: Final = (
    r"(?<!\d)1(?![\d.百千万十亿])|一|每|个|位|名|家|人|次|单|按|数量?|成功|成交|签约|的|每月|each|per|every|for|an?"
)
_CUSTOMER: Final = r"新客户|新客|老客户|客户|newcustomers?|customers?"
_WORDS: Final = {
    Event.REFERRAL: rf"转介绍|介绍|推荐|老带新|转|referrals?|{_CUSTOMER}|{_ONE}",
    Event.WEEKLY_BEST: r"单周|每周|当周|周|最高者?|第一名?|冠军|者|销售额|成交额|销售|业绩"
    rf"|weekly|week|best|highest|sales|{_ONE}",
    Event.NEW_CUSTOMER: rf"开发|新增|获取|获得|{_CUSTOMER}|won|{_ONE}",
}
_GIVE: Final = r"奖励|奖金|奖|给予|发放|额外|现金|为|:|bonus|award|reward"
_LEAST: Final = rf"(?:,|且|并且|并)*(?:成交额|销售额|金额|不少于|不低于|达到|达|满|≥)+(?P<least>{AMOUNT})(?:以上)?"


def read_event(name: str, condition: str, reward: str) -> Occasion | None:
    """The event that one of a line's cells names, where condition and reward are understood to the last word."""
    event = _named(name, condition, reward)
    if event is None or not is_condition(event, condition):
        return None
    paid, least = _paid(event, reward), _condition(event, condition)
    return None if paid is None else Occasion(event, paid, None if least is None else amount(least["least"] or ""))


def events_named(*cells: str) -> set[Event]:
    """Every event that is named in any of the cells."""
    return {event for event, sign in _SIGNS.items() if any(sign.search(fold(cell)) for cell in cells)}


def rewards_event(name: str, condition: str, reward: str) -> bool:
    """Whether the reward is one for an event that the line names, whatever the condition says beside it."""
    event = _named(name, condition, reward)
    return event is not None and _paid(event, reward) is not None


def conditions_event(name: str, condition: str, reward: str) -> bool:
    """Whether the condition is one of an event that the line names, whatever the reward is."""
    event = _named(name, condition, reward)
    return event is not None and is_condition(event, condition)


def is_condition(event: Event, cell: str) -> bool:
    """Whether a 触发条件 cell says no more than that `event` happened (and how much a best week has to bring)."""
    return isinstance(read_condition(cell), Open) or _condition(event, cell) is not None


def _named(*cells: str) -> Event | None:
    named = events_named(*cells)
    return next((event for event in Event if event in named), None)


def _condition(event: Event, cell: str) -> re.Match[str] | None:
    least = rf"(?:{_LEAST})?" if event is Event.WEEKLY_BEST else "(?P<least>)"
    return re.fullmatch(rf"(?:{_WORDS[event]})+{least}", fold(cell))


def _paid(event: Event, cell: str) -> Decimal | None:
    unit = r"(?:/?每?(?:个|家|位|人|次|周|单))?"
    found = re.fullmatch(rf"(?:{_WORDS[event]}|{_GIVE}|,)*?(?P<amount>{AMOUNT}){unit}", fold(cell))
    return amount(found["amount"]) if found else None
