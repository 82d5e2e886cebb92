"""A slow twin of merging that sees all rows at once and knows nothing of the program's ways."""

from collections import Counter, defaultdict
from datetime import datetime
from decimal import Decimal

from salescli.measure.period import Month
from salescli.track.options import OnConflict
from salescli.track.tables import WeeklyRow

TRACKED = (Month(2026, 8), Month(2026, 9))
PRODUCTS = {"小张": ["A"], "小李": ["B"], "小王": ["A", "C"]}
"""The people of the plan and their product lines; anybody else is unknown."""


def twin(rows: list[WeeklyRow], rule: OnConflict) -> tuple[dict[str, int], dict[str, int]]:
    """Sales by person, and rows by what became of them, worked out from the numbers of the rows alone."""
    fates = ["unknown"] * len(rows)
    strangers = [(item.person, item.product, item.week, item.month, item.sales) for item in rows]
    for at, item in enumerate(rows):
        if item.person not in PRODUCTS and strangers.index(strangers[at]) != at:
            fates[at] = "duplicate"
    for name in {identity(item) for item in rows if item.person in PRODUCTS}:
        fate([at for at, item in enumerate(rows) if identity(item) == name], rows, rule, fates)
    sales: defaultdict[str, int] = defaultdict(int)
    for item, became in zip(rows, fates, strict=True):
        if became == "merged":
            sales[item.person] += int(item.sales)
    return dict(sales), dict(Counter(fates))


def fate(same: list[int], rows: list[WeeklyRow], rule: OnConflict, fates: list[str]) -> None:
    """What becomes of the rows of one person, product line and week: handed in together where a sheet names months."""
    hands: defaultdict[object, list[int]] = defaultdict(list)
    for at in same:
        part = rows[at].month in rows[at].week.months()
        hands[rows[at].at().file if part else at].append(at)
    whole = [[[at] for at in hand] for hand in hands.values()]
    kept = []
    for hand in whole:
        months = [[one for one in hand if month_of(rows[one[0]]) == month] for month in (*TRACKED, None)]
        months[-1] = [one for one in hand if month_of(rows[one[0]]) not in TRACKED]
        kept.append([at for found in months for at in chosen(found, rows, rule, fates)])
    if all(month_of(rows[at]) not in TRACKED for stand in kept for at in stand):
        rule = OnConflict.SUM
    counting = chosen(kept, rows, rule, fates)
    for at in counting:
        fates[at] = "merged" if month_of(rows[at]) in TRACKED else "outside"


def chosen(hands: list[list[int]], rows: list[WeeklyRow], rule: OnConflict, fates: list[str]) -> list[int]:
    """The rows that are left of what was handed in; of those that are not, `fates` says why."""

    def said(hand: list[int]) -> list[tuple[str, Decimal]]:
        return sorted((str(month_of(rows[at])), rows[at].sales) for at in hand)

    def time(hand: list[int], without: datetime) -> datetime:
        return max((found for at in hand if (found := rows[at].submitted)), default=without)

    def first(hand: list[int]) -> tuple[datetime, int]:
        return (time(hand, datetime.max), max(hand))

    standing = []
    for hand in hands:
        copies = [other for other in hands if said(other) == said(hand)]
        if hand == min(copies, key=first):
            standing.append((hand, copies))
        else:
            fates_of(hand, "duplicate", fates)
    if rule is OnConflict.SUM or not standing:
        return [at for hand, _ in standing for at in hand]
    if rule is OnConflict.FIRST:
        winner = min((hand for hand, _ in standing), key=first)
    else:
        winner, _ = max(
            standing,
            key=lambda item: (max(time(copy, datetime.min) for copy in item[1]), max(max(copy) for copy in item[1])),
        )
    for hand, _ in standing:
        if hand is not winner:
            fates_of(hand, "superseded", fates)
    return winner


def fates_of(hand: list[int], became: str, fates: list[str]) -> None:
    for at in hand:
        fates[at] = became


def identity(item: WeeklyRow) -> tuple[object, ...]:
    lines = PRODUCTS.get(item.person, [""])
    return (item.person, item.product or (lines[0] if len(lines) == 1 else None), item.week)


def month_of(item: WeeklyRow) -> Month:
    return item.month or Month.of(item.week.monday)
