"""The cells of a sheet that cannot be taken as they were read, kept small however many there are."""

from functools import lru_cache
from typing import Final

from salescli.excel.reading.raw import Flaw, FlawKind, Spot

MOST_FLAWS: Final = 500_000
"""More on one sheet are not noted one by one: the workbook has to be recalculated."""
_SHOWN: Final = 80
"""Characters of a formula that are worth showing."""


class TooManyFlaws(ValueError):
    """A sheet with more flaws than are worth naming."""


class Flaws(dict[Spot, Flaw]):
    """Flaws by their cell; equal ones share one object. Raises TooManyFlaws."""

    def note(self, spot: Spot, kind: FlawKind, text: str) -> None:
        """Note what is wrong with a cell."""
        if len(self) >= MOST_FLAWS:
            raise TooManyFlaws
        self[spot] = _flaw(kind, text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


@lru_cache(maxsize=4096)
def _flaw(kind: FlawKind, text: str) -> Flaw:
    return Flaw(kind, text)
