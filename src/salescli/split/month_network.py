"""The months of everybody at once, as one network: the general answer where dealing level by level has none.

Line → its quarters → (the person's months →) the region's months → the company's months: each arc carries its
exact share down or up to the next whole unit. A table in proportion to its totals always has such a flow (see
:mod:`salescli.split.flow`).
"""

from collections.abc import Sequence

from salescli.split.dealing import QUARTERS, Branch, Rows
from salescli.split.fine_units import NEAR, SCALE
from salescli.split.flow import Arc, Blocked, whole_flow


def flow_down(root: Branch, months: Sequence[int]) -> Rows:
    """Twelve whole months for each lowest part of `root`, in their order."""
    network = _Network(months)
    found_at: list[list[int]] = []
    for region in root.parts:
        ends = network.gather(region.shares, range(12))
        for person in region.parts:
            inner = network.gather(person.shares, ends) if person.parts else ends
            found_at += [network.bear(line, inner) for line in person.parts or (person,)]
    found = whole_flow(network.supply, network.arcs)
    if isinstance(found, Blocked):
        raise AssertionError("a table in proportion to its totals always has a whole-number neighbour")
    return [[found[arc] for arc in row] for row in found_at]


class _Network:
    """Line → its quarters → (the person's months →) the region's months → the company's months, nodes 0 to 11."""

    def __init__(self, months: Sequence[int]) -> None:
        self.supply = [-units for units in months]
        self.arcs: list[Arc] = []

    def gather(self, cells: Sequence[int], ends: Sequence[int]) -> list[int]:
        """Twelve nodes for the months of somebody's year, each on its way to one of `ends`."""
        nodes = [self._node() for _ in ends]
        for node, end, cell in zip(nodes, ends, cells, strict=True):
            self._arc(node, end, cell)
        return nodes

    def bear(self, line: Branch, ends: Sequence[int]) -> list[int]:
        """A line's units by quarter and month; the arcs that are its twelve cells.

        The wishes of a line already add up to its quarters and its year, so that only months are left to settle.
        """
        cells, start = line.shares, self._node(line.units)
        arcs = []
        quarters = [sum(cells[at] for at in span) for span in QUARTERS]
        for span, share, wish in zip(QUARTERS, quarters, _rounded(quarters, line.units), strict=True):
            quarter = self._node()
            self._arc(start, quarter, share, wish)
            own = [cells[at] for at in span]
            for at, cell, part in zip(span, own, _rounded(own, wish), strict=True):
                arcs.append(self._arc(quarter, ends[at], cell, part))
        return arcs

    def _node(self, supply: int = 0) -> int:
        self.supply.append(supply)
        return len(self.supply) - 1

    def _arc(self, tail: int, head: int, share: int, wish: int | None = None) -> int:
        """An arc for an exact `share`, down or up to the next whole unit."""
        low, rest = divmod(share + NEAR, SCALE)
        up = rest > 2 * NEAR
        self.arcs.append(Arc(tail, head, low, low + up, low + (up and 2 * rest >= SCALE) if wish is None else wish))
        return len(self.arcs) - 1


def _rounded(shares: Sequence[int], total: int) -> list[int]:
    """Each share down or up to a whole unit, the largest rests up first, as near to `total` as that comes."""
    parts = [divmod(share + NEAR, SCALE) for share in shares]
    found = [low for low, _ in parts]
    missing = total - sum(found)
    if missing > 0:
        rising = sorted((at for at in range(len(parts)) if parts[at][1] > 2 * NEAR), key=lambda at: -parts[at][1])
        for at in rising[:missing]:
            found[at] += 1
    return found
