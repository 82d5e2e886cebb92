"""``python -m salescli`` and the ``salescli`` script."""

import contextlib
import gc
import sys


def main() -> None:
    """Run the command line; a console that cannot show a character gets a replacement, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # only real consoles have it
    from salescli.cli.app import app

    gc.set_threshold(100_000, 20, 50)  # what is read and calculated stays until the end: there is little to collect
    app(prog_name="salescli")


if __name__ == "__main__":
    main()
