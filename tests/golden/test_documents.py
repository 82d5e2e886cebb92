"""Every figure of the documents, from workbooks through the command line, in the JSON and in the written cells."""

import json
import tomllib
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from salescli.cli.app import app
from tests.parity import assert_parity, opened
from tests.sheets import workbook, written

DOCUMENTS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "documents.toml").read_text(encoding="utf-8"))

MONTHLY = """
| 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) | 达成率(%) | 差额(元) | 备注(未达标原因) |
| 华东 | A产品 | *小张 | 800,000 | 840,000 | 105% | +40,000 | 超额完成，重点客户大额订单 |
| 华南 | B产品 | *小李 | 600,000 | 450,000 | 75% | -150,000 | 新客户转化率低，需培训支持 |
| 华北 | C产品 | *小王 | 300,000 | 330,000 | 110% | +30,000 | 新渠道拓展见效 |
"""
TIERS = """
| 激励层级 | 触发条件(月度达成率) | 激励方式 | 适用对象 |
| 基础达标奖 | ≥80% | 提成比例1.5% | 全体销售员 |
| 进阶激励奖 | ≥100% | 提成比例2%+额外奖金1000元 | 达成率≥100%的销售员 |
| 冲刺卓越奖 | ≥120% | 提成比例3%+额外奖金3000元 | 达成率≥120%的销售员 |
| 团队协作奖 | 区域整体达成率≥110% | 区域人均奖励500元 | 所在区域全体成员 |
"""
METRICS = """
| 指标 | 团队目标 | 团队实际 | 达成率(%) | 环比变化(%) | 同比变化(%) | 主要影响因素 |
| 销售总额 | 1,500,000 | 1,420,000 | 94.7% | -8.3% | +5.2% | 华南区域B产品销量下滑 |
| 新客户数量 | 30家 | 24家 | 80% | -10% | +15% | 新客户跟进话术不熟练 |
| 平均客单价 | 5万元 | 5.2万元 | 104% | +3% | +8% | 重点客户追加订单 |
"""
STATUS = """
| 指标名称 | 当前值(近3个月平均) | 年度目标值 | 差距值 | 差距率 | 主要问题点 |
| 销售总额 | 80万元 | 100万元 | 20万元 | 20% | A区域销售额占比下降15% |
| 客户转化率 | 8% | 12% | 4% | 50% | 首次响应超24小时 |
| 老客复购率 | 15% | 20% | 5% | 33% | 缺乏二次营销触点 |
| 新客获取成本 | 500元/个 | 400元/个 | 100元 | 25% | 关键词精准度低 |
"""


def salescli(*arguments: str | Path) -> dict[str, Any]:
    """Run a command with --json; the document it printed."""
    ran = CliRunner().invoke(app, ["--lang", "zh", *(str(item) for item in arguments), "--json"])
    assert ran.exit_code == 0, ran.output
    read: dict[str, Any] = json.loads(ran.stdout)
    return read


def column(path: Path, sheet: str, key: str, header: str) -> dict[str, Any]:
    """A column of a written sheet by the cells of another, found by their headers."""
    rows = written(path, sheet)
    top = next(index for index, row in enumerate(rows) if key in row and header in row)
    at, by = rows[top].index(header), rows[top].index(key)
    return {str(row[by]): row[at] for row in rows[top + 1 :] if row[by] is not None}


def money(value: object) -> str:
    return f"{Decimal(str(value)):.2f}"


def six(value: object) -> str:
    return f"{round(Decimal(str(value)), 6):.6f}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents' tables as workbooks, and the first three stages run over them."""
    place = tmp_path_factory.mktemp("documents")
    workbook(place / "monthly.xlsx", {"月度目标分解与跟踪表": MONTHLY})
    workbook(place / "tiers.xlsx", {"销售激励方案对照表": TIERS})
    workbook(place / "analysis-tables.xlsx", {"业绩达成分析表": METRICS, "业绩现状分析表": STATUS})
    return place


def test_monthly_tracking(folder: Path) -> None:
    output = folder / "tracking.xlsx"
    result = salescli("track", folder / "monthly.xlsx", "-o", output, "--force")["result"]
    keys = ("person", "target", "actual", "achievement", "variance", "status")
    assert [{key: row[key] for key in keys} for row in result["rows"]] == [
        {key: row[key] for key in keys} for row in DOCUMENTS["monthly"]
    ]
    total = {key: value for key, value in DOCUMENTS["monthly_total"].items() if key != "payout"}
    assert {key: result["totals"][key] for key in total} == total
    achievements = column(output, "月度跟踪", "销售员", "达成率(%)")
    variances = column(output, "月度跟踪", "销售员", "差额(元)")
    words = column(output, "月度跟踪", "销售员", "状态")
    for row in DOCUMENTS["monthly"]:
        assert six(achievements[row["person"]]) == row["achievement"]
        assert money(variances[row["person"]]) == row["variance"]
    assert [words[name] for name in ("小张", "小李", "小王")] == ["超额达标", "未达标", "超额达标"]


def test_commission(folder: Path) -> None:
    tracking, output = folder / "tracking-for-pay.xlsx", folder / "payout.xlsx"
    salescli("track", folder / "monthly.xlsx", "-o", tracking, "--force")
    arguments = ("payout", tracking, "--plan", folder / "tiers.xlsx", "-o", output, "--force")
    result = salescli(*arguments)["result"]
    for person, expected in zip(result["people"], DOCUMENTS["monthly"], strict=True):
        parts = {item["name"]: item["amount"] for item in person["components"]}
        pay = expected["payout"]
        assert (person["tier"], Decimal(person["rate"])) == (pay["tier"], Decimal(pay["rate"]))
        assert {name: parts[name] for name in ("commission", "bonus", "team")} == {
            name: pay[name] for name in ("commission", "bonus", "team")
        }
        assert person["total"] == pay["total"]
    assert result["total"] == DOCUMENTS["monthly_total"]["payout"]
    totals = column(output, "提成表", "销售员", "应发合计(元)")
    for row in DOCUMENTS["monthly"]:
        assert money(totals[row["person"]]) == row["payout"]["total"]
    marginal = salescli(*arguments, "--mode", "marginal")["result"]["people"][0]
    parts = {item["name"]: item["amount"] for item in marginal["components"]}
    assert (parts["commission"], parts["bonus"]) == (
        DOCUMENTS["payout_marginal"]["commission"],
        DOCUMENTS["payout_marginal"]["bonus"],
    )


def test_metrics_and_present_state(folder: Path) -> None:
    output = folder / "analysis.xlsx"
    document = salescli("analyze", folder / "analysis-tables.xlsx", "-o", output, "--force")
    metrics = {row["metric"]: row for row in document["result"]["metrics"]}
    reached = column(output, "业绩达成分析表", "指标", "达成率(%)")
    for expected in DOCUMENTS["metrics"]:
        row = metrics[expected["metric"]]
        assert (row["achievement"], row["status"]) == (expected["achievement"], expected["status"])
        assert six(reached[expected["metric"]]) == expected["achievement"]
    standing = {row["metric"]: row for row in document["result"]["status"]}
    rates = column(output, "业绩现状分析表", "指标名称", "差距率")
    for expected in DOCUMENTS["status"]:
        row = standing[expected["metric"]]
        assert Decimal(row["gap"]) == Decimal(expected["gap"])
        assert (row["gap_rate"], row["stated_base"]) == (expected["gap_rate"], expected["stated_base"])
        assert six(rates[expected["metric"]]) == expected["gap_rate"]
    warned = [item["cell"] for item in document["problems"] if item["code"] == "stated-differs"]
    assert warned == ["E3", "E4"]  # exactly the two rates that were stated on the other base


def test_change(tmp_path: Path) -> None:
    (expected,) = DOCUMENTS["change"]
    table = f"""
| 指标 | 团队目标 | 团队实际 | 上期实际 |
| 销售总额 | 1500000 | {expected["current"]} | {expected["previous"]} |
"""
    output = tmp_path / "out.xlsx"
    path = workbook(tmp_path / "august.xlsx", {"业绩达成分析表": table})
    (row,) = salescli("analyze", path, "-o", output)["result"]["metrics"]
    assert row["mom"] == expected["mom"]
    assert six(column(output, "业绩达成分析表", "指标", "环比变化(%)")["销售总额"]) == expected["mom"]


@pytest.mark.parametrize("case", DOCUMENTS["allocate"], ids=lambda case: case["total"])
def test_allocation(tmp_path: Path, case: dict[str, Any]) -> None:
    count = case["unit"] == "1"
    goal = (
        f"| 新客户数 | 2026 | {case['total']} | 家 | 1 |"
        if count
        else f"| 销售额 | 2026 | {case['total']} | 元 | 0.01 |"
    )
    people = "\n".join(f"| S{n} | 人{n} | 华东 | {weight} |" for n, weight in enumerate(case["weights"]))
    path = workbook(
        tmp_path / "targets.xlsx",
        {
            "年度目标": "| 指标 | 年度 | 目标值 | 单位 | 取整单位 |\n" + goal,
            "销售员名册": "| 工号 | 销售员 | 区域 | 去年实际(元) |\n" + people,
        },
    )
    output = tmp_path / "plan.xlsx"
    leaves = salescli("split", path, "-o", output)["result"]["leaves"]
    shares: defaultdict[str, Decimal] = defaultdict(Decimal)
    for leaf in leaves:
        shares[leaf["employee_id"]] += Decimal(leaf["target"])
    assert list(shares.values()) == [Decimal(share) for share in case["shares"]]
    rows = written(output, "月度计划")
    top = next(index for index, row in enumerate(rows) if "目标值" in row)
    at, by = rows[top].index("目标值"), rows[top].index("工号")
    cells: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in rows[top + 1 :]:
        if row[by] is not None:
            cells[str(row[by])] += Decimal(str(row[at]))
    assert cells == shares


def test_a_year_by_quarters_and_months(tmp_path: Path) -> None:
    expected = DOCUMENTS["annual"]
    path = workbook(
        tmp_path / "targets.xlsx",
        {
            "年度目标": "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | 10亿 |",
            "销售员名册": "| 销售员 | 区域 |\n| 小张 | 华东 |\n| 小李 | 华南 |",
        },
    )
    result = salescli("split", path, "-o", tmp_path / "plan.xlsx", "--weights", "even")["result"]
    assert [(item["metric"], Decimal(item["target"])) for item in result["goals"]] == [
        ("销售额", Decimal(expected["total"]))
    ]
    months: defaultdict[str, Decimal] = defaultdict(Decimal)
    for leaf in result["leaves"]:
        months[leaf["month"]] += Decimal(leaf["target"])
    by_month = [months[f"2026-{number:02}"] for number in range(1, 13)]
    assert by_month[:3] == [Decimal(value) for value in expected["first_quarter"]]
    assert [sum(by_month[at : at + 3]) for at in (0, 3, 6, 9)] == [Decimal(value) for value in expected["quarters"]]
    assert all(item["ok"] for item in result["checks"])


@pytest.mark.parametrize("case", DOCUMENTS["tied_ranking"], ids=lambda case: "-".join(case["sales"]))
def test_tied_ranking(tmp_path: Path, case: dict[str, Any]) -> None:
    rows = "\n".join(
        f"| 2026年{month}月 | 华东 | 人{n} | 100 | {Decimal(sales) * tenths / 10:f} |"
        for n, sales in enumerate(case["sales"])
        for month, tenths in ((7, 2), (8, 3), (9, 5))
    )
    table = "| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n" + rows
    tiers = """
| 激励层级 | 触发条件 | 激励方式 | 适用对象 |
| 季度之星 | 季度排名 | 季度TOP3销售员分别奖励5000元、3000元、1000元 | 全体销售员 |
"""
    tracking = workbook(tmp_path / "tracking.xlsx", {"月度跟踪": table})
    plan = workbook(tmp_path / "plan.xlsx", {"销售激励方案对照表": tiers})
    output = tmp_path / "payout.xlsx"
    people = salescli("payout", tracking, "--plan", plan, "--period", "2026Q3", "-o", output)["result"]["people"]
    prizes = [next(item["amount"] for item in person["components"] if item["name"] == "ranking") for person in people]
    assert prizes == case["prizes"]
    totals = column(output, "提成表", "销售员", "应发合计(元)")
    assert [money(totals[f"人{n}"]) for n in range(4)] == case["prizes"]


@pytest.mark.parity
def test_every_workbook_recalculates_to_the_same_figures(folder: Path) -> None:
    salescli("track", folder / "monthly.xlsx", "-o", folder / "t.xlsx", "--force")
    salescli("analyze", folder / "analysis-tables.xlsx", "-o", folder / "a.xlsx", "--force")
    salescli("payout", folder / "t.xlsx", "--plan", folder / "tiers.xlsx", "-o", folder / "p.xlsx", "--force")
    assert_parity(folder / "t.xlsx", folder / "a.xlsx", folder / "p.xlsx")


def test_red_yellow_and_green_stand_where_they_belong(folder: Path) -> None:
    """Read from the file: the fill of each cell, and the live rules that take over once a figure is edited."""
    output = folder / "coloured.xlsx"
    table = (
        MONTHLY
        + "| 西南 | A产品 | 小赵 | 100,000 | 80,000 | 80% | -20,000 | |\n| 西南 | A产品 | 小钱 | 0 | 5,000 | | | |\n"
    )
    path = workbook(folder / "coloured-input.xlsx", {"月度目标分解与跟踪表": table})
    salescli("track", path, "-o", output, "--force")
    sheet = opened(output)["月度跟踪"]
    fills = {
        str(row[0].value): row[1].fill.fgColor.rgb
        for row in ((cells["销售员"], cells["状态"]) for cells in _rows(sheet))
        if row[0].value
    }
    hues = {name: _hue(fills[name]) for name in ("小张", "小李", "小王", "小赵", "小钱")}
    assert hues == {"小张": "green", "小李": "red", "小王": "green", "小赵": "yellow", "小钱": "grey"}
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules if rule.type == "expression"]
    assert {_hue(rule.dxf.fill.bgColor.rgb) for rule in rules} >= {"red", "yellow", "green"}


def _rows(sheet: Any) -> list[dict[str, Any]]:
    rows = list(sheet.iter_rows())
    top = next(index for index, row in enumerate(rows) if "状态" in [cell.value for cell in row])
    return [{str(head.value): cell for head, cell in zip(rows[top], row, strict=True)} for row in rows[top + 1 :]]


def _hue(rgb: str) -> str:
    red, green, blue = (int(rgb[-6:][at : at + 2], 16) for at in (0, 2, 4))
    if max(red, green, blue) - min(red, green, blue) < 12:
        return "grey"
    if green >= red:
        return "green"
    return "yellow" if green - blue > 40 else "red"
