"""Fairness: everybody's growth over last year beside the region's and the team's, the farthest marked."""

from collections.abc import Iterable
from fractions import Fraction

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone
from salescli.measure.rounding import plain
from salescli.split.book_formulas import FORMATS, cell
from salescli.split.book_grid import Grid
from salescli.split.fairness import FAR, Fairness, Stand
from salescli.split.parts import Part
from salescli.split.tables.plan import PLAN
from salescli.split.tables.roster import ROSTER
from salescli.split.team import Person
from salescli.words import split as words
from salescli.words.language import Lang

_TONES = {Stand.HIGH: Tone.RED, Stand.LOW: Tone.YELLOW, Stand.PARTIAL: Tone.GREY, Stand.UNKNOWN: Tone.GREY}


def fairness_sheet(found: Fairness, grid: Grid, name: str, lang: Lang) -> Sheet:
    """The fastest growth first, those without a last year at the end."""
    block = f"fairness_{grid.block}"
    people = {part.person: part for part in grid.parts if part.person is not None}
    ranked = sorted(people, key=lambda person: _rank(found.people[person].rate))
    lines = tuple(_line(found, person, people[person], grid, block, lang) for person in ranked)
    rules = tuple(
        Rule(("apart", "stand"), f'{{stand}}="{words.STANDS[stand].say(lang)}"', tone) for stand, tone in _TONES.items()
    )
    unknown = sum(found.stand(person) is Stand.UNKNOWN for person in people)
    partial = sum(found.stand(person) is Stand.PARTIAL for person in people)
    note = words.FAIRNESS_NOTE.say(lang, points=plain(FAR * 100), unknown=unknown, partial=partial)
    title = words.FAIRNESS_TITLE.say(lang, metric=found.goal.metric, year=found.goal.year.label(lang))
    table = Block(block, tuple(_fields(found, block, lang)), lines, total=_team(found, block, lang), rules=rules)
    return Sheet(name, (table,), title=title, subtitle=note, frozen_columns=3)


def _rank(rate: Fraction | None) -> Fraction:
    """The faster the earlier; nothing can shrink by more than all of it."""
    return Fraction(2) if rate is None else -rate


def _fields(found: Fairness, block: str, lang: Lang) -> Iterable[Field]:
    shown, says = FORMATS[found.goal.measure], {stand: words.STANDS[stand].say(lang) for stand in Stand}
    yes = words.YES.say(lang)
    known, far = f'AND(N({{last_year}})>0,{{comparable}}="{yes}")', f"{float(FAR * 100)}"
    for key in ("region", "employee_id", "person"):
        yield Field(key, PLAN.header(key, lang))
    compared = f'{{{block}:last_year}},">0",{{{block}:comparable}},"{yes}"'
    last = f"SUMIFS({{{block}:last_year}},{compared})"
    yield Field("last_year", ROSTER.header("last_year", lang), shown, total=last)
    yield Field("comparable", words.COMPARABLE.say(lang))
    target = f"SUMIFS({{{block}:target}},{compared})"
    yield Field("target", words.YEAR_TARGET.say(lang), shown, total=target)
    growth = f'IF({known},{{target}}/{{last_year}}-1,"")'
    whole = 'IF(N({last_year})>0,{target}/{last_year}-1,"")'
    yield Field("growth", words.GROWTH.say(lang), Format.SIGNED_RATIO, formula=growth, total=whole, computed=True)
    yield Field("region_growth", words.REGION_GROWTH.say(lang), Format.SIGNED_RATIO, computed=True)
    team = f"{{{block}:growth@total}}"
    yield Field("team", words.TEAM_GROWTH.say(lang), Format.SIGNED_RATIO, formula=team, computed=True)
    apart = f'IF({known},({{growth}}-{{team}})*100,"")'
    yield Field("apart", words.APART.say(lang), Format.POINTS, formula=apart, computed=True)
    marked = (
        f'IF(ROUND({{apart}},7)>{far},"{says[Stand.HIGH]}",'
        f'IF(ROUND({{apart}},7)<-{far},"{says[Stand.LOW]}","{says[Stand.USUAL]}"))'
    )
    unmarked = f'IF({{comparable}}="{yes}","{says[Stand.UNKNOWN]}","{says[Stand.PARTIAL]}")'
    yield Field("stand", words.STAND.say(lang), formula=f"IF({known},{marked},{unmarked})", computed=True)


def _line(found: Fairness, person: Person, part: Part, grid: Grid, block: str, lang: Lang) -> Line:
    growth, stand = found.people[person], found.stand(person)
    values: dict[str, CellValue] = {
        "region": person.region,
        "employee_id": person.employee_id,
        "person": person.name,
        "last_year": growth.last_year,
        "comparable": (words.YES if growth.comparable else words.NO).say(lang),
        "target": growth.target,
        "growth": growth.rate,
        "region_growth": found.regions[person.region].rate,
        "team": found.team.rate,
        "apart": found.apart(person),
        "stand": words.STANDS[stand].say(lang),
    }
    of_region = f"{{{block}:region}},{cell('region', person.region)}"
    mine = f'{of_region},{{{block}:last_year}},">0",{{{block}:comparable}},"{words.YES.say(lang)}")'
    last = f"SUMIFS({{{block}:last_year}},{mine}"
    formulas = {
        "target": grid.year(part),
        "region_growth": f'IF({last}>0,SUMIFS({{{block}:target}},{mine}/{last}-1,"")',
    }
    return Line(values, {"stand": _TONES[stand]} if stand in _TONES else {}, formulas)


def _team(found: Fairness, block: str, lang: Lang) -> Line:
    team = found.team
    return Line(
        {
            "region": words.TEAM.say(lang),
            "last_year": team.last_year,
            "target": team.target,
            "growth": team.rate,
        }
    )
