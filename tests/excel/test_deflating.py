"""Big sheets are made by two processes; the file is the one that a single process makes."""

import os
import time
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter.sharedstrings import SharedStrings, SharedStringTable

from salescli.excel.book import Block, Book, CellValue, Field, Format, Sheet
from salescli.excel.columnar import ColumnLines
from salescli.excel.write import book_bytes
from salescli.excel.writing import deflating, plain
from salescli.excel.writing.checksum import joined_crc
from salescli.excel.writing.deflating import MANY, Passage, Stretch, deflate_all, shared
from salescli.excel.writing.offshoot import Offshoot
from salescli.excel.writing.parcel import ParcelWorkbook, Pieces, TextTable, _Texts
from salescli.words.language import Lang, Text
from tests.parity import opened


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

    def test_is_nothing_where_one_stretch_is_nearly_all(self) -> None:
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
    theirs, ours = SharedStrings(), _Texts()
    theirs.string_table, ours.string_table = SharedStringTable(), TextTable()
    parts = [Pieces(), Pieces()]
    for text in (*texts, "end"):
        theirs.string_table._get_shared_string_index(text)
    ours.string_table.take(texts[:3], 3)
    ours.string_table.take(dict.fromkeys(texts[2:]), len(texts) - 2)
    for strings, part in zip((theirs, ours), parts, strict=True):
        strings.string_table._sort_string_data()
        strings.fh = part
        strings._write_sst_strings()
    assert all_text(parts[0]) == all_text(parts[1])
    assert ours.string_table.unique_count == theirs.string_table.unique_count == len(texts)
    assert ours.string_table.count == theirs.string_table.count


@pytest.mark.parametrize(
    "texts", [["a", "b"], ["a", " b"], ["a ", "b"], ["a|", "b"], ["|", " |"], ["a", "_x0001_"], [" "]]
)
def test_shared_strings_written_at_once_are_those_of_xlsxwriter(texts: list[str]) -> None:
    made = []
    for strings in (SharedStrings(), _Texts()):
        strings.string_table = TextTable()
        strings.string_table.take(texts, len(texts))
        strings.string_table._sort_string_data()
        strings.fh = part = Pieces()
        strings._write_sst_strings()
        made.append(all_text(part))
    assert made[0] == made[1]


def all_text(part: Pieces) -> str:
    return "".join(str(text) for stretch in part.stretches() for text in stretch.texts())


@given(st.binary(max_size=400), st.binary(max_size=400), st.integers(0, 3_000))
def test_the_checksum_of_both_is_that_of_what_stands_behind_each_other(one: bytes, other: bytes, zeros: int) -> None:
    other += bytes(zeros)
    assert joined_crc(zlib.crc32(one), zlib.crc32(other), len(other)) == zlib.crc32(one + other)


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), max_size=4), min_size=1, max_size=5
    )
)
def test_stretches_deflated_by_themselves_are_one_part(texts: list[list[str]]) -> None:
    part = [Stretch([Passage(passage)]) for passage in texts]
    made = next(deflate_all([part], lambda: None))
    whole = "".join(map("".join, texts)).encode()
    unpacked = zlib.decompressobj(-zlib.MAX_WBITS)
    assert unpacked.decompress(b"".join(made.pieces)) == whole
    assert unpacked.eof and not unpacked.unused_data
    assert (made.crc, made.size) == (zlib.crc32(whole), len(whole))


class TestALongSheet:
    """Of 2,500 rows of 5 cells each (a formula counted as three): in stretches of at most 4,000."""

    @pytest.fixture(autouse=True)
    def _short_stretches(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(plain, "STRETCH", 4_000)

    def test_says_the_same_as_in_one_stretch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        cut = unpacked(written()[0])
        monkeypatch.setattr(plain, "STRETCH", 1_000_000)
        assert cut == unpacked(written()[0])

    def test_is_cut_at_the_same_rows_by_one_process_and_by_two(
        self, small_is_big: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        by_two, told = written()
        assert told[-1] == (4_800, 4_800)
        monkeypatch.setattr(deflating, "MANY", 1_000_000)
        alone, told = written()
        assert told[-1] == (4_800, 4_800)
        assert by_two == alone

    @pytest.mark.usefixtures("small_is_big")
    def test_is_read_by_everybody(self, tmp_path: Path) -> None:
        path = tmp_path / "long.xlsx"
        path.write_bytes(written()[0])
        theirs = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("明细1").to_python()
        assert [row[1] for row in theirs[1:]] == [(at * 37 + 1) % 1_000 for at in range(2_500)]
        others = [row[1] for row in opened(path)["明细1"].iter_rows(min_row=2, values_only=True)]
        assert others == [row[1] for row in theirs[1:]]


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_who_stops_midway_leaves_no_process_behind(small_is_big: None) -> None:
    parts = [[Stretch([Passage(["a" * 50], effort=9)])] for _ in range(4)]
    deflated = deflate_all(parts, lambda: None)
    assert next(deflated).size == 50
    deflated.close()  # the fixture looks for what is left
