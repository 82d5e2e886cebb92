"""标杆 and 帮扶: who leads the team in each step of the work, and who needs help with it.

A step is compared where at least three people report it and the team's median is above zero. The best of them is
the benchmark when at least 20 % above the median; everyone at least 20 % below it needs help. The conversion
(deals ÷ leads) asks for at least five leads a person.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import median
from typing import Any, Final

from salescli.analyze.activity import COUNTS
from salescli.measure.ratio import divide, ratio_text
from salescli.measure.rounding import plain
from salescli.track.tables import WeeklyRow
from salescli.words import health as words
from salescli.words.language import Text

FEWEST_PEOPLE: Final = 3
FEWEST_LEADS: Final = 5
FAR: Final = Fraction(1, 5)
"""How far from the median makes a benchmark or a call for help."""

CONVERSION: Final = "conversion"
STEPS: Final = (*COUNTS, CONVERSION)


class Standing(StrEnum):
    """How a person does in one step."""

    BENCHMARK = "benchmark"
    HELP = "help"
    USUAL = "usual"

    @property
    def word(self) -> Text:
        return words.STANDINGS[self.value]


@dataclass(frozen=True, slots=True)
class Mark:
    """One person in one step; `value` is a count, or for the conversion a ratio; `lead` = value ÷ median − 1."""

    step: str
    person: str
    region: str | None
    value: Fraction
    median: Fraction
    standing: Standing

    @property
    def lead(self) -> Fraction:
        """How far above (or below) the team's median."""
        return self.value / self.median - 1

    @property
    def word(self) -> Text:
        """What the step is called."""
        return words.STEPS[self.step]

    def document(self) -> dict[str, Any]:
        """The mark as ``--json`` shows it; a conversion is a ratio, the others are counts."""
        ratio = self.step == CONVERSION
        return {
            "step": self.step,
            "person": self.person,
            "region": self.region,
            "value": ratio_text(self.value) if ratio else plain(self.value),
            "median": ratio_text(self.median) if ratio else plain(self.median),
            "lead": ratio_text(self.lead),
            "standing": str(self.standing),
        }


def marks(rows: Sequence[WeeklyRow], name: Callable[[WeeklyRow], str]) -> tuple[Mark, ...]:
    """Every person in every step that can be compared, the best first."""
    regions = {name(row): row.region for row in rows}
    found: list[Mark] = []
    for step in STEPS:
        found += _step(step, _values(step, rows, name), regions)
    return tuple(found)


def _values(step: str, rows: Sequence[WeeklyRow], name: Callable[[WeeklyRow], str]) -> dict[str, Fraction]:
    if step != CONVERSION:
        return {person: Fraction(count) for person, count in _sums(step, rows, name).items()}
    paired = [row for row in rows if row.leads is not None and row.deals is not None]
    leads, deals = _sums("leads", paired, name), _sums("deals", paired, name)
    rates = {person: divide(deals[person], count) for person, count in leads.items() if count >= FEWEST_LEADS}
    return {person: rate for person, rate in rates.items() if rate is not None}


def _sums(key: str, rows: Sequence[WeeklyRow], name: Callable[[WeeklyRow], str]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for row in rows:
        value = getattr(row, key)
        if value is not None:
            sums[name(row)] = sums.get(name(row), 0) + int(value)
    return sums


def _step(step: str, values: Mapping[str, Fraction], regions: Mapping[str, str | None]) -> list[Mark]:
    if len(values) < FEWEST_PEOPLE:
        return []
    middle = median(values.values())
    if middle <= 0:
        return []
    best = max(values.values())
    ranked = sorted(values.items(), key=lambda item: -item[1])
    return [
        Mark(step, person, regions.get(person), value, middle, _standing(value, middle, best))
        for person, value in ranked
    ]


def _standing(value: Fraction, middle: Fraction, best: Fraction) -> Standing:
    if value == best and value >= middle * (1 + FAR):
        return Standing.BENCHMARK
    return Standing.HELP if value <= middle * (1 - FAR) else Standing.USUAL
