"""A plan to its structured form and back: what was understood, readable and exact.

``plan_from(structure(plan))`` is the same plan. A rule that cannot be computed has no figures to put in columns;
it keeps its words and is read from them again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.measure.money import grouped, money_text
from salescli.measure.period import Month
from salescli.measure.ratio import ratio_text
from salescli.measure.rounding import plain
from salescli.payout.conditions import RankBy, Span
from salescli.payout.occasions import Event
from salescli.payout.phrases import amount, fold, product_name, region_name
from salescli.payout.plan import EventRule, Limit, LimitKind, Plan, Ranking, StepRule, Tier, Uncomputed, Wording
from salescli.payout.rule_rows import RULES, RankChoice, RuleKind, RuleRow, SpanChoice
from salescli.payout.scopes import Known, Scope
from salescli.payout.tables import TierRow
from salescli.payout.wording import Rule, TeamTier, cut_months, read_line
from salescli.table.codes.payout import plan_file as codes
from salescli.table.problem import Problem, problem
from salescli.words.language import Lang

_ARROW: Final = " → "
_JOIN: Final = re.compile(r"[、,;/和及]")
_NEEDED: Final = {
    RuleKind.TIER: ("bound",),
    RuleKind.TEAM: ("bound", "amount"),
    RuleKind.RANKING: ("prizes",),
    RuleKind.EVERY_FULL: ("size", "amount"),
    RuleKind.CAP: ("amount",),
    RuleKind.FLOOR: ("amount",),
    RuleKind.REFERRAL: ("amount",),
    RuleKind.WEEKLY_BEST: ("amount",),
    RuleKind.NEW_CUSTOMER: ("amount",),
    RuleKind.WORDED: ("original",),
}


# -- to rows --------------------------------------------------------------------------------------------


def structure(plan: Plan) -> tuple[RuleRow, ...]:
    """The rules of `plan` as rows: tiers, team awards, rankings, steps, limits, and what stays in words."""
    rows = [_tier_row(tier, RuleKind.TIER) for tier in plan.tiers]
    rows += [_tier_row(tier, RuleKind.TEAM) for tier in plan.team]
    rows += [_ranking_row(rule) for rule in plan.rankings]
    rows += [_step_row(rule) for rule in plan.steps]
    rows += [_limit_row(rule) for rule in plan.limits]
    rows += [_event_row(rule) for rule in plan.events]
    worded = {(rule.wording, rule.scope): None for rule in plan.uncomputed}  # a line may stand for several rules
    rows += [_row(wording, RuleKind.WORDED, scope) for wording, scope in worded]
    return tuple(rows)


def rule_document(row: RuleRow) -> dict[str, str | None]:
    """A row as ``--json`` shows it: ratios to 6 places, money to 2."""
    shown: dict[str, str | None] = {}
    for key in RULES.by_key:
        value = getattr(row, key)
        if isinstance(value, Decimal):
            shown[key] = money_text(value) if key in ("amount", "size") else ratio_text(value)
        else:
            shown[key] = None if value is None else str(value)
    return shown


def shown_rules(plan: Plan, lang: Lang) -> list[dict[str, str]]:
    """The rules as a screen shows them, an empty text for an empty cell."""
    shown = []
    for row in structure(plan):
        texts = {}
        for key in RULES.by_key:
            value = getattr(row, key)
            if isinstance(value, Decimal):
                texts[key] = grouped(value) if key in ("amount", "size") else f"{plain(value * 100, 8)}%"
            elif isinstance(value, RuleKind | RankChoice | SpanChoice):
                texts[key] = value.word.say(lang)
            else:
                texts[key] = value or ""
        shown.append(texts)
    return shown


def _row(wording: Wording, kind: RuleKind, scope: Scope, *, name: str | None = None, **figures: object) -> RuleRow:
    values = {
        "name": name or wording.name,
        "kind": kind,
        "regions": "、".join(sorted(scope.regions)) or None,
        "products": "、".join(sorted(map(_product_words, scope.products))) or None,
        "positions": "、".join(sorted(scope.positions)) or None,
        "since": None if scope.since is None else scope.since.first,
        "until": None if scope.until is None else scope.until.last,
        "original": _ARROW.join((wording.condition, wording.reward, wording.scope)),
    }
    return RuleRow.model_validate(values | figures)


def _product_words(name: str) -> str:
    """A product line of a letter or two, which is compared in small letters, as it is written."""
    return name.upper() if len(name) <= 2 else name


def _tier_row(tier: Tier, kind: RuleKind) -> RuleRow:
    figures = {"bound": _decimal(tier.bound), "upper": _decimal(tier.upper), "rate": _decimal(tier.rate)}
    span = None if tier.span is Span.MONTH else SpanChoice(tier.span.value)
    return _row(tier.wording, kind, tier.scope, name=tier.name, amount=tier.bonus, span=span, **figures)


def _ranking_row(rule: Ranking) -> RuleRow:
    return _row(
        rule.wording,
        RuleKind.RANKING,
        rule.scope,
        bound=_decimal(rule.floor),
        prizes="、".join(grouped(prize).replace(",", "") for prize in rule.prizes),
        by=RankChoice(rule.by.value),
        span=SpanChoice(rule.span.value),
    )


def _step_row(rule: StepRule) -> RuleRow:
    return _row(
        rule.wording,
        RuleKind.EVERY_FULL,
        rule.scope,
        size=rule.size,
        amount=rule.amount,
        sold=rule.product_words or rule.product,
    )


def _event_row(rule: EventRule) -> RuleRow:
    kind = RuleKind(rule.event.value)
    return _row(rule.wording, kind, rule.scope, amount=rule.amount, size=rule.least)


def _limit_row(rule: Limit) -> RuleRow:
    return _row(rule.wording, RuleKind(rule.kind.value), rule.scope, amount=rule.amount)


def _decimal(value: Fraction | None) -> Decimal | None:
    """A ratio of a plan, which was written in decimals, as a decimal again."""
    return None if value is None else Decimal(value.numerator) / Decimal(value.denominator)


# -- and back -------------------------------------------------------------------------------------------


def read_rules(rows: Sequence[RuleRow], known: Known) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """The rules that structured rows stand for, and what they lack."""
    rules: list[Rule] = []
    found: list[Problem] = []
    for row in rows:
        lacking = [key for key in _NEEDED[row.kind] if getattr(row, key) is None]
        if row.kind is RuleKind.TIER and row.rate is None and row.amount is None:
            lacking.append("rate")
        found += [problem(codes.RULE_LACKS, row.at(key), found=row.name, kind=row.kind.word) for key in lacking]
        if lacking:
            continue
        if row.positions and not known.positions:
            found.append(problem(codes.RULE_NEEDS_ROSTER, row.at("positions"), found=row.positions))
            continue
        if cut := tuple(cut_months(row)):
            found += cut
            continue
        read, said = _worded(row, known) if row.kind is RuleKind.WORDED else _rules(row)
        rules += read
        found += said
    return tuple(rules), tuple(found)


def _rules(row: RuleRow) -> tuple[Sequence[Rule], Sequence[Problem]]:
    wording, scope = _wording(row), _scope(row)
    given = row.amount or Decimal(0)
    match row.kind:
        case RuleKind.RANKING:
            prizes = [amount(fold(part)) for part in _JOIN.split(row.prizes or "") if part.strip()]
            sums = tuple(prize for prize in prizes if prize is not None)
            if len(sums) < len(prizes) or list(sums) != sorted(sums, reverse=True):
                return (), (problem(codes.RULE_PRIZES, row.at("prizes"), found=row.prizes),)
            by = RankBy.SALES if row.by is None else RankBy(row.by.value)
            span = Span.QUARTER if row.span is None else Span(row.span.value)
            return (Ranking(wording, span, by, sums, scope, _fraction(row.bound)),), ()
        case RuleKind.EVERY_FULL:
            sold = None if row.sold is None else product_name(row.sold)
            return (StepRule(wording, row.size or Decimal(0), given, sold, scope, (row.sold or "").upper()),), ()
        case RuleKind.REFERRAL | RuleKind.WEEKLY_BEST | RuleKind.NEW_CUSTOMER:
            return (EventRule(wording, Event(row.kind.value), given, scope, least=row.size),), ()
        case RuleKind.CAP | RuleKind.FLOOR:
            return (Limit(wording, LimitKind(row.kind.value), given, scope),), ()
    tier = Tier(
        row.name,
        _fraction(row.bound) or Fraction(0),
        wording,
        scope,
        _fraction(row.rate) if row.kind is RuleKind.TIER else None,
        row.amount,
        _fraction(row.upper),
        Span.MONTH if row.span is None else Span(row.span.value),
    )
    return (tier if row.kind is RuleKind.TIER else TeamTier(tier),), ()


def _worded(row: RuleRow, known: Known) -> tuple[Sequence[Rule], Sequence[Problem]]:
    parts = (row.original or "").split(_ARROW)
    if len(parts) != 3:
        return (), (problem(codes.RULE_LACKS, row.at("original"), found=row.name, kind=row.kind.word),)
    dates = {"since": row.since, "until": row.until}
    line = TierRow(name=row.name, condition=parts[0], reward=parts[1], scope=parts[2], **dates)
    if row.source is not None:
        line.placed(row.source)
    return read_line(line, known)


def _wording(row: RuleRow) -> Wording:
    parts = list(_parts(row))
    name = row.name if row.bound is None else row.name.removesuffix(f"(≥{plain(row.bound * 100, 8)}%)")
    return Wording(name, parts[0], parts[1], parts[2], row.at("name"))


def _parts(row: RuleRow) -> Iterator[str]:
    """Condition, reward and scope as the row has them; without the words, its own columns speak."""
    parts = (row.original or "").split(_ARROW)
    if len(parts) == 3:
        yield from parts
        return
    figures = (f"{plain(row.rate * 100, 8)}%" if row.rate is not None else "", grouped(row.amount), row.prizes or "")
    yield f"≥{plain(row.bound * 100, 8)}%" if row.bound is not None else row.kind.word.zh
    yield "+".join(figure for figure in figures if figure)
    yield "、".join(name for name in (row.regions, row.products) if name)


def _scope(row: RuleRow) -> Scope:
    regions, products, positions = _names(row.regions), _names(row.products), _names(row.positions)
    return Scope(
        frozenset(map(region_name, regions)),
        frozenset(map(product_name, products)),
        frozenset(map(fold, positions)),
        "、".join((*regions, *products, *positions)),
        None if row.since is None else Month.of(row.since),
        None if row.until is None else Month.of(row.until),
    )


def _names(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in _JOIN.split(cell or "") if part.strip())


def _fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def bare(plan: Plan) -> tuple[object, ...]:
    """What a plan pays, without the words and cells it came from: equal for plans that pay the same."""
    tiers = [
        [(t.name, t.bound, t.upper, t.rate, t.bonus, t.span, _whom(t.scope)) for t in group]
        for group in (plan.tiers, plan.team)
    ]
    rankings = [(r.span, r.by, r.prizes, r.floor, _whom(r.scope)) for r in plan.rankings]
    steps = [(s.size, s.amount, s.product, _whom(s.scope)) for s in plan.steps]
    limits = [(rule.kind, rule.amount, _whom(rule.scope)) for rule in plan.limits]
    events = [(rule.event, rule.amount, rule.least, _whom(rule.scope)) for rule in plan.events]
    return tiers, rankings, steps, limits, events, [_uncomputed(rule) for rule in plan.uncomputed]


def _whom(scope: Scope) -> Scope:
    return replace(scope, words="")


def _uncomputed(rule: Uncomputed) -> tuple[str, str, Scope]:
    return rule.component, rule.wording.quote, _whom(rule.scope)
