"""The first sheet: the goals, how regions and product lines share them, and the year's shape."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from salescli.excel.book import (
    Bar,
    Block,
    CellValue,
    Chart,
    ChartKind,
    Field,
    Format,
    Line,
    Rule,
    Series,
    Sheet,
    Tone,
    Total,
)
from salescli.measure.metric import base_unit, unit_word
from salescli.measure.ratio import divide
from salescli.measure.rounding import exact, half_up, plain
from salescli.split.book_formulas import FORMATS, Live, Lives, cell, literal, of_month
from salescli.split.book_grid import month_name
from salescli.split.leaves import GoalSplit, Leaf, sums
from salescli.split.result import Method, SplitResult
from salescli.split.season import SeasonBy
from salescli.split.shares import CutBy
from salescli.split.tables.goals import GOALS
from salescli.split.tables.plan import PLAN
from salescli.split.tables.roster import ROSTER
from salescli.split.tables.shares import Dimension
from salescli.split.team import Person
from salescli.split.weights import Basis
from salescli.words import split as words
from salescli.words.language import Lang, Text

_CUT_BY = {CutBy.SHARE: words.BY_SHARE, CutBy.LAST_YEAR: words.BY_LAST_YEAR, CutBy.PEOPLE: words.BY_PEOPLE}

_SEASON_BY = {
    SeasonBy.WEIGHT: words.BY_SEASON,
    SeasonBy.LAST_YEAR: words.BY_LAST_MONTHS,
    SeasonBy.EVEN: words.EVEN_MONTHS,
}


def overview_sheet(result: SplitResult, lives: Lives, title: str, lang: Lang) -> Sheet:
    """Goals first, then each divided goal by region and product line, drawn; the months behind the charts last."""
    divided = [split for split in result.splits if split.margins is not None]
    blocks = [_goals(result, lives, lang)]
    for number, split in enumerate(divided, start=1):
        blocks += _views(split, lives[split.goal], number, lang)
    charts = list[Chart]()
    for number, split in enumerate(divided, start=1):
        charts += _charts(split, number, lang)
        blocks.append(_by_month(split, lives[split.goal], number, lang))
    said = {"people": len(result.people), "leaves": len(result.leaves), "checks": len(result.checks)}
    subtitle = words.OVERVIEW_SUBTITLE.say(lang, **said, tied=words.ALL_TIE if result.tied else words.SOME_DIFFER)
    all_tie, some_differ = words.ALL_TIE.say(lang), words.SOME_DIFFER.say(lang)
    differing = f'COUNTIF({{checks:ok}},"<>{words.TIED.say(lang)}")'
    live = f'"{words.OVERVIEW_SUBTITLE.say(lang, **said, tied="")}"&IF({differing}=0,"{all_tie}","{some_differ}")'
    notes = tuple(_method(method, lang, several=len(result.methods) > 1) for method in result.methods)
    name = words.OVERVIEW.say(lang)
    return Sheet(
        name,
        tuple(blocks),
        title=title,
        subtitle=subtitle,
        subtitle_formula=live,
        notes=notes,
        charts=tuple(charts),
        tab=Tone.STRONG,
        unbroken=True,
    )


def _method(method: Method, lang: Lang, *, several: bool) -> str:
    parts = [(dimension.word, _CUT_BY[by]) for dimension, by in method.cuts.items()]
    parts += [(words.PEOPLE, _blend(method)), (words.MONTHS, _SEASON_BY[method.season])]
    said = tuple(words.METHOD_PART.say(lang, what=what, by=by) for what, by in parts)
    wording = words.METHOD_OF_YEAR if several else words.METHOD
    return wording.say(lang, year=method.year.label(lang), parts=said)


def _blend(method: Method) -> Text:
    names = [words.BY_EVEN if basis is Basis.EVEN else ROSTER.label(basis.field) for basis in method.blend]
    if len(names) == 1:
        return names[0]
    factors = [plain(factor) for factor in method.blend.values()]
    return Text(
        *(
            " + ".join(
                words.FACTOR.say(lang, basis=name, factor=factor) for name, factor in zip(names, factors, strict=True)
            )
            for lang in (Lang.ZH, Lang.EN)
        )
    )


def _goals(result: SplitResult, lives: Lives, lang: Lang) -> Block:
    tied, differs = words.TIED.say(lang), words.DIFFERS.say(lang)
    mine = "{checks:metric},{metric},{checks:year},{year}"
    ok = f'IF(COUNTIFS({mine},{{checks:ok}},"<>{tied}")=0,"{tied}","{differs}")'
    fields = (
        Field("metric", GOALS.header("metric", lang)),
        Field("year", GOALS.header("year", lang), Format.YEAR),
        Field("target", GOALS.header("target", lang), Format.MONEY),
        Field("sum", words.PLAN_SUM.say(lang), Format.MONEY, computed=True),
        Field("ok", words.CHECKS.say(lang), formula=ok, computed=True),
        Field("way", words.WAY.say(lang)),
        Field("unit", GOALS.header("unit", lang)),
        Field("rounding", GOALS.header("rounding", lang), Format.NUMBER),
    )
    lines = []
    for split in result.splits:
        goal, live = split.goal, lives[split.goal]
        fine = all(check.ok for check in result.checks if check.goal == goal)
        total = sum((leaf.target for leaf in split.leaves), Decimal(0))
        values: dict[str, CellValue] = {
            "metric": goal.metric,
            "year": goal.year,
            "target": goal.target,
            "sum": None if goal.inherited else total,
            "ok": tied if fine else differs,
            "way": (words.INHERITED if goal.inherited else words.DIVIDED).say(lang),
            "unit": unit_word(base_unit(goal.unit, goal.measure), lang),
            "rounding": None if goal.inherited else goal.rounding,
        }
        shown = dict.fromkeys(("target", "sum"), FORMATS[goal.measure])
        formulas = {"ok": ok.replace("{metric}", literal(goal.metric), 1)}
        if not goal.inherited:
            formulas["sum"] = live.total()
        lines.append(Line(values, formulas=formulas, formats=shown))
    rules = (Rule(("ok",), f'{{ok}}<>"{tied}"', Tone.RED), Rule(("ok",), f'{{ok}}="{tied}"', Tone.GREEN))
    return Block("goals", fields, tuple(lines), title=words.GOALS_BLOCK.say(lang), rules=rules, filter=False)


def _views(split: GoalSplit, live: Live, number: int, lang: Lang) -> Iterable[Block]:
    """The goal by region, by product line where there are any, and by channel where they have shares."""
    said = {"metric": split.goal.metric, "year": split.goal.year.label(lang)}
    heads = _heads(split, lambda leaf: leaf.person.region)
    title = words.BY_REGION.say(lang, **said)
    yield _view(split, live, f"region{number}", "region", title, heads, lang)
    if any(leaf.product for leaf in split.leaves):
        heads = _heads(split, lambda leaf: leaf.product or "")
        title = words.BY_PRODUCT.say(lang, **said)
        yield _view(split, live, f"product{number}", "product", title, heads, lang)
    if split.channels:
        yield _channels(split, number, lang)


def _view(
    split: GoalSplit, live: Live, block: str, key: str, title: str, heads: Mapping[str, int], lang: Lang
) -> Block:
    shown = FORMATS[split.goal.measure]
    figures = sums(split.leaves, lambda leaf: leaf.person.region if key == "region" else leaf.product or "")
    total = sum(figures.values(), Decimal(0))
    share = f"IF({{{block}:target@total}}=0,0,{{target}}/{{{block}:target@total}})"
    fields = (
        Field("name", PLAN.header(key, lang)),
        Field("heads", words.HEADS.say(lang), Format.COUNT),
        Field("target", words.YEAR_TARGET.say(lang), shown, total=Total.SUM),
        Field("share", words.SHARE.say(lang), Format.RATIO, formula=share, total=share, computed=True),
        Field(
            "each",
            words.PER_HEAD.say(lang),
            Format.NUMBER if shown is Format.COUNT else shown,
            formula="ROUND({target}/{heads},1)" if shown is Format.COUNT else "{target}/{heads}",
            computed=True,
        ),
    )
    lines = []
    for name, figure in figures.items():
        each = divide(figure, heads[name])
        if shown is Format.COUNT and each is not None:
            each = exact(half_up(each, 1))
        values: dict[str, CellValue] = {
            "name": name or words.NO_PRODUCT.say(lang),
            "heads": heads[name],
            "target": figure,
        }
        formulas = {"target": live.total((key, cell("name", name) if name else '"="'))}
        lines.append(Line({**values, "share": divide(figure, total) or Decimal(0), "each": each}, formulas=formulas))
    last = Line({"name": words.TOTAL.say(lang), "target": total, "share": Decimal(total != 0)})
    rules = (Bar("share", Decimal(1)),)
    return Block(block, fields, tuple(lines), title=title, total=last, rules=rules, filter=False)


def _channels(split: GoalSplit, number: int, lang: Lang) -> Block:
    shown, total = FORMATS[split.goal.measure], split.goal.target
    block = f"channel{number}"
    share = f"IF({{{block}:target@total}}=0,0,{{target}}/{{{block}:target@total}})"
    fields = (
        Field("name", Dimension.CHANNEL.word.say(lang)),
        Field("blank", ""),
        Field("target", words.YEAR_TARGET.say(lang), shown, total=Total.SUM),
        Field("share", words.SHARE.say(lang), Format.RATIO, formula=share, total=share, computed=True),
    )
    lines = tuple(
        Line({"name": name, "target": target, "share": divide(target, total) or Decimal(0)})
        for name, target in split.channels.items()
    )
    last = Line({"name": words.TOTAL.say(lang), "target": total, "share": Decimal(total != 0)})
    title = words.BY_CHANNEL.say(lang, metric=split.goal.metric, year=split.goal.year.label(lang))
    return Block(block, fields, lines, title=title, total=last, rules=(Bar("share", Decimal(1)),), filter=False)


def _heads(split: GoalSplit, key: Callable[[Leaf], str]) -> dict[str, int]:
    """How many people carry each part."""
    people: dict[str, set[Person]] = {}
    for leaf in split.leaves:
        people.setdefault(key(leaf), set()).add(leaf.person)
    return {name: len(found) for name, found in people.items()}


def _by_month(split: GoalSplit, live: Live, number: int, lang: Lang) -> Block:
    """Months down, regions across: what the chart of the year draws."""
    shown = FORMATS[split.goal.measure]
    regions = _regions(split)
    keys = [f"r{at}" for at in range(len(regions))]
    whole = "+".join(f"{{{key}}}" for key in keys)
    fields = (
        Field("month", PLAN.header("month", lang)),
        *(Field(key, region, shown, total=Total.SUM) for key, region in zip(keys, regions, strict=True)),
        Field("all", words.TOTAL.say(lang), shown, formula=whole, total=Total.SUM, computed=True),
    )
    figures = sums(split.leaves, lambda leaf: (leaf.month, leaf.person.region))
    lines, totals = [], dict.fromkeys((*keys, "all"), Decimal(0))
    for month in split.goal.year.months():
        values = {key: figures.get((month, region), Decimal(0)) for key, region in zip(keys, regions, strict=True)}
        values["all"] = sum(values.values(), Decimal(0))
        totals = {key: totals[key] + values[key] for key in totals}
        formulas = {
            key: live.total(("region", literal(region)), of_month(month))
            for key, region in zip(keys, regions, strict=True)
        }
        lines.append(Line({"month": month_name(month, lang), **values}, formulas=formulas))
    title = words.BY_MONTH.say(lang, metric=split.goal.metric, year=split.goal.year.label(lang))
    last = Line({"month": words.TOTAL.say(lang), **totals})
    return Block(f"months{number}", fields, tuple(lines), title=title, total=last, filter=False)


def _regions(split: GoalSplit) -> list[str]:
    return list(dict.fromkeys(leaf.person.region for leaf in split.leaves))


def _charts(split: GoalSplit, number: int, lang: Lang) -> tuple[Chart, ...]:
    """The year month by month, stacked by region, and what each region carries of it: those of the first goal large on
    top, those of others smaller below their own tables."""
    wide, high = (760, 360) if number == 1 else (640, 280)
    below = "goals" if number == 1 else _last_view(split, number)
    months = f"months{number}"
    by_month = Chart(
        ChartKind.STACKED_COLUMN,
        words.BY_MONTH_CHART.say(lang, metric=split.goal.metric),
        (months, "month"),
        tuple(Series(months, f"r{at}", region) for at, region in enumerate(_regions(split))),
        size=(wide, high),
        block=below,
    )
    regions = Chart(
        ChartKind.DOUGHNUT,
        words.BY_REGION_CHART.say(lang, metric=split.goal.metric),
        (f"region{number}", "name"),
        (Series(f"region{number}", "target", PLAN.header("region", lang)),),
        size=(420 if number == 1 else 360, high),
        block=below,
    )
    return by_month, regions


def _last_view(split: GoalSplit, number: int) -> str:
    """The last block of a goal's views."""
    if split.channels:
        return f"channel{number}"
    return f"product{number}" if any(leaf.product for leaf in split.leaves) else f"region{number}"
