"""Cells that hold words: free text, names, and one of a set of choices."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, ClassVar, Final, Protocol

from salescli.table.codes import cells as codes
from salescli.table.kind import CellContext, CellError, Kind, ShownNumber, Stored, normal
from salescli.words.language import Lang, Text

_SPACED: Final = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
"""Blanks between Chinese characters, which people put in to make names line up (``李 娜``)."""

_LOST_DIGITS: Final = re.compile(r"\d(?:\.\d+)?E\+(?:1[1-9]|[2-9]\d)", re.IGNORECASE)
"""How Excel writes a number of twelve digits or more into a text table: ``1.10101E+17``."""

_MARKED_AS_TEXT: Final = re.compile(r"['\u2018\u2019\uff07]\d+")
"""Digits behind the apostrophe that has a spreadsheet take them for a text: a text table holds it as it was typed."""

_PICTURES: Final = ("=DISPIMG(", "=_xlfn.DISPIMG(")
"""What the text of a cell is in which WPS keeps a picture."""


_TIDY: Final = re.compile(r"[!\x22$-&(),-<>-~\u4e00-\u9fff\n]*+")
"""Chinese characters and those of ASCII, without white space and ``#``, ``'``, ``*``, ``+``, ``=``, for
which a name is looked at."""


class TextKind(Kind[str]):
    """Free text, kept word for word (outer white space aside); a number typed as text keeps its digits."""

    name: ClassVar[str] = "text"
    label: ClassVar[Text] = Text("文字", "text")
    python: ClassVar[type[Any]] = str
    format: ClassVar[str] = "wrapped"
    width: ClassVar[int] = 24

    def plain(self, cells: Sequence[Any], context: CellContext) -> list[str] | None:
        return _as_they_are(cells)

    def parse(self, raw: object, context: CellContext) -> str:
        return _as_text(raw)


class NameKind(Kind[str]):
    """What identifies somebody or something: NFKC, single spaces, without the documents' leading ``*``."""

    name: ClassVar[str] = "name"
    label: ClassVar[Text] = Text("名称", "name")
    python: ClassVar[type[Any]] = str
    format: ClassVar[str] = "text"
    width: ClassVar[int] = 14

    def plain(self, cells: Sequence[Any], context: CellContext) -> list[str] | None:
        return _as_they_are(cells)

    def parse(self, raw: object, context: CellContext) -> str:
        if isinstance(raw, str):
            _refuse_what_is_no_name(raw.strip())
            if _MARKED_AS_TEXT.fullmatch(raw):
                context.note(codes.APOSTROPHE_DROPPED, found=raw, value=raw[1:])
                return raw[1:]
        return tidy_name(_as_text(raw))


def _refuse_what_is_no_name(text: str) -> None:
    """Raise CellError for what programs leave where a name or an identifier was."""
    if _LOST_DIGITS.fullmatch(text):
        raise CellError(codes.LOST_DIGITS, found=text)
    if text.startswith(_PICTURES):
        raise CellError(codes.PICTURE_CELL, found=text)


def tidy_name(text: str) -> str:
    """A name as it is matched everywhere."""
    plain = _SPACED.sub("", " ".join(unicodedata.normalize("NFKC", text).split()))
    return plain.lstrip("*").strip() or plain


def _as_they_are(cells: Sequence[Any]) -> list[str] | None:
    """Texts without a character that tidying a name could change."""
    if cells[0].__class__ is not str:
        return None
    joined = "\n".join(cells)
    return list(cells) if joined.count("\n") == len(cells) - 1 and _TIDY.fullmatch(joined) else None


def _as_text(raw: object) -> str:
    if isinstance(raw, ShownNumber):
        return raw.shown
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    return str(raw)


class Option(Protocol):
    """An enum member that can be chosen in a cell: it has a word, and may have others."""

    @property
    def word(self) -> Text: ...

    @property
    def value(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice with the detail written behind it: ``进行中(已完成痛点梳理)``. `said` is the cell where it is to be kept
    word for word and is worded otherwise (已完成 for 完成); it makes no difference to what is chosen."""

    option: StrEnum
    detail: str = ""
    said: str = field(default="", compare=False)


_BEHIND: Final = re.compile(r"\s*([^\s，,：:；;、]+)[\s，,：:；;、]+([^\s\d.%（(].*?)\s*", re.DOTALL)
"""A choice with words behind it. A figure behind it is none of them: 完成 50% is not done."""


class ChoiceKind(Kind[Any]):
    """One of the members of an enum whose members have a `word`, written in either language.

    With `detailed` the value is a `Chosen`, which keeps what stands behind the word, in brackets or not, with
    `verbatim` the whole cell as it is worded. A bare 0 in a column that salescli works out is what LibreOffice saves in
    an .xls for a formula whose result is a word: nothing stated.
    """

    name: ClassVar[str] = "choice"
    label: ClassVar[Text] = Text("选项", "choice")
    python: ClassVar[type[Any]] = object
    width: ClassVar[int] = 14

    def __init__(self, options: type[StrEnum], *, detailed: bool = False, verbatim: bool = False) -> None:
        self.options = options
        self.detailed = detailed or verbatim
        self.verbatim = verbatim
        self._found = {normal(name): member for member in options for name in _names(member)}

    def words(self, lang: Lang) -> tuple[str, ...]:
        """The choices as they are written, in their order."""
        return tuple(_word(member).say(lang) for member in self.options)

    def parse(self, raw: object, context: CellContext) -> Any:
        if context.computed and isinstance(raw, int | float) and raw == 0:
            context.note(codes.RESULT_NOT_SAVED)
            return None
        text = _as_text(raw)
        found = self._chosen(text)
        if isinstance(found, Chosen) and self.verbatim and text not in {self.write(found, lang) for lang in Lang}:
            return replace(found, said=text)
        return found

    def _chosen(self, text: str) -> Any:
        if normal(text) in self._found:
            member = self._found[normal(text)]
            return Chosen(member) if self.detailed else member
        if self.detailed and (match := re.fullmatch(r"\s*([^(（]+?)\s*[(（](.*)[)）]\s*", text, re.DOTALL)):
            option = self._found.get(normal(match[1]))
            if option is not None:
                return Chosen(option, match[2].strip())
        if self.detailed and (match := _BEHIND.fullmatch(text)) is not None:
            option = self._found.get(normal(match[1]))
            if option is not None:
                return Chosen(option, match[2].strip())
        raise CellError(codes.BAD_CHOICE, choices=tuple(_word(member) for member in self.options))

    def write(self, value: Any, lang: Lang) -> Stored:
        if not isinstance(value, Chosen):
            return _word(value).say(lang)
        if value.said:
            return value.said
        word = _word(value.option).say(lang)
        if not value.detail:
            return word
        return f"{word}({value.detail})" if lang is Lang.ZH else f"{word} ({value.detail})"

    def json_schema(self) -> dict[str, Any]:
        if self.detailed:
            return {"type": "string"}
        return {"type": "string", "enum": [member.value for member in self.options]}


def _word(member: Any) -> Text:
    word: Text = member.word
    return word


def _names(member: Any) -> tuple[str, ...]:
    return (member.value, *_word(member), *getattr(member, "aliases", ()))
