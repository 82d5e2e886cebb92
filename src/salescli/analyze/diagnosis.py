"""The tables that diagnosis works on: the funnel, problems with their causes, and customers."""

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le

from salescli.split.tables.columns import PERSON
from salescli.table.column import Column, Count, Date, Free, Money, Name, Number, Ratio, Unit
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind
from salescli.words.language import Text


class CustomerClass(StrEnum):
    """The four classes of customers."""

    STRATEGIC = "strategic"
    CORE = "core"
    POTENTIAL = "potential"
    OPPORTUNITY = "opportunity"

    @property
    def word(self) -> Text:
        return _CLASSES[self]

    @property
    def aliases(self) -> tuple[str, ...]:
        return (f"{self.word.zh}客户",)


_CLASSES = {
    CustomerClass.STRATEGIC: Text("战略", "Strategic"),
    CustomerClass.CORE: Text("核心", "Core"),
    CustomerClass.POTENTIAL: Text("潜力", "Potential"),
    CustomerClass.OPPORTUNITY: Text("机会", "Opportunity"),
}


class FunnelRow(Row):
    """One stage of the sales funnel."""

    stage: Annotated[Name, Column("阶段", "Stage", hant="階段", aliases=("销售阶段", "漏斗阶段"))]
    count: Annotated[Count, Ge(0), Column("客户数", "Customers", hant="客戶數", aliases=("数量", "商机数"))]
    days: Annotated[
        Number | None,
        Ge(0),
        Column("平均停留天数", "Average days", hant="平均停留天數", aliases=("停留天数", "平均天数")),
    ] = None
    standard_days: Annotated[
        Number | None, Ge(0), Column("标准周期", "Standard days", hant="標準週期", unit=Unit.DAYS)
    ] = None
    standard_rate: Annotated[
        Ratio | None,
        Ge(0),
        Le(1),
        Column(
            "标准转化率",
            "Standard conversion",
            hant="標準轉化率",
            aliases=("目标转化率",),
            help=Text(
                "本阶段应有的转化率；留空时与上期比较", "The conversion this stage should have; else the previous one's"
            ),
            unit=Unit.PERCENT,
        ),
    ] = None
    rate: Annotated[
        Ratio | None,
        Column(
            "阶段转化率",
            "Stage conversion",
            hant="階段轉化率",
            aliases=("转化率", "Conversion"),
            help=Text("客户数 ÷ 上一阶段的客户数", "Customers ÷ customers of the stage before"),
            computed=True,
        ),
    ] = None
    overdue_days: Annotated[
        Number | None,
        Column(
            "超期天数",
            "Days over standard",
            hant="超期天數",
            help=Text("平均停留天数超出标准周期的部分", "Average days beyond the standard"),
            computed=True,
        ),
    ] = None


class ProblemRow(Row):
    """A problem, its weight, and why it is there."""

    problem: Annotated[Free, Column("问题", "Problem", hant="問題", aliases=("问题描述",))]
    impact: Annotated[Count, Ge(1), Le(5), Column("影响", "Impact", hant="影響", unit=Unit.SCORE)]
    difficulty: Annotated[Count, Ge(1), Le(5), Column("难度", "Difficulty", hant="難度", unit=Unit.SCORE)]
    urgency: Annotated[Count | None, Ge(1), Le(5), Column("紧急", "Urgency", hant="緊急", unit=Unit.SCORE)] = None
    importance: Annotated[Count | None, Ge(1), Le(5), Column("重要", "Importance", unit=Unit.SCORE)] = None
    why1: Annotated[Free | None, Column("为什么1", "Why 1", hant="為什麼1")] = None
    why2: Annotated[Free | None, Column("为什么2", "Why 2", hant="為什麼2")] = None
    why3: Annotated[Free | None, Column("为什么3", "Why 3", hant="為什麼3")] = None
    why4: Annotated[Free | None, Column("为什么4", "Why 4", hant="為什麼4")] = None
    why5: Annotated[Free | None, Column("为什么5", "Why 5", hant="為什麼5")] = None
    root_cause: Annotated[Free | None, Column("根因", "Root cause", aliases=("根本原因",))] = None
    remedy: Annotated[Free | None, Column("对策", "Remedy", hant="對策", aliases=("改进措施", "措施"))] = None


class CustomerRow(Row):
    """A customer: what it brings, what it could bring, and when it was last spoken to."""

    customer: Annotated[Name, Column("客户", "Customer", hant="客戶", aliases=("客户名称",))]
    person: Annotated[Name | None, PERSON] = None
    contribution: Annotated[
        Money, Column("年贡献", "Yearly contribution", hant="年貢獻", aliases=("年贡献额", "年销售额"), unit=Unit.CNY)
    ]
    potential: Annotated[Count | None, Ge(1), Le(5), Column("潜力", "Potential", hant="潛力", unit=Unit.SCORE)] = None
    years: Annotated[Number | None, Ge(0), Column("合作年限", "Years with us", aliases=("合作年数",))] = None
    last_contact: Annotated[
        Date | None, Column("最近联系日期", "Last contact", hant="最近聯繫日期", aliases=("上次联系日期", "最近联系"))
    ] = None
    level: Annotated[
        CustomerClass | None,
        ChoiceKind(CustomerClass),
        Column("层级", "Class", hant="層級", aliases=("客户层级", "分层"), computed=True),
    ] = None
    next_contact: Annotated[Date | None, Column("下次联系日期", "Next contact", hant="下次聯繫日期", computed=True)] = (
        None
    )


FUNNEL = Table(
    "funnel",
    FunnelRow,
    ("销售漏斗",),
    "Funnel",
    "analyze",
    help=Text("各阶段的客户数与停留天数。", "Customers and days in each stage."),
    key=("stage",),
    examples=(
        {"stage": "意向客户", "count": "200", "days": "7", "standard_days": "10"},
        {"stage": "需求确认", "count": "120", "days": "9", "standard_days": "10"},
        {"stage": "方案提供", "count": "60", "days": "16", "standard_days": "14"},
        {"stage": "商务谈判", "count": "30", "days": "12", "standard_days": "14"},
        {"stage": "成交客户", "count": "6"},
    ),
)
PROBLEMS = Table(
    "problems",
    ProblemRow,
    ("问题诊断表",),
    "Problems",
    "analyze",
    help=Text(
        "问题按影响与难度、重要与紧急打分,再追问五个为什么。",
        "Problems scored by impact and difficulty, importance and urgency, with five whys.",
    ),
    key=("problem",),
    examples=(
        {
            "problem": "新客户转化率低",
            "impact": "5",
            "difficulty": "2",
            "urgency": "4",
            "importance": "5",
            "why1": "首次响应超24小时",
            "why2": "线索分配靠人工",
            "root_cause": "没有线索自动分配",
            "remedy": "上线自动分配，2小时内首次响应",
        },
        {
            "problem": "缺乏二次营销触点",
            "impact": "3",
            "difficulty": "3",
            "urgency": "2",
            "importance": "4",
            "why1": "没有会员体系",
            "remedy": "上线会员积分体系",
        },
    ),
)
CUSTOMERS = Table(
    "customers",
    CustomerRow,
    ("客户分层表",),
    "Customers",
    "analyze",
    help=Text(
        "按贡献、潜力和年限分层,安排联系节奏。",
        "Customers by contribution, potential and years, with their contact rhythm.",
    ),
    key=("customer",),
    examples=(
        {
            "customer": "甲公司",
            "person": "小张",
            "contribution": "1,200,000",
            "potential": "5",
            "years": "4",
            "last_contact": "2026-08-10",
        },
        {
            "customer": "乙公司",
            "person": "小李",
            "contribution": "95,000",
            "potential": "3",
            "years": "1",
            "last_contact": "2026-07-28",
        },
    ),
)
