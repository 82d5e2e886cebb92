"""The 5-Why sheet: one row per missed item, filled as far as the data goes.

Why sales missed is asked of the rows themselves: which region is furthest short of its target, in it which product
line, in that which person. What people wrote stands as they wrote it, and before what is computed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from salescli.analyze.benchmarks import CONVERSION, Mark, Standing
from salescli.analyze.drill import Breakdown
from salescli.analyze.funnel import Stage
from salescli.analyze.gaps import Gap
from salescli.analyze.metrics import Metric
from salescli.analyze.quadrants import Judged
from salescli.analyze.scope import TEAM, Cut, Scope
from salescli.measure.achievement import Status
from salescli.measure.metric import figure
from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.measure.rounding import plain
from salescli.track.tables import MonthlyRow
from salescli.words import drivers as driver_words
from salescli.words import problems as problem_words
from salescli.words.language import Lang

WHYS: Final = 5


@dataclass(frozen=True, slots=True)
class Whys:
    """One missed item. The first `whys` may be known; computed ones begin with the mark of the tool."""

    item: str
    finding: str
    whys: tuple[str, ...] = ()
    root_cause: str | None = None
    remedy: str | None = None

    def document(self) -> dict[str, Any]:
        """The row as ``--json`` shows it."""
        return {
            "item": self.item,
            "finding": self.finding,
            "whys": list(self.whys),
            "root_cause": self.root_cause,
            "remedy": self.remedy,
        }


@dataclass(frozen=True, slots=True)
class Missed:
    """What the rows come from."""

    problems: Sequence[Judged]
    stated: Sequence[Metric]
    breakdowns: Sequence[Breakdown]
    gaps: Sequence[Gap]
    funnel: Sequence[Stage]
    marks: Sequence[Mark]
    rows: Sequence[MonthlyRow]
    person: Callable[[MonthlyRow], str]


def whys(missed: Missed, lang: Lang) -> tuple[Whys, ...]:
    """A row for every problem scored, metric behind, part behind, state short of its target, and weak stage."""
    return tuple(_Asking(missed, lang).rows())


class _Asking:
    def __init__(self, missed: Missed, lang: Lang) -> None:
        self.missed, self.lang = missed, lang
        self.names: dict[Cut, Callable[[MonthlyRow], str]] = {
            Cut.REGION: lambda row: row.region,
            Cut.PRODUCT: lambda row: row.product or "",
            Cut.PERSON: missed.person,
        }
        self.own: dict[Scope, list[MonthlyRow]] = {TEAM: list(missed.rows)}
        for row in missed.rows:
            for cut, name in self.names.items():
                self.own.setdefault(Scope(cut, name(row)), []).append(row)

    def rows(self) -> Iterator[Whys]:
        for judged in self.missed.problems:
            row = judged.row
            given = tuple(why for why in (row.why1, row.why2, row.why3, row.why4, row.why5) if why)
            yield Whys(row.problem, judged.quadrant.word.say(self.lang), given, row.root_cause, row.remedy)
        for metric in self.missed.stated:
            if metric.status is Status.BEHIND:
                given = (metric.factors,) if metric.factors else ()
                yield Whys(metric.name, self._finding(metric), given)
        yield from self._parts()
        for gap in self.missed.gaps:
            if gap.gap > 0:
                yield Whys(gap.name, self._gap(gap), (gap.issue,) if gap.issue else ())
        yield from self._stages()

    def _parts(self) -> Iterator[Whys]:
        found = [item for item in self.missed.breakdowns if item.team.target is not None]
        metrics = [item.team for item in found[:1]] + [part.metric for item in found for part in item.parts]
        for metric in metrics:
            if metric.status is Status.BEHIND:
                name = f"{metric.scope.label(self.lang)} · {metric.name}"
                answers = [*self._shortfalls(metric.scope), *self._process(metric.scope)][:WHYS]
                yield Whys(name, self._finding(metric), tuple(answers))

    def _shortfalls(self, scope: Scope) -> Iterator[str]:
        """Where most is missing: of the region, in it of the product line, in that of the person.

        A level of a single part adds nothing, unless it says who.
        """
        rows = self.own.get(scope, [])
        for cut in (Cut.REGION, Cut.PRODUCT, Cut.PERSON):
            parts = _shortfall(rows, self.names[cut])
            if cut is scope.cut or (cut is Cut.PRODUCT and set(parts) == {""}):
                continue
            if len(parts) == 1 and cut is not Cut.PERSON:  # the same rows under another name
                continue
            worst = max(parts, key=lambda part: parts[part], default="")
            if parts.get(worst, Decimal(0)) <= 0:
                return
            name, missing = Scope(cut, worst).label(self.lang), grouped(parts[worst])
            yield driver_words.AUTO.say(self.lang) + problem_words.WHY_SHORT.say(
                self.lang, cut=cut.word, name=name, missing=missing
            )
            rows = [row for row in rows if self.names[cut](row) == worst]
        if notes := dict.fromkeys(row.note for row in rows if row.note):
            yield problem_words.WHY_NOTE.say(self.lang, note=tuple(notes))

    def _process(self, scope: Scope) -> Iterator[str]:
        """Which steps of the work a person is behind the team in."""
        if scope.cut is not Cut.PERSON:
            return
        own = [mark for mark in self.missed.marks if mark.person == scope.name and mark.standing is Standing.HELP]
        for mark in sorted(own, key=lambda mark: mark.lead):
            shown = percent if mark.step == CONVERSION else plain
            said = problem_words.WHY_PROCESS.say(
                self.lang, step=mark.word, value=shown(mark.value), median=shown(mark.median)
            )
            yield driver_words.AUTO.say(self.lang) + said

    def _stages(self) -> Iterator[Whys]:
        for stage in self.missed.funnel:
            said = []
            if stage.weakest:
                should = "" if stage.should_be is None else percent(stage.should_be)
                word = problem_words.FOUND_WEAKEST if should else problem_words.FOUND_LOWEST
                said.append(word.say(self.lang, rate=percent(stage.rate), should=should))
            if stage.overdue_days is not None:
                said.append(problem_words.FOUND_OVERDUE.say(self.lang, days=plain(stage.overdue_days)))
            if said:
                item = problem_words.FUNNEL_ITEM.say(self.lang, stage=stage.name)
                yield Whys(item, problem_words.AND.say(self.lang).join(said))

    def _finding(self, metric: Metric) -> str:
        target, actual = (
            figure(value, metric.measure, metric.unit, self.lang) for value in (metric.target, metric.actual)
        )
        return problem_words.FOUND_BEHIND.say(
            self.lang, actual=actual, target=target, achievement=percent(metric.achievement)
        )

    def _gap(self, gap: Gap) -> str:
        current, target = (figure(value, gap.measure, gap.unit, self.lang) for value in (gap.current, gap.target))
        if gap.rate is None:
            return problem_words.FOUND_SHORT.say(self.lang, current=current, target=target)
        return problem_words.FOUND_GAP.say(self.lang, current=current, target=target, rate=percent(gap.rate))


def _shortfall(rows: Iterable[MonthlyRow], name: Callable[[MonthlyRow], str]) -> dict[str, Decimal]:
    """Target − actual of each part, in yuan."""
    parts: dict[str, Decimal] = {}
    for row in rows:
        parts[name(row)] = parts.get(name(row), Decimal(0)) + row.target - row.actual
    return parts
