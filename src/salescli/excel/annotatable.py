"""Whether an annotated copy of a workbook can be made, and at what cost: asked before anything is checked.

openpyxl keeps about half a kibibyte for each cell and row, formatted blanks and every cell within a merged area
included, and reads all parts but sheets and texts as trees.
"""

import re
import zipfile
from pathlib import Path
from typing import Final

from salescli.excel.addresses import column_index
from salescli.excel.guard import Limits
from salescli.table.codes import check as codes
from salescli.table.errors import UnusableFile
from salescli.table.problem import Place, problem

_KEPT: Final = re.compile(rb"<(?:[^\s<>/:]+:)?(?:c|row)[\s/>]")
_MERGED: Final = re.compile(rb"""<(?:[^\s<>/:]+:)?mergeCell\s[^<>]*?ref\s*=\s*["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']""")
_TREE: Final = 200
"""Bytes of another part that cost, as a tree, about what a cell costs."""


def ensure_annotatable(source: Path, kind: str, limits: Limits) -> None:
    """Raise UnusableFile unless `source`, a workbook that was read as one of `kind`, can be copied within `limits`."""
    place = Place(str(source))
    if kind != "xlsx":
        raise UnusableFile([problem(codes.CANNOT_ANNOTATE, place, kind=f".{kind}")])
    if not zipfile.is_zipfile(source):
        raise UnusableFile([problem(codes.NO_ENCRYPTED_COPY, place)])
    most = limits.max_annotated_cells
    with zipfile.ZipFile(source) as package:
        cells = 0
        for entry in package.infolist():
            if "worksheets/" in entry.filename and entry.filename.endswith(".xml"):
                cells += _cells(package.read(entry))
            elif entry.filename.endswith((".xml", ".vml", ".rels")) and "sharedStrings" not in entry.filename:
                cells += entry.file_size // _TREE
            if cells > most:
                raise UnusableFile([problem(codes.TOO_LARGE_TO_ANNOTATE, place, cells=f"{cells:,}", limit=f"{most:,}")])


def _cells(sheet: bytes) -> int:
    """How many cells and rows a copy of a sheet has to keep."""
    kept = sum(1 for _ in _KEPT.finditer(sheet))
    return kept + sum(_area(*match.groups()) for match in _MERGED.finditer(sheet))


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    return (column_index(right) - column_index(left) + 1) * (int(bottom) - int(top) + 1)
