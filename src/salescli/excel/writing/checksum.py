"""The checksum of texts that stand behind each other, from those of each.

A CRC is the remainder of a polynomial over GF(2), so that of both texts is the first's, moved on by as many bits as the
second has, plus the second's. Moving on is multiplying by a power of x: `crc32_combine` of zlib, which Python does not
offer. Bits stand in reverse, as they do in CRC-32: the highest is x^0.
"""

from functools import lru_cache
from typing import Final

_ONE: Final = 1 << 31
_DIVISOR: Final = 0xEDB88320


def joined_crc(first: int, second: int, size: int) -> int:
    """The CRC-32 of some bytes and `size` others, from that of the former and that of the latter."""
    return _times(_power(8 * size), first) ^ second


def _times(left: int, right: int) -> int:
    """The product of two remainders."""
    product = 0
    for at in range(31, -1, -1):
        if left >> at & 1:
            product ^= right
        right = right >> 1 ^ (_DIVISOR if right & 1 else 0)
    return product


def _power(exponent: int) -> int:
    """The remainder of x to the power of `exponent`."""
    product, at = _ONE, 0
    while exponent >> at:
        if exponent >> at & 1:
            product = _times(_squared(at), product)
        at += 1
    return product


@lru_cache(maxsize=64)
def _squared(times: int) -> int:
    """The remainder of x after squaring it so many times."""
    if times == 0:
        return _ONE >> 1
    root = _squared(times - 1)
    return _times(root, root)
