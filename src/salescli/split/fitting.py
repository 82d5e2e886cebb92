"""Two cuts at once: the region targets and the product-line targets both hold, to the unit.

Iterative proportional fitting (Deming and Stephan, Annals of Mathematical Statistics 11, 1940) gives every
cell its share of both totals; controlled rounding (Bacharach 1966, Cox 1987, see :mod:`salescli.split.flow`)
makes the cells whole without moving a total. Where every cell has people, a cell is simply
region × product ÷ year. A cell with nobody in it stays zero.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Final

from salescli.split.flow import UNBOUNDED, Arc, Blocked, whole_flow

DIGITS: Final = 50
NEAR: Final = Decimal("1e-15")
"""A fitted cell this near to a whole number is that number; totals met this closely are met."""

ROUNDS: Final = 500

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Clash:
    """Totals that no table can meet: these rows need more than the only columns open to them take."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    needed: int
    room: int


def fit(rows: Mapping[str, int], columns: Mapping[str, int], open_cells: Collection[Cell]) -> dict[Cell, int] | Clash:
    """Whole units for each of the `open_cells` such that every row and column adds up to its total.

    Both sets of totals must have one sum (ValueError otherwise).
    """
    cells = sorted(set(open_cells), key=lambda cell: (list(rows).index(cell[0]), list(columns).index(cell[1])))
    clash = _clash(rows, columns, cells)
    if clash is not None:
        return clash
    fitted = _fitted(rows, columns, cells)
    for slack in (0, 1, *(10**power for power in range(1, 13)), UNBOUNDED):
        units = whole_flow(_supply(rows, columns), _arcs(rows, columns, cells, fitted, slack))
        if not isinstance(units, Blocked):
            return dict(zip(cells, units, strict=True))
    raise AssertionError("totals that can be met were not met")


def _supply(rows: Mapping[str, int], columns: Mapping[str, int]) -> list[int]:
    return [*rows.values(), *(-total for total in columns.values())]


def _arcs(
    rows: Mapping[str, int], columns: Mapping[str, int], cells: Sequence[Cell], fitted: Sequence[Decimal], slack: int
) -> list[Arc]:
    tails = {name: at for at, name in enumerate(rows)}
    heads = {name: len(rows) + at for at, name in enumerate(columns)}
    return [
        Arc(tails[row], heads[column], *_bounds(value, slack))
        for (row, column), value in zip(cells, fitted, strict=True)
    ]


def _bounds(value: Decimal, slack: int) -> tuple[int, int, int]:
    nearest = int(value + Decimal("0.5"))
    if abs(value - nearest) <= NEAR:
        return max(0, nearest - slack), nearest + slack, nearest
    return max(0, int(value) - slack), int(value) + 1 + slack, nearest


def _clash(rows: Mapping[str, int], columns: Mapping[str, int], cells: Sequence[Cell]) -> Clash | None:
    """The reason when no table over the open cells has these totals."""
    found = whole_flow(_supply(rows, columns), _arcs(rows, columns, cells, [Decimal(0)] * len(cells), UNBOUNDED))
    if not isinstance(found, Blocked):
        return None
    over = tuple(name for at, name in enumerate(rows) if at in found.nodes)
    into = tuple(name for at, name in enumerate(columns, start=len(rows)) if at in found.nodes)
    return Clash(over, into, sum(rows[name] for name in over), sum(columns[name] for name in into))


def _fitted(rows: Mapping[str, int], columns: Mapping[str, int], cells: Sequence[Cell]) -> list[Decimal]:
    """Every cell's share of both totals, exact as far as `DIGITS` go."""
    with localcontext() as context:
        context.prec = DIGITS
        values = [Decimal(1)] * len(cells)
        by_row, by_column = _members(cells, 0, rows), _members(cells, 1, columns)
        for _ in range(ROUNDS):
            _scale(values, by_row, rows)
            _scale(values, by_column, columns)
            if all(abs(_sum(values, by_row[name]) - total) <= NEAR for name, total in rows.items()):
                break
    return values


def _members(cells: Sequence[Cell], side: int, names: Collection[str]) -> dict[str, list[int]]:
    return {name: [at for at, cell in enumerate(cells) if cell[side] == name] for name in names}


def _scale(values: list[Decimal], members: Mapping[str, Sequence[int]], totals: Mapping[str, int]) -> None:
    for name, indices in members.items():
        now = _sum(values, indices)
        if now:
            for at in indices:
                values[at] = values[at] * totals[name] / now


def _sum(values: Sequence[Decimal], indices: Sequence[int]) -> Decimal:
    return sum((values[at] for at in indices), Decimal(0))
