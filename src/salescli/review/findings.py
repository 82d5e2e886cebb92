"""经验与改进: what the figures say went well and what did not, for people to say why and what to do."""

from collections.abc import Iterator, Sequence

from salescli.analyze.metrics import Metric
from salescli.measure.achievement import Status
from salescli.measure.metric import figure
from salescli.measure.money import grouped
from salescli.measure.ratio import percent, points_text
from salescli.review.attainment import Attained, Attainment
from salescli.review.effectiveness import Effect, Measured
from salescli.review.notebooks import Finding
from salescli.review.spans import ReviewPeriod
from salescli.review.strategies import Strategy
from salescli.words import improve as words
from salescli.words.language import Lang, Text

Said = tuple[str, Text, str, str]
"""Kind, wording of the subject, the subject's name, the evidence."""


def findings(
    attainment: Attainment | None,
    metrics: Sequence[Metric],
    strategies: Sequence[Strategy],
    period: ReviewPeriod,
    lang: Lang,
) -> tuple[Finding, ...]:
    """What worked first, then what did not; cells for people are empty."""
    said = [*_attained(attainment, lang), *_metrics(metrics, lang), *_strategies(strategies, lang)]
    ordered = sorted(said, key=lambda item: item[0] != "success")
    return tuple(_finding(item, period, lang) for item in ordered)


def _finding(said: Said, period: ReviewPeriod, lang: Lang) -> Finding:
    kind, subject, name, evidence = said
    return Finding(
        period=period.title(lang),
        kind=words.FINDING_KINDS[kind].say(lang),
        subject=subject.say(lang, name=name),
        evidence=evidence,
        origin=words.COMPUTED.say(lang),
    )


def _attained(found: Attainment | None, lang: Lang) -> Iterator[Said]:
    if found is None:
        return
    for item in found.regions:
        if item.status in (Status.EXCEEDED, Status.BEHIND):
            kind = "success" if item.status is Status.EXCEEDED else "improve"
            yield kind, words.SUBJECT_REGION, item.region or "", _reached(item, lang)
    for item in found.missed:
        said = words.HIGH_BEHIND.say(lang, target=grouped(item.target), achievement=percent(item.achievement))
        yield "improve", words.SUBJECT_PERSON, item.person or "", said


def _reached(item: Attained, lang: Lang) -> str:
    return words.REACHED.say(lang, achievement=percent(item.achievement), variance=grouped(item.variance, signed=True))


def _metrics(found: Sequence[Metric], lang: Lang) -> Iterator[Said]:
    for item in found:
        if item.status in (Status.EXCEEDED, Status.BEHIND):
            kind = "success" if item.status is Status.EXCEEDED else "improve"
            target, actual = (figure(value, item.measure, item.unit, lang) for value in (item.target, item.actual))
            details = {"target": target, "actual": actual, "achievement": percent(item.achievement)}
            yield kind, words.SUBJECT_METRIC, item.name, words.METRIC_REACHED.say(lang, **details)


def _strategies(found: Sequence[Strategy], lang: Lang) -> Iterator[Said]:
    for item in found:
        if item.measured is not None and item.effect is not Effect.NO_DATA:
            kind = "success" if item.effect is Effect.EFFECTIVE else "improve"
            yield kind, words.SUBJECT_STRATEGY, item.name, moved(item.measured, lang)
        elif item.overdue:
            said = words.LATE.say(lang, days=item.overdue_days, progress=item.progress.word)
            yield "improve", words.SUBJECT_STRATEGY, item.name, said


def moved(found: Measured, lang: Lang) -> str:
    """``转化率从8.0%到9.0%，目标12.0%``."""
    figures = {key: found.show(getattr(found, key), lang) for key in ("before", "after", "target")}
    if found.after is None:
        change = points_text(found.change, lang) if found.measure == "ratio" else found.show(found.change, lang)
        return words.CHANGED.say(lang, metric=found.name, change=change)
    if found.before is None:
        wording = words.LEVEL_UNTARGETED if found.target is None else words.LEVEL
        return wording.say(lang, metric=found.name, **figures)
    wording = words.MOVED_UNTARGETED if found.target is None else words.MOVED
    return wording.say(lang, metric=found.name, **figures)
