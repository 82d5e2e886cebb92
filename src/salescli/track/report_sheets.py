"""The sheets behind the board: the report rows that count, missing and late reports, and the account."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

from salescli.excel.book import Block, Field, Format, Line, Sheet, Tone, Total
from salescli.excel.columnar import ColumnLines
from salescli.excel.template import fields_of, written_column
from salescli.table.row import origins
from salescli.track.account import Excluded, Reason
from salescli.track.conflicts import Conflict, conflicts
from salescli.track.kept import KEPT_REPORTS, LEFT_OUT
from salescli.track.punctual import deadline
from salescli.track.report import Report
from salescli.track.result import TrackResult
from salescli.track.tables import WEEKLY
from salescli.words import track as words
from salescli.words.language import Lang, Text

WIDE: Final = 14
"""From how many columns on 明细 prints over two pages, so that it can be read."""


def weekly_sheet(result: TrackResult, lang: Lang) -> Sheet:
    """The report rows that count, with their sources; 月份 is the month each counts in."""
    columns = _columns(result.reports)
    keys = tuple(
        item.key
        for item in KEPT_REPORTS.fields
        if item.required or any(value is not None for value in columns[item.key])
    )
    fields = tuple(
        replace(item, note=None, required=False, total=Total.SUM if item.key in ("sales", "collected") else None)
        for item in fields_of(KEPT_REPORTS, lang, keys)
    )
    written = [written_column(KEPT_REPORTS.by_key[key].kind, columns[key], lang) for key in keys]
    lines = ColumnLines(dict(zip(keys, written, strict=True)))
    sums = {key: sum(getattr(report.row, key) or 0 for report in result.reports) for key in ("sales", "collected")}
    total = Line({keys[0]: words.TOTAL.say(lang), **{key: value for key, value in sums.items() if key in keys}})
    return Sheet(
        words.WEEKS.say(lang),
        (Block("weeks", fields, lines, total=total),),
        title=words.WEEKS.say(lang),
        subtitle=words.WEEKS_HINT.say(lang, rows=len(lines)),
        frozen_columns=keys.index("person") + 1,
        pages_wide=1 if len(keys) < WIDE else 2,
    )


def _columns(reports: Sequence[Report]) -> dict[str, list[Any]]:
    """The values of the kept table, a column at a time."""
    rows = [report.row for report in reports]
    places = origins(rows)
    own: dict[str, list[Any]] = {
        "month": [report.month for report in reports],
        "region": [report.slot.region for report in reports],
        "product": [report.product for report in reports],
        "employee_id": [report.person.employee_id for report in reports],
        "person": [report.person.name for report in reports],
        "stated": [row.month for row in rows],
        **{f"source_{key}": column for key, column in places.items()},
    }
    others = [item.key for item in KEPT_REPORTS.fields if item.key not in own]
    return own | {key: list(map(attrgetter(key), rows)) for key in others}


def punctual_sheet(result: TrackResult, lang: Lang) -> Sheet:
    """Who owes a report, and whose came late."""
    week, region, person, number = (_named(key, lang) for key in ("week", "region", "person", "employee_id"))
    own = (week, region, person, number)
    missing = Block(
        "missing",
        own,
        tuple(
            Line(
                {
                    "week": item.week,
                    "region": item.region,
                    "person": item.person.name,
                    "employee_id": item.person.employee_id,
                },
                tones={"person": Tone.RED},
            )
            for item in sorted(result.missing, key=lambda item: item.week, reverse=True)
        ),
        title=words.MISSING.say(lang),
        notes=() if result.missing else (words.NONE_MISSING.say(lang),),
    )
    late = Block(
        "late",
        (*own, _named("submitted", lang), Field("due", words.DEADLINE.say(lang), Format.DATETIME)),
        tuple(
            Line(
                {
                    "week": item.week,
                    "region": item.region,
                    "person": item.person.name,
                    "employee_id": item.person.employee_id,
                    "submitted": item.submitted,
                    "due": deadline(item.week),
                },
                tones={"submitted": Tone.YELLOW},
            )
            for item in sorted(result.late, key=lambda item: item.week, reverse=True)
        ),
        title=words.LATE.say(lang),
        notes=() if result.late else (words.NONE_LATE.say(lang),),
        filter=False,
    )
    name = words.PUNCTUALITY.say(lang)
    tab = Tone.RED if result.missing or result.late else None
    day = "" if result.as_of is None else words.AS_OF.say(lang, day=result.as_of)
    return Sheet(name, (missing, late), title=name, subtitle=day, tab=tab)


def account_sheet(result: TrackResult, lang: Lang) -> Sheet:
    """The account, which adds up by a live sum, and every excluded row."""
    blocks = [_account(result, lang)]
    if result.as_of is not None:
        blocks.append(_conflicts(conflicts(result.excluded), lang))
    blocks.append(_excluded(result.excluded, lang))
    name = words.EXCLUDED.say(lang)
    return Sheet(name, tuple(blocks), title=name, tab=Tone.YELLOW if result.excluded else None)


def _account(result: TrackResult, lang: Lang) -> Block:
    fields = (
        Field("category", words.CATEGORY.say(lang), width=24),
        Field("rows", words.ROW_COUNT.say(lang), Format.COUNT, total=Total.SUM),
        Field("meaning", words.MEANING.say(lang), width=44),
    )
    account = result.account
    parts: list[tuple[Text, int, Text]] = [(words.MERGED, account.merged, words.MERGED_MEANING)]
    parts += [(reason.word, getattr(account, reason.value), reason.meaning) for reason in Reason]
    lines = tuple(
        Line({"category": word.say(lang), "rows": count, "meaning": meaning.say(lang)})
        for word, count, meaning in parts
    )
    total = Line({"category": words.READ_TOTAL.say(lang), "rows": account.read})
    return Block("account", fields, lines, title=words.ACCOUNT.say(lang), total=total, filter=False)


def _conflicts(found: Sequence[Conflict], lang: Lang) -> Block:
    """What gave way beside what counts."""
    money = (
        ("said", words.SAID_SALES, None),
        ("counted", words.COUNTED_SALES, None),
        ("difference", words.DIFFERENCE, 'IF(OR({said}="",{counted}=""),"",{counted}-{said})'),
    )
    fields = (
        _named("week", lang),
        _named("person", lang),
        Field("place", words.STANDS_AT.say(lang), Format.WRAPPED, width=56),
        *(
            Field(
                key, name.say(lang), Format.SIGNED_MONEY if formula else Format.MONEY, width=18, formula=formula,
                total=Total.SUM if found else None,
            )
            for key, name, formula in money
        ),
        Field("decided", words.DECIDED.say(lang), Format.WRAPPED, width=36),
    )  # fmt: skip
    lines = []
    for item in found:
        values = {"week": item.week, "person": item.person, "said": item.said, "counted": item.counted}
        told = {"place": str(item.place), "decided": item.detail.say(lang)}
        lines.append(Line({**values, "difference": item.difference, **told}, tones={"difference": Tone.YELLOW}))
    sums = {key: sum(getattr(item, key) or 0 for item in found) for key, _, _ in money}
    total = Line({"week": words.TOTAL.say(lang), **sums}) if found else None
    notes = () if found else (words.NO_CONFLICTS.say(lang),)
    return Block(
        "conflicts", fields, tuple(lines), title=words.CONFLICTS.say(lang), notes=notes, total=total, filter=False
    )


def _excluded(rows: Sequence[Excluded], lang: Lang) -> Block:
    widths = {"detail": 56, "file": 36}
    fields = tuple(
        replace(
            item,
            note=None,
            required=False,
            choices=(),
            format=Format.WRAPPED if item.key in widths else Format.TEXT if item.key == "sheet" else item.format,
            width=widths.get(item.key),
        )
        for item in fields_of(LEFT_OUT, lang)
    )
    lines = tuple(
        Line(
            {
                "reason": item.reason.word.say(lang),
                "row": item.row,
                "detail": item.detail.say(lang),
                "person": item.person,
                "week": item.week,
                "month": item.month,
                "sales": item.sales,
                "counted": item.counted,
                "submitted": item.submitted,
                "file": item.place.file,
                "sheet": item.place.sheet,
            }
        )
        for item in rows
    )
    notes = () if rows else (words.NONE_EXCLUDED.say(lang),)
    return Block("excluded", fields, lines, title=words.EXCLUDED_ROWS.say(lang), notes=notes)


def _named(key: str, lang: Lang) -> Field:
    """A column of the weekly table, as an output has it."""
    (field,) = fields_of(WEEKLY, lang, (key,))
    return replace(field, note=None, required=False)
