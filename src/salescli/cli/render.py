"""Pieces of a screen: tables, statuses with their word and colour, bars, signed amounts."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from salescli.measure.achievement import Status
from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

STYLES = {
    Status.BEHIND: "red",
    Status.NEAR: "yellow",
    Status.EXCEEDED: "green",
    Status.NO_TARGET: "bright_black",
    Status.NO_DATA: "bright_black",
}


def grid(
    headers: Sequence[str],
    *,
    title: str | None = None,
    right: Sequence[int] = (),
    tight: bool = False,
    whole: Sequence[int] = (),
) -> "Table":
    """An empty table; the columns in `right` (indices) hold numbers and align to the right.

    A `tight` one has a single blank between its columns and no lines above or below, for screens of many tables that
    have to fit 80 columns and one page. On a narrow screen the others give way to the columns in `whole`, whose words
    are never broken.
    """
    from rich import box
    from rich.cells import cell_len
    from rich.table import Table

    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    table.collapse_padding = bool(whole)
    if tight:
        table.padding = (0, 0)
        table.show_edge = False
    for index, header in enumerate(headers):
        justify: Literal["left", "right"] = "right" if index in right else "left"
        widest = max((cell_len(word) for word in header.split()), default=0) if whole else None
        table.add_column(header, justify=justify, overflow="fold", no_wrap=index in whole, min_width=widest)
    return table


def status(value: Status, lang: Lang) -> "Text":
    """The status word in its colour."""
    from rich.text import Text

    return Text(value.word.say(lang), style=STYLES[value])


def bar(ratio: Fraction | None, style: str = "cyan", width: int = 12) -> "Text":
    """A ratio as a bar: full at 100 %."""
    from rich.text import Text

    if ratio is None:
        return Text("·" * width, style="bright_black")
    filled = max(0, min(width, int(ratio * width)))  # never full before 100 %
    line = Text("█" * filled, style=style)
    line.append("░" * (width - filled), style="bright_black")
    return line


def achieved(ratio: Fraction | None, value: Status) -> "Text":
    """An achievement with its bar, in the colour of its status."""
    from rich.text import Text

    line = bar(ratio, STYLES[value])
    line.append(f" {percent(ratio):>7}" if ratio is not None else " " * 8, style=STYLES[value])
    return Text.assemble(line)


def amount(value: Decimal | int | None) -> str:
    """Money or a count with thousands."""
    return "" if value is None else grouped(value)


def signed(value: Decimal | int | None) -> "Text":
    """A signed amount, red below zero."""
    from rich.text import Text

    if value is None:
        return Text("")
    return Text(grouped(value, signed=True), style="red" if value < 0 else "default")
