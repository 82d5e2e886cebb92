"""Money, count, ratio and number cells."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.table.kind import BAD, Kind
from salescli.table.numbers import CountKind, MoneyKind, NumberKind, RatioKind
from salescli.words.language import Lang
from tests.table.reading import read

MONEY, COUNT, RATIO, NUMBER = MoneyKind(), CountKind(), RatioKind(), NumberKind()


@pytest.mark.parametrize("blank", ["", " ", "-", "—", "/", "N/A", "n/a", "无", "無", "　", "\u200b", None])
@pytest.mark.parametrize("kind", [MONEY, COUNT, RATIO, NUMBER])
def test_blank_cells_are_empty(kind: Kind[object], blank: str | None) -> None:
    reading = read(kind, blank)
    assert (reading.value, reading.codes) == (None, [])


@pytest.mark.parametrize(
    ("raw", "value"),
    [("800,000", "800000"), (800000.0, "800000"), (0.1, "0.1"), (1200.5, "1200.50"), ("80万", "800000"), (7, "7")],
)
def test_money(raw: object, value: str) -> None:
    assert read(MONEY, raw).value == Decimal(value)


def test_money_drops_the_noise_of_binary_sums() -> None:
    reading = read(MONEY, 0.1 + 0.2)
    assert (reading.value, reading.codes) == (Decimal("0.30"), [])


def test_money_finer_than_a_fen_is_rounded_half_up_and_said() -> None:
    reading = read(MONEY, "33.335")
    assert (reading.value, reading.codes) == (Decimal("33.34"), ["rounded-to-fen"])
    assert read(MONEY, "-33.335").value == Decimal("-33.34")


@pytest.mark.parametrize(
    ("raw", "value"),
    [(80.0, "800000"), ("80", "800000"), ("80.5", "805000"), ("5万元", "50000"), ("￥500元", "500"), ("300元", "300")],
)
def test_a_header_in_wan_scales_cells_that_have_no_unit_of_their_own(raw: object, value: str) -> None:
    assert read(MONEY, raw, scale=4).value == Decimal(value)


def test_a_bare_sign_under_a_header_in_wan_could_be_either() -> None:
    reading = read(MONEY, "￥500", scale=4)
    assert (reading.value, reading.codes) == (BAD, ["sign-without-scale"])
    assert read(MONEY, "￥500").value == 500


@pytest.mark.parametrize("raw", ["小张", "5万到6万", "12.3.4", True, "约80万", "33a", "5家", "80O"])
def test_what_is_no_amount_is_refused(raw: object) -> None:
    reading = read(MONEY, raw)
    assert (reading.value, reading.codes) == (BAD, ["bad-number"])


def test_a_percentage_is_no_amount() -> None:
    assert read(MONEY, "105%").codes == ["percent-in-amount"]


@pytest.mark.parametrize("raw", [1e13, -1e13, float("nan"), float("inf"), "100000亿", 10**13])
def test_amounts_beyond_exact_range_are_refused(raw: object) -> None:
    assert read(MONEY, raw).codes == ["too-large"]


@pytest.mark.parametrize(("raw", "value"), [("30家", 30), (30.0, 30), ("1,200", 1200), ("3万", 30000), (0, 0)])
def test_counts(raw: object, value: int) -> None:
    assert read(COUNT, raw).value == value


@pytest.mark.parametrize("raw", [30.5, "30.5家", "三十几", "30%", "30x", "30元"])
def test_a_count_is_whole(raw: object) -> None:
    assert read(COUNT, raw).codes == ["bad-count"]


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("105%", "1.05"),
        ("105％", "1.05"),
        (1.05, "1.05"),
        ("1.05", "1.05"),
        ("8个百分点", "0.08"),
        (0.0, "0"),
        ("0.8%", "0.008"),
    ],
)
def test_ratios(raw: object, value: str) -> None:
    assert read(RATIO, raw).value == Decimal(value)


@pytest.mark.parametrize("raw", [105, 105.0, "105", "94.7"])
def test_a_ratio_without_its_sign_is_asked_back(raw: object) -> None:
    reading = read(RATIO, raw)
    assert (reading.value, reading.codes) == (BAD, ["ambiguous-ratio"])
    assert reading.details[0]["decimal"] == ("0.947" if raw == "94.7" else "1.05")


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_money_written_reads_back(value: Decimal) -> None:
    stored = MONEY.write(value, Lang.ZH)
    assert stored == value
    assert read(MONEY, float(value)).value == value


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_counts_written_read_back(value: int) -> None:
    assert read(COUNT, float(value)).value == value
