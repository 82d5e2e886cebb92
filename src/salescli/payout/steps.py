"""The steps of a calculation: what each does in words, the same in figures, and what it pays.

Pay is worked out without them. Whatever pays somebody is a :class:`Tale`, which knows at once what it pays and tells
its steps when somebody asks: a sheet does, the cost of a plan at another achievement does not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from salescli.measure.period import Month, Quarter, Year
from salescli.words.language import Lang, Text

Time = Month | Quarter | Year | None
"""What a figure is for; None for figures without months."""


Earned = Sequence[tuple[str, Decimal]]
"""Components with what each gets, yuan."""


class Tale(Protocol):
    """Something that pays for a `month`, or the longer time it is measured over, and can say why."""

    @property
    def month(self) -> Time: ...

    @property
    def earned(self) -> Earned:
        """What it pays; steps on the way pay nothing."""
        ...

    def steps(self) -> "Sequence[Step]":
        """Its steps; their amounts are those earned."""
        ...


@dataclass(frozen=True, slots=True)
class FullSteps:
    """A reward for full steps: what was sold, the step, and the amount for each, in yuan."""

    sold: Decimal
    size: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a calculation: what it does in words, the same in figures, and what it adds.

    `amount` is the rounded component that the last of its steps completes, None for a step on the way.
    """

    component: str
    words: Text
    details: Mapping[str, object] = field(default_factory=dict)
    figures: str = ""
    amount: Decimal | None = None
    month: Time = None
    full: FullSteps | None = None

    def say(self, lang: Lang) -> str:
        """The step in words."""
        return self.words.say(lang, **self.details)

    @property
    def earned(self) -> Earned:
        """Its own amount."""
        return () if self.amount is None else ((self.component, self.amount),)

    def steps(self) -> "tuple[Step, ...]":
        """A step tells itself."""
        return (self,)
