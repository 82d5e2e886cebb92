"""The documents' own retrospective, and the shortest way to review it."""

from pathlib import Path
from typing import Any

from salescli.excel.intake import RunOptions
from salescli.review.result import ReviewResult
from salescli.review.run import review
from salescli.table.outcome import Outcome
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.sheets import workbook

SUMMARY_HEAD = "| 复盘周期 | 策略执行效果(关键指标变化) | 成功经验 | 待改进点 | 下一步调整计划 |\n"
SUMMARY = SUMMARY_HEAD + (
    "| 2023年7月(月度) | 转化率从8%提升至9%(未达12%目标)；新客数量增加20个(目标150个) | 统一话术后首次响应更快 "
    "| 会员积分体系尚未启动 | 8月完成需求调研并上线积分体系 |"
)
STRATEGY = (
    "| 策略名称 | 对应目标 | 具体动作 | 责任人 | 开始时间 | 截止时间 | 当前进度 | 资源支持 | 风险预警 |\n"
    "| 优化客户跟进SOP | 提升转化率 | 统一跟进话术 | 销售经理 | 2023年7月1日 | 2023年7月15日 "
    "| 进行中(已完成痛点梳理) |  | 无 |\n"
    "| 上线会员积分体系 | 提升复购率 | 设计积分规则 | 客户运营 | 2023年7月10日 | 2023年8月10日 "
    "| 未开始(需求调研待启动) | 预算2万元(财务部审批) | 技术部人力紧张，可能延期 |\n"
    "| 渠道拓展 | 新客户 | 参加展会 | 小王 | 2023年6月1日 | 2023年6月30日 | 完成 |  |  |"
)
TRACKING = """
| 月份 | 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2023-07 | 华东 | A产品 | 小张 | 700,000 | 735,000 |
| 2023-07 | 华南 | B产品 | 小李 | 600,000 | 300,000 |
| 2023-08 | 华东 | A产品 | *小张 | 800,000 | 840,000 |
| 2023-08 | 华南 | B产品 | *小李 | 600,000 | 450,000 |
| 2023-08 | 华北 | C产品 | *小王 | 300,000 | 330,000 |
"""
PAYOUT = """
| 核算周期 | 销售员 | 区域 | 目标业绩 | 实际业绩 | 计提基数 | 提成 | 奖金 | 团队奖 | 应发合计(元) |
| 2023-08 | 小张 | 华东 | 800,000 | 840,000 | 840,000 | 16,800 | 1,000 | 0 | 17,800 |
| 2023-08 | 小李 | 华南 | 600,000 | 450,000 | 450,000 | 0 | 0 | 0 | 0 |
| 2023-08 | 小王 | 华北 | 300,000 | 330,000 | 330,000 | 6,600 | 1,000 | 500 | 8,100 |
"""
FOLLOW_UPS = """
| 提出周期 | 行动事项 | 责任人 | 截止时间 | 进展 | 备注 |
| 2023年6月(月度) | 整理客户名单 | 小张 | 2023-06-30 | 完成 |  |
| 2023年6月(月度) | 招聘两名销售 | 销售经理 | 2023-07-31 | 进行中(已面试3人) | 优先华南 |
"""
SHEETS = {
    "月度目标分解与跟踪表": TRACKING,
    "策略执行跟踪表": STRATEGY,
    "提成表": PAYOUT,
    "复盘总结表": SUMMARY,
    "下期行动": FOLLOW_UPS,
}


def run(
    folder: Path,
    *books: dict[str, str],
    period: str = "2023Q3",
    output: Path | None = None,
    more: tuple[Path, ...] = (),
) -> Outcome[ReviewResult]:
    """Write each of `books` as a workbook and review them, with `more` workbooks behind them."""
    files = [workbook(folder / f"给出{number}.xlsx", sheets) for number, sheets in enumerate(books, start=1)]
    return review([*files, *more], output, period=period, run=RunOptions(force=True))


def section(outcome: Outcome[ReviewResult], name: str) -> list[dict[str, Any]]:
    """The rows of one section of the JSON document."""
    result = outcome.document(Lang.EN)["result"]
    assert result, codes(outcome)
    rows: list[dict[str, Any]] = next(item["rows"] for item in result["sections"] if item["name"] == name)
    return rows


def codes(outcome: Outcome[ReviewResult], severity: Severity | None = None) -> list[str]:
    """The codes of what was said."""
    return [item.code.name for item in outcome.problems if severity is None or item.severity is severity]
