"""The demo's one door: an example company is written, and the whole loop runs on it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from salescli.demo import DEFAULT_FOLDER
from salescli.demo.files import INPUTS, OPEN_FIRST, OUTPUTS, Described
from salescli.demo.flaws import flawed
from salescli.demo.readme import readmes
from salescli.demo.reports import weekly_reports
from salescli.demo.steps import Step, steps
from salescli.demo.targets import reported_targets
from salescli.demo.write import as_files, input_books, report_books, write_files
from salescli.excel.intake import DEFAULT_RUN, RunOptions
from salescli.excel.writing.targets import free_name
from salescli.split.result import SplitResult
from salescli.table.codes import demo as codes
from salescli.table.errors import CannotWrite
from salescli.table.outcome import Outcome
from salescli.table.problem import Place, problem


@dataclass(frozen=True, slots=True)
class Done:
    """A step that ran, and what came of it."""

    step: Step
    outcome: Outcome[Any]

    def document(self) -> dict[str, Any]:
        result = self.outcome.result
        return {
            "command": self.step.line,
            "result": {} if result is None else result.document(),
            "outputs": list(map(str, self.outcome.outputs)),
        }


@dataclass(frozen=True, slots=True)
class DemoResult:
    """The folder of the example, the files somebody there would have written, and the steps that ran."""

    folder: Path
    written: tuple[Path, ...]
    steps: tuple[Done, ...]

    def files(self) -> tuple[Described, ...]:
        """The names of the files there are now, the reports as their folder, each with what it is."""
        return tuple(item for item in (*INPUTS, *OUTPUTS) if (self.folder / item[0]).exists())

    def open_first(self) -> tuple[Path, ...]:
        """The outputs to begin with."""
        return tuple(path for name in OPEN_FIRST if (path := self.folder / name).exists())

    def document(self) -> dict[str, Any]:
        """The ``result`` of the JSON document."""
        return {"folder": str(self.folder), "steps": [done.document() for done in self.steps]}


def demo(folder: Path = DEFAULT_FOLDER, *, force: bool = False, run: RunOptions = DEFAULT_RUN) -> Outcome[DemoResult]:
    """Write the example company into `folder` and run the loop on it, step by step, up to one that is blocked.

    Raises CannotWrite for a folder that has something in it already (unless `force`), or that cannot be written.
    """
    folder = _from_here(folder)
    _refuse_if_in_use(folder, force=force)
    written = list(write_files(_inputs(), folder, force=force))
    ran: list[Done] = []
    for step in steps(folder, replace(run, force=True)):
        outcome = step.call()
        ran.append(Done(step, outcome))
        if outcome.blocked:
            break
        if isinstance(outcome.result, SplitResult):
            written += write_files(_reports(outcome.result), folder, force=force)
    return _reported(DemoResult(folder, tuple(written), tuple(ran)))


def _inputs() -> dict[Path, bytes]:
    commands = [step.line for step in steps(Path(), DEFAULT_RUN, repeated=False)]
    return as_files(input_books()) | dict(readmes(commands))


def _reports(plan: SplitResult) -> dict[Path, bytes]:
    return as_files(report_books(flawed(weekly_reports(reported_targets(plan)))))


def _reported(result: DemoResult) -> Outcome[DemoResult]:
    outcomes = [done.outcome for done in result.steps]
    return Outcome(
        "demo",
        (),
        tuple(item for outcome in outcomes for item in outcome.problems),
        result,
        (*result.written, *_outputs(outcomes)),
        blocked=any(outcome.blocked for outcome in outcomes),
    )


def _outputs(outcomes: Iterable[Outcome[Any]]) -> Iterable[Path]:
    return (path for outcome in outcomes for path in outcome.outputs)


def _from_here(folder: Path) -> Path:
    """The folder as seen from the current one, where it lies inside it."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_absolute() and folder.is_relative_to(here) else folder


def _refuse_if_in_use(folder: Path, *, force: bool) -> None:
    unnamed = folder.name in ("", "..")  # the folder one is in, or above it: the example goes inside
    details = {"folder": folder, "suggestion": free_name(folder / DEFAULT_FOLDER if unnamed else folder)}
    if folder.exists() and not folder.is_dir():
        raise CannotWrite([problem(codes.NOT_A_FOLDER, Place(str(folder)), **details)])
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise CannotWrite([problem(codes.FOLDER_IN_USE, Place(str(folder)), **details)])
