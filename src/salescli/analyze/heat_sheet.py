"""达成热力图: achievement by region and month in the colours of the traffic lights."""

from collections.abc import Sequence

from salescli.analyze.heat import Cell
from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone
from salescli.excel.lights import TONES
from salescli.measure.achievement import Thresholds
from salescli.words import insight as words
from salescli.words.analyze import CUTS
from salescli.words.language import Lang


def heat_sheet(found: Sequence[Cell], thresholds: Thresholds, lang: Lang) -> Sheet | None:
    """The map; None with less than two months, which the comparison sheet shows already."""
    months = tuple(dict.fromkeys(cell.month for cell in found))
    if len(months) < 2:
        return None
    keys = {month: f"m{number}" for number, month in enumerate(months, start=1)}
    fields = (
        Field("region", CUTS["region"].say(lang)),
        *(Field(key, month.label(lang), Format.RATIO, width=11) for month, key in keys.items()),
    )
    lines = []
    for region in dict.fromkeys(cell.region for cell in found):
        own = {keys[cell.month]: cell for cell in found if cell.region == region}
        values: dict[str, CellValue] = {"region": region, **{key: cell.achievement for key, cell in own.items()}}
        lines.append(Line(values, tones={key: TONES[cell.status] for key, cell in own.items()}))
    rules = tuple(rule for key in keys.values() for rule in _rules(key, thresholds))
    title = words.HEAT.say(lang)
    block = Block("heat", fields, tuple(lines), rules=rules)
    return Sheet(title, (block,), title=title, notes=(words.HEAT_NOTE.say(lang),), frozen_columns=1)


def _rules(key: str, thresholds: Thresholds) -> tuple[Rule, ...]:
    """The lights of one month; a quotient on a line is compared at nine decimals."""
    reached, near, exceeded = f"ROUND({{{key}}},9)", float(thresholds.near), float(thresholds.exceeded)
    above = f"{reached}{'>=' if thresholds.exceeded_owns_line else '>'}{exceeded!r}"
    below = f"{reached}{'<' if thresholds.near_owns_line else '<='}{near!r}"
    number = f"ISNUMBER({{{key}}})"
    return (
        Rule((key,), f"AND({number},{below})", Tone.RED),
        Rule((key,), f"AND({number},{above})", Tone.GREEN),
        Rule((key,), f"AND({number},NOT({below}),NOT({above}))", Tone.YELLOW),
    )
