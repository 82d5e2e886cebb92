"""A user-facing text is a pair: its Chinese and its English wording.

Code passes `Text` values about and a renderer turns them into words at the very end, in the language of
the screen or of the workbook, so nothing below a renderer needs to know which language is spoken.
"""

import os
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

_FORMS: Final = re.compile(r"\{\w+:[^{}|]*\|([^{}]*)\}")
"""The place of a count that gives the forms for one and for many."""


class Lang(StrEnum):
    """The languages salescli speaks."""

    ZH = "zh"
    EN = "en"


class Text(NamedTuple):
    """One wording in both languages; `{name}` places are filled by :meth:`say`.

    Where English tells one from many, a place of the count says both: ``{rows} {rows:row is|rows are} hidden``.
    """

    zh: str
    en: str

    def say(self, lang: Lang, **details: object) -> str:
        """The wording in `lang` with its places filled; a detail that is itself a Text is spoken too."""
        pattern = self.zh if lang is Lang.ZH else self.en
        if not details:
            return pattern
        return pattern.format(**{name: _Said(say(detail, lang)) for name, detail in details.items()})

    @property
    def of_many(self) -> "Text":
        """The pattern as it reads for many, for whoever reads patterns: ``{rows} rows are hidden``."""
        return Text(self.zh, _FORMS.sub(r"\1", self.en))


class _Said(str):
    """A detail as words, which chooses between the forms for one and for many that a place gives."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        if "|" not in form:
            return super().__format__(form)
        one, many = form.split("|")
        return one if self in ("1", "+1", "-1") else many


def say(value: object, lang: Lang) -> str:
    """Any detail as words: a Text in `lang`, a sequence joined, None as nothing, the rest by `str`."""
    if isinstance(value, Text):
        return value.say(lang)
    if value is None:
        return ""
    if isinstance(value, tuple | list) and not hasattr(value, "_fields"):  # a named tuple, as a person is, is one thing
        return ("、" if lang is Lang.ZH else ", ").join(say(item, lang) for item in value)
    return str(value)


def both(pattern: Text, **details: object) -> Text:
    """A wording with its places filled in both languages, to be a detail of another."""
    return Text(pattern.say(Lang.ZH, **details), pattern.say(Lang.EN, **details))


def language_of(texts: Iterable[str]) -> Lang:
    """The language somebody writes in: Chinese as soon as one character is."""
    return Lang.ZH if any("\u4e00" <= char <= "\u9fff" for text in texts for char in text) else Lang.EN


def system_language() -> Lang:
    """SALESCLI_LANG, else the locale's language, else English."""
    wanted = os.environ.get("SALESCLI_LANG", "").lower()
    if wanted[:2] in (Lang.ZH, Lang.EN):
        return Lang(wanted[:2])
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return Lang.ZH if value.lower().startswith("zh") else Lang.EN
    return Lang.EN
