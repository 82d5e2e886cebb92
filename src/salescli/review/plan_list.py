"""帮扶一览: everybody who has an improvement plan on one sheet, the most money short first, each with a link."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone, Total
from salescli.measure.metric import figure
from salescli.review.courses import unit_of
from salescli.review.plans import FEW_PLANS, PersonGap, Plan
from salescli.words import plans as words
from salescli.words.language import Lang, say


def plan_list_sheet(plans: Sequence[Plan], lang: Lang) -> Sheet | None:
    """A line a plan; None for a few. What is short follows the sheets of the plans, which are in the same order."""
    if len(plans) <= FEW_PLANS:
        return None
    fields = (
        Field("person", words.SUPPORTED.say(lang)),
        Field("region", words.SUPPORTED_REGION.say(lang)),
        Field("short", words.SALES_SHORT.say(lang), Format.MONEY, total=Total.SUM),
        Field("gaps", words.GAPS_OF.say(lang), Format.WRAPPED, width=60),
    )
    lines = tuple(_line(plan, number, lang) for number, plan in enumerate(plans, start=1))
    title = words.PLAN_LIST.say(lang)
    notes = (words.PLAN_LIST_NOTE.say(lang),)
    short = sum((value for line in lines if isinstance(value := line.values["short"], Decimal)), Decimal(0))
    total = Line({"person": words.TOTAL_SHORT.say(lang), "short": short}, tone=Tone.STRONG)
    return Sheet(title, (Block("plan_list", fields, lines, total=total),), title=title, notes=notes, tab=Tone.INPUT)


def _line(plan: Plan, number: int, lang: Lang) -> Line:
    at, short = next(
        ((at, gap) for at, gap in enumerate(plan.gaps, start=1) if gap.metric is words.SALES_GAP), (0, None)
    )
    values: dict[str, CellValue] = {
        "person": plan.person,
        "region": plan.region,
        "short": short.gap if short is not None and isinstance(short.gap, Decimal) else None,
        "gaps": _dated(plan.gaps, lang),
    }
    formulas = {"short": f"{{plan_gaps{number}:gap@{at}}}"} if values["short"] is not None else {}
    return Line(values, formulas=formulas, links={"person": words.PLAN_SHEET.say(lang, person=plan.person)})


def _dated(gaps: Sequence[PersonGap], lang: Lang) -> str | None:
    """The gaps in words, those of one period behind its name."""
    said = []
    for period, own in groupby(gaps, key=lambda gap: gap.period):
        of = "" if period is None else words.GAP_OF.say(lang, period=period.label(lang))
        said.append(of + say(tuple(_said(gap, lang) for gap in own), lang))
    return ("；" if lang is Lang.ZH else "; ").join(said) or None


def _said(gap: PersonGap, lang: Lang) -> str:
    """A gap in words: own against the target or the team."""
    own, base = (
        figure(value, gap.measure, unit_of(str(gap.metric)), lang) if isinstance(value, Decimal) else value or ""
        for value in (gap.actual, gap.base)
    )
    return words.GAP_IN_LIST.say(lang, metric=gap.metric, own=own, base=base)
