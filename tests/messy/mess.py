"""What people and programs do to a table before it reaches us: each quirk turns a clean workbook into a real one.

A quirk changes pages before they are written, or bytes afterwards, and never what the table says: reading
the messy workbook has to give what the clean one gives.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from tests.messy.company import Tables
from tests.sheets import Cell

Rows = list[list[Cell]]


@dataclass
class Page:
    """A sheet being messed up. `merged` are (first row, first column, last row, last column) from 0."""

    name: str
    rows: Rows
    header: int = 0
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    filtered: bool = False

    @property
    def width(self) -> int:
        return max(map(len, self.rows))

    @property
    def data(self) -> Rows:
        return self.rows[self.header + 1 :]

    def figures(self) -> list[int]:
        """The columns that hold numbers only."""
        return [
            col
            for col in range(len(self.rows[self.header]))
            if all(isinstance(row[col], int | float) for row in self.data)
        ]

    def put_above(self, *rows: list[Cell]) -> None:
        self.rows[:0] = [list(row) for row in rows]
        self.header += len(rows)
        self.merged = [(a + len(rows), b, c + len(rows), d) for a, b, c, d in self.merged]

    def put_left(self, count: int) -> None:
        self.rows = [[*[None] * count, *row] for row in self.rows]
        self.merged = [(a, b + count, c, d + count) for a, b, c, d in self.merged]


Pages = list[Page]
Quirk = Callable[[Pages], None]


def pages_of(tables: Tables) -> Pages:
    return [Page(name, [[*row, *[None] * (len(rows[0]) - len(row))] for row in rows]) for name, rows in tables.items()]


def saved(pages: Pages, *, date1904: bool = False) -> bytes:
    """The pages as an .xlsx, by openpyxl."""
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.remove(book.worksheets[0])
    if date1904:
        book.epoch = CALENDAR_MAC_1904
    for page in pages:
        sheet = book.create_sheet(page.name)
        for row in page.rows:
            sheet.append(list(row))
        for first_row, first_column, last_row, last_column in page.merged:
            sheet.merge_cells(None, first_row + 1, first_column + 1, last_row + 1, last_column + 1)
        for row_index in page.hidden_rows:
            sheet.row_dimensions[row_index + 1].hidden = True
        for (row_index, column), form in page.formats.items():
            sheet.cell(row_index + 1, column + 1).number_format = form
        if page.filtered:
            sheet.auto_filter.ref = sheet.dimensions
        if page.hidden:
            sheet.sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


# -- where the table stands -----------------------------------------------------------------------------------


def titles_above(pages: Pages) -> None:
    for page in pages:
        page.put_above(
            ["华东大区销售管理表"], ["编制部门：销售部", None, "单位：元"], ["填写说明：黄色列必填，灰色列勿动"], []
        )
        page.merged.append((0, 0, 0, page.width - 1))


def deep_and_to_the_right(pages: Pages) -> None:
    for page in pages:
        page.put_above(*[[] for _ in range(17)])
        page.put_left(6)
        page.rows[2] = [None, "公司标志"]


def a_logo_beside_the_header(pages: Pages) -> None:
    for page in pages:
        page.put_left(2)
        page.rows[0][0] = "LOGO"


def notes_beside(pages: Pages) -> None:
    for page in pages:
        page.rows = [
            [*row, None, note] for row, note in zip(page.rows, _endless("备注：", "内部资料", 2026, None), strict=False)
        ]


def notes_below(pages: Pages) -> None:
    for page in pages:
        page.rows += [[], ["注：以上数据截至月底"], ["制表：张三", None, "审核：李四"], ["填表日期：2026-08-31"]]


def _endless(*cells: Cell) -> Any:
    from itertools import chain, repeat

    return chain(cells, repeat(None))


# -- rows that are no data ------------------------------------------------------------------------------------


def _total(page: Page, label: str | None, rows: Rows | None = None) -> list[Cell]:
    counted = page.data if rows is None else rows
    total: list[Cell] = [None] * len(page.rows[page.header])
    for col in page.figures():
        total[col] = sum(row[col] for row in counted)  # type: ignore[misc]  # numbers only, by figures()
    if label is not None:
        total[0] = label
    return total


def _summable(page: Page) -> bool:
    """Whether sums make sense: goals, shares and ratios are not added up."""
    return page.name in ("月度目标分解与跟踪表", "销售周报", "月度计划", "销售员名册")


def a_total_below(pages: Pages) -> None:
    for page in pages:
        if _summable(page):
            page.rows.append(_total(page, "合 计："))


def a_total_under_the_header(pages: Pages) -> None:
    for page in pages:
        if _summable(page):
            page.rows.insert(page.header + 1, _total(page, "总计"))


def a_sum_without_a_label(pages: Pages) -> None:
    for page in pages:
        if _summable(page):
            page.rows.append(_total(page, None))


def a_sum_under_the_header_without_a_label(pages: Pages) -> None:
    for page in pages:
        if _summable(page):
            page.rows.insert(page.header + 1, _total(page, None))


def subtotals(pages: Pages) -> None:
    for page in pages:
        if _summable(page):
            first, second = page.data[:2], page.data[2:]
            head = page.rows[: page.header + 1]
            parts = (first, _total(page, "小计", first), second, _total(page, "小计", second), _total(page, "合计"))
            page.rows = [*head, *first, parts[1], *second, parts[3], parts[4]]


def blank_rows_between(pages: Pages) -> None:
    for page in pages:
        blank: list[Cell] = [None, "　"]
        page.rows = [line for row in page.rows for line in (row, list(blank))]


def the_header_repeated(pages: Pages) -> None:
    for page in pages:
        page.rows.insert(page.header + 3, list(page.rows[page.header]))


def numbered_rows(pages: Pages) -> None:
    for page in pages:
        page.rows = [["序号", *page.rows[0]], *([at, *row] for at, row in enumerate(page.rows[1:], 1))]


# -- other tables on the sheet --------------------------------------------------------------------------------


def another_table_below(pages: Pages) -> None:
    for page in pages:
        page.rows += [[], [], ["部门", "电话", "分机", "传真", "主管"], ["财务部", 62001, 1, 2, "老陈"]]


def another_table_beside(pages: Pages) -> None:
    other: Rows = [["费用项目", "金额"], ["差旅", 3000], ["招待", 1500], ["合计", 4500]]
    for page in pages:
        height = max(len(page.rows), len(other))
        page.rows += [[None] * page.width for _ in range(height - len(page.rows))]
        page.rows = [[*row, None, *(other[at] if at < len(other) else [])] for at, row in enumerate(page.rows)]


def gaps_between_columns(pages: Pages) -> None:
    for page in pages:
        page.rows = [[cell for pair in row for cell in (pair, None)] for row in page.rows]


# -- headers --------------------------------------------------------------------------------------------------


def a_second_level_above(pages: Pages) -> None:
    for page in pages:
        figures = page.figures()
        if len(figures) < 2 or figures != list(range(figures[0], figures[0] + len(figures))) or not figures[0]:
            continue
        page.put_above([*["基本信息"] * figures[0], *["业绩情况"] * len(figures)])
        page.merged += [(0, 0, 0, figures[0] - 1), (0, figures[0], 0, figures[-1])]


def headers_merged_downwards(pages: Pages) -> None:
    for page in pages:
        width = len(page.rows[0])
        page.rows.insert(1, [None] * width)
        page.merged += [(0, col, 1, col) for col in range(width)]


def odd_spaces(pages: Pages) -> None:
    for page in pages:
        page.rows[0] = [f"\u3000{str(cell)[0]}\u00a0{str(cell)[1:]}\u200b " for cell in page.rows[0]]
        page.rows[1:] = [
            [f"\u200b{cell}\u00a0" if isinstance(cell, str) and cell else cell for cell in row] for row in page.rows[1:]
        ]


def line_breaks_and_marks(pages: Pages) -> None:
    for page in pages:
        page.rows[0] = [f"*{str(cell)[:2]}\n{str(cell)[2:]}：" for cell in page.rows[0]]


def required_in_brackets(pages: Pages) -> None:
    for page in pages:
        page.rows[0] = [f"{cell}（必填）" for cell in page.rows[0]]


_MONEY: Final = ("月度目标", "累计实际", "销售额", "去年实际", "回款额")


def _in_wan(page: Page) -> list[int]:
    """Put the columns of money into ten thousands of yuan; these columns."""
    money = [col for col, header in enumerate(page.rows[0]) if header in _MONEY]
    for row in page.data:
        for col in money:
            row[col] = round(row[col] / 10_000, 8)  # type: ignore[operator]  # money
    return money


def money_in_wan(pages: Pages) -> None:
    for page in pages:
        for col in _in_wan(page):
            page.rows[0][col] = f"{page.rows[0][col]}（万元）"


def units_in_a_row(pages: Pages) -> None:
    for page in pages:
        if money := _in_wan(page):
            page.rows.insert(1, ["（万元）" if col in money else None for col in range(page.width)])


def units_below_merged_headers(pages: Pages) -> None:
    for page in pages:
        if money := _in_wan(page):
            page.rows.insert(1, ["万元" if col in money else None for col in range(page.width)])
            page.merged = [(0, col, 1, col) for col in range(page.width) if col not in money]


def traditional_headers(pages: Pages) -> None:
    words = str.maketrans("区线售员号计实际额标项维称业绩达产开单数选层级励发对决关贡献销",
                          "區線售員號計實際額標項維稱業績達產開單數選層級勵發對決關貢獻銷")  # fmt: skip
    for page in pages:
        page.rows[0] = [str(cell).translate(words) for cell in page.rows[0]]


# -- cells ----------------------------------------------------------------------------------------------------


def figures_as_text(pages: Pages) -> None:
    for page in pages:
        figures = page.figures()
        for row in page.data:
            for col in figures:
                number = row[col]
                if isinstance(number, int | float) and number > 3000:
                    row[col] = f" {number:,} "


def full_width_figures(pages: Pages) -> None:
    wide = {ord("0") + n: 0xFF10 + n for n in range(10)} | {ord("."): "．", ord(","): "，"}
    for page in pages:
        figures = page.figures()
        for row in page.data:
            for col in figures:
                number = row[col]
                if isinstance(number, int | float) and number > 3000:
                    row[col] = f"{number:,}".translate(wide)


def money_with_signs(pages: Pages) -> None:
    for page in pages:
        for col, header in enumerate(page.rows[0]):
            if header in ("月度目标", "累计实际", "销售额", "去年实际", "回款额"):
                for at, row in enumerate(page.data):
                    row[col] = (f"￥{row[col]:,}", f"{row[col]}元", f"¥ {row[col]:,}")[at % 3]


def dates_as_text(pages: Pages) -> None:
    forms = ("{0.year}年{0.month}月{0.day}日", "{0.year}/{0.month}/{0.day}", "{0.year}.{0.month}.{0.day}", "{0:%Y%m%d}")
    _each_date(pages, lambda day, at: forms[at % 4].format(day))


def dates_as_bare_numbers(pages: Pages) -> None:
    _each_date(pages, lambda day, at: (day - date(1899, 12, 30)).days)


def _each_date(pages: Pages, change: Callable[[date, int], Cell]) -> None:
    for page in pages:
        for at, row in enumerate(page.data):
            for col, cell in enumerate(row):
                if isinstance(cell, date) and not isinstance(cell, datetime):
                    row[col] = change(cell, at)


def a_merged_region(pages: Pages) -> None:
    """Equal neighbours of the columns 区域 and 月份 merged, as people do with sorted rows."""
    for page in pages:
        for col, header in enumerate(page.rows[0]):
            if header not in ("区域", "周开始日期", "月份", "维度"):
                continue
            first = 1
            for at in range(2, len(page.rows) + 1):
                if at < len(page.rows) and page.rows[at][col] == page.rows[first][col]:
                    continue
                if at - first > 1:
                    page.merged.append((first, col, at - 1, col))
                first = at


def dashes_for_nothing(pages: Pages) -> None:
    for page in pages:
        for at, row in enumerate(page.data):
            for col, cell in enumerate(row):
                if cell is None:
                    row[col] = ("-", "—", "/", "无", "N/A")[at % 5]


# -- sheets ---------------------------------------------------------------------------------------------------


def instructions_first(pages: Pages) -> None:
    pages.insert(0, Page("填写说明", [["填写说明"], ["一、每周五17:00前提交"], ["二、金额单位为元", "例：800000"]]))


def an_old_copy_hidden(pages: Pages) -> None:
    pages[:0] = [Page(f"{page.name[:20]}_旧", [list(row) for row in page.rows], hidden=True) for page in pages]
    for page in pages[len(pages) // 2 :]:
        page.name = f"新{page.name[:20]}"


def an_empty_twin(pages: Pages) -> None:
    pages[:0] = [Page(f"空白{page.name[:20]}", [list(page.rows[0])]) for page in pages]
    for page in pages[len(pages) // 2 :]:
        page.name = f"填好的{page.name[:20]}"


def sheets_of_no_name(pages: Pages) -> None:
    for at, page in enumerate(pages, 1):
        page.name = f"Sheet{at}"


def pictures_of_wps(pages: Pages) -> None:
    """A column of pictures as WPS stores them; the file's part of it is added by :func:`with_wps_pictures`."""
    for page in pages:
        page.rows[0].append("照片")
        for at, row in enumerate(page.data, 1):
            row.append(f'=_xlfn.DISPIMG("ID_{at}",1)')


def rows_filtered_away(pages: Pages) -> None:
    for page in pages:
        page.filtered, page.hidden_rows = True, {2}


def as_it_is(pages: Pages) -> None:
    """Nothing."""


QUIRKS: Final[Mapping[str, Quirk]] = {
    quirk.__name__.replace("_", " "): quirk
    for quirk in (
        titles_above,
        deep_and_to_the_right,
        a_logo_beside_the_header,
        notes_beside,
        notes_below,
        a_total_below,
        a_total_under_the_header,
        a_sum_without_a_label,
        a_sum_under_the_header_without_a_label,
        subtotals,
        blank_rows_between,
        the_header_repeated,
        numbered_rows,
        another_table_below,
        another_table_beside,
        gaps_between_columns,
        a_second_level_above,
        headers_merged_downwards,
        odd_spaces,
        line_breaks_and_marks,
        required_in_brackets,
        money_in_wan,
        units_in_a_row,
        units_below_merged_headers,
        traditional_headers,
        figures_as_text,
        full_width_figures,
        money_with_signs,
        dates_as_text,
        dates_as_bare_numbers,
        a_merged_region,
        dashes_for_nothing,
        instructions_first,
        an_old_copy_hidden,
        an_empty_twin,
        sheets_of_no_name,
        rows_filtered_away,
    )
}


# -- what programs make of the file ---------------------------------------------------------------------------


def rebuilt(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The package with every part changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in package.namelist():
            made.writestr(name, change(name, package.read(name)))
    return out.getvalue()


_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
}


def strict(data: bytes) -> bytes:
    def change(_: str, part: bytes) -> bytes:
        for transitional, iso in _STRICT.items():
            part = part.replace(transitional, iso)
        return part

    return rebuilt(data, change)


def utf_16(data: bytes) -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if not name.endswith(".xml") or name.startswith("["):
            return part
        return re.sub(r"^<\?xml[^>]*\?>", "", part.decode()).encode("utf-16")

    return rebuilt(data, change)


def shared_texts(data: bytes) -> bytes:
    """Texts kept once for the whole workbook, as Excel does; what openpyxl writes into the cells."""
    texts: dict[str, int] = {}

    def change(name: str, part: bytes) -> bytes:
        if "worksheets/" not in name:
            return part
        return re.sub(
            r' t="inlineStr"><is>(.*?)</is>',
            lambda cell: f' t="s"><v>{texts.setdefault(cell[1], len(texts))}</v>',
            part.decode(),
            flags=re.DOTALL,
        ).encode()

    changed = rebuilt(data, change)
    strings = f'<sst xmlns="{_MAIN}">{"".join(f"<si>{text}</si>" for text in texts)}</sst>'
    link = f'<Relationship Id="rIdT" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    out = BytesIO(
        rebuilt(
            changed,
            lambda name, part: (
                part.replace(b"</Relationships>", link.encode()) if name == "xl/_rels/workbook.xml.rels" else part
            ),
        )
    )
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("xl/sharedStrings.xml", strings)
    return out.getvalue()


def with_wps_pictures(data: bytes) -> bytes:
    """Pictures in cells: a formula only WPS knows, its saved result, and a part no other program has."""

    def change(name: str, part: bytes) -> bytes:
        if "worksheets/" not in name:
            return part
        return re.sub(
            r'<c r="(\w+)"[^>]*><f>(_xlfn\.DISPIMG\([^<]*)</f><v\s*/?>(?:</v>)?</c>',
            r'<c r="\1" t="str"><f>\2</f><v>=DISPIMG("ID_1",1)</v></c>',
            part.decode(),
        ).encode()

    out = BytesIO(rebuilt(data, change))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(
            "xl/cellimages.xml", '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>'
        )
        package.writestr("xl/media/image1.png", b"\x89PNG" + bytes(2000))
    return out.getvalue()


def formats_to_the_edge(data: bytes) -> bytes:
    """Blank cells that carry a format, out to the last row and column."""
    far = b'<row r="1048576"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row></sheetData>'
    return rebuilt(data, lambda name, part: part.replace(b"</sheetData>", far) if "worksheets/" in name else part)


def a_false_dimension(data: bytes) -> bytes:
    false = rb'<dimension ref="A1:XFD1048576"/>'
    return rebuilt(
        data, lambda name, part: re.sub(rb"<dimension [^>]*>", false, part) if "worksheets/" in name else part
    )


def cells_without_addresses(data: bytes) -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if "worksheets/" not in name or b"mergeCell" in part:
            return part
        return re.sub(rb'<(c|row) r="\w+"', rb"<\1", part)

    return rebuilt(data, change)


FORMS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    form.__name__.replace("_", " "): form
    for form in (strict, utf_16, shared_texts, formats_to_the_edge, a_false_dimension, cells_without_addresses)
}


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
