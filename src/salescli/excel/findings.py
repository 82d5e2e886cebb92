"""The sheet that lists what was found while a workbook was made, and the rows that were left out."""

from collections.abc import Sequence

from salescli.excel.book import Block, Field, Format, Line, Sheet, Tone
from salescli.excel.records import InvalidRow
from salescli.table.problem import Problem, Severity
from salescli.words import books as words
from salescli.words.language import Lang

TONES: dict[Severity, Tone] = {
    Severity.ERROR: Tone.ERROR,
    Severity.WARNING: Tone.YELLOW,
    Severity.NOTE: Tone.MUTED,
}


def findings_sheet(problems: Sequence[Problem], invalid: Sequence[InvalidRow], lang: Lang) -> Sheet | None:
    """All findings, errors first, and the rows left out; None when there is nothing to say."""
    if not problems:
        return None
    order = list(Severity)
    ranked = sorted(problems, key=lambda item: order.index(item.severity))
    blocks = [_findings(ranked, lang)]
    if invalid:
        blocks.append(_left_out(invalid, lang))
    counts = {severity: sum(item.severity is severity for item in problems) for severity in Severity}
    subtitle = words.FINDINGS_SUBTITLE.say(
        lang,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
    )
    name = words.FINDINGS_SHEET.say(lang)
    return Sheet(name, tuple(blocks), title=name, subtitle=subtitle, tab=Tone.YELLOW)


def _findings(problems: Sequence[Problem], lang: Lang) -> Block:
    fields = (
        Field("severity", words.FINDING_SEVERITY.say(lang)),
        Field("file", words.FINDING_FILE.say(lang)),
        Field("sheet", words.FINDING_SHEET.say(lang)),
        Field("cell", words.FINDING_CELL.say(lang)),
        Field("found", words.FINDING_FOUND.say(lang), Format.WRAPPED, width=56),
        Field("remedy", words.FINDING_REMEDY.say(lang), Format.WRAPPED, width=48),
        Field("code", words.FINDING_CODE.say(lang), width=22),
    )
    lines = []
    for item in problems:
        values = {
            "severity": item.severity.word.say(lang),
            "file": item.place.file,
            "sheet": item.place.sheet,
            "cell": item.place.cell,
            "found": item.found(lang),
            "remedy": item.remedy(lang),
            "code": item.code.name,
        }
        lines.append(Line(values, tones={"severity": TONES[item.severity]}))
    return Block("findings", fields, tuple(lines))


def _left_out(invalid: Sequence[InvalidRow], lang: Lang) -> Block:
    fields = (
        Field("row", words.LEFT_OUT_ROW.say(lang)),
        Field("file", words.FINDING_FILE.say(lang)),
        Field("sheet", words.FINDING_SHEET.say(lang)),
        Field("codes", words.FINDING_CODE.say(lang), Format.WRAPPED),
    )
    lines = tuple(
        Line(
            {
                "row": item.place.cell,
                "file": item.place.file,
                "sheet": item.place.sheet,
                "codes": ", ".join(dict.fromkeys(reason.code.name for reason in item.reasons)),
            }
        )
        for item in invalid
    )
    return Block("left_out", fields, lines, title=words.LEFT_OUT.say(lang))
