"""What is to be said beside a figure: stated and unchecked, blank and why, stated on another base."""

from salescli.analyze.gaps import Gap
from salescli.analyze.metrics import Metric, reason
from salescli.measure.ratio import percent, points_text
from salescli.words import analyze as words
from salescli.words.language import Lang


def remark(metric: Metric, lang: Lang) -> str | None:
    """What is to be said of a metric's changes: stated and unchecked, the points of a ratio, blank and why."""
    changes = ((words.MOM, metric.mom), (words.YOY, metric.yoy))
    said = [
        words.POINTS.say(lang, change=word, points=points_text(change.points, lang))
        for word, change in changes
        if change.points is not None
    ]
    if stated := tuple(word for word, change in changes if change.stated):
        said.append(words.STATED.say(lang, changes=stated))
    for why in dict.fromkeys(change.why for _, change in changes if change.why is not None):
        blank = tuple(word for word, change in changes if change.why is why)
        said.append(words.BLANK.say(lang, changes=blank, why=reason(why)))
    return words.SEPARATOR.say(lang).join(said) or None


def finding(gap: Gap, lang: Lang) -> str | None:
    """What is to be said of one standing."""
    if gap.stated_rate is not None and gap.stated_base == "current":
        rates = {"stated": percent(gap.stated_rate), "rate": percent(gap.rate_on_current)}
        return words.STATED_ON_CURRENT.say(lang, **rates)
    if gap.stated_rate is not None and gap.stated_base == "neither":
        return words.STATED_ON_NEITHER.say(lang, stated=percent(gap.stated_rate))
    return words.REACHED.say(lang) if gap.gap == 0 else None
