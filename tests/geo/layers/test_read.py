"""Files of layers: four formats, other coordinate systems, dates, what is refused and why."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.errors import LayerError
from geo.layers.read import LayerRequest, read_layer

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% raw %}"
AREA = shapely.Polygon([(36, 35), (37, 35), (37, 36), (36, 35)])
FEATURES = gpd.GeoDataFrame(
    {
        "name": ["Made-up hospital", HOSTILE, "Made-up area"],
        "valid_from": ["2015-01-01", "2016-02", ""],
        "valid_to": ["2015-12-31", "", "2016"],
        "beds": ["40", "", ""],
    },
    geometry=[shapely.Point(36.5, 35.25), shapely.LineString([(36, 35), (36.5, 35.5)]), AREA],
    crs="EPSG:4326",
)


def write_kml(path: Path, frame: gpd.GeoDataFrame) -> None:
    from xml.sax.saxutils import escape

    def corners(shape: Any) -> str:
        return " ".join(f"{x},{y},0" for x, y in shape.coords)

    marks = []
    for row in frame.itertuples():
        shape = row.geometry
        kind = shape.geom_type
        ring = (
            f"<outerBoundaryIs><LinearRing><coordinates>{corners(shape.exterior)}</coordinates></LinearRing></outerBoundaryIs>"
            if kind == "Polygon"
            else f"<coordinates>{corners(shape)}</coordinates>"
        )
        data = "".join(
            f'<Data name="{key}"><value>{escape(getattr(row, key))}</value></Data>'
            for key in ("valid_from", "valid_to", "beds")
        )
        marks.append(
            f"<Placemark><name>{escape(row.name)}</name><ExtendedData>{data}</ExtendedData>"
            f"<{kind}>{ring}</{kind}></Placemark>"
        )
    path.write_text(
        f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{"".join(marks)}</Document></kml>'
    )


def write_table(path: Path, frame: gpd.GeoDataFrame) -> None:
    pd.DataFrame(frame.drop(columns="geometry")).assign(wkt=frame.to_wkt()["geometry"]).to_csv(
        path, index=False
    )


WRITERS = {
    "made up.geojson": lambda path, frame: frame.to_file(path, driver="GeoJSON"),
    "made up.gpkg": lambda path, frame: frame.to_file(path, layer="made up"),
    "made up.kml": write_kml,
    "made up.csv": write_table,
}


@pytest.mark.parametrize("name", WRITERS)
def test_each_format_gives_the_same_features(name: str, tmp_path: Path) -> None:
    WRITERS[name](tmp_path / name, FEATURES)
    found = read_layer(tmp_path / name, LayerRequest(credit="nobody"))
    features = found.layer.features
    assert found.layer.name == "made up"
    assert list(found.rejected["row"]) == []
    assert features["name"].tolist() == FEATURES["name"].tolist()
    for mine, theirs in zip(features.geometry, FEATURES.geometry, strict=True):
        assert shapely.equals_exact(mine, theirs, 1e-9)
    days = [[None if pd.isna(day) else str(day.date()) for day in features[column]]
            for column in ("valid_from", "valid_to")]  # fmt: skip
    assert days == [["2015-01-01", "2016-02-01", None], ["2015-12-31", None, "2016-12-31"]]
    assert features["properties"].iloc[0]["beds"] == "40"
    assert found.layer.in_words() == "made up: 1 point, 1 line, 1 area, 3 of 3 with dates"


def test_other_coordinate_systems_come_out_in_degrees(tmp_path: Path) -> None:
    moved = FEATURES.to_crs("EPSG:32637")
    moved.to_file(tmp_path / "utm.gpkg")
    moved.to_file(tmp_path / "utm.geojson", driver="GeoJSON")
    for name in ("utm.gpkg", "utm.geojson"):
        point = read_layer(tmp_path / name).layer.features.geometry.iloc[0]
        assert shapely.distance(point, FEATURES.geometry.iloc[0]) < 1e-6


def geojson(path: Path, *features: tuple[dict[str, Any], Any]) -> Path:
    listed = [{"type": "Feature", "properties": said, "geometry": shape}
              for said, shape in features]  # fmt: skip
    path.write_text(json.dumps({"type": "FeatureCollection", "features": listed}))
    return path


POINT = {"type": "Point", "coordinates": [36.5, 35.25]}


def test_what_cannot_be_used_is_refused_with_row_reason_and_remedy(tmp_path: Path) -> None:
    bow = [[[36, 35], [37, 36], [37, 35], [36, 36], [36, 35]]]
    path = geojson(
        tmp_path / "mixed.geojson",
        ({"start": "2015-01-01"}, POINT),
        ({"start": "yesterday"}, POINT),
        ({}, {"type": "Point", "coordinates": [436500, 3923000]}),
        ({}, None),
        ({}, {"type": "Polygon", "coordinates": bow}),
        ({}, {"type": "Point", "coordinates": "here"}),
        ({"start": "2016-01-01", "end": "2015-01-01"}, POINT),
        ({}, {"type": "Polygon", "coordinates": [[[36, 35], [math.nan, 36], [37, 35], [36, 35]]]}),
    )
    found = read_layer(path)
    assert found.layer.features["row"].tolist() == [1, 5]
    reasons = dict(zip(found.rejected["row"], found.rejected["reason"], strict=True))
    assert list(reasons) == [2, 3, 4, 6, 7, 8]
    assert "no number" in reasons[8]
    assert "year-month-day" in reasons[2]
    assert "save it again as WGS 84" in reasons[3]
    assert "draw it" in reasons[4]
    assert "draw it again" in reasons[6]
    assert "before it begins" in reasons[7]
    assert "1 area was mended, whose outline crosses itself" in found.notes
    assert found.layer.features.geometry.iloc[1].is_valid
    assert any(line.startswith("feature 2 is refused: ") for line in found.lines())


def test_dates_are_found_chosen_or_made_to_follow_each_other(tmp_path: Path) -> None:
    path = geojson(
        tmp_path / "fronts.geojson",
        ({"from": "Damascus", "to": "Homs", "date": "2015-01-01", "gone": "2015-03-01"}, POINT),
        ({"from": "Homs", "to": "Hama", "date": "2015-06-01", "gone": "2016-03-01"}, POINT),
    )
    found = read_layer(path)
    assert found.layer.features["valid_to"].isna().all()
    assert any(
        "'date' is the first day; no column has the last day" in note for note in found.notes
    )
    chosen = read_layer(path, LayerRequest(last="gone")).layer.features
    assert chosen["valid_to"].tolist() == [pd.Timestamp("2015-03-01"), pd.Timestamp("2016-03-01")]
    after = read_layer(path, LayerRequest(last="next")).layer.features
    assert after["valid_to"].iloc[0] == pd.Timestamp("2015-05-31")
    assert pd.isna(after["valid_to"].iloc[1])
    with pytest.raises(LayerError, match=r"fronts.geojson: has no column 'begin'.* date"):
        read_layer(path, LayerRequest(first="begin"))


@pytest.mark.parametrize(
    "opened",
    [
        "9999-12-31", "31.12.9999", "9999-12-31T23:59:59Z", "Ongoing", "99991231", "2999-12-31",
        "3000-01-01", "2100-01-01", "01/01/3000", "31 Dec 9999", "Dec 31, 2999", "still open",
        "Still ongoing", "to date", "until now", "up to the present", "to present", "no end date",
        "open-ended", "حتى اليوم", "مستمرة", "en cours", "триває", "по настоящее время",
    ],
)  # fmt: skip
def test_a_last_day_that_says_it_is_open_is_none(tmp_path: Path, opened: str) -> None:
    path = geojson(
        tmp_path / "held.geojson",
        ({"valid_from": "2015-01-01", "valid_to": opened}, POINT),
        ({"valid_from": "0001-01-01", "valid_to": "2016-03-01"}, POINT),
        ({"valid_from": "2015-01-01", "valid_to": "0001-01-01"}, POINT),
    )
    found = read_layer(path)
    days = [[None if pd.isna(day) else str(day.date()) for day in found.layer.features[column]]
            for column in ("valid_from", "valid_to")]  # fmt: skip
    assert days == [["2015-01-01", None], [None, "2016-03-01"]]
    assert list(found.rejected["row"]) == [3]
    alone = geojson(tmp_path / "alone.geojson", ({"since": "2015-01-01", "until": opened}, POINT))
    assert not [note for note in read_layer(alone).notes if "no column has the last day" in note]


def test_a_column_that_only_says_open_is_one_of_last_days_and_numbers_are_none(
    tmp_path: Path,
) -> None:
    words = geojson(
        tmp_path / "held.geojson",
        ({"valid_from": "2015-01-01", "valid_to": "still open"}, POINT),
        ({"valid_from": "2016-01-01", "valid_to": "to date"}, POINT),
    )
    found = read_layer(words)
    assert not any("no column has the last day" in note for note in found.notes)
    assert list(found.layer.features["valid_to"].isna()) == [True, True]
    numbers = geojson(
        tmp_path / "numbers.geojson",
        ({"valid_from": "2015-01-01", "to": "2150"}, POINT),
        ({"valid_from": "2016-01-01", "to": "41239999"}, POINT),
    )
    assert any("no column has the last day" in note for note in read_layer(numbers).notes)


def test_files_that_hold_no_layer_say_what_to_do(tmp_path: Path) -> None:
    FEATURES.to_file(tmp_path / "two.gpkg", layer="one")
    FEATURES.to_file(tmp_path / "two.gpkg", layer="other")
    with pytest.raises(LayerError, match="has the layers one, other; choose by layer=NAME"):
        read_layer(tmp_path / "two.gpkg")
    assert read_layer(tmp_path / "two.gpkg", LayerRequest(layer="other")).layer.name == "other"
    for name, content, remedy in (
        ("none.geojson", "{}", "holds no feature"),
        ("broken.geojson", "{", "save it again as GeoJSON"),
        ("places.csv", "name,date\nAleppo,2015-01-01\n", "call them lon and lat"),
        ("far.csv", "lon,lat\n999,1\n", "feature 2: "),
        ("odd.kml", "<kml/>", "holds no placemark"),
    ):
        (tmp_path / name).write_text(content)
        with pytest.raises(LayerError, match=remedy) as error:
            read_layer(tmp_path / name)
        assert name in str(error.value)
    with pytest.raises(LayerError, match="check the path"):
        read_layer(tmp_path / "away.geojson")
