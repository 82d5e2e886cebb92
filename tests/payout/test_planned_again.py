"""After planning the year again, closed months are tracked and paid by the targets that were in force in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.split.replan import Replan
from salescli.split.result import SplitResult
from salescli.split.run import SplitOptions, split
from salescli.track.options import TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from tests.parity import opened
from tests.sheets import workbook

GOAL = "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026年 | 12000000 | 元 |"
ROSTER = "| 工号 | 销售员 | 区域 | 去年实际(元) |\n| S1 | 甲 | 华东 | 100 |\n| S2 | 乙 | 华南 | 300 |"
INCENTIVE = """
| 激励层级 | 触发条件 | 激励方式 | 适用对象 |
| 基础档 | ≥80% | 提成比例1% | 全体销售员 |
| 达标档 | ≥100% | 提成比例2% | 全体销售员 |
"""
HEADER = "| 周开始日期 | 区域 | 工号 | 销售员 | 销售额(元) |"
JANUARY = ("2026-01-05 | 华东 | S1 | 甲 | 200000", "2026-01-05 | 华南 | S2 | 乙 | 900000")
RUN = RunOptions(force=True)
FEBRUARY = ("2026-02-02 | 华东 | S1 | 甲 | 300000", "2026-02-02 | 华南 | S2 | 乙 | 300000")


@dataclass
class Company:
    """Its files: each method writes one and gives its result."""

    folder: Path

    def split(self, name: str, replan: Replan | None = None) -> SplitResult:
        targets = workbook(self.folder / "targets.xlsx", {"年度目标": GOAL, "销售员名册": ROSTER})
        outcome = split(targets, self.folder / name, options=SplitOptions(replan=replan), run=RUN)
        assert outcome.result is not None, outcome.problems
        return outcome.result

    def track(self, plan: str, name: str, *rows: str, day: date) -> TrackResult:
        text = "\n".join((HEADER, *(f"| {row} |" for row in rows)))
        reports = workbook(self.folder / f"w-{name}", {"销售周报": text})
        options = TrackOptions(as_of=day)
        outcome = track(self.folder / plan, [reports], self.folder / name, options=options, run=RUN)
        assert outcome.result is not None, outcome.problems
        return outcome.result

    def pay(self, tracking: str, name: str, month: Month, *settled: str) -> PayoutResult:
        wanted = workbook(self.folder / "incentive.xlsx", {"激励方案": INCENTIVE})
        options = PayoutOptions(month, settled=tuple(self.folder / file for file in settled))
        outcome = payout(self.folder / tracking, wanted, self.folder / name, options=options, run=RUN)
        assert outcome.result is not None, outcome.problems
        return outcome.result


def judged(result: TrackResult, month: Month) -> list[tuple[str, str, str | None]]:
    return [
        (row.person, f"{row.figures.target}", None if (share := row.figures.achievement) is None else str(share))
        for row in result.rows
        if row.month == month
    ]


def test_what_was_paid_stays_right(tmp_path: Path) -> None:
    company, january, february = Company(tmp_path), Month(2026, 1), Month(2026, 2)
    company.split("plan.xlsx")
    # 1,000,000 a month, a quarter of it 甲's: 200,000 of 250,000, and 900,000 of 750,000
    told = [("甲", "250000.00", "4/5"), ("乙", "750000.00", "6/5")]
    assert judged(company.track("plan.xlsx", "t-01.xlsx", *JANUARY, day=date(2026, 1, 31)), january) == told
    # 200,000 × 1 % and 900,000 × 2 %
    assert company.pay("t-01.xlsx", "p01.xlsx", january).document()["total"] == "20000.00"

    again = company.split("plan-2.xlsx", Replan(tmp_path / "t-01.xlsx", february))
    # 1,100,000 are reached, 10,900,000 are left
    held = [
        (leaf.person.name, f"{leaf.target:f}", f"{leaf.in_force:f}") for leaf in again.leaves if leaf.month == january
    ]
    assert held == [("甲", "200000", "250000"), ("乙", "900000", "750000")]
    assert sum(leaf.target for leaf in again.leaves) == 12000000
    assert again.tied
    assert {leaf.in_force for leaf in again.leaves if leaf.month > january} == {None}

    tracked = company.track("plan-2.xlsx", "t-02.xlsx", *JANUARY, *FEBRUARY, day=date(2026, 2, 28))
    assert judged(tracked, january) == told
    paid = company.pay("t-02.xlsx", "p02.xlsx", february, "p01.xlsx").document()["settled"]
    assert (paid["periods"], paid["lines"], paid["total"]) == (["2026-01"], [], "0.00")


def test_planning_a_second_time_keeps_the_first_targets(tmp_path: Path) -> None:
    company = Company(tmp_path)
    company.split("plan.xlsx")
    company.track("plan.xlsx", "t-01.xlsx", *JANUARY, day=date(2026, 1, 31))
    company.split("plan-2.xlsx", Replan(tmp_path / "t-01.xlsx", Month(2026, 2)))
    company.track("plan-2.xlsx", "t-02.xlsx", *JANUARY, *FEBRUARY, day=date(2026, 2, 28))
    again = company.split("plan-3.xlsx", Replan(tmp_path / "t-02.xlsx", Month(2026, 3)))
    held = {(leaf.month.number, leaf.person.name): (leaf.target, leaf.in_force) for leaf in again.leaves}
    assert held[1, "甲"] == (Decimal(200000), Decimal(250000))
    # 10,900,000 ÷ 11 are 990,909 in February; by weights 甲 has a quarter of it
    reached, target = held[2, "甲"]
    assert reached == 300000
    assert target is not None
    assert abs(target - 247727) <= 1


def test_nobody_owes_reports_for_weeks_without_a_target(tmp_path: Path) -> None:
    tracked = """
| 月份 | 区域 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) |
| 2026-01 | 华东 | S1 | 甲 | 250000 | 200000 |
| 2026-01 | 华南 | S2 | 乙 | 750000 | 800000 |
| 2026-01 | 华南 | S3 | 丙 | 0 | 100000 |
"""
    company = Company(tmp_path)
    tracking = workbook(tmp_path / "t-01.xlsx", {"月度目标分解与跟踪表": tracked})
    company.split("plan-2.xlsx", Replan(tracking, Month(2026, 2)))
    weeks = [
        f"2026-01-{day:02} | {who} | 50000" for day in (5, 12, 19, 26) for who in ("华东 | S1 | 甲", "华南 | S2 | 乙")
    ]
    # 丙 came in the middle of January, sold, and had no target yet
    weeks += ["2026-01-19 | 华南 | S3 | 丙 | 50000", "2026-01-26 | 华南 | S3 | 丙 | 50000"]
    result = company.track("plan-2.xlsx", "t-02.xlsx", *weeks, day=date(2026, 1, 31))
    assert result.missing == ()
    assert judged(result, Month(2026, 1))[-1] == ("丙", "0.00", None)


def test_the_plan_says_which_target_was_in_force(tmp_path: Path) -> None:
    company = Company(tmp_path)
    company.split("plan.xlsx")
    company.track("plan.xlsx", "t-01.xlsx", *JANUARY, day=date(2026, 1, 31))
    company.split("plan-2.xlsx", Replan(tmp_path / "t-01.xlsx", Month(2026, 2)))

    def rows(name: str) -> Sequence[tuple[object, ...]]:
        sheet = opened(tmp_path / name)["月度计划"]
        found = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
        return found[next(at for at, row in enumerate(found) if "目标值" in row) :]

    notes = [cell.value for row in opened(tmp_path / "plan-2.xlsx")["月度计划"].iter_rows(max_row=4) for cell in row]
    assert any("达成率和提成仍按“原目标”算" in str(note) for note in notes)
    assert rows("plan.xlsx")[0][-1] == "目标值"
    again = rows("plan-2.xlsx")
    assert again[0][-2:] == ("目标值", "原目标")
    assert [row[-2:] for row in again[1:3]] == [(200000, 250000), (900000, 750000)]
    assert {row[-1] for row in again[3:]} == {None}
