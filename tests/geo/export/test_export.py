"""What goes out is whole, valid, harmless, and comes back as it was."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from shapely import Point

from geo.errors import ExportError, SchemaError
from geo.export.write import (
    claims_beside,
    claims_to_csv,
    describe,
    rejected_to_csv,
    replace_files,
    table_to_csv,
    to_csv,
    to_geojson,
    to_html,
    to_kml,
    write_strikes,
)
from geo.reading.read import read_seeds, read_strikes
from geo.reading.result import Reading
from geo.strikes.checks import validate
from geo.strikes.filters import Filters
from geo.strikes.schema import empty_claims, empty_strikes, make_claims, make_strikes
from geo.strikes.spreadsheet_cells import make_harmless, take_back

BASE_MAP: dict[str, object] = {"type": "FeatureCollection", "features": []}
HOSTILE = ["{{7*7}}", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
           "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "'=1", "''+1", "'quoted",
           '"quoted"', "a,b;c", "two\r\nlines", "＝1", "{% raw %}", "]]>", "&amp;"]  # fmt: skip
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


@pytest.fixture(scope="module")
def seeds() -> Reading:
    return read_seeds()


def table(place_texts: list[str], **columns: Any) -> gpd.GeoDataFrame:
    """Return one located strike for each text; Arabic names and targets hold the texts too."""
    ids = pd.Index([f"t:{n}" for n in range(len(place_texts))], name="strike_id", dtype="str")
    rows = pd.DataFrame(
        {"kind": "airstrike", "date_precision": "unknown", "match_method": "given",
         "precision": "settlement", "uncertainty_km": 2.5, "location_status": "located",
         "event_status": "reported", "source_count": 1, "place_text": place_texts,
         "target": place_texts, **columns,
         "geometry": [Point(-36.123456789, 36.1)] * len(place_texts)}, index=ids,
    )  # fmt: skip
    return validate(make_strikes(rows))


def claims_for(strikes: gpd.GeoDataFrame) -> pd.DataFrame:
    return make_claims(
        pd.DataFrame(
            {"claim_id": [f"{strike}/1" for strike in strikes.index], "strike_id": strikes.index,
             "title": strikes["place_text"].to_numpy(), "url": "https://example.org"}
        )
    )  # fmt: skip


def assert_same(reading: Reading, strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> None:
    assert reading.rejected.empty, reading.rejected["reason"].tolist()
    assert reading.rejected_claims.empty, reading.rejected_claims["reason"].tolist()
    assert_frame_equal(
        pd.DataFrame(reading.strikes.drop(columns="geometry")),
        pd.DataFrame(strikes.drop(columns="geometry")),
    )
    assert_frame_equal(reading.claims, claims)
    there, here = reading.strikes.geometry, strikes.geometry
    assert there.isna().equals(here.isna())
    assert there.dropna().geom_equals_exact(here.dropna(), 5e-7).all()


# Round trips


@pytest.mark.parametrize("ending", ["geojson", "csv", "gpkg", "parquet"])
def test_the_shipped_strikes_come_back_as_they_were(
    seeds: Reading, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"strikes.{ending}"
    write_strikes(seeds.strikes, seeds.claims, path)
    assert_same(read_strikes(path), seeds.strikes, seeds.claims)


@pytest.mark.parametrize("ending", ["geojson", "csv", "gpkg", "parquet"])
def test_hostile_texts_come_back_byte_for_byte(tmp_path: Path, ending: str) -> None:
    strikes = table(HOSTILE)
    path = tmp_path / f"mine.{ending}"
    write_strikes(strikes, claims_for(strikes), path)
    assert_same(read_strikes(path), strikes, claims_for(strikes))


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(deadline=None, max_examples=40)
@given(st.lists(texts, min_size=1, max_size=4))
def test_any_text_comes_back_from_csv_byte_for_byte(cells: list[str]) -> None:
    strikes = table(cells)
    read = read_strikes(to_csv(strikes).encode(), name="strikes.csv",
                        claims=claims_to_csv(claims_for(strikes)).encode())  # fmt: skip
    assert_same(read, strikes, claims_for(strikes))
    assert to_csv(read.strikes) == to_csv(strikes)


@settings(deadline=None, max_examples=40)
@given(texts)
def test_any_text_comes_back_from_geojson(text: str) -> None:
    strikes = table([text])
    content = to_geojson(strikes, claims_for(strikes)).encode()
    assert_same(read_strikes(content, name="a.geojson"), strikes, claims_for(strikes))


# Cells


@settings(deadline=None, max_examples=40)
@given(st.text())
def test_a_text_made_harmless_is_taken_back_exactly(text: str) -> None:
    assert take_back(make_harmless(text)) == text
    assert not FORMULA.match(make_harmless(text))


def test_no_cell_of_a_csv_would_run_in_a_spreadsheet_and_numbers_stay_numbers() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(table(HOSTILE)), newline="")))
    assert len(rows) == len(HOSTILE)
    for row, text in zip(rows, HOSTILE, strict=True):
        assert row["lon"] == "-36.123456789"
        assert row["uncertainty_km"] == "2.5"
        assert take_back(row["place_text"]) == text
        assert not any(FORMULA.match(cell) for name, cell in row.items() if name != "lon")


def test_refused_rows_are_harmless_too_but_a_table_may_be_written_as_it_is() -> None:
    refused = pd.DataFrame({"row": [2], "=1+1": ["=2+2"], "killed": [pd.NA]})
    assert rejected_to_csv(refused) == "row,'=1+1,killed\n2,'=2+2,\n"
    assert table_to_csv(refused, harmless=False) == "row,=1+1,killed\n2,=2+2,\n"


# GeoJSON


def test_geojson_keeps_rfc_7946(seeds: Reading) -> None:
    collection = json.loads(to_geojson(seeds.strikes, seeds.claims))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    ids = [feature["id"] for feature in collection["features"]]
    assert ids == seeds.strikes.index.tolist()
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        located = feature["properties"]["location_status"] == "located"
        assert (feature["geometry"] is not None) == located
        if located:
            lon, lat = feature["geometry"]["coordinates"]
            assert 35 < lon < 43
            assert 32 < lat < 38
            assert all(len(repr(value).partition(".")[2]) <= 6 for value in (lon, lat))


def test_geojson_carries_claims_totals_attribution_and_the_line_on_names(seeds: Reading) -> None:
    collection = json.loads(to_geojson(seeds.strikes, seeds.claims))
    totals = collection["totals"]
    assert totals["rows"] == len(seeds.strikes) == len(collection["features"])
    assert totals["rows"] == totals["located"] + totals["area_only"] + totals["unlocated"]
    told = [claim for f in collection["features"] for claim in f["properties"]["claims"]]
    assert sorted(claim["claim_id"] for claim in told) == sorted(seeds.claims["claim_id"])
    assert "GeoNames" in collection["attribution"]
    assert "CC BY 4.0" in collection["licence"]
    assert "imply no endorsement" in collection["notice"]


def test_what_is_not_reported_is_null_and_never_zero() -> None:
    feature = json.loads(to_geojson(table(["Homs"]), empty_claims()))["features"][0]
    assert feature["properties"]["killed_min"] is None
    assert feature["properties"]["date_start"] is None


def test_only_the_claims_of_the_chosen_strikes_go_out(seeds: Reading, tmp_path: Path) -> None:
    chosen = seeds.strikes.iloc[:3]
    write_strikes(chosen, seeds.claims, tmp_path / "some.csv")
    claims = read_strikes(tmp_path / "some.csv").claims
    assert set(claims["strike_id"]) == set(chosen.index)


# KML, HTML


def test_kml_is_well_formed_whatever_the_texts_hold() -> None:
    strikes = table([*HOSTILE, "\x00\x1b\ufffe"])
    root = ElementTree.fromstring(to_kml(strikes, claims_for(strikes)))
    space = {"k": "http://www.opengis.net/kml/2.2"}
    placemarks = root.findall(".//k:Placemark", space)
    assert len(placemarks) == len(strikes)
    assert placemarks[0].findtext("k:name", namespaces=space) == HOSTILE[0]
    assert placemarks[0].findtext(".//k:coordinates", namespaces=space) == "-36.123456789,36.1"


def test_kml_gives_no_point_to_what_is_not_located(seeds: Reading) -> None:
    root = ElementTree.fromstring(to_kml(seeds.strikes, seeds.claims))
    points = root.findall(".//{http://www.opengis.net/kml/2.2}Point")
    assert len(points) == (seeds.strikes["location_status"] == "located").sum()


def test_html_holds_no_text_of_the_data() -> None:
    page = to_html(table(HOSTILE), empty_claims(), base_map=BASE_MAP)
    assert "{{7*7}}" not in page
    assert "alert(1)" not in page
    assert re.findall(r"<title>(.*?)</title>", page) == ["Strikes"]
    assert not re.findall(r"""<(?:script|link|img)[^>]+(?:src|href)=["']https?:""", page)


def test_a_page_tells_its_filters_sources_and_date() -> None:
    claims = make_claims(
        pd.DataFrame(
            {"claim_id": ["a", "b", "c"], "strike_id": ["s", "s", "s"],
             "outlet": ["SOFREP", None, None], "claimant": [None, "SOHR", None],
             "published": ["2020-07", "2015-09-30", None]}
        )
    )  # fmt: skip
    strikes = table(["Homs"], adm1_code="SY04", adm1_name="Homs")
    filters = Filters(governorates=("SY04",), text="ghouta")
    told = describe(strikes, claims, filters=filters, title="Strikes")
    assert told.filters_in_words == "Homs; text “ghouta”"
    assert told.sources == ("SOFREP, 2020-07", "SOHR, 2015-09-30", "source not named")
    assert told.data_as_of == "2020-07"


# Files


@pytest.mark.parametrize("ending", ["geojson", "csv", "gpkg", "parquet", "kml", "html"])
def test_no_strikes_make_a_valid_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"none.{ending}"
    written = write_strikes(empty_strikes(), empty_claims(), path, base_map=BASE_MAP)
    assert all(file.stat().st_size > 0 for file in written)
    assert sorted(tmp_path.iterdir()) == sorted(written)
    if ending not in ("kml", "html"):
        assert len(read_strikes(path).strikes) == 0


@pytest.mark.parametrize(
    ("strikes", "claims"), [("strikes.csv", "claims.csv"), ("idlib.csv", "idlib.claims.csv")]
)
def test_claims_go_beside_a_csv_under_the_name_the_reader_looks_for(
    strikes: str, claims: str
) -> None:
    assert claims_beside(Path("folder") / strikes) == Path("folder") / claims


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("strikes.docx", "use .geojson"), ("strikes", "use .geojson"), ("no/a.csv", "folder exists"),
     ("folder.csv", "name a file"), ("a.html", "base map")],
)  # fmt: skip
def test_an_output_that_cannot_be_written_is_refused_naming_it(
    seeds: Reading, tmp_path: Path, name: str, remedy: str
) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ExportError) as caught:
        write_strikes(seeds.strikes, seeds.claims, tmp_path / name)
    assert name in str(caught.value)
    assert remedy in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.csv"]


def test_a_broken_table_is_refused_and_leaves_what_was_there(
    seeds: Reading, tmp_path: Path
) -> None:
    path = tmp_path / "a.geojson"
    path.write_text("before")
    with pytest.raises(SchemaError):
        write_strikes(seeds.strikes.assign(kind="rocket"), seeds.claims, path)
    assert path.read_text() == "before"


def test_a_failure_between_two_files_leaves_both_and_no_litter(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("before")
    second.mkdir()
    with pytest.raises(ExportError, match=r"b\.csv: is a folder"):
        replace_files({first: "after", second: "after"})
    assert first.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]


def test_writing_twice_gives_the_same_bytes(seeds: Reading, tmp_path: Path) -> None:
    for ending in ("geojson", "csv", "kml", "parquet"):
        one, two = (
            write_strikes(seeds.strikes, seeds.claims, tmp_path / f"{n}.{ending}") for n in "ab"
        )
        assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
