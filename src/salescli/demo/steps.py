"""The loop's steps: for each the command line that does it, and the library call behind that line."""

import os
import shlex
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from salescli import api
from salescli.analyze.run import AnalyzeOptions
from salescli.demo import company
from salescli.demo.files import (
    ANALYSIS,
    INCENTIVE,
    METRICS,
    METRICS_ANALYSIS,
    MONTH,
    PLAN,
    REPORTS,
    REVIEW,
    STRATEGIES,
    TARGETS,
    TRACKING,
    payout_file,
)
from salescli.excel.intake import RunOptions
from salescli.measure.period import Period
from salescli.payout.run import PayoutOptions
from salescli.split.run import SplitOptions
from salescli.split.weights import parse_blend
from salescli.table.outcome import Outcome
from salescli.track.options import TrackOptions
from salescli.words import demo as words
from salescli.words.language import Text

WEIGHTS: Final = "history=2,ability=1"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is for, the command's name, all arguments that follow it, and the call that does the same."""

    title: Text
    command: str
    arguments: tuple[str, ...]
    call: Callable[[], Outcome[Any]]

    @property
    def line(self) -> str:
        """What to type for it."""
        return typed(("salescli", self.command, *self.arguments))


def typed(arguments: Sequence[str]) -> str:
    """A command line as the system's shell takes it."""
    return subprocess.list2cmdline(arguments) if os.name == "nt" else shlex.join(arguments)


def steps(folder: Path, run: RunOptions, *, repeated: bool = True) -> tuple[Step, ...]:
    """The loop on the example in `folder`; with `repeated` the lines may replace what an earlier run wrote."""
    loop = _Loop(folder, run, ("--force",) if repeated else ())
    return (
        loop.check(),
        loop.split(),
        loop.track(),
        loop.analyze(words.STEP_ANALYZE, TRACKING, ANALYSIS),
        loop.analyze(words.STEP_METRICS, METRICS, METRICS_ANALYSIS),
        loop.payout(words.STEP_MONTH, MONTH),
        loop.payout(words.STEP_QUARTER, company.QUARTER),
        loop.review(),
    )


@dataclass(frozen=True, slots=True)
class _Loop:
    folder: Path
    run: RunOptions
    again: tuple[str, ...]

    def check(self) -> Step:
        files = [self.folder / name for name in (TARGETS, INCENTIVE, STRATEGIES, METRICS)]
        return Step(words.STEP_CHECK, "check", tuple(map(str, files)), lambda: api.check(files, run=self.run))

    def split(self) -> Step:
        read, write = self.folder / TARGETS, self.folder / PLAN
        options = SplitOptions(blend=parse_blend(WEIGHTS))
        return Step(
            words.STEP_SPLIT,
            "split",
            (str(read), "-o", str(write), "--weights", WEIGHTS, *self.again),
            lambda: api.split(read, write, options=options, run=self.run),
        )

    def track(self) -> Step:
        plan, reports, write = (self.folder / name for name in (PLAN, REPORTS, TRACKING))
        options = TrackOptions(as_of=company.AS_OF)
        return Step(
            words.STEP_TRACK,
            "track",
            (str(plan), str(reports), "-o", str(write), "--as-of", company.AS_OF.isoformat(), *self.again),
            lambda: api.track(plan, [reports], write, options=options, run=self.run),
        )

    def analyze(self, title: Text, source: Path, output: Path) -> Step:
        read, write = self.folder / source, self.folder / output
        return Step(
            title,
            "analyze",
            (str(read), "-o", str(write), *self.again),
            lambda: api.analyze(read, write, options=AnalyzeOptions(), run=self.run),
        )

    def payout(self, title: Text, period: Period) -> Step:
        read, plan, write = (self.folder / name for name in (TRACKING, INCENTIVE, payout_file(period)))
        options = PayoutOptions(period=period)
        return Step(
            title,
            "payout",
            (str(read), "--plan", str(plan), "--period", str(period), "-o", str(write), *self.again),
            lambda: api.payout(read, plan, write, options=options, run=self.run),
        )

    def review(self) -> Step:
        names = (TRACKING, ANALYSIS, payout_file(company.QUARTER), STRATEGIES)
        files, write = [self.folder / name for name in names], self.folder / REVIEW
        period = str(company.QUARTER)
        return Step(
            words.STEP_REVIEW,
            "review",
            (*map(str, files), "--period", period, "-o", str(write), *self.again),
            lambda: api.review(files, write, period=period, run=self.run),
        )
