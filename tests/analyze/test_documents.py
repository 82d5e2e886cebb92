"""The documents' own figures come out of their own texts, in JSON and in the written cells."""

from pathlib import Path
from typing import Any

import pytest

from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.analyze.documents import METRICS, SHEETS, STATUS, TRACKING, run, said
from tests.sheets import written

METRIC_FIGURES = {
    "销售总额": ("1500000.00", "1420000.00", "0.946667", "near", "-0.083000", "0.052000"),
    "新客户数量": ("30", "24", "0.800000", "near", "-0.100000", "0.150000"),
    "平均客单价": ("50000.00", "52000.00", "1.040000", "exceeded", "0.030000", "0.080000"),
}
"""Target, actual, achievement, status, and the changes as the documents state them."""

STATUS_FIGURES = {
    "销售总额": ("200000.00", "0.200000", "target"),
    "客户转化率": ("0.040000", "0.333333", "current"),
    "老客复购率": ("0.050000", "0.250000", "current"),
    "新客获取成本": ("100.00", "0.250000", "target"),
}
"""Gap, gap rate, and the base that reproduces the stated rate."""


def result(tmp_path: Path, sheets: dict[str, str]) -> dict[str, Any]:
    outcome = run(tmp_path, sheets)
    document: dict[str, Any] = outcome.document(Lang.EN)["result"]
    return document


@pytest.mark.parametrize("name", METRIC_FIGURES)
def test_the_august_metrics(tmp_path: Path, name: str) -> None:
    rows = {row["metric"]: row for row in result(tmp_path, {"业绩达成分析表": METRICS})["metrics"]}
    row = rows[name]
    keys = ("target", "actual", "achievement", "status", "mom", "yoy")
    assert tuple(row[key] for key in keys) == METRIC_FIGURES[name]
    assert (row["scope"], row["mom_stated"], row["yoy_stated"]) == ("team", True, True)


def test_what_is_stated_and_cannot_be_checked_is_noted_at_its_cell(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"业绩达成分析表": METRICS})
    assert said(outcome) == [("stated-unchecked", cell) for cell in ("E2", "F2", "E3", "F3", "E4", "F4")]


@pytest.mark.parametrize("name", STATUS_FIGURES)
def test_the_present_state(tmp_path: Path, name: str) -> None:
    rows = {row["metric"]: row for row in result(tmp_path, {"业绩现状分析表": STATUS})["status"]}
    assert tuple(rows[name][key] for key in ("gap", "gap_rate", "stated_base")) == STATUS_FIGURES[name]


def test_two_of_the_four_stated_gap_rates_divide_by_the_current_value(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"业绩现状分析表": STATUS})
    assert said(outcome, Severity.WARNING) == [("stated-differs", "E3"), ("stated-differs", "E4")]
    texts = [item.message(Lang.EN) for item in outcome.problems if item.severity is Severity.WARNING]
    assert all("gap ÷ current value" in text for text in texts)
    assert "50.0%" in texts[0]
    assert "33.3%" in texts[1]


def test_the_change_from_july_to_august_by_month(tmp_path: Path) -> None:
    rows = result(tmp_path, {"月度目标分解与跟踪表": TRACKING})["metrics"]
    team = next(row for row in rows if (row["metric"], row["scope"]) == ("销售额", "team"))
    assert (team["previous"], team["actual"], team["mom"]) == ("1200000.00", "1100000.00", "-0.083333")
    assert (team["mom_stated"], team["month"]) == (False, "2026-08")


def test_the_change_from_july_to_august_in_the_metrics_table(tmp_path: Path) -> None:
    table = "| 指标 | 团队目标 | 团队实际 | 上期实际 | 环比 |\n| 销售总额 | 150万 | 110万元 | 1,200,000 | -8.3% |"
    outcome = run(tmp_path, {"业绩达成分析表": table})
    assert outcome.document(Lang.EN)["result"]["metrics"][0]["mom"] == "-0.083333"
    assert said(outcome, Severity.WARNING) == []


def test_the_written_cells_hold_the_figures(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    run(tmp_path, SHEETS, output=output)
    table = written(output, "业绩达成分析表")
    head = next(row for row in table if row[0] == "指标")
    row = dict(zip(head, next(row for row in table if row[0] == "平均客单价"), strict=True))
    assert (row["团队目标"], row["团队实际"], row["单位"]) == (50000, 52000, "元")
    assert (row["达成率(%)"], row["状态"], row["环比变化(%)"]) == (1.04, "超额达标", 0.03)
    assert row["主要影响因素"] == "重点客户追加订单"
    assert row["说明"] == "环比、同比为填报值，缺少对比数据，未经核算"
    state = written(output, "业绩现状分析表")
    head = next(row for row in state if row[0] == "指标名称")
    row = dict(zip(head, next(row for row in state if row[0] == "客户转化率"), strict=True))
    assert (row["差距值"], row["差距率"]) == (0.04, pytest.approx(1 / 3))
    assert row["说明"] == "填写的差距率 50.0% 是差距÷当前值（50.0%）；此处为差距÷目标值"
