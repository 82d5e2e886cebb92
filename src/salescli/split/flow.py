"""Whole-number flow through a network: the way many totals are held exactly at the same time.

A table with fixed totals is a flow: each row sends out its total, each cell carries some of it, each column
takes in its own. If *any* flow within whole-number bounds exists, a whole-number one does too (Ford and
Fulkerson, *Flows in Networks*, 1962). That is what controlled rounding rests on: bounds of floor and ceiling
around an exact table always leave room for a whole-number table with the same totals (Bacharach, "Matrix
rounding problems", Management Science 12, 1966; Cox, "A constructive procedure for unbiased controlled
rounding", JASA 82, 1987).

The flow starts at the wished value of every arc, and what does not balance is sent along shortest paths
(Dinic, 1970), so an arc is only moved off its wish where the totals demand it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

UNBOUNDED: Final = 1 << 200
"""Room for any amount of units."""


class Arc(NamedTuple):
    """A way from node `tail` to node `head` for `low` to `high` units, best `wish`."""

    tail: int
    head: int
    low: int
    high: int
    wish: int


@dataclass(frozen=True, slots=True)
class Blocked:
    """Why there is no such flow: the nodes that hold more than can leave them."""

    nodes: frozenset[int]


def whole_flow(supply: Sequence[int], arcs: Sequence[Arc]) -> tuple[int, ...] | Blocked:
    """Units on each arc, within its bounds, such that out − in is `supply` at every node.

    A negative supply is a demand; supplies must add up to zero (ValueError). Deterministic.
    """
    if sum(supply):
        raise ValueError("supplies and demands differ")
    network = _Network(len(supply), arcs)
    missing = network.settle(supply)
    if missing:
        return Blocked(network.reachable())
    return tuple(arc.high - network.room[2 * at] for at, arc in enumerate(arcs))


class _Network:
    """The residual network. Edge 2k is arc k, edge 2k + 1 its way back; `room` is what each can still take."""

    def __init__(self, nodes: int, arcs: Sequence[Arc]) -> None:
        self.source, self.sink = nodes, nodes + 1
        self.heads: list[int] = []
        self.room: list[int] = []
        self.ways: list[list[int]] = [[] for _ in range(nodes + 2)]
        self.excess = [0] * nodes
        for arc in arcs:
            self._edge(arc.tail, arc.head, arc.high - arc.wish, arc.wish - arc.low)
            self.excess[arc.tail] -= arc.wish
            self.excess[arc.head] += arc.wish
        self.levels: list[int] = []

    def _edge(self, tail: int, head: int, forth: int, back: int) -> None:
        self.ways[tail].append(len(self.heads))
        self.ways[head].append(len(self.heads) + 1)
        self.heads += (head, tail)
        self.room += (forth, back)

    def settle(self, supply: Sequence[int]) -> int:
        """Send every surplus to a shortage; how much could not be sent."""
        left = 0
        for node, (excess, given) in enumerate(zip(self.excess, supply, strict=True)):
            surplus = excess + given
            if surplus > 0:
                self._edge(self.source, node, surplus, 0)
                left += surplus
            elif surplus < 0:
                self._edge(node, self.sink, -surplus, 0)
        while left and self._measure():
            left -= self._block()
        return left

    def reachable(self) -> frozenset[int]:
        """The nodes a surplus can still get to, once nothing more can be sent."""
        self._measure()
        return frozenset(node for node in range(self.source) if self.levels[node] >= 0)

    def _measure(self) -> bool:
        """Steps of every node from the source; whether the sink can be reached."""
        self.levels = [-1] * len(self.ways)
        self.levels[self.source] = 0
        front = [self.source]
        while front and self.levels[self.sink] < 0:
            ahead = []
            for node in front:
                for edge in self.ways[node]:
                    head = self.heads[edge]
                    if self.room[edge] and self.levels[head] < 0:
                        self.levels[head] = self.levels[node] + 1
                        ahead.append(head)
            front = ahead
        return self.levels[self.sink] >= 0

    def _block(self) -> int:
        """Send along shortest paths until none is left; how much was sent."""
        sent = 0
        tried = [0] * len(self.ways)
        path: list[int] = []
        node = self.source
        while True:
            if node == self.sink:
                sent += self._send(path)
                path, node = [], self.source
                continue
            edge = self._next(node, tried)
            if edge is not None:
                path.append(edge)
                node = self.heads[edge]
            elif not path:
                return sent
            else:
                node = self.heads[path.pop() ^ 1]
                tried[node] += 1

    def _next(self, node: int, tried: list[int]) -> int | None:
        """The next edge of `node` that leads on."""
        ways, deeper = self.ways[node], self.levels[node] + 1
        while tried[node] < len(ways):
            edge = ways[tried[node]]
            if self.room[edge] and self.levels[self.heads[edge]] == deeper:
                return edge
            tried[node] += 1
        return None

    def _send(self, path: Sequence[int]) -> int:
        amount = min(self.room[edge] for edge in path)
        for edge in path:
            self.room[edge] -= amount
            self.room[edge ^ 1] += amount
        return amount
