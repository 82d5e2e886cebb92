"""The demo as a new user sees it: the whole loop, its account of the flaws, and lines that can be typed again."""

import json
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner, Result

from salescli.cli.app import app
from salescli.cli.exits import Exit
from salescli.demo.flaws import FLAWS
from salescli.demo.run import DemoResult, demo
from salescli.table.errors import CannotWrite
from salescli.table.problem import Severity

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder to be in while the demo runs, as its lines are meant for the current folder."""
    here = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here)
        yield here


@pytest.fixture(scope="module")
def outcome(place: Path) -> Any:
    return demo(Path("示例 公司"))


@pytest.fixture(scope="module")
def result(outcome: Any) -> DemoResult:
    assert isinstance(outcome.result, DemoResult)
    return outcome.result


def step(result: DemoResult, command: str, number: int = 0) -> Any:
    """The result's document of the `number`-th step of a command."""
    return [done.document()["result"] for done in result.steps if done.step.command == command][number]


def content(path: Path) -> dict[str, bytes]:
    """A file's parts: those inside a workbook, whose packing may differ between machines, else its text."""
    if path.suffix != ".xlsx":
        return {"": path.read_text(encoding="utf-8").encode()}
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_loop_runs_to_its_end_without_an_error(outcome: Any, result: DemoResult) -> None:
    assert not outcome.blocked
    assert [done.step.command for done in result.steps] == [
        "check",
        "split",
        "track",
        "analyze",
        "analyze",
        "payout",
        "payout",
        "review",
    ]
    assert {item.severity for item in outcome.problems} == {Severity.WARNING, Severity.NOTE}
    assert all(path.is_file() for path in outcome.outputs)


def test_the_plan_is_the_goal_to_the_yuan(result: DemoResult) -> None:
    plan = step(result, "split")
    assert all(check["ok"] for check in plan["checks"])
    assert sum(int(float(leaf["target"])) for leaf in plan["leaves"] if leaf["metric"] == "销售额") == 120_000_000


def test_every_row_of_every_report_is_accounted_for(result: DemoResult) -> None:
    # 20 people with one line and 4 with three are 32 rows a week, over 12 weeks, of which one is missing; the new
    # hire of 26 January reports from February on, four weeks later; one row is a stranger's, eight come twice, one
    # is corrected
    due = 32 * 12 - 1 - 4
    assert step(result, "track")["account"] == {
        "read": due + 1 + 8 + 1,
        "merged": due,
        "duplicate": 8,
        "superseded": 1,
        "unknown": 1,
        "outside": 0,
        "invalid": 0,
    }


def test_the_flaws_show_where_they_were_put(result: DemoResult) -> None:
    track = step(result, "track")
    assert [(item["person"], item["week"]) for item in track["missing"]] == [("邓伟豪", "2026-03-02")]
    assert [(item["person"], item["week"]) for item in track["late"]] == [("刘洋", "2026-01-19")]
    gone = {item["reason"]: (item["person"], Path(item["file"]).name) for item in track["excluded"]}
    assert gone["unknown"] == ("高翔", "华东_2026-03-16.xlsx")
    assert gone["superseded"] == ("唐诗雨", "西南_2026-03-09.xlsx")
    assert gone["duplicate"][1] == "华南_2026-02-02_副本.xlsx"


def test_what_was_sold_is_what_the_reports_say(result: DemoResult) -> None:
    """The tracking's total against the plain sum of the report's figures, read by another library."""
    from openpyxl import load_workbook

    total = 0
    for path in sorted((result.folder / "reports").glob("*.xlsx")):
        if path.stem.endswith("_副本"):
            continue
        rows = list(load_workbook(path)["销售周报"].iter_rows(values_only=True))
        at = next(number for number, row in enumerate(rows) if "销售员" in row)
        header = [str(cell).split("(")[0] for cell in rows[at]]
        sales = header.index("业绩") if "业绩" in header else header.index("销售额")
        for row in rows[at + 1 :]:
            person, amount = row[header.index("销售员")], str(row[sales])
            if person is None or person == "高翔":
                continue
            if path.stem == "西南_2026-03-09" and person == "唐诗雨":
                continue
            total += round(float(amount[:-1]) * 10_000) if amount.endswith("万") else int(amount)
    assert step(result, "track")["totals"]["actual"] == f"{total}.00"


def test_east_earns_the_team_prize_and_three_people_the_quarters(result: DemoResult) -> None:
    month, quarter = step(result, "payout"), step(result, "payout", 1)
    prized = {one["region"] for one in month["people"] for part in one["components"] if _paid(part, "team")}
    assert prized == {"华东"}
    prizes = [part["amount"] for one in quarter["people"] for part in one["components"] if _paid(part, "ranking")]
    assert sorted(prizes) == ["1000.00", "3000.00", "5000.00"]


def _paid(component: dict[str, str], name: str) -> bool:
    return component["name"] == name and float(component["amount"]) > 0


@pytest.mark.skipif(os.name == "nt", reason="quotes as a POSIX shell takes them")
def test_a_line_is_quoted_for_the_shell(result: DemoResult) -> None:
    for done in result.steps:
        assert "'示例 公司/" in done.step.line
        assert shlex.split(done.step.line) == ["salescli", done.step.command, *done.step.arguments]


def test_each_line_typed_again_writes_the_same_file(result: DemoResult) -> None:
    for done in result.steps:
        before = {path: content(path) for path in done.outcome.outputs}
        for path in done.outcome.outputs:
            path.write_bytes(b"")
        ran = CliRunner().invoke(app, [done.step.command, *done.step.arguments])
        assert ran.exit_code == Exit.DONE, f"{done.step.line}\n{ran.output}"
        assert {path: content(path) for path in done.outcome.outputs} == before


def test_the_examples_are_what_the_demo_writes(result: DemoResult, request: pytest.FixtureRequest) -> None:
    written = {path.relative_to(result.folder): path for path in result.written}
    if request.config.getoption("--renew"):
        for name, path in written.items():
            target = EXAMPLES / name
            if not target.exists() or content(target) != content(path):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
    kept = {path.relative_to(EXAMPLES) for path in EXAMPLES.rglob("*") if path.is_file()}
    assert kept == set(written), "run pytest with --renew, and remove what is left over"
    different = [str(name) for name, path in written.items() if content(EXAMPLES / name) != content(path)]
    assert not different, "not what the code writes: look why, then --renew"


def test_the_readme_names_every_flaw_every_command_and_only_files_that_exist(result: DemoResult) -> None:
    for name in ("README.md", "README.zh.md"):
        text = (result.folder / name).read_text(encoding="utf-8")
        assert sum(line.startswith("salescli ") for line in text.splitlines()) == len(result.steps)
        for flaw in FLAWS:
            assert f"`{flaw.file}`" in text
            assert list((result.folder / "reports").glob(flaw.file))


@pytest.fixture(scope="module")
def screens(outcome: Any, place: Path) -> dict[str, Result]:
    """The command on a folder in use: refused, forced with its screen, and forced as JSON."""
    folder = str(outcome.result.folder)
    arguments = {"refused": [], "screen": ["--force"], "json": ["--force", "--json"]}
    return {name: CliRunner().invoke(app, ["demo", folder, *more]) for name, more in arguments.items()}


def test_a_folder_in_use_is_refused_and_the_way_out_named(screens: dict[str, Result]) -> None:
    refused = screens["refused"]
    assert refused.exit_code == Exit.CANNOT_RUN
    assert "示例 公司-2" in refused.output
    assert "--force" in refused.output


@pytest.mark.parametrize("folder", [".", ".."])
def test_a_folder_without_a_name_in_use_is_refused_too(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "notes.txt").touch()
    monkeypatch.chdir(tmp_path / "inside")
    with pytest.raises(CannotWrite) as refused:
        demo(Path(folder))
    assert refused.value.problems[0].details["suggestion"] == Path(folder) / "salescli-demo-2"


def test_the_screen_shows_each_line_whole(screens: dict[str, Result], result: DemoResult) -> None:
    shown = screens["screen"]
    assert shown.exit_code == Exit.DONE
    lines = shown.stdout.splitlines()
    for done in result.steps:
        assert f"   $ {done.step.line}" in lines
    assert "missing: 邓伟豪 2026-03-02 · late: 刘洋 2026-01-19" in shown.stdout


def test_json_is_the_librarys_result(screens: dict[str, Result], outcome: Any, result: DemoResult) -> None:
    printed = json.loads(screens["json"].stdout)
    assert screens["json"].exit_code == Exit.DONE
    assert printed["command"] == "demo"
    assert printed["result"] == result.document()
    assert printed["outputs"] == [str(path) for path in outcome.outputs]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    ran = CliRunner().invoke(app, ["demo", str(taken)])
    assert ran.exit_code == Exit.CANNOT_RUN
    assert "is a file" in ran.output
