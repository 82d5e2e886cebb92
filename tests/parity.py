"""A second opinion on every formula: LibreOffice recalculates a workbook and must get the engine's figures.

The profile it runs with forces a hard recalculation on load, so what it reports never is the cached value
it was given. Where LibreOffice is missing the test is skipped and says so; on CI (variable ``CI``) it fails.
"""

import atexit
import math
import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import to_excel

Value = str | float | bool | None
Sheets = dict[str, dict[str, Value]]
"""Values of a workbook by sheet and cell address; dates are their numbers, an empty text is None."""

TIMEOUT = 240
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def recalculated(path: Path) -> Sheets:
    """Every value of the workbook as LibreOffice calculates it."""
    return recalculated_all([path])[0]


def recalculated_all(paths: Sequence[Path]) -> list[Sheets]:
    """The same for several workbooks, in one run of LibreOffice."""
    soffice = _soffice()
    with tempfile.TemporaryDirectory() as folder:
        inbox, outbox = Path(folder, "in"), Path(folder, "out")
        inbox.mkdir()
        copies = [inbox / f"{number:04d}.xlsx" for number, _ in enumerate(paths)]
        for path, copy in zip(paths, copies, strict=True):
            shutil.copyfile(path, copy)
        said = _convert(soffice, copies, outbox)
        found = [outbox / copy.name for copy in copies]
        for path, result in zip(paths, found, strict=True):
            assert result.exists(), f"LibreOffice could not open {path}: {said}"
        return [_values(opened(result, data_only=True)) for result in found]


def saved_again(path: Path, folder: Path, kind: str = "xlsx") -> Path:
    """The workbook as LibreOffice saves it, in `folder`, also as another `kind` of file."""
    folder.mkdir(parents=True, exist_ok=True)
    said = _convert(_soffice(), [path], folder, kind)
    found = folder / f"{path.stem}.{kind}"
    assert found.exists(), said
    return found


def assert_parity(*paths: Path) -> None:
    """Fail unless recalculating gives the cached value of every formula, and no formula gives an error.

    Numbers agree to one part in 10⁹ (or 10⁻⁶ near zero), texts exactly.
    """
    wrong = [
        f"{path.name} {place}: {fault}"
        for path, fresh in zip(paths, recalculated_all(paths), strict=True)
        for place, fault in _faults(path, fresh)
    ]
    assert not wrong, "\n".join(wrong[:40])


def formulas(path: Path) -> Sheets:
    """The cached values of the formula cells only."""
    written, cached = opened(path), _values(opened(path, data_only=True))
    return {
        sheet.title: {
            cell.coordinate: cached[sheet.title].get(cell.coordinate)
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        }
        for sheet in written.worksheets
    }


def opened(path: Path | BytesIO, data_only: bool = False) -> Workbook:
    """The workbook in openpyxl, which warns of the data bars it cannot keep."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*extension is not supported.*")
        return load_workbook(path, data_only=data_only)


def _faults(path: Path, fresh: Sheets) -> Iterator[tuple[str, str]]:
    for sheet, cells in formulas(path).items():
        for address, cached in cells.items():
            value = fresh[sheet].get(address)
            if isinstance(value, str) and value.startswith("#"):
                yield f"[{sheet}] {address}", f"is the error {value}; the file says {cached!r}"
            elif not _same(cached, value):
                yield f"[{sheet}] {address}", f"is {value!r}; the file says {cached!r}"


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, str | None) or isinstance(other, str | None):
        return one == other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-6)


def _values(book: Workbook) -> Sheets:
    return {
        sheet.title: {
            cell.coordinate: value
            for row in sheet.iter_rows()
            for cell in row
            if (value := _plain(cell.value)) is not None
        }
        for sheet in book.worksheets
    }


def _plain(value: object) -> Value:
    if value is None or value == "":
        return None
    if isinstance(value, datetime | date | time | timedelta):
        return float(to_excel(value))  # type: ignore[no-untyped-call]  # openpyxl's stubs leave it open
    if isinstance(value, bool | str | int | float):
        return value
    return str(value)


def _soffice() -> str:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        reason = "LibreOffice (soffice) is not installed, so formulas cannot be recalculated"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return program


@cache
def _profile() -> Path:
    """This process's own LibreOffice profile: two runs may not share one."""
    folder = Path(tempfile.mkdtemp(prefix="salescli-parity-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "user").mkdir()
    (folder / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    return folder


_FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods"}


def _convert(soffice: str, files: Sequence[Path], outbox: Path, kind: str = "xlsx") -> str:
    ran = subprocess.run(
        [
            soffice,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={_profile().as_uri()}",
            "--convert-to",
            _FILTERS[kind],
            "--outdir",
            str(outbox),
            *map(str, files),
        ],
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    return (ran.stdout + ran.stderr).strip()
