"""Problems by quadrant, and whys seeded from what was missed."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from salescli.analyze.diagnosis import ProblemRow
from salescli.analyze.quadrants import Attention, Quadrant, attention, judged, quadrant
from tests.analyze.company import COMPANY, analyzed
from tests.analyze.documents import MONTHLY_HEAD
from tests.parity import opened


@pytest.mark.parametrize(
    ("impact", "difficulty", "expected"),
    [
        (4, 2, Quadrant.QUICK_WIN),
        (4, 3, Quadrant.BIG_PROJECT),  # the middle is not easy
        (3, 2, Quadrant.FILL_IN),  # nor is it high
        (3, 3, Quadrant.LATER),
    ],
)
def test_impact_against_ease(impact: int, difficulty: int, expected: Quadrant) -> None:
    assert quadrant(ProblemRow(problem="x", impact=impact, difficulty=difficulty)) is expected


@pytest.mark.parametrize(
    ("importance", "urgency", "expected"),
    [
        (5, 4, Attention.NOW),
        (5, 3, Attention.PLAN),
        (2, 4, Attention.DELEGATE),
        (3, 3, Attention.DROP),
        (5, None, None),
    ],
)
def test_importance_against_urgency(importance: int, urgency: int | None, expected: Attention | None) -> None:
    row = ProblemRow(problem="x", impact=1, difficulty=1, importance=importance, urgency=urgency)
    assert attention(row) is expected


def test_high_impact_and_easy_comes_first(tmp_path: Path) -> None:
    order = [item.row.problem for item in analyzed(tmp_path, COMPANY).order]
    assert order == ["新客户转化率低", "华南区域B产品下滑", "周报格式不统一", "缺乏二次营销触点"]


def test_a_tie_keeps_the_order_of_the_table() -> None:
    rows = [ProblemRow(problem=name, impact=5, difficulty=1) for name in "乙甲"]
    assert [item.row.problem for item in judged(rows)] == ["乙", "甲"]


def test_why_sales_missed_is_asked_down_to_the_person(tmp_path: Path) -> None:
    rows = {item.item: item for item in analyzed(tmp_path, COMPANY).whys}
    team = rows["团队 · 销售额"]
    assert team.finding == "实际 1,100,000，目标 1,700,000，达成 64.7%"
    assert team.whys == (
        "〔自动〕区域“华南”差 280,000 元，缺口最大",
        "〔自动〕销售员“小李”差 280,000 元，缺口最大",  # 华南 sells B alone
    )
    assert rows["小王 · 销售额"].whys[-1] == "〔自动〕成交率（成单÷线索） 5.0%，团队中位数 7.5%"


def test_what_people_wrote_stands_as_they_wrote_it(tmp_path: Path) -> None:
    rows = {item.item: item for item in analyzed(tmp_path, COMPANY).whys}
    written = rows["新客户转化率低"]
    assert (written.whys, written.root_cause, written.remedy) == (("首次响应超24小时",), "线索分配靠人工", None)
    assert rows["客户转化率"].whys == ("首次响应超24小时",)  # the issue of the present state
    assert rows["漏斗 · 方案提供"].finding == "平均停留超标准 2 天"


def test_a_note_beside_the_figure_is_the_last_answer(tmp_path: Path) -> None:
    table = MONTHLY_HEAD.replace(" |\n", " | 备注 |\n") + "| 2026-08 | 华东 |  |  | 小张 | 10 | 1 | 客户推迟签约 |"
    (person,) = [item for item in analyzed(tmp_path, {"月度跟踪": table}).whys if item.item.startswith("小张")]
    assert person.whys == ("备注：客户推迟签约",)  # one region: its name says nothing of why


def test_a_level_that_repeats_the_one_above_is_skipped(tmp_path: Path) -> None:
    """华南 sells one product line, so who is short comes at once; 华东 sells two, and which of them is asked first."""
    rows = (
        "| 2026-08 | 华南 | B产品 |  | 小李 | 100 | 30 |\n| 2026-08 | 华南 | B产品 |  | 小赵 | 100 | 60 |\n"
        "| 2026-08 | 华东 | A产品 |  | 小张 | 100 | 20 |\n| 2026-08 | 华东 | C产品 |  | 小王 | 100 | 90 |"
    )
    found = {item.item: item for item in analyzed(tmp_path, {"月度跟踪": MONTHLY_HEAD + rows}).whys}
    assert found["华南 · 销售额"].whys == ("〔自动〕销售员“小李”差 70 元，缺口最大",)
    assert found["华东 · 销售额"].whys == (
        "〔自动〕产品线“A产品”差 80 元，缺口最大",
        "〔自动〕销售员“小张”差 80 元，缺口最大",
    )
    texts = [text for item in found.values() for text in (item.finding, *item.whys)]
    assert not [text for text in texts if text.rstrip("。.").endswith(("差距率", "差", "是", "：", " ", "of", "by"))]


def test_nothing_missed_asks_nothing(tmp_path: Path) -> None:
    sheets = {"月度跟踪": MONTHLY_HEAD + "| 2026-08 | 华东 |  |  | 小张 | 10 | 12 |"}
    assert analyzed(tmp_path, sheets).whys == ()


def test_the_charts_name_their_points_and_stand_on_an_invisible_base(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    analyzed(tmp_path, COMPANY, output=output)
    with ZipFile(output) as package:
        charts = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/chart")]
    scatter = [chart for chart in charts if "<c:scatterChart>" in chart]
    assert len(scatter) == 2
    assert all("新客户转化" in chart and '<c:crossesAt val="3"/>' in chart for chart in scatter)
    walks = [chart for chart in charts if "图：底座" in chart]
    assert len(walks) == 3  # region, product line, person
    assert all(chart.split("</c:ser>")[0].count("<a:noFill/>") >= 1 for chart in walks)
    assert all('<c:delete val="1"/>' in chart for chart in walks)  # the base is not in the legend
    assert not any('<c:plotVisOnly val="1"/>' in chart for chart in charts)  # its column is hidden
    sheet = opened(output)["变动归因"]
    heads = {str(cell.value): cell.coordinate[0] for row in sheet.iter_rows() for cell in row if cell.value}
    hidden = {name: sheet.column_dimensions[heads[name]].hidden for name in ("累计至", "图：底座")}
    assert hidden == {"累计至": False, "图：底座": True}
