"""绩效评定: everybody's scores, weighted and graded by live formulas, and what that does to pay."""

from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone
from salescli.excel.template import fields_of
from salescli.measure.rounding import plain
from salescli.payout.pay_names import SCORE_BLOCK, score_id
from salescli.payout.result import PayoutResult
from salescli.payout.scorecard import ITEMS, Score, Scorecard
from salescli.payout.scorecard_rows import SCORECARD
from salescli.words import incentive as words
from salescli.words.language import Lang

_USES = {"off": words.USE_OFF, "multiplier": words.USE_MULTIPLIER, "gate": words.USE_GATE}


def scorecard_sheet(result: PayoutResult, lang: Lang) -> Sheet | None:
    """The scores, the grades and the weights; None without a scorecard."""
    card = result.plan.scorecard
    if card is None:
        return None
    name = words.SCORES.say(lang)
    use = _USES[card.use].say(lang, gate=plain(card.gate))
    return Sheet(
        name, (_scores(card, lang), _grades(card, lang), _weights(card, lang)), title=name, subtitle=use, freeze=False
    )


def _scores(card: Scorecard, lang: Lang) -> Block:
    told = _told(card)
    keys = [*told, "person", *ITEMS, "score", "grade"]
    blank = f"COUNT({','.join(f'{{{name}}}' for name in ITEMS if card.weights[name])})"
    complete = sum(1 for name in ITEMS if card.weights[name])
    weighted = "+".join(f"{{{name}}}*{{weights:weight@{name}}}" for name in ITEMS)
    score = f'IF({blank}<{complete},"",ROUND(({weighted})/100,6))'
    grade = 'IF({score}="","",INDEX({grades:name},MATCH({score},{grades:low},1)))'
    factor = {"off": "1", "multiplier": "INDEX({grades:factor},MATCH({score},{grades:low},1))"}.get(
        card.use, "IF({score}>={weights:weight@gate},1,0)"
    )
    formulas = {"score": score, "grade": grade}
    fields = tuple(
        Field(field.key, field.header, field.format, 16, formulas.get(field.key))
        for field in fields_of(SCORECARD, lang, keys)
    )
    factors = Field("factor", words.FACTOR.say(lang), Format.NUMBER, 14, f'IF({{score}}="",1,{factor})')
    lines = tuple(_line(score, card, told) for score in card.scores)
    return Block(SCORE_BLOCK, (*fields, factors), lines)


def _of(score: Score, key: str) -> CellValue:
    values: dict[str, CellValue] = {"month": score.month, "region": score.region, "employee_id": score.employee_id}
    return values[key]


def _told(card: Scorecard) -> list[str]:
    """What the scorecard says of its people beside their names."""
    keys = ("month", "region", "employee_id")
    return [key for key in keys if any(_of(score, key) is not None for score in card.scores)]


def _line(score: Score, card: Scorecard, told: list[str]) -> Line:
    values: dict[str, CellValue] = {
        **{key: _of(score, key) for key in told},
        "person": score.name,
        **score.items,
        "score": "" if score.total is None else score.total,
        "grade": "" if score.grade is None else score.grade.name,
        "factor": card.factor(score),
    }
    tones = dict.fromkeys(ITEMS, Tone.INPUT)
    return Line(values, tones, id=score_id(score))


def _grades(card: Scorecard, lang: Lang) -> Block:
    fields = (
        Field("name", SCORECARD.label("grade").say(lang), width=16),
        Field("low", words.FROM_SCORE.say(lang), Format.NUMBER, 16),
        Field("factor", words.FACTOR.say(lang), Format.NUMBER, 16),
    )
    lines = tuple(
        Line({"name": grade.name, "low": grade.low, "factor": grade.factor}, {"low": Tone.INPUT, "factor": Tone.INPUT})
        for grade in card.grades
    )
    return Block("grades", fields, lines, title=words.GRADES.say(lang), filter=False)


def _weights(card: Scorecard, lang: Lang) -> Block:
    fields = (
        Field("item", words.SCORE_ITEM.say(lang), width=16),
        Field("weight", words.WEIGHT.say(lang), Format.NUMBER, 16),
    )
    rows = [(name, SCORECARD.by_key[name].column.name(lang), weight) for name, weight in card.weights.items()]
    if card.use == "gate":
        rows.append(("gate", words.GATE.say(lang), card.gate))
    lines = tuple(
        Line({"item": label, "weight": weight}, {"weight": Tone.INPUT}, id=name) for name, label, weight in rows
    )
    return Block("weights", fields, lines, title=words.WEIGHTS.say(lang), filter=False)
