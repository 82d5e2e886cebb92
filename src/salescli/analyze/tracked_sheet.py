"""指标对比: every other metric by scope in one table, to be filtered by metric, dimension and status."""

from collections.abc import Sequence

from salescli.analyze.formulas import change_formula
from salescli.analyze.scope import Cut
from salescli.analyze.tracked import Tracked
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Series, Sheet, Tone
from salescli.excel.lights import achievement_formula, reached_fields, reached_line, status_formula, status_rules
from salescli.excel.measured import form_of
from salescli.measure.achievement import Thresholds
from salescli.measure.metric import Measure
from salescli.words import analyze as words
from salescli.words import drivers as driver_words
from salescli.words import insight
from salescli.words.language import Lang

TEAMS, BLOCK = "tracked_teams", "tracked"


def tracked_sheet(found: Sequence[Tracked], thresholds: Thresholds, lang: Lang, period: str) -> Sheet | None:
    """The team's figures with a chart, then every part; None without any metric."""
    if not found:
        return None
    teams = [item for item in found if item.scope.cut is Cut.TEAM]
    parts = [item for item in found if item.scope.cut is not Cut.TEAM]
    blocks = [_block(TEAMS, teams, thresholds, lang, named=False)]
    if parts:
        blocks.append(_block(BLOCK, parts, thresholds, lang, named=True))
    charts: tuple[Chart, ...] = ()
    if sum(item.achievement is not None for item in teams) > 1:
        series = Series(TEAMS, "achievement", words.ACHIEVEMENT.say(lang), Tone.STRONG)
        title = words.CHART_ACHIEVEMENT.say(lang)
        charts = (Chart(ChartKind.COLUMN, title, (TEAMS, "metric"), (series,), percent=True, block=TEAMS),)
    title, notes = insight.TRACKED.say(lang), (insight.TRACKED_NOTE.say(lang),)
    return Sheet(title, tuple(blocks), title=title, subtitle=period or None, notes=notes, charts=charts)


def _block(block: str, found: Sequence[Tracked], thresholds: Thresholds, lang: Lang, *, named: bool) -> Block:
    fields = [
        Field("metric", words.CONTENTS_METRIC.say(lang)),
        Field("cut", driver_words.SCOPE.say(lang)),
        Field("part", driver_words.BRIDGE_ITEM.say(lang)),
        *reached_fields(words.TARGET, words.ACTUAL, words.ACHIEVEMENT, words.STATUS, lang),
        Field("previous", words.PART_PREVIOUS.say(lang), Format.NUMBER),
        Field("mom", words.MOM.say(lang), Format.SIGNED_RATIO),
        Field("points", insight.POINTS.say(lang), Format.POINTS),
        Field("last_year", words.PART_LAST_YEAR.say(lang), Format.NUMBER),
        Field("yoy", words.YOY.say(lang), Format.SIGNED_RATIO),
    ]
    title = insight.TRACKED_PARTS if named else insight.TRACKED_TEAM
    lines = tuple(_line(item, thresholds, lang) for item in found)
    return Block(block, tuple(fields), lines, title=title.say(lang), rules=status_rules(lang), filter=named)


def _line(item: Tracked, thresholds: Thresholds, lang: Lang) -> Line:
    figures = ("target", "actual", "previous", "last_year")
    values: dict[str, CellValue] = {
        "metric": item.name,
        "cut": item.scope.cut.word.say(lang),
        "part": item.scope.label(lang),
        "achievement": item.achievement,
        "mom": item.mom,
        "points": item.mom_points,
        "yoy": item.yoy,
        **{key: getattr(item, key) for key in figures},
    }
    formulas = {"mom": change_formula("previous"), "yoy": change_formula("last_year")}
    if item.actual is not None:
        formulas["achievement"] = achievement_formula(item.direction)
        formulas["status"] = status_formula(thresholds, lang, places=9, direction=item.direction)
    if item.measure is Measure.RATIO and item.mom_points is not None:
        formulas["points"] = "ROUND(({actual}-{previous})*100,7)"
    formats = {key: form_of(item.measure, getattr(item, key), item.name) for key in figures}
    return reached_line(values, item.status, lang, formulas, formats)
