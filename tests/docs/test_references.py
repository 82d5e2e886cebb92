"""The generated pages say what the program says."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from salescli.cli.app import app
from salescli.table.config import Config, known_keys, load_config
from tests.docs.pages import DOCS, ROOT, blocks, text


def generate(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(DOCS / "generate.py"), *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as they would be written now."""
    folder = tmp_path_factory.mktemp("docs")
    ran = generate("--into", str(folder))
    assert (ran.returncode, ran.stderr) == (0, "")
    return folder


def test_the_pages_have_not_drifted(fresh: Path) -> None:
    drifted = [page.name for page in fresh.iterdir() if text(DOCS / page.name) != text(page)]
    assert not drifted, f"run python docs/generate.py: {drifted}"


def test_a_drifted_page_is_named(fresh: Path, tmp_path: Path) -> None:
    for page in fresh.iterdir():
        (tmp_path / page.name).write_text(text(page), encoding="utf-8", newline="\n")
    with (tmp_path / "tables.md").open("a", encoding="utf-8") as file:
        file.write("one more line\n")
    (tmp_path / "problems.md").unlink()
    ran = generate("--check", "--into", str(tmp_path))
    assert ran.returncode == 1
    assert [line.split()[0] for line in ran.stderr.splitlines()] == ["tables.md", "problems.md"]


def test_every_command_and_option_is_documented() -> None:
    program: Any = get_command(app)
    page = text(DOCS / "cli.md")
    for name, command in program.commands.items():
        section = page.partition(f"\n## salescli {name}\n")[2].partition("\n## ")[0]
        assert section, f"{name} is not documented"
        for parameter in command.params:
            assert max(parameter.opts, key=len).lstrip("-") in section, f"{name} {parameter.opts}"


def test_the_complete_configuration_can_be_loaded_and_changes_nothing(tmp_path: Path) -> None:
    sample = blocks(DOCS / "configuration.md", "toml")[-1]
    (tmp_path / "salescli.toml").write_text(sample, encoding="utf-8")
    loaded = load_config(tmp_path / "salescli.toml")
    assert loaded.columns == {"业绩": "累计实际"}
    assert loaded.model_copy(update={"columns": {}}) == Config()


def test_the_complete_configuration_names_every_key() -> None:
    sample = blocks(DOCS / "configuration.md", "toml")[-1]
    for key in known_keys():
        section, _, name = key.partition(".")
        assert f"[{section}]" in sample
        assert f"{name} =" in sample
