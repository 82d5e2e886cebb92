"""Text, names, choices and figures with units."""

from decimal import Decimal

import pytest

from salescli.measure.metric import Measure
from salescli.table.kind import BAD
from salescli.table.quantity import Quantity, QuantityKind
from salescli.table.texts import ChoiceKind, Chosen, NameKind, TextKind
from salescli.track.tables import Progress
from salescli.words.language import Lang
from tests.table.reading import read

NAME, TEXT, PROGRESS, FIGURE = NameKind(), TextKind(), ChoiceKind(Progress, detailed=True), QuantityKind()


@pytest.mark.parametrize("raw", ["小张", "*小张", " 小张 ", "小张\u200b", "＊小张"])
def test_names_are_matched_without_their_decoration(raw: str) -> None:
    assert read(NAME, raw).value == "小张"


def test_an_id_typed_as_a_number_keeps_its_digits() -> None:
    assert read(NAME, 1001.0).value == "1001"
    assert read(NAME, "0012").value == "0012"


def test_free_text_is_kept_word_for_word() -> None:
    assert read(TEXT, "超额完成，重点客户\n大额订单").value == "超额完成，重点客户\n大额订单"
    assert read(TEXT, "=1+1").value == "=1+1"


@pytest.mark.parametrize(
    ("raw", "chosen"),
    [
        ("进行中(已完成痛点梳理)", Chosen(Progress.RUNNING, "已完成痛点梳理")),
        ("未开始（需求调研待启动）", Chosen(Progress.NOT_STARTED, "需求调研待启动")),
        ("已完成", Chosen(Progress.DONE)),
        ("In progress", Chosen(Progress.RUNNING)),
    ],
)
def test_progress_with_detail(raw: str, chosen: Chosen) -> None:
    assert read(PROGRESS, raw).value == chosen
    assert read(PROGRESS, PROGRESS.write(chosen, Lang.ZH)).value == chosen


def test_an_unknown_choice_lists_the_known_ones() -> None:
    reading = read(PROGRESS, "差不多了")
    assert (reading.value, reading.codes) == (BAD, ["bad-choice"])
    assert [str(word[0]) for word in reading.details[0]["choices"]] == ["完成", "进行中", "未开始"]  # type: ignore[attr-defined]  # a tuple of Texts


@pytest.mark.parametrize(
    ("raw", "value", "measure", "unit"),
    [
        ("1,500,000", "1500000", None, None),
        (1500000.0, "1500000", None, None),
        ("30家", "30", Measure.COUNT, "家"),
        ("5.2万元", "52000", Measure.MONEY, "元"),
        ("500元/个", "500", Measure.MONEY, "元/个"),
        ("12%", "0.12", Measure.RATIO, "%"),
        ("≥90%", "0.9", Measure.RATIO, "%"),
        ("10亿", "1000000000", None, None),
    ],
)
def test_figures(raw: object, value: str, measure: Measure | None, unit: str | None) -> None:
    assert read(FIGURE, raw).value == Quantity(Decimal(value), measure, unit)


def test_a_metric_s_name_settles_a_bare_figure() -> None:
    assert read(FIGURE, "0.9").value.named("回款率").measure is Measure.RATIO
    assert read(FIGURE, "30").value.named("新客户数量").measure is Measure.COUNT
    assert read(FIGURE, "10亿").value.named("销售额").measure is Measure.MONEY


@pytest.mark.parametrize("raw", ["30家", "5.2万元", "52001元", "12%", "500元/个", "8.5%", "20万元/年"])
def test_figures_written_read_back(raw: str) -> None:
    figure = read(FIGURE, raw).value
    assert read(FIGURE, FIGURE.write(figure, Lang.ZH)).value == figure
