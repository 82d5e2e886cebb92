"""What people answered to their statements, and the log of all answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from salescli.measure.money import money_text
from salescli.payout.statement_tables import ReceiptRow
from salescli.table.kind import normal


class Answer(StrEnum):
    """What somebody said to their statement."""

    CONFIRMED = "confirmed"
    OBJECTED = "objected"
    UNCLEAR = "unclear"
    NONE = "unanswered"
    MISSING = "not_returned"
    """Their statement never came back, by the payout workbook it was issued with."""


_YES: Final = frozenset(
    map(
        normal,
        (
            "确认",
            "確認",
            "同意",
            "无异议",
            "無異議",
            "没有异议",
            "是",
            "对",
            "好",
            "√",
            "ok",
            "yes",
            "confirm",
            "confirmed",
            "agree",
            "agreed",
            "no objection",
        ),
    )
)
_NO: Final = frozenset(
    map(
        normal,
        (
            "异议",
            "異議",
            "有异议",
            "有異議",
            "不同意",
            "不确认",
            "否",
            "不对",
            "×",
            "x",
            "no",
            "objection",
            "object",
            "objected",
            "disagree",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Returned:
    """One returned statement; `altered` tells that its figures are not those it was issued with, None that a program
    saved it without the results of its formulas, so that nobody can tell. `counted` is False for all but one of
    several from the same person."""

    receipt: ReceiptRow
    answer: Answer
    said: str
    text: str
    day: date | None
    altered: bool | None
    file: str
    counted: bool = True

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "period": self.receipt.period,
            "employee_id": self.receipt.employee_id,
            "person": self.receipt.person,
            "region": self.receipt.region,
            "total": money_text(self.receipt.total),
            "answer": self.answer.value,
            "text": self.text,
            "day": None if self.day is None else self.day.isoformat(),
            "altered": self.altered,
            "file": self.file,
            "counted": self.counted,
        }


@dataclass(frozen=True)
class ObjectionLog:
    """All statements of a folder, objections first."""

    returned: tuple[Returned, ...]

    def count(self, answer: Answer) -> int:
        """How many people answered that."""
        return sum(one.counted and one.answer is answer for one in self.returned)

    def document(self) -> dict[str, Any]:
        """The ``result`` of the JSON document."""
        return {
            "objections": [one.document() for one in self.returned],
            "counts": {answer.value: self.count(answer) for answer in Answer},
            "altered": sum(one.altered is True for one in self.returned),
        }


def read_answer(said: str, text: str) -> Answer:
    """What `said` (the 确认/异议 cell) and `text` (the objection) mean; an objection without a word is one."""
    word = normal(said).strip("。.!！")
    if word in _YES:
        return Answer.CONFIRMED
    if word in _NO:
        return Answer.OBJECTED
    if word:
        return Answer.UNCLEAR
    return Answer.OBJECTED if text else Answer.NONE
