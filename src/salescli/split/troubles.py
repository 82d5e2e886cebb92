"""What a goal's decomposition has to say: why it cannot be held, or what is worth knowing of how it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from salescli.measure.period import Month
from salescli.split.allocate import times
from salescli.split.goals import Goal
from salescli.split.held import Pin, Strain, StrainKind
from salescli.split.margins import Amounts
from salescli.split.months import MonthClash
from salescli.split.pins import Pins
from salescli.split.presence import Months
from salescli.split.settled import Settled
from salescli.split.shares import Cut
from salescli.split.tables.columns import PRODUCT, REGION
from salescli.split.tables.roster import ROSTER
from salescli.split.tables.shares import Dimension
from salescli.split.team import Assignment, Team
from salescli.split.weights import Basis, Blend
from salescli.split.years import Group, YearClash
from salescli.table.codes.split.goals import ODD_PART, ODD_REST
from salescli.table.codes.split.pins import PINS_EXCEED, PINS_FALL_SHORT, PINS_FINER, PINS_LEAVE_NOTHING
from salescli.table.codes.split.replan import PIN_PASSED, REPLAN_EVEN_MONTHS, YEAR_EXCEEDED
from salescli.table.codes.split.roster import EMPTY_MONTHS, MONTHS_CLASH, NOBODY_IN_MONTH
from salescli.table.codes.split.shares import CUTS_CLASH
from salescli.table.codes.split.weights import ZERO_WEIGHTS
from salescli.table.problem import NOWHERE, Place, Problem, problem
from salescli.words.language import Lang, Text
from salescli.words.split import AND_OTHERS, PINNED_IN, WHOLE_COMPANY

MOST_NAMED: Final = 6
"""How many people one message names."""

_STRAINS: Final = {
    StrainKind.EXCEED: PINS_EXCEED,
    StrainKind.FALL_SHORT: PINS_FALL_SHORT,
    StrainKind.LEAVE_NOTHING: PINS_LEAVE_NOTHING,
}


@dataclass(frozen=True, slots=True)
class Troubles:
    """Findings about one goal, its amounts counted in `unit`."""

    goal: Goal
    team: Team
    cuts: Mapping[Dimension, Cut]
    unit: Decimal

    def strained(self, found: Strain) -> Problem:
        """Pins that do not fit into what they are part of."""
        cells = tuple(dict.fromkeys(_cell(pin) for pin in found.pins))
        details = {"metric": self.goal.metric, "cells": cells, "parent": found.parent, "names": _few(found.others)}
        details["by"] = _held_by(found.held_by)
        amounts = {
            "pinned": self._said(found.pinned),
            "total": self._said(found.total),
            "off": self._said(abs(found.total - found.pinned)),
        }
        return problem(_STRAINS[found.kind], found.pins[0].place, **details, **amounts)

    def exceeded(self, actual: Decimal, place: Place) -> Problem:
        """Closed months that already come to more than the year."""
        said = {"actual": self.goal.said(actual), "target": self.goal.said(self.goal.target)}
        over = self.goal.said(actual - self.goal.target)
        return problem(YEAR_EXCEEDED, place, metric=self.goal.metric, **said, over=over)

    def passed(self, pin: Pin) -> Problem:
        """A pin that closed months have already gone beyond."""
        return problem(PIN_PASSED, pin.place, metric=self.goal.metric, over=self.goal.said(-pin.amount))

    def clash(self, found: YearClash) -> Problem:
        """Regions, or people with pins, that sell too few of the product lines."""
        places = [cut.places[found.rows[0]] for cut in self.cuts.values() if found.rows[0] in cut.places]
        names = {"metric": self.goal.metric, "regions": _few(found.rows), "products": found.columns}
        return problem(CUTS_CLASH, places[0] if places else self.goal.place, **names, **self._short(found))

    def months_clash(self, found: MonthClash, lines: Sequence[int]) -> Problem:
        """People who are not there for as much of the year as they are to carry."""
        items = [self.team.assignments[lines[at]] for at in found.rows]
        people = tuple(dict.fromkeys(item.person.name for item in items))
        names = {"metric": self.goal.metric, "people": _few(people), "months": self._months(found.columns)}
        return problem(MONTHS_CLASH, items[0].row.at("hired"), **names, **self._short(found))

    def nobody(self, months: Sequence[int]) -> Problem:
        """Months with a target and without people."""
        return problem(NOBODY_IN_MONTH, self.goal.place, metric=self.goal.metric, months=self._months(months))

    def deserted(self, there: Sequence[Months], months: Sequence[int]) -> list[Problem]:
        """Regions and product lines that nobody carries in some months."""
        found = []
        for column, key in ((REGION, "region"), (PRODUCT, "product")):
            manned: dict[str, dict[int, Months]] = {}
            first: dict[str, Assignment] = {}
            for item, own in zip(self.team.assignments, there, strict=True):
                name = item.person.region if key == "region" else item.product
                if name is None:
                    continue
                if name not in manned:
                    manned[name], first[name] = {}, item
                manned[name][id(own)] = own
            for name, alike in manned.items():
                mine = {at for own in alike.values() for at in range(12) if own[at]}
                empty = [at for at, units in enumerate(months) if units and at not in mine]
                if empty and mine:
                    said = {"what": Text(column.zh, column.en), "name": name, "months": self._months(empty)}
                    found.append(problem(EMPTY_MONTHS, first[name].row.at(key), **said))
        return found

    def unweighted(self, group: Group, blend: Blend) -> Problem:
        """A group whose weights are all zero."""
        region, product = group
        columns = [basis.field for basis in blend if basis is not Basis.EVEN] or ["last_year"]
        name: Text | str = WHOLE_COMPANY
        if region is not None and product is not None:
            name = f"{region} × {product}"
        elif region is not None or product is not None:
            name = region or product or ""
        place = next(item.row for item in self.team.assignments if region in (None, item.person.region)).at(columns[0])
        return problem(ZERO_WEIGHTS, place, group=name, columns=tuple(map(ROSTER.label, columns)))

    def odd(self, odd: Decimal, amounts: Amounts, settled: Settled) -> Problem:
        """Where the part that is no whole unit went, of the goal or of what actuals leave of it."""
        goal, person = self.goal, amounts.odd_line.person
        said = {"target": goal.said(goal.target - settled.total), "unit": f"{self.unit:f}", "odd": goal.said(odd)}
        where = {"region": person.region, "person": person.name, "month": _named(amounts.odd_month)}
        code = ODD_PART if settled.since is None else ODD_REST
        return problem(code, goal.place, metric=goal.metric, **said, **where)

    def even_rest(self, settled: Settled) -> Problem:
        """Months left whose weights are all zero."""
        months = tuple(_named(month) for month in self.goal.year.months() if settled.since and month >= settled.since)
        return problem(REPLAN_EVEN_MONTHS, months=months)

    def finer(self, pins: Pins) -> Problem:
        """Pins that are no multiples of the rounding unit, so that a finer one serves."""
        goal = self.goal
        units = {"unit": f"{goal.rounding:f}", "finer": f"{self.unit:f}"}
        return problem(PINS_FINER, pins.all[0].place, metric=goal.metric, **units)

    def _short(self, found: MonthClash | YearClash) -> dict[str, Text]:
        short = found.needed - found.room
        return {"needed": self._said(found.needed), "room": self._said(found.room), "short": self._said(short)}

    def _said(self, units: int) -> Text:
        return self.goal.said(times(units, self.unit))

    def months_said(self, months: Sequence[int]) -> Text:
        """Several months in words."""
        named = self._months(months)
        return Text("、".join(month.zh for month in named), ", ".join(month.en for month in named))

    def _months(self, months: Sequence[int]) -> tuple[Text, ...]:
        return tuple(_named(self.goal.year.months()[at]) for at in months)


def _few(names: Sequence[Text | str]) -> tuple[Text | str, ...]:
    """The first of many names, and how many there are."""
    if len(names) <= MOST_NAMED:
        return tuple(names)
    more = len(names) - MOST_NAMED
    return (*names[:MOST_NAMED], Text(AND_OTHERS.say(Lang.ZH, more=more), AND_OTHERS.say(Lang.EN, more=more)))


def _held_by(pins: Sequence[Pin]) -> Text | str:
    """Where the parent itself is pinned, nothing when it is not."""
    if not pins:
        return ""
    cells = tuple(dict.fromkeys(map(_cell, pins)))
    return Text(PINNED_IN.say(Lang.ZH, cells=cells), PINNED_IN.say(Lang.EN, cells=cells))


def _cell(pin: Pin) -> str:
    place = pin.place
    if place == NOWHERE:
        return f"{pin.amount:,f}"
    return f"{place.sheet}!{place.cell}"


def _named(month: Month) -> Text:
    return Text(month.label(Lang.ZH), month.label(Lang.EN))
