"""A row of which no cell could be read is a row all the same: somebody's pay may stand in it."""

from pathlib import Path
from typing import Final

import pytest

from salescli.api import RunOptions, check, payout
from salescli.measure.period import Month
from salescli.payout.run import PayoutOptions
from salescli.table.errors import UnusableFile
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.excel.packages import row, xlsx
from tests.messy.company import TIERS
from tests.messy.flawed import ERROR, KINDS, UNSAVED, Cell
from tests.sheets import workbook

HEADER: Final = ("月份", "区域", "工号", "销售员", "月度目标", "累计实际")
AUGUST: Final[tuple[Cell, ...]] = ("2026年8月", "华东", "A001", "小张", 800000, 840000)
FLAWED: Final = {"errors": (ERROR,) * 6, "unsaved": (UNSAVED,) * 6}
TEXT: Final = "csv"
"""A text table has no formulas: what was one is a text, refused wherever a month or a figure belongs."""


def _errors(kind: str, flaw: str, at: int) -> set[tuple[str, str]]:
    if kind == TEXT and flaw == "unsaved":
        return {(f"A{at}", "bad-month"), (f"E{at}", "bad-number"), (f"F{at}", "bad-number")}
    saved = kind in ("xls", "xlsb")  # these always save a result; here it is an error
    code = "error-value" if flaw == "errors" or saved else "no-cached-value"
    return {(f"{letter}{at}", code) for letter in "ABCDEF"}


@pytest.mark.parametrize("flaw", FLAWED)
@pytest.mark.parametrize("kind", KINDS)
def test_a_row_of_nothing_else_is_named_cell_by_cell(kind: str, flaw: str, tmp_path: Path) -> None:
    path = tmp_path / f"跟踪.{kind}"
    path.write_bytes(KINDS[kind]((HEADER, AUGUST, FLAWED[flaw], (*AUGUST[:3], "小李", 700000, 1))))
    outcome = check([path])
    errors = [item for item in outcome.problems if item.severity is Severity.ERROR]
    assert {(item.place.cell, item.code.name) for item in errors} == _errors(kind, flaw, 3)
    assert outcome.result is not None
    assert [table.rows for table in outcome.result.tables] == [3]


@pytest.mark.parametrize("flaw", FLAWED)
@pytest.mark.parametrize("kind", KINDS)
def test_so_is_a_table_of_nothing_else(kind: str, flaw: str, tmp_path: Path) -> None:
    path = tmp_path / f"跟踪.{kind}"
    path.write_bytes(KINDS[kind]((HEADER, FLAWED[flaw], FLAWED[flaw])))
    outcome = check([path])
    assert {(item.place.cell, item.code.name) for item in outcome.problems} >= _errors(kind, flaw, 3)
    assert "no-rows" not in {item.code.name for item in outcome.problems}


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_paid_as_if_it_were_not_there(kind: str, tmp_path: Path) -> None:
    path, tiers = tmp_path / f"跟踪.{kind}", workbook(tmp_path / "方案.xlsx", TIERS)
    path.write_bytes(KINDS[kind]((HEADER, AUGUST, FLAWED["errors"])))
    options = PayoutOptions(period=Month(2026, 8))
    refused = payout(path, tiers, options=options)
    assert refused.blocked
    assert refused.result is None
    skipped = payout(path, tiers, options=options, run=RunOptions(skip_invalid=True))
    assert not skipped.blocked
    assert {item.place.cell for item in skipped.problems if item.code.name == "error-value"} == {
        f"{letter}3" for letter in "ABCDEF"
    }


def test_a_sheet_of_formulas_is_not_passed_over_for_another(tmp_path: Path) -> None:
    """The one with figures would be taken without a word, if formulas without a result were nothing."""

    def text(letter: str, at: int, value: Cell) -> str:
        return f'<c r="{letter}{at}" t="inlineStr"><is><t>{value}</t></is></c>'

    header = row("".join(text(letter, 1, word) for letter, word in zip("ABCDEF", HEADER, strict=True)), 1)
    typed = row("".join(text(letter, 2, value) for letter, value in zip("ABCDEF", AUGUST, strict=True)), 2)
    formulas = row("".join(f'<c r="{letter}2"><f>旧!{letter}2</f></c>' for letter in "ABCDEF"), 2)
    path, tiers = tmp_path / "x.xlsx", workbook(tmp_path / "方案.xlsx", TIERS)
    path.write_bytes(xlsx({"旧": header + typed, "新": header + formulas}))
    with pytest.raises(UnusableFile) as refused:
        payout(path, tiers, options=PayoutOptions(period=Month(2026, 8)))
    (found,) = refused.value.problems
    assert found.code.name == "several-sheets"
    assert "新" in found.message(Lang.ZH)


def test_a_footer_beside_the_columns_is_still_for_readers(tmp_path: Path) -> None:
    """Total rows and footers are told by their words; a formula that dates them has no figure of anybody."""

    def text(letter: str, at: int, value: Cell) -> str:
        return f'<c r="{letter}{at}" t="inlineStr"><is><t>{value}</t></is></c>'

    header = row("".join(text(letter, 1, word) for letter, word in zip("ABCDEF", HEADER, strict=True)), 1)
    typed = row("".join(text(letter, 2, value) for letter, value in zip("ABCDEF", AUGUST, strict=True)), 2)
    total = row(text("A", 3, "合计") + '<c r="F3"><f>SUM(F2:F2)</f></c>', 3)
    footer = row(text("A", 4, "制表人：小王") + '<c r="H4"><f>TODAY()</f></c>', 4)
    path = tmp_path / "x.xlsx"
    path.write_bytes(xlsx({"跟踪": header + typed + total + footer}))
    outcome = check([path])
    assert not outcome.blocked
    assert outcome.result is not None
    assert [table.rows for table in outcome.result.tables] == [1]
