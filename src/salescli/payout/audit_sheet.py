"""审计: from which files, with which version and options. No clock: equal inputs give equal bytes."""

from collections.abc import Sequence

from salescli import __version__
from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone
from salescli.payout.people import Base
from salescli.payout.ranking import Ties
from salescli.payout.result import PayoutResult
from salescli.table.outcome import InputFile
from salescli.words import payout as words
from salescli.words.language import Lang, Text

_TIES = {Ties.SHARE: words.SHARE, Ties.EACH: words.EACH, Ties.BREAK: words.BREAK}


def audit_sheet(result: PayoutResult, inputs: Sequence[InputFile], lang: Lang) -> Sheet:
    """Inputs with their hashes, and the options in force."""
    name = words.AUDIT.say(lang)
    blocks = (_options(result, lang), _inputs(inputs, lang))
    return Sheet(name, blocks, title=name, notes=(words.NO_CLOCK.say(lang),), tab=Tone.GREY, freeze=False)


def _options(result: PayoutResult, lang: Lang) -> Block:
    terms = result.terms
    rows: tuple[tuple[Text, Text | str], ...] = (
        (words.PERIOD, words.UNDATED if result.period is None else str(result.period)),
        (words.MODE, words.MARGINAL if terms.mode == "marginal" else words.WHOLE),
        (words.BASE, words.COLLECTED if terms.base is Base.COLLECTED else words.SALES),
        (words.BONUS_RULE, words.STACK if terms.bonus == "stack" else words.HIGHEST),
        (words.TIES, _TIES[terms.ties]),
        (words.VERSION, __version__),
    )
    lines = tuple(
        Line({"option": option.say(lang), "value": value.say(lang) if isinstance(value, Text) else value})
        for option, value in rows
    )
    fields = (Field("option", words.OPTION.say(lang), width=32), Field("value", words.VALUE.say(lang), width=40))
    return Block("options", fields, lines, title=words.OPTIONS.say(lang), filter=False)


def _inputs(inputs: Sequence[InputFile], lang: Lang) -> Block:
    fields = (
        Field("path", words.PATH.say(lang), Format.WRAPPED, width=32),
        Field("sha256", words.SHA.say(lang), Format.WRAPPED, width=40),
    )
    lines = []
    for item in inputs:
        values: dict[str, CellValue] = {"path": item.path, "sha256": item.sha256}
        lines.append(Line(values))
    return Block("inputs", fields, tuple(lines), title=words.INPUTS.say(lang), filter=False)
