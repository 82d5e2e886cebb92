"""When what was earned is paid out: at once, or in proportion to what customers have paid.

Worked from the year's start, because money that was held in one month is released by a later one's collections:
released to date = earned to date × min(1, collected ÷ sold), to the fen. It never falls when a new month's sales
lower the share, and never exceeds what was earned, so the last release takes exactly the rest.

A quarter whose months were paid by themselves releases what all of it together comes to at its end, less what those
months released: its own prizes follow the collections as everything else does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from salescli.measure.money import money_text, to_fen
from salescli.measure.period import Month, Quarter
from salescli.payout.people import Entry
from salescli.payout.person_pay import PersonPay
from salescli.payout.result import PayoutResult

NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Release:
    """One person at the end of a month, in yuan to date: earned, sold, collected, and what is paid out of it."""

    month: Month | None
    earned: Decimal
    sold: Decimal
    collected: Decimal
    before: Decimal
    now: Decimal

    @property
    def held(self) -> Decimal:
        """Earned, but not released yet."""
        return self.earned - self.before - self.now

    @property
    def share(self) -> Fraction:
        """The part of the sales that was collected, from 0 to 1."""
        return collected_share(self.sold, self.collected)

    def document(self) -> dict[str, Any]:
        """The release as ``--json`` shows it."""
        return {
            "month": None if self.month is None else str(self.month),
            "earned": money_text(self.earned),
            "released_before": money_text(self.before),
            "released_now": money_text(self.now),
            "held": money_text(self.held),
        }


@dataclass(frozen=True)
class Releases:
    """Everybody's releases in the months of the period, by the person's key."""

    people: Mapping[str, tuple[Release, ...]]

    @property
    def now(self) -> Decimal:
        """All that is released in the period."""
        return sum((one.now for months in self.people.values() for one in months), NOTHING)

    @property
    def held(self) -> Decimal:
        """All that is still held at its end."""
        return sum((months[-1].held for months in self.people.values()), NOTHING)

    def document(self, result: PayoutResult) -> dict[str, Any]:
        """The releases as ``--json`` shows them, people in the order of the result."""
        return {
            "rule": "collected",
            "released_now": money_text(self.now),
            "held": money_text(self.held),
            "people": [
                {
                    "employee_id": one.person.employee_id,
                    "person": one.person.name,
                    "months": [month.document() for month in self.people[one.person.key]],
                }
                for one in result.people
            ],
        }


def collected_share(sold: Decimal, collected: Decimal) -> Fraction:
    """Collected ÷ sold from 0 to 1; 1 where nothing was sold, because nothing is left to wait for."""
    if sold <= 0:
        return Fraction(1)
    return min(Fraction(1), max(Fraction(0), Fraction(collected) / Fraction(sold)))


def released(earned: Decimal, share: Fraction, before: Decimal) -> Decimal:
    """What is released to date: the share of what was earned, not less than before, not more than was earned."""
    return min(earned, max(before, to_fen(Fraction(earned) * share)))


def releases(earlier: Sequence[PayoutResult], result: PayoutResult, entries: Sequence[Entry]) -> Releases:
    """The releases in the period of `result`; `earlier` are the payouts since the year's start, in their order.

    `entries` are all rows up to the period's end, each with what was collected.
    """
    own = _months(result)
    people: dict[str, tuple[Release, ...]] = {}
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        held.setdefault(entry.person.key, []).append(entry)
    for one in result.people:
        key = one.person.key
        mine = held.get(key, [])
        if result.apart:
            people[key] = (_beside(_together(earlier, key), one, result, mine),)
            continue
        history = _history(_together((*earlier, result), key), mine)
        people[key] = tuple(item for item in history if item.month in own)
    return Releases(people)


def _beside(
    earlier: Mapping[Month | None, Decimal], one: PersonPay, result: PayoutResult, entries: Sequence[Entry]
) -> Release:
    """The release of a period, parts of which were paid by themselves, at its end."""
    paid: dict[Month, Decimal] = {}
    for part in result.apart:
        before = part.of(one.person, one.region)
        month = part.period.months()[-1]
        paid[month] = paid.get(month, NOTHING) + (NOTHING if before is None else before.row.total)
    own = _earned(result, one.person.key)
    months = sorted({month for month in (*own, *paid) if month is not None})
    parts: dict[Month | None, Decimal] = {month: paid.get(month, NOTHING) for month in months if month <= max(paid)}
    released_before = sum((item.now for item in _history({**earlier, **parts}, entries)), NOTHING)
    whole: dict[Month | None, Decimal] = {month: paid.get(month, NOTHING) + own.get(month, NOTHING) for month in months}
    end = _history({**earlier, **whole}, entries)[-1]
    now = released(end.earned, end.share, released_before) - released_before
    return Release(end.month, end.earned, end.sold, end.collected, released_before, now)


def segments(months: Sequence[Month]) -> list[Month | Quarter]:
    """Earlier months as they are paid: by the quarter where one is complete, so that its rankings count."""
    there = set(months)
    parts: dict[Month | Quarter, None] = {}
    for month in sorted(there):
        whole = set(month.quarter.months()) <= there
        parts[month.quarter if whole else month] = None
    return list(parts)


def _together(payouts: Sequence[PayoutResult], key: str) -> dict[Month | None, Decimal]:
    """What several payouts pay a person by month."""
    earned: dict[Month | None, Decimal] = {}
    for payout in payouts:
        for month, amount in _earned(payout, key).items():
            earned[month] = earned.get(month, NOTHING) + amount
    return earned


def _months(result: PayoutResult) -> tuple[Month | None, ...]:
    return tuple(dict.fromkeys(item.month for item in result.regions))


def _earned(result: PayoutResult, key: str) -> dict[Month | None, Decimal]:
    """What a person earned by month; what belongs to no single month counts in the last one."""
    months = dict.fromkeys(_months(result), NOTHING)
    last = list(months)[-1]
    one = result.by_key.get(key)
    for step in one.steps if one is not None else ():
        if step.amount is not None:
            month = step.month if step.month in months else last
            months[month] += step.amount
    return months


def _history(earned: Mapping[Month | None, Decimal], entries: Sequence[Entry]) -> list[Release]:
    history = []
    total = sold = collected = before = NOTHING
    for month, amount in earned.items():
        here = [entry for entry in entries if entry.month == month]
        total += amount
        sold += sum((entry.actual for entry in here), NOTHING)
        collected += sum((entry.collected or NOTHING for entry in here), NOTHING)
        paid = released(total, collected_share(sold, collected), before)
        history.append(Release(month, total, sold, collected, before, paid - before))
        before = paid
    return history
