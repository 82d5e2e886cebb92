"""What the board shows of the days to come: pace, the weeks' course, and how many people stand in which light."""

from collections.abc import Iterable
from typing import Final

from salescli.excel.book import Bar, Block, CellValue, Field, Format, Line, Rule, Spark, Tone, Total
from salescli.excel.lights import TONES
from salescli.measure.achievement import Status
from salescli.measure.ratio import divide
from salescli.track.outlook import Outlook
from salescli.track.pace_sheet import TEAM, alert_rules, alert_tone, pace_values, period_label
from salescli.track.part_sheets import people_block
from salescli.track.result import TrackResult
from salescli.track.tables import MONTHLY
from salescli.track.trend import Course, Trend
from salescli.track.trend_sheet import REGIONS, first_and_last
from salescli.words import outlook as words
from salescli.words import track as shared
from salescli.words.language import Lang

LABEL: Final = "label"


def pace_block(outlook: Outlook, result: TrackResult, lang: Lang) -> Block:
    """The team's pace by period, as 进度预警 has it."""
    columns = (
        ("progress", words.TIME_PROGRESS, Format.RATIO),
        ("ahead", words.AHEAD, Format.POINTS),
        ("projected", words.PROJECTED, Format.COUNT),
        ("needed", words.NEEDED, Format.COUNT),
        ("alert", words.ALERT, Format.TEXT),
    )
    fields = (
        Field(LABEL, words.PERIOD.say(lang)),
        *(Field(key, name.say(lang), form) for key, name, form in columns),
    )
    lines = []
    for item in outlook.paces:
        figures = pace_values(item.team, result.thresholds, lang)
        values: dict[str, CellValue] = {LABEL: period_label(item, lang), **{key: figures[key] for key, _, _ in columns}}
        formulas = {key: _or_empty(f"{{{TEAM}:{key}@{item.period}}}") for key, _, _ in columns}
        lines.append(Line(values, tones=alert_tone(item.team, result.thresholds), formulas=formulas))
    rules: tuple[Rule | Bar, ...] = (*alert_rules(lang), Bar("progress"))
    return Block("board_pace", fields, tuple(lines), title=words.PACE.say(lang), rules=rules, filter=False)


def _or_empty(cell: str) -> str:
    """The cell, and nothing where it holds nothing: a bare reference would read 0."""
    return f'IF({cell}="","",{cell})'


def light_block(result: TrackResult, lang: Lang) -> Block:
    """How many people stand in which light, counted over the sheet 销售员."""
    statuses = [figures.status(result.thresholds) for _, figures in result.board.persons]
    fields = (
        Field(LABEL, words.LIGHT.say(lang)),
        Field("heads", words.HEADS.say(lang), Format.COUNT, total=Total.SUM),
        Field("share", words.SHARE.say(lang), Format.RATIO, formula="{heads}/{board_lights:heads@total}"),
    )
    lines = tuple(
        Line(
            {
                LABEL: status.word.say(lang),
                "heads": statuses.count(status),
                "share": divide(statuses.count(status), len(statuses)),
            },
            tones={LABEL: TONES[status]},
            formulas={"heads": f'COUNTIF({{{people_block(result)}:status}},"{status.word.say(lang)}")'},
        )
        for status in Status
        if status not in (Status.NO_TARGET, Status.NO_DATA) or status in statuses
    )
    total = Line({LABEL: shared.TOTAL.say(lang), "heads": len(statuses)})
    return Block("board_lights", fields, lines, title=words.LIGHTS.say(lang), total=total, filter=False)


def course_block(trend: Trend, lang: Lang) -> Block:
    """The last week of every region and of the team, with the line of all weeks."""
    first, last = first_and_last(trend)
    fields = (
        Field(LABEL, MONTHLY.label("region").say(lang)),
        *(
            Field(key, name, form)
            for key, name, form in (
                ("line", words.LINE.say(lang), Format.TEXT),
                ("last", words.LAST_WEEK.say(lang), Format.MONEY),
                ("rate", words.CHANGE_RATE.say(lang), Format.SIGNED_RATIO),
                ("change", words.CHANGE.say(lang), Format.SIGNED_MONEY),
            )
        ),
    )
    lines = []
    courses: list[Course[str] | Course[None]] = [*trend.regions, trend.team]
    for at, course in enumerate(courses, start=1):
        place = str(at) if course.name is not None else "total"
        before = course.before
        values: dict[str, CellValue] = {
            LABEL: course.name or shared.TOTAL.say(lang),
            "last": course.last,
            "change": None if before is None else course.last - before,
            "rate": course.change,
        }
        formulas = {"last": f"{{{REGIONS}:{last}@{place}}}"}
        if before is not None:
            formulas |= {key: _or_empty(f"{{{REGIONS}:{key}@{place}}}") for key in ("change", "rate")}
        lines.append(Line(values, formulas=formulas))
    rules: Iterable[Rule | Spark] = (
        Rule(("rate", "change"), "N({change})>0", Tone.GREEN, total=True),
        Rule(("rate", "change"), "N({change})<0", Tone.RED, total=True),
        Spark("line", first, last, REGIONS, total=True),
    )
    return Block(
        "board_course",
        fields,
        tuple(lines[:-1]),
        title=words.WEEKLY_COURSE.say(lang),
        total=lines[-1],
        rules=tuple(rules),
        filter=False,
    )
