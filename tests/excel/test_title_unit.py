"""Units of money from titles, from headers' brackets, and from signs in cells."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from salescli.analyze.tables import METRICS
from salescli.cli.app import app
from salescli.excel.records import Records
from salescli.excel.source import SourceWorkbook
from salescli.table.problem import Severity
from salescli.track.tables import MONTHLY, MonthlyRow
from salescli.words.language import Lang
from tests.sheets import workbook

HEADER = "| 区域 | 销售员 | 月度目标 | 累计实际 |"
ROW = "| 华东 | 小张 | 80 | 84.5 |"


def read(path: Path, text: str) -> Records[MonthlyRow]:
    records = SourceWorkbook(workbook(path / "book.xlsx", {"跟踪": text})).read(MONTHLY)
    assert records is not None
    return records


def said(records: Records[MonthlyRow]) -> list[tuple[str, str | None]]:
    return [(item.code.name, item.place.cell) for item in records.problems]


@pytest.mark.parametrize(
    ("above", "cell", "target", "actual"),
    [
        ("| 业绩表 |\n| 单位：万元 |", "A2", 800_000, 845_000),
        ("| 业绩表 |\n| | | | 金额单位：人民币万元 |\n", "D2", 800_000, 845_000),
        ("| 业绩表（单位：万元） |\n", "A1", 800_000, 845_000),
        ("| 单位： | | 千元 |", "A1", 80_000, 84_500),
        ("| 单位：人民币（百万元）  制表：小李 |", "A1", 80_000_000, 84_500_000),
        ("| 单位：家、亿元 |", "A1", 8_000_000_000, 8_450_000_000),
        ("| Sales (RMB'000) |", "A1", 80_000, 84_500),
        ("| Unit: 10k CNY |", "A1", 800_000, 845_000),
    ],
)
def test_the_unit_of_a_title_counts_where_headers_name_none(
    tmp_path: Path, above: str, cell: str, target: int, actual: int
) -> None:
    records = read(tmp_path, f"{above}\n{HEADER}\n{ROW}")
    (row,) = records.rows
    assert (int(row.target), int(row.actual)) == (target, actual)
    assert said(records) == [("unit-from-title", cell)]


def test_a_unit_beside_the_header(tmp_path: Path) -> None:
    records = read(tmp_path, f"{HEADER} | 单位：万元 |\n{ROW}")
    assert records.rows[0].target == 800_000
    assert ("unit-from-title", "F1") in said(records)


@pytest.mark.parametrize("title", ["单位：元", "单位：家", "业务单位 M", "单位名称：万科", "销售一部"])
def test_titles_that_scale_nothing(tmp_path: Path, title: str) -> None:
    records = read(tmp_path, f"| {title} |\n{HEADER}\n{ROW}")
    assert (int(records.rows[0].target), said(records)) == (80, [])


def test_a_headers_own_unit_wins(tmp_path: Path) -> None:
    records = read(tmp_path, "| 单位：万元 |\n| 区域 | 销售员 | 月度目标(千元) | 累计实际(元) |\n" + ROW)
    (row,) = records.rows
    assert (int(row.target), float(row.actual), said(records)) == (80_000, 84.5, [])


def test_two_units_over_one_header_are_an_error(tmp_path: Path) -> None:
    records = read(tmp_path, f"| 业绩（单位：千元） |\n| | | 单位：万元 |\n{HEADER}\n{ROW}")
    assert (records.rows, said(records)) == ((), [("two-units", "C2")])
    for lang in Lang:
        message = records.problems[0].message(lang)
        assert "A1" in message
        assert "C2" in message


@pytest.mark.parametrize(
    "unit", ["k", "K", "千", "千元", "RMB'000", "RMB’000", "k元", "k CNY", "千元，含税", "千元/人"]
)
def test_thousands_in_a_header(tmp_path: Path, unit: str) -> None:
    records = read(tmp_path, f"| 区域 | 销售员 | 月度目标 ({unit}) | 累计实际 |\n{ROW}")
    assert (int(records.rows[0].target), said(records)) == (80_000, [])


def test_a_unit_behind_the_words_of_a_header(tmp_path: Path) -> None:
    records = read(tmp_path, f"| 区域 | 销售员 | 月度目标 单位:千元 | 累计实际/万元 |\n{ROW}")
    (row,) = records.rows
    assert (int(row.target), int(row.actual), said(records)) == (80_000, 845_000, [])


@pytest.mark.parametrize("words", ["千美元", "USD", "k pcs", "元、万元"])
def test_a_unit_that_is_not_known_is_named(tmp_path: Path, words: str) -> None:
    records = read(tmp_path, f"| 区域 | 销售员 | 月度目标({words}) | 累计实际 |\n{ROW}")
    assert (int(records.rows[0].target), said(records)) == (80, [("unknown-unit", "C1")])


@pytest.mark.parametrize("words", ["元", "含税", "必填", "8月"])
def test_harmless_words_in_brackets(tmp_path: Path, words: str) -> None:
    records = read(tmp_path, f"| 区域 | 销售员 | 月度目标({words}) | 累计实际 |\n{ROW}")
    assert (int(records.rows[0].target), said(records)) == (80, [])


def test_a_sign_under_a_scale_could_be_either(tmp_path: Path) -> None:
    rows = "| 华东 | 甲 | ￥10 | 1 |\n| 华东 | 乙 | ￥10万 | 1 |\n| 华东 | 丙 | 10元 | 1 |\n"
    records = read(tmp_path, f"| 单位：万元 |\n{HEADER}\n{rows}")
    assert [(row.person, int(row.target)) for row in records.rows] == [("乙", 100_000), ("丙", 10)]
    assert said(records) == [("unit-from-title", "A1"), ("sign-without-scale", "C3")]
    plain = read(tmp_path / "plain", f"{HEADER}\n{rows}")
    assert [row.target for row in plain.rows] == [10, 100_000, 10]


@pytest.mark.parametrize(
    ("below", "cell"),
    [("| 单位：万元 |", "A3"), ("\n| 注：单位为万元，含税 |", "A4"), ("| | | | 金额单位: 万元 |", "D3")],
)
def test_a_unit_below_the_table(below: str, cell: str, tmp_path: Path) -> None:
    records = read(tmp_path, f"{HEADER}\n{ROW}\n{below}")
    assert [(int(row.target), int(row.actual)) for row in records.rows] == [(800_000, 845_000)]
    assert ("unit-from-title", cell) in said(records)


def test_a_unit_beside_the_rows(tmp_path: Path) -> None:
    records = read(tmp_path, f"{HEADER}\n{ROW} | 单位：万元 |\n{ROW}")
    assert [int(row.target) for row in records.rows] == [800_000, 800_000]
    assert ("unit-from-title", "F2") in said(records)


@pytest.mark.parametrize("below", ["| 单位：元 |", "| 单位：千元 |"])
def test_another_unit_below_than_above_is_an_error(below: str, tmp_path: Path) -> None:
    records = read(tmp_path, f"| 单位：万元 |\n{HEADER}\n{ROW}\n{below}")
    assert records.rows == ()
    assert ("two-units", "A4") in said(records)


def test_the_same_unit_again_changes_nothing(tmp_path: Path) -> None:
    text = f"| 单位：万元 |\n{HEADER}\n{ROW}\n\n| 第2页 | | 单位：万元 |\n{HEADER}\n{ROW}\n| 单位：万元 |"
    records = read(tmp_path, text)
    assert [int(row.target) for row in records.rows] == [800_000, 800_000]
    assert [code for code, _ in said(records)].count("unit-from-title") == 1


def test_the_note_says_the_factor_and_the_columns(tmp_path: Path) -> None:
    (note,) = read(tmp_path, f"| 单位：万元 |\n{HEADER}\n{ROW}").problems
    for lang, column in ((Lang.ZH, "累计实际"), (Lang.EN, "Actual")):
        assert "10,000" in note.message(lang)
        assert column in note.message(lang)


@pytest.mark.parametrize("place", ["above", "below"])
def test_a_unit_is_not_applied_where_rows_may_differ_in_measure(place: str, tmp_path: Path) -> None:
    header = "| 指标 | 团队目标 | 团队实际 |"
    rows = "| 销售额 | 100 | 90 |\n| 销售额 | 5万元 | 30000元 |\n| 新客户数 | 10 | 8 |"
    text = f"| 单位：万元 |\n{header}\n{rows}" if place == "above" else f"{header}\n{rows}\n| 单位：万元 |"
    records = SourceWorkbook(workbook(tmp_path / "m.xlsx", {"指标": text})).read(METRICS)
    assert records is not None
    assert [int(row.target.value) for row in records.rows] == [100, 50_000, 10]
    (found,) = [item for item in records.problems if item.code.name == "unit-not-applied"]
    assert found.severity is Severity.WARNING
    assert "团队目标、团队实际" in found.message(Lang.ZH)
    assert "50万元" in found.remedy(Lang.EN)


def test_every_command_says_it_on_its_screen(tmp_path: Path) -> None:
    header = "| 月份 | 区域 | 销售员 | 月度目标 | 累计实际 |"
    path = workbook(tmp_path / "m.xlsx", {"跟踪": f"| 单位：万元 |\n{header}\n| 2026-08 | 华东 | 小张 | 80 | 84.5 |"})
    for words in (["check"], ["track"], ["analyze"]):
        said_there = CliRunner().invoke(app, ["--lang", "zh", *words, str(path)]).output
        assert f"{path} [跟踪] A1" in said_there, words
        assert "乘以 10,000" in said_there, words
