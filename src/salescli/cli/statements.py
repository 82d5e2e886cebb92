"""What ``salescli payout`` takes and shows beside the figures: statements, objections, the notice, paid periods."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from salescli.cli.options import told
from salescli.words import incentive as incentive_words
from salescli.words import payout as payout_words
from salescli.words import statements as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    from datetime import date

    from rich.console import RenderableType

    from salescli.payout.answers import ObjectionLog
    from salescli.payout.result import PayoutResult

Statements = Annotated[
    Path | None, typer.Option("--statements", metavar="DIR", help=told(words.STATEMENTS_HELP), show_default=False)
]
PasswordFile = Annotated[
    Path | None, typer.Option("--password-file", metavar="FILE", help=told(words.PASSWORD_HELP), show_default=False)
]
Objections = Annotated[
    Path | None, typer.Option("--objections", metavar="DIR", help=told(words.OBJECTIONS_HELP), show_default=False)
]
AsOf = Annotated[str | None, typer.Option("--as-of", help=told(words.AS_OF_HELP), show_default=False)]
Settled = Annotated[
    list[Path] | None, typer.Option("--settled", metavar="FILE", help=told(words.SETTLED_HELP), show_default=False)
]

Also = Annotated[
    list[Path] | None, typer.Option("--also", metavar="FILE", help=told(incentive_words.ALSO_HELP), show_default=False)
]
ScorecardUse = Annotated[
    Literal["off", "multiplier", "gate"] | None,
    typer.Option("--scorecard", help=told(incentive_words.SCORECARD_HELP), show_default=False),
]


def typed_day(text: str | None) -> "date | None":
    """The day of `--as-of` in any usual form; raises CannotRun."""
    from salescli.table.codes.statements import BAD_DAY
    from salescli.table.dates import DateKind
    from salescli.table.errors import CannotRun
    from salescli.table.kind import CellContext, CellError

    if text is None:
        return None
    try:
        return DateKind().parse(text, CellContext(report=lambda *_: None))
    except CellError:
        raise CannotRun.of(BAD_DAY, found=text) from None


def read_password(file: Path | None, *folders: Path | None) -> str | None:
    """The first line of `file`; raises CannotRun when it is no password, or there is nothing to protect."""
    from salescli.excel.protect import checked_password
    from salescli.table.codes.statements import EMPTY_PASSWORD, PASSWORD_ALONE
    from salescli.table.errors import CannotRun
    from salescli.table.problem import Place

    if file is None:
        return None
    if not any(folders):
        raise CannotRun.of(PASSWORD_ALONE)
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun.of(EMPTY_PASSWORD, Place(str(file))) from error
    return checked_password(lines[0] if lines else "")


def needed(tracking: Path | None, plan: Path | None) -> tuple[Path, Path]:
    """Both inputs of a payout; raises CannotRun when one was not given."""
    from salescli.table.codes.statements import NEEDS_TRACKING
    from salescli.table.errors import CannotRun

    if tracking is None or plan is None:
        raise CannotRun.of(NEEDS_TRACKING)
    return tracking, plan


def papers(result: "PayoutResult", lang: Lang) -> "Iterable[RenderableType]":
    """Corrections, the days of the notice, and how many statements there are."""
    from rich.text import Text

    from salescli.measure.money import grouped

    if (found := result.corrections) is not None:
        yield from _corrections(result, lang)
        details = {"count": len(found.lines), "total": grouped(found.total, signed=True)}
        if found.closed is not None:
            yield Text(words.SCREEN_CLOSED.say(lang, period=found.closed.period.label(lang), **details), style="bold")
        else:
            payable = grouped(result.total + found.total)
            yield Text(words.SCREEN_ADJUSTED.say(lang, payable=payable, **details), style="bold")
    if result.notice is not None and (dates := result.notice.dates) is not None:
        days = {"publish": dates.publish, "objections": dates.objections, "payment": dates.payment}
        yield Text(words.SCREEN_NOTICE.say(lang, **days))
    if result.statements:
        yield Text(words.SCREEN_STATEMENTS.say(lang, count=len(result.statements)))


def _corrections(result: "PayoutResult", lang: Lang) -> "Iterable[RenderableType]":
    from rich.text import Text

    from salescli.cli.render import grid
    from salescli.measure.money import grouped
    from salescli.payout.settled_tables import ADJUSTMENTS

    found = result.corrections
    if found is None or not found.lines:
        return
    keys = ("period", "person", "region", "paid", "amount", "reason", "change")
    table = grid([ADJUSTMENTS.label(key).say(lang) for key in keys], title=ADJUSTMENTS.sheet(lang), right=(3, 4))
    for line in found.lines:
        amount = Text(grouped(line.amount, signed=True), style="green" if line.amount > 0 else "red")
        who = (str(line.period), line.person.name, line.region, grouped(line.paid))
        table.add_row(*who, amount, line.reason.word.say(lang), line.why(lang))
    yield table


def objection_screen(log: "ObjectionLog", lang: Lang) -> "Iterable[RenderableType]":
    """The returned statements, objections first, and how many of each kind."""
    from rich.text import Text

    from salescli.cli.render import grid
    from salescli.measure.money import grouped
    from salescli.payout.answers import Answer
    from salescli.payout.objection_book import ANSWERS

    styles = {
        Answer.CONFIRMED: "green",
        Answer.OBJECTED: "red",
        Answer.UNCLEAR: "yellow",
        Answer.NONE: "yellow",
        Answer.MISSING: "yellow",
    }
    heads = (payout_words.PERSON, payout_words.REGION, words.TOTAL, words.STATE, words.OBJECTED)
    table = grid([head.say(lang) for head in heads], title=words.OBJECTION_LOG.say(lang), right=(2,))
    for one in log.returned:
        state = Text(ANSWERS[one.answer][0].say(lang), style=styles[one.answer])
        altered = f"（{words.ALTERED.say(lang)}）" if one.altered else ""
        table.add_row(one.receipt.person, one.receipt.region, grouped(one.receipt.total), state, one.text + altered)
    yield table
    counts = {
        "confirmed": log.count(Answer.CONFIRMED),
        "objected": log.count(Answer.OBJECTED),
        "unclear": log.count(Answer.UNCLEAR),
        "unanswered": log.count(Answer.NONE),
        "missing": log.count(Answer.MISSING),
    }
    yield Text(words.SCREEN_ANSWERS.say(lang, **counts), style="bold")
