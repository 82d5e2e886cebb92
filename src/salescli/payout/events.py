"""Rewards for what monthly figures do not hold: referrals, new customers, and the best week.

Counts come from the table `events`, new customers without one from the weekly rows, and weeks from the weekly
rows. A week counts in the month that its row names, else in the month of its Monday.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from salescli.measure.money import grouped
from salescli.measure.period import Month, Week
from salescli.payout.event_rows import EventRow
from salescli.payout.occasions import Event
from salescli.payout.people import Entry, Person, is_person
from salescli.payout.plan import EventRule, Happening
from salescli.payout.prizes import Extra, by_person
from salescli.payout.ranking import Contender, Ties, award
from salescli.payout.result import Step
from salescli.table.codes import payout as codes
from salescli.table.problem import Problem, problem
from salescli.track.tables import WeeklyRow
from salescli.words import incentive as words

Facts = dict[Event, tuple[Happening, ...]]
"""What happened, for each event that there are figures of."""


def facts_of(events: Sequence[EventRow] | None, weekly: Sequence[WeeklyRow] | None, *, dated: bool) -> Facts:
    """What the rows say. For undated figures the facts count if they too lie within one month, else not at all."""
    facts: Facts = {}
    for row in events or ():
        event = Event(row.item.value)
        one = Happening(row.employee_id, row.person, row.region, row.month, Decimal(row.count), None, row.at("person"))
        facts[event] = (*facts.get(event, ()), one)
    if weekly:
        facts[Event.WEEKLY_BEST] = tuple(_week(row, row.sales) for row in weekly)
        if Event.NEW_CUSTOMER not in facts and any(row.new_customers is not None for row in weekly):
            facts[Event.NEW_CUSTOMER] = tuple(_week(row, Decimal(row.new_customers or 0)) for row in weekly)
    if dated:
        return facts
    return {event: found for event, found in facts.items() if len({item.month for item in found}) == 1}


def _week(row: WeeklyRow, value: Decimal) -> Happening:
    month = row.month or Month.of(row.week.first)
    return Happening(row.employee_id, row.person, row.region, month, value, row.week, row.at("person"))


def unknown_people(facts: Facts, entries: Sequence[Entry], rules: Iterable[EventRule]) -> Iterator[Problem]:
    """Happenings in the months of `entries` that belong to nobody there, or to several."""
    people = [rows[0].person for rows in by_person(entries).values()]
    months = {entry.month for entry in entries}
    seen: set[str] = set()
    for event in {rule.event: None for rule in rules}:
        for item in facts.get(event, ()):
            count = sum(_is(item, person) for person in people)
            if count != 1 and item.value > 0 and _within(item, months) and item.person not in seen:
                seen.add(item.person)
                code = codes.EVENT_NOBODY if count == 0 else codes.EVENT_SEVERAL
                yield problem(code, item.place, person=item.person)


def event_rewards(rule: EventRule, entries: Sequence[Entry], ties: Ties) -> Iterator[Extra]:
    """What `rule` pays to the people of `entries`, in their months."""
    covered = [entry for entry in entries if rule.scope.covers(entry)]
    people = {key: rows[0].person for key, rows in by_person(covered).items()}
    months = sorted({entry.month for entry in covered}, key=str)
    for month in months:
        here = [item for item in rule.happened if _within(item, {month})]
        pay = _best_weeks if rule.event is Event.WEEKLY_BEST else _counted
        yield from pay(rule, here, people, month, ties)


def _counted(
    rule: EventRule, here: Sequence[Happening], people: dict[str, Person], month: Month | None, _: Ties
) -> Iterator[Extra]:
    for key, person in people.items():
        count = int(sum((item.value for item in here if _is(item, person)), Decimal(0)))
        if count > 0:
            paid = count * rule.amount
            figures = f"{count} × {grouped(rule.amount)} = {paid:,.2f}"
            details = {"count": str(count), "amount": grouped(rule.amount), "name": rule.wording.name}
            yield Extra(key, Step(rule.event.value, words.COUNTED_STEP, details, figures, paid, month))


def _best_weeks(
    rule: EventRule, here: Sequence[Happening], people: dict[str, Person], month: Month | None, ties: Ties
) -> Iterator[Extra]:
    for week in sorted({item.week for item in here if item.week is not None}):
        sold = {key: _sold(here, week, person) for key, person in people.items()}
        keys = [key for key, amount in sold.items() if amount > 0 and amount >= (rule.least or 0)]
        won = award([Contender(Fraction(sold[key])) for key in keys], (rule.amount,), ties)
        for key, one in zip(keys, won, strict=True):
            if one.prize:
                details = {"week": str(week), "sold": grouped(sold[key]), "count": str(one.count)}
                told = words.BEST_WEEK_STEP if one.count == 1 else words.BEST_WEEK_TIED
                yield Extra(key, Step(rule.event.value, told, details, f"{one.prize:,.2f}", one.prize, month))


def _sold(here: Iterable[Happening], week: Week, person: Person) -> Decimal:
    return sum((item.value for item in here if item.week == week and _is(item, person)), Decimal(0))


def _within(item: Happening, months: set[Month | None]) -> bool:
    """Whether something happened in one of `months`; undated figures, and a row without a month in a single one."""
    return item.month in months or None in months or (item.month is None and len(months) == 1)


def _is(item: Happening, person: Person) -> bool:
    return is_person(person, item.employee_id, item.person, item.region)
