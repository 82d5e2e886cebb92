"""The weights of the twelve months of a year: those that are written, else last year's months."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from salescli.measure.period import Month, Year
from salescli.measure.rounding import plain
from salescli.split.tables.season import SEASONALITY, SeasonRow
from salescli.table.codes.split.season import (
    MONTH_TWICE,
    MONTHS_MISSING,
    NO_SEASON,
    SEASON_BORROWED,
    SEASON_INCOMPLETE,
    SEASON_UNCLEAR,
    SEASON_UNUSED,
)
from salescli.table.codes.split.shares import NEGATIVE_FIGURE
from salescli.table.codes.split.weights import ZERO_WEIGHTS
from salescli.table.problem import Place, Problem, problem
from salescli.words.language import Lang, Text


class SeasonBy(StrEnum):
    """What decides the months of a year."""

    EVEN = "even"
    WEIGHT = "weight"
    LAST_YEAR = "last_year"


@dataclass(frozen=True, slots=True)
class Season:
    """Twelve weights, and where they come from."""

    weights: tuple[Decimal, ...] = (Decimal(1),) * 12
    by: SeasonBy = SeasonBy.EVEN


EVEN = Season()


def read_season(rows: Sequence[SeasonRow] | None, year: Year) -> tuple[Season, list[Problem]]:
    """The season of `year`: its own, else that of the only other year there is, else even."""
    if not rows:
        return EVEN, [problem(NO_SEASON, table=SEASONALITY.title)]
    problems = _repeated(rows)
    years = sorted({row.month.year for row in rows})
    mine = [row for row in rows if row.month.year == year.year]
    if not mine and len(years) > 1:
        return EVEN, [*problems, problem(SEASON_UNCLEAR, rows[0].at("month"), year=year, others=tuple(years))]
    if not mine:
        mine = list(rows)
        problems.append(problem(SEASON_BORROWED, rows[0].at("month"), year=year, other=years[0]))
    by = SeasonBy.WEIGHT if any(row.weight is not None for row in mine) else SeasonBy.LAST_YEAR
    figures = {row.month.number: row.weight if by is SeasonBy.WEIGHT else row.last_year for row in mine}
    blank = tuple(_month(row.month) for row in mine if figures[row.month.number] is None)
    negative = [row for row in mine if (figures[row.month.number] or 0) < 0]
    if blank:
        first = next(row for row in mine if figures[row.month.number] is None)
        return EVEN, [*problems, problem(SEASON_INCOMPLETE, first.at("weight"), months=blank)]
    if negative:
        details = {"column": SEASONALITY.label("last_year"), "found": plain(negative[0].last_year or 0)}
        return EVEN, [*problems, problem(NEGATIVE_FIGURE, negative[0].at("last_year"), **details)]
    lacking = tuple(_month(Month(year.year, number)) for number in range(1, 13) if number not in figures)
    if lacking:
        problems.append(problem(MONTHS_MISSING, _table(mine[0].at("month")), months=lacking))
    if not any(figures.values()):
        column = SEASONALITY.label("weight" if by is SeasonBy.WEIGHT else "last_year")
        problems.append(problem(ZERO_WEIGHTS, mine[0].at("weight"), group=SEASONALITY.title, columns=column))
        return EVEN, problems
    return Season(tuple(figures.get(number) or Decimal(0) for number in range(1, 13)), by), problems


def unused_seasons(rows: Sequence[SeasonRow] | None, years: Sequence[Year]) -> list[Problem]:
    """A warning when rows of the season belong to a year without goals beside ones that have them."""
    found = sorted({row.month.year for row in rows or ()})
    wanted = {year.year for year in years}
    idle = tuple(number for number in found if number not in wanted)
    if not rows or not idle or len(found) == len(idle) == 1:
        return []
    place = next(row.at("month") for row in rows if row.month.year in idle)
    return [problem(SEASON_UNUSED, place, years=idle, goals=tuple(sorted(wanted)))]


def _repeated(rows: Sequence[SeasonRow]) -> list[Problem]:
    first: dict[Month, SeasonRow] = {}
    problems = []
    for row in rows:
        if first.setdefault(row.month, row) is not row:
            details = {"month": _month(row.month), "first": first[row.month].at("month").cell}
            problems.append(problem(MONTH_TWICE, row.at("month"), **details))
    return problems


def _month(month: Month) -> Text:
    return Text(month.label(Lang.ZH), month.label(Lang.EN))


def _table(place: Place) -> Place:
    return Place(place.file, place.sheet)
