"""Computed rows renewed, handwriting kept: the one rule for every sheet that people write in.

A row the program made is found again by its key; its computed cells are renewed and the cells that are people's
own stay word for word. A row that people added stays as it is. A computed row that is no longer due goes, unless
somebody wrote in it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from salescli.review.notebooks import Notebook, NoteRow, NoteT
from salescli.table.codes import review as codes
from salescli.table.kind import normal
from salescli.table.problem import Problem, problem
from salescli.words import improve as words

COMPUTED: Final = frozenset(normal(word) for word in words.COMPUTED)


def carried_on(fresh: Sequence[NoteT], earlier: Sequence[NoteT], book: Notebook[NoteT]) -> tuple[NoteT, ...]:
    """`fresh` with what people wrote into the same rows, then the rows of theirs, then older ones they wrote in."""
    groups = _groups(earlier, book)
    renewed = [_with_handwriting(row, groups.pop(_key(row, book), ()), book) for row in fresh]
    added = _unlike(row for row in earlier if not _computed(row) and _filled(row, tuple(book.table.by_key)))
    older = [_with_handwriting(rows[0], rows[1:], book) for rows in groups.values()]
    return (*renewed, *added, *(row for row in older if row.own or _filled(row, book.telling)))


def written_differently(earlier: Sequence[NoteT], book: Notebook[NoteT]) -> Iterator[Problem]:
    """Cells of one row that two workbooks fill differently: which of them counts is not to be guessed."""
    for key, rows in _groups(earlier, book).items():
        for name in book.free:
            filled = [row for row in rows if getattr(row, name)]
            for row in filled[1:]:
                if getattr(row, name) != getattr(filled[0], name):
                    what = " ".join(part for part in (*key, book.table.label(name).zh) if part)
                    details = {"table": book.table.title, "what": what, "other": filled[0].at(name)}
                    yield problem(codes.GIVEN_DIFFERENTLY, row.at(name), **details)


def _groups(earlier: Sequence[NoteT], book: Notebook[NoteT]) -> dict[tuple[str, ...], list[NoteT]]:
    groups: defaultdict[tuple[str, ...], list[NoteT]] = defaultdict(list)
    for row in earlier:
        if _computed(row):
            groups[_key(row, book)].append(row)
    return groups


def _with_handwriting(row: NoteT, earlier: Sequence[NoteT], book: Notebook[NoteT]) -> NoteT:
    """What is written earlier wins over a suggestion; an earlier row's blank stays its suggestion."""
    update: dict[str, Any] = {}
    for name in book.free:
        written = next((value for one in earlier if (value := getattr(one, name))), None)
        if written is not None:
            update[name] = written
    renewed = row.model_copy(update=update)
    renewed.by_hand(name for one in earlier for name in one.own)
    return renewed


def _unlike(rows: Iterator[NoteT]) -> Iterator[NoteT]:
    """The rows that differ: one workbook may be given together with its copy."""
    seen: list[dict[str, Any]] = []
    for row in rows:
        content = row.model_dump()
        if content not in seen:
            seen.append(content)
            yield row


def _computed(row: NoteRow) -> bool:
    """Whether the program made the row. A table without a source column only has such rows."""
    return not hasattr(row, "origin") or normal(row.origin or "") in COMPUTED


def _key(row: NoteT, book: Notebook[NoteT]) -> tuple[str, ...]:
    return tuple(normal(getattr(row, name) or "") for name in book.table.key)


def _filled(row: NoteRow, keys: Sequence[str]) -> bool:
    return any(getattr(row, key) for key in keys)
