"""What a payout rests on beside the monthly figures and the plan: roster, scorecard and split credit.

Each is a sheet of its own name in the tracking workbook, the plan, or a further workbook. One that stands in two
of them is an error: nobody can tell which counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.payout.choices import Terms
from salescli.payout.credit_rows import CREDITS, CreditRow
from salescli.payout.credits import Deal, share_out
from salescli.payout.people import Entry, entries_of
from salescli.payout.plan import Plan
from salescli.payout.roster import NO_ROSTER, Roster, placed
from salescli.payout.scorecard import Scorecard, Use, scorecard_of
from salescli.payout.scorecard_rows import SCORECARD
from salescli.split.tables.roster import ROSTER
from salescli.table.codes import scorecard as score_codes
from salescli.table.codes.payout import period as codes
from salescli.table.outcome import InputFile
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.track.tables import MonthlyRow


@dataclass(frozen=True, slots=True)
class Ground:
    """The rows of the side tables; empty for those that are nowhere."""

    roster: Roster = NO_ROSTER
    credits: tuple[CreditRow, ...] = ()
    scorecard: Scorecard | None = None

    def stand(
        self, rows: Sequence[MonthlyRow], plan: Plan, terms: Terms
    ) -> tuple[tuple[Entry, ...], tuple[Deal, ...], tuple[Problem, ...]]:
        """The monthly rows as entries, shared deals moved and positions known, and what is to be said of them."""
        entries, found = entries_of(rows, terms.base)
        entries, deals, said = share_out(self.credits, entries, terms.base, terms.release)
        entries, more = placed(entries, self.roster, needed=plan.by_position)
        return entries, deals, (*found, *said, *more)


def opened(intake: Intake, paths: Sequence[Path]) -> list[SourceWorkbook]:
    """The workbooks of `paths` that were not opened as inputs before, noted as inputs; raises UnusableFile."""
    sources = []
    for path in paths:
        source = SourceWorkbook(path, replace(intake.options.reading(), sheet=None))
        if path.resolve() not in {known.resolve() for known in intake.paths}:
            intake.inputs.append(InputFile(source.file, source.raw.sha256))
            intake.paths.append(path)
        sources.append(source)
    return sources


def ground_in(intake: Intake, sources: Sequence[SourceWorkbook], use: Use) -> Ground:
    """The side tables of `sources`; what is wrong with them goes to the intake."""
    roster = Roster(_rows(intake, sources, ROSTER) or ())
    shared = _rows(intake, sources, CREDITS) or ()
    scores = _rows(intake, sources, SCORECARD)
    card = None
    if scores is not None:
        card, said = scorecard_of(scores, intake.options.config.scorecard, use)
        intake.add(*said)
        if use == "off":
            intake.add(problem(codes.SCORECARD_UNUSED))
    elif use != "off":
        intake.add(problem(score_codes.SCORE_NO_TABLE))
    return Ground(roster, shared, card)


def _rows(intake: Intake, sources: Sequence[SourceWorkbook], table: Table[RowT]) -> tuple[RowT, ...] | None:
    """The rows of the one sheet that bears the table's name; None when there is none.

    None of them may be left out for its errors: a share or a score that is missing changes what others get.
    """
    found = {
        source.path.resolve(): (source, item) for source in sources for item in source.candidates(table) if item.named
    }
    if not found:
        return None
    (source, item), *more = found.values()
    if more:
        place = Place(more[0][0].file, more[0][1].sheet.name)
        intake.add(problem(codes.SIDE_TABLE_TWICE, place, table=table.title, other=source.file))
        return None
    records = source.read_found(item)
    intake.add(*records.problems)
    return records.rows
