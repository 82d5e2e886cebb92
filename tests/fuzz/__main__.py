"""``python -m tests.fuzz [TARGET …] [--seconds N]``: fuzz each target in a process of its own (needs atheris).

Finds are written to ``tests/fuzz/found/``; put what is worth keeping into ``tests/fuzz/seeds/TARGET/``, which the
ordinary tests run through as well.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run the targets one after the other; the number of those that failed is the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default 60)")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options, rest = parser.parse_known_args()
    if options.one:
        return _fuzz(options.one, [*rest, *options.targets])
    from tests.fuzz.targets import TARGETS

    failed = 0
    (HERE / "found").mkdir(exist_ok=True)
    for name in options.targets or TARGETS:
        print(f"== {name}", flush=True)
        seeds = HERE / "seeds" / name
        command = [sys.executable, "-m", "tests.fuzz", "--one", name, f"-max_total_time={options.seconds}"]
        limits = ["-rss_limit_mb=1024", "-timeout=10", f"-artifact_prefix={HERE / 'found'}/{name}-"]
        corpus = HERE / "found" / f"{name}.corpus"
        corpus.mkdir(exist_ok=True)
        ran = subprocess.run([*command, *limits, str(corpus), *([str(seeds)] if seeds.exists() else [])], check=False)
        failed += ran.returncode != 0
    return failed


def _fuzz(name: str, arguments: list[str]) -> int:
    import atheris

    with atheris.instrument_imports(include=["salescli"]):
        from tests.fuzz.targets import TARGETS
    atheris.Setup([sys.argv[0], *arguments], TARGETS[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
