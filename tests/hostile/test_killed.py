"""Killed at any moment: whole files stand, what belongs together changes together, no litter."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
import warnings
from pathlib import Path

import pytest
from command import Command

from gazetteer import leftovers
from gazetteer.online import workshop
from geo.errors import ExportError
from geo.files import move_together, name_beside, remove_file, replace_files


@pytest.fixture(autouse=True)
def anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look through every folder, as a process does that has just begun."""
    monkeypatch.setattr(leftovers, "_cleared", set())


def dead_process() -> int:
    """Return the number of a process that is gone."""
    gone = subprocess.Popen(["true"])
    gone.wait()
    return gone.pid


def names_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_only_what_a_dead_process_of_ours_left_is_removed(tmp_path: Path) -> None:
    host, gone, me = leftovers._HOST, dead_process(), os.getpid()
    left = [
        f".a.csv.sm-{host}-{gone}-0123abcd.tmp",
        f".sm-{host}-{gone}-abcd_123",
        f".w.gpkg.sm-{host}-{gone}-0123abcd.gpkg-journal",
        f".a.csv.sm-{host}-{me}-0123abcd.tmp",
    ]  # of a process before that had our number
    strange = [f".a.csv.sm-00000000-{gone}-0123abcd.tmp", f".a.csv.sm-{host}-1-0123abcd.tmp",
               f"a.csv.sm-{host}-{gone}-0123abcd.tmp", ".a.csv.0123abcd.tmp", ".a.tmp",
               f".a.csv.sm-{host}-{gone}-0123abcd.tmp.mine", ".sm-notes"]  # fmt: skip
    for name in [*left, *strange]:
        (tmp_path / name).write_text("x")
    (tmp_path / left[1]).unlink()
    (tmp_path / left[1]).mkdir()
    (tmp_path / left[1] / "inside").write_text("x")
    link = tmp_path / f".b.sm-{host}-{gone}-0123abcd.tmp"
    link.symlink_to(tmp_path / "a stranger's")
    own = name_beside(tmp_path / "b.csv")
    own.write_text("x")
    assert set(leftovers.clear_leftovers(tmp_path)) == set(left)
    assert names_in(tmp_path) == {*strange, own.name, link.name}


def test_an_earlier_run_that_was_cut_off_is_told(tmp_path: Path) -> None:
    left = tmp_path / f".a.rejected.csv.sm-{leftovers._HOST}-{dead_process()}-0123abcd.tmp"
    left.write_text("half")
    with pytest.warns(UserWarning, match=r"was ended while it wrote a\.rejected\.csv"):
        replace_files({tmp_path / "a.csv": "whole"})
    assert names_in(tmp_path) == {"a.csv"}


def test_files_that_belong_together_change_together_or_not_at_all(tmp_path: Path) -> None:
    first, second, gone = (tmp_path / name for name in ("a.csv", "a.rejected.csv", "a.left.csv"))
    gone.write_text("before")
    with move_together():
        replace_files({first: "1"})
        replace_files({first: "one"})
        remove_file(gone)
        replace_files({second: "two"})
        assert not first.exists()
        assert gone.exists()
    assert (first.read_text(), second.read_text(), gone.exists()) == ("one", "two", False)
    (tmp_path / "folder").mkdir()

    def fail_at_the_second() -> None:
        with move_together():
            replace_files({first: "new"})
            replace_files({tmp_path / "folder": "x"})

    with pytest.raises(ExportError, match="is a folder"):
        fail_at_the_second()
    assert first.read_text() == "one"
    assert names_in(tmp_path) == {"a.csv", "a.rejected.csv", "folder"}


def test_a_command_that_fails_late_leaves_the_list_of_refused_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Command(tmp_path)
    run.write("in.csv", "date,place,killed\n2015-10-01,Talbisah,\n,,5\n")
    assert run("export", "in.csv", "--out", "out.csv").returncode == 0
    before = {name: (tmp_path / name).read_bytes() for name in ("out.csv", "out.rejected.csv")}
    run.write("in.csv", "date,place,killed\n2015-10-02,Talbisah,\n,,6\n")
    monkeypatch.setattr("strikemap.cli.export.report_rejected", lambda *_, **__: 1 // 0)
    assert "a fault of strikemap's" in run("export", "in.csv", "--out", "out.csv").stderr
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_killed_at_random_moments_no_half_file_is_seen_and_the_next_run_clears(
    tmp_path: Path,
) -> None:
    files = {tmp_path / "a.csv": b"a", tmp_path / "a.rejected.csv": b"b"}
    chance = random.Random(19)
    for turn in range(20):
        child = os.fork()
        if child == 0:  # writes until it is killed
            number = 0
            while True:
                number += 1
                with move_together():
                    for path, letter in files.items():
                        replace_files({path: letter * (200_000 + turn) + b"%d" % number})
        time.sleep(chance.uniform(0.005, 0.05))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen = [path.read_bytes() for path in files if path.exists()]
        assert all(len(text.rstrip(b"0123456789")) >= 200_000 for text in seen)
    leftovers._cleared.clear()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        replace_files({tmp_path / "a.csv": "whole"})
    assert not any(name.startswith(".") for name in names_in(tmp_path))


def test_a_workshop_keeps_what_can_be_gone_on_with_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "gazetteer" / "sy"
    unfinished = home / "unfinished"
    unfinished.mkdir(parents=True)
    for name in ("SY.zip.part", "SY.zip.tag", "UA.zip.part", "whole.csv"):
        (unfinished / name).write_text("x")
    left = home / f".sm-{leftovers._HOST}-{dead_process()}-0123abcd"
    left.mkdir()
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    monkeypatch.setattr(workshop.tempfile, "gettempdir", lambda: str(tmp_path))
    with leftovers.make_scratch(unfinished):  # another process at work
        workshop.clear_all()
        assert (unfinished / "whole.csv").exists()
    assert not left.exists()
    workshop.clear_all()
    assert names_in(unfinished) == {"SY.zip.part", "SY.zip.tag"}
    for path in unfinished.iterdir():
        path.unlink()
    workshop.clear_all()
    assert not unfinished.exists()
