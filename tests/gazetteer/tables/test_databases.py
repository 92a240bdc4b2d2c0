"""Databases of strangers: only what is stored is read, and no more than the file can hold."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from gazetteer.errors import GazetteerError
from gazetteer.tables.databases import list_tables, open_database, read_batches, read_table
from gazetteer.tables.read import read_places


def make(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def paired(times: int) -> str:
    return ", ".join(f"towns AS t{number}" for number in range(times))


TOWNS = ("CREATE TABLE towns(name, people)", "INSERT INTO towns VALUES ('Homs', 5), ('Idlib', 7)")


def test_a_plain_table_is_read_by_columns(tmp_path):
    path = make(tmp_path / "a.db", *TOWNS)
    for source in (path, path.read_bytes()):
        with open_database(source, "a.db") as connection:
            assert list_tables(connection) == {"towns"}
            read = read_table(connection, "towns")
        assert read == {"name": ["Homs", "Idlib"], "people": [5, 7]}


def test_views_and_virtual_tables_are_no_tables(tmp_path):
    path = make(
        tmp_path / "a.db", *TOWNS, "CREATE VIEW v AS SELECT * FROM towns",
        "CREATE VIRTUAL TABLE boxes USING rtree(id, west, east)",
    )  # fmt: skip
    with open_database(path, "a.db") as connection:
        assert not {"v", "boxes"} & list_tables(connection)


def disguised(path: Path) -> Path:
    """Make a view that its schema calls a table."""
    make(path, *TOWNS, "CREATE TABLE v(name)")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = 'CREATE VIEW v AS SELECT name FROM towns', rootpage = 0 "
        "WHERE name = 'v'"
    )
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize(
    "statement",
    ["SELECT name FROM v", "SELECT hex(name) FROM towns", "DELETE FROM towns",
     "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
     "ATTACH 'other.db' AS other", "PRAGMA journal_mode = WAL"],
)  # fmt: skip
def test_nothing_but_stored_rows_is_read(tmp_path, statement):
    path = disguised(tmp_path / "a.db")
    with (
        pytest.raises(GazetteerError, match=r"a\.db: cannot be read as a database"),
        open_database(path, "a.db") as connection,
    ):
        list(read_batches(connection, statement))


def test_computed_columns_are_left_out(tmp_path):
    path = make(
        tmp_path / "a.db",
        "CREATE TABLE towns(name, long AS (name || name))",
        "INSERT INTO towns VALUES ('Homs')",
    )
    with open_database(path, "a.db") as connection:
        assert read_table(connection, "towns") == {"name": ["Homs"]}


def test_rows_that_come_to_many_times_the_file_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("gazetteer.tables.databases._SPARE", 1000)
    path = make(tmp_path / "a.db", *TOWNS)
    with (
        pytest.raises(GazetteerError, match="many times its size"),
        open_database(path, "a.db") as connection,
    ):
        list(read_batches(connection, f"SELECT t0.name FROM {paired(14)}"))


def test_what_computes_longer_than_its_size_warrants_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("gazetteer.tables.databases._SPARE", 1000)
    path = make(tmp_path / "a.db", *TOWNS)
    with (
        pytest.raises(GazetteerError, match="interrupted"),
        open_database(path, "a.db") as connection,
    ):
        list(read_batches(connection, f"SELECT 1 FROM {paired(24)} WHERE t0.name < t23.people"))


def test_a_database_is_not_written_and_what_is_in_its_log_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("CREATE TABLE plain (a)")
    writer.commit()
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    writer.execute("INSERT INTO plain VALUES ('new')")
    writer.commit()
    with open_database(path, "a.db") as connection:
        assert read_table(connection, "plain") == {"a": ["new"]}
        with pytest.raises(sqlite3.Error):
            connection.execute("INSERT INTO plain VALUES ('theirs')")
    assert path.read_bytes() == before
    writer.close()
    with open_database(path.read_bytes(), "a.db") as connection:
        assert read_table(connection, "plain") == {"a": ["new"]}


def test_a_database_whose_tables_are_views_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", "CREATE VIEW spr AS SELECT 1", "CREATE TABLE names (id)")
    with pytest.raises(GazetteerError, match="holds names; a Who's On First database has"):
        read_places(path)
