"""主要影响因素, filled in from the drivers where the user left it blank, and marked as computed."""

from collections.abc import Sequence
from dataclasses import replace

from salescli.analyze.drill import Breakdown
from salescli.analyze.drivers import leading
from salescli.analyze.metrics import Metric
from salescli.measure.money import grouped
from salescli.table.kind import normal
from salescli.track.sales_metric import SALES_NAMES
from salescli.words import drivers as driver_words
from salescli.words import problems as problem_words
from salescli.words.language import Lang


def factors(found: Sequence[Breakdown], lang: Lang) -> str | None:
    """What moved one metric most, cut by cut: ``〔自动〕按区域：华南 -180,000、华北 -20,000；…``."""
    said = []
    for item in found:
        parts = tuple(
            driver_words.FACTOR.say(lang, name=part.metric.scope.label(lang), change=grouped(part.change, signed=True))
            for part in leading(item)
        )
        if parts:
            said.append(driver_words.FACTORS_BY.say(lang, cut=item.cut.word, parts=parts))
    return driver_words.AUTO.say(lang) + problem_words.AND.say(lang).join(said) if said else None


def explained(found: Sequence[Breakdown], lang: Lang) -> tuple[Breakdown, ...]:
    """The breakdowns with the factors of their team's metric."""
    return tuple(
        replace(
            item,
            team=replace(item.team, factors=factors([other for other in found if other.metric == item.metric], lang)),
        )
        for item in found
    )


def filled(stated: Sequence[Metric], found: Sequence[Breakdown], lang: Lang) -> tuple[Metric, ...]:
    """The stated metrics; one of sales whose factors are blank, or the tool's own of another time, gets new ones."""
    sales = [item for item in found if normal(item.metric) in SALES_NAMES]
    said = factors(sales, lang)
    return tuple(
        replace(metric, factors=said) if said and _open(metric) and normal(metric.name) in SALES_NAMES else metric
        for metric in stated
    )


def _open(metric: Metric) -> bool:
    marks = tuple(driver_words.AUTO.say(each).strip() for each in Lang)
    return metric.factors is None or metric.factors.startswith(marks)
