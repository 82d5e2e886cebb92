"""The upper half of the tracking screen: how the month stands, its regions or people, its metrics, who is at risk."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from salescli.cli.purse import Purse, purse_of
from salescli.words import metrics as metric_words
from salescli.words import outlook as ahead
from salescli.words import track as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from rich import text as rich
    from rich.console import RenderableType
    from rich.table import Table

    from salescli.track.figures import Figures
    from salescli.track.metrics import Metrics
    from salescli.track.pace import PeriodPace
    from salescli.track.result import TrackResult
    from salescli.track.trend import Course
    from salescli.track.who import Who

MOST_PEOPLE: Final = 12
"""More people than this are shown by region, with those furthest behind."""

MOST_REGIONS: Final = 8
"""More regions than this, and those furthest behind are shown."""

MOST_AT_RISK: Final = 5
BAR: Final = 4
"""Characters of an achievement bar, so that the table fits 80 columns."""

HEAD_BAR: Final = 14
NOT_KNOWN: Final = "—"


def board(result: "TrackResult", lang: Lang) -> "Iterable[RenderableType]":
    """The headline, the table of people (of regions, where there are many), the metrics, and the people at risk."""
    from rich.text import Text as Rich

    from salescli.track.who import Who

    found = result.board
    purse = purse_of(result, lang)
    yield from _headline(result, purse)
    names = _names(result)
    people = [(row.region, names[Who.in_row(row)], figures) for row, figures in found.persons]
    few = len(people) <= MOST_PEOPLE
    regions = [(region, "", figures) for region, figures in found.regions]
    shown = people if few else regions
    if not few and len(regions) > MOST_REGIONS + 1:
        shown = sorted(regions, key=lambda item: _worst_first(item[2]))[:MOST_REGIONS]
    yield _table(result, purse, shown)
    if not few and len(regions) > len(shown):
        yield Rich(words.BETTER_REGIONS.say(lang, count=len(regions) - len(shown)), style="dim")
    if result.metrics is not None and result.metrics.tracked:
        yield _metrics(result, result.metrics, lang)
    risky = None if result.outlook is None else result.outlook.risky
    if risky is not None:
        yield risk_table(risky, names, purse)
    elif not few:
        ranked = sorted(
            (item for item in people if item[2].achievement is not None), key=lambda item: _worst_first(item[2])
        )
        if ranked:
            yield _table(result, purse, ranked[:MOST_AT_RISK], words.WORST.say(lang))


def _names(result: "TrackResult") -> "dict[Who, str]":
    """What everybody is called: namesakes of one region with their 工号."""
    from salescli.track.who import Who

    people = dict.fromkeys(Who.in_row(row) for row in result.rows)
    counts = Counter((who.name, who.region) for who in people)
    return {who: who.called if counts[who.name, who.region] > 1 else who.name for who in people}


def _worst_first(figures: "Figures") -> tuple[bool, Fraction]:
    """By achievement; who has no target comes last."""
    reached = figures.achievement
    return (reached is None, Fraction(0) if reached is None else reached)


def _headline(result: "TrackResult", purse: Purse) -> "Iterable[RenderableType]":
    """What is looked at, and its figures with a bar as wide as the screen allows."""
    from rich.text import Text

    from salescli.cli.flow import SEPARATOR, Flow
    from salescli.cli.render import STYLES, bar, status
    from salescli.measure.ratio import percent
    from salescli.track.tables import MONTHLY

    lang, found = purse.lang, result.board
    period = words.ALL_ROWS.say(lang) if found.month is None else found.month.label(lang)
    said = [period, words.PEOPLE.say(lang, count=found.people)]
    if result.as_of is not None:
        said.append(words.AS_OF.say(lang, day=result.as_of))
    if purse.large:
        said.append(words.LARGE_UNIT.say(lang))
    yield Text(" · ".join(said), style="bold")
    figures = found.figures
    light = figures.status(result.thresholds)
    reached = Text(percent(figures.achievement), style=f"bold {STYLES[light]}")
    parts: list[rich.Text | str] = [
        Text.assemble(bar(figures.achievement, STYLES[light], HEAD_BAR), " ", reached, " ", status(light, lang)),
        Text.assemble(
            f"{words.ACTUAL_SHORT.say(lang)} {purse.show(figures.actual) or NOT_KNOWN}",
            (SEPARATOR, "bright_black"),
            f"{words.TARGET_SHORT.say(lang)} {purse.show(figures.target)}",
            (SEPARATOR, "bright_black"),
            f"{MONTHLY.label('variance').say(lang)} ",
            _variance(figures, purse),
        ),
    ]
    yield Flow("", parts)


def _variance(figures: "Figures", purse: Purse) -> "rich.Text":
    from rich.text import Text

    style = "red" if (figures.variance or 0) < 0 else "default"
    return Text(purse.show(figures.variance, signed=True) or NOT_KNOWN, style=style)


def _table(
    result: "TrackResult", purse: Purse, lines: "Sequence[tuple[str, str, Figures]]", title: str | None = None
) -> "Table":
    """Regions or people, each with the way of its last week; their total is the headline."""
    from salescli.cli.render import grid
    from salescli.track.tables import MONTHLY

    lang = purse.lang
    named = any(person for _, person, _ in lines)
    courses = _courses(result, named=named)
    keys = ("region", *(("person",) if named else ()), "target", "actual", "achievement", "variance", "status")
    short = {"person": words.PERSON_SHORT, "achievement": ahead.DONE_SHORT}
    money = {"target": words.TARGET_SHORT, "actual": words.ACTUAL_SHORT, "variance": MONTHLY.label("variance")}
    headers = [
        money[key].say(lang) if key in money else (short.get(key) or MONTHLY.label(key)).say(lang) for key in keys
    ]
    headers += [ahead.WEEK_SHORT.say(lang)] if courses else []
    table = grid(headers, title=title, right=tuple(at for at, key in enumerate(keys) if key in money), tight=True)
    for column in table.columns:
        column.no_wrap = True
    table.columns[0].overflow = "ellipsis"
    for region, person, figures in lines:
        names = (region, *((person,) if named else ()))
        course = (_way(courses.get((region, person))),) if courses else ()
        table.add_row(*names, *_cells(result, figures, purse), *course)
    return table


def _courses(result: "TrackResult", *, named: bool) -> "dict[tuple[str, str], Course[Who] | Course[str]]":
    """The weekly course of each region, or of each person."""
    trend = None if result.outlook is None else result.outlook.trend
    if trend is None:
        return {}
    if not named:
        return {(course.name, ""): course for course in trend.regions}
    names = _names(result)
    return {(course.name.region, names[course.name]): course for course in trend.people}


def _way(course: "Course[Who] | Course[str] | None") -> "rich.Text":
    from rich.text import Text

    from salescli.cli.track_ahead import change

    return Text("") if course is None else Text(*change(course))


def _cells(result: "TrackResult", figures: "Figures", purse: Purse) -> "Iterable[RenderableType]":
    from rich.text import Text

    from salescli.cli.render import STYLES, bar, status
    from salescli.measure.ratio import percent

    light = figures.status(result.thresholds)
    yield purse.show(figures.target)
    yield purse.show(figures.actual) or NOT_KNOWN
    reached = f" {percent(figures.achievement):>6}"
    yield Text.assemble(bar(figures.achievement, STYLES[light], BAR), (reached, STYLES[light]))
    yield _variance(figures, purse)
    yield status(light, purse.lang)


def _metrics(result: "TrackResult", metrics: "Metrics", lang: Lang) -> "RenderableType":
    """Each other metric of the plan in the last month, in the colour and the word of its status."""
    from rich.text import Text

    from salescli.cli.flow import Flow
    from salescli.cli.render import STYLES
    from salescli.measure.metric import figure
    from salescli.measure.ratio import percent

    parts = []
    for metric in metrics.tracked:
        reading = metric.total(metrics.months[-1:])
        light, measure = reading.status(result.thresholds), metric.gauge.measure
        actual, target = (figure(value, measure, None, lang) or "—" for value in (reading.actual, reading.target))
        said = f"{metric.name} {actual}/{target}"
        if reading.achievement is not None:
            said += f" {percent(reading.achievement)}"
        parts.append(Text.assemble(said, " ", (light.word.say(lang), STYLES[light])))
    return Flow(metric_words.METRIC.say(lang), parts, more=lambda count: words.AND_MORE.say(lang, count=count))


def risk_table(risky: "PeriodPace", names: "Mapping[Who, str]", purse: Purse) -> "Table":
    """The people with most money at risk."""
    from rich.text import Text

    from salescli.cli.render import grid
    from salescli.cli.track_ahead import colour, whole
    from salescli.measure.money import to_fen
    from salescli.measure.ratio import percent
    from salescli.track.tables import MONTHLY

    lang = purse.lang
    headers = [name.say(lang) for name in (MONTHLY.label("region"), words.PERSON_SHORT, ahead.DONE_SHORT, ahead.AHEAD)]
    headers += [name.say(lang) for name in (ahead.PROJECTED_SHORT, ahead.AT_RISK, ahead.NEEDED_SHORT)]
    title = ahead.RISK_TITLE.say(lang, period=risky.period.label(lang), count=len(risky.at_risk))
    table = grid(headers, title=title, right=(2, 3, 4, 5, 6), tight=True)
    for column in table.columns:
        column.no_wrap = True
    for who, pace in risky.at_risk[:MOST_AT_RISK]:
        table.add_row(
            Text(risky.region(who)),
            Text(names.get(who, who.called)),
            percent(pace.figures.achievement),
            Text(percent(pace.ahead, signed=True), style=colour(pace.ahead)),
            purse.show(whole(pace.projected)),
            Text(purse.show(whole(to_fen(pace.at_risk))), style="red"),
            purse.show(whole(pace.needed)) or "—",
        )
    return table
