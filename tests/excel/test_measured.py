"""How a figure of a metric looks: the decimals people typed, and one of days and of what a division left."""

from decimal import Decimal
from fractions import Fraction

import pytest

from salescli.excel.book import Format
from salescli.excel.measured import form_of
from salescli.measure.metric import Measure, figure, in_days
from salescli.words.language import Lang


@pytest.mark.parametrize(
    ("measure", "value", "name", "unit", "form"),
    [
        (Measure.NUMBER, Decimal("20.25"), "销售周期", None, Format.TENTH),
        (Measure.NUMBER, Fraction(61, 3), "Sales cycle", None, Format.TENTH),
        (Measure.NUMBER, Decimal(15), "响应时间", "天", Format.TENTH),
        (Measure.NUMBER, None, "回款天数", None, Format.TENTH),
        (Measure.NUMBER, Decimal("4.35"), "满意度得分", "分", Format.NUMBER),
        (Measure.NUMBER, Decimal("4.333333"), "满意度得分", "分", Format.TENTH),
        (Measure.COUNT, Decimal(36), "新客户数", None, Format.COUNT),
        (Measure.COUNT, Decimal("36.5"), "人均拜访", None, Format.NUMBER),
        (Measure.COUNT, Fraction(110, 3), "人均拜访", None, Format.TENTH),
        (Measure.RATIO, Fraction(1, 3), "周期达成率", None, Format.RATIO),
        (Measure.MONEY, Decimal("1.005"), "获客成本", None, Format.MONEY),
    ],
)
def test_the_format_of_a_figure(
    measure: Measure, value: Decimal | Fraction | None, name: str, unit: str | None, form: Format
) -> None:
    assert form_of(measure, value, name, unit) is form


def test_days_have_one_decimal_in_words_too() -> None:
    assert figure(Fraction(81, 4), Measure.NUMBER, "天", Lang.ZH) == "20.3天"
    assert figure(Decimal(20), Measure.NUMBER, "天", Lang.EN) == "20 days"
    assert figure(Decimal("4.35"), Measure.NUMBER, "分", Lang.ZH) == "4.35分"


@pytest.mark.parametrize(
    ("name", "unit", "days"), [("销售周期", None, True), ("销售周期", "月", False), ("得分", None, False)]
)
def test_a_unit_decides_whether_a_metric_is_in_days(name: str, unit: str | None, days: bool) -> None:
    assert in_days(name, unit) is days
