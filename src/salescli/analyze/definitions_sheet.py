"""说明: what every figure of the analysis means, what it is taken from, and the tables that were given."""

from salescli.analyze.result import AnalysisResult
from salescli.excel.book import Block, Field, Format, Line, Sheet, Tone
from salescli.measure.ratio import percent
from salescli.words import analysis_terms as terms
from salescli.words import analyze as words
from salescli.words import insight
from salescli.words.language import Lang


def definitions_sheet(result: AnalysisResult, lang: Lang) -> Sheet:
    """The terms, then the tables with their files."""
    lights = {key: percent(getattr(result.thresholds, key), places=0) for key in ("near", "exceeded")}
    fields = (
        Field("term", words.DEFINITION_TERM.say(lang), width=22),
        Field("meaning", words.DEFINITION_MEANING.say(lang), Format.WRAPPED, width=72),
        Field("taken", terms.TAKEN_FROM.say(lang), Format.WRAPPED, width=44),
    )
    known = [(term, meaning, terms.TAKEN[term.en]) for term, meaning in (*words.TERMS, *insight.TERMS)]
    lines = tuple(
        Line({"term": term.say(lang), "meaning": meaning.say(lang, **lights), "taken": taken.say(lang)})
        for term, meaning, taken in (*known, *terms.MORE)
    )
    blocks = [Block("definitions", fields, lines, filter=False)]
    if result.sources:
        blocks.append(_given(result, lang))
    title = words.DEFINITIONS.say(lang)
    return Sheet(title, tuple(blocks), title=title, tab=Tone.MUTED)


def _given(result: AnalysisResult, lang: Lang) -> Block:
    fields = (
        Field("table", terms.TABLE.say(lang)),
        Field("file", terms.FILES.say(lang), Format.WRAPPED),
        Field("rows", terms.ROWS.say(lang), Format.COUNT),
    )
    lines = tuple(
        Line({"table": item.table.say(lang), "file": item.file, "rows": item.rows}) for item in result.sources
    )
    return Block("given", fields, lines, title=terms.GIVEN.say(lang), filter=False)
