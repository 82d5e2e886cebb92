"""激励效果: what the incentives cost in the period and how many people they reached."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import Any

from salescli.measure.achievement import DEFAULT_THRESHOLDS, Thresholds
from salescli.measure.money import grouped, money_text
from salescli.measure.ratio import divide, percent, ratio_text
from salescli.payout.settled_tables import AdjustmentRow
from salescli.payout.tables import PAYOUTS, PayoutRow
from salescli.review.attainment import ZERO
from salescli.review.earners import Dated, Earner, earners_of, partly_known, who
from salescli.review.paid_apart import Recorded
from salescli.review.spans import ReviewPeriod
from salescli.table.codes import review as codes
from salescli.table.problem import Problem, problem
from salescli.words import review as reviews
from salescli.words.language import Lang


class Kind(StrEnum):
    """What a line of the cost is: a commission sheet, what one records of earlier pay, corrections, or their sum."""

    SHEET = "sheet"
    PAID_BEFORE = "paid_before"
    CORRECTIONS = "corrections"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Incentive:
    """One line of what incentives cost; `period` is None for the sum of all. Amounts in yuan.

    `earned` counts the people with a payout above zero; `cost_rate` = total ÷ pay base. `people` and `base` are None
    where they are not known, or are those of another line already.
    """

    period: str | None
    people: int | None
    earned: int | None
    total: Decimal
    base: Decimal | None
    kind: Kind = Kind.SHEET

    @property
    def cost_rate(self) -> Fraction | None:
        """费用率; None without a base above zero."""
        return divide(self.total, self.base) if self.base is not None and self.base > 0 else None

    @property
    def coverage(self) -> Fraction | None:
        """The share of people who earned something."""
        return None if self.people is None or self.earned is None else divide(self.earned, self.people)

    def name(self, lang: Lang) -> str:
        """The line's name: its period, with what it is where it is no commission sheet."""
        wording = reviews.COST_LINES.get(self.kind.value)
        return (self.period or "") if wording is None else wording.say(lang, period=self.period)

    def document(self) -> dict[str, Any]:
        """The line as ``--json`` shows it."""
        return {
            "period": self.period,
            "kind": str(self.kind),
            "people": self.people,
            "earned": self.earned,
            "coverage": ratio_text(self.coverage),
            "total": money_text(self.total),
            "base": None if self.base is None else money_text(self.base),
            "cost_rate": ratio_text(self.cost_rate),
        }


@dataclass(frozen=True, slots=True)
class Incentives:
    """The pay periods in the period under review, their sum, and who earned what, the most first.

    `only` are the pay periods where they leave a part of the period under review out; `recorded` is what is counted
    from a longer period's workbook for want of the months' own, whose people are not known. `sales` is what was sold
    in the periods of the base, None where that is not given.
    """

    periods: tuple[Incentive, ...]
    total: Incentive
    earners: tuple[Earner, ...] = ()
    only: tuple[ReviewPeriod, ...] = ()
    recorded: Decimal = ZERO
    sales: Decimal | None = None

    def said(self, lang: Lang) -> str:
        """The cost in one sentence."""
        total = self.total
        wording = reviews.EFFECT_INCENTIVES_BARE if total.cost_rate is None else reviews.EFFECT_INCENTIVES
        figures = {"total": grouped(total.total), "earned": total.earned, "people": total.people}
        if self.recorded:
            wording, figures = reviews.EFFECT_RECORDED, {"total": figures["total"], "recorded": grouped(self.recorded)}
        return wording.say(lang, **figures, cost=percent(total.cost_rate)) + self.partly(lang)

    def partly(self, lang: Lang) -> str:
        """``（只含2026年8月）``; nothing where the whole period is paid."""
        labels = tuple(item.label(lang) for item in self.only)
        return reviews.PAID_ONLY.say(lang, periods=labels) if labels else ""


def incentives(
    rows: Sequence[Dated],
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    before: Sequence[Recorded] = (),
    corrections: Sequence[AdjustmentRow] = (),
) -> Incentives | None:
    """The cost line by line; `rows` pairs each payout with the period it is for. None without payouts.

    `before` is recorded earlier pay that no row has, `corrections` are those these workbooks pay. Periods that lie in
    another one are paid beside it: its base is theirs again and counts once, theirs where they fill it.
    """
    if not rows:
        return None
    periods = sorted({period for period, _ in rows}, key=lambda one: (one.last, one.last - one.span.first))
    again = repeated_bases(periods)
    sheets = []
    for one in periods:
        own = [row for period, row in rows if period == one]
        line = _line(str(one), own, Kind.SHEET)
        sheets.append(replace(line, base=None) if one in again else line)
    extra = [Incentive(str(item.period), None, None, item.amount, None, Kind.PAID_BEFORE) for item in before]
    for period in sorted({row.period for row in corrections}):
        amount = sum((row.amount for row in corrections if row.period == period), ZERO)
        extra.append(Incentive(period, None, None, amount, None, Kind.CORRECTIONS))
    lines = (*sheets, *extra)
    total = replace(
        _line(None, [row for _, row in rows], Kind.TOTAL),
        total=sum((line.total for line in lines), ZERO),
        base=sum((line.base for line in lines if line.base is not None), ZERO),
    )
    if before:
        total = replace(total, earned=None)
    earners = earners_of(rows, again, corrections, thresholds)
    return Incentives(lines, total, tuple(map(partly_known, earners)) if before else earners)


def repeated_bases(periods: Sequence[ReviewPeriod]) -> set[ReviewPeriod]:
    """The periods whose sales are those of others as well: a quarter whose months are all there, else the months."""
    again: set[ReviewPeriod] = set()
    for outer in periods:
        inner = [one for one in periods if one != outer and outer.holds(one.span)]
        if inner:
            whole = {month for one in inner for month in one.months} >= set(outer.months)
            again |= {outer} if whole else set(inner)
    return again


def _line(period: str | None, rows: Sequence[PayoutRow], kind: Kind) -> Incentive:
    people = {who(row) for row in rows}
    earned = {who(row) for row in rows if row.total > 0}
    total = sum((row.total for row in rows), ZERO)
    base = sum((row.base for row in rows), ZERO)
    return Incentive(period, len(people), len(earned), total, base, kind)


def overlap_problems(rows: Sequence[Dated], before: Mapping[ReviewPeriod, Recorded]) -> Iterator[Problem]:
    """Pay periods that share days, such as a month beside its quarter: the same money twice, unless the longer one
    records the shorter as paid; then their amounts have to agree."""
    first: dict[ReviewPeriod, PayoutRow] = {}
    for period, row in rows:
        first.setdefault(period, row)
    for one, other in combinations(sorted(first, key=lambda period: (period.span.first, period.last)), 2):
        if other.span.first > one.last:
            continue
        outer, inner = (one, other) if one.holds(other.span) else (other, one)
        known = before.get(inner)
        if known is None or known.file != first[outer].at().file or not outer.holds(inner.span):
            details = {"first": str(inner), "second": str(outer)}
            yield problem(codes.PAYOUTS_OVERLAP, first[outer].at("period"), table=PAYOUTS.title, **details)
