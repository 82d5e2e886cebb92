"""One table in several layouts, of which the widest that fits the screen is drawn: no column is ever cut off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.table import Table

_UNBOUNDED: Final = 10_000
"""Columns of a screen on which any table fits."""


@dataclass(frozen=True)
class Fitting:
    """The `layouts` of a table, the roomiest first; the last is drawn where none fits, and has to bear being folded."""

    layouts: Sequence[Callable[[], "Table"]]

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.measure import Measurement

        *roomy, last = self.layouts
        whole = options.update(width=_UNBOUNDED)
        for layout in roomy:
            table = layout()
            if Measurement.get(console, whole, table).maximum <= options.max_width:
                yield table
                return
        yield last()
