"""The tables of tracking: monthly figures, weekly reports, orders, collections, strategies and self-checks."""

from salescli.track.tables.columns import SUBMITTED, WEEK
from salescli.track.tables.finance import FINANCE, FinanceRow
from salescli.track.tables.monthly import MONTHLY, TARGETS, MonthlyRow, MonthlyTargetRow, StatusChoice, check_monthly
from salescli.track.tables.orders import ORDERS, CustomerKind, OrderRow
from salescli.track.tables.selfcheck import SELFCHECK, SelfCheckRow, check_selfcheck
from salescli.track.tables.strategy import STRATEGY, Progress, StrategyRow
from salescli.track.tables.weekly import WEEKLY, WeeklyRow

TABLES = (MONTHLY, WEEKLY, SELFCHECK, ORDERS, FINANCE, STRATEGY)

__all__ = [
    "FINANCE",
    "MONTHLY",
    "ORDERS",
    "SELFCHECK",
    "STRATEGY",
    "SUBMITTED",
    "TABLES",
    "TARGETS",
    "WEEK",
    "WEEKLY",
    "CustomerKind",
    "FinanceRow",
    "MonthlyRow",
    "MonthlyTargetRow",
    "OrderRow",
    "Progress",
    "SelfCheckRow",
    "StatusChoice",
    "StrategyRow",
    "WeeklyRow",
    "check_monthly",
    "check_selfcheck",
]
