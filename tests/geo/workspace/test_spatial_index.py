"""The spatial index of a workspace: as GDAL has it, kept by every write, mended where it lacks."""

from __future__ import annotations

import random
import sqlite3

import geopandas as gpd
import pyogrio
import pytest
import shapely
from command import Command
from copied_workspace import copy_workspace
from strike_rows import AREA, table

from geo.errors import WorkspaceError
from geo.strikes.schema import empty_claims
from geo.workspace.changes import Change, Patch
from geo.workspace.files import check_workspace, make_workspace, note_workspace
from geo.workspace.homes import spatial_index
from geo.workspace.homes.spatial_index import add_functions
from geo.workspace.store import Workspace
from geo.workspace.tables import FEATURES

MOVE = Patch("strikes", ("s:0",), {}, {"geom": [41.0, 33.0]})
BOX = (36.0, 34.0, 37.0, 35.0)
NAMES = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree%'"
BOXES = """SELECT s.fid, ST_MinX(geom), ST_MinY(geom), minx, maxx, miny, maxy FROM strikes s
FULL JOIN rtree_strikes_geom r ON r.id = s.fid WHERE geom IS NOT NULL OR r.id IS NOT NULL"""


@pytest.fixture
def path(tmp_path):
    rows = [{"geometry": shapely.Point(36.05 + at / 10, 34.5)} for at in range(20)]
    return copy_workspace(tmp_path / "work.gpkg", table(*rows, AREA), empty_claims())


def ask(path, order):
    connection = sqlite3.connect(path)
    add_functions(connection)
    found = connection.execute(order).fetchall()
    connection.commit()
    connection.close()
    return found


def assert_whole(path):
    for fid, x, y, west, east, south, north in ask(path, BOXES):
        assert west <= x <= east, fid  # none where one of both is missing
        assert south <= y <= north, fid
    assert note_workspace(path) == []


def test_gdal_reads_by_it_what_is_in_view(path):
    for layer in FEATURES:
        assert pyogrio.read_info(path, layer=layer)["capabilities"]["fast_spatial_filter"]
    found = pyogrio.read_dataframe(path, layer="strikes", bbox=BOX)
    assert sorted(found["strike_id"]) == sorted(f"s:{at}" for at in range(10))
    assert_whole(path)


def test_its_triggers_are_those_that_gdal_makes(path, tmp_path):
    theirs = tmp_path / "theirs.gpkg"
    points = gpd.GeoDataFrame({"a": [1]}, geometry=[shapely.Point(1, 2)], crs=4326)
    pyogrio.write_dataframe(points, theirs, layer="strikes", geometry_type="Point")
    ours = {name for (name,) in ask(path, NAMES) if name.startswith("rtree_strikes")}
    assert ours == {name for (name,) in ask(theirs, NAMES)}
    said = "SELECT * FROM gpkg_extensions WHERE table_name = 'strikes'"
    assert ask(path, said) == ask(theirs, said)


def test_every_write_keeps_it_and_so_does_gdal(path):
    chance = random.Random(14)
    with Workspace(path) as opened:
        for number in range(30):
            key = f"s:{chance.randrange(20)}"
            (row,) = opened.find_rows("strikes", "strike_id", [key])
            at = chance.choice([None, [chance.uniform(35, 42), chance.uniform(32, 37)]])
            before, after = {"geom": row["geom"]}, {"geom": at}
            if before != after:
                opened.apply(Change("move", key, [Patch("strikes", (key,), before, after)], ""))
            if number % 5 == 4:
                opened.undo()
    assert_whole(path)
    more = pyogrio.read_dataframe(path, layer="strikes").iloc[:1].assign(strike_id="s:99")
    pyogrio.write_dataframe(more.set_geometry([shapely.Point(40, 33)]), path, layer="strikes",
                            append=True)  # fmt: skip
    assert_whole(path)
    ask(path, "DELETE FROM strikes WHERE strike_id IN ('s:99', 's:3')")
    ask(path, "UPDATE strikes SET fid = fid + 1000")
    assert_whole(path)


@pytest.mark.parametrize(
    ("order", "note"),
    [
        ("DROP TRIGGER rtree_strikes_geom_insert", "is not kept by triggers"),
        ("DROP TABLE rtree_strikes_geom", "is missing"),
        ("DELETE FROM rtree_strikes_geom WHERE id < 4", "holds 17 of 20 points"),
        ("DELETE FROM gpkg_extensions", "is missing"),
    ],
)
def test_what_it_lacks_is_said_by_check_and_mended_when_the_file_is_opened_to_write(
    path, order, note
):
    ask(path, order)
    told = Command(path.parent)("workspace", "check", path)
    assert (told.returncode, told.stderr.splitlines()[0]) == (0, f"{path}: sound")
    assert f"note: the spatial index of strikes {note}" in told.stderr
    Workspace(path, writing=False).close()
    assert note_workspace(path)
    Workspace(path).close()
    assert_whole(path)
    assert check_workspace(path) == []


def test_an_empty_point_has_no_box_and_is_no_gap(path):
    with_empty = pyogrio.read_dataframe(path, layer="strikes").iloc[:1].assign(strike_id="s:98")
    empty = with_empty.set_geometry([shapely.Point()])
    pyogrio.write_dataframe(empty, path, layer="strikes", append=True)
    assert ask(path, "SELECT count(*) FROM strikes WHERE geom NOT NULL") == [(21,)]
    assert note_workspace(path) == []


def test_without_an_r_tree_a_file_is_made_without_and_gets_it_later(tmp_path, monkeypatch):
    fresh = tmp_path / "fresh.gpkg"
    with monkeypatch.context() as patched:
        patched.setattr(spatial_index, "_can_keep", lambda _: False)
        make_workspace(fresh, table({}), empty_claims())
        with Workspace(fresh) as opened:
            opened.apply(Change("move", "s:0", [MOVE], ""))
        assert check_workspace(fresh) == []
        assert "no R-tree" in note_workspace(fresh)[0]
        assert ask(fresh, NAMES) == []
    Workspace(fresh).close()
    assert_whole(fresh)


def test_without_an_r_tree_a_file_that_has_an_index_is_read(path, monkeypatch):
    monkeypatch.setattr(spatial_index, "_can_keep", lambda _: False)
    with Workspace(path) as opened:
        assert len(opened.read_strikes()) == 21
        with pytest.raises(WorkspaceError, match=r"no R-tree.*and open it again"):
            opened.apply(Change("move", "s:0", [MOVE], ""))
    assert sorted(file.name for file in path.parent.glob("*gpkg*")) == [
        "work.gpkg",
        "work.gpkg.lock",
    ]
    monkeypatch.undo()
    assert_whole(path)
