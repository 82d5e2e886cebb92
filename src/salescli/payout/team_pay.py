"""Regions: where each stands in a month, and what it earns a head."""

from collections.abc import Sequence
from decimal import Decimal

from salescli.measure.money import grouped
from salescli.measure.period import Month
from salescli.measure.ratio import percent
from salescli.payout.ladder_sums import NOTHING
from salescli.payout.people import Entry
from salescli.payout.plan import Ladder
from salescli.payout.prizes import by_person, standing_of
from salescli.payout.region_pay import RegionPay
from salescli.payout.scales import HighestBonus, Standing, earned
from salescli.payout.steps import Step
from salescli.words import payout as words


def region_pays(
    ladders: Sequence[Ladder], entries: Sequence[Entry], month: Month | None, *, settled: bool, brief: bool
) -> list[tuple[RegionPay, tuple[Step, ...]]]:
    """The regions of `entries`, which all lie in `month`, in the order of their first rows, each with the steps of its
    award; a month that was paid by itself (`settled`) earns none. `brief` ones do not say who sells there."""
    people: dict[str, int] = {}
    for rows in by_person(entries).values():
        home = home_of(rows)[0]
        people[home] = people.get(home, 0) + 1
    here: dict[str, list[Entry]] = {}
    for entry in entries:
        here.setdefault(entry.region, []).append(entry)
    found = []
    for region, rows in here.items():
        standing = standing_of(rows)
        holding = [] if settled else [ladder for ladder in ladders if ladder.scope.holds(region, None, month)]
        awards = [_award(ladder, region, standing, month) for ladder in holding]
        per_head = sum((amount for amount, _ in awards), NOTHING)
        sellers = {} if brief else {key: _sold(own) for key, own in by_person(rows).items()}
        pay = RegionPay(region, month, standing, per_head, people.get(region, 0), sellers, settled=settled)
        found.append((pay, tuple(step for _, step in awards)))
    return found


def _sold(rows: Sequence[Entry]) -> tuple[Decimal, Decimal]:
    own = standing_of(rows)
    return own.target, own.actual


def home_of(rows: Sequence[Entry]) -> tuple[str, bool]:
    """The region somebody belongs to, the one with their largest target (the earlier on a tie); and whether
    there was a choice."""
    if len(rows) == 1:
        return rows[0].region, False
    targets: dict[str, Decimal] = {}
    for row in rows:
        targets[row.region] = targets.get(row.region, Decimal(0)) + row.target
    return max(targets, key=lambda region: targets[region]), len(targets) > 1


def _award(ladder: Ladder, region: str, standing: Standing, month: Month | None) -> tuple[Decimal, Step]:
    slices = HighestBonus(ladder.rungs).calc(standing)
    reached = percent(standing.achievement) or "—"
    figures = f"{grouped(standing.actual)} ÷ {grouped(standing.target)} = {reached}" if standing.target > 0 else ""
    details = {"region": region, "achievement": reached}
    if not slices:
        return NOTHING, Step("team", words.TEAM_NONE, details, figures, month=month)
    amount = earned(slices)
    return amount, Step(
        "team", words.TEAM_STEP, {**details, "tier": slices[0].name, "amount": grouped(amount)}, figures, amount, month
    )
