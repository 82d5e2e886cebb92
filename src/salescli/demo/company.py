"""The example company: what it wants to reach in 2026, how that is shared out, and who carries it.

Invented from end to end. Cells are as people type them (``1.2亿``, ``1440家``), so that reading them is part of the
example.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from salescli.excel.book import CellValue
from salescli.measure.period import Month, Quarter
from salescli.split.tables.shares import Dimension

Cells = Mapping[str, CellValue]
"""One row of a table: its cells by the table's field names."""

NAME: Final = "远岭仪器（示例公司）"
YEAR: Final = 2026
QUARTER: Final = Quarter(YEAR, 1)
"""The quarter that is over, and that the weekly reports cover."""
AS_OF: Final = QUARTER.last

EAST, SOUTH, NORTH, WEST = "华东", "华南", "华北", "西南"
REGIONS: Final = (EAST, SOUTH, NORTH, WEST)
INSTRUMENTS, CONSUMABLES, SERVICE = "A产品", "B产品", "C产品"

SALES, NEW_CUSTOMERS, COLLECTION_RATE = "销售额", "新客户数", "回款率"

GOALS: Final[tuple[Cells, ...]] = (
    {
        "metric": SALES,
        "year": f"{YEAR}年",
        "target": "1.2亿",
        "unit": "元",
        "rounding": 100,
        "note": "比去年增长约 16%",
    },
    {"metric": NEW_CUSTOMERS, "year": f"{YEAR}年", "target": "1440家", "unit": "家", "rounding": 1},
    {"metric": COLLECTION_RATE, "year": f"{YEAR}年", "target": "90%", "unit": "%", "note": "每人每月都不低于 90%"},
)


def _share(dimension: Dimension, name: str, percent: int, last_year: int) -> Cells:
    return {
        "dimension": dimension.word.zh,
        "name": name,
        "share": Decimal(percent) / 100,
        "last_year": last_year * 10_000,
    }


SHARES: Final = (
    _share(Dimension.REGION, EAST, 40, 4120),
    _share(Dimension.REGION, SOUTH, 25, 2610),
    _share(Dimension.REGION, NORTH, 20, 2090),
    _share(Dimension.REGION, WEST, 15, 1565),
    _share(Dimension.PRODUCT, INSTRUMENTS, 50, 5185),
    _share(Dimension.PRODUCT, CONSUMABLES, 30, 3120),
    _share(Dimension.PRODUCT, SERVICE, 20, 2080),
)

SEASON: Final[tuple[Cells, ...]] = tuple(
    {"month": f"{YEAR}年{number}月", "weight": weight}
    for number, weight in enumerate((7, 5, 9, 8, 8, 10, 7, 8, 9, 9, 10, 10), start=1)
)
"""February has the Spring Festival; the quarters' ends and the year's are strong."""


def _person(
    number: int,
    person: str,
    region: str,
    product: str | None,
    hired: date,
    ability: str,
    potential: str,
    last_year: int | None,
    position: str = "销售员",
) -> Cells:
    return {
        "employee_id": f"S{number:03d}",
        "person": person,
        "region": region,
        "product": product,
        "position": position,
        "hired": hired,
        "ability": Decimal(ability),
        "potential": Decimal(potential),
        "last_year": last_year,
    }


_KEY_ACCOUNTS, _SENIOR = "大客户经理", "高级销售"

ROSTER: Final = (
    _person(1, "陈思远", EAST, None, date(2017, 6, 12), "1.2", "1.0", 7_826_400, _KEY_ACCOUNTS),
    _person(2, "林晓彤", EAST, INSTRUMENTS, date(2018, 3, 5), "1.2", "1.1", 5_894_200, _SENIOR),
    _person(3, "周子昂", EAST, INSTRUMENTS, date(2019, 9, 16), "1.1", "1.0", 5_113_800),
    _person(4, "徐梦洁", EAST, INSTRUMENTS, date(2021, 7, 1), "1.0", "1.1", 4_385_500),
    _person(5, "许文博", EAST, INSTRUMENTS, date(2026, 1, 26), "0.9", "1.2", None),
    _person(6, "沈浩然", EAST, CONSUMABLES, date(2018, 11, 20), "1.1", "1.0", 5_446_300, _SENIOR),
    _person(7, "顾佳怡", EAST, CONSUMABLES, date(2020, 4, 13), "1.0", "1.0", 4_718_200),
    _person(8, "陆一鸣", EAST, SERVICE, date(2019, 2, 18), "1.1", "1.0", 6_470_600),
    _person(9, "黄志强", SOUTH, None, date(2016, 8, 8), "1.2", "0.9", 5_612_700, _KEY_ACCOUNTS),
    _person(10, "梁婉仪", SOUTH, INSTRUMENTS, date(2019, 5, 27), "1.1", "1.1", 5_421_900, _SENIOR),
    _person(11, "何俊杰", SOUTH, INSTRUMENTS, date(2021, 3, 15), "1.0", "1.0", 4_698_400),
    _person(12, "罗嘉欣", SOUTH, CONSUMABLES, date(2020, 10, 12), "1.0", "1.0", 3_287_600),
    _person(13, "邓伟豪", SOUTH, CONSUMABLES, date(2022, 6, 20), "0.9", "1.1", 2_874_100),
    _person(14, "谢紫琪", SOUTH, SERVICE, date(2020, 1, 6), "1.0", "1.0", 4_156_300),
    _person(15, "王建国", NORTH, None, date(2015, 4, 7), "1.1", "0.9", 4_837_500, _KEY_ACCOUNTS),
    _person(16, "李雪", NORTH, INSTRUMENTS, date(2018, 7, 23), "1.1", "1.0", 4_306_800, _SENIOR),
    _person(17, "刘洋", NORTH, INSTRUMENTS, date(2021, 11, 1), "0.9", "1.0", 3_689_200),
    _person(18, "赵磊", NORTH, CONSUMABLES, date(2020, 8, 17), "1.0", "1.0", 2_573_400),
    _person(19, "孙悦", NORTH, CONSUMABLES, date(2022, 2, 14), "1.0", "1.1", 2_248_900),
    _person(20, "郭明轩", NORTH, SERVICE, date(2019, 12, 2), "1.0", "1.0", 3_194_700),
    _person(21, "杨帆", WEST, None, date(2017, 10, 9), "1.1", "1.0", 5_018_600, _KEY_ACCOUNTS),
    _person(22, "唐诗雨", WEST, INSTRUMENTS, date(2019, 6, 3), "1.1", "1.1", 5_283_300, _SENIOR),
    _person(23, "蒋川", WEST, CONSUMABLES, date(2021, 5, 10), "0.9", "1.0", 3_142_800),
    _person(24, "廖静", WEST, SERVICE, date(2022, 9, 5), "1.0", "1.1", 2_156_000),
)

_GROWTH: Final = f"{YEAR}年销售额达到1.2亿元"

ACTIONS: Final[tuple[Cells, ...]] = (
    {
        "goal": _GROWTH,
        "dimension": "华东A产品大客户",
        "target": "新签大客户订单600万元",
        "owner": "陈思远",
        "due": date(YEAR, 6, 30),
        "action": "前20名客户一户一策，每月高层拜访",
    },
    {
        "dimension": "新客户数达到1440家",
        "target": "每月120家",
        "owner": "林晓彤",
        "due": date(YEAR, 12, 31),
        "action": "每人每周拜访新客户不少于8家",
    },
    {
        "dimension": "回款率不低于90%",
        "target": "逾期款每月清一次",
        "owner": "顾佳怡",
        "due": date(YEAR, 3, 31),
        "action": "发货前对账，逾期30天上报",
    },
)


def reporting_months() -> tuple[Month, ...]:
    """The months that the weekly reports cover."""
    return QUARTER.months()
