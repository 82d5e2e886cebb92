"""策略效果 and 策略进度: what each strategy has brought, and how far it is."""

from collections.abc import Iterator, Sequence
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone
from salescli.excel.measured import form_of
from salescli.measure.achievement import Direction
from salescli.review.effectiveness import Effect, Measured
from salescli.review.finding_sheets import CHANGES, live_change
from salescli.review.notebooks import STRATEGY_NOTES, StrategyNote
from salescli.review.spans import ReviewPeriod
from salescli.review.strategies import Strategy
from salescli.track.tables import Progress
from salescli.words import effects as effect_words
from salescli.words import improve
from salescli.words import review as words
from salescli.words.language import Lang, Text

STRATEGIES, EFFECTS = "strategies", "effects"
_PROGRESS_TONES: Final = {
    Progress.DONE: Tone.GREEN,
    Progress.RUNNING: Tone.YELLOW,
    Progress.NOT_STARTED: Tone.GREY,
}
_EFFECT_TONES: Final = {Effect.EFFECTIVE: Tone.GREEN, Effect.NOT_YET: Tone.YELLOW, Effect.NO_DATA: Tone.GREY}


def effect_sheet(found: Sequence[Strategy], kept: Sequence[StrategyNote], lang: Lang) -> Sheet:
    """Each strategy with its metric before and after, and a column for what the meeting says of it."""
    table = STRATEGY_NOTES.table
    fields = (
        Field("name", table.header("name", lang), Format.WRAPPED, width=22, computed=True),
        Field("owner", table.header("owner", lang), computed=True),
        Field("goal", effect_words.STRATEGY_GOAL.say(lang), Format.WRAPPED, width=24, computed=True),
        Field("metric", words.METRIC.say(lang), computed=True),
        Field("before_of", effect_words.BEFORE_OF.say(lang), computed=True),
        Field("before", words.BEFORE.say(lang), Format.NUMBER, computed=True),
        Field("after_of", effect_words.AFTER_OF.say(lang), computed=True),
        Field("after", words.AFTER.say(lang), Format.NUMBER, computed=True),
        Field("change", words.CHANGE.say(lang), Format.NUMBER, computed=True),
        Field("target", words.STATED_TARGET.say(lang), Format.NUMBER, computed=True),
        Field("target_from", effect_words.TARGET_FROM.say(lang), computed=True),
        Field("way", effect_words.WAY_GONE.say(lang), Format.RATIO, computed=True),
        Field("effect", effect_words.EFFECT.say(lang), computed=True),
        Field("evidence", effect_words.EVIDENCE.say(lang), Format.WRAPPED, width=34, computed=True),
        Field("remark", table.header("remark", lang), Format.WRAPPED, width=40),
    )
    lines = [_effect(item, lang) for item in found]
    lines += [Line({"name": note.name, "owner": note.owner, "remark": note.remark}) for note in kept]
    rules = tuple(
        Rule(("effect",), f'{{effect}}="{effect.word.say(lang)}"', tone) for effect, tone in _EFFECT_TONES.items()
    )
    title = words.STRATEGIES.say(lang)
    notes = (*(note.say(lang) for note in effect_words.EFFECT_NOTES), improve.REMARK_NOTE.say(lang))
    block = Block(EFFECTS, fields, tuple(lines), rules=rules)
    return Sheet(title, (block,), title=title, notes=notes, tab=Tone.INPUT, frozen_columns=1, pages_wide=2)


def _effect(item: Strategy, lang: Lang) -> Line:
    found = item.measured
    values: dict[str, CellValue] = {
        "name": item.name,
        "owner": item.owner,
        "goal": item.goal,
        "effect": item.effect.word.say(lang),
        "evidence": grounds(item, lang) or None,
        "remark": item.remark,
    }
    tones = {"effect": _EFFECT_TONES[item.effect], "remark": Tone.INPUT}
    if found is None:
        return Line(values, tones=tones)
    figures = {key: getattr(found, key) for key in ("before", "after", "change", "target")}
    formats = {key: form_of(found.measure, value, found.name, found.unit) for key, value in figures.items()}
    formats["change"] = CHANGES[found.measure]
    origin = None if item.effect is Effect.NO_DATA else found.origin.word.say(lang)
    values |= {"metric": found.name, **figures, "target_from": origin, "way": found.way}
    values |= {
        key: _period(of, value, lang)
        for key, of, value in (
            ("before_of", found.before_of, found.before),
            ("after_of", found.after_of, found.after if found.after is not None else found.change),
        )
    }
    return Line(values, tones=tones, formats=formats, formulas=dict(_live(found, lang)))


def grounds(item: Strategy, lang: Lang) -> str:
    """What a verdict rests on, how the goal was read, and why there is none."""
    found = item.measured
    of_figures = () if found is None else (found.source, found.reading, _worse(found))
    said = (*of_figures, item.why)
    return ("；" if lang is Lang.ZH else "; ").join(text.say(lang) for text in said if text is not None)


def _worse(found: Measured) -> Text | None:
    if not found.worse:
        return None
    return effect_words.WORSE_YET_REACHED if found.reached else effect_words.WORSE


def _period(of: ReviewPeriod | None, value: CellValue, lang: Lang) -> str | None:
    if value is None:
        return None
    return effect_words.AS_STATED.say(lang) if of is None else of.label(lang)


def _live(found: Measured, lang: Lang) -> Iterator[tuple[str, str]]:
    """The change, the way gone and the effect, as far as they follow from the cells beside them."""
    lower = found.direction is Direction.LOWER
    if found.before is not None and found.after is not None:
        yield "change", live_change(found.measure)["change"]
    if found.way is not None:
        yield "way", "({after}-{before})/({target}-{before})"
    good, bad = (f'"{effect.word.say(lang)}"' for effect in (Effect.EFFECTIVE, Effect.NOT_YET))
    if found.effect is Effect.NO_DATA:
        return
    if found.aims and found.after is not None:
        near, far = ("{target}", "{after}") if lower else ("{after}", "{target}")
        reached = f"ROUND({near}-{far},9){'>' if found.beyond else '>='}0"
        if found.improving and found.before is not None:
            reached = f"AND({reached},{{after}}{'<=' if lower else '>='}{{before}})"
        yield "effect", f"IF({reached},{good},{bad})"
    elif not found.aims and found.change is not None:
        yield "effect", f"IF({{change}}{'<' if lower else '>'}0,{good},{bad})"


def progress_sheet(found: Sequence[Strategy], as_of: str, lang: Lang) -> Sheet:
    """Every strategy with its progress, the longest overdue first."""
    fields = (
        Field("name", words.STRATEGY.say(lang), Format.WRAPPED, width=26),
        Field("goal", words.GOAL.say(lang)),
        Field("owner", words.OWNER.say(lang)),
        Field("due", words.DUE.say(lang), Format.DATE),
        Field("progress", words.PROGRESS.say(lang)),
        Field("detail", words.DETAIL.say(lang), Format.WRAPPED),
        Field("overdue", words.OVERDUE_DAYS.say(lang), Format.COUNT),
        Field("risk", words.RISK.say(lang), Format.WRAPPED),
    )
    lines = tuple(_strategy(item, lang) for item in found)
    rules = (
        Rule(("overdue", "due"), "N({overdue})>0", Tone.RED),
        *(
            Rule(("progress",), f'{{progress}}="{progress.word.say(lang)}"', tone)
            for progress, tone in _PROGRESS_TONES.items()
        ),
    )
    title = improve.PROGRESS_SHEET.say(lang)
    block = Block(STRATEGIES, fields, lines, rules=rules)
    return Sheet(title, (block,), title=title, subtitle=words.AS_OF.say(lang, day=as_of), frozen_columns=1)


def _strategy(item: Strategy, lang: Lang) -> Line:
    tones = {"progress": _PROGRESS_TONES[item.progress]}
    if item.overdue:
        tones |= {"overdue": Tone.RED, "due": Tone.RED}
    return Line(
        {
            "name": item.name,
            "goal": item.goal,
            "owner": item.owner,
            "due": item.due,
            "progress": item.progress.word.say(lang),
            "detail": item.detail or None,
            "overdue": item.overdue_days or None,
            "risk": item.risk,
        },
        tones=tones,
    )
