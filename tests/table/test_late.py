"""A late pattern is the pattern it will be."""

import re

import pytest

from salescli.table.late import Late


def test_it_finds_what_the_compiled_one_finds() -> None:
    late, text = Late(r"(?P<sign>[a-c])\d", re.IGNORECASE), "x A1, b2, d3"
    now = re.compile(r"(?P<sign>[a-c])\d", re.IGNORECASE)
    for ask in ("match", "fullmatch", "search"):
        for given in (text, "A1", "", "b2 "):
            mine, theirs = getattr(late, ask)(given), getattr(now, ask)(given)
            assert (mine and mine.groupdict()) == (theirs and theirs.groupdict())
    assert late.match(text, 2) is not None
    assert [found[0] for found in late.finditer(text)] == ["A1", "b2"]
    assert late.findall(text) == ["A", "b"]
    assert late.split(text) == now.split(text)
    assert late.sub("-", text, 1) == now.sub("-", text, 1)
    assert late.sub("-", text) == now.sub("-", text)


def test_it_is_compiled_once_and_not_before_it_is_asked() -> None:
    broken = Late("(")
    with pytest.raises(re.error):
        broken.search("a")
    fine = Late("a")
    assert fine.now is fine.now
