"""The project's Markdown, as the tests look at it: pages, links, headings, and the commands they show."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def pages() -> list[Path]:
    """Every page of the project."""
    folders = [ROOT / name for name in ("docs", "examples", "templates", "benchmarks")]
    return sorted([*ROOT.glob("*.md"), *(page for folder in folders for page in folder.rglob("*.md"))])


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return [content for name, content in _FENCE.findall(text(page)) if name == language]


def links(page: Path) -> list[str]:
    """The targets of the links and pictures outside of fenced blocks that lead to files of the project."""
    found = _LINK.findall(_FENCE.sub("", text(page)))
    return [target for target in found if not re.match(r"[a-z]+:", target)]


def anchors(page: Path) -> set[str]:
    """The names that links to the headings of a page use."""
    headings = _HEADING.findall(_FENCE.sub("", text(page)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def commands(page: Path) -> Iterator[list[str]]:
    """The words of every `salescli …` line in the shell blocks of a page, remarks left out."""
    for block in blocks(page, "sh"):
        for line in block.splitlines():
            for part in line.partition("  #")[0].split("&&"):
                words = part.removeprefix("$ ").split()
                if words[:1] == ["salescli"]:
                    yield words[1:]
