"""A file arrives whole or not at all, and the old one survives every failure."""

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from salescli.excel.drafts import beside
from salescli.excel.place import place, place_all
from salescli.table.codes import outputs as codes
from salescli.table.errors import CannotWrite
from salescli.table.problem import Code
from salescli.words.language import Lang


def text(content: str) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.write_text(content, encoding="utf-8")

    return write


def raising(error: BaseException) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.write_text("half", encoding="utf-8")
        raise error

    return write


def refused(code: Code, path: Path, force: bool = False, inputs: tuple[Path, ...] = ()) -> str:
    """The message of the refusal, in English."""
    with pytest.raises(CannotWrite) as caught:
        place(path, text("new"), force=force, inputs=inputs)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert caught.value.problems[0].message(Lang.ZH)
    return caught.value.problems[0].message(Lang.EN)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "跟踪.xlsx"
    path.write_text("old", encoding="utf-8")
    return path


def test_a_new_file_is_put_in_place(tmp_path: Path) -> None:
    path = tmp_path / "跟踪.xlsx"
    assert place(path, text("new")) == path
    assert path.read_text(encoding="utf-8") == "new"
    assert names(tmp_path) == ["跟踪.xlsx"]


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "x.xlsx"
    place(path, text("new"))
    assert path.read_text(encoding="utf-8") == "new"


def test_a_folder_made_for_nothing_is_unmade(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        place(tmp_path / "a" / "b" / "x.xlsx", raising(RuntimeError()))
    assert names(tmp_path) == []


def test_an_existing_file_needs_force(old: Path) -> None:
    message = refused(codes.OUTPUT_EXISTS, old)
    assert "--force" in message
    assert "跟踪-2.xlsx" in message
    assert old.read_text(encoding="utf-8") == "old"
    place(old, text("new"), force=True)
    assert old.read_text(encoding="utf-8") == "new"


def test_the_suggested_name_is_free(old: Path) -> None:
    old.with_name("跟踪-2.xlsx").touch()
    old.with_name("~$跟踪-3.xlsx").touch()
    assert "跟踪-4.xlsx" in refused(codes.OUTPUT_EXISTS, old)


@pytest.mark.parametrize("error", [RuntimeError("bug"), KeyboardInterrupt(), SystemExit()])
def test_whatever_is_raised_the_old_file_stays(old: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        place(old, raising(error), force=True)
    assert old.read_text(encoding="utf-8") == "old"
    assert names(old.parent) == ["跟踪.xlsx"]


def test_an_input_is_never_an_output(old: Path) -> None:
    assert "input" in refused(codes.OUTPUT_IS_INPUT, old, force=True, inputs=(old,))


def test_an_input_under_another_name_is_recognised(old: Path, tmp_path: Path) -> None:
    linked, hard = tmp_path / "link.xlsx", tmp_path / "hard.xlsx"
    linked.symlink_to(old)
    hard.hardlink_to(old)
    for other in (linked, hard, tmp_path / "." / ".." / tmp_path.name / old.name):
        refused(codes.OUTPUT_IS_INPUT, other, force=True, inputs=(old,))
    assert old.read_text(encoding="utf-8") == "old"


def test_a_link_is_written_through(old: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.xlsx"
    link.symlink_to(old)
    place(link, text("new"), force=True)
    assert link.is_symlink()
    assert old.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("lock", ["~$跟踪.xlsx", ".~跟踪.xlsx", ".~lock.跟踪.xlsx#"])
def test_an_open_file_is_left_alone(old: Path, lock: str) -> None:
    old.with_name(lock).touch()
    message = refused(codes.OUTPUT_OPEN, old, force=True)
    assert lock in message
    assert "跟踪-2.xlsx" in message


def test_a_file_opened_while_writing_is_left_alone(old: Path) -> None:
    def write(file: Path) -> None:
        file.write_text("new", encoding="utf-8")
        old.with_name("~$跟踪.xlsx").touch()

    with pytest.raises(CannotWrite):
        place(old, write, force=True)
    assert old.read_text(encoding="utf-8") == "old"


def test_a_folder_is_no_output(tmp_path: Path) -> None:
    assert str(tmp_path / "salescli.xlsx") in refused(codes.OUTPUT_NOT_A_FILE, tmp_path, force=True)


def test_a_device_is_no_output() -> None:
    refused(codes.OUTPUT_NOT_A_FILE, Path(os.devnull), force=True)


def test_a_file_in_the_place_of_a_folder(old: Path) -> None:
    refused(codes.NO_FOLDER, old / "x.xlsx")
    refused(codes.NO_FOLDER, old / "deep" / "x.xlsx")


def test_a_name_too_long_for_the_system(tmp_path: Path) -> None:
    refused(codes.WRITE_FAILED, tmp_path / ("长" * 200 + ".xlsx"))
    assert names(tmp_path) == []


def test_a_name_as_long_as_the_system_takes(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 250 + ".xlsx")
    assert place(path, text("new")).exists()


def test_a_full_disk(old: Path) -> None:
    with pytest.raises(CannotWrite) as caught:
        place(old, raising(OSError(errno.ENOSPC, "No space left on device")), force=True)
    assert [problem.code for problem in caught.value.problems] == [codes.DISK_FULL]
    assert names(old.parent) == ["跟踪.xlsx"]


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "touch", denied)
    assert str(tmp_path) in refused(codes.FOLDER_DENIED, tmp_path / "x.xlsx")


def test_a_file_another_program_holds(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> Path:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", denied)
    assert "跟踪-2.xlsx" in refused(codes.OUTPUT_DENIED, old, force=True)
    assert names(old.parent) == ["跟踪.xlsx"]


def test_a_killed_writer_leaves_the_old_file(old: Path) -> None:
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from salescli.excel.place import place\n"
        "def write(file):\n"
        "    file.write_text('half')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "place(Path(sys.argv[1]), write, force=True)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script, str(old)], check=False)
    assert ran.returncode == -signal.SIGKILL
    assert old.read_text(encoding="utf-8") == "old"
    assert list(old.parent.glob("*.xlsx")) == [old]
    assert len(names(old.parent)) == 2
    assert place(old, text("new"), force=True).read_text(encoding="utf-8") == "new"
    assert names(old.parent) == ["跟踪.xlsx"]


def test_what_is_left_of_others_is_removed_only_where_nobody_can_need_it(old: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    mine = beside(old).name
    machine = mine.split("-")[1]
    other = f"{int(machine, 16) ^ 1:08x}"
    kept = {
        mine: 0,  # of a process that runs
        f".salescli-{other}-{gone.pid}-0123456789ab.tmp": 0,  # of another machine, which may be writing
        f".salescli-{other}-{gone.pid}-0123456789ab.old": 0,  # an old file, whose date says nothing of the run
        ".salescli-notes.tmp": 0,  # somebody's own
        "x.tmp": 0,
    }
    stale = {
        f".salescli-{machine}-{gone.pid}-0123456789ab.tmp": 60,
        f".salescli-{machine}-{gone.pid}-0123456789ab.old": 60,
        f".salescli-{other}-{gone.pid}-cccccccccccc.tmp": 90_000,
    }
    for name, age in {**kept, **stale}.items():
        old.with_name(name).touch()
        then = time.time() - (90_000 if name.endswith(".old") else age)
        os.utime(old.with_name(name), (then, then))
    place(old.with_name("new.xlsx"), text("new"))
    assert names(old.parent) == sorted([*kept, "new.xlsx", old.name])


def test_killed_between_two_moves_both_files_are_whole_and_what_was_kept_goes(tmp_path: Path) -> None:
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    for path in (first, second):
        path.write_text("old")
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from salescli.excel import place\n"
        "place._sync_folder = lambda folder: os.kill(os.getpid(), signal.SIGKILL)\n"
        "files = [(Path(name), lambda file: file.write_text('new')) for name in sys.argv[1:]]\n"
        "place.place_all(files, force=True)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script, str(first), str(second)], check=False)
    assert ran.returncode == -signal.SIGKILL
    assert [path.read_text() for path in (first, second)] == ["new", "old"]
    assert len(list(tmp_path.glob(".salescli-*.old"))) == 1
    place_all([(first, text("newer")), (second, text("newer"))], force=True)
    assert names(tmp_path) == ["1.xlsx", "2.xlsx"]


def test_permissions_are_those_of_the_old_file_or_of_any_new_one(old: Path, tmp_path: Path) -> None:
    old.chmod(0o640)
    place(old, text("new"), force=True)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    place(tmp_path / "x.xlsx", text("new"))
    assert (tmp_path / "x.xlsx").stat().st_mode == ordinary.stat().st_mode


def test_a_group_is_written_together(tmp_path: Path) -> None:
    one, two = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    assert place_all([(one, text("1")), (two, text("2"))]) == (one, two)
    assert [path.read_text(encoding="utf-8") for path in (one, two)] == ["1", "2"]
    assert names(tmp_path) == ["1.xlsx", "2.xlsx"]


def test_a_group_fails_before_anything_is_moved(old: Path) -> None:
    with pytest.raises(RuntimeError):
        place_all([(old, text("new")), (old.with_name("2.xlsx"), raising(RuntimeError()))], force=True)
    assert names(old.parent) == ["跟踪.xlsx"]
    assert old.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("can_link", [True, False])
def test_a_failed_move_undoes_the_moves_before_it(old: Path, monkeypatch: pytest.MonkeyPatch, can_link: bool) -> None:
    really = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "3.xlsx":
            raise PermissionError(errno.EACCES, "in use")
        return really(self, target)

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "replace", replace)
    if not can_link:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    group = [(old, text("a")), (old.with_name("2.xlsx"), text("b")), (old.with_name("3.xlsx"), text("c"))]
    with pytest.raises(CannotWrite):
        place_all(group, force=True)
    assert names(old.parent) == ["跟踪.xlsx"]
    assert old.read_text(encoding="utf-8") == "old"


def test_two_outputs_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with pytest.raises(CannotWrite) as caught:
        place_all([(path, text("1")), (tmp_path / "." / "x.xlsx", text("2"))])
    assert [problem.code for problem in caught.value.problems] == [codes.OUTPUT_TWICE]
    assert names(tmp_path) == []
