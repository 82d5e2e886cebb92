"""``python -m tests.excel.under_limits``: run command lines in processes of bounded memory and time, and weigh them.

Reads a JSON list of ``[arguments, MiB of input]`` from stdin and prints a JSON line for each: the exit code, the
codes of its problems, and the most memory it held. A process may use 2 GiB of addresses, so that a runaway dies
alone, and a processor time that grows with its input only.
"""

import json
import os
import resource
import sys
import tempfile

ADDRESSES = 2 << 30
SECONDS, SECONDS_PER_MIB = 30, 5


def main() -> None:
    """Run everything; the program is loaded once, and each run is a fork of that."""
    import salescli.api  # noqa: F401  # loaded before the forks, which then need not load it again
    from salescli.cli.app import app

    for arguments, mebibytes in json.load(sys.stdin):
        with tempfile.TemporaryFile() as out:
            child = os.fork()
            if child == 0:
                _run(app, arguments, out.fileno(), SECONDS + SECONDS_PER_MIB * int(mebibytes))
            _, status, usage = os.wait4(child, 0)
            out.seek(0)
            report = {
                "exit": os.waitstatus_to_exitcode(status),
                "codes": _codes(out.read()),
                "mebibytes": usage.ru_maxrss >> 10,
            }
        print(json.dumps(report), flush=True)


def _run(app: object, arguments: list[str], out: int, seconds: int) -> None:
    code = 99
    try:
        os.dup2(out, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        app(arguments, prog_name="salescli")  # type: ignore[operator]  # a Typer app
    except SystemExit as done:
        code = int(done.code or 0)
    finally:
        sys.stdout.flush()
        os._exit(code)


def _codes(out: bytes) -> list[str]:
    try:
        return [item["code"] for item in json.loads(out)["problems"]]
    except ValueError:
        return [out.decode("utf-8", "replace")[:200]]


if __name__ == "__main__":
    main()
