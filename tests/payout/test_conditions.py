"""What a 触发条件 cell can say."""

from fractions import Fraction

import pytest

from salescli.payout.conditions import Bound, Gauge, Open, Rank, RankBy, Span, Strict, read_condition


@pytest.mark.parametrize(
    ("cell", "percent"),
    [
        ("≥80%", 80),
        (">=80%", 80),
        ("≧80％", 80),
        ("＞＝８０％", 80),
        ("≥ 80 %", 80),
        ("达成率≥100%", 100),
        ("達成率≥100%", 100),
        ("销售额达成率≥100%", 100),
        ("月度达成率≥100%", 100),
        ("80%以上", 80),
        ("80%及以上", 80),
        ("达到100%", 100),
        ("达成100%", 100),
        ("达成率达到120%", 120),
        ("不低于112.5%", Fraction(225, 2)),
        ("achievement >= 80%", 80),
    ],
)
def test_lower_bounds(cell: str, percent: int | Fraction) -> None:
    assert read_condition(cell) == Bound(Fraction(percent) / 100)


@pytest.mark.parametrize(
    "cell", ["80%-100%", "80%~100%", "80％～100％", "80%至100%", "80%≤达成率<100%", "≥80%且<100%", "80%以上100%以下"]
)
def test_intervals_keep_their_upper_end(cell: str) -> None:
    assert read_condition(cell) == Bound(Fraction(4, 5), Fraction(1))


@pytest.mark.parametrize("cell", ["<80%", "低于80%", "80%以下", "达成率低于80%"])
def test_below_starts_at_zero(cell: str) -> None:
    assert read_condition(cell) == Bound(Fraction(0), Fraction(4, 5))


@pytest.mark.parametrize("cell", ["区域整体达成率≥110%", "区域达成率≥110%", "所在区域整体达成率达到110%"])
def test_a_region(cell: str) -> None:
    assert read_condition(cell) == Bound(Fraction(11, 10), gauge=Gauge.REGION)


@pytest.mark.parametrize("cell", [">100%", "超过100%", "达成率大于100%", "80%<达成率≤100%", "≤100%"])
def test_a_bound_that_does_not_include_itself_is_told_apart(cell: str) -> None:
    assert read_condition(cell) == Strict()


def test_rankings() -> None:
    assert read_condition("季度排名") == Rank(Span.QUARTER)
    assert read_condition("TOP3") == Rank(places=3)
    assert read_condition("季度销售额前三名") == Rank(Span.QUARTER, 3, RankBy.SALES)
    assert read_condition("月度达成率排名前3，且达成率≥100%") == Rank(Span.MONTH, 3, RankBy.ACHIEVEMENT, Fraction(1))
    assert read_condition("季度销售冠军") == Rank(Span.QUARTER, 1, RankBy.SALES)


@pytest.mark.parametrize("cell", ["达成率", "按月度达成率", "见激励方式", "不限", "无条件"])
def test_no_condition_of_its_own(cell: str) -> None:
    assert read_condition(cell) == Open()


@pytest.mark.parametrize("cell", ["表现优秀", "0.8", "80", "≥80万", "回款率≥90%", "≥80%或≥100%", "80%-", "团队和谐"])
def test_anything_else_is_not_understood(cell: str) -> None:
    assert read_condition(cell) is None
