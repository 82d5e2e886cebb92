"""What a written workbook holds."""

from pathlib import Path

from tests.parity import opened


def sheet_names(path: Path) -> list[str]:
    """The sheets in their order."""
    return list(opened(path).sheetnames)
