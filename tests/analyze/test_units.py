"""Figures of one row in one unit: from the cell, from the unit column, or from the metric's name."""

from pathlib import Path

import pytest

from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.analyze.documents import run, said

HEAD = "| 指标 | 单位 | 团队目标 | 团队实际 |\n"


@pytest.mark.parametrize(
    ("row", "target", "actual", "unit"),
    [
        ("| 新客户数 |  | 30家 | 24 |", "30", "24", "家"),
        ("| 新客户数 | 家 | 30 | 24 |", "30", "24", "家"),
        ("| 销售额 | 万元 | 150 | 142.5 |", "1500000.00", "1425000.00", "元"),
        ("| 销售额 |  | 150万 | 1,425,000 |", "1500000.00", "1425000.00", "元"),
        ("| 新客获取成本 | 元/个 | 400 | 500元/个 |", "400.00", "500.00", "元/个"),
        ("| 转化率 |  | 12% | 0.08 |", "0.120000", "0.080000", None),
        ("| 响应时间 |  | 24小时 | 36小时 |", "24", "36", "小时"),
    ],
)
def test_units(tmp_path: Path, row: str, target: str, actual: str, unit: str | None) -> None:
    outcome = run(tmp_path, {"业绩达成分析表": HEAD + row})
    found = outcome.document(Lang.EN)["result"]["metrics"][0]
    assert (found["target"], found["actual"], found["unit"]) == (target, actual, unit)


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        ("| 新客户 |  | 30家 | 24万元 |", "units-differ", "C2"),
        ("| 新客户 | 家 | 30% | 24% |", "units-differ", "D2"),
        ("| 转化率 |  | 12% | 80 |", "ambiguous-ratio", "D2"),
        ("| 销售额 | 万元 | 150 | 1,425,000 |", "scaled-twice", "D2"),
    ],
)
def test_figures_nobody_can_compare(tmp_path: Path, row: str, code: str, cell: str) -> None:
    outcome = run(tmp_path, {"业绩达成分析表": HEAD + row})
    assert outcome.blocked
    assert said(outcome, Severity.ERROR) == [(code, cell)]


def test_a_metric_that_stands_there_twice(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"业绩达成分析表": HEAD + "| 销售额 |  | 1 | 1 |\n| 销售额 |  | 2 | 2 |"})
    assert said(outcome, Severity.ERROR) == [("repeated-metric", "A3")]


def test_the_state_of_a_metric_in_ten_thousands(tmp_path: Path) -> None:
    table = "| 指标名称 | 单位 | 当前值 | 年度目标值 | 差距值 |\n| 销售总额 | 万元 | 80 | 100 | 20 |"
    outcome = run(tmp_path, {"业绩现状分析表": table})
    found = outcome.document(Lang.EN)["result"]["status"][0]
    assert (found["current"], found["gap"], found["gap_rate"]) == ("800000.00", "200000.00", "0.200000")
    assert said(outcome) == []


def test_a_target_that_is_reached_leaves_no_gap(tmp_path: Path) -> None:
    table = "| 指标名称 | 当前值 | 年度目标值 |\n| 销售总额 | 120万 | 100万 |\n| 获客成本 | 300元 | 400元 |"
    found = run(tmp_path, {"业绩现状分析表": table}).document(Lang.EN)["result"]["status"]
    assert [(row["gap"], row["gap_rate"]) for row in found] == [("0.00", "0.000000")] * 2
