"""A copy of the user's own workbook with the cells in question coloured and noted.

openpyxl rewrites what it understands and drops the rest (sparklines, slicers, saved formula results …), so
this is only ever a copy, and what the copy cannot keep is said.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salescli.excel.place import place
from salescli.table.codes import check as codes
from salescli.table.errors import UnusableFile
from salescli.table.problem import Place, Problem, Severity, problem
from salescli.words.language import Lang, Text, language_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FILLS: Final = {Severity.ERROR: "FFF4B6B6", Severity.WARNING: "FFFFE699", Severity.NOTE: "FFDDEBF7"}
_ORDER: Final = tuple(Severity)
_ROW: Final = re.compile(r"(\d+):\d+")
_LOST: Final = (
    (re.compile(r"xl/slicers?/"), Text("切片器", "slicers")),
    (re.compile(r"xl/media/"), Text("图片", "pictures")),
    (re.compile(r"xl/(?:diagrams|embeddings|ink)/"), Text("嵌入对象", "embedded objects")),
    (re.compile(r"xl/cellimages|xl/richData/"), Text("单元格图片", "pictures in cells")),
)


def annotate(
    source: Path, problems: Iterable[Problem], output: Path, *, force: bool = False
) -> tuple[Path, list[Problem]]:
    """Write the annotated copy of `source` to `output`; return its path and what the copy cannot keep.

    Notes are written in the language of the workbook. Raises UnusableFile for a file that is no .xlsx or
    .xlsm package, and CannotWrite as :func:`salescli.excel.place.place` does.
    """
    if not zipfile.is_zipfile(source):
        raise UnusableFile([problem(codes.CANNOT_ANNOTATE, Place(str(source)), kind=source.suffix or "?")])
    from openpyxl import load_workbook

    book = load_workbook(source, keep_vba=source.suffix.casefold() == ".xlsm", rich_text=True)
    lang = _language(book)
    remarks: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for item in problems:
        if item.place.sheet in book.sheetnames and item.place.cell:
            remarks[item.place.sheet, item.place.cell].append(item)
    for (sheet, cell), items in remarks.items():
        _remark(book[sheet], cell, items, lang)
    lost = _lost(source, book)
    path = place(output, book.save, force=force, inputs=[source])
    return path, [problem(codes.ANNOTATED_COPY_LOSES, Place(str(output)), features=lost)] if lost else []


def _remark(sheet: "Worksheet", cell: str, items: list[Problem], lang: Lang) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    row = _ROW.fullmatch(cell)
    target = sheet[_anchor(sheet, f"A{row[1]}" if row else cell)]
    worst = min((item.severity for item in items), key=_ORDER.index)
    target.fill = PatternFill("solid", fgColor=FILLS[worst])
    lines = [f"{item.severity.word.say(lang)}: {item.message(lang)}" for item in items]
    if target.comment is not None:
        lines.insert(0, target.comment.text)
    target.comment = Comment("\n".join(lines), "salescli", width=320, height=60 + 40 * len(lines))


def _anchor(sheet: "Worksheet", address: str) -> str:
    """The cell itself, or the first cell of the merged range it lies in."""
    for merged in sheet.merged_cells.ranges:
        if address in merged:
            return str(merged.coord.split(":")[0])
    return address


def _language(book: "Workbook") -> Lang:
    texts = [*book.sheetnames]
    for sheet in book.worksheets:
        texts += [str(cell) for row in sheet.iter_rows(max_row=6, values_only=True) for cell in row if cell]
    return language_of(texts)


def _lost(source: Path, book: "Workbook") -> tuple[Text, ...]:
    with zipfile.ZipFile(source) as package:
        names = package.namelist()
        sheets = [package.read(name) for name in names if name.startswith("xl/worksheets/sheet")]
    lost = [text for pattern, text in _LOST if any(pattern.match(name) for name in names)]
    if any(b"sparkline" in content for content in sheets):
        lost.append(Text("迷你图", "sparklines"))
    if any(b"<f" in content for content in sheets):
        lost.append(Text("公式的已存结果(打开后会重新计算)", "saved results of formulas (they recalculate on opening)"))
    return tuple(lost)
