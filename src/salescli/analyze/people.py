"""Who is who across months and workbooks: by 工号 where it is given, else by name.

A person is shown by name. Where several 工号 share one name, the 工号 is shown with it, and a row without one
by its region, so that two people never become one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeAlias

from salescli.track.tables import MonthlyRow, OrderRow, WeeklyRow

Personal: TypeAlias = MonthlyRow | WeeklyRow | OrderRow
"""A row of one person."""


def naming(rows: Iterable[Personal]) -> Callable[[Personal], str]:
    """A function that gives the person of any of `rows` a name nobody else among them has.

    A row without 工号 belongs to the one person of its name that has one.
    """
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.employee_id:
            ids[row.person].add(row.employee_id)

    def name(row: Personal) -> str:
        if len(ids[row.person]) < 2:
            return row.person
        return f"{row.person}({row.employee_id or row.region})"

    return name
