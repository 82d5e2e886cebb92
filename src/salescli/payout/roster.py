"""What the roster says of the people who are paid: their position, and when they were with the company."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from salescli.measure.period import Month
from salescli.payout.people import Entry, Person
from salescli.payout.phrases import fold, region_name
from salescli.split.tables.roster import RosterRow
from salescli.table.codes.payout import people as codes
from salescli.table.problem import Problem, problem
from salescli.words import incentive as words
from salescli.words.language import Text


@dataclass(frozen=True)
class Roster:
    """The rows of a roster; none when there is no roster."""

    rows: tuple[RosterRow, ...] = ()

    @property
    def positions(self) -> frozenset[str]:
        """Every position there is, as compared."""
        return frozenset(fold(row.position) for row in self.rows if row.position)

    @cached_property
    def _by_id(self) -> dict[str, list[RosterRow]]:
        found: dict[str, list[RosterRow]] = {}
        for row in self.rows:
            if row.employee_id:
                found.setdefault(row.employee_id, []).append(row)
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[RosterRow]]:
        found: dict[str, list[RosterRow]] = {}
        for row in self.rows:
            found.setdefault(row.person, []).append(row)
        return found

    def of(self, person: Person) -> tuple[RosterRow, ...]:
        """The rows that may be `person`: by 工号 where both have one, else by name and region, else by name alone."""
        if person.employee_id and (found := self._by_id.get(person.employee_id)):
            return tuple(found)
        near = self._by_name.get(person.name, ())
        named = tuple(row for row in near if not (row.employee_id and person.employee_id))
        return tuple(row for row in named if region_name(row.region) == region_name(person.region)) or named


NO_ROSTER: Final = Roster()


def placed(entries: Sequence[Entry], roster: Roster, *, needed: bool) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries with their people's positions, and what the roster says against them.

    Positions are asked for (`needed`) by a plan with rules for some of them only.
    """
    if not roster.rows:
        return tuple(entries), ()
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        held.setdefault(entry.person.key, []).append(entry)
    found: list[Problem] = []
    people: dict[str, Person] = {}
    without = []
    for key, mine in held.items():
        person = mine[0].person
        rows = roster.of(person)
        positions = {row.position for row in rows}
        if needed and len(positions) > 1:
            found.append(problem(codes.ROSTER_SEVERAL, mine[0].place, person=person.name))
        position = rows[0].position if rows else None
        if needed and position is None:
            without.append(person.name)
        people[key] = replace(person, position=position)
        if len(rows) == 1:
            found += _absent(rows[0], mine)
    if without:
        found.append(problem(codes.POSITION_UNKNOWN, people=tuple(without)))
    return tuple(replace(entry, person=people[entry.person.key]) for entry in entries), tuple(found)


def _absent(row: RosterRow, entries: Iterable[Entry]) -> Iterator[Problem]:
    """Months with figures in which somebody was not there on any day."""
    months: dict[Month, Entry] = {}
    for entry in entries:
        if entry.month is not None and (entry.actual or entry.target):
            early = row.hired is not None and entry.month.last < row.hired
            late = row.left is not None and row.left < entry.month.first
            if early or late:
                months.setdefault(entry.month, entry)
    if months:
        first = next(iter(months.values()))
        names = tuple(str(month) for month in sorted(months))
        yield problem(codes.NOT_EMPLOYED, first.place, person=row.person, months=names, dates=_dates(row))


def _dates(row: RosterRow) -> Text:
    known = [text for text, day in ((words.HIRED_ON, row.hired), (words.LEFT_ON, row.left)) if day is not None]
    days = {"hired": row.hired, "left": row.left}
    return Text(
        "，".join(text.zh.format(**days) for text in known), ", ".join(text.en.format(**days) for text in known)
    )
