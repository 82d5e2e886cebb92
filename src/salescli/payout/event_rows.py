"""The table of events: what somebody brought about beside sales, counted."""

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge

from salescli.payout.occasions import Event
from salescli.split.tables.columns import EMPLOYEE, MONTH, PERSON, REGION
from salescli.table.column import Column, Count, InMonth, Name
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind
from salescli.words.language import Text


class EventChoice(StrEnum):
    """What is counted, as a cell names it."""

    REFERRAL = Event.REFERRAL.value
    NEW_CUSTOMER = Event.NEW_CUSTOMER.value

    @property
    def word(self) -> Text:
        return Text("转介绍", "Referral") if self is EventChoice.REFERRAL else Text("新客户", "New customer")

    @property
    def aliases(self) -> tuple[str, ...]:
        if self is EventChoice.REFERRAL:
            return ("转介绍客户", "老带新", "轉介紹", "referrals")
        return ("新客", "新客开发", "新客戶", "new customers")


class EventRow(Row):
    """How often something happened, for one person in one month."""

    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name | None, REGION] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    item: Annotated[
        EventChoice, ChoiceKind(EventChoice), Column("奖励事项", "Event", hant="獎勵事項", aliases=("事项",))
    ]
    count: Annotated[Count, Ge(0), Column("事项数量", "Times", hant="事項數量", aliases=("次数",))]


EVENTS = Table(
    "events",
    EventRow,
    ("奖励事项表",),
    "Reward events",
    "payout",
    help=Text("转介绍、新客户等按数量奖励的事项。", "Referrals, new customers and whatever is rewarded by number."),
    key=("month", "employee_id", "person", "item"),
    examples=(
        {"month": "2026-08", "region": "华东", "person": "小张", "item": "转介绍", "count": "2"},
        {"month": "2026-08", "region": "华南", "person": "小李", "item": "新客户", "count": "3"},
    ),
)
