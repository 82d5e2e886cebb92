"""The conclusions of an analysis in a sentence each: for the screen, the first sheet and ``--json`` alike."""

from collections.abc import Iterator, Sequence

from salescli.analyze.benchmarks import STEPS, Standing
from salescli.analyze.metrics import Metric
from salescli.analyze.mix import Slice
from salescli.analyze.result import AnalysisResult, Conclusion
from salescli.analyze.scope import TEAM, sheet_name
from salescli.analyze.tables import METRICS, STATUS
from salescli.analyze.tracked import Tracked
from salescli.measure.achievement import Status
from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.words import analyze
from salescli.words import customers as customer_words
from salescli.words import drivers as driver_words
from salescli.words import funnel as funnel_words
from salescli.words import health as health_words
from salescli.words import insight as words
from salescli.words import mix as mix_words
from salescli.words import problems as problem_words
from salescli.words.language import Lang, Text, say

MOST = 3
"""Names that one line lists."""

Line = tuple[str, str, str]
"""The sheet it is about, what is said, and its style."""


def said(result: AnalysisResult) -> tuple[Conclusion, ...]:
    """What the sheets conclude, in their order; nothing of what is not known."""
    both = zip(_lines(result, Lang.ZH), _lines(result, Lang.EN), strict=True)
    return tuple(Conclusion(Text(zh[0], en[0]), Text(zh[1], en[1]), zh[2]) for zh, en in both)


def _lines(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    metrics, parts = list(_metrics(result, lang)), list(_parts(result, lang))
    yield from _open(result, lang)
    missed = any(style == "red" for *_, style in parts) and not any(style == "red" for *_, style in metrics)
    yield from (*parts, *metrics) if missed else (*metrics, *parts)
    yield from _volume_price(result, lang)
    yield from _mix(result, lang)
    yield from _health(result, lang)
    yield from _benchmarks(result, lang)
    yield from _gaps(result, lang)
    yield from _funnel(result, lang)
    yield from _problems(result, lang)
    yield from _customers(result, lang)


def _open(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    """That the month is not over, before anything is said of it."""
    if result.month is not None and result.open_until is not None:
        said = words.SAID_OPEN.say(lang, month=result.month.label(lang), day=result.open_until)
        yield METRICS.sheet(lang), said, "yellow"


def _metrics(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    """Which metrics of the team are behind: those of the metrics' table, and the other ones that are tracked."""
    teams = [item for item in result.tracked if item.scope == TEAM]
    sheets: tuple[tuple[str, Sequence[Metric | Tracked]], ...] = (
        (METRICS.sheet(lang), [*result.stated, *result.teams]),
        (words.TRACKED.say(lang), teams),
    )
    for sheet, found in sheets:
        targeted = [item for item in found if item.status not in (Status.NO_TARGET, Status.NO_DATA)]
        behind = tuple(f"{item.name} {percent(item.achievement)}" for item in targeted if item.status is Status.BEHIND)
        if behind:
            yield sheet, words.SAID_METRICS.say(lang, count=len(behind), names=behind), "red"
        elif targeted:
            yield sheet, words.SAID_METRICS_FINE.say(lang, count=len(targeted)), "green"


def _gaps(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    short = [item for item in result.gaps or () if item.rate is not None and item.gap > 0]
    if short:
        worst = max(short, key=lambda item: item.rate or 0)
        gap = worst.show_gap(lang)
        said = words.SAID_GAP.say(lang, name=worst.name, gap=gap, rate=percent(worst.rate))
        yield STATUS.sheet(lang), said, "yellow"


def _parts(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    """Of each cut of sales which part gained most, lost most and is furthest behind its target."""
    for found in result.breakdowns:
        if found.metric != result.breakdowns[0].metric:
            continue
        parts = []
        for part, word in ((found.gained_most, analyze.MOVER_UP), (found.lost_most, analyze.MOVER_DOWN)):
            if part is not None:
                change = grouped(part.change, signed=True)
                parts.append(words.SAID_MOVER.say(lang, word=word, name=part.metric.scope.label(lang), change=change))
        behind = [part.metric for part in found.parts if part.metric.status is Status.BEHIND]
        for item in sorted(behind, key=lambda item: (item.actual or 0) - (item.target or 0))[:1]:
            shown = {"name": item.scope.label(lang), "achievement": percent(item.achievement), "count": len(behind)}
            parts.append(words.SAID_BEHIND.say(lang, **shown))
        if parts:
            yield sheet_name(found.cut, lang), problem_words.AND.say(lang).join(parts), "red" if behind else "default"


def _volume_price(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    for item in result.volume_price[:1]:
        said = driver_words.SCREEN_VOLUME_PRICE.say(
            lang,
            before=item.before.count,
            now=item.now.count,
            volume=grouped(item.volume, signed=True),
            price=grouped(item.price, signed=True),
        )
        if item.other:
            said += driver_words.SCREEN_OTHER_SALES.say(lang, other=grouped(item.other, signed=True))
        yield driver_words.VOLUME_PRICE.say(lang), said, "red" if item.change < 0 else "default"


def _mix(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    def part(item: Slice) -> str:
        name = mix_words.MIX_NAMES[item.name].say(lang) if item.by == "customer" else item.name
        margin = "" if item.margin is None else mix_words.SCREEN_MARGIN.say(lang, margin=percent(item.margin))
        return f"{name or analyze.UNNAMED.say(lang)} {percent(item.share)}{margin}"

    parts = tuple(part(item) for item in result.mix if item.by == "product")[:MOST]
    kinds = tuple(part(item) for item in result.mix if item.by == "customer")
    if parts or kinds:
        yield mix_words.MIX.say(lang), say((*parts, *kinds), lang), "default"


def _health(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    known = [item for item in result.health if item.known]
    if known:
        parts = tuple(f"{item.kind.told(item.current, lang)} {item.trend.word.say(lang)}" for item in known)
        style = "yellow" if any(item.swings for item in known) else "default"
        yield health_words.HEALTH.say(lang), say(parts, lang), style


def _benchmarks(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    for standing, style in ((Standing.BENCHMARK, "green"), (Standing.HELP, "red")):
        parts = []
        for step in STEPS:
            names = tuple(mark.person for mark in result.marks if mark.step == step and mark.standing is standing)
            if names:
                shown = say(names[:MOST], lang) + ("…" if len(names) > MOST else "")
                parts.append(health_words.SCREEN_MARK.say(lang, step=health_words.STEPS[step], names=shown))
        if parts:
            yield (
                health_words.BENCHMARKS.say(lang),
                f"{standing.word.say(lang)}{words.COLON.say(lang)}{problem_words.AND.say(lang).join(parts)}",
                style,
            )


def _funnel(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    stages = result.funnel or ()
    heading = funnel_words.FUNNEL_NEEDED.say(lang)
    for stage in stages:
        if stage.weakest:
            yield heading, funnel_words.SCREEN_WEAKEST.say(lang, stage=stage.name, rate=percent(stage.rate)), "yellow"
    missing = tuple(
        funnel_words.SCREEN_PART.say(lang, name=stage.name, count=stage.short) for stage in stages if stage.short
    )
    if missing:
        yield heading, funnel_words.SCREEN_FUNNEL_NEEDED.say(lang, parts=missing), "default"


def _problems(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    first = result.order[:MOST]
    if first:
        parts = tuple(
            health_words.SCREEN_NAMED.say(lang, name=f"{item.rank}. {item.row.problem}", detail=item.quadrant.word)
            for item in first
        )
        yield problem_words.PROBLEM_ORDER.say(lang), problem_words.AND.say(lang).join(parts), "default"


def _customers(result: AnalysisResult, lang: Lang) -> Iterator[Line]:
    found = result.portfolio
    if found is None or not found.customers:
        return
    parts = tuple(
        customer_words.SCREEN_CLASS.say(lang, level=item.level.word, count=item.count, share=percent(item.share))
        for item in found.classes
        if item.count
    )
    due = found.to_call
    yield customer_words.CLASSES.say(lang), say(parts, lang), "default"
    names = say(tuple(item.row.customer for item in due[:MOST]), lang) + ("…" if len(due) > MOST else "")
    said = customer_words.SCREEN_CUSTOMERS.say(lang, due=len(due), day=found.as_of, names=names)
    yield customer_words.TO_CALL.say(lang), said, "red" if due else "green"
