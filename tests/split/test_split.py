"""Goals × shares × roster × season through real files: the documents' figures, and what each rule comes to."""

from decimal import Decimal
from pathlib import Path

from salescli.split.season import SeasonBy
from salescli.words.language import Lang
from tests.split.tables import COMPANY, GOALS, ROSTER, amounts, notes, plan, run, said

EVEN_THREE = """
| 销售员 | 区域 |
| 甲 | 华东 |
| 乙 | 华东 |
| 丙 | 华东 |
"""


def goal(metric: str, target: str, unit: str = "", rounding: str = "") -> str:
    return f"| 指标 | 年度 | 目标值 | 单位 | 取整单位 |\n| {metric} | 2026年 | {target} | {unit} | {rounding} |"


def test_a_billion_by_quarter_month_region_and_product(tmp_path: Path) -> None:
    result = plan(run(tmp_path, COMPANY))
    assert set(amounts(result, "quarter").values()) == {"250000000.00"}
    months = amounts(result, "month")
    assert [months[f"2026-0{number}"] for number in (1, 2, 3)] == ["83333334.00", "83333333.00", "83333333.00"]
    assert amounts(result, "region") == {"华东": "400000000.00", "华南": "300000000.00", "华北": "300000000.00"}
    assert amounts(result, "product") == {"A产品": "600000000.00", "B产品": "400000000.00"}
    assert amounts(result, "cell")["华东/A产品"] == "240000000.00"  # 40 % × 60 % of a billion


def test_people_of_a_cell_by_last_year(tmp_path: Path) -> None:
    people = amounts(plan(run(tmp_path, COMPANY)), "person")
    # 华东 A is 240 million; 小李's 60 million stand for A and B as 60 to 40, so 36 million of them for A:
    # 小张 gets 84/(84+36) of it. 华东 B is 160 million, and 小李 is alone there.
    assert people["S001"] == "168000000.00"
    assert people["S002"] == "232000000.00"


def test_a_hundred_customers_among_three_equals(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"年度目标": goal("新客户数", "100家"), "销售员名册": EVEN_THREE}, weights="even")
    people = amounts(plan(outcome), "person", "新客户数")
    assert people == {"华东/甲": "34", "华东/乙": "33", "华东/丙": "33"}
    assert said(outcome) == []
    assert notes(outcome) == ["no-shares", "no-season", "even-asked"]


def test_ten_fen_two_to_one(tmp_path: Path) -> None:
    roster = "| 销售员 | 区域 | 去年实际(元) |\n| 甲 | 华东 | 200 |\n| 乙 | 华东 | 100 |"
    sheets = {"年度目标": goal("销售额", "0.10", "元", "0.01"), "销售员名册": roster}
    assert amounts(plan(run(tmp_path, sheets)), "person") == {"华东/甲": "0.07", "华东/乙": "0.03"}


def test_a_ratio_is_everybodys(tmp_path: Path) -> None:
    result = plan(run(tmp_path, {"年度目标": goal("回款率", "90%"), "销售员名册": EVEN_THREE}))
    leaves = result.document()["leaves"]
    assert len(leaves) == 36
    assert {leaf["target"] for leaf in leaves} == {"0.900000"}
    assert [check["name"] for check in result.document()["checks"]] == ["inherited"]


def test_a_price_is_everybodys_too(tmp_path: Path) -> None:
    for metric, target in (("平均客单价", "5万元"), ("新客获取成本", "400元/个"), ("销售周期", "30天")):
        outcome = run(tmp_path, {"年度目标": goal(metric, target), "销售员名册": EVEN_THREE})
        assert plan(outcome).splits[0].margins is None
        assert "goal-inherited" in notes(outcome)


def test_counts_stay_whole(tmp_path: Path) -> None:
    sheets = {**COMPANY, "年度目标": goal("新客户数", "20家")}
    result = plan(run(tmp_path, sheets))
    assert amounts(result, "region", "新客户数") == {"华东": "8", "华南": "6", "华北": "6"}
    assert all(leaf.target == int(leaf.target) for leaf in result.leaves)


def test_the_odd_part_is_kept_and_its_place_is_said(tmp_path: Path) -> None:
    outcome = run(tmp_path, {**COMPANY, "年度目标": goal("销售额", "1000050", "元", "100")})
    result = plan(outcome)
    odd = [leaf for leaf in result.leaves if leaf.target % 100]
    # the largest line is 小王's A in 华南: all 18 % of it, since nobody else there sells A
    assert [(leaf.person.name, str(leaf.month), leaf.target % 100) for leaf in odd] == [
        ("小王", "2026-01", Decimal(50))
    ]
    message = next(item for item in outcome.problems if item.code.name == "odd-part").message(Lang.ZH)
    assert "余下的 50 记在华南小王的2026年1月" in message


def test_the_unit_option_wins_for_money_and_leaves_counts_alone(tmp_path: Path) -> None:
    goals = "| 指标 | 年度 | 目标值 | 取整单位 |\n| 销售额 | 2026 | 100万元 | 1 |\n| 新客户数 | 2026 | 20家 | |"
    result = plan(run(tmp_path, {**COMPANY, "年度目标": goals}, unit="10000"))
    money = [leaf.target for leaf in result.splits[0].leaves]
    assert all(target % 10000 == 0 for target in money)
    assert sum(leaf.target for leaf in result.splits[1].leaves) == 20


def test_season_gives_the_quarters_their_weight(tmp_path: Path) -> None:
    weights = [8, 5, 9, 8, 8, 9, 8, 8, 9, 9, 9, 10]
    season = "| 月份 | 权重 |\n" + "\n".join(f"| {at}月 | {weight} |" for at, weight in enumerate(weights, 1))
    result = plan(run(tmp_path, {**COMPANY, "月度权重": season}))
    assert list(amounts(result, "quarter").values()) == ["220000000.00", "250000000.00", "250000000.00", "280000000.00"]
    assert amounts(result, "month")["2026-12"] == "100000000.00"


def test_a_season_in_per_cent(tmp_path: Path) -> None:
    season = "| 月份 | 占比 |\n| 1月 | 25% |\n| 12月 | 75% |"
    outcome = run(tmp_path, {**COMPANY, "月度权重": season})
    assert amounts(plan(outcome), "month")["2026-12"] == "750000000.00"
    assert [code for code, _, _ in said(outcome)] == ["season-months-missing"]


def test_a_season_from_last_years_months(tmp_path: Path) -> None:
    figures = [80, 50, 90, 80, 80, 90, 80, 80, 90, 90, 90, 100]
    season = "| 月份 | 权重 | 去年实际(万元) |\n"
    season += "\n".join(f"| {at}月 | | {figure} |" for at, figure in enumerate(figures, 1))
    result = plan(run(tmp_path, {**COMPANY, "月度权重": season}))
    assert amounts(result, "month")["2026-02"] == "50000000.00"
    assert amounts(result, "quarter")["2026Q4"] == "280000000.00"
    assert result.methods[0].season is SeasonBy.LAST_YEAR


def test_a_season_half_by_weight_and_half_by_last_year_is_refused(tmp_path: Path) -> None:
    season = "| 月份 | 权重 | 去年实际 |\n| 1月 | 1 | |\n| 2月 | | 500 |"
    outcome = run(tmp_path, {**COMPANY, "月度权重": season})
    assert [(code, cell) for code, _, cell in said(outcome) if code == "season-incomplete"] == [
        ("season-incomplete", "B3")
    ]
    assert outcome.blocked


def test_months_without_a_weight_are_named(tmp_path: Path) -> None:
    season = "| 月份 | 权重 |\n" + "\n".join(f"| {at}月 | 1 |" for at in range(1, 11))
    outcome = run(tmp_path, {**COMPANY, "月度权重": season})
    result = plan(outcome)
    assert amounts(result, "month")["2026-11"] == "0.00"
    message = next(item for item in outcome.problems if item.code.name == "season-months-missing").message(Lang.ZH)
    assert "2026年11月、2026年12月" in message


def test_two_years_are_split_each_by_itself(tmp_path: Path) -> None:
    goals = "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | 120万元 |\n| 销售额 | 2027 | 240万元 |"
    season = "| 月份 | 权重 |\n" + "\n".join(f"| 2026年{at}月 | 1 |" for at in range(1, 13))
    outcome = run(tmp_path, {**COMPANY, "年度目标": goals, "月度权重": season})
    months = amounts(plan(outcome), "month")
    assert (months["2026-05"], months["2027-05"]) == ("100000.00", "200000.00")
    assert "season-borrowed" in notes(outcome)


def test_without_shares_regions_are_the_sums_of_their_people(tmp_path: Path) -> None:
    roster = "| 销售员 | 区域 | 去年实际(元) |\n| 甲 | 华东 | 300 |\n| 乙 | 华南 | 100 |\n| 丙 | 华东 | 100 |"
    result = plan(run(tmp_path, {"年度目标": goal("销售额", "1000", "元"), "销售员名册": roster}))
    assert amounts(result, "region") == {"华东": "800.00", "华南": "200.00"}
    assert {leaf.product for leaf in result.leaves} == {None}


def test_regions_by_last_year_when_they_have_no_share(tmp_path: Path) -> None:
    shares = "| 维度 | 名称 | 去年实际(元) |\n| 区域 | 华东 | 3000 |\n| 区域 | 华南 | 1000 |\n| 区域 | 华北 | 1000 |"
    result = plan(run(tmp_path, {**COMPANY, "分解维度": shares}))
    assert amounts(result, "region") == {"华东": "600000000.00", "华南": "200000000.00", "华北": "200000000.00"}


def test_channels_are_shown_and_not_shared_among_people(tmp_path: Path) -> None:
    shares = "| 维度 | 名称 | 占比 |\n| 渠道 | 直销 | 70% |\n| 渠道 | 代理 | 30% |"
    outcome = run(tmp_path, {**COMPANY, "分解维度": shares})
    channels = {item["channel"]: item["target"] for item in plan(outcome).document()["channels"]}
    assert channels == {"直销": "700000000.00", "代理": "300000000.00"}
    assert "channel-apart" in notes(outcome)


def test_rows_of_one_person_are_one_person(tmp_path: Path) -> None:
    roster = """
| 工号 | 销售员 | 区域 | 产品线 | 去年实际(元) |
| S1 | 小张 | 华东 | A产品 | 100 |
| S1 | 小张 | 华东 | B产品 | 300 |
"""
    result = plan(run(tmp_path, {"年度目标": goal("销售额", "1000", "元"), "销售员名册": roster}))
    assert amounts(result, "person") == {"S1": "1000.00"}
    assert amounts(result, "product") == {"A产品": "250.00", "B产品": "750.00"}


def test_a_target_in_ten_thousands(tmp_path: Path) -> None:
    for goals in (
        goal("销售额", "500", "万元"),
        "| 指标 | 年度 | 目标值(万元) |\n| 销售额 | 2026 | 500 |",
        goal("销售额", "500万"),
    ):
        result = plan(run(tmp_path, {"年度目标": goals, "销售员名册": EVEN_THREE}, weights="even"))
        assert result.splits[0].goal.target == Decimal(5_000_000)


def test_somebody_who_left_before_the_year_carries_nothing(tmp_path: Path) -> None:
    roster = "| 销售员 | 区域 | 离职日期 |\n| 甲 | 华东 | |\n| 乙 | 华东 | 2025-12-31 |"
    outcome = run(tmp_path, {"年度目标": goal("销售额", "1000", "元"), "销售员名册": roster})
    assert amounts(plan(outcome), "person") == {"华东/甲": "1000.00"}
    assert said(outcome) == [("not-there", "销售员名册", "C3")]


def test_actions_are_carried(tmp_path: Path) -> None:
    actions = """
| 核心目标 | 拆解维度 | 目标值 | 负责人 | 完成时间 | 关键动作(对应策略) |
| Q3销售额提升25% | 新客数量增加30% | 新客150个 | 销售经理 | 2026年9月30日 | 优化客户跟进SOP |
| | 老客复购率提升至20% | 复购率20% | 客户运营 | 2026年9月30日 | |
"""
    found = plan(run(tmp_path, {**COMPANY, "目标拆解表": actions})).document()["actions"]
    assert [(item["goal"], item["owner"], item["due"]) for item in found] == [
        ("Q3销售额提升25%", "销售经理", "2026-09-30"),
        ("Q3销售额提升25%", "客户运营", "2026-09-30"),
    ]


def test_of_two_fitting_sheets_the_one_asked_for(tmp_path: Path) -> None:
    sheets = {"目标一": GOALS, "目标二": goal("销售额", "1000", "元"), "销售员名册": ROSTER}
    result = plan(run(tmp_path, sheets, sheet="目标二"))
    assert result.splits[0].goal.target == 1000
