"""会议: when this review is held and the next ones are, and what is on the agenda.

Weekly on Monday, monthly on the 5th, quarterly (and for longer periods) on the 10th of the month that follows;
a day off moves to the next working day of the configured calendar.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from salescli.measure.period import Month, Quarter, Week
from salescli.measure.workdays import Workdays
from salescli.review.notebooks import AgendaItem
from salescli.review.spans import ReviewPeriod
from salescli.words import improve as words
from salescli.words import meetings as meeting_words
from salescli.words.language import Lang, Text

MONTHLY_DAY, QUARTERLY_DAY = 5, 10
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One review meeting: the day the rule names, and the working day it is held on."""

    period: ReviewPeriod
    planned: date
    held: date
    own: bool

    @property
    def postponed(self) -> int:
        """Days between the two."""
        return (self.held - self.planned).days

    def name(self, lang: Lang) -> str:
        """``本次月度复盘`` · ``下一次季度复盘``."""
        wording = meeting_words.THIS_REVIEW if self.own else meeting_words.NEXT_REVIEW
        return wording.say(lang, rhythm=self.period.rhythm)

    def document(self) -> dict[str, Any]:
        """The meeting as ``--json`` shows it."""
        return {
            "period": str(self.period),
            "own": self.own,
            "planned": self.planned.isoformat(),
            "held": self.held.isoformat(),
        }


def meeting_day(period: ReviewPeriod) -> date:
    """The day the rule names for the review of `period`."""
    after = period.last + _DAY
    if isinstance(period.span, Week):
        return after
    day = MONTHLY_DAY if isinstance(period.span, Month) else QUARTERLY_DAY
    return after.replace(day=day)


def schedule(period: ReviewPeriod, calendar: Workdays) -> tuple[Meeting, ...]:
    """This review's meeting, then the next weekly, monthly and quarterly one."""
    own = _meeting(period, calendar, own=True)
    spans = (Week.of(own.held), Month.of(own.held), Quarter.of(own.held))
    return (own, *(_meeting(ReviewPeriod(span), calendar, own=False) for span in spans))


def _meeting(period: ReviewPeriod, calendar: Workdays, *, own: bool) -> Meeting:
    planned = meeting_day(period)
    return Meeting(period, planned, calendar.next_workday(planned), own)


@dataclass(frozen=True, slots=True)
class Topic:
    """What the agenda needs to know of one section: the sheet it is on, whether it has anything, and who it needs."""

    title: Text
    sheet: Text
    minutes: int
    given: bool
    people: Sequence[str] = ()
    default: Text = meeting_words.EVERYONE


def agenda(topics: Iterable[Topic], period: ReviewPeriod, lang: Lang) -> tuple[AgendaItem, ...]:
    """An item for every section that has something to speak of."""
    return tuple(_items(topics, period, lang))


def _items(topics: Iterable[Topic], period: ReviewPeriod, lang: Lang) -> Iterator[AgendaItem]:
    separator = "、" if lang is Lang.ZH else ", "
    for topic in topics:
        if topic.given:
            yield AgendaItem(
                period=period.title(lang),
                topic=topic.title.say(lang),
                basis=topic.sheet.say(lang),
                minutes=str(topic.minutes),
                who=separator.join(dict.fromkeys(topic.people)) or topic.default.say(lang),
                origin=words.COMPUTED.say(lang),
            )
