"""What commission workbooks say was paid beside their own sheet: months paid before (此前已发), and corrections (补扣).

A quarter worked out with its months settled pays only what belongs to the quarter and records what the months came to.
So the months' workbooks add up with it, and where they are not given the recorded amounts stand for them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.payout.settled_tables import ADJUSTMENTS, AdjustmentRow
from salescli.review.once import alike_once, named_period
from salescli.review.spans import ReviewPeriod
from salescli.table.problem import Severity
from salescli.words import payout as words
from salescli.words.language import Lang

_NAMES: Final = {words.SUMMARY.say(lang) for lang in Lang}
_BEFORE: Final = [re.compile(words.PAID_BEFORE.say(lang, period="(.+)")) for lang in Lang]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a commission workbook says was paid for a period before, in yuan, corrections included."""

    file: str
    period: ReviewPeriod
    amount: Decimal


@dataclass(slots=True)
class PaidApart:
    """All of it, of all workbooks."""

    recorded: list[Recorded] = field(default_factory=list)
    corrections: list[AdjustmentRow] = field(default_factory=list)

    def read(self, intake: Intake, source: SourceWorkbook) -> None:
        """Add those of one commission workbook; the corrections are known by the name of their sheet."""
        self.recorded += _recorded(source)
        for found in source.candidates(ADJUSTMENTS):
            if found.named and found.match.fits:
                records = source.read_found(found)
                intake.add(*(item for item in records.problems if item.severity is Severity.ERROR))
                intake.invalid.extend(records.invalid)
                self.corrections += records.rows

    def corrected(self, files: Sequence[str]) -> tuple[AdjustmentRow, ...]:
        """The corrections that these workbooks pay; a line that stands in two of them is one."""
        own = [row for row in self.corrections if row.at().file in files and row.amount]
        return alike_once(own, lambda row: tuple(row.model_dump().items()))

    def before(self, files: Sequence[str]) -> dict[ReviewPeriod, Recorded]:
        """What these workbooks record of earlier pay, by period."""
        found: dict[ReviewPeriod, Recorded] = {}
        for item in self.recorded:
            if item.file in files:
                found.setdefault(item.period, item)
        return found


def _recorded(source: SourceWorkbook) -> Iterator[Recorded]:
    for sheet in source.sheets:
        for row in sheet.rows if sheet.name in _NAMES else ():
            named = next((match for text in row[:2] for one in _BEFORE if (match := one.fullmatch(str(text)))), None)
            period = None if named is None else named_period(named[1])
            amount = next((cell for cell in row if isinstance(cell, int | float) and not isinstance(cell, bool)), None)
            if period is not None and amount is not None:
                yield Recorded(source.file, period, Decimal(f"{amount:.15g}"))
