"""周目标自查: the week's seven items as people filled them in, and the form for the week to come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import Any, Final, NamedTuple

from salescli.measure.achievement import achievement
from salescli.measure.metric import Measure, figure_text
from salescli.measure.period import Week
from salescli.measure.ratio import divide, ratio_text
from salescli.measure.workdays import Workdays
from salescli.table.codes import outlook as codes
from salescli.table.kind import CellContext, normal
from salescli.table.problem import Problem, problem
from salescli.table.quantity import Quantity, QuantityKind
from salescli.track.figures import NOTHING, TrackedRow
from salescli.track.process import ProcessTarget, weekly_key
from salescli.track.report import Report, weeks_of
from salescli.track.selfcheck_people import Owned
from salescli.track.tables import SELFCHECK
from salescli.track.who import Who
from salescli.words import outlook as words

ITEMS: Final = words.ITEMS
"""The seven items: the count of the weekly table each is about (or `sales`, or `satisfaction`), and its name."""

RECENT_WEEKS: Final = 4


@dataclass(frozen=True, slots=True)
class Check:
    """One item of one person's week; `who` is None where the row names nobody, `actual` where it is not filled in.

    Who is not in the plan, or could be several, stands under the name as it was typed.
    """

    who: Who | None
    week: Week | None
    item: str
    target: Quantity
    actual: Quantity | None = None

    @property
    def completion(self) -> Fraction | None:
        """完成率 = actual ÷ target."""
        return None if self.actual is None else achievement(self.actual.value, self.target.value)

    def document(self) -> dict[str, Any]:
        """As JSON."""
        named = dict.fromkeys(("person", "employee_id", "region")) if self.who is None else self.who.document()
        return {
            **named,
            "week": None if self.week is None else str(self.week),
            "item": self.item,
            "target": figure_text(self.target.value, Measure.NUMBER),
            "actual": None if self.actual is None else figure_text(self.actual.value, Measure.NUMBER),
            "completion": ratio_text(self.completion),
        }


class Unchecked(NamedTuple):
    """Somebody with a target in the month of a week, and without a single item filled in for it."""

    who: Who
    week: Week


@dataclass(frozen=True, slots=True)
class SelfChecks:
    """What was filled in, by person and week, and the form for `coming` (None where no target reaches it).

    `missing` are those who filled in nothing for a week that others did.
    """

    filled: tuple[Check, ...]
    form: tuple[Check, ...]
    coming: Week | None
    missing: tuple[Unchecked, ...] = ()

    @property
    def weeks(self) -> tuple[tuple[Who | None, Week | None, Mapping[str, Check]], ...]:
        """One entry a person and week: the items by :func:`item_key`, other items left out."""
        found: dict[tuple[Who | None, Week | None], dict[str, Check]] = {}
        for check in self.filled:
            if (key := item_key(check.item)) is not None:
                found.setdefault((check.who, check.week), {})[key] = check
        return tuple((who, week, checks) for (who, week), checks in found.items())

    def document(self) -> list[dict[str, Any]]:
        """What was filled in, as JSON."""
        return [check.document() for check in self.filled]

    def missing_document(self) -> list[dict[str, str | None]]:
        """Who filled in nothing, as JSON."""
        return [{**item.who.document(), "week": str(item.week)} for item in self.missing]

    def form_document(self) -> dict[str, Any] | None:
        """The form as JSON; None where there is none."""
        return (
            None
            if self.coming is None
            else {"week": str(self.coming), "items": [item.document() for item in self.form]}
        )


def item_key(item: str) -> str | None:
    """Which of the seven items a name means, None for an item of the user's own."""
    for key, name in ITEMS.items():
        if normal(item) in (normal(name.zh), normal(name.en)):
            return key
    if normal(item) in (normal("销售额"), normal("sales")):
        return "sales"
    found = weekly_key(item)
    return found if found in ITEMS else None


def filled_in(rows: Sequence[Owned]) -> tuple[tuple[Check, ...], tuple[Problem, ...]]:
    """The items of everyone who filled in anything of a week, in order of week and person.

    Of differing repeats the one read last counts; an item left open (None) is one only where no other answer is.
    """
    answered = {(who, row.week) for who, row in rows if row.actual is not None}
    kept: dict[tuple[Who | None, Week | None, str], Owned] = {}
    problems = []
    for who, row in rows:
        if (who, row.week) not in answered:
            continue
        key = (who, row.week, item_key(row.item) or normal(row.item))
        earlier = kept.get(key)
        if earlier is not None and row.actual is None:
            continue
        if earlier is not None and earlier[1].actual is None:
            earlier = None
        if earlier is not None and (earlier[1].target, earlier[1].actual) != (row.target, row.actual):
            details = {"person": row.person, "week": row.week, "item": row.item, "other": earlier[1].at()}
            problems.append(problem(codes.CHECK_DIFFERS, row.at("actual"), **details))
        kept[key] = (who, row)
    checks = [Check(who, row.week, row.item, row.target, row.actual) for who, row in kept.values()]
    checks.sort(key=lambda check: ("" if check.week is None else str(check.week), _name(check.who)))
    return tuple(checks), tuple(problems)


def _name(who: Who | None) -> tuple[str, str, str]:
    return ("", "", "") if who is None else (who.name, who.employee_id or "", who.region)


def forms_of(rows: Sequence[Owned]) -> Mapping[tuple[Who | None, Week | None, str], Quantity]:
    """The targets of the forms that are still to be filled in, by person, week and item."""
    return {
        (who, row.week, key): row.target
        for who, row in rows
        if row.actual is None and (key := item_key(row.item)) is not None
    }


@dataclass(frozen=True)
class Former:
    """What the form of a week is filled in from; :meth:`form` makes it."""

    rows: Sequence[TrackedRow]
    process: Sequence[ProcessTarget]
    reports: Sequence[Report]
    filled: Sequence[Check]
    issued: Mapping[tuple[Who | None, Week | None, str], Quantity]
    calendar: Workdays

    def form(self, week: Week) -> tuple[Check, ...]:
        """The seven items of everyone with a target in the week's month.

        A target that was issued before stays. Else it is the plan's month spread over its working days, rounded
        up; else that of the person's last self-check; else the mean of their last four reports, rounded up;
        else the template's example.
        """
        people: dict[Who, Decimal] = {}
        for row in self.rows:
            if row.month == week.month and row.figures.target > 0:
                who = Who.in_row(row)
                people[who] = people.get(who, NOTHING) + row.figures.target
        part = divide(self.calendar.total(week), self.calendar.total(week.month))
        return tuple(
            Check(who, week, name.zh, self._target(who, key, week, planned, part))
            for who, planned in people.items()
            for key, name in ITEMS.items()
        )

    def _target(self, who: Who, key: str, week: Week, sales: Decimal, part: Fraction | None) -> Quantity:
        if (issued := self.issued.get((who, week, key))) is not None:
            return issued
        planned = sales if key == "sales" else self._planned.get((who, week.month, key))
        if planned and part is not None:
            return Quantity(Decimal(ceil(Fraction(planned) * part)))
        if (last := self._last.get((who, key))) is not None:
            return last
        recent = self._recent.get(who, ())
        counts = [count for report in recent if (count := getattr(report.row, key, None)) is not None]
        if counts:
            return Quantity(Decimal(ceil(Fraction(sum(counts), len(counts)))))
        return EXAMPLES[key]

    @cached_property
    def _planned(self) -> Mapping[tuple[Who, object, str], Decimal]:
        found: dict[tuple[Who, object, str], Decimal] = {}
        for target in self.process:
            key = (target.who, target.month, target.key)
            found[key] = found.get(key, NOTHING) + target.count
        return found

    @cached_property
    def _last(self) -> Mapping[tuple[Who | None, str], Quantity]:
        answered = (check for check in self.filled if check.actual is not None)
        return {(check.who, key): check.target for check in answered if (key := item_key(check.item))}

    @cached_property
    def _recent(self) -> Mapping[Who, Sequence[Report]]:
        weeks = set(sorted(weeks_of(self.reports))[-RECENT_WEEKS:])
        found: dict[Who, list[Report]] = {}
        for report in self.reports:
            if report.week in weeks:
                found.setdefault(Who.reporting(report), []).append(report)
        return found


def _examples(examples: Iterable[Mapping[str, object]]) -> dict[str, Quantity]:
    """The documents' own targets by item."""
    context, kind = CellContext(report=lambda *_: None), QuantityKind()
    targets = {}
    for example in examples:
        if (key := item_key(str(example["item"]))) is not None:
            targets[key] = kind.parse(example["target"], context)
    return targets


EXAMPLES: Final = _examples(SELFCHECK.examples)
