"""The months of product lines: within two units of their fair share in a region, whoever carries them."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from salescli.split.allocate import allocate
from salescli.split.months import Bearer, by_season, spread
from tests.split.tables import plan, run

SEASON = (6, 4, 9, 8, 8, 10, 8, 8, 10, 9, 9, 11)
FEW = 2
"""How many units a month of a line in a region may be away from its share."""

SHARES = """
| 维度 | 名称 | 占比 |
| 产品线 | 工业泵 | 50% |
| 产品线 | 阀门 | 35% |
| 产品线 | 技术服务 | 15% |
"""


def test_the_small_line_does_not_bunch(tmp_path: Path) -> None:
    """15 % of 420 are 63; months of 6, 4, 9 … of 100 make 3.78, 2.52, 5.67 … 6.93 of them."""
    people = "\n".join(f"| 员工{at} | {'华东' if at < 14 else '华南'} |" for at in range(24))
    months = "\n".join(f"| 2026年{at}月 | {weight} |" for at, weight in enumerate(SEASON, start=1))
    sheets = {
        "年度目标": "| 指标 | 年度 | 目标值 | 单位 |\n| 新客户数 | 2026年 | 420 | 家 |",
        "分解维度": SHARES,
        "销售员名册": f"| 销售员 | 区域 |\n{people}",
        "月度权重": f"| 月份 | 权重 |\n{months}",
    }
    leaves = plan(run(tmp_path, sheets, weights="even")).document()["leaves"]

    def total(**wanted: object) -> Decimal:
        return sum((Decimal(leaf["target"]) for leaf in leaves if wanted.items() <= leaf.items()), Decimal(0))

    for line, year in (("工业泵", 210), ("阀门", 147), ("技术服务", 63)):
        assert total(product=line) == year
        for at, weight in enumerate(SEASON, start=1):
            fair = Decimal(year * weight) / 100
            assert abs(total(product=line, month=f"2026-{at:02}") - fair) < 2
    for at, weight in enumerate(SEASON, start=1):
        assert abs(total(month=f"2026-{at:02}") - Decimal(420 * weight) / 100) < 1


Teams = tuple[list[Bearer], tuple[int, ...]]


@st.composite
def teams(draw: st.DrawFn) -> Teams:
    """Up to thirty people of three regions, each with all of the lines or, in half of the teams, with one of them."""
    units = draw(st.integers(0, 3000))
    months = by_season(units, draw(st.lists(st.integers(1, 12), min_size=12, max_size=12)))[1]
    lines = draw(st.lists(st.integers(1, 60), min_size=2, max_size=4))
    people = draw(st.lists(st.integers(30, 150), min_size=3, max_size=30))
    if draw(st.booleans()):
        shares = allocate(units, people)
        own = [Bearer(at, at % 3, at // 3 % len(lines), share) for at, share in enumerate(shares)]
    else:
        shares = allocate(units, [weight * line for weight in people for line in lines])
        places = [(person, person % 3, line) for person in range(len(people)) for line in range(len(lines))]
        own = [Bearer(*place, share) for place, share in zip(places, shares, strict=True)]
    return own, months


@given(teams())
def test_months_of_lines_stay_near_their_share_and_nothing_else_moves(case: Teams) -> None:
    bearers, months = case
    rows = spread(bearers, months)
    assert isinstance(rows, tuple)
    assert [sum(row) for row in rows] == [bearer.units for bearer in bearers]
    assert [sum(column) for column in zip(*rows, strict=True)] == list(months)
    assert _farthest(bearers, rows, months, lambda bearer: (bearer.region, bearer.product)) < FEW
    assert _farthest(bearers, rows, months, lambda bearer: bearer.product) < FEW
    assert _farthest(bearers, rows, months, lambda bearer: bearer.region) < 1
    assert _farthest(bearers, rows, months, lambda bearer: bearer.person) < 1


def _farthest(
    bearers: Sequence[Bearer],
    rows: Sequence[Sequence[int]],
    months: Sequence[int],
    key: Callable[[Bearer], object],
) -> Fraction:
    """How far a month of one of the groups is from its year × the company's month ÷ the company's year."""
    found, years = dict[object, list[int]](), dict[object, int]()
    for bearer, row in zip(bearers, rows, strict=True):
        group = key(bearer)
        found[group] = [a + b for a, b in zip(found.get(group, [0] * 12), row, strict=True)]
        years[group] = years.get(group, 0) + bearer.units
    whole = sum(months) or 1
    return max(
        abs(units - Fraction(years[group] * month, whole))
        for group, own in found.items()
        for units, month in zip(own, months, strict=True)
    )
