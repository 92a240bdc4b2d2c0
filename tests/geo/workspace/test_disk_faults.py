"""Disks that refuse: full, read-only, failing, without a log or a lock. Nothing told is lost."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import filelock
import pytest
from command import Command
from disks import small_disk
from old_workspace import make_old_file
from strike_rows import table

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.errors import WorkspaceError
from geo.strikes.schema import empty_claims
from geo.workspace.files import check_workspace, make_workspace
from geo.workspace.homes import files
from geo.workspace.homes.connecting import end_log, keep_log, make_engine
from geo.workspace.store import Workspace
from geo.workspace.tables import VERSION

ROWS = 30
WHY = "a reason of some length " * 400
# A process that may write no file longer than they are, which is how a disk fails in mid-write.
FAILS = """
import resource, sys
import random
import signal
import sqlite3
import time
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

from geo.workspace.homes.connecting import end_log, keep_log, make_engine
from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.errors import WorkspaceError
from geo.workspace.store import Workspace
syria, path = load_gazetteer("sy"), Path(sys.argv[1])
def decide(number):
    opened.decide(Decision(f"name {number}", "", "no place", reason="why " * 3000), syria)
with Workspace(path) as opened:
    decide(0)
    longest = path.with_name(f"{path.name}-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (longest, resource.RLIM_INFINITY))
    try:
        decide(1)
    except WorkspaceError as error:
        print(error)
    print(len(opened.read_strikes()), [one.name for one in opened.list_decisions()])
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    decide(2)
"""


@pytest.fixture(scope="module")
def syria():
    return load_gazetteer("sy")


@pytest.fixture
def disk(tmp_path):
    with small_disk(tmp_path / "disk") as mounted:
        yield mounted


def make(folder):
    path = folder / "work.gpkg"
    rows = [{"place_text": f"name {number}"} for number in range(ROWS)]
    make_workspace(path, table(*rows), empty_claims())
    return path


def decide(opened, syria, number):
    opened.decide(Decision(f"name {number}", "", "no place", reason=WHY), syria)


def names(opened):
    return [one.name for one in opened.list_decisions()]


def test_on_a_full_disk_it_is_told_read_and_written_again_once_there_is_room(disk, syria):
    path = make(disk.folder)
    with Workspace(path) as opened:
        decide(opened, syria, 0)
        disk.fill()
        for act in (lambda: decide(opened, syria, 1), opened.undo):
            with pytest.raises(WorkspaceError) as told:
                act()
            assert str(told.value) == (
                f"{path}: could not be written (database or disk is full); nothing was changed; "
                "make room on its disk"
            )
        assert (len(opened.read_strikes()), names(opened)) == (ROWS, ["name 0"])
        disk.free()
        decide(opened, syria, 2)
        disk.fill()
    disk.free()
    assert check_workspace(path) == []
    with Workspace(path) as opened:
        assert names(opened) == ["name 0", "name 2"]
        assert [entry.what for entry in opened.list_log()] == ["name 2", "name 0"]


def test_on_a_full_disk_it_is_opened_to_read_and_no_file_is_made(disk, syria):
    path = make(disk.folder)
    disk.fill()
    with Workspace(path, who="Rana") as opened:
        assert not opened.writable
        assert len(opened.read_strikes()) == ROWS
        with pytest.raises(WorkspaceError, match=r"is full.*make room on its disk, and open it"):
            decide(opened, syria, 1)
    with pytest.raises(WorkspaceError) as told:
        make_workspace(path.with_name("more.gpkg"), table({}), empty_claims())
    assert len(str(told.value)) < 200
    assert "disk is full); choose another folder or free some space" in str(told.value)
    done = Command(disk.folder)("workspace", "decide", path, "name 3", "--no-place")
    assert done.returncode == 1
    assert "make room on its disk" in done.stderr
    disk.free()
    assert [name for name in disk.files() if not name.endswith(".lock")] == ["work.gpkg"]
    with Workspace(path) as opened:
        decide(opened, syria, 1)


def test_on_a_full_disk_an_older_file_is_not_brought_up_and_stays_whole(disk):
    path = disk.folder / "work.gpkg"
    make_old_file(path, VERSION - 1, table({}, {}), empty_claims())
    before = path.read_bytes()
    disk.fill()
    with pytest.raises(WorkspaceError, match=r"no copy could be kept beside it.*make room there"):
        Workspace(path)
    with Workspace(path, writing=False) as opened:
        assert len(opened.read_strikes()) == 2
    disk.free()
    assert path.read_bytes() == before
    Workspace(path).close()
    assert [name for name in disk.files() if name.endswith(".gpkg")] == [
        f"work.before-{VERSION}.gpkg", "work.gpkg",
    ]  # fmt: skip


@pytest.mark.parametrize("access", ["told", "not told"])
def test_on_a_disk_that_is_only_read_it_is_read(disk, syria, monkeypatch, access):
    path = make(disk.folder)
    with Workspace(path) as opened:
        decide(opened, syria, 0)
    disk.turn("ro")
    if access == "not told":  # as a server does that makes root nobody
        monkeypatch.setattr(os, "access", lambda *_: True)
    with Workspace(path) as opened:
        assert not opened.writable
        assert (len(opened.read_strikes()), names(opened)) == (ROWS, ["name 0"])
        said = r"work\.gpkg: (may not be written|could not be locked).*only read"
        with pytest.raises(WorkspaceError, match=said):
            decide(opened, syria, 1)
    assert check_workspace(path) == []
    with pytest.raises(WorkspaceError, match=r"more\.gpkg: cannot be written .*another folder"):
        make_workspace(path.with_name("more.gpkg"), table({}), empty_claims())
    assert [name for name in disk.files() if not name.endswith(".lock")] == ["work.gpkg"]


def test_a_disk_that_fails_in_the_midst_of_a_write_loses_nothing_that_was_told(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    path = make(folder)
    done = subprocess.run([sys.executable, "-c", FAILS, path], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    told, read = done.stdout.splitlines()
    assert told == (
        f"{path}: could not be written (disk I/O error); nothing was changed; see that its disk "
        "is there, works and has room"
    )
    assert read == f"{ROWS} ['name 0']"
    assert check_workspace(path) == []
    with Workspace(path) as opened:
        assert names(opened) == ["name 0", "name 2"]


def test_where_the_disk_takes_no_log_every_change_is_kept_all_the_same(
    tmp_path, syria, monkeypatch
):
    path, connect = make(tmp_path), sqlite3.connect

    def without_shared_memory(address, **settings):
        return connect(f"{address}&vfs=unix-none", **settings)  # as SQLite meets a network drive

    monkeypatch.setattr(sqlite3, "connect", without_shared_memory)
    with Workspace(path) as opened:
        assert not opened.keeps_log
        decide(opened, syria, 0)
        assert not path.with_name("work.gpkg-wal").exists()
        opened.undo()
        opened.redo()
        assert names(opened) == ["name 0"]
    monkeypatch.undo()
    assert check_workspace(path) == []
    with Workspace(path) as opened:
        assert opened.keeps_log
        assert names(opened) == ["name 0"]


@pytest.mark.parametrize(
    "error", [NotImplementedError("no flock"), PermissionError(13, "Permission denied")]
)
def test_where_no_lock_can_be_kept_it_is_read(tmp_path, syria, monkeypatch, error):
    def refuse(*_: object, **__: object) -> None:
        raise error

    path = make(tmp_path)
    monkeypatch.setattr(filelock.FileLock, "acquire", refuse)
    with Workspace(path) as opened:
        assert len(opened.read_strikes()) == ROWS
        with pytest.raises(WorkspaceError, match=r"could not be locked \(.*\); see that its"):
            decide(opened, syria, 1)


def test_a_disk_without_second_names_of_files_takes_a_new_workspace(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(files.os, "link", refuse)
    path = make(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["work.gpkg"]
    with pytest.raises(WorkspaceError, match="is there already"):
        make(tmp_path)
    assert check_workspace(path) == []


def test_two_threads_that_make_one_file_make_it_once_and_two_files_both(tmp_path) -> None:
    """As a press pressed twice does in the app, and two visitors at once."""
    rows = table(*[{"place_text": f"name {number}"} for number in range(ROWS)])

    def make_named(name: str) -> str:
        try:
            make_workspace(tmp_path / name, rows, empty_claims())
        except WorkspaceError as error:
            return str(error).partition(": ")[2]
        return ""

    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(make_named, ["one.gpkg", "one.gpkg", "two.gpkg", "three.gpkg"]))
    assert sorted(said[:2]) == ["", "is there already; name another file"]
    assert said[2:] == ["", ""]
    names = ["one.gpkg", "three.gpkg", "two.gpkg"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert all(check_workspace(tmp_path / name) == [] for name in names)


def turn_to_and_fro(path: Path) -> None:
    """Keep a file with a log and without one, in turns, until this process is killed."""
    engine = make_engine(path, writable=True)
    while keep_log(engine):
        end_log(engine)


def test_killed_while_a_log_begins_or_ends_it_still_opens_to_read_alone(tmp_path: Path) -> None:
    path, chance = tmp_path / "work.gpkg", random.Random(14)
    with closing(sqlite3.connect(path)) as database:
        database.executescript("CREATE TABLE names (name); INSERT INTO names VALUES ('Suran')")
    for _ in range(12):
        child = get_context("fork").Process(target=turn_to_and_fro, args=(path,))
        child.start()
        time.sleep(chance.uniform(0.01, 0.06))
        child.kill()
        child.join()
        assert child.exitcode == -signal.SIGKILL
        # As GDAL does; a journal that waits to be taken back is refused.
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as reader:
            assert reader.execute("SELECT name FROM names").fetchall() == [("Suran",)]
        assert not path.with_name(f"{path.name}-journal").exists()
    engine = make_engine(path, writable=True)
    assert keep_log(engine)
    end_log(engine)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
