"""The table of everybody's pay: a column a component where the screen is wide enough, else one that lists them.

A screen is read, not searched. Of more than :data:`MOST_LISTED` people it lists those who get most, and then how many
reached each tier and what they are paid; the workbook and ``--json`` have everybody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final

from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.words import payout as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.table import Table
    from rich.text import Text

    from salescli.payout.result import PayoutResult
from salescli.payout.person_pay import PersonPay

BETWEEN_COLUMNS: Final = 3
"""Display cells that stand between two columns."""

MOST_LISTED: Final = 50
"""More people than this are not listed one by one."""

TOP: Final = 20
"""How many of them are."""


def pay_tables(result: "PayoutResult", lang: Lang) -> "Iterator[RenderableType]":
    """Everybody; of many those who get most (earlier rows first where they get the same), and all by tier."""
    if len(result.people) <= MOST_LISTED:
        yield PayTable(result, result.people, lang)
        return
    most = sorted(result.people, key=lambda one: -one.total)[:TOP]
    yield PayTable(result, most, lang, words.SCREEN_TOP.say(lang, count=len(most)))
    yield words.SCREEN_OTHERS.say(lang, count=f"{len(result.people) - len(most):,}")
    yield _tiers(result, lang)


def _tiers(result: "PayoutResult", lang: Lang) -> "Table":
    """How many people reached each tier, and what they are paid, the highest tier first."""
    from salescli.cli.render import grid

    rungs = dict.fromkeys(rung.name for ladder in result.plan.ladders for rung in ladder.rungs)
    reached: dict[str, list[Decimal]] = {}
    for one in result.people:
        reached.setdefault(one.tier, []).append(one.total)
    names = [*reversed(rungs), *sorted(reached.keys() - rungs.keys() - {""}), ""]
    heads = (words.TIER, words.PEOPLE, words.PAYOUT)
    table = grid([head.say(lang) for head in heads], title=words.BY_TIER.say(lang), right=(1, 2))
    for name in names:
        paid = reached.get(name, [])
        table.add_row(name or result.no_tier.say(lang), f"{len(paid):,}", grouped(sum(paid, Decimal(0))))
    return table


@dataclass(frozen=True)
class PayTable:
    """The pay of `people`, for the width it is given; components that none of them has anything of are left out."""

    result: "PayoutResult"
    people: "Sequence[PersonPay]"
    lang: Lang
    whose: str = ""

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        wide = [self._wide_heads(), *map(self._wide, self.people)]
        if _width(wide) <= options.max_width:
            yield self._table(wide, words=(3,))
            return
        narrow = [self._narrow_heads(), *map(self._narrow, self.people)]
        left = options.max_width - _width(narrow) - BETWEEN_COLUMNS
        parts = [[words.MADE_OF.say(self.lang)], *map(self._parts, self.people)]
        listed = [[*row, _packed(mine, left)] for row, mine in zip(narrow, parts, strict=True)]
        yield self._table(listed, words=(3, 5))

    def _table(self, lines: "list[list[str | Text]]", words: tuple[int, ...]) -> "Table":
        """A table in which only the columns in `words` may be broken into lines; the first line has the headers."""
        from salescli.cli.render import grid

        heads, *rows = [str(head) for head in lines[0]], *lines[1:]
        right = [at for at in range(2, len(heads)) if at not in words]
        table = grid(heads, title=self._title(), right=right)
        for at, column in enumerate(table.columns):
            column.no_wrap = at not in words
        for row in rows:
            table.add_row(*row)
        return table

    def _title(self) -> str:
        period = self.result.period
        shown = words.UNDATED.say(self.lang) if period is None else period.label(self.lang)
        return " · ".join(filter(None, (words.TITLE.say(self.lang), shown, self.whose)))

    @cached_property
    def _shown(self) -> list[str]:
        names = self.result.plan.components
        return [name for name in names if any(one.components[name] for one in self.people)]

    # -- a column a component -------------------------------------------------------------------

    def _wide_heads(self) -> "list[str | Text]":
        heads = (words.PERSON, words.REGION, words.ACHIEVEMENT, words.TIER, words.RATE_HEAD)
        components = (words.COMPONENTS[name] for name in self._shown)
        return [head.say(self.lang) for head in (*heads, *components, words.TOTAL)]

    def _wide(self, one: "PersonPay") -> "list[str | Text]":
        amounts = [grouped(one.components[name]) for name in self._shown]
        return [*self._who(one), _rate(one), *amounts, grouped(one.total)]

    def _who(self, one: "PersonPay") -> "list[str | Text]":
        from rich.text import Text as RichText

        tier = RichText(one.tier or self.result.no_tier.say(self.lang), style=_style(one))
        return [self._name(one), one.region, RichText(percent(one.standing.achievement), style=_style(one)), tier]

    def _name(self, one: "PersonPay") -> str:
        """The name, with the 工号 where two people bear it."""
        own = one.person
        twice = own.name in self.result.shared_names
        return f"{own.name} {own.employee_id}" if twice and own.employee_id else own.name

    # -- one column for all ---------------------------------------------------------------------

    def _narrow_heads(self) -> "list[str | Text]":
        heads = (words.PERSON, words.REGION, words.ACHIEVEMENT, words.TIER, words.TOTAL)
        return [head.say(self.lang) for head in heads]

    def _narrow(self, one: "PersonPay") -> "list[str | Text]":
        return [*self._who(one), grouped(one.total)]

    def _parts(self, one: "PersonPay") -> list[str]:
        amounts = {name: one.components[name] for name in self._shown}
        return [f"{words.COMPONENTS[name].say(self.lang)} {grouped(paid)}" for name, paid in amounts.items() if paid]


def _width(lines: "list[list[str | Text]]") -> int:
    """The display cells that the columns need, with what stands between them."""
    from rich.cells import cell_len

    columns = [max(cell_len(str(cell)) for cell in column) for column in zip(*lines, strict=True)]
    return sum(columns) + BETWEEN_COLUMNS * len(columns)


def _packed(parts: list[str], width: int) -> str:
    """The parts in lines of `width` display cells, none broken in two."""
    from rich.cells import cell_len

    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1]) + 2 + cell_len(part) <= width:
            lines[-1] += f"  {part}"
        else:
            lines.append(part)
    return "\n".join(lines)


def _rate(one: "PersonPay") -> str:
    from salescli.payout.tiers import exact_percent

    tiered = {part.rung.rate for part in one.parts if part.rung is not None}
    return exact_percent(one.rate) if one.rate in tiered or not one.rate else percent(one.rate, 2)


def _style(one: "PersonPay") -> str:
    """The colour of a person's tier, as on the commission sheet."""
    if one.standing.target <= 0 or one.settled:
        return "bright_black"
    if not one.tier:
        return "red"
    return "green" if one.standing.actual >= one.standing.target else "yellow"
