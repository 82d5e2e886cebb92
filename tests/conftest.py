"""Fixtures of the whole suite: golden files are renewed by `--renew` only, and the language is pinned."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.dump import dump

Golden = Callable[[Path, bytes], None]

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")  # how busy a machine is decides no test


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write golden files anew instead of comparing them")


@pytest.fixture(autouse=True)
def _english_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESCLI_LANG", "en")
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Golden:
    """Holds a checked-in workbook equal to what the code writes now, fact by fact (:mod:`tests.dump`)."""

    def hold(path: Path, content: bytes) -> None:
        written = tmp_path / "written.xlsx"
        written.write_bytes(content)
        if request.config.getoption("--renew") and not (path.exists() and dump(path) == dump(written)):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert path.exists(), f"{path} is missing: run pytest with --renew"
        assert dump(path) == dump(written), f"{path} is not what the code writes: look why, then --renew"

    return hold
