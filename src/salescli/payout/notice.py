"""公示: who earned what, under masked names, and until when to object.

The days are working days with the national holidays and swapped days: the notice goes up within three of the
day the figures were closed, objections are taken for three after that, and pay follows on the next one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter
from typing import Any, Final

from salescli.measure.money import money_text
from salescli.measure.period import Period
from salescli.measure.ratio import ratio_text
from salescli.measure.workdays import Workdays
from salescli.payout.conditions import RankBy
from salescli.payout.people import Person
from salescli.payout.person_pay import PersonPay
from salescli.payout.result import PayoutResult

PUBLISH_WITHIN: Final = 3
OBJECT_WITHIN: Final = 3
PAY_AFTER: Final = 1
"""Working days: from the figures to the notice, from there for objections, and from their end to pay day."""

_COMPOUND_NAMES: Final = (
    "欧阳 太史 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 "
    "申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 东郭 西门 南门 端木 第五 "
    "歐陽 東方 獨孤 諸葛 尉遲 鍾離 長孫 鮮于 東郭 西門 公孫"
)
_COMPOUND: Final = frozenset(_COMPOUND_NAMES.split())
_FAMILIAR: Final = "小老阿大"
"""What stands before a surname among colleagues: 小张."""


@dataclass(frozen=True, slots=True)
class NoticeDates:
    """The days of a notice; `figures` is the day the figures were closed."""

    figures: date
    publish: date
    objections: date
    payment: date

    def document(self) -> dict[str, str]:
        """The days as ``--json`` shows them."""
        return {
            "figures": self.figures.isoformat(),
            "publish_by": self.publish.isoformat(),
            "objections_by": self.objections.isoformat(),
            "pay_on": self.payment.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One person on the notice; people of one value share a `place`."""

    place: int
    masked: str
    region: str
    achievement: Fraction | None
    tier: str
    components: tuple[tuple[str, Decimal], ...]
    total: Decimal

    def document(self) -> dict[str, Any]:
        """The line as ``--json`` shows it."""
        return {
            "place": self.place,
            "name": self.masked,
            "region": self.region,
            "achievement": ratio_text(self.achievement),
            "tier": self.tier,
            "total": money_text(self.total),
        }


@dataclass(frozen=True, slots=True)
class Notice:
    """The whole notice, ranked; without `dates` where nothing says which days the figures are of."""

    dates: NoticeDates | None
    by: RankBy
    lines: tuple[NoticeLine, ...]
    weekdays_for: tuple[int, ...] = ()

    def document(self) -> dict[str, Any]:
        """The notice as ``--json`` shows it."""
        return {
            "dates": None if self.dates is None else self.dates.document(),
            "ranked_by": self.by.value,
            "lines": [line.document() for line in self.lines],
        }


def notice_dates(figures: date, calendar: Workdays) -> NoticeDates:
    """The days that follow from the day the figures were closed."""
    publish = calendar.add(figures, PUBLISH_WITHIN)
    objections = calendar.add(publish, OBJECT_WITHIN)
    return NoticeDates(figures, publish, objections, calendar.add(objections, PAY_AFTER))


def figures_day(period: Period | None, as_of: date | None) -> date | None:
    """The day the figures were closed: the one given, else the last of the period."""
    return as_of or (None if period is None else period.last)


def notice_of(result: PayoutResult, as_of: date | None, calendar: Workdays) -> Notice:
    """The notice of a payout. Ranked as the plan ranks, else by achievement."""
    closed = figures_day(result.period, as_of)
    dates = None if closed is None else notice_dates(closed, calendar)
    years = () if dates is None else calendar.fallback_years(dates.figures, dates.payment)
    by = result.plan.rankings[0].by if result.plan.rankings else RankBy.ACHIEVEMENT
    return Notice(dates, by, _lines(result, by), years)


def masked_names(people: Sequence[Person]) -> tuple[str, ...]:
    """The names as a notice shows them, no two alike: people masked alike get the end of their 工号, else a number."""
    masked = [mask(person.name) for person in people]
    alike = {name for name, count in Counter(masked).items() if count > 1}
    shown = list(masked)
    for name in alike:
        group = [at for at, other in enumerate(masked) if other == name]
        marks = _marks([people[at].employee_id for at in group])
        for at, tail in zip(group, marks, strict=True):
            shown[at] = f"{name}({tail})"
    return tuple(shown)


def mask(name: str) -> str:
    """A name with all but the surname hidden: 张三 is 张*, 欧阳修远 欧阳**, 小张 *张, John Smith J*** S****."""
    if not any("\u4e00" <= char <= "\u9fff" for char in name):
        return " ".join(word[:1] + "*" * (len(word) - 1) for word in name.split())
    if len(name) == 2 and name[0] in _FAMILIAR:
        return f"*{name[1]}"
    kept = 2 if len(name) > 2 and name[:2] in _COMPOUND else 1
    return name[:kept] + "*" * max(1, len(name) - kept)


def _marks(ids: Sequence[str | None]) -> list[str]:
    """The shortest ends of the 工号, of two characters or more, that differ; numbers where someone has none."""
    known = [own for own in ids if own]
    if len(set(known)) == len(ids):
        for length in range(2, max(map(len, known)) + 1):
            tails = [own[-length:] for own in known]
            if len(set(tails)) == len(tails):
                return tails
    return [str(number) for number in range(1, len(ids) + 1)]


def _lines(result: PayoutResult, by: RankBy) -> tuple[NoticeLine, ...]:
    masked = masked_names([one.person for one in result.people])

    def value(one: PersonPay) -> Decimal | Fraction:
        if by is RankBy.SALES:
            return one.standing.actual
        own = one.standing.achievement
        return Fraction(-1) if own is None else own

    ranked = sorted(
        ((value(one), one, name) for one, name in zip(result.people, masked, strict=True)),
        key=itemgetter(0),
        reverse=True,
    )
    places: dict[Decimal | Fraction, int] = {}
    for at, (own, _, _) in enumerate(ranked, start=1):
        places.setdefault(own, at)
    return tuple(
        NoticeLine(
            places[own],
            name,
            one.region,
            one.standing.achievement,
            one.tier,
            tuple((key, amount) for key, amount in one.components.items() if amount),
            one.total,
        )
        for own, one, name in ranked
    )
