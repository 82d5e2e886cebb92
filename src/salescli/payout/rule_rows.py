"""The structured form of a plan: one rule a row, every figure in a column of its own, nothing left to wording."""

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Gt

from salescli.payout.conditions import RankBy, Span
from salescli.table.column import Column, Date, Free, Money, Name, Ratio, Unit
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind
from salescli.words.language import Text


class RuleKind(StrEnum):
    """What a rule pays."""

    TIER = "tier"
    TEAM = "team"
    RANKING = "ranking"
    EVERY_FULL = "every_full"
    CAP = "cap"
    FLOOR = "floor"
    REFERRAL = "referral"
    WEEKLY_BEST = "weekly_best"
    NEW_CUSTOMER = "new_customer"
    WORDED = "worded"

    @property
    def word(self) -> Text:
        return _KINDS[self]

    @property
    def aliases(self) -> tuple[str, ...]:
        return ()


_KINDS = {
    RuleKind.TIER: Text("个人档位", "Personal tier"),
    RuleKind.TEAM: Text("团队奖", "Team award"),
    RuleKind.RANKING: Text("排名奖", "Ranking prize"),
    RuleKind.EVERY_FULL: Text("每满奖", "Every full step"),
    RuleKind.CAP: Text("封顶", "Cap"),
    RuleKind.FLOOR: Text("保底", "Floor"),
    RuleKind.REFERRAL: Text("转介绍奖", "Referral reward"),
    RuleKind.WEEKLY_BEST: Text("单周最高成交奖", "Weekly best award"),
    RuleKind.NEW_CUSTOMER: Text("新客开发奖", "New-customer reward"),
    RuleKind.WORDED: Text("按原文", "As worded"),
}


class SpanChoice(StrEnum):
    """The time a ranking or a tier is measured over, as a cell names it."""

    MONTH = Span.MONTH.value
    QUARTER = Span.QUARTER.value
    YEAR = Span.YEAR.value

    @property
    def word(self) -> Text:
        return _SPANS[self][0]

    @property
    def aliases(self) -> tuple[str, ...]:
        return _SPANS[self][1]


_SPANS: dict[SpanChoice, tuple[Text, tuple[str, ...]]] = {
    SpanChoice.MONTH: (Text("每月", "Month"), ("月", "月度")),
    SpanChoice.QUARTER: (Text("每季度", "Quarter"), ("季", "季度")),
    SpanChoice.YEAR: (Text("全年", "Year"), ("年", "年度", "每年")),
}


class RankChoice(StrEnum):
    """What a ranking compares, as a cell names it."""

    SALES = RankBy.SALES.value
    ACHIEVEMENT = RankBy.ACHIEVEMENT.value

    @property
    def word(self) -> Text:
        return Text("销售额", "Sales") if self is RankChoice.SALES else Text("达成率", "Achievement")

    @property
    def aliases(self) -> tuple[str, ...]:
        return ()


SINCE = Column(
    "生效日期",
    "In force from",
    aliases=("生效时间", "起始日期", "执行日期", "Effective from"),
    help=Text("某月1日；留空表示一直有效", "The first of a month; blank means always"),
)
UNTIL = Column(
    "失效日期",
    "In force until",
    aliases=("失效时间", "终止日期", "截止日期", "Effective until"),
    help=Text("某月最后一天；留空表示一直有效", "The last day of a month; blank means from then on"),
)


class RuleRow(Row):
    """One rule: what it pays, from which bound on, for whom."""

    name: Annotated[Name, Column("规则名称", "Rule", hant="規則名稱")]
    kind: Annotated[RuleKind, ChoiceKind(RuleKind), Column("规则类型", "Kind of rule", hant="規則類型")]
    bound: Annotated[Ratio | None, Ge(0), Column("达标线", "From", hant="達標線", unit=Unit.PERCENT)] = None
    upper: Annotated[Ratio | None, Gt(0), Column("达标线上限", "Up to", hant="達標線上限", unit=Unit.PERCENT)] = None
    rate: Annotated[Ratio | None, Ge(0), Column("提成比例", "Rate", unit=Unit.PERCENT)] = None
    amount: Annotated[Money | None, Gt(0), Column("规则金额", "Amount", hant="規則金額", unit=Unit.CNY)] = None
    size: Annotated[Money | None, Gt(0), Column("每满", "For every full", hant="每滿", unit=Unit.CNY)] = None
    prizes: Annotated[Free | None, Column("名次奖金", "Prizes by place", hant="名次獎金", unit=Unit.CNY)] = None
    by: Annotated[RankChoice | None, ChoiceKind(RankChoice), Column("排名依据", "Ranked by", hant="排名依據")] = None
    span: Annotated[
        SpanChoice | None,
        ChoiceKind(SpanChoice),
        Column("考核周期", "Measured over", hant="考核週期", aliases=("排名周期", "Ranked over")),
    ] = None
    sold: Annotated[Name | None, Column("计奖产品线", "Product sold", hant="計獎產品線")] = None
    regions: Annotated[Name | None, Column("适用区域", "For regions", hant="適用區域")] = None
    products: Annotated[Name | None, Column("适用产品线", "For product lines", hant="適用產品線")] = None
    positions: Annotated[Name | None, Column("适用岗位", "For positions", hant="適用崗位")] = None
    since: Annotated[Date | None, SINCE] = None
    until: Annotated[Date | None, UNTIL] = None
    original: Annotated[Free | None, Column("方案原文", "Plan's words", aliases=("原文",))] = None


RULES = Table(
    "rules",
    RuleRow,
    ("激励方案结构表",),
    "Plan structured",
    "payout",
    help=Text(
        "激励方案的结构化写法，一行一条规则；可代替销售激励方案对照表。",
        "The incentive plan in columns, one rule a row; it can stand in for the plan in words.",
    ),
    key=("name", "kind"),
    examples=(
        {"name": "基础达标奖", "kind": "个人档位", "bound": "80%", "rate": "1.5%"},
        {"name": "进阶激励奖", "kind": "个人档位", "bound": "100%", "rate": "2%", "amount": "1000"},
        {"name": "团队协作奖", "kind": "团队奖", "bound": "110%", "amount": "500"},
        {"name": "季度之星", "kind": "排名奖", "prizes": "5000、3000、1000", "by": "销售额", "span": "每季度"},
        {"name": "A产品冲量", "kind": "每满奖", "size": "100000", "amount": "10000", "sold": "A产品"},
        {"name": "封顶", "kind": "封顶", "amount": "50000"},
    ),
)
