"""Merging: the rules one by one, a slow twin that knows nothing of the program's, and the account's law."""

import random
from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescli.measure.period import Month, Week
from salescli.table.row import Source
from salescli.track.account import Account, Reason
from salescli.track.merge import Merged, merge
from salescli.track.options import OnConflict
from salescli.track.people import Directory, Person, Slot
from salescli.track.tables import WeeklyRow
from tests.track.twin import twin

AUGUST, SEPTEMBER = Month(2026, 8), Month(2026, 9)
FIRST = Week(date(2026, 8, 3))
ZHANG, LI, WANG = Person("小张", "S001"), Person("小李"), Person("小王")
PLANNED = (
    (ZHANG, Slot("华东", "A")),
    (LI, Slot("华南", "B")),
    (WANG, Slot("华北", "A")),
    (WANG, Slot("华北", "C")),
)
DIRECTORY = Directory.of((person, month, slot) for month in (AUGUST, SEPTEMBER) for person, slot in PLANNED)


def row(person: str, sales: int, **more: object) -> WeeklyRow:
    return WeeklyRow.model_validate({"week": FIRST, "person": person, "sales": Decimal(sales), **more})


def merged(*rows: WeeklyRow, rule: OnConflict | None = None, directory: Directory = DIRECTORY) -> Merged:
    return merge(rows, directory, {AUGUST, SEPTEMBER}, rule)


def codes(result: Merged) -> list[str]:
    return [problem.code.name for problem in result.problems]


def slots(result: Merged) -> list[tuple[str, str, str | None, int]]:
    return [(item.person.name, item.slot.region, item.slot.product, int(item.row.sales)) for item in result.reports]


# -- people -----------------------------------------------------------------------------------------


def test_the_id_decides_before_the_name() -> None:
    result = merged(row("张三", 1, employee_id="S001"))
    assert slots(result) == [("小张", "华东", "A", 1)]
    assert codes(result) == ["name-differs"]


def test_another_id_is_another_person() -> None:
    assert codes(merged(row("小张", 1, employee_id="S009"))) == ["unknown-person"]


def test_an_id_the_plan_does_not_use_leaves_the_name_to_decide() -> None:
    assert slots(merged(row("小李", 1, employee_id="S002"))) == [("小李", "华南", "B", 1)]


def test_region_names_match_whole() -> None:
    twins = (Person("小陈", "S1"), Slot("华东", "A")), (Person("小陈", "S2"), Slot("华南", "A"))
    directory = Directory.of((person, AUGUST, slot) for person, slot in twins)
    assert codes(merged(row("小陈", 1, region="华东二区"), directory=directory)) == ["unknown-person"]
    assert slots(merged(row("小张", 1, region="华东"))) == [("小张", "华东", "A", 1)]


def test_a_name_that_only_one_person_bears_counts_whatever_region_is_written() -> None:
    result = merged(row("小李", 5, region="华东二区"), row("小李", 7, region="西南", week=Week(date(2026, 8, 10))))
    assert slots(result) == [("小李", "华南", "B", 5), ("小李", "华南", "B", 7)]
    assert codes(result) == ["region-differs", "region-differs"]


def test_namesakes_are_told_apart_by_region_and_never_guessed() -> None:
    twins = (Person("小陈", "S1"), Slot("华东", "A")), (Person("小陈", "S2"), Slot("华东二区", "A"))
    directory = Directory.of((person, AUGUST, slot) for person, slot in twins)
    told = merged(row("小陈", 1, region="华东二区"), row("小陈", 2, region="华东"), directory=directory)
    assert [item.person.employee_id for item in told.reports] == ["S2", "S1"]
    assert codes(merged(row("小陈", 1), directory=directory)) == ["ambiguous-person"]


def test_one_person_in_two_regions_is_booked_by_region_or_product_else_refused() -> None:
    both = Slot("华东", "A"), Slot("华南", "A"), Slot("华南", "B")
    directory = Directory.of((LI, AUGUST, slot) for slot in both)
    result = merged(row("小李", 1, product="B"), row("小李", 2, product="A", region="华东"), directory=directory)
    assert slots(result) == [("小李", "华南", "B", 1), ("小李", "华东", "A", 2)]
    assert codes(merged(row("小李", 1, product="A"), directory=directory)) == ["ambiguous-region"]


# -- product lines ----------------------------------------------------------------------------------


def test_a_row_without_a_product_line_goes_to_the_only_one() -> None:
    assert slots(merged(row("小李", 1))) == [("小李", "华南", "B", 1)]


def test_with_several_product_lines_it_gets_a_row_of_its_own() -> None:
    result = merged(row("小王", 1), row("小王", 2, product="C"))
    assert slots(result) == [("小王", "华北", None, 1), ("小王", "华北", "C", 2)]
    assert codes(result) == ["product-not-named"]


def test_a_plan_without_product_lines_takes_all_of_them_as_rows_of_their_own_week() -> None:
    directory = Directory.of([(LI, AUGUST, Slot("华南", None))])
    result = merged(row("小李", 1, product="A"), row("小李", 2, product="B"), directory=directory)
    assert slots(result) == [("小李", "华南", None, 1), ("小李", "华南", None, 2)]
    assert codes(result) == []


def test_a_correction_that_names_the_only_product_line_is_the_same_row() -> None:
    early, late = datetime(2026, 8, 7, 9), datetime(2026, 8, 7, 10)
    result = merged(row("小李", 1, submitted=early), row("小李", 2, product="B", submitted=late))
    assert slots(result) == [("小李", "华南", "B", 2)]


# -- repeats ----------------------------------------------------------------------------------------


def test_a_copy_handed_in_again_stays_the_report_of_its_first_time() -> None:
    early, late = datetime(2026, 8, 7, 9), datetime(2026, 8, 9, 9)
    result = merged(row("小李", 1, submitted=late), row("小李", 1, submitted=early))
    assert [item.row.submitted for item in result.reports] == [early]
    assert [item.reason for item in result.excluded] == [Reason.DUPLICATE]


def test_equal_times_decide_nothing() -> None:
    at = datetime(2026, 8, 7, 9)
    assert codes(merged(row("小李", 1, submitted=at), row("小李", 2, submitted=at))) == ["report-conflict"]


def test_latest_and_first_prefer_a_row_with_a_time() -> None:
    timed, untimed = row("小李", 1, submitted=datetime(2026, 8, 7)), row("小李", 2)
    for rule in (OnConflict.LATEST, OnConflict.FIRST):
        assert [int(item.row.sales) for item in merged(timed, untimed, rule=rule).reports] == [1]


def test_a_conflict_outside_the_months_blocks_nothing() -> None:
    july = Week(date(2026, 7, 6))
    result = merged(row("小李", 1, week=july), row("小李", 2, week=july))
    assert [item.reason for item in result.excluded] == [Reason.OUTSIDE, Reason.OUTSIDE]
    assert codes(result) == ["rows-unplanned"]


# -- a slow twin, and the law -----------------------------------------------------------------------

PEOPLE = st.sampled_from(["小张", "小李", "小王", "路人"])


def placed(item: WeeklyRow, sheet: str) -> WeeklyRow:
    item.placed(Source(sheet, "周报", 2, {}))
    return item


ROWS = st.builds(
    lambda sheet, person, product, sales, week, month, hour: placed(
        row(
            person,
            sales,
            product=product,
            week=Week(FIRST.monday + timedelta(weeks=week)),
            month=month,
            submitted=None if hour is None else datetime(2026, 8, 7, hour),
        ),
        sheet,
    ),
    st.sampled_from(["a.xlsx", "b.xlsx"]),
    PEOPLE,
    st.sampled_from([None, "A", "C", "D"]),
    st.integers(0, 2),
    st.sampled_from([-4, 0, 4, 4]),
    st.sampled_from([None, None, AUGUST, SEPTEMBER, Month(2026, 12)]),
    st.sampled_from([None, 9, 10]),
)
RULES = st.sampled_from([OnConflict.LATEST, OnConflict.FIRST, OnConflict.SUM])


def test_a_correction_within_a_copy_gave_way_and_repeats_nothing() -> None:
    """The second sheet says at last what the first one does; what it corrected says something else."""
    rows = [
        placed(row("小张", sales, month=AUGUST), file) for sales, file in ((4, "a.xlsx"), (1, "b.xlsx"), (4, "b.xlsx"))
    ]
    result = merged(*rows, rule=OnConflict.LATEST)
    assert [(int(item.sales or 0), item.reason) for item in result.excluded] == [
        (4, Reason.DUPLICATE),
        (1, Reason.SUPERSEDED),
    ]
    assert [int(item.counted or 0) for item in result.excluded] == [0, 4]
    assert result.excluded[1].detail.en == "a.xlsx [周报] 2:2 counts instead"


@settings(max_examples=300, deadline=None)
@given(st.lists(ROWS, max_size=9), RULES)
def test_merging_agrees_with_its_slow_twin_and_the_account_adds_up(rows: list[WeeklyRow], rule: OnConflict) -> None:
    result = merged(*rows, rule=rule)
    sales: defaultdict[str, int] = defaultdict(int)
    for item in result.reports:
        sales[item.person.name] += int(item.row.sales)
    expected, counts = twin(rows, rule)
    assert dict(sales) == expected
    account = Account.of(len(rows), len(result.reports), result.excluded)
    assert account.adds_up
    assert {key: count for key, count in account.document().items() if count and key != "read"} == counts


@settings(max_examples=200, deadline=None)
@given(st.lists(ROWS, max_size=9))
def test_without_a_rule_the_account_adds_up_too(rows: list[WeeklyRow]) -> None:
    result = merged(*rows)
    assert Account.of(len(rows), len(result.reports), result.excluded).adds_up


@pytest.mark.parametrize("seed", range(20))
def test_rows_whose_times_decide_give_one_result_in_any_order(seed: int) -> None:
    """Where every version has its own time, not even the order of rows matters."""
    dice = random.Random(seed)
    rows = [
        row(dice.choice(["小张", "小李"]), at, submitted=datetime(2026, 8, 7) + timedelta(minutes=at))
        for at in range(12)
    ]
    shuffled = rows[:]
    dice.shuffle(shuffled)
    assert sorted(slots(merged(*rows)), key=str) == sorted(slots(merged(*shuffled)), key=str)
