"""异议登记: returned statements merged into one log, with those unanswered and those whose figures were changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from salescli.excel.intake import DEFAULT_RUN, Intake, RunOptions
from salescli.excel.source import SourceWorkbook
from salescli.payout.answers import Answer, ObjectionLog, Returned
from salescli.payout.returned import read_returned
from salescli.payout.statement_tables import ReceiptRow
from salescli.payout.tables import PAYOUTS, PayoutRow
from salescli.table.codes import statements as codes
from salescli.table.errors import CannotRun, UnusableFile
from salescli.table.outcome import InputFile, Outcome
from salescli.table.problem import Place, problem


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
            found += read_returned(path, intake, password)
    if not found:
        locked = any(item.code is codes.LOCKED for item in intake.problems)
        raise CannotRun.of(codes.ALL_LOCKED if locked else codes.NO_STATEMENTS, path=folder)
    _say(found, intake)
    found = [*_counted_once(found), *_missing(found, issued, intake)]
    order = (Answer.OBJECTED, Answer.UNCLEAR, Answer.NONE, Answer.MISSING, Answer.CONFIRMED)
    log = ObjectionLog(tuple(sorted(found, key=lambda one: order.index(one.answer))))
    return intake.finish("payout", log, objection_book, output)


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
