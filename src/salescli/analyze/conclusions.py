"""From figures to conclusions: what drove the change, what to do first, whom to call, who needs help."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from salescli.analyze.activity import Activity, month_of
from salescli.analyze.benchmarks import marks
from salescli.analyze.customers import portfolio
from salescli.analyze.diagnosis import CustomerRow
from salescli.analyze.drivers import volume_prices
from salescli.analyze.factors import explained, filled
from salescli.analyze.health import health
from salescli.analyze.heat import heat
from salescli.analyze.mix import mix
from salescli.analyze.months import months_of
from salescli.analyze.people import naming
from salescli.analyze.periods import Periods
from salescli.analyze.quadrants import judged
from salescli.analyze.result import AnalysisResult
from salescli.analyze.said import said
from salescli.analyze.tracked import tracked
from salescli.analyze.whys import Missed, whys
from salescli.measure.period import Month
from salescli.split.tracked import TrackedRow
from salescli.table.config import CustomerKeys
from salescli.track.tables import MonthlyRow
from salescli.words.language import Lang


@dataclass(frozen=True, slots=True)
class Evidence:
    """What conclusions are drawn from beside the figures: the main workbook's rows, what people did, and the rules."""

    periods: Periods
    monthly: tuple[MonthlyRow, ...]
    activity: Activity
    customers: Sequence[CustomerRow] | None
    rules: CustomerKeys
    as_of: date | None = None
    tracked: tuple[TrackedRow, ...] = ()

    @property
    def month(self) -> Month | None:
        """The month analyzed: that of the tracking table, else the last one anything was done in."""
        known = [month_of(row) for row in self.activity.weekly]
        known += [Month.of(row.signed) for row in self.activity.orders]
        return self.periods.month or max(known, default=None)

    def day(self) -> date:
        """The day customers are judged on: as asked, else today, but not after the month's end."""
        month, today = self.month, date.today()
        return self.as_of or (today if month is None else min(today, month.last))


def conclude(found: AnalysisResult, given: Evidence, lang: Lang) -> AnalysisResult:
    """`found` with everything that follows from it; texts that are computed are in `lang`."""
    month, periods, activity = given.month, given.periods, given.activity
    known = (*periods.now, *periods.previous, *periods.last_year)
    name = naming((*known, *activity.weekly, *activity.orders))
    breakdowns = explained(found.breakdowns, lang)
    stated = filled(found.stated, breakdowns, lang)
    work = () if month is None else marks(activity.of_month(month), name)
    order = judged(found.problems or ())
    gaps = tuple(found.gaps or ())
    asked = Missed(order, stated, breakdowns, gaps, tuple(found.funnel or ()), work, periods.now, name)
    deals = () if month is None else activity.deals((month, month.previous()), known)
    own = {row.month for row in given.monthly}
    shown = [at for at in periods.months if at in own and (periods.month is None or at <= periods.month)]
    whole = replace(
        found,
        stated=stated,
        breakdowns=breakdowns,
        volume_price=volume_prices(breakdowns, *deals) if deals else (),
        health=() if month is None else health(month, activity, stated, gaps, found.thresholds, given.tracked),
        marks=work,
        order=order,
        whys=whys(asked, lang),
        portfolio=None if given.customers is None else portfolio(given.customers, given.rules, given.day()),
        rules=given.rules,
        heat=heat(periods.months, found.thresholds, shown),
        mix=() if month is None else mix(activity, month),
        tracked=() if month is None else tracked(given.tracked, activity, month, found.thresholds, lang),
        months=months_of(periods.months, found.thresholds, shown),
    )
    return replace(whole, conclusions=said(whole))
