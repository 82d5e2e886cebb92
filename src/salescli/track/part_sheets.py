"""The sheets 区域, 产品线 and 销售员: each part in the board's month, and over all covered months."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from salescli.excel.book import Bar, Block, CellValue, Chart, ChartKind, Field, Line, Rule, Series, Sheet, Tone
from salescli.excel.lights import status_rules
from salescli.measure.period import Month
from salescli.track.figures import Figures, TrackedRow, total
from salescli.track.monthly_sheet import BLOCK, FULL_BAR, figure_fields, figure_values, silent_notes, status_tone
from salescli.track.result import TrackResult
from salescli.track.spoken import month_spans
from salescli.track.tables import MONTHLY
from salescli.track.who import Who
from salescli.words import outlook as words
from salescli.words import track as shared
from salescli.words.language import Lang, Text

FIGURES: Final = ("target", "actual", "achievement", "variance", "status")
LIVE: Final = 200_000
"""As many comparisons as a sheet may ask of a spreadsheet; beyond it the sums are written as values."""

MOST_CHARTED: Final = 16
Group = tuple[tuple[str, ...], Figures]


def part_sheets(result: TrackResult, lang: Lang) -> Iterable[Sheet]:
    """A sheet for each way to part the rows that parts them at all."""
    yield _sheet(result, words.REGIONS, ("region",), _Naming(lambda row: (row.region,)), lang)
    if any(row.product is not None for row in result.rows):
        none = shared.NO_PRODUCT.say(lang)
        yield _sheet(result, words.PRODUCTS, ("product",), _Naming(lambda row: (row.product or none,)), lang)
    keys = ("region", "person", "employee_id") if any(row.employee_id for row in result.rows) else ("region", "person")
    firsts: dict[tuple[Month | None, Who], str] = {}
    for row in result.rows:
        firsts.setdefault((row.month, Who.in_row(row)), row.region)

    def person(row: TrackedRow) -> tuple[str, ...]:
        return (firsts[row.month, Who.in_row(row)], row.person, row.employee_id or "")[: len(keys)]

    def placed(row: TrackedRow) -> tuple[str, ...]:
        return (row.region, row.person, row.employee_id or "")[: len(keys)]

    yield _sheet(result, words.PEOPLE, keys, _Naming(person, placed), lang)


def people_block(result: TrackResult) -> str:
    """The id of the block that lists the people of the board's month."""
    return _id(words.PEOPLE, result.board.month)


@dataclass(frozen=True, slots=True)
class _Naming:
    """The part that a row belongs to in its month, and over several months where that is told otherwise.

    Over several months somebody who moved has a line in each region, so that people add up to their region.
    """

    month: Callable[[TrackedRow], tuple[str, ...]]
    months: Callable[[TrackedRow], tuple[str, ...]] | None = None


def _sheet(result: TrackResult, part: Text, keys: tuple[str, ...], named: _Naming, lang: Lang) -> Sheet:
    month = result.board.month
    period = shared.ALL_ROWS.say(lang) if month is None else month.label(lang)
    own = [row for row in result.rows if row.month == month]
    blocks = [_block(result, part, keys, _grouped(own, named.month), month, period, lang)]
    if len(result.months) > 1:
        first, last = (item.label(lang) for item in (result.months[0], result.months[-1]))
        span = words.SO_FAR.say(lang, first=first, last=last)
        if result.silent and result.told:
            span = words.SO_FAR_OF.say(lang, months=month_spans(result.told))
        blocks.append(_block(result, part, keys, _grouped(result.rows, named.months or named.month), None, span, lang))
    charts = tuple(_chart(block, keys[-1 if part is not words.PEOPLE else 1], lang) for block in blocks)
    return Sheet(
        part.say(lang),
        tuple(blocks),
        title=words.PART_TITLE.say(lang, part=part, period=period),
        notes=silent_notes(result, lang),
        charts=tuple(chart for block, chart in zip(blocks, charts, strict=True) if len(block.lines) <= MOST_CHARTED),
        freeze=False,
    )


def _id(part: Text, month: Month | None) -> str:
    return f"part_{part.en.split()[0].lower()}_{'all' if month is None else month}"


def _grouped(rows: Sequence[TrackedRow], named: Callable[[TrackedRow], tuple[str, ...]]) -> list[Group]:
    parts: dict[tuple[str, ...], list[Figures]] = {}
    for row in rows:
        parts.setdefault(named(row), []).append(row.figures)
    return [(name, total(figures)) for name, figures in parts.items()]


def _block(
    result: TrackResult,
    part: Text,
    keys: tuple[str, ...],
    groups: Sequence[Group],
    month: Month | None,
    title: str,
    lang: Lang,
) -> Block:
    live = len(groups) * len(result.rows) <= LIVE
    lines_of = Counter(name[1:] for name, _ in groups)
    widths = {"status": 14, "achievement": 16}
    figures = tuple(
        replace(item, width=widths.get(item.key, 18))
        for item in figure_fields(FIGURES, result.thresholds, lang, silent=bool(result.silent))
    )
    whole = total(figure for _, figure in groups)
    if not whole.told:
        figures = tuple(replace(item, total=None) if item.key == "actual" else item for item in figures)
    fields = (*(Field(key, MONTHLY.label(key).say(lang), width=16) for key in keys), *figures)
    lines = []
    for name, figure in groups:
        values: dict[str, CellValue] = {
            **{key: own or None for key, own in zip(keys, name, strict=True)},
            **figure_values(figure, result.thresholds, lang),
        }
        summed = ("target", "actual") if figure.told else ("target",)
        told = ("target",) if month is None and figure.told and result.silent else ()
        wanted = _wanted(keys, name, only=lines_of[name[1:]] == 1)
        formulas = {key: _sum(key, wanted, month, lang, told=key in told) for key in summed} if live else {}
        lines.append(Line(values, tones=status_tone(figure, result.thresholds), formulas=formulas))
    last = Line(
        {keys[0]: shared.TOTAL.say(lang), **figure_values(whole, result.thresholds, lang)},
        tones=status_tone(whole, result.thresholds),
    )
    rules: tuple[Rule | Bar, ...] = (*status_rules(lang, ("status",), total=True), Bar("achievement", FULL_BAR))
    return Block(_id(part, month), fields, tuple(lines), title=title, total=last, rules=rules)


def _wanted(keys: tuple[str, ...], name: tuple[str, ...], *, only: bool) -> dict[str, str]:
    """What the rows of a part have in their columns; a 工号 alone finds somebody with the `only` line of the name."""
    wanted = dict(zip(keys, name, strict=True))
    if wanted.get("employee_id") and only:
        del wanted["region"]
    return wanted


def _sum(key: str, wanted: Mapping[str, str], month: Month | None, lang: Lang, *, told: bool = False) -> str:
    """Σ of a column of 月度跟踪 over the rows with what is `wanted` (with `told` those with data)."""
    conditions = []
    for column, text in wanted.items():
        cell = '""' if text in ("", shared.NO_PRODUCT.say(lang)) else f"{{{column}}}"
        conditions.append(f"EXACT({{{BLOCK}:{column}}},{cell})")
    if told:
        conditions.append(f'({{{BLOCK}:actual}}<>"")')
    if month is not None:
        conditions.append(f"({{{BLOCK}:month}}=DATE({month.year},{month.number},1))")
    return "SUMPRODUCT(" + "*".join((*conditions, f"{{{BLOCK}:{key}}}")) + ")"


def _chart(block: Block, label: str, lang: Lang) -> Chart:
    names = {"target": Tone.MUTED, "actual": Tone.STRONG}
    return Chart(
        ChartKind.COLUMN,
        f"{block.title} · {shared.TARGET_AND_ACTUAL.say(lang)}",
        (block.id, label),
        tuple(Series(block.id, key, MONTHLY.label(key).say(lang), tone) for key, tone in names.items()),
        size=(720, 250),
        block=block.id,
    )
