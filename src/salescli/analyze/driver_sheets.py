"""变动归因 as it is written: walks as waterfalls."""

from collections.abc import Sequence

from salescli.analyze.drill import ZERO, Breakdown
from salescli.analyze.drivers import Walk, walk
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Series, Sheet, Tone
from salescli.measure.ratio import divide
from salescli.words import analyze as words
from salescli.words import drivers as driver_words
from salescli.words.language import Lang, Text


def drivers_sheet(found: Sequence[Breakdown], lang: Lang, period: str) -> Sheet | None:
    """The walks of the first metric, one block a cut; None where nothing is compared."""
    walks = [made for item in found if item.metric == found[0].metric if (made := walk(item)) is not None]
    if not walks:
        return None
    title = driver_words.DRIVERS.say(lang)
    return Sheet(
        title,
        tuple(_block(item, lang) for item in walks),
        title=title,
        subtitle=period or None,
        notes=(driver_words.DRIVERS_SUM.say(lang),),
        charts=tuple(_chart(item, lang) for item in walks if item.steps),
    )


def _id(made: Walk) -> str:
    return f"walk_{made.found.cut}"


def _block(made: Walk, lang: Lang) -> Block:
    def money(key: str, header: Text, form: Format = Format.MONEY, *, aside: bool = False) -> Field:
        return Field(key, header.say(lang), form, aside=aside)

    fields = (
        Field("item", driver_words.BRIDGE_ITEM.say(lang)),
        money("change", driver_words.BRIDGE_CHANGE, Format.SIGNED_MONEY),
        Field("share", words.SHARE.say(lang), Format.SHARE),
        money("level", driver_words.BRIDGE_LEVEL),
        money("base", driver_words.BRIDGE_BASE, aside=True),
        money("ends", driver_words.BRIDGE_ENDS, aside=True),
        money("up", driver_words.BRIDGE_UP, aside=True),
        money("down", driver_words.BRIDGE_DOWN, aside=True),
    )
    title = driver_words.BRIDGE_TITLE.say(lang, metric=made.found.metric, cut=made.found.cut.word)
    return Block(_id(made), fields, _lines(made, lang), title=title, filter=False)


def _lines(made: Walk, lang: Lang) -> tuple[Line, ...]:
    """Start, steps and end; every figure follows the comparison sheet of the cut."""
    own, parts = _id(made), f"{made.found.cut}1"
    at = {part.metric.scope: number for number, part in enumerate(made.found.parts, start=1)}
    start = {"level": f"{{{parts}:previous@total}}", "ends": "{level}"}
    lines = [_end(driver_words.BRIDGE_START.say(lang), made.start, start)]
    whole, before = made.found.change, made.start
    for number, step in enumerate(made.steps, start=2):
        changes = "+".join(f"{{{parts}:change@{at[part.metric.scope]}}}" for part in step.parts)
        last = f"{{{own}:level@{number - 1}}}"
        name = driver_words.BRIDGE_REST.say(lang, count=len(step.parts))
        if step.alone:
            name = step.alone.metric.scope.label(lang)
        values: dict[str, CellValue] = {
            "item": name,
            "change": step.change,
            "share": None if not whole else divide(step.change, whole),
            "level": step.level,
            "base": min(before, step.level),
            "up": max(step.change, ZERO),
            "down": max(-step.change, ZERO),
        }
        formulas = {
            "change": f"ROUND({changes},2)",
            "share": f'IF(ROUND({{{parts}:change@total}},2)=0,"",{{change}}/{{{parts}:change@total}})',
            "level": f"ROUND({last}+{{change}},2)",
            "base": f"MIN({last},{{level}})",
            "up": "MAX({change},0)",
            "down": "MAX(-{change},0)",
        }
        lines.append(Line(values, formulas=formulas, tones={"change": Tone.GREEN if step.change > 0 else Tone.RED}))
        before = step.level
    end = {"level": f"{{{own}:level@{len(lines)}}}", "ends": f"{{{parts}:actual@total}}"}
    lines.append(_end(driver_words.BRIDGE_END.say(lang), made.end, end))
    return tuple(lines)


def _end(name: str, value: CellValue, formulas: dict[str, str]) -> Line:
    return Line({"item": name, "level": value, "ends": value}, formulas=formulas, tone=Tone.STRONG)


def _chart(made: Walk, lang: Lang) -> Chart:
    """A waterfall; where the level crosses zero its bars cannot stand on a base, so the changes stand alone."""
    own = _id(made)
    title = driver_words.BRIDGE_TITLE.say(lang, metric=made.found.metric, cut=made.found.cut.word)
    if min(made.start, *(step.level for step in made.steps)) < 0:
        change = Series(own, "change", driver_words.BRIDGE_CHANGE.say(lang))
        return Chart(ChartKind.COLUMN, title, (own, "item"), (change,), block=own)
    series = (
        Series(own, "base", driver_words.BRIDGE_BASE.say(lang), invisible=True),
        Series(own, "ends", driver_words.BRIDGE_ENDS.say(lang), Tone.GREY),
        Series(own, "up", driver_words.BRIDGE_UP.say(lang), Tone.GREEN),
        Series(own, "down", driver_words.BRIDGE_DOWN.say(lang), Tone.RED),
    )
    return Chart(ChartKind.STACKED_COLUMN, title, (own, "item"), series, from_zero=True, block=own, size=(760, 320))
