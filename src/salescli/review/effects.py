"""The effects of a period composed from its figures, in the documents' own form so that they read back."""

from collections.abc import Iterator, Sequence

from salescli.analyze.metrics import Metric
from salescli.measure.metric import figure
from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.review.attainment import Attainment
from salescli.review.incentives import Incentives
from salescli.review.strategies import Strategy
from salescli.words import review as words
from salescli.words.language import Lang


def composed(
    attainment: Attainment | None,
    metrics: Sequence[Metric],
    strategies: Sequence[Strategy],
    incentives: Incentives | None,
    lang: Lang,
) -> str:
    """One sentence a finding, joined; empty when there is nothing to tell.

    `metrics` are without sales where the period's own rows tell them.
    """
    parts = [
        *_sales(attainment, lang),
        *(_metric(item, lang) for item in metrics if item.target is not None),
        *_strategies(strategies, lang),
        *_incentives(incentives, lang),
    ]
    return words.EFFECT_SEPARATOR.say(lang).join(parts)


def _sales(attainment: Attainment | None, lang: Lang) -> Iterator[str]:
    if attainment is None:
        return
    total = attainment.total
    said = {"actual": grouped(total.actual), "target": grouped(total.target), "achievement": percent(total.achievement)}
    wording = words.EFFECT_SALES_ONLY if total.achievement is None else words.EFFECT_SALES
    yield wording.say(lang, **said)


def _metric(item: Metric, lang: Lang) -> str:
    figures = (item.previous, item.actual, item.target)
    before, after, target = (figure(value, item.measure, item.unit, lang) for value in figures)
    wording = words.EFFECT_LEVEL
    if item.previous is not None and item.actual is not None:
        wording = words.EFFECT_FLAT if item.actual == item.previous else words.EFFECT_UP
        wording = words.EFFECT_DOWN if item.actual < item.previous else wording
    return wording.say(lang, metric=item.name, before=before, after=after, target=target)


def _strategies(found: Sequence[Strategy], lang: Lang) -> Iterator[str]:
    if found:
        counts = {"count": len(found), "done": sum(item.done for item in found)}
        yield words.EFFECT_STRATEGIES.say(lang, **counts, overdue=sum(item.overdue for item in found))


def _incentives(found: Incentives | None, lang: Lang) -> Iterator[str]:
    if found is not None:
        yield found.said(lang)
