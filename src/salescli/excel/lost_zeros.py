"""Identifiers that lost their leading zeros on the way through a spreadsheet: 24 where others have 0024."""

from collections.abc import Sequence

from salescli.table.batch import class_of, columns_of, some_of
from salescli.table.codes import cells as codes
from salescli.table.kind import normal
from salescli.table.problem import Place, Problem, problem
from salescli.table.row import Row

_WHO = ("employee_id", "person")


class Identifiers:
    """The identifiers of people in everything a run reads, each with the name and the place it was first seen in."""

    def __init__(self) -> None:
        self._seen: set[tuple[str | None, str | None]] = set()
        self._alike: dict[str, list[tuple[str, str, Place]]] = {}

    def note(self, rows: Sequence[Row]) -> list[Problem]:
        """Note the people of `rows`, all of one class; what is to be said of an identifier and one noted before.

        The same name under 0024 and under 24 is one person, who must not count twice: an error. Two names may be
        two people: a warning.
        """
        kind = class_of(rows)
        if kind is None or not set(_WHO) <= kind.model_fields.keys():
            return []
        firsts: dict[tuple[str | None, str | None], int] = {}
        for place, pair in enumerate(zip(*columns_of(rows, _WHO), strict=True)):
            firsts.setdefault(pair, place)
        found: list[Problem] = []
        for pair, place in firsts.items():
            number, name = pair
            if pair in self._seen or not number or not name or not number.isdecimal():
                continue
            self._seen.add(pair)
            found += self._compare(number, name, some_of(rows, [place])[0].at(_WHO[0]))
        return found

    def _compare(self, number: str, name: str, place: Place) -> list[Problem]:
        known = self._alike.setdefault(number.lstrip("0"), [])
        others = [item for item in known if item[0] != number]
        known.append((number, name, place))
        same = [item for item in others if normal(item[1]) == normal(name)]
        for other, called, there in same[:1] or others[:1]:
            short, long = sorted(((number, name, place), (other, called, there)), key=lambda item: len(item[0]))
            code = codes.ID_LOST_ZEROS if same else codes.IDS_ALIKE
            details = {"id": short[0], "person": short[1], "full": long[0], "other": long[1], "there": str(long[2])}
            return [problem(code, short[2], **details)]
        return []
