"""A copy of the user's own workbook with the cells in question coloured and noted.

openpyxl rewrites what it understands and drops the rest (sparklines, slicers, saved formula results …), so
this is only ever a copy, and what the copy cannot keep is said.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salescli.excel.headers import ROWS_SEARCHED
from salescli.excel.place import place
from salescli.excel.spoken import spoken
from salescli.table.codes import check as codes
from salescli.table.errors import CannotRun, UnusableFile
from salescli.table.problem import Place, Problem, Severity, problem
from salescli.words.language import Lang, Text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FILLS: Final = {Severity.ERROR: "FFF4B6B6", Severity.WARNING: "FFFFE699", Severity.NOTE: "FFDDEBF7"}
_ORDER: Final = tuple(Severity)
_STRICT: Final = b"http://purl.oclc.org/ooxml"
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

    Notes are written in the language of the workbook. `source` was found annotatable
    (:func:`salescli.excel.annotatable.ensure_annotatable`); raises UnusableFile where openpyxl does not understand
    it all the same, and CannotWrite as :func:`salescli.excel.place.place` does.
    """
    book = _opened(source)
    lang = _language(book)
    remarks: defaultdict[tuple[str, str], list[Problem]] = defaultdict(list)
    for item in problems:
        if item.place.sheet in book.sheetnames and item.place.cell:
            remarks[item.place.sheet, item.place.cell].append(item)
    for (sheet, cell), items in remarks.items():
        _remark(book[sheet], cell, items, lang)
    lost = _lost(source, book)
    content = _saved(source, book)
    path = place(output, lambda file: _write(file, content), force=force, inputs=[source])
    return path, [problem(codes.ANNOTATED_COPY_LOSES, Place(str(output)), features=lost)] if lost else []


def _opened(source: Path) -> "Workbook":
    """The workbook as openpyxl understands it; raises UnusableFile for one it does not, though it can be read."""
    from openpyxl import load_workbook

    try:
        return load_workbook(_transitional(source), keep_vba=source.suffix.casefold() == ".xlsm", rich_text=True)
    except Exception as error:  # it raises whatever it stumbles over
        raise UnusableFile([problem(codes.CANNOT_COPY, Place(str(source)))]) from error


def _saved(source: Path, book: "Workbook") -> BytesIO:
    """The workbook's bytes, made in memory: a zip that cannot be finished on the disk complains on its own account.

    openpyxl lays its sheets into the temporary folder first; raises CannotRun where that has no room for them.
    """
    content = BytesIO()
    try:
        book.save(content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CannotRun([problem(codes.NO_TEMPORARY_ROOM, folder=_temporary_folder(), reason=reason)]) from error
    except Exception as error:  # as above: what it read it cannot always write
        raise UnusableFile([problem(codes.CANNOT_COPY, Place(str(source)))]) from error
    return content


def _temporary_folder() -> str:
    """The folder that openpyxl uses; where none can be written to, the one that was asked for or the usual one."""
    import os
    import tempfile

    try:
        return tempfile.gettempdir()
    except OSError:
        return next((os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if os.environ.get(name)), "/tmp")


def _transitional(source: Path) -> BytesIO:
    """A package of strict OOXML in the namespaces of the other dialect, the only one openpyxl knows."""
    content = source.read_bytes()
    with zipfile.ZipFile(BytesIO(content)) as package:
        books = [name for name in package.namelist() if name.endswith("workbook.xml")]
        if not any(_STRICT in package.read(name) for name in books):
            return BytesIO(content)
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
            for name in package.namelist():
                part = package.read(name)
                copy.writestr(name, _dialect(part) if name.endswith((".xml", ".rels")) else part)
    return made


def _dialect(part: bytes) -> bytes:
    part = part.replace(_STRICT + b"/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main")
    return re.sub(re.escape(_STRICT) + rb"/(\w+)/", rb"http://schemas.openxmlformats.org/\1/2006/", part)


def _write(file: Path, content: BytesIO) -> None:
    file.write_bytes(content.getbuffer())


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
    tops = (
        tuple(sheet.iter_rows(max_row=min(ROWS_SEARCHED, sheet.max_row), values_only=True)) for sheet in book.worksheets
    )
    return spoken(book.sheetnames, tops)


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
