"""What a metric is and how it is written: the names of the documents, and those people invent."""

from decimal import Decimal
from fractions import Fraction

import pytest

from salescli.measure.achievement import Direction
from salescli.measure.metric import Measure, direction_of, figure, figure_text, measure_of
from salescli.words.language import Lang

MONEY = """
    销售总额 平均客单价 新客获取成本 获客成本 回款额 业绩 周销售额 毛利 广告费 费用 逾期金额
    成本节约 客户生命周期价值
"""
RATIO = """
    客户转化率 老客复购率 回款率 成交率 客户满意度 客户满意度调查 A产品线占比 成本率 费用率 市场份额
    毛利率 目标达成率
"""
COUNT = """
    新客户数量 新客户数 成单数 线索数 跟进次数 新客户拜访数 成交订单数 客户拜访 产品演示 销量
    销售人数 投诉 名额
"""
NUMBER = """
    销售周期 平均停留天数 拜访频率 综合得分 响应时长 人效
"""
LOWER = """
    获客成本 新客获取成本 销售成本 成本率 费用率 广告费 投诉处理成本 销售周期 回款周期 停留天数
    流失率 客户流失数 退货率 退款率 投诉 客户投诉数 坏账 坏账率 应收账款 逾期金额
"""
HIGHER = """
    销售总额 新客户数量 客户转化率 老客复购率 回款率 客户满意度 毛利率 客户生命周期 客户生命周期价值
    流失客户挽回率 投诉处理率 投诉满意度 应收回款率 应收账款周转率 成本节约 成本降低率 成本利润率
"""

ENGLISH = {
    Measure.MONEY: [
        "Revenue",
        "Average order value",
        "Customer acquisition cost",
        "Cost per lead",
        "Net sales",
    ],
    Measure.RATIO: ["Win rate", "Share of sales", "Customer satisfaction", "Churn", "Gross margin"],
    Measure.COUNT: ["New customers", "Number of customers", "Sales count", "Deals", "Product returns"],
    Measure.NUMBER: ["Sales cycle", "Days to close", "NPS", "Something else"],
}


@pytest.mark.parametrize(
    ("names", "measure"),
    [(MONEY, Measure.MONEY), (RATIO, Measure.RATIO), (COUNT, Measure.COUNT), (NUMBER, Measure.NUMBER)],
)
def test_a_chinese_name_tells_its_measure(names: str, measure: Measure) -> None:
    assert {name: measure_of(name, None) for name in names.split()} == dict.fromkeys(names.split(), measure)


@pytest.mark.parametrize("measure", list(Measure))
def test_an_english_name_tells_its_measure(measure: Measure) -> None:
    assert {name: measure_of(name, None) for name in ENGLISH[measure]} == dict.fromkeys(ENGLISH[measure], measure)


@pytest.mark.parametrize(
    ("units", "measure"),
    [
        ("元 万元 亿元 百万元 元/个 元/人 CNY RMB ¥ ￥ 美元", Measure.MONEY),
        ("% ％ 百分点 个百分点 百分比 pp", Measure.RATIO),
        ("家 个 人 单 次 户 件 台 千家 次/天 orders", Measure.COUNT),
        ("天 月 个月 小时 分 days", Measure.NUMBER),
    ],
)
def test_the_unit_wins_over_the_name(units: str, measure: Measure) -> None:
    name = "销售额" if measure is not Measure.MONEY else "成交率"
    assert {unit: measure_of(name, unit) for unit in units.split()} == dict.fromkeys(units.split(), measure)


@pytest.mark.parametrize("unit", [None, "", "万", "？"])
def test_a_unit_that_tells_nothing_leaves_it_to_the_name(unit: str | None) -> None:
    assert measure_of("销售额", unit) is Measure.MONEY


def test_a_unit_in_brackets_counts() -> None:
    assert measure_of("客户满意度（分）", None) is Measure.NUMBER
    assert measure_of("拜访(家)", None) is Measure.COUNT
    assert measure_of("销售额（含税）", None) is Measure.MONEY


@pytest.mark.parametrize(
    "name",
    [
        *LOWER.split(),
        *["Customer acquisition cost", "Sales cycle", "Churn", "Churned customers", "Returns", "Complaints"],
        *["Overdue amount", "Cost of sales", "Refund rate", "Days sales outstanding"],
    ],
)
def test_better_when_lower(name: str) -> None:
    assert direction_of(name) is Direction.LOWER


@pytest.mark.parametrize(
    "name",
    [
        *HIGHER.split(),
        *["Revenue", "Win rate", "Return on investment", "Churn recovery rate", "Cost savings"],
        *["Lifecycle value", "Something else"],
    ],
)
def test_better_when_higher(name: str) -> None:
    assert direction_of(name) is Direction.HIGHER


@pytest.mark.parametrize(
    ("value", "measure", "text"),
    [
        (Decimal(800000), Measure.MONEY, "800000.00"),
        (Decimal("0.08"), Measure.RATIO, "0.080000"),
        (Decimal("30.00"), Measure.COUNT, "30"),
        (Decimal("1E+3"), Measure.COUNT, "1000"),
        (Fraction(49, 2), Measure.COUNT, "24.5"),
        (Decimal("45.50"), Measure.NUMBER, "45.5"),
        (Fraction(1, 3), Measure.NUMBER, "0.333333"),
        (None, Measure.MONEY, None),
    ],
)
def test_json_figures(value: Decimal | Fraction | None, measure: Measure, text: str | None) -> None:
    assert figure_text(value, measure) == text


@pytest.mark.parametrize(
    ("value", "measure", "unit", "zh", "en"),
    [
        (Decimal(800000), Measure.MONEY, "万元", "800,000", "800,000"),
        (Decimal("0.08"), Measure.RATIO, "%", "8.0%", "8.0%"),
        (30, Measure.COUNT, "家", "30家", "30 companies"),
        (150, Measure.COUNT, "个", "150个", "150"),
        (300000, Measure.COUNT, "万家", "300,000家", "300,000 companies"),
        (1234567, Measure.COUNT, None, "1,234,567", "1,234,567"),
        (Decimal("-1234.50"), Measure.NUMBER, "天", "-1,234.5天", "-1,234.5 days"),
        (3, Measure.COUNT, "boxes", "3 boxes", "3 boxes"),
        (None, Measure.COUNT, "家", "", ""),
    ],
)
def test_screen_figures(value: Decimal | int | None, measure: Measure, unit: str | None, zh: str, en: str) -> None:
    assert figure(value, measure, unit, Lang.ZH) == zh
    assert figure(value, measure, unit, Lang.EN) == en
