"""Write the reference pages from the declarations, or check that they still say what the declarations say.

::

    python docs/generate.py             # writes docs/tables.md, problems.md, cli.md and configuration.md
    python docs/generate.py --check     # writes nothing; exits 1 and names the pages that have drifted
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from pages import cli, configuration, problems, tables

HERE: Final = Path(__file__).resolve().parent

PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "tables.md": tables.page,
    "problems.md": problems.page,
    "cli.md": cli.page,
    "configuration.md": configuration.page,
}


def drifted(folder: Path) -> list[str]:
    """The pages in `folder` that are missing or differ from what would be written now."""
    return [name for name, page in PAGES.items() if _content(folder / name) != page()]


def write(folder: Path) -> None:
    """Write every page to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8", newline="\n")


def main() -> int:
    """Write or check; the exit code."""
    parser = argparse.ArgumentParser(description="Write the reference pages from the declarations.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a page has drifted")
    parser.add_argument("--into", type=Path, default=HERE, metavar="FOLDER", help="the folder of the pages")
    arguments = parser.parse_args()
    if not arguments.check:
        write(arguments.into)
        return 0
    stale = drifted(arguments.into)
    for name in stale:
        print(f"{name} has drifted from the program: run python docs/generate.py", file=sys.stderr)
    return 1 if stale else 0


def _content(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
