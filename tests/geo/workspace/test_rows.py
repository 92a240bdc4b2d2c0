"""Rows read as a database holds them, also where another program wrote them otherwise."""

from __future__ import annotations

import sqlite3
import struct

import pytest
import shapely
from copied_workspace import copy_workspace
from strike_rows import table

from geo.errors import SchemaError
from geo.strikes.schema import empty_claims
from geo.workspace.cells import write_head
from geo.workspace.homes.spatial_index import add_functions
from geo.workspace.store import Workspace

POINT = shapely.Point(36.5, 35.25)
OURS = write_head() + struct.pack("<dd", 36.5, 35.25)
WITH_ENVELOPE = b"GP\x00\x03" + struct.pack("<idddd", 4326, 36.5, 36.5, 35.25, 35.25)
OTHERS = {
    "big-endian": b"GP\x00\x01" + struct.pack("<i", 4326) + shapely.to_wkb(POINT, byte_order=0),
    "with an envelope": WITH_ENVELOPE + shapely.to_wkb(POINT),
}


@pytest.fixture
def path(tmp_path):
    rows = table({"place_text": "Suran"}, {}, {})
    return copy_workspace(tmp_path / "work.gpkg", rows, empty_claims())


def write(path, order, *cells):
    connection = sqlite3.connect(path)
    add_functions(connection)
    with connection:
        connection.execute(order, cells)
    connection.close()


def read(path):
    with Workspace(path, writing=False) as opened:
        return opened.read_strikes()


@pytest.mark.parametrize("cell", [OURS, *OTHERS.values()], ids=["ours", *OTHERS])
def test_a_point_is_read_however_it_was_written(path, cell):
    write(path, "UPDATE strikes SET geom = ? WHERE strike_id = 's:1'", cell)
    write(path, "UPDATE strikes SET geom = NULL WHERE strike_id = 's:2'")
    first, second, third = read(path).geometry
    assert (second.x, second.y) == (36.5, 35.25)
    assert first is not None
    assert third is None


def test_no_point_at_all_is_read(path):
    write(path, "UPDATE strikes SET geom = NULL")
    assert read(path).geometry.isna().all()


def test_a_number_in_a_column_of_texts_is_a_text(path):
    write(path, "ALTER TABLE strikes RENAME COLUMN note TO note_of_texts")
    write(path, "ALTER TABLE strikes ADD COLUMN note BLOB")  # which takes cells as they come
    write(path, "UPDATE strikes SET note = 7 WHERE strike_id = 's:1'")
    notes = read(path)["note"]
    assert (notes.dtype, notes["s:1"]) == ("str", "7")


def test_a_text_in_a_column_of_counts_is_refused(path):
    write(path, "UPDATE strikes SET killed_max = 'many' WHERE strike_id = 's:1'")
    with pytest.raises(SchemaError, match="does not fit its column"):
        read(path)
