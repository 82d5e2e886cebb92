"""Each order number once: an order that stands in two files, or twice in one, is one order."""

from collections import defaultdict
from collections.abc import Container, Sequence

from salescli.excel.source import SourceWorkbook
from salescli.table.batch import columns_of
from salescli.table.codes import orders as codes
from salescli.table.problem import Problem, problem
from salescli.track.kept import KEPT_ORDERS
from salescli.track.tables import ORDERS, OrderRow


def each_once(rows: Sequence[OrderRow]) -> tuple[Sequence[OrderRow], list[tuple[OrderRow, OrderRow]], list[Problem]]:
    """Each order number once; its identical repeats (with the row that stands), and the contradictions."""
    (numbers,) = columns_of(rows, ("order_id",))
    if len(set(numbers)) == len(rows):
        return rows, [], []
    first: dict[str, OrderRow] = {}
    repeated, problems = [], []
    for row in rows:
        earlier = first.setdefault(row.order_id, row)
        if earlier is row:
            continue
        repeated.append((row, earlier))
        differing = [key for key in OrderRow.model_fields if getattr(earlier, key) != getattr(row, key)]
        if differing:
            columns = tuple(ORDERS.label(key) for key in differing)
            details = {"order": row.order_id, "columns": columns, "other": earlier.at(differing[0])}
            problems.append(problem(codes.ORDER_TWICE, row.at(differing[0]), **details))
    return list(first.values()), repeated, problems


def repeats_remark(repeated: Sequence[tuple[OrderRow, OrderRow]]) -> list[Problem]:
    """What is said of orders that stand again: one note, and none without any."""
    if not repeated:
        return []
    return [problem(codes.ORDERS_REPEATED, repeated[0][0].at("order_id"), rows=len(repeated))]


def told_where_kept(found: Sequence[Problem], source: SourceWorkbook, anew: Container[str]) -> list[Problem]:
    """`found` with the contradictions between copies that the tracking workbook `source` keeps at the cells where they
    stand there, since somebody typed them there; `anew` are the orders that stand in for kept ones."""
    if all(item.code is not codes.ORDER_TWICE for item in found):
        return list(found)
    kept = [row for item in source.candidates(KEPT_ORDERS) if item.named for row in source.read_found(item).rows]
    said: defaultdict[object, list[Problem]] = defaultdict(list)
    for item in each_once(kept)[2]:
        if item.details["order"] not in anew:
            said[item.details["order"]].append(item)
    return [
        said[item.details["order"]].pop(0) if item.code is codes.ORDER_TWICE and said[item.details["order"]] else item
        for item in found
    ]
