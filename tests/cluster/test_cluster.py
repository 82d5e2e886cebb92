"""Reading on a cluster: a real scheduler with two worker processes, and the same result as without one."""

import json
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from salescli.api import track
from salescli.excel import cluster
from salescli.excel.cluster import Cluster
from salescli.excel.intake import RunOptions
from salescli.table.codes import cluster as codes
from salescli.table.errors import CannotRun
from salescli.words.language import Lang, Text
from tests.sheets import workbook

pytestmark = pytest.mark.slow

PEOPLE = [("S001", "小张", "华东"), ("S002", "小李", "华南"), ("S003", "小王", "华北")]
FILES = 240


def started(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


@contextmanager
def running(*arguments: str, until: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A process, and what it said in the line that `until` finds; it is ended when the block is left."""
    process = started(*arguments)
    said = []
    try:
        for line in process.stderr or ():
            said.append(line)
            if found := re.search(until, line):
                yield process, found[0]
                break
        else:
            raise AssertionError("".join(said))
    finally:
        process.kill()
        process.wait()
        if process.stderr:
            process.stderr.close()


@dataclass(frozen=True)
class Machines:
    """A scheduler's address and its worker processes."""

    address: str
    workers: "list[subprocess.Popen[str]]"


@pytest.fixture
def machines() -> Iterator[Machines]:
    with ExitStack() as stack:
        options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        command = ("distributed.cli.dask_scheduler", *options)
        _, address = stack.enter_context(running(*command, until=r"tcp://127\.0\.0\.1:\d+"))
        worker = ("distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        workers = [stack.enter_context(running(*worker, until="Registered to"))[0] for _ in range(2)]
        yield Machines(address, workers)


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A plan and many small reports: figures to the fen, a copy, a row nobody can read, a stranger."""
    plan = "| 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |\n"
    targets = [f"| 2026-08 | {region} | {number} | {name} | 销售额 | 1000000 |" for number, name, region in PEOPLE]
    plan += "\n".join(targets)
    workbook(tmp_path / "plan.xlsx", {"月度计划": plan})
    for at in range(FILES):
        number, name, region = PEOPLE[at % 3]
        week = ("2026-08-03", "2026-08-10", "2026-08-17", "2026-08-24")[at // 3 % 4]
        sales = f"{at * 101.37:.2f}" if at < 12 else f"{(at % 12) * 101.37:.2f}"
        rows = f"| {week} | {region} | {number} | {name} | {at % 12} | {sales} |"
        if at % 50 == 7:
            rows += f"\n| {week} | {region} | {number} | {name} | 两三个 | {sales} |"
            rows += f"\n| {week} | 华西 | X9 | 老陈 | 1 | {at} |"
        head = "| 周开始日期 | 区域 | 工号 | 销售员 | 线索数 | 销售额(元) |\n"
        workbook(tmp_path / "reports" / f"{at:04d}.xlsx", {"销售周报": head + rows})
    return tmp_path


def told(company: Path, output: str, options: RunOptions) -> tuple[str, bytes]:
    """The JSON document, without the output's own name, and the workbook."""
    target = company / output
    run = replace(options, skip_invalid=True)
    outcome = track(company / "plan.xlsx", [company / "reports"], target, run=run)
    document = json.dumps(outcome.document(Lang.ZH), ensure_ascii=False, default=str)
    return document.replace(output, "OUT"), target.read_bytes()


def test_a_worker_killed_in_mid_run_changes_nothing(company: Path, machines: Machines) -> None:
    killed: list[int] = []

    def watch(what: Text, done: int, total: int) -> None:
        if done == 30 and not killed:
            machines.workers[0].send_signal(signal.SIGKILL)
            killed.append(done)

    here = told(company, "here.xlsx", RunOptions())
    there = told(company, "there.xlsx", RunOptions(crew=Cluster(machines.address), watch=watch))
    assert killed
    assert machines.workers[0].wait(timeout=10) == -signal.SIGKILL
    assert machines.workers[1].poll() is None
    assert there == here
    account = json.loads(here[0])["result"]["account"]
    assert account["read"] == FILES + 2 * 5
    assert account["invalid"] == account["unknown"] == 5


def test_the_command_line_names_the_scheduler(company: Path, machines: Machines) -> None:
    command = [sys.executable, "-m", "salescli", "--lang", "en", "track", "plan.xlsx", "reports", "--skip-invalid"]
    command += ["--scheduler", machines.address, "-o", "there.xlsx"]
    done = subprocess.run(command, cwd=company, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    local = [*command[:-4], "-o", "here.xlsx"]
    assert subprocess.run(local, cwd=company, capture_output=True, check=False).returncode == 0
    assert (company / "there.xlsx").read_bytes() == (company / "here.xlsx").read_bytes()


def test_a_file_only_this_machine_sees_is_a_matter_of_storage(
    company: Path, machines: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker is sent to where nothing lies, as it would be without shared storage."""
    monkeypatch.setattr(Path, "resolve", lambda path, strict=False: Path("/nowhere") / path.name)
    files = sorted((company / "reports").glob("*.xlsx"))[:2]
    from salescli.excel.intake import Intake
    from salescli.track.tables import WEEKLY

    parts = Intake(RunOptions(crew=Cluster(machines.address))).parts(files, WEEKLY)
    assert [item.code for part in parts for item in part.refused] == [codes.WORKER_SEES_NOT] * 2


def test_workers_of_another_version_are_refused(machines: Machines, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = cluster.versions()
    monkeypatch.setattr(cluster, "__version__", "9.9")
    refused = refusal(lambda: Cluster(machines.address).read(None, []))  # type: ignore[arg-type]  # nothing is read
    assert {item.code for item in refused.problems} == {codes.WORKER_VERSION}
    assert {item.details["theirs"] for item in refused.problems} == {ours["salescli"]}


def test_without_workers_it_says_so() -> None:
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    with running("distributed.cli.dask_scheduler", *options, until=r"tcp://127\.0\.0\.1:\d+") as (_, address):
        refused = refusal(lambda: Cluster(address, patience=1).read(None, []))  # type: ignore[arg-type]  # nothing is read
    assert [item.code for item in refused.problems] == [codes.NO_WORKERS]


def test_a_scheduler_that_is_not_there_is_named() -> None:
    refused = refusal(lambda: Cluster("tcp://127.0.0.1:9", patience=1).read(None, []))  # type: ignore[arg-type]  # the same
    assert [item.code for item in refused.problems] == [codes.NO_SCHEDULER]
    assert "127.0.0.1:9" in refused.problems[0].message(Lang.EN)


def test_an_address_where_something_else_answers_is_named() -> None:
    """A web server takes the call, and answers in another language."""

    def answer(server: socket.socket) -> None:
        with server.accept()[0] as caller:
            caller.sendall(b"HTTP/1.0 400 Bad Request\r\n\r\n")
            caller.recv(1)

    with socket.create_server(("127.0.0.1", 0)) as server:
        stranger = threading.Thread(target=answer, args=(server,))
        stranger.start()
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        refused = refusal(lambda: Cluster(address, patience=1).read(None, []))  # type: ignore[arg-type]  # the same
        stranger.join()
    assert [item.code for item in refused.problems] == [codes.NO_SCHEDULER]


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    refused = refusal(lambda: Cluster("tcp://127.0.0.1:9").read(None, []))  # type: ignore[arg-type]  # the same
    assert [item.code for item in refused.problems] == [codes.NO_CLUSTER_EXTRA]


def test_a_local_run_loads_no_dask(company: Path) -> None:
    script = "import sys; from pathlib import Path; from salescli.api import track\n"
    script += "track(Path('plan.xlsx'), ['reports']); print('distributed' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=company, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "False", done.stderr


def refusal(work: Callable[[], Iterator[object]]) -> CannotRun:
    with pytest.raises(CannotRun) as caught:
        list(work())
    return caught.value
