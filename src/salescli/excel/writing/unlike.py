"""What sets lines apart from others of their block: tones, formulas, formats and levels of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from salescli.excel.book import Line
from salescli.excel.columnar import ColumnLines


@dataclass(frozen=True, slots=True)
class Unlike:
    """The lines of a run, and whether any of them has a tone of its own or a level, or something for a column's key.

    `lines` are empty where nothing but values stands in them.
    """

    lines: Sequence[Line]
    keys: frozenset[str]
    toned: bool
    levelled: bool

    @classmethod
    def of(cls, lines: Sequence[Line], chosen: range) -> "Unlike":
        """Of the lines at `chosen`."""
        if isinstance(lines, ColumnLines):
            return cls((), frozenset(), toned=False, levelled=False)
        own = lines[chosen.start : chosen.stop]
        keys = {key for line in own for named in (line.tones, line.formulas, line.formats) for key in named}
        return cls(own, frozenset(keys), any(line.tone for line in own), any(line.level for line in own))

    def bears_on(self, key: str, *, first: bool) -> bool:
        """Whether cells of a column look or are written unlike each other for more than their values."""
        return self.toned or key in self.keys or (first and self.levelled)
