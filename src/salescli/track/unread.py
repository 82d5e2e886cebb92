"""Report rows that could not be read, and the repeats among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from salescli.excel.records import InvalidRow
from salescli.table.problem import Place
from salescli.track.account import Excluded, Reason
from salescli.track.spoken import filled
from salescli.words import track as words


@dataclass(frozen=True, slots=True)
class Unread:
    """Where the row stands, and the digest of its cells but for 提交时间; empty where its cells are not known."""

    place: Place
    content: str

    @classmethod
    def of(cls, row: InvalidRow) -> "Unread":
        """A row as reading found it."""
        cells = [cell for cell in row.cells if cell[0] != "submitted"]
        return cls(row.place, "sha-" + sha256(repr(cells).encode()).hexdigest()[:24] if cells else "")


def unread_rows(rows: Iterable[Unread]) -> list[Excluded]:
    """The rows, given in the order of their files and lines, as excluded ones: what repeats another is a duplicate."""
    first: dict[str, Place] = {}
    found = []
    for row in rows:
        original = first.setdefault(row.content, row.place)
        if row.content and original is not row.place:
            found.append(Excluded(Reason.DUPLICATE, row.place, detail=filled(words.SAME_AS, place=original)))
        else:
            found.append(Excluded(Reason.INVALID, row.place))
    return found
