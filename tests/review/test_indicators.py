"""Key indicators in people's own words, read as figures."""

from decimal import Decimal
from fractions import Fraction

import pytest

from salescli.measure.achievement import DEFAULT_THRESHOLDS
from salescli.measure.metric import Measure
from salescli.review.indicators import Indicator, indicator_problems, read_indicators
from salescli.table.problem import NOWHERE


def read(text: str) -> list[Indicator]:
    return list(read_indicators(text, "2023年7月"))


def test_the_documents_own_text() -> None:
    rate, customers = read("转化率从8%提升至9%(未达12%目标)；新客数量增加20个(目标150个)")
    assert (rate.name, rate.measure, rate.missed) == ("转化率", Measure.RATIO, True)
    assert [rate.before, rate.after, rate.change, rate.target] == [
        Decimal("0.08"),
        Decimal("0.09"),
        Decimal("0.01"),
        Decimal("0.12"),
    ]
    assert (rate.rate, rate.achievement) == (Fraction(1, 8), Fraction(3, 4))
    assert (customers.name, customers.measure, customers.unit) == ("新客数量", Measure.COUNT, "个")
    assert [customers.before, customers.after, customers.change, customers.target] == [None, None, 20, 150]
    assert customers.achievement is None


@pytest.mark.parametrize(
    ("text", "before", "after", "target"),
    [
        ("复购率从15%提升至18%(目标20%)", "0.15", "0.18", "0.20"),
        ("复购率从15%提升到18%（已达18%目标）", "0.15", "0.18", "0.18"),
        ("销售额从80万元增长至1,000,000元（目标：1.2亿）", "800000", "1000000", "120000000"),
        ("获客成本由500元/个下降至450元/个", "500", "450", None),
        ("客单价从5万变为5.2万", "50000", "52000", None),
        ("成交周期从30天缩短至24天(目标为20天)", "30", "24", "20"),
        ("Conversion rate rose from 8% to 9% (target 12%)", "0.08", "0.09", "0.12"),
    ],
)
def test_from_to(text: str, before: str, after: str, target: str | None) -> None:
    (found,) = read(text)
    assert [found.before, found.after] == [Decimal(before), Decimal(after)]
    assert found.target == (None if target is None else Decimal(target))


@pytest.mark.parametrize(
    ("text", "change"),
    [("新客数量增加20个", "20"), ("投诉量减少了3次", "-3"), ("复购率提升5个百分点(目标8个百分点)", "0.05")],
)
def test_by(text: str, change: str) -> None:
    (found,) = read(text)
    assert found.change == Decimal(change)


@pytest.mark.parametrize("text", ["", "整体稳定", "团队士气提升明显", "转化率从低提升至高", "7月15日完成SOP"])
def test_other_text_is_left_to_its_reader(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "before", "after"),
    [
        ("首次响应时间从26小时缩短至18小时", "小时", 26, 18),
        ("投诉量从12件减少到7件", "件", 12, 7),
        ("首次响应时间从26小时大幅缩短至18小时(目标12小时)", "小时", 26, 18),
        ("新客户从30家增长至36家", "家", 30, 36),
    ],
)
def test_the_verb_is_no_part_of_the_unit(text: str, unit: str, before: int, after: int) -> None:
    (found,) = read(text)
    assert found.unit == unit
    assert [found.before, found.after] == [Decimal(before), Decimal(after)]


def test_a_comma_inside_a_number_or_a_bracket_separates_nothing() -> None:
    sales, rate = read("销售额从1,000增至2,000元(目标3,000元，未达成)，转化率从8%升至9%")
    assert [sales.name, sales.before, sales.after, sales.target] == ["销售额", 1000, 2000, 3000]
    assert (sales.unit, sales.missed, rate.name) == ("元", True, "转化率")


def test_lower_is_better_reaches_its_target_from_above() -> None:
    (found,) = read("获客成本从500元下降至400元(目标400元)")
    assert found.achievement == 1
    assert found.status(DEFAULT_THRESHOLDS).value == "near"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("转化率从9%提升至8%", True),
        ("转化率从8%下降至9%", True),
        ("转化率从8%提升至13%(未达12%目标)", True),
        ("转化率从8%提升至9%(未达12%目标)", False),
        ("转化率从8%变为9%", False),
    ],
)
def test_a_wording_that_its_figures_belie(text: str, says: bool) -> None:
    (found,) = read(text)
    assert bool(list(indicator_problems(found, NOWHERE))) is says


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("客户满意度从85分提升至88分，目标90分", [("客户满意度", "88", "90")]),
        (
            "满意度得分从85分提升至88分 目标为90分；转化率从8%提升至9%",
            [("满意度得分", "88", "90"), ("转化率", "0.09", None)],
        ),
        ("转化率从8%提升至9%，未达12%目标", [("转化率", "0.09", "0.12")]),
        ("转化率从8%提升至9%(目标10%)，目标12%", [("转化率", "0.09", "0.10")]),  # it has one already
        ("转化率从8%提升至9%，目标90分", [("转化率", "0.09", None)]),  # no target of a rate
    ],
)
def test_a_target_behind_the_sentence(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = read_indicators(text, "2023-07")
    shown = [(item.name, f"{item.after}", None if item.target is None else f"{item.target}") for item in found]
    assert shown == expected
