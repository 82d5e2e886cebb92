"""The guard for .xlsx and .xlsm: every worksheet surveyed, and the package rebuilt from surveyed parts."""

from typing import Final

from salescli.excel.reading.ooxml import Parts, SheetEntry, elements, entry, shaped, wanted_sheet
from salescli.excel.reading.raw import Flaw, FlawKind, Spot
from salescli.excel.reading.sharedtext import check_text
from salescli.excel.reading.sheetxml import BadSheet, survey
from salescli.excel.reading.suspect import Cleared
from salescli.table.codes import files as codes

_KNOWN_ERRORS: Final = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DATA!", "#GETTING_DATA")
)


def clear_xlsx(parts: Parts, main: str, only: str | None) -> Cleared:
    """Survey the sheets asked for; raises UnusableFile."""
    suspect, links = parts.suspect, parts.relations(main)
    by_id = {link.id: link for link in links}
    sheets, date1904 = [], False
    for tag, attributes in elements(suspect, main, parts.need(main)):
        if tag == "sheet":
            sheets.append(entry(attributes.get("name", ""), attributes.get("id", ""), by_id))
        elif tag == "workbookPr":
            date1904 = attributes.get("date1904", "").strip().lower() in ("1", "true", "on")
    if len(sheets) > suspect.limits.max_sheets:
        raise suspect.refusal(codes.TOO_MANY_SHEETS, count=len(sheets), limit=suspect.limits.max_sheets)
    kept: dict[str, bytes] = {}
    flaws = tuple(_clear_sheet(parts, sheet, kept) if wanted_sheet(sheet.name, only) else {} for sheet in sheets)
    strings = next((parts.get(link.target) for link in links if link.kind == "sharedStrings"), None)
    check_text(suspect, strings or b"", kept.values())
    package = shaped(parts, main, links, kept, suffix="xml")
    return Cleared("xlsx", package, flaws, tuple(sheet.name for sheet in sheets), date1904)


def _clear_sheet(parts: Parts, sheet: SheetEntry, kept: dict[str, bytes]) -> dict[Spot, Flaw]:
    """Survey one sheet and keep its part; a sheet that is not made of cells has neither."""
    suspect = parts.suspect
    if sheet.kind != "worksheet":
        if sheet.part is None:
            raise suspect.damaged(sheet.name)
        return {}
    part = sheet.part or ""
    data = parts.need(part)
    try:
        found = survey(data, suspect.limits.max_cells)
    except BadSheet as error:
        raise suspect.damaged(part) from error
    if found.far is not None:
        suspect.check_extent(sheet.name, *found.far)
    kept[part] = _readable(data, found.flaws)
    return found.flaws


def _readable(data: bytes, flaws: dict[Spot, Flaw]) -> bytes:
    """The sheet with errors that the parser does not know written as one it does; the flaws keep their names."""
    errors = {flaw.text for flaw in flaws.values() if flaw.kind is FlawKind.ERROR_VALUE} - _KNOWN_ERRORS
    for text in errors:
        data = data.replace(f">{text}</".encode(), b">#N/A</")
    return data
