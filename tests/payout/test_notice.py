"""The notice: masked names, ranking, and the days that count."""

from datetime import date
from pathlib import Path

import pytest

from salescli.measure.workdays import Workdays
from salescli.payout.notice import mask, masked_names, notice_dates
from salescli.payout.people import Person
from salescli.payout.run import PayoutOptions
from tests.payout.sheets import FIGURES, MONTHLY, PLAN, run
from tests.sheets import written


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三", "张*"),
        ("张三丰", "张**"),
        ("欧阳修远", "欧阳**"),
        ("欧阳", "欧*"),
        ("诸葛亮", "诸葛*"),
        ("小张", "*张"),
        ("张", "张*"),
        ("John Smith", "J*** S****"),
    ],
)
def test_only_the_surname_is_kept(name: str, shown: str) -> None:
    assert mask(name) == shown


def people(*known: tuple[str, str | None]) -> list[Person]:
    """People of those names and 工号."""
    return [Person(str(at), name, own, "华东") for at, (name, own) in enumerate(known)]


def test_people_masked_alike_get_the_end_of_their_id() -> None:
    assert masked_names(people(("张三", "A1001"), ("张四", "A1002"), ("李四", "A1003"))) == (
        "张*(01)",
        "张*(02)",
        "李*",
    )
    assert masked_names(people(("张三", "1101"), ("张四", "1201"))) == ("张*(101)", "张*(201)")
    assert masked_names(people(("张三", None), ("张四", "1002"))) == ("张*(1)", "张*(2)")


def test_the_days_are_working_days_with_swapped_ones() -> None:
    """30 September 2025: the holidays run to 8 October; 9, 10 and Saturday the 11th (a swapped day) are worked."""
    dates = notice_dates(date(2025, 9, 30), Workdays())
    assert dates.publish == date(2025, 10, 11)
    assert dates.objections == date(2025, 10, 15)
    assert dates.payment == date(2025, 10, 16)


def test_the_day_given_goes_before_the_end_of_the_period(tmp_path: Path) -> None:
    outcome = run(tmp_path, options=PayoutOptions(as_of=date(2025, 9, 3)))
    assert outcome.result is not None
    assert outcome.result.document()["notice"]["dates"] == {
        "figures": "2025-09-03",
        "publish_by": "2025-09-08",
        "objections_by": "2025-09-11",
        "pay_on": "2025-09-12",
    }
    undated = run(tmp_path).result
    assert undated is not None
    assert undated.document()["notice"]["dates"] is None


def test_equal_values_share_a_place_and_names_stay_hidden(tmp_path: Path) -> None:
    rows = "| 华东 | 王小明 | 100 | 90 |\n| 华东 | 李大力 | 100 | 120 |\n| 华东 | 赵敏敏 | 200 | 240 |\n"
    output = tmp_path / "o.xlsx"
    outcome = run(tmp_path, FIGURES + rows, output=output)
    assert outcome.result is not None
    lines = outcome.result.document()["notice"]["lines"]
    assert [(line["place"], line["name"]) for line in lines] == [(1, "李**"), (1, "赵**"), (3, "王**")]
    shown = str(written(output, "公示名单"))
    assert "李**" in shown
    assert not any(name in shown for name in ("王小明", "李大力", "赵敏敏"))


def test_the_sheet_says_that_tiers_are_exact(tmp_path: Path) -> None:
    """799,999.99 of 800,000 shows as 100.0 % beside the tier below it."""
    monthly = MONTHLY.replace("840,000 | 105% | +40,000", "799,999.99 | | ")
    run(tmp_path, monthly, output=tmp_path / "o.xlsx", period="2026-08")
    rows = written(tmp_path / "o.xlsx", "公示名单")
    assert any("显示 100.0% 不一定达到 100%" in str(cell) for row in rows for cell in row)


def test_a_cut_is_no_award(tmp_path: Path) -> None:
    plan = PLAN + "| 封顶 | 不限 | 每月封顶5000元 | 全体销售员 |\n"
    run(tmp_path, plan=plan, output=tmp_path / "o.xlsx", period="2026-08")
    cells = [str(cell) for row in written(tmp_path / "o.xlsx", "公示名单") for cell in row]
    assert any("进阶激励奖" in cell for cell in cells)
    assert not any("封顶" in cell for cell in cells)
