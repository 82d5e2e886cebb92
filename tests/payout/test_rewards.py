"""What a 激励方式 cell can grant."""

from decimal import Decimal
from fractions import Fraction

import pytest

from salescli.payout.conditions import Bound, RankBy, Span
from salescli.payout.occasions import Event, Occasion, read_event
from salescli.payout.people import Base
from salescli.payout.rewards import Clause, EveryFull, Head, Pay, Prizes, StrictReward, read_reward, read_step

TWO = Fraction(1, 50)
THOUSAND = Decimal(1000)


@pytest.mark.parametrize(
    ("cell", "rate", "bonus"),
    [
        ("提成比例1.5%", Fraction(3, 200), None),
        ("提成比例１．５％", Fraction(3, 200), None),
        ("提成2%", TWO, None),
        ("2%提成", TWO, None),
        ("佣金比例：2%", TWO, None),
        ("提成比例2%+额外奖金1000元", TWO, THOUSAND),
        ("提成比例2%＋額外獎金1,000元", TWO, THOUSAND),
        ("提成2%，奖励1000元", TWO, THOUSAND),
        ("奖金3000元", None, Decimal(3000)),
        ("奖金0.3万", None, Decimal(3000)),
        ("一次性奖励1,000.50元", None, Decimal("1000.50")),
        ("commission 2% + bonus 1000", TWO, THOUSAND),
        ("提成2个点", TWO, None),
        ("提成2.5个百分点", Fraction(1, 40), None),
        ("5‰", Fraction(1, 200), None),
        ("1.5%", Fraction(3, 200), None),
        ("2%+1000元", TWO, THOUSAND),
    ],
)
def test_rates_and_bonuses(cell: str, rate: Fraction | None, bonus: Decimal | None) -> None:
    assert read_reward(cell) == Pay((Clause(None, rate, bonus),))


@pytest.mark.parametrize(
    ("cell", "first", "second"),
    [
        ("销售额达成率≥100%，提成比例2%；达成率≥120%，提成比例3%", (1, 2), (Fraction(6, 5), 3)),
        ("销售额达成率≥100%，提成比例2%\n达成率≥120%，提成比例3%", (1, 2), (Fraction(6, 5), 3)),
        ("达成100%给予8%提成，达成120%给予10%提成", (1, 8), (Fraction(6, 5), 10)),
        ("≥100%:2%;≥120%:3%", (1, 2), (Fraction(6, 5), 3)),
        ("100%以上按2%，120%以上按3%", (1, 2), (Fraction(6, 5), 3)),
    ],
)
def test_two_tiers_in_one_cell(cell: str, first: tuple[int, int], second: tuple[Fraction, int]) -> None:
    clauses = tuple(Clause(Bound(Fraction(low)), Fraction(rate, 100)) for low, rate in (first, second))
    assert read_reward(cell) == Pay(clauses)


def test_intervals_in_one_cell() -> None:
    assert read_reward("80%-100%提成1.5%,100%-120%提成2%,120%以上提成3%+1000元") == Pay(
        (
            Clause(Bound(Fraction(4, 5), Fraction(1)), Fraction(3, 200)),
            Clause(Bound(Fraction(1), Fraction(6, 5)), TWO),
            Clause(Bound(Fraction(6, 5)), Fraction(3, 100), THOUSAND),
        )
    )


def test_a_rate_that_names_its_base() -> None:
    assert read_reward("按销售额1.5%提成") == Pay((Clause(None, Fraction(3, 200), base=Base.SALES),))
    assert read_reward("按回款额的2%计提") == Pay((Clause(None, TWO, base=Base.COLLECTED),))
    assert read_reward("回款额×2%") == Pay((Clause(None, TWO, base=Base.COLLECTED),))


@pytest.mark.parametrize("cell", ["区域人均奖励500元", "人均500元", "每人奖励500元", "500元/人"])
def test_an_amount_a_head(cell: str) -> None:
    assert read_reward(cell) == Head(Decimal(500))


def test_prizes() -> None:
    listed = (Decimal(5000), Decimal(3000), Decimal(1000))
    cell = "季度TOP3销售员分别奖励5000元、3000元、1000元"
    assert read_reward(cell) == Prizes(listed, Span.QUARTER, None, 3)
    assert read_reward("季度前三名分别奖励5,000元、3,000元、1,000元") == Prizes(listed, Span.QUARTER, None, 3)
    assert read_reward("第一名5000元、第二名3000元、第三名1000元") == Prizes(listed)
    assert read_reward("月度达成率TOP2各奖励500元") == Prizes(
        (Decimal(500),), Span.MONTH, RankBy.ACHIEVEMENT, 2, each=True
    )


def test_steps() -> None:
    assert read_reward("A产品卖10万奖1万") == EveryFull(Decimal(100_000), Decimal(10_000), "a产品")
    assert read_reward("A产品每满10万元奖励1万元") == EveryFull(Decimal(100_000), Decimal(10_000), "a产品")
    assert read_reward("每满10万奖1万") == EveryFull(Decimal(100_000), Decimal(10_000))
    assert read_step("A产品每满10万", "奖1万") == EveryFull(Decimal(100_000), Decimal(10_000), "a产品")


def test_events() -> None:
    assert read_event("转介绍", "不限", "转1奖200元") == Occasion(Event.REFERRAL, Decimal(200))
    assert read_event("单周最高成交奖", "每周", "奖金500元") == Occasion(Event.WEEKLY_BEST, Decimal(500))
    assert read_event("奖励", "不限", "单周最高成交奖500元") == Occasion(Event.WEEKLY_BEST, Decimal(500))
    assert read_event("新客开发奖", "每个新客户", "200元/个") == Occasion(Event.NEW_CUSTOMER, Decimal(200))


@pytest.mark.parametrize(
    ("name", "condition", "reward", "expected"),
    [
        ("转介绍奖", "每转介绍1个新客户", "奖励200元", Occasion(Event.REFERRAL, Decimal(200))),
        ("转介绍奖", "不限", "奖1200元", Occasion(Event.REFERRAL, Decimal(1200))),
        ("老带新", "成功推荐新客户", "500元/位", Occasion(Event.REFERRAL, Decimal(500))),
        ("周冠军", "每周销售冠军", "奖金500元", Occasion(Event.WEEKLY_BEST, Decimal(500))),
        ("周冠军", "单周最高成交≥5万", "奖金500元", Occasion(Event.WEEKLY_BEST, Decimal(500), Decimal(50_000))),
        (
            "周冠军",
            "每周销售额最高，且不低于5万元",
            "奖金500元",
            Occasion(Event.WEEKLY_BEST, Decimal(500), Decimal(50_000)),
        ),
        ("新客开发奖", "新客户首单≥1万", "200元/个", None),
        ("新客开发奖", "每个新客户", "大客户除外200元", None),
        ("转介绍奖", "A级客户转介绍", "转1奖200元", None),
    ],
)
def test_every_word_of_an_event_is_understood_or_none(
    name: str, condition: str, reward: str, expected: Occasion | None
) -> None:
    assert read_event(name, condition, reward) == expected


def test_a_strict_tier_in_the_cell() -> None:
    assert read_reward("达成率>100%，提成2%") == StrictReward()


@pytest.mark.parametrize(
    "cell",
    [
        "旅游奖励",
        "提成比例2%+旅游",
        "提成比例2%以上",
        "提成2",
        "提成2%+提成3%",
        "奖金-500元",
        "奖金1.005元",
        "达成100%",
        "奖金1000元/人次",
        "股票期权",
        "前三名分别奖励5、3、1千元",
        "A产品卖10万奖1万，B产品卖20万奖1万",
        "",
    ],
)
def test_anything_else_is_not_understood_as_a_whole(cell: str) -> None:
    assert read_reward(cell) is None
