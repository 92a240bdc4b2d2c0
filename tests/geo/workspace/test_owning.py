"""Places of a person's own: they count in matching at once, are undone, corrected, taken along."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from copied_workspace import copy_workspace

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.errors import CorrectionError, WorkspaceError
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.moving import Land
from geo.workspace.own_places import OwnPlace, extend, write_places
from geo.workspace.owning import keep_place, list_places, make_id, match_own, remove_place
from geo.workspace.store import Workspace

OWN = OwnPlace("own:1", "Zyxfold", 36.7, 35.2, 1.5, other_names=("زيكسفولد",), source="SOHR")
ROWS = [
    {"place": "Zyxfold", "governorate": "Hama"},
    {"place": "زيكسفولد"},
    {"place": "Talbiseh", "governorate": "Homs"},
    {"place": "Zyxfoldia"},
    {"place": "Zyxfold", "lon": 36.0, "lat": 35.0},
]


@pytest.fixture(scope="module")
def land():
    return load_gazetteer("sy"), load_boundaries("sy")


@pytest.fixture(scope="module")
def located(land):
    rows = [{"date": f"2016-09-0{at}", **row} for at, row in enumerate(ROWS, start=1)]
    return locate(read_strikes(pd.DataFrame(rows)), land[0], boundaries=land[1])


@pytest.fixture
def opened(located, tmp_path: Path):
    path = copy_workspace(tmp_path / "work.gpkg", located.strikes, located.claims)
    with Workspace(path, who="Rana") as workspace:
        yield workspace


def where(workspace: Workspace) -> list[str]:
    """Return the place of each row, in the order of the rows."""
    return workspace.read_strikes()["place_id"].fillna("").tolist()


def test_rows_that_say_any_of_its_names_are_placed_at_once_and_undone(opened, land):
    before = opened.read_strikes()
    assert keep_place(opened, OWN, land) == 2
    assert where(opened) == ["own:1", "own:1", "gn:163779", "", ""]
    placed = opened.read_strikes().iloc[0]
    assert (placed["match_method"], placed["adm1_name"]) == ("exact", "Hama")
    assert (placed.geometry.x, placed.geometry.y, placed["uncertainty_km"]) == (36.7, 35.2, 1.5)
    (kept,) = list_places(opened)
    assert (kept.name, kept.who, kept.source) == ("Zyxfold", "Rana", "SOHR")
    entry = opened.undo()
    assert entry is not None
    assert (entry.what, list_places(opened)) == ("Zyxfold", ())
    pd.testing.assert_frame_equal(pd.DataFrame(opened.read_strikes()), pd.DataFrame(before))
    opened.redo()
    assert where(opened)[:2] == ["own:1", "own:1"]


def test_a_place_that_is_corrected_takes_its_rows_along_and_decided_ones_too(opened, land):
    keep_place(opened, OWN, land)
    extended = extend(land[0], list_places(opened), land[1])
    opened.decide(Decision("Zyxfoldia", "", "place", "own:1", 36.7, 35.2, 1.5), extended, land[1])
    assert where(opened)[3] == "own:1"
    assert keep_place(opened, replace(OWN, lon=36.75, radius_km=3.0), land) == 3
    xs = opened.read_strikes().geometry.x
    assert xs.iloc[[0, 1, 3]].tolist() == [36.75] * 3


def test_a_place_that_is_taken_out_leaves_no_row_on_it(opened, land):
    before = where(opened)
    keep_place(opened, OWN, land)
    assert remove_place(opened, "own:1", land, why="a misprint") == 2
    assert where(opened) == before
    assert opened.list_log(1)[0].why == "a misprint"
    with pytest.raises(CorrectionError, match="no place of the workspace"):
        remove_place(opened, "own:1", land)


def test_what_a_person_put_elsewhere_and_what_a_name_was_decided_to_be_stays(opened, land):
    opened.decide(Decision("زيكسفولد", "", "no place"), *land)
    first = str(opened.read_strikes().index[0])
    there = Decision("", "", "point", "", 36.1, 35.1, 1.0)
    Desk(opened).move(first, there, Land(*land))
    assert keep_place(opened, OWN, land) == 0
    strikes = opened.read_strikes()
    assert strikes["match_method"].tolist()[:2] == ["reviewed", "reviewed"]
    assert strikes.geometry.iloc[0].x == 36.1


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", " ", "name"), ("name", "a; b", "semicolon"), ("kind", "governorate", "kind"),
        ("lat", 95.0, "latitude"), ("radius_km", 0.0, "radius"), ("radius_km", 900.0, "radius"),
        ("governorate", "Atlantis", "governorate"), ("other_names", ("!",), "name"),
    ],
)  # fmt: skip
def test_what_no_place_is_is_refused_with_its_field(opened, land, field, value, said):
    with pytest.raises(CorrectionError, match=said):
        keep_place(opened, replace(OWN, **{field: value}), land)
    assert list_places(opened) == ()


def test_a_place_of_a_governorate_that_is_known_no_more_lies_where_its_point_does(land):
    extended = extend(land[0], [replace(OWN, governorate="Rif Atlantis")], land[1])
    found = extended.match("Zyxfold").place
    assert found is not None
    assert (found.place_id, found.adm1_name) == ("own:1", "Hama")


def test_a_workspace_that_is_only_read_lists_nothing(opened, land):
    with (
        Workspace(opened.path, writing=False) as reading,
        pytest.raises(WorkspaceError, match="read"),
    ):
        keep_place(reading, OWN, land)


def test_rows_of_an_edition_are_matched_to_own_places_too(located, land):
    extended = extend(land[0], [OWN], land[1])
    found = match_own(located.strikes, [OWN], extended, land[1])
    assert found["place_id"].fillna("").tolist() == ["own:1", "own:1", "gn:163779", "", ""]
    assert found.index.tolist() == located.strikes.index.tolist()
    assert match_own(located.strikes, [], land[0], land[1]) is located.strikes


def test_places_travel_as_a_table_that_the_gazetteer_takes(tmp_path: Path):
    path = tmp_path / "mine.csv"
    own = [OWN, replace(OWN, place_id=make_id(), name="=Tell", kind="camp", other_names=())]
    path.write_text(write_places(own), encoding="utf-8")
    found = load_gazetteer("sy", extra=[path]).match("زيكسفولد").place
    assert found is not None
    assert (found.place_id, found.lon, found.lat, found.uncertainty_km) == (
        "own:1",
        36.7,
        35.2,
        1.5,
    )
    assert found.sources == ("SOHR",)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3
    south = write_places([replace(OWN, lon=-0.2, lat=-1.67)])
    assert ",-0.200000,-1.670000," in south, "a number is no formula"
