"""复盘总结表: figures composed between marks, and every word that people wrote kept."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from salescli.excel.intake import RunOptions
from salescli.review.run import review
from salescli.review.summary import marked, renewed
from salescli.table.problem import Severity
from salescli.words import review as words
from salescli.words.language import Lang
from tests.review.documents import SHEETS, SUMMARY_HEAD, codes, run, section
from tests.sheets import workbook

START, END = words.MARK_START.zh, words.MARK_END.zh


def write(path: Path, sheet: str, row_of: str, texts: dict[str, str]) -> None:
    """Type `texts` (by header) into the row of `sheet` whose first cell is `row_of`, as a person would."""
    book = load_workbook(path)
    rows = list(book[sheet].iter_rows())
    head = next(row for row in rows if row[0].value in ("复盘周期", "提出周期"))
    row = next(row for row in rows if row[0].value == row_of)
    for cell, header in zip(row, (cell.value for cell in head), strict=True):
        if header in texts:
            cell.value = texts[str(header)]
    book.save(path)
    book.close()


def test_the_effects_are_composed_from_the_figures(tmp_path: Path) -> None:
    row = section(run(tmp_path, SHEETS), "summary")[-1]
    assert row["period"] == "2023年第3季度(季度)"
    assert row["effects"] == (
        f"{START}销售额2,655,000元(目标3,000,000元，达成率88.5%)；策略3项：完成1项，逾期2项；"
        f"激励发放25,900元，2/3人获得，费用率1.6%（只含2023年8月）{END}"
    )
    assert (row["successes"], row["improvements"], row["next_steps"]) == (None, None, None)
    assert (row["computed"], row["current"]) == (True, True)


def test_earlier_periods_stand_above_word_for_word(tmp_path: Path) -> None:
    first = section(run(tmp_path, SHEETS), "summary")[0]
    assert first["period"] == "2023年7月(月度)"
    assert first["effects"] == "转化率从8%提升至9%(未达12%目标)；新客数量增加20个(目标150个)"
    assert first["next_steps"] == "8月完成需求调研并上线积分体系"


def test_effects_that_people_wrote_for_this_period_are_never_touched(tmp_path: Path) -> None:
    row = section(run(tmp_path, SHEETS, period="2023-07"), "summary")[-1]
    assert row["effects"] == "转化率从8%提升至9%(未达12%目标)；新客数量增加20个(目标150个)"
    assert (row["computed"], row["current"]) == (False, True)


def test_two_reviews_in_a_row_keep_what_was_written_in_between(tmp_path: Path) -> None:
    first, second = tmp_path / "复盘一.xlsx", tmp_path / "复盘二.xlsx"
    sheets = {key: text for key, text in SHEETS.items() if key not in ("复盘总结表", "下期行动")}
    run(tmp_path, sheets, output=first)
    effects = section(review([first], period="2023Q3"), "summary")[-1]["effects"]
    typed = {
        "策略执行效果(关键指标变化)": f"会议补充：\n华南换人\n{effects}\n  另：展会有效",
        "成功经验": "=先打电话，再发方案",
        "待改进点": "1) 报表晚\n2) 回款慢",
        "下一步调整计划": "每周一例会；9月30日前完成",
    }
    write(first, "复盘总结表", "2023年第3季度(季度)", {key: text.replace("=", "＝") for key, text in typed.items()})
    write(first, "下期行动", "2023年第3季度(季度)", {"进展": "完成(已上线)", "备注": "提前两天"})
    more = {**sheets, "策略执行跟踪表": SHEETS["策略执行跟踪表"].replace("进行中(已完成痛点梳理)", "完成")}
    outcome = run(tmp_path, more, output=second, more=(first,))
    row = section(outcome, "summary")[-1]
    assert (row["successes"], row["improvements"]) == ("＝先打电话，再发方案", "1) 报表晚\n2) 回款慢")
    assert row["next_steps"] == "每周一例会；9月30日前完成"
    assert row["effects"].startswith(f"会议补充：\n华南换人\n{START}销售额2,655,000元")
    assert row["effects"].endswith(f"{END}\n  另：展会有效")
    assert "策略3项：完成2项，逾期1项" in row["effects"]
    actions = {row["action"]: (row["status"], row["detail"], row["note"]) for row in section(outcome, "actions")}
    assert ("done", "已上线", "提前两天") in actions.values()
    assert len(actions) == 2
    again = review([second], tmp_path / "复盘三.xlsx", period="2023Q3", run=RunOptions())
    assert section(again, "summary")[-1]["effects"] == row["effects"]


def test_the_next_period_carries_what_is_open(tmp_path: Path) -> None:
    first = tmp_path / "复盘一.xlsx"
    run(tmp_path, SHEETS, period="2023-07", output=first)
    rows = section(review([first], period="2023-08"), "actions")
    assert [(row["action"], row["period"], row["carried"], row["overdue"]) for row in rows] == [
        ("招聘两名销售", "2023年6月(月度)", True, True),
        ("优化客户跟进SOP", "2023年7月(月度)", True, True),
        ("上线会员积分体系", "2023年7月(月度)", True, True),
    ]


def test_two_reviews_of_one_period_that_differ_are_an_error(tmp_path: Path) -> None:
    one = {"复盘总结表": SUMMARY_HEAD + "| 2023Q3 |  | 话术有效 |  |  |"}
    other = {"复盘总结表": SUMMARY_HEAD + "| 2023年第3季度(季度) |  | 价格有效 | 报表晚 |  |"}
    assert codes(run(tmp_path, one, other), Severity.ERROR) == ["given-differently"]
    merged = {"复盘总结表": other["复盘总结表"].replace("价格有效", "")}
    row = section(run(tmp_path, one, merged), "summary")[-1]
    assert (row["successes"], row["improvements"]) == ("话术有效", "报表晚")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, f"{START}新{END}"),
        ("手写", "手写"),
        (f"{START}旧{END}", f"{START}新{END}"),
        (f"前{START}旧{END}后", f"前{START}新{END}后"),
        (f"{START}旧，没有结尾", f"{START}旧，没有结尾"),
        ("[computed]old[/computed] mine", f"{START}新{END} mine"),
    ],
)
def test_renewing(text: str | None, expected: str) -> None:
    assert renewed(text, "新", Lang.ZH) == expected


def test_with_nothing_to_compose_nothing_changes() -> None:
    assert renewed(f"前{START}旧{END}", "", Lang.ZH) == f"前{START}旧{END}"
    assert renewed(None, "", Lang.ZH) is None


@given(st.text(alphabet=st.characters(exclude_characters="〔["), max_size=40), st.text(max_size=40))
@example("\ud800", "half a pair of UTF-16")
def test_whatever_stands_outside_the_marks_stays(before: str, composed: str) -> None:
    text = f"{before}{START}旧{END}{before}"
    new = renewed(text, composed, Lang.ZH)
    assert new is not None
    place = marked(new)
    assert place is not None
    assert new.startswith(before + START)
    assert new.endswith(END + before)


def test_a_blank_summary_is_written_for_the_user(tmp_path: Path) -> None:
    output = tmp_path / "复盘.xlsx"
    source = workbook(tmp_path / "x.xlsx", {"复盘总结表": SUMMARY_HEAD + "| 2023-06 |  | 有效 |  |  |"})
    review([source], output, period="2023-07", run=RunOptions())
    rows = section(review([output], period="2023-07"), "summary")
    assert [(row["period"], row["effects"], row["successes"]) for row in rows] == [
        ("2023-06", None, "有效"),
        ("2023年7月(月度)", None, None),
    ]
