"""Figures that users filled in where salescli computes: compared at the precision they were stated with.

``94.7%`` agrees with 0.946667 because it rounds to it; ``33%`` against 0.25 does not, and both are shown.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.measure.ratio import exact
from salescli.table.codes import cells as codes
from salescli.table.numbers import PLAIN_RATIO_LIMIT, ambiguous
from salescli.table.problem import Place, Problem, problem
from salescli.words.language import Text

NO_REASON: Final = Text("", "")
COARSEST_RATIO: Final = Decimal("0.01")
"""A ratio is shown to at least a whole per cent, however few digits its cell holds."""


def agrees(stated: Decimal, computed: Decimal | Fraction, *, ratio: bool = False) -> bool:
    """Whether `computed` rounds to `stated` at the last digit that was stated."""
    exponent = stated.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    if ratio:
        step = min(step, COARSEST_RATIO)
    return abs(exact(stated) - exact(computed)) <= max(exact(step) / 2, Fraction(1, 10**12))


def compare(
    stated: Decimal | None,
    computed: Decimal | Fraction | None,
    place: Place,
    column: Text,
    show: Callable[[Decimal | Fraction], str],
    *,
    ratio: bool = False,
    why: Text = NO_REASON,
) -> Problem | None:
    """The finding about one stated figure, or None when it is blank or agrees.

    A ratio such as 105 that is not what was computed is an error: nobody can tell 105 % from 105 times.
    """
    if stated is None:
        return None
    if ratio and abs(stated) > PLAIN_RATIO_LIMIT and (computed is None or not agrees(stated, computed, ratio=True)):
        return problem(codes.AMBIGUOUS_RATIO, place, column=column, found=f"{stated:f}", **ambiguous(stated))
    if computed is None:
        return problem(codes.STATED_UNCHECKED, place, column=column, stated=show(stated))
    if agrees(stated, computed, ratio=ratio):
        return None
    details = {"column": column, "stated": show(stated), "computed": show(computed), "why": why}
    return problem(codes.STATED_DIFFERS, place, **details)
