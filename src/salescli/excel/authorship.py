"""Whether a workbook is one that salescli wrote: its author property says so."""

import zipfile
from pathlib import Path
from typing import Final

AUTHOR: Final = "salescli"
"""What a written workbook names as its author."""


def written_by_us(path: Path) -> bool:
    """Whether `path`, a workbook that was read before, bears our mark; a file of another kind does not."""
    try:
        with zipfile.ZipFile(path) as package:
            core = package.read("docProps/core.xml")
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return False
    return f"<dc:creator>{AUTHOR}</dc:creator>".encode() in core
