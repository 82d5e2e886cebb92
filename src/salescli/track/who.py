"""A person as the rows of a tracking name them: by 工号 where there is one, else by name and region."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from salescli.track.figures import Figures, TrackedRow, total
from salescli.track.report import Report


@dataclass(frozen=True, slots=True)
class Who:
    """`region` is one that they appear in; with a 工号 it does not tell people apart."""

    name: str
    employee_id: str | None = None
    region: str = field(default="", compare=False)
    apart: str | None = None

    @classmethod
    def of(cls, name: str, employee_id: str | None, region: str) -> "Who":
        """The person of a row; the same object for rows alike, since there are many."""
        return _made(name, employee_id, region)

    @classmethod
    def in_row(cls, row: TrackedRow) -> "Who":
        """The person of a tracked row."""
        return cls.of(row.person, row.employee_id, row.region)

    @classmethod
    def reporting(cls, report: Report) -> "Who":
        """The person of a report that counts."""
        return cls.of(report.person.name, report.person.employee_id, report.slot.region)

    @property
    def called(self) -> str:
        """The name, with the 工号 where there is one."""
        return f"{self.name}({self.employee_id})" if self.employee_id else self.name

    def document(self) -> dict[str, str | None]:
        """As JSON."""
        return {"person": self.name, "employee_id": self.employee_id, "region": self.region}


@lru_cache(maxsize=1 << 16)
def _made(name: str, employee_id: str | None, region: str) -> Who:
    return Who(name, employee_id, region, None if employee_id else region)


def by_person(
    rows: Iterable[TrackedRow], summed: Callable[[Iterable[Figures]], Figures] = total
) -> tuple[tuple[Who, Figures], ...]:
    """The rows' figures `summed` by person, in the order they come up.

    The region is that of the last month with data; `rows` are in the order of their months.
    """
    parts: dict[Who, list[Figures]] = {}
    latest: dict[Who, TrackedRow] = {}
    for row in rows:
        who = Who.in_row(row)
        parts.setdefault(who, []).append(row.figures)
        if row.figures.told and latest.setdefault(who, row).month != row.month:
            latest[who] = row
    return tuple((Who.in_row(latest[who]) if who in latest else who, summed(figures)) for who, figures in parts.items())
