"""A workspace on disk: decided in, undone, redone, read by others, and never half written."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pandas as pd
import pyogrio
import pytest
from copied_workspace import copy_workspace

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.errors import WorkspaceError
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.workspace import deciding, store
from geo.workspace.files import check_workspace, make_workspace
from geo.workspace.store import Workspace

PLACES = [("Suran", None), ("SURAN", None), ("Suran", "Hama"), ("Zyxfold", "Hama"),
          ("Talbiseh", "Homs")]  # fmt: skip
SURAN = Decision("Suran", "", "place", "gn:163915", reason="the video says")
# For each path that it is told: a process that decides until it is killed, and its number before.
DECIDES = """
import os, sys
from pathlib import Path
from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.workspace.store import Workspace
syria = load_gazetteer("sy")
for path in sys.stdin:
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        print("killed", flush=True)
        continue
    print(os.getpid(), flush=True)
    with Workspace(Path(path.rstrip())) as opened:
        for number in range(10_000):
            opened.decide(Decision(f"name {number}", "", "no place"), syria)
            print(number, flush=True)
"""


@pytest.fixture(scope="module")
def land():
    return load_gazetteer("sy"), load_boundaries("sy")


@pytest.fixture(scope="module")
def located(land):
    rows = [
        {"date": f"2016-09-0{at + 1}", "place": p, "governorate": g, "source": "SOHR"}
        for at, (p, g) in enumerate(PLACES)
    ]
    rows.append({"date": "2016-09-09", "place": "Suran", "lon": 36.7, "lat": 35.2})
    return locate(read_strikes(pd.DataFrame(rows)), land[0], boundaries=land[1])


@pytest.fixture
def path(located, tmp_path):
    made = tmp_path / "work.gpkg"
    return copy_workspace(made, located.strikes, located.claims, located="sy sy 1 0")


def ask(opened, pragma):
    """Ask the database itself, over the one connection that it has."""
    raw = opened._home.engine.raw_connection()
    try:
        return raw.cursor().execute(pragma).fetchone()[0]
    finally:
        raw.close()


def methods_of(strikes):
    return strikes.sort_values("date_start")["match_method"].tolist()


def test_what_is_put_in_comes_out(path, located):
    with Workspace(path) as opened:
        strikes, claims = opened.read_strikes(), opened.read_claims()
        assert opened.located == "sy sy 1 0"
    assert strikes["added"].notna().all()  # the day that they came into the workspace
    put_in = located.strikes.loc[strikes.index].drop(columns="added")
    pd.testing.assert_frame_equal(strikes.drop(columns="added"), put_in)
    pd.testing.assert_frame_equal(claims, located.claims)


def test_a_decision_places_all_rows_that_say_the_name_but_those_of_a_given_point(path, land):
    with Workspace(path, who="A") as opened:
        before = methods_of(opened.read_strikes())
        assert opened.decide(SURAN, *land) == 2
        strikes = opened.read_strikes()
        assert methods_of(strikes) == ["reviewed", "reviewed", *before[2:]]
        assert before[-1] == "given"
        row = strikes[strikes["place_text"] == "SURAN"].iloc[0]
        assert (row.place_id, row.adm1_name) == ("gn:163915", "Hama")
        assert row.match_reason.startswith("Suran, decided by A on 20")
        (kept,) = opened.list_decisions()
        assert (kept.name, kept.who, kept.reason) == ("Suran", "A", "the video says")


def test_one_decision_is_not_placed_as_a_table(path, land, monkeypatch):
    with Workspace(path) as opened:
        opened.make_ready(*land)
        monkeypatch.setattr(store, "read_said", None)  # what all rows say is read by then
        monkeypatch.setattr(deciding, "place_decided", None)
        ready = opened._placer
        assert opened.decide(SURAN, *land) == 2
        opened.decide(Decision("Zyxfold", "Hama", "no place"), *land)
        assert opened._placer is ready  # areas and names are made ready once


def test_undo_and_redo_take_steps_back_and_forth_and_are_logged(path, land):
    with Workspace(path, who="A") as opened:
        first = opened.read_strikes()
        opened.decide(SURAN, *land)
        second = opened.read_strikes()
        opened.decide(Decision("Suran", "", "no place"), *land)
        assert opened.undo().what == "Suran"
        pd.testing.assert_frame_equal(opened.read_strikes(), second)
        assert opened.list_decisions()[0].place_id == "gn:163915"
        opened.undo()
        pd.testing.assert_frame_equal(opened.read_strikes(), first)
        assert (opened.list_decisions(), opened.undo()) == ([], None)
        opened.redo()
        pd.testing.assert_frame_equal(opened.read_strikes(), second)
        opened.redo()
        assert opened.redo() is None
        assert opened.list_decisions()[0].verdict == "no place"
        actions = [(entry.action, entry.rows) for entry in reversed(opened.list_log())]
    assert actions == [("decide", 2)] * 2 + [("undo", 2)] * 2 + [("redo", 2)] * 2


def test_after_a_new_decision_nothing_old_is_redone(path, land):
    with Workspace(path) as opened:
        opened.decide(SURAN, *land)
        opened.undo()
        opened.decide(Decision("Zyxfold", "Hama", "no place"), *land)
        assert opened.redo() is None


def test_later_leaves_rows_as_they_are_and_reopens_what_was_decided(path, land):
    with Workspace(path) as opened:
        before = methods_of(opened.read_strikes())
        assert opened.decide(Decision("Suran"), *land) == 0
        opened.decide(SURAN, *land)
        opened.decide(Decision("Suran"), *land)
        assert methods_of(opened.read_strikes())[2:] == before[2:]
        assert "reviewed" not in methods_of(opened.read_strikes())


def test_many_decisions_are_one_step_to_disk_and_a_step_each_in_the_log(path, land):
    with Workspace(path) as opened:
        many = [SURAN, Decision("Zyxfold", "حماة", "point", "", 36.7, 35.2, 2.0)]
        assert opened.decide_many(many, *land) == 3
        assert [entry.what for entry in opened.list_log()] == ["Zyxfold (حماة)", "Suran"]
        opened.undo()
        assert [one.name for one in opened.list_decisions()] == ["Suran"]


def test_a_second_opener_is_told_and_reads_only(path, land):
    with Workspace(path, who="A") as first:
        first.decide(SURAN, *land)
        with Workspace(path, who="B") as second:
            assert not second.writable
            assert second.writer.startswith("A since 20")
            assert methods_of(second.read_strikes())[0] == "reviewed"
            with pytest.raises(WorkspaceError, match=r"is open elsewhere \(A since"):
                second.undo()
    with Workspace(path, who="B") as again:
        assert again.writable


def test_gdal_and_our_own_reader_open_it_as_it_is(path, land):
    with Workspace(path) as opened:
        opened.decide(Decision("Zyxfold", "Hama", "point", "", 36.7, 35.2, 2.0), *land)
    layers = dict(pyogrio.list_layers(path))
    tables = (
        "claims", "corrections", "layers", "log", "mappings", "removed", "views", "workspace",
    )  # fmt: skip
    assert layers == {
        **dict.fromkeys(("strikes", "decisions", "places"), "Point"),
        "layer_features": "Unknown",  # points, lines and areas
        **dict.fromkeys(tables),
    }
    decided = pyogrio.read_dataframe(path, layer="decisions")
    assert (decided.geometry.iloc[0].x, decided["name"].iloc[0]) == (36.7, "Zyxfold")
    reading = read_strikes(path)
    assert (len(reading.strikes), len(reading.rejected)) == (6, 0)
    assert (reading.strikes["match_method"] == "reviewed").sum() == 1


def test_nothing_is_written_over(path, located):
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="is there already"):
        make_workspace(path, located.strikes, located.claims)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["work.gpkg"]


@pytest.mark.parametrize("kind", ["missing", "text", "cut", "other tables", "later version"])
def test_a_file_that_is_no_sound_workspace_is_named_and_left_alone(path, kind):
    if kind == "missing":
        path.unlink()
    elif kind == "text":
        path.write_text("name,verdict\n", "utf-8")
    elif kind == "cut":
        path.write_bytes(path.read_bytes()[:9_000])
    else:
        connection = sqlite3.connect(path)
        with connection:
            change = "DROP TABLE log" if kind == "other tables" else "UPDATE workspace SET value=99"
            connection.execute(change)
        connection.close()
    before = path.read_bytes() if path.exists() else b""
    with pytest.raises(WorkspaceError, match=r"work\.gpkg"):
        Workspace(path)
    assert (path.read_bytes() if path.exists() else b"") == before
    if kind in ("cut", "other tables", "later version"):
        assert check_workspace(path) != []


def test_a_full_disk_changes_nothing_and_says_so(path, land):
    with Workspace(path) as opened:
        pages = ask(opened, "PRAGMA page_count")
        ask(opened, f"PRAGMA max_page_count = {pages}")
        with pytest.raises(WorkspaceError, match=r"full.*nothing was changed"):
            opened.decide(Decision("x" * 50_000, "", "no place"), *land)
        ask(opened, f"PRAGMA max_page_count = {pages + 1000}")
        assert (opened.list_decisions(), opened.list_log()) == ([], [])
        assert opened.decide(SURAN, *land) == 2


def test_a_file_that_may_not_be_written_is_read(path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write whatever chmod says
    with Workspace(path) as opened:
        assert not opened.writable
        assert len(opened.read_strikes()) == 6
        with pytest.raises(WorkspaceError, match="only read here"):
            opened.undo()


def test_a_file_in_a_folder_that_may_not_be_written_is_read_and_nothing_lies_beside(
    path, monkeypatch
):
    beside = path.with_name("work.gpkg-wal"), path.with_name("work.gpkg-shm")
    with Workspace(path) as opened:
        assert beside[0].exists()
    assert not beside[0].exists()  # one file again
    access = os.access
    monkeypatch.setattr(os, "access", lambda at, mode: at != path.parent and access(at, mode))
    with Workspace(path, writing=False) as opened:
        assert len(opened.read_strikes()) == 6
        assert not any(one.exists() for one in beside)
        with pytest.raises(WorkspaceError, match=r"folder that may not be .*work on a copy"):
            opened.undo()


@pytest.fixture
def begins():
    """Give a process that begins others, so that what they all need is loaded once."""
    with subprocess.Popen([sys.executable, "-c", DECIDES], text=True, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as process:  # fmt: skip
        yield process


def decide_and_be_killed(begins, path, seconds):
    """Return how many decisions were acknowledged to have reached the disk."""
    print(path, file=begins.stdin, flush=True)
    number, *told = (begins.stdout.readline() for _ in range(2))  # it decides by now
    time.sleep(seconds)
    os.kill(int(number), signal.SIGKILL)
    while told[-1] != "killed\n":
        told.append(begins.stdout.readline())
        assert told[-1], "the process that begins others has ended"
    return int(told[-2]) + 1


def test_every_decision_that_was_acknowledged_survives_a_kill(path, begins):
    for after in random.Random(14).choices(range(300), k=8):  # ms
        copy = path.with_name(f"killed-{after}.gpkg")
        shutil.copy(path, copy)
        acknowledged = decide_and_be_killed(begins, copy, after / 1000)
        assert pyogrio.list_layers(copy).shape[0] == 12
        # First by one that only reads, and finds what the killed one left half done.
        with Workspace(copy, writing=False) as opened:
            kept = [one.name for one in opened.list_decisions()]
            logged = [entry.what for entry in reversed(opened.list_log())]
        assert kept[:acknowledged] == [f"name {number}" for number in range(acknowledged)]
        assert logged == kept
