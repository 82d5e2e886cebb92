"""What floats above the cells of each sheet: pictures, shapes with text, charts. Only that it is there is told."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from salescli.excel.reading.ooxml import Parts, elements, main_part
from salescli.excel.reading.suspect import Suspect
from salescli.words import books as words
from salescli.words.language import Text

_SHEET: Final = frozenset(("sheet",))
_FLOATING: Final = (
    (re.compile(rb"<(?:\w+:)?pic[\s>]"), words.PICTURES),
    (re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[\s>]"), words.SHAPES),
    (re.compile(rb"<(?:\w+:)?graphicFrame[\s>]"), words.CHARTS),
)


def floating(suspect: Suspect) -> Mapping[str, tuple[Text, ...]]:
    """What lies above the cells, by the name of the sheet; `suspect` is an .xlsx package that was cleared."""
    with zipfile.ZipFile(BytesIO(suspect.data)) as package:
        parts = Parts.of(suspect, {name: package.read(name) for name in package.namelist()})
    main = main_part(parts)
    links = {link.id: link.target for link in parts.relations(main)}
    found = {}
    for _, attributes in elements(suspect, main, parts.need(main), _SHEET):
        drawings = [link.target for link in parts.relations(links.get(attributes.get("id", ""), "?"))]
        content = b"".join(parts.get(name) or b"" for name in drawings if "/drawings/drawing" in f"/{name}")
        found[attributes.get("name", "")] = tuple(text for pattern, text in _FLOATING if pattern.search(content))
    return found
