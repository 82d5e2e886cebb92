"""The hand-written pages: set-up commands are complete, commands and options exist, links lead somewhere."""

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from salescli.cli.app import app
from tests.docs.pages import DOCS, ROOT, anchors, blocks, commands, links, pages, text

PROGRAM: Any = get_command(app)
READMES = (ROOT / "README.md", ROOT / "README.zh.md")
SHOWING_COMMANDS = (*READMES, DOCS / "guide.md", DOCS / "guide.zh.md")


def options(command: Any) -> set[str]:
    return {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)} | {"--help"}


def identifier(page: Path) -> str:
    return str(page.relative_to(ROOT))


def test_the_readme_has_one_command_to_try_it_and_one_to_test_it() -> None:
    lines = [line for line in text(ROOT / "README.md").splitlines() if re.match(r"(\$ )?pip install .*&&", line)]
    shown = [line.removeprefix("$ ") for block in blocks(ROOT / "README.md", "sh") for line in block.splitlines()]
    demo, test = lines
    assert demo.removeprefix("$ ") == "pip install . && salescli demo"
    assert re.fullmatch(r'(\$ )?pip install "\.\[dev\]" && (python -m )?pytest( -n auto)?', test)
    assert {line.removeprefix("$ ") for line in lines} <= set(shown)


@pytest.mark.parametrize("page", READMES, ids=identifier)
def test_each_readme_lists_every_command(page: Path) -> None:
    listed = re.findall(r"^\| `salescli (\w+)", text(page), re.MULTILINE)
    assert listed == list(PROGRAM.commands)


@pytest.mark.parametrize("page", SHOWING_COMMANDS, ids=identifier)
def test_the_commands_that_are_shown_exist_with_their_options(page: Path) -> None:
    shown = list(commands(page))
    assert shown
    for words in shown:
        name = next((word for word in words if word in PROGRAM.commands), None)
        assert name, f"no command in: salescli {' '.join(words)}"
        at = words.index(name)
        for part, command in ((words[:at], PROGRAM), (words[at:], PROGRAM.commands[name])):
            used = {word for word in part if word.startswith("-")}
            assert used <= options(command), f"salescli {' '.join(words)}"


@pytest.mark.parametrize("page", pages(), ids=identifier)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        target, _, anchor = link.partition("#")
        file = page if not target else (page.parent / target).resolve()
        assert file.exists(), f"{link} leads nowhere"
        assert file.is_relative_to(ROOT), f"{link} leads out of the project"
        if anchor:
            assert anchor in anchors(file), f"{link}: there is no such heading"


def test_the_pictures_are_small() -> None:
    pictures = list((DOCS / "images").glob("*.png"))
    assert pictures
    assert all(picture.stat().st_size < 200_000 for picture in pictures)


def test_every_page_of_the_documentation_is_in_its_index() -> None:
    index = {(DOCS / link).resolve() for link in links(DOCS / "README.md")}
    assert {page for page in DOCS.rglob("*.md") if page.name != "README.md"} <= index
