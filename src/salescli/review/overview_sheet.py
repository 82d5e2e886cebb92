"""复盘总览: the period's figures in one line, a sentence a topic, and the contents with links."""

from collections.abc import Iterator, Sequence

from salescli.excel.book import Block, Field, Format, Line, Sheet, Tone
from salescli.excel.lights import TONES, status_rules
from salescli.review.figure_sheets import PAID, REGIONS
from salescli.review.result import Conclusion, ReviewResult
from salescli.words import improve
from salescli.words import meetings as meeting_words
from salescli.words import plans as plan_words
from salescli.words import review as words
from salescli.words.language import Lang, Text

Listed = tuple[Sheet, Text]
"""A sheet and what it shows."""


def overview_sheet(result: ReviewResult, shown: Sequence[Listed], title: str, lang: Lang) -> Sheet:
    """The first sheet of the workbook; figures refer to the cells they come from. Many plans are left to their list."""
    many = any(about is plan_words.ABOUT_PLAN_LIST for _, about in shown)
    listed = [(sheet.name, about) for sheet, about in shown if not (many and about is improve.ABOUT_PLAN)]
    listed += [(sheet.name, improve.ABOUT_OWN) for sheet in result.additions.sheets]
    blocks = (*_reached(result, lang), *_paid(result, lang), _said(result, shown, lang), _contents(listed, lang))
    return Sheet(words.OVERVIEW.say(lang), blocks, title=title, tab=Tone.STRONG, freeze=False, on_one_page=True)


def _reached(result: ReviewResult, lang: Lang) -> Iterator[Block]:
    if result.attainment is None:
        return
    total = result.attainment.total
    fields = (
        Field("period", meeting_words.COVERS.say(lang), width=22),
        Field("target", words.TARGET.say(lang), Format.MONEY, width=32),
        Field("actual", words.ACTUAL.say(lang), Format.MONEY, width=20),
        Field("achievement", words.ACHIEVEMENT.say(lang), Format.RATIO, width=14),
        Field("variance", words.VARIANCE.say(lang), Format.SIGNED_MONEY, width=20),
        Field("status", words.STATUS.say(lang), width=14),
    )
    keys = ("target", "actual", "achievement", "variance", "status")
    line = Line(
        {
            "period": result.period.label(lang),
            **{key: getattr(total, key) for key in keys[:-1]},
            "status": total.status.word.say(lang),
        },
        tones=dict.fromkeys(("achievement", "status"), TONES[total.status]),
        formulas={key: f"{{{REGIONS}:{key}@total}}" for key in keys},
    )
    rules = status_rules(lang)
    yield Block("headline", fields, (line,), title=words.ATTAINMENT.say(lang), rules=rules, filter=False)


def _paid(result: ReviewResult, lang: Lang) -> Iterator[Block]:
    if result.incentives is None:
        return
    fields = (
        Field("period", meeting_words.COVERS.say(lang)),
        Field("total", words.PAYOUT.say(lang), Format.MONEY),
        Field("base", words.BASE.say(lang), Format.MONEY),
        Field("cost_rate", words.COST_RATE.say(lang), Format.RATIO),
        Field("people", words.PEOPLE.say(lang), Format.COUNT),
        Field("earned", words.EARNED.say(lang), Format.COUNT),
    )
    paid = result.incentives.total
    keys = ("total", "base", "cost_rate", "people", "earned")
    line = Line(
        {
            "period": result.period.label(lang) + result.incentives.partly(lang),
            **{key: getattr(paid, key) for key in keys},
        },
        formulas={key: f"{{{PAID}:{key}@total}}" for key in keys[:3]},
    )
    yield Block("paid_headline", fields, (line,), title=words.INCENTIVES.say(lang), filter=False)


def _said(result: ReviewResult, shown: Sequence[Listed], lang: Lang) -> Block:
    fields = (
        Field("topic", improve.TOPIC.say(lang)),
        Field("sentence", improve.CONCLUSION.say(lang), Format.WRAPPED),
    )
    names = [sheet.name for sheet, _ in shown]
    lines = tuple(_line(item, names, lang) for item in result.conclusions)
    return Block("conclusions", fields, lines, title=improve.CONCLUSIONS.say(lang), filter=False)


def _line(item: Conclusion, names: Sequence[str], lang: Lang) -> Line:
    """A sentence whose topic leads to its sheet, or to the first of the sheets that begin with its name."""
    topic = item.sheet.say(lang)
    target = next((name for name in names if name == topic or name.startswith(topic)), None)
    links = {} if target is None else {"topic": target}
    tones = {"sentence": Tone.YELLOW} if item.amiss else {}
    return Line({"topic": topic, "sentence": item.sentence.say(lang)}, links=links, tones=tones)


def _contents(listed: Sequence[tuple[str, Text]], lang: Lang) -> Block:
    fields = (
        Field("sheet", words.CONTENTS_SHEET.say(lang), Format.LINK),
        Field("about", words.CONTENTS_ABOUT.say(lang)),
    )
    lines = tuple(Line({"sheet": name, "about": about.say(lang)}) for name, about in listed)
    return Block("contents", fields, lines, title=words.CONTENTS.say(lang), filter=False)
