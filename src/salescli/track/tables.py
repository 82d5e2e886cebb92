"""The tables of tracking: monthly figures, weekly reports, orders, collections, strategies and self-checks."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any

from annotated_types import Ge

from salescli.measure.achievement import Status, Thresholds, achievement, classify, variance
from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.split.tables.columns import (
    ACHIEVEMENT,
    ACTUAL,
    COLLECTED,
    EMPLOYEE,
    MONTH,
    NOTE,
    PERSON,
    PRODUCT,
    REGION,
    STATUS,
    TARGET,
    VARIANCE,
)
from salescli.table.codes import cells as codes
from salescli.table.column import (
    Column,
    Count,
    Date,
    Figure,
    Free,
    InMonth,
    InWeek,
    Moment,
    Money,
    Name,
    Ratio,
    Unit,
)
from salescli.table.problem import Problem, problem
from salescli.table.row import Row
from salescli.table.stated import compare
from salescli.table.table import Table, Untold
from salescli.table.texts import ChoiceKind, Chosen
from salescli.words.language import Text

WEEK = Column(
    "周开始日期", "Week starting", hant="周開始日期", aliases=("周开始", "周一日期", "周次", "周起始日", "Week")
)


SUBMITTED = Column("提交时间", "Submitted", hant="提交時間", aliases=("上报时间", "填报时间"))


class Progress(StrEnum):
    """How far a strategy is."""

    DONE = "done"
    RUNNING = "running"
    NOT_STARTED = "not_started"

    @property
    def word(self) -> Text:
        return _PROGRESS[self]

    @property
    def aliases(self) -> tuple[str, ...]:
        return _PROGRESS_ALIASES[self]


_PROGRESS = {
    Progress.DONE: Text("完成", "Done"),
    Progress.RUNNING: Text("进行中", "In progress"),
    Progress.NOT_STARTED: Text("未开始", "Not started"),
}
_PROGRESS_ALIASES = {
    Progress.DONE: ("已完成", "完成了", "completed", "finished"),
    Progress.RUNNING: ("执行中", "正在进行", "進行中", "ongoing"),
    Progress.NOT_STARTED: ("未启动", "待启动", "未開始", "not yet started", "planned"),
}


class CustomerKind(StrEnum):
    """Whether a deal was won with a new customer."""

    NEW = "new"
    EXISTING = "existing"

    @property
    def word(self) -> Text:
        return Text("新客户", "New") if self is CustomerKind.NEW else Text("老客户", "Existing")

    @property
    def aliases(self) -> tuple[str, ...]:
        return ("新客", "新") if self is CustomerKind.NEW else ("老客", "老", "existing customer")


class StatusChoice(StrEnum):
    """The traffic lights as a column's choices."""

    BEHIND = Status.BEHIND.value
    NEAR = Status.NEAR.value
    EXCEEDED = Status.EXCEEDED.value
    NO_TARGET = Status.NO_TARGET.value
    NO_DATA = Status.NO_DATA.value

    @property
    def word(self) -> Text:
        return Status(self.value).word


class MonthlyRow(Row):
    """A person's target and result in a month, for one product line."""

    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    target: Annotated[Money, Ge(0), TARGET]
    actual: Annotated[Money, ACTUAL]
    collected: Annotated[Money | None, COLLECTED] = None
    achievement: Annotated[Ratio | None, ACHIEVEMENT] = None
    variance: Annotated[Money | None, VARIANCE] = None
    status: Annotated[StatusChoice | None, ChoiceKind(StatusChoice), STATUS] = None
    note: Annotated[Free | None, NOTE] = None


class MonthlyTargetRow(Row):
    """The same table before the month is over: 累计实际 may still be blank, because the reports will say."""

    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    target: Annotated[Money, Ge(0), TARGET]
    actual: Annotated[Money | None, ACTUAL] = None
    collected: Annotated[Money | None, COLLECTED] = None
    achievement: Annotated[Ratio | None, ACHIEVEMENT] = None
    variance: Annotated[Money | None, VARIANCE] = None
    status: Annotated[Free | None, STATUS] = None
    note: Annotated[Free | None, NOTE] = None


class WeeklyRow(Row):
    """What one person did in one week, for one product line."""

    week: Annotated[InWeek, WEEK]
    month: Annotated[InMonth | None, MONTH] = None
    region: Annotated[Name | None, REGION] = None
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    leads: Annotated[Count | None, Ge(0), Column("线索数", "Leads", hant="線索數", aliases=("新增线索", "线索"))] = None
    follow_ups: Annotated[
        Count | None, Ge(0), Column("跟进次数", "Follow-ups", hant="跟進次數", aliases=("客户跟进",))
    ] = None
    visits: Annotated[
        Count | None, Ge(0), Column("客户拜访", "Visits", hant="客戶拜訪", aliases=("拜访次数", "拜访量"))
    ] = None
    proposals: Annotated[Count | None, Ge(0), Column("方案提交", "Proposals", aliases=("方案数", "提交方案"))] = None
    demos: Annotated[Count | None, Ge(0), Column("产品演示", "Demos", hant="產品演示", aliases=("演示次数",))] = None
    deals: Annotated[
        Count | None, Ge(0), Column("成单数", "Deals", hant="成單數", aliases=("成交数", "签单数", "订单数"))
    ] = None
    sales: Annotated[
        Money,
        Column("销售额", "Sales", hant="銷售額", aliases=("本周销售额", "周销售额", "业绩", "销售金额"), unit=Unit.CNY),
    ]
    collected: Annotated[Money | None, COLLECTED] = None
    new_customers: Annotated[
        Count | None, Ge(0), Column("新客户数", "New customers", hant="新客戶數", aliases=("新客数", "新增客户"))
    ] = None
    reason: Annotated[Free | None, Column("未达标原因", "Why behind", hant="未達標原因", aliases=("原因", "备注"))] = (
        None
    )
    submitted: Annotated[Moment | None, SUBMITTED] = None


class SelfCheckRow(Row):
    """One item of a person's weekly self-check; 工号 or region tell namesakes apart."""

    region: Annotated[Name | None, REGION] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name | None, PERSON] = None
    week: Annotated[InWeek | None, WEEK] = None
    item: Annotated[Name, Column("检查项目", "Item", hant="檢查項目", aliases=("自查项目", "项目"))]
    target: Annotated[Figure, Column("目标", "Target", hant="目標", aliases=("周目标",))]
    actual: Annotated[Figure | None, Column("实际", "Actual", hant="實際", aliases=("实际完成", "完成"))] = None
    completion: Annotated[
        Ratio | None, Column("完成率", "Completion", aliases=("达成率",), unit=Unit.PERCENT, computed=True)
    ] = None


class OrderRow(Row):
    """One order as it was signed, with what has been collected of it."""

    order_id: Annotated[Name, Column("订单号", "Order no", hant="訂單號", aliases=("订单编号", "合同号", "Order ID"))]
    signed: Annotated[Date, Column("签约日期", "Signed", hant="簽約日期", aliases=("签单日期", "合同日期", "下单日期"))]
    region: Annotated[Name | None, REGION] = None
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    customer: Annotated[Name, Column("客户", "Customer", hant="客戶", aliases=("客户名称", "客户名"))]
    amount: Annotated[
        Money,
        Column("合同额", "Contract amount", hant="合同額", aliases=("合同金额", "订单金额", "Amount"), unit=Unit.CNY),
    ]
    collected: Annotated[
        Money | None, Column("已回款", "Collected", hant="已回款", aliases=("回款额", "已收款"), unit=Unit.CNY)
    ] = None
    cost: Annotated[Money | None, Ge(0), Column("成本", "Cost", aliases=("成本额",), unit=Unit.CNY)] = None
    lead_date: Annotated[Date | None, Column("线索日期", "Lead date", hant="線索日期", aliases=("线索时间",))] = None
    customer_kind: Annotated[
        CustomerKind | None, ChoiceKind(CustomerKind), Column("客户类型", "Customer type", hant="客戶類型")
    ] = None


class FinanceRow(Row):
    """Money that finance saw arrive."""

    received: Annotated[Date, Column("回款日期", "Received", aliases=("到账日期", "收款日期"))]
    order_id: Annotated[Name | None, Column("订单号", "Order no", hant="訂單號", aliases=("订单编号", "合同号"))] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    collected: Annotated[Money, COLLECTED]


class StrategyRow(Row):
    """A strategy, who carries it, and how far it is."""

    name: Annotated[Free, Column("策略名称", "Strategy", hant="策略名稱", aliases=("策略",))]
    goal: Annotated[Free | None, Column("对应目标", "Goal", hant="對應目標", aliases=("目标",))] = None
    action: Annotated[Free | None, Column("具体动作", "Action", hant="具體動作", aliases=("关键动作", "行动"))] = None
    owner: Annotated[Name, Column("责任人", "Owner", hant="責任人", aliases=("负责人",))]
    start: Annotated[Date, Column("开始时间", "Start", hant="開始時間", aliases=("开始日期",))]
    due: Annotated[Date, Column("截止时间", "Due", hant="截止時間", aliases=("截止日期", "完成时间"))]
    progress: Annotated[
        Chosen,
        ChoiceKind(Progress, detailed=True),
        Column(
            "当前进度",
            "Progress",
            hant="當前進度",
            aliases=("进度",),
            qualifier=Text("完成/进行中/未开始", "Done/In progress/Not started"),
        ),
    ]
    resources: Annotated[Free | None, Column("资源支持", "Resources", hant="資源支持", aliases=("所需资源",))] = None
    risk: Annotated[Free | None, Column("风险预警", "Risk", hant="風險預警", aliases=("风险",))] = None


def check_monthly(row: MonthlyRow, thresholds: Thresholds) -> Sequence[Problem]:
    """The stated achievement, variance and status of a row against the computed ones."""
    reached = achievement(row.actual, row.target)
    found = [
        compare(row.achievement, reached, row.at("achievement"), MONTHLY.label("achievement"), percent, ratio=True),
        compare(row.variance, variance(row.actual, row.target), row.at("variance"), MONTHLY.label("variance"), _amount),
    ]
    status = classify(reached, thresholds)
    if row.status is not None and row.status.value != status.value:
        details = {"column": MONTHLY.label("status"), "stated": row.status.word, "computed": status.word, "why": ""}
        found.append(problem(codes.STATED_DIFFERS, row.at("status"), **details))
    return [item for item in found if item is not None]


def check_selfcheck(row: SelfCheckRow, _: Thresholds) -> Sequence[Problem]:
    """The stated completion of an item against actual ÷ target."""
    actual = None if row.actual is None else row.actual.value
    reached = achievement(actual, row.target.value)
    found = compare(row.completion, reached, row.at("completion"), SELFCHECK.label("completion"), percent, ratio=True)
    return [] if found is None else [found]


def _amount(value: Decimal | Fraction) -> str:
    return grouped(value, signed=True)


def _monthly_example(*values: Any) -> dict[str, object]:
    keys = ("region", "product", "person", "target", "actual", "achievement", "variance", "note")
    return dict(zip(keys, values, strict=True))


MONTHLY = Table(
    "monthly",
    MonthlyRow,
    ("月度目标分解与跟踪表", "月度跟踪"),
    "Monthly tracking",
    "track",
    help=Text(
        "每人每月的目标与实际；达成率、差额和状态自动计算。",
        "Target and actual by person and month; achievement, variance and status are computed.",
    ),
    key=("month", "region", "product", "employee_id", "person"),
    examples=(
        _monthly_example(
            "华东", "A产品", "*小张", "800,000", "840,000", "105%", "+40,000", "超额完成，重点客户大额订单"
        ),
        _monthly_example(
            "华南", "B产品", "*小李", "600,000", "450,000", "75%", "-150,000", "新客户转化率低，需培训支持"
        ),
        _monthly_example("华北", "C产品", "*小王", "300,000", "330,000", "110%", "+30,000", "新渠道拓展见效"),
    ),
    check=check_monthly,
    untold=Untold("actual", "status", StatusChoice.NO_DATA),
)
TARGETS = Table(
    "monthly",
    MonthlyTargetRow,
    MONTHLY.sheets,
    MONTHLY.sheet_en,
    "track",
    help=MONTHLY.help,
    key=MONTHLY.key,
    filled_in=False,
)
"""How `monthly` is read where weekly reports bring the actuals: the same sheet, with 累计实际 optional."""

WEEKLY = Table(
    "weekly",
    WeeklyRow,
    ("销售周报", "周报"),
    "Weekly report",
    "track",
    help=Text("每人每周一行，周五 17:00 前提交。", "One row per person and week, due Friday 17:00."),
    key=("employee_id", "person", "product", "week"),
    examples=(
        {
            "week": "2026-08-03",
            "region": "华东",
            "product": "A产品",
            "employee_id": "S001",
            "person": "小张",
            "leads": "12",
            "follow_ups": "15",
            "visits": "10",
            "proposals": "5",
            "demos": "3",
            "deals": "2",
            "sales": "210,000",
            "collected": "180,000",
            "new_customers": "1",
            "submitted": "2026-08-07 16:20",
        },
        {
            "week": "2026-08-03",
            "region": "华南",
            "product": "B产品",
            "employee_id": "S002",
            "person": "小李",
            "leads": "8",
            "follow_ups": "11",
            "visits": "6",
            "proposals": "3",
            "demos": "2",
            "deals": "1",
            "sales": "9.5万",
            "collected": "60,000",
            "new_customers": "0",
            "reason": "新客户转化率低",
            "submitted": "2026-08-07 16:45",
        },
    ),
)
SELFCHECK = Table(
    "selfcheck",
    SelfCheckRow,
    ("周目标自查表",),
    "Weekly self-check",
    "track",
    help=Text("每周自查七项；完成率自动计算。", "The seven items of the week; completion is computed."),
    key=("region", "employee_id", "person", "week", "item"),
    examples=tuple(
        {"person": "小张", "week": "2026-08-03", "item": item, "target": target}
        for item, target in (
            ("新客户拜访数", "10"),
            ("老客户跟进数", "15"),
            ("销售方案提交数", "5"),
            ("产品演示次数", "3"),
            ("成交订单数", "2"),
            ("周销售额", "10万"),
            ("客户满意度调查", "90%"),
        )
    ),
    check=check_selfcheck,
)
ORDERS = Table(
    "orders",
    OrderRow,
    ("订单明细",),
    "Orders",
    "track",
    help=Text("签约并回款 30% 以上的订单才算成单。", "A deal counts once signed and 30 % collected."),
    key=("order_id",),
    examples=(
        {
            "order_id": "DD-0801",
            "signed": "2026年8月5日",
            "region": "华东",
            "product": "A产品",
            "employee_id": "S001",
            "person": "小张",
            "customer": "甲公司",
            "amount": "320,000",
            "collected": "160,000",
            "cost": "192,000",
            "lead_date": "2026年6月20日",
            "customer_kind": "老客户",
        },
        {
            "order_id": "DD-0802",
            "signed": "2026年8月12日",
            "region": "华南",
            "product": "B产品",
            "employee_id": "S002",
            "person": "小李",
            "customer": "乙公司",
            "amount": "9.5万",
            "collected": "2万",
            "cost": "60,000",
            "lead_date": "2026年7月28日",
            "customer_kind": "新客户",
        },
    ),
)
FINANCE = Table(
    "finance",
    FinanceRow,
    ("财务回款",),
    "Collections",
    "track",
    help=Text(
        "财务到账记录，用来核对销售上报的回款额。", "What finance saw arrive, to reconcile reported collections."
    ),
    key=("received", "order_id", "person"),
    examples=(
        {"received": "2026-08-06", "order_id": "DD-0801", "person": "小张", "collected": "160,000"},
        {"received": "2026-08-14", "order_id": "DD-0802", "person": "小李", "collected": "20,000"},
    ),
)
STRATEGY = Table(
    "strategy",
    StrategyRow,
    ("策略执行跟踪表",),
    "Strategies",
    "track",
    help=Text("每项策略的责任人、期限和进度。", "Who carries each strategy, by when, and how far it is."),
    key=("name", "owner"),
    examples=(
        {
            "name": "优化客户跟进SOP",
            "goal": "提升转化率",
            "action": "梳理客户痛点，统一跟进话术",
            "owner": "销售经理",
            "start": "2023年7月1日",
            "due": "2023年7月15日",
            "progress": "进行中(已完成痛点梳理)",
            "risk": "无",
        },
        {
            "name": "上线会员积分体系",
            "goal": "提升复购率",
            "action": "设计积分规则并上线",
            "owner": "客户运营",
            "start": "2023年7月10日",
            "due": "2023年8月10日",
            "progress": "未开始(需求调研待启动)",
            "resources": "预算2万元(财务部审批)",
            "risk": "技术部人力紧张，可能延期",
        },
    ),
)

TABLES = (MONTHLY, WEEKLY, SELFCHECK, ORDERS, FINANCE, STRATEGY)
