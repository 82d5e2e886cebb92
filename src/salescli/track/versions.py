"""Versions of one thing, each with its copies, and which of them counts.

What a tracking workbook decided stays: a version that gave way is passed over, unless it was handed in again later than
it was before. A rule given anew decides anew.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from salescli.track.options import OnConflict


class Copy(Protocol):
    """A report, or several that were handed in together.

    `stood` tells whether a tracking workbook let all of it stand, `yielded` whether it lists all of it as superseded,
    `new` whether it knows nothing of it.
    """

    @property
    def content(self) -> Hashable: ...
    @property
    def submitted(self) -> datetime | None: ...
    @property
    def order(self) -> int: ...
    @property
    def stood(self) -> bool: ...
    @property
    def yielded(self) -> bool: ...
    @property
    def new(self) -> bool: ...


CopyT = TypeVar("CopyT", bound=Copy)


@dataclass(frozen=True, slots=True)
class Version(Generic[CopyT]):
    """All copies of one content, the one handed in first in front."""

    copies: tuple[CopyT, ...]

    @property
    def first(self) -> CopyT:
        return self.copies[0]

    @property
    def stood(self) -> bool:
        """Whether a tracking workbook let it stand."""
        return any(copy.stood for copy in self.copies)

    @property
    def yielded(self) -> bool:
        """Whether a tracking workbook knows that it gave way, and it was not handed in since."""
        known = [copy for copy in self.copies if copy.yielded]
        if not known or self.stood:
            return False
        before = _last(known)
        since = _last(copy for copy in self.copies if copy.new)
        return since is None or (before is not None and since <= before)

    @property
    def submitted(self) -> datetime | None:
        """When it was last handed in; None where no copy tells."""
        return _last(self.copies)

    @property
    def latest(self) -> tuple[datetime, int]:
        return (self.submitted or datetime.min, max(copy.order for copy in self.copies))


def handed_in(copy: Copy) -> tuple[datetime, int]:
    """For finding the first: by time, those without one last, then by order."""
    return (copy.submitted or datetime.max, copy.order)


def versions_of(items: Iterable[CopyT]) -> list[Version[CopyT]]:
    """The versions in `items`, in the order in which their contents come up."""
    copies: dict[Hashable, list[CopyT]] = {}
    for item in items:
        copies.setdefault(item.content, []).append(item)
    return [Version(tuple(sorted(same, key=handed_in))) for same in copies.values()]


def winner(versions: Sequence[Version[CopyT]], rule: OnConflict | None) -> Version[CopyT] | None:
    """The version that counts of several; None where nothing decides.

    Without a rule it is the one that is left of those a tracking workbook decided between, or the one handed in last.
    """
    if rule is not None:
        return _ruled(versions, rule)
    left = [version for version in versions if not version.yielded] or versions
    return left[0] if len(left) == 1 else last_in_time(left)


def last_in_time(versions: Sequence[Version[CopyT]]) -> Version[CopyT] | None:
    """The version handed in last, where every one has a time and no two the latest one."""
    if not all(version.submitted for version in versions):
        return None
    *others, last = sorted(versions, key=lambda version: version.latest)
    return None if others and others[-1].submitted == last.submitted else last


def _ruled(versions: Sequence[Version[CopyT]], rule: OnConflict) -> Version[CopyT] | None:
    if rule is OnConflict.FIRST:
        return min(versions, key=lambda version: handed_in(version.first))
    return max(versions, key=lambda version: version.latest) if rule is OnConflict.LATEST else None


def _last(copies: Iterable[Copy]) -> datetime | None:
    return max((copy.submitted for copy in copies if copy.submitted is not None), default=None)
