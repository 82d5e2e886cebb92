"""By what a target is shared among people: last year's actual, ability, potential, evenly, or a blend of them.

A blend is taken within the group that shares a target: each basis first becomes shares of the group, so that
yuan and coefficients can be added, and then counts by its factor.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from salescli.measure.ratio import exact
from salescli.measure.rounding import plain
from salescli.split.allocate import in_proportion
from salescli.split.shares import Cut
from salescli.split.tables.roster import ROSTER, RosterRow
from salescli.split.team import Assignment, Team
from salescli.table.codes.split.roster import LINES_EVEN
from salescli.table.codes.split.weights import BAD_WEIGHTS, EVEN_ASKED, EVEN_SPLIT, MEDIAN_TAKEN, WEIGHT_ABSENT
from salescli.table.errors import CannotRun
from salescli.table.numeral import parse_numeral
from salescli.table.problem import Problem, problem
from salescli.words.split import WHOLE_COMPANY


class Basis(StrEnum):
    """What people can be weighed by, as ``--weights`` names it."""

    HISTORY = "history"
    ABILITY = "ability"
    POTENTIAL = "potential"
    EVEN = "even"

    @property
    def field(self) -> str:
        """The roster's column."""
        return {"history": "last_year"}.get(self.value, self.value)

    def of(self, row: RosterRow) -> Fraction | None:
        """What a roster row gives for it."""
        if self is Basis.EVEN:
            return Fraction(1)
        figure = getattr(row, self.field)
        return None if figure is None else exact(figure)


Blend = Mapping[Basis, Fraction]
"""Each basis and how much it counts."""

EVENLY: Final[Blend] = {Basis.EVEN: Fraction(1)}
BY_HISTORY: Final[Blend] = {Basis.HISTORY: Fraction(1)}


def parse_blend(text: str) -> Blend:
    """``history=2,ability=1,even`` as a blend; a name alone counts 1. Raises CannotRun."""
    blend: dict[Basis, Fraction] = {}
    for part in (part.strip() for part in text.replace("，", ",").split(",")):
        name, equals, factor = (piece.strip() for piece in part.partition("="))
        numeral = parse_numeral(factor) if equals else parse_numeral("1")
        known = name in list(Basis) and Basis(name) not in blend
        if not known or numeral is None or numeral.value <= 0:
            raise CannotRun.of(BAD_WEIGHTS, found=part, known=tuple(map(str, Basis)))
        blend[Basis(name)] = exact(numeral.value)
    return blend


@dataclass(frozen=True, slots=True)
class Weighting:
    """The figures of each basis, one an assignment, and the blend of them."""

    blend: Blend
    figures: Mapping[Basis, tuple[Fraction, ...]]

    def within(self, group: Sequence[int]) -> list[int]:
        """The weights of the assignments of `group` (indices), blended within it, as whole numbers in proportion."""
        bases = []
        for basis, factor in self.blend.items():
            own = self.figures[basis]
            figures = in_proportion([own[at] for at in group])
            if total := sum(figures):
                bases.append((figures, factor / total))
        if not bases:
            return [0] * len(group)
        factors = in_proportion([factor for _, factor in bases])
        if len(bases) == 1:
            return bases[0][0]
        weighed = [[factor * figure for figure in figures] for (figures, _), factor in zip(bases, factors, strict=True)]
        return [sum(column) for column in zip(*weighed, strict=True)]

    def scaled(self, parts: Sequence[Fraction]) -> "Weighting":
        """The same with each assignment's figures cut to the part of the year it is there for."""
        cut = [(at, part) for at, part in enumerate(parts) if part != 1]
        if not cut:
            return self
        scaled = {}
        for basis, figures in self.figures.items():
            own = list(figures)
            for at, part in cut:
                own[at] *= part
            scaled[basis] = tuple(own)
        return Weighting(self.blend, scaled)


def weigh(team: Team, products: Cut | None, blend: Blend | None) -> tuple[Weighting, list[Problem]]:
    """The weighting of a team. Without a `blend`: last year's actuals where there are any, else evenly."""
    problems: list[Problem] = list(_even_lines(team, products))
    if blend is None:
        blend = BY_HISTORY
        if all(item.row.last_year is None for item in team.assignments):
            blend = EVENLY
            if len(team.people) > 1:
                problems.append(problem(EVEN_SPLIT, team.assignments[0].row.at("last_year")))
    elif tuple(blend) == (Basis.EVEN,) and len(team.people) > 1:
        problems.append(problem(EVEN_ASKED))
    figures: dict[Basis, tuple[Fraction, ...]] = {}
    for basis in blend:
        rows, found = _rows(team, basis)
        problems += found
        figures[basis] = tuple(_spread(team, rows, basis, products))
    return Weighting(blend, figures), problems


def _rows(team: Team, basis: Basis) -> tuple[dict[int, Fraction], list[Problem]]:
    """The figure of each roster row (by id); where it has none, their own of another region or the region's median."""
    rows = {id(item.row): item.row for item in team.assignments}
    own = {key: figure for key, row in rows.items() if (figure := basis.of(row)) is not None}
    if not own:
        place = team.assignments[0].row.at(basis.field)
        return dict.fromkeys(rows, Fraction(0)), [problem(WEIGHT_ABSENT, place, column=ROSTER.label(basis.field))]
    problems = []
    filled = dict(own)
    by_region: dict[str, list[Fraction]] = {}
    for key, figure in own.items():
        by_region.setdefault(rows[key].region, []).append(figure)
    moving = [item.row for item in team.assignments if item.person.moves]
    known = {row.employee_id: own[id(row)] for row in moving if id(row) in own}
    filled |= {id(row): known[row.employee_id] for row in moving if id(row) not in own and row.employee_id in known}
    medians = {region: median(figures) for region, figures in by_region.items()}
    everywhere = median(own.values())
    for key, row in rows.items():
        if key not in filled:
            filled[key] = medians.get(row.region, everywhere)
            scope = row.region if row.region in medians else WHOLE_COMPANY
            details = {"person": row.person, "column": ROSTER.label(basis.field), "scope": scope}
            place = row.at(basis.field)
            problems.append(problem(MEDIAN_TAKEN, place, **details, median=plain(filled[key], 2)))
    return filled, problems


def median(figures: Iterable[Fraction]) -> Fraction:
    """The middle of the figures, halfway between the two middle ones of an even number."""
    ranked = sorted(figures)
    return (ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2]) / 2


def _spread(team: Team, rows: Mapping[int, Fraction], basis: Basis, products: Cut | None) -> Iterable[Fraction]:
    """A row's figure over the lines it stands for, as these lines weigh in the year.

    An amount belongs to the lines of its row; ability, potential and a head belong to the person.
    """
    owner = _row if basis is Basis.HISTORY else _person
    lines = [_line_weight(item, products) for item in team.assignments]
    totals: dict[object, Fraction] = {}
    counts: dict[object, int] = {}
    for item, line in zip(team.assignments, lines, strict=True):
        totals[owner(item)] = totals.get(owner(item), Fraction(0)) + line
        counts[owner(item)] = counts.get(owner(item), 0) + 1
    for item, line in zip(team.assignments, lines, strict=True):
        total = totals[owner(item)]
        yield rows[id(item.row)] * (line / total if total else Fraction(1, counts[owner(item)]))


def _row(item: Assignment) -> object:
    return id(item.row)


def _person(item: Assignment) -> object:
    return item.person


def _line_weight(item: Assignment, products: Cut | None) -> Fraction:
    return Fraction(1) if products is None or item.product is None else products.weight(item.product)


def _even_lines(team: Team, products: Cut | None) -> Iterable[Problem]:
    """A warning for everybody whose lines nothing tells apart."""
    if products is not None and products.weights is not None:
        return
    by_row: dict[int, list[Assignment]] = {}
    for item in team.assignments:
        by_row.setdefault(id(item.row), []).append(item)
    for items in by_row.values():
        if len(items) > 1:
            row = items[0].row
            names = tuple(item.product for item in items)
            yield problem(LINES_EVEN, row.at("product"), person=row.person, products=names)
