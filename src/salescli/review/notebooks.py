"""The sheets of the review that people write in, as tables: what they are found by, and which cells are theirs.

They are read by their sheet's own name only, from an earlier review, so that no other table is taken for one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Generic, TypeVar

from pydantic import PrivateAttr

from salescli.review.verbatim import Words
from salescli.table.column import Column, Name
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words import improve as words
from salescli.words import review as reviews

PERIOD: Final = Column("复盘期", "Review period", hant="復盤期", carried=True)
OWNER: Final = Column("责任人", "Owner", hant="責任人")
ORIGIN: Final = Column("来源", "Source", hant="來源", computed=True)


class NoteRow(Row):
    """A row of such a sheet; `own` are its cells that are known to hold what a person wrote over a suggestion."""

    _own: frozenset[str] = PrivateAttr(default=frozenset())

    @property
    def own(self) -> frozenset[str]:
        found: frozenset[str] = (self.__pydantic_private__ or {}).get("_own", frozenset())  # rows are made without it
        return found

    def by_hand(self, names: Iterable[str]) -> None:
        """Tell that a person wrote these cells."""
        self._own = self.own | frozenset(names)


class StrategyNote(NoteRow):
    """What the meeting says of a strategy."""

    name: Annotated[Words | None, Column("策略名称", "Strategy", hant="策略名稱")] = None
    owner: Annotated[Name | None, OWNER] = None
    remark: Annotated[Words | None, Column("复盘意见", "Review remark", hant="復盤意見")] = None


class Finding(NoteRow):
    """One thing learnt: what the figures show, and what people make of it."""

    period: Annotated[Words | None, PERIOD] = None
    kind: Annotated[Words | None, Column("类型", "Kind", hant="類型")] = None
    subject: Annotated[Words | None, Column("对象", "Subject", hant="對象")] = None
    evidence: Annotated[Words | None, Column("数据依据", "Evidence", hant="數據依據")] = None
    cause: Annotated[Words | None, Column("原因与做法", "Why and how", hant="原因與做法")] = None
    measure: Annotated[Words | None, Column("推广或改进措施", "What to do", hant="推廣或改進措施")] = None
    owner: Annotated[Words | None, OWNER] = None
    origin: Annotated[Words | None, ORIGIN] = None


class AgendaItem(NoteRow):
    """One item of the meeting."""

    period: Annotated[Words | None, PERIOD] = None
    topic: Annotated[Words | None, Column("议题", "Topic", hant="議題")] = None
    basis: Annotated[Words | None, Column("依据", "Basis", hant="依據")] = None
    minutes: Annotated[Words | None, Column("分钟", "Minutes", hant="分鐘")] = None
    who: Annotated[Words | None, Column("参与人", "Who", hant="參與人")] = None
    record: Annotated[Words | None, Column("会议记录", "Minutes taken", hant="會議記錄")] = None
    origin: Annotated[Words | None, ORIGIN] = None


class PlanStep(NoteRow):
    """One week of a person's improvement plan."""

    period: Annotated[Words | None, PERIOD] = None
    person: Annotated[Name | None, Column("帮扶对象", "Supported", hant="幫扶對象", carried=True)] = None
    week: Annotated[Words | None, Column("阶段", "Stage", hant="階段")] = None
    start: Annotated[Words | None, Column("开始", "From", hant="開始")] = None
    due: Annotated[Words | None, Column("截止", "To")] = None
    milestone: Annotated[Words | None, Column("里程碑", "Milestone")] = None
    action: Annotated[Words | None, Column("改进动作", "Steps", hant="改進動作")] = None
    owner: Annotated[Words | None, OWNER] = None
    progress: Annotated[Words | None, Column("完成情况", "Progress", hant="完成情況")] = None
    remark: Annotated[Words | None, Column("备注", "Note", hant="備註")] = None
    origin: Annotated[Words | None, ORIGIN] = None


class KeptNote(NoteRow):
    """Something people put where no column of ours takes it, and that has no place in a later workbook."""

    period: Annotated[Words | None, PERIOD] = None
    sheet: Annotated[Words | None, Column("工作表", "Sheet")] = None
    cell: Annotated[Words | None, Column("单元格", "Cell", hant="單元格")] = None
    row: Annotated[Words | None, Column("所在行", "Row")] = None
    header: Annotated[Words | None, Column("所在列", "Column")] = None
    kind: Annotated[Words | None, Column("类别", "What", hant="類別")] = None
    text: Annotated[Words | None, Column("原文", "As written")] = None


class FinishedAction(NoteRow):
    """An action of an earlier review that is done, as it was written."""

    closed: Annotated[Words | None, Column("归档于", "Filed in", hant="歸檔於")] = None
    period: Annotated[Words | None, Column("提出周期", "Raised in", hant="提出週期")] = None
    action: Annotated[Words | None, Column("行动事项", "Follow-up", hant="行動事項")] = None
    owner: Annotated[Words | None, OWNER] = None
    due: Annotated[Words | None, Column("截止时间", "Due", hant="截止時間")] = None
    progress: Annotated[Words | None, Column("进展", "Progress", hant="進展")] = None
    origin: Annotated[Words | None, Column("来源", "Source", hant="來源")] = None
    note: Annotated[Words | None, Column("备注", "Note", hant="備註")] = None


NoteT = TypeVar("NoteT", bound=NoteRow)


@dataclass(frozen=True, slots=True)
class Notebook(Generic[NoteT]):
    """A table with the cells that are people's own; `prefilled` ones start with a suggestion."""

    table: Table[NoteT]
    free: Sequence[str]
    prefilled: Sequence[str] = ()

    @property
    def telling(self) -> tuple[str, ...]:
        """The cells in which any text is certainly a person's."""
        return tuple(key for key in self.free if key not in self.prefilled)


def _table(name: str, row: type[NoteT], sheet: str, sheet_en: str, key: tuple[str, ...]) -> Table[NoteT]:
    return Table(name, row, (sheet,), sheet_en, "review", key=key, filled_in=False)


STRATEGY_NOTES: Final = Notebook(
    _table("strategy_notes", StrategyNote, "策略效果", "Strategy results", ("name", "owner")), ("remark",)
)
FINDINGS: Final = Notebook(
    _table("lessons", Finding, words.FINDINGS.zh, words.FINDINGS.en, ("period", "kind", "subject")),
    ("cause", "measure", "owner"),
)
AGENDA: Final = Notebook(
    _table("agenda", AgendaItem, words.AGENDA.zh, words.AGENDA.en, ("period", "topic")), ("who", "record"), ("who",)
)
PLANS: Final = Notebook(
    _table("plan", PlanStep, words.PLAN.zh, words.PLAN.en, ("period", "person", "week")),
    ("action", "owner", "progress", "remark"),
    ("owner",),
)
FINISHED: Final = Notebook(
    _table("finished", FinishedAction, reviews.FINISHED.zh, reviews.FINISHED.en, ("period", "action", "owner")),
    ("closed", "period", "action", "owner", "due", "progress", "origin", "note"),
)
KEPT_NOTES: Final = Notebook(
    _table("kept_notes", KeptNote, words.KEPT_NOTES.zh, words.KEPT_NOTES.en, ("sheet", "cell", "text")),
    ("period", "sheet", "cell", "row", "header", "kind", "text"),
)
