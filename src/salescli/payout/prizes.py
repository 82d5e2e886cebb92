"""Rankings over months and quarters, and product rewards: what is paid beside the tiers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from heapq import nlargest

from salescli.measure.money import grouped
from salescli.measure.period import Month, Period, Quarter, Year
from salescli.measure.ratio import percent
from salescli.payout.boards import Board, Placing
from salescli.payout.conditions import RankBy, Span
from salescli.payout.people import Entry
from salescli.payout.phrases import product_name
from salescli.payout.plan import Ranking, StepRule
from salescli.payout.ranking import Contender, Ties, Won, award
from salescli.payout.scales import EveryFullStep, Standing, earned
from salescli.payout.scopes import Scope
from salescli.payout.steps import FullSteps, Step
from salescli.table.codes.payout.people import TIE_UNBROKEN
from salescli.table.codes.payout.period import DATES_CUT_SPAN, RANKING_WAITS
from salescli.table.problem import Place, Problem, problem
from salescli.words import payout as words
from salescli.words.language import Text


@dataclass(frozen=True, slots=True)
class Extra:
    """An amount for one person, by key, with the step that explains it."""

    key: str
    step: Step


def standing_of(entries: Iterable[Entry]) -> Standing:
    """The sums of some rows."""
    rows = tuple(entries)
    if len(rows) == 1:
        return Standing(rows[0].target, rows[0].actual, rows[0].base)
    target = actual = base = Decimal(0)
    for entry in rows:
        target, actual, base = target + entry.target, actual + entry.actual, base + entry.base
    return Standing(target, actual, base)


def by_person(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The rows of each person, people in the order of their first row."""
    people: dict[str, list[Entry]] = {}
    for entry in entries:
        people.setdefault(entry.person.key, []).append(entry)
    return people


def rank_all(
    rule: Ranking,
    entries: Sequence[Entry],
    period: Period | None,
    ties: Ties,
    paid_apart: Callable[[Month | Quarter | Year | None], bool] = lambda _: False,
    *,
    brief: bool = False,
) -> tuple[list[Extra], list[Board], list[Problem]]:
    """The prizes of one ranking and its placings, over each of its spans that lies within the period and was not
    paid apart from it; `brief` placings are those of the winners."""
    spans = spans_in(rule.span, period)
    if cut := list(cut_spans(rule.wording.name, rule.wording.place, rule.scope, spans)):
        return [], [], cut
    if not spans:
        return [], [], [problem(RANKING_WAITS, rule.wording.place, found=rule.wording.reward)]
    extras: list[Extra] = []
    boards: list[Board] = []
    found: list[Problem] = []
    for span in (span for span in spans if not paid_apart(span)):
        months = None if span is None else set(span.months())
        covered = [entry for entry in entries if (months is None or entry.month in months) and rule.scope.covers(entry)]
        paid, board, said = _rank(rule, covered, span, ties, brief=brief)
        extras += paid
        boards.append(board)
        found += said
    return extras, boards, found


def spans_in(span: Span, period: Period | None) -> Sequence[Month | Quarter | Year | None]:
    """The whole spans within the period; an undated table stands for one month."""
    if span is Span.MONTH:
        return [None] if period is None else list(period.months())
    months = set(period.months()) if period else set()
    if span is Span.QUARTER:
        quarters = sorted({month.quarter for month in months})
        return [quarter for quarter in quarters if set(quarter.months()) <= months]
    years = sorted({Year(month.year) for month in months})
    return [year for year in years if set(year.months()) <= months]


def cut_spans(
    name: str, place: Place, scope: Scope, spans: Iterable[Month | Quarter | Year | None]
) -> Iterator[Problem]:
    """Spans of which a rule is in force for a part only."""
    for span in spans:
        held = {scope.in_force(month) for month in span.months()} if span is not None else set()
        if len(held) > 1:
            yield problem(DATES_CUT_SPAN, place, found=name, span=str(span))


def _rank(
    rule: Ranking, entries: Sequence[Entry], span: Month | Quarter | Year | None, ties: Ties, *, brief: bool
) -> tuple[list[Extra], Board, list[Problem]]:
    period = words.UNDATED if span is None else str(span)
    held = by_person(entries)
    values = {key: value for key, rows in held.items() if (value := _value(rule, standing_of(rows))) is not None}
    keys = _best(values, len(rule.prizes)) if brief else list(values)
    breaking = ties is Ties.BREAK
    contenders = [Contender(values[key], _collected(held[key]) if breaking else None) for key in keys]
    won = award(contenders, rule.prizes, ties)
    extras = [
        Extra(key, _rank_step(rule, one, values[key], period, ties))
        for key, one in zip(keys, won, strict=True)
        if one.prize
    ]
    people = {key: rows[0].person for key, rows in held.items()}
    placings = [Placing(people[key], values[key], one) for key, one in zip(keys, won, strict=True)]
    placings.sort(key=lambda one: one.won.place)
    outside = tuple(person for key, person in people.items() if key not in values)
    return extras, Board(rule, span, tuple(placings), outside), list(_unbroken(keys, won, held))


def _best(values: Mapping[str, Decimal | Fraction], places: int) -> list[str]:
    """Those who hold the first `places`, with all who tie for the last of them, in their order."""
    if len(values) <= places:
        return list(values)
    least = nlargest(places, values.values())[-1]
    return [key for key, value in values.items() if value >= least]


def _value(rule: Ranking, standing: Standing) -> Decimal | Fraction | None:
    """What somebody is ranked by; None for those who are not ranked: nothing sold, or below the floor."""
    if standing.actual <= 0 or (rule.floor is not None and not standing.reaches(rule.floor)):
        return None
    return standing.achievement if rule.by is RankBy.ACHIEVEMENT else standing.actual


def _collected(entries: Iterable[Entry]) -> Decimal | None:
    total = Decimal(0)
    for entry in entries:
        if entry.collected is None:
            return None
        total += entry.collected
    return total


def _rank_step(rule: Ranking, won: Won, value: Decimal | Fraction, period: Text | str, ties: Ties) -> Step:
    by_sales = rule.by is RankBy.SALES
    details: dict[str, object] = {
        "period": period,
        "place": won.place,
        "last": won.last,
        "count": won.count,
        "by": words.BY_SALES if by_sales else words.BY_ACHIEVEMENT,
        "value": grouped(value) if by_sales else percent(value),
    }
    if won.count == 1:
        return Step("ranking", words.RANK_STEP, details, f"{won.prize:,f}", won.prize)
    if ties is Ties.EACH:
        return Step("ranking", words.RANK_TIED_EACH, details, f"{won.prize:,f}", won.prize)
    pool = " + ".join(grouped(prize) for prize in rule.prizes[won.place - 1 : won.last])
    return Step("ranking", words.RANK_TIED, details, f"({pool}) ÷ {won.count} = {won.prize:,f}", won.prize)


def _unbroken(keys: Sequence[str], won: Sequence[Won], held: dict[str, list[Entry]]) -> Iterator[Problem]:
    for place in sorted({one.place for one in won if one.unbroken and one.prize}):
        names = tuple(held[key][0].person.name for key, one in zip(keys, won, strict=True) if one.place == place)
        yield problem(TIE_UNBROKEN, people=names, rank=place)


def product_rewards(rule: StepRule, entries: Iterable[Entry], month: Month | None) -> Iterator[Extra]:
    """每满 rewards of one month: whole steps of what each person sold of the product, also none."""
    covered = [
        entry
        for entry in entries
        if rule.scope.covers(entry)
        and (rule.product is None or (entry.product is not None and product_name(entry.product) == rule.product))
    ]
    for key, rows in by_person(covered).items():
        standing = standing_of(rows)
        amount = earned(EveryFullStep(rule.size, rule.amount).calc(standing))
        if standing.actual <= 0:
            continue
        named = next((row.product for row in rows if rule.product and row.product), None) or words.ALL_PRODUCTS
        details = {
            "product": named,
            "size": grouped(rule.size),
            "amount": grouped(rule.amount),
            "sold": grouped(standing.actual),
        }
        figures = f"{int(amount / rule.amount)} × {grouped(rule.amount)} = {amount:,f}"
        full = FullSteps(standing.actual, rule.size, rule.amount)
        yield Extra(key, Step("product", words.EVERY_STEP, details, figures, amount, month, full))
