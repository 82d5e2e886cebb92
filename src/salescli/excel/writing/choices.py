"""Dropdowns. A short list is written into the cell's validation, a long one on a hidden sheet."""

from typing import TYPE_CHECKING, Any, Final

from salescli.excel.book import Book
from salescli.excel.names import sheet_name
from salescli.excel.writing.cells import clean, text_length
from salescli.excel.writing.formulas import quoted
from salescli.words import books as words

if TYPE_CHECKING:
    import xlsxwriter

INLINE: Final = 255
"""Characters a validation can hold, commas included."""

_AMBIGUOUS: Final = set(',"=\n')


class Lists:
    """The dropdown lists of one workbook; `write` adds the hidden sheet when any list needs it."""

    def __init__(self, workbook: "xlsxwriter.Workbook", book: Book, taken: tuple[str, ...]) -> None:
        self._workbook = workbook
        self._lang = book.lang
        self._name = sheet_name(words.LISTS.say(book.lang), taken)
        self._columns: dict[tuple[str, ...], int] = {}

    def validation(self, choices: tuple[str, ...]) -> dict[str, Any]:
        """A validation that offers `choices` and asks before it takes anything else."""
        return {
            "validate": "list",
            "source": self._source(tuple(map(clean, choices))),
            "error_type": "warning",
            "error_title": words.SUGGESTED_TITLE.say(self._lang),
            "error_message": words.SUGGESTED.say(self._lang),
        }

    def _source(self, choices: tuple[str, ...]) -> list[str] | str:
        if text_length(",".join(choices)) <= INLINE and not any(map(_is_ambiguous, choices)):
            return list(choices)
        from xlsxwriter.utility import xl_range_abs

        column = self._columns.setdefault(choices, len(self._columns))
        return f"={quoted(self._name)}!{xl_range_abs(0, column, len(choices) - 1, column)}"

    def write(self) -> None:
        """Add the hidden sheet, if it is needed at all."""
        if not self._columns:
            return
        worksheet = self._workbook.add_worksheet(self._name)
        worksheet.hide()
        for choices, column in self._columns.items():
            for row, choice in enumerate(choices):
                worksheet.write_string(row, column, choice)


def _is_ambiguous(choice: str) -> bool:
    """Whether a choice would not survive in a comma-separated list."""
    return choice != choice.strip() or not _AMBIGUOUS.isdisjoint(choice)
