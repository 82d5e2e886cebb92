"""The example company's incentive plan, its strategies, and a month's metrics, in the words people use."""

from datetime import date
from typing import Any, Final

from salescli.analyze.diagnosis import FUNNEL
from salescli.analyze.tables import METRICS, STATUS
from salescli.demo.company import YEAR, Cells
from salescli.payout.tables import TIERS
from salescli.table.table import Table


def _documents(table: Table[Any]) -> tuple[Cells, ...]:
    """A table's declared examples, which are the documents' own figures; bare digits are numbers."""
    return tuple({key: _typed(str(value)) for key, value in example.items()} for example in table.examples)


def _typed(text: str) -> str | int:
    return int(text) if text.isascii() and text.isdigit() else text


INCENTIVES: Final[tuple[Cells, ...]] = (
    *_documents(TIERS),
    {
        "name": "季度销售之星",
        "condition": "季度销售额排名前三",
        "reward": "季度TOP3销售员分别奖励5000元、3000元、1000元",
        "scope": "全体销售员",
    },
)
"""The documents' four tiers, and a prize for the quarter's best three."""

STRATEGIES: Final[tuple[Cells, ...]] = (
    {
        "name": "优化客户跟进SOP",
        "goal": "提升转化率",
        "action": "梳理客户痛点，统一跟进话术",
        "owner": "林晓彤",
        "start": date(YEAR, 1, 5),
        "due": date(YEAR, 1, 30),
        "progress": "完成(1月28日全员培训)",
        "risk": "无",
    },
    {
        "name": "华南B产品专项支持",
        "goal": "华南B产品达成率回到90%",
        "action": "技术支持驻点两周，陪访重点客户",
        "owner": "黄志强",
        "start": date(YEAR, 2, 2),
        "due": date(YEAR, 3, 13),
        "progress": "进行中(已陪访11家)",
        "resources": "技术部2人",
        "risk": "春节后客户预算审批较慢",
    },
    {
        "name": "上线会员积分体系",
        "goal": "提升复购率",
        "action": "设计积分规则并上线",
        "owner": "顾佳怡",
        "start": date(YEAR, 3, 2),
        "due": date(YEAR, 4, 30),
        "progress": "进行中(规则已定稿)",
        "resources": "预算2万元(财务部审批)",
        "risk": "技术部人力紧张，可能延期",
    },
    {
        "name": "西南渠道招募",
        "goal": "新客户数增加30%",
        "action": "签约3家区域代理",
        "owner": "杨帆",
        "start": date(YEAR, 3, 16),
        "due": date(YEAR, 5, 29),
        "progress": "未开始(待合同模板)",
    },
)
"""Of these, 华南B产品专项支持 is overdue at the quarter's end."""

LESSONS: Final[tuple[Cells, ...]] = (
    {
        "period": f"{YEAR}年1月(月度)",
        "effects": "转化率从8%提升至8.6%(目标12%)；首次响应时间从26小时缩短至18小时(目标12小时)",
        "successes": "统一话术后首次响应更快",
        "improvements": "华南B产品报价周期长",
        "next_steps": "技术支持到华南驻点",
    },
    {
        "period": f"{YEAR}年2月(月度)",
        "effects": "转化率从8.6%提升至9.1%(目标12%)；老客复购率从15%提升至16%(目标20%)",
        "successes": "春节前集中回访，节后两周恢复节奏",
        "improvements": "会员积分体系尚未启动",
        "next_steps": "3月定稿积分规则",
    },
)
"""What the two months before taught, as somebody wrote it down."""

FOLLOW_UPS_OPEN: Final[tuple[Cells, ...]] = (
    {
        "period": f"{YEAR}年1月(月度)",
        "action": "线索自动分配，2小时内首次响应",
        "owner": "林晓彤",
        "due": date(YEAR, 2, 27),
        "progress": "完成",
    },
    {
        "period": f"{YEAR}年2月(月度)",
        "action": "整理华南B产品标准报价单",
        "owner": "罗嘉欣",
        "due": date(YEAR, 3, 20),
        "progress": "进行中(已完成初稿)",
    },
)
"""What was decided then: one is done, one is still open and overdue."""

METRICS_OF_A_MONTH: Final = _documents(METRICS)
STATUS_OF_A_YEAR: Final = _documents(STATUS)
"""The documents' own figures, two of whose stated gap rates divide by the current value instead of the target."""
FUNNEL_OF_A_MONTH: Final = _documents(FUNNEL)
