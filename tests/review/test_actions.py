"""下期行动 from one review to the next: an action handed to somebody else, and words below the table."""

from collections.abc import Callable
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from salescli.excel.intake import RunOptions
from salescli.review.run import review
from salescli.table.problem import Severity
from tests.parity import opened
from tests.review.documents import STRATEGY, codes, section
from tests.sheets import workbook

OWNERS = STRATEGY + "\n| 渠道拓展 | 新客户 | 走访渠道 | 老赵 | 2023年6月1日 | 2023年9月30日 | 进行中 |  |  |"


def rounds(folder: Path, change: Callable[[Worksheet], None], strategies: str) -> list[tuple[str, str, bool]]:
    """The actions of August, after July's review was changed by hand."""
    given, july = workbook(folder / "策略.xlsx", {"策略执行跟踪表": strategies}), folder / "七月.xlsx"
    assert review([given], july, period="2023-07", run=RunOptions(force=True)).outputs
    book = opened(july)
    change(book["下期行动"])
    book.save(july)
    august = review([given], folder / "八月.xlsx", period="2023-08", last=july, run=RunOptions(force=True))
    assert august.outputs, codes(august, Severity.ERROR)
    return [(row["action"], row["owner"], row["carried"]) for row in section(august, "actions")]


def cell_of(sheet: Worksheet, text: str) -> tuple[int, int]:
    return next((cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == text)


def test_an_action_handed_to_somebody_else_stays_one(tmp_path: Path) -> None:
    def hand_on(sheet: Worksheet) -> None:
        sheet.cell(*cell_of(sheet, "客户运营")).value = "新负责人"

    assert rounds(tmp_path, hand_on, STRATEGY) == [
        ("优化客户跟进SOP", "销售经理", True),
        ("上线会员积分体系", "新负责人", True),
    ]


def test_progress_comes_back_as_it_was_worded(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        row, column = cell_of(sheet, "进展")
        for below, text in ((1, "已完成"), (2, "执行中：谈妥八家")):
            sheet.cell(row + below, column).value = text

    def texts(file: str, name: str) -> list[object]:
        sheet = opened(tmp_path / file)[name]
        row, column = cell_of(sheet, "进展")
        return [sheet.cell(at, column).value for at in (row + 1, row + 2)]

    rounds(tmp_path, write, STRATEGY)
    given, july = tmp_path / "策略.xlsx", tmp_path / "七月.xlsx"
    assert review([given], tmp_path / "再次.xlsx", period="2023-07", last=july).outputs
    assert texts("再次.xlsx", "下期行动") == ["已完成", "执行中：谈妥八家"]
    assert (texts("八月.xlsx", "已完成行动")[0], texts("八月.xlsx", "下期行动")[0]) == ("已完成", "执行中：谈妥八家")


def test_two_actions_of_the_same_words_stay_two(tmp_path: Path) -> None:
    def hand_on(sheet: Worksheet) -> None:
        sheet.cell(*cell_of(sheet, "老赵")).value = "老钱"

    again = OWNERS.replace("| 2023年6月30日 | 完成 |", "| 2023年6月30日 | 进行中 |")
    found = rounds(tmp_path, hand_on, again)
    assert [(action, owner) for action, owner, _ in found if action == "渠道拓展"] == [
        ("渠道拓展", "小王"),
        ("渠道拓展", "老钱"),
    ]


def test_a_line_below_the_actions_is_kept_as_a_note(tmp_path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        row, _ = cell_of(sheet, "上线会员积分体系")
        sheet.cell(row + 1, 1).value = "以上经王总口头确认"

    found = rounds(tmp_path, write, STRATEGY)
    assert [action for action, _, _ in found] == ["优化客户跟进SOP", "上线会员积分体系"]
    notes = [cell.value for row in opened(tmp_path / "八月.xlsx")["手写备注"].iter_rows() for cell in row]
    assert "以上经王总口头确认" in notes


def test_a_last_review_of_a_later_period_is_said(tmp_path: Path) -> None:
    given, august = workbook(tmp_path / "策略.xlsx", {"策略执行跟踪表": STRATEGY}), tmp_path / "八月.xlsx"
    assert review([given], august, period="2023-08").outputs
    july = review([given], tmp_path / "七月.xlsx", period="2023-07", last=august)
    assert "last-is-later" in codes(july, Severity.WARNING)
    for period in ("2023-08", "2023-09", "2023Q3"):
        assert "last-is-later" not in codes(review([given], period=period, last=august)), period
