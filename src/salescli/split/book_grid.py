"""Where a goal's figures stand: one line a part, one column a month, which every other view refers to.

Only the year across adds the long plan up, person by person; regions add their people, and the weeks, the issued
layer, the lines and the process targets point at its cells. A plan of thousands of people stays quick that way.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from salescli.excel.book import Field, Tone
from salescli.measure.period import Month
from salescli.measure.rounding import plain
from salescli.split.goals import Goal
from salescli.split.leaves import GoalSplit
from salescli.split.parts import Level, Months, Part, by_part
from salescli.split.tables.plan import PLAN
from salescli.words import split as words
from salescli.words.language import Lang


@dataclass(frozen=True, slots=True)
class Grid:
    """The year across of one goal: its block's id, and each part's months in the order of its lines.

    `unit` is what the plan's figures are multiples of.
    """

    goal: Goal
    unit: Decimal
    block: str
    parts: Mapping[Part, Months]
    lines: Mapping[Part, int]

    def cell(self, part: Part, month: Month) -> str:
        """The cell of one part's month."""
        return f"{{{self.block}:{month_key(month)}@{self.lines[part]}}}"

    def year(self, part: Part) -> str:
        """The cell of its year."""
        return f"{{{self.block}:year@{self.lines[part]}}}"

    def year_to(self, part: Part, month: Month) -> str:
        """The formula of its year up to and with `month`."""
        line = self.lines[part]
        quarters = [f"{{{self.block}:q{number}@{line}}}" for number in range(1, month.quarter.number)]
        months = [self.cell(part, own) for own in month.quarter.months() if own <= month]
        return "+".join((*quarters, *months))

    def people_of(self, region: Part) -> tuple[int, int]:
        """The first and last line of a region's people, who stand right below it."""
        first = self.lines[region] + 1
        return first, first + sum(part.person is not None and part.region == region.name for part in self.parts) - 1


def grid_of(split: GoalSplit, number: int) -> Grid:
    """The grid of the `number`-th divided goal."""
    parts = by_part(split.leaves, split.goal.year.months())
    return Grid(
        split.goal, split.unit, f"calendar{number}", parts, {part: at for at, part in enumerate(parts, start=1)}
    )


def sum_of(block: str, key: str, lines: tuple[int, int]) -> str:
    """The formula that adds up a column of a block from line to line."""
    return f"SUM({{{block}:{key}@{lines[0]}}}:{{{block}:{key}@{lines[1]}}})"


def who_fields(grid: Grid, lang: Lang) -> Iterable[Field]:
    """The columns that say whose line it is."""
    head = PLAN.header("region", lang)
    if any(part.level is Level.PRODUCT for part in grid.parts):
        head = f"{head} / {PLAN.header('product', lang)}"
    yield Field("region", head)
    yield Field("employee_id", PLAN.header("employee_id", lang))
    yield Field("person", PLAN.header("person", lang))


def who(part: Part | None, lang: Lang) -> dict[str, str | None]:
    """Whose line it is; the company's own for None."""
    if part is None:
        return {"region": words.COMPANY.say(lang)}
    if part.person is None:
        return {"region": part.name or words.NO_PRODUCT.say(lang)}
    return {"region": part.person.region, "employee_id": part.person.employee_id, "person": part.person.name}


def tone_of(part: Part | None) -> Tone | None:
    return Tone.STRONG if part is None else {Level.REGION: Tone.STRONG, Level.PRODUCT: Tone.COMPUTED}.get(part.level)


def month_key(month: Month) -> str:
    return f"m{month.number:02d}"


def month_name(month: Month, lang: Lang) -> str:
    """A month without its year: ``8月``, ``Aug``."""
    return f"{month.number}月" if lang is Lang.ZH else month.label(lang).split()[0]


def still(cell: str, figure: Decimal) -> str:
    """The condition that a cell still holds the engine's figure; a sum of fen carries a float's noise."""
    return f"{cell}={plain(figure)}" if figure == int(figure) else f"ABS({cell}-{plain(figure)})<0.001"


def in_units(figure: str, unit: Decimal) -> str:
    """The formula of `figure` rounded to whole units."""
    return f"ROUND({figure},0)" if unit == 1 else f"ROUND({figure}/{unit:f},0)*{unit:f}"
