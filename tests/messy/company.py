"""A small company's clean tables, and every command run on them: the twin that a messy workbook is held against."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from salescli.api import RunOptions, analyze, check, payout, review, split, track
from salescli.measure.period import Month
from salescli.payout.run import PayoutOptions
from salescli.table.outcome import Outcome
from salescli.track.options import TrackOptions
from tests.sheets import Cell, cells

Tables = Mapping[str, list[list[Cell]]]
"""A workbook: sheet name → rows, the header first."""


def _tables(texts: Mapping[str, str]) -> Tables:
    return {name: cells(text) for name, text in texts.items()}


TARGETS: Final = _tables(
    {
        "年度目标": "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | 12000000 |\n| 新客户数 | 2026 | 30 |",
        "销售员名册": """
| 工号 | 销售员 | 区域 | 产品线 | 入职日期 | 去年实际 |
| A001 | 小张 | 华东 | A产品 | 2020-03-02 | 4000000 |
| A002 | 小李 | 华东 | B产品 | 2021-07-01 | 2500000 |
| A003 | 小王 | 华南 | A产品 | 2026-04-01 | 1000000 |
| A004 | 李娜 | 华南 | B产品 | 2019-01-07 | 1500000.5 |
""",
        "分解维度": "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 0.6 |\n| 区域 | 华南 | 0.4 |",
    }
)
MONTHLY: Final = _tables(
    {
        "月度目标分解与跟踪表": """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 月度目标 | 累计实际 | 回款额 | 备注 |
| 2026-07-01 | 华东 | A产品 | A001 | 小张 | 700000 | 735000 | 600000.25 |  |
| 2026-07-01 | 华南 | B产品 | A004 | 李娜 | 600000 | 300000 | 300000 | 客户转化率低 |
| 2026-08-01 | 华东 | A产品 | A001 | 小张 | 800000 | 840000 | 800000 | 重点客户大额订单 |
| 2026-08-01 | 华南 | B产品 | A004 | 李娜 | 600000 | 450000.4 | 450000 |  |
| 2026-08-01 | 华北 | C产品 | A005 | 小王 | 300000 | 330000 | 330000 |  |
"""
    }
)
WEEKLY: Final = _tables(
    {
        "销售周报": """
| 周开始日期 | 区域 | 产品线 | 工号 | 销售员 | 线索数 | 成单数 | 销售额 | 回款额 | 新客户数 | 提交时间 |
| 2026-08-03 | 华东 | A产品 | A001 | 小张 | 12 | 2 | 210000 | 100000 | 1 | 2026-08-07 15:30 |
| 2026-08-03 | 华南 | B产品 | A004 | 李娜 | 9 | 1 | 112500.25 | 112500 | 2 | 2026-08-07 16:45 |
| 2026-08-10 | 华东 | A产品 | A001 | 小张 | 7 | 1 | 150000 | 90000 | 3 | 2026-08-14 18:30 |
| 2026-08-10 | 华北 | C产品 | A005 | 小王 | 11 | 2 | 80000 | 80000 | 1 | 2026-08-14 09:00 |
"""
    }
)
PLAN: Final = _tables(
    {
        "月度计划": """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-08-01 | 华东 | A产品 | A001 | 小张 | 销售额 | 800000 |
| 2026-08-01 | 华南 | B产品 | A004 | 李娜 | 销售额 | 600000 |
| 2026-08-01 | 华北 | C产品 | A005 | 小王 | 销售额 | 300000 |
"""
    }
)
METRICS: Final = _tables(
    {
        "业绩达成分析表": """
| 指标 | 团队目标 | 团队实际 | 上期实际 | 去年同期实际 | 方向 | 主要影响因素 |
| 销售总额 | 1500000 | 1420000 | 1548500 | 1350000 | 越高越好 | 华南区域B产品销量下滑 |
| 获客成本 | 400 | 500 | 450 | 480 | 越低越好 | 投放精准度低 |
""",
        "销售漏斗": """
| 阶段 | 客户数 | 平均停留天数 | 标准周期 |
| 意向客户 | 200 | 5 | 7 |
| 需求确认 | 120 | 6 | 7 |
| 方案提供 | 60 | 9 | 10 |
| 商务谈判 | 30 | 16 | 14 |
| 成交客户 | 6 | 3 | 5 |
""",
    }
)
TIERS: Final = _tables(
    {
        "销售激励方案对照表": """
| 激励层级 | 触发条件 | 激励方式 | 适用对象 |
| 基础达标奖 | ≥80% | 提成比例1.5% | 全体销售员 |
| 进阶激励奖 | ≥100% | 提成比例2%+额外奖金1000元 | 达成率≥100%的销售员 |
| 团队协作奖 | 区域整体达成率≥110% | 区域人均奖励500元 | 所在区域全体成员 |
"""
    }
)
STRATEGY: Final = _tables(
    {
        "策略执行跟踪表": """
| 策略名称 | 对应目标 | 具体动作 | 责任人 | 开始时间 | 截止时间 | 当前进度 | 风险预警 |
| 优化客户跟进SOP | 提升转化率 | 统一跟进话术 | 销售经理 | 2026-07-01 | 2026-07-15 | 进行中(已完成痛点梳理) | 无 |
| 上线会员积分体系 | 提升复购率 | 设计积分规则 | 客户运营 | 2026-07-10 | 2026-08-10 | 未开始 | 技术部人力紧张 |
"""
    }
)

Write = Callable[[str, Tables], Path]
"""Writes the tables of one input under a name and returns its path."""

Command = Callable[[Write, RunOptions], Outcome[Any]]


def run_check(write: Write, run: RunOptions) -> Outcome[Any]:
    return check([write("monthly", MONTHLY)], kind="monthly", run=run)


def run_split(write: Write, run: RunOptions) -> Outcome[Any]:
    return split(write("targets", TARGETS), run=run)


def run_track(write: Write, run: RunOptions) -> Outcome[Any]:
    options = TrackOptions(month=Month(2026, 8), as_of=date(2026, 8, 16))
    return track(write("plan", PLAN), [write("weekly", WEEKLY)], options=options, run=run)


def run_analyze(write: Write, run: RunOptions) -> Outcome[Any]:
    return analyze(write("metrics", METRICS), run=run)


def run_analyze_monthly(write: Write, run: RunOptions) -> Outcome[Any]:
    return analyze(write("monthly", MONTHLY), run=run)


def run_payout(write: Write, run: RunOptions) -> Outcome[Any]:
    options = PayoutOptions(period=Month(2026, 8))
    return payout(write("monthly", MONTHLY), write("tiers", TIERS), options=options, run=run)


def run_review(write: Write, run: RunOptions) -> Outcome[Any]:
    return review([write("monthly", MONTHLY), write("strategy", STRATEGY)], period="2026Q3", run=run)


COMMANDS: Final[Mapping[str, Command]] = {
    "check": run_check,
    "split": run_split,
    "track": run_track,
    "analyze": run_analyze,
    "analyze-monthly": run_analyze_monthly,
    "payout": run_payout,
    "review": run_review,
}
