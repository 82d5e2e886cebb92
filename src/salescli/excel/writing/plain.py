"""A worksheet that takes formulas as they are.

xlsxwriter looks through every formula with some thirty patterns for functions that need a prefix in the file.
Books use none of them (only functions that old Excel, WPS and LibreOffice share), and the search was a third of
the writing time of a sheet of formulas.
"""

from xlsxwriter.worksheet import Worksheet


class PlainWorksheet(Worksheet):  # type: ignore[misc]  # xlsxwriter has no types
    """xlsxwriter's worksheet without its search for new functions."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")
