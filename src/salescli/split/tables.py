"""The tables of goal setting: what is to be reached, along which dimensions, by whom, and when in the year."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from annotated_types import Ge, Gt, Le

from salescli.measure.period import Month, Quarter, Year, parse_period, parse_quarter
from salescli.table.codes.cells import BAD_MONTH
from salescli.table.codes.split.pins import BAD_SPAN
from salescli.table.column import (
    Column,
    Date,
    Figure,
    Free,
    InMonth,
    InYear,
    Money,
    Name,
    Number,
    Ratio,
    Unit,
)
from salescli.table.dates import MonthKind
from salescli.table.kind import CellContext, CellError, Kind, Stored, normal
from salescli.table.numbers import NumberKind
from salescli.table.numeral import parse_numeral
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind
from salescli.words.language import Lang, Text


class Dimension(StrEnum):
    """Along which a goal can be shared out."""

    REGION = "region"
    PRODUCT = "product"
    CHANNEL = "channel"

    @property
    def word(self) -> Text:
        return _DIMENSIONS[self]

    @property
    def aliases(self) -> tuple[str, ...]:
        return _DIMENSION_ALIASES[self]


_DIMENSIONS = {
    Dimension.REGION: Text("区域", "Region"),
    Dimension.PRODUCT: Text("产品线", "Product line"),
    Dimension.CHANNEL: Text("渠道", "Channel"),
}
_DIMENSION_ALIASES = {
    Dimension.REGION: ("大区", "地区", "區域"),
    Dimension.PRODUCT: ("产品", "產品線", "品类", "product"),
    Dimension.CHANNEL: ("管道", "销售渠道"),
}


class WeightKind(NumberKind):
    """A relative weight: a plain number, or a percentage."""

    label: ClassVar[Text] = Text("权重", "weight")

    def parse(self, raw: object, context: CellContext) -> Decimal:
        numeral = parse_numeral(raw) if isinstance(raw, str) else None
        return numeral.value if numeral is not None and numeral.percent else super().parse(raw, context)


_WHOLE_YEAR = frozenset(map(normal, ("全年", "整年", "年度", "全年度", "本年", "year", "full year", "whole year")))


class SpanKind(Kind[Month | Quarter | Year]):
    """A month, a quarter (``2026Q3``, ``三季度``) or a whole year (``2026年``, or ``全年`` when it is known)."""

    name: ClassVar[str] = "span"
    label: ClassVar[Text] = Text("月份、季度或年度", "month, quarter or year")
    python: ClassVar[type[Any]] = object

    def parse(self, raw: object, context: CellContext) -> Month | Quarter | Year:
        text = str(raw) if isinstance(raw, str) else ""
        if normal(text) in _WHOLE_YEAR and context.year is not None:
            return Year(context.year)
        found = parse_period(text) or parse_quarter(text, context.year)
        if isinstance(found, Quarter | Year):
            return found
        try:
            return MonthKind().parse(raw, context)
        except CellError as refused:
            if refused.code is BAD_MONTH:
                raise CellError(BAD_SPAN) from refused
            raise

    def write(self, value: Month | Quarter | Year, lang: Lang) -> Stored:
        return value.first if isinstance(value, Month) else str(value)

    def show(self, value: Month | Quarter | Year, lang: Lang) -> str:
        return value.label(lang)


PERSON = Column(
    "销售员",
    "Salesperson",
    hant="銷售員",
    aliases=("业务员", "销售代表", "销售人员", "姓名", "Sales rep", "Person"),
)
REGION = Column("区域", "Region", hant="區域", aliases=("大区", "地区", "销售区域", "Area"))
PRODUCT = Column("产品线", "Product line", hant="產品線", aliases=("产品", "产品类别", "品类", "Product"))
EMPLOYEE = Column(
    "工号", "Employee ID", hant="工號", aliases=("员工编号", "员工号", "人员编号", "Staff ID", "Employee no")
)
MONTH = Column("月份", "Month", aliases=("月", "年月", "所属月份", "统计月份", "Period"))
PINNED = Column(
    "锁定目标",
    "Pinned target",
    hant="鎖定目標",
    aliases=("固定目标",),
    unit=Unit.CNY,
    help=Text("填写后原样保留，其余目标分剩下的部分", "Held exactly; the others share what is left"),
)
ACTUAL = Column(
    "累计实际",
    "Actual to date",
    hant="累計實際",
    aliases=("实际", "实际完成", "累计完成", "本月实际", "销售实际", "Actual"),
    unit=Unit.CNY,
)
COLLECTED = Column(
    "回款额", "Collected", hant="回款額", aliases=("回款", "回款金额", "已回款", "实际回款"), unit=Unit.CNY
)
TARGET = Column(
    "月度目标", "Monthly target", hant="月度目標", aliases=("目标", "本月目标", "销售目标", "Target"), unit=Unit.CNY
)
ACHIEVEMENT = Column(
    "达成率",
    "Achievement",
    hant="達成率",
    aliases=("完成率", "目标达成率", "Attainment"),
    unit=Unit.PERCENT,
    computed=True,
)
VARIANCE = Column("差额", "Variance", hant="差額", aliases=("差异",), unit=Unit.CNY, computed=True)
STATUS = Column("状态", "Status", hant="狀態", computed=True)
NOTE = Column("备注", "Note", hant="備註", aliases=("原因",), qualifier=Text("未达标原因", "why behind"))


class GoalRow(Row):
    """One goal of the year."""

    metric: Annotated[
        Name,
        Column(
            "指标",
            "Metric",
            hant="指標",
            aliases=("指标名称", "目标项目", "KPI"),
            help=Text("例如 销售额、新客户数、回款率", "For example 销售额, 新客户数, 回款率"),
        ),
    ]
    year: Annotated[InYear, Column("年度", "Year", aliases=("年份", "目标年度"))]
    target: Annotated[
        Figure,
        Column(
            "目标值",
            "Target",
            hant="目標值",
            aliases=("年度目标", "年度目标值", "目标", "Goal"),
            help=Text("可带单位：10亿、20家、90%", "May carry its unit: 10亿, 20家, 90%"),
        ),
    ]
    unit: Annotated[
        Name | None,
        Column(
            "单位",
            "Unit",
            hant="單位",
            aliases=("计量单位",),
            help=Text(
                "元、万元、家、% …；目标值里已写单位时可留空",
                "元, 万元, 家, % …; may stay blank when the target carries its unit",
            ),
        ),
    ] = None
    rounding: Annotated[
        Number | None,
        Gt(0),
        Column(
            "取整单位",
            "Rounding unit",
            hant="取整單位",
            aliases=("取整", "最小单位"),
            help=Text("分到每人每月时的最小单位，默认 1", "The smallest unit a share is given in; 1 by default"),
        ),
    ] = None
    note: Annotated[Free | None, Column("备注", "Note", hant="備註", aliases=("说明", "Remark"))] = None


class ShareRow(Row):
    """What share of the goals a region, product line or channel carries."""

    dimension: Annotated[
        Dimension,
        ChoiceKind(Dimension),
        Column("维度", "Dimension", hant="維度", aliases=("分解维度", "拆解维度")),
    ]
    name: Annotated[Name, Column("名称", "Name", hant="名稱", aliases=("维度名称", "项目"))]
    share: Annotated[
        Ratio | None,
        Ge(0),
        Le(1),
        Column(
            "占比",
            "Share",
            hant="佔比",
            aliases=("比例", "比重"),
            unit=Unit.PERCENT,
            help=Text("同一维度合计 100%", "100 % in total within a dimension"),
        ),
    ] = None
    pinned: Annotated[
        Money | None,
        Ge(0),
        Column(
            "锁定目标",
            "Pinned target",
            hant="鎖定目標",
            aliases=("固定目标",),
            unit=Unit.CNY,
            help=Text("填写后不再按比例分配", "Held exactly, not shared out"),
        ),
    ] = None
    last_year: Annotated[
        Money | None,
        Column(
            "去年实际",
            "Last year",
            hant="去年實際",
            aliases=("去年实绩", "上年实际", "去年业绩"),
            unit=Unit.CNY,
        ),
    ] = None


class RosterRow(Row):
    """A salesperson."""

    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    position: Annotated[Name | None, Column("岗位", "Position", hant="崗位", aliases=("职位", "职务", "Title"))] = None
    hired: Annotated[Date | None, Column("入职日期", "Hired", hant="入職日期", aliases=("入职时间", "Hire date"))] = (
        None
    )
    left: Annotated[Date | None, Column("离职日期", "Left", hant="離職日期", aliases=("离职时间", "Leave date"))] = None
    ability: Annotated[Number | None, Ge(0), Column("能力系数", "Ability", hant="能力係數", aliases=("能力",))] = None
    potential: Annotated[Number | None, Ge(0), Column("潜力系数", "Potential", hant="潛力係數", aliases=("潜力",))] = (
        None
    )
    last_year: Annotated[
        Money | None,
        Column(
            "去年实际",
            "Last year",
            hant="去年實際",
            aliases=("去年实绩", "上年实际", "去年业绩"),
            unit=Unit.CNY,
        ),
    ] = None
    pinned: Annotated[
        Money | None,
        Ge(0),
        Column(
            "锁定目标",
            "Pinned target",
            hant="鎖定目標",
            aliases=("固定目标",),
            unit=Unit.CNY,
            help=Text("填写后不再按权重分配", "Held exactly, not shared out"),
        ),
    ] = None


class SeasonRow(Row):
    """How much of the year a month carries."""

    month: Annotated[InMonth, MONTH]
    weight: Annotated[
        Decimal | None,
        WeightKind(),
        Ge(0),
        Column(
            "权重",
            "Weight",
            hant="權重",
            aliases=("月度权重", "季节系数", "占比"),
            help=Text("整列留空时按去年实际", "Leave the whole column blank to go by last year's months"),
        ),
    ] = None
    last_year: Annotated[
        Money | None,
        Column("去年实际", "Last year", hant="去年實際", aliases=("去年实绩", "上年实际"), unit=Unit.CNY),
    ] = None


class ActionRow(Row):
    """A goal broken down into what somebody will do by when."""

    goal: Annotated[
        Free,
        Column(
            "核心目标",
            "Core goal",
            hant="核心目標",
            carried=True,
            help=Text("留空表示与上一行相同", "Blank means the same as the row above"),
        ),
    ]
    dimension: Annotated[Free, Column("拆解维度", "Breakdown", hant="拆解維度", aliases=("分解维度",))]
    target: Annotated[Free, Column("目标值", "Target", hant="目標值", aliases=("目标",))]
    owner: Annotated[Name, Column("负责人", "Owner", hant="負責人", aliases=("责任人",))]
    due: Annotated[Date, Column("完成时间", "Due", hant="完成時間", aliases=("完成日期", "截止时间", "截止日期"))]
    action: Annotated[
        Free | None,
        Column(
            "关键动作",
            "Key action",
            hant="關鍵動作",
            aliases=("关键行动",),
            qualifier=Text("对应策略", "strategy"),
        ),
    ] = None


class ProcessRow(Row):
    """A stage of the sales funnel, and what share of it reaches the next one."""

    stage: Annotated[
        Name,
        Column(
            "环节",
            "Funnel stage",
            hant="環節",
            aliases=("漏斗环节", "过程环节"),
            help=Text("从最前面的环节写到成交，一行一个", "From the first stage down to the deal, one a row"),
        ),
    ]
    rate: Annotated[
        Ratio | None,
        Gt(0),
        Le(1),
        Column(
            "转化率",
            "Conversion",
            hant="轉化率",
            aliases=("转化", "下一环节转化率"),
            unit=Unit.PERCENT,
            help=Text("进入下一环节的比例；成交一行留空", "How much of it reaches the next stage; blank for the deal"),
        ),
    ] = None
    price: Annotated[
        Money | None,
        Gt(0),
        Column(
            "客单价",
            "Average deal",
            hant="客單價",
            aliases=("平均客单价", "平均单价"),
            unit=Unit.CNY,
            help=Text("只填在成交一行", "In the row of the deal only"),
        ),
    ] = None


class PinRow(Row):
    """A target that is held: the year, a quarter or a month of a region, product line or person, or of the company."""

    metric: Annotated[
        Name | None,
        Column(
            "指标",
            "Metric",
            hant="指標",
            aliases=("指标名称",),
            help=Text("留空为金额目标", "Blank for the goal in money"),
        ),
    ] = None
    region: Annotated[Name | None, REGION] = None
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name | None, PERSON] = None
    span: Annotated[
        Month | Quarter | Year,
        SpanKind(),
        Column(
            "月份",
            "Month",
            aliases=("月", "期间", "年月", "Period"),
            help=Text("2026年7月、2026Q3，全年写 2026年", "2026-07, 2026Q3, or 2026 for the whole year"),
        ),
    ]
    pinned: Annotated[Money, Ge(0), PINNED]


class ActualRow(Row):
    """What somebody reached in a month, out of the tracking workbook; blank in months still to come."""

    month: Annotated[InMonth, MONTH]
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    target: Annotated[Free | None, TARGET] = None
    actual: Annotated[Money | None, ACTUAL] = None
    collected: Annotated[Money | None, COLLECTED] = None
    achievement: Annotated[Free | None, ACHIEVEMENT] = None
    variance: Annotated[Free | None, VARIANCE] = None
    status: Annotated[Free | None, STATUS] = None
    note: Annotated[Free | None, NOTE] = None


class PlanRow(Row):
    """One person's target of one metric in one month, for one product line."""

    month: Annotated[InMonth, MONTH]
    region: Annotated[Name, REGION]
    product: Annotated[Name | None, PRODUCT] = None
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    metric: Annotated[Name, Column("指标", "Metric", hant="指標", aliases=("指标名称",))]
    target: Annotated[Figure, Column("目标值", "Target", hant="目標值", aliases=("月度目标", "目标"))]


GOALS = Table(
    "goals",
    GoalRow,
    ("年度目标",),
    "Annual goals",
    "split",
    help=Text("全年要达到的指标，一行一个。", "What the year is to reach, one metric a row."),
    key=("metric", "year"),
    examples=(
        {"metric": "销售额", "year": "2026年", "target": "10亿", "unit": "元", "rounding": "1"},
        {"metric": "新客户数", "year": "2026年", "target": "20家", "unit": "家"},
        {"metric": "回款率", "year": "2026年", "target": "90%", "unit": "%", "note": "每人每月都不低于 90%"},
    ),
)
SHARES = Table(
    "shares",
    ShareRow,
    ("分解维度",),
    "Shares",
    "split",
    help=Text(
        "区域、产品线各占多少；锁定的目标原样保留。",
        "How much each region and product line carries; pinned targets are held.",
    ),
    key=("dimension", "name"),
    examples=(
        {"dimension": "区域", "name": "华东", "share": "40%"},
        {"dimension": "区域", "name": "华南", "share": "30%"},
        {"dimension": "区域", "name": "华北", "share": "30%"},
        {"dimension": "产品线", "name": "A产品", "share": "60%"},
        {"dimension": "产品线", "name": "B产品", "share": "40%"},
    ),
)
ROSTER = Table(
    "roster",
    RosterRow,
    ("销售员名册",),
    "Roster",
    "split",
    help=Text("承担目标的人，一行一人。", "Who carries targets, one person a row."),
    key=("employee_id", "person", "region", "product"),
    examples=(
        {
            "employee_id": "S001",
            "person": "小张",
            "region": "华东",
            "product": "A产品",
            "position": "销售员",
            "hired": "2021-03-01",
            "ability": "1.1",
            "potential": "1",
            "last_year": "8,400,000",
        },
        {
            "employee_id": "S002",
            "person": "小李",
            "region": "华南",
            "product": "B产品",
            "position": "销售员",
            "hired": "2022-07-15",
            "ability": "0.9",
            "potential": "1.2",
            "last_year": "6,000,000",
        },
        {
            "employee_id": "S003",
            "person": "小王",
            "region": "华北",
            "position": "销售员",
            "hired": "2020-05-06",
            "ability": "1",
            "potential": "1",
            "last_year": "3,300,000",
        },
    ),
)
SEASONALITY = Table(
    "seasonality",
    SeasonRow,
    ("月度权重",),
    "Seasonality",
    "split",
    help=Text(
        "每个月占全年的相对权重；没有此表时各月均分。",
        "The relative weight of each month; without this table months are even.",
    ),
    key=("month",),
    examples=tuple(
        {"month": f"2026年{number}月", "weight": weight}
        for number, weight in enumerate(("8", "5", "9", "8", "8", "9", "8", "8", "9", "9", "9", "10"), start=1)
    ),
)
ACTIONS = Table(
    "actions",
    ActionRow,
    ("目标拆解表",),
    "Actions",
    "split",
    help=Text("把核心目标拆成谁在何时做到什么。", "The core goals broken down: who reaches what, by when, and how."),
    examples=(
        {
            "goal": "Q3销售额提升25%",
            "dimension": "新客数量增加30%",
            "target": "新客150个",
            "owner": "销售经理",
            "due": "2023年9月30日",
            "action": "优化客户跟进SOP",
        },
        {
            "dimension": "老客复购率提升至20%",
            "target": "复购率20%",
            "owner": "客户运营",
            "due": "2023年9月30日",
            "action": "上线会员积分体系",
        },
        {
            "dimension": "A产品线占比提升至50%",
            "target": "A产品销售额50万元",
            "owner": "销售主管",
            "due": "2023年9月30日",
            "action": "A产品专项推广",
        },
    ),
)
PROCESS = Table(
    "process",
    ProcessRow,
    ("过程参数",),
    "Process",
    "split",
    help=Text(
        "客单价和各环节转化率；有此表时，由销售目标倒推成交、方案、拜访和线索。",
        "The average deal and the funnel's rates, by which sales targets are worked back to deals, visits and leads.",
    ),
    key=("stage",),
    examples=(
        {"stage": "线索", "rate": "40%"},
        {"stage": "客户拜访", "rate": "50%"},
        {"stage": "方案提交", "rate": "25%"},
        {"stage": "成交", "price": "50,000"},
    ),
)
PINS = Table(
    "pins",
    PinRow,
    ("锁定目标", "锁定目标表"),
    "Pinned targets",
    "split",
    help=Text(
        "原样保留的目标，其余分剩下的部分。区域、产品线、区域的某条产品线、个人(或其某条产品线)都可锁定全年、季度或月份；"
        "都留空为全公司的季度或月份。",
        "Targets that are held while the others share what is left: the year, a quarter or a month of a region, a "
        "product line, a region's part of one, or a person (and line); with nobody named, the company's quarter or "
        "month.",
    ),
    key=("metric", "region", "product", "employee_id", "person", "span"),
    examples=(
        {"employee_id": "S001", "person": "小张", "span": "2026年7月", "pinned": "800,000"},
        {"region": "华东", "span": "2026年", "pinned": "4.2亿"},
        {"region": "华东", "product": "A产品", "span": "2026年9月", "pinned": "3000万"},
        {"span": "2026Q3", "pinned": "2.5亿"},
    ),
)
ACTUALS = Table(
    "monthly",
    ActualRow,
    ("月度目标分解与跟踪表", "月度跟踪"),
    "Monthly tracking",
    "split",
    help=Text("重新拆解时读取的各月实际。", "The actuals of each month, read when the year is planned again."),
    key=("month", "region", "product", "employee_id", "person"),
    filled_in=False,
)
"""How the tracking workbook's `monthly` is read here: the same sheet, of which only the actuals matter."""

PLAN = Table(
    "plan",
    PlanRow,
    ("月度计划",),
    "Monthly plan",
    "split",
    help=Text(
        "拆解结果的长表：每人、每产品线、每指标、每月一行。",
        "The split as a long table: one row per person, product line, metric and month.",
    ),
    key=("month", "region", "product", "employee_id", "person", "metric"),
    examples=(
        {
            "month": "2026年8月",
            "region": "华东",
            "product": "A产品",
            "employee_id": "S001",
            "person": "小张",
            "metric": "销售额",
            "target": "800,000",
        },
        {
            "month": "2026年8月",
            "region": "华南",
            "product": "B产品",
            "employee_id": "S002",
            "person": "小李",
            "metric": "销售额",
            "target": "600,000",
        },
    ),
)

TABLES = (GOALS, SHARES, ROSTER, SEASONALITY, ACTIONS, PINS, PROCESS, PLAN)
