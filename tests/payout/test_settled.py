"""Paid periods: what changed since is paid or deducted, and the old figures stay."""

from pathlib import Path

import pytest

from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Month
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions
from salescli.payout.settled import Corrections
from salescli.payout.settled_tables import ADJUSTMENTS, FINGERPRINTS
from salescli.payout.tables import PAYOUTS
from salescli.table.errors import UnusableFile
from salescli.table.outcome import Outcome
from tests.parity import assert_parity, opened
from tests.payout.sheets import PLAN, codes, run
from tests.sheets import written

TABLE = "| 月份 | 区域 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) | 回款额(元) |\n"
AUGUST = (
    "| 2026-08 | 华东 | 01 | 小张 | 800,000 | 840,000 | 700,000 |\n"
    "| 2026-08 | 华南 | 02 | 小李 | 600,000 | 450,000 | 400,000 |\n"
    "| 2026-08 | 华北 | 03 | 小王 | 300,000 | 330,000 | 300,000 |\n"
)
SEPTEMBER = (
    "| 2026-09 | 华东 | 01 | 小张 | 800,000 | 800,000 | 800,000 |\n"
    "| 2026-09 | 华南 | 02 | 小李 | 600,000 | 300,000 | 300,000 |\n"
    "| 2026-09 | 华北 | 03 | 小王 | 300,000 | 300,000 | 300,000 |\n"
)


def paid(
    folder: Path, rows: str, period: Month, *settled: Path, name: str = "o", plan: str = PLAN, base: str = "sales"
) -> Outcome[PayoutResult]:
    """A payout of `period` into ``<name>.xlsx``."""
    chosen = PayoutOptions(period, base="collected" if base == "collected" else "sales", settled=settled)
    return run(folder, TABLE + rows, plan, output=folder / f"{name}.xlsx", options=chosen)


def corrections(outcome: Outcome[PayoutResult]) -> Corrections:
    """What the run found of paid periods."""
    assert outcome.result is not None
    assert outcome.result.corrections is not None
    return outcome.result.corrections


def lines(outcome: Outcome[PayoutResult]) -> list[tuple[str, str, str, str]]:
    """Period, person, amount and reason of each correction."""
    found = corrections(outcome).lines
    return [(str(one.period), one.person.name, str(one.amount), one.reason.value) for one in found]


@pytest.fixture
def august(tmp_path: Path) -> Path:
    """August as it was paid: 17,800, 0 and 8,100."""
    assert not paid(tmp_path, AUGUST, Month(2026, 8), name="八月").blocked
    return tmp_path / "八月.xlsx"


def test_nothing_changed(tmp_path: Path, august: Path) -> None:
    outcome = paid(tmp_path, AUGUST + SEPTEMBER, Month(2026, 9), august)
    assert lines(outcome) == []
    assert outcome.result is not None
    assert outcome.result.document()["settled"] == {
        "periods": ["2026-08"],
        "closed": False,
        "lines": [],
        "total": "0.00",
        "payable": "24000.00",
        "due": [],
    }


def test_late_sales_are_topped_up_and_lost_ones_deducted(tmp_path: Path, august: Path) -> None:
    """小李 at 480,000 reaches 80 %: 1.5 % of it is 7,200. 小张 without 1,000 sold loses 2 % of them."""
    late = AUGUST.replace("450,000", "480,000").replace("840,000", "839,000")
    outcome = paid(tmp_path, late + SEPTEMBER, Month(2026, 9), august)
    assert lines(outcome) == [("2026-08", "小张", "-20.00", "sales"), ("2026-08", "小李", "7200.00", "sales")]
    assert outcome.result is not None
    assert str(corrections(outcome).total) == "7180.00"
    # September itself: 800,000 and 300,000 at 100 % earn 2 % and 1,000 each
    assert outcome.result.document()["total"] == "24000.00"


@pytest.mark.parametrize(
    ("change", "base", "expected"),
    [
        (("| 700,000 |", "| 710,000 |"), "collected", ("小张", "200.00", "customer")),
        (("800,000 | 840,000", "850,000 | 840,000"), "sales", ("小张", "-5200.00", "company")),
    ],
)
def test_reasons(tmp_path: Path, change: tuple[str, str], base: str, expected: tuple[str, str, str]) -> None:
    """2 % of 10,000 more collected; 98.8 % of a higher target: 12,600 for 17,800."""
    paid(tmp_path, AUGUST, Month(2026, 8), name="八月", base=base)
    late = AUGUST.replace(*change, 1)
    outcome = paid(tmp_path, late + SEPTEMBER, Month(2026, 9), tmp_path / "八月.xlsx", base=base)
    assert lines(outcome)[0] == ("2026-08", *expected)
    assert not {"settled-plan", "settled-own-plan"} & set(codes(outcome))


TWO_IN_ONE = PLAN + "| 阶梯 | 达成率 | 达成率≥130%，提成4%；达成率≥150%，提成5%+奖金88.80元 | 全体销售员 |\n"


@pytest.mark.parametrize("before", [PLAN, TWO_IN_ONE])
def test_a_paid_period_is_worked_out_by_the_plan_it_was_paid_by(tmp_path: Path, before: str) -> None:
    """The plan kept in the paid workbook: 小李 at exactly 80 % gets 480,000 × 1.5 %, not the new plan's 3 %."""
    paid(tmp_path, AUGUST, Month(2026, 8), name="八月", plan=before)
    late, new = AUGUST.replace("450,000", "480,000"), PLAN.replace("1.5%", "3%").replace("2%", "2.5%")
    outcome = paid(tmp_path, late + SEPTEMBER, Month(2026, 9), tmp_path / "八月.xlsx", plan=new, name="九月")
    assert lines(outcome) == [("2026-08", "小李", "7200.00", "sales")]
    assert "settled-own-plan" in codes(outcome)
    again = paid(tmp_path, late, Month(2026, 8), tmp_path / "八月.xlsx", plan=new, name="again")
    assert lines(again) == [("2026-08", "小李", "7200.00", "sales")]
    third = paid(tmp_path, late + SEPTEMBER, Month(2026, 9), tmp_path / "again.xlsx", plan=new, name="third")
    assert lines(third) == []


def test_the_options_of_a_paid_period_are_those_it_was_paid_by(tmp_path: Path) -> None:
    chosen = PayoutOptions(Month(2026, 8), mode="marginal")
    assert not run(tmp_path, TABLE + AUGUST, output=tmp_path / "八月.xlsx", options=chosen).blocked
    outcome = paid(tmp_path, AUGUST + SEPTEMBER, Month(2026, 9), tmp_path / "八月.xlsx")
    assert (lines(outcome), "settled-own-plan" in codes(outcome)) == ([], True)


def test_a_paid_plan_that_is_not_to_be_found_is_an_error(tmp_path: Path, august: Path) -> None:
    book = opened(august, data_only=True)
    rates = [cell for row in book["激励方案结构表"].iter_rows() for cell in row if cell.value == 0.015]
    rates[0].value = 0.5
    book.save(august)
    outcome = paid(tmp_path, AUGUST + SEPTEMBER, Month(2026, 9), august, plan=PLAN.replace("1.5%", "3%"))
    assert outcome.blocked
    assert "settled-plan" in codes(outcome)


def test_dated_rules_leave_a_paid_period_alone(tmp_path: Path) -> None:
    """Old tiers end, new ones begin: August stays by 1.5 % and 2 %, September goes by 3 %."""
    paid(tmp_path, AUGUST, Month(2026, 8), name="八月")
    lines_of = PLAN.splitlines()
    head, old, team = lines_of[0] + " 生效日期 | 失效日期 |\n", lines_of[1:4], lines_of[4]
    dated = head + "".join(f"{line} | 2026-08-31 |\n" for line in old) + f"{team} | |\n"
    dated += "| 新档 | ≥80% | 提成3% | 全体销售员 | 2026-09-01 | |\n"
    outcome = paid(tmp_path, AUGUST + SEPTEMBER, Month(2026, 9), tmp_path / "八月.xlsx", plan=dated)
    assert lines(outcome) == []
    assert not {"settled-plan", "settled-own-plan"} & set(codes(outcome))
    assert outcome.result is not None
    assert [str(one.total) for one in outcome.result.people] == ["24000.00", "0.00", "9000.00"]


def test_a_paid_period_run_again_keeps_its_figures(tmp_path: Path, august: Path) -> None:
    late = AUGUST.replace("450,000", "480,000")
    outcome = paid(tmp_path, late, Month(2026, 8), august, name="again")
    assert outcome.result is not None
    document = outcome.result.document()
    assert (document["total"], [one["total"] for one in document["people"]]) == (
        "25900.00",
        ["17800.00", "0.00", "8100.00"],
    )
    assert document["settled"]["closed"] is True
    rows = SourceWorkbook(tmp_path / "again.xlsx").read(PAYOUTS)
    assert rows is not None
    assert [int(row.total) for row in rows.rows] == [17800, 0, 8100]
    added = SourceWorkbook(tmp_path / "again.xlsx").read(ADJUSTMENTS)
    assert added is not None
    assert [(row.person, int(row.amount), row.direction) for row in added.rows] == [("小李", 7200, "补发")]


def test_what_was_corrected_once_is_not_corrected_again(tmp_path: Path, august: Path) -> None:
    late = AUGUST.replace("450,000", "480,000")
    paid(tmp_path, late, Month(2026, 8), august, name="again")
    assert lines(paid(tmp_path, late + SEPTEMBER, Month(2026, 9), tmp_path / "again.xlsx")) == []
    paid(tmp_path, late + SEPTEMBER, Month(2026, 9), august, name="九月")
    october = SEPTEMBER.replace("2026-09", "2026-10")
    outcome = paid(tmp_path, late + SEPTEMBER + october, Month(2026, 10), august, tmp_path / "九月.xlsx")
    assert lines(outcome) == []


def test_a_net_refund_is_deducted_at_the_rate_it_was_paid_at(tmp_path: Path, august: Path) -> None:
    """小张 was paid 2 % in August; 50,000 back in September takes 1,000, though he has no tier now."""
    refund = SEPTEMBER.replace("800,000 | 800,000 | 800,000", "800,000 | -50,000 | 0")
    outcome = paid(tmp_path, AUGUST + refund, Month(2026, 9), august)
    assert lines(outcome) == [("2026-08", "小张", "-1000.00", "customer")]
    assert "payout-negative-base" not in codes(outcome)


def test_a_paid_month_that_falls_below_zero_is_deducted_at_the_rates_before_it(tmp_path: Path, august: Path) -> None:
    """September was paid: 2 % of 800,000 and 1,000. Then it turns out to be -200,000: the 17,000 go back, and 2 % of
    200,000 paid in August, 4,000. Once; and when 50,000 of them were no refund after all, 1,000 are given back."""
    paid(tmp_path, AUGUST + SEPTEMBER, Month(2026, 9), august, name="九月")
    late = SEPTEMBER.replace("800,000 | 800,000 | 800,000", "800,000 | -200,000 | 0")
    october = SEPTEMBER.replace("2026-09", "2026-10")
    files = [august, tmp_path / "九月.xlsx"]
    outcome = paid(tmp_path, AUGUST + late + october, Month(2026, 10), *files, name="十月")
    assert lines(outcome) == [("2026-09", "小张", "-17000.00", "sales"), ("2026-08", "小张", "-4000.00", "customer")]
    assert "settled-refund-left" not in codes(outcome)
    november = SEPTEMBER.replace("2026-09", "2026-11")
    files.append(tmp_path / "十月.xlsx")
    outcome = paid(tmp_path, AUGUST + late + october + november, Month(2026, 11), *files, name="十一月")
    assert lines(outcome) == []
    less = late.replace("-200,000", "-150,000")
    outcome = paid(tmp_path, AUGUST + less + october + november, Month(2026, 11), *files)
    assert lines(outcome) == [("2026-08", "小张", "1000.00", "customer")]


def test_one_sale_is_refunded_once(tmp_path: Path, august: Path) -> None:
    """August lost 600,000 itself, so of September's -300,000 only the 240,000 left there are deducted: 4,800."""
    refund = SEPTEMBER.replace("800,000 | 800,000 | 800,000", "800,000 | -300,000 | 0")
    late = AUGUST.replace("840,000", "240,000")
    outcome = paid(tmp_path, late + refund, Month(2026, 9), august)
    assert lines(outcome) == [("2026-08", "小张", "-17800.00", "sales"), ("2026-08", "小张", "-4800.00", "customer")]
    assert "settled-refund-left" in codes(outcome)


def test_a_refund_beyond_what_was_paid_on_is_said(tmp_path: Path, august: Path) -> None:
    """Of 900,000 back only 840,000 were paid on: 16,800."""
    refund = SEPTEMBER.replace("800,000 | 800,000 | 800,000", "800,000 | -900,000 | 0")
    outcome = paid(tmp_path, AUGUST + refund, Month(2026, 9), august)
    assert lines(outcome) == [("2026-08", "小张", "-16800.00", "customer")]
    assert "settled-refund-left" in codes(outcome)


def test_people_who_came_and_went(tmp_path: Path, august: Path) -> None:
    """小赵 was forgotten in August: 2 % of 100,000 and 1,000. 小王 is not in the table any more."""
    rows = AUGUST.replace(
        "| 2026-08 | 华北 | 03 | 小王 | 300,000 | 330,000", "| 2026-08 | 西南 | 09 | 小赵 | 100,000 | 100,000"
    )
    outcome = paid(tmp_path, rows + SEPTEMBER, Month(2026, 9), august)
    assert lines(outcome) == [("2026-08", "小赵", "3000.00", "company")]
    assert "settled-person-gone" in codes(outcome)


def test_a_workbook_changed_by_hand_is_refused(tmp_path: Path, august: Path) -> None:
    book = opened(august, data_only=True)
    cell = next(cell for row in book["提成表"].iter_rows() for cell in row if cell.value == 17800)
    cell.value = 18800
    book.save(tmp_path / "改.xlsx")
    with pytest.raises(UnusableFile) as refusal:
        paid(tmp_path, AUGUST + SEPTEMBER, Month(2026, 9), tmp_path / "改.xlsx")
    assert refusal.value.problems[0].code.name == "settled-changed"


def test_a_reason_may_be_changed_and_an_amount_may_not(tmp_path: Path, august: Path) -> None:
    late = AUGUST.replace("450,000", "480,000")
    paid(tmp_path, late, Month(2026, 8), august, name="again")
    for old, new, fits in (("销售", "公司", True), (7200, 9200, False)):
        book = opened(tmp_path / "again.xlsx", data_only=True)
        cells = [cell for row in book["补扣"].iter_rows() for cell in row]
        next(cell for cell in cells if cell.value == old).value = new
        book.save(tmp_path / "改.xlsx")
        if fits:
            assert lines(paid(tmp_path, late + SEPTEMBER, Month(2026, 9), tmp_path / "改.xlsx")) == []
        else:
            with pytest.raises(UnusableFile):
                paid(tmp_path, late + SEPTEMBER, Month(2026, 9), tmp_path / "改.xlsx")


def test_files_that_do_not_fit(tmp_path: Path, august: Path) -> None:
    with pytest.raises(UnusableFile):
        paid(tmp_path, SEPTEMBER, Month(2026, 9), tmp_path / "跟踪.xlsx")
    with pytest.raises(UnusableFile):
        paid(tmp_path, SEPTEMBER, Month(2026, 9), august, august)
    assert "settled-absent" in codes(paid(tmp_path, SEPTEMBER, Month(2026, 9), august))


def test_a_quarter_leaves_its_paid_month_out(tmp_path: Path, august: Path) -> None:
    """Of July to September only September is left: 16,000 + 1,000 and 6,000 + 1,000."""
    from salescli.measure.period import Quarter

    chosen = PayoutOptions(Quarter(2026, 3), settled=(august,))
    outcome = run(tmp_path, TABLE + AUGUST + SEPTEMBER, output=tmp_path / "q.xlsx", options=chosen)
    assert outcome.result is not None
    assert str(outcome.result.total) == "24000.00"


def test_fingerprints_do_not_depend_on_names_of_files(tmp_path: Path, august: Path) -> None:
    (tmp_path / "b").mkdir()
    paid(tmp_path / "b", AUGUST, Month(2026, 8), name="x")
    one, other = (SourceWorkbook(path).read(FINGERPRINTS) for path in (august, tmp_path / "b" / "x.xlsx"))
    assert one is not None
    assert other is not None
    prints = {row.of: row.fingerprint for row in one.rows}
    twins = {row.of: row.fingerprint for row in other.rows}
    assert prints["提成表数字"] == twins["提成表数字"]
    assert prints["方案和选项"] == twins["方案和选项"]


@pytest.mark.parity
def test_corrections_keep_parity(tmp_path: Path, august: Path) -> None:
    late = AUGUST.replace("450,000", "480,000")
    paid(tmp_path, late, Month(2026, 8), august, name="again")
    paid(tmp_path, late + SEPTEMBER, Month(2026, 9), august, name="九月")
    assert_parity(august, tmp_path / "again.xlsx", tmp_path / "九月.xlsx")


def test_the_statement_and_the_summary_show_what_is_due_in_all(tmp_path: Path, august: Path) -> None:
    """小李 gets 7,200 for August on top of nothing in September; 小张 20 less than his 17,000."""
    late = AUGUST.replace("450,000", "480,000").replace("840,000", "839,000")
    chosen = PayoutOptions(Month(2026, 9), settled=(august,), statements=tmp_path / "单")
    outcome = run(tmp_path, TABLE + late + SEPTEMBER, output=tmp_path / "九月.xlsx", options=chosen)
    assert outcome.result is not None
    settled = outcome.result.document()["settled"]
    assert settled["payable"] == "31180.00"  # 24,000 + 7,180
    assert [(due["person"], due["total"], due["corrections"], due["payable"]) for due in settled["due"]] == [
        ("小张", "17000.00", "-20.00", "16980.00"),
        ("小李", "0.00", "7200.00", "7200.00"),
    ]
    rows = {row[0]: row for row in written(tmp_path / "九月.xlsx", "汇总")}
    assert rows["本期应付（含补扣，元）"][1] == 31_180
    page = written(next(path for path in outcome.outputs if "小张" in path.name), "提成确认单")
    assert [row[:2] for row in page if row[0] in ("2026-08 扣回（元）", "本期应付（含补扣，元）")] == [
        ["2026-08 扣回（元）", -20],
        ["本期应付（含补扣，元）", 16_980],
    ]
    assert any("原因：销售；实际业绩由 840,000 改为 839,000" in str(cell) for row in page for cell in row)
    untouched = written(next(path for path in outcome.outputs if "小王" in path.name), "提成确认单")
    assert not any("补扣" in str(cell) for row in untouched for cell in row)
    # the lines still read back, with the list of what is due below them
    read = SourceWorkbook(tmp_path / "九月.xlsx").read(ADJUSTMENTS)
    assert read is not None
    assert [(row.person, str(row.amount)) for row in read.rows] == [("小张", "-20"), ("小李", "7200")]
    october = SEPTEMBER.replace("2026-09", "2026-10")
    files = (august, tmp_path / "九月.xlsx")
    assert lines(paid(tmp_path, late + SEPTEMBER + october, Month(2026, 10), *files)) == []


@pytest.mark.parity
def test_what_is_due_is_live(tmp_path: Path, august: Path) -> None:
    late = AUGUST.replace("450,000", "480,000").replace("840,000", "839,000")
    chosen = PayoutOptions(Month(2026, 9), settled=(august,), statements=tmp_path / "单")
    assert_parity(*run(tmp_path, TABLE + late + SEPTEMBER, output=tmp_path / "九月.xlsx", options=chosen).outputs)


def test_somebody_who_left_has_a_correction_and_no_statement(tmp_path: Path, august: Path) -> None:
    late = AUGUST.replace("450,000", "480,000")
    chosen = PayoutOptions(Month(2026, 9), settled=(august,), statements=tmp_path / "单")
    rows = SEPTEMBER.replace("| 2026-09 | 华南 | 02 | 小李 | 600,000 | 300,000 | 300,000 |\n", "")
    outcome = run(tmp_path, TABLE + late + rows, output=tmp_path / "九月.xlsx", options=chosen)
    (said,) = [item for item in outcome.problems if item.code.name == "corrections-without-statement"]
    assert said.details["people"] == ("小李",)
    assert outcome.result is not None
    assert [due["payable"] for due in outcome.result.document()["settled"]["due"]] == ["7200.00"]


def test_a_paid_workbook_saved_without_results_says_so(tmp_path: Path, august: Path) -> None:
    book = opened(august)
    book.save(tmp_path / "存.xlsx")
    with pytest.raises(UnusableFile) as refusal:
        paid(tmp_path, AUGUST + SEPTEMBER, Month(2026, 9), tmp_path / "存.xlsx")
    assert refusal.value.problems[0].code.name == "settled-unsaved"
