"""Workbooks behind a password, by the agile encryption of ECMA-376 that Excel and WPS open."""

from io import BytesIO

from salescli.table.codes.statements import EMPTY_PASSWORD, NO_CRYPT
from salescli.table.errors import CannotRun

LONGEST_PASSWORD = 255
"""Characters that Excel takes."""


def checked_password(text: str) -> str:
    """`text` as a password; raises CannotRun for one no program takes, and without the `crypt` extra."""
    if not text.strip() or len(text) > LONGEST_PASSWORD:
        raise CannotRun.of(EMPTY_PASSWORD)
    try:
        import msoffcrypto  # noqa: F401  # only to know that it is there before anything is worked out
    except ImportError as error:
        raise CannotRun.of(NO_CRYPT) from error
    return text


def protected(workbook: bytes, password: str) -> bytes:
    """The workbook encrypted; random salts make every call's bytes different."""
    from msoffcrypto.format.ooxml import OOXMLFile

    out = BytesIO()
    OOXMLFile(BytesIO(workbook)).encrypt(password, out)
    return out.getvalue()


def unprotected(data: bytes, password: str) -> bytes | None:
    """The workbook inside; `data` itself when it is not encrypted, None when the password does not open it."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    try:
        file = msoffcrypto.OfficeFile(BytesIO(data))
        if not file.is_encrypted():
            return data
        out = BytesIO()
        file.load_key(password=password, verify_password=True)
        file.decrypt(out)
    except FileFormatError:
        return data
    except (InvalidKeyError, DecryptionError, ParseError, OSError, ValueError):
        return None
    return out.getvalue()
