"""Layers of quarters: areas that become points with radii, in the towns that they name."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest
import samples
from paths import TOYLAND
from shapely.geometry import MultiPolygon, Polygon, box

from gazetteer import GazetteerError, load_gazetteer
from gazetteer.tables.read import read_places

# Two towns of toyland's size beside each other; the quarters are squares of 0.01 degrees.
TOWNS = "place_id,name,name_ar,kind,lon,lat,adm1_code,sources\n" + "\n".join([
    "t1,Zwickford,زويكفورد,settlement,10.50,49.50,TL02,OCHA C9001",
    "t2,Quelmstadt,كويلمشتات,settlement,10.90,49.50,TL02,Toyland Office",
])  # fmt: skip
WEST, EAST = box(10.49, 49.49, 10.50, 49.50), box(10.91, 49.50, 10.92, 49.51)
ROWS = {
    "PCODE": ["N9001", "N9002"],
    "NAME_EN": ["Ropery", "Lower Weir"],
    "NAME_AR": ["حي الحبال", "حي السد الأسفل"],
    "ADM4_PCODE": ["C9001", None],
    "ADM4_EN": ["Zwickford", "Quelmstadt"],
    "ADM1_PCODE": ["TL02", "TL02"],
}
ENDINGS = (".gpkg", ".geojson", ".shp")


def write_layer(path: Path, rows=ROWS, shapes=(WEST, EAST)) -> Path:
    gpd.GeoDataFrame(rows, geometry=list(shapes), crs="EPSG:4326").to_file(path, encoding="utf-8")
    return path


def load(folder: Path, layer: Path):
    towns = samples.write(folder / "towns.csv", TOWNS)
    return load_gazetteer(TOYLAND, extra=[towns, layer])


def place_of(gazetteer, place_id):
    return next(place for place in gazetteer.places if place.place_id == place_id)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_quarter_is_a_point_on_its_area_with_a_radius_to_the_farthest_corner(tmp_path, ending):
    quarters = samples.read_by_name(write_layer(tmp_path / f"quarters{ending}"))
    ropery = quarters["Ropery"]
    assert (ropery.place_id, ropery.kind, ropery.name_ar) == ("N9001", "neighbourhood", "حي الحبال")
    assert (ropery.lon, ropery.lat) == pytest.approx((10.495, 49.495), abs=1e-4)
    # Half a diagonal of 0.01 degrees at 49.5 north: 0.361 km east, 0.556 km north.
    assert ropery.uncertainty_km == 0.7


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_town_of_a_quarter_is_its_whole_by_code_or_by_name(tmp_path, ending):
    gazetteer = load(tmp_path, write_layer(tmp_path / f"quarters{ending}"))
    assert place_of(gazetteer, "N9001").parent_id == "t1"
    assert place_of(gazetteer, "N9002").parent_id == "t2"
    found = gazetteer.match("Lower Weir, Quelmstadt")
    assert (found.place and found.place.place_id) == "N9002"
    assert found.uncertainty_km == pytest.approx(0.7, abs=0.05)


def test_a_quarter_of_two_parts_or_bent_round_another_has_its_point_on_itself(tmp_path):
    parts = MultiPolygon([box(10.49, 49.49, 10.50, 49.50), box(10.53, 49.49, 10.531, 49.491)])
    bent = Polygon([(10.9, 49.5), (10.94, 49.5), (10.94, 49.51), (10.91, 49.51), (10.91, 49.54),
                    (10.9, 49.54)])  # fmt: skip
    layer = write_layer(tmp_path / "quarters.gpkg", shapes=(parts, bent))
    quarters = samples.read_by_name(layer)
    for name, shape in (("Ropery", parts), ("Lower Weir", bent)):
        draft = quarters[name]
        assert shape.covers(gpd.points_from_xy([draft.lon], [draft.lat])[0])
        corners = [corner for part in getattr(shape, "geoms", [shape])
                   for corner in part.exterior.coords]  # fmt: skip
        east = [(x - draft.lon) * 0.6494 * 111.2 for x, _ in corners]  # cos 49.5 degrees
        north = [(y - draft.lat) * 111.2 for _, y in corners]
        farthest = max((e * e + n * n) ** 0.5 for e, n in zip(east, north, strict=True))
        assert farthest <= draft.uncertainty_km < farthest + 0.15


@pytest.mark.parametrize(
    ("name", "name_ar", "town"),
    [
        ("neighborhood name", "neighborhood_ar", "town"),
        ("Neighbourhood", "NEIGHBOURHOOD_AR", "City"),
        ("NeighborhoodName_en", "NeighborhoodName_ar", "admin4Name_en"),
    ],
)
def test_usual_names_of_columns_are_known(tmp_path, name, name_ar, town):
    rows = {
        town: ["Quelmstadt", "Quelmstadt"],
        name: ["Ropery", "Lower Weir"],
        name_ar: ROWS["NAME_AR"],
    }
    gazetteer = load(tmp_path, write_layer(tmp_path / "quarters.geojson", rows, (EAST, EAST)))
    quarters = {place.name: place for place in gazetteer.places if place.kind == "neighbourhood"}
    assert quarters["Ropery"].parent_id == "t2"
    assert quarters["Lower Weir"].name_ar == "حي السد الأسفل"


def test_a_town_is_found_by_its_arabic_name_and_the_nearest_of_namesakes_is_meant(tmp_path):
    rows = {**ROWS, "ADM4_PCODE": [None, None], "ADM4_EN": [None, None]}
    rows["ADM4_AR"] = ["زويكفورد", "زويكفورد"]
    towns = TOWNS.replace("t2,Quelmstadt,كويلمشتات", "t2,Zwickford,زويكفورد")
    layer = write_layer(tmp_path / "quarters.gpkg", rows)
    gazetteer = load_gazetteer(TOYLAND, extra=[samples.write(tmp_path / "towns.csv", towns), layer])
    assert place_of(gazetteer, "N9001").parent_id == "t1"
    assert place_of(gazetteer, "N9002").parent_id == "t2"


@pytest.mark.parametrize("town", ["Nowheresby", "Zwickford"])
def test_a_town_that_is_unknown_or_far_away_is_no_whole_and_that_is_noted(tmp_path, town):
    rows = {**ROWS, "ADM4_PCODE": ["C9001", "C7777"], "ADM4_EN": ["Zwickford", town]}
    far = box(12.9, 49.5, 12.91, 49.51)
    gazetteer = load(tmp_path, write_layer(tmp_path / "quarters.gpkg", rows, (WEST, far)))
    lost = place_of(gazetteer, "N9002")
    assert lost.parent_id is None
    assert lost.note == f"a part of {town}, which no table lists near it"
    assert place_of(gazetteer, "N9001").note is None


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("shape", [None, Polygon()])
def test_a_quarter_without_a_shape_is_refused_by_row_and_name(tmp_path, ending, shape):
    layer = write_layer(tmp_path / f"quarters{ending}", shapes=(WEST, shape))
    with pytest.raises(GazetteerError, match=r"row 3 \(Lower Weir\) has no shape; draw it or del"):
        read_places(layer)


def test_a_corner_that_is_no_number_is_no_shape(tmp_path):
    layer = json.loads(write_layer(tmp_path / "quarters.geojson").read_text("utf-8"))
    corners = layer["features"][0]["geometry"]["coordinates"][0]
    corners[1] = [float("nan"), 49.5]
    path = samples.write(tmp_path / "broken.geojson", json.dumps(layer))
    with pytest.raises(GazetteerError, match=r"broken\.geojson: row 2 .*no shape"):
        read_places(path)


def test_points_of_communities_with_the_same_columns_stay_settlements(tmp_path):
    layer = write_layer(tmp_path / "communities.gpkg", shapes=(WEST.centroid, EAST.centroid))
    assert {draft.kind for draft in read_places(layer)} == {"settlement"}
