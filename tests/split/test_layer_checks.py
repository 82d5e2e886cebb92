"""校验 proves the issued layer and the three lines too, and 总览 draws every divided goal."""

from pathlib import Path

import pytest

from tests.parity import assert_parity, opened
from tests.sheets import written
from tests.split.tables import plan, run
from tests.split.test_layers import PAIR

TWO = PAIR | {"年度目标": PAIR["年度目标"] + "\n| 新客户数 | 2026 | 27 | 家 |"}


def test_the_layers_are_checked_against_the_goal_times_the_factor(tmp_path: Path) -> None:
    """2,460 × 1.05 = 2,583 and × 1.1 = 2,706; 27 × 1.05 = 28.35 and × 1.1 = 29.7; × 0.8, 1 and 1.2 for the lines."""
    found = plan(run(tmp_path, TWO, weights="even", hedge="person=1.1,region=1.05", lines=True)).document()
    checks = {(item["metric"], item["name"]): (item["expected"], item["actual"]) for item in found["checks"]}
    wanted = {
        ("销售额", "issued_region"): "2583.00",
        ("销售额", "issued_person"): "2706.00",
        ("新客户数", "issued_region"): "28",
        ("新客户数", "issued_person"): "30",
        ("销售额", "line_floor"): "1968.00",
        ("销售额", "line_target"): "2460.00",
        ("销售额", "line_stretch"): "2952.00",
        ("新客户数", "line_floor"): "22",  # 21.6
        ("新客户数", "line_target"): "27",
        ("新客户数", "line_stretch"): "32",  # 32.4
    }
    assert {key: pair for key, pair in checks.items() if key in wanted} == {
        key: (amount, amount) for key, amount in wanted.items()
    }


@pytest.mark.parity
def test_the_sheet_of_checks_adds_the_layers_up(tmp_path: Path) -> None:
    output = tmp_path / "计划.xlsx"
    run(tmp_path, TWO, output=output, weights="even", hedge="person=1.1,region=1.05", lines=True)
    rows = {(row[0], row[2]): row for row in written(output, "校验")}
    assert rows["新客户数", "下发：全员合计 = 目标 × 上浮"][4:8] == [30, 30, 0, "一致"]
    assert rows["销售额", "冲刺线：全员合计 = 目标 × 系数"][4:8] == [2952, 2952, 0, "一致"]
    cells = {(row[0].value, row[2].value): row for row in opened(output)["校验"].iter_rows()}
    assert all(str(cell.value).startswith("=") for cell in cells["新客户数", "下发：各区域合计 = 目标 × 上浮"][4:8])
    assert_parity(output)


def test_every_divided_goal_is_drawn(tmp_path: Path) -> None:
    """Months and shares of sales and of new customers; the rate, which everybody inherits, has none."""
    output = tmp_path / "计划.xlsx"
    run(tmp_path, TWO, output=output, weights="even")
    sheet = opened(output)["总览"]
    assert len(sheet._charts) == 4  # type: ignore[attr-defined]  # openpyxl has no public list of charts
    places = [chart.anchor._from.row for chart in sheet._charts]  # type: ignore[attr-defined]
    assert places[0] == places[1] < places[2] == places[3]
