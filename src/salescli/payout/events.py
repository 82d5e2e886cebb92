"""Rewards for what monthly figures do not hold: referrals, new customers, and the best week.

Counts come from the table `events`, new customers without one from the weekly rows, and weeks from the weekly
rows. A week counts in the month that its row names, else in the month of its Monday.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from salescli.measure.money import grouped
from salescli.measure.period import Month, Week
from salescli.payout.event_rows import EventRow
from salescli.payout.occasions import Event
from salescli.payout.people import Entry, Person, Register
from salescli.payout.plan import EventRule, Happening
from salescli.payout.prizes import Extra, by_person
from salescli.payout.ranking import Contender, Ties, award
from salescli.payout.scopes import Scope
from salescli.payout.steps import Step
from salescli.table.codes.payout import people as codes
from salescli.table.problem import Problem, problem
from salescli.track.tables import WeeklyRow
from salescli.words import incentive as words

Facts = dict[Event, tuple[Happening, ...]]
"""What happened, for each event that there are figures of."""


def facts_of(events: Sequence[EventRow] | None, weekly: Sequence[WeeklyRow] | None, *, dated: bool) -> Facts:
    """What the rows say. For undated figures the facts count if they too lie within one month, else not at all."""
    counted: defaultdict[Event, list[Happening]] = defaultdict(list)
    for row in events or ():
        one = Happening(row.employee_id, row.person, row.region, row.month, Decimal(row.count), None, row)
        counted[Event(row.item.value)].append(one)
    facts: Facts = {event: tuple(found) for event, found in counted.items()}
    if weekly:
        facts[Event.WEEKLY_BEST] = tuple(_week(row, row.sales) for row in weekly)
        if Event.NEW_CUSTOMER not in facts and any(row.new_customers is not None for row in weekly):
            facts[Event.NEW_CUSTOMER] = tuple(_week(row, Decimal(row.new_customers or 0)) for row in weekly)
    if dated:
        return facts
    return {event: found for event, found in facts.items() if len({item.month for item in found}) == 1}


def _week(row: WeeklyRow, value: Decimal) -> Happening:
    month = row.month or _month_of(row.week)
    return Happening(row.employee_id, row.person, row.region, month, value, row.week, row)


@lru_cache(maxsize=256)
def _month_of(week: Week) -> Month:
    return Month.of(week.first)


def unknown_people(facts: Facts, entries: Sequence[Entry], rules: Iterable[EventRule]) -> Iterator[Problem]:
    """Happenings in the months of `entries` that belong to nobody there, or to several."""
    people = Register(rows[0].person for rows in by_person(entries).values())
    months = {entry.month for entry in entries}
    seen: set[str] = set()
    for event in {rule.event: None for rule in rules}:
        for item in facts.get(event, ()):
            if item.value <= 0 or item.person in seen or not _within(item, months):
                continue
            count = len(_meant(people, item))
            if count != 1:
                seen.add(item.person)
                code = codes.EVENT_NOBODY if count == 0 else codes.EVENT_SEVERAL
                yield problem(code, item.place, person=item.person)


def event_rewards(rules: Iterable[EventRule], entries: Sequence[Entry], ties: Ties) -> Iterator[Extra]:
    """What `rules` pay to the people of `entries`, in their months; what they sold does not matter."""
    found: dict[Scope, _Covered] = {}
    for rule in rules:
        if (covered := found.get(rule.scope)) is None:
            covered = found[rule.scope] = _covered(rule.scope, entries)
        pay = _best_weeks if rule.event is Event.WEEKLY_BEST else _counted
        for month in covered.months:
            yield from pay(rule, _summed(rule.happened, month, covered.people), covered.order, month, ties)


@dataclass(frozen=True, slots=True)
class _Covered:
    """Whom rules of one scope are for: the people, their order, and the months of their figures."""

    people: Register
    order: Mapping[str, int]
    months: list[Month | None]


def _covered(scope: Scope, entries: Sequence[Entry]) -> _Covered:
    rows = entries if scope.open else [entry for entry in entries if scope.covers(entry)]
    held = by_person(rows)
    people = Register(own[0].person for own in held.values())
    return _Covered(people, {key: at for at, key in enumerate(held)}, sorted({row.month for row in rows}, key=str))


Sums = dict[Week | None, dict[str, Decimal]]
"""What happened in each week, by the keys of the people."""


def _summed(happened: Iterable[Happening], month: Month | None, people: Register) -> Sums:
    """Everything that `people` did in `month`, added up; what has no month counts in it too."""
    sums: Sums = {}
    for item in happened:
        if month is not None and item.month is not None and item.month != month:
            continue
        own = sums.setdefault(item.week, {})
        for person in _meant(people, item):
            own[person.key] = own.get(person.key, Decimal(0)) + item.value
    return sums


def _counted(rule: EventRule, sums: Sums, order: Mapping[str, int], month: Month | None, _: Ties) -> Iterator[Extra]:
    totals: defaultdict[str, Decimal] = defaultdict(Decimal)
    for own in sums.values():
        for key, value in own.items():
            totals[key] += value
    for key in sorted(totals, key=order.__getitem__):
        count = int(totals[key])
        if count > 0:
            paid = count * rule.amount
            figures = f"{count} × {grouped(rule.amount)} = {paid:,.2f}"
            details = {"count": str(count), "amount": grouped(rule.amount), "name": rule.wording.name}
            yield Extra(key, Step(rule.event.value, words.COUNTED_STEP, details, figures, paid, month))


def _best_weeks(
    rule: EventRule, sums: Sums, order: Mapping[str, int], month: Month | None, ties: Ties
) -> Iterator[Extra]:
    for week in sorted(week for week in sums if week is not None):
        sold = sums[week]
        most = max(sold.values(), default=Decimal(0))
        enough = most > 0 and most >= (rule.least or 0)
        keys = sorted((key for key, amount in sold.items() if enough and amount == most), key=order.__getitem__)
        won = award([Contender(Fraction(most))] * len(keys), (rule.amount,), ties)
        for key, one in zip(keys, won, strict=True):
            if one.prize:
                details = {"week": str(week), "sold": grouped(sold[key]), "count": str(one.count)}
                told = words.BEST_WEEK_STEP if one.count == 1 else words.BEST_WEEK_TIED
                yield Extra(key, Step(rule.event.value, told, details, f"{one.prize:,.2f}", one.prize, month))


def _within(item: Happening, months: set[Month | None]) -> bool:
    """Whether something happened in one of `months`; undated figures, and a row without a month in a single one."""
    return item.month in months or None in months or (item.month is None and len(months) == 1)


def _meant(people: Register, item: Happening) -> list[Person]:
    return people.meant(item.employee_id, item.person, item.region)
