"""The few figures of each step that a first look needs, read from the result's own document."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from salescli.measure.metric import figure, measure_of
from salescli.measure.money import grouped
from salescli.measure.ratio import percent
from salescli.table.outcome import Outcome
from salescli.table.problem import Severity
from salescli.words import demo as words
from salescli.words.language import Lang
from salescli.words.track import ACCOUNT_LINE

Document = Mapping[str, Any]


def key_figures(outcome: Outcome[Any], lang: Lang) -> list[str]:
    """A few lines on what a step found."""
    return [] if outcome.result is None else list(TELLERS[outcome.command](outcome.result.document(), lang))


def finding_counts(outcome: Outcome[Any], lang: Lang) -> str:
    """How many errors, warnings and notes there are, the kinds of which there are none left out."""
    counts = {severity: sum(item.severity is severity for item in outcome.problems) for severity in Severity}
    return words.DOT.join(words.COUNTS[kind.value].say(lang, count=count) for kind, count in counts.items() if count)


def _check(result: Document, lang: Lang) -> Iterable[str]:
    tables = result["tables"]
    rows = sum(table["rows"] for table in tables)
    files = len({table["file"] for table in tables})
    yield words.CHECKED.say(lang, files=files, tables=len(tables), rows=rows)


def _split(result: Document, lang: Lang) -> Iterable[str]:
    yield words.DOT.join(
        f"{goal['metric']} {figure(Decimal(goal['target']), measure_of(goal['metric'], None), None, lang)}"
        for goal in result["goals"]
    )
    leaves, checks = result["leaves"], result["checks"]
    people = len({(leaf["employee_id"], leaf["person"]) for leaf in leaves})
    held = sum(check["ok"] for check in checks)
    yield words.SPLIT.say(lang, leaves=len(leaves), people=people, held=held, checks=len(checks))


def _track(result: Document, lang: Lang) -> Iterable[str]:
    totals, account = result["totals"], result["account"]
    yield words.TRACKED.say(
        lang,
        target=grouped(Decimal(totals["target"])),
        actual=grouped(Decimal(totals["actual"])),
        achievement=_percent(totals["achievement"]),
        variance=grouped(Decimal(totals["variance"]), signed=True),
    )
    yield ACCOUNT_LINE.say(lang, **account)
    missing = tuple(f"{item['person']} {item['week']}" for item in result["missing"])
    late = tuple(f"{item['person']} {item['week']}" for item in result["late"])
    yield words.PUNCTUAL.say(lang, missing=missing or words.NONE, late=late or words.NONE)


def _analyze(result: Document, lang: Lang) -> Iterable[str]:
    measured = [item for item in result["metrics"] if item["achievement"] is not None]
    for metric in measured:
        if metric["scope"] == "team":
            yield words.METRIC.say(
                lang,
                metric=metric["metric"],
                achievement=_percent(metric["achievement"]),
                mom=_change(metric["mom"]),
                yoy=_change(metric["yoy"]),
            )
    for cut, label in words.CUTS.items():
        parts = tuple(_part(item) for item in measured if item["scope"].startswith(f"{cut}:"))
        if parts:
            yield words.BY_CUT.say(lang, cut=label, parts=parts)
    if result["status"]:
        gaps = tuple(f"{item['metric']} {_percent(item['gap_rate'])}" for item in result["status"])
        yield words.GAPS.say(lang, gaps=gaps)


def _part(metric: Document) -> str:
    return f"{metric['scope'].partition(':')[2]} {_percent(metric['achievement'])}"


def _payout(result: Document, lang: Lang) -> Iterable[str]:
    people = result["people"]
    paid = [one for one in people if Decimal(one["total"]) > 0]
    yield words.PAID.say(
        lang,
        period=result["period"],
        paid=len(paid),
        people=len(people),
        total=grouped(Decimal(result["total"])),
        rate=_percent(result["cost_rate"]),
    )
    best = sorted(paid, key=lambda one: -Decimal(one["total"]))[:SHOWN]
    yield words.BEST_PAID.say(lang, best=tuple(f"{one['person']} {grouped(Decimal(one['total']))}" for one in best))


def _review(result: Document, lang: Lang) -> Iterable[str]:
    rows = {item["name"]: item["rows"] for item in result["sections"]}
    for part in rows["achievement"]:
        if not (part["month"] or part["region"] or part["person"]):
            yield words.REVIEWED.say(lang, period=result["period"], achievement=_percent(part["achievement"]))
    overdue = tuple(item["strategy"] for item in rows["strategies"] if item["overdue"])
    yield words.STRATEGIES.say(lang, count=len(rows["strategies"]), overdue=overdue or words.NONE)
    carried = sum(item["carried"] for item in rows["actions"])
    yield words.ACTIONS.say(lang, count=len(rows["actions"]), carried=carried)


TELLERS: Final[Mapping[str, Callable[[Document, Lang], Iterable[str]]]] = {
    "check": _check,
    "split": _split,
    "track": _track,
    "analyze": _analyze,
    "payout": _payout,
    "review": _review,
}
SHOWN: Final = 3
"""People that are named; the workbook has them all."""


def _percent(text: str | None) -> str:
    return "—" if text is None else percent(Fraction(text))


def _change(text: str | None) -> str:
    return "—" if text is None else percent(Fraction(text), signed=True)
