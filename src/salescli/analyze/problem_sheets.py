"""问题优先级 as quadrants, and 5-Why分析: what to do first, and why each item was missed."""

from collections.abc import Callable, Sequence
from textwrap import wrap

from salescli.analyze.quadrants import MIDDLE, Attention, Judged, Quadrant
from salescli.analyze.whys import WHYS, Whys
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Rule, Series, Sheet, Tone
from salescli.words import drivers as driver_words
from salescli.words import problems as problem_words
from salescli.words.language import Lang, Text

_BLOCK = "judged"
_LINE = 14
"""Display cells of one line of a label; a problem beside its point gets two lines."""

_TONES = {
    Quadrant.QUICK_WIN: Tone.GREEN,
    Quadrant.BIG_PROJECT: Tone.YELLOW,
    Quadrant.FILL_IN: Tone.GREY,
    Quadrant.LATER: Tone.GREY,
}


def quadrant_sheet(found: Sequence[Judged], lang: Lang) -> Sheet | None:
    """The problems in the order of work, with both charts."""
    if not found:
        return None
    fields = (
        Field("rank", problem_words.RANK.say(lang), Format.COUNT),
        Field("problem", problem_words.PROBLEM.say(lang), Format.WRAPPED, width=40),
        Field("impact", problem_words.IMPACT.say(lang), Format.COUNT),
        Field("ease", problem_words.EASE.say(lang), Format.COUNT),
        Field(
            "quadrant", problem_words.QUADRANT.say(lang), width=24, formula=_formula("impact", "ease", Quadrant, lang)
        ),
        Field("importance", problem_words.IMPORTANCE.say(lang), Format.COUNT),
        Field("urgency", problem_words.URGENCY.say(lang), Format.COUNT),
        Field(
            "attention",
            problem_words.ATTENTION_HEADER.say(lang),
            width=28,
            formula=f'IF(COUNT({{importance}},{{urgency}})<2,"",{_formula("importance", "urgency", Attention, lang)})',
        ),
    )
    rules = [Rule(("quadrant",), f'{{quadrant}}="{kind.word.say(lang)}"', tone) for kind, tone in _TONES.items()]
    block = Block(_BLOCK, fields, tuple(_line(item, lang) for item in found), rules=tuple(rules))
    title = problem_words.PROBLEM_ORDER.say(lang)
    return Sheet(
        title, (block,), title=title, notes=(problem_words.PROBLEM_ORDER_NOTE.say(lang),), charts=_charts(found, lang)
    )


def _formula(one: str, other: str, kinds: type[Quadrant] | type[Attention], lang: Lang) -> str:
    """The four words of a pair of scores, in the order of the class: both high, one, other, neither."""
    both, first, second, neither = (f'"{kind.word.say(lang)}"' for kind in kinds)
    return f"IF({{{one}}}>{MIDDLE},IF({{{other}}}>{MIDDLE},{both},{first}),IF({{{other}}}>{MIDDLE},{second},{neither}))"


def _line(item: Judged, lang: Lang) -> Line:
    values: dict[str, CellValue] = {
        "rank": item.rank,
        "problem": item.row.problem,
        "impact": item.row.impact,
        "ease": item.ease,
        "quadrant": item.quadrant.word.say(lang),
        "importance": item.row.importance,
        "urgency": item.row.urgency,
        "attention": None if item.attention is None else item.attention.word.say(lang),
    }
    return Line(values, tones={"quadrant": _TONES[item.quadrant]})


def _charts(found: Sequence[Judged], lang: Lang) -> tuple[Chart, ...]:
    charts = [
        _scatter(
            found, ("ease", "impact"), lambda item: (item.ease, item.row.impact), problem_words.CHART_QUADRANTS, lang
        )
    ]
    if all(item.attention is not None for item in found):
        points = ("urgency", "importance")
        charts.append(
            _scatter(
                found, points, lambda item: (item.row.urgency, item.row.importance), problem_words.CHART_ATTENTION, lang
            )
        )
    return tuple(charts)


def _scatter(
    found: Sequence[Judged], keys: tuple[str, str], at: Callable[[Judged], object], title: Text, lang: Lang
) -> Chart:
    names = {
        "ease": problem_words.EASE,
        "impact": problem_words.IMPACT,
        "urgency": problem_words.URGENCY,
        "importance": problem_words.IMPORTANCE,
    }
    across, up = keys
    series = Series(_BLOCK, up, names[up].say(lang), labels=_labels(found, at))
    return Chart(
        ChartKind.SCATTER,
        title.say(lang),
        (_BLOCK, across),
        (series,),
        across=names[across].say(lang),
        axis=names[up].say(lang),
        bounds=(0, MIDDLE, 6),
        size=(600, 420),
    )


def _labels(found: Sequence[Judged], at: Callable[[Judged], object]) -> tuple[str, ...]:
    """The problems of a point beside its first one, by order and name."""
    spots: dict[object, list[Judged]] = {}
    for item in found:
        spots.setdefault(at(item), []).append(item)
    return tuple("\n".join(map(_named, spots.pop(at(item), ()))) for item in found)


def _named(item: Judged) -> str:
    wide = item.row.problem.isascii()
    lines = wrap(f"{item.rank}. {item.row.problem}", _LINE if wide else _LINE // 2 + 2)
    return "\n".join(lines[:2]) + ("…" if len(lines) > 2 else "")


def whys_sheet(found: Sequence[Whys], lang: Lang) -> Sheet | None:
    """A row per missed item, with room for what is not known yet."""
    if not found:
        return None
    asked = tuple(
        Field(f"why{number}", problem_words.WHY.say(lang, number=number), Format.WRAPPED, width=26)
        for number in range(1, WHYS + 1)
    )
    fields = (
        Field("item", problem_words.WHY_ITEM.say(lang), Format.WRAPPED, width=24),
        Field("finding", problem_words.WHY_FINDING.say(lang), Format.WRAPPED, width=30),
        *asked,
        Field("root", problem_words.WHY_ROOT.say(lang), Format.WRAPPED, width=22),
        Field("remedy", problem_words.WHY_REMEDY.say(lang), Format.WRAPPED, width=22),
    )
    title = problem_words.WHYS.say(lang)
    block = Block("whys", fields, tuple(_why(item, lang) for item in found))
    return Sheet(title, (block,), title=title, notes=(problem_words.WHYS_NOTE.say(lang),), frozen_columns=1)


def _why(item: Whys, lang: Lang) -> Line:
    values: dict[str, CellValue] = {
        "item": item.item,
        "finding": item.finding,
        "root": item.root_cause,
        "remedy": item.remedy,
    }
    asked = {f"why{number}": said for number, said in enumerate(item.whys, start=1)}
    auto = driver_words.AUTO.say(lang).strip()
    tones = {key: Tone.COMPUTED for key, said in asked.items() if said.startswith(auto)}
    blank = [f"why{number}" for number in range(len(asked) + 1, WHYS + 1)] + [
        key for key in ("root", "remedy") if values[key] is None
    ]
    return Line(values | asked, tones=tones | dict.fromkeys(blank, Tone.INPUT))
