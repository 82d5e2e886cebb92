"""What every command hands back: its inputs, its findings, its result, and the files it wrote."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from salescli import __version__
from salescli.table.problem import Problem
from salescli.words.language import Lang


class Result(Protocol):
    """The whole truth of one run: screen, JSON and workbook are three renderings of it."""

    def document(self) -> dict[str, Any]:
        """The ``result`` of the JSON document: plain lists, dicts, strings, numbers and None."""
        ...


ResultT = TypeVar("ResultT", bound=Result)


@dataclass(frozen=True, slots=True)
class InputFile:
    """An input as it was read."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Outcome(Generic[ResultT]):
    """One finished run. Without `outputs` nothing was written; `result` is None when errors stood in the way.

    `blocked` tells that errors forbade the output (exit code 1), `unusable` that some input could not be read
    at all (exit code 2).
    """

    command: str
    inputs: tuple[InputFile, ...]
    problems: tuple[Problem, ...]
    result: ResultT | None
    outputs: tuple[Path, ...] = ()
    blocked: bool = False
    unusable: bool = False

    def document(self, lang: Lang) -> dict[str, Any]:
        """The one document that ``--json`` prints."""
        return document(self.command, self.inputs, self.problems, self.result, self.outputs, lang)


def document(
    command: str,
    inputs: Iterable[InputFile],
    problems: Iterable[Problem],
    result: Result | None,
    outputs: Iterable[Path],
    lang: Lang,
) -> dict[str, Any]:
    """The shape every ``--json`` document has, also when a command could not run."""
    return {
        "command": command,
        "version": __version__,
        "inputs": [{"path": item.path, "sha256": item.sha256} for item in inputs],
        "problems": [item.document(lang) for item in problems],
        "result": {} if result is None else result.document(),
        "outputs": [str(path) for path in outputs],
    }
