"""The sheet 排行榜: the leaderboards, each with the movement against last week."""

from typing import Final

from salescli.excel.book import (
    Bar,
    Block,
    CellValue,
    Chart,
    ChartKind,
    Field,
    Format,
    Line,
    Rule,
    Series,
    Sheet,
    Side,
    Tone,
)
from salescli.excel.lights import achievement_formula, status_formula, status_rules
from salescli.measure.achievement import Thresholds
from salescli.track.monthly_sheet import FULL_BAR, figure_values, status_tone
from salescli.track.outlook import Outlook
from salescli.track.ranking import Leaderboard, League, Place
from salescli.track.tables import MONTHLY
from salescli.track.who import Who
from salescli.words import outlook as words
from salescli.words import track as shared
from salescli.words.language import Lang

SHOWN: Final = ("target", "actual", "achievement", "status")
MOST_CHARTED: Final = 12
"""More names than this make no readable chart."""


def ranking_sheet(outlook: Outlook, lights: Thresholds, lang: Lang) -> Sheet:
    """One block a leaderboard, the month's before the quarter's."""
    blocks = tuple(_block(board, lights, lang) for board in outlook.leaderboards)
    return Sheet(
        words.RANKING.say(lang),
        blocks,
        title=words.RANKING.say(lang),
        subtitle=words.RANKING_HINT.say(lang),
        notes=(words.RANKING_FIXED.say(lang),),
        charts=tuple(
            _chart(board, lang)
            for board in outlook.leaderboards
            if board.league is not League.PEOPLE and len(board.places) <= MOST_CHARTED
        ),
        tab=Tone.YELLOW,
        freeze=False,
    )


def _id(board: Leaderboard) -> str:
    return f"rank_{board.league}_{board.period}"


def _title(board: Leaderboard, lang: Lang) -> str:
    return words.BOARD_OF.say(lang, league=board.league.word, period=board.period.label(lang))


def _block(board: Leaderboard, lights: Thresholds, lang: Lang) -> Block:
    people = board.league is League.PEOPLE
    name = {
        League.PEOPLE: MONTHLY.label("person"),
        League.REGIONS: MONTHLY.label("region"),
        League.PRODUCTS: MONTHLY.label("product"),
    }[board.league]
    headers = {"target": shared.TARGET_SHORT, "actual": shared.ACTUAL_SHORT}
    formats = {"target": Format.MONEY, "actual": Format.MONEY, "achievement": Format.RATIO}
    formulas = {"achievement": achievement_formula(), "status": status_formula(lights, lang)}
    moved = any(place.before is not None for place in board.places)
    fields = (
        Field("rank", words.RANK.say(lang), Format.COUNT, formula=_rank(board), width=10),
        Field("name", name.say(lang), width=16),
        Field("region", MONTHLY.label("region").say(lang) if people else "", width=12),
        *(
            Field(
                key,
                (headers.get(key) or MONTHLY.label(key)).say(lang),
                formats.get(key, Format.TEXT),
                formula=formulas.get(key),
                width=16,
            )
            for key in SHOWN
        ),
        Field("before", words.BEFORE.say(lang), Format.COUNT, width=12),
        Field(
            "moved",
            words.MOVED.say(lang),
            Format.SIGNED_COUNT,
            formula='IF(OR({before}="",{rank}=""),"",{before}-{rank})' if moved else None,
            width=12,
        ),
    )
    if not people:
        fields = tuple(field for field in fields if field.key != "region")
    rules: tuple[Rule | Bar, ...] = (
        *status_rules(lang, ("status",)),
        Rule(("moved",), 'AND({moved}<>"",N({moved})>0)', Tone.GREEN),
        Rule(("moved",), 'AND({moved}<>"",N({moved})<0)', Tone.RED),
        Bar("achievement", FULL_BAR),
    )
    lines = tuple(_line(place, called, lights, lang) for place, called in zip(board.places, board.names, strict=True))
    return Block(_id(board), fields, lines, title=_title(board, lang), rules=rules, filter=False)


def _rank(board: Leaderboard) -> str:
    """1 + how many did better; achievements are compared to twelve decimals, where a float is still sure."""
    block = _id(board)
    if board.league.by_sales:
        return f"RANK({{actual}},{{{block}:actual}})"
    targets = f"{{{block}:target}}"
    better = f"({targets}>0)*(ROUND({{{block}:actual}}/({targets}+({targets}<=0)),12)>ROUND({{actual}}/{{target}},12))"
    return f'IF({{target}}>0,SUMPRODUCT({better})+1,"")'


def _line(place: Place, called: str, lights: Thresholds, lang: Lang) -> Line:
    name = place.name
    figures = figure_values(place.figures, lights, lang)
    values: dict[str, CellValue] = {key: figures[key] for key in SHOWN}
    values |= {"rank": place.rank, "name": called}
    values |= {"before": place.before, "moved": place.moved}
    if isinstance(name, Who):
        values["region"] = name.region
    return Line(values, tones=status_tone(place.figures, lights))


def _chart(board: Leaderboard, lang: Lang) -> Chart:
    achieved = Series(_id(board), "achievement", MONTHLY.label("achievement").say(lang), Tone.STRONG)
    return Chart(
        ChartKind.BAR,
        _title(board, lang),
        (_id(board), "name"),
        (achieved,),
        percent=True,
        size=(460, 70 + 26 * len(board.places)),
        block=_id(board),
        side=Side.RIGHT,
    )
