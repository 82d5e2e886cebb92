"""Every command reads every mess that real workbooks are, and comes to the figures of the clean twin."""

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from salescli.api import RunOptions, check
from salescli.excel.reading.hidden import hidden_rows
from salescli.table.errors import UnusableFile
from salescli.table.outcome import Outcome
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.messy.company import COMMANDS, MONTHLY, Tables
from tests.messy.formats import FORMATS
from tests.messy.mess import (
    FORMS,
    QUIRKS,
    Pages,
    Quirk,
    a_merged_region,
    as_it_is,
    pages_of,
    pictures_of_wps,
    saved,
    with_wps_pictures,
)
from tests.parity import opened

OF_THE_FILE = {"file", "files", "sheet", "header_row", "path"}
"""Keys that say where something was read, not what."""

NOT_THE_SAME = {
    ("check", "an old copy hidden"),  # check looks at every sheet that fits
    ("check", "an empty twin"),
    ("payout", "another table below"),  # a plan is words only: what does not belong is an error, never passed over
}


def run(
    folder: Path,
    command: str,
    quirk: Quirk = as_it_is,
    form: Callable[[bytes], bytes] = bytes,
    save: Callable[[Pages], bytes] = saved,
    suffix: str = "xlsx",
) -> Outcome[Any]:
    def write(name: str, tables: Tables) -> Path:
        pages = pages_of(tables)
        quirk(pages)
        path = folder / f"{name}.{suffix}"
        path.write_bytes(form(save(pages)))
        return path

    return COMMANDS[command](write, RunOptions())


def result(outcome: Outcome[Any]) -> Any:
    return _said(outcome.document(Lang.ZH)["result"])


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items() if key not in OF_THE_FILE}
    return [_said(item) for item in value] if isinstance(value, list) else value


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Outcome[Any]]:
    """The outcome of a command on the clean tables."""
    return cache(lambda command: run(tmp_path_factory.mktemp("clean"), command))


def weighty(outcome: Outcome[Any]) -> set[str]:
    return {item.code.name for item in outcome.problems if item.severity is not Severity.NOTE}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("quirk", QUIRKS)
def test_a_mess_changes_no_figure(
    quirk: str, command: str, clean: Callable[[str], Outcome[Any]], tmp_path: Path
) -> None:
    outcome, twin = run(tmp_path, command, QUIRKS[quirk]), clean(command)
    if (command, quirk) in NOT_THE_SAME:
        assert weighty(outcome) or result(outcome) != result(twin)
        return
    assert not outcome.blocked
    assert result(outcome) == result(twin)
    assert weighty(outcome) - weighty(twin) <= {"second-table"}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", FORMS)
def test_no_more_does_the_way_a_program_writes_it(
    form: str, command: str, clean: Callable[[str], Outcome[Any]], tmp_path: Path
) -> None:
    outcome = run(tmp_path, command, form=FORMS[form])
    assert result(outcome) == result(clean(command))
    assert weighty(outcome) == weighty(clean(command))


@pytest.mark.parametrize("suffix", ["", "xlsx"])
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", FORMATS)
def test_other_kinds_of_workbooks_say_the_same(
    kind: str, command: str, suffix: str, clean: Callable[[str], Outcome[Any]], tmp_path: Path
) -> None:
    """Under their own extension, and under that of another kind."""
    outcome = run(tmp_path, command, save=FORMATS[kind], suffix=suffix or kind)
    assert not outcome.blocked
    assert result(outcome) == result(clean(command))
    assert weighty(outcome) == weighty(clean(command))


_IN_TURN = [
    (kind, quirk, [*COMMANDS][(at + turn) % len(COMMANDS)])
    for turn, kind in enumerate(FORMATS)
    for at, quirk in enumerate(QUIRKS)
]


@pytest.mark.parametrize(("kind", "quirk", "command"), _IN_TURN)
def test_nor_does_a_mess_in_other_kinds_of_workbooks(
    kind: str, quirk: str, command: str, clean: Callable[[str], Outcome[Any]], tmp_path: Path
) -> None:
    """Every kind with every mess, the commands taking turns."""
    outcome, twin = run(tmp_path, command, QUIRKS[quirk], save=FORMATS[kind], suffix=kind), clean(command)
    if (command, quirk) in NOT_THE_SAME:
        assert weighty(outcome) or result(outcome) != result(twin)
        return
    assert not outcome.blocked
    assert result(outcome) == result(twin)
    assert weighty(outcome) - weighty(twin) <= {"second-table"}


@pytest.mark.parametrize("kind", ["xlsx", *FORMATS])
def test_hidden_rows_are_read_and_that_is_said_once(kind: str, tmp_path: Path) -> None:
    pages = pages_of(MONTHLY)
    pages[0].hidden_rows = {0, 2, 4, 5}  # the header among them, which is no row of data
    path = tmp_path / f"monthly.{kind}"
    path.write_bytes({"xlsx": saved, **FORMATS}[kind](pages))
    outcome = check([path])
    (note,) = (item for item in outcome.problems if item.code.name == "hidden-rows-read")
    assert (note.severity, note.place.cell) == (Severity.NOTE, "3:3")
    assert (note.details["count"], note.details["row"]) == (3, 3)
    assert outcome.result is not None
    assert [table.rows for table in outcome.result.tables] == [5]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"/><row r="3" hidden="1"/><row r="4" hidden="0"/><row r="7" hidden="true"/><row r="8" hidden="1"/>',
        "<x:row/><x:row/><x:row ht='2'  hidden = 'on'>..</x:row><row/><row/><row/><row hidden='1'/><row hidden='1'/>",
    ],
)
def test_hidden_rows_however_they_are_written(rows: str) -> None:
    data = f'<cols><col min="1" max="9" hidden="1"/></cols><sheetData>{rows}</sheetData>'.encode()
    assert [row for row in range(12) if row in hidden_rows(data)] == [2, 6, 7]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", FORMATS)
def test_merged_cells_in_every_kind_and_command(
    kind: str, command: str, clean: Callable[[str], Outcome[Any]], tmp_path: Path
) -> None:
    outcome = run(tmp_path, command, a_merged_region, save=FORMATS[kind], suffix=kind)
    assert result(outcome) == result(clean(command))


@pytest.mark.parametrize("command", ["check", "track", "split", "review"])
def test_pictures_that_wps_keeps_in_cells(command: str, clean: Callable[[str], Outcome[Any]], tmp_path: Path) -> None:
    outcome = run(tmp_path, command, pictures_of_wps, with_wps_pictures)
    assert result(outcome) == result(clean(command))
    assert weighty(outcome) == weighty(clean(command))


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_with_notes_can_be_made_or_that_it_cannot_is_said(form: str, tmp_path: Path) -> None:
    pages = pages_of(MONTHLY)
    pages[0].rows[2][6] = "四十多万"
    path = tmp_path / "monthly.xlsx"
    path.write_bytes(FORMS[form](saved(pages)))
    if form == "shared texts":  # without a content type for its texts, which openpyxl needs and readers do not
        with pytest.raises(UnusableFile) as caught:
            check([path], annotate=tmp_path / "copy.xlsx")
        assert [item.code.name for item in caught.value.problems] == ["cannot-copy"]
        return
    outcome = check([path], annotate=tmp_path / "copy.xlsx")
    assert outcome.outputs == (tmp_path / "copy.xlsx",)
    note = opened(tmp_path / "copy.xlsx")[pages[0].name]["G3"].comment
    assert note is not None
    assert "四十多万" in note.text


@pytest.mark.parametrize("command", ["check", "track", "analyze-monthly", "payout", "review"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_tables_in_every_encoding(
    encoding: str, command: str, clean: Callable[[str], Outcome[Any]], tmp_path: Path
) -> None:
    def write(name: str, tables: Tables) -> Path:
        (rows,) = tables.values()
        path = tmp_path / f"{name}.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows([["" if cell is None else cell for cell in row] for row in rows])
        return path

    outcome = COMMANDS[command](write, RunOptions())
    assert result(outcome) == result(clean(command))
    assert weighty(outcome) == weighty(clean(command))
