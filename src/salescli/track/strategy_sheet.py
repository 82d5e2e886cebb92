"""The sheet 策略跟踪: the declared `strategy` table with what its dates say, and progress by owner below it."""

from dataclasses import replace
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone
from salescli.excel.template import fields_of, line_of
from salescli.track.strategies import Owner, Standing, Strategies, Strategy
from salescli.track.tables import STRATEGY, Progress
from salescli.words import outlook as words
from salescli.words.language import Lang

TONES: Final = {
    Standing.OVERDUE: Tone.RED,
    Standing.NOT_BEGUN: Tone.YELLOW,
    Standing.DONE: Tone.GREEN,
    Standing.RUNNING: None,
    Standing.AHEAD: Tone.GREY,
}


def strategy_sheet(found: Strategies, lang: Lang) -> Sheet:
    """All strategies, then their owners."""
    day = found.strategies[0].as_of
    standings = [item.standing for item in found.strategies]
    hint = words.STRATEGIES_HINT.say(
        lang,
        day=day,
        count=len(standings),
        overdue=standings.count(Standing.OVERDUE),
        waiting=standings.count(Standing.NOT_BEGUN),
    )
    late = Standing.OVERDUE in standings
    name = words.STRATEGIES.say(lang)
    blocks = (_owners(found, lang), _strategies(found, lang))  # the last one, so that it reads back
    return Sheet(name, blocks, title=name, subtitle=hint, tab=Tone.RED if late else Tone.GREEN, freeze=False)


def _strategies(found: Strategies, lang: Lang) -> Block:
    named = [item for item in STRATEGY.fields if item.required or _used(item.key, found)]
    fields = tuple(replace(item, note=None) for item in fields_of(STRATEGY, lang, tuple(item.key for item in named)))
    day = found.strategies[0].as_of
    today = f"DATE({day.year},{day.month},{day.day})"
    computed = (
        Field("standing", words.STANDING.say(lang), formula=_standing(today, lang), width=16),
        Field(
            "overdue",
            words.OVERDUE_DAYS.say(lang),
            Format.COUNT,
            formula=f"IF(AND({{due}}<{today},NOT({_begins(Progress.DONE, lang)})),{today}-{{due}},0)",
        ),
    )
    lines = tuple(_line(item, [field.key for field in named], lang) for item in found.strategies)
    rules = tuple(
        Rule(("standing",), f'{{standing}}="{standing.word.say(lang)}"', tone)
        for standing, tone in TONES.items()
        if tone is not None
    )
    return Block("strategies", (*fields, *computed), lines, rules=rules)


def _used(key: str, found: Strategies) -> bool:
    return any(getattr(item.row, key) is not None for item in found.strategies)


def _line(item: Strategy, keys: list[str], lang: Lang) -> Line:
    written = line_of(STRATEGY, item.row, lang)
    values: dict[str, CellValue] = {key: written[key] for key in keys}
    values |= {"standing": item.standing.word.say(lang), "overdue": item.overdue_days}
    tone = TONES[item.standing]
    return Line(values, tones={} if tone is None else {"standing": tone})


def _begins(progress: Progress, lang: Lang) -> str:
    """Whether the progress cell says so, whatever detail stands behind the word."""
    word = progress.word.say(lang)
    return f'LEFT({{progress}},{len(word)})="{word}"'


def _standing(today: str, lang: Lang) -> str:
    word = {standing: f'"{standing.word.say(lang)}"' for standing in Standing}
    waiting = f"IF({{start}}<{today},{word[Standing.NOT_BEGUN]},{word[Standing.AHEAD]})"
    open_ = f"IF({_begins(Progress.NOT_STARTED, lang)},{waiting},{word[Standing.RUNNING]})"
    return (
        f"IF({_begins(Progress.DONE, lang)},{word[Standing.DONE]},IF({{due}}<{today},{word[Standing.OVERDUE]},{open_}))"
    )


def _owners(found: Strategies, lang: Lang) -> Block:
    """Counted over the table above; names are compared with EXACT."""
    own = "EXACT({strategies:owner},{owner})"
    fields = (
        Field("owner", words.OWNER.say(lang)),
        Field("count", words.COUNT.say(lang), Format.COUNT, formula=f"SUMPRODUCT({own}*1)"),
        *(
            Field(
                standing.value,
                standing.word.say(lang),
                Format.COUNT,
                formula=f'SUMPRODUCT({own}*({{strategies:standing}}="{standing.word.say(lang)}"))',
            )
            for standing in Standing
        ),
        Field("done_share", words.COMPLETION.say(lang), Format.RATIO, formula="{done}/{count}"),
    )
    return Block(
        "strategy_owners",
        fields,
        tuple(_owner(owner) for owner in found.owners),
        title=words.OWNERS.say(lang),
        rules=(Rule(("overdue",), "{overdue}>0", Tone.RED), Rule(("not_begun",), "{not_begun}>0", Tone.YELLOW)),
        filter=False,
    )


def _owner(owner: Owner) -> Line:
    values: dict[str, CellValue] = {"owner": owner.name, "count": len(owner.strategies), "done_share": owner.done}
    return Line(values | {standing.value: owner.count(standing) for standing in Standing})
