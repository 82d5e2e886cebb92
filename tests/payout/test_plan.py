"""A plan read line by line, and checked before anybody is paid by it."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest

from salescli.payout.conditions import Span
from salescli.payout.people import Entry, Person
from salescli.payout.plan import Plan
from salescli.payout.reader import read_plan
from salescli.payout.scopes import Known, Scope
from salescli.payout.tables import TIERS, TierRow
from salescli.table.problem import NOWHERE, Problem
from salescli.words.language import Lang

KNOWN = Known(frozenset({"华东", "华南", "华东二区"}), frozenset({"a", "b"}))


def read(*lines: tuple[str, str, str], known: Known = KNOWN) -> tuple[Plan, Sequence[Problem]]:
    rows = [
        TierRow(name=f"奖{at}", condition=condition, reward=reward, scope=scope)
        for at, (condition, reward, scope) in enumerate(lines, start=1)
    ]
    return read_plan(rows, known)


def covers(scope: Scope, region: str, product: str | None = None) -> bool:
    person = Person("人", "人", None, region)
    nothing = Decimal(0)
    return scope.covers(Entry(person, None, region, product, nothing, nothing, nothing, nothing, NOWHERE))


def said(*lines: tuple[str, str, str]) -> list[str]:
    return [item.code.name for item in read(*lines)[1]]


ALL = "全体销售员"


def test_the_documents_plan_is_understood_without_a_word() -> None:
    rows = [TierRow.model_validate(example) for example in TIERS.examples]
    plan, problems = read_plan(rows, KNOWN)
    assert problems == ()
    (ladder,) = plan.ladders
    assert [(rung.name, rung.bound, rung.rate, int(rung.bonus)) for rung in ladder.rungs] == [
        ("基础达标奖", Fraction(4, 5), Fraction(3, 200), 0),
        ("进阶激励奖", Fraction(1), Fraction(1, 50), 1000),
        ("冲刺卓越奖", Fraction(6, 5), Fraction(3, 100), 3000),
    ]
    (team,) = plan.team_ladders
    assert [(rung.bound, int(rung.bonus)) for rung in team.rungs] == [(Fraction(11, 10), 500)]


def test_two_tiers_of_one_cell_get_names_of_their_own() -> None:
    plan, problems = read(("达成率", "达成100%给予8%提成，达成120%给予10%提成", ALL))
    assert problems == ()
    assert [(rung.name, rung.rate) for rung in plan.ladders[0].rungs] == [
        ("奖1(≥100%)", Fraction(2, 25)),
        ("奖1(≥120%)", Fraction(1, 10)),
    ]


def test_a_bonus_in_a_line_of_its_own_joins_the_ladder() -> None:
    plan, problems = read(("≥100%", "提成2%", ALL), ("≥100%", "奖金1000元", ALL), ("≥120%", "奖金3000元", ALL))
    assert problems == ()
    assert [(rung.bound, rung.rate, int(rung.bonus)) for rung in plan.ladders[0].rungs] == [
        (Fraction(1), Fraction(1, 50), 1000),
        (Fraction(6, 5), Fraction(1, 50), 3000),
    ]


def test_a_ranking_may_stand_in_either_cell() -> None:
    prizes = (Decimal(5000), Decimal(3000), Decimal(1000))
    for condition in ("季度排名", "TOP3", "达成率"):
        plan, problems = read((condition, "季度TOP3销售员分别奖励5000元、3000元、1000元", ALL))
        assert problems == ()
        assert [(rule.span, rule.prizes) for rule in plan.rankings] == [(Span.QUARTER, prizes)]
    plan, _ = read(("季度销售冠军", "奖金5000元", ALL))
    assert [rule.prizes for rule in plan.rankings] == [(Decimal(5000),)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("表现好", "提成2%", ALL), "plan-condition"),
        (("≥100%", "旅游一次", ALL), "plan-reward"),
        (("≥100%", "提成2%", "华中销售员"), "plan-scope"),
        (("≥100%", "提成2%", "优秀的人"), "plan-scope"),
        ((">100%", "提成2%", ALL), "plan-strict-bound"),
        (("达成率", "提成2%", ALL), "plan-no-bound"),
        (("区域整体达成率≥110%", "提成2%", ALL), "plan-mismatch"),
        (("≥110%", "区域人均奖励500元", ALL), "plan-mismatch"),
        (("≥100%", "提成2%", "达成率≥120%的销售员"), "plan-contradiction"),
        (("≥100%", "达成率≥110%，提成2%", ALL), "plan-contradiction"),
        (("季度排名", "季度TOP3销售员分别奖励5000元、3000元", ALL), "plan-prize-count"),
    ],
)
def test_what_is_not_understood_is_an_error(line: tuple[str, str, str], code: str) -> None:
    assert said(line) == [code]


def test_the_error_quotes_the_cell_and_lists_the_forms() -> None:
    _, (found,) = read(("≥100%", "提成比例2%+旅游一次", ALL))
    assert "提成比例2%+旅游一次" in found.message(Lang.ZH)
    assert "区域人均奖励500元" in found.message(Lang.ZH)
    assert "提成比例1.5%" in found.message(Lang.EN)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([("≥80%", "提成1%", ALL), ("≥80%", "提成2%", ALL)], "plan-duplicate-bound"),
        ([("≥100%", "提成2%", ALL), ("≥80%", "提成1%", ALL)], "plan-order"),
        ([("≥80%", "提成2%", ALL), ("≥100%", "提成1%", ALL)], "plan-falling-rate"),
        ([("80%-90%", "提成1%", ALL), ("≥100%", "提成2%", ALL)], "plan-gap"),
        ([("80%-100%", "提成1%", ALL)], "plan-gap"),
        ([("80%-110%", "提成1%", ALL), ("≥100%", "提成2%", ALL)], "plan-overlap"),
    ],
)
def test_tiers_that_do_not_fit_together(lines: list[tuple[str, str, str]], code: str) -> None:
    assert said(*lines) == [code]


def test_intervals_that_meet_are_lower_bounds() -> None:
    plan, problems = read(("80%-100%", "提成1%", ALL), ("100%~120%", "提成2%", ALL), ("120%以上", "提成3%", ALL))
    assert problems == ()
    assert [rung.bound for rung in plan.ladders[0].rungs] == [Fraction(4, 5), 1, Fraction(6, 5)]


@pytest.mark.parametrize(
    ("line", "component"),
    [
        (("不限", "转1奖200元", ALL), "referral"),
        (("每周", "单周最高成交奖500元", ALL), "weekly_best"),
        (("每开发一个新客户", "新客开发奖200元", ALL), "new_customer"),
        (("≥100%", "提成2%", "销售经理"), "commission"),
    ],
)
def test_what_is_understood_but_lacks_data_is_said(line: tuple[str, str, str], component: str) -> None:
    plan, problems = read(line)
    assert [rule.component for rule in plan.uncomputed] == [component]
    assert [item.code.name for item in problems] == ["payout-not-computed"]
    assert plan.tiers == ()


def test_a_product_rule_needs_product_lines_in_the_data() -> None:
    bare = Known(frozenset({"华东"}), frozenset())
    plan, problems = read(("不限", "A产品卖10万奖1万", ALL), known=bare)
    assert (plan.steps, [item.code.name for item in problems]) == ((), ["payout-not-computed"])


def test_regions_match_whole() -> None:
    plan, problems = read(("≥100%", "提成2%", "华东区域销售员"))
    assert problems == ()
    scope = plan.tiers[0].scope
    assert covers(scope, "华东")
    assert covers(scope, "华东大区")
    assert not covers(scope, "华东二区")
    assert not covers(scope, "华南")


def test_products_and_several_names() -> None:
    plan, problems = read(("≥100%", "提成2%", "A产品销售员"), ("≥100%", "提成3%", "华东、华南销售员"))
    assert problems == ()
    assert covers(plan.tiers[0].scope, "华东", "A产品线")
    assert not covers(plan.tiers[0].scope, "华东", "B产品")
    assert covers(plan.tiers[1].scope, "华南")


def test_an_empty_plan_is_an_error() -> None:
    assert said() == ["plan-empty"]


@pytest.mark.parametrize(
    ("condition", "product"),
    [
        ("A产品销售额", "a"),
        ("A产品", "a"),
        ("A产品销量", "a"),
        ("B产品月销售额", "b"),
        ("销售A产品", "a"),
        ("A", "a"),
        ("每月A产品线的销售额", "a"),
        ("D产品", "d"),
        ("月销售额", None),
        ("销售额", None),
        ("不限", None),
    ],
)
def test_a_product_line_in_the_condition_narrows_a_step(condition: str, product: str | None) -> None:
    plan, problems = read((condition, "每满10万奖1000元", ALL))
    assert problems == ()
    assert [(rule.product, rule.size) for rule in plan.steps] == [(product, Decimal(100_000))]


def test_a_product_line_in_the_condition_narrows_tiers_and_rankings() -> None:
    plan, problems = read(
        ("A产品销售额", "达成100%给予8%提成", ALL), ("A产品销售额", "月度TOP2分别奖励500元、300元", ALL)
    )
    assert problems == ()
    assert [tier.scope.products for tier in plan.tiers] == [{"a"}]
    assert [ranking.scope.products for ranking in plan.rankings] == [{"a"}]


@pytest.mark.parametrize(
    ("condition", "reward", "code"),
    [
        ("旗舰版老客户", "每满10万奖1000元", "plan-condition"),
        ("回款额", "每满10万奖1000元", "plan-condition"),
        ("A产品新客户首单", "每满10万奖1000元", "plan-condition"),
        ("A产品", "B产品每满10万奖1000元", "plan-mismatch"),
        ("≥80%", "每满10万奖1000元", "plan-mismatch"),
        ("不限", "老客户每满10万奖1000元", "plan-reward"),
        ("新客户首单≥1万", "新客开发奖200元", "plan-condition"),
        ("每个新客户", "新客开发奖200元，老客户除外", "plan-reward"),
        ("A产品", "区域人均奖励500元", "plan-mismatch"),
    ],
)
def test_a_word_that_is_not_understood_is_never_left_out(condition: str, reward: str, code: str) -> None:
    assert said((condition, reward, ALL)) == [code]


def test_a_product_line_in_the_condition_and_another_in_the_scope_clash() -> None:
    assert said(("A产品", "达成100%给予8%提成", "B产品销售员")) == ["plan-mismatch"]


def test_a_position_that_bears_the_name_of_everybody() -> None:
    known = Known(frozenset({"华东"}), frozenset(), frozenset({"销售员", "销售经理"}))
    for cell, regions in (("岗位：销售员", set()), ("岗位为销售员", set()), ("华东岗位为销售员", {"华东"})):
        plan, problems = read(("≥80%", "提成1%", cell), ("≥80%", "提成2%", "销售经理"), known=known)
        assert problems == ()
        assert [(set(tier.scope.regions), set(tier.scope.positions)) for tier in plan.tiers] == [
            (regions, {"销售员"}),
            (set(), {"销售经理"}),
        ]


def test_a_rate_above_half_is_a_slip() -> None:
    assert said(("≥80%", "提成150%", ALL)) == ["plan-rate-high"]
    assert said(("≥80%", "提成50%", ALL)) == []


@pytest.mark.parametrize(
    "line", [("区域季度达成率≥100%", "区域人均奖励500元", ALL), ("区域达成率≥100%", "区域人均奖励500元", "销售经理")]
)
def test_a_team_award_that_cannot_be_worked_out_is_refused(line: tuple[str, str, str]) -> None:
    plan, problems = read(line, known=Known(frozenset({"华东"}), frozenset(), frozenset({"销售经理"})))
    assert [item.code.name for item in problems] == ["plan-team-kind"]
    assert not plan.rules
