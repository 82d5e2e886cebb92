"""A small company with everything analysis can use: two months, weekly rows, orders, problems and customers."""

from datetime import date
from pathlib import Path

from salescli.analyze.result import AnalysisResult
from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.excel.intake import RunOptions
from tests.analyze.documents import SHEETS
from tests.sheets import workbook

WEEKLY = """
| 周开始日期 | 区域 | 产品线 | 销售员 | 线索数 | 客户拜访 | 方案提交 | 产品演示 | 成单数 | 销售额(元) |
| 2026-07-06 | 华东 | A产品 | 小张 | 40 | 20 | 8 | 6 | 7 | 700,000 |
| 2026-07-06 | 华南 | B产品 | 小李 | 40 | 20 | 8 | 6 | 4 | 400,000 |
| 2026-07-06 | 华南 | A产品 | 小赵 | 10 | 6 | 3 | 2 | 1 | 100,000 |
| 2026-08-03 | 华东 | A产品 | 小张 | 30 | 15 | 6 | 4 | 3 | 350,000 |
| 2026-08-10 | 华东 | A产品 | 小张 | 30 | 15 | 6 | 4 | 3 | 400,000 |
| 2026-08-03 | 华南 | B产品 | 小李 | 40 | 12 | 5 | 4 | 3 | 320,000 |
| 2026-08-03 | 华北 | C产品 | 小王 | 20 | 12 | 5 | 4 | 1 | 30,000 |
"""
"""July: 12 deals of 90 leads for 1,200,000. August: 10 deals of 120 leads for 1,100,000."""

ORDERS = """
| 订单号 | 签约日期 | 区域 | 产品线 | 销售员 | 客户 | 合同额(元) | 已回款(元) | 成本(元) | 线索日期 | 客户类型 |
| D1 | 2026-07-10 | 华东 | A产品 | 小张 | 甲公司 | 200,000 | 200,000 | 120,000 | 2026-06-20 | 老客户 |
| D2 | 2026-08-05 | 华东 | A产品 | 小张 | 甲公司 | 300,000 | 150,000 | 180,000 | 2026-07-06 | 老客户 |
| D3 | 2026-08-12 | 华南 | B产品 | 小李 | 乙公司 | 100,000 | 30,000 | 70,000 | 2026-07-23 |  |
| D4 | 2026-08-20 | 华南 | B产品 | 小李 | 丙公司 | 100,000 | 29,999 |  | 2026-08-01 | 新客户 |
"""
"""D4 is collected below 30 %, so it is no deal."""

PROBLEMS = """
| 问题 | 影响(1-5) | 难度(1-5) | 紧急(1-5) | 重要(1-5) | 为什么1 | 根因 |
| 缺乏二次营销触点 | 3 | 3 | 2 | 4 | 没有会员体系 |  |
| 新客户转化率低 | 5 | 2 | 4 | 5 | 首次响应超24小时 | 线索分配靠人工 |
| 华南区域B产品下滑 | 5 | 4 | 5 | 5 |  |  |
| 周报格式不统一 | 2 | 1 | 4 | 2 |  |  |
"""
CUSTOMERS = """
| 客户 | 销售员 | 年贡献(元) | 潜力(1-5) | 合作年限 | 最近联系日期 |
| 甲公司 | 小张 | 1,200,000 | 5 | 4 | 2026-08-10 |
| 乙公司 | 小李 | 500,000 | 3 | 2 | 2026-08-25 |
| 丙公司 | 小李 | 95,000 | 5 | 1 | 2026-07-28 |
| 丁公司 | 小王 | 80,000 | 2 | 1 | 2026-07-28 |
| 戊公司 | 小王 | 25,000 |  |  |  |
"""
COMPANY = SHEETS | {"周明细": WEEKLY, "订单明细": ORDERS, "问题诊断表": PROBLEMS, "客户分层表": CUSTOMERS}
DAY = date(2026, 8, 31)


def analyzed(
    folder: Path, sheets: dict[str, str], *, output: Path | None = None, options: AnalyzeOptions | None = None
) -> AnalysisResult:
    """The result of a workbook of `sheets` on the last day of August; fails with the problems when there is none."""
    source = workbook(folder / "公司.xlsx", sheets)
    wanted = options or AnalyzeOptions(as_of=DAY, deals_target=10)
    outcome = analyze(source, output, options=wanted, run=RunOptions(force=True))
    assert outcome.result is not None, [item.code.name for item in outcome.problems]
    return outcome.result
