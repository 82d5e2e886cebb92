"""Lines are rendered a column at a time; writing cell by cell is the twin that gives the same bytes."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import cycle, islice

import pytest

from salescli.excel.book import (
    Block,
    Book,
    CellValue,
    Chart,
    ChartKind,
    Field,
    Format,
    Line,
    Series,
    Sheet,
    Tone,
    Total,
)
from salescli.excel.write import book_bytes
from salescli.excel.writing import block as block_module
from salescli.excel.writing.block import BlockWriter
from salescli.measure.period import Month, Week
from salescli.words.language import Lang
from tests.parity import opened

VALUES: list[CellValue] = [
    None,
    "小张",
    "a & b < c > d",
    "两行\n文字",
    "很长的说明，" * 20,
    0,
    -1200,
    Decimal("1234.50"),
    Decimal("12345678901234567.89"),
    Decimal("0.1"),
    Fraction(2, 3),
    date(2026, 8, 3),
    datetime(2026, 8, 3, 17, 30),
    Month(2026, 8),
    Week(date(2026, 8, 3)),
    True,
    "",
    "=1+1",
    "#N/A",
]


def cell_by_cell(writer: BlockWriter) -> None:
    """Every line through the writer's own calls."""
    lines = writer.placed.block.lines
    for at, line in enumerate(lines):
        for index, column in enumerate(writer.placed.block.fields):
            cell = writer.placed.cells[column.key][at]
            writer.put(*writer.body(writer.placed.first + at, index, column, line, cell))


def figures(count: int) -> list[Decimal]:
    return [Decimal((at + 1) * 7919 % 100_003) / 100 for at in range(count)]


def sample(count: int, *, beside: bool = False) -> Book:
    """Every kind of value under every format, with tones, own formulas and formats, levels and links here and there."""
    formats = list(Format)
    fields = [Field(f"c{at}", f"列{at}", form) for at, form in enumerate(formats) if form is not Format.LINK]
    fields += [
        Field("money", "金额", Format.MONEY, total=Total.SUM),
        Field("double", "两倍", Format.MONEY, formula="{money}*2", computed=True),
        Field("word", "判断", formula='IF({money}>500,"高 & 多","")'),
        Field("share", "占比", Format.RATIO, formula="{money}/{lines:money@total}"),
    ]
    total = sum(figures(count), Decimal(0))
    lines = []
    for at, money in enumerate(figures(count)):
        turn = islice(cycle(VALUES), at, None)
        values: dict[str, CellValue] = {
            field.key: value for field, value in zip(fields[:-4], turn, strict=False) if suits(value, field.format)
        }
        values |= {"money": money, "double": money * 2, "word": "高 & 多" if money > 500 else None}
        values["share"] = Fraction(money) / Fraction(total)
        lines.append(
            Line(
                values,
                tone=Tone.GREY if at % 11 == 3 else None,
                tones={"money": Tone.RED} if at % 5 == 0 else {},
                formulas={"money": "{c5}+1"} if at % 13 == 4 else {"double": ""} if at % 13 == 5 else {},
                formats={"money": Format.WAN} if at % 17 == 6 else {},
                links={"c0": "明细"} if at % 19 == 7 and values.get("c0") else {},
                level=at % 3,
                comments={"money": "核对过"} if at % 23 == 8 else {},
                beside={len(fields) + 1: "自己的话"} if beside and at % 29 == 9 else {},
            )
        )
    block = Block("lines", tuple(fields), tuple(lines), title="明细", total=Line({"c0": "合计", "money": total}))
    chart = Chart(
        ChartKind.COLUMN, "图", ("lines", "c0"), (Series("lines", "money", "金额"), Series("lines", "double", "两倍"))
    )
    return Book((Sheet("明细", (block,), title="明细", charts=(chart,)),), "书", Lang.ZH)


def suits(value: CellValue, form: Format) -> bool:
    """Whether a format has a way to show a value: no moment under a format of figures."""
    moments = (Format.TEXT, Format.WRAPPED, Format.DATE, Format.DATETIME, Format.MONTH, Format.YEAR)
    return form in moments or not isinstance(value, date | Month | Week)


@pytest.mark.parametrize("count", [1, 2, 40, 90])
def test_rendered_lines_are_those_written_cell_by_cell(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered = book_bytes(sample(count))
    monkeypatch.setattr(block_module, "write_lines", cell_by_cell)
    assert rendered == book_bytes(sample(count))


def test_what_people_wrote_beside_a_line_stays_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its style is numbered later than cell by cell, so cells and looks are compared, not bytes."""
    rendered = looks(book_bytes(sample(40, beside=True)))
    monkeypatch.setattr(block_module, "write_lines", cell_by_cell)
    assert rendered == looks(book_bytes(sample(40, beside=True)))
    assert sum(cell[0] == "自己的话" for cell in rendered) == 2


def looks(content: bytes) -> list[tuple[object, ...]]:
    sheet = opened(BytesIO(content)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    shown = [(cell.font, cell.fill, cell.border, cell.alignment) for cell in cells]  # they are equal by what they say
    return [(cell.value, cell.number_format, repr(look)) for cell, look in zip(cells, shown, strict=True)]
