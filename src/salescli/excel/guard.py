"""The guard: it looks at an input file before the reader does, and lets through only what was looked at.

The reader allocates whatever a file asks for and aborts the process when it cannot have it, which no
`except` catches; and it shows error cells and formulas without a saved result as blanks. So the guard bounds
sizes, refuses what is no workbook with a reason, and notes the cells the reader cannot give. It goes by the
content; a file's extension proves nothing.
"""

from typing import Final

from salescli.excel.reading.biff import clear_xls
from salescli.excel.reading.compound import MAGIC
from salescli.excel.reading.flaws import MOST_FLAWS, TooManyFlaws
from salescli.excel.reading.ooxml import Parts, main_part
from salescli.excel.reading.opendocument import clear_ods
from salescli.excel.reading.package import unpack
from salescli.excel.reading.suspect import USUAL, Cleared, Limits, Suspect
from salescli.excel.reading.xlsb import clear_xlsb
from salescli.excel.reading.xlsx import clear_xlsx
from salescli.table.codes import files as codes

__all__ = ["USUAL", "Cleared", "Limits", "Suspect", "clear", "is_text"]

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")


def is_text(suspect: Suspect) -> bool:
    """Whether the content is neither a zip nor a compound file, so that it can only be text."""
    return not suspect.data.startswith((*_ZIP, MAGIC))


def clear(suspect: Suspect, only: str | None = None) -> Cleared:
    """Look at a binary workbook, its sheet `only` or all of them; raises UnusableFile."""
    try:
        return _clear(suspect, only)
    except TooManyFlaws as error:
        raise suspect.refusal(codes.TOO_MANY_FLAWS, limit=f"{MOST_FLAWS:,}") from error


def _clear(suspect: Suspect, only: str | None) -> Cleared:
    if suspect.data.startswith(MAGIC):
        return clear_xls(suspect)
    data = unpack(suspect)
    parts = Parts.of(suspect, data)
    if b"opendocument.spreadsheet" in (data.get("mimetype") or data.get("META-INF/manifest.xml") or b""):
        return clear_ods(parts)
    main = main_part(parts)
    return (clear_xlsb if main.lower().endswith(".bin") else clear_xlsx)(parts, main, only)
