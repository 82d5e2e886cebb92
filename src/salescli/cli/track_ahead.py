"""The part of the tracking screen that looks ahead: pace, the weeks' course, who leads, who is at risk."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from salescli.words import outlook as words
from salescli.words import track as shared
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

MOST_AT_RISK: Final = 5
MOST_REGIONS: Final = 6
LEADERS: Final = 3
STEPS: Final = "▁▂▃▄▅▆▇█"
SAME: Final = "→"


def ahead(result: "TrackResult", lang: Lang) -> "Iterable[RenderableType]":
    """The periods' pace, and a line each for the sprint, the weeks, the leaders and the strategies."""
    outlook = result.outlook
    if outlook is None:
        return
    if outlook.paces:
        yield _paces(result, outlook.paces, lang)
    if outlook.sprint is not None:
        yield _sprint(outlook, lang)
    if outlook.trend is not None:
        yield from _trend(outlook.trend, lang)
    yield from (_leaders(board, lang) for board in outlook.leaderboards if board.period == result.months[-1])
    if outlook.strategies is not None:
        yield _strategies(outlook, lang)


def risk_table(risky: "PeriodPace", lang: Lang) -> "Table":
    """The people with most money at risk."""
    from rich.text import Text

    from salescli.cli.render import amount, grid
    from salescli.measure.money import to_fen
    from salescli.measure.ratio import percent
    from salescli.track.tables import MONTHLY

    names = (MONTHLY.label("region"), shared.PERSON_SHORT, MONTHLY.label("achievement"), words.AHEAD)
    headers = [name.say(lang) for name in (*names, words.PROJECTED, words.AT_RISK, words.NEEDED)]
    title = words.RISK_TITLE.say(lang, period=risky.period.label(lang), count=len(risky.at_risk))
    table = grid(headers, title=title, right=(2, 3, 4, 5, 6))
    for who, pace in risky.at_risk[:MOST_AT_RISK]:
        table.add_row(
            Text(who.region),
            Text(who.name),
            percent(pace.figures.achievement),
            Text(percent(pace.ahead, signed=True), style=_colour(pace.ahead)),
            amount(_whole(pace.projected)),
            Text(amount(_whole(to_fen(pace.at_risk))), style="red"),
            amount(_whole(pace.needed)) or "—",
        )
    return table


def _paces(result: "TrackResult", paces: "Sequence[PeriodPace]", lang: Lang) -> "Table":
    """The team's pace by period; a period that is not running says so instead."""
    from rich.text import Text

    from salescli.cli.render import STYLES, amount, bar, grid
    from salescli.measure.ratio import percent

    headers = (words.PERIOD, words.TIME_PROGRESS, words.DONE_SHORT, words.AHEAD, words.PROJECTED, words.NEEDED)
    table = grid([name.say(lang) for name in (*headers, words.ALERT)], right=(2, 3, 4, 5))
    for item in paces:
        pace, state = item.team, item.team.clock.state
        alert = pace.alert(result.thresholds)
        style = STYLES[alert.status] if state.running else "dim"
        progress = pace.clock.progress
        table.add_row(
            item.period.label(lang),
            Text.assemble(bar(progress, style, 4), f" {percent(progress):>6}"),
            percent(pace.figures.achievement) or "—",
            Text(percent(pace.ahead, signed=True) if state.running else "—", style=_colour(pace.ahead)),
            amount(_whole(pace.projected)) if state.running else "—",
            amount(_whole(pace.needed)) if state.running and pace.needed is not None else "—",
            Text((alert if state.running else state).word.say(lang), style=style),
        )
    return table


def _sprint(outlook: "Outlook", lang: Lang) -> "Text":
    from rich.text import Text

    from salescli.cli.render import amount

    sprint = outlook.sprint
    assert sprint is not None
    said = words.SPRINT_LINE.say(
        lang,
        days=sprint.days.label(lang),
        left=amount(sprint.sales.left),
        days_left=sprint.clock.left,
        needed=amount(_whole(sprint.sales.needed)) or "—",
    )
    return Text(said, style="cyan")


def _trend(trend: "Trend", lang: Lang) -> "Iterable[Text]":
    from rich.text import Text

    from salescli.cli.render import amount

    said = words.TREND_LINE.say(
        lang, course=course(trend.team.sales), last=amount(trend.team.last), arrow="", change=""
    )
    yield Text.assemble(said.rstrip(), " ", _change(trend.team))
    parts: list[str | tuple[str, str]] = []
    for region in trend.regions[:MOST_REGIONS] if len(trend.regions) > 1 else ():
        parts += [" · " if parts else "", region.name, " ", _change(region)]
    if parts:
        yield Text.assemble(*parts)


def course(sales: Sequence[Decimal]) -> str:
    """Amounts as a row of blocks, the highest full; nothing sold is the lowest block."""
    highest = max(sales)
    if highest <= 0:
        return STEPS[0] * len(sales)
    last = len(STEPS) - 1
    return "".join(STEPS[max(0, min(last, int(amount * last / highest)))] for amount in sales)


def _change(line: "Course[str] | Course[None]") -> tuple[str, str]:
    """An arrow and the change on the week, in its colour."""
    from salescli.measure.ratio import percent

    if line.before is None or line.last == line.before:
        return SAME, "dim"
    arrow, style = ("▲", "green") if line.last > line.before else ("▼", "red")
    return f"{arrow}{percent(line.change, signed=True)}", style


def _leaders(board: "Leaderboard", lang: Lang) -> "Text":
    from rich.text import Text

    from salescli.track.who import Who

    places = []
    for place in board.places[:LEADERS]:
        name = place.name.name if isinstance(place.name, Who) else place.name
        moved = "" if not place.moved else f"{'▲' if place.moved > 0 else '▼'}{abs(place.moved)}"
        places.append(f"{place.rank or '—'} {name}{moved}")
    return Text(words.LEAD_LINE.say(lang, league=board.league.word, leaders=" · ".join(places)))


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


def _whole(value: object) -> Decimal | None:
    """An amount in whole yuan, as a screen shows what is only projected."""
    from fractions import Fraction

    from salescli.measure.rounding import half_up

    return half_up(value, 0) if isinstance(value, Decimal | Fraction | int) else None


def _colour(value: object) -> str:
    from fractions import Fraction

    return "red" if isinstance(value, Fraction) and value < 0 else "default"
