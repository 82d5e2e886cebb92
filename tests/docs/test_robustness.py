"""The page of promises: every line names the tests that hold it, and these are there and not empty."""

import re

import pytest

from tests.docs.pages import DOCS, ROOT, text

PAGE = text(DOCS / "robustness.md")
PROMISES = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| Promise")]


def test_there_are_promises_of_reading_refusing_and_writing() -> None:
    assert re.findall(r"^## (.+)$", PAGE, re.MULTILINE)[:3] == [
        "Read as they come",
        "Refused, with one clear line",
        "Nothing lost",
    ]
    assert len(PROMISES) > 20


@pytest.mark.parametrize("promise", PROMISES, ids=lambda line: line[2:42])
def test_a_promise_is_held_by_tests_that_are_there(promise: str) -> None:
    named = re.findall(r"`(tests/[^`]+)`", promise.rsplit(" | ", maxsplit=1)[-1])
    assert named
    for name in named:
        files = [ROOT / name] if name.endswith(".py") else sorted((ROOT / name).glob("test_*.py"))
        assert files
        assert all("\ndef test_" in text(file) or "    def test_" in text(file) for file in files), name
