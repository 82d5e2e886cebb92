"""``python -m salescli`` and the ``salescli`` script."""

import contextlib
import gc
import signal
import sys


def main() -> None:
    """Run the command line. An interrupt before a command has begun, which tells of it itself, ends it silently."""
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)


def _run() -> None:
    """Whatever the streams are connected to, they end in an exit code, never in a crash."""
    gc.set_threshold(1_000_000, 20, 50)  # what is loaded, read and reckoned stays: there is little to collect
    from salescli.cli.streams import Unheard, prepare

    prepare()
    from salescli.cli.app import app

    try:
        app(prog_name="salescli")
    except Unheard as error:
        from salescli.cli.exits import Exit
        from salescli.cli.options import HELP_LANG
        from salescli.words.terminal import UNHEARD

        with contextlib.suppress(OSError):
            print(UNHEARD.say(HELP_LANG, reason=error.strerror), file=sys.stderr)
        sys.exit(Exit.CANNOT_RUN)
    finally:
        gc.freeze()  # the last collection would look through everything that is about to go anyway


if __name__ == "__main__":
    main()
