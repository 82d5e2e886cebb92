"""The example company is whole: its shares add up, everybody is somebody, and each line is sold everywhere."""

from decimal import Decimal

from salescli.demo import company, plans
from salescli.demo.flaws import HABITS
from salescli.split.tables.shares import Dimension


def test_the_shares_of_each_dimension_are_one_hundred_percent() -> None:
    for dimension in (Dimension.REGION, Dimension.PRODUCT):
        rows = [row for row in company.SHARES if row["dimension"] == dimension.word.zh]
        assert sum(Decimal(str(row["share"])) for row in rows) == 1
        assert sum(int(str(row["last_year"])) for row in rows) == 103_850_000


def test_twenty_four_people_carry_each_product_line_in_each_region() -> None:
    assert len({row["employee_id"] for row in company.ROSTER}) == 24
    assert len({row["person"] for row in company.ROSTER}) == 24
    for region in company.REGIONS:
        lines = {row["product"] for row in company.ROSTER if row["region"] == region}
        assert lines == {None, "A产品", "B产品", "C产品"}


def test_last_year_of_the_regions_covers_the_people_still_there() -> None:
    for share in company.SHARES[:4]:
        people = [row["last_year"] for row in company.ROSTER if row["region"] == share["name"]]
        assert sum(int(str(amount or 0)) for amount in people) <= int(str(share["last_year"]))


def test_every_month_has_its_weight_and_february_the_least() -> None:
    weights = {str(row["month"]): int(str(row["weight"])) for row in company.SEASON}
    assert list(weights) == [f"2026年{number}月" for number in range(1, 13)]
    assert sum(weights.values()) == 100
    assert min(weights, key=lambda month: weights[month]) == "2026年2月"


def test_exactly_one_strategy_is_overdue_when_the_quarter_ends() -> None:
    open_ones = [row for row in plans.STRATEGIES if not str(row["progress"]).startswith("完成")]
    assert [row["name"] for row in open_ones if str(row["due"]) <= "2026-03-31"] == ["华南B产品专项支持"]


def test_every_region_keeps_its_reports_in_a_way_of_its_own() -> None:
    assert set(HABITS) == set(company.REGIONS)
    assert len(set(HABITS.values())) == 4
