"""The structured form of a plan: what was understood, and the same plan when it is read back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month, Quarter
from salescli.payout.choices import Terms
from salescli.payout.fingerprint import plan_fingerprint
from salescli.payout.plan import Plan
from salescli.payout.reader import read_plan
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.payout.scopes import Known
from salescli.payout.structure import bare, structure
from salescli.payout.tables import TierRow
from salescli.table.outcome import Outcome
from salescli.table.problem import has_errors
from tests.payout.sheets import MONTHLY, PLAN, codes, run
from tests.payout.test_cli import call
from tests.sheets import workbook, written

KNOWN = Known(frozenset({"华东", "华南", "华北"}), frozenset({"a", "b", "c"}), frozenset({"销售经理", "大客户专员"}))
NO_ROSTER = replace(KNOWN, positions=frozenset())
RULE_HEAD = "| 规则名称 | 规则类型 | 达标线(%) | 提成比例(%) | 规则金额(元) | 名次奖金(元) | 适用区域 |\n"
EVERYTHING = (
    PLAN
    + "| 季度之星 | 季度排名，达成率≥90% | 季度TOP3销售员分别奖励5000元、3000元、1000元 | 全体销售员 |\n"
    + "| 冲量 | 不限 | A产品卖10万奖1万 | 华东销售员 |\n"
    + "| 封顶 | 不限 | 每月封顶20000元 | 全体销售员 |\n"
    + "| 保底 | 不限 | 保底3000元 | 华南、华北销售员 |\n"
    + "| 经理 | ≥100% | 提成5% | 销售经理 |\n"
)


def again(plan: Plan) -> Plan:
    read, said = read_plan((), KNOWN, structure(plan))
    assert not has_errors(said)
    return read


def structured(folder: Path, rules: str) -> Outcome[PayoutResult]:
    tracking = workbook(folder / "t.xlsx", {"月度跟踪": MONTHLY})
    return payout(tracking, workbook(folder / "p.xlsx", {"激励方案结构表": rules}))


PERCENT = st.integers(1, 3000).map(lambda bp: f"{bp / 10:g}%")
SCOPE = st.sampled_from(
    [
        "全体销售员",
        "华东销售员",
        "华南、华北销售员",
        "A产品销售员",
        "B产品、C产品销售员",
        "销售经理",
        "大客户专员、销售经理",
        "华东区大客户专员",
    ]
)
DATES = st.sampled_from(
    [(None, None), (date(2026, 7, 1), None), (None, date(2026, 9, 30)), (date(2026, 1, 1), date(2026, 2, 28))]
)
YUAN = st.integers(1, 10**7).map(lambda fen: f"{fen / 100:.2f}元")
LINES = st.one_of(
    st.tuples(PERCENT.map("≥{}".format), PERCENT.map("提成比例{}".format), SCOPE),
    st.tuples(PERCENT.map("达到{}".format), st.builds("提成{}+奖金{}".format, PERCENT, YUAN), SCOPE),
    st.tuples(PERCENT.map("{}以上".format), YUAN.map("额外奖金{}".format), SCOPE),
    st.tuples(st.just("达成率"), st.builds("达成率≥{}，提成2%；达成率≥350%，提成3%".format, PERCENT), SCOPE),
    st.tuples(PERCENT.map("区域整体达成率≥{}".format), YUAN.map("区域人均奖励{}".format), st.just("所在区域全体成员")),
    st.tuples(PERCENT.map("季度达成率≥{}".format), YUAN.map("额外奖金{}".format), SCOPE),
    st.tuples(PERCENT.map("年度达成率≥{}".format), PERCENT.map("提成{}".format), SCOPE),
    st.tuples(st.sampled_from(["季度排名", "月度达成率前2", "年度销售额前2"]), st.just("分别奖励500元、300元"), SCOPE),
    st.tuples(st.just("不限"), st.sampled_from(["A产品卖10万奖1万", "每满5万奖200元"]), SCOPE),
    st.tuples(st.just("不限"), YUAN.map("封顶{}".format), st.just("华东销售员")),
    st.tuples(st.just("≥100%"), st.just("提成1%"), st.just("销售经理")),
)


@given(st.lists(st.tuples(LINES, DATES), max_size=8), st.sampled_from([KNOWN, NO_ROSTER]))
def test_any_plan_in_words_is_the_same_plan_in_columns(
    lines: list[tuple[tuple[str, str, str], tuple[date | None, date | None]]], known: Known
) -> None:
    rows = [
        TierRow(name=f"奖{at}", condition=a, reward=b, scope=c, since=since, until=until)
        for at, ((a, b, c), (since, until)) in enumerate(lines)
    ]
    plan, said = read_plan(rows, known)
    assert not {item.code.name for item in said} & {"plan-condition", "plan-reward", "plan-scope"}
    read, _ = read_plan((), known, structure(plan))
    assert bare(read) == bare(plan)
    assert structure(read) == structure(plan)
    for period in (None, Quarter(2026, 1), Month(2026, 8)):
        assert plan_fingerprint(read, Terms(), period) == plan_fingerprint(plan, Terms(), period)


def test_every_kind_of_rule_gets_through() -> None:
    rows = [
        TierRow(name=name, condition=condition, reward=reward, scope=scope)
        for name, condition, reward, scope in (
            [part.strip() for part in line.strip("| ").split("|")] for line in EVERYTHING.splitlines()[1:]
        )
    ]
    plan, said = read_plan(rows, KNOWN)
    assert not has_errors(said)
    assert [len(group) for group in (plan.tiers, plan.team, plan.rankings, plan.steps, plan.limits)] == [4, 1, 1, 1, 2]
    assert len(plan.uncomputed) == 0
    assert bare(again(plan)) == bare(plan)
    assert plan.limits[1].scope.regions == {"华南", "华北"}


def test_the_written_sheet_is_itself_a_plan(tmp_path: Path) -> None:
    first = run(tmp_path, plan=EVERYTHING, output=tmp_path / "o.xlsx")
    again = payout(tmp_path / "跟踪.xlsx", tmp_path / "o.xlsx", tmp_path / "o2.xlsx", run=RunOptions(force=True))
    assert first.result is not None
    assert again.result is not None, codes(again)
    assert bare(again.result.plan) == bare(first.result.plan)
    assert again.result.document() == first.result.document() | {
        "not_computed": again.result.document()["not_computed"]
    }
    assert written(tmp_path / "o2.xlsx", "激励方案结构表") == written(tmp_path / "o.xlsx", "激励方案结构表")


def test_a_structured_plan_by_hand(tmp_path: Path) -> None:
    rules = (
        RULE_HEAD
        + "| 基础 | 个人档位 | 80% | 1.5% | | | |\n"
        + "| 进阶 | 个人档位 | 100% | 2% | 1,000 | | |\n"
        + "| 团队 | 团队奖 | 110% | | 500 | | |\n"
        + "| 月冠军 | 排名奖 | | | | 800、300 | 华东、华北 |\n"
    )
    outcome = structured(tmp_path, rules)
    assert outcome.result is not None, codes(outcome)
    assert [str(one.total) for one in outcome.result.people] == ["17800.00", "0.00", "8100.00"]
    assert codes(outcome) == ["payout-ranking-waits"]
    assert outcome.result.document()["plan"][1] == {
        "name": "进阶",
        "kind": "tier",
        "bound": "1.000000",
        "upper": None,
        "rate": "0.020000",
        "amount": "1000.00",
        "size": None,
        "prizes": None,
        "by": None,
        "span": None,
        "sold": None,
        "regions": None,
        "products": None,
        "positions": None,
        "since": None,
        "until": None,
        "original": "≥100% → 2%+1,000 → ",
    }


@pytest.mark.parametrize(
    ("line", "code", "cell"),
    [
        ("| 甲 | 个人档位 | | 2% | | | |", "plan-rule-lacks", "C2"),
        ("| 甲 | 个人档位 | 80% | | | | |", "plan-rule-lacks", "D2"),
        ("| 甲 | 团队奖 | 80% | | | | |", "plan-rule-lacks", "E2"),
        ("| 甲 | 排名奖 | | | | 三个奖 | |", "plan-rule-prizes", "F2"),
        ("| 甲 | 排名奖 | | | | 100、300 | |", "plan-rule-prizes", "F2"),
        ("| 甲 | 封顶 | | | | | |", "plan-rule-lacks", "E2"),
    ],
)
def test_what_a_rule_lacks_is_said_at_its_cell(tmp_path: Path, line: str, code: str, cell: str) -> None:
    outcome = structured(tmp_path, RULE_HEAD + line)
    assert (outcome.problems[0].code.name, outcome.problems[0].place.cell) == (code, cell)
    assert outcome.blocked


def test_one_plan_in_two_forms_is_one_too_many(tmp_path: Path) -> None:
    tracking = workbook(tmp_path / "t.xlsx", {"月度跟踪": MONTHLY})
    rules = RULE_HEAD + "| 甲 | 个人档位 | 80% | 1% | | | |"
    both = workbook(tmp_path / "p.xlsx", {"方案": PLAN, "激励方案结构表": rules})
    assert codes(payout(tracking, both)) == ["plan-twice"]


def test_explain_plan_on_the_screen(tmp_path: Path) -> None:
    shown = call(tmp_path, "--explain-plan")
    assert shown.exit_code == 0
    for piece in ("Personal tier", "80%", "1.5%", "Team award", "500"):
        assert piece in shown.stdout
    assert "小张" not in shown.stdout


def test_a_rule_by_position_in_columns_needs_a_roster(tmp_path: Path) -> None:
    """Without one it would be for nobody, and say nothing."""
    rules = "| 规则名称 | 规则类型 | 达标线(%) | 提成比例(%) | 适用岗位 |\n| 经理 | 个人档位 | 100% | 3% | 销售经理 |\n"
    outcome = structured(tmp_path, rules)
    first = outcome.problems[0]
    assert (first.code.name, first.place.cell) == ("plan-needs-roster", "E2")
    roster = "| 销售员 | 区域 | 岗位 |\n| 小张 | 华东 | 销售经理 |\n| 小李 | 华南 | 销售 |\n| 小王 | 华北 | 销售 |\n"
    options = PayoutOptions(also=(workbook(tmp_path / "r.xlsx", {"销售员名册": roster}),))
    paid = payout(tmp_path / "t.xlsx", tmp_path / "p.xlsx", options=options).result
    assert paid is not None
    assert [str(one.total) for one in paid.people] == ["25200.00", "0.00", "0.00"]
