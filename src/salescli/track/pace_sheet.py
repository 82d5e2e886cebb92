"""The sheet 进度预警: the team's pace in each period, and of the running ones everybody's, most at risk first."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone, Total
from salescli.excel.lights import TONES, achievement_formula
from salescli.measure.achievement import Thresholds
from salescli.measure.ratio import percent
from salescli.track.outlook import Outlook
from salescli.track.pace import Alert, Pace, PeriodPace, State
from salescli.track.pace_sums import PaceSums
from salescli.track.result import TrackResult
from salescli.track.spoken import month_spans
from salescli.track.tables import MONTHLY
from salescli.words import outlook as words
from salescli.words import track as shared
from salescli.words.language import Lang

TEAM: Final = "pace"
_NOTES: Final = {
    State.NOT_BEGUN: words.NOT_BEGUN_NOTE,
    State.CLOSED: words.CLOSED_NOTE,
    State.NO_DAYS_LEFT: words.NO_DAYS_NOTE,
}


def pace_sheet(outlook: Outlook, result: TrackResult, lang: Lang) -> Sheet:
    """The team block first; targets and actuals are sums over 月度跟踪, so what is typed there moves the pace."""
    lights, sums = result.thresholds, PaceSums(result)
    running = [item for item in outlook.paces if item.team.clock.state.running]
    blocks = [_team(outlook, sums, lang), *(_people(item, sums, lang) for item in running)]
    fixed = () if all(sums.live(item) for item in running) else (words.PACE_FIXED.say(lang),)
    risky = any(item.team.alert(lights) in (Alert.ALARM, Alert.WATCH) for item in running)
    near = percent(lights.near, 0)
    return Sheet(
        words.PACE.say(lang),
        tuple(blocks),
        title=words.PACE_TITLE.say(lang, day=outlook.as_of),
        subtitle=words.PACE_HINT.say(lang),
        notes=(
            words.ALERT_LEGEND.say(lang, near=near),
            words.PACE_LIVE.say(lang),
            *fixed,
            *_state_notes(outlook, lang),
        ),
        tab=Tone.RED if risky else Tone.GREEN,
        freeze=False,
    )


def _state_notes(outlook: Outlook, lang: Lang) -> list[str]:
    """A word for each period that is not simply running, or is judged without some of its months."""
    notes = [
        _NOTES[item.team.clock.state].say(lang, period=item.period.label(lang))
        for item in outlook.paces
        if item.team.clock.state in _NOTES and item.team.figures.told
    ]
    return [*notes, *(without_note(item, lang) for item in outlook.paces if item.silent)]


def without_note(item: PeriodPace, lang: Lang) -> str:
    """Which months a period is judged without, since nobody told anything of them."""
    return words.WITHOUT_NOTE.say(lang, period=item.period.label(lang), months=month_spans(item.silent))


def period_label(item: PeriodPace, lang: Lang) -> str:
    """The name of a period, and of its months where it is judged by some of them alone."""
    if not item.silent:
        return item.period.label(lang)
    months = month_spans(item.months, item.period.first.year)
    return words.PERIOD_IN_PART.say(lang, period=item.period.label(lang), months=months)


def alert_rules(lang: Lang, *, total: bool = False) -> tuple[Rule, ...]:
    """The colours that follow the word of the field `alert`."""
    return tuple(
        Rule(("alert",), f'{{alert}}="{alert.word.say(lang)}"', TONES[alert.status], total=total) for alert in Alert
    )


def alert_tone(pace: Pace, lights: Thresholds) -> dict[str, Tone]:
    """The colour of the alert cell, for programs that lay no rules over it."""
    return {"alert": TONES[pace.alert(lights).status]}


def pace_values(pace: Pace, lights: Thresholds, lang: Lang) -> dict[str, CellValue]:
    """The engine's figures under this sheet's keys."""
    clock = pace.clock
    return {
        "state": clock.state.word.say(lang),
        "target": pace.figures.target,
        "actual": pace.figures.actual,
        "achievement": pace.figures.achievement,
        "days": clock.days,
        "elapsed": clock.elapsed,
        "days_left": clock.left,
        "progress": clock.progress,
        "ahead": pace.ahead,
        "projected": pace.projected,
        "at_risk": pace.at_risk,
        "left": pace.left,
        "needed": pace.needed,
        "alert": pace.alert(lights).word.say(lang),
    }


def _formulas(days: str, elapsed: str, left: str, lights: Thresholds, lang: Lang) -> dict[str, str]:
    """Every figure that follows, from the line's target and actual and the cells that hold its working days."""
    word = {alert: f'"{alert.word.say(lang)}"' for alert in Alert}
    actual, target = f"ROUND({{actual}}*100,0)*{days}", f"ROUND({{target}}*100,0)*{elapsed}"
    sign = ">=" if lights.near_owns_line else ">"
    untold = '{actual}=""'
    near = f"{actual}*{lights.near.denominator}{sign}{target}*{lights.near.numerator}"
    told = f"IF({actual}>={target},{word[Alert.ON_TRACK]},IF({near},{word[Alert.WATCH]},{word[Alert.ALARM]}))"
    judged = f"IF({elapsed}<=0,{word[Alert.OPEN]},{told})"
    projected = f"{{actual}}*{days}/{elapsed}"
    return {
        "achievement": f'IF({untold},"",{achievement_formula()})',
        "progress": f'IF({days}>0,{elapsed}/{days},"")',
        "ahead": f'IF({untold},"",IF(AND({{target}}>0,{days}>0),({{actual}}/{{target}}-{elapsed}/{days})*100,""))',
        "projected": f'IF({untold},"",IF({elapsed}>0,{projected},""))',
        "at_risk": f"IF({untold},0,IF(AND({{target}}>0,{elapsed}>0),MAX({{target}}-{projected},0),0))",
        "left": f'IF(AND({untold},{left}<=0),"",MAX({{target}}-N({{actual}}),0))',
        "needed": f'IF({left}>0,MAX({{target}}-N({{actual}}),0)/{left},"")',
        "alert": f"IF({{target}}<=0,{word[Alert.NO_TARGET]},IF({untold},{word[Alert.NO_DATA]},{judged}))",
    }


def _field(key: str, lang: Lang, formulas: Mapping[str, str]) -> Field:
    named = {
        "state": words.STATE,
        "progress": words.TIME_PROGRESS,
        "ahead": words.AHEAD,
        "projected": words.PROJECTED,
        "at_risk": words.AT_RISK,
        "left": words.LEFT,
        "needed": words.NEEDED,
        "days": words.DAYS,
        "elapsed": words.ELAPSED,
        "days_left": words.DAYS_LEFT,
        "alert": words.ALERT,
        "target": shared.TARGET_SHORT,
        "actual": shared.ACTUAL_SHORT,
    }
    formats = {
        "state": Format.TEXT,
        "alert": Format.TEXT,
        "target": Format.MONEY,
        "actual": Format.MONEY,
        "achievement": Format.RATIO,
        "progress": Format.RATIO,
        "ahead": Format.POINTS,
    }
    header = named[key] if key in named else MONTHLY.label(key)
    return Field(key, header.say(lang), formats.get(key, Format.COUNT), formula=formulas.get(key))


def _team(outlook: Outlook, sums: PaceSums, lang: Lang) -> Block:
    lights = sums.result.thresholds
    formulas = _formulas("{days}", "{elapsed}", "{days_left}", lights, lang)
    keys: tuple[str, ...] = (
        "state",
        "target",
        "actual",
        "achievement",
        "progress",
        "ahead",
        "projected",
        "at_risk",
        "left",
    )
    keys += ("days", "elapsed", "days_left", "needed", "alert")
    fields = (Field("period", words.PERIOD.say(lang), width=18), *(_field(key, lang, formulas) for key in keys))
    lines = tuple(
        Line(
            {"period": period_label(item, lang), **pace_values(item.team, lights, lang)},
            tones=alert_tone(item.team, lights),
            formulas=sums.team(item),
            id=str(item.period),
        )
        for item in outlook.paces
    )
    return Block(TEAM, fields, lines, title=words.TEAM_PACE.say(lang), rules=alert_rules(lang), filter=False)


def _people(item: PeriodPace, sums: PaceSums, lang: Lang) -> Block:
    lights, live = sums.result.thresholds, sums.live(item)
    at = f"@{item.period}"
    formulas = _formulas(f"{{{TEAM}:days{at}}}", f"{{{TEAM}:elapsed{at}}}", f"{{{TEAM}:days_left{at}}}", lights, lang)
    totals: dict[str, Total | None] = {"target": Total.SUM, "actual": Total.SUM if item.team.figures.told else None}
    keys = ("target", "actual", "achievement", "ahead", "projected", "at_risk", "left", "needed", "alert")
    figures = tuple(
        replace(field, total=totals.get(field.key, field.formula))
        for field in (_field(key, lang, formulas) for key in keys)
    )
    names = ("region", "person", "employee_id")
    shown = tuple(key for key in names if key != "employee_id" or any(who.employee_id for who, _ in item.people))
    fields = (*(Field(key, MONTHLY.label(key).say(lang)) for key in shown), *figures)
    lines = []
    for who, pace in item.people:
        own = {"region": item.region(who), "person": who.name, "employee_id": who.employee_id}
        values = {**{key: own[key] for key in shown}, **_only(keys, pace_values(pace, lights, lang))}
        summed = sums.person(item, who, told=pace.figures.told) if live else {}
        lines.append(Line(values, tones=alert_tone(pace, lights), formulas=summed))
    total = Line(
        {"region": shared.TOTAL.say(lang), **_only(keys, pace_values(item.team, lights, lang))},
        tones=alert_tone(item.team, lights),
    )
    title = words.PEOPLE_PACE.say(lang, period=period_label(item, lang))
    rules = alert_rules(lang, total=True)
    return Block(people_id(item), fields, tuple(lines), title=title, total=total, rules=rules)


def people_id(item: PeriodPace) -> str:
    """The id of the block of a period's people."""
    return f"{TEAM}_{item.period}"


def _only(keys: tuple[str, ...], values: Mapping[str, CellValue]) -> dict[str, CellValue]:
    return {key: values[key] for key in keys}
