"""The company the benchmarks work on: plan, weekly workbooks and orders, drawn from one seed and written as Excel does.

The figures are whole fen, the names are people's, the columns are those of the documents. Files are made once a
folder and size, before any clock starts.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
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
    return _write(path, "月度计划", PLAN, rows)


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
        made.append(_write(folder / f"周报-{team + 1:03d}组-{monday:%m%d}.xlsx", "销售周报", WEEKLY, rows))
    return made


def orders(path: Path, rows: int, people: int = 400) -> Path:
    """One workbook of `rows` orders of the year."""
    return _write(path, "订单明细", ORDERS, _orders(rows, people))


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


def _write(
    path: Path, sheet: str, headers: Sequence[str], rows: Sequence[Sequence[object]] | Iterator[Sequence[object]]
) -> Path:
    """A workbook with shared strings, as Excel writes it; a file that is there already is left."""
    if path.exists():
        return path
    import xlsxwriter

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    with xlsxwriter.Workbook(draft, {"default_date_format": "yyyy-mm-dd"}) as book:
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, headers)
        for at, row in enumerate(rows, 1):
            page.write_row(at, 0, row)
    return draft.replace(path)
