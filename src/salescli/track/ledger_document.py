"""Orders, pending orders and the reconciliation as JSON."""

from collections.abc import Sequence
from typing import Any

from salescli.measure.money import money_text
from salescli.measure.period import Month
from salescli.measure.ratio import ratio_text
from salescli.track.account import Excluded
from salescli.track.finance import Finance
from salescli.track.order_figures import DealView, deal_views
from salescli.track.order_merge import Orders
from salescli.track.orders import Deal
from salescli.track.reconcile import Comparison
from salescli.track.report import Report


def ledger_document(
    orders: Orders | None,
    finance: Finance | None,
    compared: Sequence[Comparison],
    reports: Sequence[Report],
    months: Sequence[Month],
) -> dict[str, Any]:
    """The keys `orders`, `pending` and `reconcile`, and `finance`; each is there once its input was given.

    `reconcile` lists the differences alone.
    """
    document: dict[str, Any] = {}
    if orders is not None:
        document["orders"] = {
            "collected_share": ratio_text(orders.share),
            "account": orders.account(),
            "excluded": [_left_out(item) for item in orders.excluded],
            "views": [_view(view) for view in views_of(orders, reports, months)],
        }
        document["pending"] = [_pending(deal) for deal in orders.pending]
    if finance is not None:
        document["finance"] = {
            "account": finance.account(),
            "excluded": [_left_out(item) for item in finance.excluded],
            "unknown_orders": _strange(finance),
        }
    if orders is not None or finance is not None:
        document["reconcile"] = [_comparison(item) for item in compared if not item.agrees]
    return document


def views_of(orders: Orders, reports: Sequence[Report], months: Sequence[Month]) -> tuple[DealView, ...]:
    """The orders' figures over `months`, worked out once for screen, document and workbook."""
    key = (id(reports), tuple(months))
    if key not in orders.reckoned:
        wanted = set(months)
        told = [report for report in reports if report.month in wanted]
        views = deal_views(orders.within(wanted), told, orders.planned)
        orders.reckoned[key] = (reports, views)
    found: tuple[DealView, ...] = orders.reckoned[key][1]
    return found


def _view(view: DealView) -> dict[str, Any]:
    figures = view.figures
    return {
        "scope": view.scope.value,
        "name": view.name,
        "employee_id": view.employee_id,
        "region": view.region,
        "deals": figures.deals,
        "amount": money_text(figures.amount),
        "refunds": money_text(figures.refunds),
        "net": money_text(figures.net),
        "average": money_text(figures.average),
        "leads": figures.leads,
        "win_rate_deals": figures.led,
        "win_rate": ratio_text(figures.win_rate),
        "customers": figures.customers,
        "repeat_customers": figures.repeat_customers,
        "repurchase": ratio_text(figures.repurchase),
        "margin": ratio_text(figures.margin),
        "margin_deals": figures.priced,
        "cycle_days": ratio_text(figures.cycle),
        "cycle_deals": figures.cycled,
        "pending": figures.pending,
        "pending_amount": money_text(figures.pending_amount),
        "pending_needed": money_text(figures.needed),
        "absent": {key: why.value for key, why in figures.absent.items()},
    }


def _pending(deal: Deal) -> dict[str, Any]:
    place = deal.row.at()
    return {
        "order_id": deal.row.order_id,
        "signed": deal.row.signed.isoformat(),
        "month": str(deal.month),
        "region": deal.slot.region,
        "product": deal.product,
        "employee_id": deal.person.employee_id,
        "person": deal.person.name,
        "customer": deal.row.customer,
        "amount": money_text(deal.row.amount),
        "collected": money_text(deal.row.collected),
        "collected_share": ratio_text(deal.collected_share),
        "needed": money_text(deal.needed),
        "file": place.file,
        "row": None if deal.row.source is None else deal.row.source.row,
    }


def _left_out(item: Excluded) -> dict[str, Any]:
    return {
        "reason": item.reason.value,
        "file": item.place.file,
        "sheet": item.place.sheet,
        "row": item.row,
        "person": item.person,
        "amount": money_text(item.sales),
    }


def _strange(finance: Finance) -> list[dict[str, Any]]:
    return [
        {
            "order_id": receipt.row.order_id,
            "received": receipt.row.received.isoformat(),
            "person": receipt.who.name,
            "collected": money_text(receipt.row.collected),
        }
        for receipt in finance.strange_orders
    ]


def _comparison(item: Comparison) -> dict[str, Any]:
    return {
        "matter": item.matter.value,
        "month": str(item.month),
        "region": item.region or None,
        "employee_id": item.person.employee_id,
        "person": item.person.name,
        "reported": money_text(item.reported),
        "other": money_text(item.other),
        "difference": money_text(item.difference),
        "pending": money_text(item.waiting),
    }
