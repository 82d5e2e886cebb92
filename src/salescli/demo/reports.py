"""A quarter of weekly reports, drawn from the plan: each person's targets, their habit of success, and chance.

The figures follow a story that the later steps can find again: 华东 is ahead, B产品 in 华南 is slack, a new hire is
finding his feet, and a few people stand out on either side.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.demo import company
from salescli.demo.chance import between, draw, whole
from salescli.demo.company import Cells
from salescli.measure.period import Month, Week
from salescli.measure.rounding import half_up
from salescli.measure.workdays import Workdays

ROUNDED_TO: Final = 100
"""Yuan that reported amounts are rounded to."""

_CALENDAR: Final = Workdays()

_SUCCESS: Final[Mapping[str, str]] = {
    "陈思远": "1.12", "林晓彤": "1.27", "周子昂": "1.05", "徐梦洁": "0.97", "许文博": "0.86", "沈浩然": "1.17",
    "顾佳怡": "1.03", "陆一鸣": "1.08", "黄志强": "0.94", "梁婉仪": "1.07", "何俊杰": "0.93", "罗嘉欣": "0.72",
    "邓伟豪": "0.66", "谢紫琪": "1.02", "王建国": "0.99", "李雪": "1.15", "刘洋": "0.76", "赵磊": "0.97",
    "孙悦": "0.91", "郭明轩": "1.06", "杨帆": "1.08", "唐诗雨": "1.23", "蒋川": "0.88", "廖静": "1.01",
}  # fmt: skip
"""How much of the target each person tends to sell."""

_DEAL_SIZE: Final = {company.INSTRUMENTS: 62_000, company.CONSUMABLES: 41_000, company.SERVICE: 34_000}
"""What a usual deal of a product line amounts to, in yuan."""

_EXCUSES: Final = ("大客户预算推迟到下月", "竞品降价，报价未通过", "客户采购负责人更换", "技术方案仍在评审")


@dataclass(frozen=True, slots=True)
class Target:
    """What one person is to reach in a month with one product line."""

    month: Month
    region: str
    product: str
    employee_id: str
    person: str
    sales: Decimal
    new_customers: int


@dataclass(frozen=True, slots=True)
class Report:
    """One region's weekly report as a file: its name, and its rows."""

    name: str
    region: str
    week: Week
    rows: tuple[Cells, ...]


def weekly_reports(targets: Iterable[Target]) -> tuple[Report, ...]:
    """One report a region and working week, the regions in their order and the weeks in theirs."""
    rows: defaultdict[tuple[str, Week], list[Cells]] = defaultdict(list)
    for target in targets:
        for week, share in working_weeks(target.month):
            rows[target.region, week].append(_row(target, week, share))
    order = sorted(rows, key=lambda item: (company.REGIONS.index(item[0]), item[1]))
    return tuple(Report(report_name(*key), *key, tuple(rows[key])) for key in order)


def report_name(region: str, week: Week, remark: str = "") -> str:
    """The file name of a region's report."""
    return f"{region}_{week}{remark}.xlsx"


def working_weeks(month: Month) -> Iterator[tuple[Week, Fraction]]:
    """The weeks that begin in `month` and have working days in it, each with its share of those days."""
    days = {
        piece.week: _CALENDAR.total(piece)
        for piece in month.weeks()
        if piece.week.month == month and _CALENDAR.total(piece)
    }
    for week, count in days.items():
        yield week, Fraction(count, sum(days.values()))


def _row(target: Target, week: Week, share: Fraction) -> Cells:
    """What a person reports of one week; `share` is the week's part of the month."""
    about = (target.employee_id, target.product, week)
    success = Fraction(_SUCCESS[target.person])
    expected = Fraction(target.sales) * share
    sales = _rounded(expected * success * between(Fraction(7, 10), Fraction(13, 10), "sales", *about))
    deals = max(1, int(half_up(Fraction(sales, _DEAL_SIZE[target.product]), 0)))
    demos = deals + whole(0, 2, "demos", *about)
    proposals = demos + whole(1, 3, "proposals", *about)
    visits = proposals + whole(1, 5, "visits", *about)
    wished = target.new_customers * share * success
    return {
        "week": week.monday,
        "month": str(target.month),
        "region": target.region,
        "product": target.product,
        "employee_id": target.employee_id,
        "person": target.person,
        "leads": visits + whole(1, 6, "leads", *about),
        "follow_ups": visits + whole(2, 9, "follow-ups", *about),
        "visits": visits,
        "proposals": proposals,
        "demos": demos,
        "deals": deals,
        "sales": sales,
        "collected": _rounded(sales * between(Fraction(84, 100), Fraction(99, 100), "collected", *about)),
        "new_customers": min(deals, int(wished + draw("new customers", *about))),
        "reason": _EXCUSES[whole(0, 3, "reason", *about)] if sales < expected * Fraction(8, 10) else None,
        "submitted": _submitted(week, target.employee_id),
    }


def _rounded(amount: Fraction) -> int:
    return int(half_up(amount / ROUNDED_TO, 0)) * ROUNDED_TO


def _submitted(week: Week, employee_id: str) -> datetime:
    """Friday afternoon before five; on the quarter's last day where the week goes beyond it."""
    day: date = min(week.monday + timedelta(days=4), company.AS_OF)
    return datetime.combine(day, time(14)) + timedelta(minutes=whole(0, 175, "submitted", employee_id, week))
