"""Long work: a bar where somebody looks, nothing where nobody does, and an interrupt that leaves nothing behind."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from salescli.cli.progress import Bars
from salescli.excel.cores import usable_cores
from salescli.words import books as words
from salescli.words.language import Lang
from tests.sheets import workbook

PLAN = """
| 月份 | 区域 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | S001 | 小张 | 销售额 | 1000000 |
"""
WEEK = """
| 周开始日期 | 工号 | 销售员 | 销售额(元) |
| 2026-08-03 | S001 | 小张 | 100 |
"""


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A plan, and copies of one report, enough to keep several processes at work until they are interrupted."""
    workbook(tmp_path / "plan.xlsx", {"月度计划": PLAN})
    first = workbook(tmp_path / "reports" / "0000.xlsx", {"销售周报": WEEK})
    for at in range(1, 4000):
        first.with_name(f"{at:04d}.xlsx").hardlink_to(first)
    return tmp_path


def children(pid: int) -> list[int]:
    found = [(task / "children").read_text().split() for task in Path(f"/proc/{pid}/task").iterdir()]
    return [int(child) for group in found for child in group]


@pytest.mark.slow
@pytest.mark.skipif(usable_cores() < 2, reason="one processor reads alone")
def test_an_interrupt_ends_every_process_and_writes_nothing(company: Path) -> None:
    outside, inside = pty.openpty()
    command = [sys.executable, "-m", "salescli", "--lang", "en", "track", "plan.xlsx", "reports", "-o", "out/t.xlsx"]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background inherits an ignored one
    process = subprocess.Popen(command, cwd=company, stdout=inside, stderr=inside, start_new_session=True)
    signal.signal(signal.SIGINT, before)
    os.close(inside)
    helpers: list[int] = []
    while process.poll() is None and not helpers:
        helpers = children(process.pid)
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    said = b""
    try:
        while block := os.read(outside, 4096):
            said += block
    except OSError:  # the other end is closed
        pass
    os.close(outside)
    assert process.wait() == 130, said.decode()
    assert b"Traceback" not in said
    assert not any(Path(f"/proc/{pid}").exists() for pid in helpers)
    assert sorted(path.name for path in company.iterdir()) == ["plan.xlsx", "reports"]


def test_nobody_looking_means_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    bars = Bars(Lang.EN, shown=False)
    bars.began -= 60
    bars.watch(words.READING_FILES, 5, 10)
    bars.stop()
    assert capsys.readouterr() == ("", "")


def test_a_bar_names_the_work_and_goes_when_it_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    bars = Bars(Lang.ZH, shown=True)
    bars.watch(words.READING_FILES, 1, 10)
    assert bars.progress is None  # work that is over at once has none
    bars.began -= 60
    bars.drawn -= 60
    bars.watch(words.READING_FILES, 5, 10)
    assert bars.progress is not None
    assert bars.progress.tasks[0].description == "读取文件"
    assert bars.progress.tasks[0].completed == 5
    bars.stop()
    assert bars.progress is None
    assert capsys.readouterr().out == ""
