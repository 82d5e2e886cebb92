"""Sharing a total out when some of its parts are pinned: they are held, and the rest shares what is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from salescli.measure.rounding import Number
from salescli.split.allocate import allocate
from salescli.table.problem import Place
from salescli.words.language import Text


@dataclass(frozen=True, slots=True)
class Pin:
    """A target that is held: where it was written, and its amount, `units` of the goal's rounding unit."""

    amount: Decimal
    place: Place
    units: int = 0


class StrainKind(Enum):
    """How pins fail their parent."""

    EXCEED = "exceed"
    FALL_SHORT = "fall short"
    LEAVE_NOTHING = "leave nothing"


@dataclass(frozen=True, slots=True)
class Strain:
    """Pins that cannot be held: they come to `pinned` units of a parent of `total`; `others` get nothing."""

    kind: StrainKind
    parent: Text | str
    pinned: int
    total: int
    pins: tuple[Pin, ...]
    others: tuple[str, ...] = ()


def strain(total: int, pins: Sequence[Pin], others: Sequence[str], parent: Text | str) -> Strain | None:
    """Why `pins` do not fit into `total`, with `others` who are to share what is left; None when they do."""
    pinned = sum(pin.units for pin in pins)
    if pinned > total:
        return Strain(StrainKind.EXCEED, parent, pinned, total, tuple(pins))
    if pins and not others and pinned < total:
        return Strain(StrainKind.FALL_SHORT, parent, pinned, total, tuple(pins))
    if pins and others and pinned == total and total:
        return Strain(StrainKind.LEAVE_NOTHING, parent, pinned, total, tuple(pins), tuple(others))
    return None


def allocate_around(
    total: int,
    weights: Sequence[Number],
    pins: Sequence[Pin | None],
    names: Sequence[str],
    parent: Text | str,
    able: Sequence[bool] | None = None,
) -> tuple[int, ...] | Strain:
    """`total` shared by `weights` among those without a pin and able to carry some; a Strain when pins do not fit."""
    able = able or [True] * len(weights)
    free = [at for at, pin in enumerate(pins) if pin is None and able[at]]
    held = [pin for pin in pins if pin is not None]
    wanting = [names[at] for at in free if weights[at]] or [names[at] for at in free if not any(weights)]
    found = strain(total, held, wanting if free else (), parent)
    if found is not None and not (found.kind is StrainKind.FALL_SHORT and free):
        return found
    shares = [0 if pin is None else pin.units for pin in pins]
    rest = allocate(total - sum(shares), [weights[at] for at in free])
    for at, part in zip(free, rest, strict=True):
        shares[at] = part
    return tuple(shares)
