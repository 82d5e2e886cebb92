"""The sheets 周自查 and 自查汇总: the self-checks with the coming week's form, and the seven items side by side.

周自查 is the declared `selfcheck` table, so that the form can be filled in where it stands and tracked again.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Format, Line, Rule, Sheet, Tone
from salescli.excel.template import fields_of
from salescli.measure.achievement import Thresholds
from salescli.table.quantity import QuantityKind
from salescli.track.selfcheck import ITEMS, Check, SelfChecks, item_key
from salescli.track.tables import SELFCHECK
from salescli.track.who import Who
from salescli.words import outlook as words
from salescli.words.language import Lang

MISSING: Final = "selfcheck_missing"
FORMULA: Final = 'IF(AND(ISNUMBER({actual}),ISNUMBER({target})),IF({target}>0,{actual}/{target},""),"")'


def selfcheck_sheets(checks: SelfChecks, lights: Thresholds, lang: Lang) -> Iterable[Sheet]:
    """The table, and the summary when anything was filled in."""
    yield _table(checks, lang)
    if checks.weeks:
        yield _summary(checks, lights, lang)


def _unused(checks: SelfChecks) -> set[str]:
    """The columns that tell nobody apart: 工号 where nobody has one, the region where no namesakes lack theirs."""
    people = dict.fromkeys(check.who for check in (*checks.filled, *checks.form) if check.who is not None)
    people |= dict.fromkeys(item.who for item in checks.missing)
    unused = set() if any(who.employee_id for who in people) else {"employee_id"}
    names = Counter(who.name for who in people)
    return unused if any(names[who.name] > 1 and not who.employee_id for who in people) else {*unused, "region"}


def _naming(who: Who | None, unused: set[str]) -> dict[str, CellValue]:
    named = {} if who is None else {"region": who.region or None, "employee_id": who.employee_id, "person": who.name}
    return {key: value for key, value in named.items() if key not in unused}


def _table(checks: SelfChecks, lang: Lang) -> Sheet:
    unused = _unused(checks)
    fields = tuple(
        replace(item, formula=FORMULA if item.key == "completion" else None, width=20 if item.key == "item" else None)
        for item in fields_of(SELFCHECK, lang, tuple(item.key for item in SELFCHECK.fields if item.key not in unused))
    )
    lines = [_line(check, unused, lang, blank=False) for check in checks.filled]
    lines += [_line(check, unused, lang, blank=True) for check in checks.form]
    if checks.coming is None:
        hint = words.SELFCHECK_DONE.say(lang)
    else:
        hint = words.SELFCHECK_HINT.say(lang, week=checks.coming)
    name = words.SELFCHECK.say(lang)
    return Sheet(name, (Block("selfcheck", fields, tuple(lines)),), title=name, subtitle=hint)


def _line(check: Check, unused: set[str], lang: Lang, *, blank: bool) -> Line:
    kind = QuantityKind()
    target = kind.write(check.target, lang)
    actual = None if check.actual is None else kind.write(check.actual, lang)
    item = check.item
    if blank and (key := item_key(item)) is not None:
        item = ITEMS[key].say(lang)
    values: dict[str, CellValue] = {
        **_naming(check.who, unused),
        "week": check.week,
        "item": item,
        "target": target,
        "actual": actual,
        "completion": check.completion,
    }
    texts = isinstance(target, str) or isinstance(actual, str)
    plain = {"completion": ""} if texts and not blank else {}
    tones = {"actual": Tone.INPUT} if blank else {"actual": Tone.YELLOW} if check.actual is None else {}
    return Line(values, tones=tones, formulas=plain)


def _summary(checks: SelfChecks, lights: Thresholds, lang: Lang) -> Sheet:
    unused = _unused(checks)
    fields = (
        Field("week", SELFCHECK.label("week").say(lang), Format.DATE),
        *(
            Field(key, SELFCHECK.label(key).say(lang))
            for key in ("region", "employee_id", "person")
            if key not in unused
        ),
        *(Field(key, name.say(lang), Format.RATIO, width=14) for key, name in ITEMS.items()),
        Field("filled", words.FILLED.say(lang), Format.COUNT, formula=f"COUNT({_span()})"),
        Field("reached", words.REACHED.say(lang), Format.COUNT, formula=f'COUNTIF({_span()},">=1")'),
    )
    lines = []
    for who, week, items in checks.weeks:
        done = {key: check.completion for key, check in items.items()}
        reached = [ratio for ratio in done.values() if ratio is not None]
        shown = {key: words.NOT_FILLED.say(lang) if check.actual is None else done[key] for key, check in items.items()}
        values: dict[str, CellValue] = {"week": week, **_naming(who, unused), **shown, "filled": len(reached)}
        lines.append(Line({**values, "reached": sum(ratio >= 1 for ratio in reached)}))
    near = Decimal(lights.near.numerator) / Decimal(lights.near.denominator)
    rules = tuple(
        rule
        for key in ITEMS
        for rule in (
            Rule((key,), f"AND(ISNUMBER({{{key}}}),{{{key}}}>=1)", Tone.GREEN),
            Rule((key,), f"AND(ISNUMBER({{{key}}}),{{{key}}}>={near},{{{key}}}<1)", Tone.YELLOW),
            Rule((key,), f"AND(ISNUMBER({{{key}}}),{{{key}}}<{near})", Tone.RED),
        )
    )
    name = words.CHECK_SUMMARY.say(lang)
    blocks = [Block("selfcheck_summary", fields, tuple(lines), rules=rules)]
    if checks.missing:
        blocks.append(_missing(checks, fields, unused, lang))
    return Sheet(name, tuple(blocks), title=name, subtitle=words.CHECK_SUMMARY_HINT.say(lang))


def _missing(checks: SelfChecks, fields: Sequence[Field], unused: set[str], lang: Lang) -> Block:
    """Who filled in nothing, week by week; it has the columns that name somebody's week above."""
    named = ("week", "region", "employee_id", "person")
    lines = tuple(
        Line({"week": item.week, **_naming(item.who, unused)}, tones={"person": Tone.RED}) for item in checks.missing
    )
    own = tuple(field for field in fields if field.key in named)
    return Block(MISSING, own, lines, title=words.CHECK_MISSING.say(lang), filter=False)


def _span() -> str:
    keys = list(ITEMS)
    return f"{{{keys[0]}}}:{{{keys[-1]}}}"
