"""The analysis workbook: it reads back as the same tables, its formulas agree, and it hides nothing."""

from pathlib import Path
from typing import Any

import pytest

from salescli.analyze.run import analyze
from salescli.excel.intake import RunOptions
from salescli.excel.source import SourceWorkbook
from salescli.table.config import Config, ThresholdKeys
from salescli.table.problem import Severity
from salescli.table.table import Table
from salescli.track.tables import MONTHLY, ORDERS, WEEKLY
from salescli.words.language import Lang
from tests.analyze.company import COMPANY, analyzed
from tests.analyze.documents import HEAD, MONTHLY_HEAD, SHEETS, metrics, run, said
from tests.parity import assert_parity, formulas, opened
from tests.sheets import written

KEPT = {
    "问题诊断表": "| 问题 | 影响(1-5) | 难度(1-5) | 为什么1 |\n| 新客户转化率低 | 5 | 2 | +响应慢 |",
    "客户分层表": "| 客户 | 年贡献(元) | 最近联系日期 |\n| 甲公司 | 120万 | 2026-08-10 |",
}
ODD = {
    "业绩达成分析表": HEAD
    + "| 客户转化率 | 12% | 9.6% | 8% | 0 |\n| 新客获取成本 | 400元/个 | 500元/个 | 450元/个 | -3元/个 |\n"
    + "| 满意度得分 | 0 | 4.5分 |  |  |\n| 退货率 | 2% | 0% | 1% | 1% |",
    "业绩现状分析表": "| 指标名称 | 当前值 | 年度目标值 |\n| 转化率 | 8.1% | 12% |\n"
    + "| 成本 | 300元 | 400元 |\n| 客户数 | 3 | 0 |",
    "月度目标分解与跟踪表": MONTHLY_HEAD
    + "| 2026-07 | 华东 |  |  | 小张 | 0 | -50.05 |\n| 2026-08 | 华东 |  |  | 小张 | 0 | 0.1 |\n"
    + "| 2026-08 | 华南 | B |  | 小李 | 0.3 | 0.24 |",
}
"""Zero, negative and missing bases; lower is better; a figure exactly on the line (0.24 of 0.3)."""


def test_what_is_written_reads_back_as_the_same_tables(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    first = run(
        tmp_path, {key: text for key, text in SHEETS.items() if key != "月度目标分解与跟踪表"} | KEPT, output=output
    )
    again = analyze(output, tmp_path / "再分析.xlsx", run=RunOptions())
    one, other = first.document(Lang.EN)["result"], again.document(Lang.EN)["result"]
    for row in (*one["status"], *other["status"]):
        row.pop("stated_gap_rate"), row.pop("stated_base")
    for row in (*one["sources"], *other["sources"]):
        row.pop("file")
    assert one == other
    assert {name for name, _ in said(again)} == {"stated-unchecked"}
    assert said(again, Severity.WARNING) == []


@pytest.mark.parametrize("table", [MONTHLY, WEEKLY, ORDERS], ids=lambda table: table.name)
def test_no_sheet_of_it_can_be_taken_for_a_tracking_table(tmp_path: Path, table: Table[Any]) -> None:
    output = tmp_path / "分析.xlsx"
    analyzed(tmp_path, COMPANY, output=output)
    assert SourceWorkbook(output).find(table) is None


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    sheets = {"业绩达成分析表": "| 指标 | 团队目标 | 团队实际 | 主要影响因素 |\n| 销售额 | 10 | 8 | +华南下滑 |"}
    run(tmp_path, sheets, output=output)
    cells = [cell for row in opened(output)["业绩达成分析表"].iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "+华南下滑"] == ["s"]


def test_derived_figures_are_live(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    run(tmp_path, SHEETS, output=output)
    live = formulas(output)
    rates = [value for address, value in live["业绩现状分析表"].items() if address.startswith("G")]
    assert rates == pytest.approx([1 / 5, 1 / 3, 1 / 4, 1 / 4])
    assert live["目录"]  # the conclusions refer to the sheets they come from
    regions = [row for row in written(output, "区域对比") if row[0] == "团队合计"]
    assert regions[0][1:5] == [1_700_000, 1_100_000, pytest.approx(11 / 17), "未达标"]
    assert regions[0][7] == -100_000


def test_the_contents_name_every_sheet(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    analyzed(tmp_path, COMPANY, output=output)
    names = opened(output).sheetnames
    listed = {row[0] for row in written(output, "目录")}
    assert names[0] == "目录"
    assert set(names[1:]) <= listed


def test_the_house_moves_the_lines(tmp_path: Path) -> None:
    config = Config(thresholds=ThresholdKeys(near=0.5, exceeded=0.9))
    output = tmp_path / "分析.xlsx"
    outcome = run(tmp_path, SHEETS, output=output, options=RunOptions(config=config, force=True))
    assert metrics(outcome)["销售总额", "team"].status.value == "exceeded"
    again = analyze(output, run=RunOptions(config=config))
    assert said(again, Severity.WARNING) == []
    assert said(analyze(output), Severity.WARNING)[0][0] == "stated-differs"


def test_invalid_rows_are_left_out_only_when_asked_and_then_listed(tmp_path: Path) -> None:
    sheets = {"业绩达成分析表": "| 指标 | 团队目标 | 团队实际 |\n| 销售额 | 10 | 8 |\n| 新客户 | 很多 | 3 |"}
    output = tmp_path / "分析.xlsx"
    assert run(tmp_path, sheets, output=output).blocked
    assert not output.exists()
    outcome = run(tmp_path, sheets, output=output, options=RunOptions(skip_invalid=True))
    assert not outcome.blocked
    assert [name for name, _ in metrics(outcome)] == ["销售额"]
    assert any("3:3" in row for row in written(output, "问题清单"))


def test_an_english_workbook_is_answered_in_english(tmp_path: Path) -> None:
    output = tmp_path / "analysis.xlsx"
    sheets = {"Monthly tracking": "| Region | Salesperson | Monthly target | Actual |\n| East | Ann | 10 | 8 |"}
    outcome = run(tmp_path, sheets, output=output)
    assert metrics(outcome)["Sales", "region:East"].actual == 8
    assert "By region" in opened(output).sheetnames


@pytest.mark.parity
def test_the_formulas_agree(tmp_path: Path) -> None:
    usual, odd = tmp_path / "一" / "分析.xlsx", tmp_path / "二" / "分析.xlsx"
    run(tmp_path / "一", SHEETS | KEPT, output=usual)
    outcome = run(tmp_path / "二", ODD, output=odd)
    assert not outcome.blocked, said(outcome)
    whole, funnel = tmp_path / "三" / "分析.xlsx", tmp_path / "四" / "分析.xlsx"
    analyzed(tmp_path / "三", COMPANY, output=whole)
    empty = {"销售漏斗": "| 阶段 | 客户数 |\n| 意向 | 10 |\n| 方案 | 0 |\n| 成交 | 0 |"}
    analyzed(tmp_path / "四", empty, output=funnel)
    assert_parity(usual, odd, whole, funnel)
