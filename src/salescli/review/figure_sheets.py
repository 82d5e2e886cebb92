"""目标达成 and 激励效果: figures by month, region and pay period, live, each view with its total.

The headers say 期内, so that no view can be mistaken for a tracking table when the workbook is read again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from salescli.excel.book import (
    Block,
    CellValue,
    Chart,
    ChartKind,
    Field,
    Format,
    Line,
    Series,
    Sheet,
    Side,
    Tone,
    Total,
)
from salescli.excel.lights import TONES, achievement_formula, status_formula, status_rules
from salescli.measure.achievement import Thresholds, achievement
from salescli.measure.money import grouped
from salescli.review.attainment import ZERO, Attained, Attainment
from salescli.review.earners import Earner
from salescli.review.incentives import Incentive, Incentives
from salescli.review.spans import ReviewPeriod
from salescli.words import improve
from salescli.words import review as words
from salescli.words.language import Lang, Text, say

MONTHS, REGIONS, PEOPLE, MISSED, PAID, EARNERS = "months", "regions", "people", "missed", "paid", "earners"
MOST_IN_CHART: Final = 30
"""Beyond these the names on the axis could not be read."""

_ACHIEVEMENT: Final = achievement_formula()


def attainment_sheet(found: Attainment, thresholds: Thresholds, lang: Lang) -> Sheet:
    """By month and by region, both with the period's total; of a week the weeks before it instead of months."""
    months = [(item.month.label(lang), item) for item in found.months if item.month is not None]
    if found.weeks:
        months = [(ReviewPeriod(item.week).label(lang), item) for item in found.weeks if item.week is not None]
    regions = [(item.region or "", item) for item in found.regions]
    title = words.ATTAINMENT.say(lang)
    first = _reached(MONTHS, words.MONTH, words.BY_MONTH, months, found.total, thresholds, lang)
    if found.weeks:
        first = _with_basis(
            _reached(MONTHS, words.WEEK_HEADER, words.BY_WEEK, months, None, thresholds, lang), months, lang
        )
    return Sheet(
        title,
        (first, _reached(REGIONS, words.REGION, words.BY_REGION, regions, found.total, thresholds, lang)),
        title=title,
        charts=tuple(
            _chart(block, caption, lang)
            for block, caption, parts in (
                (MONTHS, words.CHART_WEEKS if found.weeks else words.CHART_MONTHS, months),
                (REGIONS, words.CHART_REGIONS, regions),
            )
            if len(parts) > 1
        ),
        notes=(words.WEEK_SHARE.say(lang, **{key: text.say(lang) for key, text in words.WEEK_BASES.items()}),)
        if found.weeks
        else (),
        frozen_columns=1,
    )


def _reached(
    block: str,
    first: Text,
    title: Text,
    parts: Sequence[tuple[CellValue, Attained]],
    total: Attained | None,
    thresholds: Thresholds,
    lang: Lang,
) -> Block:
    figures = _figure_fields(thresholds, lang)
    if total is None:
        figures = tuple(replace(field, total=None) for field in figures)
    fields = (Field("part", first.say(lang)), *figures)
    lines = tuple(_line({"part": name}, item, lang) for name, item in parts)
    rules = tuple(status_rules(lang, total=True))
    whole = None if total is None else _line({"part": words.TOTAL.say(lang)}, total, lang)
    return Block(block, fields, lines, title=title.say(lang), total=whole, rules=rules)


def _with_basis(block: Block, weeks: Sequence[tuple[CellValue, Attained]], lang: Lang) -> Block:
    """The weeks with where each one's target comes from."""
    words_of = [None if item.basis is None else item.basis.word.say(lang) for _, item in weeks]
    lines = tuple(
        replace(line, values={**line.values, "basis": word}) for line, word in zip(block.lines, words_of, strict=True)
    )
    return replace(block, fields=(*block.fields, Field("basis", words.WEEK_BASIS.say(lang))), lines=lines)


def people_sheet(found: Attainment, thresholds: Thresholds, lang: Lang) -> Sheet:
    """Everybody over the period, the widest gap first, to be filtered by region and status."""
    people = sorted(found.people, key=lambda item: item.variance)
    fields = (
        Field("person", words.PERSON.say(lang)),
        Field("region", words.REGION.say(lang)),
        *_figure_fields(thresholds, lang),
    )
    lines = tuple(_line({"person": item.person, "region": item.region}, item, lang) for item in people)
    rules = tuple(status_rules(lang, total=True))
    total = _line({"person": words.TOTAL.say(lang)}, found.total, lang)
    title = words.PEOPLE_SHEET.say(lang)
    chart = Chart(
        ChartKind.BAR,
        words.CHART_PEOPLE.say(lang),
        (PEOPLE, "person"),
        (Series(PEOPLE, "achievement", words.ACHIEVEMENT.say(lang), Tone.STRONG),),
        percent=True,
        size=(560, 160 + 20 * len(people)),
        side=Side.RIGHT,
    )
    charts = (chart,) if 1 < len(people) <= MOST_IN_CHART else ()
    return Sheet(title, (Block(PEOPLE, fields, lines, total=total, rules=rules),), title=title, charts=charts)


def _figure_fields(thresholds: Thresholds, lang: Lang) -> tuple[Field, ...]:
    difference, word = "{actual}-{target}", status_formula(thresholds, lang)
    return (
        Field("target", words.TARGET.say(lang), Format.MONEY, total=Total.SUM),
        Field("actual", words.ACTUAL.say(lang), Format.MONEY, total=Total.SUM),
        Field("achievement", words.ACHIEVEMENT.say(lang), Format.RATIO, formula=_ACHIEVEMENT, total=_ACHIEVEMENT),
        Field("variance", words.VARIANCE.say(lang), Format.SIGNED_MONEY, formula=difference, total=difference),
        Field("status", words.STATUS.say(lang), formula=word, total=word),
    )


def _line(names: dict[str, CellValue], item: Attained, lang: Lang) -> Line:
    values: dict[str, CellValue] = {
        **names,
        "target": item.target,
        "actual": item.actual,
        "achievement": item.achievement,
        "variance": item.variance,
        "status": item.status.word.say(lang),
    }
    return Line(values, tones=dict.fromkeys(("achievement", "status"), TONES[item.status]))


def _chart(block: str, caption: Text, lang: Lang) -> Chart:
    series = (
        Series(block, "target", words.TARGET.say(lang), Tone.MUTED),
        Series(block, "actual", words.ACTUAL.say(lang), Tone.STRONG),
    )
    reached = (Series(block, "achievement", words.ACHIEVEMENT.say(lang), Tone.INPUT),)
    return Chart(ChartKind.COLUMN, caption.say(lang), (block, "part"), series, lines=reached, block=block)


def incentive_sheet(
    paid: Incentives | None, missed: Sequence[Attained], thresholds: Thresholds, lang: Lang
) -> Sheet | None:
    """What was paid and whom it reached; below it who missed a high target. None without either."""
    blocks = []
    if paid is not None:
        blocks += [_paid(paid, lang), _earners(paid.earners, lang)]
    if missed:
        blocks.append(_missed(missed, thresholds, lang))
    if not blocks:
        return None
    title = words.INCENTIVES.say(lang)
    only = () if paid is None else tuple(item.label(lang) for item in paid.only)
    said = (words.PAID_PARTLY.say(lang, periods=only),) if only else ()
    said = said if paid is None else (*said, *_cost_notes(paid, lang))
    charts = (_payout_chart(lang),) if paid is not None and 1 < len(paid.earners) <= MOST_IN_CHART else ()
    return Sheet(title, tuple(blocks), title=title, charts=charts, notes=said)


def _cost_notes(paid: Incentives, lang: Lang) -> Iterator[str]:
    if paid.recorded:
        yield words.RECORDED_NOTE.say(lang, amount=grouped(paid.recorded))
    if paid.total.base:
        wording = words.BASE_NOTE_BARE if paid.sales is None else words.BASE_NOTE
        yield wording.say(lang, base=grouped(paid.total.base), sales=grouped(paid.sales or ZERO))


def _payout_chart(lang: Lang) -> Chart:
    series = (Series(EARNERS, "total", words.PAYOUT.say(lang), Tone.STRONG),)
    caption = improve.CHART_EARNERS.say(lang)
    return Chart(ChartKind.COLUMN, caption, (EARNERS, "person"), series, block=EARNERS)


def _earners(found: Sequence[Earner], lang: Lang) -> Block:
    fields = (
        Field("person", words.PERSON.say(lang)),
        Field("region", words.REGION.say(lang)),
        Field("target", words.TARGET.say(lang), Format.MONEY, total=Total.SUM),
        Field("actual", words.ACTUAL.say(lang), Format.MONEY, total=Total.SUM),
        Field("achievement", words.ACHIEVEMENT.say(lang), Format.RATIO, formula=_ACHIEVEMENT, total=_ACHIEVEMENT),
        Field("total", words.PAYOUT.say(lang), Format.MONEY, total=Total.SUM),
        Field("signal", improve.SIGNAL.say(lang), Format.WRAPPED, width=26),
    )
    sums = {key: sum((getattr(item, key) for item in found), ZERO) for key in ("target", "actual", "total")}
    whole: dict[str, CellValue] = {"person": words.TOTAL.say(lang), **sums}
    whole["achievement"] = achievement(sums["actual"], sums["target"])
    lines = tuple(_earner(item, lang) for item in found)
    return Block(EARNERS, fields, lines, title=improve.EARNERS.say(lang), total=Line(whole))


def _earner(item: Earner, lang: Lang) -> Line:
    values: dict[str, CellValue] = {
        key: getattr(item, key) for key in ("person", "region", "target", "actual", "achievement", "total")
    }
    values["signal"] = say([signal.word for signal in item.signals], lang) or None
    return Line(values, tones={"signal": Tone.YELLOW} if item.signals else {})


def _paid(paid: Incentives, lang: Lang) -> Block:
    coverage, cost = (
        'IF(AND(N({people})>0,ISNUMBER({earned})),{earned}/{people},"")',
        'IF(N({base})>0,{total}/{base},"")',
    )
    fields = (
        Field("period", words.PAY_PERIOD.say(lang)),
        Field("people", words.PEOPLE.say(lang), Format.COUNT),
        Field("earned", words.EARNED.say(lang), Format.COUNT),
        Field("coverage", words.COVERAGE.say(lang), Format.RATIO, formula=coverage, total=coverage),
        Field("total", words.PAYOUT.say(lang), Format.MONEY, total=Total.SUM),
        Field("base", words.BASE.say(lang), Format.MONEY, total=Total.SUM),
        Field("cost_rate", words.COST_RATE.say(lang), Format.RATIO, formula=cost, total=cost),
    )
    lines = tuple(_paid_line(item, item.name(lang)) for item in paid.periods)
    name = words.TOTAL.say(lang) + paid.partly(lang)
    return Block(PAID, fields, lines, total=_paid_line(paid.total, name), filter=False)


def _paid_line(item: Incentive, name: str) -> Line:
    return Line(
        {
            "period": name,
            "people": item.people,
            "earned": item.earned,
            "coverage": item.coverage,
            "total": item.total,
            "base": item.base,
            "cost_rate": item.cost_rate,
        }
    )


def _missed(missed: Sequence[Attained], thresholds: Thresholds, lang: Lang) -> Block:
    fields = (
        Field("person", words.PERSON.say(lang)),
        Field("region", words.REGION.say(lang)),
        *(replace(field, total=None) for field in _figure_fields(thresholds, lang)),
    )
    lines = tuple(_line({"person": item.person, "region": item.region}, item, lang) for item in missed)
    return Block(MISSED, fields, lines, title=words.MISSED.say(lang), rules=status_rules(lang), filter=False)
