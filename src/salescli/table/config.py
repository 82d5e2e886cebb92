"""`salescli.toml`: every key, its meaning and its default. An unknown key is an error with a suggestion.

Command-line options win over the configuration. The reference page in ``docs/`` is generated from here.
"""

import datetime
import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from salescli.measure.achievement import Thresholds
from salescli.measure.workdays import Workdays
from salescli.table.codes import config as codes
from salescli.table.errors import CannotRun
from salescli.table.kind import shown
from salescli.table.problem import Place, Problem, problem

DEFAULT_FILE: Final = "salescli.toml"


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # most runs have no configuration to read


class ThresholdKeys(_Section):
    """Where the traffic lights change."""

    near: Decimal = Field(Decimal("0.8"), gt=0, description="Achievement from which a figure is yellow (基本达标).")
    exceeded: Decimal = Field(Decimal(1), gt=0, description="Achievement above which a figure is green (超额达标).")
    near_owns_line: bool = Field(True, description="Whether exactly `near` is already yellow.")
    exceeded_owns_line: bool = Field(False, description="Whether exactly `exceeded` is already green.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.near > self.exceeded:
            raise ValueError("near must not lie above exceeded")
        return self


class DealKeys(_Section):
    """When a deal counts."""

    collected: Decimal = Field(Decimal("0.3"), ge=0, le=1, description="Share of the contract that must be collected.")


class PayoutKeys(_Section):
    """Defaults of `salescli payout`; its options win."""

    mode: Literal["whole", "marginal"] = Field(
        "whole",
        description="whole: the reached tier's rate on the whole base; marginal: each slice at its own rate.",
    )
    base: Literal["sales", "collected"] = Field("sales", description="What the rate multiplies.")
    release: Literal["sales", "collected"] = Field(
        "sales", description="When it is paid: at once, or in proportion to what was collected (回款额)."
    )
    ties: Literal["share", "each", "break"] = Field(
        "share", description="Ranking ties: share the prizes, each gets the full prize, or break by 回款额."
    )
    bonus: Literal["highest", "stack"] = Field("highest", description="Tier bonuses: the highest reached only, or all.")


class ScorecardKeys(_Section):
    """The scorecard (绩效评定表), and what it does to pay."""

    use: Literal["off", "multiplier", "gate"] = Field(
        "off",
        description="off: shown only; multiplier: the grade's factor scales own commission and bonus; gate: a score "
        "below `gate` takes them away.",
    )
    results: Decimal = Field(Decimal(60), ge=0, description="Weight of 业绩指标; the four weights add up to 100.")
    process: Decimal = Field(Decimal(20), ge=0, description="Weight of 过程指标.")
    ability: Decimal = Field(Decimal(10), ge=0, description="Weight of 能力指标.")
    teamwork: Decimal = Field(Decimal(10), ge=0, description="Weight of 团队协作.")
    gate: Decimal = Field(Decimal(60), ge=0, le=100, description="The score from which a gate lets pay through.")
    grades: dict[str, Decimal] = Field(
        {"优秀": Decimal(90), "良好": Decimal(80), "合格": Decimal(60), "待改进": Decimal(0)},
        description="Grades = the score from which each holds; the lowest from 0.",
    )
    factors: dict[str, Decimal] = Field(
        {"优秀": Decimal("1.1"), "良好": Decimal(1), "合格": Decimal("0.9"), "待改进": Decimal("0.8")},
        description='Factors of the grades, for `use = "multiplier"`.',
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.results + self.process + self.ability + self.teamwork != 100:
            raise ValueError("the weights must add up to 100")
        if set(self.grades) != set(self.factors):
            raise ValueError("grades and factors must name the same grades")
        if not self.grades or min(self.grades.values()) != 0 or len(set(self.grades.values())) < len(self.grades):
            raise ValueError("grades must begin at different scores, the lowest at 0")
        if any(factor < 0 for factor in self.factors.values()):
            raise ValueError("a factor must not be negative")
        return self


class CustomerKeys(_Section):
    """How `salescli analyze` classes customers, and how many days may pass between two contacts."""

    strategic_contribution: Decimal = Field(
        Decimal(1_000_000), ge=0, description="Yearly contribution (元) from which a customer can be strategic (战略)."
    )
    strategic_potential: int = Field(4, ge=1, le=5, description="Potential that a strategic customer has at least.")
    strategic_years: Decimal = Field(Decimal(2), ge=0, description="Years with us that a strategic customer has.")
    core_contribution: Decimal = Field(
        Decimal(300_000), ge=0, description="Yearly contribution (元) from which a customer is core (核心)."
    )
    potential: int = Field(4, ge=1, le=5, description="Potential from which a smaller customer is potential (潜力).")
    strategic_days: int = Field(7, gt=0, description="Days between contacts with a strategic customer.")
    core_days: int = Field(14, gt=0, description="Days between contacts with a core customer.")
    potential_days: int = Field(30, gt=0, description="Days between contacts with a potential customer.")
    opportunity_days: int = Field(60, gt=0, description="Days between contacts with an opportunity (机会).")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.core_contribution > self.strategic_contribution:
            raise ValueError("core_contribution must not lie above strategic_contribution")
        return self


class CalendarKeys(_Section):
    """Days of the house that differ from the national calendar."""

    holidays: frozenset[datetime.date] = Field(frozenset(), description="Extra days off.")
    workdays: frozenset[datetime.date] = Field(frozenset(), description="Extra working days.")

    @model_validator(mode="after")
    def _apart(self) -> Self:
        if both := sorted(self.holidays & self.workdays):
            raise ValueError(f"both a holiday and a working day: {', '.join(map(str, both))}")
        return self


class LineKeys(_Section):
    """The three lines of `salescli split --lines`, as multiples of the base target."""

    floor: Decimal = Field(Decimal("0.8"), gt=0, description="保底: what everybody is to reach in any case.")
    target: Decimal = Field(Decimal(1), gt=0, description="目标: the target itself.")
    stretch: Decimal = Field(Decimal("1.2"), gt=0, description="冲刺: what the best are to aim for.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.floor <= self.target <= self.stretch:
            raise ValueError("floor must not lie above target, nor target above stretch")
        return self


class RampKeys(_Section):
    """How a new hire takes on a target."""

    months: tuple[Decimal, ...] = Field(
        (Decimal("0.3"), Decimal("0.6"), Decimal(1)),
        description="Part of a month's weight taken on in the first full month, the second, and so on; then all of it.",
    )

    @model_validator(mode="after")
    def _parts(self) -> Self:
        if any(not 0 <= part <= 1 for part in self.months):
            raise ValueError("each part lies between 0 and 1")
        return self


class LimitKeys(_Section):
    """What an input workbook may cost before it is refused."""

    max_cells: int = Field(6_000_000, gt=0, description="Cells of all sheets read together, blanks within included.")
    max_unpacked_mib: int = Field(384, gt=0, description="Unpacked size of the whole workbook, in MiB.")
    max_file_mib: int = Field(100, gt=0, description="Size of the file, in MiB.")
    max_ratio: int = Field(300, gt=0, description="How many times its packed size a part above 1 MiB may unpack to.")
    max_sheets: int = Field(255, gt=0, description="Sheets in one workbook.")
    max_parts: int = Field(5_000, gt=0, description="Parts in one package.")
    max_annotated_cells: int = Field(
        1_000_000, gt=0, description="Cells and rows of which `check --annotate` makes a copy; about 0.7 GiB of memory."
    )
    max_problems: int = Field(
        1_000, gt=0, description="Problems of one kind that are listed for a sheet; with more errors it is not read on."
    )


class Config(_Section):
    """The whole configuration. Defaults are taken as they stand, without being validated at every start."""

    thresholds: ThresholdKeys = ThresholdKeys.model_construct()
    columns: dict[str, str] = Field(
        default_factory=dict,
        description="Headers of the house: what stands in your workbooks = the table's own column.",
    )
    deals: DealKeys = DealKeys.model_construct()
    payout: PayoutKeys = PayoutKeys.model_construct()
    scorecard: ScorecardKeys = ScorecardKeys.model_construct()
    customers: CustomerKeys = CustomerKeys.model_construct()
    calendar: CalendarKeys = CalendarKeys.model_construct()
    lines: LineKeys = LineKeys.model_construct()
    ramp: RampKeys = RampKeys.model_construct()
    limits: LimitKeys = LimitKeys.model_construct()

    def traffic_lights(self) -> Thresholds:
        """The thresholds as the measure uses them."""
        keys = self.thresholds
        return Thresholds(
            near=Fraction(keys.near),
            exceeded=Fraction(keys.exceeded),
            near_owns_line=keys.near_owns_line,
            exceeded_owns_line=keys.exceeded_owns_line,
        )

    def workdays(self) -> Workdays:
        """The working-day calendar with the house's own days."""
        return Workdays(extra_holidays=self.calendar.holidays, extra_workdays=self.calendar.workdays)


DEFAULTS: Final = Config.model_construct()
"""The configuration without a file."""


def load_config(path: Path | None) -> Config:
    """Read `path`, or ``salescli.toml`` in the current folder when there is one; raises CannotRun."""
    if path is None:
        path = Path(DEFAULT_FILE)
        if not path.exists():
            return DEFAULTS
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun([problem(codes.CONFIG_UNREADABLE, Place(str(path)), reason=str(error))]) from None
    except tomllib.TOMLDecodeError as error:
        raise CannotRun([problem(codes.CONFIG_SYNTAX, Place(str(path)), reason=str(error))]) from None
    try:
        return Config.model_validate(content)
    except ValidationError as error:
        raise CannotRun([_config_problem(path, item) for item in error.errors()]) from None


def _config_problem(path: Path, item: Any) -> Problem:
    key = ".".join(str(part) for part in item["loc"])
    if item["type"] == "extra_forbidden":
        return problem(codes.CONFIG_UNKNOWN_KEY, Place(str(path)), key=key, near=_nearest(key))
    return problem(codes.CONFIG_BAD_VALUE, Place(str(path)), key=key, found=shown(item["input"]), reason=item["msg"])


def _nearest(key: str) -> str:
    from rapidfuzz import process

    found = process.extractOne(key, known_keys())
    return found[0] if found else ""


def known_keys() -> list[str]:
    """Every key in dotted form."""
    keys = []
    for section, info in Config.model_fields.items():
        keys.append(section)
        model = info.annotation
        if isinstance(model, type) and issubclass(model, BaseModel):
            keys += [f"{section}.{name}" for name in model.model_fields]
    return keys
