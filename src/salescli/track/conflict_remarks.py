"""What is said of weeks with differing submissions: those nothing decides between, and months that were replaced."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from salescli.measure.money import grouped
from salescli.table.codes import headers as header_codes
from salescli.table.codes import track as codes
from salescli.table.problem import Problem, problem
from salescli.track.figures import NOTHING
from salescli.track.report import CONTENT, Report
from salescli.track.spoken import filled, spoken_month, spoken_months
from salescli.track.submissions import Submission
from salescli.track.tables import WEEKLY
from salescli.words import track as words
from salescli.words.language import Text

_TIME: Final = re.compile("提交|上报|填报|交表|submi|sent|handed", re.IGNORECASE)

COMPARED: Final = ("sales", "month", *(key for key in CONTENT if key != "sales"))
"""The columns two rows are compared by, in the order in which a difference is told."""


def conflict_remarks(conflicts: Iterable[Sequence[Submission]]) -> list[Problem]:
    """Each undecided week at the first cell that differs, with what the others say and where."""
    said = []
    for first, *others in conflicts:
        column = next((key for other in others for key in _differing(first, other)), "sales")
        report = first.reports[0]
        details = {
            "person": report.person.name,
            "week": report.week,
            "others": tuple(_told(first, other) for other in others),
        }
        said.append(problem(codes.REPORT_CONFLICT, report.row.at(column), **details))
    return said


def times_not_recognised(found: Iterable[Problem]) -> list[Problem]:
    """Columns among what was found that look like 提交时间, which would have decided; each header once."""
    unknown = (item for item in found if item.code is header_codes.UNKNOWN_COLUMN)
    alike = {str(item.details["found"]): item for item in unknown if _TIME.search(str(item.details["found"]))}
    return [problem(codes.TIME_UNKNOWN, item.place, found=name) for name, item in alike.items()]


def replaced_remarks(replaced: Iterable[tuple[Submission, Submission]]) -> list[Problem]:
    """Parts of a week that a later submission of none of their months replaced: perhaps it was only the other part."""
    said = []
    for gone, winner in replaced:
        stated, named = ({report.row.month for report in item.reports} for item in (gone, winner))
        first = gone.reports[0]
        if stated & named or not stated | named <= set(first.week.months()):
            continue
        details = {
            "person": first.person.name,
            "week": first.week,
            "months": spoken_months(report.month for report in gone.reports),
            "amount": grouped(sum((report.row.sales for report in gone.reports), NOTHING)),
            "others": spoken_months(report.month for report in winner.reports),
            "other": winner.reports[0].row.at(),
        }
        said.append(problem(codes.PART_REPLACED, first.row.at("month"), **details))
    return said


def _differing(first: Submission, other: Submission) -> Iterable[str]:
    """The columns in which two submissions of one row each differ; of several rows only their figures are told."""
    if len(first.reports) == len(other.reports) == 1:
        a, b = first.reports[0], other.reports[0]
        yield from (key for key in COMPARED if _value(a, key) != _value(b, key))


def _told(first: Submission, other: Submission) -> Text:
    """How another submission differs, and where it stands as one would name it from the first one's sheet."""
    differing = tuple(_differing(first, other))
    report, near = first.reports[0].row.at(), other.reports[0].row.at(next(iter(differing), "sales"))
    place = near.cell if (near.file, near.sheet) == (report.file, report.sheet) else near
    if not differing:
        return filled(words.PARTS_AT, here=_parts(first), place=place, there=_parts(other))
    pairs = [(key, _shown(_value(first.reports[0], key)), _shown(_value(other.reports[0], key))) for key in differing]
    told = tuple(filled(words.DIFFERS_IN, column=WEEKLY.label(key), here=a, there=b) for key, a, b in pairs)
    return filled(words.VERSION_AT, place=place, differences=told)


def _parts(submission: Submission) -> tuple[Text, ...]:
    return tuple(
        filled(words.PART_OF, month=spoken_month(report.month), sales=grouped(report.row.sales))
        for report in submission.reports
    )


def _value(report: Report, key: str) -> Any:
    return report.month if key == "month" else getattr(report.row, key)


def _shown(value: Any) -> object:
    if value is None:
        return words.BLANK
    return grouped(value) if isinstance(value, Decimal) else value if isinstance(value, str | Text) else str(value)
