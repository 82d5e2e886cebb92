"""Customers: classes by the rules of the house, the rhythm of contact, and who brings the revenue."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.analyze.customers import class_of, portfolio
from salescli.analyze.diagnosis import CustomerClass, CustomerRow
from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.table.config import CustomerKeys
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.analyze.company import COMPANY, CUSTOMERS, DAY, analyzed
from tests.analyze.documents import run, said
from tests.sheets import workbook, written

RULES = CustomerKeys()


@pytest.mark.parametrize(
    ("contribution", "potential", "years", "expected"),
    [
        (1_000_000, 4, 2, CustomerClass.STRATEGIC),
        (1_000_000, 4, 1, CustomerClass.CORE),
        (1_000_000, None, 2, CustomerClass.CORE),
        (300_000, 5, 9, CustomerClass.CORE),
        (299_999, 4, None, CustomerClass.POTENTIAL),
        (299_999, 3, 9, CustomerClass.OPPORTUNITY),
    ],
)
def test_the_first_rule_that_fits_decides(
    contribution: int, potential: int | None, years: int | None, expected: CustomerClass
) -> None:
    given_years = None if years is None else Decimal(years)
    row = CustomerRow(customer="甲", contribution=Decimal(contribution), potential=potential, years=given_years)
    assert class_of(row, RULES) is expected


def test_the_house_moves_the_rules() -> None:
    row = CustomerRow(customer="甲", contribution=Decimal(100), potential=None)
    assert class_of(row, CustomerKeys(core_contribution=Decimal(100))) is CustomerClass.CORE
    with pytest.raises(ValueError, match="must not lie above"):
        CustomerKeys(core_contribution=Decimal(2), strategic_contribution=Decimal(1))


def test_who_is_overdue_on_a_day(tmp_path: Path) -> None:
    found = analyzed(tmp_path, COMPANY).portfolio
    assert found is not None
    assert [(item.row.customer, item.next_contact, item.overdue) for item in found.customers] == [
        ("甲公司", date(2026, 8, 17), 14),  # strategic: every 7 days
        ("乙公司", date(2026, 9, 8), 0),  # core: every 14
        ("丙公司", date(2026, 8, 27), 4),  # potential: every 30
        ("丁公司", date(2026, 9, 26), 0),  # opportunity: every 60
        ("戊公司", None, None),  # never called
    ]
    assert [item.row.customer for item in found.to_call] == ["甲公司", "丙公司", "戊公司"]


def test_the_day_of_the_next_contact_is_still_in_time() -> None:
    row = CustomerRow(customer="甲", contribution=Decimal(0), last_contact=date(2026, 1, 1))
    on_time = portfolio([row], RULES, date(2026, 3, 2)).customers[0]
    assert (on_time.next_contact, on_time.overdue, on_time.due) == (date(2026, 3, 2), 0, False)


def test_what_each_class_brings(tmp_path: Path) -> None:
    found = analyzed(tmp_path, COMPANY).portfolio
    assert found is not None
    rows = [item.document() for item in found.classes]
    assert [(row["class"], row["customers"], row["contribution"], row["share"]) for row in rows] == [
        ("strategic", 1, "1200000.00", "0.631579"),
        ("core", 1, "500000.00", "0.263158"),
        ("potential", 1, "95000.00", "0.050000"),
        ("opportunity", 2, "105000.00", "0.055263"),
    ]
    assert found.vital == 2  # 1,700,000 of 1,900,000; the largest alone brings 63 %


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=30))
def test_the_classes_add_up(amounts: list[int]) -> None:
    rows = [CustomerRow(customer=str(at), contribution=Decimal(amount)) for at, amount in enumerate(amounts)]
    found = portfolio(rows, RULES, date(2026, 1, 1))
    assert sum(item.count for item in found.classes) == len(amounts)
    assert sum(item.contribution for item in found.classes) == sum(amounts)
    if found.vital is None:
        assert sum(amounts) == 0
    else:
        largest = sorted(amounts, reverse=True)
        assert 5 * sum(largest[: found.vital]) >= 4 * sum(amounts)
        assert 5 * sum(largest[: found.vital - 1]) < 4 * sum(amounts)


def test_a_stated_class_that_the_rules_do_not_give(tmp_path: Path) -> None:
    table = "| 客户 | 年贡献(元) | 层级 |\n| 甲公司 | 5,000 | 战略 |\n| 乙公司 | 400,000 | 核心客户 |"
    assert said(run(tmp_path, {"客户分层表": table}), Severity.WARNING) == [("stated-differs", "C2")]


def test_the_sheet_of_those_to_call(tmp_path: Path) -> None:
    output = tmp_path / "分析.xlsx"
    analyzed(tmp_path, {"客户分层表": CUSTOMERS}, output=output)
    rows = written(output, "待联系客户")
    assert [row[0] for row in rows[-3:]] == ["甲公司", "丙公司", "戊公司"]
    assert rows[-1][3] == "无联系记录"


def test_a_contact_after_the_day_judged_on_is_named(tmp_path: Path) -> None:
    more = "| 己公司 | 小王 | 10,000 | 1 | 1 | 2026-09-03 |\n| 庚公司 | 小王 | 10,000 | 1 | 1 | 2026-08-31 |\n"
    source = workbook(tmp_path / "客户.xlsx", {"客户分层表": CUSTOMERS + more})
    outcome = analyze(source, options=AnalyzeOptions(as_of=DAY))
    found = [item for item in outcome.problems if item.code.name == "contact-ahead"]
    assert [item.place.cell for item in found] == ["F7"]
    told = found[0].message(Lang.ZH)
    assert "己公司 2026-09-03" in told and "2026-08-31" in told and "庚公司" not in told
