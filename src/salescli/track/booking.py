"""Which of a person's targets a report row counts towards. Where none fits, a row of its own: nothing is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from salescli.track.people import Slot


class Fit(Enum):
    """How a row found its slot."""

    TARGET = auto()  # a slot of the plan
    NO_TARGET = auto()  # a product line the person has no target for
    NO_PRODUCT = auto()  # several product lines, and the row names none
    REGION_OPEN = auto()  # several regions, and the row does not decide between them


@dataclass(frozen=True, slots=True)
class Booking:
    """Where a row counts and how it got there; `choices` are the regions or product lines that were open."""

    slot: Slot
    fit: Fit
    choices: tuple[str, ...] = ()


class Placed(Protocol):
    """A row that may name a region and a product line."""

    @property
    def region(self) -> str | None: ...
    @property
    def product(self) -> str | None: ...


def book(row: Placed, slots: Sequence[Slot]) -> Booking:
    """Book a report row or an order to one of its person's `slots` (at least one).

    A row that names its product line goes to the slot of that line, or to a slot that spans all lines. A row
    that names none goes to the person's only line; where there are several it gets a row of its own without a
    target, so that totals hold and no line is favoured by a guess.
    """
    here = [slot for slot in slots if slot.region == row.region] or list(slots)
    exact = [slot for slot in here if slot.product == row.product]
    spanning = [slot for slot in here if slot.product is None]
    lines = tuple(dict.fromkeys(slot.product for slot in here))
    fit, fitting = Fit.TARGET, exact or spanning
    if not fitting and row.product is None and len(lines) == 1:
        fitting = here
    if not fitting:
        fit = Fit.NO_PRODUCT if row.product is None else Fit.NO_TARGET
        fitting = [Slot(slot.region, row.product) for slot in here]
    regions = tuple(dict.fromkeys(slot.region for slot in fitting))
    if len(regions) > 1:
        return Booking(fitting[0], Fit.REGION_OPEN, regions)
    return Booking(fitting[0], fit, tuple(line for line in lines if line is not None))
