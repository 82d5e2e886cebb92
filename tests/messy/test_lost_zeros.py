"""Identifiers whose leading zeros a spreadsheet dropped: nobody becomes two people unnoticed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from salescli.api import RunOptions, check
from salescli.table.outcome import Outcome
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.messy.company import COMMANDS, Tables
from tests.messy.formats import FORMATS
from tests.messy.mess import Pages, pages_of, saved
from tests.sheets import workbook

KINDS: Final[dict[str, Callable[[Pages], bytes]]] = {"xlsx": saved, **FORMATS}


def run(folder: Path, command: str, name: str, kind: str) -> Outcome[Any]:
    """A command on the company whose people are 001, 002 …; a row more, or another of 小张, has `name` under 1."""

    def write(of: str, tables: Tables) -> Path:
        pages = pages_of(tables)
        for page in pages:
            header = page.rows[0]
            if "工号" not in header or "销售员" not in header:
                continue
            number, person = header.index("工号"), header.index("销售员")
            for row in page.data:
                row[number] = str(row[number]).replace("A", "")
            if of != "plan":  # what is read beside the plan has lost its zeros
                row = next(row for row in reversed(page.data) if row[person] == "小张")
                again = [*row] if of == "targets" or name != "小张" else row
                again[number], again[person] = 1, name
                if again is not row:
                    page.rows.append(again)
        path = folder / f"{of}.{kind}"
        path.write_bytes(KINDS[kind](pages))
        return path

    return COMMANDS[command](write, RunOptions())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["check", "split", "track", "analyze-monthly", "payout", "review"])
def test_one_name_is_an_error_that_names_both_cells(command: str, kind: str, tmp_path: Path) -> None:
    outcome = run(tmp_path, command, "小张", kind)
    (found,) = [item for item in outcome.problems if item.code.name == "id-lost-zeros"]
    assert outcome.blocked
    assert found.severity is Severity.ERROR
    for lang in Lang:
        said = found.message(lang)
        assert "001" in said
        assert "小张" in said
        assert str(found.details["there"]) in said
    assert str(found.place) != found.details["there"]


@pytest.mark.parametrize("command", ["check", "analyze-monthly", "payout"])
def test_two_names_may_be_two_people(command: str, tmp_path: Path) -> None:
    outcome = run(tmp_path, command, "小陈", "xlsx")
    (found,) = [item for item in outcome.problems if item.code.name == "ids-alike"]
    assert found.severity is Severity.WARNING
    assert not outcome.blocked


def test_other_identifiers_are_never_alike(tmp_path: Path) -> None:
    rows = ["10", "100", "A1", "A01", "1", "2"]
    text = "| 工号 | 区域 | 销售员 | 月度目标 | 累计实际 |\n" + "\n".join(
        f"| {row} | 华东 | 员工{at} | 100 | 50 |" for at, row in enumerate(rows)
    )
    outcome = check([workbook(tmp_path / "x.xlsx", {"跟踪": text})])
    assert not [item for item in outcome.problems if item.severity is not Severity.NOTE]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_how_a_text_table_says_that_digits_are_text(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    lines = (
        "区域,工号,销售员,月度目标,累计实际",
        '华东,="0003",甲,100,50',
        '华东,"=""0004""",乙,100,50',
        "华东,'0005,丙,1,1",
    )
    path.write_text(
        "\n".join([*lines, "华东,0003,甲,100,50", "华东,0004,乙,1,1", "华东,0005,丙,1,1"]), encoding=encoding
    )
    outcome = check([path])
    assert not [item for item in outcome.problems if item.code.name.startswith("id")]  # each is himself again
    (note,) = [item for item in outcome.problems if item.code.name == "apostrophe-dropped"]
    assert (note.severity, note.place.cell, note.details["value"]) == (Severity.NOTE, "B4", "0005")
    assert outcome.result is not None
    assert [table.rows for table in outcome.result.tables] == [6]
