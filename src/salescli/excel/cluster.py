"""Reading on other machines: a dask scheduler and its workers (the extra ``cluster``).

Workers read, validate and sum files; their parts come back packed, are held against their sums, and are merged here
in the order of the files, so the result is that of a local run. A worker that dies is replaced by the engine: its
files are read again by another. Nothing here is imported by a local run.
"""

import asyncio
import logging
import platform
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from salescli import __version__
from salescli.excel.parts import Part, Task
from salescli.table.codes import cluster as codes
from salescli.table.codes import files as file_codes
from salescli.table.errors import CannotRun
from salescli.table.problem import Place, Problem, problem

if TYPE_CHECKING:
    from distributed import Client, Future

CHUNK: Final = 20
"""Files that one task reads: a task costs the scheduler about a millisecond, a small file takes two."""

AHEAD: Final = 4
"""Tasks given out for each thread of the workers before their results are taken."""

ATTEMPTS: Final = 3
"""How often a task may fail for reasons of its worker's; the engine's own count of deaths is 3 as well."""

_PACKAGES: Final = ("python-calamine", "pydantic", "distributed")


def versions() -> dict[str, str]:
    """What decides how a file is read; asked here and of every worker."""
    python = ".".join(platform.python_version_tuple()[:2])
    return {"salescli": __version__, "python": python, **{name: version(name) for name in _PACKAGES}}


def read_chunk(task: Task, files: Sequence[tuple[Path, Path]]) -> list[Part]:
    """What a worker runs: each file under its name, read where it lies."""
    return [task(path, at) for path, at in files]


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of the scheduler at `address`; `patience` in seconds is how long it is waited for and for workers."""

    address: str
    patience: float = 30.0

    def read(self, task: Task, files: Sequence[Path]) -> Iterator[Part]:
        """Read `files` on the workers; raises CannotRun when the cluster cannot do it."""
        client = self._connected()
        try:
            self._check_workers(client)
            yield from self._parts(client, task, files)
        finally:
            client.close(timeout=5)

    def _connected(self) -> "Client":
        try:
            from distributed import Client
        except ImportError:
            raise CannotRun.of(codes.NO_CLUSTER_EXTRA) from None
        _hush()
        try:
            asyncio.run(self._knock())
            return Client(self.address, timeout=self.patience, set_as_default=False)
        except (OSError, ValueError, TypeError, MemoryError) as error:  # a stranger's answer may ask for any memory
            raise CannotRun.of(codes.NO_SCHEDULER, address=self.address, reason=_first_line(error)) from None

    async def _knock(self) -> None:
        """Raise an error unless a scheduler answers; the client waits for ever where something else does."""
        from distributed import Security
        from distributed.core import connect

        arguments = Security().get_connection_args("client")
        comm = await asyncio.wait_for(connect(self.address, timeout=self.patience, **arguments), self.patience)
        comm.abort()

    def _check_workers(self, client: "Client") -> None:
        """Raise CannotRun unless there are workers, and all of them read as this process does."""
        try:
            client.wait_for_workers(1, timeout=self.patience)
        except TimeoutError:
            raise self._no_workers() from None
        ours, found = versions(), list[Problem]()
        for worker, theirs in client.run(versions, on_error="return").items():
            if not isinstance(theirs, dict):
                found.append(problem(codes.WORKER_WITHOUT, worker=worker, reason=_first_line(theirs)))
                continue
            differing = [name for name in ours if theirs.get(name) != ours[name]]
            for name in differing:
                details = {"worker": worker, "package": name, "theirs": theirs.get(name, "—"), "ours": ours[name]}
                found.append(problem(codes.WORKER_VERSION, **details))
        if found:
            raise CannotRun(found)

    def _parts(self, client: "Client", task: Task, files: Sequence[Path]) -> Iterator[Part]:
        chunks = [files[start : start + CHUNK] for start in range(0, len(files), CHUNK)]
        waiting: deque[tuple[Sequence[Path], Future]] = deque()
        width = AHEAD * max(1, sum(client.nthreads().values()))
        for chunk in chunks:
            waiting.append((chunk, self._given(client, task, chunk)))
            if len(waiting) >= width:
                yield from self._taken(client, *waiting.popleft())
        while waiting:
            yield from self._taken(client, *waiting.popleft())

    def _given(self, client: "Client", task: Task, chunk: Sequence[Path]) -> "Future":
        lying = [(path, path.resolve()) for path in chunk]
        return client.submit(read_chunk, task, lying, pure=False, retries=ATTEMPTS)

    def _taken(self, client: "Client", chunk: Sequence[Path], future: "Future") -> list[Part]:
        from distributed import KilledWorker
        from distributed.comm import CommClosedError

        try:
            parts = self._result(client, future)
        except KilledWorker:
            raise CannotRun.of(codes.WORKERS_DIED, Place(str(chunk[0])), first=chunk[0], count=len(chunk)) from None
        except (CommClosedError, OSError) as error:
            raise CannotRun.of(codes.SCHEDULER_LOST, address=self.address, reason=_first_line(error)) from None
        return [_seen(part) for part in parts]

    def _result(self, client: "Client", future: "Future") -> list[Part]:
        """The result, however long it takes while there are workers."""
        from concurrent.futures import CancelledError

        alone_since = None
        while True:
            try:
                parts: list[Part] = future.result(timeout=1)
            except TimeoutError:
                if client.status != "running":
                    raise CannotRun.of(codes.SCHEDULER_LOST, address=self.address, reason=client.status) from None
                alone_since = None if client.nthreads() else alone_since or monotonic()
                if alone_since is not None and monotonic() - alone_since > self.patience:
                    raise self._no_workers() from None
            except CancelledError:
                raise CannotRun.of(codes.SCHEDULER_LOST, address=self.address, reason=client.status) from None
            else:
                return parts

    def _no_workers(self) -> Exception:
        return CannotRun.of(codes.NO_WORKERS, address=self.address, seconds=f"{self.patience:g}")


def _seen(part: Part) -> Part:
    """A file that is missing only where the worker looked is a matter of storage, and is said so."""
    missing = (file_codes.FILE_MISSING, file_codes.FILE_MISSING_NEAR)
    if not any(item.code in missing for item in part.refused) or not part.path.exists():
        return part
    said = problem(codes.WORKER_SEES_NOT, Place(part.file), path=part.path, lies=part.path.resolve())
    return replace(part, refused=(said,))


def _hush() -> None:
    """What goes wrong is told by problems, in the user's language; the engine's own log would stand before them."""
    for name in ("asyncio", "tornado.application", *logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("asyncio", "tornado", "distributed"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _first_line(error: Any) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
