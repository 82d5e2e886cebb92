"""Caps and floors in formulas: each stands once, in a cell of the plan, and whatever it bounds looks there."""

from collections.abc import Iterable, Sequence
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Tone
from salescli.measure.period import Month
from salescli.payout.plan import Limit, LimitKind
from salescli.payout.plan_quotes import quoted
from salescli.words import payout as words
from salescli.words.language import Lang

BOUNDS_BLOCK: Final = "bounds"
_AMOUNTS: Final = {LimitKind.CAP: words.CAP_LIMIT, LimitKind.FLOOR: words.FLOOR_LIMIT}
_STRICTEST: Final = {LimitKind.CAP: "MIN", LimitKind.FLOOR: "MAX"}


def bounds_block(limits: Iterable[tuple[int, Limit]], lang: Lang, quotes: tuple[Field, ...] = ()) -> Block:
    """A line for each of `limits`, which are numbered by their places in the plan; `quotes` are columns of their
    own words, which only the sheet has where amounts are typed over."""
    fields = (
        Field("name", words.TIER.say(lang), width=22),
        Field("item", words.ITEM.say(lang), width=14),
        *quotes,
        Field("amount", words.LIMIT_AMOUNT.say(lang), Format.MONEY, 16),
    )
    lines = []
    for at, limit in limits:
        values: dict[str, CellValue] = {
            "name": limit.wording.name,
            "item": _AMOUNTS[limit.kind].say(lang),
            "amount": limit.amount,
        }
        values |= quoted(limit.wording) if quotes else {}
        lines.append(Line(values, tones={"amount": Tone.INPUT} if quotes else {}, id=_line_id(at)))
    return Block(BOUNDS_BLOCK, fields, tuple(lines), title=words.LIMITS_SHEET.say(lang), filter=False)


def limit_cell(
    limits: Sequence[Limit], kind: LimitKind, region: str, position: str | None, month: Month | None
) -> str | None:
    """The cell with the cap or floor of somebody in `region`, or the lowest cap and the highest floor of several; None
    without one. It says in a formula what :func:`salescli.payout.limits.limit_of` works out."""
    cells = [
        f"{{{BOUNDS_BLOCK}:amount@{_line_id(at)}}}"
        for at, limit in enumerate(limits)
        if limit.kind is kind and limit.scope.holds(region, position, month)
    ]
    if len(cells) < 2:
        return cells[0] if cells else None
    return f"{_STRICTEST[kind]}({','.join(cells)})"


def bounding(kind: LimitKind, earned: str, limit: str) -> str:
    """What a cap takes from `earned`, or a floor adds to it, as a formula."""
    if kind is LimitKind.CAP:
        return f"-MAX(0,ROUND({earned}-{limit},2))"
    return f"MAX(0,ROUND({limit}-({earned}),2))"


def _line_id(at: int) -> str:
    return f"bound-{at}"
