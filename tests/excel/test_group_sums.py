"""Rows that stand for others: averages, and sums of a group without a word that says so."""

from pathlib import Path

import pytest

from salescli.excel.records import Records
from salescli.excel.source import SourceWorkbook
from salescli.table.problem import Severity
from salescli.track.tables import MONTHLY, MonthlyRow
from salescli.words.language import Lang
from tests.sheets import cells, workbook

HEADER = "| 月份 | 区域 | 销售员 | 产品线 | 月度目标 | 累计实际 |"
EAST = "| 2026-08-01 | 华东 | 小张 | A产品 | 800 | 900 |\n| 2026-08-01 | 华东 | 小李 | B产品 | 600 | 450.5 |"
SOUTH = "| 2026-08-01 | 华南 | 小王 | A产品 | 300 | 330 |"
SUM_EAST, SUM_SOUTH = "| 2026-08-01 | 华东 | | | 1400 | 1350.5 |", "| 2026-08-01 | 华南 | | | 300 | 330 |"


def read(folder: Path, *parts: str, kind: str = "xlsx") -> Records[MonthlyRow]:
    path, text = folder / f"x.{kind}", "\n".join([HEADER, *parts])
    if kind == "xlsx":
        workbook(path, {"跟踪": text})
    else:
        lines = (",".join("" if cell is None else str(cell) for cell in line) for line in cells(text))
        path.write_text("\n".join(lines), encoding="utf-8")
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    return records


def said(records: Records[MonthlyRow]) -> list[tuple[str, str | None]]:
    return [(item.code.name, item.place.cell) for item in records.problems]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize(
    ("parts", "sums"),
    [
        ((SUM_EAST, EAST, SUM_SOUTH, SOUTH), ["2:2", "5:5"]),
        ((EAST, SUM_EAST, SOUTH, SUM_SOUTH), ["4:4", "6:6"]),
    ],
)
def test_a_sum_above_or_below_its_group_is_not_counted(
    parts: tuple[str, ...], sums: list[str], kind: str, tmp_path: Path
) -> None:
    records = read(tmp_path, *parts, kind=kind)
    assert [row.person for row in records.rows] == ["小张", "小李", "小王"]
    assert said(records) == [("total-row", cell) for cell in sums]
    assert not records.invalid


def test_one_that_is_not_the_sum_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    records = read(tmp_path, "| 2026-08-01 | 华东 | | | 1400 | 1350.49 |", EAST, SOUTH)
    assert said(records) == [("missing-cell", "C2")]
    assert "小计" in records.problems[0].remedy(Lang.ZH)
    assert len(records.rows) == 3


def test_a_row_like_the_one_row_beside_it_stays_an_error(tmp_path: Path) -> None:
    """It may be somebody whose name is missing; beside sums of larger groups it is one of them."""
    assert said(read(tmp_path, EAST, SUM_SOUTH, SOUTH)) == [("missing-cell", "C4")]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("word", ["平均", "均 值", "Average:", "占比"])
def test_averages_are_passed_over_and_said(word: str, kind: str, tmp_path: Path) -> None:
    records = read(tmp_path, EAST, SOUTH, f"| {word} | | | | 566.67 | 560.17 |", kind=kind)
    assert [row.person for row in records.rows] == ["小张", "小李", "小王"]
    assert said(records) == [("average-row", "5:5")]
    assert not [item for item in records.problems if item.severity is Severity.ERROR]


def test_somebody_in_a_row_with_such_a_word_is_data(tmp_path: Path) -> None:
    records = read(tmp_path, "| 2026-08-01 | 平均 | 小张 | | 1 | 2 |", SOUTH)
    assert [row.region for row in records.rows] == ["平均", "华南"]
