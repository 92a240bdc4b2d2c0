"""GeoJSON keeps its standard and carries claims, totals and credits."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from outgoing import assert_same, claims_for, shipped, table

from geo.export.formats.geojson import to_geojson
from geo.reading.read import read_strikes
from geo.strikes.schema import empty_claims

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(deadline=None, max_examples=12)
@given(st.lists(texts, min_size=1, max_size=12))
def test_any_text_comes_back_from_geojson(cells: list[str]) -> None:
    strikes = table(cells)
    content = to_geojson(strikes, claims_for(strikes)).encode()
    assert_same(read_strikes(content, name="a.geojson"), strikes, claims_for(strikes))


def test_geojson_keeps_rfc_7946() -> None:
    collection = json.loads(to_geojson(shipped().strikes, shipped().claims))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    ids = [feature["id"] for feature in collection["features"]]
    assert ids == shipped().strikes.index.tolist()
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        located = feature["properties"]["location_status"] == "located"
        assert (feature["geometry"] is not None) == located
        if located:
            lon, lat = feature["geometry"]["coordinates"]
            assert 35 < lon < 43
            assert 32 < lat < 38
            assert all(len(repr(value).partition(".")[2]) <= 6 for value in (lon, lat))


def test_geojson_carries_claims_totals_attribution_and_the_line_on_names() -> None:
    collection = json.loads(to_geojson(shipped().strikes, shipped().claims))
    totals = collection["totals"]
    assert totals["rows"] == len(shipped().strikes) == len(collection["features"])
    assert totals["rows"] == totals["located"] + totals["area_only"] + totals["unlocated"]
    claims = [claim for f in collection["features"] for claim in f["properties"]["claims"]]
    assert sorted(claim["claim_id"] for claim in claims) == sorted(shipped().claims["claim_id"])
    assert "GeoNames" in collection["attribution"]
    assert "CC BY 4.0" in collection["licence"]
    assert "imply no endorsement" in collection["notice"]


def test_what_is_not_reported_is_null_and_never_zero() -> None:
    feature = json.loads(to_geojson(table(["Homs"]), empty_claims()))["features"][0]
    assert feature["properties"]["killed_min"] is None
    assert feature["properties"]["date_start"] is None
