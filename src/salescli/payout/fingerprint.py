"""Fingerprints: what a payout was worked out from, what it says, and whether a file still says it.

A fingerprint is a SHA-256 over a plain text form that does not depend on file names, sheet order, formatting or
how a program stores a number. It shows that something was changed; it is no signature, for whoever can write a
file can write its fingerprint too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256

from salescli.measure.money import money_text
from salescli.measure.period import Month, Period
from salescli.measure.ratio import ratio_text
from salescli.payout.choices import Terms
from salescli.payout.person_pay import PersonPay
from salescli.payout.plan import Plan, Rule, Tier
from salescli.payout.result import PayoutResult
from salescli.payout.tables import PayoutRow
from salescli.table.outcome import InputFile
from salescli.words.payout import COMPONENTS

LENGTH = 32
"""Hexadecimal digits that are kept: 128 bits, short enough to be read out."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The three fingerprints a payout workbook carries."""

    inputs: str
    plan: str
    figures: str


def fingerprints(result: PayoutResult, inputs: Iterable[InputFile]) -> Fingerprints:
    """The fingerprints of `result`, which was worked out from `inputs`."""
    period = None if result.period is None else str(result.period)
    return Fingerprints(
        digest(sorted(item.sha256 for item in inputs)),
        plan_fingerprint(result.plan, result.terms, result.period, [one.period for one in result.apart]),
        figures_fingerprint(engine_lines(result.people, period)),
    )


def plan_fingerprint(plan: Plan, terms: Terms, period: Period | None, apart: Iterable[Period] = ()) -> str:
    """Of the rules in force in `period`, in their own words, and the choices they are applied under; not of their
    order. Dates count only where they fall into the period, so that a rule may end after it was paid by. `apart` are
    the periods within it that were paid by themselves."""
    months = () if period is None else period.months()
    lines = sorted({_rule_line(rule, months) for rule in plan.within(months).rules})
    scored = [] if plan.scorecard is None or plan.scorecard.use == "off" else [plan.scorecard.terms()]
    parts = [f"apart {one}" for one in sorted(map(str, apart))]
    return digest([*lines, f"{terms.mode}|{terms.base.value}|{terms.bonus}|{terms.ties.value}", *scored, *parts])


def figures_fingerprint(lines: Iterable[str]) -> str:
    """Of the lines of a commission sheet, in whatever order they stand."""
    return digest(sorted(lines))


def engine_lines(people: Iterable[PersonPay], period: str | None) -> list[str]:
    """A line a person, as the engine has them."""
    return [
        _line(
            (period, one.person.employee_id, one.person.name, one.region),
            (one.standing.target, one.standing.actual, one.standing.base),
            one.tier,
            _rate(one.rate),
            one.components,
            one.total,
        )
        for one in people
    ]


@lru_cache(maxsize=256)
def _rate(rate: Fraction) -> str | None:
    return ratio_text(rate)


def written_lines(rows: Iterable[PayoutRow]) -> list[str]:
    """The same lines from a commission sheet that was read."""
    return [
        _line(
            (row.period, row.employee_id, row.person, row.region),
            (row.target, row.actual, row.base),
            row.tier or "",
            ratio_text(row.rate or Decimal(0)),
            written_components(row),
            row.total,
        )
        for row in rows
    ]


def written_components(row: PayoutRow) -> dict[str, Decimal]:
    """The components of a row by name; those that are blank are left out."""
    found = {name: getattr(row, name, None) for name in COMPONENTS}
    return {name: amount for name, amount in found.items() if isinstance(amount, Decimal)}


def numbers_fingerprint(identity: Sequence[str | None], numbers: Iterable[float]) -> str:
    """Of the figures of a sheet in reading order, to nine digits, which every program keeps when it saves."""
    return digest([*(part or "" for part in identity), *(f"{number:.9g}" for number in numbers)])


def digest(parts: Iterable[str]) -> str:
    """The fingerprint of `parts`, whose borders count."""
    whole = sha256()
    for part in parts:
        data = part.encode()
        whole.update(f"{len(data)}:".encode() + data)
    return whole.hexdigest()[:LENGTH]


def _rule_line(rule: Rule, months: Sequence[Month]) -> str:
    wording = rule.wording
    line = f"{wording.name}|{wording.condition}|{wording.reward}|{wording.scope}"
    if isinstance(rule, Tier):
        line += f"|{rule.bound}|{rule.rate}|{money_text(rule.bonus)}"
    held = [str(month) for month in months if rule.scope.in_force(month)]
    return line if len(held) == len(months) else f"{line}|{','.join(held)}"


def _line(
    who: Sequence[str | None],
    figures: Sequence[Decimal],
    tier: str,
    rate: str | None,
    components: Mapping[str, Decimal],
    total: Decimal,
) -> str:
    money = [money_text(figure) or "" for figure in (*figures, total)]
    paid = [f"{name}={money_text(amount)}" for name, amount in sorted(components.items()) if amount]
    return "|".join([*(part or "" for part in who), tier, rate or "", *money, *paid])
