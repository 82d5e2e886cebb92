"""The scorecard: 60/20/10/10 into one score, its grade, and what it does to pay."""

from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.table.config import Config, ScorecardKeys
from salescli.table.outcome import Outcome
from tests.parity import assert_parity
from tests.payout.sheets import MONTHLY, PLAN, amounts, codes, paid
from tests.sheets import workbook

HEAD = "| 销售员 | 业绩指标(60%) | 过程指标(20%) | 能力指标(10%) | 团队协作(10%) | 综合得分 | 等级 |\n"
SCORES = HEAD + (
    "| 小张 | 95 | 90 | 85 | 90 | | |\n"  # 57 + 18 + 8.5 + 9 = 92.5
    "| 小李 | 70 | 80 | 80 | 85 | 74.5 | 合格 |\n"  # 42 + 16 + 8 + 8.5 = 74.5
    "| 小王 | 50 | 60 | 60 | 70 | | |\n"  # 30 + 12 + 6 + 7 = 55
)


def run(
    folder: Path, use: str | None, scores: str = SCORES, plan: str = PLAN, config: Config | None = None
) -> Outcome[PayoutResult]:
    tracking = workbook(folder / "跟踪.xlsx", {"月度跟踪": MONTHLY, "绩效评定表": scores})
    options = PayoutOptions(scorecard=use)  # type: ignore[arg-type]  # one of its words
    given = RunOptions(config=config or Config(), force=True)
    return payout(
        tracking,
        workbook(folder / "方案.xlsx", {"销售激励方案对照表": plan}),
        folder / "o.xlsx",
        options=options,
        run=given,
    )


def scored(outcome: Outcome[PayoutResult]) -> list[tuple[str, str, str]]:
    assert outcome.result is not None
    return [(one["person"], one["score"], one["grade"]) for one in outcome.result.document()["scorecard"]["scores"]]


def test_scores_are_weighted_and_graded(tmp_path: Path) -> None:
    outcome = run(tmp_path, None)
    assert scored(outcome) == [("小张", "92.5", "优秀"), ("小李", "74.5", "合格"), ("小王", "55", "待改进")]
    assert codes(outcome) == ["scorecard-unused"]  # 74.5 and 合格 as stated
    assert str(paid(outcome)["小张"].total) == "17800.00"


def test_as_a_multiplier_the_grade_scales_own_pay_only(tmp_path: Path) -> None:
    """小张: 10 % of 17,800 on top. 小王: 20 % of 7,600 off, the team award of 500 stays."""
    people = paid(run(tmp_path, "multiplier"))
    assert amounts(people["小张"])["scorecard"] == "1780.00"
    assert amounts(people["小王"]) == {
        "commission": "6600.00",
        "bonus": "1000.00",
        "team": "500.00",
        "scorecard": "-1520.00",
        "total": "6580.00",
    }


def test_as_a_gate_a_score_below_it_takes_own_pay_away(tmp_path: Path) -> None:
    people = paid(run(tmp_path, "gate"))
    assert [str(one.total) for one in people.values()] == ["17800.00", "0.00", "500.00"]


def test_exactly_at_the_gate_and_the_grade(tmp_path: Path) -> None:
    """60, 60, 60, 60 is 60: through the gate, and 合格; a tenth of a point of one item below is neither."""
    for results, total, grade in ((60, "8100.00", "合格"), (59.9, "500.00", "待改进")):
        outcome = run(
            tmp_path, "gate", SCORES.replace("| 小王 | 50 | 60 | 60 | 70", f"| 小王 | {results} | 60 | 60 | 60")
        )
        assert scored(outcome)[2][2] == grade
        assert str(paid(outcome)["小王"].total) == total


def test_a_cap_holds_after_the_scorecard(tmp_path: Path) -> None:
    one = paid(run(tmp_path, "multiplier", plan=PLAN + "| 封顶 | 不限 | 每月封顶18000元 | 全体销售员 |\n"))["小张"]
    assert amounts(one)["cap"] == "-1580.00"  # 17,800 + 1,780 = 19,580
    assert str(one.total) == "18000.00"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("| 小王 | 50 | 60 | 60 | 70 | | |\n", ""), "scorecard-missing"),
        (("| 小王 | 50", "| 小王 | "), "scorecard-blank"),
        (("| 小李 | 70", "| 小张 | 70"), "scorecard-twice"),
        (("| 小李 |", "| 小赵 |"), "scorecard-nobody"),
        (("74.5 | 合格", "80 | 合格"), "stated-differs"),
        (("74.5 | 合格", "74.5 | 优秀"), "stated-differs"),
    ],
)
def test_what_is_wrong_with_a_scorecard_is_named(tmp_path: Path, change: tuple[str, str], code: str) -> None:
    assert code in codes(run(tmp_path, "multiplier", SCORES.replace(*change)))


def test_weights_grades_and_use_come_from_the_configuration(tmp_path: Path) -> None:
    keys = ScorecardKeys.model_validate(
        {"use": "multiplier", "results": 100, "process": 0, "ability": 0, "teamwork": 0}
        | {"grades": {"A": 90, "B": 0}, "factors": {"A": "1.5", "B": "0.5"}}
    )
    outcome = run(tmp_path, None, config=Config(scorecard=keys), scores=SCORES.replace("74.5 | 合格", " | "))
    assert scored(outcome) == [("小张", "95", "A"), ("小李", "70", "B"), ("小王", "50", "B")]
    assert amounts(paid(outcome)["小张"])["scorecard"] == "8900.00"


def test_no_scorecard_where_pay_is_to_depend_on_one(tmp_path: Path) -> None:
    tracking = workbook(tmp_path / "t.xlsx", {"月度跟踪": MONTHLY})
    plan = workbook(tmp_path / "p.xlsx", {"销售激励方案对照表": PLAN})
    assert "scorecard-no-table" in codes(payout(tracking, plan, options=PayoutOptions(scorecard="gate")))
    scores = workbook(tmp_path / "s.xlsx", {"绩效评定表": SCORES})
    options = PayoutOptions(scorecard="gate", also=(scores,))
    assert not payout(tracking, plan, options=options).blocked


def test_two_scorecards_are_one_too_many(tmp_path: Path) -> None:
    run(tmp_path, None)
    options = PayoutOptions(also=(workbook(tmp_path / "s.xlsx", {"绩效评定表": SCORES}),))
    assert "payout-side-table-twice" in codes(payout(tmp_path / "跟踪.xlsx", tmp_path / "方案.xlsx", options=options))


@pytest.mark.parametrize("parity", [pytest.param(True, marks=pytest.mark.parity), False])
def test_what_is_left_is_the_half_up_product(tmp_path: Path, parity: bool) -> None:
    """3,979,522.50 × 2 % = 79,590.45; × 0.9 = 71,631.405, which is 71,631.41: 7,959.04 are taken, not 7,959.05."""
    monthly = MONTHLY.replace("| 800,000 | 840,000 | 105% | +40,000 |", "| 3,800,000 | 3,979,522.50 | | |")
    plan = PLAN.replace("提成比例2%+额外奖金1000元", "提成比例2%")
    keys = ScorecardKeys(factors={"优秀": "0.9", "良好": "1", "合格": "1", "待改进": "1"})
    tracking = workbook(tmp_path / "跟踪.xlsx", {"月度跟踪": monthly, "绩效评定表": SCORES})
    outcome = payout(
        tracking,
        workbook(tmp_path / "方案.xlsx", {"销售激励方案对照表": plan}),
        tmp_path / "o.xlsx",
        options=PayoutOptions(scorecard="multiplier"),
        run=RunOptions(config=Config(scorecard=keys), force=True),
    )
    assert amounts(paid(outcome)["小张"]) == {
        "commission": "79590.45",
        "bonus": "0.00",
        "team": "0.00",
        "scorecard": "-7959.04",
        "total": "71631.41",
    }
    if parity:
        assert_parity(tmp_path / "o.xlsx")
