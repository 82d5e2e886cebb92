"""The conclusions of a retrospective in one sentence a topic, for the overview and the screen alike."""

from collections.abc import Iterator
from typing import Final

from salescli.measure.achievement import Status
from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.review.attainment import Attainment
from salescli.review.effectiveness import Effect
from salescli.review.plans import FEW_PLANS
from salescli.review.result import Conclusion, ReviewResult
from salescli.track.tables import WEEKLY
from salescli.words import improve as words
from salescli.words import plans as plan_words
from salescli.words import review as sheets
from salescli.words.language import Lang, Text

MOST: Final = 3
"""Regions and people that are named."""


def conclusions(result: ReviewResult) -> tuple[Conclusion, ...]:
    """In the order of the sheets; nothing of what was not given."""
    return tuple(_conclusions(result))


def _conclusions(result: ReviewResult) -> Iterator[Conclusion]:
    if result.open_until is not None:
        label = Text(*(result.period.label(lang) for lang in Lang))
        yield _said(sheets.ATTAINMENT, words.SAID_OPEN, amiss=True, period=label, day=result.open_until)
    if result.attainment is not None:
        yield _attained(result.attainment)
    if result.attainment is not None and result.attainment.missed:
        missed = tuple(item.person or "" for item in result.attainment.missed)
        yield _said(sheets.PEOPLE_SHEET, words.SAID_MISSED, amiss=True, count=len(missed), people=missed)
    moved = [(step.change, step) for step in result.steps if step.change is not None]
    if any(change for change, _ in moved):
        (least, fell), (most, rose) = (choice(moved, key=lambda item: item[0]) for choice in (min, max))
        shown = {"change": percent(least, signed=True), "other_change": percent(most, signed=True)}
        steps = {"step": WEEKLY.label(fell.key), "other": WEEKLY.label(rose.key)}
        yield _said(sheets.INDICATORS, words.SAID_STEPS, amiss=least < 0, **steps, **shown)
    if aimed := [(step.achievement, step) for step in result.steps if step.achievement is not None]:
        least, step = min(aimed, key=lambda item: item[0])
        reached = sum(achieved >= 1 for achieved, _ in aimed)
        said = {"count": len(aimed), "reached": reached, "step": WEEKLY.label(step.key), "achievement": percent(least)}
        yield _said(sheets.INDICATORS, words.SAID_STEP_TARGETS, amiss=reached < len(aimed), **said)
    if result.strategies:
        yield _strategies(result)
    if result.incentives is not None:
        yield _incentives(result)
    good = words.FINDING_KINDS["success"]
    kinds = [row.kind for row in result.findings if row.period in {result.period.title(lang) for lang in Lang}]
    worked = sum(kind in good for kind in kinds)
    yield _said(words.FINDINGS, words.SAID_LESSONS, good=worked, bad=len(kinds) - worked)
    if people := tuple(plan.person for plan in result.plans if plan.gaps):
        sheet = plan_words.PLAN_LIST if len(result.plans) > FEW_PLANS else words.PLAN
        yield _said(sheet, words.SAID_PLANS, amiss=True, count=len(people), people=people)
    yield _actions(result)
    for meeting in result.meetings[:1]:
        names = Text(*(meeting.name(lang) for lang in Lang))
        yield _said(words.AGENDA, words.SAID_MEETING, name=names, day=meeting.held)


def _attained(found: Attainment) -> Conclusion:
    """What was reached, and which regions and people are behind, the widest gap of money first."""
    total = found.total
    variance = grouped(total.variance, signed=True)
    share = "" if found.basis is None else sheets.BY_WEEK_BASIS[found.basis.value]
    said = [_both(words.SAID_REACHED, achievement=percent(total.achievement), variance=variance, share=share)]
    for parts, wording in ((found.regions, words.SAID_REGIONS_BEHIND), (found.people, words.SAID_PEOPLE_BEHIND)):
        behind = sorted((item for item in parts if item.status is Status.BEHIND), key=lambda item: item.variance)
        names = tuple(f"{item.person or item.region} {percent(item.achievement)}" for item in behind[:MOST])
        if behind:
            said.append(_both(wording, count=len(behind), names=names))
    amiss = total.status is Status.BEHIND or len(said) > 1
    return Conclusion(
        sheets.ATTAINMENT, Text("；".join(item.zh for item in said), "; ".join(item.en for item in said)), amiss
    )


def _strategies(result: ReviewResult) -> Conclusion:
    found = result.strategies
    late = sum(item.overdue for item in found)
    effective, not_yet, no_data = (sum(item.effect is effect for item in found) for effect in Effect)
    done = sum(item.done for item in found)
    return _said(
        sheets.STRATEGIES,
        words.SAID_STRATEGIES,
        amiss=late > 0,
        count=len(found),
        effective=effective,
        not_yet=not_yet,
        no_data=no_data,
        done=done,
        late=late,
    )


def _incentives(result: ReviewResult) -> Conclusion:
    assert result.incentives is not None  # asked for only then
    return Conclusion(sheets.INCENTIVES, Text(*(result.incentives.said(lang) for lang in Lang)))


def _actions(result: ReviewResult) -> Conclusion:
    waiting = [item for item in result.follow_ups.open if not item.done]
    late, carried = (sum(getattr(item, key) for item in waiting) for key in ("overdue", "carried"))
    return _said(sheets.ACTIONS, words.SAID_ACTIONS, amiss=late > 0, open=len(waiting), carried=carried, late=late)


def _said(sheet: Text, wording: Text, *, amiss: bool = False, **details: object) -> Conclusion:
    return Conclusion(sheet, _both(wording, **details), amiss)


def _both(wording: Text, **details: object) -> Text:
    return Text(*(wording.say(lang, **details) for lang in Lang))
