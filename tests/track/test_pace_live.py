"""The pace after somebody typed over an actual on 月度跟踪, recalculated by LibreOffice; figures by hand.

On 20 August 2026, 14 of August's 21 working days are over and 7 are left.
"""

from datetime import date
from pathlib import Path

import pytest

from salescli.track.options import TrackOptions
from salescli.track.run import track
from tests.parity import assert_parity, opened, recalculated
from tests.sheets import workbook

PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-07 | 华东 | A产品 | S001 | 小张 | 销售额 | 300,000 |
| 2026-08 | 华东 | A产品 | S001 | 小张 | 销售额 | 400,000 |
| 2026-08 | 华东 | B产品 | S001 | 小张 | 销售额 | 200,000 |
| 2026-08 | 华南 | B产品 | S002 | 小李 | 销售额 | 210,000 |
| 2026-09 | 华东 | A产品 | S001 | 小张 | 销售额 | 300,000 |
"""
REPORTS = """
| 周开始日期 | 工号 | 销售员 | 产品线 | 销售额(元) |
| 2026-07-06 | S001 | 小张 | A产品 | 300,000 |
| 2026-08-03 | S001 | 小张 | A产品 | 200,000 |
| 2026-08-10 | S001 | 小张 | B产品 | 100,000 |
| 2026-08-10 | S002 | 小李 | B产品 | 150,000 |
"""


def rows_of(path: Path, sheet: str) -> list[dict[str, object]]:
    """The recalculated rows of a sheet, by the letters of their columns."""
    rows: dict[int, dict[str, object]] = {}
    for address, value in recalculated(path)[sheet].items():
        letters = address.rstrip("0123456789")
        rows.setdefault(int(address[len(letters) :]), {})[letters] = value
    return list(rows.values())


@pytest.mark.parity
def test_pace_projection_need_and_alert_follow_an_edited_actual(tmp_path: Path) -> None:
    """小张's 200,000 with A become 350,000: the team has 600,000 of 810,000.

    That is 74.07 % at two thirds of the time, heads for 900,000, leaves 210,000 for 7 days, 30,000 a day, and is on
    track. The quarter: 900,000 of 1,410,000 (July's 300,000, August's 810,000, September's 300,000).
    """
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    reports = workbook(tmp_path / "r.xlsx", {"销售周报": REPORTS})
    output = tmp_path / "t.xlsx"
    assert track(plan, [reports], output, options=TrackOptions(as_of=date(2026, 8, 20))).outputs
    book = opened(output)
    (row,) = [row for row in book["月度跟踪"].iter_rows() if 400_000 in [cell.value for cell in row]]
    next(cell for cell in row if cell.value == 200_000).value = 350_000
    book.save(tmp_path / "edited.xlsx")
    team, *_ = [row for row in rows_of(tmp_path / "edited.xlsx", "看板") if row.get("F") == "正常"]
    assert [team[key] for key in "ABCDEF"] == [
        "2026年8月",
        pytest.approx(2 / 3), pytest.approx(7.40740741), pytest.approx(900_000), pytest.approx(30_000), "正常"
    ]  # fmt: skip
    pace = rows_of(tmp_path / "edited.xlsx", "进度预警")
    quarter = next(row for row in pace if "第3季度" in str(row.get("A")))
    assert (quarter["C"], quarter["D"]) == (1_410_000, 900_000)
    (august, *_) = [row for row in pace if row.get("B") == "小张"]
    assert (august["D"], august["E"]) == (600_000, 450_000)


ODD = """
| 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | 1001 | 小张 | 销售额 | 100 |
| 2026-08 | 华东 | 01001 | 小李 | 销售额 | 200 |
| 2026-08 | 华东 | s1 | 小王 | 销售额 | 300 |
| 2026-08 | 华东 | S1 | 小赵 | 销售额 | 400 |
| 2026-08 | 华南 | | 张? | 销售额 | 500 |
| 2026-08 | 华南 | | 张三 | 销售额 | 600 |
| 2026-08 | 华北 | | 张三 | 销售额 | 700 |
| 2026-09 | 华北 | | 张三 | 销售额 | 50 |
"""


@pytest.mark.parity
def test_names_that_a_spreadsheet_would_mix_up_keep_their_own_sums(tmp_path: Path) -> None:
    """工号 of digits, of one spelling but for the case, a name with a question mark, namesakes of two regions."""
    plan = workbook(tmp_path / "plan.xlsx", {"月度计划": ODD})
    lines = "".join(
        f"| 2026-08-03 | {region} | {number} | {name} | {sales} |\n"
        for region, number, name, sales in (
            ("华东", "1001", "小张", 1), ("华东", "01001", "小李", 2), ("华东", "s1", "小王", 3),
            ("华东", "S1", "小赵", 4), ("华南", "", "张?", 5), ("华南", "", "张三", 6), ("华北", "", "张三", 7),
        )
    )  # fmt: skip
    reports = workbook(
        tmp_path / "r.xlsx", {"销售周报": "| 周开始日期 | 区域 | 工号 | 销售员 | 销售额(元) |\n" + lines}
    )
    output = tmp_path / "t.xlsx"
    outcome = track(plan, [reports], output, options=TrackOptions(as_of=date(2026, 8, 20)))
    assert outcome.outputs, [str(problem) for problem in outcome.problems]
    assert_parity(output)
