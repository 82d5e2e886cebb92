"""审计: from which files, with which version and options, and when, as far as somebody told the time."""

from collections.abc import Sequence
from dataclasses import replace

from salescli import __version__
from salescli.excel.book import Block, CellValue, Field, Format, Line, Sheet, Tone
from salescli.excel.template import fields_of
from salescli.payout.fingerprint import figures_fingerprint, fingerprints, written_lines
from salescli.payout.people import Base
from salescli.payout.ranking import Ties
from salescli.payout.result import PayoutResult
from salescli.payout.settled_sheet import fingerprint_of
from salescli.payout.settled_tables import FINGERPRINTS
from salescli.table.outcome import InputFile
from salescli.words import costing as costing_words
from salescli.words import incentive as beside_words
from salescli.words import payout as words
from salescli.words import statements as own_words
from salescli.words.language import Lang, Text

_USES = {"off": beside_words.OFF, "multiplier": beside_words.MULTIPLIER, "gate": beside_words.GATE}
_TIES = {Ties.SHARE: words.SHARE, Ties.EACH: words.EACH, Ties.BREAK: words.BREAK}


def audit_sheet(result: PayoutResult, inputs: Sequence[InputFile], lang: Lang) -> Sheet:
    """Fingerprints, the options in force, and the inputs with their hashes."""
    name = words.AUDIT.say(lang)
    blocks = (_fingerprints(result, inputs, lang), _options(result, lang), _inputs(inputs, lang))
    notes = (words.NO_CLOCK.say(lang), own_words.FINGERPRINT_NOTE.say(lang))
    return Sheet(name, blocks, title=name, notes=notes, tab=Tone.GREY, freeze=False)


def _fingerprints(result: PayoutResult, inputs: Sequence[InputFile], lang: Lang) -> Block:
    """What `--settled` looks for; a period that is paid keeps the fingerprint of its plan and figures."""
    prints = fingerprints(result, inputs)
    corrections = result.corrections
    if corrections is not None and corrections.closed is not None:
        figures = figures_fingerprint(written_lines(one.row for one in corrections.closed.people))
        prints = replace(prints, plan=corrections.closed.plan, figures=figures)
    rows = [
        (own_words.INPUTS_PRINT, prints.inputs),
        (own_words.PLAN_PRINT, prints.plan),
        (own_words.FIGURES_PRINT, prints.figures),
    ]
    if corrections is not None:
        rows.append((own_words.ADJUSTMENTS_PRINT, fingerprint_of(corrections)))
    fields = tuple(replace(field, note=None, required=False) for field in fields_of(FINGERPRINTS, lang))
    lines = tuple(Line({"of": name.say(lang), "fingerprint": value}) for name, value in rows)
    return Block("fingerprints", fields, lines, title=own_words.FINGERPRINTS.say(lang), filter=False)


def _options(result: PayoutResult, lang: Lang) -> Block:
    terms, card, closed, made = result.terms, result.plan.scorecard, result.record.closed, result.record.made
    rows: tuple[tuple[Text, Text | str], ...] = (
        (words.PERIOD, words.UNDATED if result.period is None else str(result.period)),
        (words.MODE, words.MARGINAL if terms.mode == "marginal" else words.WHOLE),
        (words.BASE, words.COLLECTED if terms.base is Base.COLLECTED else words.SALES),
        (words.BONUS_RULE, words.STACK if terms.bonus == "stack" else words.HIGHEST),
        (words.TIES, _TIES[terms.ties]),
        (costing_words.RELEASE, words.COLLECTED if terms.release == "collected" else words.SALES),
        (beside_words.SCORES, _USES[card.use] if card is not None else words.NONE_THERE),
        (words.CLOSED_ON, words.NOT_TOLD if closed is None else closed.isoformat()),
        (words.MADE_AT, words.NOT_TOLD if made is None else f"{made:%Y-%m-%d %H:%M:%S} UTC"),
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
