"""A plan out of its workbook, with all that can be said of it before anybody is paid."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from salescli.excel.header_words import counts_rows
from salescli.excel.intake import Intake
from salescli.excel.source import SourceWorkbook
from salescli.payout.choices import Terms
from salescli.payout.cliffs import cliffs
from salescli.payout.event_rows import EVENTS
from salescli.payout.events import Facts, facts_of
from salescli.payout.ground import Ground, opened
from salescli.payout.occasions import Event, events_named
from salescli.payout.people import Base, known_names
from salescli.payout.plan import Plan
from salescli.payout.reader import nobody, read_plan
from salescli.payout.rewards import Pay, read_reward
from salescli.payout.rule_rows import RULES, RuleRow
from salescli.payout.tables import TIERS, TierRow
from salescli.payout.term import Term
from salescli.payout.unreachable import unreachable
from salescli.table.codes.headers import UNKNOWN_COLUMN
from salescli.table.codes.payout import plan_file as codes
from salescli.table.problem import Place, Problem, problem
from salescli.track.kept import KEPT_REPORTS
from salescli.track.tables import WEEKLY, MonthlyRow, WeeklyRow
from salescli.words import payout as words


@dataclass(frozen=True, slots=True)
class PlanLines:
    """The lines of a plan as they were read."""

    file: str
    source: SourceWorkbook
    worded: tuple[TierRow, ...] = ()
    structured: tuple[RuleRow, ...] = ()

    def events(self) -> set[Event]:
        """The events that a line may reward, by its words alone."""
        cells = [(row.name, row.condition, row.reward) for row in self.worded]
        cells += [(row.name, row.kind.word.zh, row.original or "") for row in self.structured]
        return {event for line in cells for event in events_named(*line)}


def plan_lines(intake: Intake, path: Path) -> PlanLines:
    """The lines of the plan. None of them may be left out for its errors: that would change what people earn."""
    (source,) = opened(intake, [path])
    worded, structured = source.read(TIERS), source.read(RULES)
    if worded is None and structured is None:
        intake.add(source.absent(TIERS))
    if worded is not None and structured is not None:
        place = Place(source.file, structured.sheet)
        intake.add(problem(codes.PLAN_TWICE, place, worded=worded.sheet, structured=structured.sheet))
    for records in (worded, structured):
        intake.add(*(_weighed(item) for item in (records.problems if records else ())))
    return PlanLines(source.file, source, worded.rows if worded else (), structured.rows if structured else ())


def _weighed(item: Problem) -> Problem:
    """A finding about a plan: a column that is left alone may change what people earn, so it is a warning."""
    if item.code is not UNKNOWN_COLUMN or counts_rows(str(item.details["found"])):
        return item
    return Problem(codes.PLAN_COLUMN, item.place, item.details)


def checked_plan(
    intake: Intake,
    lines: PlanLines,
    monthly: Sequence[MonthlyRow],
    term: Term,
    terms: Terms,
    facts: Facts,
    ground: Ground,
) -> Plan:
    """The plan of `lines` for the people of `monthly`; what it says wrongly or unwisely goes to the intake."""
    positions = ground.roster.positions
    plan, said = read_plan(lines.worded, known_names(monthly, positions), lines.structured, facts)
    intake.add(*said, *_other_base(lines.worded, terms))
    plan = replace(plan, scorecard=ground.scorecard)
    if term.period is None:
        dated = next((rule.wording.place for rule in plan.rules if rule.scope.dated), None)
        intake.add(*([] if dated is None else [problem(codes.DATES_UNUSED, dated)]))
    now = plan.within(term.period.months() if term.period is not None else ())
    intake.add(*nobody(now, known_names(term.rows, positions)))
    intake.add(*cliffs(now, (row.target for row in term.rows), terms))
    intake.add(*unreachable(now, (row.target for row in term.rows), terms))
    return plan


def _other_base(rows: Iterable[TierRow], terms: Terms) -> Iterator[Problem]:
    """Rates that name another pay base than the run has."""
    names = {Base.SALES: words.SALES, Base.COLLECTED: words.COLLECTED}
    for row in rows:
        reward = read_reward(row.reward)
        stated = {clause.base for clause in reward.clauses} if isinstance(reward, Pay) else set()
        for base in stated - {None, terms.base}:
            assert base is not None
            details = {"stated": names[base], "base": names[terms.base], "option": base.value}
            yield problem(codes.PLAN_BASE, row.at("reward"), found=row.reward, **details)


def facts_in(intake: Intake, source: SourceWorkbook, plans: Sequence[PlanLines], *, dated: bool) -> Facts:
    """What the tracking workbook says of events; its sheets are looked at only for a plan that rewards any."""
    wanted = {event for lines in plans for event in lines.events()}
    if not wanted:
        return {}
    events = intake.want(source, EVENTS)
    weekly = _weekly(intake, source) if wanted - {Event.REFERRAL} else None
    return facts_of(events, weekly, dated=dated)


def _weekly(intake: Intake, source: SourceWorkbook) -> Sequence[WeeklyRow] | None:
    """The weekly rows that count: those a tracking workbook keeps, else the reports of any other workbook."""
    kept = intake.want(source, KEPT_REPORTS)
    return intake.want(source, WEEKLY) if kept is None else kept
