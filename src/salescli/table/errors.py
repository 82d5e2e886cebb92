"""The exceptions of salescli, all of them::

    SalescliError            carries Problems; never shown as a traceback
    └── CannotRun            exit 2: usage, an option that makes no sense
        ├── UnusableFile     an input that cannot be read as a workbook at all
        └── CannotWrite      an output that cannot be put where it was asked for

Mistakes in the data are not exceptions but values (:mod:`salescli.table.problem`): an outcome with errors
among its problems has no outputs, and the command ends with exit 1.
"""

from collections.abc import Iterable

from salescli.table.problem import NOWHERE, Code, Place, Problem, problem
from salescli.words.language import Lang


class SalescliError(Exception):
    """Any expected failure; `problems` holds at least one Problem that says what and what to do next."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{item.place}: {item.message(Lang.EN)}" for item in self.problems))

    @classmethod
    def of(cls, code: Code, place: Place = NOWHERE, **details: object) -> "SalescliError":
        """One problem as an exception: ``raise UnusableFile.of(NOT_A_WORKBOOK, place)``."""
        return cls([problem(code, place, **details)])


class CannotRun(SalescliError):
    """The command could not run at all."""


class UnusableFile(CannotRun):
    """An input file that cannot be read as a workbook."""


class CannotWrite(CannotRun):
    """An output that cannot be written where it was asked for."""
