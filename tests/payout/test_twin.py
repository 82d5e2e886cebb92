"""The engine against a brute-force twin: whole companies, drawn at random, agree to the fen in every component."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month, Quarter
from salescli.payout.choices import Terms
from salescli.payout.pay import pay
from salescli.payout.people import Base, Entry, Person
from salescli.payout.reader import read_plan
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.payout.scopes import Known
from salescli.payout.scorecard import scorecard_of
from salescli.payout.scorecard_rows import ScoreRow
from salescli.payout.tables import TierRow
from salescli.table.config import ScorecardKeys
from salescli.table.problem import NOWHERE, has_errors
from tests.payout import twin
from tests.sheets import workbook

NAMES = ("甲", "乙", "丙", "丁", "戊")
REGIONS = {"甲": "华东", "乙": "华东", "丙": "华南", "丁": "华南", "戊": "华南"}
KNOWN = Known(frozenset({"华东", "华南"}), frozenset({"a", "b"}))
FEN = st.one_of(
    st.integers(-300_00, 30_000_00),
    st.sampled_from([8_000_00, 7_999_99, 8_000_01, 10_000_00, 9_999_99, 10_000_01, 12_000_00, 11_999_99, 12_000_01]),
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.integers(7, 9),
        st.sampled_from(["A", "B"]),
        st.sampled_from([0, 10_000_00, 10_000_00, 7_777_77]),
        FEN,
    ),
    min_size=3,
    max_size=18,
    unique_by=lambda row: row[:3],
)
TIERS = st.lists(
    st.tuples(st.sampled_from([60, 80, 100, 110, 120]), st.integers(1, 60), st.sampled_from([0, 0, 333_33, 1000_00])),
    min_size=1,
    max_size=4,
    unique_by=lambda tier: tier[0],
).map(sorted)
PLANS = st.builds(
    twin.TwinPlan,
    tiers=TIERS,
    marginal=st.booleans(),
    stack=st.booleans(),
    team=st.sampled_from([None, (100, 500_00), (110, 77_77)]),
    month_prizes=st.sampled_from([[], [300_00, 100_01]]),
    quarter_prizes=st.sampled_from([[], [5000_00, 3000_00, 1000_00]]),
    step=st.sampled_from([None, ("A", 3_000_00, 40_00)]),
    quarter_bonus=st.sampled_from([None, (100, 888_88)]),
    cap=st.sampled_from([None, 900_00]),
    floor=st.sampled_from([None, 50_00]),
    factors=st.sampled_from(
        [{}, dict(zip(NAMES, map(Fraction, ("1.1", "1", "0.9", "0.8", "0.8")), strict=True))],
    ),
)


def yuan(fen: int) -> str:
    return f"{Decimal(fen).scaleb(-2):f}"


def wordings(plan: twin.TwinPlan) -> list[tuple[str, str, str]]:
    """The plan as somebody would write it."""
    lines = [
        (f"≥{bound}%", f"提成比例{rate / 10:g}%" + (f"+奖金{yuan(bonus)}元" if bonus else ""), "全体销售员")
        for bound, rate, bonus in plan.tiers
    ]
    if plan.team:
        lines.append((f"区域整体达成率≥{plan.team[0]}%", f"区域人均奖励{yuan(plan.team[1])}元", "所在区域全体成员"))
    for span, amounts in (("月度", plan.month_prizes), ("季度", plan.quarter_prizes)):
        if amounts:
            listed = "、".join(f"{yuan(amount)}元" for amount in amounts)
            lines.append((f"{span}排名", f"{span}TOP{len(amounts)}分别奖励{listed}", "全体销售员"))
    if plan.step:
        lines.append(("不限", f"A产品卖{yuan(plan.step[1])}元奖{yuan(plan.step[2])}元", "全体销售员"))
    if plan.quarter_bonus:
        lines.append((f"季度达成率≥{plan.quarter_bonus[0]}%", f"奖金{yuan(plan.quarter_bonus[1])}元", "全体销售员"))
    for limit, amount in (("封顶", plan.cap), ("保底", plan.floor)):
        if amount is not None:
            lines.append(("不限", f"每月{limit}{yuan(amount)}元", "全体销售员"))
    return lines


def scores(plan: twin.TwinPlan) -> list[ScoreRow]:
    """95, 85, 70, 40 and 59: 优秀, 良好, 合格 and twice 待改进, whose factors the twin was given."""
    values = (95, 85, 70, 40, 59) if plan.factors else ()
    items = ("results", "process", "ability", "teamwork")
    return [
        ScoreRow.model_validate({"person": name, **dict.fromkeys(items, Decimal(value))})
        for name, value in zip(NAMES, values, strict=False)
    ]


def engine(plan: twin.TwinPlan, rows: list[twin.Row]) -> PayoutResult:
    lines = [TierRow(name=f"奖{at}", condition=a, reward=b, scope=c) for at, (a, b, c) in enumerate(wordings(plan))]
    read, said = read_plan(lines, KNOWN)
    assert not has_errors(said), said
    card, wrong = scorecard_of(scores(plan), ScorecardKeys(), "multiplier" if plan.factors else "off")
    assert not wrong
    entries = []
    for name, month, product, target, actual in rows:
        person, money = Person(name, name, None, REGIONS[name]), Decimal(actual).scaleb(-2)
        place = Month(2026, month), REGIONS[name], product
        entries.append(Entry(person, *place, Decimal(target).scaleb(-2), money, money, None, NOWHERE))
    terms = Terms("marginal" if plan.marginal else "whole", Base.SALES, "stack" if plan.stack else "highest")
    result, said = pay(replace(read, scorecard=card), entries, Quarter(2026, 3), terms)
    assert not has_errors(said), said
    return result


@settings(max_examples=200, deadline=None)
@given(PLANS, ROWS)
def test_every_component_is_the_twins(plan: twin.TwinPlan, rows: list[twin.Row]) -> None:
    rows = [*rows, *(("甲", month, "C", 0, 1) for month in (7, 8, 9))]  # each month of the quarter has a row
    result, expected = engine(plan, rows), twin.pay(plan, rows, REGIONS)
    assert {one.person.name for one in result.people} == set(expected)
    for one in result.people:
        own = {name: int(amount * 100) for name, amount in one.components.items() if amount}
        assert own == {name: amount for name, amount in expected[one.person.name].items() if amount}
        assert int(one.total * 100) == sum(expected[one.person.name].values())


def test_a_whole_company_through_files(tmp_path: Path) -> None:
    """Three months of five people with two products, read from workbooks, against the twin."""
    plan = twin.TwinPlan(
        [(80, 15, 0), (100, 20, 1000_00), (120, 30, 3000_00)],
        team=(110, 500_00),
        quarter_prizes=[5000_00, 3000_00, 1000_00],
        step=("A", 100_000_00, 1_000_00),
        quarter_bonus=(100, 2_000_00),
        cap=25_000_00,
        factors=dict(zip(NAMES, map(Fraction, ("1.1", "1", "0.9", "0.8", "0.8")), strict=True)),
    )
    rows = [
        (name, month, product, 400_000_00, (250_000 + 37_313 * at + 61_001 * (month - 7)) * 100 + 7 * at)
        for month in (7, 8, 9)
        for at, name in enumerate(NAMES)
        for product in ("A", "B")
    ]
    monthly = "| 月份 | 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) |\n" + "".join(
        f"| 2026-{month:02} | {REGIONS[name]} | {product}产品 | {name} | {yuan(target)} | {yuan(actual)} |\n"
        for name, month, product, target, actual in rows
    )
    table = "| 激励层级 | 触发条件 | 激励方式 | 适用对象 |\n" + "".join(
        f"| 奖{at} | {' | '.join(line)} |\n" for at, line in enumerate(wordings(plan))
    )
    card = "| 销售员 | 业绩指标(60%) | 过程指标(20%) | 能力指标(10%) | 团队协作(10%) |\n" + "".join(
        f"| {row.person} | {row.results} | {row.process} | {row.ability} | {row.teamwork} |\n" for row in scores(plan)
    )
    tracking = workbook(tmp_path / "t.xlsx", {"月度跟踪": monthly, "绩效评定表": card})
    incentive = workbook(tmp_path / "p.xlsx", {"方案": table})
    options = PayoutOptions(Quarter(2026, 3), scorecard="multiplier")
    outcome = payout(tracking, incentive, options=options, run=RunOptions())
    assert outcome.result is not None, outcome.problems
    expected = twin.pay(plan, rows, REGIONS)
    assert {one.person.name: int(one.total * 100) for one in outcome.result.people} == {
        name: sum(own.values()) for name, own in expected.items()
    }
    assert any(own["cap"] for own in expected.values())
