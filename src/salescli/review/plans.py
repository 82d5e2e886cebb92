"""30 天改进计划: a plan for each person marked 帮扶, and for each who is behind.

The plan runs 30 days from the first working day after the period. Each of its four weeks has a milestone that
closes a quarter more of every gap, due on a working day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from salescli.measure.achievement import Status, Thresholds
from salescli.measure.metric import Measure, figure_text
from salescli.measure.money import grouped
from salescli.measure.ratio import divide, percent, ratio_text
from salescli.measure.rounding import half_up
from salescli.measure.workdays import Workdays
from salescli.review.attainment import ZERO, Attained, Attainment
from salescli.review.notebooks import PlanStep
from salescli.review.spans import ReviewPeriod
from salescli.review.support import Marked
from salescli.words import improve as words
from salescli.words import plans as plan_words
from salescli.words.language import Lang, Text

DAYS: Final = 30
WEEKS: Final = 4
FEW_PLANS: Final = 3
"""Plans that need no list of their own."""

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PersonGap:
    """One gap that put a person here, of one period: `actual` against a target or the team, in units of `measure`.

    What a sheet gives in words keeps them, and has no figures beside it.
    """

    metric: Text | str
    measure: Measure
    actual: Decimal | str | None
    base: Decimal | str | None
    source: Text
    period: ReviewPeriod | None = None
    worded: str | None = None

    @property
    def known(self) -> tuple[Decimal, Decimal] | None:
        """Actual and base where both are figures."""
        figures = (self.actual, self.base)
        return (figures[0], figures[1]) if isinstance(figures[0], Decimal) and isinstance(figures[1], Decimal) else None

    @property
    def gap(self) -> Decimal | str | None:
        """差距 = base − actual: how much is short; as the sheet words it where it is not a figure."""
        return self.worded if self.known is None else self.known[1] - self.known[0]

    @property
    def rate(self) -> Fraction | None:
        """actual ÷ base."""
        return None if self.known is None else divide(*self.known)

    def document(self) -> dict[str, Any]:
        """The gap as ``--json`` shows it; one between ratios is a difference in points, 0.04."""
        figures = {key: getattr(self, key) for key in ("actual", "base", "gap")}
        return {
            "metric": self.metric.en if isinstance(self.metric, Text) else self.metric,
            "period": None if self.period is None else str(self.period),
            **{
                key: figure_text(value, self.measure) if isinstance(value, Decimal) else value
                for key, value in figures.items()
            },
            "achievement": ratio_text(self.rate),
            "source": self.source.en,
        }


@dataclass(frozen=True, slots=True)
class Plan:
    """One person's plan; `steps` are the weeks of this period, then earlier ones that people wrote in."""

    person: str
    region: str | None
    first: date
    last: date
    gaps: tuple[PersonGap, ...]
    steps: tuple[PlanStep, ...]

    def document(self) -> dict[str, Any]:
        """The plan as ``--json`` shows it."""
        return {
            "person": self.person,
            "region": self.region,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "gaps": [gap.document() for gap in self.gaps],
            "steps": [step.model_dump() for step in self.steps],
        }


def plans(
    marked: Sequence[Marked],
    attainment: Attainment | None,
    period: ReviewPeriod,
    calendar: Workdays,
    thresholds: Thresholds,
    lang: Lang,
) -> tuple[Plan, ...]:
    """A plan for everybody marked and everybody behind: the most money short first, who is not short at the end."""
    people = {item.person: item for item in (attainment.people if attainment else ()) if item.person}
    wanted = dict.fromkeys((*(item.person for item in marked), *_behind(people.values())))
    names = sorted(wanted, key=lambda name: min(people[name].variance, ZERO) if name in people else ZERO)
    first, last = starting(period, calendar)
    found = []
    for name in names:
        gaps = (*_sales(people.get(name), period, thresholds), *_marked(name, marked))
        region = people[name].region if name in people else next((m.region for m in marked if m.person == name), None)
        steps = tuple(_steps(name, region, gaps, (first, last), period, calendar, lang))
        found.append(Plan(name, region, first, last, gaps, steps))
    return tuple(found)


def _behind(people: Iterable[Attained]) -> Iterator[str]:
    behind = [item for item in people if item.status is Status.BEHIND]
    yield from (item.person for item in sorted(behind, key=lambda item: item.variance) if item.person)


def starting(period: ReviewPeriod, calendar: Workdays) -> tuple[date, date]:
    """First and last working day of the 30 days after `period`."""
    first = calendar.next_workday(period.last + _DAY)
    return first, _workday_by(first + (DAYS - 1) * _DAY, calendar)


def _workday_by(day: date, calendar: Workdays) -> date:
    """The last working day up to `day`."""
    while not calendar.is_workday(day):
        day -= _DAY
    return day


def _sales(item: Attained | None, period: ReviewPeriod, thresholds: Thresholds) -> Iterator[PersonGap]:
    if item is not None and item.status is Status.BEHIND:
        source = Text(*(plan_words.FROM_ATTAINMENT.say(lang, near=percent(thresholds.near, 0)) for lang in Lang))
        yield PersonGap(plan_words.SALES_GAP, Measure.MONEY, item.actual, item.target, source, period)


def _marked(name: str, marked: Sequence[Marked]) -> Iterator[PersonGap]:
    for item in marked:
        if item.person == name:
            figures = (item.measure, item.own, item.team)
            yield PersonGap(item.metric, *figures, plan_words.FROM_HELP, item.period, item.gap)


def _steps(
    person: str,
    region: str | None,
    gaps: Sequence[PersonGap],
    days: tuple[date, date],
    period: ReviewPeriod,
    calendar: Workdays,
    lang: Lang,
) -> Iterator[PlanStep]:
    first, last = days
    owner = plan_words.PLAN_OWNER.say(lang, region=region) if region else plan_words.PLAN_OWNER_BARE.say(lang)
    for number in range(1, WEEKS + 1):
        start = first + (number - 1) * 7 * _DAY
        due = last if number == WEEKS else max(_workday_by(start + 6 * _DAY, calendar), first)
        yield PlanStep(
            period=period.title(lang),
            person=person,
            week=plan_words.STAGE.say(lang, number=number),
            start=calendar.next_workday(start).isoformat(),
            due=due.isoformat(),
            milestone=plan_words.STEPS[number - 1].say(lang, goal=_goal(gaps, Fraction(number, WEEKS), period, lang)),
            owner=owner,
            origin=words.COMPUTED.say(lang),
        )


def _goal(gaps: Sequence[PersonGap], share: Fraction, period: ReviewPeriod, lang: Lang) -> str:
    """What of every gap is to be closed by then, amounts to the yuan; a gap of another period bears its name."""
    said = []
    for gap in gaps:
        of = "" if gap.period in (None, period) else plan_words.GAP_OF.say(lang, period=gap.period.label(lang))
        if gap.measure is Measure.MONEY and isinstance(gap.gap, Decimal):
            amount = half_up(Fraction(gap.gap) * share, 0)
            said.append(of + plan_words.CATCH_UP.say(lang, amount=grouped(amount), share=percent(share, 0)))
        else:
            said.append(of + plan_words.CLOSE_GAP.say(lang, metric=gap.metric, share=percent(share, 0)))
    return ("；" if lang is Lang.ZH else "; ").join(said)
