"""Where the targets and actuals of a period stand in the workbook, as formulas of 进度预警.

Covered months stand on 月度跟踪, those still to come on 跟踪目标. SUMIFS is quick but knows wildcards, no case, and
takes a text of digits for a number; a person whose name or 工号 it could mistake is found with EXACT.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from salescli.measure.period import Month
from salescli.track.kept_sheet import TARGETS
from salescli.track.monthly_sheet import BLOCK
from salescli.track.pace import PeriodPace
from salescli.track.result import TrackResult
from salescli.track.who import Who

LIVE: Final = 3_000_000
"""As many comparisons as the people's lines of a period may ask of a spreadsheet; beyond it they are values."""

_WORD: Final = re.compile(r"[^\W\d_][\w\-.·() ]*")
_LOGICAL: Final = frozenset({"true", "false"})
SUMMED: Final = ("target", "actual")


@dataclass(frozen=True)
class PaceSums:
    """The formulas of one result."""

    result: TrackResult

    def team(self, item: PeriodPace) -> Mapping[str, str]:
        """The sums of all rows of a period, by the column they are of."""
        return {key: self._sum(key, item.months, {}) for key in self._known(item.team.figures.told)}

    def live(self, item: PeriodPace) -> bool:
        """Whether the lines of a period's people are formulas."""
        return len(item.people) * (len(self.result.rows) + len(self.result.goals.sales)) <= LIVE

    def person(self, item: PeriodPace, who: Who, *, told: bool) -> Mapping[str, str]:
        """The sums of a person's rows; the line has the cells `person`, `region` and perhaps `employee_id`."""
        keys = ("employee_id",) if who.employee_id else ("person", "region")
        named = {key: f"{{{key}}}" for key in keys}
        if not who.employee_id and self._numbered(BLOCK):
            named["employee_id"] = ""
        return {key: self._sum(key, item.months, named, plain=self._is_plain(who)) for key in self._known(told)}

    def _known(self, told: bool) -> Sequence[str]:
        return SUMMED if told else SUMMED[:1]

    def _sum(self, key: str, months: Sequence[Month], named: Mapping[str, str], *, plain: bool = True) -> str:
        covered = set(self.result.months)
        parts = [(BLOCK, run) for run in _runs(month for month in months if month in covered)]
        if key == "target":
            parts += [(TARGETS, run) for run in _runs(month for month in months if month not in covered)]
        write = _sumifs if plain else _sumproduct
        return "+".join(write(block, key, run, self._columns(block, named)) for block, run in parts)

    def _columns(self, block: str, named: Mapping[str, str]) -> Mapping[str, str]:
        return {key: cell for key, cell in named.items() if key != "employee_id" or self._numbered(block)}

    def _numbered(self, block: str) -> bool:
        return self._has_numbers[block]

    @cached_property
    def _has_numbers(self) -> Mapping[str, bool]:
        return {
            BLOCK: any(row.employee_id is not None for row in self.result.rows),
            TARGETS: any(target.person.employee_id is not None for target in self.result.goals.sales),
        }

    def _is_plain(self, who: Who) -> bool:
        texts = (who.employee_id,) if who.employee_id else (who.name, who.region)
        return all(_WORD.fullmatch(text) and self._spellings[text.casefold()] < 2 for text in texts if text)

    @cached_property
    def _spellings(self) -> Counter[str]:
        """How many different texts each would be if case did not matter; a word of logic is never plain."""
        texts = {text for row in self.result.rows for text in (row.employee_id, row.person, row.region) if text}
        people = (target.person for target in self.result.goals.sales)
        texts |= {text for person in people for text in (person.employee_id, person.name) if text}
        texts |= {target.slot.region for target in self.result.goals.sales}
        return Counter([*(text.casefold() for text in texts), *_LOGICAL, *_LOGICAL])


def _runs(months: Iterable[Month]) -> list[tuple[Month, Month]]:
    """Months in a row by their first and last."""
    runs: list[tuple[Month, Month]] = []
    for month in sorted(months):
        if runs and runs[-1][1].next() == month:
            runs[-1] = (runs[-1][0], month)
        else:
            runs.append((month, month))
    return runs


def _sumifs(block: str, key: str, run: tuple[Month, Month], named: Mapping[str, str]) -> str:
    month, (first, last) = f"{{{block}:month}}", run
    criteria = [f'{month},">="&{_day(first)}', f'{month},"<="&{_day(last)}']
    criteria += [f"{{{block}:{column}}},{cell or _BLANK}" for column, cell in named.items()]
    return f"SUMIFS({{{block}:{key}}},{','.join(criteria)})"


_BLANK: Final = '"="'
_EMPTY: Final = '""'


def _sumproduct(block: str, key: str, run: tuple[Month, Month], named: Mapping[str, str]) -> str:
    month, (first, last) = f"{{{block}:month}}", run
    factors = [f"({month}>={_day(first)})", f"({month}<={_day(last)})"]
    factors += [f"EXACT({{{block}:{column}}},{cell or _EMPTY})" for column, cell in named.items()]
    return f"SUMPRODUCT({'*'.join([*factors, f'{{{block}:{key}}}'])})"


def _day(month: Month) -> str:
    return f"DATE({month.year},{month.number},1)"
