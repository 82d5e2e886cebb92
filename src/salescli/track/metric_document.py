"""The plan's other metrics as JSON."""

from typing import Any

from salescli.measure.achievement import Thresholds
from salescli.measure.metric import figure_text
from salescli.measure.money import money_text
from salescli.measure.ratio import ratio_text
from salescli.track.metrics import Metric, MetricRow, Metrics
from salescli.track.readings import Reading


def metric_document(metrics: Metrics | None, lights: Thresholds) -> dict[str, Any]:
    """The key `metrics`; it is not there for a plan of sales alone."""
    if metrics is None:
        return {}
    totals = [_totals(metric, metrics, lights) for metric in metrics.tracked]
    return {
        "metrics": {
            "totals": [item for own in totals for item in own],
            "rows": [_row(row, lights) for metric in metrics.tracked for row in metric.rows],
            "untracked": [
                {"metric": item.name, "why": "unknown" if item.gauge is None else "no_data"}
                for item in metrics.untracked
            ],
        }
    }


def _totals(metric: Metric, metrics: Metrics, lights: Thresholds) -> list[dict[str, Any]]:
    """Each month's team, all months', and each region's of the last month."""
    last = metrics.months[-1:]

    def line(scope: str, name: str | None, period: str | None, reading: Reading) -> dict[str, Any]:
        return {"metric": metric.name, "scope": scope, "name": name, "period": period, **_figures(reading, lights)}

    found = [line("team", None, str(month), metric.total([month])) for month in metrics.months]
    found.append(line("team", None, None, metric.total(metrics.months)))
    found += [line("region", name, str(last[0]), metric.of_region(name, last)) for name in metric.regions]
    basis = [item.value for item in metric.bases(metrics.months)]
    return [{**item, "from": basis, "target_from": metric.origin.value} for item in found]


def _row(row: MetricRow, lights: Thresholds) -> dict[str, Any]:
    return {
        "metric": row.metric,
        "month": str(row.month),
        "region": row.slot.region,
        "product": row.slot.product,
        "employee_id": row.person.employee_id,
        "person": row.person.name,
        **_figures(row.reading, lights),
    }


def _figures(reading: Reading, lights: Thresholds) -> dict[str, Any]:
    measure = reading.gauge.measure
    return {
        "target": figure_text(reading.target, measure),
        "actual": figure_text(reading.actual, measure),
        "achievement": ratio_text(reading.achievement),
        "variance": figure_text(reading.variance, measure),
        "status": reading.status(lights).value,
        "part": money_text(reading.part) if reading.gauge.ratio else None,
        "whole": money_text(reading.whole) if reading.gauge.ratio else None,
    }
