"""Several workbooks tell of one month: which of them it is taken from, and where they contradict each other.

The workbook that is named for a period (``--previous``, ``--last-year``) is believed about that period on every sheet.
All other months are those of the main workbook, and what it does not have is taken from the others.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Generic, NamedTuple, TypeVar

from salescli.analyze.activity import COUNTS, month_of
from salescli.measure.money import grouped
from salescli.measure.period import Month
from salescli.split.tracked import TRACKED, TrackedRow
from salescli.table.codes import analyze as codes
from salescli.table.problem import Place, Problem, problem
from salescli.table.table import Table
from salescli.track.tables import MONTHLY, WEEKLY, MonthlyRow, WeeklyRow
from salescli.words import analyze as words
from salescli.words.language import Text, both

R = TypeVar("R", MonthlyRow, WeeklyRow, TrackedRow)


class Kind(NamedTuple, Generic[R]):
    """A table that tells of months: the month of a row, its figures, and whether these add up over all rows."""

    table: Table[R]
    month: Callable[[R], Month | None]
    figures: tuple[str, ...]
    summed: bool = True


MONTHLY_ROWS: Final = Kind(MONTHLY, lambda row: row.month, ("actual", "target", "collected"))
WEEKLY_ROWS: Final = Kind(WEEKLY, month_of, ("sales", "collected", *COUNTS, "new_customers"))
TRACKED_ROWS: Final = Kind(TRACKED, lambda row: row.month, ("actual", "target", "part", "whole"), summed=False)


@dataclass(frozen=True, slots=True)
class Named(Generic[R]):
    """The rows of the workbook given by `option`, named for the month `wanted`, which rows without a month are of."""

    option: str
    wanted: Month
    rows: Sequence[R]

    def months(self, kind: Kind[R]) -> dict[Month, tuple[R, ...]]:
        """The rows by month."""
        return by_month(kind, self.rows, self.wanted)


@dataclass(frozen=True, slots=True)
class Timeline(Generic[R]):
    """The rows of every month, from the workbook it is taken from; `problems` where another has other figures."""

    months: Mapping[Month, tuple[R, ...]]
    problems: tuple[Problem, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows of all months."""
        return tuple(row for rows in self.months.values() for row in rows)


def timeline(kind: Kind[R], month: Month, own: Sequence[R], named: Sequence[Named[R]]) -> Timeline[R]:
    """The months that the main workbook's `own` rows and the `named` workbooks tell, `month` being analyzed."""
    mine = by_month(kind, own, month)
    others = [given.months(kind) for given in named]
    taken = {at: rows for held in reversed(others) for at, rows in held.items()} | mine
    problems = list[Problem]()
    for given, held in zip(named, others, strict=True):
        if rows := held.get(given.wanted):
            taken[given.wanted] = rows
            if given.wanted in mine:
                problems += _differing(kind, given.wanted, given.option, rows, mine[given.wanted])
    return Timeline(taken, tuple(problems))


def named_for(month: Month, previous: Sequence[R], last_year: Sequence[R]) -> tuple[Named[R], ...]:
    """The rows of the workbooks of ``--previous`` and ``--last-year``, those that have any."""
    given = (
        Named(words.OPTION_PREVIOUS, month.previous(), previous),
        Named(words.OPTION_LAST_YEAR, month.last_year, last_year),
    )
    return tuple(item for item in given if item.rows)


def not_held(kind: Kind[R], given: Named[R]) -> Iterator[Problem]:
    """A workbook that has months, but not the one it was named for."""
    months = given.months(kind)
    if months and given.wanted not in months:
        place = Place(given.rows[0].at().file)
        held = tuple(str(month) for month in sorted(months))
        yield problem(codes.PERIOD_NOT_HELD, place, option=given.option, wanted=str(given.wanted), months=held)


def by_month(kind: Kind[R], rows: Sequence[R], undated: Month) -> dict[Month, tuple[R, ...]]:
    found: dict[Month, list[R]] = {}
    for row in rows:
        found.setdefault(kind.month(row) or undated, []).append(row)
    return {month: tuple(own) for month, own in found.items()}


def _differing(kind: Kind[R], month: Month, option: str, theirs: Sequence[R], own: Sequence[R]) -> Iterator[Problem]:
    found = (_sums_differ(kind, theirs, own) if kind.summed else None) or _rows_differ(kind, theirs, own)
    if found is not None:
        yield problem(
            codes.MONTHS_DIFFER,
            found.place,
            month=str(month),
            table=kind.table.title,
            figure=found.figure,
            option=option,
            stated=grouped(found.theirs) or words.NOT_THERE,
            own=grouped(found.own) or words.NOT_THERE,
            other=found.other,
        )


class _Difference(NamedTuple):
    figure: Text
    theirs: Decimal | None
    own: Decimal | None
    place: Place
    other: Place


def _sums_differ(kind: Kind[R], theirs: Sequence[R], own: Sequence[R]) -> _Difference | None:
    for key in kind.figures:
        sums = [_sum(getattr(row, key) for row in rows) for rows in (theirs, own)]
        if sums[0] != sums[1]:
            figure = both(words.SUM_OF, column=kind.table.label(key))
            return _Difference(figure, sums[0], sums[1], theirs[0].at(key), own[0].at(key))
    return None


def _sum(values: Iterator[Decimal | int | None]) -> Decimal | None:
    known = [Decimal(value) for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def _rows_differ(kind: Kind[R], theirs: Sequence[R], own: Sequence[R]) -> _Difference | None:
    """The first figure that the rows of one person, region, product line (and metric) add up to differently."""
    groups: list[dict[tuple[str, ...], list[R]]] = [_grouped(rows) for rows in (theirs, own)]
    for name in dict.fromkeys((*groups[0], *groups[1])):
        pair = [group.get(name, []) for group in groups]
        for key in kind.figures:
            sums = [_sum(getattr(row, key) for row in rows) for rows in pair]
            if sums[0] != sums[1]:
                places = [(rows or whole)[0].at(key) for rows, whole in zip(pair, (theirs, own), strict=True)]
                figure = both(words.FIGURE_OF, name=name[-1], column=kind.table.label(key))
                return _Difference(figure, sums[0], sums[1], places[0], places[1])
    return None


def _grouped(rows: Sequence[R]) -> dict[tuple[str, ...], list[R]]:
    found: dict[tuple[str, ...], list[R]] = {}
    for row in rows:
        metric = row.metric if isinstance(row, TrackedRow) else ""
        name = f"{row.person} {metric}".strip()
        found.setdefault((row.region or "", row.product or "", row.employee_id or "", name), []).append(row)
    return found
