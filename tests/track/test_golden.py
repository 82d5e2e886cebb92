"""The documents' own monthly table, with its own headers and its cells typed as people type them."""

from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month
from salescli.track.options import TrackOptions
from salescli.track.run import track
from tests.parity import assert_parity
from tests.sheets import workbook, written

DOCUMENTS = """
| 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) | 达成率(%) | 差额(元) | 备注(未达标原因) |
| 华东 | A产品 | *小张 | 800,000 | 840,000 | 105% | +40,000 | 超额完成，重点客户大额订单 |
| 华南 | B产品 | *小李 | 600,000 | 450,000 | 75% | -150,000 | 新客户转化率低，需培训支持 |
| 华北 | C产品 | *小王 | 300,000 | 330,000 | 110% | +30,000 | 新渠道拓展见效 |
"""

FIGURES = {
    "小张": ("800000.00", "840000.00", "1.050000", "40000.00", "exceeded"),
    "小李": ("600000.00", "450000.00", "0.750000", "-150000.00", "behind"),
    "小王": ("300000.00", "330000.00", "1.100000", "30000.00", "exceeded"),
}
TOTALS = {"target": "1700000.00", "actual": "1620000.00", "achievement": "0.952941", "variance": "-80000.00"}


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    return workbook(tmp_path / "monthly.xlsx", {"月度目标分解与跟踪表": DOCUMENTS})


def test_the_documents_figures_come_out(documents: Path) -> None:
    outcome = track(documents)
    assert outcome.problems == ()
    assert outcome.result is not None
    found = outcome.result.document()
    keys = ("target", "actual", "achievement", "variance", "status")
    assert {row["person"]: tuple(row[key] for key in keys) for row in found["rows"]} == FIGURES
    assert found["totals"] == TOTALS
    assert found["account"] == {
        "read": 3, "merged": 3, "duplicate": 0, "superseded": 0, "unknown": 0, "outside": 0, "invalid": 0,
    }  # fmt: skip
    assert (found["missing"], found["late"]) == ([], [])
    assert {row["month"] for row in found["rows"]} == {None}


def test_rows_have_the_keys_of_the_contract_in_their_order(documents: Path) -> None:
    result = track(documents).result
    assert result is not None
    found = result.document()
    assert list(found)[:5] == ["rows", "totals", "account", "missing", "late"]
    assert " ".join(found["rows"][0]) == (
        "month region product employee_id person target actual collected achievement variance status"
    )


def test_the_written_cells_hold_the_same_figures(documents: Path, tmp_path: Path) -> None:
    output = tmp_path / "tracking.xlsx"
    assert track(documents, output=output).outputs == (output,)
    rows = written(output, "月度跟踪")
    at = next(index for index, row in enumerate(rows) if row[0] == "区域")
    assert rows[at][:9] == [
        "区域", "产品线", "销售员", "月度目标(元)", "累计实际(元)", "达成率(%)", "差额(元)", "状态", "备注(未达标原因)",
    ]  # fmt: skip
    assert [row[2:8] for row in rows[at + 1 : at + 4]] == [
        ["小张", 800000, 840000, 1.05, 40000, "超额达标"],
        ["小李", 600000, 450000, 0.75, -150000, "未达标"],
        ["小王", 300000, 330000, 1.1, 30000, "超额达标"],
    ]
    assert rows[at + 1][8] == "超额完成，重点客户大额订单"
    assert [rows[at + 4][column] for column in (0, 3, 4, 6, 7)] == ["合计", 1700000, 1620000, -80000, "基本达标"]
    assert rows[at + 4][5] == pytest.approx(1620000 / 1700000, abs=1e-12)


def test_what_was_written_is_tracked_again_to_the_same_figures(documents: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    track(documents, output=first)
    again = track(first, output=second)
    assert again.result is not None
    original = track(documents).result
    assert original is not None
    assert again.result.document()["rows"] == original.document()["rows"]
    assert [problem.code.name for problem in again.problems] == ["total-row"]


def test_a_row_without_a_month_takes_the_one_that_is_named(documents: Path) -> None:
    result = track(documents, options=TrackOptions(Month(2026, 8))).result
    assert result is not None
    found = result.document()
    assert {row["month"] for row in found["rows"]} == {"2026-08"}
    assert found["board"]["month"] == "2026-08"


def test_with_a_month_the_rows_of_other_months_stay_outside(tmp_path: Path) -> None:
    book = workbook(
        tmp_path / "monthly.xlsx",
        {
            "月度跟踪": """
            | 月份 | 区域 | 销售员 | 月度目标 | 累计实际 |
            | 2026年7月 | 华东 | 小张 | 100 | 50 |
            | 2026年8月 | 华东 | 小张 | 100 | 80 |
            | 2026年8月 | 华南 | 小李 | 200 | 220 |"""
        },
    )
    result = track(book, options=TrackOptions(Month(2026, 8))).result
    assert result is not None
    assert [(row.person, int(row.figures.actual or 0)) for row in result.rows] == [("小张", 80), ("小李", 220)]
    assert (result.account.read, result.account.merged, result.account.outside) == (3, 2, 1)
    assert [(item.reason.value, item.row) for item in result.excluded] == [("outside", 2)]
    blocked = track(book, options=TrackOptions(Month(2026, 9)))
    assert blocked.blocked
    assert [problem.code.name for problem in blocked.problems] == ["month-not-planned"]


def test_without_a_month_the_board_shows_the_last_and_the_totals_all(tmp_path: Path) -> None:
    book = workbook(
        tmp_path / "monthly.xlsx",
        {
            "月度跟踪": """
            | 月份 | 区域 | 销售员 | 月度目标 | 累计实际 |
            | 2026年8月 | 华东 | 小张 | 100 | 80 |
            | 2026年7月 | 华东 | 小张 | 100 | 50 |"""
        },
    )
    result = track(book).result
    assert result is not None
    found = result.document()
    assert [row["month"] for row in found["rows"]] == ["2026-07", "2026-08"]
    assert found["totals"]["achievement"] == "0.650000"
    assert (found["board"]["month"], found["board"]["achievement"], found["board"]["status"]) == (
        "2026-08", "0.800000", "near",
    )  # fmt: skip


def test_a_row_twice_counts_once_and_a_contradiction_is_an_error(tmp_path: Path) -> None:
    table = """
    | 区域 | 销售员 | 月度目标 | 累计实际 |
    | 华东 | 小张 | 100 | 80 |
    | 华东 | *小张 | 100 | {actual} |"""
    same = track(workbook(tmp_path / "same.xlsx", {"月度跟踪": table.format(actual=80)}))
    assert same.result is not None
    assert same.result.account.duplicate == 1
    assert same.result.totals.actual == 80
    differing = track(workbook(tmp_path / "differing.xlsx", {"月度跟踪": table.format(actual=90)}))
    assert differing.blocked
    assert differing.result is None
    (found,) = differing.problems
    assert (found.code.name, found.place.cell, found.details["other"]) == ("target-twice", "C3", "C2")


def test_an_invalid_row_blocks_unless_it_is_left_out_and_listed(tmp_path: Path) -> None:
    table = """
    | 区域 | 销售员 | 月度目标 | 累计实际 |
    | 华东 | 小张 | 100 | 80 |
    | 华东 | 小李 | 很多 | 80 |"""
    book, output = workbook(tmp_path / "monthly.xlsx", {"月度跟踪": table}), tmp_path / "tracking.xlsx"
    assert track(book, output=output).blocked
    assert not output.exists()
    pardoned = track(book, output=output, run=RunOptions(skip_invalid=True))
    assert pardoned.result is not None
    assert pardoned.outputs == (output,)
    assert (pardoned.result.account.read, pardoned.result.account.merged, pardoned.result.account.invalid) == (2, 1, 1)
    excluded = [row for row in written(output, "冲突与剔除") if row[0] == "无法读取" and row[1] == 3]
    assert len(excluded) == 1


def test_a_workbook_of_something_else_says_what_is_needed(tmp_path: Path) -> None:
    outcome = track(workbook(tmp_path / "x.xlsx", {"通讯录": "| 姓名 | 电话 |\n| 小张 | 138 |"}))
    assert outcome.blocked
    assert [problem.code.name for problem in outcome.problems] == ["no-plan"]
    assert outcome.problems[0].details["sheets"] == ("通讯录",)


@pytest.mark.parity
def test_every_formula_recalculates_to_the_engines_figure(documents: Path, tmp_path: Path) -> None:
    output = tmp_path / "tracking.xlsx"
    track(documents, output=output)
    assert_parity(output)
