"""What a tracking run found: the whole truth, of which screen, JSON and workbook are renderings."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from salescli.measure.achievement import DEFAULT_THRESHOLDS, Thresholds
from salescli.measure.money import money_text
from salescli.measure.period import Month
from salescli.measure.ratio import ratio_text
from salescli.track.account import Account, Excluded, Reason
from salescli.track.board import Board, board_of
from salescli.track.figures import NOTHING, Figures, TrackedRow, total
from salescli.track.finance import Finance
from salescli.track.goals import NO_GOALS, Goals
from salescli.track.ledger_document import ledger_document
from salescli.track.metric_document import metric_document
from salescli.track.metrics import Metrics
from salescli.track.order_merge import Orders
from salescli.track.outlook import Outlook
from salescli.track.punctual import Late, Missing
from salescli.track.reconcile import Comparison
from salescli.track.report import Report
from salescli.track.tables import WeeklyRow
from salescli.track.unread import Unread


@dataclass(frozen=True)
class TrackResult:
    """`months` are those covered, none for a table without months; `as_of` is None where no reports were read.

    `read` are all report rows that could be read, in their order, `unread` those that could not.
    """

    rows: tuple[TrackedRow, ...]
    months: tuple[Month, ...]
    account: Account
    excluded: tuple[Excluded, ...] = ()
    reports: tuple[Report, ...] = ()
    missing: tuple[Missing, ...] = ()
    late: tuple[Late, ...] = ()
    as_of: date | None = None
    goals: Goals = NO_GOALS
    thresholds: Thresholds = field(default=DEFAULT_THRESHOLDS)
    outlook: Outlook | None = None
    orders: Orders | None = None
    finance: Finance | None = None
    compared: tuple[Comparison, ...] = ()
    metrics: Metrics | None = None
    read: tuple[WeeklyRow, ...] = ()
    unread: tuple[Unread, ...] = ()

    @cached_property
    def silent(self) -> tuple[Month, ...]:
        """The months of which nobody told anything: no report, no order, no stated actual."""
        told = {row.month for row in self.rows if row.figures.told}
        return tuple(month for month in self.months if month not in told)

    @cached_property
    def told(self) -> tuple[Month, ...]:
        """The months with data, which totals speak of."""
        silent = set(self.silent)
        return tuple(month for month in self.months if month not in silent)

    @property
    def uncounted(self) -> Decimal:
        """The sales of report rows that somebody has to mend before they count, as far as they could be read."""
        rows = (item for item in self.excluded if item.unplanned or item.reason in (Reason.UNKNOWN, Reason.INVALID))
        return sum((item.sales for item in rows if item.sales is not None), NOTHING)

    @cached_property
    def totals(self) -> Figures:
        """Over all rows, of all months with data."""
        return total(row.figures for row in self.rows)

    @cached_property
    def board(self) -> Board:
        """The views of the last month."""
        return board_of(self.rows, self.months)

    def document(self) -> dict[str, Any]:
        """The result as JSON; `board` is the last month alone."""
        board = self.board
        return {
            "rows": [self._row(row) for row in self.rows],
            "totals": _totals(self.totals),
            "account": self.account.document(),
            "missing": [_absence(item) for item in self.missing],
            "late": [{**_absence(item), "submitted": item.submitted.isoformat()} for item in self.late],
            "uncounted_sales": money_text(self.uncounted),
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "months": [str(month) for month in self.months],
            "months_without_data": [str(month) for month in self.silent],
            "board": {
                "month": _text(board.month),
                **_totals(board.figures),
                "status": board.figures.status(self.thresholds).value,
            },
            "excluded": [_excluded(item) for item in self.excluded],
            **ledger_document(self.orders, self.finance, self.compared, self.reports, self.months),
            **metric_document(self.metrics, self.thresholds),
            **({} if self.outlook is None else self.outlook.document(self.thresholds)),
        }

    def _row(self, row: TrackedRow) -> dict[str, Any]:
        return {
            "month": _text(row.month),
            "region": row.region,
            "product": row.product,
            "employee_id": row.employee_id,
            "person": row.person,
            "target": money_text(row.figures.target),
            "actual": money_text(row.figures.actual),
            "collected": money_text(row.figures.collected),
            "achievement": ratio_text(row.figures.achievement),
            "variance": money_text(row.figures.variance),
            "status": row.figures.status(self.thresholds).value,
        }


def _totals(figures: Figures) -> dict[str, str | None]:
    return {
        "target": money_text(figures.target),
        "actual": money_text(figures.actual),
        "achievement": ratio_text(figures.achievement),
        "variance": money_text(figures.variance),
    }


def _absence(item: Missing | Late) -> dict[str, str | None]:
    return {
        "person": item.person.name,
        "week": str(item.week),
        "employee_id": item.person.employee_id,
        "region": item.region,
    }


def _excluded(item: Excluded) -> dict[str, Any]:
    return {
        "reason": item.reason.value,
        "file": item.place.file,
        "sheet": item.place.sheet,
        "row": item.row,
        "person": item.person,
        "week": _text(item.week),
        "sales": money_text(item.sales),
        "counted_instead": money_text(item.counted),
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
