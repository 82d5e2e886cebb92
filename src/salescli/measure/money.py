"""Money: yuan as `Decimal`, exact to the fen, rounded half up and only when a result becomes money."""

from decimal import Decimal

from salescli.measure.rounding import Number, half_up, with_sign

FEN = Decimal("0.01")
"""The smallest amount there is."""


def to_fen(value: Number) -> Decimal:
    """`value` yuan to the fen, half up (away from zero on ties), exact however big it is."""
    if isinstance(value, Decimal) and value.same_quantum(FEN) and value:
        return value  # whole fen already; a zero may have a sign
    return half_up(value, 2)


def money_text(value: Number | None) -> str | None:
    """Yuan for JSON: always two decimals, no grouping (``"840000.00"``); None stays None."""
    return None if value is None else f"{to_fen(value):f}"


def grouped(value: Number | None, signed: bool = False) -> str:
    """Yuan for a screen: ``840,000``, ``1,200.50``, signed ``+40,000``; whole yuan lose their ``.00``.

    A missing amount is an empty string.
    """
    if value is None:
        return ""
    amount = to_fen(value)
    digits = f"{amount:,f}".removesuffix(".00")
    return with_sign(amount, digits) if signed else digits
