"""The funnel: conversion of each stage, stages past their standard, and stages after an empty one."""

from pathlib import Path

from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.analyze.documents import FUNNEL, run, said


def test_conversion_and_overdue_stages(tmp_path: Path) -> None:
    rows = run(tmp_path, {"销售漏斗": FUNNEL}).document(Lang.EN)["result"]["funnel"]
    assert [(row["stage"], row["count"], row["rate"], row["overdue_days"]) for row in rows] == [
        ("意向客户", 200, None, None),
        ("需求确认", 120, "0.600000", None),
        ("方案提供", 60, "0.500000", "2"),
        ("商务谈判", 30, "0.500000", None),
        ("成交客户", 6, "0.200000", None),
    ]
    assert {row["needed"] for row in rows} == {None}


def test_a_stage_after_an_empty_one(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"销售漏斗": "| 阶段 | 客户数 |\n| 意向 | 5 |\n| 方案 | 0 |\n| 成交 | 0 |"})
    rows = outcome.document(Lang.EN)["result"]["funnel"]
    assert [row["rate"] for row in rows] == [None, "0.000000", None]
    assert said(outcome) == [("no-previous-stage", "B4")]


def test_a_stated_conversion_that_differs(tmp_path: Path) -> None:
    table = "| 阶段 | 客户数 | 转化率 |\n| 意向 | 200 |  |\n| 方案 | 120 | 65% |\n| 成交 | 60 | 50% |"
    assert said(run(tmp_path, {"销售漏斗": table}), Severity.WARNING) == [("stated-differs", "C3")]


def test_problems_and_customers_are_kept_and_it_is_said(tmp_path: Path) -> None:
    sheets = {
        "问题诊断表": "| 问题 | 影响(1-5) | 难度(1-5) |\n| 新客户转化率低 | 5 | 2 |",
        "客户分层表": "| 客户 | 年贡献(元) |\n| 甲公司 | 120万 |\n| 乙公司 | 9.5万 |",
    }
    outcome = run(tmp_path, sheets)
    assert outcome.document(Lang.EN)["result"]["kept"] == {"problems": 1, "customers": 2}
    assert said(outcome) == [("kept-as-read", None)] * 2


def test_a_workbook_with_none_of_the_tables(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"通讯录": "| 姓名 | 电话 |\n| 小张 | 1 |"})
    assert outcome.blocked
    assert said(outcome) == [("nothing-to-analyze", None)]
    text = outcome.problems[0].message(Lang.EN)
    assert all(name in text for name in ("Monthly tracking", "Metrics", "Present state", "Funnel", "通讯录"))
