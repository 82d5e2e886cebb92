"""Names of sheets and files from whatever people type."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.excel.names import file_name, file_names, sheet_name, sheet_names

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
ANY = st.text(st.characters(), max_size=120)
SPOKEN = st.lists(st.sampled_from(["小张", "Con", "con", "A/B", "a-b", "History", "'x'", "", "华东" * 20]), max_size=9)


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("月度跟踪", "月度跟踪"),
        ("A/B: 2026?", "A-B- 2026-"),
        ("华东／华南", "华东-华南"),
        ("'引号'", "引号"),
        ("history", "history_"),
        (" \t\n", "Sheet"),
        ("一" * 40, "一" * 31),
        ("😀" * 20, "😀" * 15),
    ],
)
def test_sheet_names_are_what_excel_takes(typed: str, safe: str) -> None:
    assert sheet_name(typed) == safe


def test_sheet_names_differ_even_where_case_and_width_do_not_count() -> None:
    assert sheet_names(["abc", "ABC", "ａｂｃ"]) == ("abc", "ABC (2)", "ａｂｃ (3)")
    assert sheet_names(["一" * 31, "一" * 40]) == ("一" * 31, "一" * 27 + " (2)")


@given(st.lists(ANY, max_size=6) | SPOKEN)
def test_every_sheet_name_is_valid_and_its_own(texts: list[str]) -> None:
    names = sheet_names(texts)
    assert len({name.casefold() for name in names}) == len(texts)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\：／？＊＼［］")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.strip()
        assert name.casefold() != "history"


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("小张", "小张.xlsx"),
        ("../../etc/passwd", "-..-etc-passwd.xlsx"),
        ("a\\b|c", "a-b-c.xlsx"),
        ("nul", "_nul.xlsx"),
        ("Com1.txt", "_Com1.txt.xlsx"),
        ("~$小张", "小张.xlsx"),
        ("结尾. . ", "结尾.xlsx"),
        ("abc\u202efdp", "abcfdp.xlsx"),
        ("\x00\x07", "file.xlsx"),
    ],
)
def test_file_names_are_safe_on_every_system(typed: str, safe: str) -> None:
    assert file_name(typed, ".xlsx") == safe


def test_file_names_differ_even_where_case_does_not_count() -> None:
    assert file_names(["Li", "LI", "li"], ".xlsx") == ("Li.xlsx", "LI (2).xlsx", "li (3).xlsx")


@given(st.lists(ANY, max_size=6) | SPOKEN)
def test_every_file_name_is_valid_and_its_own(texts: list[str]) -> None:
    names = file_names(texts, ".xlsx")
    assert len({name.casefold() for name in names}) == len(texts)
    for name in names:
        stem = name.removesuffix(".xlsx")
        assert stem.split(".")[0].strip().casefold() not in RESERVED
        assert len(name.encode()) <= 200
        assert not set(name) & set('<>:"/\\|?*')
        assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in name)
        assert stem == stem.strip(" .")
