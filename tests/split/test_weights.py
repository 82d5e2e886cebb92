"""By what people are weighed."""

from fractions import Fraction
from pathlib import Path

from salescli.split.weights import Basis, median, parse_blend
from salescli.words.language import Lang
from tests.split.tables import amounts, notes, plan, run, said

GOAL = "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026 | 1200 | 元 |"
ROSTER = """
| 销售员 | 区域 | 去年实际(元) | 能力系数 | 潜力系数 |
| 甲 | 华东 | 300 | 1 | 1 |
| 乙 | 华东 | 100 | 1 | 3 |
"""


def people(tmp_path: Path, roster: str, weights: str | None = None) -> dict[str, str]:
    return amounts(plan(run(tmp_path, {"年度目标": GOAL, "销售员名册": roster}, weights=weights)), "person")


def test_last_year_is_the_default(tmp_path: Path) -> None:
    assert people(tmp_path, ROSTER) == {"华东/甲": "900.00", "华东/乙": "300.00"}


def test_a_blend_adds_shares_and_not_yuan(tmp_path: Path) -> None:
    # history 3/4 and 1/4, potential 1/4 and 3/4: equal when both count the same; 2 to 1: 7/12 and 5/12
    assert people(tmp_path, ROSTER, "history,potential") == {"华东/甲": "600.00", "华东/乙": "600.00"}
    assert people(tmp_path, ROSTER, "history=2,potential=1") == {"华东/甲": "700.00", "华东/乙": "500.00"}


def test_even_when_it_is_asked_for(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"年度目标": GOAL, "销售员名册": ROSTER}, weights="even")
    assert amounts(plan(outcome), "person") == {"华东/甲": "600.00", "华东/乙": "600.00"}
    assert said(outcome) == []


def test_even_as_the_last_resort_is_warned_of(tmp_path: Path) -> None:
    roster = "| 销售员 | 区域 |\n| 甲 | 华东 |\n| 乙 | 华东 |"
    outcome = run(tmp_path, {"年度目标": GOAL, "销售员名册": roster})
    assert amounts(plan(outcome), "person") == {"华东/甲": "600.00", "华东/乙": "600.00"}
    assert [code for code, _, _ in said(outcome)] == ["even-split"]


def test_whoever_lacks_a_figure_takes_the_median_of_the_region(tmp_path: Path) -> None:
    roster = """
| 销售员 | 区域 | 去年实际(元) |
| 甲 | 华东 | 100 |
| 乙 | 华东 | 300 |
| 丙 | 华东 | |
| 丁 | 华南 | 600 |
"""
    outcome = run(tmp_path, {"年度目标": GOAL, "销售员名册": roster})
    # 丙 takes (100 + 300) ÷ 2 = 200 of 1200
    expected = {"华东/甲": "100.00", "华东/乙": "300.00", "华东/丙": "200.00", "华南/丁": "600.00"}
    assert amounts(plan(outcome), "person") == expected
    assert said(outcome) == [("median-taken", "销售员名册", "C4")]
    assert "丙没有去年实际，按华东其他人的中位数 200 计" in outcome.problems[-1].message(Lang.ZH)


def test_a_figure_that_nobody_has_is_refused(tmp_path: Path) -> None:
    roster = "| 销售员 | 区域 | 能力系数 |\n| 甲 | 华东 | |\n| 乙 | 华东 | |"
    outcome = run(tmp_path, {"年度目标": GOAL, "销售员名册": roster}, weights="ability")
    assert outcome.blocked
    assert said(outcome) == [("weight-absent", "销售员名册", "C2")]


def test_weights_that_are_all_zero_share_evenly_with_a_warning(tmp_path: Path) -> None:
    roster = "| 销售员 | 区域 | 去年实际(元) |\n| 甲 | 华东 | 0 |\n| 乙 | 华东 | 0 |"
    outcome = run(tmp_path, {"年度目标": GOAL, "销售员名册": roster})
    assert amounts(plan(outcome), "person") == {"华东/甲": "600.00", "华东/乙": "600.00"}
    assert [code for code, _, _ in said(outcome)] == ["zero-weights"]


def test_selling_two_lines_does_not_count_a_person_twice(tmp_path: Path) -> None:
    shares = "| 维度 | 名称 | 占比 |\n| 产品线 | A | 50% |\n| 产品线 | B | 50% |"
    roster = "| 销售员 | 区域 | 产品线 |\n| 甲 | 华东 | A、B |\n| 乙 | 华东 | A |\n| 丙 | 华东 | B |"
    outcome = run(tmp_path, {"年度目标": GOAL, "分解维度": shares, "销售员名册": roster}, weights="even")
    # of each line's 600, 甲 stands for half a head beside one whole: 200
    assert amounts(plan(outcome), "person") == {"华东/甲": "400.00", "华东/乙": "400.00", "华东/丙": "400.00"}


def test_reading_a_blend() -> None:
    assert parse_blend("history=2, ability=0.5，even") == {
        Basis.HISTORY: 2,
        Basis.ABILITY: Fraction(1, 2),
        Basis.EVEN: 1,
    }


def test_the_median_lies_in_the_middle() -> None:
    assert median([Fraction(5), Fraction(1), Fraction(2)]) == 2
    assert median([Fraction(4), Fraction(1)]) == Fraction(5, 2)


def test_an_even_split_is_noted_when_asked_for_and_a_warning_when_nothing_else_is_left(tmp_path: Path) -> None:
    blank = {"年度目标": GOAL, "销售员名册": "| 销售员 | 区域 |\n| 甲 | 华东 |\n| 乙 | 华东 |"}
    asked = run(tmp_path / "a", blank, weights="even")
    assert "even-asked" in notes(asked)
    assert said(asked) == []
    left = run(tmp_path / "b", blank)
    assert [code for code, *_ in said(left)] == ["even-split"]
    assert "even-asked" not in notes(left)


def test_weights_of_nothing_but_zeros_name_their_column(tmp_path: Path) -> None:
    roster = "| 销售员 | 区域 | 能力系数 |\n| 甲 | 华东 | 0 |\n| 乙 | 华东 | 0 |"
    outcome = run(tmp_path, {"年度目标": GOAL, "销售员名册": roster}, weights="ability=1")
    assert said(outcome) == [("zero-weights", "销售员名册", "C2")]
    message = next(item for item in outcome.problems if item.code.name == "zero-weights")
    assert "能力系数全是 0" in message.message(Lang.ZH)


def test_a_weight_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    season = "\n".join(
        ("| 月份 | 权重 |", *(f"| 2026年{month}月 | {-1 if month == 12 else 1} |" for month in range(1, 13)))
    )
    outcome = run(tmp_path, {"年度目标": GOAL, "销售员名册": ROSTER, "月度权重": season})
    assert outcome.blocked
    assert "months-missing" not in [code for code, *_ in said(outcome)]
