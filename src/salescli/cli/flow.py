"""Short parts one after the other, broken between parts and never within a word: what fits a line stands on it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.text import Text

SEPARATOR: Final = " · "


@dataclass(frozen=True)
class Flow:
    """`label` stands in front, further lines are indented under the first part.

    With `more`, which says how many parts are left out, there is one line, of the parts that fit.
    """

    label: str
    parts: Sequence["Text | str"]
    style: str = ""
    separator: str = SEPARATOR
    label_style: str = field(default="bold")
    more: "Callable[[int], str] | None" = None

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterable["Text"]:
        from rich.text import Text

        indent = Text(self.label).cell_len + 2 if self.label else 0
        indent = indent if indent < options.max_width // 2 else 2
        lines = self._lines(options.max_width, indent)
        if self.more is not None and len(lines) > 1:
            lines = [self._one_line(options.max_width, self.more)]
        for at, pieces in enumerate(lines):
            line = Text(" " * indent)
            if not at:
                line = Text(f"{self.label}  " if self.label else "", style=self.label_style)
            for number, piece in enumerate(pieces):
                if number:
                    line.append(self.separator, style="bright_black")
                line.append_text(piece)
            if self.separator != SEPARATOR and at + 1 < len(lines):  # a sum goes on, and its sign says so
                line.append(self.separator.rstrip(), style="bright_black")
            yield line

    def _one_line(self, width: int, more: "Callable[[int], str]") -> "list[Text]":
        """As many parts as fit beside the word of how many do not; the first one always."""
        from rich.text import Text

        pieces = [part.copy() if isinstance(part, Text) else Text(part, style=self.style) for part in self.parts]
        room = width - (Text(self.label).cell_len + 2 if self.label else 0)
        for count in range(len(pieces) - 1, 0, -1):
            shown = [*pieces[:count], Text(more(len(pieces) - count), style="dim")]
            if sum(piece.cell_len for piece in shown) + count * len(self.separator) <= room or count == 1:
                return shown
        return pieces

    def _lines(self, width: int, indent: int) -> "list[list[Text]]":
        """The parts by line; the last part does not stand alone below a line that can spare another."""
        from rich.text import Text

        lines: list[list[Text]] = [[]]
        used = Text(self.label).cell_len + 2 if self.label else 0
        for part in self.parts:
            piece = part.copy() if isinstance(part, Text) else Text(part, style=self.style)
            wanted = piece.cell_len + (len(self.separator) if lines[-1] else 0)
            if lines[-1] and used + wanted > width:
                lines.append([])
                used, wanted = indent, piece.cell_len
            lines[-1].append(piece)
            used += wanted
        if len(lines) > 1 and len(lines[-1]) == 1 and len(lines[-2]) > 2:
            spare = lines[-2][-1].cell_len + len(self.separator)
            if indent + spare + lines[-1][0].cell_len <= width:
                lines[-1].insert(0, lines[-2].pop())
        return lines
