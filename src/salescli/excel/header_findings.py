"""What is to be said about a header: columns that are missing, unknown or claimed twice, and near misses."""

from salescli.excel.addresses import cell_address
from salescli.excel.header_match import HeaderMatch
from salescli.excel.likeness import NEAR_ENOUGH, likeness
from salescli.excel.read import RawSheet
from salescli.table.codes import headers as codes
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import RowT
from salescli.table.table import Field, Table
from salescli.words.language import Text


def header_problems(sheet: RawSheet, table: Table[RowT], match: HeaderMatch) -> list[Problem]:
    """What is to be said about a header: clashes, missing columns with near misses, columns left alone."""
    found = [_clash(sheet, table, match, clash) for clash in match.clashes]
    near = near_misses(match)
    for item in match.missing:
        place = Place(sheet.file, sheet.name, f"{match.row + 1}:{match.row + 1}")
        hint = Text("", "")
        if item.key in near:
            hint = Text(f"“{near[item.key]}”是它吗？", f"Is it “{near[item.key]}”?")
        found.append(problem(codes.MISSING_COLUMN, place, table=table.title, column=table.label(item.key), near=hint))
    suggested = {text: key for key, text in near.items()}
    for index, text in match.unknown:
        found.append(_unknown(sheet, table, match, index, text, suggested.get(text)))
    if match.beside:
        place = Place(sheet.file, sheet.name, cell_address(match.row, match.beside[0][0]))
        found.append(problem(codes.BESIDE_TABLE, place, found=tuple(text for _, text in match.beside)))
    return found


def near_misses(match: HeaderMatch) -> dict[str, str]:
    """For each missing column the stranger among the headers that looks most like it, if any does."""
    if not match.missing or not match.unknown:
        return {}
    near: dict[str, str] = {}
    for item in match.missing:
        score, text = max((likeness(text, item), text) for _, text in match.unknown)
        if score >= NEAR_ENOUGH or (score >= 50 and len(text) <= 6):
            near[item.key] = text
    return near


def _clash(sheet: RawSheet, table: Table[RowT], match: HeaderMatch, clash: tuple[Field, int, int]) -> Problem:
    item, first, second = clash
    cells = sheet.rows[match.row]
    return problem(
        codes.HEADER_CLASH,
        Place(sheet.file, sheet.name, cell_address(match.row, second)),
        first=f"{cells[first]} ({cell_address(match.row, first)})",
        second=f"{cells[second]} ({cell_address(match.row, second)})",
        column=table.label(item.key),
    )


def _unknown(
    sheet: RawSheet, table: Table[RowT], match: HeaderMatch, index: int, text: str, near: str | None
) -> Problem:
    hint = Text("", "")
    if near is not None:
        name = table.label(near)
        hint = Text(f"是“{name.zh}”吗？", f"Did you mean “{name.en}”?")
    place = Place(sheet.file, sheet.name, cell_address(match.row, index))
    return problem(codes.UNKNOWN_COLUMN, place, found=text, table=table.title, near=hint)
