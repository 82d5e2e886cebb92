"""What a book looks like once it is a file, read back by another library and recalculated by another program."""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from salescli.excel.book import (
    Bar,
    Block,
    Book,
    CellValue,
    Chart,
    ChartKind,
    Field,
    Format,
    Line,
    Rule,
    Series,
    Sheet,
    Side,
    Tone,
    Total,
)
from salescli.excel.write import book_bytes, write_book
from salescli.excel.writing.cells import display_width
from salescli.measure.period import Half, Month, Quarter, Week, Year
from salescli.table.codes import outputs as codes
from salescli.table.errors import CannotWrite
from salescli.words.language import Lang
from tests.parity import assert_parity, formulas, opened, recalculated

RATE = 'IF({target}>0,{actual}/{target},"")'
STATUS = 'IF({rate}="","无目标",IF({rate}<0.8,"未达标",IF({rate}<=1,"基本达标","超额达标")))'

FIELDS = (
    Field("person", "销售员", note="与名册一致"),
    Field("region", "区域"),
    Field("target", "月度目标(元)", Format.MONEY, total=Total.SUM),
    Field("actual", "累计实际(元)", Format.MONEY, total=Total.SUM),
    Field("rate", "达成率(%)", Format.RATIO, formula=RATE, total=RATE, computed=True),
    Field("gap", "差额(元)", Format.SIGNED_MONEY, formula="{actual}-{target}", total="{actual}-{target}"),
    Field("status", "状态", formula=STATUS, total=STATUS),
    Field("note", "备注(未达标原因)", Format.WRAPPED),
)


def person(name: str, region: str, target: int, actual: int, status: str, note: str | None = None) -> Line:
    rate = Fraction(actual, target) if target else None
    values: dict[str, CellValue] = {
        "person": name,
        "region": region,
        "target": Decimal(target),
        "actual": Decimal(actual),
    }
    return Line({**values, "rate": rate, "gap": actual - target, "status": status, "note": note})


MONTHLY = Block(
    "monthly",
    FIELDS,
    (
        person("*小张", "华东", 800000, 840000, "超额达标", "重点客户大额订单"),
        person("*小李", "华南", 600000, 450000, "未达标", "新客户转化率低，需培训支持"),
        person("*小王", "华北", 300000, 330000, "超额达标"),
        person("*小赵", "华北", 0, 0, "无目标"),
    ),
    total=Line(
        {
            "person": "合计",
            "target": Decimal(1700000),
            "actual": Decimal(1620000),
            "rate": Fraction(1620000, 1700000),
            "gap": -80000,
            "status": "基本达标",
        }
    ),
    rules=(Rule(("rate", "status"), '{status}="未达标"', Tone.RED, total=True), Bar("actual")),
)
REGIONS = Block(
    "regions",
    (
        Field("region", "区域"),
        Field("actual", "实际", Format.MONEY, formula="SUMIFS({monthly:actual},{monthly:region},{region})"),
        Field("share", "占比", Format.RATIO, formula="{actual}/{monthly:actual@total}"),
        Field("ahead", "领先第二名", Format.SIGNED_MONEY),
    ),
    (
        Line(
            {"region": "华东", "actual": 840000, "share": Fraction(84, 162), "ahead": 390000},
            formulas={"ahead": "{regions:actual@1}-{regions:actual@south}"},
        ),
        Line({"region": "华南", "actual": 450000, "share": Fraction(45, 162)}, id="south"),
    ),
)


def book(*sheets: Sheet, title: str = "跟踪", lang: Lang = Lang.ZH) -> Book:
    return Book(sheets, title, lang)


def one(block: Block, **options: object) -> Book:
    return book(replace(Sheet("表", (block,)), **options))  # type: ignore[arg-type]  # options are Sheet's own


def column(values: Iterable[object], form: Format = Format.TEXT) -> Book:
    """A sheet with a single column of values under the header 值."""
    lines = tuple(Line({"v": value}) for value in values)  # type: ignore[dict-item]  # tests hand in oddities too
    return one(Block("b", (Field("v", "值", form),), lines, filter=False))


def sheet_of(made: Book, data_only: bool = False) -> Worksheet:
    sheet = opened(BytesIO(book_bytes(made)), data_only).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def stored(made: Book) -> list[object]:
    return [row[0].value for row in sheet_of(made).iter_rows(min_row=2)]


def number_formats(made: Book) -> list[str]:
    return [row[0].number_format for row in sheet_of(made).iter_rows(min_row=2)]


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


# formulas


def test_a_formula_is_written_with_the_figure_it_gives(tmp_path: Path) -> None:
    path = write_book(book(Sheet("月度", (MONTHLY,))), tmp_path / "x.xlsx")
    written = opened(path)["月度"]
    assert written["E2"].value == '=IF(C2>0,D2/C2,"")'
    assert written["C6"].value == "=SUM(C2:C5)"
    assert written["E6"].value == '=IF(C6>0,D6/C6,"")'
    cached = formulas(path)["月度"]
    assert cached["E2"] == 1.05
    assert cached["G3"] == "未达标"
    assert cached["E5"] is None
    assert cached["C6"] == 1700000


def test_a_formula_may_point_ahead_to_another_sheet() -> None:
    written = sheet_of(book(Sheet("区域's", (REGIONS,)), Sheet("月度", (MONTHLY,))))
    assert written["B2"].value == "=SUMIFS('月度'!$D$2:$D$5,'月度'!$B$2:$B$5,A2)"
    assert written["C2"].value == "=B2/'月度'!$D$6"
    assert written["D2"].value == "='区域''s'!$B$2-'区域''s'!$B$3"


def test_a_formula_without_result_is_an_empty_text_not_a_missing_value() -> None:
    xml = part(book_bytes(one(MONTHLY)), "xl/worksheets/sheet1.xml")
    assert re.search(r'<c r="E5"[^>]* t="str"><f>[^<]*</f><v></v>', xml)


def test_a_line_can_replace_or_remove_the_formula() -> None:
    block = Block(
        "b",
        (Field("a", "甲", Format.COUNT), Field("b", "乙", Format.COUNT, formula="{a}*2")),
        (
            Line({"a": 1, "b": 2}),
            Line({"a": 1, "b": 4}, formulas={"b": "{a}+3"}),
            Line({"a": 1, "b": 9}, formulas={"b": ""}),
        ),
    )
    assert [sheet_of(one(block))[f"B{row}"].value for row in (2, 3, 4)] == ["=A2*2", "=A3+3", 9]


def test_braces_are_doubled() -> None:
    block = Block("b", (Field("a", "甲", formula="SUM({{1,2}})"),), (Line({"a": 3}),))
    assert sheet_of(one(block))["A2"].value == "=SUM({1,2})"


@pytest.mark.parametrize(
    "template", ["{nobody}", "{b:nobody}", "{c:a}", "{b:a@total}", "{b:a@3}", "{b:a@x}", "{a@1}", "{a", "a}"]
)
def test_an_unknown_name_in_a_formula_is_a_mistake_at_once(template: str) -> None:
    block = Block("b", (Field("a", "甲", formula=template),), (Line({"a": 1}),))
    with pytest.raises(ValueError, match="formula"):
        book_bytes(one(block))


def test_totals_of_a_block_without_lines(tmp_path: Path) -> None:
    empty = Block("b", (Field("n", "人"), Field("a", "额", Format.MONEY, total=Total.SUM)), total=Line({"n": "合计"}))
    path = write_book(one(empty), tmp_path / "x.xlsx")
    assert opened(path)["表"]["B3"].value == "=SUM(B2)"
    assert formulas(path) == {"表": {"B3": 0}}


def test_a_total_is_never_guessed() -> None:
    fields = (Field("a", "额", Format.MONEY, total=Total.SUM),)
    with pytest.raises(ValueError, match="total"):
        book_bytes(one(Block("b", fields, (Line({"a": 1}),), total=Line({}))))
    with pytest.raises(ValueError, match="total"):
        book_bytes(one(Block("b", fields, (Line({"a": 1}),))))


@pytest.mark.parametrize(
    "wrong",
    [
        book(Sheet("a", (MONTHLY, MONTHLY))),
        book(Sheet("a", (Block("b", (Field("k", "1"), Field("k", "2"))),))),
        one(Block("b", (Field("a", "甲"),), (Line({"typo": 1}),))),
        one(Block("b", (Field("a", "甲"),), (Line({"a": "x"}, links={"a": "无此表"}),))),
        one(Block("b", (Field("a", "甲"),), (Line({"a": 1}),), rules=(Bar("typo"),))),
        one(MONTHLY, charts=(Chart(ChartKind.PIE, "图", ("x", "y"), (Series("x", "y", "z"),)),)),
        one(MONTHLY, charts=(Chart(ChartKind.PIE, "图", ("monthly", "person"), (), block="x"),)),
        one(MONTHLY, hidden=True),
    ],
)
def test_a_mistake_in_the_book_is_found_when_it_is_written(wrong: Book) -> None:
    with pytest.raises(ValueError, match=r"block|field|link|rule|chart|hidden"):
        book_bytes(wrong)


# values


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "http://a.cn", "{=A1}", "007", "1e5", "_x0041_", "a\nb"])
def test_text_stays_text(text: str) -> None:
    cell = sheet_of(column([text]))["A2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert recalculable(text) in (cell.value, recalculable(str(cell.value)))


def recalculable(text: str) -> str:
    """openpyxl does not undo the escape of what looks like an escape."""
    return text.replace("_x005F_", "_")


def test_headers_titles_and_notes_stay_text_too() -> None:
    block = Block("b", (Field("a", "=甲"),), (Line({"a": 1}),), title="=题", notes=("=注" * 80,))
    written = sheet_of(one(block, title="=1", subtitle="=2", notes=("=3",)))
    texts = [row[0] for row in written.iter_rows(max_row=7) if row[0].value is not None]
    assert [cell.value for cell in texts] == ["=1", "=2", "=3", "=题", "=注" * 80, "=甲"]
    assert {cell.data_type for cell in texts} == {"s"}


@pytest.mark.parametrize(
    ("text", "written"),
    [("a\x00b", "a�b"), ("a\x0bb", "a�b"), ("\ud83d", "�"), ("\ud83d\ude00", "😀"), ("a\r\nb\rc", "a\nb\nc")],
)
def test_what_xml_cannot_hold_is_replaced(text: str, written: str) -> None:
    assert stored(column([text])) == [written]


@given(st.lists(st.text(st.characters(), max_size=20), max_size=5))
def test_any_text_makes_a_workbook_that_opens(texts: list[str]) -> None:
    block = Block("b", (Field("v", "".join(texts)[:50], note="x"),), tuple(Line({"v": text}) for text in texts))
    made = book(Sheet("".join(texts), (block,), title="x".join(texts)), title="".join(texts))
    assert sheet_of(made).max_row >= 2


def test_a_text_longer_than_a_cell_is_refused_with_its_place() -> None:
    assert stored(column(["一" * 32_767])) == ["一" * 32_767]
    with pytest.raises(CannotWrite) as caught:
        book_bytes(column(["好", "😀" * 16_384]))
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.sheet, problem.place.cell) == (codes.CELL_TOO_LONG, "表", "A3")
    assert "32768" in problem.message(Lang.ZH)


def test_figures_become_numbers() -> None:
    values = [1, Decimal("0.10"), Decimal("123456789012.34"), Fraction(1, 3), Decimal("1E+3"), Decimal("-0.00")]
    assert stored(column(values, Format.MONEY)) == [1, 0.1, 123456789012.34, 1 / 3, 1000, 0]


def test_a_figure_too_long_for_a_number_is_kept_as_text_and_marked() -> None:
    made = column([Decimal("12345678901234567.89"), 2**60, Decimal("9" * 15)], Format.MONEY)
    assert stored(made) == ["12345678901234567.89", "1152921504606846976", 999999999999999]
    cell = sheet_of(made)["A2"]
    assert cell.fill.fgColor.rgb == "FFFFF6DD"
    assert cell.comment is not None
    assert "15" in cell.comment.text


def test_a_long_ratio_is_a_number() -> None:
    assert stored(column([Decimal(1) / Decimal(3)], Format.RATIO)) == [1 / 3]


@pytest.mark.parametrize("figure", [Decimal("NaN"), Decimal("Infinity"), object()])
def test_what_is_no_figure_is_refused(figure: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        book_bytes(column([figure], Format.MONEY))


def test_time_becomes_dates() -> None:
    made = column(
        [
            date(2026, 8, 20),
            datetime(2026, 8, 20, 17, 30, tzinfo=UTC),
            Month(2026, 8),
            Week(date(2026, 8, 17)),
            Quarter(2026, 3),
            Half(2026, 2),
            Year(2026),
            date(1899, 5, 1),
        ]
    )
    assert stored(made) == [
        datetime(2026, 8, 20),
        datetime(2026, 8, 20, 17, 30),
        datetime(2026, 8, 1),
        datetime(2026, 8, 17),
        "2026Q3",
        "2026H2",
        2026,
        "1899-05-01",
    ]
    assert number_formats(made)[:3] == ["yyyy-mm-dd", "yyyy-mm-dd hh:mm", 'yyyy"年"m"月"']


def test_yes_and_no_are_words() -> None:
    assert stored(column([True, False])) == ["是", "否"]
    assert stored(replace(column([True, False]), lang=Lang.EN)) == ["Yes", "No"]


# number formats


@pytest.mark.parametrize(
    ("form", "values", "pattern"),
    [
        (Format.MONEY, ["800000", "1200"], "#,##0"),
        (Format.MONEY, ["800000", "1200.5"], "#,##0.00"),
        (Format.SIGNED_MONEY, ["-5"], "+#,##0;-#,##0;#,##0"),
        (Format.SIGNED_MONEY, ["-5.01"], "+#,##0.00;-#,##0.00;#,##0.00"),
        (Format.WAN, ["840000"], r'0\.0,"万"'),
        (Format.COUNT, ["30"], "#,##0"),
        (Format.SIGNED_COUNT, ["30"], "+#,##0;-#,##0;#,##0"),
        (Format.RATIO, ["1.05"], "0.0%"),
        (Format.SIGNED_RATIO, ["0.052"], "[>=0.0005]+0.0%;[<=-0.0005]-0.0%;0.0%"),
        (Format.SHARE, ["0.052"], "[>=0.0005]0.0%;[<=-0.0005]-0.0%;0.0%"),
        (Format.SIGNED_TENTH, ["6.797"], "+#,##0.0;-#,##0.0;#,##0.0"),
        (Format.POINTS, ["0.04"], '+0.0"个百分点";-0.0"个百分点";0.0"个百分点"'),
        (Format.GAP_POINTS, ["0.04"], '0.0"个百分点"'),
        (Format.NUMBER, ["1", "2"], "#,##0"),
        (Format.NUMBER, ["1", "1.25"], "#,##0.00"),
        (Format.NUMBER, ["0.123456"], "#,##0.0000"),
        (Format.TEXT, ["7.5"], "General"),
    ],
)
def test_number_formats(form: Format, values: list[str], pattern: str) -> None:
    assert number_formats(column(map(Decimal, values), form)) == [pattern] * len(values)


def test_a_line_can_have_its_own_format() -> None:
    lines = (
        Line({"v": Decimal(1500000)}),
        Line({"v": 30}, formats={"v": Format.COUNT}),
        Line({"v": Fraction(1, 8)}, formats={"v": Format.RATIO}),
        Line({"v": Decimal("5.2")}, formats={"v": Format.NUMBER}),
    )
    made = one(Block("b", (Field("v", "值", Format.MONEY),), lines))
    assert number_formats(made) == ["#,##0", "#,##0", "0.0%", "#,##0.0"]


# the look


def test_header_body_and_total_look_their_part() -> None:
    written = sheet_of(one(MONTHLY))
    header, total = written["A1"], written["C6"]
    assert (header.font.bold, header.font.color.rgb, header.fill.fgColor.rgb) == (True, "FFFFFFFF", "FF24476B")
    assert header.alignment.wrap_text
    assert (total.font.bold, total.border.top.style) == (True, "medium")
    assert written["C2"].alignment.horizontal == "right"
    assert written["A2"].alignment.horizontal == "left"
    assert written["A2"].font.name == "Microsoft YaHei"
    assert written.sheet_view.showGridLines is False
    assert written["A1"].comment is not None
    assert written["A1"].comment.text == "与名册一致"


def test_required_and_computed_headers_differ_from_others() -> None:
    block = Block("b", (Field("a", "甲", required=True), Field("b", "乙", computed=True), Field("c", "丙")))
    required, computed, other = sheet_of(one(block))[1]
    assert required.border.bottom.style == "thick"
    assert computed.fill.fgColor.rgb != other.fill.fgColor.rgb


def test_tones_colour_cells_and_rows() -> None:
    fields = (Field("a", "甲"), Field("b", "乙"))
    lines = (
        Line({"a": "x", "b": "y"}, tones={"b": Tone.RED}),
        Line({"a": "x", "b": "y"}, tone=Tone.YELLOW, tones={"a": Tone.GREEN}),
    )
    written = sheet_of(one(Block("b", fields, lines)))
    fills = [[cell.fill.fgColor.rgb for cell in row] for row in written.iter_rows(min_row=2)]
    assert fills == [["00000000", "FFFFC7CE"], ["FFC6EFCE", "FFFFEB9C"]]


def test_rules_are_live() -> None:
    rules = sheet_of(one(MONTHLY)).conditional_formatting
    found = {str(place.sqref): [rule.type for rule in place.rules] for place in rules}
    assert found == {"E2:E6 G2:G6": ["expression"], "D2:D5": ["dataBar"]}
    (red,) = next(place.rules for place in rules if "E2" in str(place.sqref))
    assert red.formula == ['$G2="未达标"']
    assert red.dxf.fill.bgColor.rgb == "FFFFC7CE"


def test_widths_follow_what_is_shown() -> None:
    wide = "一" * 60
    fields = (Field("a", "甲"), Field("b", "乙"), Field("c", "丙", width=24), Field("d", "丁", Format.MONEY))
    line = Line({"a": "x", "b": wide, "c": wide, "d": Decimal("1234567890.12")})
    written = sheet_of(one(Block("b", fields, (line,), filter=False)))
    widths = [written.column_dimensions[name].width for name in "ABCD"]
    assert widths == pytest.approx([8, 48, 24, 20], abs=0.8)
    assert written["B2"].alignment.wrap_text
    heights = written.row_dimensions[2].height
    assert heights is not None
    assert heights >= 6 * 13  # 120 display cells at 20 a line, 13 points each at the least


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("目标", 4), ("a目\nbc", 3), ("ｅ", 2), ("e\u0301", 1), ("", 0)]
)
def test_display_width(text: str, cells: int) -> None:
    assert display_width(text) == cells


def test_levels_indent_and_fold() -> None:
    lines = (Line({"a": "华东"}), Line({"a": "小张"}, level=1), Line({"a": "A产品"}, level=2))
    written = sheet_of(one(Block("b", (Field("a", "甲"),), lines)))
    assert [written[f"A{row}"].alignment.indent for row in (2, 3, 4)] == [1, 2, 3]
    assert [written.row_dimensions[row].outlineLevel for row in (2, 3, 4)] == [0, 1, 2]
    assert written.sheet_properties.outlinePr is not None
    assert written.sheet_properties.outlinePr.summaryBelow is False


# sheets


@pytest.mark.parametrize(
    ("lines", "pages", "orientation"), [(4, 1, "landscape"), (40, 1, "portrait"), (100, 0, "landscape")]
)
def test_no_chart_of_a_short_sheet_is_cut_by_a_page(lines: int, pages: int, orientation: str) -> None:
    """A chart of 320 pixels below the lines covers 13 rows."""
    block = Block(
        "b", (Field("a", "甲"), Field("x", "乙", Format.COUNT)), tuple(Line({"a": "区", "x": 1}) for _ in range(lines))
    )
    chart = Chart(ChartKind.COLUMN, "图", ("b", "a"), (Series("b", "x", "乙"),))
    page = sheet_of(one(block, charts=(chart,))).page_setup
    assert (page.fitToWidth or 1, page.fitToHeight if page.fitToHeight is not None else 1) == (1, pages)
    assert (page.orientation or "portrait") == orientation


@pytest.mark.parametrize(
    ("lines", "pages", "orientation"),
    [(4, 1, "landscape"), (50, 1, "portrait"), (90, 1, "portrait"), (120, 0, "portrait")],
)
def test_charts_beside_a_table_stand_on_its_first_page(lines: int, pages: int, orientation: str) -> None:
    """They end long before an upright page does, so the tables below may go on on the next one."""
    block = Block(
        "b", (Field("a", "甲"), Field("x", "乙", Format.COUNT)), tuple(Line({"a": "区", "x": 1}) for _ in range(lines))
    )
    chart = Chart(ChartKind.COLUMN, "图", ("b", "a"), (Series("b", "x", "乙"),), side=Side.RIGHT)
    page = sheet_of(one(block, charts=(chart,))).page_setup
    assert (page.fitToWidth or 1, page.fitToHeight if page.fitToHeight is not None else 1) == (1, pages)
    assert (page.orientation or "portrait") == orientation


def test_charts_beside_many_tables_go_to_pages_of_their_own() -> None:
    """Tables of 102 display cells and a chart beside them fit an upright page at less than 65 %, apart at 72 %.

    Six tables of 12 rows and their titles are 1,000 pixels and more each second one; none is cut.
    """
    fields = tuple(Field(f"f{at}", "列", width=width) for at, width in enumerate((18, 18, 18, 16, 18, 14)))
    lines = tuple(Line({"f0": "区", "f1": "1"}) for _ in range(12))
    blocks = tuple(Block(f"b{at}", fields, lines, title=f"第{at}张") for at in range(6))
    chart = Chart(ChartKind.COLUMN, "图", ("b0", "f0"), (Series("b0", "f1", "乙"),), side=Side.RIGHT)
    written = sheet_of(one(blocks[0], blocks=blocks, charts=(chart,)))
    page = written.page_setup
    assert (page.orientation or "portrait", page.scale) == ("portrait", 72)
    assert [item.id for item in written.col_breaks.brk] == [6]
    titles = {at for at, (cell, *_) in enumerate(written.values) if str(cell or "").startswith("第")}
    breaks = [item.id for item in written.row_breaks.brk]
    assert breaks
    assert set(breaks) <= titles
    edges = [0, *breaks, written.max_row]
    heights = [
        sum((written.row_dimensions[row + 1].height or 19.5) * 96 / 72 for row in range(*edge))
        for edge in pairwise(edges)
    ]
    assert all(height * 0.72 <= 993 for height in heights)


@pytest.mark.parametrize(
    ("columns", "lines", "orientation"), [(2, 100, "portrait"), (2, 10, "landscape"), (12, 100, "landscape")]
)
def test_long_narrow_tables_print_upright(columns: int, lines: int, orientation: str) -> None:
    """Twelve columns of some ten display cells are wider than an upright page, two are not."""
    fields = tuple(Field(f"f{at}", f"第{at:02}列的名称") for at in range(columns))
    block = Block("b", fields, tuple(Line({"f0": "区"}) for _ in range(lines)))
    assert (sheet_of(one(block)).page_setup.orientation or "portrait") == orientation


def test_sheets_scroll_filter_and_print() -> None:
    written = sheet_of(one(MONTHLY, title="月度", subtitle="8月", frozen_columns=1))
    assert written.freeze_panes == "B5"
    assert written.auto_filter.ref == "A4:H8"
    assert written.print_title_rows == "$4:$4"
    assert written.page_setup.orientation == "landscape"
    assert str(written.page_setup.paperSize) == "9"
    assert (written.page_setup.fitToWidth or 1, written.page_setup.fitToHeight) == (1, 0)
    assert written.sheet_properties.pageSetUpPr is not None
    assert written.sheet_properties.pageSetUpPr.fitToPage
    assert written.oddFooter is not None
    assert written.oddFooter.center is not None
    assert written.oddFooter.center.text == "第 &P 页 / 共 &N 页"


def test_a_title_with_an_ampersand_prints_as_it_is() -> None:
    xml = part(book_bytes(book(Sheet("a", (MONTHLY,)), title="A&P " + "长" * 300)), "xl/worksheets/sheet1.xml")
    header = re.search(r"<oddHeader>(.*?)</oddHeader>", xml)
    assert header is not None
    assert "A&amp;&amp;P 长" in header[1]
    assert len(header[1].replace("&amp;", "&")) <= 255


def test_one_header_is_not_held_over_several_blocks() -> None:
    written = sheet_of(book(Sheet("a", (MONTHLY, REGIONS))))
    assert written.freeze_panes is None
    assert written.print_title_rows is None
    assert written.auto_filter.ref == "A1:H5"
    assert written["A8"].value == "区域"
    titled = sheet_of(book(Sheet("a", (MONTHLY, REGIONS), title="区域与月份", subtitle="8月", frozen_columns=1)))
    assert (titled.freeze_panes, titled.print_title_rows) == ("B2", None)


def test_no_green_triangles() -> None:
    xml = part(book_bytes(one(MONTHLY)), "xl/worksheets/sheet1.xml")
    assert '<ignoredError sqref="A1:H6" numberStoredAsText="1"/>' in xml


def test_names_are_made_safe_and_formulas_follow() -> None:
    made = book(Sheet("区域/A", (REGIONS,)), Sheet("区域:a", (MONTHLY,)))
    file = opened(BytesIO(book_bytes(made)))
    assert file.sheetnames == ["区域-A", "区域-a (2)"]
    assert file.worksheets[0]["C2"].value == "=B2/'区域-a (2)'!$D$6"


def test_links_open_sheets() -> None:
    block = Block(
        "b",
        (Field("s", "表", Format.LINK), Field("n", "名")),
        (Line({"s": "明细/1", "n": "看"}, links={"n": "明细/1"}), Line({"s": "http://a.cn"})),
    )
    written = sheet_of(book(Sheet("目录", (block,)), Sheet("明细/1", (MONTHLY,))))
    assert [written[at].hyperlink.location for at in ("A2", "B2")] == ["'明细-1'!A1"] * 2
    assert written["B2"].value == "看"
    assert written["A3"].hyperlink is None


def test_hidden_sheets_are_hidden_and_the_first_other_one_opens() -> None:
    file = opened(BytesIO(book_bytes(book(Sheet("参数", (REGIONS,), hidden=True), Sheet("月度", (MONTHLY,))))))
    assert [sheet.sheet_state for sheet in file.worksheets] == ["hidden", "visible"]
    assert file.active is file["月度"]


def test_a_sheet_beyond_a_spreadsheet_is_refused() -> None:
    with pytest.raises(CannotWrite) as caught:
        book_bytes(one(Block("b", (Field("a", "甲"),), blank_lines=1_048_576)))
    assert [problem.code for problem in caught.value.problems] == [codes.SHEET_TOO_LARGE]


# templates


def test_a_template_has_blank_lines_dropdowns_and_waiting_formulas(tmp_path: Path) -> None:
    block = Block(
        "goals",
        (
            Field("m", "指标", required=True, choices=("销售额", "回款额")),
            Field("v", "目标值", Format.MONEY),
            Field("h", "一半", Format.MONEY, formula='IF({v}="","",{v}/2)', computed=True),
        ),
        (Line({"m": "销售额", "v": Decimal(100), "h": Decimal(50)}),),
        blank_lines=3,
    )
    path = write_book(one(block), tmp_path / "t.xlsx")
    written = opened(path)["表"]
    (dropdown,) = written.data_validations.dataValidation
    assert (str(dropdown.sqref), dropdown.formula1, dropdown.errorStyle) == ("A2:A5", '"销售额,回款额"', "warning")
    assert written["C5"].value == '=IF(B5="","",B5/2)'
    assert formulas(path)["表"] == {"C2": 50, "C3": None, "C4": None, "C5": None}
    assert written["A5"].border.bottom.style == "thin"
    assert written["B5"].number_format == "#,##0.00"


@pytest.mark.parametrize("choices", [tuple(f"选项{n:04d}" for n in range(60)), ("一,二", "三"), ("=A1", "b")])
def test_choices_that_do_not_fit_in_a_list_go_to_a_hidden_sheet(choices: tuple[str, ...]) -> None:
    made = book(Sheet("选项", (Block("b", (Field("a", "甲", choices=choices),), blank_lines=1),)))
    file = opened(BytesIO(book_bytes(made)))
    (dropdown,) = file["选项"].data_validations.dataValidation
    assert dropdown.formula1 == f"'选项 (2)'!$A$1:$A${len(choices)}"
    lists = file["选项 (2)"]
    assert lists.sheet_state == "hidden"
    assert tuple(str(row[0].value) for row in lists.iter_rows()) == choices


# charts


def test_every_kind_of_chart_draws_the_cells() -> None:
    charts = tuple(
        Chart(kind, kind.value, ("monthly", "person"), (Series("monthly", "actual", "=实际"),)) for kind in ChartKind
    )
    data = book_bytes(one(MONTHLY, charts=charts))
    for number in range(1, len(charts) + 1):
        assert "<c:f>表!$D$2:$D$5</c:f>" in part(data, f"xl/charts/chart{number}.xml")
    assert "<c:v> =实际</c:v>" in part(data, "xl/charts/chart1.xml")


def test_lines_over_columns_have_their_own_axis() -> None:
    chart = Chart(
        ChartKind.COLUMN,
        "达成",
        ("monthly", "person"),
        (Series("monthly", "target", "目标"), Series("monthly", "actual", "实际")),
        lines=(Series("monthly", "rate", "达成率"),),
    )
    xml = part(book_bytes(one(MONTHLY, charts=(chart,))), "xl/charts/chart1.xml")
    assert xml.count("<c:ser>") == 3
    assert xml.count("<c:valAx>") == 2
    assert 'formatCode="0%"' in xml


def test_charts_cover_neither_tables_nor_each_other() -> None:
    pie = Chart(ChartKind.PIE, "占比", ("regions", "region"), (Series("regions", "actual", "实际"),), block="regions")
    charts = (replace(pie, side=Side.RIGHT), replace(pie, side=Side.RIGHT), pie, pie, pie)
    sheet = Sheet("a", (REGIONS, MONTHLY), charts=charts)
    with zipfile.ZipFile(BytesIO(book_bytes(book(sheet)))) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    spots = [tuple(map(int, found)) for found in re.findall(CORNER, drawing)]
    assert len(spots) == 5
    upper, lower, first, second, third = spots
    assert upper[0] == lower[0] == len(FIELDS)  # right of the widest block
    assert lower[1] > upper[3]
    assert first[1] > lower[3]  # below those to the right, since it may reach under them
    assert second[0] >= first[2]
    assert second[1] == first[1]
    assert third[1] > first[3]
    monthly = sheet_of(book(sheet))
    header = next(row[0].row for row in monthly.iter_rows() if row[0].value == "销售员")
    assert header > third[3]


CORNER = re.compile(
    r"<xdr:from><xdr:col>(\d+)</xdr:col>.*?<xdr:row>(\d+)</xdr:row>.*?"
    r"<xdr:to><xdr:col>(\d+)</xdr:col>.*?<xdr:row>(\d+)</xdr:row>"
)


# files


def test_the_same_book_is_the_same_bytes() -> None:
    made = book(Sheet("月度", (MONTHLY, REGIONS)))
    data = book_bytes(made)
    assert data == book_bytes(made)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert opened(BytesIO(data)).properties.created == datetime(2020, 1, 1)


def test_a_book_is_placed_like_any_output(tmp_path: Path) -> None:
    path = tmp_path / "out" / "x.xlsx"
    assert write_book(one(MONTHLY), path) == path
    with pytest.raises(CannotWrite):
        write_book(one(REGIONS), path)
    before = path.read_bytes()
    with pytest.raises(CannotWrite):
        write_book(column(["长" * 40_000]), path, force=True)
    assert path.read_bytes() == before
    with pytest.raises(CannotWrite):
        write_book(one(MONTHLY), path, force=True, inputs=[path])


# parity


@pytest.mark.parity
def test_libreoffice_gets_the_same_figures(tmp_path: Path) -> None:
    empty = Block("e", (Field("n", "人"), Field("a", "额", Format.MONEY, total=Total.SUM)), total=Line({"n": "合计"}))
    made = book(Sheet("区域's", (REGIONS,)), Sheet("月度", (MONTHLY, empty), title="八月"))
    first = write_book(made, tmp_path / "1.xlsx")
    second = write_book(one(MONTHLY), tmp_path / "2.xlsx")
    assert_parity(first, second)
    assert recalculated(second)["表"]["E2"] == 1.05


@pytest.mark.parity
def test_parity_sees_every_kind_of_wrong_figure(tmp_path: Path) -> None:
    block = Block(
        "b",
        (Field("a", "甲", formula="1+1"), Field("b", "乙", formula='"x"&"y"'), Field("c", "丙", formula="1/0")),
        (Line({"a": 3, "b": "z", "c": None}),),
    )
    path = write_book(one(block), tmp_path / "x.xlsx")
    with pytest.raises(AssertionError) as caught:
        assert_parity(path)
    assert [line.split(": is ")[0] for line in str(caught.value).splitlines()[:3]] == [
        f"x.xlsx [表] {cell}" for cell in ("A2", "B2", "C2")
    ]


def test_parity_is_never_skipped_on_ci(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="LibreOffice"):
        recalculated(tmp_path / "x.xlsx")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="LibreOffice"):
        recalculated(tmp_path / "x.xlsx")


def test_bars_of_nothing_below_zero_begin_at_zero(tmp_path: Path) -> None:
    """86 % and 89 % would have an axis of their own; with -5 % among them the program that draws it chooses."""
    for last, begins in ((Fraction(89, 100), True), (Fraction(-5, 100), False)):
        lines = (Line({"name": "甲", "rate": Fraction(86, 100)}), Line({"name": "乙", "rate": last}))
        fields = (Field("name", "名称"), Field("rate", "达成率", Format.RATIO))
        bars = Chart(ChartKind.BAR, "达成率", ("b", "name"), (Series("b", "rate", "达成率"),), percent=True)
        sheet = Sheet("表", (Block("b", fields, lines),), charts=(bars,))
        write_book(Book((sheet,), "本"), path := tmp_path / f"{begins}.xlsx")
        with zipfile.ZipFile(path) as parts:
            drawn = parts.read("xl/charts/chart1.xml").decode()
        assert ('<c:min val="0"/>' in drawn) is begins


@pytest.mark.parametrize(("columns", "orientation"), [(4, "portrait"), (12, "landscape")])
def test_a_wide_table_under_a_chart_lies_to_be_read(tmp_path: Path, columns: int, orientation: str) -> None:
    """Twelve columns of 20 would print at a third of their size upright; lying, the chart above is still whole."""
    few = Block("few", (Field("name", "名称", width=20), Field("sum", "金额", width=20)), (Line({"sum": 1}),))
    fields = tuple(Field(f"c{at}", "列", width=20) for at in range(columns))
    many = Block("many", fields, (Line({"c0": 1}),) * 200)
    chart = Chart(
        ChartKind.COLUMN, "图", ("few", "name"), (Series("few", "sum", "金额"),), block="few", size=(640, 260)
    )
    write_book(Book((Sheet("表", (few, many), charts=(chart,)),), "本"), tmp_path / "o.xlsx")
    assert (opened(tmp_path / "o.xlsx")["表"].page_setup.orientation or "portrait") == orientation
