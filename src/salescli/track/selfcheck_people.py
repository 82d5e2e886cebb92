"""Whose each row of a self-check is: by 工号, else by name and region, and never a guess."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from salescli.measure.period import Month
from salescli.table.codes import outlook as codes
from salescli.table.problem import Place, Problem, problem
from salescli.track.people import Candidates, Directory, Person
from salescli.track.spoken import filled
from salescli.track.tables import SelfCheckRow
from salescli.track.who import Who
from salescli.words import track as words
from salescli.words.language import Text

Owned: TypeAlias = tuple[Who | None, SelfCheckRow]
"""A row and whose it is; None for a row that names nobody."""


@dataclass(frozen=True, slots=True)
class _Checker:
    """A row of a self-check as one that speaks of a person."""

    row: SelfCheckRow
    person: str
    product: str | None = None

    @property
    def region(self) -> str | None:
        return self.row.region

    @property
    def employee_id(self) -> str | None:
        return self.row.employee_id

    def at(self, field: str | None = None) -> Place:
        return self.row.at(field)


def whose(
    rows: Sequence[SelfCheckRow], directory: Directory, as_of: date
) -> tuple[tuple[Owned, ...], tuple[Problem, ...]]:
    """Each row with its person; rows without a week are taken to be of `as_of`.

    Somebody the plan does not know, or who could be several, is remarked on once and kept apart under the name as
    it was typed, so that nobody's items mix with another's.
    """
    found: list[Owned] = []
    open_rows: dict[tuple[str | None, ...], list[tuple[SelfCheckRow, Candidates]]] = {}
    for row in rows:
        if row.person is None:
            found.append((None, row))
            continue
        candidates = directory.find(_Checker(row, row.person))
        if (person := candidates.only) is not None:
            month = Month.of(as_of) if row.week is None else row.week.month
            found.append((_known(person, row.region, directory.regions_of(person, month)), row))
            continue
        found.append((Who.of(row.person, row.employee_id, row.region or ""), row))
        open_rows.setdefault((row.person, row.employee_id, row.region), []).append((row, candidates))
    return tuple(found), tuple(_remark(items) for items in open_rows.values())


def _known(person: Person, region: str | None, regions: Sequence[str]) -> Who:
    return Who.of(person.name, person.employee_id, region if region is not None and region in regions else regions[0])


def _remark(items: Sequence[tuple[SelfCheckRow, Candidates]]) -> Problem:
    row, candidates = items[0]
    details = {"person": row.person, "rows": len(items)}
    if candidates.people:
        names = tuple(str(person) for person in candidates.people)
        return problem(codes.CHECK_PERSON_OPEN, row.at("person"), candidates=names, **details)
    near = filled(words.NEAR, names=candidates.near) if candidates.near else Text("", "")
    return problem(codes.CHECK_PERSON_UNKNOWN, row.at("person"), near=near, **details)
