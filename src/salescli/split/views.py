"""What stands beside the base plan: its weeks, the issued layer, three lines, process targets, fairness."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from salescli.measure.metric import figure_text
from salescli.measure.period import Year
from salescli.measure.ratio import ratio_text
from salescli.measure.rounding import plain
from salescli.measure.workdays import Workdays
from salescli.split.checks import part_word
from salescli.split.fairness import Fairness, weigh_growth
from salescli.split.funnel import Funnel
from salescli.split.goals import Goal
from salescli.split.headline import sales_goal
from salescli.split.hedge import Hedge, Issued, issue
from salescli.split.leaves import GoalSplit
from salescli.split.leftovers import Leftover
from salescli.split.lines import Line, Lines, Multiples, draw_lines
from salescli.split.parts import Level, Months, Part, by_part
from salescli.split.process import ProcessPlan, plan_process
from salescli.split.team import Team
from salescli.split.weeks import WeekPlan, plan_weeks

COMPANY: Final = "company"
"""The level above all others, as JSON names it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which views to make, and by what."""

    workdays: Workdays
    hedge: Hedge = field(default_factory=dict)
    lines: Multiples = field(default_factory=dict)
    funnel: Funnel | None = None


@dataclass(frozen=True, slots=True)
class Views:
    """All views of a plan. The mappings have one entry a divided goal; `hedge` and `lines` are the factors."""

    weeks: Mapping[Goal, WeekPlan] = field(default_factory=dict)
    hedge: Hedge = field(default_factory=dict)
    issued: Mapping[Goal, Sequence[Issued]] = field(default_factory=dict)
    multiples: Multiples = field(default_factory=dict)
    lines: Mapping[Goal, Sequence[Lines]] = field(default_factory=dict)
    process: tuple[ProcessPlan, ...] = ()
    fairness: tuple[Fairness, ...] = ()
    leftovers: Mapping[Goal, Sequence[Leftover]] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        """Their keys of the JSON document. A week is named by its Monday; a piece of zero is left out."""
        return {
            "weeks": [item for plan in self.weeks.values() for item in _weeks(plan)],
            "hedge": {str(level): _factor(factor) for level, factor in self.hedge.items()},
            "issued": [_issued(goal, item) for goal, items in self.issued.items() for item in items],
            "multiples": {str(line): _factor(factor) for line, factor in self.multiples.items()},
            "lines": [_lines(goal, item) for goal, items in self.lines.items() for item in items],
            "process": [item for plan in self.process for item in _process(plan)],
            "fairness": [item for found in self.fairness for item in _fairness(found)],
            "leftovers": [_leftover(goal, item) for goal, items in self.leftovers.items() for item in items],
        }


def make_views(divided: Sequence[GoalSplit], teams: Mapping[Year, Team], wanted: Wanted) -> Views:
    """The views of the divided goals; process targets and fairness follow each year's sales goal."""
    parts = {done.goal: by_part(done.leaves, done.goal.year.months()) for done in divided}
    units = {done.goal: done.unit for done in divided}
    sales = [goal for year in teams if (goal := sales_goal(goal for goal in parts if goal.year == year)) is not None]
    growths = [weigh_growth(goal, parts[goal], teams[goal.year]) for goal in sales]
    return Views(
        weeks={done.goal: plan_weeks(done.goal, done.leaves, wanted.workdays, done.unit) for done in divided},
        hedge=wanted.hedge,
        issued={goal: issue(parts[goal], wanted.hedge, units[goal]) for goal in parts if wanted.hedge},
        multiples=wanted.lines,
        lines={goal: draw_lines(parts[goal], wanted.lines, units[goal]) for goal in parts if wanted.lines},
        process=_processes(sales, parts, wanted),
        fairness=tuple(growth for growth in growths if growth is not None),
    )


def _processes(
    sales: Sequence[Goal], parts: Mapping[Goal, Mapping[Part, Months]], wanted: Wanted
) -> tuple[ProcessPlan, ...]:
    if wanted.funnel is None:
        return ()
    return tuple(plan_process(goal, parts[goal], wanted.funnel, wanted.workdays) for goal in sales)


def _weeks(plan: WeekPlan) -> Iterable[dict[str, Any]]:
    pieces = {month.month: month.pieces for month in plan.months}
    for leaf, amounts in zip(plan.leaves, plan.amounts, strict=True):
        for piece, amount in zip(pieces[leaf.month], amounts, strict=True):
            if amount:
                yield {
                    "week": str(piece.week),
                    "month": str(leaf.month),
                    "region": leaf.person.region,
                    "product": leaf.product,
                    "employee_id": leaf.person.employee_id,
                    "person": leaf.person.name,
                    "metric": plan.goal.metric,
                    "target": figure_text(amount, plan.goal.measure),
                }


def _about(goal: Goal, level: Level | None, part: Part | None) -> dict[str, Any]:
    """Whose figures these are; those of nobody are the level's whole, or the company's."""
    of = None if part is None else part.key
    return {"metric": goal.metric, "year": str(goal.year), "level": str(level or COMPANY), "of": of}


def _months(goal: Goal, months: Months) -> dict[str, Any]:
    return {str(month): figure_text(target, goal.measure) for month, target in months.items()}


def _year(goal: Goal, months: Months) -> str | None:
    return figure_text(sum(months.values(), Decimal(0)), goal.measure)


def _issued(goal: Goal, item: Issued) -> dict[str, Any]:
    return {
        **_about(goal, item.level, item.part),
        "factor": _factor(item.factor),
        "base": _year(goal, item.base),
        "issued": _year(goal, item.issued),
        "months": _months(goal, item.issued),
    }


def _lines(goal: Goal, item: Lines) -> dict[str, Any]:
    years = {str(line): _year(goal, months) for line, months in item.months.items()}
    months = {str(line): _months(goal, item.months[line]) for line in Line}
    return {**_about(goal, None if item.part is None else item.part.level, item.part), **years, "months": months}


def _process(plan: ProcessPlan) -> Iterable[dict[str, Any]]:
    for effort in plan.efforts:
        stages = zip(plan.funnel.stages, effort.counts, effort.weekly, strict=True)
        yield {
            "month": str(effort.month),
            "region": effort.person.region,
            "employee_id": effort.person.employee_id,
            "person": effort.person.name,
            "sales": figure_text(effort.sales, plan.goal.measure),
            "stages": [{"stage": name, "month": count, "week": weekly} for name, count, weekly in stages],
        }


def _fairness(found: Fairness) -> Iterable[dict[str, Any]]:
    for person, growth in found.people.items():
        yield {
            "metric": found.goal.metric,
            "year": str(found.goal.year),
            "region": person.region,
            "employee_id": person.employee_id,
            "person": person.name,
            "last_year": figure_text(growth.last_year, found.goal.measure),
            "target": figure_text(growth.target, found.goal.measure),
            "growth": ratio_text(growth.rate),
            "team_growth": ratio_text(found.team.rate),
            "stand": str(found.stand(person)),
        }


def _leftover(goal: Goal, item: Leftover) -> dict[str, Any]:
    return {
        "name": f"{item.level}:{part_word(item.part)}",
        "metric": goal.metric,
        "year": str(goal.year),
        "share": plain(item.share),
        "given": figure_text(item.given, goal.measure),
        "moved": plain(item.moved),
    }


def _factor(factor: Fraction) -> str:
    return plain(factor)
