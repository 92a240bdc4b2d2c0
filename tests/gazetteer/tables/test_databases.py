"""Databases of strangers: nothing in them computes, what another program has written counts."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import samples

from gazetteer.errors import GazetteerError
from gazetteer.tables import databases
from gazetteer.tables.databases import list_tables, open_database, read_table
from gazetteer.tables.read import read_places

ENDLESS = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS a, i AS b FROM n"
)


def make(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def test_views_and_virtual_tables_are_no_plain_tables(tmp_path: Path) -> None:
    path = make(
        tmp_path / "a.db",
        "CREATE TABLE plain (a, b AS (zeroblob(10)))",
        f"CREATE VIEW endless AS {ENDLESS}",
        "CREATE VIRTUAL TABLE words USING fts5(text)",
        "INSERT INTO plain VALUES (1)",
    )
    with open_database(path, "a.db") as connection:
        tables = list_tables(connection)
        assert read_table(connection, "plain") == {"a": [1]}  # what is computed is left out
    assert "plain" in tables
    assert not tables & {"endless", "words", "sqlite_schema"}


def test_a_database_whose_tables_are_views_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", f"CREATE VIEW spr AS {ENDLESS}", "CREATE TABLE names (id)")
    with pytest.raises(GazetteerError, match="holds names; a Who's On First database has"):
        read_places(path)


def test_what_computes_for_long_is_stopped(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(databases, "MOST_SECONDS", 0.0)
    path = make(tmp_path / "a.db", "CREATE TABLE plain (a)")
    with (
        pytest.raises(GazetteerError, match=r"a\.db: cannot be read .*interrupted"),
        open_database(path, "a.db") as connection,
    ):
        connection.execute(f"SELECT count(*) FROM ({ENDLESS})").fetchall()


def test_texts_over_the_limit_are_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(databases, "MOST_BYTES", 5)
    path = make(tmp_path / "a.db", "CREATE TABLE t (a)", "INSERT INTO t VALUES ('abcdef')")
    with pytest.raises(GazetteerError, match="over 5 bytes"), open_database(path, "a") as opened:
        read_table(opened, "t")


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


def test_an_encrypted_archive_is_told(tmp_path: Path) -> None:
    content = bytearray(samples.zipped({"places.csv": "name,lon,lat\nA,1,2\n"}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + at] |= 1
    with pytest.raises(GazetteerError, match=r"a\.zip: is encrypted; unpack it"):
        read_places(samples.write(tmp_path / "a.zip", bytes(content)))
