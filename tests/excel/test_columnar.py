"""Lines given by column are the lines that they stand for."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from salescli.excel.book import Block, Book, CellValue, Field, Format, Line, Sheet, Total
from salescli.excel.columnar import ColumnLines
from salescli.excel.write import book_bytes
from salescli.track.mark import mark_of

COLUMNS: dict[str, list[CellValue]] = {
    "name": ["小张", "很长的名字" * 20, None],
    "amount": [Decimal("1.50"), None, Decimal("12345678901234567.89")],
    "day": [date(2026, 8, 3), None, date(1899, 1, 1)],
}
FIELDS = (
    Field("name", "销售员"),
    Field("amount", "金额", Format.MONEY, total=Total.SUM),
    Field("twice", "两倍", Format.MONEY, formula="{amount}*2"),
    Field("day", "日期", Format.DATE),
)


def sheet(lines: Sequence[Line]) -> Sheet:
    total = Line({"name": "合计", "amount": Decimal("12345678901234569.39")})
    return Sheet("明细", (Block("rows", FIELDS, lines, total=total),))


def test_the_file_and_its_mark_are_those_of_lines_given_one_by_one() -> None:
    by_column = sheet(ColumnLines(COLUMNS))
    one_by_one = sheet([Line(dict(zip(COLUMNS, row, strict=True))) for row in zip(*COLUMNS.values(), strict=True)])
    assert book_bytes(Book((by_column,), "账本")) == book_bytes(Book((one_by_one,), "账本"))
    assert mark_of([by_column]) == mark_of([one_by_one])


def test_a_single_line_and_a_part_of_them_can_be_asked_for() -> None:
    lines = ColumnLines(COLUMNS)
    assert len(lines) == 3 and lines[0].values == {"name": "小张", "amount": Decimal("1.50"), "day": date(2026, 8, 3)}
    assert [line.values["name"] for line in lines[1:]] == ["很长的名字" * 20, None]
