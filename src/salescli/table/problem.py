"""What can be wrong with data, as a value: a stable code, a place, and a wording that says what to do.

Readers return `(records, problems)`; only a file that cannot be used at all is an exception
(:mod:`salescli.table.errors`). Codes are defined once, in :mod:`salescli.table.codes`; the reference page
in ``docs/`` is generated from them.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from types import MappingProxyType

from salescli.words import books as words
from salescli.words.language import Lang, Text


class Severity(StrEnum):
    """How much a problem weighs: an error stops the output, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def word(self) -> Text:
        return _SEVERITY_WORDS[self]


_SEVERITY_WORDS = {Severity.ERROR: words.ERROR, Severity.WARNING: words.WARNING, Severity.NOTE: words.NOTE}


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem. `name` is stable and English whatever the language of the message.

    A note that is `told` stands on the screen like a warning: what it says changes every figure. One that is `gathered`
    is made once for all cells of a sheet that differ in what was `found` alone: its message has the place `more`.
    """

    name: str
    severity: Severity
    message: Text
    remedy: Text
    told: bool = False
    gathered: bool = False

    def __reduce__(self) -> tuple[Callable[[str, str], "Code"], tuple[str, str]]:
        """By name: in another process it is that one's own code, which is compared by identity."""
        return _code_named, (self.name, _HOMES[self.name])


def _code_named(name: str, home: str) -> Code:
    import_module(home)
    return CODES[name]


_HOMES: dict[str, str] = {}
"""The module that defines each code."""

CODES: dict[str, Code] = {}


def define(
    name: str,
    severity: Severity,
    message: tuple[str, str],
    remedy: tuple[str, str],
    *,
    told: bool = False,
    gathered: bool = False,
) -> Code:
    """Register a problem code; `message` and `remedy` are (Chinese, English). A name is used once only."""
    if name in CODES:
        raise ValueError(f"problem code {name!r} is defined twice")
    _HOMES[name] = sys._getframe(1).f_globals["__name__"]
    CODES[name] = code = Code(name, severity, Text(*message), Text(*remedy), told, gathered)
    return code


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where: a file as the user named it, a sheet, and a cell address such as ``C7`` (or a range, or a row)."""

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        return " ".join(part for part in (self.file, self.sheet and f"[{self.sheet}]", self.cell) if part)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `details` fill the places of the code's message and remedy."""

    code: Code
    place: Place = NOWHERE
    details: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[Callable[..., "Problem"], tuple[Code, Place, dict[str, object]]]:
        """Details are shown, not changed, wherever the problem goes."""
        return _again, (self.code, self.place, dict(self.details))

    @property
    def severity(self) -> Severity:
        return self.code.severity

    def found(self, lang: Lang) -> str:
        """What was found, in one sentence."""
        return self.code.message.say(lang, **self.details)

    def remedy(self, lang: Lang) -> str:
        """What to do about it, in one sentence; may be empty for a note."""
        return self.code.remedy.say(lang, **self.details)

    def message(self, lang: Lang) -> str:
        """Finding and remedy together."""
        parts = [part for part in (self.found(lang).strip(), self.remedy(lang)) if part]
        return ("" if lang is Lang.ZH else " ").join(parts)

    def document(self, lang: Lang) -> dict[str, str | None]:
        """The problem as ``--json`` shows it."""
        return {
            "code": self.code.name,
            "severity": str(self.severity),
            "file": self.place.file,
            "sheet": self.place.sheet,
            "cell": self.place.cell,
            "message": self.message(lang),
        }


def _again(code: Code, place: Place, details: dict[str, object]) -> Problem:
    return Problem(code, place, MappingProxyType(details))


def problem(code: Code, place: Place = NOWHERE, **details: object) -> Problem:
    """Shorthand: ``problem(BAD_MONEY, place, found="12a")``."""
    return Problem(code, place, MappingProxyType(details))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of `problems` forbids writing."""
    return any(item.severity is Severity.ERROR for item in problems)
