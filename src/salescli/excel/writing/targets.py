"""Whether a file may be written where it was asked for, and what to say when it may not."""

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from salescli.table.codes import outputs as codes
from salescli.table.errors import CannotWrite
from salescli.table.problem import Code, Place, problem

_FULL = {errno.ENOSPC, errno.EDQUOT}
_LOCKED_BY_WINDOWS = {32, 33}  # a sharing violation, a lock violation


def check_target(path: Path, *, force: bool, inputs: Sequence[Path], others: Sequence[Path] = ()) -> None:
    """Raise CannotWrite unless `path` may be written: not an input, not twice, not open, not in the way."""
    with cannot_write(path, inputs):
        place, known = Place(str(path)), {"path": path, "suggestion": free_name(path, inputs)}
        if any(same_file(path, read) for read in inputs):
            raise _refusal(codes.OUTPUT_IS_INPUT, place, **known)
        if sum(same_file(path, other) for other in others) > 1:
            raise _refusal(codes.OUTPUT_TWICE, place, **known)
        if path.exists() and not path.is_file():
            raise _refusal(codes.OUTPUT_NOT_A_FILE, place, path=path, suggestion=_inside(path, inputs))
        if (lock := open_lock(path)) is not None:
            raise _refusal(codes.OUTPUT_OPEN, place, lock=lock.name, **known)
        if path.exists() and not force:
            raise _refusal(codes.OUTPUT_EXISTS, place, **known)


def _refusal(code: Code, place: Place, **details: object) -> CannotWrite:
    return CannotWrite([problem(code, place, **details)])


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths are one file, by whatever names; also for files that do not exist yet."""
    try:
        return one.samefile(other)
    except FileNotFoundError:
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


def open_lock(path: Path) -> Path | None:
    """The lock file that Excel, WPS or LibreOffice keeps beside a workbook it has open."""
    target = Path(os.path.realpath(path))
    locks = (target.with_name(name.format(target.name)) for name in ("~${}", ".~{}", ".~lock.{}#"))
    return next((lock for lock in locks if os.path.exists(lock)), None)  # noqa: PTH110  # False when too long a name


def free_name(path: Path, inputs: Iterable[Path] = ()) -> Path:
    """The first of ``name-2``, ``name-3``… that is free, not open, and no input."""
    read = tuple(inputs)
    for number in count(2):
        other = path.with_name(f"{path.stem}-{number}{path.suffix}")
        if not os.path.lexists(other) and open_lock(other) is None and other not in read:
            return other
    raise AssertionError("count() never ends")


def _inside(path: Path, inputs: Sequence[Path]) -> Path:
    """A file to suggest to someone who named a folder."""
    if not path.is_dir():
        return free_name(path, inputs)
    wanted = path / "salescli.xlsx"
    return free_name(wanted, inputs) if wanted.exists() else wanted


@contextmanager
def cannot_write(path: Path, inputs: Sequence[Path] = (), making: Path | None = None) -> Iterator[None]:
    """Any OSError inside becomes a CannotWrite that says what to do; `making` is a folder being made."""
    try:
        yield
    except OSError as error:
        raise _told(error, path, inputs, making) from error


def _told(error: OSError, path: Path, inputs: Sequence[Path], making: Path | None) -> CannotWrite:
    place, reason = Place(str(path)), error.strerror or type(error).__name__
    if error.errno in _FULL:
        return _refusal(codes.DISK_FULL, place, path=path)
    if making is not None:
        return _refusal(codes.NO_FOLDER, place, folder=making, reason=reason)
    if isinstance(error, PermissionError) or getattr(error, "winerror", None) in _LOCKED_BY_WINDOWS:
        if path.exists() and os.access(path.parent, os.W_OK):
            return _refusal(codes.OUTPUT_DENIED, place, path=path, suggestion=free_name(path, inputs))
        return _refusal(codes.FOLDER_DENIED, place, folder=path.parent)
    if isinstance(error, NotADirectoryError):
        return _refusal(codes.NO_FOLDER, place, folder=path.parent, reason=reason)
    return _refusal(codes.WRITE_FAILED, place, path=path, reason=reason)
