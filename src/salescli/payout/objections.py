"""异议登记: returned statements merged into one log, with those unanswered and those whose figures were changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from salescli.excel.intake import DEFAULT_RUN, Intake, RunOptions
from salescli.excel.read import FlawKind, RawSheet
from salescli.excel.source import Found, SourceWorkbook
from salescli.measure.money import money_text
from salescli.payout.fingerprint import numbers_fingerprint
from salescli.payout.statement_tables import RECEIPTS, RESPONSES, ReceiptRow, ResponseRow
from salescli.payout.statements import RESPONSE_ROWS, identity_of
from salescli.payout.tables import PAYOUTS, PayoutRow
from salescli.records import dataclass
from salescli.table.codes import statements as codes
from salescli.table.codes.files import ENCRYPTED
from salescli.table.dates import DateKind
from salescli.table.errors import CannotRun, UnusableFile
from salescli.table.kind import CellContext, normal
from salescli.table.outcome import InputFile, Outcome
from salescli.table.problem import Place, Problem, Severity, problem


class Answer(StrEnum):
    """What somebody said to their statement."""

    CONFIRMED = "confirmed"
    OBJECTED = "objected"
    UNCLEAR = "unclear"
    NONE = "unanswered"
    MISSING = "not_returned"
    """Their statement never came back, by the payout workbook it was issued with."""


_YES: Final = frozenset(
    map(
        normal,
        (
            "确认",
            "確認",
            "同意",
            "无异议",
            "無異議",
            "没有异议",
            "是",
            "对",
            "好",
            "√",
            "ok",
            "yes",
            "confirm",
            "confirmed",
            "agree",
            "agreed",
            "no objection",
        ),
    )
)
_NO: Final = frozenset(
    map(
        normal,
        (
            "异议",
            "異議",
            "有异议",
            "有異議",
            "不同意",
            "不确认",
            "否",
            "不对",
            "×",
            "x",
            "no",
            "objection",
            "object",
            "objected",
            "disagree",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Returned:
    """One returned statement; `altered` tells that its figures are not those it was issued with, None that a program
    saved it without the results of its formulas, so that nobody can tell. `counted` is False for all but one of
    several from the same person."""

    receipt: ReceiptRow
    answer: Answer
    said: str
    text: str
    day: date | None
    altered: bool | None
    file: str
    counted: bool = True

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "period": self.receipt.period,
            "employee_id": self.receipt.employee_id,
            "person": self.receipt.person,
            "region": self.receipt.region,
            "total": money_text(self.receipt.total),
            "answer": self.answer.value,
            "text": self.text,
            "day": None if self.day is None else self.day.isoformat(),
            "altered": self.altered,
            "file": self.file,
            "counted": self.counted,
        }


@dataclass(frozen=True)
class ObjectionLog:
    """All statements of a folder, objections first."""

    returned: tuple[Returned, ...]

    def count(self, answer: Answer) -> int:
        """How many people answered that."""
        return sum(one.counted and one.answer is answer for one in self.returned)

    def document(self) -> dict[str, Any]:
        """The ``result`` of the JSON document."""
        return {
            "objections": [one.document() for one in self.returned],
            "counts": {answer.value: self.count(answer) for answer in Answer},
            "altered": sum(one.altered is True for one in self.returned),
        }


def objections(
    folder: Path,
    output: Path | None = None,
    *,
    password: str | None = None,
    issued: Sequence[Path] = (),
    run: RunOptions = DEFAULT_RUN,
) -> Outcome[ObjectionLog]:
    """Merge the statements in `folder` and write the log to `output`.

    `issued` are the payout workbooks that the statements were written with: whoever is paid there and returned
    nothing is listed too. Statements behind a password need `password`. Raises CannotRun for a folder that is none or
    holds no statement; a file in it that is no statement is left out and said.
    """
    from salescli.payout.objection_book import objection_book

    if not folder.is_dir():
        raise CannotRun.of(codes.NOT_A_FOLDER, path=folder)
    intake = Intake(run)
    found = []
    for path in sorted(folder.glob("*.xls*")):
        same = output is not None and path.resolve() == output.resolve()
        if not path.name.startswith(("~$", ".")) and not same:
            found += _returned(path, intake, password)
    if not found:
        locked = any(item.code is codes.LOCKED for item in intake.problems)
        raise CannotRun.of(codes.ALL_LOCKED if locked else codes.NO_STATEMENTS, path=folder)
    _say(found, intake)
    found = [*_counted_once(found), *_missing(found, issued, intake)]
    order = (Answer.OBJECTED, Answer.UNCLEAR, Answer.NONE, Answer.MISSING, Answer.CONFIRMED)
    log = ObjectionLog(tuple(sorted(found, key=lambda one: order.index(one.answer))))
    return intake.finish("payout", log, objection_book, output)


def read_answer(said: str, text: str) -> Answer:
    """What `said` (the 确认/异议 cell) and `text` (the objection) mean; an objection without a word is one."""
    word = normal(said).strip("。.!！")
    if word in _YES:
        return Answer.CONFIRMED
    if word in _NO:
        return Answer.OBJECTED
    if word:
        return Answer.UNCLEAR
    return Answer.OBJECTED if text else Answer.NONE


def _returned(path: Path, intake: Intake, password: str | None) -> list[Returned]:
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


def _say(found: Sequence[Returned], intake: Intake) -> None:
    for one in found:
        place = Place(one.file)
        if one.altered is None:
            intake.add(problem(codes.UNSAVED, place, person=one.receipt.person))
        if one.altered:
            intake.add(problem(codes.ALTERED, place, person=one.receipt.person))
        if one.answer is Answer.UNCLEAR:
            intake.add(problem(codes.UNCLEAR, place, person=one.receipt.person, found=one.said))
    periods = Counter(one.receipt.period for one in found if one.receipt.period)
    if len(periods) > 1:
        told = tuple(f"{period} × {count}" for period, count in sorted(periods.items()))
        intake.add(problem(codes.SEVERAL_PERIODS, periods=told))
    whose = Counter(_key(one.receipt) for one in found)
    for key, count in whose.items():
        if count > 1:
            several = [one for one in found if _key(one.receipt) == key]
            first = several[0].receipt
            files = tuple(Path(one.file).name for one in several)
            period = first.period or "—"
            intake.add(problem(codes.TWICE, person=first.person, period=period, files=files))


def _counted_once(found: Sequence[Returned]) -> Iterator[Returned]:
    """The statements with one that counts for each person: an objection, else an unclear answer, else a yes."""
    order = (Answer.OBJECTED, Answer.UNCLEAR, Answer.CONFIRMED, Answer.NONE)
    best: dict[tuple[str | None, ...], Returned] = {}
    for one in sorted(found, key=lambda one: order.index(one.answer)):
        best.setdefault(_key(one.receipt), one)
    return (replace(one, counted=best[_key(one.receipt)] is one) for one in found)


def _missing(found: Sequence[Returned], issued: Sequence[Path], intake: Intake) -> Iterator[Returned]:
    """Those who are paid in the workbooks of `issued` and whose statement is not among `found`."""
    back = {_who(one.receipt.period, one.receipt) for one in found}
    for path in issued:
        source = SourceWorkbook(path, replace(intake.options.reading(), sheet=None))
        payouts = source.read(PAYOUTS)
        if payouts is None:
            raise UnusableFile.of(codes.NOT_SETTLED, Place(str(path)))
        intake.inputs.append(InputFile(str(path), source.raw.sha256))
        intake.paths.append(path)
        for row in payouts.rows:
            if _who(row.period, row) not in back:
                figures = {"period": row.period, "employee_id": row.employee_id, "person": row.person}
                receipt = ReceiptRow(**figures, region=row.region, total=row.total, fingerprint="—")
                yield Returned(receipt, Answer.MISSING, "", "", None, None, "")


def _who(period: str | None, row: ReceiptRow | PayoutRow) -> tuple[str | None, ...]:
    """A person and a period, by 工号 where there is one."""
    return (period, row.employee_id) if row.employee_id else (period, row.person, row.region)


def _key(receipt: ReceiptRow) -> tuple[str | None, ...]:
    return (receipt.period, receipt.employee_id, receipt.person, receipt.region)
