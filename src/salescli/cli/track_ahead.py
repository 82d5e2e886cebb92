"""The part of the tracking screen that looks ahead: pace, the weeks' course, who leads, who is at risk."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from salescli.cli.purse import Purse, purse_of
from salescli.words import outlook as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from salescli.track.outlook import Outlook
    from salescli.track.pace import PeriodPace
    from salescli.track.ranking import Leaderboard
    from salescli.track.result import TrackResult
    from salescli.track.trend import Course, Trend
    from salescli.track.who import Who

LEADERS: Final = {"people": 3, "regions": 1, "products": 1}
"""Places told of each league, which together are a line."""
STEPS: Final = "▁▂▃▄▅▆▇█"
PART: Final = "*"
SAME: Final = "→"


def ahead(result: "TrackResult", lang: Lang) -> "Iterable[RenderableType]":
    """The periods' pace, and a line each for the sprint, the weeks, the leaders and the strategies."""
    outlook = result.outlook
    if outlook is None:
        return
    purse = purse_of(result, lang)
    if outlook.paces:
        yield _paces(result, outlook.paces, purse)
        for item in outlook.paces:
            if item.silent:
                yield _without(item, lang)
    if outlook.sprint is not None:
        yield _sprint(outlook, purse)
    if outlook.trend is not None:
        yield from _trend(outlook.trend, purse)
    leagues = [board for board in outlook.leaderboards if board.period == result.months[-1]]
    if leagues:
        yield _leaders(leagues, lang)
    if outlook.strategies is not None:
        yield _strategies(outlook, lang)


def _paces(result: "TrackResult", paces: "Sequence[PeriodPace]", purse: Purse) -> "Table":
    """The team's pace by period; a period that is not running says so instead."""
    from rich.text import Text

    from salescli.cli.render import STYLES, bar, grid
    from salescli.measure.ratio import percent

    lang = purse.lang
    headers = (words.PERIOD, words.DONE_SHORT, words.TIME_SHORT, words.AHEAD, words.PROJECTED_SHORT)
    table = grid([name.say(lang) for name in (*headers, words.NEEDED_SHORT, words.ALERT)], right=(3, 4, 5), tight=True)
    for column in table.columns:
        column.no_wrap = True
    for item in paces:
        pace, state = item.team, item.team.clock.state
        alert = pace.alert(result.thresholds)
        style = STYLES[alert.status] if state.running else "dim"
        progress = pace.clock.progress
        table.add_row(
            f"{item.period}{PART * bool(item.silent)}",
            Text.assemble(bar(pace.figures.achievement, style, 4), f" {percent(pace.figures.achievement) or '—':>6}"),
            Text.assemble(bar(progress, "cyan", 4), f" {percent(progress):>6}"),
            Text(percent(pace.ahead, signed=True) if state.running else "—", style=colour(pace.ahead)),
            purse.show(whole(pace.projected)) if state.running else "—",
            purse.show(whole(pace.needed)) if state.running and pace.needed is not None else "—",
            Text((alert if state.running or not pace.figures.told else state).word.say(lang), style=style),
        )
    return table


def _without(item: "PeriodPace", lang: Lang) -> "Text":
    from rich.text import Text

    from salescli.track.spoken import month_spans

    months = month_spans(item.silent, item.period.first.year)
    return Text(f"{PART} {words.WITHOUT_SHORT.say(lang, period=item.period, months=months)}", style="dim")


def _sprint(outlook: "Outlook", purse: Purse) -> "RenderableType":
    from rich.text import Text

    sprint = outlook.sprint
    assert sprint is not None
    lang = purse.lang
    said = words.SPRINT_LINE.say(
        lang,
        days=sprint.days.label(lang),
        left=purse.show(sprint.sales.left),
        days_left=sprint.clock.left,
        needed=purse.show(whole(sprint.sales.needed)) or "—",
    )
    return Text(said, style="cyan")


def _trend(trend: "Trend", purse: Purse) -> "Iterable[RenderableType]":
    """The team's weeks as blocks, the last full one's sales with the change on the week before, and the open one's."""
    from rich.text import Text

    from salescli.cli.flow import Flow
    from salescli.track.trend_sheet import week_name

    parts = [Text(course(trend.team.closed)), Text(purse.show(trend.team.last)), Text(*change(trend.team))]
    if trend.running is not None and len(trend.weeks) > 1:
        name = words.RUNNING_WEEK.say(purse.lang, week=week_name(trend.running, purse.lang))
        parts.append(Text(f"{name} {purse.show(trend.team.sales[-1])}", style="dim"))
    yield Flow(words.COURSE_SHORT.say(purse.lang), parts, separator="  ")


def course(sales: Sequence[Decimal]) -> str:
    """Amounts as a row of blocks, the highest full; nothing sold is the lowest block."""
    highest = max(sales)
    if highest <= 0:
        return STEPS[0] * len(sales)
    last = len(STEPS) - 1
    return "".join(STEPS[max(0, min(last, int(amount * last / highest)))] for amount in sales)


def change(line: "Course[Who] | Course[str] | Course[None]") -> tuple[str, str]:
    """An arrow and the change on the week, in its colour."""
    from salescli.measure.ratio import percent

    if line.before is None or line.last == line.before:
        return SAME, "dim"
    arrow, style = ("▲", "green") if line.last > line.before else ("▼", "red")
    return f"{arrow}{percent(line.change, signed=True)}", style


def _leaders(leagues: "Sequence[Leaderboard]", lang: Lang) -> "RenderableType":
    """The first places of each league in a line, each with the places it gained or lost."""
    from salescli.cli.flow import Flow

    parts = []
    for board in leagues:
        places = []
        for place, name in zip(board.places[: LEADERS[board.league.value]], board.names, strict=False):
            moved = "" if not place.moved else f"{'▲' if place.moved > 0 else '▼'}{abs(place.moved)}"
            places.append(f"{place.rank or '—'} {name}{moved}")
        parts.append(f"{board.league.word.say(lang)} {' '.join(places)}")
    return Flow(words.LEADERS_SHORT.say(lang), parts)


def _strategies(outlook: "Outlook", lang: Lang) -> "Text":
    from rich.text import Text

    from salescli.track.strategies import Standing

    assert outlook.strategies is not None
    found = [item.standing for item in outlook.strategies.strategies]
    overdue, waiting = found.count(Standing.OVERDUE), found.count(Standing.NOT_BEGUN)
    said = words.STRATEGY_LINE.say(
        lang, count=len(found), done=found.count(Standing.DONE), overdue=overdue, waiting=waiting
    )
    return Text(said, style="red" if overdue else "yellow" if waiting else "green")


def whole(value: object) -> Decimal | None:
    """An amount in whole yuan, as a screen shows what is only projected."""
    from fractions import Fraction

    from salescli.measure.rounding import half_up

    return half_up(value, 0) if isinstance(value, Decimal | Fraction | int) else None


def colour(value: object) -> str:
    from fractions import Fraction

    return "red" if isinstance(value, Fraction) and value < 0 else "default"
