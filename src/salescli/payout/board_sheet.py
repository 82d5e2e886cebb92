"""团队与排名: where each region stands on its way to the team award, and who took which place.

A ranking by sales is worked out again by live formulas: place, people of the place, the prizes they share, and the
odd fen in the order of the rows. One by achievement compares exact ratios, which a spreadsheet cannot; its places
are the engine's.
"""

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone, Total
from salescli.measure.money import grouped
from salescli.payout.boards import Board, Placing
from salescli.payout.conditions import RankBy
from salescli.payout.formulas import LadderFormulas
from salescli.payout.pay_names import PAYOUT_BLOCK, REGION_BLOCK, board_block, person_id, placing_id
from salescli.payout.ranking import Ties
from salescli.payout.region_pay import RegionPay
from salescli.payout.result import PayoutResult
from salescli.words import incentive as own_words
from salescli.words import payout as words
from salescli.words.language import Lang


def board_sheet(result: PayoutResult, lang: Lang) -> Sheet | None:
    """The teams and the rankings; None for a plan without either."""
    blocks = [_teams(result, lang)] if result.plan.team else []
    for at, board in enumerate(result.boards):
        blocks += [_prizes(at, board, lang), _board(at, board, result, lang)]
    if not blocks:
        return None
    name = own_words.BOARDS.say(lang)
    return Sheet(
        name, tuple(blocks), title=name, subtitle=own_words.BOARDS_NOTE.say(lang), freeze=False, tab=Tone.GREEN
    )


def live(board: Board, result: PayoutResult) -> bool:
    """Whether its places and prizes are formulas: by sales, ties shared."""
    return board.rule.by is RankBy.SALES and result.terms.ties is Ties.SHARE


# -- teams ----------------------------------------------------------------------------------------------


def _teams(result: PayoutResult, lang: Lang) -> Block:
    month = () if result.single else (Field("month", words.MONTH.say(lang)),)
    reached = 'IF({target}>0,{actual}/{target},"")'
    fields = (
        Field("region", words.REGION.say(lang), width=16),
        *month,
        Field("target", words.TARGET.say(lang), Format.MONEY, 18),
        Field("actual", words.ACTUAL.say(lang), Format.MONEY, 18),
        Field("achievement", words.ACHIEVEMENT.say(lang), Format.RATIO, 14, reached),
        Field("people", words.REGION_PEOPLE.say(lang), Format.COUNT, 12),
        Field("per_head", words.PER_HEAD.say(lang), Format.MONEY, 18),
        Field("paid", own_words.TEAM_SUM.say(lang), Format.MONEY, 18, "{people}*{per_head}", Total.SUM),
        Field("to_next", own_words.TO_NEXT_AWARD.say(lang), Format.MONEY, 24),
    )
    lines = tuple(_team_line(at, item, result) for at, item in enumerate(result.regions, start=1))
    paid = sum((item.per_head * item.people for item in result.regions), start=0 * result.total)
    total = Line({"region": words.TOTAL.say(lang), "paid": paid})
    return Block("teams", fields, lines, title=own_words.TEAMS.say(lang), total=total, filter=False)


def _team_line(at: int, item: RegionPay, result: PayoutResult) -> Line:
    own = item.standing.achievement
    missing = item.missing(result.plan)
    values: dict[str, CellValue] = {
        "region": item.region,
        "target": item.standing.target,
        "actual": item.standing.actual,
        "achievement": "" if own is None else own,
        "people": item.people,
        "per_head": item.per_head,
        "paid": item.per_head * item.people,
        "to_next": "" if missing is None else missing,
    }
    if not result.single:
        values["month"] = None if item.month is None else str(item.month)
    formulas = {key: f"{{{REGION_BLOCK}:{key}@{at}}}" for key in ("target", "actual", "people", "per_head")}
    ladders = item.ladders(result.plan)
    if len(ladders) == 1:
        number, ladder = ladders[0]
        formulas["to_next"] = LadderFormulas(f"team{number}", ladder, result.terms).to_next()
    tone = Tone.GREEN if item.per_head else None
    return Line(values, {} if tone is None else {"per_head": tone, "achievement": tone}, formulas)


# -- rankings -------------------------------------------------------------------------------------------


def _prizes(at: int, board: Board, lang: Lang) -> Block:
    fields = (
        Field("place", own_words.PLACE.say(lang), Format.COUNT, 16),
        Field("prize", own_words.PRIZE.say(lang), Format.MONEY, 18),
    )
    lines = tuple(
        Line({"place": place, "prize": prize}, {"prize": Tone.INPUT})
        for place, prize in enumerate(board.rule.prizes, start=1)
    )
    span = words.UNDATED.say(lang) if board.span is None else board.span.label(lang)
    title = own_words.BOARD_TITLE.say(lang, name=board.rule.wording.name, span=span)
    return Block(f"prizes{at}", fields, lines, title=title, filter=False)


def _board(at: int, board: Board, result: PayoutResult, lang: Lang) -> Block:
    by_sales = board.rule.by is RankBy.SALES
    value = words.BY_SALES if by_sales else words.BY_ACHIEVEMENT
    made = _formulas(at) if live(board, result) else {}
    fields = (
        Field("place", own_words.PLACE.say(lang), Format.COUNT, 16, made.get("place")),
        Field("order", own_words.ROW_ORDER.say(lang), Format.COUNT, 12),
        Field("person", words.PERSON.say(lang), width=18),
        Field("region", words.REGION.say(lang), width=14),
        Field("value", value.say(lang), Format.MONEY if by_sales else Format.RATIO, 18),
        Field("count", own_words.TIED.say(lang), Format.COUNT, 12, made.get("count")),
        Field("pool", own_words.POOL.say(lang), Format.MONEY, 18, made.get("pool")),
        Field("prize", own_words.PRIZE.say(lang), Format.MONEY, 18, made.get("prize"), Total.SUM),
    )
    lines = tuple(_placing(number, one, board, result) for number, one in enumerate(board.placings, start=1))
    notes = []
    if board.rule.floor is not None:
        notes.append(words.RANKING_FLOOR.say(lang, floor=f"{grouped(board.rule.floor * 100)}%").strip(" ()（）"))
    if board.outside:
        notes.append(own_words.NOT_RANKED.say(lang, people=tuple(one.name for one in board.outside)))
    total = Line({"person": words.TOTAL.say(lang), "prize": board.paid})
    return Block(board_block(at), fields, lines, notes=tuple(notes), total=total, filter=False)


def _placing(number: int, one: Placing, board: Board, result: PayoutResult) -> Line:
    pool = sum(board.rule.prizes[one.won.place - 1 : one.won.last], start=0 * one.won.prize)
    paid = result.by_key[one.person.key]
    values: dict[str, CellValue] = {
        "place": one.won.place,
        "order": number,
        "person": one.person.name,
        "region": paid.region,
        "value": one.value,
        "count": one.won.count,
        "pool": pool,
        "prize": one.won.prize,
    }
    tones = {"prize": Tone.GREEN} if one.won.prize else {}
    formulas = {}
    whole = board.span is None or board.span == result.period
    if live(board, result) and whole and paid.standing.actual == one.value:
        actual = f"{{{PAYOUT_BLOCK}:actual@{person_id(one.person)}}}"
        formulas["value"] = actual if result.single else f"ROUND({actual},2)"  # binary sums of equal sales may differ
    return Line(values, tones, formulas, id=placing_id(one.person))


def _formulas(at: int) -> dict[str, str]:
    """Place, tie, pool and prize of a line; the pool is shared in whole fen, the odd ones to the earlier rows."""
    block, prizes = board_block(at), f"prizes{at}"
    within = f"({{{prizes}:place}}>={{place}})*({{{prizes}:place}}<={{place}}+{{count}}-1)"
    before = f'COUNTIFS({{{block}:value}},{{value}},{{{block}:order}},"<"&{{order}})'
    fen = "ROUND({pool}*100,0)"
    return {
        "place": f"RANK({{value}},{{{block}:value}})",
        "count": f"COUNTIF({{{block}:value}},{{value}})",
        "pool": f"SUMPRODUCT({within}*{{{prizes}:prize}})",
        "prize": f"IF({{pool}}=0,0,(INT({fen}/{{count}})+IF({before}<MOD({fen},{{count}}),1,0))/100)",
    }
