"""How the year is cut along a dimension: by stated share, else by last year's figures, else by its people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from salescli.measure.ratio import exact
from salescli.measure.rounding import plain
from salescli.split.tables.shares import SHARES, Dimension, ShareRow
from salescli.table.codes.split.shares import (
    CHANNEL_APART,
    DIMENSION_BY_PEOPLE,
    LAST_YEAR_INCOMPLETE,
    NEGATIVE_FIGURE,
    SHARE_MISSING,
    SHARE_TWICE,
    SHARES_SUM,
)
from salescli.table.codes.split.weights import ZERO_WEIGHTS
from salescli.table.problem import Place, Problem, problem
from salescli.words.language import Lang, Text
from salescli.words.split import OVER, SHORT


class CutBy(StrEnum):
    """What decides the parts of a dimension."""

    SHARE = "share"
    LAST_YEAR = "last_year"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Cut:
    """The parts of a dimension in their order; without `weights` each part is the sum of its people."""

    dimension: Dimension
    places: Mapping[str, Place]
    weights: tuple[Fraction, ...] | None
    by: CutBy = CutBy.PEOPLE

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.places)

    def weight(self, name: str) -> Fraction:
        """The weight of one part; parts without weights weigh the same."""
        return Fraction(1) if self.weights is None else self.weights[self.names.index(name)]


def read_cuts(rows: Sequence[ShareRow]) -> tuple[dict[Dimension, Cut], list[Problem]]:
    """One cut for each dimension that has rows."""
    cuts: dict[Dimension, Cut] = {}
    problems: list[Problem] = []
    for dimension in Dimension:
        mine, repeated = _once([row for row in rows if row.dimension is dimension])
        problems += repeated
        if mine:
            weights, found = _weights(dimension, mine)
            problems += found
            by = CutBy.PEOPLE
            if weights is not None:
                by = CutBy.SHARE if any(row.share is not None for row in mine) else CutBy.LAST_YEAR
            cuts[dimension] = Cut(dimension, {row.name: row.at("name") for row in mine}, weights, by)
    if Dimension.CHANNEL in cuts:
        problems.append(problem(CHANNEL_APART, next(iter(cuts[Dimension.CHANNEL].places.values()))))
    return cuts, problems


def _once(rows: Sequence[ShareRow]) -> tuple[list[ShareRow], list[Problem]]:
    first: dict[str, ShareRow] = {}
    problems = []
    for row in rows:
        if row.name in first:
            details = {"dimension": row.dimension.word, "name": row.name, "first": first[row.name].at("name").cell}
            problems.append(problem(SHARE_TWICE, row.at("name"), **details))
        else:
            first[row.name] = row
    return list(first.values()), problems


def _weights(dimension: Dimension, rows: Sequence[ShareRow]) -> tuple[tuple[Fraction, ...] | None, list[Problem]]:
    if any(row.share is not None for row in rows):
        return _shares(dimension, rows)
    lacking = [row for row in rows if row.last_year is None and row.pinned is None]
    if not lacking and any(row.last_year is not None for row in rows):
        return _last_year(dimension, rows)
    if any(row.last_year is not None for row in rows):
        details = {"dimension": dimension.word, "names": tuple(row.name for row in lacking)}
        return None, [problem(LAST_YEAR_INCOMPLETE, lacking[0].at("last_year"), **details)]
    return None, [problem(DIMENSION_BY_PEOPLE, rows[0].at("dimension"), dimension=dimension.word)]


def _shares(dimension: Dimension, rows: Sequence[ShareRow]) -> tuple[tuple[Fraction, ...], list[Problem]]:
    """The shares; where a pinned row has none, those of the others may leave its part open."""
    problems = [
        problem(SHARE_MISSING, row.at("share"), dimension=dimension.word, name=row.name)
        for row in rows
        if row.share is None and row.pinned is None
    ]
    weights = tuple(exact(row.share or 0) for row in rows)
    total = sum(weights, Fraction(0))
    held = any(row.share is None for row in rows)
    if not problems and (total > 1 if held else total != 1):
        details = {"dimension": dimension.word, "cells": tuple(row.at("share").cell for row in rows)}
        sums = {"sum": f"{plain(total * 100)}%", "off": _off(total)}
        problems.append(problem(SHARES_SUM, rows[0].at("share"), **details, **sums))
    return weights, problems


def _off(total: Fraction) -> Text:
    """By how much the shares miss 100 %."""
    wording, off = SHORT if total < 1 else OVER, f"{plain(abs(1 - total) * 100)}%"
    return Text(wording.say(Lang.ZH, off=off), wording.say(Lang.EN, off=off))


def _last_year(dimension: Dimension, rows: Sequence[ShareRow]) -> tuple[tuple[Fraction, ...], list[Problem]]:
    problems = [
        problem(NEGATIVE_FIGURE, row.at("last_year"), column=SHARES.label("last_year"), found=plain(row.last_year))
        for row in rows
        if row.last_year is not None and row.last_year < 0
    ]
    weights = tuple(exact(row.last_year or 0) for row in rows)
    if not any(weights):
        problems.append(problem(ZERO_WEIGHTS, rows[0].at("last_year"), group=dimension.word))
        weights = (Fraction(1),) * len(rows)
    return weights, problems
