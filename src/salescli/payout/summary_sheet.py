"""汇总: what it costs, who earns it, by region and by tier."""

from decimal import Decimal

from salescli.excel.book import (
    Block,
    CellValue,
    Chart,
    ChartKind,
    Field,
    Format,
    Line,
    Series,
    Sheet,
    Tone,
    Total,
)
from salescli.measure.ratio import divide
from salescli.payout.formulas import per_head
from salescli.payout.pay_names import PAYOUT_BLOCK, REGION_BLOCK
from salescli.payout.region_pay import RegionPay
from salescli.payout.result import PayoutResult
from salescli.words import payout as words
from salescli.words import statements as own_words
from salescli.words.language import Lang

CHART_SIZE = (620, 250)
MOST_BARS = 30
"""More people than this are too many for one chart."""


def summary_sheet(result: PayoutResult, lang: Lang) -> Sheet:
    """The totals, regions and tiers, every figure a formula over the commission sheet."""
    period = words.UNDATED.say(lang) if result.period is None else result.period.label(lang)
    blocks = (_totals(result, lang), _regions(result, lang), _tiers(result, lang))
    return Sheet(
        words.SUMMARY.say(lang),
        blocks,
        title=f"{words.TITLE.say(lang)} · {period}",
        charts=tuple(_charts(result, lang)),
        tab=Tone.STRONG,
        freeze=False,
    )


def _totals(result: PayoutResult, lang: Lang) -> Block:
    paid = sum(one.total > 0 for one in result.people)
    cost = "" if result.cost_rate is None else result.cost_rate
    money, count = {"value": Format.MONEY}, {"value": Format.COUNT}
    all_of = f"{{{PAYOUT_BLOCK}:"
    lines = [
        _figure(words.TOTAL_PAYOUT.say(lang), result.total, f"{all_of}total@total}}", money, "total", Tone.STRONG),
        _figure(words.TOTAL_BASE.say(lang), result.base, f"{all_of}base@total}}", money, "base"),
        _figure(
            words.COST_RATE.say(lang),
            cost,
            'IF({totals:value@base}>0,{totals:value@total}/{totals:value@base},"")',
            {"value": Format.RATIO},
            "cost",
            Tone.STRONG,
        ),
        _figure(words.PEOPLE.say(lang), len(result.people), f"COUNTA({all_of}person}})", count, "people"),
        _figure(words.PAID_PEOPLE.say(lang), paid, f"SUMPRODUCT(({all_of}total}}>0)*1)", count, "paid"),
    ]
    lines += [
        _figure(words.COMPONENTS[name].say(lang), result.sum_of(name), f"{all_of}{name}@total}}", money, f"c-{name}")
        for name in result.plan.components
    ]
    lines += _payable(result, lang)
    for settled in result.apart:
        name = words.PAID_BEFORE.say(lang, period=settled.period.label(lang))
        lines.append(Line({"figure": name, "value": settled.total}, tones={"value": Tone.GREY}))
    for rule in result.plan.uncomputed:
        name = words.COMPONENTS[rule.component].say(lang)
        values: dict[str, CellValue] = {"figure": f"{name}({rule.wording.name})", "value": words.NOT_COMPUTED.say(lang)}
        lines.append(Line(values, tones={"value": Tone.YELLOW}))
    fields = (
        Field("figure", words.FIGURE.say(lang), width=30),
        Field("value", words.VALUE.say(lang), Format.MONEY, 18),
    )
    return Block("totals", fields, tuple(lines), filter=False)


def _payable(result: PayoutResult, lang: Lang) -> list[Line]:
    """The corrections of paid periods, and what is paid out in all."""
    found = result.corrections
    if found is None or found.closed is not None:
        return []
    money = {"value": Format.MONEY}
    payable = result.total + found.total
    return [
        _figure(own_words.DUE_CORRECTED.say(lang), found.total, "{adjustments:amount@total}", money, "corrected"),
        _figure(
            own_words.PAYABLE_ALL.say(lang),
            payable,
            "{totals:value@total}+{totals:value@corrected}",
            money,
            "payable",
            Tone.STRONG,
        ),
    ]


def _figure(
    name: str, value: CellValue, formula: str, formats: dict[str, Format], own: str, tone: Tone | None = None
) -> Line:
    return Line({"figure": name, "value": value}, formulas={"value": formula}, formats=formats, id=own, tone=tone)


def _regions(result: PayoutResult, lang: Lang) -> Block:
    """The regions; without formulas for their sums where people sell in several of them."""
    live = result.single and all(_adds_up(item, result) for item in result.regions)
    matching = f"({{{PAYOUT_BLOCK}:region}}={{region}})"
    month = () if result.single else (Field("month", words.MONTH.say(lang)),)

    def summed(key: str) -> str | None:
        return f"SUMPRODUCT({matching}*{{{PAYOUT_BLOCK}:{key}}})" if live else None

    reached = 'IF({target}>0,{actual}/{target},"")'
    fields = (
        Field("region", words.REGION.say(lang), width=30),
        *month,
        Field("target", words.TARGET.say(lang), Format.MONEY, 18, summed("target"), Total.SUM),
        Field("actual", words.ACTUAL.say(lang), Format.MONEY, 18, summed("actual"), Total.SUM),
        Field("achievement", words.ACHIEVEMENT.say(lang), Format.RATIO, 12, reached, reached),
        Field("people", words.REGION_PEOPLE.say(lang), Format.COUNT),
        Field("per_head", words.PER_HEAD.say(lang), Format.MONEY, 18),
        *(
            (Field("paid", words.PAYOUT.say(lang), Format.MONEY, 18, summed("total"), Total.SUM),)
            if result.single
            else ()
        ),
    )
    lines = [_region_line(item, result) for item in result.regions]
    total: dict[str, CellValue] = {"region": words.TOTAL.say(lang)}
    target = sum((item.standing.target for item in result.regions), Decimal(0))
    actual = sum((item.standing.actual for item in result.regions), Decimal(0))
    whole = divide(actual, target) if target > 0 else None
    total |= {"target": target, "actual": actual, "achievement": "" if whole is None else whole}
    if result.single:
        total["paid"] = result.total
    return Block(REGION_BLOCK, fields, tuple(lines), title=words.BY_REGION.say(lang), total=Line(total), filter=False)


def _region_line(item: RegionPay, result: PayoutResult) -> Line:
    reached = item.standing.achievement
    values: dict[str, CellValue] = {
        "region": item.region,
        "target": item.standing.target,
        "actual": item.standing.actual,
        "achievement": "" if reached is None else reached,
        "people": item.people,
        "per_head": item.per_head,
    }
    if result.single:
        values["paid"] = sum((one.total for one in result.by_region.get(item.region, ())), Decimal(0))
    else:
        values["month"] = None if item.month is None else str(item.month)
    ladders = [(f"team{number}", ladder) for number, ladder in item.ladders(result.plan)]
    return Line(values, formulas={"per_head": per_head(ladders)} if ladders else {})


def _adds_up(item: RegionPay, result: PayoutResult) -> bool:
    members = result.by_region.get(item.region, ())
    target = sum((one.standing.target for one in members), Decimal(0))
    return (target, sum((one.standing.actual for one in members), Decimal(0))) == (
        item.standing.target,
        item.standing.actual,
    )


def _tiers(result: PayoutResult, lang: Lang) -> Block:
    names = list(dict.fromkeys(rung.name for ladder in result.plan.ladders for rung in ladder.rungs))
    reached = {one.tier for one in result.people}
    names += sorted(reached - set(names) - {""})
    lines = []
    for name in (*reversed(names), ""):
        of = [one for one in result.people if one.tier == name]
        wanted = "{tier}" if name else '""'
        here = f"({{{PAYOUT_BLOCK}:tier}}={wanted})"
        values: dict[str, CellValue] = {
            "tier": name or result.no_tier.say(lang),
            "people": len(of),
            "paid": sum((one.total for one in of), Decimal(0)),
        }
        formulas = {"people": f"SUMPRODUCT({here}*1)", "paid": f"SUMPRODUCT({here}*{{{PAYOUT_BLOCK}:total}})"}
        lines.append(Line(values, formulas=formulas))
    fields = (
        Field("tier", words.TIER.say(lang), width=30),
        Field("people", words.PEOPLE.say(lang), Format.COUNT, 18, total=Total.SUM),
        Field("paid", words.PAYOUT.say(lang), Format.MONEY, 18, total=Total.SUM),
    )
    total = Line({"tier": words.TOTAL.say(lang), "people": len(result.people), "paid": result.total})
    return Block("tiers", fields, tuple(lines), title=words.BY_TIER.say(lang), total=total, filter=False)


def _charts(result: PayoutResult, lang: Lang) -> list[Chart]:
    charts = []
    if 0 < len(result.people) <= MOST_BARS:
        series = tuple(Series(PAYOUT_BLOCK, name, words.COMPONENTS[name].say(lang)) for name in result.plan.components)
        title, people = words.CHART_COMPONENTS.say(lang), (PAYOUT_BLOCK, "person")
        charts.append(Chart(ChartKind.STACKED_COLUMN, title, people, series, size=CHART_SIZE, block="totals"))
    if result.single:
        paid = (Series(REGION_BLOCK, "paid", words.PAYOUT.say(lang)),)
        achieved = (Series(REGION_BLOCK, "achievement", words.ACHIEVEMENT.say(lang)),)
        title, regions = words.CHART_REGION.say(lang), (REGION_BLOCK, "region")
        charts.append(Chart(ChartKind.COLUMN, title, regions, paid, achieved, size=CHART_SIZE, block="totals"))
    return charts
