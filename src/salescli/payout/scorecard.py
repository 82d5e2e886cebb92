"""The scorecard: four scores weighted into one, its grade, and what that does to pay.

As a multiplier the grade's factor scales a month's own commission and bonuses; as a gate a score below the line
takes them away. Team awards, prizes and rewards for events are others' doing and stay as they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Final, Literal

from salescli.measure.money import to_fen
from salescli.measure.period import Month
from salescli.measure.rounding import plain
from salescli.payout.people import Entry, Person, is_person
from salescli.payout.scorecard_rows import SCORECARD, ScoreRow
from salescli.payout.steps import Earned, Step, Tale, Time
from salescli.table.codes import cells as cell_codes
from salescli.table.codes import scorecard as codes
from salescli.table.config import ScorecardKeys
from salescli.table.problem import Place, Problem, problem
from salescli.table.stated import compare
from salescli.words import incentive as words

ITEMS: Final = ("results", "process", "ability", "teamwork")
SCALED: Final = ("commission", "bonus")
"""The components that a scorecard scales."""
Use = Literal["off", "multiplier", "gate"]


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade from `low` on (a score from 0 to 100), and the factor it stands for."""

    name: str
    low: Decimal
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Score:
    """One row of the scorecard; `total` is None where an item that counts is blank."""

    employee_id: str | None
    name: str
    region: str | None
    month: Month | None
    items: Mapping[str, Decimal | None]
    total: Fraction | None
    grade: Grade | None
    place: Place


@dataclass(frozen=True)
class Scorecard:
    """The scores of everybody, and what they do to pay."""

    use: Use
    weights: Mapping[str, Decimal]
    grades: tuple[Grade, ...]
    gate: Decimal
    scores: tuple[Score, ...] = ()

    def of(self, person: Person, time: Time) -> Score | None:
        """The score of `person` for `time`: its own month's, else the one without a month."""
        near = (*self._by_id.get(person.employee_id or "", ()), *self._by_name.get(person.name, ()))
        mine = [one for one in near if is_person(person, one.employee_id, one.name, one.region)]
        return next((one for one in mine if one.month is not None and one.month == time), None) or next(
            (one for one in mine if one.month is None), None
        )

    @cached_property
    def _by_id(self) -> dict[str, list[Score]]:
        found: dict[str, list[Score]] = {}
        for one in self.scores:
            if one.employee_id:
                found.setdefault(one.employee_id, []).append(one)
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[Score]]:
        found: dict[str, list[Score]] = {}
        for one in self.scores:
            found.setdefault(one.name, []).append(one)
        return found

    def factor(self, score: Score) -> Fraction:
        """What the person's own commission and bonuses are multiplied by."""
        if score.total is None or score.grade is None or self.use == "off":
            return Fraction(1)
        if self.use == "gate":
            return Fraction(1) if score.total >= self.gate else Fraction(0)
        return Fraction(score.grade.factor)

    def terms(self) -> str:
        """What it does, as a fingerprint has it."""
        grades = ",".join(f"{grade.name}:{plain(grade.low)}:{plain(grade.factor)}" for grade in self.grades)
        weights = ",".join(f"{name}:{plain(weight)}" for name, weight in self.weights.items())
        return f"{self.use}|{weights}|{plain(self.gate)}|{grades}"

    def document(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "use": self.use,
            "scores": [
                {
                    "employee_id": one.employee_id,
                    "person": one.name,
                    "month": None if one.month is None else str(one.month),
                    **{name: None if value is None else plain(value) for name, value in one.items.items()},
                    "score": None if one.total is None else plain(one.total),
                    "grade": None if one.grade is None else one.grade.name,
                    "factor": plain(self.factor(one)),
                }
                for one in self.scores
            ],
        }


def scorecard_of(rows: Sequence[ScoreRow], keys: ScorecardKeys, use: Use) -> tuple[Scorecard, tuple[Problem, ...]]:
    """The scorecard in `rows`; blank items are errors where the score decides about pay."""
    weights = {name: Decimal(getattr(keys, name)) for name in ITEMS}
    grades = tuple(
        sorted((Grade(name, low, keys.factors[name]) for name, low in keys.grades.items()), key=lambda one: one.low)
    )
    found: list[Problem] = []
    scores = []
    for row in rows:
        items = {name: getattr(row, name) for name in ITEMS}
        blank = [name for name in ITEMS if items[name] is None and weights[name]]
        code = codes.SCORE_BLANK_UNUSED if use == "off" else codes.SCORE_BLANK
        found += [problem(code, row.at(name), person=row.person, item=SCORECARD.label(name)) for name in blank]
        total = None if blank else _weighted(items, weights)
        grade = None if total is None else next(one for one in reversed(grades) if one.low <= total)
        scores.append(Score(row.employee_id, row.person, row.region, row.month, items, total, grade, row.at("person")))
        found += _stated(row, total, grade)
    return Scorecard(use, weights, grades, keys.gate, tuple(scores)), tuple(found)


def _weighted(items: Mapping[str, Decimal | None], weights: Mapping[str, Decimal]) -> Fraction:
    return sum((Fraction(items[name] or 0) * Fraction(weights[name]) for name in ITEMS), Fraction(0)) / 100


def _stated(row: ScoreRow, total: Fraction | None, grade: Grade | None) -> Iterator[Problem]:
    if total is not None and (one := compare(row.score, total, row.at("score"), SCORECARD.label("score"), plain)):
        yield one
    if row.grade is not None and grade is not None and row.grade != grade.name:
        details = {"column": SCORECARD.label("grade"), "stated": row.grade, "computed": grade.name, "why": ""}
        yield problem(cell_codes.STATED_DIFFERS, row.at("grade"), **details)


@dataclass(frozen=True, slots=True)
class Scaled:
    """What a score takes from (or adds to) the `before` that is paid for a time, the `amount`; what is left is
    before × factor, half up to the fen."""

    card: Scorecard
    score: Score
    grade: Grade
    before: Decimal
    amount: Decimal
    month: Time

    @property
    def earned(self) -> Earned:
        """The difference."""
        return (("scorecard", self.amount),)

    def steps(self) -> tuple[Step, ...]:
        """The score with its grade, and the difference in figures."""
        card, score, before, amount = self.card, self.score, self.before, self.amount
        factor = card.factor(score)
        details = {
            "score": plain(score.total or 0, 2),
            "grade": self.grade.name,
            "factor": plain(factor),
            "gate": plain(card.gate),
        }
        told = words.GATE_STEP if card.use == "gate" else words.FACTOR_STEP
        figures = f"{before:,.2f} × {plain(factor)} - {before:,.2f} = {amount:,.2f}"
        if card.use == "gate" and factor == 1:
            told = words.GATE_PASSED
        return (Step("scorecard", told, details, figures, amount, self.month),)


def scaled(card: Scorecard, person: Person, time: Time, tales: Iterable[Tale]) -> Scaled | None:
    """What the score does to what `tales` pay for `time`; None where it changes nothing."""
    score, before = card.of(person, time), _scaled(time, tales)
    if card.use == "off" or score is None or score.total is None or score.grade is None or not before:
        return None
    amount = to_fen(Fraction(before) * card.factor(score)) - before
    return Scaled(card, score, score.grade, before, amount, time)


def lacks_score(card: Scorecard, person: Person, time: Time, tales: Iterable[Tale]) -> bool:
    """Whether pay depends on a score that is not there."""
    return card.use != "off" and card.of(person, time) is None and bool(_scaled(time, tales))


def _scaled(time: Time, tales: Iterable[Tale]) -> Decimal:
    return sum(
        (paid for tale in tales if tale.month == time for name, paid in tale.earned if name in SCALED),
        Decimal("0.00"),
    )


def strangers(card: Scorecard, entries: Sequence[Entry]) -> Iterator[Problem]:
    """Scores that belong to nobody in the figures, or to several; and two scores of one person."""
    people = {entry.person.key: entry.person for entry in entries}.values()
    by_id, by_name = _near(people)
    months = {entry.month for entry in entries}
    seen: dict[tuple[str, Month | None], Score] = {}
    for score in card.scores:
        if score.month is not None and None not in months and score.month not in months:
            continue
        near = (*by_id.get(score.employee_id or "", ()), *by_name.get(score.name, ()))
        fitting = {one.key: one for one in near if is_person(one, score.employee_id, score.name, score.region)}
        mine = list(fitting.values())
        if len(mine) > 1:
            yield problem(codes.SCORE_SEVERAL, score.place, person=score.name)
        elif not mine:
            yield problem(codes.SCORE_NOBODY, score.place, person=score.name)
        elif (first := seen.setdefault((mine[0].key, score.month), score)) is not score:
            yield problem(codes.SCORE_TWICE, score.place, person=score.name, other=first.place.cell)


def _near(people: Iterable[Person]) -> tuple[dict[str, list[Person]], dict[str, list[Person]]]:
    """The people by 工号 and by name."""
    by_id: dict[str, list[Person]] = {}
    by_name: dict[str, list[Person]] = {}
    for person in people:
        if person.employee_id:
            by_id.setdefault(person.employee_id, []).append(person)
        by_name.setdefault(person.name, []).append(person)
    return by_id, by_name
