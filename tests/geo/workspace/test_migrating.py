"""A workspace of the first version: read as it is, and brought up to date with a copy beside."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from strike_rows import table

from geo.errors import WorkspaceError
from geo.strikes.schema import empty_claims
from geo.workspace import migrating
from geo.workspace.editing.desk import Desk
from geo.workspace.files import check_workspace, make_workspace
from geo.workspace.store import Workspace
from geo.workspace.tables import read_value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a workspace as the first version wrote it."""
    made = tmp_path / "work.gpkg"
    make_workspace(made, table({}, {}), empty_claims())
    connection = sqlite3.connect(made)
    for name in ("corrections", "removed"):
        connection.execute(f"DROP TABLE {name}")
        connection.execute("DELETE FROM gpkg_contents WHERE table_name = ?", (name,))
    for name in ("claims_by_id", "claims_by_strike", "strikes_by_lead"):
        connection.execute(f"DROP INDEX {name}")
    for column in ("corrected", "added", "revised"):
        connection.execute(f"ALTER TABLE strikes DROP COLUMN {column}")
    connection.execute("UPDATE workspace SET value = '1' WHERE key = 'version'")
    connection.commit()
    connection.close()
    return made


def version(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return read_value(connection, "version")
    finally:
        connection.close()


def test_it_is_read_as_it_is_and_nothing_is_written(path):
    before = path.read_bytes()
    with Workspace(path, writing=False) as opened:
        assert opened.read_strikes()["corrected"].isna().all()
    assert check_workspace(path) == []
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.glob("*.gpkg")] == ["work.gpkg"]


def test_it_is_brought_up_to_date_once_it_is_written(path):
    with Workspace(path) as opened:
        Desk(opened).correct("s:0", {"kind": "drone"})
        assert opened.read_strikes().loc["s:0", "corrected"] == "kind airstrike"
    copy = path.with_name("work.before-2.gpkg")
    assert (version(path), version(copy)) == ("2", "1")
    assert check_workspace(path) == []
    assert check_workspace(copy) == []


def test_a_copy_that_is_there_is_never_written_over(path):
    beside = path.with_name("work.before-2.gpkg")
    beside.write_text("mine", encoding="utf-8")
    Workspace(path).close()
    assert beside.read_text(encoding="utf-8") == "mine"
    assert version(path.with_name("work.before-2-2.gpkg")) == "1"


def test_where_no_copy_can_be_kept_nothing_is_changed(path, monkeypatch):
    def refuse(*_: object) -> Path:
        raise WorkspaceError(f"{path}: no copy could be kept beside it")

    monkeypatch.setattr(migrating, "keep_copy", refuse)
    with pytest.raises(WorkspaceError, match="no copy could be kept"):
        Workspace(path)
    assert version(path) == "1"
    with Workspace(path, writing=False) as opened:
        assert len(opened.read_strikes()) == 2


def test_half_a_migration_is_none(path, monkeypatch):
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk is full")

    monkeypatch.setattr(migrating, "add_editing", fail)
    with pytest.raises(WorkspaceError, match=r"disk is full.*nothing was changed"):
        Workspace(path)
    assert version(path) == "1"
