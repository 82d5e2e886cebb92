"""Orders in lots come to what they come to one by one: random rows beside a slow twin."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescli.measure.period import Month
from salescli.table.batch import Batch, Rows
from salescli.table.problem import Problem
from salescli.table.row import Home, Source
from salescli.track.account import Reason
from salescli.track.facts import facts_of
from salescli.track.order_figures import Scope, deal_views
from salescli.track.order_merge import Orders, take_orders
from salescli.track.people import Directory, Person, Slot
from salescli.track.side_files import Gathered
from salescli.track.tables import CustomerKind, OrderRow
from tests.track.order_twin import Taken, Twin, figures_of, matched_one_by_one, quantities_of, still_needed, yuan

MONTHS = {Month(2026, 7), Month(2026, 8)}
PLANNED = (
    (Person("小张", "S1"), Slot("华东", "A")),
    (Person("小张", "S1"), Slot("华东", "B")),
    (Person("小李", "S2"), Slot("华南", None)),
    (Person("小王"), Slot("华东", None)),
    (Person("小王"), Slot("华北", None)),
    (Person("小陈", "S4"), Slot("华东", "A")),
    (Person("小陈", "S5"), Slot("华南", "A")),
)
"""小张 has two lines, 小李 none, 小王 two regions, and there are two of the name 小陈."""
DIRECTORY = Directory.of((person, month, slot) for month in sorted(MONTHS) for person, slot in PLANNED)
AMOUNTS = st.one_of(
    st.sampled_from(["0", "0.00", "-50", "100", "100.00", "99999.99", "0.01"]).map(Decimal),
    st.decimals(-(10**4), 10**12, places=2),
)
MAYBE_AMOUNT = st.one_of(st.none(), AMOUNTS)
DAYS = st.sampled_from([date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 1), date(2026, 9, 1)])
WHO = [
    (person, *rest)
    for person, *said in (
        ("小张", (None, "华东", "A"), ("S1", "华东", "A"), ("S1", None, None), (None, "西北", "C")),
        ("小李", (None, None, None), ("S2", "华南", "B"), (None, None, "B")),
        ("小王", (None, None, None), (None, "华东", None), ("S9", None, "A")),
        ("小陈", (None, None, None), (None, "华南", None), ("S4", "华北", "A")),
        ("路人", (None, None, None), ("S1", None, None)),
    )
    for rest in said
]
"""Name, 工号, region and line as rows say them: few enough that those of one target come by turns."""
LOOSE: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    order_id=st.integers(1, 99).map("D{}".format),
    signed=DAYS,
    who=st.sampled_from(WHO),
    customer=st.sampled_from(["甲", "乙", "丙"]),
    amount=AMOUNTS,
    collected=MAYBE_AMOUNT,
    cost=st.one_of(st.none(), st.decimals(0, 10**6, places=2)),
    lead_date=st.one_of(st.none(), DAYS),
    customer_kind=st.sampled_from([None, *CustomerKind]),
)
HOME = Home("o.xlsx", "订单明细", {"person": "F", "region": "C"})
SHARES = st.sampled_from([Fraction(0), Fraction(3, 10), Fraction(1, 3), Fraction(1)])


@st.composite
def order_rows(draw: st.DrawFn) -> list[OrderRow]:
    """Rows of one sheet; some repeat a number with the same content, as a file copied into another does."""
    rows: list[OrderRow] = []
    for values in draw(st.lists(LOOSE, min_size=12, max_size=25)):
        earlier = next((row for row in rows if row.order_id == values["order_id"]), None)
        named = dict(zip(("person", "employee_id", "region", "product"), values.pop("who"), strict=True))
        row = OrderRow.model_validate(values | named if earlier is None else dict(earlier))
        row.placed(Source(*HOME[:2], len(rows) + 2, HOME.letters))
        rows.append(row)
    return rows


@settings(deadline=None, max_examples=150)
@given(order_rows(), SHARES)
def test_lots_of_orders_come_to_what_the_orders_come_to_one_by_one(rows: list[OrderRow], share: Fraction) -> None:
    twin = matched_one_by_one(rows, DIRECTORY, MONTHS, share)
    for given_as in (rows, in_columns(rows)):
        orders, problems = take_orders(Gathered(given_as, len(rows)), DIRECTORY, MONTHS, share)
        assert_the_same_findings(problems, twin)
        assert_the_same_figures(orders, twin, share)
        assert_the_same_quantities(orders, twin)
        assert_the_same_rows(orders, twin, share)


def in_columns(rows: list[OrderRow]) -> Rows[OrderRow]:
    """The rows as a file's reader hands them on: nobody asked for any of them yet."""
    keys = tuple(OrderRow.model_fields)
    columns = [[getattr(row, key) for row in rows] for key in keys]
    return Rows(
        Batch(
            OrderRow,
            keys,
            columns,
            [row.home or HOME for row in rows],
            [row.source.row if row.source else 0 for row in rows],
        )
    )


def assert_the_same_rows(orders: Orders, twin: Twin, share: Fraction) -> None:
    """Each row is where the twin has it, in the same order."""
    found = [Taken(one.row, one.person, one.slot, one.product, one.standing.value) for one in orders.deals]
    assert found == twin.taken
    waiting = sorted(
        (item for item in twin.taken if item.standing == "pending"),
        key=lambda item: (item.row.signed, item.row.order_id),
    )
    assert [(one.row, one.needed) for one in orders.pending] == [
        (item.row, yuan(still_needed(item.row, share))) for item in waiting
    ]
    assert orders.known == twin.known
    left_out = {reason: [item.row for item in orders.excluded if item.reason is reason] for reason in Reason}
    for reason, expected in (
        (Reason.UNKNOWN, twin.unknown),
        (Reason.OUTSIDE, twin.outside),
        (Reason.DUPLICATE, twin.repeated),
    ):
        assert left_out[reason] == [row.source.row for row in expected if row.source is not None]


def assert_the_same_findings(problems: list[Problem], twin: Twin) -> None:
    """Each row that leaves its person or region open is said, in order; the rest is gathered, with the first cell."""
    of_rows = [item for item in problems if item.code.name in ("order-person-open", "order-region-open")]
    assert [(item.code.name, item.details["order"]) for item in of_rows] == twin.open
    gathered = {item.code.name: item for item in problems if item.code.name in GATHERED}
    for name, odd in GATHERED.items():
        rows = [item.row for item in twin.taken if odd(item.row)]
        assert (name in gathered) == bool(rows)
        if rows:
            assert (gathered[name].details["rows"], gathered[name].place.cell) == (len(rows), rows[0].at().cell)
    strange = [item for item in problems if item.code.name == "region-differs"]
    mistaken: dict[tuple[Person, Month, str | None], list[Taken]] = {}
    for item in twin.taken:
        if item.row.region not in (None, *DIRECTORY.regions_of(item.person, item.month)):
            mistaken.setdefault((item.person, item.month, item.row.region), []).append(item)
    assert [(item.details["rows"], item.place) for item in strange] == [
        (len(own), own[0].row.at("region")) for own in mistaken.values()
    ]


GATHERED: dict[str, Callable[[OrderRow], bool]] = {
    "order-empty": lambda row: row.amount == 0,
    "collected-above-amount": lambda row: row.collected is not None and 0 < row.amount < row.collected,
    "lead-after-signing": lambda row: row.lead_date is not None and row.lead_date > row.signed,
}


def assert_the_same_figures(orders: Orders, twin: Twin, share: Fraction) -> None:
    """Team, regions, product lines, people and months, each looked at by itself; without a plan they go by name."""
    views = deal_views(orders.lots, ())
    assert views[0].figures == figures_of(twin.taken, share)
    of: dict[Scope, Callable[[Taken], tuple[object, object, object]]] = {
        Scope.REGION: lambda item: (item.slot.region, None, None),
        Scope.PRODUCT: lambda item: (item.product, None, None),
        Scope.PERSON: lambda item: (*item.person, None if item.person.employee_id else item.slot.region),
        Scope.MONTH: lambda item: (str(item.month), None, None),
    }
    for scope, name in of.items():
        own = [view for view in views if view.scope is scope]
        expected = list(dict.fromkeys(map(name, twin.taken)))
        by_name = sorted(expected, key=lambda part: ["" if one is None else str(one) for one in part])
        assert [(view.name, view.employee_id, view.region) for view in own] == by_name
        for view in own:
            named = (view.name, view.employee_id, view.region)
            assert view.figures == figures_of([item for item in twin.taken if name(item) == named], share)
    sold = {
        key: sum(item.fen for item in twin.taken if (item.month, item.person, item.slot) == key and sells(item))
        for key in ((item.month, item.person, item.slot) for item in twin.taken if sells(item))
    }
    assert {key: int(amount * 100) for key, amount in orders.sales().items()} == sold


def sells(item: Taken) -> bool:
    return item.standing in ("counted", "refund")


def assert_the_same_quantities(orders: Orders, twin: Twin) -> None:
    """What metrics are measured by, in the order of the first deal of each."""
    expected = quantities_of(twin.taken)
    found = facts_of((), orders.lots)
    assert list(found) == list(expected)
    for key, own in expected.items():
        facts = found[key]
        assert facts.get("order_deals") == own["order_deals"]
        assert facts.get("order_amount") == yuan(own["order_amount"])
        assert (facts.get("kinds") or 0) == own["kinds"]
        assert (facts.get("profit") or 0) == yuan(own["profit"])
        assert facts.get("order_new_customers") == (own["new"] if own["kinds"] else None)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ((("小张", "S1", 0), ("小李", "S2", 10), ("小张", "S1", 10)), "小李"),
        ((("小张", "S1", 0), ("小张", None, 10), ("小李", "S2", 10), ("小张", "S1", 10)), "小张"),
    ],
)
def test_quantities_stand_in_the_order_of_the_first_deal(
    said: Sequence[tuple[str, str | None, int]], first: str
) -> None:
    """小张's first order waits for money; whose deal is read first stands first, with or without 工号."""
    rows = [
        order_row(order_id=f"D{at}", person=name, employee_id=number, collected=Decimal(paid))
        for at, (name, number, paid) in enumerate(said)
    ]
    orders, _ = take_orders(Gathered(rows, len(rows)), DIRECTORY, MONTHS, Fraction(3, 10))
    assert [lot.person.name for lot in orders.lots] == ["小张", "小李"]
    assert next(person.name for _, person, _ in facts_of((), orders.lots)) == first


def order_row(**said: object) -> OrderRow:
    values = {"signed": date(2026, 8, 5), "product": "A", "customer": "甲", "amount": Decimal(10)}
    return OrderRow.model_validate(values | said)
