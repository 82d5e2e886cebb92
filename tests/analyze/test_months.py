"""A workbook of many months: the team month by month, the year to date, and the conclusions in a sentence each."""

from pathlib import Path

import pytest

from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.measure.period import Month
from salescli.words.language import Lang
from tests.parity import assert_parity, formulas
from tests.sheets import workbook, written

ROWS = """
| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2025-12 | 华东 | 小张 | 100,000 | 80,000 |
| 2025-12 | 华南 | 小李 | 100,000 | 70,000 |
| 2026-01 | 华东 | 小张 | 120,000 | 130,000 |
| 2026-01 | 华南 | 小李 | 80,000 | 40,000 |
| 2026-03 | 华东 | 小张 | 120,000 | 90,000 |
| 2026-03 | 华南 | 小李 | 80,000 | 120,000 |
| 2026-12 | 华东 | 小张 | 200,000 | 225,000 |
"""


def course(folder: Path, month: Month | None = None) -> list[dict[str, object]]:
    source = workbook(folder / "跟踪.xlsx", {"月度目标分解与跟踪表": ROWS})
    result = analyze(source, options=AnalyzeOptions(month=month)).document(Lang.EN)["result"]
    found: list[dict[str, object]] = result["months"]
    return found


def test_each_month_with_the_year_to_date(tmp_path: Path) -> None:
    shown = [
        (row["month"], row["actual"], row["achievement"], row["mom"], row["yoy"], row["year_actual"], row["status"])
        for row in course(tmp_path)
    ]
    assert shown == [
        ("2025-12", "150000.00", "0.750000", None, None, "150000.00", "behind"),
        ("2026-01", "170000.00", "0.850000", "0.133333", None, "170000.00", "near"),
        ("2026-03", "210000.00", "1.050000", None, None, "380000.00", "exceeded"),  # February is not known
        ("2026-12", "225000.00", "1.125000", None, "0.500000", "605000.00", "exceeded"),
    ]


def test_nothing_after_the_month_analyzed(tmp_path: Path) -> None:
    assert [row["month"] for row in course(tmp_path, Month(2026, 1))] == ["2025-12", "2026-01"]


def test_last_years_workbook_gives_the_months_their_yoy(tmp_path: Path) -> None:
    earlier = (
        "| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n"
        "| 2025-01 | 华东 | 小张 | 1 | 100,000 |\n"
        "| 2025-01 | 华南 | 小李 | 1 | 36,000 |\n"
        "| 2025-12 | 华东 | 小张 | 1 | 180,000 |\n"  # named for this month, so it counts
        "| 2026-01 | 华东 | 小张 | 1 | 1 |"  # not named for this one, which the workbook analyzed has
    )
    source = workbook(tmp_path / "跟踪.xlsx", {"月度目标分解与跟踪表": ROWS})
    last = workbook(tmp_path / "去年.xlsx", {"月度目标分解与跟踪表": earlier})
    months = analyze(source, options=AnalyzeOptions(last_year=last)).document(Lang.EN)["result"]["months"]
    assert [(row["month"], row["yoy"]) for row in months] == [
        ("2025-12", None),
        ("2026-01", "0.250000"),  # 170,000 against 136,000
        ("2026-03", None),
        ("2026-12", "0.250000"),  # 225,000 against 180,000
    ]


def test_the_heat_map_ends_with_the_month_analyzed(tmp_path: Path) -> None:
    source = workbook(tmp_path / "跟踪.xlsx", {"月度目标分解与跟踪表": ROWS})
    result = analyze(source, options=AnalyzeOptions(month=Month(2026, 1))).document(Lang.EN)["result"]
    assert sorted({cell["month"] for cell in result["heat"]}) == ["2025-12", "2026-01"]


def test_parts_that_are_behind_come_before_a_team_that_is_not(tmp_path: Path) -> None:
    rows = "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n| 华东 | 小张 | 100 | 200 |\n| 华南 | 小李 | 100 | 40 |"
    result = analyze(workbook(tmp_path / "跟踪.xlsx", {"月度目标分解与跟踪表": rows})).document(Lang.EN)["result"]
    first, *others = (item["zh"] for item in result["conclusions"])
    assert first == "未达标 1 个，差额最大：华南（40.0%）"
    assert "团队有目标的 1 项都没有未达标" in others


def test_a_single_month_is_no_course(tmp_path: Path) -> None:
    assert course(tmp_path, Month(2025, 12)) == []


@pytest.mark.parity
def test_the_sheet_is_live(tmp_path: Path) -> None:
    source, output = workbook(tmp_path / "跟踪.xlsx", {"月度目标分解与跟踪表": ROWS}), tmp_path / "分析.xlsx"
    analyze(source, output)
    assert_parity(output)
    last = next(row for row in written(output, "月度走势") if row[0] == "2026年12月")
    assert last == [
        "2026年12月",
        200_000,
        225_000,
        1.125,
        "超额达标",
        None,
        0.5,
        600_000,
        605_000,
        pytest.approx(605 / 600),
    ]
    assert len(formulas(output)["月度走势"]) >= 4 * 5


def test_the_first_sheet_says_the_conclusions_and_opens_their_sheets(tmp_path: Path) -> None:
    source, output = workbook(tmp_path / "跟踪.xlsx", {"月度目标分解与跟踪表": ROWS}), tmp_path / "分析.xlsx"
    outcome = analyze(source, output, options=AnalyzeOptions(month=Month(2026, 1)))
    said = {row["sheet"]: row["zh"] for row in outcome.document(Lang.EN)["result"]["conclusions"]}
    assert (
        said["By salesperson"] == "增长最多：小张 +50,000；下降最多：小李 -30,000；未达标 1 个，差额最大：小李（50.0%）"
    )
    rows = [row[:2] for row in written(output, "目录")]
    assert ["销售员对比", said["By salesperson"]] in rows


def test_every_term_says_where_its_figures_come_from(tmp_path: Path) -> None:
    source, output = workbook(tmp_path / "跟踪.xlsx", {"月度目标分解与跟踪表": ROWS}), tmp_path / "分析.xlsx"
    outcome = analyze(source, output)
    rows = written(output, "说明")
    head = next(at for at, row in enumerate(rows) if row[:3] == ["名称", "定义", "取自"])
    end = next(at for at, row in enumerate(rows) if at > head and not any(row))
    assert end - head > 20
    assert all(all(row[:3]) for row in rows[head + 1 : end])
    assert outcome.document(Lang.EN)["result"]["sources"] == [
        {"table": "Monthly tracking", "file": "跟踪.xlsx", "rows": 7}
    ]
    assert ["月度目标分解与跟踪表", "跟踪.xlsx", 7] in [row[:3] for row in rows]
