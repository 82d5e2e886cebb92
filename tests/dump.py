"""A workbook as readable lines: what a person sees in it, whatever library versions wrote the bytes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.parity import opened


def dump(path: Path) -> list[str]:
    """One line a fact: sheets, widths, frozen panes, merges, dropdowns, and each cell's value and look."""
    formulas, values = opened(path), opened(path, data_only=True)
    lines = [f"title {formulas.properties.title}", f"created {formulas.properties.created}"]
    for sheet in formulas.worksheets:
        lines.extend(_sheet(sheet, values[sheet.title]))
    return lines


def _sheet(sheet: Any, values: Any) -> Iterator[str]:
    yield f"sheet {sheet.title} {sheet.sheet_state} frozen={sheet.freeze_panes} filter={sheet.auto_filter.ref}"
    for letter, column in sorted(sheet.column_dimensions.items()):
        yield f"width {letter} {column.width:.1f}"
    for item in sheet.data_validations.dataValidation:
        yield f"choices {item.sqref} {item.formula1}"
    for area, rules in sorted((str(item.sqref), item.rules) for item in sheet.conditional_formatting):
        for rule in rules:
            yield f"rule {area} {rule.type} {rule.formula}"
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None or cell.comment or cell.fill.fgColor.rgb not in ("00000000", None):
                yield _cell(cell, values[cell.coordinate].value)


def _cell(cell: Any, value: object) -> str:
    parts = [cell.coordinate, repr(cell.value)]
    if value != cell.value:
        parts.append(f"-> {value!r}")
    parts += [cell.number_format, f"fill={cell.fill.fgColor.rgb}", f"bold={bool(cell.font.b)}"]
    if cell.comment:
        parts.append(f"note={cell.comment.text!r}")
    return " ".join(parts)
