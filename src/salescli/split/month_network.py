"""The months of everybody at once, as one network: the general answer where dealing level by level has none.

Line → its quarters → (the person's months →) the region's months → the company's months: each arc carries its
exact share down or up to the next whole unit. A table in proportion to its totals always has such a flow (see
:mod:`salescli.split.flow`).
"""

from collections.abc import Sequence

from salescli.split.dealing import Branch, Part, Rows
from salescli.split.dealing_columns import QUARTERS
from salescli.split.fine_units import NEAR, SCALE, to_whole
from salescli.split.flow import Arc, Blocked, whole_flow


def flow_down(root: Branch, months: Sequence[int]) -> Rows:
    """Twelve whole months for each lowest part of `root`, in their order."""
    network = _Network(months)
    found_at: list[list[int]] = []
    for region in root.parts:
        ends = network.gather(region.shares, range(12))
        for person in region.parts:
            inner = network.gather(person.shares, ends) if person.parts else ends
            found_at += [network.bear(line, network.node(line.units), inner) for line in person.parts or (person,)]
    return network.rows(found_at)


def flow_within(company: Branch) -> Rows:
    """The same where only the whole is known: every year and month, too, goes down or up from its exact share."""
    network = _Network([0] * 12)
    source, sink = network.node(company.units), network.node(-company.units)
    for month, share in enumerate(company.shares):
        network.arc(month, sink, share)
    found_at: list[list[int]] = []
    for group in company.parts:
        ends = network.gather(group.shares, range(12))
        start = network.branch(source, group)
        found_at += [network.bear(part, network.branch(start, part), ends) for part in group.parts]
    return network.rows(found_at)


class _Network:
    """Line → its quarters → (the person's months →) the region's months → the company's months, nodes 0 to 11."""

    def __init__(self, months: Sequence[int]) -> None:
        self.supply = [-units for units in months]
        self.arcs: list[Arc] = []

    def gather(self, cells: Sequence[int], ends: Sequence[int]) -> list[int]:
        """Twelve nodes for the months of somebody's year, each on its way to one of `ends`."""
        nodes = [self.node() for _ in ends]
        for node, end, cell in zip(nodes, ends, cells, strict=True):
            self.arc(node, end, cell)
        return nodes

    def branch(self, tail: int, part: Part) -> int:
        """A node for the year of a part, on its way from `tail`."""
        node = self.node()
        self.arc(tail, node, sum(part.shares), part.units)
        return node

    def bear(self, line: Part, start: int, ends: Sequence[int]) -> list[int]:
        """A line's units by quarter and month; the arcs that are its twelve cells.

        The wishes of a line already add up to its quarters and its year, so that only months are left to settle.
        """
        cells = line.shares
        arcs = []
        quarters = [sum(cells[at] for at in span) for span in QUARTERS]
        for span, share, wish in zip(QUARTERS, quarters, to_whole(quarters, line.units), strict=True):
            quarter = self.node()
            self.arc(start, quarter, share, wish)
            own = [cells[at] for at in span]
            for at, cell, part in zip(span, own, to_whole(own, wish), strict=True):
                arcs.append(self.arc(quarter, ends[at], cell, part))
        return arcs

    def rows(self, found_at: Sequence[Sequence[int]]) -> Rows:
        """The units on the cells of every line, once all is settled."""
        found = whole_flow(self.supply, self.arcs)
        if isinstance(found, Blocked):
            raise AssertionError("a table in proportion to its totals always has a whole-number neighbour")
        return [[found[arc] for arc in row] for row in found_at]

    def node(self, supply: int = 0) -> int:
        self.supply.append(supply)
        return len(self.supply) - 1

    def arc(self, tail: int, head: int, share: int, wish: int | None = None) -> int:
        """An arc for an exact `share`, down or up to the next whole unit."""
        low, rest = divmod(share + NEAR, SCALE)
        up = rest > 2 * NEAR
        self.arcs.append(Arc(tail, head, low, low + up, low + (up and 2 * rest >= SCALE) if wish is None else wish))
        return len(self.arcs) - 1
