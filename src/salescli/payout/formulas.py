"""The live formulas of the commission sheet, as templates over the blocks of the plan sheet.

A bound is reached when actual(fen) × scale ≥ target(fen) × bound(scale): whole numbers on both sides, so that a
binary fraction never decides. Money is rounded from a quotient of whole numbers for the same reason:
``ROUND(1.005,2)`` has no exact 1.005 to round.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from salescli.payout.choices import Terms
from salescli.payout.plan import Ladder

_PATTERN: Final = re.compile(r"[*?~]")
"""Characters with which MATCH takes a text for a pattern."""


def scale_of(values: Iterable[Fraction], least: int = 100) -> int:
    """The smallest power of ten, `least` or more, that makes all of `values` whole."""
    scale = least
    for value in values:
        while (value * scale).denominator != 1:
            scale *= 10
    return scale


@dataclass(frozen=True, slots=True)
class LadderFormulas:
    """Formulas over one ladder's block on the plan sheet, for a row with `{target}`, `{actual}` and `{base}`.

    With `beside_tier` the row has `{tier}` too, and what follows from the tier is looked up by it. The block has the
    columns bound, name, rate, rise (rate above the rung below), bonus and own (bonus).
    """

    block: str
    ladder: Ladder
    terms: Terms
    beside_tier: bool = False

    @property
    def _named(self) -> bool:
        """Whether the tier of the row finds its rung: no two have one name, and none reads as a pattern."""
        names = {rung.name.casefold() for rung in self.ladder.rungs}
        return self.beside_tier and len(names) == len(self.ladder.rungs) and not any(map(_PATTERN.search, names))

    @property
    def _bounds(self) -> int:
        return scale_of(rung.bound for rung in self.ladder.rungs)

    @property
    def _rates(self) -> int:
        return scale_of((rung.rate for rung in self.ladder.rungs), 1000)

    def _reached_each(self) -> str:
        """An array: 1 for each rung that is reached."""
        actual, target = f"ROUND({{actual}}*100,0)*{self._bounds}", "ROUND({target}*100,0)"
        return f"({actual}>={target}*ROUND({{{self.block}:bound}}*{self._bounds},0))"

    def reached(self) -> str:
        """How many rungs are reached."""
        return f"IF({{target}}>0,SUMPRODUCT({self._reached_each()}*1),0)"

    def _looked_up(self, key: str, nothing: str) -> str:
        if self._named and key != "name":
            return f'IF({{tier}}="",{nothing},INDEX({{{self.block}:{key}}},{self._place}))'
        return f"IF({self.reached()}=0,{nothing},INDEX({{{self.block}:{key}}},{self.reached()}))"

    @property
    def _place(self) -> str:
        """The rung of the row's tier, from 1."""
        return f"MATCH({{tier}},{{{self.block}:name}},0)"

    def tier(self) -> str:
        """The name of the tier reached, or nothing."""
        return self._looked_up("name", '""')

    def rate(self) -> str:
        """The rate of the tier reached."""
        return self._looked_up("rate", "0")

    def bonus(self) -> str:
        """The bonus: in force on the tier reached, or of all that are reached."""
        if self.terms.bonus == "stack":
            return f"IF({{target}}>0,SUMPRODUCT({self._reached_each()}*{{{self.block}:own}}),0)"
        return self._looked_up("bonus", "0")

    def commission(self) -> str:
        """The commission to the fen, half up."""
        fen, rates = "ROUND({base}*100,0)", self._rates
        if self.terms.mode == "whole":
            return f"IF({{base}}>0,ROUND({fen}*ROUND({{rate}}*{rates},0)/{rates},0)/100,0)"
        above = f"({fen}*{self._bounds}-ROUND({{target}}*100,0)*ROUND({{{self.block}:bound}}*{self._bounds},0))"
        rises = f"ROUND({{{self.block}:rise}}*{rates},0)"
        slices = f"SUMPRODUCT({self._reached_each()}*({above}>0)*{above}*{rises})"
        return f"IF(AND({{base}}>0,{{target}}>0),ROUND({slices}/{self._bounds * rates},0)/100,0)"

    def to_next(self) -> str:
        """What is still to be sold for the next tier, whole fen rounded up; nothing on the highest."""
        count = f'IF({{tier}}="",0,{self._place})' if self._named else self.reached()
        short = (
            f"ROUND({{target}}*100,0)*ROUND(INDEX({{{self.block}:bound}},{count}+1)*{self._bounds},0)"
            f"-ROUND({{actual}}*100,0)*{self._bounds}"
        )
        rungs = len(self.ladder.rungs)
        none_left = f"{{tier}}=INDEX({{{self.block}:name}},{rungs})" if self._named else f"{count}>={rungs}"
        return f'IF({{target}}<=0,"",IF({none_left},"",ROUNDUP(({short})/{self._bounds},0)/100))'


def per_head(ladders: Iterable[tuple[str, Ladder]]) -> str:
    """What the team ladders in `ladders` (block, ladder) pay a head, for a region's row."""
    parts = [LadderFormulas(block, ladder, Terms()).bonus() for block, ladder in ladders]
    return "+".join(parts) or "0"
