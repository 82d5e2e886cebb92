"""What a tracking workbook keeps, so that more reports can be merged into it as if all had come at once.

Declared tables hold it: the targets as the plan gave them, of sales and of other metrics, the report rows that
count with the place each came from, and the rows that do not, so that every one can be judged anew. One more is what
people may type over on 月度跟踪.
"""

from typing import Annotated, Final

from salescli.split.tables.columns import EMPLOYEE, MONTH, NOTE, PERSON, PRODUCT, REGION, TARGET
from salescli.split.tables.plan import PLAN, PlanRow
from salescli.table.column import Column, Count, Free, InMonth, InWeek, Moment, Money, Name
from salescli.table.row import Row
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
from salescli.words import track as words
from salescli.words.language import Text


def _column(text: Text) -> Column:
    return Column(text.zh, text.en)


class KeptReportRow(WeeklyRow):
    """A report row that counts: region, product line and person as the plan knows them, 月份 as it counts.

    `stated` is the month the report itself names, None where it names none.
    """

    stated: Annotated[InMonth | None, _column(words.STATED_MONTH)] = None
    source_file: Annotated[Free | None, _column(words.SOURCE_FILE)] = None
    source_sheet: Annotated[Free | None, _column(words.SOURCE_SHEET)] = None
    source_row: Annotated[Count | None, _column(words.SOURCE_ROW)] = None


class KeptRestRow(KeptReportRow):
    """A report row that does not count, as its report had it, and its place among all rows that were read, from 0."""

    became: Annotated[Reason, ChoiceKind(Reason), _column(words.LEFT_OUT_AS)]
    order: Annotated[Count, _column(words.READING_ORDER)]


class KeptUnreadRow(Row):
    """A report row that could not be read: where it stands, and the digest of its cells."""

    content: Annotated[Free | None, _column(words.CONTENT_MARK)] = None
    source_file: Annotated[Free, _column(words.SOURCE_FILE)]
    source_sheet: Annotated[Free | None, _column(words.SOURCE_SHEET)] = None
    source_row: Annotated[Count | None, _column(words.SOURCE_ROW)] = None


class KeptOrderRow(OrderRow):
    """An order as it was read, taken or not, with the place it came from."""

    source_file: Annotated[Free | None, _column(words.SOURCE_FILE)] = None
    source_sheet: Annotated[Free | None, _column(words.SOURCE_SHEET)] = None
    source_row: Annotated[Count | None, _column(words.SOURCE_ROW)] = None


class KeptFinanceRow(FinanceRow):
    """A collection as it was read, taken or not, with the place it came from."""

    source_file: Annotated[Free | None, _column(words.SOURCE_FILE)] = None
    source_sheet: Annotated[Free | None, _column(words.SOURCE_SHEET)] = None
    source_row: Annotated[Count | None, _column(words.SOURCE_ROW)] = None


class ShownRow(Row):
    """What people may have typed over on 月度跟踪; its formulas are of no concern here."""

    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    target: Annotated[Money, TARGET]
    note: Annotated[Free | None, NOTE] = None


class LeftOutRow(Row):
    """A report row that does not count, where it stands, and why."""

    reason: Annotated[Reason, ChoiceKind(Reason), _column(words.REASON)]
    row: Annotated[Count | None, _column(words.ROW)] = None
    detail: Annotated[Free | None, _column(words.DETAIL)] = None
    person: Annotated[Name | None, PERSON] = None
    week: Annotated[InWeek | None, WEEK] = None
    month: Annotated[InMonth | None, MONTH] = None
    sales: Annotated[Money | None, Column("销售额", "Sales")] = None
    counted: Annotated[Money | None, _column(words.COUNTED_SALES)] = None
    submitted: Annotated[Moment | None, SUBMITTED] = None
    file: Annotated[Free, _column(words.FILE)]
    sheet: Annotated[Free | None, _column(words.SHEET)] = None


KEPT_TARGETS: Final = Table(
    "kept_targets",
    MonthlyTargetRow,
    (words.KEPT_TARGETS.zh,),
    words.KEPT_TARGETS.en,
    "track",
    help=words.KEPT_TARGETS_HINT,
    key=MONTHLY.key,
    filled_in=False,
)
KEPT_METRICS: Final = Table(
    "kept_metrics",
    PlanRow,
    (metric_words.KEPT.zh,),
    metric_words.KEPT.en,
    "track",
    help=metric_words.KEPT_HINT,
    key=PLAN.key,
    filled_in=False,
)
KEPT_REPORTS: Final = Table(
    "kept_reports",
    KeptReportRow,
    (words.WEEKS.zh, *words.WEEKS_BEFORE),
    words.WEEKS.en,
    "track",
    help=words.WEEKS_HINT,
    key=("employee_id", "person", "product", "week"),
    filled_in=False,
)
KEPT_REST: Final = Table(
    "kept_rest",
    KeptRestRow,
    (words.KEPT_REST.zh,),
    words.KEPT_REST.en,
    "track",
    help=words.KEPT_REST_HINT,
    key=("order",),
    filled_in=False,
)
KEPT_UNREAD: Final = Table(
    "kept_unread",
    KeptUnreadRow,
    (words.KEPT_UNREAD.zh,),
    words.KEPT_UNREAD.en,
    "track",
    help=words.KEPT_UNREAD_HINT,
    key=("source_file", "source_sheet", "source_row"),
    filled_in=False,
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
SHOWN: Final = Table(
    "shown",
    ShownRow,
    (words.MONTHLY.zh,),
    words.MONTHLY.en,
    "track",
    key=MONTHLY.key,
    filled_in=False,
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
