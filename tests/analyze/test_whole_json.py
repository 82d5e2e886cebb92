"""`--json` holds everything the sheets hold: every figure of every sheet of the workbook is in the document."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.excel.intake import RunOptions
from salescli.review.run import review
from salescli.words.language import Lang
from tests.analyze.company import COMPANY
from tests.parity import opened
from tests.review.documents import SHEETS
from tests.sheets import workbook

LISTS = {"问题清单", "说明", "问题诊断表", "客户分层表"}
"""Messages, definitions, and tables handed on as they were read."""


def figures(document: object) -> Iterator[float]:
    """Every number of a document, also as text, and how long its lists are."""
    match document:
        case dict():
            for value in document.values():
                yield from figures(value)
        case list():
            yield float(len(document))
            for value in document:
                yield from figures(value)
        case bool() | None:
            return
        case int() | float():
            yield float(document)
        case str():
            try:
                yield float(document)
            except ValueError:
                return


def missing(path: Path, document: dict[str, Any]) -> list[str]:
    """The cells whose number the document does not have: as it is, or of points as a ratio."""
    known = sorted(figures(document["result"]))

    def has(number: float) -> bool:
        close = 0.006 if abs(number) > 50 else 0.0000006
        at = bisect_left(known, number - close)
        return at < len(known) and known[at] <= number + close

    found = []
    for sheet in opened(path, data_only=True).worksheets:
        if sheet.sheet_state == "visible" and sheet.title not in LISTS:
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                value = cell.value
                if isinstance(value, int | float) and not isinstance(value, bool):
                    points = "百分点" in str(cell.number_format)
                    if not has(value / 100 if points else value):
                        found.append(f"{sheet.title} {cell.coordinate} {value}")
    return found


def test_an_analysis(tmp_path: Path) -> None:
    source, output = workbook(tmp_path / "公司.xlsx", COMPANY), tmp_path / "分析.xlsx"
    options = AnalyzeOptions(as_of=date(2026, 8, 31), deals_target=10)
    document = analyze(source, output, options=options, run=RunOptions(force=True)).document(Lang.ZH)
    helpers = {"变动归因": "FGH", "漏斗与目标": "J"}  # columns that only charts need: bases and the size of falls
    left = [text for text in missing(output, document) if text.split()[1][0] not in helpers.get(text.split()[0], "")]
    assert left == []


def test_a_review_of_everything(tmp_path: Path) -> None:
    source, output = workbook(tmp_path / "给出.xlsx", SHEETS), tmp_path / "复盘.xlsx"
    document = review([source], output, period="2023Q3", run=RunOptions(force=True)).document(Lang.ZH)
    assert missing(output, document) == []
