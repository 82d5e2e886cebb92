"""Cells that hold no usable value, in every kind of workbook: `check` names each of them once, by its cell."""

from pathlib import Path
from typing import Final

import pytest

from salescli.api import check
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.excel.packages import row, xlsx
from tests.messy.flawed import ERROR, KINDS, LONG_ID, UNSAVED, Cell
from tests.messy.formats import saved_xls
from tests.messy.mess import Page
from tests.sheets import cells

HEADER: Final = ("工号", "区域", "销售员", "月度目标", "累计实际")
ROWS: Final[tuple[tuple[Cell, ...], ...]] = (
    HEADER,
    (LONG_ID, "华东", "小张", 800000, 840000),
    ("A002", "华东", "小李", 800000, ERROR),
    ("A003", "华东", "小王", 800000, 12345678901234567),
    ("A004", "华东", "小赵", 800000, UNSAVED),
)


SAID: Final = {
    "xlsx": {"A2": "long-number", "E3": "error-value", "E4": "too-large", "E5": "no-cached-value"},
    "ods": {"A2": "long-number", "E3": "error-value", "E4": "too-large", "E5": "no-cached-value"},
    "xls": {"A2": "long-number", "E3": "error-value", "E4": "too-large", "E5": "error-value"},
    "xlsb": {"A2": "long-number", "E3": "error-value", "E4": "too-large", "E5": "error-value"},
    "csv": {"A2": "lost-digits", "E3": "error-value", "E4": "too-large", "E5": "bad-number"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_named_once(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"跟踪.{kind}"
    path.write_bytes(KINDS[kind](ROWS))
    outcome = check([path])
    errors = [item for item in outcome.problems if item.severity is Severity.ERROR]
    assert [(item.place.cell, item.code.name) for item in errors] == list(SAID[kind].items())
    assert all(item.message(lang) and item.remedy(lang) for item in errors for lang in Lang)


def test_a_picture_that_wps_keeps_where_a_name_belongs(tmp_path: Path) -> None:
    def text(address: str, value: str) -> str:
        return f'<c r="{address}" t="inlineStr"><is><t>{value}</t></is></c>'

    header = "".join(text(f"{letter}1", value) for letter, value in zip("ABCDE", HEADER, strict=True))
    picture = '<c r="C2" t="str"><f>_xlfn.DISPIMG("ID_9",1)</f><v>=DISPIMG("ID_9",1)</v></c>'
    figures = '<c r="D2"><v>1</v></c><c r="E2"><v>1</v></c>'
    path = tmp_path / "x.xlsx"
    path.write_bytes(xlsx({"跟踪": row(header, 1) + row(text("B2", "华东") + picture + figures, 2)}))
    errors = [item for item in check([path]).problems if item.severity is Severity.ERROR]
    assert [(item.place.cell, item.code.name) for item in errors] == [("C2", "picture-cell")]
    assert "DISPIMG" in errors[0].message(Lang.ZH)


def test_a_status_whose_words_an_xls_did_not_save_is_said_and_worked_out(tmp_path: Path) -> None:
    """LibreOffice stores 0 where a formula's result is a word."""
    path = tmp_path / "跟踪.xls"
    table = "| 区域 | 销售员 | 月度目标 | 累计实际 | 状态 |\n| 华东 | 小张 | 800000 | 840000 | {} |"
    found = {}
    for stored in ("0", "7"):
        path.write_bytes(saved_xls([Page("跟踪", cells(table.format(stored)))]))
        outcome = check([path])
        found[stored] = [(item.code.name, item.place.cell) for item in outcome.problems]
        assert outcome.blocked is (stored == "7")
    assert found == {"0": [("result-not-saved", "E2")], "7": [("bad-choice", "E2")]}


@pytest.mark.parametrize(
    ("stored", "code"),
    [("1E999", "not-finite"), ("-1E999", "not-finite"), ("NaN", "not-finite"), ("1234567890123456789", "too-large")],
)
def test_advice_for_money_speaks_of_money(stored: str, code: str, tmp_path: Path) -> None:
    def text(address: str, value: str) -> str:
        return f'<c r="{address}" t="inlineStr"><is><t>{value}</t></is></c>'

    header = "".join(text(f"{letter}1", value) for letter, value in zip("ABCDE", HEADER, strict=True))
    rest = text("B2", "华东") + text("C2", "小张") + f'<c r="D2"><v>1</v></c><c r="E2"><v>{stored}</v></c>'
    path = tmp_path / "x.xlsx"
    path.write_bytes(xlsx({"跟踪": row(header, 1) + row(rest, 2)}))
    (found,) = [item for item in check([path]).problems if item.severity is Severity.ERROR]
    assert (found.place.cell, found.code.name) == ("E2", code)
    assert "累计实际" in found.message(Lang.ZH)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_error_that_became_text_is_an_error_wherever_it_stands(kind: str, tmp_path: Path) -> None:
    """In a name #REF! would pass for one; in every column it is said what it is."""
    header = "| 区域 | 销售员 | 月度目标 | 累计实际 | 备注 |"
    table = f"{header}\n| 华东 | #REF! | 100 | #N/A | #Name? |\n| 华东 | #1 | 1 | 1 | #x |"
    path = tmp_path / f"x.{kind}"
    if kind == "xlsx":
        lines = (
            row("".join(f'<c t="inlineStr"><is><t>{value}</t></is></c>' for value in line), at)
            for at, line in enumerate(cells(table), 1)
        )
        path.write_bytes(xlsx({"跟踪": "".join(lines)}))
    else:
        path.write_text("\n".join(",".join(map(str, line)) for line in cells(table)), encoding="utf-8")
    errors = [item for item in check([path]).problems if item.severity is Severity.ERROR]
    assert [(item.place.cell, item.code.name) for item in errors] == [
        ("B2", "error-value"),
        ("D2", "error-value"),
        ("E2", "error-value"),
    ]
