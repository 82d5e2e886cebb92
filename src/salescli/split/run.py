"""The split's one door: targets in, an exact plan out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from salescli.excel.book import Book
from salescli.excel.intake import DEFAULT_RUN, Intake, RunOptions
from salescli.excel.source import SourceWorkbook
from salescli.measure.money import FEN
from salescli.measure.period import Year
from salescli.split.allocate import whole_units
from salescli.split.book import split_book
from salescli.split.checks import Check, check_goal
from salescli.split.decompose import Setting, decompose
from salescli.split.funnel import Funnel, read_funnel
from salescli.split.goals import Goal, read_goals
from salescli.split.hedge import Hedge
from salescli.split.layer_checks import check_issued, check_lines
from salescli.split.leaves import GoalSplit
from salescli.split.leftovers import leftovers
from salescli.split.lines import multiples_of
from salescli.split.pin_checks import check_pins
from salescli.split.pin_rows import PinSources, read_pins
from salescli.split.pins import NO_PINS, Pins
from salescli.split.presence import Ramp
from salescli.split.replan import Adjusted, Replan
from salescli.split.replanning import Replanning
from salescli.split.result import SplitResult
from salescli.split.season import read_season, unused_seasons
from salescli.split.shares import Cut, read_cuts
from salescli.split.tables.actions import ACTIONS
from salescli.split.tables.goals import GOALS
from salescli.split.tables.pins import PINS
from salescli.split.tables.process import PROCESS
from salescli.split.tables.roster import ROSTER, RosterRow
from salescli.split.tables.season import SEASONALITY, SeasonRow
from salescli.split.tables.shares import SHARES, Dimension
from salescli.split.target_tables import TargetTables
from salescli.split.team import Team, read_team
from salescli.split.views import Views, Wanted, make_views
from salescli.split.weeks import check_weeks, unknown_calendars
from salescli.split.weights import Blend, weigh
from salescli.table.codes.split.goals import BAD_UNIT, NO_GOALS
from salescli.table.codes.split.roster import NO_TEAM, NOBODY, UNKNOWN_REGION
from salescli.table.codes.split.season import MONTHS_MISSING
from salescli.table.codes.split.shares import NO_SHARES, SHARE_TWICE
from salescli.table.errors import CannotRun
from salescli.table.numeral import parse_numeral
from salescli.table.outcome import Outcome
from salescli.table.problem import Place, Problem, has_errors, problem
from salescli.words.language import Lang


@dataclass(frozen=True, slots=True)
class SplitOptions:
    """How to split: the blend people are weighed by (None: last year's actuals), the unit money is split in.

    `hedge` has a factor for each level that is issued more than its base; `lines` asks for the three lines;
    `replan` holds the closed months at their actuals.
    """

    blend: Blend | None = None
    unit: Decimal | None = None
    hedge: Hedge = field(default_factory=dict)
    lines: bool = False
    replan: Replan | None = None


DEFAULT_SPLIT: Final = SplitOptions()

TABLES: Final = (GOALS, ROSTER, SHARES, PINS, SEASONALITY, ACTIONS, PROCESS)
"""What a workbook of targets may hold."""


def parse_unit(text: str) -> Decimal:
    """``10000`` or ``1万`` as a rounding unit. Raises CannotRun for what is no positive number of fen."""
    numeral = parse_numeral(text)
    if numeral is None or numeral.percent or numeral.value <= 0 or whole_units(numeral.value, FEN)[1]:
        raise CannotRun.of(BAD_UNIT, found=text)
    return numeral.value


def split(
    targets: Path,
    output: Path | None = None,
    *,
    options: SplitOptions = DEFAULT_SPLIT,
    run: RunOptions = DEFAULT_RUN,
) -> Outcome[SplitResult]:
    """Split the goals in the workbook `targets` into a plan, written to `output` when given.

    Reads the tables goals and roster, and where they are there shares, pins, seasonality, actions and process. Of
    several sheets that fit one table, `run.sheet` is taken. Raises UnusableFile and CannotWrite; mistakes in the data
    are problems of the outcome, which is then blocked.
    """
    intake = Intake(replace(run, sheet=None))
    desk = _Targets(intake, intake.open(targets, tables=TABLES), run.sheet)
    result = desk.calculate(options)

    def book(done: SplitResult, problems: Sequence[Problem], lang: Lang) -> Book:
        return split_book(done, problems, intake.invalid, lang)

    return intake.finish("split", result, book, output)


class _Targets:
    """The workbook of targets and what is made of it."""

    def __init__(self, intake: Intake, source: SourceWorkbook, sheet: str | None) -> None:
        self.intake, self.source = intake, source
        self.said: dict[tuple[str, Place], list[Problem]] = {}
        self.tables = TargetTables(intake, source, sheet)

    def calculate(self, options: SplitOptions) -> SplitResult | None:
        """The plan, None when errors stand in its way."""
        goals, found = read_goals(self.tables.rows(GOALS, needed=True) or (), options.unit)
        self._add(found)
        if not goals and not self.intake.blocked:
            self._add([problem(NO_GOALS, Place(self.source.file), table=GOALS.title)])
        years = tuple(dict.fromkeys(goal.year for goal in goals)) or self.tables.years_torn()
        roster = self.tables.rows(ROSTER, needed=True) or ()
        shares = self.tables.rows(SHARES)
        season = self.tables.rows(SEASONALITY, year=years[0].year if years else None)
        funnel, of_funnel = read_funnel(self.tables.rows(PROCESS) or ())
        self._add(of_funnel)
        actions = self.tables.rows(ACTIONS, year=years[0].year if years else None)
        if shares is None:
            self._add([problem(NO_SHARES, Place(self.source.file), table=SHARES.title)])
        cuts, found = read_cuts(shares or ())
        if SHARES in self.tables.torn:
            # what a share that cannot be read leaves out is not wrong of the others
            cuts, found = {}, [item for item in found if item.code is SHARE_TWICE]
        self._add([*found, *unused_seasons(season, years)])
        settings = {year: self._setting(year, roster, cuts, season, options.blend) for year in years}
        pin_rows = self.tables.rows(PINS, year=years[0].year if years else None) or ()
        if self.intake.blocked:
            return None
        teams = {year: setting.team for year, setting in settings.items() if setting is not None}
        pins, found = read_pins(PinSources(shares or (), pin_rows), goals, teams, cuts)
        self._add(found)
        if self.intake.blocked:
            return None
        splits = self._splits(goals, settings, pins)
        if self.intake.blocked:
            return None
        changes: tuple[Adjusted, ...] = ()
        if options.replan is not None:
            again = Replanning(options.replan, self.intake, settings, pins)
            splits = again.of(splits, Place(self.source.file))
            self._add(again.problems)
            changes = tuple(again.changes)
            if self.intake.blocked:
                return None
        checks = tuple(check for done in splits for check in self._checks(done, settings, pins, changes))
        methods = tuple(setting.method(year) for year, setting in settings.items() if setting is not None)
        views = self._views(splits, settings, funnel, options)
        checks += tuple(check for plan in views.weeks.values() for check in check_weeks(plan))
        checks += (*check_issued(views.issued, splits), *check_lines(views.lines, views.multiples, splits))
        return SplitResult(splits, checks, methods, actions or (), views, changes)

    def _checks(
        self,
        done: GoalSplit,
        settings: Mapping[Year, Setting | None],
        pins: Mapping[Goal, Pins],
        changes: Sequence[Adjusted],
    ) -> Iterable[Check]:
        """Every identity of one goal, its pins among them."""
        yield from check_goal(done.goal, done.leaves, done.margins)
        setting = settings.get(done.goal.year)
        if setting is not None and done.margins is not None:
            since = next((change.since for change in changes if change.goal == done.goal), None)
            yield from check_pins(done.goal, pins.get(done.goal, NO_PINS), setting.team, done.leaves, since)

    def _views(
        self,
        splits: Sequence[GoalSplit],
        settings: Mapping[Year, Setting | None],
        funnel: Funnel | None,
        options: SplitOptions,
    ) -> Views:
        config = self.intake.options.config
        wanted = Wanted(
            workdays=config.workdays(),
            hedge=options.hedge,
            lines=multiples_of(config.lines) if options.lines else {},
            funnel=funnel,
        )
        divided = [done for done in splits if done.margins is not None]
        self._add(unknown_calendars([done.goal for done in divided], wanted.workdays))
        teams = {year: setting.team for year, setting in settings.items() if setting is not None}
        spare = {
            done.goal: leftovers(done.goal, done.margins, setting.cuts, setting.season)
            for done in splits
            if done.margins is not None and (setting := settings[done.goal.year]) is not None
        }
        return replace(make_views(divided, teams, wanted), leftovers=spare)

    def _setting(
        self,
        year: Year,
        roster: Sequence[RosterRow],
        cuts: Mapping[Dimension, Cut],
        season: Sequence[SeasonRow] | None,
        blend: Blend | None,
    ) -> Setting | None:
        lines = cuts[Dimension.PRODUCT].names if Dimension.PRODUCT in cuts else ()
        ramp = Ramp(tuple(map(Fraction, self.intake.options.config.ramp.months)))
        team, found = read_team(roster, year, lines, ramp)
        months, of_season = read_season(season, year)
        if self.intake.blocked:
            # a month whose weight cannot be read is not missing
            of_season = [item for item in of_season if item.code is not MONTHS_MISSING]
        self._add([*found, *of_season])
        if not team.assignments:
            if not has_errors([*found, *self.intake.problems]):
                self._add([problem(NO_TEAM, Place(self.source.file), year=year)])
            return None
        if ROSTER not in self.tables.torn:
            self._add(_strays(team, cuts))
        weighting, found = weigh(team, cuts.get(Dimension.PRODUCT), blend)
        self._add(found)
        return Setting(team, cuts, weighting, months.weights, months.by)

    def _splits(
        self, goals: Sequence[Goal], settings: Mapping[Year, Setting | None], pins: Mapping[Goal, Pins]
    ) -> tuple[GoalSplit, ...]:
        splits = []
        for goal in goals:
            setting = settings[goal.year]
            if setting is not None:
                done, found = decompose(goal, setting, pins.get(goal, NO_PINS))
                self._add(found)
                splits += [done] if done is not None else []
        return tuple(splits)

    def _add(self, found: Iterable[Problem]) -> None:
        """Note findings, each once however many years or goals it concerns."""
        for item in found:
            alike = self.said.setdefault((item.code.name, item.place), [])
            if item not in alike:
                alike.append(item)
                self.intake.add(item)


def _strays(team: Team, cuts: Mapping[Dimension, Cut]) -> Iterable[Problem]:
    """People in a region without a share, and regions or product lines with a share but without people."""
    regions = cuts.get(Dimension.REGION)
    if regions is not None:
        rows = {id(item.row): item.row for item in team.assignments if item.person.region not in regions.places}
        for row in rows.values():
            details = {"person": row.person, "found": row.region, "known": regions.names}
            yield problem(UNKNOWN_REGION, row.at("region"), **details)
        yield from _deserted(regions, team.regions)
    products = cuts.get(Dimension.PRODUCT)
    if products is not None:
        yield from _deserted(products, team.products)


def _deserted(cut: Cut, peopled: Sequence[str]) -> Iterable[Problem]:
    for name, place in cut.places.items():
        if name not in peopled and cut.weight(name):
            yield problem(NOBODY, place, dimension=cut.dimension.word, name=name)
