"""One returned statement as it was read: what was answered, and whether its figures are still those it had."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from salescli.excel.found import Found
from salescli.excel.intake import Intake, RunOptions
from salescli.excel.read import FlawKind, RawSheet
from salescli.excel.source import SourceWorkbook
from salescli.payout.answers import Answer, Returned, read_answer
from salescli.payout.fingerprint import numbers_fingerprint
from salescli.payout.statement_tables import RECEIPTS, RESPONSES, ReceiptRow, ResponseRow
from salescli.payout.statements import RESPONSE_ROWS, identity_of
from salescli.table.codes import statements as codes
from salescli.table.codes.files import ENCRYPTED
from salescli.table.dates import DateKind
from salescli.table.errors import UnusableFile
from salescli.table.kind import CellContext, normal
from salescli.table.outcome import InputFile
from salescli.table.problem import Place, Problem, Severity, problem


def read_returned(path: Path, intake: Intake, password: str | None) -> list[Returned]:
    """The statement in a file; none, and why, where it is no statement or cannot be opened."""
    try:
        source = _opened(path, intake.options, password)
        receipts = source.read(RECEIPTS)
        found = source.find(RESPONSES)
    except UnusableFile as error:
        if any(item.code is ENCRYPTED for item in error.problems):
            intake.add(problem(codes.LOCKED if password is None else codes.LOCKED_OTHERWISE, Place(str(path))))
            return []
        intake.add(problem(codes.NOT_A_STATEMENT, Place(str(path))), *_gentle(error))
        return []
    if receipts is None or found is None or len(receipts.rows) != 1:
        intake.add(problem(codes.NOT_A_STATEMENT, Place(str(path))))
        return []
    intake.inputs.append(InputFile(str(path), source.raw.sha256))
    intake.paths.append(path)
    intake.lang = intake.lang or source.lang
    receipt, rows = receipts.rows[0], _responses(found)
    numbers = _numbers(source.raw.sheets, found.sheet, found.match.row)
    identity = identity_of(receipt.period, receipt.employee_id, receipt.person, receipt.region, receipt.total)
    unsaved = any(flaw.kind is FlawKind.NO_CACHED_VALUE for sheet in source.raw.sheets for flaw in sheet.flaws.values())
    altered = None if unsaved else numbers_fingerprint(identity, numbers) != receipt.fingerprint
    return [_answered(receipt, rows, altered=altered, file=str(path))]


def _responses(found: Found[ResponseRow]) -> list[ResponseRow]:
    """What was written below the header, whatever it is: an unreadable day must not lose an objection."""
    rows = []
    for cells in found.sheet.rows[found.match.row + 1 : found.match.row + 1 + RESPONSE_ROWS]:
        said = {key: cells[at.index] for key, at in found.match.columns.items() if at.index < len(cells)}
        answer, text = (str(said.get(key, "")).strip() or None for key in ("answer", "text"))
        days = DateKind().read([said.get("day", "")], CellContext(lambda index, code, details: None))
        rows.append(ResponseRow(answer=answer, text=text, day=days[0] if isinstance(days[0], date) else None))
    return rows


def _answered(receipt: ReceiptRow, rows: Sequence[ResponseRow], *, altered: bool | None, file: str) -> Returned:
    said = next((row.answer for row in rows if row.answer), "")
    text = "\n".join(row.text for row in rows if row.text)
    day = next((row.day for row in rows if row.day), None)
    answers = [read_answer(row.answer or "", row.text or "") for row in rows]
    objected = Answer.OBJECTED in answers and Answer.CONFIRMED not in answers
    answer = Answer.OBJECTED if objected else read_answer(said, text)
    return Returned(receipt, answer, said, text, day, altered, file)


def _opened(path: Path, options: RunOptions, password: str | None) -> SourceWorkbook:
    """The workbook, decrypted beside the original's name where it has a password."""
    if password is None:
        return SourceWorkbook(path, options.reading())
    from salescli.excel.protect import unprotected

    opened = unprotected(path.read_bytes(), password)
    if opened is None:
        return SourceWorkbook(path, options.reading())  # which says that a password is in the way
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(opened)
        return SourceWorkbook(copy, options.reading())


def _numbers(sheets: Sequence[RawSheet], page: RawSheet, header: int) -> list[float]:
    """The figures of all visible sheets in reading order, without what was answered."""
    answered = range(header + 1, header + 1 + RESPONSE_ROWS)
    return [
        float(cell)
        for sheet in sheets
        if normal(sheet.name) not in {normal(name) for name in RECEIPTS.sheet_names}
        for at, row in enumerate(sheet.rows)
        if not (sheet is page and at in answered)
        for cell in row
        if isinstance(cell, int | float) and not isinstance(cell, bool)
    ]


def _gentle(error: UnusableFile) -> list[Problem]:
    """Why a file could not be read, as warnings: the other statements still count."""
    return [replace(item, code=replace(item.code, severity=Severity.WARNING)) for item in error.problems]
