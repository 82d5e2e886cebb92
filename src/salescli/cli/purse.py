"""How the tracking screen shows amounts: whole, or where they would not fit in larger units."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from salescli.words.language import Lang

if TYPE_CHECKING:
    from salescli.track.result import TrackResult

LARGE: Final = 100_000_000
"""From here on amounts are shown in 万 (thousands in English), so that they fit."""

UNITS: Final = {Lang.ZH: 10_000, Lang.EN: 1_000}


@dataclass(frozen=True, slots=True)
class Purse:
    """How amounts are shown: whole, or in larger units with one decimal."""

    large: bool
    lang: Lang

    def show(self, value: Decimal | None, *, signed: bool = False) -> str:
        """An amount as the screen has it."""
        from salescli.measure.money import grouped
        from salescli.measure.rounding import half_up, with_sign

        if value is None:
            return ""
        if not self.large:
            return grouped(value, signed=signed)
        scaled = half_up(Fraction(value) / UNITS[self.lang], 1)
        return with_sign(scaled, f"{scaled:,f}") if signed else f"{scaled:,f}"


def purse_of(result: "TrackResult", lang: Lang) -> Purse:
    """The purse that the month's totals ask for."""
    figures = result.board.figures
    return Purse(max(abs(figures.target), abs(figures.actual or Decimal(0))) >= LARGE, lang)
