"""What a tracking workbook keeps, so that more reports can be merged into it as if all had come at once.

Declared tables hold it: the targets as the plan gave them, of sales and of other metrics, the report rows that
count with the place each came from, and the rows that do not, so that every one can be judged anew. One more is what
people may type over on 月度跟踪.
"""

from typing import Annotated, Final

from salescli.split.tables.columns import (
    ACTUAL,
    COLLECTED,
    EMPLOYEE,
    MONTH,
    NOTE,
    PERSON,
    PRODUCT,
    REGION,
    TARGET,
    worded,
)
from salescli.split.tables.plan import PLAN, PlanRow
from salescli.table.column import Column, Count, Free, InMonth, InWeek, Moment, Money, Name
from salescli.table.row import Row, RowT
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind
from salescli.track.account import Reason
from salescli.track.tables import (
    FINANCE,
    MONTHLY,
    ORDERS,
    SUBMITTED,
    WEEK,
    FinanceRow,
    MonthlyTargetRow,
    OrderRow,
    WeeklyRow,
)
from salescli.words import metrics as metric_words
from salescli.words import orders as order_words
from salescli.words import track as words
from salescli.words.language import Text


class KeptReportRow(WeeklyRow):
    """A report row that counts: region, product line and person as the plan knows them, 月份 as it counts.

    `stated` is the month the report itself names, None where it names none.
    """

    stated: Annotated[InMonth | None, worded(words.STATED_MONTH)] = None
    source_file: Annotated[Free | None, worded(words.SOURCE_FILE)] = None
    source_sheet: Annotated[Free | None, worded(words.SOURCE_SHEET)] = None
    source_row: Annotated[Count | None, worded(words.SOURCE_ROW)] = None


class KeptRestRow(KeptReportRow):
    """A report row that does not count, as its report had it, and its place among all rows that were read, from 0."""

    became: Annotated[Reason, ChoiceKind(Reason), worded(words.LEFT_OUT_AS)]
    order: Annotated[Count, worded(words.READING_ORDER)]


class KeptUnreadRow(Row):
    """A report row that could not be read: where it stands, and the digest of its cells."""

    content: Annotated[Free | None, worded(words.CONTENT_MARK)] = None
    source_file: Annotated[Free, worded(words.SOURCE_FILE)]
    source_sheet: Annotated[Free | None, worded(words.SOURCE_SHEET)] = None
    source_row: Annotated[Count | None, worded(words.SOURCE_ROW)] = None


class KeptOrderRow(OrderRow):
    """An order as it was read, taken or not, with the place it came from."""

    source_file: Annotated[Free | None, worded(words.SOURCE_FILE)] = None
    source_sheet: Annotated[Free | None, worded(words.SOURCE_SHEET)] = None
    source_row: Annotated[Count | None, worded(words.SOURCE_ROW)] = None


class KeptOrderRestRow(Row):
    """A row of orders beside the kept ones: the repeat of an order or, without a number, one that could not be read."""

    order_id: Annotated[Name | None, worded(ORDERS.label("order_id"))] = None
    source_file: Annotated[Free, worded(words.SOURCE_FILE)]
    source_sheet: Annotated[Free | None, worded(words.SOURCE_SHEET)] = None
    source_row: Annotated[Count | None, worded(words.SOURCE_ROW)] = None


class KeptFinanceRow(FinanceRow):
    """A collection as it was read, taken or not, with the place it came from."""

    source_file: Annotated[Free | None, worded(words.SOURCE_FILE)] = None
    source_sheet: Annotated[Free | None, worded(words.SOURCE_SHEET)] = None
    source_row: Annotated[Count | None, worded(words.SOURCE_ROW)] = None


class ShownRow(Row):
    """What people may have typed over on 月度跟踪; its formulas are of no concern here."""

    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    target: Annotated[Money, TARGET]
    actual: Annotated[Free | None, worded(MONTHLY.label("actual"))] = None
    collected: Annotated[Free | None, worded(MONTHLY.label("collected"))] = None
    note: Annotated[Free | None, NOTE] = None


class ShownPendingRow(Row):
    """What people may have typed over on 待回款订单."""

    order_id: Annotated[Name, worded(ORDERS.label("order_id"))]
    amount: Annotated[Free | None, worded(ORDERS.label("amount"))] = None
    collected: Annotated[Free | None, worded(ORDERS.label("collected"))] = None


class KeptWrittenRow(Row):
    """What was written: the actual of a row of 月度跟踪 or the amount of an order of 待回款订单, and collections."""

    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name | None, REGION] = None
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name | None, PERSON] = None
    order_id: Annotated[Name | None, worded(ORDERS.label("order_id"))] = None
    amount: Annotated[Money | None, worded(ORDERS.label("amount"))] = None
    actual: Annotated[Money | None, ACTUAL] = None
    collected: Annotated[Money | None, COLLECTED] = None


class LeftOutRow(Row):
    """A report row that does not count, where it stands, and why."""

    reason: Annotated[Reason, ChoiceKind(Reason), worded(words.REASON)]
    row: Annotated[Count | None, worded(words.ROW)] = None
    detail: Annotated[Free | None, worded(words.DETAIL)] = None
    person: Annotated[Name | None, PERSON] = None
    week: Annotated[InWeek | None, WEEK] = None
    month: Annotated[InMonth | None, MONTH] = None
    sales: Annotated[Money | None, Column("销售额", "Sales")] = None
    counted: Annotated[Money | None, worded(words.COUNTED_SALES)] = None
    submitted: Annotated[Moment | None, SUBMITTED] = None
    file: Annotated[Free, worded(words.FILE)]
    sheet: Annotated[Free | None, worded(words.SHEET)] = None


def _kept(
    name: str, row: type[RowT], sheet: Text, hint: Text, key: tuple[str, ...], *, before: tuple[str, ...] = ()
) -> Table[RowT]:
    """A table that the program writes for itself; `before` are names that its sheet had."""
    return Table(name, row, (sheet.zh, *before), sheet.en, "track", help=hint, key=key, filled_in=False)


KEPT_TARGETS: Final = _kept("kept_targets", MonthlyTargetRow, words.KEPT_TARGETS, words.KEPT_TARGETS_HINT, MONTHLY.key)
KEPT_METRICS: Final = _kept("kept_metrics", PlanRow, metric_words.KEPT, metric_words.KEPT_HINT, PLAN.key)
KEPT_REPORTS: Final = _kept(
    "kept_reports",
    KeptReportRow,
    words.WEEKS,
    words.WEEKS_HINT,
    ("employee_id", "person", "product", "week"),
    before=words.WEEKS_BEFORE,
)
KEPT_REST: Final = _kept("kept_rest", KeptRestRow, words.KEPT_REST, words.KEPT_REST_HINT, ("order",))
KEPT_UNREAD: Final = _kept(
    "kept_unread",
    KeptUnreadRow,
    words.KEPT_UNREAD,
    words.KEPT_UNREAD_HINT,
    ("source_file", "source_sheet", "source_row"),
)
KEPT_ORDERS: Final = Table(
    "kept_orders",
    KeptOrderRow,
    ORDERS.sheets,
    ORDERS.sheet_en,
    "track",
    help=words.KEPT_ORDERS_HINT,
    key=ORDERS.key,
    filled_in=False,
)
KEPT_FINANCE: Final = Table(
    "kept_finance",
    KeptFinanceRow,
    FINANCE.sheets,
    FINANCE.sheet_en,
    "track",
    help=words.KEPT_FINANCE_HINT,
    key=FINANCE.key,
    filled_in=False,
)
KEPT_ORDER_REST: Final = _kept(
    "kept_order_rest",
    KeptOrderRestRow,
    words.KEPT_ORDER_REST,
    words.KEPT_ORDER_REST_HINT,
    ("source_file", "source_sheet", "source_row"),
)
SHOWN: Final = Table(
    "shown",
    ShownRow,
    (words.MONTHLY.zh,),
    words.MONTHLY.en,
    "track",
    key=MONTHLY.key,
    filled_in=False,
)
SHOWN_PENDING: Final = Table(
    "shown_pending",
    ShownPendingRow,
    (order_words.PENDING.zh,),
    order_words.PENDING.en,
    "track",
    key=ORDERS.key,
    filled_in=False,
)
KEPT_WRITTEN: Final = _kept(
    "kept_written",
    KeptWrittenRow,
    words.KEPT_WRITTEN,
    words.KEPT_WRITTEN_HINT,
    ("month", "region", "product", "employee_id", "person", "order_id"),
)
LEFT_OUT: Final = Table(
    "left_out",
    LeftOutRow,
    (words.EXCLUDED.zh, *words.EXCLUDED_BEFORE),
    words.EXCLUDED.en,
    "track",
    key=("file", "sheet", "row"),
    filled_in=False,
)
