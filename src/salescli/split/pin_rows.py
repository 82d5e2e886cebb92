"""Reading pinned targets: from the roster, from the shares, and from the table of pins, each to its goal."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from salescli.measure.metric import Measure
from salescli.measure.period import Month, Quarter, Year
from salescli.measure.rounding import plain
from salescli.split.goals import Goal
from salescli.split.held import Pin
from salescli.split.pins import LinePin, Pins, Span
from salescli.split.shares import Cut
from salescli.split.tables.pins import PinRow
from salescli.split.tables.shares import Dimension, ShareRow
from salescli.split.team import Assignment, Team
from salescli.table.codes.split import pins as codes
from salescli.table.problem import Place, Problem, problem
from salescli.words.language import Lang, Text
from salescli.words.split import SALES_AMOUNT

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class PinSources:
    """Every row that can hold a pin; those of the roster come with the team."""

    shares: Sequence[ShareRow] = ()
    rows: Sequence[PinRow] = ()


def money_goal(goals: Sequence[Goal], year: Year | None = None) -> Goal | None:
    """The goal that pins and actuals belong to when they name none: the first that is money and divided."""
    for goal in goals:
        if goal.measure is Measure.MONEY and not goal.inherited and year in (None, goal.year):
            return goal
    return None


def read_pins(
    sources: PinSources, goals: Sequence[Goal], teams: Mapping[Year, Team], cuts: Mapping[Dimension, Cut]
) -> tuple[dict[Goal, Pins], list[Problem]]:
    """The pins of each goal that has any."""
    reading = _Reading(goals, teams, cuts)
    for share in sources.shares:
        if share.pinned is not None:
            reading.share(share)
    main = money_goal(goals)
    for item in _pinned_rows(teams[main.year] if main is not None and main.year in teams else None, teams):
        reading.person(item)
    for row in sources.rows:
        reading.row(row)
    money = [goal for goal in goals if goal.measure is Measure.MONEY and not goal.inherited]
    if reading.unnamed is not None and main is not None and len({goal.metric for goal in money}) > 1:
        reading.problems.append(problem(codes.PIN_GOAL, reading.unnamed, metric=main.metric))
    return {goal: found.pins() for goal, found in reading.found.items()}, reading.problems


def _pinned_rows(team: Team | None, teams: Mapping[Year, Team]) -> list[Assignment]:
    """One assignment of each roster row with a pin."""
    chosen = [team] if team is not None else list(teams.values())[:1]
    rows = {id(item.row): item for team in chosen for item in team.assignments if item.row.pinned is not None}
    return list(rows.values())


@dataclass(slots=True)
class _Gathered:
    """The pins of one goal so far."""

    sides: dict[Dimension, dict[str, Pin]] = field(default_factory=lambda: {side: {} for side in Dimension})
    calendar: dict[Span, Pin] = field(default_factory=dict)
    lines: dict[tuple[int, ...], Pin] = field(default_factory=dict)
    line_months: dict[tuple[tuple[int, ...], Span], Pin] = field(default_factory=dict)
    names: dict[tuple[int, ...], str] = field(default_factory=dict)
    by_line: dict[int, list[tuple[int, ...]]] = field(default_factory=dict)

    def sharing(self, members: Sequence[int]) -> dict[tuple[int, ...], None]:
        """The sets of lines pinned for the year that have some of these in common."""
        return dict.fromkeys(other for at in members for other in self.by_line.get(at, ()))

    def pins(self) -> Pins:
        return Pins(
            self.sides[Dimension.REGION],
            self.sides[Dimension.PRODUCT],
            self.sides[Dimension.CHANNEL],
            self.calendar,
            tuple(LinePin(members, pin, (), self.names[members]) for members, pin in self.lines.items()),
            tuple(
                LinePin(members, pin, span, self.names[members]) for (members, span), pin in self.line_months.items()
            ),
        )


class _Reading:
    """Pins being sorted to their goals."""

    def __init__(self, goals: Sequence[Goal], teams: Mapping[Year, Team], cuts: Mapping[Dimension, Cut]) -> None:
        self.goals, self.teams, self.cuts = goals, teams, cuts
        self.found: dict[Goal, _Gathered] = {}
        self.problems: list[Problem] = []
        self.unnamed: Place | None = None

    def share(self, row: ShareRow) -> None:
        """A pinned region, product line or channel."""
        gathered = self._goal(None, None, row.pinned, row.at("pinned"))
        if gathered is not None and row.pinned is not None:
            self._put(gathered[1].sides[row.dimension], row.name, row.name, Pin(row.pinned, row.at("pinned")))

    def person(self, item: Assignment) -> None:
        """A roster row with a pin: all the lines it stands for."""
        row = item.row
        gathered = self._goal(None, None, row.pinned, row.at("pinned"))
        if gathered is None or row.pinned is None:
            return
        goal, found = gathered
        team = self.teams[goal.year]
        members = tuple(at for at, other in enumerate(team.assignments) if other.row is row)
        if members:
            self._put_lines(found, members, (), row.person, Pin(row.pinned, row.at("pinned")))

    def row(self, row: PinRow) -> None:
        """A row of the table of pins."""
        year = row.span if isinstance(row.span, Year) else Year(row.span.year)
        gathered = self._goal(row.metric, year, row.pinned, row.at("pinned"))
        if gathered is None:
            return
        goal, found = gathered
        if goal.measure is Measure.COUNT and row.pinned % 1:
            details = {"metric": goal.metric, "found": plain(row.pinned)}
            self.problems.append(problem(codes.PIN_TOO_FINE, row.at("pinned"), **details))
        elif row.person is not None or row.employee_id is not None:
            self._somebody(row, goal, found)
        else:
            self._company(row, goal, found)

    def _somebody(self, row: PinRow, goal: Goal, found: _Gathered) -> None:
        team = self.teams[goal.year]
        lines = [at for at, item in enumerate(team.assignments) if _is(item, row)]
        members = tuple(at for at in lines if row.product is None or team.assignments[at].product == row.product)
        name = row.person or row.employee_id or ""
        if not members or len({team.assignments[at].person.identity for at in lines}) > 1:
            key = "product" if lines and not members else "person" if row.person is not None else "employee_id"
            self.problems.append(
                problem(codes.PIN_UNKNOWN, row.at(key), found=row.product if key == "product" else name)
            )
            return
        span, pin = _span(row.span), Pin(row.pinned, row.at("pinned"))
        if row.pinned and not any(team.assignments[at].there[month] for at in members for month in span or range(12)):
            details = {"person": name, "period": _said(row.span), "found": goal.said(row.pinned)}
            self.problems.append(problem(codes.PIN_ABSENT, row.at("pinned"), **details))
        else:
            self._put_lines(found, members, span, name, pin)

    def _put_lines(self, found: _Gathered, members: tuple[int, ...], span: Span, name: str, pin: Pin) -> None:
        """A pin on lines; what is pinned for the year may lie within another such pin, not across it."""
        if not span:
            crossed = next((other for other in found.sharing(members) if _cross(members, other)), None)
            if crossed is not None:
                place = found.lines[crossed].place
                details = {"name": name, "other": found.names[crossed], "first": f"{place.sheet}!{place.cell}"}
                self.problems.append(problem(codes.PIN_CROSSING, pin.place, **details))
                return
            for at in members:
                found.by_line.setdefault(at, []).append(members)
        found.names.setdefault(members, name)
        if span:
            self._put(found.line_months, (members, span), name, pin)
        else:
            self._put(found.lines, members, name, pin)

    def _company(self, row: PinRow, goal: Goal, found: _Gathered) -> None:
        """A region or product line, what both have in common, or the whole company."""
        named = [(Dimension.REGION, row.region), (Dimension.PRODUCT, row.product)]
        sides = [(side, name) for side, name in named if name is not None]
        span, pin, team = _span(row.span), Pin(row.pinned, row.at("pinned")), self.teams[goal.year]
        if not sides and span:
            self._put(found.calendar, span, _said(row.span), pin)
            return
        if not sides:
            details = {"period": _said(row.span), "found": goal.said(row.pinned)}
            self.problems.append(problem(codes.PIN_LEVEL, row.at("pinned"), **details))
            return
        unknown = [side for side, name in sides if name not in self._known(team, side)]
        if unknown:
            found_name = dict(sides)[unknown[0]]
            self.problems.append(problem(codes.PIN_UNKNOWN, row.at(unknown[0].value), found=found_name))
        elif len(sides) == 1 and not span:
            side, name = sides[0]
            self._put(found.sides[side], name, name, pin)
        else:
            self._part(row, goal, found)

    def _part(self, row: PinRow, goal: Goal, found: _Gathered) -> None:
        """A month or quarter of a region or product line, or any period of what both have in common."""
        span, pin, items = _span(row.span), Pin(row.pinned, row.at("pinned")), self.teams[goal.year].assignments
        name = " × ".join(name for name in (row.region, row.product) if name is not None)
        members = tuple(
            at
            for at, item in enumerate(items)
            if row.region in (None, item.person.region) and row.product in (None, item.product)
        )
        if row.pinned and not any(items[at].there[month] for at in members for month in span or range(12)):
            details = {"person": name, "period": _said(row.span), "found": goal.said(row.pinned)}
            self.problems.append(problem(codes.PIN_ABSENT, row.at("pinned"), **details))
        elif members:
            self._put_lines(found, members, span, name, pin)

    def _known(self, team: Team, side: Dimension) -> Sequence[str]:
        return (*(self.cuts[side].names if side in self.cuts else ()), *_names(team, side))

    def _goal(
        self, metric: str | None, year: Year | None, amount: Decimal | None, place: Place
    ) -> tuple[Goal, _Gathered] | None:
        """The goal a pin belongs to; an error when there is none."""
        if metric is None:
            goal = money_goal(self.goals, year)
            self.unnamed = self.unnamed or place
        else:
            mine = [goal for goal in self.goals if goal.metric == metric and year in (None, goal.year)]
            goal = next((goal for goal in mine if not goal.inherited), None)
        if goal is None or goal.year not in self.teams:
            details = {
                "found": plain(amount or 0),
                "year": _said(year) if year else "",
                "metric": metric or SALES_AMOUNT,
            }
            self.problems.append(problem(codes.PIN_NO_GOAL, place, **details))
            return None
        return goal, self.found.setdefault(goal, _Gathered())

    def _put(self, into: dict[_Key, Pin], key: _Key, name: Text | str, pin: Pin) -> None:
        first = into.get(key)
        if first is None:
            into[key] = pin
        else:
            details = {"name": name, "first": f"{first.place.sheet}!{first.place.cell}"}
            self.problems.append(problem(codes.PIN_TWICE, pin.place, **details))


def _cross(members: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two sets of lines have some in common and neither lies within the other."""
    mine, others = set(members), set(other)
    return bool(mine & others) and not (mine <= others or others <= mine)


def _is(item: Assignment, row: PinRow) -> bool:
    person = item.person
    if row.employee_id is not None and person.employee_id is not None:
        here = not person.moves or row.region in (None, person.region)
        return row.employee_id == person.employee_id and here
    return row.person == person.name and row.region in (None, person.region)


def _names(team: Team, side: Dimension) -> Sequence[str]:
    return team.regions if side is Dimension.REGION else team.products


def _span(span: Month | Quarter | Year) -> Span:
    return () if isinstance(span, Year) else tuple(month.number - 1 for month in span.months())


def _said(span: Month | Quarter | Year) -> Text:
    return Text(span.label(Lang.ZH), span.label(Lang.EN))
