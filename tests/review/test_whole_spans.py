"""关键指标 of a quarter: the whole quarter beside the one before, even where an analysis tells only its last month."""

from pathlib import Path
from typing import Any

from tests.review.documents import run, section
from tests.sheets import workbook

MONTHLY = "| 月份 | 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) |\n" + "\n".join(
    f"| 2026-{month:02d} | 华东 | A产品 | 小张 | {target} | {actual} |"
    for month, target, actual in (
        *((4, 100_000, 90_000), (5, 110_000, 100_000), (6, 120_000, 60_000)),
        *((7, 200_000, 150_000), (8, 210_000, 180_000), (9, 230_000, 220_000)),
    )
)
SEPTEMBER = """
| 指标 | 团队目标 | 团队实际 | 上期实际 |
| {name} | 230000元 | 220000元 | 180000元 |
| 客诉率 | 2% | 3% | 2.5% |
"""


def _metrics(folder: Path, monthly: str = MONTHLY, name: str = "销售额") -> dict[str, dict[str, Any]]:
    analysis = workbook(folder / "业绩分析2026年9月.xlsx", {"业绩达成分析表": SEPTEMBER.format(name=name)})
    found = section(run(folder, {"月度跟踪": monthly}, period="2026Q3", more=(analysis,)), "metrics")
    rows = {row["metric"]: row for row in found}
    assert len(rows) == len(found)
    return rows


def test_sales_of_a_quarter_are_the_quarters(tmp_path: Path) -> None:
    """150 + 180 + 220 of 200 + 210 + 230 thousand, after 90 + 100 + 60."""
    row = _metrics(tmp_path)["销售额"]
    assert (row["target"], row["actual"], row["previous"]) == ("640000.00", "550000.00", "250000.00")
    assert (row["achievement"], row["mom"], row["mom_against"]) == ("0.859375", "1.200000", "2026Q2")
    assert (row["period"], row["source"]) == (None, "给出1")


def test_another_word_for_sales_is_sales(tmp_path: Path) -> None:
    assert set(_metrics(tmp_path, name="销售收入")) == {"销售额", "客诉率"}


def test_what_only_a_month_tells_stays_and_bears_its_name(tmp_path: Path) -> None:
    assert _metrics(tmp_path)["客诉率"]["period"] == "2026-09"


def test_a_quarter_of_which_a_month_has_no_sales_is_told_by_its_last(tmp_path: Path) -> None:
    row = _metrics(tmp_path, MONTHLY.replace("| 210000 | 180000 |", "| 210000 | 0 |"))["销售额"]
    assert (row["actual"], row["period"], row["mom_against"]) == ("220000.00", "2026-09", "2026-08")


def test_without_the_quarter_before_there_is_no_change(tmp_path: Path) -> None:
    months = "\n".join(line for line in MONTHLY.splitlines() if "2026-05" not in line)
    row = _metrics(tmp_path, months)["销售额"]
    assert (row["actual"], row["previous"], row["mom"]) == ("550000.00", None, None)


def test_an_analysis_of_a_month_still_serves_its_review(tmp_path: Path) -> None:
    analysis = workbook(tmp_path / "业绩分析2026年9月.xlsx", {"业绩达成分析表": SEPTEMBER.format(name="销售额")})
    rows = section(run(tmp_path, {"月度跟踪": MONTHLY}, period="2026-09", more=(analysis,)), "metrics")
    assert [(row["metric"], row["actual"], row["period"]) for row in rows] == [
        ("销售额", "220000.00", None),
        ("客诉率", "0.030000", None),
    ]
