"""Which files the reports are: files, folders and patterns become one sorted list, each file once.

Patterns are expanded here and not left to the shell, so that a command line reads the same on Windows. The
order in which the arguments were given never matters.
"""

from collections.abc import Iterable
from glob import glob, has_magic
from pathlib import Path
from typing import Final

from salescli.table.codes import track as codes
from salescli.table.errors import CannotRun
from salescli.table.problem import Place, Problem, problem

READABLE: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods", ".csv")
"""Endings of the files that are taken from a folder; a file named outright is read whatever it is called."""

LOCK_FILE: Final = "~$"
"""How Office begins the name of the lock it lays beside an open workbook."""


def report_files(given: Iterable[str | Path], *, apart_from: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Every report named by `given`, sorted by path. Folders are searched with their subfolders.

    Lock files and hidden files are passed over, and in folders and patterns so are the files `apart_from`
    (the plan, and the output of an earlier run). Raises CannotRun, naming every folder or pattern that gives
    nothing.
    """
    lying = Lying()
    excluded = {path.resolve() for path in apart_from}
    found: dict[Path, Path] = {}
    barren: list[Problem] = []
    for argument in map(str, given):
        path = Path(argument)
        if path.is_dir():
            files = [item for item in path.rglob("*") if _is_report(item, path) and lying.at(item) not in excluded]
            refusal = codes.EMPTY_FOLDER
        elif has_magic(argument) and not path.exists():
            matches = map(Path, glob(argument, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute pattern
            files = [item for item in matches if item.is_file() and not _is_lock(item)]
            files = [item for item in files if lying.at(item) not in excluded]
            refusal = codes.NO_MATCH
        else:
            files, refusal = [path], codes.NO_MATCH
        if not files:
            barren.append(problem(refusal, Place(argument), path=argument, kinds=READABLE))
        for item in sorted(files):
            found.setdefault(lying.at(item), item)
    if barren:
        raise CannotRun(barren)
    return tuple(found[path] for path in sorted(found))


class Lying:
    """Where files lie, symbolic links followed; the folder that many of them lie in is looked up once."""

    def __init__(self) -> None:
        self._folders: dict[Path, Path] = {}

    def at(self, path: Path) -> Path:
        """What :meth:`Path.resolve` gives."""
        if path.name in ("", "..") or path.is_symlink():
            return path.resolve()
        folder = path.parent
        if (known := self._folders.get(folder)) is None:
            known = self._folders[folder] = folder.resolve()
        return known / path.name


def _is_report(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and not _is_lock(path) and path.suffix.lower() in READABLE and path.is_file()


def _is_lock(path: Path) -> bool:
    return path.name.startswith(LOCK_FILE)
