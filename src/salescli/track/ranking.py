"""排行榜: who leads now, and how far everyone moved since the week before.

People rank by sales; regions and product lines, which differ in size, by achievement. Equal results share a
rank, and the next one counts on behind them (1, 2, 2, 4). The rank before is the one without the last week's
reports.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from salescli.measure.achievement import Thresholds
from salescli.measure.money import money_text
from salescli.measure.period import Month, Quarter
from salescli.measure.ratio import ratio_text
from salescli.measure.rounding import exact
from salescli.track.figures import NOTHING, Figures, TrackedRow, total
from salescli.track.report import Report, weeks_of
from salescli.track.who import Who
from salescli.words import outlook as words
from salescli.words.language import Text


class League(StrEnum):
    """What competes."""

    PEOPLE = "people"
    REGIONS = "regions"
    PRODUCTS = "products"

    @property
    def word(self) -> Text:
        return words.LEAGUES[self.value]

    @property
    def by_sales(self) -> bool:
        """Whether sales decide, and not achievement."""
        return self is League.PEOPLE


@dataclass(frozen=True, slots=True)
class Place:
    """One competitor; `before` is the rank a week earlier, None where there was none."""

    name: Who | str
    figures: Figures
    rank: int | None
    before: int | None = None

    @property
    def moved(self) -> int | None:
        """Places gained (above zero) or lost since last week."""
        return None if self.rank is None or self.before is None else self.before - self.rank


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """One league in one period; who has no rank (no target, where achievement decides) comes last."""

    league: League
    period: Month | Quarter
    places: tuple[Place, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What the competitors are called, in order: people of one name each with their 工号, else their region."""
        counts = Counter(place.name.name for place in self.places if isinstance(place.name, Who))
        return tuple(
            place.name
            if isinstance(place.name, str)
            else place.name.name
            if counts[place.name.name] < 2
            else f"{place.name.name}({place.name.employee_id or place.name.region})"
            for place in self.places
        )

    def document(self, lights: Thresholds) -> dict[str, Any]:
        """As JSON."""
        return {
            "league": self.league.value,
            "period": str(self.period),
            "by": "actual" if self.league.by_sales else "achievement",
            "places": [
                {
                    "rank": place.rank,
                    "previous_rank": place.before,
                    "moved": place.moved,
                    **(place.name.document() if isinstance(place.name, Who) else {"name": place.name}),
                    "target": money_text(place.figures.target),
                    "actual": money_text(place.figures.actual),
                    "achievement": ratio_text(place.figures.achievement),
                    "status": place.figures.status(lights).value,
                }
                for place in self.places
            ],
        }


Entry = tuple[Who | str, Figures]


def leaderboards(
    rows: Sequence[TrackedRow], reports: Sequence[Report], months: Sequence[Month]
) -> tuple[Leaderboard, ...]:
    """People, regions and product lines of the last of `months`, and of its quarter when more of it is covered."""
    if not months:
        return ()
    month = months[-1]
    periods: list[Month | Quarter] = [month]
    if any(other != month and other.quarter == month.quarter for other in months):
        periods.append(month.quarter)
    found = []
    for period in periods:
        covered = set(period.months())
        inside = [row for row in rows if row.month in covered and row.figures.told]
        earlier = _without_last_week(inside, [item for item in reports if item.month in covered])
        for league in League:
            entries = _entries(league, inside)
            if len(entries) > 1:
                found.append(_board(league, period, entries, None if earlier is None else _entries(league, earlier)))
    return tuple(found)


def _board(
    league: League, period: Month | Quarter, entries: Sequence[Entry], earlier: Sequence[Entry] | None
) -> Leaderboard:
    now = _ranks(league, entries)
    before = {} if earlier is None else _ranks(league, earlier)
    places = [Place(name, figures, now.get(name), before.get(name)) for name, figures in entries]
    places.sort(key=lambda place: place.rank or len(places) + 1)
    return Leaderboard(league, period, tuple(places))


def _ranks(league: League, entries: Sequence[Entry]) -> dict[Who | str, int]:
    """The rank of everyone who has one: 1 + how many did better."""
    scores = {name: score for name, figures in entries if (score := _score(league, figures)) is not None}
    ordered = sorted(scores.values(), reverse=True)
    first: dict[Fraction, int] = {}
    for place, score in enumerate(ordered, start=1):
        first.setdefault(score, place)
    return {name: first[score] for name, score in scores.items()}


def _score(league: League, figures: Figures) -> Fraction | None:
    if figures.actual is None or not league.by_sales:
        return figures.achievement
    return exact(figures.actual)


def _entries(league: League, rows: Iterable[TrackedRow]) -> tuple[Entry, ...]:
    names: dict[League, Callable[[TrackedRow], Who | str | None]] = {
        League.PEOPLE: Who.in_row,
        League.REGIONS: lambda row: row.region,
        League.PRODUCTS: lambda row: row.product,
    }
    parts: dict[Who | str, list[Figures]] = {}
    for row in rows:
        name = names[league](row)
        if name is not None:
            parts.setdefault(name, []).append(row.figures)
    return tuple((name, total(figures)) for name, figures in parts.items())


def _without_last_week(rows: Sequence[TrackedRow], reports: Sequence[Report]) -> list[TrackedRow] | None:
    """`rows` less the sales of the last reported week; None when there is no earlier week."""
    weeks = weeks_of(reports)
    if len(weeks) < 2:
        return None
    last = max(weeks)
    gone: dict[tuple[object, ...], Decimal] = {}
    for report in reports:
        if report.week == last:
            person = report.person
            key = (report.month, report.slot.region, report.slot.product, person.employee_id, person.name)
            gone[key] = gone.get(key, NOTHING) + report.row.sales
    return [
        replace(row, figures=replace(row.figures, actual=row.figures.actual - gone.get(_key(row), NOTHING)))
        for row in rows
        if row.figures.actual is not None
    ]


def _key(row: TrackedRow) -> tuple[object, ...]:
    return (row.month, row.region, row.product, row.employee_id, row.person)
