"""说明: what every figure of the retrospective means, and which workbooks it was taken from."""

from collections.abc import Mapping, Sequence
from typing import Final

from salescli.excel.book import Block, Field, Format, Line, Sheet, Tone
from salescli.measure.achievement import Thresholds
from salescli.measure.ratio import percent
from salescli.review.gather import SECTIONS
from salescli.split.tables.plan import PLAN
from salescli.track.kept import KEPT_REPORTS
from salescli.words import improve as words
from salescli.words import review_terms as term_words
from salescli.words.language import Lang
from salescli.words.review import ATTAINMENT

BESIDE: Final = ((KEPT_REPORTS, ATTAINMENT), (PLAN, ATTAINMENT))
"""What only a week's review reads, listed where it was given."""


def definitions_sheet(sources: Mapping[str, Sequence[str]], thresholds: Thresholds, lang: Lang) -> Sheet:
    """The terms with their definitions, then every table a review looks for with the files that held it."""
    lines = {"near": percent(thresholds.near, 0), "top": percent(thresholds.exceeded, 0)}
    terms = Block(
        "terms",
        (
            Field("term", term_words.TERM.say(lang), width=24),
            Field("meaning", term_words.MEANING.say(lang), Format.WRAPPED, width=64),
            Field("source", term_words.TAKEN_FROM.say(lang), Format.WRAPPED, width=40),
        ),
        tuple(
            Line({"term": term.say(lang), "meaning": meaning.say(lang, **lines), "source": source.say(lang)})
            for term, meaning, source in term_words.TERMS
        ),
        filter=False,
    )
    title = words.DEFINITIONS.say(lang)
    return Sheet(title, (terms, _inputs(sources, lang)), title=title, tab=Tone.MUTED, landscape=False)


def _inputs(sources: Mapping[str, Sequence[str]], lang: Lang) -> Block:
    fields = (
        Field("table", term_words.TABLE.say(lang)),
        Field("files", term_words.FILES.say(lang), Format.WRAPPED),
        Field("section", term_words.SECTION.say(lang)),
    )
    lines = []
    more = tuple((table, words_of) for table, words_of in BESIDE if table.name in sources)
    for table, section in (*SECTIONS, *more):
        given = sources.get(table.name)
        files = "\n".join(dict.fromkeys(given)) if given else term_words.NOT_GIVEN.say(lang)
        tones = {} if given else {"files": Tone.MUTED}
        lines.append(Line({"table": table.sheet(lang), "files": files, "section": section.say(lang)}, tones=tones))
    return Block("inputs", fields, tuple(lines), title=term_words.INPUTS.say(lang), filter=False)
