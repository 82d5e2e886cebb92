"""Controlled rounding of a year by dealing out its last units, level by level and in linear time.

Every cell first gets the whole units of its exact share. What then is missing in the rows and the columns of a
table is dealt, row by row, to the cells with the largest rests, each column's account of what it got too much or
too little being carried on to the next row — error diffusion in both directions at once. A cell only ever goes
down or up to the next whole unit, and both totals are met to the unit: that such a table exists is what
controlled rounding rests on (Bacharach, "Matrix rounding problems", Management Science 12, 1966; Cox, "A
constructive procedure for unbiased controlled rounding", JASA 82, 1987). Where the account does not come out
even at the end, units are moved along rows that can take them elsewhere, as in Cox's cycles.

Quarters are dealt before months, regions before people, and a person's quarters and months only so that the lines
of that person can be dealt too; so all of these stay within a unit of their exact share as well. Fixing a region's
months first can, for tiny amounts and people who are there for few months, leave a table without an answer;
:mod:`salescli.split.month_network` then looks at all at once. The months of product lines are levelled when all
is dealt, see :mod:`salescli.split.line_months`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from salescli.split.dealing_columns import QUARTERS, dealt_evenly, dealt_year
from salescli.split.fine_units import SCALE, floors

Rows = list[list[int]]


@dataclass(slots=True)
class Line:
    """A line: its whole `units`, and how many fine units of each month one of them comes to.

    The months are multiplied when they are asked for: those of everybody at once would not fit into the processor's
    cache.
    """

    units: int
    profile: Sequence[int]

    @property
    def shares(self) -> list[int]:
        """Its exact months in fine units."""
        return [self.units * part for part in self.profile]

    @property
    def parts(self) -> "Sequence[Part]":
        """A line consists of nothing else."""
        return ()


@dataclass(slots=True)
class Branch:
    """A region, a person or a line: its exact months in fine units, its whole `units`, and what it consists of."""

    shares: Sequence[int]
    units: int
    parts: "Sequence[Part]" = ()


Part = Branch | Line


def deal_down(company: Branch, months: Sequence[int]) -> Rows | None:
    """Twelve whole months for each line of `company`, region by region; None when a level has no answer."""
    regions = _Year(company.parts, months).dealt()
    if regions is None:
        return None
    found: Rows = []
    for region, row in zip(company.parts, regions, strict=True):
        below = _Year(region.parts, row, with_lines=True).dealt()
        if below is None:
            return None
        found += below
    return found


def deal_table(shares: Sequence[Sequence[int]], totals: Sequence[int], columns: Sequence[int]) -> Rows:
    """One table of whole cells; rows always come to `totals`, columns to theirs wherever that has an answer.

    `columns` must add up to the totals and each be its exact sum, down or up to a whole unit; where not even that is
    enough, columns keep what the dealing gave them, which is as near.
    """
    dealt = dealt_evenly(list(zip(*shares, strict=True)), totals, columns)
    if dealt is not None:
        return [list(row) for row in zip(*dealt, strict=True)]
    table = _Table(columns)
    for row, total in zip(shares, totals, strict=True):
        if not table.floor(row, total):
            raise ValueError(f"{total} units are more than a unit a cell away from {row}")
    table.deal()
    table.settle()
    return table.cells


class _Year:
    """The months of several parts; `with_lines` those of their lines, if a part has any."""

    def __init__(self, parts: Sequence[Part], months: Sequence[int], *, with_lines: bool = False) -> None:
        self.parts, self.months = parts, months
        self.lines = [part.parts if with_lines else () for part in parts]

    def dealt(self) -> Rows | None:
        """Whole months, a row a part or line: rows add up to their units, columns to the months."""
        if not any(self.lines):
            months = dealt_year([part.shares for part in self.parts], [part.units for part in self.parts], self.months)
            if months is not None:
                return [list(row) for row in zip(*months, strict=True)]
        return self._level_by_level()

    def _level_by_level(self) -> Rows | None:
        found = self._level(
            [_quarters(part) for part in self.parts],
            [part.units for part in self.parts],
            [sum(self.months[at] for at in span) for span in QUARTERS],
            [([_quarters(line) for line in lines], [line.units for line in lines]) for lines in self.lines],
        )
        if found is None:
            return None
        wanted, wanted_of_lines = found
        rows: list[Rows] = [[[] for _ in lines or (0,)] for lines in self.lines]
        for number, (first, _, last) in enumerate(QUARTERS):
            span = slice(first, last + 1)
            inside = self._level(
                [part.shares[span] for part in self.parts],
                [row[number] for row in wanted],
                self.months[span],
                [
                    ([line.shares[span] for line in lines], [row[number] for row in own])
                    for lines, own in zip(self.lines, wanted_of_lines, strict=True)
                ],
            )
            if inside is None:
                return None
            for mine, cells, own in zip(rows, *inside, strict=True):
                for row, more in zip(mine, own or (cells,), strict=True):
                    row.extend(more)
        return [row for mine in rows for row in mine]

    def _level(
        self,
        shares: Sequence[Sequence[int]],
        totals: Sequence[int],
        columns: Sequence[int],
        inner: Sequence[tuple[Sequence[Sequence[int]], Sequence[int]]],
    ) -> tuple[Rows, list[Rows]] | None:
        """One table, and for each of its rows the table of the lines in it."""
        table = _Table(columns, inner)
        for row, total in zip(shares, totals, strict=True):
            if not table.floor(row, total):
                return None
        if not table.deal() or not table.settle():
            return None
        return table.cells, [table.lines_of(at) for at in range(len(table.cells))]


def _quarters(part: Part) -> list[int]:
    return [sum(part.shares[at] for at in span) for span in QUARTERS]


class _Table:
    """A table on its way: whole `cells`, what each is short of its share, and how many units each row still gets.

    `inner` are the exact cells and the totals of each row's lines, for which the row has to be their column totals.
    """

    def __init__(
        self, columns: Sequence[int], inner: Sequence[tuple[Sequence[Sequence[int]], Sequence[int]]] = ()
    ) -> None:
        self.columns, self.inner = range(len(columns)), inner
        self.owed = [units * SCALE for units in columns]
        self.needs = list(columns)
        self.cells: Rows = []
        self.rests: Rows = []
        self.missing: list[int] = []
        self.known: dict[tuple[int, tuple[int, ...]], Rows | None] = {}

    def floor(self, shares: Sequence[int], total: int) -> bool:
        """Add a row with the whole units of its shares; False when the rest cannot come to its total."""
        lows, rests = floors(shares)
        missing = total - sum(lows)
        self.cells.append(lows)
        self.rests.append(rests)
        self.missing.append(missing)
        for at in self.columns:
            self.needs[at] -= lows[at]
            self.owed[at] -= lows[at] * SCALE + rests[at]
        return 0 <= missing <= len(lows) - rests.count(0)

    def deal(self) -> bool:
        """Give every row its missing units; `owed` is what a column's rests do not come to of its need.

        False when a row can take its units in no way that its lines can.
        """
        owed, needs, columns = self.owed, self.needs, self.columns
        for row, (cells, rests, missing) in enumerate(zip(self.cells, self.rests, self.missing, strict=True)):
            for at in columns:
                owed[at] += rests[at]
            chosen = self._chosen(row, missing)
            if chosen is None:
                return False
            for at in chosen:
                cells[at] += 1
                needs[at] -= 1
                owed[at] -= SCALE
                rests[at] = -rests[at]
        return True

    def _chosen(self, row: int, missing: int) -> Sequence[int] | None:
        """The columns that are owed most, of those that leave the row's lines an answer."""
        lines = bool(self.inner) and bool(self.inner[row][1])
        open_ones = [at for at in self.columns if self.rests[row][at]] if missing else []
        if missing < len(open_ones):
            open_ones.sort(key=lambda at: -self.owed[at])
        if not lines:
            return open_ones[:missing]
        for chosen in combinations(open_ones, missing):
            if self._fits(row, [units + (at in chosen) for at, units in enumerate(self.cells[row])]):
                return chosen
        return None

    def _fits(self, row: int, cells: Sequence[int]) -> bool:
        """Whether the lines of a row can be dealt with these cells as their totals."""
        if not self.inner or not self.inner[row][1]:
            return True
        key = (row, tuple(cells))
        if key not in self.known:
            shares, totals = self.inner[row]
            table = _Table(cells)
            fits = all(table.floor(line, total) for line, total in zip(shares, totals, strict=True))
            self.known[key] = table.cells if fits and table.deal() and table.settle() else None
        return self.known[key] is not None

    def lines_of(self, row: int) -> Rows:
        """The cells of the lines of a row, none when it has no lines."""
        return self.known.get((row, tuple(self.cells[row]))) or []

    def settle(self) -> bool:
        """Move units from columns that got too many to those that lack some; whether that comes out even."""
        while any(self.needs):
            path = self._path()
            if not path:
                return False
            for row, old, new in path:
                self._move(row, old, new)
                if not self._fits(row, self.cells[row]):
                    return False
        return True

    def _move(self, row: int, old: int, new: int) -> None:
        self.cells[row][old] -= 1
        self.cells[row][new] += 1
        self.rests[row][old], self.rests[row][new] = -self.rests[row][old], -self.rests[row][new]
        self.needs[old] += 1
        self.needs[new] -= 1

    def _path(self) -> list[tuple[int, int, int]]:
        """The moves, each a row and two columns, that take one unit from too many to too few."""
        start = next(at for at in self.columns if self.needs[at] < 0)
        came: dict[int, tuple[int, int, int] | None] = {start: None}
        front = [start]
        while front:
            old = front.pop(0)
            for new in self.columns:
                row = None if new in came else self._mover(old, new)
                if row is None:
                    continue
                came[new] = (row, old, new)
                if self.needs[new] > 0:
                    return self._back(came, new)
                front.append(new)
        return []

    def _mover(self, old: int, new: int) -> int | None:
        """The last row that was given a unit in `old` and could have had it in `new`; a given rest is below zero."""
        return next(
            (at for at in reversed(range(len(self.rests))) if self.rests[at][old] < 0 < self.rests[at][new]), None
        )

    def _back(self, came: dict[int, tuple[int, int, int] | None], end: int) -> list[tuple[int, int, int]]:
        moves = []
        step = came[end]
        while step is not None:
            moves.append(step)
            step = came[step[1]]
        return moves
