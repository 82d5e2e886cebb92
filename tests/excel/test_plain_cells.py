"""The one search over a sheet finds just the cells that are not plain, by the rules that make a cell plain."""

from hypothesis import given
from hypothesis import strategies as st

from salescli.excel.reading.sheetxml import _NEAR, _not_within

NEAR = st.sampled_from(("A1", "AI99999", "AA12", "Z9"))
ADDRESSES = st.one_of(NEAR, NEAR, NEAR, st.sampled_from(("AJ1", "B100000", "A0", "a1", "1", "A", "")))
USUAL = st.sampled_from(('t="s"', 's="3"', 's="12"', 's=""', 't="str"', 't="error"', 'cm="1"', 'vm="1"', 'ph="1"'))
UNUSUAL = st.sampled_from(('t="e"', 's="e"', 'r="A2"', "t='s'", 'x="1"', 't="s>"', 't = "s"'))
ATTRIBUTES = st.one_of(USUAL, USUAL, USUAL, UNUSUAL)
TAGS = st.tuples(st.sampled_from(("c", "c", "c", "col", "cols", "row")), ADDRESSES, st.lists(ATTRIBUTES, max_size=3))
CLOSED = st.sampled_from((">", ">", ">", "/>", "/>", " >", " />", "\n>"))


def is_plain(address: str, attributes: list[str], closed: str) -> bool:
    """An address from A1 to AI99999, attributes of known names with words in double quotes, and no error."""
    letters, digits = address.rstrip("0123456789"), address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    columns = {*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", *(f"A{letter}" for letter in "ABCDEFGHI")}
    if letters not in columns or not digits.isdigit() or digits[0] == "0" or len(digits) > 5:
        return False
    for attribute in attributes:
        name, _, value = attribute.partition("=")
        word = value[1:-1]
        if name not in ("s", "t", "cm", "vm", "ph") or value != f'"{word}"' or not (word.isalnum() or not word):
            return False
        if word == "e":
            return False
    return closed in (">", "/>")


@given(st.lists(st.tuples(TAGS, CLOSED), max_size=3))
def test_cells(tags: list[tuple[tuple[str, str, list[str]], str]]) -> None:
    written, odd = [], []
    for (name, address, attributes), closed in tags:
        opening = " ".join((name, f'r="{address}"', *attributes))
        written.append(f"<{opening}{closed}<v>1</v>")
        if name == "c":
            odd.append(not is_plain(address, attributes, closed))
    assert (_not_within(_NEAR).search("".join(written).encode()) is not None) == any(odd)
