"""The tables of a small company, and running a split over them through real files."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from salescli.excel.intake import RunOptions
from salescli.split.hedge import parse_hedge
from salescli.split.result import SplitResult
from salescli.split.run import SplitOptions, split
from salescli.split.weights import parse_blend
from salescli.table.config import Config
from salescli.table.outcome import Outcome
from salescli.words.language import Lang
from tests.sheets import workbook

GOALS = """
| 指标 | 年度 | 目标值 | 单位 | 取整单位 |
| 销售额 | 2026年 | 10亿 | 元 | 1 |
"""
SHARES = """
| 维度 | 名称 | 占比(%) | 锁定目标(元) | 去年实际(元) |
| 区域 | 华东 | 40% | | |
| 区域 | 华南 | 30% | | |
| 区域 | 华北 | 30% | | |
| 产品线 | A产品 | 60% | | |
| 产品线 | B产品 | 40% | | |
"""
ROSTER = """
| 工号 | 销售员 | 区域 | 产品线 | 去年实际(元) | 能力系数 |
| S001 | 小张 | 华东 | A产品 | 84000000 | 1.1 |
| S002 | 小李 | 华东 | A产品、B产品 | 60000000 | 0.9 |
| S003 | 小王 | 华南 | | 33000000 | 1 |
| S004 | 小赵 | 华南 | B产品 | 11000000 | 1 |
| S005 | 小钱 | 华北 | A产品 | 45000000 | 1.2 |
| S006 | 小孙 | 华北 | | 52000000 | 1 |
"""
FUNNEL = """
| 环节 | 转化率(%) | 客单价(元) |
| 线索 | 35% | |
| 客户拜访 | 45% | |
| 方案提交 | 30% | |
| 成交 | | 50000 |
"""
COMPANY = {"年度目标": GOALS, "分解维度": SHARES, "销售员名册": ROSTER}


def run(
    folder: Path,
    sheets: Mapping[str, str],
    *,
    weights: str | None = None,
    unit: str | None = None,
    output: Path | None = None,
    sheet: str | None = None,
    skip_invalid: bool = False,
    hedge: str | None = None,
    lines: bool = False,
    config: Config | None = None,
) -> Outcome[SplitResult]:
    """Write the tables as a workbook, and split it."""
    path = workbook(folder / "targets.xlsx", sheets)
    options = SplitOptions(
        None if weights is None else parse_blend(weights),
        None if unit is None else Decimal(unit),
        {} if hedge is None else parse_hedge(hedge),
        lines,
    )
    shared = RunOptions(config=config or Config(), sheet=sheet, force=True, skip_invalid=skip_invalid)
    return split(path, output, options=options, run=shared)


def plan(outcome: Outcome[SplitResult]) -> SplitResult:
    """The result of a run that must have succeeded, with every level tied."""
    assert not outcome.blocked, [item.message(Lang.EN) for item in outcome.problems]
    assert outcome.result is not None
    assert outcome.result.tied
    return outcome.result


def amounts(result: SplitResult, level: str, metric: str = "销售额") -> dict[str, str]:
    """What one level of a goal comes to, added up from the leaves."""
    found = result.document()["checks"]
    prefix = f"{level}:"
    return {
        item["name"].removeprefix(prefix): item["actual"]
        for item in found
        if item["metric"] == metric and item["name"].startswith(prefix)
    }


def said(outcome: Outcome[SplitResult]) -> list[tuple[str, str | None, str | None]]:
    """Code, sheet and cell of every finding that is more than a note."""
    return [
        (item.code.name, item.place.sheet, item.place.cell)
        for item in outcome.problems
        if item.severity.value != "note"
    ]


def notes(outcome: Outcome[SplitResult]) -> list[str]:
    return [item.code.name for item in outcome.problems if item.severity.value == "note"]
