"""A quarter whose months were paid already pays what belongs to the quarter itself."""

from pathlib import Path

import pytest

from salescli.measure.period import Month, Quarter
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions
from salescli.table.outcome import Outcome
from tests.parity import assert_parity, opened
from tests.payout.sheets import PLAN, amounts, codes, paid, run

TABLE = "| 月份 | 区域 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) |\n"
ROWS = {
    7: "| 2026-07 | 华东 | 01 | 小张 | 800,000 | 840,000 |\n| 2026-07 | 华南 | 02 | 小李 | 600,000 | 300,000 |\n",
    8: "| 2026-08 | 华东 | 01 | 小张 | 800,000 | 800,000 |\n| 2026-08 | 华南 | 02 | 小李 | 600,000 | 600,000 |\n",
    9: "| 2026-09 | 华东 | 01 | 小张 | 800,000 | 760,000 |\n| 2026-09 | 华南 | 02 | 小李 | 600,000 | 480,000 |\n",
    10: "| 2026-10 | 华东 | 01 | 小张 | 800,000 | 0 |\n| 2026-10 | 华南 | 02 | 小李 | 600,000 | 0 |\n",
}
QUARTERLY = (
    PLAN + "| 季度达标奖 | 季度达成率≥100% | 额外奖金2000元 | 全体销售员 |\n"
    "| 季度之星 | 季度销售冠军 | 奖金5000元 | 全体销售员 |\n| 月度之星 | 月度销售冠军 | 奖金300元 | 全体销售员 |\n"
)
THIRD = Quarter(2026, 3)


def pay(
    folder: Path, period: Month | Quarter, *settled: Path, name: str = "o", change: tuple[str, str] = ("", "")
) -> Outcome[PayoutResult]:
    rows = TABLE + "".join(text for month, text in ROWS.items() if month <= period.months()[-1].number)
    options = PayoutOptions(period, settled=settled, statements=folder / f"{name}单")
    return run(folder, rows.replace(*change), QUARTERLY, output=folder / f"{name}.xlsx", options=options)


@pytest.fixture
def months(tmp_path: Path) -> list[Path]:
    """July to September as they were paid: 18,100 and 0; 17,300 and 13,000; 11,700 and 7,200."""
    files: list[Path] = []
    for number in (7, 8, 9):
        outcome = pay(tmp_path, Month(2026, number), *files, name=f"{number}月")
        assert not outcome.blocked
        files.append(outcome.outputs[0])
    return files


def test_only_the_quarters_own_prizes_are_paid(tmp_path: Path, months: list[Path]) -> None:
    """小张 sold 2,400,000 of 2,400,000 and the most: 2,000 and 5,000; 小李 at 76.7 % gets nothing."""
    outcome = pay(tmp_path, THIRD, *months)
    people = paid(outcome)
    assert {name: amount for name, amount in amounts(people["小张"]).items() if amount != "0.00"} == {
        "bonus": "2000.00",
        "ranking": "5000.00",
        "total": "7000.00",
    }
    assert amounts(people["小李"])["total"] == "0.00"
    assert outcome.result is not None
    document = outcome.result.document()
    assert document["paid_apart"] == [
        {"period": "2026-07", "paid": "18100.00"},
        {"period": "2026-08", "paid": "30300.00"},
        {"period": "2026-09", "paid": "18900.00"},
    ]
    assert document["settled"]["lines"] == []
    assert codes(outcome) == []


def test_the_statement_shows_what_was_paid_before(tmp_path: Path, months: list[Path]) -> None:
    outcome = pay(tmp_path, THIRD, *months)
    page = opened(next(path for path in outcome.outputs if "小张" in path.name), data_only=True)["提成确认单"]
    rows = {row[0]: row for row in page.iter_rows(values_only=True)}
    assert rows["此前已发（元）"][1] == 47_100
    assert rows["应发合计（元）"][1] == 7_000
    assert "已经结束的月份不能再补" in str(rows["距下一档（元）"][2])


def test_paid_months_have_the_colours_of_their_tiers(tmp_path: Path, months: list[Path]) -> None:
    """小李 was at 50 % (no tier), 100 % and 80 %, and is at 76.7 % of the quarter, whose only tier begins at 100 %."""
    outcome = pay(tmp_path, THIRD, *months)
    page = opened(next(path for path in outcome.outputs if "小李" in path.name))["提成确认单"]
    rows = {str(row[0].value): row for row in page.iter_rows()}
    tiers = [cell.value for cell in rows["档位"][3:6]]
    colours = [cell.fill.fgColor.rgb[2:] for cell in rows["达成率"][3:7]]
    red, yellow, green = ("FFC7CE", "FFEB9C", "C6EFCE")
    assert (tiers, colours) == ([None, "进阶激励奖", "基础达标奖"], [red, green, yellow, red])


def test_no_tier_is_told_of_months_that_were_paid(tmp_path: Path) -> None:
    """Their tiers stand in their own workbooks; nobody is said to have reached none."""
    plan = PLAN + "| 季度之星 | 季度销售冠军 | 奖金5000元 | 全体销售员 |\n"
    rows, files = TABLE + "".join(ROWS[number] for number in (7, 8, 9)), list[Path]()
    periods: tuple[Month | Quarter, ...] = (*THIRD.months(), THIRD)
    for period in periods:
        options = PayoutOptions(period, settled=tuple(files))
        files += run(tmp_path, rows, plan, output=tmp_path / f"{period}.xlsx", options=options).outputs
    sheet = opened(files[-1], data_only=True)["汇总"]
    found = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}
    assert found["已单独发放"] == 2
    assert "未达档" not in found


@pytest.mark.parity
def test_its_formulas_agree(tmp_path: Path, months: list[Path]) -> None:
    assert_parity(*pay(tmp_path, THIRD, *months).outputs)


def test_late_changes_of_its_months_are_corrections(tmp_path: Path, months: list[Path]) -> None:
    """小张 sold 840,000 in August: 2 % of 40,000 more, and the quarter's own 7,000 as before."""
    change = ("2026-08 | 华东 | 01 | 小张 | 800,000 | 800,000", "2026-08 | 华东 | 01 | 小张 | 800,000 | 840,000")
    outcome = pay(tmp_path, THIRD, *months, change=change)
    assert outcome.result is not None
    lines = outcome.result.document()["settled"]["lines"]
    assert [(one["period"], one["amount"]) for one in lines] == [("2026-08", "800.00")]
    assert str(outcome.result.total) == "7000.00"


def test_months_that_are_not_paid_are_paid_with_the_quarter(tmp_path: Path, months: list[Path]) -> None:
    """September's 11,400 and 300 with the quarter's 7,000; 小李 at 80 %: 1.5 % of 480,000."""
    people = paid(pay(tmp_path, THIRD, *months[:2]))
    assert (str(people["小张"].total), str(people["小李"].total)) == ("18700.00", "7200.00")


def test_the_quarter_is_a_paid_period_like_any_other(tmp_path: Path, months: list[Path]) -> None:
    quarter = pay(tmp_path, THIRD, *months, name="季").outputs[0]
    change = ("2026-09 | 华东 | 01 | 小张 | 800,000 | 760,000", "2026-09 | 华东 | 01 | 小张 | 800,000 | 700,000")
    outcome = pay(tmp_path, Month(2026, 10), *months, quarter)
    assert outcome.result is not None
    assert outcome.result.document()["settled"]["lines"] == []
    # with 700,000 September is at 87.5 %: 900 less; the quarter short of 100 %: 2,000 less
    outcome = pay(tmp_path, Month(2026, 10), *months, quarter, change=change)
    assert outcome.result is not None
    lines = outcome.result.document()["settled"]["lines"]
    assert sorted((one["period"], one["amount"]) for one in lines) == [("2026-09", "-900.00"), ("2026Q3", "-2000.00")]
    # without its months nobody can tell what the quarter itself paid
    assert "settled-plan" in codes(pay(tmp_path, Month(2026, 10), quarter))


def test_a_month_of_a_paid_quarter_is_refused(tmp_path: Path) -> None:
    quarter = pay(tmp_path, THIRD, name="季").outputs[0]
    assert "settled-overlap" in codes(pay(tmp_path, Month(2026, 9), quarter))


COLLECTED = {  # to date 420,000 of 840,000, then 1,230,000 of 1,640,000, 2,160,000 and 2,400,000 of 2,400,000
    7: (420_000, 0),
    8: (810_000, 900_000),
    9: (930_000, 0),
    10: (240_000, 480_000),
}


def pay_collected(folder: Path, period: Month | Quarter, *settled: Path, name: str = "o") -> Outcome[PayoutResult]:
    """As :func:`pay`, released as customers pay."""
    rows = TABLE.replace("累计实际(元) |", "累计实际(元) | 回款额(元) |")
    for number, text in ROWS.items():
        if number <= period.months()[-1].number:
            pair = zip(text.splitlines(), COLLECTED[number], strict=True)
            rows += "".join(f"{line} {collected} |\n" for line, collected in pair)
    options = PayoutOptions(period, settled=settled, release="collected", statements=folder / f"{name}单")
    return run(folder, rows, QUARTERLY, output=folder / f"{name}.xlsx", options=options)


def released(outcome: Outcome[PayoutResult], person: str) -> list[tuple[str, ...]]:
    """Earned to date, released before, released now and held of every month that is told."""
    assert outcome.result is not None, codes(outcome)
    people = outcome.result.document()["release"]["people"]
    (mine,) = (one["months"] for one in people if one["person"] == person)
    keys = ("earned", "released_before", "released_now", "held")
    return [tuple(month[key] for key in keys) for month in mine]


def test_a_quarter_of_paid_months_follows_the_collections_too(tmp_path: Path) -> None:
    """小张 earned 18,100, 17,300 and 11,700 and collected 50 %, 75 % and 90 % to date; the quarter's 7,000 at 90 %.

    小李 earned nothing, 13,000 and 7,200, with nothing, then 900,000 of 900,000, then 900,000 of 1,380,000 collected.
    """
    files: list[Path] = []
    found = []
    for number in (7, 8, 9):
        outcome = pay_collected(tmp_path, Month(2026, number), *files, name=f"{number}月")
        found += released(outcome, "小张")
        files.append(outcome.outputs[0])
    assert found == [
        ("18100.00", "0.00", "9050.00", "9050.00"),
        ("35400.00", "9050.00", "17500.00", "8850.00"),
        ("47100.00", "26550.00", "15840.00", "4710.00"),
    ]
    quarter = pay_collected(tmp_path, THIRD, *files, name="季")
    assert released(quarter, "小张") == [("54100.00", "42390.00", "6300.00", "5410.00")]
    # 900,000 ÷ 1,380,000 of 20,200 is 13,173.91; 13,000 were released in August
    assert released(quarter, "小李") == [("20200.00", "13173.91", "0.00", "7026.09")]
    assert str(paid(quarter)["小张"].total) == "7000.00"
    # October goes on from there: all of it is collected now
    (october,) = released(pay_collected(tmp_path, Month(2026, 10), *files, quarter.outputs[0]), "小张")
    assert october[1:] == ("48690.00", "5410.00", "0.00")


@pytest.mark.parity
def test_the_sheets_of_such_a_release_agree(tmp_path: Path) -> None:
    files: list[Path] = []
    for number in (7, 8):
        files.append(pay_collected(tmp_path, Month(2026, number), *files, name=f"{number}月").outputs[0])
    quarter = pay_collected(tmp_path, THIRD, *files, name="季")
    # September's 11,700 is paid with the quarter's 7,000: 54,100 at 90 %, less July's and August's 26,550
    assert released(quarter, "小张") == [("54100.00", "26550.00", "22140.00", "5410.00")]
    assert_parity(*quarter.outputs)
