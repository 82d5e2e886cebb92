"""Units in a row of their own, directly below the header."""

from pathlib import Path

import pytest

from salescli.excel.records import Records
from salescli.excel.source import SourceWorkbook
from salescli.table.problem import Severity
from salescli.track.tables import MONTHLY, MonthlyRow
from salescli.words.language import Lang
from tests.sheets import cells, workbook

HEADER = "| 区域 | 销售员 | 月度目标 | 累计实际 | 回款额 |"
ROWS = "| 华东 | 小张 | 80 | 84.5 | 7 |\n| 华东 | 小李 | 60 | 45 | 4 |"


def read(folder: Path, text: str, kind: str = "xlsx") -> Records[MonthlyRow]:
    path = folder / f"book.{kind}"
    if kind == "xlsx":
        workbook(path, {"跟踪": text})
    else:
        path.write_text(
            "\n".join(",".join(str(cell or "") for cell in line) for line in cells(text)), encoding="gb18030"
        )
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    return records


def errors(records: Records[MonthlyRow]) -> list[tuple[str, str | None]]:
    return [(item.code.name, item.place.cell) for item in records.problems if item.severity is Severity.ERROR]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize(
    ("units", "target", "actual", "collected"),
    [
        ("| | | 元 | 元 | 元 |", 80, 84.5, 7),
        ("| | | 万元 | 万元 | 万元 |", 800_000, 845_000, 70_000),
        ("| - | | （万元） | 单位：千元 | |", 800_000, 84_500, 7),
    ],
)
def test_they_count_as_in_the_header(
    units: str, target: object, actual: object, collected: object, kind: str, tmp_path: Path
) -> None:
    records = read(tmp_path, f"{HEADER}\n{units}\n{ROWS}", kind)
    assert not errors(records)
    assert [row.person for row in records.rows] == ["小张", "小李"]
    first = records.rows[0]
    assert (first.target, first.actual, first.collected) == (target, actual, collected)
    (told,) = [item for item in records.problems if item.code.name == "unit-row"]
    assert told.place.cell == "2:2"
    assert "月度目标" in told.message(Lang.ZH)


def test_again_below_a_repeated_header(tmp_path: Path) -> None:
    units = "| | | 万元 | 万元 | 万元 |"
    records = read(tmp_path, f"{HEADER}\n{units}\n{ROWS}\n{HEADER}\n{units}\n| 华南 | 小王 | 1 | 2 | 3 |")
    assert not errors(records)
    assert [row.target for row in records.rows] == [800_000, 600_000, 10_000]


def test_one_that_contradicts_its_header_is_an_error(tmp_path: Path) -> None:
    records = read(tmp_path, f"| 区域 | 销售员 | 月度目标(万元) | 累计实际 |\n| | | 元 | 元 |\n{ROWS}")
    assert errors(records) == [("two-units", "C2")]
    assert not records.rows


def test_a_row_of_other_words_is_data_that_cannot_be_read(tmp_path: Path) -> None:
    records = read(tmp_path, f"{HEADER}\n| | | 含税 | 万元 | |\n{ROWS}")
    assert [item for item in errors(records) if item[0] == "bad-number"] == [("bad-number", "C2"), ("bad-number", "D2")]


@pytest.mark.parametrize("wrong", ["待查", "12.3.4", "约200"])
def test_a_sum_without_a_label_that_cannot_be_read_is_an_error(wrong: str, tmp_path: Path) -> None:
    records = read(tmp_path, f"{HEADER}\n{ROWS}\n| | | 140 | {wrong} | |")
    assert ("bad-number", "D4") in errors(records)
    assert len(records.invalid) == 1
