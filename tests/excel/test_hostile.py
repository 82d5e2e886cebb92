"""No file may abort the process, hang it, or take more than bounded memory or time, whatever the command."""

import json
import struct
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from salescli.cli.exits import Exit
from tests.excel.hostile import HOSTILE, ONE
from tests.excel.packages import binary_record, number_cell, record, row, worksheet, xls, xlsb, xlsx
from tests.messy.company import MONTHLY, PLAN
from tests.sheets import workbook

MOST_MEBIBYTES = 1024

EVERYWHERE = (
    "encrypted xlsx",
    "half an xlsx",
    "a wrong checksum",
    "a web page called xls",
    "the lock of an open file",
    "an empty file",
    "no workbook part",
    "entities within entities",
    "two cells at opposite corners",
    "opposite corners in xls",
    "opposite corners in xlsb",
    "opposite corners in ods",
)
"""Classes that every command meets, one for each way a file is stopped."""


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A hostile file by its class, in a folder of its own."""

    @cache
    def made(name: str) -> Path:
        path = tmp_path_factory.mktemp("hostile") / HOSTILE[name].name
        path.write_bytes(HOSTILE[name].make())
        return path

    return made


def weighed(lines: Sequence[tuple[Sequence[str | Path], Path]]) -> list[dict[str, Any]]:
    """What became of some command lines, each with the hostile file it meets."""
    calls = [([str(word) for word in words], path.stat().st_size >> 20) for words, path in lines]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.excel.under_limits"],
        input=json.dumps(calls),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


def refused(name: str, report: Mapping[str, Any]) -> str | None:
    """What is wrong with a refusal; None for a proper one."""
    expected = (int(Exit.CANNOT_RUN), [HOSTILE[name].code])
    found = (report["exit"], report["codes"])
    if found != expected:
        return f"{name}: {found} instead of {expected}"
    return f"{name}: {report['mebibytes']} MiB" if report["mebibytes"] > MOST_MEBIBYTES else None


def test_every_class_is_refused_with_its_line_and_little_memory(hostile: Callable[[str], Path]) -> None:
    reports = weighed([(("check", path, "--json"), path) for path in map(hostile, HOSTILE)])
    assert [wrong for name, report in zip(HOSTILE, reports, strict=True) if (wrong := refused(name, report))] == []


LIES: Mapping[str, Callable[[], bytes]] = {
    "a dimension of the whole sheet": lambda: xlsx(
        {"周报": worksheet(ONE).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')}
    ),
    "a dimension of the whole sheet in xlsb": lambda: xlsb(
        {"周报": binary_record(0, bytes(17)) + binary_record(5, bytes(16))}
    ),
    "a dimension of the whole sheet in xls": lambda: xls(
        {"周报": record(0x200, struct.pack("<IIHHH", 0, 65_536, 0, 256, 0)) + number_cell(0, 0, 1)}
    ),
    "thousands of millions of texts": lambda: xlsx(
        {"周报": row('<c r="A1" t="s"><v>0</v></c>')},
        sharedStrings='<sst count="4000000000" uniqueCount="4000000000"><si><t>一</t></si></sst>',
    ),
}
"""What a file says of itself and is not so costs nothing: it is read."""


def test_what_a_file_claims_costs_nothing(tmp_path: Path) -> None:
    paths = []
    for at, make in enumerate(LIES.values()):
        paths.append(tmp_path / f"{at}.xlsx")
        paths[-1].write_bytes(make())
    for name, report in zip(LIES, weighed([(("check", path, "--json"), path) for path in paths]), strict=True):
        assert (report["exit"], report["codes"]) == (Exit.DATA_ERRORS, ["no-known-table"]), name
        assert report["mebibytes"] < MOST_MEBIBYTES // 4, name


@pytest.mark.parametrize("command", ["split", "track", "track report", "analyze", "payout", "payout plan", "review"])
def test_so_it_is_by_every_command(command: str, hostile: Callable[[str], Path], tmp_path: Path) -> None:
    plan, monthly = workbook(tmp_path / "plan.xlsx", PLAN), workbook(tmp_path / "monthly.xlsx", MONTHLY)

    def line(path: Path) -> tuple[Sequence[str | Path], Path]:
        words: Mapping[str, Sequence[str | Path]] = {
            "split": ("split", path),
            "track": ("track", path),
            "track report": ("track", plan, path),
            "analyze": ("analyze", path),
            "payout": ("payout", path, "--plan", monthly),
            "payout plan": ("payout", monthly, "--plan", path, "--period", "2026-08"),
            "review": ("review", path, "--period", "2026Q3"),
        }
        return (*words[command], "--json"), path

    reports = weighed([line(hostile(name)) for name in EVERYWHERE])
    assert [wrong for name, report in zip(EVERYWHERE, reports, strict=True) if (wrong := refused(name, report))] == []
