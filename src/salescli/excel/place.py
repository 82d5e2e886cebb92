"""Putting finished files where they were asked for, so that a failure leaves the old ones as they were.

A file is written beside its target under another name, forced to the disk, and moved into place in one
step. Missing folders are made, and unmade again when the writing fails. What killed runs left there is removed.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from salescli.excel.drafts import REPLACED, beside, sweep
from salescli.excel.writing.targets import cannot_write, check_target

Write = Callable[[Path], None]


def place(path: Path, write: Write, *, force: bool = False, inputs: Iterable[Path] = ()) -> Path:
    """Have `write` make a file and move it to `path`; return `path`.

    An existing file is replaced only with `force`, an input never, and a file whose lock says it is open
    neither. A link is written through. Raises CannotWrite; whatever is raised, also by `write`, the old file
    is untouched and nothing is left behind.
    """
    place_all([(path, write)], force=force, inputs=inputs)
    return path


def place_all(
    files: Sequence[tuple[Path, Write]], *, force: bool = False, inputs: Iterable[Path] = ()
) -> tuple[Path, ...]:
    """Place several files as one: all are written before the first is moved, and a failed move undoes the
    ones before it. Return their paths in order. Otherwise as :func:`place`.
    """
    read = tuple(inputs)
    paths = tuple(path for path, _ in files)
    for path in paths:
        check_target(path, force=force, inputs=read, others=paths)
    with _folders(paths), _drafts(paths) as drafts:
        for (path, write), draft in zip(files, drafts, strict=True):
            with cannot_write(path, read):
                _draft(draft, write)
        for path in paths:  # once more: writing took time
            check_target(path, force=force, inputs=read, others=paths)
        _move_all(paths, drafts, read)
    return paths


def _draft(draft: Path, write: Write) -> None:
    draft.touch(exist_ok=False)  # with the permissions any new file gets
    write(draft)
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _drafts(paths: Iterable[Path]) -> Iterator[list[Path]]:
    """A name beside each target, hidden and unlike a workbook's; whatever is left of them is removed."""
    targets = [_real(path) for path in paths]
    sweep({target.parent for target in targets})
    drafts = [beside(target) for target in targets]
    try:
        yield drafts
    finally:
        for draft in drafts:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def _real(path: Path) -> Path:
    """Where a target truly is: a link stays a link, and what it points to is replaced."""
    return Path(os.path.realpath(path))


@contextmanager
def _folders(paths: Iterable[Path]) -> Iterator[None]:
    """Make the missing folders; remove those made if the block fails and they are empty."""
    made: list[Path] = []
    try:
        for path in paths:
            folder = _real(path).parent
            missing = [above for above in (folder, *folder.parents) if not above.exists()]
            for above in reversed(missing):
                with cannot_write(path, making=above):
                    above.mkdir(exist_ok=True)
                made.append(above)
        yield
    except BaseException:
        for above in reversed(made):
            with suppress(OSError):
                above.rmdir()
        raise


def _move_all(paths: Sequence[Path], drafts: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Move every draft to its target; when one fails, put back what the moves before it replaced."""
    kept: list[tuple[Path, Path | None]] = []
    try:
        for path, draft in zip(paths, drafts, strict=True):
            with cannot_write(path, inputs):
                target = _real(path)
                if len(paths) > 1:  # a single move happens or does not: there is nothing to undo
                    kept.append((target, _keep(target) if target.exists() else None))
                if target.exists():
                    shutil.copymode(target, draft)
                draft.replace(target)
                _sync_folder(target.parent)
    except BaseException:
        _put_back(kept, drafts)
        raise
    for _, old in kept:
        if old is not None:
            with suppress(OSError):
                old.unlink()


def _keep(target: Path) -> Path:
    """A second name for the file about to be replaced, or a copy where a file can have only one name."""
    old = beside(target, REPLACED)
    try:
        old.hardlink_to(target)
    except OSError:
        shutil.copy2(target, old)
    return old


def _put_back(kept: Sequence[tuple[Path, Path | None]], drafts: Sequence[Path]) -> None:
    for (target, old), draft in zip(kept, drafts, strict=False):
        with suppress(OSError):
            if draft.exists():  # it was not moved, so its target is as it was
                if old is not None:
                    old.unlink()
            elif old is not None:
                old.replace(target)
            else:
                target.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the move itself last; systems that cannot do this for a folder do it anyway."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
