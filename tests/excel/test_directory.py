"""A zip's directory read at once is what ``zipfile`` finds in it, or is left to it."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from salescli.excel.reading.directory import listed_entries, plain_entries

NAMES = st.one_of(
    st.sampled_from(("xl/workbook.xml", "xl/worksheets/sheet1.xml", "/a.xml", "工作表.xml", "a\\b.xml", "")), st.text()
)


@st.composite
def packages(draw: st.DrawFn) -> bytes:
    """A zip with entries of any name, packed or not, and perhaps with a comment."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in draw(st.lists(NAMES, max_size=4, unique_by=lambda name: name.partition("\0")[0])):
            method = draw(st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
            package.writestr(zipfile.ZipInfo(name), draw(st.binary(max_size=20)), method)
        package.comment = draw(st.sampled_from((b"", b"", b"", b"remark")))
    return stream.getvalue()


@given(packages())
def test_a_sound_zip(data: bytes) -> None:
    found = plain_entries(data)
    assert found is None or found == listed_entries(data)


def test_what_spreadsheets_write_is_plain() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>" * 50)
    found = plain_entries(stream.getvalue())
    assert found is not None
    assert [(entry.name, entry.size) for entry in found] == [("[Content_Types].xml", 8), ("xl/workbook.xml", 550)]
    assert found == listed_entries(stream.getvalue())


@given(packages(), st.data())
def test_a_zip_with_other_bytes(data: bytes, drawn: st.DataObject) -> None:
    """Whatever a byte is changed to, and wherever the file is cut: what is found at once is what ``zipfile`` finds."""
    changed = bytearray(data)
    for _ in range(drawn.draw(st.integers(1, 3))):
        at = drawn.draw(st.integers(max(0, len(changed) - 120), len(changed) - 1))
        changed[at] = drawn.draw(st.integers(0, 255))
    cut = bytes(changed[drawn.draw(st.integers(0, 2)) :])
    found = plain_entries(cut)
    assert found is None or found == listed_entries(cut)
