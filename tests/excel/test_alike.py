"""A sheet that is wrong in every row: the first problems of a kind are named, the others counted."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from salescli.api import RunOptions, analyze, check
from salescli.cli.app import app
from salescli.table.config import Config
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.sheets import workbook

HEADER = "| 月份 | 区域 | 销售员 | 月度目标 | 累计实际 | 达成率 |"
FIVE = RunOptions(config=Config.model_validate({"limits": {"max_problems": 5}}))


def table(folder: Path, *rows: str, header: str = HEADER) -> Path:
    return workbook(folder / "x.xlsx", {"跟踪": "\n".join([header, *rows])})


def codes(path: Path, severity: Severity) -> list[tuple[str, str | None]]:
    return [(item.code.name, item.place.cell) for item in check([path], run=FIVE).problems if item.severity is severity]


def test_errors_beyond_the_limit_are_counted_and_the_sheet_is_not_read_on(tmp_path: Path) -> None:
    rows = [f"| 2026-08-01 | 华东 | 员工{at} | 坏 | 坏 | |" for at in range(12)]
    path = table(tmp_path, "| 2026-08-01 | 华东 | 小张 | 100 | 50 | |", *rows)
    # column D has twelve bad cells, of which five are named; nobody looks at column E then
    listed = [("bad-number", f"D{at}") for at in range(3, 8)]
    assert codes(path, Severity.ERROR) == [("too-many-problems", "D8"), *listed]
    outcome = analyze(path, run=FIVE)
    assert outcome.blocked
    (said,) = [item for item in outcome.problems if item.code.name == "too-many-problems"]
    for lang in Lang:
        assert "max_problems" in said.message(lang)
        assert "7" in said.found(lang)


def test_nor_does_leaving_out_invalid_rows_forgive_them(tmp_path: Path) -> None:
    rows = [f"| 2026-08-01 | 华东 | 员工{at} | 坏 | 1 | |" for at in range(6)]
    path = table(tmp_path, "| 2026-08-01 | 华东 | 小张 | 100 | 50 | |", *rows)
    assert analyze(path, run=RunOptions(config=FIVE.config, skip_invalid=True)).blocked
    assert not analyze(path, run=RunOptions(skip_invalid=True)).blocked


@pytest.mark.parametrize("count", [5, 6])
def test_up_to_the_limit_all_are_named(count: int, tmp_path: Path) -> None:
    path = table(tmp_path, *[f"| 2026-08-01 | 华东 | 员工{at} | 坏 | 1 | |" for at in range(count)])
    assert len([item for item in codes(path, Severity.ERROR) if item[0] == "bad-number"]) == 5
    assert (("too-many-problems", "D7") in codes(path, Severity.ERROR)) is (count > 5)


def test_warnings_and_notes_are_counted_and_every_row_is_read(tmp_path: Path) -> None:
    rows = [f"| 2026-08-01 | 华东 | 员工{at} | 100.001 | 50 | 90% |" for at in range(8)]
    path = table(tmp_path, *rows)
    warned = codes(path, Severity.WARNING)
    assert [code for code, _ in warned].count("stated-differs") == 5
    assert ("more-warnings", "F7") in warned
    noted = codes(path, Severity.NOTE)
    assert [code for code, _ in noted].count("rounded-to-fen") == 5
    assert ("more-notes", "D7") in noted
    (more,) = [item for item in check([path], run=FIVE).problems if item.code.name == "more-notes"]
    assert more.details["count"] == "3"
    outcome = check([path], run=FIVE)
    assert outcome.result is not None
    assert [found.rows for found in outcome.result.tables] == [8]


def test_months_side_by_side(tmp_path: Path) -> None:
    header = "| 区域 | 销售员 | 2026年7月目标 | 2026年7月实际 | 2026年8月目标 | 2026年8月实际 |"
    path = table(tmp_path, *[f"| 华东 | 员工{at} | 坏 | 1 | 1 | 坏 |" for at in range(9)], header=header)
    errors = codes(path, Severity.ERROR)
    assert ("too-many-problems", "C7") in errors
    assert ("too-many-problems", "F7") in errors
    assert len(errors) == 12


def test_the_screen_leaves_room_for_other_kinds(tmp_path: Path) -> None:
    rows = [f"| 2026-08-01 | 华东 | 员工{at} | 坏 | 1 | |" for at in range(30)]
    path = table(tmp_path, *rows, "| 2026-08-01 | 华东 | | 1 | 1 | |")
    result = CliRunner().invoke(app, ["--lang", "zh", "check", str(path)])
    assert result.exit_code == 1
    assert result.output.count("不是月度目标可以读取的数字") == 10
    assert "C32" in result.output
    assert "另有 20 条" in result.output
    told = json.loads(CliRunner().invoke(app, ["check", str(path), "--json"]).stdout)
    assert len(told["problems"]) == 31
