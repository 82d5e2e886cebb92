"""Formulas that add the plan up again, so that every sheet follows a change in the plan.

SUMIFS takes text literally only when it is told to: a name with ``*``, ``?`` or a comparison sign is written
into the formula, escaped, where a plain one is a reference to its cell.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from salescli.excel.book import Format
from salescli.measure.metric import Measure
from salescli.measure.period import Month, Quarter
from salescli.split.goals import Goal
from salescli.split.team import Person

FORMATS: Final = {
    Measure.MONEY: Format.MONEY,
    Measure.COUNT: Format.COUNT,
    Measure.RATIO: Format.RATIO,
    Measure.NUMBER: Format.NUMBER,
}
"""How figures of each measure look."""

_SPECIAL: Final = re.compile(r"[*?~<>={}]")


@dataclass(frozen=True, slots=True)
class Live:
    """SUMIFS over the plan for one goal; `several` tells that its metric has goals of other years too."""

    goal: Goal
    several: bool

    def total(self, *criteria: tuple[str, str]) -> str:
        """The plan's targets where each column (a key of the plan) meets its criterion."""
        return f"SUMIFS({{plan:target}},{self._criteria(criteria)})"

    def strangers(self) -> str:
        """How many leaves of an inherited goal differ from the cell `expected`."""
        return f"COUNTIFS({self._criteria([('target', chr(34) + '<>' + chr(34) + '&{expected}')])})"

    def average(self) -> str:
        """The mean of the goal's leaves."""
        return f"AVERAGEIFS({{plan:target}},{self._criteria([])})"

    def _criteria(self, criteria: "tuple[tuple[str, str], ...] | list[tuple[str, str]]") -> str:
        parts = [("metric", literal(self.goal.metric)), *criteria]
        if self.several and not any(key == "month" for key, _ in criteria):
            first, last = self.goal.year.months()[0], self.goal.year.months()[-1]
            parts += between(first, last)
        return ",".join(f"{{plan:{key}}},{criterion}" for key, criterion in parts)


Lives = Mapping[Goal, Live]
"""The formulas of every goal."""


def literal(text: str) -> str:
    """A criterion that a cell equals `text`."""
    escaped = re.sub(r"([*?~])", r"~\1", text).replace('"', '""').replace("{", "{{").replace("}", "}}")
    return f'"={escaped}"'


def cell(key: str, text: str) -> str:
    """A criterion that a cell equals the text in this line's column `key`."""
    return literal(text) if _SPECIAL.search(text) else f"{{{key}}}"


def of_month(month: Month) -> tuple[str, str]:
    return "month", f"DATE({month.year},{month.number},1)"


def between(first: Month, last: Month) -> list[tuple[str, str]]:
    """Criteria for the months from `first` to `last`."""
    return [
        ("month", f'">="&DATE({first.year},{first.number},1)'),
        ("month", f'"<="&DATE({last.year},{last.number},1)'),
    ]


def of_quarter(quarter: Quarter) -> list[tuple[str, str]]:
    months = quarter.months()
    return between(months[0], months[-1])


def of_person(person: Person) -> list[tuple[str, str]]:
    """Criteria for one person in a line that shows region, employee_id and person."""
    found = [("region", cell("region", person.region)), ("person", cell("person", person.name))]
    if person.employee_id is not None:
        found.append(("employee_id", cell("employee_id", person.employee_id)))
    return found
