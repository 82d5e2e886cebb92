"""What is to be reached: the rows of a plan, or of a monthly table, as targets of one shape."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from salescli.measure.money import to_fen
from salescli.measure.period import Month
from salescli.split.tables.plan import PlanRow
from salescli.table.codes import track as codes
from salescli.table.problem import NOWHERE, Place, Problem, problem
from salescli.table.row import Row
from salescli.track.people import Person, Slot, planned_people
from salescli.track.sales_metric import sales_target
from salescli.track.spoken import spoken_month
from salescli.track.tables import MonthlyTargetRow
from salescli.words import track as words

AnyRow = TypeVar("AnyRow", bound=Row)


@dataclass(frozen=True, slots=True)
class Target:
    """One person's target in a month, for one slot, in yuan.

    `stated` and `collected` are what a monthly table already says of the result; `place` is where the target
    was read.
    """

    month: Month
    slot: Slot
    person: Person
    amount: Decimal
    note: str | None = None
    stated: Decimal | None = None
    collected: Decimal | None = None
    place: Place = NOWHERE


def plan_targets(rows: Sequence[PlanRow], people: Sequence[Person | None]) -> tuple[tuple[Target, ...], list[Problem]]:
    """The targets of `rows`, a plan's rows of sales; `people` are the persons of the rows."""
    persons = {id(row): person for row, person in zip(rows, people, strict=True)}
    chosen, problems = without_repeats(rows, lambda row: row.month, lambda row: (row.target, row.in_force))
    targets = []
    for row in chosen:
        person, amount = persons[id(row)], sales_target(row, problems)
        if person is not None and amount is not None:
            targets.append(Target(row.month, Slot(row.region, row.product), person, to_fen(amount), place=row.at()))
    return tuple(targets), problems


def monthly_targets(rows: Sequence[MonthlyTargetRow], month: Month | None) -> tuple[tuple[Target, ...], list[Problem]]:
    """The targets of a monthly table that reports will be merged into; `month` is for rows that name none."""
    problems = [problem(codes.MONTH_NEEDED, row.at()) for row in rows if row.month is None and month is None]
    dated = [(row, row.month or month) for row in rows]
    chosen, repeated = without_repeats(
        rows, lambda row: row.month or month, lambda row: (row.target, row.actual, row.collected, row.note)
    )
    people, contradictions = planned_people(chosen)
    problems += [*repeated, *contradictions]
    months = {id(row): known for row, known in dated if known is not None}
    targets = [
        Target(
            months[id(row)],
            Slot(row.region, row.product),
            person,
            row.target,
            row.note,
            row.actual,
            row.collected,
            row.at("actual"),
        )
        for row, person in zip(chosen, people, strict=True)
        if person is not None and id(row) in months
    ]
    return tuple(targets), problems


def without_repeats(
    rows: Iterable[AnyRow], month: Callable[[AnyRow], Month | None], content: Callable[[AnyRow], tuple[Any, ...]]
) -> tuple[list[AnyRow], list[Problem]]:
    """`rows` with each person, slot and month once; a repeat is remarked on, a contradiction is an error."""
    first: dict[tuple[Any, ...], AnyRow] = {}
    problems: list[Problem] = []
    for row in rows:
        named: Any = row
        key = (month(row), named.region, named.product, named.employee_id, named.person)
        earlier = first.setdefault(key, row)
        if earlier is row:
            continue
        if content(earlier) == content(row):
            problems.append(problem(codes.TARGET_REPEATED, row.at(), other=_where(earlier, row)))
            continue
        details = {
            "person": named.person,
            "month": spoken_month(month(row)),
            "product": named.product or words.NO_PRODUCT,
            "other": _where(earlier, row),
        }
        problems.append(problem(codes.TARGET_TWICE, row.at("target"), **details))
    return list(first.values()), problems


def _where(earlier: Row, row: Row) -> str:
    """The place of `earlier` as one would name it from the sheet of `row`."""
    there, here = earlier.at("target"), row.at()
    return there.cell or "" if (there.file, there.sheet) == (here.file, here.sheet) else str(there)
