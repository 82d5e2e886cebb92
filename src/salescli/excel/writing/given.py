"""What the lines of a block hold, taken from them once: the writer works by column."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from salescli.excel.book import Block, CellValue, Line
from salescli.excel.columnar import ColumnLines, column_of


@dataclass(frozen=True, slots=True)
class Given:
    """Lines by column: the values of each field, the keys for which a line asks for a format of its own, and the places
    of lines with more than cells: a level, a comment, or what stands beside the block."""

    columns: Mapping[str, Sequence[CellValue]]
    formatted: frozenset[str] = frozenset()
    marked: Sequence[int] = ()

    @classmethod
    def of(cls, block: Block, lines: Sequence[Line]) -> "Given":
        """What `lines` of `block` hold; ValueError for a key that is none of its fields."""
        keys = {column.key for column in block.fields}
        if isinstance(lines, ColumnLines):
            _only(keys, lines.columns, block)
            return cls({key: column_of(lines, key) for key in keys})
        marked, formatted = [], set[str]()
        for at, line in enumerate(lines):
            _only(keys, line.values, block)
            for named in (line.tones, line.formulas, line.formats, line.links):
                if named:
                    _only(keys, named, block)
            if line.formats:
                formatted.update(line.formats)
            if line.level or line.comments or line.beside:
                marked.append(at)
        return cls({key: column_of(lines, key) for key in keys}, frozenset(formatted), marked)


def _only(keys: Set[str], named: Mapping[str, object], block: Block) -> None:
    if not named.keys() <= keys:
        raise ValueError(f"block {block.id!r} has no field {sorted(named.keys() - keys)}")
