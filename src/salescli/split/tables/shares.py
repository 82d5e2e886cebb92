"""Along which dimensions goals are shared out, and how much each part carries."""

from dataclasses import replace
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le

from salescli.split.tables.columns import LAST_YEAR, PINNED
from salescli.table.column import Column, Money, Name, Ratio, Unit
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind
from salescli.words.language import Text


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
        replace(PINNED, help=Text("填写后不再按比例分配", "Held exactly, not shared out")),
    ] = None
    last_year: Annotated[Money | None, LAST_YEAR] = None


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
