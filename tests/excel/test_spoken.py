"""The language of a workbook is that of its headers, not of the names below them."""

from pathlib import Path

import pytest

from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.excel.source import SourceWorkbook
from salescli.words.language import Lang
from tests.parity import opened
from tests.sheets import workbook, written

ENGLISH = """
| Month | Region | Product line | Salesperson | Monthly target (CNY) | Actual to date (CNY) |
| 2026-07 | 华东 | A产品 | 张三 | 1,000 | 700 |
| 2026-07 | 华西 | B产品 | 李四 | 1,000 | 900 |
"""
CHINESE = """
| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2026-07 | East | Zhang | 1,000 | 700 |
"""


@pytest.mark.parametrize(
    ("sheets", "lang"),
    [
        ({"Monthly tracking": ENGLISH}, Lang.EN),
        ({"七月": ENGLISH}, Lang.EN),
        ({"Monthly tracking": "| 七月销售情况 |\n|  |\n" + ENGLISH.strip()}, Lang.EN),  # a title is no header
        ({"Monthly tracking": CHINESE}, Lang.ZH),
        ({"data": "| a note |\n" * 25 + CHINESE.strip()}, Lang.ZH),  # far below notes
        ({"Sheet1": "| 月份 | GMV | ROI |\n| 2026-07 | 1 | 2 |"}, Lang.ZH),
        ({"Monthly tracking": ENGLISH, "草稿": "| 备注 | 电话 |"}, Lang.EN),
        ({"空": "| 1 | 2 |"}, Lang.ZH),
        ({"empty": "| 1 | 2 |"}, Lang.EN),
    ],
)
def test_headers_tell_the_language(tmp_path: Path, sheets: dict[str, str], lang: Lang) -> None:
    assert SourceWorkbook(workbook(tmp_path / "in.xlsx", sheets)).lang is lang


def test_english_tables_of_chinese_names_are_answered_in_english(tmp_path: Path) -> None:
    metrics = """
| Metric | Team target | Team actual | Previous actual |
| Sales | 1,500,000 | 1,420,000 | 1,500,000 |
"""
    sheets = {"Monthly tracking": ENGLISH, "Metrics": metrics}
    output = tmp_path / "out.xlsx"
    outcome = analyze(workbook(tmp_path / "in.xlsx", sheets), output, options=AnalyzeOptions())
    assert not outcome.blocked, [item.message(Lang.EN) for item in outcome.problems]
    names = opened(output).sheetnames
    assert all(name.isascii() for name in names), names
    rows = written(output, "Metrics")
    head = next(row for row in rows if row[0] == "Metric")
    assert {row[head.index("Unit")] for row in rows[rows.index(head) + 1 :] if row[1]} == {"CNY"}
