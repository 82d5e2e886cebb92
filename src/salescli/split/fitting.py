"""Two cuts at once: the region targets and the product-line targets both hold, to the unit.

Iterative proportional fitting (Deming and Stephan, Annals of Mathematical Statistics 11, 1940) gives every
cell its share of both totals; controlled rounding (Bacharach 1966, Cox 1987, see :mod:`salescli.split.flow`)
makes the cells whole without moving a total. Where every cell has people, a cell is simply
region × product ÷ year. A cell with nobody in it stays zero.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final, Generic, TypeVar

from salescli.split.flow import UNBOUNDED, Arc, Blocked, whole_flow

DIGITS: Final = 50
NEAR: Final = Decimal("1e-15")
"""A fitted cell this near to a whole number is that number; totals met this closely are met."""

ROUNDS: Final = 500

Cell = tuple[str, str]

Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)


@dataclass(frozen=True)
class Clash(Generic[Row, Column]):
    """Totals that no table can meet: these rows need more than the only columns open to them take."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    needed: int
    room: int


def fit(
    rows: Mapping[Row, int],
    columns: Mapping[Column, int],
    open_cells: Collection[tuple[Row, Column]],
    seeds: Mapping[tuple[Row, Column], Fraction] | None = None,
) -> dict[tuple[Row, Column], int] | Clash[Row, Column]:
    """Whole units for each of the `open_cells` such that every row and column adds up to its total.

    `seeds` are the cells' proportions before the totals bear on them; all alike without. Both sets of totals
    must have one sum (ValueError otherwise).
    """
    places = _Places(rows, columns)
    cells = sorted(set(open_cells), key=lambda cell: (places.rows[cell[0]], places.columns[cell[1]]))
    clash = _clash(rows, columns, cells, places)
    if clash is not None:
        return clash
    started = [Fraction(1) if seeds is None else seeds[cell] for cell in cells]
    fitted = _fitted(rows, columns, cells, started)
    for slack in (0, 1, *(10**power for power in range(1, 13)), UNBOUNDED):
        units = whole_flow(_supply(rows, columns), _arcs(cells, fitted, slack, places))
        if not isinstance(units, Blocked):
            return dict(zip(cells, units, strict=True))
    raise AssertionError("totals that can be met were not met")


class _Places(Generic[Row, Column]):
    """The order of rows and columns."""

    def __init__(self, rows: Mapping[Row, int], columns: Mapping[Column, int]) -> None:
        self.rows = {name: at for at, name in enumerate(rows)}
        self.columns = {name: at for at, name in enumerate(columns)}


def _supply(rows: Mapping[Row, int], columns: Mapping[Column, int]) -> list[int]:
    return [*rows.values(), *(-total for total in columns.values())]


def _arcs(
    cells: Sequence[tuple[Row, Column]], fitted: Sequence[Decimal], slack: int, places: _Places[Row, Column]
) -> list[Arc]:
    first = len(places.rows)
    return [
        Arc(places.rows[row], first + places.columns[column], *_bounds(value, slack))
        for (row, column), value in zip(cells, fitted, strict=True)
    ]


def _bounds(value: Decimal, slack: int) -> tuple[int, int, int]:
    nearest = int(value + Decimal("0.5"))
    if abs(value - nearest) <= NEAR:
        return max(0, nearest - slack), nearest + slack, nearest
    return max(0, int(value) - slack), int(value) + 1 + slack, nearest


def _clash(
    rows: Mapping[Row, int],
    columns: Mapping[Column, int],
    cells: Sequence[tuple[Row, Column]],
    places: _Places[Row, Column],
) -> Clash[Row, Column] | None:
    """The reason when no table over the open cells has these totals."""
    found = whole_flow(_supply(rows, columns), _arcs(cells, [Decimal(0)] * len(cells), UNBOUNDED, places))
    if not isinstance(found, Blocked):
        return None
    over = tuple(name for name, at in places.rows.items() if at in found.nodes)
    into = tuple(name for name, at in places.columns.items() if len(rows) + at in found.nodes)
    return Clash(over, into, sum(rows[name] for name in over), sum(columns[name] for name in into))


def _fitted(
    rows: Mapping[Row, int],
    columns: Mapping[Column, int],
    cells: Sequence[tuple[Row, Column]],
    seeds: Sequence[Fraction],
) -> list[Decimal]:
    """Every cell's share of both totals, exact as far as `DIGITS` go."""
    with localcontext() as context:
        context.prec = DIGITS
        values = [Decimal(seed.numerator) / seed.denominator for seed in seeds]
        by_row: dict[Row, list[int]] = {name: [] for name in rows}
        by_column: dict[Column, list[int]] = {name: [] for name in columns}
        for at, (row, column) in enumerate(cells):
            by_row[row].append(at)
            by_column[column].append(at)
        for _ in range(ROUNDS):
            _scale(values, by_row, rows)
            _scale(values, by_column, columns)
            if all(abs(_sum(values, by_row[name]) - total) <= NEAR for name, total in rows.items()):
                break
    return values


def _scale(values: list[Decimal], members: Mapping[Column, Sequence[int]], totals: Mapping[Column, int]) -> None:
    for name, indices in members.items():
        now = _sum(values, indices)
        if now:
            for at in indices:
                values[at] = values[at] * totals[name] / now


def _sum(values: Sequence[Decimal], indices: Sequence[int]) -> Decimal:
    return sum((values[at] for at in indices), Decimal(0))
