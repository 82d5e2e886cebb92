"""Short parts one after the other, broken between parts and never within a word: what fits a line stands on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.text import Text

SEPARATOR: Final = " · "


@dataclass(frozen=True)
class Flow:
    """`label` stands in front, further lines are indented under the first part."""

    label: str
    parts: Sequence["Text | str"]
    style: str = ""
    separator: str = SEPARATOR
    label_style: str = field(default="bold")

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterable["Text"]:
        from rich.text import Text

        indent = Text(self.label).cell_len + 2 if self.label else 0
        indent = indent if indent < options.max_width // 2 else 2
        line, used = Text(self.label, style=self.label_style), Text(self.label).cell_len
        if self.label:
            line.append("  ")
            used += 2
        begun = False
        for part in self.parts:
            piece = part.copy() if isinstance(part, Text) else Text(part, style=self.style)
            wanted = piece.cell_len + (len(self.separator) if begun else 0)
            if begun and used + wanted > options.max_width:
                if self.separator != SEPARATOR:  # a sum goes on, and its sign says so
                    line.append(self.separator.rstrip(), style="bright_black")
                yield line
                line, used, begun = Text(" " * indent), indent, False
            if begun:
                line.append(self.separator, style="bright_black")
                used += len(self.separator)
            line.append_text(piece)
            used += piece.cell_len
            begun = True
        yield line
