"""Tiers that never pay more are said before anybody is paid."""

from pathlib import Path

import pytest

from tests.payout.sheets import BASIC, FIGURES, HEAD, PLAN, codes, run

PEOPLE = FIGURES + "| 华东 | 小张 | 100,000 | 100,000 |\n| 华南 | 小李 | 200,000 | 100,000 |\n"


def tier(condition: str, reward: str) -> str:
    return f"| 档{condition} | {condition} | {reward} | 全体销售员 |\n"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (BASIC + tier("≥100%", "提成1.5%"), "plan-tier-adds-nothing"),
        (BASIC + tier("≥1200%", "提成2%"), "plan-tier-far"),
        # one fen short of 100 % the smaller target has earned 99,999.99 × 1.5 % = 1,499.99985, above 1,499
        (
            BASIC + tier("≥100%", "提成2%") + "| 封顶 | 不限 | 每月封顶1499元 | 全体销售员 |\n",
            "plan-tier-hidden-by-cap",
        ),
        (BASIC + tier("120%-100%", "提成2%"), "plan-empty-interval"),
        (BASIC + tier("100%-100%", "提成2%"), "plan-empty-interval"),
    ],
)
def test_a_tier_that_pays_nothing_more_is_named(tmp_path: Path, lines: str, code: str) -> None:
    assert code in codes(run(tmp_path, PEOPLE, HEAD + lines))


@pytest.mark.parametrize(
    "lines",
    [
        BASIC + tier("≥100%", "奖金1元"),
        BASIC + tier("≥100%", "提成2%") + "| 封顶 | 不限 | 每月封顶1500元 | 全体销售员 |\n",
        BASIC + tier("≥100%", "提成2%") + "| 封顶 | 不限 | 每月封顶1000元 | 华东销售员 |\n",
    ],
)
def test_a_tier_that_may_pay_more_is_left_alone(tmp_path: Path, lines: str) -> None:
    assert not [code for code in codes(run(tmp_path, PEOPLE, HEAD + lines)) if code.startswith("plan-tier")]


def test_the_documents_plan_has_none(tmp_path: Path) -> None:
    assert codes(run(tmp_path, plan=PLAN)) == []
