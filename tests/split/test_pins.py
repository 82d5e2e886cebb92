"""Pinned targets: held to the fen, the rest shares what is left, and what cannot be held is refused with cells."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salescli.split.leaves import Leaf
from salescli.split.run import split
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.parity import assert_parity
from tests.sheets import Cell, workbook
from tests.split.tables import COMPANY, GOALS, SHARES, amounts, notes, plan, run

THREE = """
| 工号 | 销售员 | 区域 | 去年实际(元) | 锁定目标(元) |
| S1 | 甲 | 华东 | 100 | {} |
| S2 | 乙 | 华东 | 100 | {} |
| S3 | 丙 | 华东 | 300 | {} |
"""


def goal(target: str, rounding: str = "") -> str:
    return f"| 指标 | 年度 | 目标值 | 单位 | 取整单位 |\n| 销售额 | 2026年 | {target} | 元 | {rounding} |"


def team(*pinned: str) -> str:
    return THREE.format(*(*pinned, "", "", "")[:3])


def pins(*rows: str) -> str:
    header = "| 指标 | 区域 | 产品线 | 工号 | 销售员 | 月份 | 锁定目标(元) |"
    return "\n".join((header, *(f"| {row} |" for row in rows)))


def company(target: str = "12000", **sheets: str) -> dict[str, str]:
    return {"年度目标": goal(target), "销售员名册": team(), **sheets}


def test_a_pinned_person_and_the_rest_by_weight(tmp_path: Path) -> None:
    # 12,000 − 4,000 is left for 100 and 300
    result = plan(run(tmp_path, {**company(), "销售员名册": team("4000")}))
    assert amounts(result, "person") == {"S1": "4000.00", "S2": "2000.00", "S3": "6000.00"}


def test_a_pin_is_held_to_the_fen_and_the_rest_is_as_fine(tmp_path: Path) -> None:
    sheets = {"年度目标": goal("12000", "100"), "销售员名册": team("4000.25")}
    outcome = run(tmp_path, sheets)
    people = amounts(plan(outcome), "person")
    # 7,999.75 in steps of 0.25, a quarter and three quarters of it
    assert people == {"S1": "4000.25", "S2": "2000.00", "S3": "5999.75"}
    assert "pins-finer" in notes(outcome)


def test_a_pinned_region_and_the_others_by_their_shares(tmp_path: Path) -> None:
    shares = SHARES.replace("| 区域 | 华东 | 40% | |", "| 区域 | 华东 | 40% | 4.6亿 |")
    result = plan(run(tmp_path, {**COMPANY, "分解维度": shares}))
    # 5.4 are left for 30 and 30
    assert amounts(result, "region") == {"华东": "460000000.00", "华南": "270000000.00", "华北": "270000000.00"}
    assert amounts(result, "product") == {"A产品": "600000000.00", "B产品": "400000000.00"}


def test_a_pinned_region_needs_no_share(tmp_path: Path) -> None:
    shares = """
| 维度 | 名称 | 占比 | 锁定目标(元) |
| 区域 | 华东 | | 5亿 |
| 区域 | 华南 | 30% | |
| 区域 | 华北 | 20% | |
"""
    result = plan(run(tmp_path, {**COMPANY, "分解维度": shares}))
    assert amounts(result, "region") == {"华东": "500000000.00", "华南": "300000000.00", "华北": "200000000.00"}


def test_a_pinned_product_line_and_a_person_across_lines(tmp_path: Path) -> None:
    shares = SHARES.replace("| 产品线 | A产品 | 60% | |", "| 产品线 | A产品 | 60% | 5.5亿 |")
    table = pins("| | | S003 | 小王 | 2026年 | 2.2亿")
    result = plan(run(tmp_path, {**COMPANY, "分解维度": shares, "锁定目标": table}))
    assert amounts(result, "product") == {"A产品": "550000000.00", "B产品": "450000000.00"}
    assert amounts(result, "person")["S003"] == "220000000.00"
    assert amounts(result, "region")["华南"] == "300000000.00"


def test_a_month_of_a_person_and_a_quarter_of_the_company(tmp_path: Path) -> None:
    table = pins("| | | S1 | 甲 | 2026年7月 | 50", "| | | | | 2026Q3 | 6000", "| | | | 丙 | 2026Q1 | 333.33")
    result = plan(run(tmp_path, company(锁定目标=table)))
    assert amounts(result, "quarter") == {
        "2026Q1": "2000.00",
        "2026Q2": "2000.00",
        "2026Q3": "6000.00",
        "2026Q4": "2000.00",
    }
    targets = {(leaf.person.name, leaf.month.number): leaf.target for leaf in result.leaves}
    assert targets["甲", 7] == 50
    assert sum(targets["丙", month] for month in (1, 2, 3)) == Decimal("333.33")
    assert amounts(result, "person") == {"S1": "2400.00", "S2": "2400.00", "S3": "7200.00"}


def test_a_pinned_month_of_somebody_with_two_lines(tmp_path: Path) -> None:
    table = pins("| | | S002 | 小李 | 2026年7月 | 1000万", "| | A产品 | S006 | 小孙 | 2026年7月 | 123")
    result = plan(run(tmp_path, {**COMPANY, "锁定目标": table}))
    july = [leaf for leaf in result.leaves if leaf.month.number == 7]
    assert sum(leaf.target for leaf in july if leaf.person.name == "小李") == 10_000_000
    assert [leaf.target for leaf in july if (leaf.person.name, leaf.product) == ("小孙", "A产品")] == [123]


def test_a_pin_on_a_count(tmp_path: Path) -> None:
    goals = "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | 12000元 |\n| 新客户数 | 2026 | 100家 |"
    table = pins("新客户数 | | | S1 | 甲 | 2026年 | 40")
    result = plan(run(tmp_path, {**company(锁定目标=table), "年度目标": goals}))
    assert amounts(result, "person", "新客户数") == {"S1": "40", "S2": "15", "S3": "45"}
    assert amounts(result, "person") == {"S1": "2400.00", "S2": "2400.00", "S3": "7200.00"}


def test_which_of_several_goals_a_pin_belongs_to_is_said(tmp_path: Path) -> None:
    goals = "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | 12000元 |\n| 回款额 | 2026 | 10000元 |"
    outcome = run(tmp_path, {"年度目标": goals, "销售员名册": team("4000")})
    assert amounts(plan(outcome), "person")["S1"] == "4000.00"
    assert amounts(plan(outcome), "person", "回款额")["S1"] == "2000.00"
    assert "pin-goal" in notes(outcome)


def test_a_regions_month_and_a_product_lines_quarter(tmp_path: Path) -> None:
    table = pins(
        "| 华东 | | | | 2026年7月 | 5000万",
        "| | B产品 | | | 2026Q1 | 7000万",
        "| 华南 | A产品 | | | 2026年 | 2亿",
        "| 华北 | A产品 | | | 2026年5月 | 123456",
        "| 华东 | | S001 | 小张 | 2026年7月 | 1000万",
        "| | B产品 | S002 | 小李 | 2026年7月 | 300万",
    )
    result = plan(run(tmp_path, {**COMPANY, "锁定目标": table}))

    def total(wanted: Callable[[Leaf], bool]) -> Decimal:
        return sum((leaf.target for leaf in result.leaves if wanted(leaf)), Decimal(0))

    assert total(lambda leaf: leaf.person.region == "华东" and leaf.month.number == 7) == 50_000_000
    assert total(lambda leaf: leaf.product == "B产品" and leaf.month.number <= 3) == 70_000_000
    assert total(lambda leaf: (leaf.person.region, leaf.product) == ("华南", "A产品")) == 200_000_000
    cell = ("华北", "A产品", 5)
    assert total(lambda leaf: (leaf.person.region, leaf.product, leaf.month.number) == cell) == 123_456
    assert total(lambda leaf: leaf.person.name == "小张" and leaf.month.number == 7) == 10_000_000
    assert total(lambda leaf: (leaf.person.name, leaf.product, leaf.month.number) == ("小李", "B产品", 7)) == 3_000_000
    # the shares and the season hold beside them
    assert amounts(result, "region") == {"华东": "400000000.00", "华南": "300000000.00", "华北": "300000000.00"}
    assert amounts(result, "month")["2026-07"] == "83333334.00"


@pytest.mark.parity
def test_every_pin_is_an_identity_of_its_own_that_lives_with_the_plan(tmp_path: Path) -> None:
    table = pins(
        "| 华东 | | | | 2026年7月 | 5000万",
        "| | B产品 | | | 2026Q1 | 7000万",
        "| 华南 | A产品 | | | 2026年 | 2亿",
        "| | A产品 | S002 | 小李 | 2026年7月 | 100万",
        "| | | | | 2026Q4 | 3亿",
    )
    shares = SHARES.replace("| 区域 | 华北 | 30% | |", "| 区域 | 华北 | 30% | 3亿 |")
    outcome = run(tmp_path, {**COMPANY, "分解维度": shares, "锁定目标": table}, output=tmp_path / "plan.xlsx")
    held = {item["name"]: item["actual"] for item in plan(outcome).document()["checks"] if item["name"][:4] == "pin:"}
    assert held == {
        "pin:分解维度!D4": "300000000.00",
        "pin:锁定目标!G2": "50000000.00",
        "pin:锁定目标!G3": "70000000.00",
        "pin:锁定目标!G4": "200000000.00",
        "pin:锁定目标!G5": "1000000.00",
        "pin:锁定目标!G6": "300000000.00",
    }
    assert_parity(tmp_path / "plan.xlsx")


def test_periods_as_people_write_them(tmp_path: Path) -> None:
    table = pins("| 华东 | | S1 | 甲 | 全年 | 3000", "| | | S2 | 乙 | 三季度 | 700", "| | | S3 | 丙 | 12月 | 500")
    result = plan(run(tmp_path, company(锁定目标=table)))
    assert amounts(result, "person")["S1"] == "3000.00"
    held = [item["actual"] for item in result.document()["checks"] if item["name"].startswith("pin:")]
    assert sorted(held) == ["3000.00", "500.00", "700.00"]


def test_a_persons_month_with_and_without_a_product_line(tmp_path: Path) -> None:
    table = pins("| | A产品 | S002 | 小李 | 2026年7月 | 100万", "| | | S002 | 小李 | 2026Q3 | 3000万")
    result = plan(run(tmp_path, {**COMPANY, "锁定目标": table}))
    mine = [leaf for leaf in result.leaves if leaf.person.name == "小李" and leaf.month.number in (7, 8, 9)]
    assert [leaf.target for leaf in mine if (leaf.product, leaf.month.number) == ("A产品", 7)] == [1_000_000]
    assert sum(leaf.target for leaf in mine) == 30_000_000


def test_a_year_may_be_a_plain_number(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["区域", "月份", "锁定目标(元)"], ["华东", 2026, 420_000_000]]
    path = workbook(tmp_path / "targets.xlsx", {**COMPANY, "锁定目标": rows})
    assert amounts(plan(split(path)), "region")["华东"] == "420000000.00"


REFUSED = {
    "a period that is none": (
        {"锁定目标": pins("| | | S1 | 甲 | 上半年 | 1")},
        ("bad-span", "F2"),
        "“上半年”不是月份可以读取的月份、季度或年度",
    ),
    "three months of 2000万 in a quarter of 2.5亿": (
        {
            "年度目标": GOALS,
            "锁定目标": pins(
                "| | | | | 2026年7月 | 2000万", "| | | | | 2026年8月 | 2000万", "| | | | | 2026年9月 | 2000万"
            ),
        },
        ("pins-fall-short", "G2"),
        "2026年第3季度的目标是 250,000,000，但它的各部分都已锁定（锁定目标!G2、锁定目标!G3、锁定目标!G4），"
        "合计 60,000,000，差 190,000,000",
    ),
    "the same beside a pinned quarter": (
        {
            "年度目标": GOALS,
            "锁定目标": pins(
                "| | | | | 2026Q3 | 2.5亿", *(f"| | | | | 2026年{month}月 | 2000万" for month in (7, 8, 9))
            ),
        },
        ("pins-fall-short", "G3"),
        "合计 60,000,000，差 190,000,000",
    ),
    "a month beyond its quarter": (
        {"锁定目标": pins("| | | | | 2026年7月 | 3001")},
        ("pins-exceed", "G2"),
        "锁定目标（锁定目标!G2）合计 3,001，超过了2026年第3季度的 3,000，多 1",
    ),
    "people beyond their company": (
        {"销售员名册": team("7000", "6000")},
        ("pins-exceed", "E2"),
        "锁定目标（销售员名册!E2、销售员名册!E3）合计 13,000，超过了全公司的 12,000，多 1,000",
    ),
    "everybody pinned to another sum": (
        {"销售员名册": team("1000", "1000", "1000")},
        ("pins-fall-short", "E2"),
        "合计 3,000，差 9,000",
    ),
    "nothing left for the third": (
        {"销售员名册": team("6000", "6000")},
        ("pins-leave-nothing", "E2"),
        "丙 没有目标可分",
    ),
    "somebody's month beyond their year": (
        {"锁定目标": pins("| | | S1 | 甲 | 2026年7月 | 2401")},
        ("pins-exceed", "G2"),
        "超过了甲的 2,400，多 1",
    ),
    "somebody unknown": (
        {"锁定目标": pins("| | | | 丁 | 2026年7月 | 1")},
        ("pin-unknown", "E2"),
        "锁定目标里的“丁”不在名册或分解维度里",
    ),
    "a region unknown": (
        {"锁定目标": pins("| 西北 | | | | 2026年 | 1")},
        ("pin-unknown", "B2"),
        "锁定目标里的“西北”",
    ),
    "the company's year": (
        {"锁定目标": pins("| | | | | 2026年 | 1")},
        ("pin-level", "G2"),
        "那就是年度目标本身",
    ),
    "three months of 2000万 in a quarter that is pinned itself": (
        {
            "年度目标": GOALS,
            "锁定目标": pins(
                "| | | | | 2026Q3 | 2.5亿",
                "| | | | | 2026年7月 | 2000万",
                "| | | | | 2026年8月 | 2000万",
                "| | | | | 2026年9月 | 2000万",
            ),
        },
        ("pins-fall-short", "G3"),
        "2026年第3季度的目标是 250,000,000（也已锁定，见 锁定目标!G2），但它的各部分都已锁定"
        "（锁定目标!G3、锁定目标!G4、锁定目标!G5），合计 60,000,000，差 190,000,000",
    ),
    "a region's month beyond the company's": (
        {"锁定目标": pins("| 华东 | | | | 2026年7月 | 1001", "| | | | | 2026年7月 | 1000")},
        ("pins-exceed", "G2"),
        "锁定目标（锁定目标!G2）合计 1,001，超过了2026年7月的 1,000（也已锁定，见 锁定目标!G3），多 1",
    ),
    "a region's month below what its people are pinned to": (
        {"锁定目标": pins("| 华东 | | | | 2026年7月 | 100", "| | | S1 | 甲 | 2026年7月 | 120")},
        ("pins-exceed", "G3"),
        "锁定目标（锁定目标!G3）合计 120，超过了华东的 100（也已锁定，见 锁定目标!G2），多 20",
    ),
    "all of a month pinned to less than the company's": (
        {"锁定目标": pins("| 华东 | | | | 2026年7月 | 900")},
        ("pins-fall-short", "G2"),
        "2026年7月的目标是 1,000，但它的各部分都已锁定（锁定目标!G2），合计 900，差 100",
    ),
    "a person's year across a region's part of a product line": (
        {
            "年度目标": GOALS,
            "分解维度": SHARES,
            "销售员名册": "| 工号 | 销售员 | 区域 |\n| S1 | 甲 | 华东 |\n| S2 | 乙 | 华东 |\n| S3 | 丙 | 华南 |"
            "\n| S4 | 丁 | 华北 |",
            "锁定目标": pins("| | | S1 | 甲 | 2026年 | 1亿", "| 华东 | A产品 | | | 2026年 | 2亿"),
        },
        ("pin-crossing", "G3"),
        "“华东 × A产品”的全年锁定目标与 甲（锁定目标!G2）有一部分相同",
    ),
    "the same pin twice": (
        {"销售员名册": team("1"), "锁定目标": pins("| | | S1 | 甲 | 2026年 | 1")},
        ("pin-twice", "G2"),
        "“甲”的锁定目标已在 销售员名册!E2 给出",
    ),
    "another year": (
        {"锁定目标": pins("| | | S1 | 甲 | 2025年7月 | 1")},
        ("pin-no-goal", "G2"),
        "2025年没有可拆解的“金额目标”",
    ),
    "a month of absence": (
        {
            "销售员名册": "| 工号 | 销售员 | 区域 | 入职日期 |\n| S1 | 甲 | 华东 | 2026-08-01 |\n| S2 | 乙 | 华东 | |",
            "锁定目标": pins("| | | S1 | 甲 | 2026年7月 | 1"),
        },
        ("pin-absent", "G2"),
        "甲在 2026年7月 没有整月在岗",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_impossible_pin_is_refused_with_cells_and_amounts(case: str, tmp_path: Path) -> None:
    sheets, (code, cell), words = REFUSED[case]
    outcome = run(tmp_path, {**company(), **sheets})
    errors = [item for item in outcome.problems if item.severity is Severity.ERROR]
    assert [(item.code.name, item.place.cell) for item in errors] == [(code, cell)]
    assert words in errors[0].message(Lang.ZH)
    assert "{" not in errors[0].message(Lang.EN)
    assert outcome.blocked
