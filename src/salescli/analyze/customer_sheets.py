"""客户分层表, 客户结构 and 待联系客户: the classes live by the rules of the house, what each brings, whom to call."""

from dataclasses import replace

from salescli.analyze.customers import Customer, Portfolio
from salescli.analyze.diagnosis import CUSTOMERS, CustomerClass
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
from salescli.excel.template import fields_of, line_of
from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.measure.rounding import plain
from salescli.table.config import CustomerKeys
from salescli.words import customers as words
from salescli.words.language import Lang

_BLOCK = CUSTOMERS.name


def customers_sheet(found: Portfolio, rules: CustomerKeys, lang: Lang) -> Sheet:
    """The declared table with its computed columns."""
    formulas = {"level": _level(rules, lang), "next_contact": _next_contact(rules, lang)}
    fields = tuple(replace(field, formula=formulas.get(field.key)) for field in fields_of(CUSTOMERS, lang))
    lines = tuple(_line(item, lang) for item in found.customers)
    title = CUSTOMERS.sheet(lang)
    return Sheet(title, (Block(_BLOCK, fields, lines),), title=title, frozen_columns=1)


def _line(item: Customer, lang: Lang) -> Line:
    values = dict(line_of(CUSTOMERS, item.row, lang))
    values |= {"level": item.level.word.say(lang), "next_contact": item.next_contact}
    return Line(values, tones={"next_contact": Tone.RED} if item.overdue else {})


def _level(rules: CustomerKeys, lang: Lang) -> str:
    word = {level: f'"{level.word.say(lang)}"' for level in CustomerClass}
    strategic = (
        f"AND({{contribution}}>={rules.strategic_contribution:f},N({{potential}})>={rules.strategic_potential},"
        f"N({{years}})>={rules.strategic_years:f})"
    )
    small = f"IF(N({{potential}})>={rules.potential},{word[CustomerClass.POTENTIAL]},{word[CustomerClass.OPPORTUNITY]})"
    core = f"IF({{contribution}}>={rules.core_contribution:f},{word[CustomerClass.CORE]},{small})"
    return f"IF({strategic},{word[CustomerClass.STRATEGIC]},{core})"


def _next_contact(rules: CustomerKeys, lang: Lang) -> str:
    days = str(rules.opportunity_days)
    for level, span in (
        (CustomerClass.POTENTIAL, rules.potential_days),
        (CustomerClass.CORE, rules.core_days),
        (CustomerClass.STRATEGIC, rules.strategic_days),
    ):
        days = f'IF({{level}}="{level.word.say(lang)}",{span},{days})'
    return f'IF({{last_contact}}="","",{{last_contact}}+{days})'


def classes_sheet(found: Portfolio, rules: CustomerKeys, lang: Lang) -> Sheet:
    """What each class brings; the figures follow the table of customers."""
    own = "classes"
    count = f"COUNTIF({{{_BLOCK}:level}},{{level}})"
    amount = f"SUMIF({{{_BLOCK}:level}},{{level}},{{{_BLOCK}:contribution}})"
    fields = (
        Field("level", words.CLASS.say(lang)),
        Field("rule", words.RULE.say(lang), width=44),
        Field("days", words.CLASS_DAYS.say(lang), Format.COUNT),
        Field("count", words.CLASS_COUNT.say(lang), Format.COUNT, formula=count, total=Total.SUM),
        Field(
            "of_customers",
            words.CLASS_OF_CUSTOMERS.say(lang),
            Format.RATIO,
            formula=f'IF({{{own}:count@total}}>0,{{count}}/{{{own}:count@total}},"")',
        ),
        Field("amount", words.CLASS_AMOUNT.say(lang), Format.MONEY, formula=amount, total=Total.SUM),
        Field(
            "share",
            words.CLASS_SHARE.say(lang),
            Format.RATIO,
            formula=f'IF({{{own}:amount@total}}>0,{{amount}}/{{{own}:amount@total}},"")',
        ),
        Field("due", words.CLASS_DUE.say(lang), Format.COUNT, total=Total.SUM),
    )
    lines = tuple(
        Line(
            {
                "level": item.level.word.say(lang),
                "rule": _rule(item.level, rules, lang),
                "days": item.days,
                "count": item.count,
                "of_customers": item.of_customers,
                "amount": item.contribution,
                "share": item.share,
                "due": item.due,
            },
            tones={"due": Tone.RED} if item.due else {},
        )
        for item in found.classes
    )
    total: dict[str, CellValue] = {
        "level": words.CLASS_TOTAL.say(lang),
        "count": sum(item.count for item in found.classes),
        "amount": sum(item.contribution for item in found.classes),
        "due": sum(item.due for item in found.classes),
    }
    title = words.CLASSES.say(lang)
    brought = Series(own, "share", words.CLASS_SHARE.say(lang), Tone.STRONG)
    number = Series(own, "of_customers", words.CLASS_OF_CUSTOMERS.say(lang), Tone.MUTED)
    chart = Chart(ChartKind.COLUMN, words.CHART_CLASSES.say(lang), (own, "level"), (number, brought), percent=True)
    notes: tuple[str, ...] = ()
    if found.vital is not None:
        notes = (words.PARETO.say(lang, vital=found.vital, share=percent(found.vital_share)),)
    block = Block(own, fields, lines, total=Line(total), filter=False)
    return Sheet(title, (block,), title=title, notes=notes, charts=(chart,))


def _rule(level: CustomerClass, rules: CustomerKeys, lang: Lang) -> str:
    return words.RULES[level.value].say(
        lang,
        amount=grouped(rules.strategic_contribution),
        potential=rules.strategic_potential,
        years=plain(rules.strategic_years),
        core=grouped(rules.core_contribution),
        score=rules.potential,
    )


def to_call_sheet(found: Portfolio, lang: Lang) -> Sheet:
    """Whom to call, the weightiest class first."""
    keys = ("customer", "person", "level", "last_contact", "next_contact")
    fields = (
        *(replace(field, note=None, choices=(), required=False) for field in fields_of(CUSTOMERS, lang, keys)),
        Field("overdue", words.OVERDUE_DAYS.say(lang), Format.COUNT),
    )
    lines = tuple(
        Line(
            {
                "customer": item.row.customer,
                "person": item.row.person,
                "level": item.level.word.say(lang),
                "last_contact": item.row.last_contact or words.NEVER_CALLED.say(lang),
                "next_contact": item.next_contact,
                "overdue": item.overdue,
            },
            tones={"overdue": Tone.RED} if item.overdue else {"last_contact": Tone.YELLOW},
        )
        for item in found.to_call
    )
    title = words.TO_CALL.say(lang)
    notes = [words.TO_CALL_NOTE.say(lang, day=found.as_of)] + ([] if lines else [words.TO_CALL_NONE.say(lang)])
    block = Block("to_call", fields, lines, rules=(Rule(("overdue",), "N({overdue})>0", Tone.RED),))
    return Sheet(title, (block,), title=title, notes=tuple(notes), tab=Tone.RED if lines else None)
