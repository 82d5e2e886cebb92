"""``salescli split``: annual goals down to every person's month."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salescli.cli.console import command
from salescli.cli.options import Force, Json, Output, SkipInvalid, told
from salescli.words import split as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text as RichText
    from rich.tree import Tree

    from salescli.split.leaves import GoalSplit
    from salescli.split.parts import Part
    from salescli.split.replan import Adjusted
    from salescli.split.result import SplitResult


def split(
    ctx: typer.Context,
    targets: Annotated[Path, typer.Argument(help=told(words.TARGETS), show_default=False)],
    output: Output = None,
    weights: Annotated[str | None, typer.Option("--weights", help=told(words.WEIGHTS), show_default=False)] = None,
    unit: Annotated[str | None, typer.Option("--unit", help=told(words.UNIT_OPTION), show_default=False)] = None,
    hedge: Annotated[str | None, typer.Option("--hedge", help=told(words.HEDGE_OPTION), show_default=False)] = None,
    lines: Annotated[bool, typer.Option("--lines", help=told(words.LINES_OPTION))] = False,
    replan: Annotated[Path | None, typer.Option("--replan", help=told(words.REPLAN_OPTION), show_default=False)] = None,
    since: Annotated[str | None, typer.Option("--from", help=told(words.FROM_OPTION), show_default=False)] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help=told(words.SHEET_OPTION), show_default=False)] = None,
    force: Force = False,
    skip_invalid: SkipInvalid = False,
    json: Json = False,
) -> None:
    with command(ctx, "split", as_json=json) as desk:
        from salescli.split.hedge import parse_hedge
        from salescli.split.replan import parse_replan
        from salescli.split.run import SplitOptions, parse_unit
        from salescli.split.run import split as run
        from salescli.split.weights import parse_blend

        options = SplitOptions(
            blend=None if weights is None else parse_blend(weights),
            unit=None if unit is None else parse_unit(unit),
            hedge={} if hedge is None else parse_hedge(hedge),
            lines=lines,
            replan=parse_replan(replan, since),
        )
        shared = desk.run_options(sheet=sheet, force=force, skip_invalid=skip_invalid)
        desk.show(run(targets, output, options=options, run=shared), screen)


split.__doc__ = told(words.COMMAND)


def screen(result: "SplitResult", lang: Lang) -> "Iterable[RenderableType]":
    """The goals, each divided one by its levels and, where people are few, as a tree, and whether everything ties."""
    from rich.text import Text

    from salescli.measure.ratio import percent

    few = len(result.people) <= MOST_PEOPLE
    yield _goals(result, lang)
    for done in result.splits:
        if done.margins is not None:
            yield _levels(done, lang)
            if few:
                yield _tree(done, lang)
    if not few:
        elsewhere = words.PEOPLE_ELSEWHERE.say(lang, people=len(result.people), sheet=words.CALENDAR.say(lang))
        yield Text(elsewhere, style="dim")
    yield from (_replanned(change, lang) for change in result.replan)
    yield words.LEAVES_SAID.say(lang, leaves=len(result.leaves), people=len(result.people))
    for found in result.views.fairness:
        words_of = words.OUTLIERS if found.marked else words.EVEN_GROWTH
        said = words_of.say(lang, count=len(found.marked), team=percent(found.team.rate, signed=True))
        yield Text(said, style="yellow" if found.marked else "default")
    failed = sum(not check.ok for check in result.checks)
    if failed:
        yield Text(words.CHECKS_DIFFER.say(lang, count=failed), style="bold red")
    else:
        yield Text(words.CHECKS_TIED.say(lang, count=len(result.checks)), style="green")


def _replanned(change: "Adjusted", lang: Lang) -> str:
    """What is settled, and how the months left change for all together."""
    people = change.people
    actual = sum((item.actual for item in people), Decimal(0))
    before = sum((item.planned_open for item in people), Decimal(0))
    after = sum((item.new_open for item in people), Decimal(0))
    show = change.goal.show
    said = {"actual": show(actual, lang), "before": show(before, lang), "after": show(after, lang)}
    return words.REPLAN_SAID.say(lang, metric=change.goal.metric, since=change.since.label(lang), **said)


def _goals(result: "SplitResult", lang: Lang) -> "Table":
    from salescli.cli.render import grid
    from salescli.split.tables.goals import GOALS

    headers = [GOALS.label(key).say(lang) for key in ("metric", "year", "target")]
    table = grid([*headers, words.WAY.say(lang)], right=(2,))
    for done in result.splits:
        way = words.DIVIDED if done.margins is not None else words.INHERITED
        shown = done.goal.show(done.goal.target, lang)
        table.add_row(done.goal.metric, done.goal.year.label(lang), shown, way.say(lang))
    return table


MOST_PEOPLE = 20
"""With more people than this there is no tree of them."""

SHOWN_PEOPLE = 8
"""More people than this of one region are added up in one line of the tree."""


def _tree(done: "GoalSplit", lang: Lang) -> "Tree":
    """The regions and their people, each with its year and its share of the goal, largest first in a region."""
    from rich.cells import cell_len
    from rich.tree import Tree

    from salescli.split.parts import Level, by_part

    years = {
        part: sum(months.values(), Decimal(0))
        for part, months in by_part(done.leaves, done.goal.year.months()).items()
        if part.level is not Level.PRODUCT
    }
    width = max(max(cell_len(part.name) for part in years) + 4, 16)
    title = f"{done.goal.metric} {done.goal.year.label(lang)}"
    tree = Tree(_branch(title, done.goal.target, done.goal.target, width + 4), guide_style="bright_black")
    for region in (part for part in years if part.level is Level.REGION):
        branch = tree.add(_branch(region.name, years[region], done.goal.target, width))
        people = sorted((part for part in years if part.person and part.region == region.name), key=lambda p: -years[p])
        for name, year in _shown(people, years, lang):
            branch.add(_branch(name, year, years[region], width - 4, "green"))
    return tree


def _shown(people: "list[Part]", years: "dict[Part, Decimal]", lang: Lang) -> "Iterable[tuple[str, Decimal]]":
    """The first people by name, the rest in one line."""
    most = len(people) if len(people) <= SHOWN_PEOPLE + 1 else SHOWN_PEOPLE
    yield from ((part.name, years[part]) for part in people[:most])
    if rest := people[most:]:
        yield words.OTHERS.say(lang, count=len(rest)), sum((years[part] for part in rest), Decimal(0))


def _branch(name: str, year: Decimal, whole: Decimal, width: int, style: str = "cyan") -> "RichText":
    """A name, its year, and its share of what it belongs to as a bar."""
    from rich.cells import set_cell_size
    from rich.text import Text as RichText

    from salescli.cli.render import amount, bar
    from salescli.measure.ratio import divide, percent

    share = divide(year, whole)
    return RichText.assemble(
        set_cell_size(name, width), f"{amount(year):>18}  ", bar(share, style), f" {percent(share):>6}"
    )


def _levels(done: "GoalSplit", lang: Lang) -> "Table":
    """A goal by region, by product line and by quarter, each part with its share as a bar."""
    from salescli.cli.render import amount, bar, grid
    from salescli.measure.ratio import divide, percent
    from salescli.split.leaves import sums

    headers = (words.LEVEL, words.PART, words.YEAR_TARGET, words.SHARE)
    title = f"{done.goal.metric} {done.goal.year.label(lang)}"
    table = grid([header.say(lang) for header in headers], title=title, right=(2,))
    products = sums((leaf for leaf in done.leaves if leaf.product), lambda leaf: leaf.product or "")
    levels = {
        "region": sums(done.leaves, lambda leaf: leaf.person.region),
        "product": products,
        "quarter": sums(done.leaves, lambda leaf: f"Q{leaf.month.quarter.number}"),
    }
    for level, figures in levels.items():
        for at, (name, figure) in enumerate(figures.items()):
            share = divide(figure, done.goal.target)
            line = bar(share)
            line.append(f" {percent(share):>6}")
            table.add_row(words.LEVELS[level].say(lang) if at == 0 else "", name, amount(figure), line)
        table.add_section()
    table.add_row(
        words.TOTAL.say(lang), "", amount(sum((leaf.target for leaf in done.leaves), Decimal(0))), "", style="bold"
    )
    return table
