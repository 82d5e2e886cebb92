"""Strategies on 20 July 2023, the documents' two and three more."""

from datetime import date
from pathlib import Path

import pytest

from salescli.excel.source import SourceWorkbook
from salescli.track.options import TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from salescli.track.tables import STRATEGY
from tests.parity import assert_parity
from tests.sheets import workbook, written

HEADER = "| 策略名称 | 对应目标 | 责任人 | 开始时间 | 截止时间 | 当前进度 | 风险预警 |\n"
STRATEGIES = (
    HEADER
    + """
| 优化客户跟进SOP | 提升转化率 | 销售经理 | 2023年7月1日 | 2023年7月15日 | 进行中(已完成痛点梳理) | 无 |
| 上线会员积分体系 | 提升复购率 | 客户运营 | 2023年7月10日 | 2023年8月10日 | 未开始(需求调研待启动) | 可能延期 |
| 话术培训 | 提升转化率 | 销售经理 | 2023-06-01 | 2023-06-30 | 完成（全员） | |
| 渠道招募 | | 客户运营 | 2023-08-01 | 2023-09-30 | 未开始 | |
| 今天到期 | | 销售经理 | 2023-07-01 | 2023-07-20 | 进行中 | |
""".lstrip()
)
MONTHLY = "| 月份 | 区域 | 销售员 | 月度目标 | 累计实际 |\n| 2023-07 | 华东 | 小张 | 100 | 60 |"


def tracked(tmp_path: Path, output: Path | None = None) -> TrackResult:
    plan = workbook(tmp_path / "m.xlsx", {"月度跟踪": MONTHLY})
    named = workbook(tmp_path / "s.xlsx", {"策略执行跟踪表": STRATEGIES})
    outcome = track(plan, output=output, options=TrackOptions(as_of=date(2023, 7, 20), strategies=named))
    assert outcome.result is not None, [str(item) for item in outcome.problems]
    assert [item.path for item in outcome.inputs] == [str(plan), str(named)]
    return outcome.result


def test_dates_decide_what_the_word_alone_does_not_say(tmp_path: Path) -> None:
    """Due on the 15th and not done: five days overdue. Due today is not overdue yet."""
    found = tracked(tmp_path).document()["strategies"]["strategies"]
    assert [(item["strategy"], item["standing"], item["overdue_days"], item["detail"]) for item in found] == [
        ("优化客户跟进SOP", "overdue", 5, "已完成痛点梳理"),
        ("上线会员积分体系", "not_begun", 0, "需求调研待启动"),
        ("话术培训", "done", 0, "全员"),
        ("渠道招募", "ahead", 0, ""),
        ("今天到期", "running", 0, ""),
    ]


def test_progress_by_owner(tmp_path: Path) -> None:
    owners = tracked(tmp_path).document()["strategies"]["owners"]
    assert [
        (item["owner"], item["strategies"], item["done"], item["overdue"], item["completion"]) for item in owners
    ] == [
        ("销售经理", 3, 1, 1, "0.333333"),
        ("客户运营", 2, 0, 0, "0.000000"),
    ]


def test_a_sheet_of_the_plans_own_workbook_is_taken(tmp_path: Path) -> None:
    plan = workbook(tmp_path / "m.xlsx", {"月度跟踪": MONTHLY, "策略执行跟踪表": STRATEGIES})
    result = track(plan, options=TrackOptions(as_of=date(2023, 7, 20))).result
    assert result is not None
    assert len(result.document()["strategies"]["strategies"]) == 5


@pytest.mark.parity
def test_the_sheet_reads_back_and_recalculates(tmp_path: Path) -> None:
    output = tmp_path / "tracking.xlsx"
    tracked(tmp_path, output)
    assert_parity(output)
    records = SourceWorkbook(output).read(STRATEGY)
    assert records is not None
    assert (len(records.rows), records.invalid) == (5, ())
    assert [(row.name, row.progress.detail, str(row.due)) for row in records.rows][:2] == [
        ("优化客户跟进SOP", "已完成痛点梳理", "2023-07-15"),
        ("上线会员积分体系", "需求调研待启动", "2023-08-10"),
    ]
    assert "5" in {str(cell) for row in written(output, "策略跟踪") for cell in row}
