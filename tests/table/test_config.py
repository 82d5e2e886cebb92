"""salescli.toml: what it may say, and what is said of what it may not."""

from fractions import Fraction
from pathlib import Path

import pytest

from salescli.table.config import DEFAULTS, Config, load_config
from salescli.table.errors import CannotRun
from salescli.words.language import Lang


def load(path: Path, text: str) -> Config:
    file = path / "salescli.toml"
    file.write_text(text, encoding="utf-8")
    return load_config(file)


def refusal(path: Path, text: str) -> tuple[str, str]:
    with pytest.raises(CannotRun) as raised:
        load(path, text)
    (found,) = raised.value.problems
    return found.code.name, found.message(Lang.EN)


def test_without_a_file_everything_has_its_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config(None) == Config()
    assert load_config(None).traffic_lights().near == Fraction(4, 5)


def test_every_default_would_pass_where_it_stood_in_the_file() -> None:
    sections = {name: getattr(DEFAULTS, name) for name in Config.model_fields}
    told = {name: section if name == "columns" else section.model_dump() for name, section in sections.items()}
    assert Config.model_validate(told) == Config() == DEFAULTS


def test_the_current_folder_s_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    load(tmp_path, '[columns]\n"业绩" = "累计实际"')
    assert load_config(None).columns == {"业绩": "累计实际"}


def test_thresholds_are_exact(tmp_path: Path) -> None:
    lights = load(tmp_path, "[thresholds]\nnear = 0.85\nexceeded_owns_line = true").traffic_lights()
    assert (lights.near, lights.exceeded, lights.exceeded_owns_line) == (Fraction(17, 20), Fraction(1), True)


def test_a_day_off_of_the_house(tmp_path: Path) -> None:
    from datetime import date

    calendar = load(tmp_path, "[calendar]\nholidays = [2026-08-10]").workdays()
    assert not calendar.is_workday(date(2026, 8, 10))
    assert calendar.is_workday(date(2026, 8, 11))


def test_an_unknown_key_comes_with_a_suggestion(tmp_path: Path) -> None:
    code, message = refusal(tmp_path, "[thresholds]\nnaer = 0.8")
    assert code == "config-unknown-key"
    assert "“thresholds.near”" in message


def test_what_contradicts_itself_is_refused_by_name(tmp_path: Path) -> None:
    assert refusal(tmp_path, "[thresholds]\nnear = 1.2")[0] == "config-bad-value"
    assert refusal(tmp_path, "[calendar]\nholidays = [2026-08-10]\nworkdays = [2026-08-10]")[0] == "config-bad-value"
    assert "payout.mode" in refusal(tmp_path, '[payout]\nmode = "half"')[1]


def test_broken_toml_and_a_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path, "[thresholds")[0] == "config-syntax"
    with pytest.raises(CannotRun) as raised:
        load_config(tmp_path / "none.toml")
    assert raised.value.problems[0].code.name == "config-unreadable"
