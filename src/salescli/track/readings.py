"""A metric of one scope: its target beside what its quantities come to, and the target that several share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from salescli.measure.achievement import Status, Thresholds, achievement, classify
from salescli.measure.ratio import divide
from salescli.measure.rounding import exact
from salescli.track.facts import REPORTED, Facts
from salescli.track.figures import NOTHING
from salescli.track.gauges import Gauge, Way


@dataclass(frozen=True, slots=True)
class Reading:
    """A metric of one scope. `part` and `whole` are quantities; None where nobody gives them."""

    gauge: Gauge
    target: Fraction | None
    part: Decimal | None
    whole: Decimal | None = None

    @property
    def actual(self) -> Fraction | None:
        """In yuan, units or as a ratio; None where there is nothing to measure."""
        if self.gauge.ratio:
            return divide(self.part, self.whole)
        return None if self.part is None else exact(self.part)

    @property
    def achievement(self) -> Fraction | None:
        return achievement(self.actual, self.target, self.gauge.direction)

    @property
    def variance(self) -> Fraction | None:
        """差额 = actual − target."""
        return None if self.actual is None or self.target is None else self.actual - self.target

    def status(self, lights: Thresholds) -> Status:
        return Status.NO_DATA if self.silent else classify(self.achievement, lights)

    @property
    def silent(self) -> bool:
        """Whether there is a target and nothing that tells how it stands."""
        return self.target is not None and self.actual is None


def way_told(gauge: Gauge, facts: Facts) -> Way | None:
    """The first way to measure that `facts` have the quantities for."""
    told = (way for way in gauge.ways if facts.get(way.part) is not None)
    return next((way for way in told if way.whole is None or facts.get(way.whole) is not None), None)


def read_by(gauge: Gauge, way: Way, facts: Facts) -> Reading:
    """`gauge` of one scope as `way` measures it, without a target."""
    return Reading(gauge, None, facts.get(way.part), None if way.whole is None else facts.get(way.whole))


def quantities(way: Way, parts: Sequence[Facts], *, told: bool) -> tuple[Decimal | None, Decimal | None]:
    """Part and whole of `parts` together, as `way` measures them.

    What none gives is 0 where the month is `told` of; but a column that a report leaves blank is not known.
    """

    def quantity(key: str) -> Decimal | None:
        found = sum_known(facts.get(key) for facts in parts)
        if found is not None or not told:
            return found
        blank = key in REPORTED and any(facts.reported for facts in parts)
        return None if blank else NOTHING

    return quantity(way.part), None if way.whole is None else quantity(way.whole)


def shared_target(gauge: Gauge, parts: Iterable[Reading]) -> Fraction | None:
    """The target of several readings: the sum, or for a rate the one they share, else weighted by the whole."""
    readings = [item for item in parts if item.target is not None]
    targets = [item.target for item in readings if item.target is not None]
    if not targets:
        return None
    if not gauge.ratio:
        return sum(targets, Fraction(0))
    if len(set(targets)) == 1:
        return targets[0]
    weighed = [(item.target or Fraction(0), exact(item.whole or NOTHING)) for item in readings]
    return divide(sum(target * whole for target, whole in weighed), sum(whole for _, whole in weighed))


def sum_known(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the quantities that are given; None where none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, NOTHING) if known else None
