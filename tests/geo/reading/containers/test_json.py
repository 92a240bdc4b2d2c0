"""JSON that is no FeatureCollection: records wherever they stand, one a line, Esri's features."""

from __future__ import annotations

import json

import pytest

from geo.errors import ReadError
from geo.reading.inputs import read_table
from geo.reading.read import read_strikes

TWO = {"date": ["2015-10-03", "2015-10-04"], "place": ["Homs", "Hama"]}
RECORDS = [{"date": "2015-10-03", "place": "Homs"}, {"date": "2015-10-04", "place": "Hama"}]


def cells(value: object, name: str = "a.json") -> dict[str, list[str]]:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return (
        read_table(content, name=name)
        .cells.drop(columns=["lon", "lat"], errors="ignore")
        .to_dict("list")
    )


@pytest.mark.parametrize(
    "value",
    [
        RECORDS,
        {"meta": {"made": "today"}, "data": {"rows": RECORDS, "pages": [{"page": 1}]}},
        {"first": RECORDS[0], "second": RECORDS[1]},
        TWO,
        {"columns": ["date", "place"], "data": [["2015-10-03", "Homs"], ["2015-10-04", "Hama"]]},
        [["date", "place"], ["2015-10-03", "Homs"], ["2015-10-04", "Hama"]],
    ],
)
def test_records_are_found_however_they_are_kept(value: object) -> None:
    assert cells(value) == TWO


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\x1e"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.geojsonl", "a.json"])
def test_records_one_a_line(between: str, name: str) -> None:
    text = between.join(json.dumps(record) for record in RECORDS)
    assert cells((between.strip() + text + "\n").encode(), name) == TWO


def test_a_broken_line_is_refused_alone() -> None:
    content = "\n".join([json.dumps(RECORDS[0]), '{"date": ', json.dumps(RECORDS[1])])
    table = read_table(content.encode(), name="a.jsonl")
    assert len(table.cells) == 2
    assert "line 2 is no JSON object" in table.broken[2]


def test_what_is_nested_becomes_columns_and_what_is_missing_is_empty() -> None:
    records = [
        {"incident": {"date": "2015-10-03", "toll": {"dead": 5}}, "sources": [
            {"name": "Office A", "url": "https://example.org/a"}, {"name": "Office B"}]},
        {"incident": {"date": "2015-10-04"}, "tags": ["one", "two"], "sources": None},
    ]  # fmt: skip
    read = cells(records)
    assert ["2015-10-03", "2015-10-04"] in read.values()
    assert read["tags"] == ["", "one;two"]
    assert ["5", ""] in read.values()
    assert ["https://example.org/a;", ""] in read.values()
    assert not [column for column, values in read.items() if values == ["", ""]]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_letters_are_read_in_any_encoding_and_it_is_said(encoding: str) -> None:
    content = '[{"date": "2015-10-03", "note": "café"}]'.encode(encoding)
    table = read_table(content, name="a.json")
    assert table.cells["note"].tolist() == ["café"]
    assert bool(table.notes) == (encoding != "utf-8-sig")


def esri(x: object, y: object, **reference: int) -> dict[str, object]:
    feature = {"attributes": {"when": 1443830400000}, "geometry": {"x": x, "y": y}}
    return {"features": [feature], "spatialReference": reference} if reference else {
        "features": [feature]}  # fmt: skip


@pytest.mark.parametrize(
    "value", [esri(36.73, 34.84), esri(36.73, 34.84, wkid=4326),
              esri(4088764.9, 4142159.0, wkid=102100)],
)  # fmt: skip
def test_features_of_an_esri_service_are_points_in_degrees(value: object) -> None:
    table = read_table(json.dumps(value).encode(), name="a.json")
    assert table.cells["when"].tolist() == ["1443830400000"]
    assert float(table.cells["lon"].iloc[0]) == pytest.approx(36.73, abs=1e-5)
    assert float(table.cells["lat"].iloc[0]) == pytest.approx(34.84, abs=1e-5)


def test_an_empty_point_of_an_esri_service_is_none_and_an_unknown_system_is_refused() -> None:
    table = read_table(json.dumps(esri("NaN", "NaN")).encode(), name="a.json")
    assert table.cells[["lon", "lat"]].to_numpy().tolist() == [["", ""]]
    with pytest.raises(ReadError, match=r"a\.json: its crs is EPSG:999999"):
        read_table(json.dumps(esri(1, 2, wkid=999999)).encode(), name="a.json")


@pytest.mark.parametrize("code", ["urn:ogc:def:crs:EPSG::24326", "EPSG:43260", "WGS 84 (4326)"])
def test_a_system_is_known_by_its_exact_code(code: str) -> None:
    named = {"type": "name", "properties": {"name": code}}
    content = json.dumps({"type": "FeatureCollection", "crs": named, "features": [
        {"type": "Feature", "properties": {}, "geometry": None}]})  # fmt: skip
    with pytest.raises(ReadError, match=r"a\.geojson: its crs is .*WGS 84 \(EPSG:4326\)"):
        read_table(content.encode(), name="a.geojson")


@pytest.mark.parametrize(
    "value",
    [{"when": {"0": "2016-05-04", "1": "2016-05-05"}, "town": {"0": "Mill", "1": "Port"}},
     {"meta": [{"page": 1}], "data": [{"when": "2016-05-04", "town": "Mill"},
                                      {"when": "2016-05-05", "town": "Port"}]}],
)  # fmt: skip
def test_columns_kept_by_row_and_records_beside_others_are_found(value: object) -> None:
    table = read_table(json.dumps(value).encode(), name="a.json")
    assert table.cells["when"].tolist() == ["2016-05-04", "2016-05-05"]
    assert table.cells["town"].tolist() == ["Mill", "Port"]


def test_what_is_no_object_in_a_list_is_a_refused_row() -> None:
    records = ["end of part 1", {"date": "2016-05-04", "place": "Mill"}, None, 7]
    point = {"type": "Point", "coordinates": [36.7, 34.8]}
    feature = {"type": "Feature", "properties": records[1], "geometry": point}
    for value in (records, {"features": [records[0], feature, None, 7]}):
        reading = read_strikes(json.dumps(value).encode(), name="a.json")
        assert reading.strikes["place_text"].tolist() == ["Mill"]
        assert reading.rejected["row"].tolist() == [1, 3, 4]
        assert "'end of part 1' here, which is no JSON object" in reading.rejected["reason"][0]


def test_values_inside_objects_are_named_by_what_they_mean() -> None:
    value = [{"when": "2016-05-04", "where": {"name": "Mill", "lat": 34.8, "lng": 36.7},
              "toll": {"killed": {"min": 2, "max": 5}}}]  # fmt: skip
    strike = read_strikes(json.dumps(value).encode(), name="a.json").strikes.iloc[0]
    assert (strike.geometry.x, strike.geometry.y) == (36.7, 34.8)
    assert (strike["place_text"], strike["killed_min"], strike["killed_max"]) == ("Mill", 2, 5)


@pytest.mark.parametrize("value", [[], {}, [[1], [2, 3]], {"a": [1], "b": [1, 2]}, "text", [1, 2]])
def test_what_holds_no_records_is_refused(value: object) -> None:
    with pytest.raises(ReadError, match="no list of records"):
        read_table(json.dumps(value).encode(), name="a.json")


def test_pins_of_a_umap_say_their_layer_and_what_their_descriptions_say() -> None:
    said = "Date: 2016-05-04\nKilled: 3\nThe mill burned.\n[[https://example.org/a|Office A]]"
    pins = [{"name": "Mill", "description": said},
            {"name": "5 May 2016: Port", "description": "shelled"}]  # fmt: skip
    point = {"type": "Point", "coordinates": [36.7, 34.8]}
    layers = [
        {"type": "FeatureCollection", "_umap_options": {"name": called},
         "features": [{"type": "Feature", "properties": pin, "geometry": point}]}
        for called, pin in zip(("Airstrikes", "Shelling"), pins, strict=True)
    ]  # fmt: skip
    reading = read_strikes(json.dumps({"type": "umap", "layers": layers}).encode(), name="a.umap")
    strikes = reading.strikes
    assert strikes["date_start"].astype(str).tolist() == ["2016-05-04", "2016-05-05"]
    assert strikes["kind"].tolist() == ["airstrike", "shelling"]
    assert strikes["killed_min"].astype(object).tolist()[0] == 3
    assert "The mill burned." in strikes["note"].iloc[0]
    assert reading.claims["url"].tolist() == ["https://example.org/a"]
