"""Values as parts of a message, in both languages."""

from collections.abc import Iterable, Sequence

from salescli.measure.period import Month
from salescli.words import track as words
from salescli.words.language import Lang, Text


def spoken_month(month: Month | None) -> Text:
    """A month as its label; a missing one as "undated"."""
    return words.UNDATED if month is None else Text(month.label(Lang.ZH), month.label(Lang.EN))


def spoken_months(months: Iterable[Month]) -> tuple[Text, ...]:
    """Months in order, each once."""
    return tuple(spoken_month(month) for month in sorted(set(months)))


def month_spans(months: Iterable[Month], known: int | None = None) -> Text:
    """Months in a row as one stretch: `2026年1–5月、7月`, `Jan–May, Jul 2026`; the `known` year is not said."""
    runs: list[list[Month]] = []
    for month in sorted(set(months)):
        if runs and runs[-1][-1].next() == month and runs[-1][-1].year == month.year:
            runs[-1].append(month)
        else:
            runs.append([month])
    return Text(_in_chinese(runs, known), _in_english(runs, known))


def _in_chinese(runs: Sequence[Sequence[Month]], year: int | None) -> str:
    said = []
    for run in runs:
        first, last = run[0], run[-1]
        head = "" if first.year == year else f"{first.year}年"
        said.append(f"{head}{first.number}月" if first == last else f"{head}{first.number}–{last.number}月")
        year = first.year
    return "、".join(said)


def _in_english(runs: Sequence[Sequence[Month]], known: int | None) -> str:
    said = []
    for at, run in enumerate(runs):
        names = [month.label(Lang.EN).split()[0] for month in (run[0], run[-1])]
        following = runs[at + 1][0].year if at + 1 < len(runs) else known
        tail = "" if following == run[0].year else f" {run[0].year}"
        said.append("–".join(dict.fromkeys(names)) + tail)
    return ", ".join(said)


def filled(text: Text, **details: object) -> Text:
    """`text` with its places filled in both languages."""
    return Text(text.say(Lang.ZH, **details), text.say(Lang.EN, **details))
