"""What holds for every plan and all people: components add up, marginal pay telescopes, more sold never pays less."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from salescli.measure.money import to_fen
from salescli.measure.period import Month, Quarter
from salescli.payout.choices import Terms
from salescli.payout.cliffs import cliffs
from salescli.payout.pay import pay
from salescli.payout.people import Base, Entry, Person
from salescli.payout.plan import Plan
from salescli.payout.reader import read_plan
from salescli.payout.scales import MarginalRate, Standing
from salescli.payout.scopes import Known
from salescli.payout.tables import TierRow
from salescli.table.problem import NOWHERE, has_errors

KNOWN = Known(frozenset({"华东", "华南"}), frozenset({"a"}))
MONTHS = Quarter(2026, 3).months()
FEN = st.integers(-200_000, 4_000_000).map(lambda fen: Decimal(fen).scaleb(-2))
TARGET = st.sampled_from([Decimal(0), Decimal(5000), Decimal("9999.99"), Decimal(20000)])


def plan_of(bounds: list[int], rates: list[int], bonuses: list[int], extra: list[tuple[str, str, str]]) -> Plan:
    lines = [
        (f"≥{bound}%", f"提成{rate / 10:g}%" + (f"+奖金{bonus}元" if bonus else ""), "全体销售员")
        for bound, rate, bonus in zip(sorted(set(bounds)), rates, bonuses, strict=False)
    ]
    rows = [TierRow(name=f"奖{at}", condition=a, reward=b, scope=c) for at, (a, b, c) in enumerate([*lines, *extra])]
    plan, said = read_plan(rows, KNOWN)
    assert not has_errors(said)
    return plan


EXTRA = (
    ("区域整体达成率≥110%", "区域人均奖励500元", "所在区域全体成员"),
    ("季度排名", "季度TOP2分别奖励500元、300元", "全体销售员"),
    ("月度达成率前2", "分别奖励50.01元、30元", "华东销售员"),
    ("不限", "A产品卖1000奖7.77元", "全体销售员"),
    ("不限", "每月封顶900元", "全体销售员"),
    ("不限", "每月保底100元", "华南销售员"),
)
PLANS = st.builds(
    plan_of,
    st.lists(st.integers(50, 150), min_size=1, max_size=4),
    st.lists(st.integers(1, 99), min_size=4, max_size=4),
    st.lists(st.sampled_from([0, 1, 300]), min_size=4, max_size=4),
    st.lists(st.sampled_from(EXTRA), unique=True),
)
TERMS = st.builds(
    Terms,
    st.sampled_from(["whole", "marginal"]),
    st.just(Base.SALES),
    st.sampled_from(["highest", "stack"]),
)


def entry(name: str, region: str, month: Month, target: Decimal, actual: Decimal) -> Entry:
    person = Person(name, name, None, region)
    return Entry(person, month, region, "A", target, actual, actual, actual, NOWHERE)


ENTRIES = st.lists(st.tuples(TARGET, FEN), min_size=6, max_size=6).map(
    lambda figures: [
        entry(f"人{at % 2}", ("华东", "华南")[at % 2], MONTHS[at // 2], *pair) for at, pair in enumerate(figures)
    ]
)


@given(PLANS, ENTRIES, TERMS)
def test_components_and_steps_both_add_up_to_the_total(plan: Plan, entries: list[Entry], terms: Terms) -> None:
    result, _ = pay(plan, entries, Quarter(2026, 3), terms)
    for one in result.people:
        assert tuple(one.components) == plan.components
        for name, amount in one.components.items():
            told = [step.amount for step in one.steps if step.component == name and step.amount is not None]
            assert sum(told, Decimal(0)) == amount == to_fen(amount)
        assert one.total == sum(one.components.values(), Decimal(0))
        assert one.components.get("cap", Decimal(0)) <= 0 <= one.components.get("floor", Decimal(0))
    assert result.total == sum((result.sum_of(name) for name in plan.components), Decimal(0))


@given(PLANS, TARGET.filter(bool), FEN, st.integers(0, 500_000), TERMS)
def test_pay_falls_only_where_the_plan_check_said_so(
    plan: Plan, target: Decimal, sold: Decimal, more: int, terms: Terms
) -> None:
    if any(cliffs(plan, [target], terms)):
        return
    month = MONTHS[0]
    less, _ = pay(plan, [entry("人", "华南", month, target, sold)], month, terms)
    higher, _ = pay(plan, [entry("人", "华南", month, target, sold + Decimal(more).scaleb(-2))], month, terms)
    assert less.total <= higher.total


@given(PLANS, st.lists(FEN.filter(lambda amount: amount >= 0), min_size=1, max_size=12))
def test_marginal_commission_telescopes_over_the_year_to_date(plan: Plan, months: list[Decimal]) -> None:
    """The increases month by month are what the whole year earns: each rung's rise × the sales above its bound."""
    rungs, target = plan.ladders[0].rungs, Decimal(60_000)
    scale = MarginalRate(rungs)
    sold, before, increases = Decimal(0), Fraction(0), []
    for amount in months:
        sold += amount
        now = sum((part.earned for part in scale.calc(Standing(target, sold, sold))), Fraction(0))
        increases.append(now - before)
        before = now
    year = Fraction(0)
    for below, rung in zip((None, *rungs), rungs, strict=False):
        rise = rung.rate - (below.rate if below else 0)
        year += rise * max(Fraction(0), Fraction(sold) - rung.bound * Fraction(target))
    assert sum(increases, Fraction(0)) == year
    assert all(increase >= 0 for increase in increases)
