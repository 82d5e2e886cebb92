"""The bytes of an input file, read once; whatever stands in the way is said of the path the user gave."""

import os
import stat
from pathlib import Path
from typing import Final

from salescli.excel.reading.suspect import Limits
from salescli.table.codes import files as codes
from salescli.table.errors import UnusableFile
from salescli.table.problem import Code, Place, problem

_NEAR: Final = 75
"""Similarity (rapidfuzz ratio, 0 to 100) from which another file's name is worth suggesting."""
_LOOKED_AT: Final = 2_000


def fetch(path: Path, limits: Limits, at: Path | None = None) -> bytes:
    """Read a regular file of at most `limits.max_file_bytes`, which lies `at` another place when given.

    Raises UnusableFile, which names `path`.
    """
    place = at or path
    if path.name.startswith("~$"):
        raise _refusal(path, codes.LOCK_FILE, near=path.with_name(path.name.removeprefix("~$")))
    try:
        found = place.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _refusal(path, codes.NOT_A_FILE)
        with place.open("rb") as stream:
            data = stream.read(min(found.st_size, limits.max_file_bytes) + 1)
            if len(data) > found.st_size:  # it has grown meanwhile, or is one whose size nothing tells
                data += stream.read(limits.max_file_bytes + 1 - len(data))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _missing(path, place) from error
    except PermissionError as error:
        raise _refusal(path, codes.NO_PERMISSION) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refusal(path, codes.UNREADABLE, reason=reason) from error
    if not data:
        raise _refusal(path, codes.EMPTY_FILE)
    if len(data) > limits.max_file_bytes:
        raise _refusal(path, codes.FILE_TOO_LARGE, limit=limits.max_file_bytes >> 20)
    return data


def _refusal(path: Path, code: Code, **details: object) -> UnusableFile:
    return UnusableFile([problem(code, Place(str(path)), path=path, **details)])


def _missing(path: Path, place: Path) -> UnusableFile:
    near = _near_name(place)
    if near is None:
        return _refusal(path, codes.FILE_MISSING)
    return _refusal(path, codes.FILE_MISSING_NEAR, near=path.with_name(near))


def _near_name(path: Path) -> str | None:
    """The file of the same folder whose name is most like the one asked for."""
    from itertools import islice

    from rapidfuzz import fuzz, process

    try:
        with os.scandir(path.parent) as entries:
            names = sorted(
                entry.name for entry in islice(entries, _LOOKED_AT) if not entry.name.startswith(("~$", "."))
            )
    except OSError:
        return None
    best = process.extractOne(path.name, names, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return None if best is None else best[0]
