"""Values as parts of a message, in both languages."""

from collections.abc import Iterable

from salescli.measure.period import Month
from salescli.words import track as words
from salescli.words.language import Lang, Text


def spoken_month(month: Month | None) -> Text:
    """A month as its label; a missing one as "undated"."""
    return words.UNDATED if month is None else Text(month.label(Lang.ZH), month.label(Lang.EN))


def spoken_months(months: Iterable[Month]) -> tuple[Text, ...]:
    """Months in order, each once."""
    return tuple(spoken_month(month) for month in sorted(set(months)))


def filled(text: Text, **details: object) -> Text:
    """`text` with its places filled in both languages."""
    return Text(text.say(Lang.ZH, **details), text.say(Lang.EN, **details))
