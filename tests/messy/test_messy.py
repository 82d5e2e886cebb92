"""Every command reads every mess that real workbooks are, and comes to the figures of the clean twin."""

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from salescli.api import RunOptions, check
from salescli.table.errors import UnusableFile
from salescli.table.outcome import Outcome
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.messy.company import COMMANDS, MONTHLY, Tables
from tests.messy.mess import FORMS, QUIRKS, Quirk, as_it_is, pages_of, pictures_of_wps, saved, with_wps_pictures
from tests.parity import opened

OF_THE_FILE = {"file", "files", "sheet", "header_row", "path"}
"""Keys that say where something was read, not what."""

NOT_THE_SAME = {
    ("check", "an old copy hidden"),  # check looks at every sheet that fits
    ("check", "an empty twin"),
    ("payout", "another table below"),  # a plan is words only: what does not belong is an error, never passed over
}


def run(folder: Path, command: str, quirk: Quirk = as_it_is, form: Callable[[bytes], bytes] = bytes) -> Outcome[Any]:
    def write(name: str, tables: Tables) -> Path:
        pages = pages_of(tables)
        quirk(pages)
        path = folder / f"{name}.xlsx"
        path.write_bytes(form(saved(pages)))
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


@pytest.mark.parametrize("command", ["check", "track", "split", "review"])
def test_pictures_that_wps_keeps_in_cells(command: str, clean: Callable[[str], Outcome[Any]], tmp_path: Path) -> None:
    outcome = run(tmp_path, command, pictures_of_wps, with_wps_pictures)
    assert result(outcome) == result(clean(command))
    assert weighty(outcome) == weighty(clean(command))


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_with_notes_can_be_made_or_that_it_cannot_is_said(form: str, tmp_path: Path) -> None:
    pages = pages_of(MONTHLY)
    pages[0].rows[2][6] = "四十五万"
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
    assert "四十五万" in note.text


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
