"""Whom a ladder is for, over what time it is measured, and when it is in force, in words."""

from collections.abc import Iterator

from salescli.payout.conditions import Span
from salescli.payout.plan import Ladder
from salescli.words import payout as words
from salescli.words.language import Lang


def ladder_words(ladder: Ladder, lang: Lang) -> str:
    """``全体销售员 · 每季度 · 2026-08 起``; a monthly ladder that always holds names its people only."""
    return " · ".join(_parts(ladder, lang))


def _parts(ladder: Ladder, lang: Lang) -> Iterator[str]:
    scope = ladder.scope
    yield scope.words or words.EVERYBODY.say(lang)
    if ladder.span is not Span.MONTH:
        yield (words.SPAN_QUARTER if ladder.span is Span.QUARTER else words.SPAN_YEAR).say(lang)
    if scope.since is not None:
        yield words.IN_FORCE_FROM.say(lang, month=scope.since)
    if scope.until is not None:
        yield words.IN_FORCE_UNTIL.say(lang, month=scope.until)
