"""A workspace of an earlier version: read as it is, and brought up to date with a copy beside."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from copied_workspace import copy_made
from old_workspace import make_old_file
from sqlalchemy import inspect
from sqlalchemy.dialects import sqlite
from strike_rows import table

from gazetteer.decisions.decision import Decision
from geo.errors import WorkspaceError
from geo.strikes.schema import empty_claims
from geo.workspace.cells import make_point
from geo.workspace.editing.desk import Desk
from geo.workspace.files import check_workspace, make_workspace
from geo.workspace.homes import files, migrating
from geo.workspace.homes.connecting import make_engine
from geo.workspace.homes.migrations.versions.version_3 import _turn
from geo.workspace.homes.spatial_index import add_functions
from geo.workspace.store import Workspace
from geo.workspace.tables import TABLES, VERSION

SAID = Decision("Suran", "Hama", "point", "", 36.5, 35.5, 2.0, "the video", "Rana", "2026-01-01")

FIRST = [table({}, {}).geometry.iloc[0].x, table({}, {}).geometry.iloc[0].y]
write_point = make_point().dialect_impl(sqlite.dialect()).bind_processor(sqlite.dialect())
LISTED = 3  # the version from which on the log holds rows of tables
SCHEMA = "SELECT name, sql FROM sqlite_master ORDER BY name"
ENTRY = (
    "INSERT INTO log (at, who, action, what, rows, why, before, after) "
    "VALUES ('2026', 'Rana', 'decide', 'Suran (Hama)', 1, '', ?, ?)"
)


def make_old(path: Path, version: int) -> Path:
    """Make a workspace as an earlier version wrote it, with a decision in its log."""
    return copy_made(("old", version), path, lambda fresh: _make_old(fresh, version))


def _make_old(path: Path, version: int) -> None:
    make_old_file(path, version, table({"place_text": "Suran"}, {}), empty_claims())
    connection = sqlite3.connect(path)
    add_functions(connection)  # from version 5 on triggers call them
    names = [row[1] for row in connection.execute("PRAGMA table_info(strikes)")]
    row = dict(zip(names, connection.execute("SELECT * FROM strikes").fetchone(), strict=True))
    state = {name: row[name] for name in ("place_id", "match_method", "match_reason")}
    before = {"decision": None, "rows": [[{**state, "point": FIRST}, ["s:0"]]]}
    now = {**state, "match_method": "reviewed", "point": [36.5, 35.5]}
    after = {"decision": asdict(SAID), "rows": [[now, ["s:0"]]]}
    sides = _turn(before, after) if version >= LISTED else (before, after)
    texts = [json.dumps(one, ensure_ascii=False) for one in sides]
    connection.execute(ENTRY, texts)
    values = {("decided" if name == "when" else name): cell for name, cell in asdict(SAID).items()}
    values["name_key"], values["governorate_key"] = SAID.key
    values["geom"] = write_point([36.5, 35.5])
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO decisions ({', '.join(values)}) VALUES ({marks})",
                       list(values.values()))  # fmt: skip
    connection.execute("UPDATE strikes SET match_method = 'reviewed', geom = ?"
                       " WHERE strike_id = 's:0'", [values["geom"]])  # fmt: skip
    connection.commit()
    connection.close()


@pytest.fixture(params=range(1, VERSION), ids="of version {}".format)
def path(request, tmp_path: Path) -> Path:
    return make_old(tmp_path / "work.gpkg", request.param)


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        said = "SELECT value FROM workspace WHERE key = 'version'"
        return int(connection.execute(said).fetchone()[0])
    finally:
        connection.close()


def test_it_is_read_as_it_is_and_nothing_is_written(path):
    before = path.read_bytes()
    with Workspace(path, writing=False) as opened:
        assert opened.read_strikes()["corrected"].isna().all()
        assert opened.list_decisions() == [SAID]
    assert check_workspace(path) == []
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.glob("*.gpkg")] == ["work.gpkg"]


def test_it_is_brought_up_to_date_once_it_is_written(path):
    old = version(path)
    with Workspace(path) as opened:
        Desk(opened).correct("s:0", {"kind": "drone"})
        assert opened.read_strikes().loc["s:0", "corrected"] == "kind airstrike"
    copy = path.with_name(f"work.before-{VERSION}.gpkg")
    assert (version(path), version(copy)) == (VERSION, old)
    assert check_workspace(path) == []
    assert check_workspace(copy) == []


def test_what_was_decided_before_is_undone_and_redone_after(path):
    with Workspace(path) as opened:
        opened.undo()
        assert opened.list_decisions() == []
        assert opened.read_strikes().loc["s:0"].geometry.x == FIRST[0]
        opened.redo()
        assert opened.list_decisions() == [SAID]
        assert opened.read_strikes().loc["s:0"].geometry.x == 36.5


def test_its_tables_are_those_of_a_new_one(path, tmp_path):
    Workspace(path).close()
    fresh = tmp_path / "fresh.gpkg"
    make_workspace(fresh, table({}, {}), empty_claims())
    for made in (path, fresh):
        found = inspect(make_engine(made, writable=False))
        for name, described in TABLES.tables.items():
            columns = {column["name"] for column in found.get_columns(name)}
            assert columns == {column.name for column in described.columns}, name
            indexes = {index["name"] for index in found.get_indexes(name)}
            assert indexes == {index.name for index in described.indexes}, name


def test_the_last_migration_is_the_version_of_the_tables():
    scripts = ScriptDirectory(str(Path(migrating.__file__).with_name("migrations")))
    assert scripts.get_current_head() == str(VERSION)


def test_a_copy_that_is_there_is_never_written_over(path):
    old = version(path)
    beside = path.with_name(f"work.before-{VERSION}.gpkg")
    beside.write_text("mine", encoding="utf-8")
    Workspace(path).close()
    assert beside.read_text(encoding="utf-8") == "mine"
    assert version(path.with_name(f"work.before-{VERSION}-2.gpkg")) == old


def test_where_no_copy_can_be_kept_nothing_is_changed(path, monkeypatch):
    old = version(path)

    def refuse(*_: object) -> Path:
        raise WorkspaceError(f"{path}: no copy could be kept beside it")

    monkeypatch.setattr(files, "keep_copy", refuse)
    with pytest.raises(WorkspaceError, match="no copy could be kept"):
        Workspace(path)
    assert version(path) == old
    with Workspace(path, writing=False) as opened:
        assert len(opened.read_strikes()) == 2


def test_half_a_migration_is_none(path, monkeypatch):
    old, before = version(path), sqlite3.connect(path).execute("SELECT * FROM log").fetchall()
    schema = sqlite3.connect(path).execute(SCHEMA).fetchall()

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk is full")

    monkeypatch.setattr(migrating, "_list_layers", fail)
    with pytest.raises(WorkspaceError, match=r"disk is full.*nothing was changed"):
        Workspace(path)
    assert version(path) == old
    assert sqlite3.connect(path).execute("SELECT * FROM log").fetchall() == before
    assert sqlite3.connect(path).execute(SCHEMA).fetchall() == schema
