"""An .xlsx or .xlsb package brought into one shape: known parts at known names, surveyed sheet by sheet."""

import posixpath
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, Protocol, TypeVar

from salescli.excel.reading.package import pack
from salescli.excel.reading.suspect import Suspect
from salescli.table.codes import files as codes
from salescli.table.kind import normal

_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STATED_COUNT: Final = re.compile(rb"uniqueCount\s*=\s*[\"'][^\"'<]*[\"']")
_CHART: Final = "chartsheet"
_NOT_OF_CELLS: Final = (_CHART, "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
_LINKS: Final = frozenset(("Relationship",))
_MOST_ELEMENTS: Final = 200_000
"""Excel itself stops at 65,490 cell formats, the most numerous of what is looked for."""
_REPEATED: Final = 64 << 10
"""Parts up to this size are worth remembering: other files have them too."""
_ESCAPED: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
_EMPTY_TYPES: Final = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


T = TypeVar("T")


class _Remembered(Protocol[T]):
    """A function whose results are kept, and the one that makes them."""

    __wrapped__: Callable[..., T]

    def __call__(self, *given: Hashable) -> T: ...


class Relation(NamedTuple):
    """A link from one part to another; `kind` is the last word of its type, `target` a part's name."""

    id: str
    kind: str
    target: str


class SheetEntry(NamedTuple):
    """A line of the workbook's list of sheets: `part` is None for a chart sheet or a broken link."""

    name: str
    kind: str
    part: str | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a package, found by name whatever the letter case."""

    suspect: Suspect
    names: Mapping[str, str]
    data: Mapping[str, bytes]

    @classmethod
    def of(cls, suspect: Suspect, data: Mapping[str, bytes]) -> "Parts":
        return cls(suspect, {name.lower(): name for name in data}, data)

    def get(self, name: str) -> bytes | None:
        """A part's content, or None."""
        exact = self.names.get(name.lower())
        return None if exact is None else self.data[exact]

    def need(self, name: str) -> bytes:
        """A part's content; raises UnusableFile when it is missing."""
        found = self.get(name)
        if found is None:
            raise self.suspect.refusal(codes.MISSING_PART, part=name)
        return found

    def relations(self, source: str) -> Sequence[Relation]:
        """The links of one part (``""`` for the package), with their targets resolved."""
        folder, name = _relations_part(source)
        return parsed(self.suspect, name, self.get(name) or b"<none/>", _links, folder)


@lru_cache(maxsize=64)
def _relations_part(source: str) -> tuple[str, str]:
    """The folder that a part's links start from, and the part that holds them."""
    folder, base = posixpath.split(source)
    return folder, posixpath.join(folder, "_rels", f"{base}.rels")


@lru_cache(maxsize=64)
def _links(data: bytes, folder: str) -> Sequence[Relation]:
    links = []
    for _, attributes in elements_of(data, _LINKS):
        if attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = attributes.get("Type", "").rsplit("/", 1)[-1]
            links.append(Relation(attributes.get("Id", ""), kind, path))
    return tuple(links)


def elements(
    suspect: Suspect, part: str, data: bytes, wanted: frozenset[str]
) -> Sequence[tuple[str, Mapping[str, str]]]:
    """The elements of the `wanted` names in order, with their attributes, both without their prefixes.

    Raises UnusableFile for a part that is no XML, or holds more of them than any program writes.
    """
    return parsed(suspect, part, data, elements_of, wanted)


def parsed(suspect: Suspect, part: str, data: bytes, parse: "_Remembered[T]", *more: Hashable) -> T:
    """What `parse` makes of a part's content, remembered for small parts: files of one program share them to the byte.

    Raises UnusableFile where :func:`elements_of` cannot go on.
    """
    from xml.parsers.expat import ExpatError

    try:
        return (parse if len(data) <= _REPEATED else parse.__wrapped__)(data, *more)
    except (ExpatError, OverflowError) as error:
        raise suspect.damaged(part) from error


@lru_cache(maxsize=64)
def elements_of(data: bytes, wanted: frozenset[str]) -> Sequence[tuple[str, Mapping[str, str]]]:
    """:func:`elements` of content; raises ExpatError, or OverflowError for too many."""
    from xml.parsers import expat

    found: list[tuple[str, dict[str, str]]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = tag.rsplit(" ", 1)[-1]
        if name in wanted:
            if len(found) == _MOST_ELEMENTS:
                raise OverflowError(name)
            found.append((name, {key.rsplit(" ", 1)[-1]: text for key, text in attributes.items()}))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.Parse(data, True)
    return found


def main_part(parts: Parts) -> str:
    """The name of the workbook part; raises UnusableFile for a package that is no workbook."""
    if parts.get(_TYPES) is None:
        raise parts.suspect.refusal(codes.MISSING_PART, part=_TYPES)
    named = next((link.target for link in parts.relations("") if link.kind == "officeDocument"), None)
    for name in (named, "xl/workbook.xml", "xl/workbook.bin"):
        if name is not None and parts.get(name) is not None:
            if not name.lower().endswith((".xml", ".bin")) or name.startswith(("word/", "ppt/")):
                raise parts.suspect.refusal(codes.NOT_A_WORKBOOK)
            return name
    raise parts.suspect.refusal(codes.MISSING_PART, part=named or "xl/workbook.xml")


def shaped(parts: Parts, main: bytes, links: Sequence[Relation], sheets: Mapping[str, bytes], *, suffix: str) -> bytes:
    """The package the reader gets: `main` as its workbook, strings, styles and the surveyed sheets, nothing else.

    All parts lie where Excel puts them, since the reader follows fewer paths than the format allows. Sheets
    that are not made of cells become chart sheets, which it passes over.
    """
    book = Relation("rId1", "officeDocument", f"xl/workbook.{suffix}")
    shape = {_TYPES: _EMPTY_TYPES, "_rels/.rels": _written((book,)), book.target: main}
    kept = []
    for number, link in enumerate(links, 1):
        if link.kind in _NOT_OF_CELLS:
            kept.append(Relation(link.id, _CHART, f"{_CHART}s/sheet{number}.{suffix}"))
            continue
        target, found = f"worksheets/sheet{number}.{suffix}", sheets.get(link.target)
        if link.kind in ("sharedStrings", "styles"):
            target, found = f"{link.kind}.{suffix}", parts.get(link.target)
        if found is not None and target == "sharedStrings.xml":
            found = _STATED_COUNT.sub(b" ", found)  # the reader reserves room for what is stated
        if found is not None:
            shape[f"xl/{target}"] = found
        if found is not None or link.kind == "worksheet":  # the reader wants every sheet's link, also unread ones
            kept.append(Relation(link.id, link.kind, target))
    shape[f"xl/_rels/workbook.{suffix}.rels"] = _written(tuple(kept))
    return pack(shape)


@lru_cache(maxsize=64)
def _written(links: tuple[Relation, ...]) -> bytes:
    lines = (
        f"<Relationship Id={quoted(link.id)} Type={quoted(f'{OFFICE}/{link.kind}')} Target={quoted(link.target)}/>"
        for link in links
    )
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'.encode()


def quoted(text: str) -> str:
    """`text` as the value of an attribute, quotation marks around it."""
    return f'"{text.translate(_ESCAPED)}"'


def entry(name: str, relation: str, links: Mapping[str, Relation]) -> SheetEntry:
    """A sheet of the workbook's list with the part its relation leads to."""
    link = links.get(relation)
    return SheetEntry(name, link.kind if link else "", link.target if link else None)


def wanted_sheet(name: str, only: str | None) -> bool:
    """Whether a sheet is asked for: all are, or the one whose name is the same to a reader's eye."""
    return only is None or normal(name) == normal(only)
