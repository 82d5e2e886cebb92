"""The tables of analysis: metrics and the present state here, those of diagnosis in their own file."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from salescli.analyze.compare import Compared, Standing, StatedBase, compared, standing
from salescli.analyze.diagnosis import CUSTOMERS, FUNNEL, PROBLEMS
from salescli.analyze.units import Figures, OneUnit, one_unit, unit_problem
from salescli.measure.achievement import DEFAULT_THRESHOLDS, Direction, Thresholds
from salescli.measure.metric import direction_of, figure
from salescli.measure.ratio import percent
from salescli.table.codes.cells import STATED_DIFFERS
from salescli.table.column import Column, Figure, Free, Name, Ratio, Unit
from salescli.table.problem import Problem, problem
from salescli.table.row import Row
from salescli.table.stated import NO_REASON, agrees, compare
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind
from salescli.track.tables import StatusChoice
from salescli.words import analyze as words
from salescli.words.language import Lang, Text


class DirectionChoice(StrEnum):
    """Which way a metric is good, as a column's choices."""

    HIGHER = Direction.HIGHER.value
    LOWER = Direction.LOWER.value

    @property
    def word(self) -> Text:
        return Direction(self.value).word

    @property
    def aliases(self) -> tuple[str, ...]:
        return ("高", "正向", "higher") if self is DirectionChoice.HIGHER else ("低", "反向", "逆向", "lower")


DIRECTION = Column(
    "方向",
    "Direction",
    aliases=("指标方向",),
    help=Text(
        "越高越好或越低越好；留空时按指标名判断", "Higher or lower is better; told from the metric's name when blank"
    ),
)


UNIT = Column(
    "单位",
    "Unit",
    hant="單位",
    aliases=("计量单位",),
    help=Text("元、家、天 …；数值里已写单位时可留空", "元, 家, 天 …; may stay blank when the figures carry their unit"),
)
REMARK = Column(
    "说明",
    "Remark",
    hant="說明",
    help=Text("由工具填写：核对结果、留空的原因", "Written by the tool: what it checked, why a figure is blank"),
    computed=True,
)


class MetricRow(Row):
    """A metric of the period against target, the previous period and last year."""

    metric: Annotated[Name, Column("指标", "Metric", hant="指標", aliases=("指标名称", "KPI"))]
    unit: Annotated[Name | None, UNIT] = None
    target: Annotated[Figure, Column("团队目标", "Team target", hant="團隊目標", aliases=("目标", "目标值"))]
    actual: Annotated[
        Figure, Column("团队实际", "Team actual", hant="團隊實際", aliases=("实际", "实际值", "本期实际"))
    ]
    previous: Annotated[
        Figure | None, Column("上期实际", "Previous actual", hant="上期實際", aliases=("上月实际", "上期"))
    ] = None
    last_year: Annotated[
        Figure | None,
        Column("去年同期实际", "Last year's actual", hant="去年同期實際", aliases=("去年同期", "同期实际")),
    ] = None
    direction: Annotated[DirectionChoice | None, ChoiceKind(DirectionChoice), DIRECTION] = None
    achievement: Annotated[
        Ratio | None,
        Column("达成率", "Achievement", hant="達成率", aliases=("完成率",), unit=Unit.PERCENT, computed=True),
    ] = None
    status: Annotated[
        StatusChoice | None, ChoiceKind(StatusChoice), Column("状态", "Status", hant="狀態", computed=True)
    ] = None
    mom: Annotated[
        Ratio | None,
        Column("环比变化", "MoM change", hant="環比變化", aliases=("环比", "MoM"), unit=Unit.PERCENT, computed=True),
    ] = None
    yoy: Annotated[
        Ratio | None,
        Column("同比变化", "YoY change", hant="同比變化", aliases=("同比", "YoY"), unit=Unit.PERCENT, computed=True),
    ] = None
    factors: Annotated[
        Free | None, Column("主要影响因素", "Main factors", hant="主要影響因素", aliases=("影响因素",))
    ] = None
    remark: Annotated[Free | None, REMARK] = None

    @property
    def way(self) -> Direction:
        """The direction stated, else the one the metric's name tells."""
        return Direction(self.direction.value) if self.direction else direction_of(self.metric)

    @property
    def figures(self) -> Figures:
        """The figures that have to be in one unit."""
        return {key: getattr(self, key) for key in ("actual", "target", "previous", "last_year")}

    @property
    def one_unit(self) -> OneUnit:
        """What the row measures."""
        return one_unit(self.metric, self.unit, self.figures)

    def compared(self, thresholds: Thresholds = DEFAULT_THRESHOLDS) -> Compared:
        """This row's computed figures."""
        settled = self.one_unit
        actual = settled.value(self.actual)
        assert actual is not None  # the column is required
        return compared(
            actual,
            settled.value(self.target),
            settled.value(self.previous),
            settled.value(self.last_year),
            measure=settled.measure,
            direction=self.way,
            thresholds=thresholds,
        )


class StatusRow(Row):
    """Where a metric stands against the year's target."""

    name: Annotated[Name, Column("指标名称", "Metric", hant="指標名稱", aliases=("指标",))]
    unit: Annotated[Name | None, UNIT] = None
    current: Annotated[
        Figure,
        Column(
            "当前值",
            "Current value",
            hant="當前值",
            aliases=("现状值", "当前"),
            qualifier=Text("近3个月平均", "3-month average"),
        ),
    ]
    target: Annotated[Figure, Column("年度目标值", "Annual target", hant="年度目標值", aliases=("目标值", "年度目标"))]
    direction: Annotated[DirectionChoice | None, ChoiceKind(DirectionChoice), DIRECTION] = None
    gap: Annotated[Figure | None, Column("差距值", "Gap", aliases=("差距",), computed=True)] = None
    gap_rate: Annotated[Ratio | None, Column("差距率", "Gap rate", aliases=("差距比例",), computed=True)] = None
    issue: Annotated[
        Free | None, Column("主要问题点", "Main issue", hant="主要問題點", aliases=("主要问题", "问题点"))
    ] = None
    remark: Annotated[Free | None, REMARK] = None

    @property
    def way(self) -> Direction:
        """The direction stated, else the one the metric's name tells."""
        return Direction(self.direction.value) if self.direction else direction_of(self.name)

    @property
    def figures(self) -> Figures:
        """The figures that have to be in one unit."""
        return {key: getattr(self, key) for key in ("current", "target", "gap")}

    @property
    def one_unit(self) -> OneUnit:
        """What the row measures."""
        return one_unit(self.name, self.unit, self.figures)

    def standing(self) -> Standing:
        """This row's computed gap."""
        settled = self.one_unit
        current, target = settled.value(self.current), settled.value(self.target)
        assert current is not None  # both columns are required
        assert target is not None
        return standing(current, target, self.way)

    @property
    def stated_base(self) -> StatedBase | None:
        """Which base reproduces the gap rate that was filled in; None when none was."""
        if self.gap_rate is None:
            return None
        stood = self.standing()
        if stood.gap_rate is not None and agrees(self.gap_rate, stood.gap_rate, ratio=True):
            return "target"
        if stood.rate_on_current is not None and agrees(self.gap_rate, stood.rate_on_current, ratio=True):
            return "current"
        return "neither"


def check_metric(row: MetricRow, thresholds: Thresholds) -> Sequence[Problem]:
    """Whether a metric's figures can be compared; its stated figures against the computed ones."""
    if (found := unit_problem(row, row.metric, row.unit, row.figures)) is not None:
        return [found]
    figures = row.compared(thresholds)
    pairs = (("achievement", figures.achievement), ("mom", figures.mom), ("yoy", figures.yoy))
    differences = [
        compare(getattr(row, key), value, row.at(key), METRICS.label(key), percent, ratio=True) for key, value in pairs
    ]
    if row.status is not None and row.status.value != figures.status.value:
        details = {"stated": row.status.word, "computed": figures.status.word, "why": NO_REASON}
        differences.append(problem(STATED_DIFFERS, row.at("status"), column=METRICS.label("status"), **details))
    return [item for item in differences if item is not None]


def check_status(row: StatusRow, _: Thresholds) -> Sequence[Problem]:
    """The stated gap and gap rate against the computed ones; tells which base a stated rate used instead."""
    if (found := unit_problem(row, row.name, row.unit, row.figures)) is not None:
        return [found]
    stood, settled = row.standing(), row.one_unit
    why = NO_REASON
    if row.stated_base == "current" and stood.rate_on_current is not None:
        why = on_current(percent(stood.rate_on_current))
    gap_label, rate_label = STATUS.label("gap"), STATUS.label("gap_rate")
    differences = [
        compare(settled.value(row.gap), stood.gap, row.at("gap"), gap_label, _shown_as(settled)),
        compare(row.gap_rate, stood.gap_rate, row.at("gap_rate"), rate_label, percent, ratio=True, why=why),
    ]
    return [item for item in differences if item is not None]


def on_current(shown: str) -> Text:
    """Why a stated gap rate differs: it divides by the current value."""
    return Text(words.ON_CURRENT.say(Lang.ZH, rate=shown), words.ON_CURRENT.say(Lang.EN, rate=shown))


def _shown_as(settled: OneUnit) -> Callable[[Decimal | Fraction], str]:
    return lambda value: figure(value, settled.measure, settled.unit, Lang.ZH)


def _example(keys: Sequence[str], *values: str) -> dict[str, object]:
    return {key: value for key, value in zip(keys, values, strict=True) if value}


_METRIC_KEYS = ("metric", "target", "actual", "achievement", "mom", "yoy", "factors")
_STATUS_KEYS = ("name", "current", "target", "gap", "gap_rate", "issue")

METRICS = Table(
    "metrics",
    MetricRow,
    ("业绩达成分析表",),
    "Metrics",
    "analyze",
    help=Text(
        "各指标的目标与实际；达成率、环比、同比自动计算。",
        "Metrics against target, previous period and last year; the ratios are computed.",
    ),
    key=("metric",),
    examples=(
        _example(
            _METRIC_KEYS, "销售总额", "1,500,000", "1,420,000", "94.7%", "-8.3%", "+5.2%", "华南区域B产品销量下滑"
        ),
        _example(_METRIC_KEYS, "新客户数量", "30家", "24家", "80%", "-10%", "+15%", "新客户跟进话术不熟练"),
        _example(_METRIC_KEYS, "平均客单价", "5万元", "5.2万元", "104%", "+3%", "+8%", "重点客户追加订单"),
    ),
    check=check_metric,
)
STATUS = Table(
    "status",
    StatusRow,
    ("业绩现状分析表",),
    "Present state",
    "analyze",
    help=Text(
        "当前值离年度目标还有多远；差距率一律除以目标值。",
        "How far each metric is from the year's target; the gap rate divides by the target.",
    ),
    key=("name",),
    examples=(
        _example(_STATUS_KEYS, "销售总额", "80万元", "100万元", "20万元", "20%", "A区域销售额占比下降15%"),
        _example(_STATUS_KEYS, "客户转化率", "8%", "12%", "4%", "50%", "首次响应超24小时"),
        _example(_STATUS_KEYS, "老客复购率", "15%", "20%", "5%", "33%", "缺乏二次营销触点"),
        _example(_STATUS_KEYS, "新客获取成本", "500元/个", "400元/个", "100元", "25%", "关键词精准度低"),
    ),
    check=check_status,
)
TABLES = (METRICS, STATUS, FUNNEL, PROBLEMS, CUSTOMERS)
