"""Everything a payout writes, placed as one: the workbook and the statements are all there, or none of them."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from salescli.excel.book import Book
from salescli.excel.intake import Intake
from salescli.excel.place import Write, place_all
from salescli.excel.protect import protected
from salescli.excel.watch import Watch
from salescli.excel.write import book_bytes
from salescli.payout.result import PayoutResult
from salescli.payout.statements import statement_book
from salescli.table.outcome import Outcome
from salescli.table.problem import Problem
from salescli.words import books as words
from salescli.words.language import Lang

Making = Callable[[PayoutResult, Sequence[Problem], Lang], Book]


def finish(
    intake: Intake, result: PayoutResult | None, book: Making, output: Path | None, password: str | None
) -> Outcome[PayoutResult]:
    """Write what was asked for unless errors forbid it, and report the run."""
    if result is None or not result.statements or intake.blocked:
        return intake.finish("payout", result, book, output)
    lang = intake.lang or Lang.ZH
    files: list[tuple[Path, Write]] = []
    if output is not None:
        files.append((output, partial(_write, partial(book, result, intake.problems, lang), None)))
    until = _until(result)
    files += [
        (one.path, partial(_write, partial(statement_book, one.person, result, lang, until), password))
        for one in result.statements
    ]
    watch, total = intake.options.watch, len(files)
    files = [(path, partial(_told, write, watch, at, total)) for at, (path, write) in enumerate(files, 1)]
    outputs = place_all(files, force=intake.options.force, inputs=intake.paths)
    return Outcome("payout", tuple(intake.inputs), tuple(intake.problems), result, outputs, False)


def _told(write: Write, watch: Watch, at: int, total: int, file: Path) -> None:
    write(file)
    watch(words.WRITING_FILES, at, total)


def _until(result: PayoutResult) -> date | None:
    """The last day for objections."""
    return result.notice.dates.objections if result.notice is not None and result.notice.dates is not None else None


def _write(make: Callable[[], Book], password: str | None, file: Path) -> None:
    data = book_bytes(make())
    file.write_bytes(data if password is None else protected(data, password))
