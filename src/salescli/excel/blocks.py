"""Which captions of a header row belong together: a blank column divides a table from what stands beside it."""

from collections.abc import Iterator, Sequence
from typing import Final

from salescli.excel.captions import Caption

_MOST: Final = 12
"""More blocks than this are not tables beside each other, but one table with gaps."""


def divided(captions: Sequence[Caption]) -> Iterator[tuple[list[Caption], list[Caption]]]:
    """The ways to take a part of a header row for the table, with what then stands beside it.

    From the most blocks that lie together to single ones, from the left before from the right.
    """
    blocks = _blocks(captions)
    if not 1 < len(blocks) <= _MOST:
        return
    for many in range(len(blocks) - 1, 0, -1):
        for start in range(len(blocks) - many + 1):
            inside = [caption for block in blocks[start : start + many] for caption in block]
            yield inside, [caption for block in (*blocks[:start], *blocks[start + many :]) for caption in block]


def strangers(captions: Sequence[Caption], named: set[int]) -> set[int]:
    """The columns of those blocks of which no column is `named`: they are another's, not the table's."""
    apart = [block for block in _blocks(captions) if not any(caption.index in named for caption in block)]
    return {caption.index for block in apart for caption in block}


def _blocks(captions: Sequence[Caption]) -> list[list[Caption]]:
    blocks: list[list[Caption]] = []
    for caption in captions:
        if blocks and caption.index == blocks[-1][-1].index + 1:
            blocks[-1].append(caption)
        else:
            blocks.append([caption])
    return blocks
