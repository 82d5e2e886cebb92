"""The foot of the tracking screen: the account of rows, what was left out and of whom, who is missing and late."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from salescli.words import orders as ledger_words
from salescli.words import outlook as ahead_words
from salescli.words import track as words
from salescli.words.language import Lang
from salescli.words.language import Text as Words

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from salescli.measure.period import Week
    from salescli.track.punctual import Late, Missing
    from salescli.track.result import TrackResult

NOT_KNOWN: Final = "—"


def rows(result: "TrackResult", lang: Lang) -> "Iterable[RenderableType]":
    """The account, the ledgers, and the absences by name."""
    from salescli.cli.flow import Flow

    account = result.account
    first, *others = words.ACCOUNT_LINE.say(lang, **account.document()).split(" + ")
    parts = [first, *(part for part in others if not part.endswith(" 0"))]
    yield Flow("", parts, separator=" + ", style="dim" if account.read == account.merged else "default")
    yield from _left_out(result, lang)
    for said, troubled in _ledgers(result, lang):
        label, *rest = said.split("：" if lang is Lang.ZH else ": ", 1)
        yield Flow(label, " ".join(rest).split(" · "), style="yellow" if troubled else "default", more=_more(lang))
    if result.as_of is not None:
        yield from _absences(result, lang)
    if result.outlook is not None and result.outlook.selfcheck is not None and result.outlook.selfcheck.missing:
        missing = result.outlook.selfcheck.missing
        said = ahead_words.CHECK_MISSING_COUNT.say(lang, count=len(missing))
        people = _by_person((item.who.called, item.week) for item in missing)
        yield Flow(said, people, label_style="bold yellow", more=_more(lang))


def _left_out(result: "TrackResult", lang: Lang) -> "Iterable[RenderableType]":
    """The people whose rows were left out for a reason that somebody has to mend, with their sales."""
    from rich.text import Text

    from salescli.cli.flow import Flow
    from salescli.measure.money import grouped
    from salescli.track.account import Reason

    kinds = [
        (reason.word, [item for item in result.excluded if item.reason is reason])
        for reason in (Reason.UNKNOWN, Reason.INVALID)
    ]
    kinds.append((words.UNPLANNED_SHORT, [item for item in result.excluded if item.unplanned]))
    for word, items in kinds:
        sums: dict[str, list[Decimal]] = {}
        for item in items:
            sums.setdefault(item.person or _place(item.place.file, item.row), []).append(item.sales or Decimal(0))
        parts = [Text(_sum(name, grouped(sum(amounts, Decimal(0))))) for name, amounts in sums.items()]
        if parts:
            label = Text(word.say(lang)).plain
            yield Flow(label, parts, label_style="bold yellow", more=_more(lang))


def _sum(name: str, amount: str) -> str:
    return name if amount == "0" else f"{name} {amount}"


def _place(file: str | None, row: int | None) -> str:
    from pathlib import Path

    return f"{Path(file or '').name}:{row or ''}"


def _more(lang: Lang) -> "Callable[[int], str]":
    """How many there are that a line has no room for; the workbook has them all."""
    return lambda count: words.AND_MORE.say(lang, count=count)


def _absences(result: "TrackResult", lang: Lang) -> "Iterable[RenderableType]":
    """Who owes a report, by person with their weeks, and whose came late; one of each shares a line."""
    from rich.text import Text

    from salescli.cli.flow import Flow

    both: tuple[tuple[Sequence[Missing | Late], Words], ...] = (
        (result.missing, words.MISSING_COUNT),
        (result.late, words.LATE_COUNT),
    )
    if not result.missing and not result.late:
        yield Flow("", [word.say(lang, count=0) for _, word in both], style="green")
        return
    named = [
        (word.say(lang, count=len(items)), _by_person((str(item.person), item.week) for item in items))
        for items, word in both
    ]
    if all(len(people) == 1 for _, people in named):
        yield Flow("", [Text.assemble((said, "bold yellow"), "  ", people[0]) for said, people in named])
        return
    for said, people in named:
        if people:
            yield Flow(said, people, label_style="bold yellow", more=_more(lang))


def _by_person(items: "Iterable[tuple[str, Week]]") -> "list[Text]":
    """Everybody with their weeks in order, of many the last three; who has most of them in front, of as many who has
    the latest."""
    from rich.text import Text

    weeks: dict[str, list[str]] = {}
    for name, week in sorted(items, key=lambda item: item[1], reverse=True):
        weeks.setdefault(name, []).append(f"{week.monday:%m-%d}")
    ordered = sorted(weeks.items(), key=lambda item: -len(item[1]))
    return [Text(f"{name} {'…' if len(own) > 3 else ''}{' '.join(reversed(own[:3]))}") for name, own in ordered]


def _ledgers(result: "TrackResult", lang: Lang) -> Iterable[tuple[str, bool]]:
    """The orders in one line, each reconciliation in one, and whether there is something to look into."""
    from salescli.measure.money import grouped
    from salescli.measure.ratio import percent
    from salescli.measure.rounding import plain
    from salescli.track.ledger_document import views_of
    from salescli.track.reconcile import Matter
    from salescli.track.spoken import month_spans

    if result.orders is not None:
        team = views_of(result.orders, result.reports, result.months)[0].figures
        figures = {
            "period": month_spans(result.told or result.months) if result.months else words.ALL_ROWS,
            "deals": team.deals,
            "amount": grouped(team.amount),
            "average": grouped(team.average) or NOT_KNOWN,
            "win_rate": percent(team.win_rate) or NOT_KNOWN,
            "repurchase": percent(team.repurchase) or NOT_KNOWN,
            "margin": percent(team.margin) or NOT_KNOWN,
            "cycle": NOT_KNOWN if team.cycle is None else ledger_words.DAYS.say(lang, days=plain(team.cycle, 1)),
            "pending": team.pending,
        }
        yield ledger_words.ORDERS_LINE.say(lang, **figures), team.pending > 0
    for matter in Matter:
        found = [item for item in result.compared if item.matter is matter]
        if found:
            differing = sum(not item.agrees for item in found)
            counts = {"matter": matter.word, "differing": differing, "compared": len(found)}
            yield ledger_words.RECONCILE_LINE.say(lang, **counts), differing > 0
