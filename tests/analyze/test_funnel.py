"""The funnel: conversions, the weakest stage, stages past their standard, and what each needs for the target."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from salescli.analyze.diagnosis import FunnelRow
from salescli.analyze.funnel import stages_of
from salescli.analyze.result import AnalysisResult
from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.table.outcome import Outcome
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.analyze.documents import FUNNEL, run, said
from tests.sheets import workbook


def test_conversion_and_overdue_stages(tmp_path: Path) -> None:
    rows = run(tmp_path, {"销售漏斗": FUNNEL}).document(Lang.EN)["result"]["funnel"]
    assert [(row["stage"], row["count"], row["rate"], row["overdue_days"]) for row in rows] == [
        ("意向客户", 200, None, None),
        ("需求确认", 120, "0.600000", None),
        ("方案提供", 60, "0.500000", "2"),
        ("商务谈判", 30, "0.500000", None),
        ("成交客户", 6, "0.200000", None),
    ]
    assert {row["needed"] for row in rows} == {None}


def test_a_stage_after_an_empty_one(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"销售漏斗": "| 阶段 | 客户数 |\n| 意向 | 5 |\n| 方案 | 0 |\n| 成交 | 0 |"})
    rows = outcome.document(Lang.EN)["result"]["funnel"]
    assert [row["rate"] for row in rows] == [None, "0.000000", None]
    assert said(outcome) == [("no-previous-stage", "B4")]


def test_a_stated_conversion_that_differs(tmp_path: Path) -> None:
    table = "| 阶段 | 客户数 | 转化率 |\n| 意向 | 200 |  |\n| 方案 | 120 | 65% |\n| 成交 | 60 | 50% |"
    assert said(run(tmp_path, {"销售漏斗": table}), Severity.WARNING) == [("stated-differs", "C3")]


def test_problems_and_customers_are_counted(tmp_path: Path) -> None:
    sheets = {
        "问题诊断表": "| 问题 | 影响(1-5) | 难度(1-5) |\n| 新客户转化率低 | 5 | 2 |",
        "客户分层表": "| 客户 | 年贡献(元) |\n| 甲公司 | 120万 |\n| 乙公司 | 9.5万 |",
    }
    outcome = run(tmp_path, sheets)
    assert outcome.document(Lang.EN)["result"]["kept"] == {"problems": 1, "customers": 2}
    assert said(outcome) == []


def test_ten_deals_need_five_times_as_many_negotiations(tmp_path: Path) -> None:
    outcome = analyze(workbook(tmp_path / "x.xlsx", {"销售漏斗": FUNNEL}), options=AnalyzeOptions(deals_target=10))
    assert outcome.result is not None
    stages = outcome.result.funnel or ()
    assert [stage.needed for stage in stages] == [334, 200, 100, 50, 10]  # 200 ÷ 60 % = 333.3, rounded up
    assert [stage.short for stage in stages] == [134, 80, 40, 20, 4]


def test_the_target_of_deals_may_stand_among_the_metrics(tmp_path: Path) -> None:
    metrics = "| 指标 | 团队目标 | 团队实际 |\n| 成单数 | 10单 | 6单 |"
    found = run(tmp_path, {"销售漏斗": FUNNEL, "业绩达成分析表": metrics}).result
    assert found is not None
    assert [stage.needed for stage in found.funnel or ()][-2:] == [50, 10]


def test_without_a_target_nothing_is_needed(tmp_path: Path) -> None:
    found = run(tmp_path, {"销售漏斗": FUNNEL}).result
    assert found is not None
    assert {stage.needed for stage in found.funnel or ()} == {None}


STAGES = "| 阶段 | 客户数 | 标准转化率 |\n| 意向 | 100 |  |\n| 方案 | 40 | {plan} |\n| 成交 | 30 | {deal} |"


def weakest(outcome: Outcome[AnalysisResult]) -> list[str]:
    assert outcome.result is not None
    return [stage.name for stage in outcome.result.funnel or () if stage.weakest]


def test_the_weakest_stage_is_furthest_below_its_standard(tmp_path: Path) -> None:
    # 40 % of 50 % lags by a fifth; 75 % of 100 % by a quarter, though it converts better
    assert weakest(run(tmp_path, {"销售漏斗": STAGES.format(plan="50%", deal="100%")})) == ["成交"]


def test_no_stage_is_weak_that_keeps_its_standard(tmp_path: Path) -> None:
    assert weakest(run(tmp_path, {"销售漏斗": STAGES.format(plan="40%", deal="70%")})) == []


def test_without_a_standard_a_stage_is_measured_by_its_own_history(tmp_path: Path) -> None:
    before = "| 阶段 | 客户数 |\n| 意向 | 100 |\n| 方案 | 30 |\n| 成交 | 27 |"
    outcome = run(tmp_path, {"销售漏斗": STAGES.format(plan="", deal="")}, previous={"销售漏斗": before})
    assert weakest(outcome) == ["成交"]  # 75 % after 90 %; the plans rose from 30 % to 40 %


def test_with_neither_the_lowest_conversion_is_the_weakest(tmp_path: Path) -> None:
    assert weakest(run(tmp_path, {"销售漏斗": STAGES.format(plan="", deal="")})) == ["方案"]


@given(st.lists(st.integers(1, 500), min_size=2, max_size=6), st.integers(1, 100))
def test_what_is_needed_reaches_the_target_and_one_less_does_not(counts: list[int], target: int) -> None:
    stages = stages_of([FunnelRow(stage=str(at), count=count) for at, count in enumerate(counts)], target=target)
    assert stages[-1].needed == target
    for stage, following in pairwise(stages):
        assert stage.needed is not None
        assert following.needed is not None
        assert following.rate is not None
        assert stage.needed * following.rate >= following.needed
        assert (stage.needed - 1) * following.rate < following.needed


def test_a_workbook_with_none_of_the_tables(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"通讯录": "| 姓名 | 电话 |\n| 小张 | 1 |"})
    assert outcome.blocked
    assert said(outcome) == [("nothing-to-analyze", None)]
    text = outcome.problems[0].message(Lang.EN)
    assert all(name in text for name in ("Monthly tracking", "Metrics", "Present state", "Funnel", "通讯录"))
