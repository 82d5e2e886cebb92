"""成本与测算: what the plan costs at other achievements, the same figures through another plan, and the curve."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from salescli.excel.book import (
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
    Tone,
    Total,
)
from salescli.measure.money import grouped
from salescli.payout.costing import Case, Change, Costing, WhatIf
from salescli.payout.curve import Curve
from salescli.payout.pay_names import PAYOUT_BLOCK
from salescli.payout.result import PayoutResult
from salescli.payout.tiers import exact_percent
from salescli.words import costing as words
from salescli.words import payout as pay_words
from salescli.words.language import Lang

_RATE: Final = 'IF({base}>0,{paid}/{base},"")'
_OTHER_RATE: Final = 'IF({base}>0,{other}/{base},"")'


def cost_sheet(result: PayoutResult, lang: Lang) -> Sheet | None:
    """The costs as reckoned; None when a result has none."""
    costs = result.costing
    if costs is None:
        return None
    blocks = [_cases(costs, lang)]
    if costs.what_if is not None:
        blocks.append(_what_if(costs.what_if, lang))
    if costs.curve is not None:
        blocks.append(_curve(costs.curve, costs.what_if is not None, lang))
    name = words.COST.say(lang)
    notes, charts = (words.COST_NOTE.say(lang),), tuple(_charts(costs, lang))
    return Sheet(name, tuple(blocks), title=name, notes=notes, charts=charts, freeze=False)


def _cases(costs: Costing, lang: Lang) -> Block:
    compared = costs.what_if is not None
    fields: tuple[Field, ...] = (
        Field("level", words.LEVEL.say(lang), width=22),
        Field("sold", words.SALES.say(lang), Format.MONEY, 18),
        Field("base", words.PAY_BASE.say(lang), Format.MONEY, 18),
        Field("paid", words.COST_PAID.say(lang), Format.MONEY, 18),
        Field("rate", words.COST_RATE.say(lang), Format.RATIO, 14, _RATE),
    )
    if compared:
        fields += (
            Field("other", words.OTHER_PAID.say(lang), Format.MONEY, 18),
            Field("other_rate", words.OTHER_RATE.say(lang), Format.RATIO, 16, _OTHER_RATE),
            Field("more", words.DIFFERENCE.say(lang), Format.SIGNED_MONEY, 16, "{other}-{paid}"),
        )
    lines = tuple(_case(case, compared, lang) for case in costs.cases)
    return Block("costs", fields, lines, title=words.CASES.say(lang), filter=False)


def _case(case: Case, compared: bool, lang: Lang) -> Line:
    values: dict[str, CellValue] = {
        "level": words.AS_IS.say(lang) if case.level is None else exact_percent(case.level),
        "sold": case.sold,
        "base": case.base,
        "paid": case.paid,
        "rate": _or_blank(case.rate),
    }
    if compared and case.other is not None:
        values |= {"other": case.other, "other_rate": _or_blank(case.other_rate), "more": case.other - case.paid}
    as_is = case.level is None
    formulas = {"base": f"{{{PAYOUT_BLOCK}:base@total}}", "paid": f"{{{PAYOUT_BLOCK}:total@total}}"} if as_is else {}
    return Line(values, formulas=formulas, tone=Tone.STRONG if as_is else None)


def _what_if(found: WhatIf, lang: Lang) -> Block:
    fields = (
        Field("person", pay_words.PERSON.say(lang), width=22),
        Field("region", pay_words.REGION.say(lang)),
        Field("now", words.NOW_PAID.say(lang), Format.MONEY, total=Total.SUM),
        Field("then", words.THEN_PAID.say(lang), Format.MONEY, total=Total.SUM),
        Field("more", words.DIFFERENCE.say(lang), Format.SIGNED_MONEY, 14, "{then}-{now}", Total.SUM),
        Field("tier", words.TIER_NOW.say(lang), width=18),
        Field("other_tier", words.TIER_THEN.say(lang), width=18),
        Field("moved", words.CROSSES.say(lang)),
    )
    rules = (Rule(("more",), "{more}>0", Tone.GREEN), Rule(("more",), "{more}<0", Tone.RED))
    lines = tuple(_change(at, change, lang) for at, change in enumerate(found.changes, start=1))
    now = sum((change.now.total for change in found.changes), Decimal(0))
    then = found.result.total
    total = Line({"person": pay_words.TOTAL.say(lang), "now": now, "then": then, "more": then - now})
    return Block("what_if", fields, lines, title=words.WHAT_IF.say(lang, file=found.file), total=total, rules=rules)


def _change(at: int, change: Change, lang: Lang) -> Line:
    moved = {1: words.UP.say(lang), -1: words.DOWN.say(lang)}.get(change.moved, "")
    values: dict[str, CellValue] = {
        "person": change.now.person.name,
        "region": change.now.region,
        "now": change.now.total,
        "then": change.then.total,
        "more": change.difference,
        "tier": change.now.tier or words.NO_TIER.say(lang),
        "other_tier": change.then.tier or words.NO_TIER.say(lang),
        "moved": moved,
    }
    tones = {"moved": Tone.GREEN if change.moved > 0 else Tone.YELLOW} if moved else {}
    if change.difference:
        tones["more"] = Tone.GREEN if change.difference > 0 else Tone.RED
    return Line(values, tones, {"now": f"{{{PAYOUT_BLOCK}:total@{at}}}"})


def _curve(curve: Curve, compared: bool, lang: Lang) -> Block:
    fields = [
        Field("level", words.AT.say(lang), width=22),
        Field("paid", words.PAID.say(lang), Format.MONEY, 18),
        *([Field("other", words.PAID_OTHER.say(lang), Format.MONEY, 18)] if compared else []),
        Field("note", words.FALLS.say(lang), Format.WRAPPED, 18),
    ]
    lines = []
    for at, point in enumerate(curve.points):
        values: dict[str, CellValue] = {
            "level": f"{'<' if point.short else ''}{exact_percent(point.level)}",
            "paid": point.paid,
            "note": words.CLIFF.say(lang) if curve.falls(at) else "",
        }
        if compared:
            values["other"] = point.other
        lines.append(Line(values, tone=Tone.RED if curve.falls(at) else None))
    title = words.CURVE.say(lang, target=grouped(curve.target))
    note = words.CURVE_NOTE.say(lang, person=curve.person)
    return Block("curve", tuple(fields), tuple(lines), title=title, notes=(note,), filter=False)


def _charts(costs: Costing, lang: Lang) -> Iterator[Chart]:
    compared = costs.what_if is not None
    if costs.curve is None:
        return
    series = [Series("curve", "paid", words.PAID.say(lang))]
    if compared:
        series.append(Series("curve", "other", words.PAID_OTHER.say(lang)))
    title = words.CURVE_CHART.say(lang)
    yield Chart(ChartKind.LINE, title, ("curve", "level"), tuple(series), size=(860, 320), block="costs")


def _or_blank(value: Fraction | None) -> CellValue:
    return "" if value is None else value
