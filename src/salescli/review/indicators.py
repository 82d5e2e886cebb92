"""Key indicators as people write them in a retrospective, read as figures.

``转化率从8%提升至9%(未达12%目标)`` gives before, after and target; ``新客数量增加20个(目标150个)`` gives a change and a
target. What is no such sentence is left to its reader.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from salescli.measure.achievement import Direction, Status, Thresholds, achievement, classify
from salescli.measure.change import change
from salescli.measure.metric import Measure, direction_of, figure, figure_text, measure_of
from salescli.measure.ratio import ratio_text
from salescli.table.codes import review as codes
from salescli.table.late import Late
from salescli.table.numeral import parse_numeral
from salescli.table.problem import Place, Problem, problem
from salescli.words.language import Lang

_UNIT = r"%|‰|个百分点|[^\d\s,;()从至到提升下降增减缩短涨跌变的目标]{1,4}?"
_NUMBER = rf"[-+]?[¥]?[\d,]+(?:\.\d+)?(?:[十百千]?[万亿])?(?:{_UNIT})??"
_UP = r"提升|上升|增长|提高|增加|增|涨|升"
_DOWN = r"下降|降低|减少|缩短|回落|减|跌|降"
_ADVERB = r"(?:大幅|小幅|明显|显著|逐步|逐渐|持续)?"
_NOTE = r"(?:\((?P<note>[^()]*)\))?"
_FROM_TO: Final = (
    Late(
        rf"(?P<name>.+?)(?:由|从)(?P<before>{_NUMBER}){_ADVERB}(?:(?P<up>{_UP})|(?P<down>{_DOWN})|变)?(?:至|到|为)"
        rf"(?P<after>{_NUMBER}){_NOTE}"
    ),
    Late(
        rf"(?P<name>.+?) (?:(?P<up>rose|grew|went up|up)|(?P<down>fell|dropped|went down|down)|went|moved) "
        rf"from (?P<before>{_NUMBER}) to (?P<after>{_NUMBER}) ?{_NOTE}",
        re.IGNORECASE,
    ),
)
_BY: Final = (
    Late(rf"(?P<name>.+?)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?P<by>{_NUMBER}){_NOTE}"),
    Late(
        rf"(?P<name>.+?) (?:(?P<up>rose|grew|up)|(?P<down>fell|dropped|down)) by (?P<by>{_NUMBER}) ?{_NOTE}",
        re.IGNORECASE,
    ),
)
_TARGET: Final = (
    Late(rf"(?P<missed>未达到?|未完成|低于)?(?:已?达成?到?|完成|超过|超出)?(?P<target>{_NUMBER})的?目标"),
    Late(rf"目标值?(?:为|是)?:?(?P<target>{_NUMBER})(?:,(?P<missed>未达.*|未完成)?.*)?"),
    Late(rf"(?P<missed>missed )?(?:the )?target:? ?(?P<target>{_NUMBER})", re.IGNORECASE),
)
LONGEST: Final = 160
"""A sentence beyond this is prose, not an indicator."""

_TARGET_APART: Final = Late(r"(?<=[^\s,;。(])\s+(?=目标)")
_PARTS: Final = Late(r"[;。\n]|(?<!\d),(?!\d)")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of one period, in base units. `change` is signed; `missed` tells that the text says so."""

    period: str
    name: str
    measure: Measure
    unit: str | None
    before: Decimal | None
    after: Decimal | None
    change: Decimal
    target: Decimal | None
    text: str
    said_up: bool | None = None
    missed: bool = False

    @property
    def direction(self) -> Direction:
        """Which way it is good, by its name."""
        return direction_of(self.name)

    @property
    def rate(self) -> Fraction | None:
        """The relative change; None without a before."""
        return change(self.after, self.before)

    @property
    def achievement(self) -> Fraction | None:
        """After against target; None where the text gives only by how much it changed."""
        return achievement(self.after, self.target, self.direction)

    def status(self, thresholds: Thresholds) -> Status:
        """The status of that achievement."""
        return classify(self.achievement, thresholds)

    def show(self, value: Decimal | None, lang: Lang) -> str:
        """One of its figures as a person would write it."""
        return figure(value, self.measure, self.unit, lang)

    def document(self, thresholds: Thresholds) -> dict[str, Any]:
        """The indicator as ``--json`` shows it."""
        figures = {key: getattr(self, key) for key in ("before", "after", "change", "target")}
        return {
            "period": self.period,
            "metric": self.name,
            "measure": str(self.measure),
            "unit": self.unit,
            **{key: figure_text(value, self.measure) for key, value in figures.items()},
            "rate": ratio_text(self.rate),
            "achievement": ratio_text(self.achievement),
            "status": None if self.achievement is None else str(self.status(thresholds)),
            "text": self.text,
        }


def read_indicators(text: str, period: str) -> tuple[Indicator, ...]:
    """Every indicator that `text` states, in its order."""
    plain = _TARGET_APART.sub(",", unicodedata.normalize("NFKC", text))
    found: list[Indicator] = []
    before: Indicator | None = None
    for clause in clauses(plain):
        target = None if before is None or before.target is not None else _target(clause.strip(), before)
        if before is not None and target is not None:
            found[-1] = replace(target, text=f"{before.text}，{clause.strip()}")
            before = None
            continue
        before = _indicator(clause.strip(), period)
        found += [] if before is None else [before]
    return tuple(found)


def _target(clause: str, of: Indicator) -> Indicator | None:
    """`of` with the target that the clause after it states: ``目标90分``; None where it is no such clause."""
    note = _noted(clause)
    figure = parse_numeral(note.get("target") or "")
    if figure is None or figure.percent is not (of.measure is Measure.RATIO):
        return None
    return replace(of, target=figure.value, missed=bool(note.get("missed")))


def clauses(text: str) -> Iterator[str]:
    """The parts between separators, brackets kept whole."""
    depth, start = 0, 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth <= 0 and _PARTS.match(text, at):
            yield text[start:at]
            start = at + 1
    yield text[start:]


def _indicator(text: str, period: str) -> Indicator | None:
    if len(text) > LONGEST:
        return None
    for pattern in (*_FROM_TO, *_BY):
        if (match := pattern.fullmatch(text)) is not None:
            return _read(match.groupdict(), text, period)
    return None


def _read(parts: dict[str, str | None], text: str, period: str) -> Indicator | None:
    note = _noted(parts.get("note"))
    figures = {key: parse_numeral(parts.get(key) or "") for key in ("before", "after", "by")}
    figures["target"] = parse_numeral(note.get("target") or "")
    known = [item for item in figures.values() if item is not None]
    if any(parts.get(key) and figures[key] is None for key in ("before", "after", "by")):
        return None
    name = (parts["name"] or "").strip()
    unit = next((item.unit for item in known if item.unit), None)
    ratio = any(item.percent for item in known)
    measure = Measure.RATIO if ratio else measure_of(name, unit)
    before, after, by, target = (item.value if (item := figures[key]) else None for key in _KEYS)
    down = bool(parts.get("down"))
    step = after - before if after is not None and before is not None else (-by if down else by) if by else Decimal(0)
    up = None if not (parts.get("up") or parts.get("down")) else not down
    return Indicator(period, name, measure, unit, before, after, step, target, text, up, bool(note.get("missed")))


_KEYS: Final = ("before", "after", "by", "target")


def _noted(note: str | None) -> dict[str, str | None]:
    for pattern in _TARGET:
        if note and (match := pattern.fullmatch(note.strip())) is not None:
            return match.groupdict()
    return {}


def indicator_problems(found: Indicator, place: Place) -> Iterator[Problem]:
    """A wording that its own figures belie: said to rise while they fall, said to miss a target they reach."""
    if found.before is None or found.after is None:
        return
    moved = found.after - found.before
    wrong_way = found.said_up is not None and moved != 0 and found.said_up != (moved > 0)
    reached = found.achievement is not None and found.achievement >= 1
    if wrong_way or (found.missed and reached):
        shown = {"before": found.show(found.before, Lang.ZH), "after": found.show(found.after, Lang.ZH)}
        yield problem(codes.INDICATOR_CONTRADICTS, place, found=found.text, **shown)
