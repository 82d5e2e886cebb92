"""Sentences on a screen: broken where a reader would break them, every further line under the first word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.measure import Measurement
    from rich.text import Text

_PIECES: Final = re.compile(
    r"\s*（[^（）]{1,4}）[，。；：、]*|\s*[（“《(]*(?:[!-~×÷→–−…]*\d\s?[个人项条份天家单元次](?![!-~])|[!-~×÷→–−…]+|\S)[，。；：、！？）”》…%)]*"
)
"""What is not broken: a word, a number with what it counts, and the marks around them."""


@dataclass(frozen=True)
class Prose:
    """`text` behind its `label`, if any; also a cell of a table."""

    text: "Text"
    label: str = ""

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterable["Text"]:
        from rich.text import Text

        indent = Text(self.label).cell_len + 2 if self.label else 0
        indent = indent if indent < options.max_width // 2 else 2
        head = Text(f"{self.label}  ", style="bold") if self.label else Text()
        first = options.max_width - head.cell_len
        for at, line in enumerate(_lines(self.text, first, options.max_width - indent)):
            yield Text.assemble(head if not at else " " * indent, line)

    def __rich_measure__(self, console: "Console", options: "ConsoleOptions") -> "Measurement":
        from rich.cells import cell_len
        from rich.measure import Measurement

        widest = max((cell_len(piece.strip()) for piece in _PIECES.findall(self.text.plain)), default=0)
        whole = self.text.cell_len + (cell_len(self.label) + 2 if self.label else 0)
        return Measurement(min(widest, options.max_width), min(whole, options.max_width))


def _lines(text: "Text", first: int, others: int) -> "Iterator[Text]":
    """The pieces of `text` by line, of which the first has room for `first` cells."""
    from rich.cells import cell_len

    start, end, room = 0, 0, first
    for found in _PIECES.finditer(text.plain):
        if end > start and cell_len(text.plain[start : found.end()]) > room:
            yield text[start:end]
            start, room = found.end() - len(found[0].lstrip()), others
        end = found.end()
    yield text[start:]
