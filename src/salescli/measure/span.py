"""A stretch of whole days: what every period has in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import date, timedelta

from salescli.words.language import Lang
from salescli.words.measures import DAYS_OF_ONE_YEAR, DAYS_OF_TWO_YEARS, MONTH_NAMES


class Span(ABC):
    """From `first` to `last`, both included."""

    __slots__ = ()

    @property
    @abstractmethod
    def first(self) -> date:
        """The first day."""

    @property
    @abstractmethod
    def last(self) -> date:
        """The last day."""

    def contains(self, day: date) -> bool:
        """Whether `day` lies in it."""
        return self.first <= day <= self.last

    def days(self) -> Iterator[date]:
        """Each day in turn."""
        for offset in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=offset)

    def label(self, lang: Lang) -> str:
        """Its days in words: ``2026年8月3日–8月9日`` / ``3 Aug – 9 Aug 2026``."""
        first, last = self.first, self.last
        wording = DAYS_OF_ONE_YEAR if first.year == last.year else DAYS_OF_TWO_YEARS
        return wording.say(lang, **_parts("1", first), **_parts("2", last))


def _parts(mark: str, day: date) -> dict[str, object]:
    name = MONTH_NAMES[day.month - 1]
    return {f"y{mark}": day.year, f"m{mark}": day.month, f"d{mark}": day.day, f"n{mark}": name}
