"""What has to be said of a payout while it is worked out: nothing here changes what anybody gets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from salescli.measure.money import grouped
from salescli.measure.period import Period
from salescli.measure.ratio import percent
from salescli.payout.people import Entry, Person
from salescli.payout.person_pay import Part, PersonPay
from salescli.payout.plan import Ladder, Plan, Ranking, StepRule, Tier
from salescli.payout.prizes import by_person, cut_spans, spans_in
from salescli.payout.steps import Time
from salescli.payout.tiers import exact_percent, just_below
from salescli.table.codes.payout.people import BELOW_ZERO, JUST_BELOW, NO_RULE_FOR, NO_TARGET, TWO_REGIONS
from salescli.table.codes.payout.period import RANKING_WAITS
from salescli.table.codes.payout.tiers import TWO_LADDERS
from salescli.table.problem import Place, Problem, problem
from salescli.words.language import Text

Covering = Sequence[tuple[Ladder, Sequence[Entry]]]
"""Ladders with the rows of somebody that each counts."""


def span_problems(ladders: Iterable[Ladder], period: Period | None) -> Iterator[Problem]:
    """Long tiers that wait for the end of their time, or whose dates cut it."""
    for ladder in ladders:
        spans, wording = spans_in(ladder.span, period), ladder.tiers[0].wording
        if not spans:
            yield problem(RANKING_WAITS, wording.place, found=wording.quote)
        yield from cut_spans(ladder.tiers[0].name, wording.place, ladder.scope, spans)


def overlaps(person: Person, covering: Covering) -> Iterator[Problem]:
    """Two ladders that both pay a rate for the same rows of somebody."""
    paying = [(ladder, rows) for ladder, rows in covering if ladder.has_rate]
    for at, (ladder, rows) in enumerate(paying):
        for other, others in paying[:at]:
            if any(row in others for row in rows):
                first, second = other.tiers[0].wording, ladder.tiers[0].wording
                details = {"person": person.name, "first": first.quote, "second": second.quote}
                yield problem(TWO_LADDERS, replace(second.place), **details)


def two_regions(person: Person, month: Time, region: str, place: Place) -> Problem:
    """Somebody with rows of several regions in a month, who counts for `region` in team awards."""
    return problem(TWO_REGIONS, place, person=person.name, period=_in(month), region=region)


def without_rule(plan: Plan, people: Sequence[PersonPay], entries: Sequence[Entry]) -> Iterator[Problem]:
    """People whom no rule covers; a rule that was not computed may be the one that does."""
    rules: tuple[Tier | Ranking | StepRule, ...] = (*plan.team, *plan.rankings, *plan.steps)
    outside = {one.person.key for one in people if all(part.ladder is None for part in one.parts)}
    held = by_person(entry for entry in entries if entry.person.key in outside) if outside else {}
    names = tuple(
        rows[0].person.name
        for rows in held.values()
        if not any(rule.scope.covers(row) for rule in rules for row in rows)
    )
    if names and not plan.uncomputed:
        yield problem(NO_RULE_FOR, people=names)


def part_problems(person: Person, part: Part, place: Place) -> Iterator[Problem]:
    """A part without a target, with a base below zero, or just below its next tier."""
    if not part.remarks and part.standing.target > 0:
        return
    known = {"person": person.name, "period": _in(part.month)}
    if part.ladder is not None and part.standing.target <= 0:
        yield problem(NO_TARGET, place, **known)
    if part.standing.base < 0:
        yield problem(BELOW_ZERO, place, base=grouped(part.standing.base), **known)
    if just_below(part) and part.following is not None:
        details = {
            "shown": percent(part.standing.achievement),
            "bound": exact_percent(Fraction(part.following.bound)),
            "missing": grouped(part.missing),
        }
        yield problem(JUST_BELOW, place, **known, **details)


def _in(month: Time) -> Text:
    """A month as part of a sentence; nothing for an undated table."""
    return Text("", "") if month is None else Text(f" {month} ", f" in {month}")
