"""Names of sheets and files made from any text a user may have typed.

The rules are the strictest of the programs and systems a file may meet: Excel (whose Chinese and Japanese
editions refuse the full-width forms of the forbidden characters as well), WPS, LibreOffice, Windows, macOS.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

SHEET_LENGTH: Final = 31
"""What Excel allows, counted in UTF-16 units: an emoji counts twice."""

FILE_BYTES: Final = 180
"""UTF-8 bytes of a file name: below every system's 255, with room for lock files and a long folder."""

_IN_SHEETS: Final = re.compile(r"[\[\]:*?/\\［］：＊？／＼]")
_UNSEEN: Final = {"Cc", "Cf", "Cs"}
_IN_FILES: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.I | re.S)


def sheet_name(text: str, taken: Iterable[str] = ()) -> str:
    """`text` as a sheet name Excel accepts, unlike every name in `taken`; ``Sheet`` when nothing is left."""
    name = _IN_SHEETS.sub("-", _visible(text)).strip(" '")
    name = _cut(name, SHEET_LENGTH, _utf16_length).strip(" '") or "Sheet"
    if name.casefold() == "history":
        name += "_"
    return _unlike(name, taken, SHEET_LENGTH, _utf16_length)


def file_name(text: str, suffix: str = "", taken: Iterable[str] = ()) -> str:
    """`text` plus `suffix` as a file name for any system, unlike every name in `taken`; ``file`` if empty."""
    room = FILE_BYTES - len(suffix.encode())
    name = _IN_FILES.sub("-", _visible(text)).strip(" .")
    name = _cut(name.removeprefix("~$"), room, _bytes_length).strip(" .") or "file"
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return _unlike(name, taken, FILE_BYTES, _bytes_length, suffix)


def sheet_names(texts: Iterable[str]) -> tuple[str, ...]:
    """A safe name for each text, in order, no two alike."""
    names: list[str] = []
    for text in texts:
        names.append(sheet_name(text, names))
    return tuple(names)


def file_names(texts: Iterable[str], suffix: str = "") -> tuple[str, ...]:
    """A safe file name for each text, in order, no two alike even where case does not count."""
    names: list[str] = []
    for text in texts:
        names.append(file_name(text, suffix, names))
    return tuple(names)


def _visible(text: str) -> str:
    """Composed, on one line, without control and direction-changing characters and halves of characters."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(
        char for char in composed if unicodedata.category(char) not in _UNSEEN and char not in "\ufffe\uffff"
    )


def _unlike(name: str, taken: Iterable[str], room: int, length: Callable[[str], int], suffix: str = "") -> str:
    used = {_key(other) for other in taken}
    candidate, number = name + suffix, 1
    while _key(candidate) in used:
        number += 1
        mark = f" ({number}){suffix}"
        candidate = (_cut(name, room - length(mark), length).rstrip(" .'") or "_") + mark
    return candidate


def _key(name: str) -> str:
    """Two names with one key are one name to some program."""
    return unicodedata.normalize("NFKC", name).casefold()


def _cut(text: str, room: int, length: Callable[[str], int]) -> str:
    while length(text) > room:
        text = text[: max(len(text) - max(1, (length(text) - room) // 4), 0)]
    return text


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _bytes_length(text: str) -> int:
    return len(text.encode())
