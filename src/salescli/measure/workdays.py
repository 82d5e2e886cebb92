"""Working days by the official Chinese calendar, holidays and swapped days (调休) included.

Each autumn the State Council publishes the next year's days off; chinese_calendar holds those notices and
raises for years without one. For such years Monday to Friday are used, and `fallback_years` names them so
that the output can say so (:data:`salescli.words.measures.WEEKDAYS_USED`).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, lru_cache
from itertools import accumulate

from salescli.measure.span import Span

_DAY = timedelta(days=1)


@cache
def _official(year: int) -> frozenset[date] | None:
    """The working days of `year` by the notices, or None for a year without one."""
    from chinese_calendar import get_workdays

    try:
        return frozenset(get_workdays(date(year, 1, 1), date(year, 12, 31)))
    except NotImplementedError:
        return None


@dataclass(frozen=True, slots=True)
class Workdays:
    """The working calendar, with a company's own days off and extra working days put over the official ones.

    Raises ValueError when a day is declared both.
    """

    extra_holidays: frozenset[date] = frozenset()
    extra_workdays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if both := sorted(self.extra_holidays & self.extra_workdays):
            raise ValueError(f"both a holiday and a working day: {', '.join(map(str, both))}")

    def known(self, year: int) -> bool:
        """Whether the official days off of `year` are known."""
        return _official(year) is not None

    def fallback_years(self, first: date, last: date) -> tuple[int, ...]:
        """The years from `first` to `last` for which weekdays stand in for the official calendar."""
        return tuple(year for year in range(first.year, last.year + 1) if not self.known(year))

    def is_workday(self, day: date) -> bool:
        """Whether people work on `day`."""
        if day in self.extra_workdays:
            return True
        if day in self.extra_holidays:
            return False
        official = _official(day.year)
        return day.weekday() < 5 if official is None else day in official

    def count(self, first: date, last: date) -> int:
        """Working days from `first` to `last`, both included; 0 when `last` comes before `first`."""
        if last < first:
            return 0
        before = self._up_to(first) - self.is_workday(first)
        whole_years = sum(_running(self, year)[-1] for year in range(first.year, last.year))
        return whole_years + self._up_to(last) - before

    def _up_to(self, day: date) -> int:
        return _running(self, day.year)[day.timetuple().tm_yday - 1]

    def total(self, period: Span) -> int:
        """All working days of `period`."""
        return self.count(period.first, period.last)

    def elapsed(self, period: Span, as_of: date) -> int:
        """Working days of `period` up to and including `as_of`."""
        return self.count(period.first, min(as_of, period.last))

    def left(self, period: Span, as_of: date) -> int:
        """Working days of `period` after `as_of`."""
        return self.count(max(as_of + _DAY, period.first), period.last)

    def progress(self, period: Span, as_of: date) -> Fraction | None:
        """时间进度: elapsed ÷ total working days, from 0 to 1; None for a period without any."""
        total = self.total(period)
        return Fraction(self.elapsed(period, as_of), total) if total else None

    def next_workday(self, day: date) -> date:
        """`day` itself when people work on it, else the first working day after it."""
        while not self.is_workday(day):
            day += _DAY
        return day

    def add(self, day: date, n: int) -> date:
        """The `n`-th working day after `day`, not counting it; `day` itself for 0; ValueError below 0."""
        if n < 0:
            raise ValueError(f"cannot go back {-n} working days")
        for _ in range(n):
            day = self.next_workday(day + _DAY)
        return day


@lru_cache(maxsize=64)
def _running(calendar: Workdays, year: int) -> tuple[int, ...]:
    """For each day of `year` the working days from 1 January up to it, so that counting is a subtraction."""
    january_first = date(year, 1, 1)
    days = (date(year, 12, 31) - january_first).days + 1
    return tuple(accumulate(int(calendar.is_workday(january_first + offset * _DAY)) for offset in range(days)))
