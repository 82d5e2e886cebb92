"""The documents' own tables, in their own words, and the shortest way to analyze them."""

from pathlib import Path

from salescli.analyze.metrics import Metric
from salescli.analyze.result import AnalysisResult
from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.excel.intake import RunOptions
from salescli.table.outcome import Outcome
from salescli.table.problem import Severity
from tests.sheets import workbook

METRICS = """
| 指标 | 团队目标 | 团队实际 | 达成率 | 环比 | 同比 | 主要影响因素 |
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
TRACKING = """
| 月份 | 区域 | 产品线 | 销售员 | 月度目标(元) | 累计实际(元) | 回款额(元) |
| 2025-08 | 华东 | A产品 | 小张 | 700,000 | 700,000 | 600,000 |
| 2026-07 | 华东 | A产品 | 小张 | 780,000 | 700,000 | 650,000 |
| 2026-07 | 华南 | B产品 | 小李 | 600,000 | 400,000 | 350,000 |
| 2026-07 | 华南 | A产品 | 小赵 | 100,000 | 100,000 | 90,000 |
| 2026-08 | 华东 | A产品 | *小张 | 800,000 | 750,000 | 700,000 |
| 2026-08 | 华南 | B产品 | *小李 | 600,000 | 320,000 | 300,000 |
| 2026-08 | 华北 | C产品 | *小王 | 300,000 | 30,000 | 20,000 |
"""
"""July sums to 1,200,000 and August to 1,100,000, the documents' own change."""

FUNNEL = """
| 阶段 | 客户数 | 平均停留天数 | 标准周期(天) |
| 意向客户 | 200 | 7 | 10 |
| 需求确认 | 120 | 9 | 10 |
| 方案提供 | 60 | 16 | 14 |
| 商务谈判 | 30 |  | 14 |
| 成交客户 | 6 | 3 | 5 |
"""
HEAD = "| 指标 | 团队目标 | 团队实际 | 上期实际 | 去年同期实际 |\n"
MONTHLY_HEAD = "| 月份 | 区域 | 产品线 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) |\n"
SHEETS = {
    "业绩达成分析表": METRICS,
    "业绩现状分析表": STATUS,
    "月度目标分解与跟踪表": TRACKING,
    "销售漏斗": FUNNEL,
}


def run(
    folder: Path,
    sheets: dict[str, str],
    *,
    previous: dict[str, str] | None = None,
    last_year: dict[str, str] | None = None,
    output: Path | None = None,
    options: RunOptions | None = None,
) -> Outcome[AnalysisResult]:
    """Write `sheets` as a workbook (and those of other periods) and analyze it."""
    source = workbook(folder / "本期.xlsx", sheets)
    before = None if previous is None else workbook(folder / "上期.xlsx", previous)
    year_before = None if last_year is None else workbook(folder / "去年.xlsx", last_year)
    wanted = AnalyzeOptions(before, year_before)
    return analyze(source, output, options=wanted, run=options or RunOptions(force=True))


def metrics(outcome: Outcome[AnalysisResult]) -> dict[tuple[str, str], Metric]:
    """Every metric by name and scope; fails with the problems when there is no result."""
    assert outcome.result is not None, [item.code.name for item in outcome.problems]
    return {(item.name, str(item.scope)): item for item in outcome.result.metrics}


def said(outcome: Outcome[AnalysisResult], severity: Severity | None = None) -> list[tuple[str, str | None]]:
    """Codes and cells of what was said."""
    return [
        (item.code.name, item.place.cell) for item in outcome.problems if severity is None or item.severity is severity
    ]
