"""Numbers spelled in Chinese characters, and other ways to type a figure, a week, or that there is none yet."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.check import check
from salescli.excel.source import SourceWorkbook
from salescli.measure.period import Week
from salescli.table.kind import BAD
from salescli.table.numbers import CountKind, MoneyKind
from salescli.table.quantity import QuantityKind
from salescli.table.spelled import parse_spelled, spelled
from salescli.table.texts import NameKind, TextKind
from salescli.table.weeks import WeekKind
from salescli.track.tables import MONTHLY
from tests.sheets import workbook
from tests.table.reading import read


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("五万", 50_000, None),
        ("两万元", 20_000, "元"),
        ("三千五百", 3_500, None),
        ("三千五百元整", 3_500, "元"),
        ("壹万贰仟元整", 12_000, "元"),
        ("十五", 15, None),
        ("一百零五", 105, None),
        ("一百〇五家", 105, "家"),
        ("一万五百", 10_500, None),
        ("一亿二千万", 120_000_000, None),
        ("一亿五百万", 105_000_000, None),
        ("十二万", 120_000, None),
        ("三 千", 3_000, None),
    ],
)
def test_what_has_one_meaning_is_read(typed: str, value: int, unit: str | None) -> None:
    found = parse_spelled(typed)
    assert found is not None
    assert (int(found.value), found.unit) == (value, unit)


@pytest.mark.parametrize(
    "typed",
    [
        "三千五",
        "一万二",
        "一百二",
        "一亿一千",
        "一亿五百",
        "一般",
        "万一",
        "八达岭",
        "五五",
        "二〇二六",
        "十百",
        "百万",
        "负五万",
        "五万左右",
        "",
    ],
)
def test_what_could_be_two_numbers_or_none_is_not(typed: str) -> None:
    assert parse_spelled(typed) is None


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_every_number_spelled_in_full_reads_back(value: int) -> None:
    found = parse_spelled(spelled(value))
    assert found is not None
    assert found.value == value


@given(st.text(alphabet="零一二三四五六七八九十百千万两", max_size=8))
def test_no_characters_are_read_as_another_number_than_they_spell(text: str) -> None:
    """By an oracle of its own: a place multiplies the digit before it, 万 all that stands before it."""
    found = parse_spelled(text)
    if found is None:
        return
    total = digit = 0
    for char in text.replace("两", "二"):
        if char == "万":
            total, digit = (total + digit) * 10_000, 0
        elif char in "十百千":
            total, digit = total + (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char], 0
        else:
            digit = "零一二三四五六七八九".index(char)
    assert found.value == total + digit


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1200元整", 1200),
        ("1,200.50元整", Decimal("1200.50")),
        ("1.2e5", 120_000),
        ("1E6", 1_000_000),
        ("五万", 50_000),
    ],
)
def test_money(typed: str, value: Decimal) -> None:
    assert read(MoneyKind(), typed).value == value
    assert read(QuantityKind(), typed).value.value == value


@pytest.mark.parametrize("typed", ["1.23E+05", "1.2E-05", "1e05"])
def test_what_a_spreadsheet_shows_rounded_is_no_figure(typed: str) -> None:
    reading = read(MoneyKind(), typed)
    assert (reading.value, reading.codes) == (BAD, ["rounded-display"])


def test_counts() -> None:
    assert read(CountKind(), "三家").value == 3
    assert read(CountKind(), "五万元").value is BAD


@pytest.mark.parametrize("typed", ["五", "三千五百"])
def test_spelled_under_a_header_in_wan_the_unit_has_to_be_told(typed: str, tmp_path: Path) -> None:
    """三千五百 below 目标(万元) could be 3,500 or 35,000,000; 五万 and 五元 say what they are."""
    header = "| 区域 | 销售员 | 月度目标(万元) | 累计实际 |"
    book = workbook(
        tmp_path / "x.xlsx", {"跟踪": f"{header}\n| 华东 | 甲 | {typed} | 1 |\n| 华东 | 乙 | 五万 | 三千五百 |"}
    )
    records = SourceWorkbook(book).read(MONTHLY)
    assert records is not None
    assert [(row.person, int(row.target), int(row.actual)) for row in records.rows] == [("乙", 50_000, 3_500)]
    assert [(item.code.name, item.place.cell) for item in records.problems] == [("bad-number", "C2")]


@pytest.mark.parametrize("words", ["暂无", "待定", "未填", "TBD", "null"])
def test_not_known_yet_is_blank_where_a_figure_belongs_and_said(words: str, tmp_path: Path) -> None:
    header = "| 区域 | 销售员 | 月度目标 | 累计实际 | 回款额 | 备注 |"
    rows = f"| 华东 | 甲 | 1 | 1 | {words} | {words} |\n| 华东 | 乙 | {words} | 1 | 1 | |"
    path = workbook(tmp_path / "x.xlsx", {"跟踪": f"{header}\n{rows}"})
    found = [(item.code.name, item.place.cell) for item in check([path]).problems]
    assert sorted(found) == [("missing-cell", "C3"), ("read-as-blank", "C3"), ("read-as-blank", "E2")]
    records = SourceWorkbook(path).read(MONTHLY)
    assert records is not None
    assert [(row.collected, row.note) for row in records.rows] == [(None, words)]
    assert read(TextKind(), words).value == read(NameKind(), words).value == words


@pytest.mark.parametrize("typed", ["W32", "w32", "第32周", "WK32", "第 32 周", "第３２週"])
def test_a_week_by_its_number_takes_the_year_around_it(typed: str) -> None:
    """4 January is always in week 1: of 2026 it begins on 29 December 2025, 31 weeks before 3 August."""
    reading = read(WeekKind(), typed, year=2026)
    assert (reading.value, reading.codes) == (Week(date(2026, 8, 3)), ["week-from-number"])
    assert reading.details[0]["monday"] == date(2026, 8, 3)
    assert read(WeekKind(), typed).codes == ["date-without-year"]


@pytest.mark.parametrize("typed", ["32周", "32", "第32", "周32"])
def test_a_number_that_may_be_no_week(typed: str) -> None:
    assert read(WeekKind(), typed, year=2026).value is BAD


def test_a_year_without_that_week() -> None:
    assert read(WeekKind(), "第53周", year=2026).value == Week(date(2026, 12, 28))
    assert read(WeekKind(), "第53周", year=2025).value is BAD
