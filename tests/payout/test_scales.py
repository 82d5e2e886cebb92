"""Scales against figures worked by hand and against a twin that pays fen by fen."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from salescli.measure.rounding import half_up
from salescli.payout.choices import Terms
from salescli.payout.cliffs import cliffs
from salescli.payout.plan import Ladder, Plan, Tier, Wording
from salescli.payout.scales import (
    EveryFullStep,
    HighestBonus,
    MarginalRate,
    StackedBonus,
    Standing,
    WholeRate,
    earned,
)
from salescli.payout.scopes import EVERYONE
from salescli.payout.tiers import just_below, part_of
from salescli.table.problem import NOWHERE

WORDS = Wording("奖", "", "", "", NOWHERE)


def ladder(*tiers: tuple[int, str | None, int | None]) -> Ladder:
    """Tiers as (bound in %, rate in %, bonus)."""
    made = tuple(
        Tier(
            f"{bound}%",
            Fraction(bound, 100),
            WORDS,
            rate=None if rate is None else Fraction(rate) / 100,
            bonus=None if bonus is None else Decimal(bonus),
        )
        for bound, rate, bonus in tiers
    )
    return Ladder(EVERYONE, made)


DOCUMENTS = ladder((80, "1.5", None), (100, "2", 1000), (120, "3", 3000))


def standing(target: str, actual: str, base: str | None = None) -> Standing:
    return Standing(Decimal(target), Decimal(actual), Decimal(base or actual))


def whole(one: Standing) -> Decimal:
    return earned(WholeRate(DOCUMENTS.rungs).calc(one))


def test_whole_at_each_bound_and_a_fen_below() -> None:
    assert whole(standing("1000", "799.99")) == 0
    assert whole(standing("1000", "800.00")) == Decimal("12.00")
    assert whole(standing("1000", "999.99")) == Decimal("15.00")  # 14.99985
    assert whole(standing("1000", "1000.00")) == Decimal("20.00")
    assert whole(standing("1000", "1199.99")) == Decimal("24.00")  # 23.9998
    assert whole(standing("1000", "1200.00")) == Decimal("36.00")


def test_displayed_as_reached_is_not_reached() -> None:
    almost = standing("250000", "249900")  # 99.96 %, which displays as 100.0 %
    assert whole(almost) == Decimal("3748.50")
    part, _ = part_of(DOCUMENTS, almost, None, Terms())
    assert part.rung is not None
    assert part.rung.name == "80%"
    assert part.missing == Decimal("100.00")
    assert len(part.remarks) == 1


def test_marginal_golden() -> None:
    slices = MarginalRate(DOCUMENTS.rungs).calc(standing("800000", "840000"))
    assert [(int(part.low), int(part.high), int(part.earned)) for part in slices] == [
        (640000, 800000, 2400),
        (800000, 840000, 800),
    ]


def test_marginal_runs_on_where_more_was_collected_than_sold() -> None:
    collected = standing("1000", "900", "1300")  # the 100 % tier is not reached: 800..1300 at 1.5 %
    assert earned(MarginalRate(DOCUMENTS.rungs).calc(collected)) == Decimal("7.50")


def test_half_a_fen_goes_up() -> None:
    one = ladder((0, "1", None))
    assert earned(WholeRate(one.rungs).calc(standing("1", "100.50"))) == Decimal("1.01")  # 1.005


def test_bonus_highest_or_stacked() -> None:
    top = standing("1000", "1250")
    assert earned(HighestBonus(DOCUMENTS.rungs).calc(top)) == 3000
    assert earned(StackedBonus(DOCUMENTS.rungs).calc(top)) == 4000
    assert HighestBonus(DOCUMENTS.rungs).calc(standing("1000", "900")) == ()


def test_steps_are_whole() -> None:
    scale = EveryFullStep(Decimal(100_000), Decimal(10_000))
    assert scale.calc(standing("0", "99999.99")) == ()
    assert earned(scale.calc(standing("0", "100000"))) == 10_000
    assert earned(scale.calc(standing("0", "299999.99"))) == 20_000
    assert scale.calc(standing("0", "-250000")) == ()


def test_nothing_below_zero_and_nothing_without_a_target() -> None:
    assert WholeRate(DOCUMENTS.rungs).calc(standing("1000", "1200", "-5")) == ()
    assert MarginalRate(DOCUMENTS.rungs).calc(standing("1000", "1200", "-5")) == ()
    assert WholeRate(DOCUMENTS.rungs).calc(standing("0", "1200")) == ()
    assert standing("0", "1200").achievement is None


fen = st.integers(1, 3000).map(lambda amount: Decimal(amount).scaleb(-2))
rates = st.integers(0, 40).map(lambda rate: str(Decimal(rate) / 4))
ladders = st.lists(st.integers(0, 200), min_size=1, max_size=4, unique=True).flatmap(
    lambda bounds: st.tuples(*(st.tuples(st.just(at), rates, st.integers(1, 9)) for at in sorted(bounds)))
)


@given(ladders, st.integers(1, 4), st.integers(0, 900))
def test_marginal_equals_paying_fen_by_fen(tiers: tuple[tuple[int, str, int], ...], target: int, sold: int) -> None:
    """Whole yuan of target and whole per cent make every bound a whole fen, so the twin can pay each fen alone."""
    total = Fraction(0)
    for paid in range(sold):
        passed = [Fraction(rate) for bound, rate, _ in tiers if bound * target <= paid]
        total += Fraction(1, 100) * (passed[-1] if passed else 0) / 100
    slices = MarginalRate(ladder(*tiers).rungs).calc(standing(str(target), str(Decimal(sold).scaleb(-2))))
    assert sum((part.earned for part in slices), Fraction(0)) == total


figures = st.one_of(
    st.integers(-500_00, 5_000_00).map(lambda amount: Decimal(amount).scaleb(-2)),
    st.integers(-10, 400).map(Decimal),
    st.decimals(-(10**16), 10**16, places=4),
)


@given(ladders, figures, figures, figures)
def test_the_sums_of_a_ladder_are_those_of_its_scales(
    tiers: tuple[tuple[int, str, int], ...], target: Decimal, actual: Decimal, base: Decimal
) -> None:
    """The engine reckons in whole numbers what the scales show part by part in exact fractions."""
    one, own = ladder(*tiers), Standing(target, actual, base)
    count = one.sums.reached(target, actual)
    assert count == sum(own.reaches(rung.bound) for rung in one.rungs)
    assert one.sums.whole(count, base) == earned(WholeRate(one.rungs).calc(own))
    assert one.sums.marginal(count, target, base) == earned(MarginalRate(one.rungs).calc(own))
    assert one.sums.highest[count] == earned(HighestBonus(one.rungs).calc(own))
    assert one.sums.stacked[count] == earned(StackedBonus(one.rungs).calc(own))


@given(ladders, figures, figures, st.sampled_from(["whole", "marginal"]))
def test_what_a_part_earns_is_what_its_steps_tell(
    tiers: tuple[tuple[int, str, int], ...], target: Decimal, actual: Decimal, mode: str
) -> None:
    terms = Terms(mode="whole" if mode == "whole" else "marginal")
    part, tale = part_of(ladder(*tiers), Standing(target, actual, actual), None, terms)
    told = {"commission": Decimal(0), "bonus": Decimal(0)}
    for step in tale.steps():
        told[step.component] += step.amount or 0
    assert dict(tale.earned) == told == {"commission": part.commission, "bonus": part.bonus}


@given(figures, figures, st.integers(0, 3000))
def test_shown_as_a_bound_that_is_not_reached(target: Decimal, actual: Decimal, tenths: int) -> None:
    """Against the displayed figure itself: achievement in percent with one decimal, half up."""
    bound = Fraction(tenths, 1000)
    one = Ladder(EVERYONE, (Tier("奖", bound, WORDS, rate=Fraction(1, 100)),))
    own = Standing(target, actual, actual)
    part, _ = part_of(one, own, None, Terms())
    shown = own.achievement is not None and half_up(own.achievement * 100, 1) >= bound * 100
    assert just_below(part) == (shown and not own.reaches(bound))


@given(ladders, fen, fen, fen, st.sampled_from(["whole", "marginal"]), st.sampled_from(["highest", "stack"]))
def test_pay_never_falls_unless_the_plan_check_said_so(
    tiers: tuple[tuple[int, str, int], ...], target: Decimal, actual: Decimal, more: Decimal, mode: str, bonus: str
) -> None:
    terms = Terms(mode="whole" if mode == "whole" else "marginal", bonus="highest" if bonus == "highest" else "stack")
    one = ladder(*tiers)
    assume(not list(cliffs(Plan(one.tiers), [target], terms)))
    before, _ = part_of(one, standing(str(target), str(actual)), None, terms)
    after, _ = part_of(one, standing(str(target), str(actual + more)), None, terms)
    assert before.commission + before.bonus <= after.commission + after.bonus


def test_the_plan_check_says_where_more_pays_less() -> None:
    falling = ladder((80, "3", None), (100, "2", 5))
    found = list(cliffs(Plan(falling.tiers), [Decimal(400), Decimal(1000)], Terms()))
    # at 400: 12 before, 8 + 5 = 13 after; at 1000: 30 before, 20 + 5 = 25 after
    assert [(item.details["target"], item.details["before"], item.details["after"]) for item in found] == [
        ("1,000", "30", "25")
    ]
    assert list(cliffs(Plan(falling.tiers), [Decimal(1000)], Terms(mode="marginal"))) == []
