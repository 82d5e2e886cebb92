"""A stretch of days that a user names, such as those of a sprint."""

from dataclasses import dataclass
from datetime import date

from salescli.measure.period import Month
from salescli.measure.span import Span


@dataclass(frozen=True, slots=True)
class Days(Span):
    """The days of a sprint, both ends included; ValueError when they are the wrong way round."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"{self.end} is before {self.start}")

    @property
    def first(self) -> date:
        return self.start

    @property
    def last(self) -> date:
        return self.end

    def months(self) -> tuple[Month, ...]:
        """The months it touches."""
        months = [Month.of(self.start)]
        while months[-1] < Month.of(self.end):
            months.append(months[-1].next())
        return tuple(months)

    def __str__(self) -> str:
        return f"{self.start}..{self.end}"
