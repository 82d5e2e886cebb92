"""What is fuzzed: each target takes bytes and must end in a value or in the one exception it may raise."""

import tomllib
from collections.abc import Callable, Mapping
from tempfile import NamedTemporaryFile
from typing import Any, Final

from salescli.excel.guard import Limits, Suspect, clear, is_text
from salescli.excel.header_findings import header_problems
from salescli.excel.headers import find_header
from salescli.excel.mapping import house_columns, toml_of
from salescli.excel.proposal import propose
from salescli.excel.read import CellValue, RawSheet, read_workbook
from salescli.excel.record_reader import read_records
from salescli.excel.spread import read_spread
from salescli.measure.achievement import DEFAULT_THRESHOLDS
from salescli.payout.scopes import Known
from salescli.payout.tables import TierRow
from salescli.payout.wording import read_line
from salescli.split.tables.plan import PLAN
from salescli.table.dates import DateKind, MomentKind, MonthKind, YearKind
from salescli.table.errors import UnusableFile
from salescli.table.kind import CellContext, Kind
from salescli.table.numbers import CountKind, MoneyKind, NumberKind, RatioKind
from salescli.table.quantity import QuantityKind
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind, NameKind, TextKind
from salescli.table.weeks import WeekKind
from salescli.track.tables import MONTHLY, WEEKLY, Progress
from salescli.words.language import Lang
from tests.excel.packages import compound, row, xlsb, xlsx, xlsx_parts, zipped

KINDS: Final[tuple[Kind[Any], ...]] = (
    *(MoneyKind(), CountKind(), RatioKind(), NumberKind(), QuantityKind()),
    *(DateKind(), MomentKind(), YearKind(), MonthKind(), WeekKind()),
    *(TextKind(), NameKind(), ChoiceKind(Progress, detailed=True)),
)
SMALL: Final = Limits(max_cells=20_000, max_unpacked_bytes=1 << 20, max_file_bytes=1 << 20, max_sheets=20, max_parts=50)

_CELL: Final = row('<c r="A1"><v>1</v></c>')
_ODS: Final = "application/vnd.oasis.opendocument.spreadsheet"


def cells(data: bytes) -> None:
    """Any text in a cell of any kind is a value, nothing, or refused with a message in both languages."""
    text = data.decode("utf-8", "surrogateescape" if len(data) % 2 else "replace")
    for kind in KINDS:
        said: list[str] = []

        def report(_: int, code: Any, details: Mapping[str, object], said: list[str] = said) -> None:
            spoken = {"column": "x", **details}
            said.extend(code.message.say(lang, **spoken) + code.remedy.say(lang, **spoken) for lang in Lang)

        for value in kind.read([text], CellContext(report, scale=4, year=2026)):
            assert value is None or said or isinstance(value, kind.python)


def headers(data: bytes) -> None:
    """Any sheet of texts has a header or none, and whatever lies below it is rows or problems."""
    lines = data.decode("utf-8", "replace").split("\n")[:30]
    rows: list[list[CellValue]] = [[*line.split("|")[:20]] for line in lines]
    width = max((len(row) for row in rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows]
    merged = ((0, 0, 0, max(width - 1, 0)),) if data[:1] > b"m" else ()
    sheet = RawSheet("fuzz.xlsx", "表", True, rows, merged, {})
    tables: tuple[Table[Any], ...] = (MONTHLY, WEEKLY, PLAN)
    for candidate in propose(sheet, tables, {}).candidates:
        tomllib.loads(toml_of(house_columns(candidate.columns, candidate.table)))
    for table in tables:
        match = find_header(sheet, table, {})
        if match is None:
            continue
        for item in header_problems(sheet, table, match):
            assert item.message(Lang.ZH)
        if match.fits and not match.clashes:
            if match.months:
                read_spread(sheet, table, match, year=2026, date1904=False, thresholds=DEFAULT_THRESHOLDS)
            else:
                read_records(sheet, table, match, year=2026)


def wordings(data: bytes) -> None:
    """Any wording of an incentive plan is rules, or one problem that quotes it; never both, never neither."""
    parts = [*data.decode("utf-8", "replace").split("\n"), "", "", ""][:3]
    condition, reward, scope = (part.strip() or "全体销售员" for part in parts)
    row = TierRow(name="奖", condition=condition, reward=reward, scope=scope)
    rules, problems = read_line(row, Known(frozenset({"华东"}), frozenset({"A产品"})))
    assert bool(rules) != bool(problems)
    for item in problems:
        assert item.message(Lang.ZH)
        assert item.message(Lang.EN)


def packages(data: bytes) -> None:
    """Any bytes are cleared for the reader or refused."""
    suspect = Suspect("fuzz.xlsx", data, SMALL)
    if is_text(suspect):
        return
    refused: UnusableFile | None = None
    try:
        clear(suspect)
    except UnusableFile as error:
        refused = error
    assert refused is None or refused.problems[0].message(Lang.ZH)


def parts(data: bytes) -> None:
    """Any bytes in place of one part of a sound workbook are read or refused; the first byte tells which part."""
    kind, rest = data[:1], data[1:]
    if kind == b"x":
        made = xlsx({"周报": rest})
    elif kind == b"b":
        made = zipped(xlsx_parts({"周报": _CELL}) | {"xl/workbook.xml": rest})
    elif kind == b"s":
        shared = row('<c r="A1" t="s" s="1"><v>0</v></c>')
        made = zipped(xlsx_parts({"周报": shared}) | {"xl/sharedStrings.xml": rest, "xl/styles.xml": rest})
    elif kind == b"o":
        made = zipped({"mimetype": _ODS, "content.xml": rest, "META-INF/manifest.xml": "<manifest/>"})
    elif kind == b"B":
        made = xlsb({"周报": rest})
    else:
        made = compound([("Workbook", rest)])
    refused: UnusableFile | None = None
    try:
        read_bytes(made)
    except UnusableFile as error:
        refused = error
    assert refused is None or refused.problems[0].message(Lang.ZH)


def read_bytes(data: bytes) -> None:
    """Read a workbook that lies in memory, as a file is read."""
    with NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(data)
        file.flush()
        read_workbook(file.name, SMALL)


TARGETS: Final[Mapping[str, Callable[[bytes], None]]] = {
    "cells": cells,
    "headers": headers,
    "wordings": wordings,
    "packages": packages,
    "parts": parts,
}
