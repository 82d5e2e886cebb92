"""Where rows stand among all that were read: by file, sheet and line, as if their files had been given together."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from salescli.table.problem import Place
from salescli.track.report_files import Lying

Position: TypeAlias = tuple[Path, int, int]


class Positions:
    """The order of rows whose sheets come up in the order of `places`, file by file."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._lying = Lying()
        self._paths: dict[str, Path] = {}
        self._sheets: defaultdict[str, dict[str | None, int]] = defaultdict(dict)
        for place in places:
            sheets = self._sheets[place.file or ""]
            sheets.setdefault(place.sheet, len(sheets))

    def of(self, place: Place) -> Position:
        """For sorting; a sheet that did not come up stands behind the others of its file."""
        file = place.file or ""
        if (path := self._paths.get(file)) is None:
            path = self._paths[file] = self._lying.at(Path(file))
        sheets = self._sheets.get(file, {})
        return (path, sheets.get(place.sheet, len(sheets)), line_of(place) or 0)


def line_of(place: Place) -> int | None:
    """The number of the row that a place lies in; None where it names none."""
    digits = (place.cell or "").partition(":")[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdecimal() else None
