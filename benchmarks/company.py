"""The company the benchmarks work on: plan, weekly workbooks and orders, drawn from one seed and written as Excel does.

The figures are whole fen, the names are people's, the columns are those of the documents. Files are made once a
folder and size, before any clock starts.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import Final

SEED: Final = 20260101
YEAR: Final = 2026
TEAM: Final = 20
"""People of one team, who report in one workbook a week: 20 rows."""

WEEKS: Final = 50
FIRST_MONDAY: Final = date(2026, 1, 5)
REGIONS: Final = ("华东", "华南", "华北", "华中", "西南", "西北", "东北", "海外")
PRODUCTS: Final = ("A产品", "B产品", "C产品")
WEEKLY: Final = (
    "周开始日期",
    "区域",
    "工号",
    "销售员",
    "线索数",
    "跟进次数",
    "客户拜访",
    "方案提交",
    "成单数",
    "销售额(元)",
    "回款额(元)",
)
PLAN: Final = ("月份", "区域", "工号", "销售员", "指标", "目标值")
ORDERS: Final = (
    "订单号",
    "签约日期",
    "区域",
    "工号",
    "销售员",
    "客户",
    "合同额(元)",
    "已回款(元)",
    "成本(元)",
    "线索日期",
    "客户类型",
)
SPLIT_REGIONS: Final = tuple(f"区域{number}" for number in range(1, 11))
SEASON: Final = (8, 5, 9, 8, 8, 9, 8, 8, 9, 9, 9, 10)
SURNAMES: Final = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
GIVEN: Final = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"


@dataclass(frozen=True, slots=True)
class Colleague:
    """One salesperson."""

    employee_id: str
    name: str
    region: str


def colleagues(count: int) -> list[Colleague]:
    """`count` people in teams of one region each; names repeat only with their number behind."""
    found = []
    for at in range(count):
        name = SURNAMES[at % 20] + GIVEN[at // 20 % 20] + (str(at // 400) if at >= 400 else "")
        found.append(Colleague(f"S{at:05d}", name, REGIONS[at // TEAM % len(REGIONS)]))
    return found


def people_of(files: int) -> int:
    """How many people report so many weekly workbooks in a year of weeks."""
    return TEAM * -(-files // WEEKS)


def plan(path: Path, count: int) -> Path:
    """The plan of `count` people for the year."""
    rng = random.Random(SEED)
    rows = [
        (date(YEAR, month, 1), who.region, who.employee_id, who.name, "销售额", rng.randrange(100_000, 900_000))
        for who in colleagues(count)
        for month in range(1, 13)
    ]
    return _write(path, {"月度计划": [PLAN, *rows]})


def reports(folder: Path, files: int) -> list[Path]:
    """`files` weekly workbooks of 20 rows and 11 columns, a team and a week each."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(SEED)
    staff = colleagues(people_of(files))
    made = []
    for at in range(files):
        team, week = divmod(at, WEEKS)
        monday = FIRST_MONDAY + timedelta(weeks=week)
        rows = [_report(rng, monday, who) for who in staff[team * TEAM : (team + 1) * TEAM]]
        made.append(_write(folder / f"周报-{team + 1:03d}组-{monday:%m%d}.xlsx", {"销售周报": [WEEKLY, *rows]}))
    return made


def orders(path: Path, rows: int, people: int = 400) -> Path:
    """One workbook of `rows` orders of the year."""
    return _write(path, {"订单明细": chain([ORDERS], _orders(rows, people))})


def _report(rng: random.Random, monday: date, who: Colleague) -> Sequence[object]:
    sales = rng.randrange(0, 20_000_000) / 100
    counts = [rng.randrange(limit) for limit in (30, 40, 20, 10, 5)]
    return (monday, who.region, who.employee_id, who.name, *counts, sales, round(sales * rng.random(), 2))


def _orders(rows: int, people: int) -> Iterator[Sequence[object]]:
    rng = random.Random(SEED)
    staff = colleagues(people)
    for at in range(rows):
        who = staff[rng.randrange(people)]
        signed = date(YEAR, 1, 1) + timedelta(days=rng.randrange(365))
        amount = rng.randrange(100_000, 50_000_000) / 100
        collected = amount if rng.random() < 0.7 else round(amount * rng.random(), 2)
        yield (
            f"HT{at:07d}",
            signed,
            who.region,
            who.employee_id,
            who.name,
            f"客户{rng.randrange(max(rows // 4, 1)):06d}",
            amount,
            collected,
            round(amount * 0.6, 2),
            signed - timedelta(days=rng.randrange(5, 90)),
            rng.choice(("新客户", "老客户")),
        )


def tracked(path: Path, people: int) -> Path:
    """A month of `people`: targets and actuals, what happened beside them, and four weeks of reports each."""
    rng = random.Random(SEED)
    month = date(YEAR, 8, 1)
    mondays = [date(YEAR, 8, 3) + timedelta(weeks=week) for week in range(4)]
    figures, events, weeks = [], [], []
    for who in colleagues(people):
        own = (who.region, who.employee_id, who.name)
        sold = [rng.randrange(0, 30_000_000) / 100 for _ in mondays]
        figures.append((month, *own, rng.randrange(300_000, 900_000), round(sum(sold), 2)))
        weeks += [(monday, *own, sales) for monday, sales in zip(mondays, sold, strict=True)]
        if rng.random() < 0.3:
            events.append((month, who.employee_id, who.name, rng.choice(("转介绍", "新客户")), rng.randrange(1, 5)))
    return _write(
        path,
        {
            "月度目标分解与跟踪表": [("月份", "区域", "工号", "销售员", "月度目标(元)", "累计实际(元)"), *figures],
            "奖励事项表": [("月份", "工号", "销售员", "奖励事项", "事项数量"), *events],
            "销售周报": [("周开始日期", "区域", "工号", "销售员", "销售额(元)"), *weeks],
        },
    )


def incentive(path: Path) -> Path:
    """A plan with every component there is for one month."""
    rules = [
        ("激励层级", "触发条件(月度达成率)", "激励方式", "适用对象"),
        ("基础达标奖", "≥80%", "提成比例1.5%", "全体销售员"),
        ("进阶激励奖", "≥100%", "提成比例2%+额外奖金1000元", "达成率≥100%的销售员"),
        ("冲刺卓越奖", "≥120%", "提成比例3%+额外奖金3000元", "达成率≥120%的销售员"),
        ("团队协作奖", "区域整体达成率≥110%", "区域人均奖励500元", "所在区域全体成员"),
        ("月度销售之星", "月度销售额排名前三", "月度TOP3销售员分别奖励5000元、3000元、1000元", "全体销售员"),
        ("转介绍奖", "不限", "转1奖200元", "全体销售员"),
        ("新客开发奖", "不限", "新客开发奖100元", "全体销售员"),
        ("周冠军", "不限", "单周最高成交奖500元", "全体销售员"),
        ("封顶", "不限", "每月封顶60000元", "全体销售员"),
        ("保底", "不限", "每月保底1000元", "全体销售员"),
    ]
    return _write(path, {"销售激励方案对照表": rules})


def histories(people: int) -> list[int]:
    """Last year's sales of each of `people`, by which a target is split."""
    rng = random.Random(SEED)
    return [rng.randrange(500_000, 5_000_000) for _ in range(people)]


def goal_of(people: int) -> int:
    """The year's target of so many people, in yuan; it divides evenly by nothing."""
    return people * 3_000_000 + 7


def _write(path: Path, sheets: Mapping[str, Iterable[Sequence[object]]]) -> Path:
    """A workbook with shared strings, as Excel writes it; a file that is there already is left."""
    if path.exists():
        return path
    import xlsxwriter

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    with xlsxwriter.Workbook(draft, {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for at, row in enumerate(rows):
                page.write_row(at, 0, row)
    return draft.replace(path)
