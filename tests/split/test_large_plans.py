"""A plan larger than what is read again is written, and that is said."""

from pathlib import Path

from salescli.table.config import Config, LimitKeys
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.split.tables import COMPANY, run, said


def test_a_workbook_beyond_the_limits_of_reading_is_told(tmp_path: Path) -> None:
    """The inputs have some 60 cells; the months of every person and line take more than 200."""
    output = tmp_path / "plan.xlsx"
    outcome = run(tmp_path, COMPANY, output=output, config=Config(limits=LimitKeys(max_cells=200)))
    assert outcome.outputs == (output,)
    (found,) = [item for item in outcome.problems if item.code.name == "output-beyond-limits"]
    assert (found.severity, found.place.file) == (Severity.WARNING, str(output))
    assert "200" in found.found(Lang.ZH)
    assert "max_cells" in found.remedy(Lang.ZH)


def test_one_within_them_is_not(tmp_path: Path) -> None:
    assert said(run(tmp_path, COMPANY, output=tmp_path / "plan.xlsx")) == []
