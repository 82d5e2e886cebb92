"""The sheets of the outlook, in the order a leader reads them; a sheet there is nothing for is left out."""

from collections.abc import Iterable

from salescli.excel.book import Sheet
from salescli.track.pace_sheet import pace_sheet
from salescli.track.part_sheets import part_sheets
from salescli.track.ranking_sheet import ranking_sheet
from salescli.track.result import TrackResult
from salescli.track.selfcheck_sheet import selfcheck_sheets
from salescli.track.strategy_sheet import strategy_sheet
from salescli.track.trend_sheet import trend_sheet
from salescli.words.language import Lang


def outlook_sheets(result: TrackResult, lang: Lang) -> Iterable[Sheet]:
    """Pace, sprint, parts, trend, leaderboards, self-checks and strategies."""
    outlook = result.outlook
    if outlook is None:
        return
    if outlook.paces:
        yield pace_sheet(outlook, result, lang)
    if outlook.sprint is not None:
        from salescli.track.sprint_sheet import sprint_sheet

        yield sprint_sheet(outlook.sprint, lang)
    if outlook.trend is not None:
        yield trend_sheet(outlook.trend, lang)
    if outlook.leaderboards:
        yield ranking_sheet(outlook, result.thresholds, lang)
    yield from part_sheets(result, lang)
    if outlook.selfcheck is not None:
        yield from selfcheck_sheets(outlook.selfcheck, result.thresholds, lang)
    if outlook.strategies is not None:
        yield strategy_sheet(outlook.strategies, lang)
