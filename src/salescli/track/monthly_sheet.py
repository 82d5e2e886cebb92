"""The sheet 月度跟踪: the declared `monthly` table, alive, and read back by the next stage as it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from salescli.excel.book import Bar, Block, CellValue, Field, Format, Line, Sheet, Tone, Total
from salescli.excel.lights import TONES, VARIANCE, achievement_formula, status_formula, status_rules
from salescli.excel.template import fields_of
from salescli.measure.achievement import Status, Thresholds
from salescli.track.figures import Figures, TrackedRow
from salescli.track.result import TrackResult
from salescli.track.spoken import month_spans
from salescli.track.tables import MONTHLY
from salescli.words import track as words
from salescli.words.language import Lang

BLOCK: Final = "monthly"
FULL_BAR: Final = Decimal("1.2")
"""The achievement at which a bar fills its cell."""

_NOTHING: Final = '""'
OPTIONAL: Final = ("month", "product", "employee_id")


def monthly_sheet(result: TrackResult, lang: Lang) -> Sheet:
    """Every tracked row with its total; columns that no row fills are left out."""
    fields = told_total(
        BLOCK, figure_fields(_keys(result), result.thresholds, lang, silent=bool(result.silent)), result
    )
    lines = tuple(_line(row, result.thresholds, lang) for row in result.rows)
    block = Block(
        BLOCK,
        tuple(replace(item, width=36) if item.key == "note" else item for item in fields),
        lines,
        total=_total(fields, result, lang),
        rules=(*status_rules(lang, ("status",), total=True), Bar("achievement", FULL_BAR)),
    )
    return Sheet(
        words.MONTHLY.say(lang),
        (block,),
        title=words.MONTHLY.say(lang),
        subtitle=words.MONTHLY_HINT.say(lang),
        notes=silent_notes(result, lang),
        tab=Tone.GREEN,
    )


def silent_notes(result: TrackResult, lang: Lang) -> tuple[str, ...]:
    """Which months have no data, and that totals leave them out; nothing where all have."""
    if not result.silent:
        return ()
    text = words.WITHOUT_DATA if result.told else words.NOTHING_TOLD
    return (text.say(lang, months=month_spans(result.silent), told=month_spans(result.told)),)


def total_label(result: TrackResult, lang: Lang) -> str:
    """What a total over all months is called: it names the months with data where some have none."""
    if not result.silent or not result.told:
        return words.TOTAL.say(lang)
    return words.TOTAL_OF.say(lang, months=month_spans(result.told))


def told_total(block: str, fields: Iterable[Field], result: TrackResult) -> tuple[Field, ...]:
    """`fields` of a block with lines of several months, its totals over those with data alone."""
    if not result.silent:
        return tuple(fields)
    totals: dict[str, Total | str | None] = {"actual": None}
    if result.told:
        totals = {"target": f'SUMPRODUCT(({{{block}:actual}}<>"")*{{{block}:target}})'}
    return tuple(replace(item, total=totals[item.key]) if item.key in totals else item for item in fields)


def figure_fields(
    keys: tuple[str, ...], thresholds: Thresholds, lang: Lang, *, silent: bool = False
) -> tuple[Field, ...]:
    """Columns of `monthly` as an output has them: figures that follow from others are formulas.

    With `silent` a line without an actual has nothing that follows from it.
    """
    formulas = {"achievement": achievement_formula(), "variance": VARIANCE, "status": status_formula(thresholds, lang)}
    if silent:
        untold = {"status": f'"{Status.NO_DATA.word.say(lang)}"'}
        formulas = {key: f'IF({{actual}}="",{untold.get(key, _NOTHING)},{text})' for key, text in formulas.items()}
    totals: Mapping[str, Total | str] = {
        "target": Total.SUM,
        "actual": Total.SUM,
        "collected": Total.SUM,
        **formulas,
    }
    formats = {"variance": Format.SIGNED_MONEY}
    return tuple(
        replace(
            item,
            format=formats.get(item.key, item.format),
            formula=formulas.get(item.key),
            total=totals.get(item.key),
            note=None,
            choices=(),
            required=False,
        )
        for item in fields_of(MONTHLY, lang, keys)
    )


def figure_values(figures: Figures, thresholds: Thresholds, lang: Lang) -> dict[str, CellValue]:
    """The engine's figures under the keys of `monthly`."""
    return {
        "target": figures.target,
        "actual": figures.actual,
        "achievement": figures.achievement,
        "variance": figures.variance,
        "status": figures.status(thresholds).word.say(lang),
    }


def status_tone(figures: Figures, thresholds: Thresholds) -> dict[str, Tone]:
    """The colour of the status cell, for programs that lay no rules over it."""
    return {"status": TONES[figures.status(thresholds)]}


def _keys(result: TrackResult) -> tuple[str, ...]:
    unused = {key for key in OPTIONAL if all(getattr(row, key) is None for row in result.rows)}
    if all(row.figures.collected is None for row in result.rows):
        unused.add("collected")
    return tuple(item.key for item in MONTHLY.fields if item.key not in unused)


def _line(row: TrackedRow, thresholds: Thresholds, lang: Lang) -> Line:
    values: dict[str, CellValue] = {key: value for key in OPTIONAL if (value := getattr(row, key)) is not None}
    values |= {"region": row.region, "person": row.person, **figure_values(row.figures, thresholds, lang)}
    if row.figures.collected is not None:
        values["collected"] = row.figures.collected
    if row.note is not None:
        values["note"] = row.note
    return Line(values, tones=status_tone(row.figures, thresholds))


def _total(fields: tuple[Field, ...], result: TrackResult, lang: Lang) -> Line:
    figures = result.totals
    values = {fields[0].key: total_label(result, lang), **figure_values(figures, result.thresholds, lang)}
    if figures.collected is not None:
        values["collected"] = figures.collected
    return Line(values, tones=status_tone(figures, result.thresholds))
