"""What the retrospective leads to: lessons, improvement plans and the meeting, with what people wrote kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from salescli.measure.workdays import Workdays
from salescli.review.attainment import Attainment
from salescli.review.evidence import said_of
from salescli.review.findings import findings
from salescli.review.gather import Material
from salescli.review.keeping import carried_on
from salescli.review.meetings import Topic, agenda, schedule
from salescli.review.notebooks import AGENDA, FINDINGS, PLANS, PlanStep
from salescli.review.plans import Plan, plans, starting
from salescli.review.result import ReviewResult
from salescli.review.spans import ReviewPeriod
from salescli.review.support import Marked
from salescli.table.codes import review as codes
from salescli.table.kind import normal
from salescli.table.problem import Problem, problem
from salescli.words import improve as words
from salescli.words import meetings as meeting_words
from salescli.words import review as sheets
from salescli.words.health import BENCHMARKS
from salescli.words.language import Lang


def marks_of_period(found: Material, period: ReviewPeriod) -> tuple[list[Marked], list[Problem]]:
    """The marks whose period is part of the one under review or holds it, and how many are of other times.

    A week is reviewed while its month is marked: such a mark stays, and its gap bears the month's name.
    """
    kept = [item for item in found.marked if item.period is None or _touch(item.period, period)]
    left = len(found.marked) - len(kept)
    return kept, [problem(codes.OUTSIDE_PERIOD, table=BENCHMARKS, count=left)] if left else []


def without_reached(marked: Sequence[Marked], reached: Attainment | None) -> tuple[list[Marked], list[Problem]]:
    """The marks of people whose sales are short of their target or unknown, and who is left out."""
    there = {normal(item.person) for item in (reached.people if reached else ()) if item.person and item.on_target}
    kept = [item for item in marked if normal(item.person) not in there]
    names = tuple(dict.fromkeys(item.person for item in marked if normal(item.person) in there))
    return kept, [problem(codes.MARKED_YET_REACHED, count=len(names), names=names)] if names else []


def _touch(one: ReviewPeriod, other: ReviewPeriod) -> bool:
    return one.holds(other.span) or other.holds(one.span)


def with_improvement(
    result: ReviewResult, found: Material, marked: Sequence[Marked], calendar: Workdays, lang: Lang
) -> ReviewResult:
    """`result` with lessons, plans, meetings and agenda; rows of earlier reviews that people wrote in are kept."""
    period, metrics = result.period, said_of(result.metrics, result.attainment, lang)
    learnt = findings(result.attainment, metrics, result.strategies, period, lang)
    made = plans(marked, result.attainment, period, calendar, result.thresholds, lang)
    steps = [step for plan in made for step in plan.steps]
    kept = carried_on(steps, found.notes.plans, PLANS)
    whole = replace(
        result,
        findings=carried_on(learnt, found.notes.findings, FINDINGS),
        plans=_with_steps(made, kept, period, calendar),
        meetings=schedule(period, calendar),
    )
    items = agenda(_topics(whole), period, lang)
    return replace(whole, agenda=carried_on(items, found.notes.agenda, AGENDA))


def _with_steps(
    made: Sequence[Plan], steps: Sequence[PlanStep], period: ReviewPeriod, calendar: Workdays
) -> tuple[Plan, ...]:
    """Each person's steps with their person; who has only earlier steps left keeps a plan without gaps."""
    rows: dict[str, list[PlanStep]] = {}
    for step in steps:
        rows.setdefault(normal(step.person or ""), []).append(step)
    found = [replace(plan, steps=tuple(rows.pop(normal(plan.person), ()))) for plan in made]
    first, last = starting(period, calendar)
    found += [Plan(own[0].person or "", None, first, last, (), tuple(own)) for own in rows.values()]
    return tuple(found)


def _topics(result: ReviewResult) -> Iterator[Topic]:
    actions = [item for item in result.follow_ups.open if not item.done]
    current = [plan.person for plan in result.plans if plan.gaps]
    reached = result.attainment is not None or bool(result.metrics)
    yield Topic(meeting_words.TOPIC_ATTAINMENT, sheets.ATTAINMENT, 15, reached)
    owners = [item.owner for item in result.strategies]
    yield Topic(meeting_words.TOPIC_STRATEGIES, sheets.STRATEGIES, 20, bool(owners), owners)
    paid = result.incentives is not None
    yield Topic(meeting_words.TOPIC_INCENTIVES, sheets.INCENTIVES, 10, paid, default=meeting_words.FINANCE)
    yield Topic(meeting_words.TOPIC_LESSONS, words.FINDINGS, 20, True)
    yield Topic(meeting_words.TOPIC_PLANS, words.PLAN, 15, bool(current), current)
    yield Topic(meeting_words.TOPIC_ACTIONS, sheets.ACTIONS, 10, True, [item.owner for item in actions if item.owner])


def calendar_problems(period: ReviewPeriod, calendar: Workdays) -> Iterator[Problem]:
    """The years of plan and meeting dates for which weekdays stand in for the official calendar."""
    first, last = starting(period, calendar)
    latest = max(last, *(meeting.held for meeting in schedule(period, calendar)))
    if years := calendar.fallback_years(first, latest):
        yield problem(codes.REVIEW_CALENDAR, years=years)
