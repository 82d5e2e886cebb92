"""The sheets 跟踪目标 and 跟踪指标: the targets as the plan gave them, and the mark of all that the workbook shows.

They are hidden, and so not printed: only salescli reads them, and formulas of 进度预警.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from salescli.excel.book import Block, CellValue, Field, Line, Sheet, Tone
from salescli.excel.template import fields_of, line_of
from salescli.split.funnel import Funnel
from salescli.split.tables.plan import PlanRow
from salescli.split.tables.process import PROCESS
from salescli.table.row import RowT
from salescli.table.table import Table
from salescli.track.goals import Goals
from salescli.track.kept import KEPT_METRICS, KEPT_TARGETS
from salescli.track.mark import mark_of
from salescli.track.metric_targets import MetricTarget, Origin
from salescli.track.targets import Target
from salescli.words import track as words
from salescli.words.language import Lang

KEYS: Final = ("month", "region", "product", "employee_id", "person", "target", "actual", "collected", "note")
TARGETS: Final = "kept_targets"
"""The block of the sheet 跟踪目标."""


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
