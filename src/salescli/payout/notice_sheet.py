"""公示名单: one printed page that can go on the wall, with the days that count and no full names."""

from collections.abc import Mapping
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone
from salescli.payout.conditions import RankBy
from salescli.payout.notice import OBJECT_WITHIN, PAY_AFTER, PUBLISH_WITHIN, Notice, NoticeLine
from salescli.payout.result import PayoutResult
from salescli.words import payout as words
from salescli.words import statements as own_words
from salescli.words.language import Lang
from salescli.words.measures import WEEKDAYS_USED

_UNNAMED: Final = ("commission", "bonus", "cap")
"""Components that are no awards of their own."""


def notice_sheet(notice: Notice, result: PayoutResult, lang: Lang) -> Sheet:
    """The days and the list. Awards are words and sums, nothing to be traced back."""
    period = words.UNDATED.say(lang) if result.period is None else result.period.label(lang)
    notes = [own_words.DAYS_NOTE.say(lang)]
    if notice.dates is None:
        notes.append(own_words.NO_DATES.say(lang))
    if notice.weekdays_for:
        notes.append(WEEKDAYS_USED.say(lang, years=notice.weekdays_for))
    if any(line.achievement is not None for line in notice.lines):
        notes.append(words.EXACT_NOTE.say(lang))
    listed = _list(notice, lang)
    return Sheet(
        own_words.NOTICE.say(lang),
        (listed,) if notice.dates is None else (_days(notice, lang), listed),
        title=own_words.NOTICE_TITLE.say(lang, period=period),
        subtitle=own_words.RANKED_BY.say(
            lang, by=words.BY_SALES if notice.by is RankBy.SALES else words.BY_ACHIEVEMENT
        ),
        notes=tuple(notes),
        landscape=False,
        freeze=False,
        tab=Tone.NOTE,
    )


def _days(notice: Notice, lang: Lang) -> Block:
    dates = notice.dates
    assert dates is not None  # called for a notice with days only
    rows = (
        (own_words.FIGURES_CLOSED, dates.figures, own_words.CLOSED_HOW, 0),
        (own_words.PUBLISH_BY, dates.publish, own_words.PUBLISH_HOW, PUBLISH_WITHIN),
        (own_words.OBJECT_BY, dates.objections, own_words.OBJECT_HOW, OBJECT_WITHIN),
        (own_words.PAY_ON, dates.payment, own_words.PAY_HOW, PAY_AFTER),
    )
    fields = (
        Field("event", own_words.EVENT.say(lang), width=14),
        Field("day", own_words.DAY.say(lang), Format.DATE, 18),
        Field("how", own_words.MEANING.say(lang), Format.WRAPPED, 40),
    )
    lines = tuple(
        Line({"event": event.say(lang), "day": day, "how": how.say(lang, days=days)}, {"day": Tone.STRONG})
        for event, day, how, days in rows
    )
    return Block("days", fields, lines, title=own_words.DATES.say(lang), filter=False)


def _list(notice: Notice, lang: Lang) -> Block:
    fields = (
        Field("place", own_words.PLACE.say(lang), Format.COUNT, 14),
        Field("name", own_words.NAME.say(lang), width=18),
        Field("awards", own_words.AWARDS.say(lang), Format.WRAPPED, 40),
        Field("region", words.REGION.say(lang), width=14),
        Field("achievement", words.ACHIEVEMENT.say(lang), Format.RATIO, 12),
        Field("total", words.PAYOUT.say(lang), Format.MONEY, 16),
    )
    named = {key: word.say(lang) for key, word in words.COMPONENTS.items() if key not in _UNNAMED}
    between = "、" if lang is Lang.ZH else ", "
    lines = tuple(Line(_values(line, named, between), _tones(line)) for line in notice.lines)
    return Block("notice", fields, lines, title=own_words.AWARDS_LIST.say(lang), filter=False)


def _values(line: NoticeLine, named: Mapping[str, str], between: str) -> dict[str, CellValue]:
    awards = [line.tier] if line.tier else []
    awards += [named[key] for key, amount in line.components if key in named and amount > 0]
    return {
        "place": line.place,
        "name": line.masked,
        "awards": between.join(awards) or "—",
        "region": line.region,
        "achievement": "" if line.achievement is None else line.achievement,
        "total": line.total,
    }


def _tones(line: NoticeLine) -> dict[str, Tone]:
    return {"place": Tone.GREEN} if line.place <= 3 and line.total > 0 else {}
