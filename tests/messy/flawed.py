"""Workbooks of every kind with cells that hold no usable value: errors, and formulas without a saved result."""

import struct
from collections.abc import Callable, Mapping, Sequence
from string import ascii_uppercase
from typing import Final

from tests.excel.packages import binary_record, error_cell, number_cell, ods, record, row, xls, xlsb, xlsx

LONG_ID: Final = 110101199001011234
"""Eighteen digits: a spreadsheet keeps the first fifteen."""

Cell = str | int
Rows = Sequence[Sequence[Cell]]
ERROR, UNSAVED = "#DIV/0!", "=SUM(D2:D3)"


def _xlsx(rows: Rows) -> bytes:
    def cell(address: str, value: Cell) -> str:
        if value == ERROR:
            return f'<c r="{address}" t="e"><f>D3/0</f><v>{ERROR}</v></c>'
        if value == UNSAVED:
            return f'<c r="{address}"><f>{UNSAVED[1:]}</f></c>'
        if isinstance(value, str):
            return f'<c r="{address}" t="inlineStr"><is><t>{value}</t></is></c>'
        return f'<c r="{address}"><v>{value}</v></c>'

    lines = (
        row("".join(cell(f"{letter}{at}", value) for letter, value in zip(ascii_uppercase, cells, strict=False)), at)
        for at, cells in enumerate(rows, 1)
    )
    return xlsx({"跟踪": "".join(lines)})


def _ods(rows: Rows) -> bytes:
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

    lines = ("<table:table-row>" + "".join(map(cell, cells)) + "</table:table-row>" for cells in rows)
    return ods(f'<table:table table:name="跟踪">{"".join(lines)}</table:table>')


def _xls(rows: Rows) -> bytes:
    def cell(at: int, col: int, value: Cell) -> bytes:
        if value == ERROR:
            return error_cell(at, col, 7)
        if value == UNSAVED:  # an .xls always saves a result; here it is an error
            return record(6, struct.pack("<HHHBBBBIHIH", at, col, 0, 2, 0, 0x17, 0, 0xFFFF0000, 0, 0, 0))
        if isinstance(value, str):
            return record(0x204, struct.pack("<HHHHB", at, col, 0, len(value), 1) + value.encode("utf-16-le"))
        return number_cell(at, col, value)

    cells = (cell(at, col, value) for at, line in enumerate(rows) for col, value in enumerate(line))
    return xls({"跟踪": b"".join(cells)})


def _xlsb(rows: Rows) -> bytes:
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
        binary_record(0, struct.pack("<IIH", at, 0, 255) + bytes(7)) + b"".join(map(cell, range(len(cells)), cells))
        for at, cells in enumerate(rows)
    )
    return xlsb({"跟踪": b"".join(lines)})


def _csv(rows: Rows) -> bytes:
    """What Excel exports: a long identifier has become an exponent."""
    lines = [["1.10101E+17" if value == LONG_ID else str(value) for value in cells] for cells in rows]
    return "\n".join(map(",".join, lines)).encode("gb18030")


KINDS: Final[Mapping[str, Callable[[Rows], bytes]]] = {
    "xlsx": _xlsx,
    "ods": _ods,
    "xls": _xls,
    "xlsb": _xlsb,
    "csv": _csv,
}
