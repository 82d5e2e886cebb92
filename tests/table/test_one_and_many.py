"""English tells one from many: every wording with a count in it, said of one and of many."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from string import Formatter

import pytest

import salescli
from salescli.table.problem import CODES
from salescli.words.language import Lang, Text

# Places for names, dates, amounts and numbers of rows: a verb after them says nothing of a count.
NEVER_COUNTS = {
    *("amount", "column", "day", "dimension", "found", "key", "last", "line", "member", "month", "months", "name"),
    *("names", "other", "period", "person", "place", "region", "row", "score", "since", "week", "year"),
}

# Words that end as plurals do, and are none.
SINGULAR = {
    *("as", "attains", "belongs", "carries", "closes", "does", "earns", "ends", "gives", "goes", "has", "holds"),
    *("is", "its", "lacks", "less", "lies", "looks", "names", "needs", "passes", "perhaps", "plans", "reaches"),
    *("repeats", "says", "serves", "states", "stands", "stays", "takes", "this", "unless", "uses", "was"),
}

AFTER_ONE = re.compile(r"(?<![\w.,:])1((?: (?:[a-z][a-z-]*|~)){1,3})")

CHOSEN = re.compile(r"\{\w+:[^{}]*\|[^{}]*\}")
"""Words that are chosen by a count."""


def wordings() -> Iterator[tuple[str, str]]:
    """Every English wording with places in it, with where it is declared."""
    for module in pkgutil.walk_packages(salescli.__path__, "salescli."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                yield from ((f"{module.name}.{name}", text.en) for text in texts_in(value) if "{" in text.en)
    for code in CODES.values():
        yield from ((code.name, text.en) for text in (code.message, code.remedy) if "{" in text.en)


def texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts_in(item)


def places(wording: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(wording) if name}


def amiss_after_one(said: str) -> list[str]:
    """What follows a 1 as it should follow a 2; behind words that were chosen, the verb alone can be amiss."""
    return [
        found[0]
        for found in AFTER_ONE.finditer(said)
        for words in [found[1].split()]
        for at, word in enumerate(words)
        if word in ("are", "were") or ("~" not in words[:at] and is_plural(word))
    ]


def is_plural(word: str) -> bool:
    return word == "people" or (word.endswith("s") and word not in SINGULAR)


def test_no_wording_says_1_rows() -> None:
    amiss: list[str] = []
    for where, wording in wordings():
        for place in places(wording) - NEVER_COUNTS:
            details = {name: "1" if name == place else "X" for name in places(wording)}
            said = Text("", CHOSEN.sub("~", wording)).say(Lang.EN, **details)
            amiss += [f"{where}, {place}: {found}" for found in amiss_after_one(said)]
    assert "\n".join(amiss) == ""


def test_forms_are_of_a_place_that_is_told() -> None:
    """A form chooses by the words of its own place, so a misspelt place would fail only when it is said."""
    told = {where: wording for where, wording in wordings() if "|" in wording}
    assert len(told) > 50
    for where, wording in told.items():
        forms = {name for _, name, form, _ in Formatter().parse(wording) if form}
        plain = {name for _, name, form, _ in Formatter().parse(wording) if name and not form}
        assert forms <= plain, where


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (1, "1 row is hidden"),
        ("1", "1 row is hidden"),
        (0, "0 rows are hidden"),
        (2, "2 rows are hidden"),
        ("1,001", "1,001 rows are hidden"),
    ],
)
def test_one_and_many(rows: object, said: str) -> None:
    pattern = Text("{rows} 行隐藏", "{rows} {rows:row is|rows are} hidden")
    assert pattern.say(Lang.EN, rows=rows) == said
    assert pattern.say(Lang.ZH, rows=rows) == f"{rows} 行隐藏"
    assert pattern.of_many == Text("{rows} 行隐藏", "{rows} rows are hidden")
