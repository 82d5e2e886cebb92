"""The sheets 跟踪目标 and 跟踪指标: the targets as the plan gave them, and the mark of all that the workbook shows.

They are hidden, and so not printed: only salescli reads them, and formulas of 进度预警.

The mark is a digest of the other sheets. When reports are merged again and the same would be shown, the
workbook is left as it is, byte for byte.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from types import NoneType
from typing import Any, Final

from salescli.excel.book import Block, CellValue, Field, Line, Sheet, Tone
from salescli.excel.columnar import ColumnLines
from salescli.excel.template import fields_of, line_of
from salescli.measure.period import Month, Week
from salescli.split.process import Funnel
from salescli.split.tables.plan import PlanRow
from salescli.split.tables.process import PROCESS
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.track.goals import Goals
from salescli.track.kept import KEPT_METRICS, KEPT_TARGETS
from salescli.track.metric_targets import MetricTarget, Origin
from salescli.track.targets import Target
from salescli.words import track as words
from salescli.words.language import Lang

KEYS: Final = ("month", "region", "product", "employee_id", "person", "target", "actual", "collected", "note")
TARGETS: Final = "kept_targets"
"""The block of the sheet 跟踪目标."""

_DECIMAL: Final = re.compile(r"Decimal\('([^']+)'\)")
_MARK: Final = re.compile(r"\b[0-9a-f]{24}\b")


def kept_sheet(targets: Sequence[Target], shown: Sequence[Sheet], lang: Lang) -> Sheet:
    """The targets of `targets`, marked for the sheets `shown`."""
    values = [_values(target) for target in targets]
    keys = tuple(key for key in KEYS if key == "target" or any(own[key] is not None for own in values))
    lines = tuple(Line({key: own[key] for key in keys}) for own in values)
    fields = _plain(fields_of(KEPT_TARGETS, lang, keys))
    name = KEPT_TARGETS.sheet(lang)
    return Sheet(
        name,
        (Block(TARGETS, fields, lines),),
        title=name,
        subtitle=KEPT_TARGETS.help.say(lang),
        notes=(words.MARK.say(lang, mark=mark_of(shown)),),
        tab=Tone.MUTED,
        hidden=True,
    )


def kept_goal_sheets(goals: Goals, lang: Lang) -> Iterable[Sheet]:
    """跟踪指标, the plan's targets of other metrics, and 过程参数, its funnel; what there is of them."""
    stated = [item for item in goals.others if item.origin is Origin.PLAN]
    if stated:
        rows = [line_of(KEPT_METRICS, _plan_row(item), lang) for item in stated]
        keys = tuple(item.key for item in KEPT_METRICS.fields if any(row[item.key] is not None for row in rows))
        lines = tuple(Line({key: row[key] for key in keys}) for row in rows)
        yield _sheet(KEPT_METRICS, Block("kept_metrics", _plain(fields_of(KEPT_METRICS, lang, keys)), lines), lang)
    if goals.funnel is not None:
        yield _sheet(PROCESS, _funnel(goals.funnel, lang), lang)


def _sheet(table: Table[RowT], block: Block, lang: Lang) -> Sheet:
    name = table.sheet(lang)
    return Sheet(name, (block,), title=name, subtitle=table.help.say(lang), tab=Tone.MUTED, hidden=True)


def _plan_row(target: MetricTarget) -> PlanRow:
    slot, person = target.slot, target.person
    named = {"product": slot.product, "employee_id": person.employee_id, "person": person.name}
    return PlanRow(month=target.month, region=slot.region, metric=target.metric, target=target.quantity, **named)


def _funnel(funnel: Funnel, lang: Lang) -> Block:
    last = len(funnel.stages) - 1
    lines = tuple(
        Line({
            "stage": stage,
            "rate": None if at == last else funnel.rates[at],
            "price": funnel.price if at == last else None,
        })
        for at, stage in enumerate(funnel.stages)
    )  # fmt: skip
    return Block("kept_funnel", _plain(fields_of(PROCESS, lang)), lines)


def _plain(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The columns of a table that nobody fills in."""
    return tuple(replace(item, note=None, required=False, choices=()) for item in fields)


def mark_of(shown: Sequence[Sheet]) -> str:
    """A digest of everything on the sheets; 10 and 10.00 are one amount."""
    digest = sha256()
    said = _Said()
    for sheet in shown:
        digest.update(_digits_alike(replace(sheet, blocks=())))
        for block in sheet.blocks:
            digest.update(_digits_alike(replace(block, lines=())))
            if isinstance(block.lines, ColumnLines):
                for told in _columns_told(block.lines, said):
                    digest.update(told)
                continue
            for line in block.lines:
                rest = [value for name in _BESIDE if (value := getattr(line, name))]
                cells = [f"{key}={said.value(value)}" for key, value in line.values.items()]
                digest.update("\x1f".join(cells).encode() + (said.beside(rest) if rest else b"") + b"\n")
    return digest.hexdigest()[:24]


def _columns_told(lines: ColumnLines, said: "_Said") -> Iterator[bytes]:
    """Plain lines as they are told one by one, some at a time."""
    for start in range(0, len(lines), _AT_ONCE):
        told = [_column_told(key, column[start : start + _AT_ONCE], said) for key, column in lines.columns.items()]
        yield ("\n".join(map("\x1f".join, zip(*told, strict=True))) + "\n").encode()


def _column_told(key: str, column: Sequence[CellValue], said: "_Said") -> Iterable[str]:
    kinds = set(map(type, column))
    if len(kinds - {NoneType}) == 1 and Decimal not in kinds:  # 1 and 1.0 are equal, and told unlike each other
        distinct = set(column)
        if str in kinds and not any(value is not None and "Decimal(" in value for value in distinct):  # type: ignore[operator]  # texts
            return map({value: f"{key}={value!r}" for value in distinct}.__getitem__, column)
        return map({value: f"{key}={said[value.__class__, value]}" for value in distinct}.__getitem__, column)
    return [f"{key}={said.value(value)}" for value in column]


_AT_ONCE: Final = 4_000
"""Lines that are told at once."""

_BESIDE: Final = tuple(item.name for item in dataclass_fields(Line) if item.name != "values")
"""What a line has beside its values; most lines have nothing of it."""


class _Said(dict[tuple[type, CellValue], str]):
    """Each distinct value in words, made once."""

    def __init__(self) -> None:
        super().__init__()
        self._beside: dict[Hashable, bytes] = {}

    def __missing__(self, key: tuple[type, CellValue]) -> str:
        kind, value = key
        plain = kind in _PLAIN or (kind is str and "Decimal(" not in value)  # type: ignore[operator]  # a text
        self[key] = text = repr(value) if plain else _digits_alike(value).decode()
        return text

    def value(self, value: CellValue) -> str:
        """A value as it is told."""
        if value.__class__ is Decimal:
            return str(value.normalize())
        if value.__class__ is Fraction:
            return repr(value)
        return self[value.__class__, value]

    def beside(self, rest: Sequence[Any]) -> bytes:
        """What stands beside a line's values."""
        key = tuple(tuple(item.items()) if isinstance(item, Mapping) else item for item in rest)
        if (told := self._beside.get(key)) is None:
            told = self._beside[key] = _digits_alike(rest)
        return told


_PLAIN: Final = frozenset({int, bool, NoneType, Fraction, date, datetime, Month, Week})
"""Kinds of values whose words hold no amount."""


def _digits_alike(thing: object) -> bytes:
    return _DECIMAL.sub(lambda found: f"{Decimal(found[1]).normalize()}", repr(thing)).encode()


def mark_in(texts: Iterable[object]) -> str | None:
    """The mark among texts of the sheet 跟踪目标; None when somebody removed it."""
    found = (_MARK.search(text) for text in texts if isinstance(text, str))
    return next((match.group() for match in found if match), None)


def _values(target: Target) -> dict[str, CellValue]:
    return {
        "month": target.month,
        "region": target.slot.region,
        "product": target.slot.product,
        "employee_id": target.person.employee_id,
        "person": target.person.name,
        "target": target.amount,
        "actual": target.stated,
        "collected": target.collected,
        "note": target.note,
    }
