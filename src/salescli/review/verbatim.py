"""Cells that people write in: every character is kept, blanks, line ends and joined emoji included."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any

from salescli.table.kind import CellContext
from salescli.table.texts import TextKind


class VerbatimKind(TextKind):
    """Text as it stands in its cell. Unlike other free text 无 or ``-`` is a word here and not a blank."""

    def read(self, cells: Sequence[object], context: CellContext) -> list[Any]:
        return [self._typed(raw, context) for raw in cells]

    def _typed(self, raw: object, context: CellContext) -> str | None:
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            return None
        if isinstance(raw, str):
            return raw
        if isinstance(raw, datetime) and raw == datetime(raw.year, raw.month, raw.day):
            return raw.date().isoformat()
        return raw.isoformat() if isinstance(raw, date) else self.parse(raw, context)


Words = Annotated[str, VerbatimKind()]
"""The type of such a cell."""
