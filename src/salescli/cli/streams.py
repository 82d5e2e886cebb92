"""Standard output and error as a command may find them: closed, full, another encoding, or a reader that has left.

None of that is a reason to crash. What a reader like ``head`` no longer wants is dropped and the run goes on to
its own exit code; what cannot be written for another reason is `Unheard`.
"""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Unheard(OSError):
    """The result could not be written to standard output: the disk behind it is full, say."""


class _Patient(io.RawIOBase):
    """Writes on as long as somebody reads, and pretends to afterwards."""

    def __init__(self, raw: io.RawIOBase) -> None:
        super().__init__()
        self._raw, self._deaf = raw, False

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._raw.fileno()

    def write(self, data: "ReadableBuffer", /) -> int | None:
        length = memoryview(data).nbytes
        if self._deaf:
            return length
        try:
            return self._raw.write(data)
        except BrokenPipeError:
            self._deaf = True
            return length
        except OSError as error:
            self._deaf = True
            raise Unheard(error.errno, error.strerror) from error


def prepare() -> None:
    """Make both streams bear whatever they are connected to; a character they cannot show is replaced."""
    sys.stdout, sys.stderr = _borne(sys.stdout), _borne(sys.stderr)


def _borne(stream: TextIO | None) -> TextIO:
    if stream is None:  # closed by whoever started us
        return Path(os.devnull).open("w", encoding="utf-8")
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    raw = getattr(stream.buffer, "raw", stream.buffer)  # without a buffer where Python runs unbuffered
    if not isinstance(raw, io.RawIOBase) or stream.isatty():
        stream.reconfigure(errors="replace")
        return stream
    stream.flush()
    patient = io.BufferedWriter(_Patient(raw))
    return io.TextIOWrapper(
        patient, stream.encoding, "replace", line_buffering=stream.line_buffering or raw is stream.buffer
    )
