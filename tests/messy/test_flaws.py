"""Cells that hold no usable value, in every kind of workbook: `check` names each of them once, by its cell."""

import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from salescli.api import check
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.excel.packages import binary_record, error_cell, number_cell, ods, record, row, xls, xlsb, xlsx
from tests.messy.formats import saved_xls
from tests.messy.mess import Page
from tests.sheets import cells

HEADER: Final = ("工号", "区域", "销售员", "月度目标", "累计实际")
LONG_ID: Final = 110101199001011234
"""Eighteen digits: a spreadsheet keeps the first fifteen."""

Cell = str | int
ERROR, UNSAVED = "#DIV/0!", "=SUM(D2:D3)"
ROWS: Final[tuple[tuple[Cell, ...], ...]] = (
    HEADER,
    (LONG_ID, "华东", "小张", 800000, 840000),
    ("A002", "华东", "小李", 800000, ERROR),
    ("A003", "华东", "小王", 800000, 12345678901234567),
    ("A004", "华东", "小赵", 800000, UNSAVED),
)


def _xlsx() -> bytes:
    def cell(address: str, value: Cell) -> str:
        if value == ERROR:
            return f'<c r="{address}" t="e"><f>D3/0</f><v>{ERROR}</v></c>'
        if value == UNSAVED:
            return f'<c r="{address}"><f>{UNSAVED[1:]}</f></c>'
        if isinstance(value, str):
            return f'<c r="{address}" t="inlineStr"><is><t>{value}</t></is></c>'
        return f'<c r="{address}"><v>{value}</v></c>'

    lines = (
        row("".join(cell(f"{letter}{at}", value) for letter, value in zip("ABCDE", cells, strict=True)), at)
        for at, cells in enumerate(ROWS, 1)
    )
    return xlsx({"跟踪": "".join(lines)})


def _ods() -> bytes:
    def cell(value: Cell) -> str:
        if value == ERROR:
            return (
                '<table:table-cell table:formula="of:=[.D3]/0" office:value-type="string" office:string-value=""'
                f' calcext:value-type="error"><text:p>{ERROR}</text:p></table:table-cell>'
            )
        if value == UNSAVED:
            return f'<table:table-cell table:formula="of:{UNSAVED}"/>'
        kind = '"string"' if isinstance(value, str) else f'"float" office:value="{value}"'
        return f"<table:table-cell office:value-type={kind}><text:p>{value}</text:p></table:table-cell>"

    lines = ("<table:table-row>" + "".join(map(cell, cells)) + "</table:table-row>" for cells in ROWS)
    return ods(f'<table:table table:name="跟踪">{"".join(lines)}</table:table>')


def _xls() -> bytes:
    def cell(at: int, col: int, value: Cell) -> bytes:
        if value == ERROR:
            return error_cell(at, col, 7)
        if value == UNSAVED:  # an .xls always saves a result; here it is an error
            return record(6, struct.pack("<HHHBBBBIHIH", at, col, 0, 2, 0, 0x17, 0, 0xFFFF0000, 0, 0, 0))
        if isinstance(value, str):
            return record(0x204, struct.pack("<HHHHB", at, col, 0, len(value), 1) + value.encode("utf-16-le"))
        return number_cell(at, col, value)

    cells = (cell(at, col, value) for at, line in enumerate(ROWS) for col, value in enumerate(line))
    return xls({"跟踪": b"".join(cells)})


def _xlsb() -> bytes:
    def cell(col: int, value: Cell) -> bytes:
        head = struct.pack("<II", col, 0)
        if value == ERROR:
            return binary_record(3, head + b"\x07")
        if value == UNSAVED:  # an .xlsb always saves a result; here it is an error
            return binary_record(11, head + b"\x17" + bytes(10))
        if isinstance(value, str):
            return binary_record(6, head + struct.pack("<I", len(value)) + value.encode("utf-16-le"))
        return binary_record(5, head + struct.pack("<d", value))

    lines = (
        binary_record(0, struct.pack("<IIH", at, 0, 255) + bytes(7)) + b"".join(map(cell, range(5), cells))
        for at, cells in enumerate(ROWS)
    )
    return xlsb({"跟踪": b"".join(lines)})


def _csv() -> bytes:
    """What Excel exports: the long identifier has become an exponent."""
    lines = [list(map(str, cells)) for cells in ROWS]
    lines[1][0] = "1.10101E+17"
    return "\n".join(map(",".join, lines)).encode("gb18030")


KINDS: Final[Mapping[str, Callable[[], bytes]]] = {"xlsx": _xlsx, "ods": _ods, "xls": _xls, "xlsb": _xlsb, "csv": _csv}
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
    path.write_bytes(KINDS[kind]())
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
