"""目标达成: what was reached in the period, by month and by region, and who missed a high target."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, TypeVar

from salescli.analyze.people import naming
from salescli.measure.achievement import Status, Thresholds, achievement, classify
from salescli.measure.money import money_text
from salescli.measure.period import Month, Week
from salescli.measure.ratio import ratio_text
from salescli.review.spans import ReviewPeriod
from salescli.table.codes import review as codes
from salescli.table.problem import Problem, problem
from salescli.track.tables import MonthlyRow
from salescli.words import review as words
from salescli.words.language import Text

Key = TypeVar("Key")

ZERO: Final = Decimal(0)


class Basis(StrEnum):
    """Where a week's target comes from; the values are the JSON's."""

    PLAN = "plan"
    WORKDAYS = "workdays"

    @property
    def word(self) -> Text:
        return words.WEEK_BASES[self.value]


@dataclass(frozen=True, slots=True)
class Attained:
    """Target and result of one month, week, region or person over the period, in yuan; `basis` is that of a week."""

    target: Decimal
    actual: Decimal
    status: Status
    month: Month | None = None
    region: str | None = None
    person: str | None = None
    week: Week | None = None
    basis: Basis | None = None

    @property
    def achievement(self) -> Fraction | None:
        """达成率 = actual ÷ target."""
        return achievement(self.actual, self.target)

    @property
    def on_target(self) -> bool:
        """Whether there is a target and it is reached."""
        return self.target > 0 and self.actual >= self.target

    @property
    def variance(self) -> Decimal:
        """差额 = actual − target."""
        return self.actual - self.target

    def document(self) -> dict[str, Any]:
        """The line as ``--json`` shows it; without month and region it is the whole period's."""
        return {
            "month": None if self.month is None else str(self.month),
            "week": None if self.week is None else str(self.week),
            "region": self.region,
            "person": self.person,
            "target": money_text(self.target),
            "actual": money_text(self.actual),
            "achievement": ratio_text(self.achievement),
            "variance": money_text(self.variance),
            "status": str(self.status),
            **({} if self.basis is None else {"basis": str(self.basis)}),
        }


@dataclass(frozen=True, slots=True)
class Attainment:
    """The period's target and result, and every view of it; all are sums of the same rows. `weeks` are those up to a
    week under review, which has no months."""

    total: Attained
    months: tuple[Attained, ...]
    regions: tuple[Attained, ...]
    missed: tuple[Attained, ...]
    people: tuple[Attained, ...] = ()
    weeks: tuple[Attained, ...] = ()

    @property
    def basis(self) -> Basis | None:
        """Where the target of the week under review comes from; None for any other period."""
        return self.weeks[-1].basis if self.weeks else None

    def documents(self) -> list[dict[str, Any]]:
        """The section's rows: months or weeks, regions, then the total."""
        return [item.document() for item in (*self.months, *self.weeks, *self.regions, self.total)]


def attainment(rows: Sequence[MonthlyRow], thresholds: Thresholds) -> Attainment | None:
    """The views of the period's rows, None without rows."""
    if not rows:
        return None

    def summed(part: Sequence[MonthlyRow], **named: Any) -> Attained:
        target = sum((row.target for row in part), ZERO)
        actual = sum((row.actual for row in part), ZERO)
        return Attained(target, actual, classify(achievement(actual, target), thresholds), **named)

    months = _by(rows, lambda row: row.month)
    regions = _by(rows, lambda row: row.region)
    people = _by(rows, naming(rows))
    dated = sorted(month for month in months if month is not None)
    reached = tuple(summed(part, person=who, region=part[0].region) for who, part in people.items())
    return Attainment(
        total=summed(rows),
        months=tuple(summed(months[month], month=month) for month in dated),
        regions=tuple(summed(part, region=region) for region, part in regions.items()),
        missed=_missed(reached),
        people=reached,
    )


def _by(rows: Iterable[MonthlyRow], key: Callable[[MonthlyRow], Key]) -> dict[Key, list[MonthlyRow]]:
    groups: dict[Key, list[MonthlyRow]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def _missed(people: Sequence[Attained]) -> tuple[Attained, ...]:
    """高目标低达成: a target above the average of all and a result that is behind, the widest gap first."""
    total = sum((one.target for one in people), ZERO)
    missed = [one for one in people if one.target * len(people) > total and one.status is Status.BEHIND]
    return tuple(sorted(missed, key=lambda one: one.variance))


def missing_months(found: Attainment, period: ReviewPeriod) -> Iterator[Problem]:
    """The months of the period for which nothing was given."""
    known = {item.month for item in found.months}
    missing = tuple(str(month) for month in period.months if month not in known)
    if missing:
        yield problem(codes.MONTHS_MISSING, months=missing)
