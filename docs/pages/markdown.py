"""Markdown as strings: the few forms the reference pages use."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

GENERATED: Final = "<!-- Written by docs/generate.py from the program's declarations. Do not edit by hand. -->"

_CODE_SPAN: Final = re.compile(r"(`[^`]*`)")


def page(title: str, *parts: str) -> str:
    """A page: the remark that it is generated, its title, and its parts with a blank line between."""
    return "\n\n".join((GENERATED, f"# {title}", *(part for part in parts if part))) + "\n"


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells may hold anything, line breaks become ``<br>``."""
    lines = [_line(headers), "|" + "---|" * len(headers)]
    return "\n".join([*lines, *(_line(row) for row in rows)])


def code(text: str) -> str:
    """Text as inline code, nothing for no text."""
    return f"`{text}`" if text else ""


def fence(text: str, language: str) -> str:
    """A fenced block."""
    return f"```{language}\n{text.rstrip()}\n```"


def both(zh: str, en: str) -> str:
    """A wording in both languages, one under the other."""
    return "\n".join(part for part in dict.fromkeys((zh, en)) if part)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    parts = _CODE_SPAN.split(text.strip().replace("|", "\\|"))
    parts[::2] = (part.replace("<", "&lt;").replace("*", "\\*").replace("\n", "<br>") for part in parts[::2])
    return "".join(parts)
