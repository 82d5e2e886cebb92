"""The sheet 月度跟踪: the declared `monthly` table, alive, and read back by the next stage as it stands."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from salescli.excel.book import Bar, Block, CellValue, Field, Format, Line, Sheet, Tone, Total
from salescli.excel.lights import TONES, VARIANCE, achievement_formula, status_formula, status_rules
from salescli.excel.template import fields_of
from salescli.measure.achievement import Thresholds
from salescli.track.figures import Figures, TrackedRow
from salescli.track.result import TrackResult
from salescli.track.tables import MONTHLY
from salescli.words import track as words
from salescli.words.language import Lang

BLOCK: Final = "monthly"
FULL_BAR: Final = Decimal("1.2")
"""The achievement at which a bar fills its cell."""

OPTIONAL: Final = ("month", "product", "employee_id")


def monthly_sheet(result: TrackResult, lang: Lang) -> Sheet:
    """Every tracked row with its total; columns that no row fills are left out."""
    fields = figure_fields(_keys(result), result.thresholds, lang)
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
        tab=Tone.GREEN,
    )


def figure_fields(keys: tuple[str, ...], thresholds: Thresholds, lang: Lang) -> tuple[Field, ...]:
    """Columns of `monthly` as an output has them: figures that follow from others are formulas."""
    formulas = {"achievement": achievement_formula(), "variance": VARIANCE, "status": status_formula(thresholds, lang)}
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
    values = {fields[0].key: words.TOTAL.say(lang), **figure_values(figures, result.thresholds, lang)}
    if figures.collected is not None:
        values["collected"] = figures.collected
    return Line(values, tones=status_tone(figures, result.thresholds))
