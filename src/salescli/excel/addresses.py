"""Cell addresses: zero-based rows and columns as a person writes them, and back."""


def column_letters(index: int) -> str:
    """The letters of a zero-based column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: bytes | str) -> int:
    """The zero-based column of its letters, in either case; the opposite of :func:`column_letters`."""
    index = 0
    for code in letters.upper() if isinstance(letters, bytes) else letters.upper().encode("ascii"):
        index = index * 26 + code - 64
    return index - 1


def cell_address(row: int, col: int) -> str:
    """A zero-based cell as Excel names it: (6, 2) is C7."""
    return f"{column_letters(col)}{row + 1}"
