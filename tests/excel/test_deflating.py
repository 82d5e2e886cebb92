"""Big sheets are made by two processes; the file is the one that a single process makes."""

import os
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO, StringIO

import pytest
from xlsxwriter.sharedstrings import SharedStrings, SharedStringTable

from salescli.excel.book import Block, Book, CellValue, Field, Format, Sheet
from salescli.excel.columnar import ColumnLines
from salescli.excel.write import book_bytes
from salescli.excel.writing import deflating
from salescli.excel.writing.deflating import MANY, shared
from salescli.excel.writing.offshoot import Offshoot
from salescli.excel.writing.parcel import ParcelWorkbook, _Texts
from salescli.words.language import Lang, Text


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deflating, "usable_cores", lambda: 2)
    monkeypatch.setattr(deflating, "may_fork", lambda: True)


@pytest.fixture
def small_is_big(two_cores: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(deflating, "MANY", 1)
    yield
    with pytest.raises(ChildProcessError):  # no process is left, not even one that has ended
        os.waitpid(-1, os.WNOHANG)


def book() -> Book:
    """Three sheets of lines, each with a formula a line."""
    fields = (Field("who", "销售员"), Field("sold", "销售额", Format.MONEY), Field("twice", "两倍", formula="{sold}*2"))
    sheets = []
    for number, rows in enumerate((300, 2_500, 2_000)):
        sold = [(at * 37 + number) % 1_000 for at in range(rows)]
        columns: dict[str, list[CellValue]] = {
            "who": [f"员工{at % 50}" for at in range(rows)],
            "sold": [*sold],
            "twice": [2 * one for one in sold],
        }
        sheets.append(Sheet(f"明细{number}", (Block(f"lines{number}", fields, ColumnLines(columns)),)))
    return Book(tuple(sheets), "明细", Lang.ZH)


def written() -> tuple[bytes, list[tuple[int, int]]]:
    """The file, and what was told of its rows."""
    told: list[tuple[int, int]] = []

    def watch(what: Text, done: int, total: int) -> None:
        told.append((done, total))

    return book_bytes(book(), watch), told


@pytest.mark.usefixtures("two_cores")
class TestTheShareOfTheOther:
    def test_is_about_half(self) -> None:
        assert shared([0, MANY, 5, 0, MANY // 2, MANY // 2]) == [1]
        assert sorted(shared([30 * MANY, 40 * MANY, 20 * MANY, 10 * MANY])) == [1, 3]

    def test_is_nothing_of_a_small_book(self) -> None:
        assert shared([MANY // 3, MANY // 3, 0]) == []

    def test_is_nothing_where_one_sheet_is_nearly_all(self) -> None:
        assert shared([MANY, 20 * MANY, MANY]) == []

    def test_is_nothing_on_one_core(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(deflating, "usable_cores", lambda: 1)
        assert shared([MANY, MANY]) == []

    def test_is_nothing_beside_other_threads(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(deflating, "may_fork", lambda: False)
        assert shared([MANY, MANY]) == []


def test_two_processes_make_the_same_file(small_is_big: None, monkeypatch: pytest.MonkeyPatch) -> None:
    by_two, told = written()
    assert (told[-1], len(told)) == ((4_800, 4_800), 4)  # three slabs here, and a sheet of the other process at once
    monkeypatch.setattr(deflating, "MANY", 1_000_000)
    alone, told = written()
    assert (told[-1], len(told)) == ((4_800, 4_800), 6)
    assert by_two == alone
    with zipfile.ZipFile(BytesIO(by_two)) as package:
        assert package.testzip() is None
        sheet = package.read("xl/worksheets/sheet2.xml").decode()
    assert '<c r="B2502"' not in sheet
    assert sheet.count("<f>B") == 2_500


def test_what_a_dead_process_was_to_make_is_made_here(small_is_big: None, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, _ = written()
    monkeypatch.setattr(ParcelWorkbook, "_hush", lambda _: os._exit(1))
    assert written()[0] == whole


def test_where_no_process_is_to_be_had_all_is_made_here(small_is_big: None, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, _ = written()

    def none() -> int:
        raise BlockingIOError(11, "no more processes")

    monkeypatch.setattr(os, "fork", none)
    assert written()[0] == whole


def test_an_interrupt_leaves_no_process_behind() -> None:
    with pytest.raises(KeyboardInterrupt), Offshoot(lambda: time.sleep(600)) as offshoot:
        raise KeyboardInterrupt
    assert offshoot.pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(offshoot.pid, 0)


def test_shared_strings_are_those_of_xlsxwriter() -> None:
    texts = [
        "plain",
        "销售额",
        " before",
        "after ",
        "two\nlines",
        "tab\there",
        "a & b",
        "<b>",
        "<r>rich</r>",
        "_x0041_",
    ]
    texts += ["\x01", "\ufffe", '"quoted"', "\u3000", "end"]
    made = []
    for kind in (SharedStrings, _Texts):
        table = SharedStringTable()
        for text in texts:
            table._get_shared_string_index(text)
        table._sort_string_data()
        strings = kind()
        strings.string_table = table
        strings.fh = StringIO()
        strings._write_sst_strings()
        made.append(strings.fh.getvalue())
    assert made[0] == made[1]
