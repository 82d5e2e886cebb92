"""What people wrote beside the rows of a review and onto its cells, put back into a book; and the list of the rest."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from salescli.excel.book import Block, Book, CellValue, Format, Line, Sheet, Tone
from salescli.excel.template import fields_of
from salescli.review.additions import HEADER, TOTAL, Additions, Placed
from salescli.review.notebooks import FINISHED, KEPT_NOTES, FinishedAction, KeptNote
from salescli.words import improve as words
from salescli.words import review as words_of_review
from salescli.words.language import Lang

ROOM: Final = 5
"""Empty rows below the list, for more."""

_FINISHED_WIDTHS: Final = {"closed": 20, "period": 20, "action": 34, "owner": 14, "due": 12, "note": 30}
_WIDTHS: Final = {"period": 20, "sheet": 18, "cell": 10, "row": 30, "header": 20, "kind": 10, "text": 60}


def with_additions(book: Book, found: Additions) -> Book:
    """`book` with everything in its place, and the sheets that people made behind its own."""
    sheets = []
    for sheet in book.sheets:
        mine = [item for item in found.placed if item.sheet == sheet.name]
        sheets.append(replace(sheet, blocks=tuple(_block(block, mine) for block in sheet.blocks)) if mine else sheet)
    return replace(book, sheets=tuple(sheets), own=found.sheets)


def _block(block: Block, placed: Sequence[Placed]) -> Block:
    mine = [item for item in placed if item.block == block.id]
    if not mine:
        return block
    lines = tuple(_line(line, [item for item in mine if item.line == at]) for at, line in enumerate(block.lines))
    header = [item for item in mine if item.line == HEADER]
    block = replace(block, lines=lines, beside=_values(header), comments=_comments(header))
    if block.total is not None:
        block = replace(block, total=_line(block.total, [item for item in mine if item.line == TOTAL]))
    return block


def _line(line: Line, placed: Sequence[Placed]) -> Line:
    return replace(line, beside=_values(placed), comments=_comments(placed)) if placed else line


def _values(placed: Sequence[Placed]) -> dict[int, CellValue]:
    return {item.jotting.column: item.value for item in placed if item.key is None}


def _comments(placed: Sequence[Placed]) -> dict[str, str]:
    return {item.key: str(item.jotting.value) for item in placed if item.key is not None}


def finished_sheet(found: Sequence[FinishedAction], lang: Lang) -> Sheet | None:
    """The actions that are done; None without any."""
    if not found:
        return None
    fields = tuple(
        replace(field, width=_FINISHED_WIDTHS.get(field.key), format=Format.WRAPPED, note=None)
        for field in fields_of(FINISHED.table, lang)
    )
    title = FINISHED.table.sheet(lang)
    block = Block(FINISHED.table.name, fields, tuple(Line(dict(row.model_dump())) for row in found))
    return Sheet(title, (block,), title=title, notes=(words_of_review.FINISHED_NOTE.say(lang),), tab=Tone.MUTED)


def kept_notes_sheet(found: Sequence[KeptNote], lang: Lang) -> Sheet | None:
    """The list of what has no place in this workbook; None when there is nothing."""
    if not found:
        return None
    fields = tuple(
        replace(field, width=_WIDTHS[field.key], format=Format.WRAPPED, note=None)
        for field in fields_of(KEPT_NOTES.table, lang)
    )
    lines = tuple(Line(dict(row.model_dump()), tones={"text": Tone.INPUT}) for row in found)
    title = KEPT_NOTES.table.sheet(lang)
    block = Block(KEPT_NOTES.table.name, fields, lines, blank_lines=ROOM)
    return Sheet(title, (block,), title=title, notes=(words.KEPT_NOTE.say(lang),), tab=Tone.INPUT)
