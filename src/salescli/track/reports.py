"""The weekly rows of all report files, with an account of what was read from each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from salescli.excel.intake import Intake
from salescli.excel.parts import Part
from salescli.excel.records import InvalidRow
from salescli.table.codes import headers as header_codes
from salescli.table.codes import track as codes
from salescli.table.errors import UnusableFile
from salescli.table.problem import Place, problem
from salescli.track.kept import KEPT_REPORTS
from salescli.track.report import NOTHING_KNOWN, Known
from salescli.track.side_files import gather
from salescli.track.tables import WEEKLY, WeeklyRow
from salescli.track.unread import Unread
from salescli.words.track import SOURCE_FILE


@dataclass(slots=True)
class Stack:
    """All reports: the rows to merge, and those that could not be read, in the order of their files and lines.

    `known` is what a tracking workbook makes of rows already, `copied` the files whose content was read before.
    """

    rows: list[WeeklyRow] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    known: Known = NOTHING_KNOWN
    copied: frozenset[str] = frozenset()

    @property
    def read(self) -> int:
        """How many data rows there are."""
        return len(self.rows) + len(self.unread)


def read_reports(intake: Intake, parts: Sequence[Part]) -> Stack:
    """The weekly table of each file, whatever its sheet is called; raises UnusableFile (see :func:`gather`)."""
    if ours := [problem(codes.REPORT_IS_TRACKING, Place(part.file)) for part in parts if _is_ours(part)]:
        raise UnusableFile(ours)
    found = gather(intake, parts, WEEKLY)
    rows, unread = list(found.rows), found.invalid
    copied = {_file(row) for row, _ in found.copies}
    if copied:
        at = {part.file: index for index, part in enumerate(parts)}
        again = [row for row, _ in found.copies]
        rows += [row for row in again if not isinstance(row, InvalidRow)]
        unread += [row for row in again if isinstance(row, InvalidRow)]
        rows.sort(key=lambda row: at[_file(row)])
        unread.sort(key=lambda row: at[_file(row)])
    stack = Stack(rows, list(map(Unread.of, unread)), copied=frozenset(copied))
    if stack.read != found.read:
        raise AssertionError(f"rows disappeared: {found.read} were read, {stack.read} are left")
    return stack


def _file(row: WeeklyRow | InvalidRow) -> str:
    place = row.place if isinstance(row, InvalidRow) else row.at()
    return place.file or ""


def _is_ours(part: Part) -> bool:
    """Whether a report is a tracking workbook: a sheet of the name its rows have there, which tells of their files."""
    records = None if part.refused else part.of(WEEKLY).records
    said = () if records is None else records.problems
    telling = (item for item in said if item.place.sheet in KEPT_REPORTS.sheet_names)
    return any(item.code is header_codes.UNKNOWN_COLUMN and item.details["found"] in SOURCE_FILE for item in telling)
