"""The checked-in templates are what the code writes, and what it writes it reads."""

from pathlib import Path

import pytest

from salescli.catalog import FILLED_IN
from salescli.check import check
from salescli.excel.source import SourceWorkbook
from salescli.excel.template import example_rows, template_book
from salescli.excel.write import book_bytes
from salescli.table.errors import CannotRun
from salescli.table.table import Table
from salescli.templates import template
from salescli.words.language import Lang
from tests.conftest import Golden
from tests.parity import opened

TEMPLATES = Path(__file__).parents[2] / "templates"
KINDS = [pytest.param(table, id=table.name) for table in FILLED_IN]


@pytest.mark.parametrize("filled", [False, True], ids=["blank", "filled"])
@pytest.mark.parametrize("table", KINDS)
def test_checked_in_templates_are_what_the_code_writes(table: Table, filled: bool, golden: Golden) -> None:  # type: ignore[type-arg]  # any table
    name = f"{table.name}-filled.xlsx" if filled else f"{table.name}.xlsx"
    golden(TEMPLATES / name, book_bytes(template_book([table], Lang.ZH, filled=filled)))


def test_no_template_of_a_table_that_is_gone() -> None:
    names = {f"{table.name}{suffix}.xlsx" for table in FILLED_IN for suffix in ("", "-filled")}
    assert {path.name for path in TEMPLATES.glob("*.xlsx")} == names


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("table", KINDS)
def test_a_filled_template_reads_back_as_its_examples(tmp_path: Path, table: Table, lang: Lang) -> None:  # type: ignore[type-arg]  # any table
    (path,) = template([table.name], filled=True, lang=lang, output=tmp_path / "t.xlsx").outputs
    records = SourceWorkbook(path).read(table)
    assert records is not None
    assert records.invalid == ()
    expected = example_rows(table)
    read = [{key: getattr(row, key) for key in example} for row, example in zip(records.rows, expected, strict=True)]
    carried = {item.key for item in table.fields if item.column.carried}
    assert [_without(row, carried) for row in read] == [_without(row, carried) for row in expected]


def _without(row: dict[str, object], keys: set[str]) -> dict[str, object]:
    return {key: value for key, value in row.items() if key not in keys}


@pytest.mark.parametrize("table", KINDS)
def test_a_blank_template_is_recognised_and_only_lacks_rows(tmp_path: Path, table: Table) -> None:  # type: ignore[type-arg]  # any table
    (path,) = template([table.name], output=tmp_path / "t.xlsx").outputs
    outcome = check([path])
    assert outcome.result is not None
    assert [(item.kind, item.rows) for item in outcome.result.tables] == [(table.name, 0)]
    assert [item.code.name for item in outcome.problems] == ["no-rows"]


def test_a_blank_template_guides_its_user(tmp_path: Path) -> None:
    (path,) = template(["strategy"], output=tmp_path / "t.xlsx").outputs
    sheet = opened(path)["策略执行跟踪表"]
    header = {cell.value: cell for row in sheet.iter_rows(max_row=6) for cell in row if cell.value}
    note = header["责任人"].comment
    assert note is not None
    assert "必填" in note.text
    assert sheet.freeze_panes is not None
    lists = [item.formula1 for item in sheet.data_validations.dataValidation]
    assert any("未开始" in formula for formula in lists)
    page = sheet.sheet_properties.pageSetUpPr
    assert page is not None
    assert page.fitToPage


def test_several_kinds_in_one_workbook_or_in_a_folder(tmp_path: Path) -> None:
    (path,) = template(["goals", "roster"], output=tmp_path / "targets.xlsx").outputs
    assert opened(path).sheetnames == ["年度目标", "销售员名册"]
    outputs = template([], every=True, output=tmp_path / "all").outputs
    assert sorted(path.name for path in outputs) == sorted(f"{table.name}.xlsx" for table in FILLED_IN)


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("weekli", "是不是“weekly”（销售周报）？", "Did you mean “weekly” (Weekly report)?"),
        ("名册", "是不是“roster”（销售员名册）？", "Did you mean “roster” (Roster)?"),
        ("nothing", "这种表。全部种类", "called “nothing”. `salescli"),
    ],
)
def test_a_kind_that_is_none_is_answered_in_the_language_of_the_screen(typed: str, zh: str, en: str) -> None:
    with pytest.raises(CannotRun) as refused:
        template([typed], output=Path("never.xlsx"))
    (found,) = refused.value.problems
    assert zh in found.message(Lang.ZH)
    assert en in found.message(Lang.EN)
