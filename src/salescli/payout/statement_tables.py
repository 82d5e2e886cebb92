"""What comes back on a statement, and the log it is merged into, as tables that are read like any other."""

from typing import Annotated

from salescli.split.tables.columns import EMPLOYEE, PERSON, REGION
from salescli.table.column import Column, Count, Date, Free, Money, Name, Unit
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.words.language import Text

_PERIOD = Column("核算周期", "Pay period", hant="核算週期")
_TOTAL = Column("应发合计", "Total payout", hant="應發合計", unit=Unit.CNY)
_ANSWER = Column("确认/异议", "Answer", hant="確認/異議")
_DAY = Column("日期", "Day")
_TEXT = Column("异议内容", "Objection", hant="異議內容")


class ResponseRow(Row):
    """Where a person confirms or objects: the one row they fill in."""

    answer: Annotated[Name | None, _ANSWER] = None
    day: Annotated[Date | None, _DAY] = None
    text: Annotated[Free | None, _TEXT] = None


class ReceiptRow(Row):
    """What a statement was issued as."""

    period: Annotated[Name | None, _PERIOD] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    region: Annotated[Name, REGION]
    total: Annotated[Money, _TOTAL]
    fingerprint: Annotated[Name, Column("指纹", "Fingerprint", hant="指紋")]


class ObjectionRow(Row):
    """One returned statement in the log."""

    period: Annotated[Name | None, _PERIOD] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    region: Annotated[Name, REGION]
    total: Annotated[Money, _TOTAL]
    answer: Annotated[Name, _ANSWER]
    text: Annotated[Free | None, _TEXT] = None
    day: Annotated[Date | None, _DAY] = None
    state: Annotated[Name, Column("数字核对", "Figures", hant="數字核對")]
    file: Annotated[Free | None, Column("文件", "File", hant="文件")] = None
    counted: Annotated[Count | None, Column("计入份数", "Counted", hant="計入份數")] = None


RESPONSES = Table(
    "responses",
    ResponseRow,
    ("提成确认单",),
    "Commission statement",
    "payout",
    help=Text("确认或提出异议。", "Confirm or object."),
    filled_in=False,
)
RECEIPTS = Table(
    "receipts",
    ReceiptRow,
    ("回执",),
    "Receipt",
    "payout",
    help=Text("确认单是给谁的、多少钱。", "Whose statement it is, and of how much."),
    filled_in=False,
)
OBJECTIONS = Table(
    "objections",
    ObjectionRow,
    ("异议登记",),
    "Objection log",
    "payout",
    help=Text("交回的确认单，一份一行。", "The returned statements, one a row."),
    key=("period", "employee_id", "person", "region"),
    filled_in=False,
)
