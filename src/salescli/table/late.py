"""Regular expressions that are compiled when they are first asked.

A module that reads sentences knows dozens of long ones, at a millisecond or two each; whoever only loads it, or reads
no sentence in this run, does not pay for them.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from re import Match


class Late:
    """As ``re.compile(pattern, flags)``; what is wrong with a pattern is said when it is first asked."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern, self._flags = pattern, flags

    @cached_property
    def now(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self._pattern, self._flags)

    def match(self, text: str, start: int = 0) -> Match[str] | None:
        return self.now.match(text, start)

    def fullmatch(self, text: str) -> Match[str] | None:
        return self.now.fullmatch(text)

    def search(self, text: str) -> Match[str] | None:
        return self.now.search(text)

    def finditer(self, text: str) -> Iterator[Match[str]]:
        return self.now.finditer(text)

    def findall(self, text: str) -> list[str]:
        return self.now.findall(text)

    def split(self, text: str) -> list[str]:
        return self.now.split(text)

    def sub(self, by: str, text: str, count: int = 0) -> str:
        return self.now.sub(by, text, count)
