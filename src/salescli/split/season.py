"""The weights of the twelve months of a year."""

from collections.abc import Sequence
from decimal import Decimal

from salescli.measure.period import Month, Year
from salescli.split.tables import SEASONALITY, SeasonRow
from salescli.table.codes import split as codes
from salescli.table.problem import Place, Problem, problem
from salescli.words.language import Lang, Text

EVEN = (Decimal(1),) * 12


def read_season(rows: Sequence[SeasonRow] | None, year: Year) -> tuple[tuple[Decimal, ...], list[Problem]]:
    """Twelve weights for `year`: its own, else those of the only other year there is, else even."""
    if not rows:
        return EVEN, [problem(codes.NO_SEASON, table=SEASONALITY.title)]
    problems = _repeated(rows)
    years = sorted({row.month.year for row in rows})
    mine = [row for row in rows if row.month.year == year.year]
    if not mine and len(years) > 1:
        return EVEN, [*problems, problem(codes.SEASON_UNCLEAR, rows[0].at("month"), year=year, others=tuple(years))]
    if not mine:
        mine = list(rows)
        problems.append(problem(codes.SEASON_BORROWED, rows[0].at("month"), year=year, other=years[0]))
    weights = {row.month.number: row.weight for row in mine}
    lacking = tuple(_month(Month(year.year, number)) for number in range(1, 13) if number not in weights)
    place = _table(mine[0].at("month"))
    if lacking:
        problems.append(problem(codes.MONTHS_MISSING, place, months=lacking))
    if not any(weights.values()):
        problems.append(problem(codes.ZERO_WEIGHTS, mine[0].at("weight"), group=SEASONALITY.title))
        return EVEN, problems
    return tuple(weights.get(number, Decimal(0)) for number in range(1, 13)), problems


def unused_seasons(rows: Sequence[SeasonRow] | None, years: Sequence[Year]) -> list[Problem]:
    """A warning when rows of the season belong to a year without goals beside ones that have them."""
    found = sorted({row.month.year for row in rows or ()})
    wanted = {year.year for year in years}
    idle = tuple(number for number in found if number not in wanted)
    if not rows or not idle or len(found) == len(idle) == 1:
        return []
    place = next(row.at("month") for row in rows if row.month.year in idle)
    return [problem(codes.SEASON_UNUSED, place, years=idle, goals=tuple(sorted(wanted)))]


def _repeated(rows: Sequence[SeasonRow]) -> list[Problem]:
    first: dict[Month, SeasonRow] = {}
    problems = []
    for row in rows:
        if first.setdefault(row.month, row) is not row:
            details = {"month": _month(row.month), "first": first[row.month].at("month").cell}
            problems.append(problem(codes.MONTH_TWICE, row.at("month"), **details))
    return problems


def _month(month: Month) -> Text:
    return Text(month.label(Lang.ZH), month.label(Lang.EN))


def _table(place: Place) -> Place:
    return Place(place.file, place.sheet)
