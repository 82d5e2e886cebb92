"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.table.numeral import parse_numeral


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("30家", "30", "家"),
        ("5万元", "50000", "元"),
        ("5.2万", "52000", None),
        ("1.2亿", "120000000", None),
        ("1亿2000万", "120000000", None),
        ("1亿2000万元", "120000000", "元"),
        ("1万2000", "12000", None),
        ("500元/个", "500", "元/个"),
        ("￥1,200.50", "1200.50", None),
        ("¥1,200", "1200", None),
        ("¥ -1,200", "-1200", None),
        ("RMB 1,200", "1200", None),
        ("(1,200)", "-1200", None),
        ("（1,200）", "-1200", None),
        ("-1,200", "-1200", None),
        ("−1,200", "-1200", None),
        ("+40,000", "40000", None),
        ("１２３", "123", None),
        ("８０万", "800000", None),
        ("1 200", "1200", None),
        ("80萬", "800000", None),
        ("3.5w", "35000", None),
        ("20k", "20000", None),
        (".5", "0.5", None),
        ("20 天", "20", "天"),
    ],
)
def test_reads_what_people_type(typed: str, value: str, unit: str | None) -> None:
    numeral = parse_numeral(typed)
    assert numeral is not None
    assert (numeral.value, numeral.unit) == (Decimal(value), unit)
    assert not numeral.percent


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("105%", "1.05"),
        ("105％", "1.05"),
        ("-8.3%", "-0.083"),
        ("8个百分点", "0.08"),
        ("5‰", "0.005"),
        ("+5.2%", "0.052"),
    ],
)
def test_reads_ratios(typed: str, value: str) -> None:
    numeral = parse_numeral(typed)
    assert numeral is not None
    assert numeral.percent
    assert numeral.value == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "约5万",
        "5万到6万",
        "1,2",
        "1,2000",
        "12a3",
        "2026-08-01",
        "小张",
        "1.2.3",
        "5万6",
        "--5",
        "%",
        "万",
        "1e5",
        "10%以上",
        "3-5",
    ],
)
def test_refuses_what_is_not_one_number(typed: str) -> None:
    assert parse_numeral(typed) is None


def test_keeps_how_precisely_a_figure_was_stated() -> None:
    coarse, fine = parse_numeral("20万"), parse_numeral("200000.00")
    assert coarse is not None
    assert fine is not None
    assert coarse.value == fine.value
    assert coarse.value.as_tuple().exponent == 4
    assert fine.value.as_tuple().exponent == -2


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_grouped_and_plain_forms_read_alike(value: Decimal) -> None:
    plain, grouped = parse_numeral(f"{value:f}"), parse_numeral(f"{value:,f}")
    assert plain is not None
    assert plain == grouped
    assert plain.value == value


@given(st.text(max_size=20))
def test_never_fails_on_any_text(text: str) -> None:
    numeral = parse_numeral(text)
    assert numeral is None or numeral.value.is_finite()
