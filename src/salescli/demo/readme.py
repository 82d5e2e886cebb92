"""The README of the example company, in both languages, from the same declarations as its files."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from salescli.demo.files import INPUTS, shown
from salescli.demo.flaws import FLAWS
from salescli.demo.write import Files
from salescli.words import demo as words
from salescli.words.language import Lang, Text

NAMES = {Lang.EN: Path("README.md"), Lang.ZH: Path("README.zh.md")}


def readmes(commands: Sequence[str]) -> Files:
    """Both READMEs; `commands` are the loop's command lines as seen from the example's folder."""
    return {path: _readme(commands, lang).encode() for lang, path in NAMES.items()}


def _readme(commands: Sequence[str], lang: Lang) -> str:
    def say(text: Text) -> str:
        return text.say(lang)

    files = [(f"`{shown(path)}`", say(about)) for path, about in INPUTS]
    flaws = [(f"`{flaw.file}`", say(flaw.what), say(flaw.handling)) for flaw in FLAWS]
    parts = (
        f"# {say(words.README_TITLE)}",
        say(words.README_INTRODUCTION),
        f"## {say(words.README_FILES)}",
        _table((words.README_FILE, words.README_ABOUT), files, lang),
        f"## {say(words.README_COMMANDS)}",
        say(words.README_RUN),
        "\n".join(("```sh", *commands, "```")),
        say(words.README_OUTPUTS),
        f"## {say(words.README_FLAWS)}",
        say(words.README_ON_PURPOSE),
        _table((words.README_FILE, words.README_WRONG, words.README_HANDLING), flaws, lang),
    )
    return "\n\n".join(parts) + "\n"


def _table(headers: Sequence[Text], rows: Iterable[Sequence[str]], lang: Lang) -> str:
    lines = [[header.say(lang) for header in headers], ["---"] * len(headers), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)
