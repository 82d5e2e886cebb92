"""The plan itself, in the table that tracking reads, and the proof that every level of it adds up."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone
from salescli.excel.template import fields_of, line_of
from salescli.measure.period import Month, Quarter, WeekPiece
from salescli.measure.rounding import half_up
from salescli.split.book_formulas import FORMATS, Live, Lives, between, literal, of_month, of_quarter
from salescli.split.book_grid import Grid
from salescli.split.book_layers import LAYERS, layer_formulas
from salescli.split.book_weeks import month_of_weeks, week_of
from salescli.split.checks import Check, Pinned
from salescli.split.goals import Goal
from salescli.split.leftovers import Leftover
from salescli.split.result import SplitResult
from salescli.split.tables.actions import ACTIONS, ActionRow
from salescli.split.tables.goals import GOALS
from salescli.split.tables.plan import PLAN
from salescli.split.team import Person
from salescli.split.weeks import VIEWED
from salescli.words import split as words
from salescli.words.language import Lang

Weeks = Mapping[tuple[Goal, Month], str]
"""The formula that adds up the weeks of a month."""

Spare = Mapping[tuple[Goal, str, object], Leftover]
"""What rounding did to one part of one level."""


def plan_sheet(result: SplitResult, lang: Lang) -> Sheet:
    """One line a leaf. Figures are plain numbers (a ratio as a percentage), so that they can be added up."""
    again = any(leaf.in_force is not None for leaf in result.leaves)
    fields = tuple(
        replace(item, format=Format.MONTH) if item.key == "month" else item
        for item in fields_of(PLAN, lang)
        if again or item.key != "in_force"
    )
    lines = []
    for split in result.splits:
        shown = dict.fromkeys(("target", "in_force") if again else ("target",), FORMATS[split.goal.measure])
        for leaf in split.leaves:
            values: dict[str, CellValue] = {
                "month": leaf.month,
                "region": leaf.person.region,
                "product": leaf.product,
                "employee_id": leaf.person.employee_id,
                "person": leaf.person.name,
                "metric": split.goal.metric,
                "target": leaf.target,
            }
            if again:
                values["in_force"] = leaf.in_force
            lines.append(Line(values, formats=shown))
    name = PLAN.sheet(lang)
    notes = (words.PLAN_AGAIN_NOTE.say(lang),) if again else ()
    return Sheet(
        name, (Block("plan", fields, tuple(lines)),), title=name, subtitle=words.PLAN_NOTE.say(lang), notes=notes
    )


def actions_sheet(rows: Iterable[ActionRow], lang: Lang) -> Sheet:
    """The action table as it was given."""
    lines = tuple(Line(line_of(ACTIONS, row, lang)) for row in rows)
    name = ACTIONS.sheet(lang)
    return Sheet(name, (Block("actions", fields_of(ACTIONS, lang), lines),), title=name)


def checks_sheet(result: SplitResult, lives: Lives, grids: Mapping[Goal, Grid], lang: Lang) -> Sheet:
    """Every identity: what it is to be, what the plan adds up to now, and whether they are the same."""
    tied, differs = words.TIED.say(lang), words.DIFFERS.say(lang)
    fields = (
        Field("metric", PLAN.header("metric", lang)),
        Field("year", GOALS.header("year", lang), Format.YEAR),
        Field("level", words.LEVEL.say(lang)),
        Field("part", words.PART.say(lang)),
        Field("expected", words.EXPECTED.say(lang), Format.MONEY),
        Field("actual", words.SUM.say(lang), Format.MONEY, computed=True),
        Field(
            "difference",
            words.DIFFERENCE.say(lang),
            Format.MONEY,
            formula="ROUND({actual}-{expected},6)",
            computed=True,
        ),
        Field("ok", words.TIES.say(lang), formula=f'IF({{difference}}=0,"{tied}","{differs}")', computed=True),
        Field("share", words.EXACT_SHARE.say(lang), Format.NUMBER),
        Field("moved", words.MOVED.say(lang), Format.NUMBER),
    )
    spare: Spare = {
        (goal, item.level, item.part): item for goal, items in result.views.leftovers.items() for item in items
    }
    weeks = {
        (goal, month.month): month_of_weeks(month, grids[goal])
        for goal, plan in result.views.weeks.items()
        for month in plan.months
    }
    lines = tuple(
        _line(check, lives[check.goal], grids.get(check.goal), weeks, spare, lang)
        if check.level not in LAYERS
        else _shown(check, layer_formulas(check, result.views, grids[check.goal], lives[check.goal], lang), lang)
        for check in result.checks
    )
    rules = (
        Rule(("difference", "ok"), f'{{ok}}<>"{tied}"', Tone.RED),
        Rule(("ok",), f'{{ok}}="{tied}"', Tone.GREEN),
    )
    name = words.CHECKS.say(lang)
    note = words.CHECKS_NOTE.say(lang, plan=PLAN.sheet(lang))
    return Sheet(name, (Block("checks", fields, lines, rules=rules),), title=name, subtitle=note, tab=Tone.GREEN)


def _line(check: Check, live: Live, grid: Grid | None, weeks: Weeks, spare: Spare, lang: Lang) -> Line:
    tied, differs = words.TIED.say(lang), words.DIFFERS.say(lang)
    more: dict[str, CellValue] = {}
    of_weeks = weeks[check.goal, check.part] if check.level == "week" and isinstance(check.part, Month) else None
    found = spare.get((check.goal, check.level, check.part))
    if found is not None and found.moved:
        more = {"share": half_up(found.share, 4), "moved": half_up(found.moved, 4)}
    formulas = {"actual": of_weeks or _actual(check, live)}
    if grid is not None and isinstance(check.part, WeekPiece):
        expected, actual = week_of(check.part, grid), week_of(check.part, grid, VIEWED[check.level], lang)
        formulas = {"expected": expected, "actual": actual}
    if check.level == "inherited":
        formulas["ok"] = f'IF({live.strangers()}=0,"{tied}","{differs}")'
    return _shown(check, formulas, lang, more)


def _shown(
    check: Check, formulas: Mapping[str, str], lang: Lang, more: Mapping[str, CellValue] = MappingProxyType({})
) -> Line:
    """The line of an identity; `more` are figures beside it."""
    values: dict[str, CellValue] = {
        "metric": check.goal.metric,
        "year": check.goal.year,
        "level": words.LEVELS[check.level].say(lang),
        "part": _part(check, lang),
        "expected": check.expected,
        "actual": check.actual,
        "difference": check.actual - check.expected,
        "ok": (words.TIED if check.ok else words.DIFFERS).say(lang),
        **more,
    }
    tones = {"ok": Tone.GREEN if check.ok else Tone.RED}
    shown = dict.fromkeys(("expected", "actual", "difference"), FORMATS[check.goal.measure])
    return Line(values, tones, formulas, formats=shown)


def _actual(check: Check, live: Live) -> str:
    """The formula that adds the plan up for one identity."""
    match check.part:
        case Quarter() as quarter:
            return live.total(*of_quarter(quarter))
        case Month() as month:
            return live.total(of_month(month))
        case Person() as person:
            found = [("region", literal(person.region)), ("person", literal(person.name))]
            if person.employee_id is not None:
                found.append(("employee_id", literal(person.employee_id)))
            return live.total(*found)
        case Pinned() as pinned:
            return live.total(*_of_pin(pinned, check.goal))
        case (region, product):
            return live.total(("region", literal(region)), ("product", literal(product)))
        case str() as name:
            return live.total((check.level, literal(name)))
    if check.level == "inherited":
        return f"IF({live.strangers()}=0,{{expected}},{live.average()})"
    return live.total()


def _of_pin(pinned: Pinned, goal: Goal) -> list[tuple[str, str]]:
    """Criteria for all that a pin is of."""
    person = pinned.person
    named = [("region", pinned.region), ("product", pinned.product)]
    if person is not None:
        named += [("person", person.name), ("employee_id", person.employee_id)]
    found = [(key, literal(name)) for key, name in named if name is not None]
    return found + (between(*pinned.period(goal)) if pinned.months else [])


def _pin_said(pinned: Pinned, goal: Goal, lang: Lang) -> str:
    """Whose pin, of when, and where it was written."""
    person = pinned.person
    names = (pinned.region, person.name if person is not None else None, pinned.product)
    who = " ".join(name for name in names if name) or words.COMPANY.say(lang)
    first, last = (month.label(lang) for month in pinned.period(goal))
    when = goal.year.label(lang) if not pinned.months else first if first == last else f"{first} – {last}"
    return f"{who} {when} ({pinned})"


def _part(check: Check, lang: Lang) -> str | None:
    match check.part:
        case Quarter() | Month() as period:
            return period.label(lang)
        case WeekPiece() as piece:
            return words.WEEK_PART.say(lang, first=piece.first.isoformat(), last=piece.last.isoformat())
        case Person() as person:
            return " ".join(part for part in (person.region, person.name, person.employee_id) if part)
        case Pinned() as pinned:
            return _pin_said(pinned, check.goal, lang)
        case (region, product):
            return f"{region} × {product}"
        case str() as name:
            return name
    return None
