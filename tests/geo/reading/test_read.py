"""Files of every kind come in as strikes; what cannot be read is refused with row and remedy."""

from __future__ import annotations

import io
import json
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import REFERENCE, ROOT
from shapely import LineString, Point

from geo.errors import ReadError
from geo.export.write import claims_to_csv, to_csv
from geo.reading.columns import guess_columns
from geo.reading.read import find_columns, read_seeds, read_strikes
from geo.reading.result import Reading
from geo.strikes.checks import check_claims, validate

SHARED = REFERENCE


def read(text: str, **options: object) -> Reading:
    reading = read_strikes(text.encode(), name="Field notes.csv", **options)  # type: ignore[arg-type]
    validate(reading.strikes)
    check_claims(reading.claims, reading.strikes)
    return reading


def reasons(reading: Reading) -> dict[int, str]:
    return dict(zip(reading.rejected["row"], reading.rejected["reason"], strict=True))


# A stranger's table

TABLE = """Date,Town,Province,Killed,Source,URL
2015-09-30,Talbisah,Homs,3-5,SOHR,https://example.org/1
,Duwaylah,Idlib,70+,,
2015-10,,,,,
"""


def test_a_strangers_table_becomes_strikes_with_claims() -> None:
    reading = read(TABLE)
    assert len(reading.strikes) == 3
    assert reading.rejected.empty
    first, undated, nowhere = (row for _, row in reading.strikes.iterrows())
    assert (first["place_text"], first["governorate_text"]) == ("Talbisah", "Homs")
    assert (first["killed_min"], first["killed_max"]) == (3, 5)
    assert (undated["date_precision"], undated["killed_min"]) == ("unknown", 70)
    assert pd.isna(undated["date_start"])
    assert pd.isna(undated["killed_max"])
    assert (nowhere["location_status"], nowhere["date_precision"]) == ("unlocated", "month")
    assert pd.isna(nowhere["killed_min"])
    assert list(reading.strikes["source_count"]) == [1, 0, 0]
    claim = reading.claims.iloc[0]
    assert (claim["claimant"], claim["url"]) == ("SOHR", "https://example.org/1")
    assert (claim["toll_text"], claim["toll_scope"], claim["killed_min"]) == (
        "killed: 3-5",
        "strike",
        3,
    )
    assert claim["date_text"] == "2015-09-30"


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ("SOHR,,", [("SOHR", None)]),
        ("SOHR; SNHR,,", [("SOHR", None), ("SNHR", None)]),
        ("SOHR,https://a.org https://b.org,", [("SOHR", "https://a.org"), ("SOHR", "https://b.org")]),
        ("SOHR;SNHR,https://a.org,", [("SOHR", None), ("SNHR", None), (None, "https://a.org")]),
        ("https://a.org,,https://b.org", [(None, "https://a.org"), (None, "https://b.org")]),
        (",javascript:alert(1),", [("javascript:alert(1)", None)]),
        (",,", []),
    ],
)  # fmt: skip
def test_every_source_and_address_of_a_row_is_a_claim(
    sources: str, expected: list[tuple[str | None, str | None]]
) -> None:
    reading = read(f"date,place,source,url,url_2\n2015-09-30,Homs,{sources}\n")
    told = reading.claims[["claimant", "url"]].astype(object)
    found = told.where(told.notna(), None).itertuples(index=False, name=None)
    assert list(found) == expected
    assert reading.strikes["source_count"].tolist() == [len(expected)]


def test_of_several_claims_none_is_said_to_tell_the_rows_toll() -> None:
    reading = read("date,place,killed,source\n2015-09-30,Homs,5,SOHR;SNHR\n")
    assert reading.strikes["killed_min"].tolist() == [5]
    assert reading.claims["killed_min"].isna().all()


def test_a_toll_in_words_keeps_its_row_without_figures_and_its_words_in_a_claim() -> None:
    reading = read(
        "date,place,killed,injured,source\n2015-09-30,Homs,dozens,3,SOHR\n"
        "2015-09-30,Hama,عشرات,several,\n2015-10-01,Idlib,about 5,,SOHR;SNHR\n"
        "2015-10-02,Idlib,5,,SOHR\n"
    )
    assert reading.rejected.empty
    assert reading.strikes["place_text"].tolist() == ["Homs", "Hama", "Idlib", "Idlib"]
    assert reading.strikes["killed_min"].astype(object).tolist() == [pd.NA] * 3 + [5]
    assert reading.strikes["injured_max"].astype(object).tolist() == [3, pd.NA, pd.NA, pd.NA]
    assert reading.strikes["source_count"].tolist() == [1, 1, 2, 1]
    words = reading.claims["toll_text"].astype(object).tolist()
    assert words[:2] == ["killed: dozens; injured: 3", "killed: عشرات; injured: several"]
    assert reading.claims["note"].iloc[2] == "toll as the table words it: killed: about 5"
    notes = [note for note in reading.notes if "told in words" in note]
    assert len(notes) == 1
    assert notes[0].startswith("4 tolls are told in words ('dozens', ")


def test_columns_not_used_and_a_missing_place_are_noted() -> None:
    notes = read("date,governorate,Zeile,Spalte\n2015-09-30,Homs,1,2\n").notes
    assert "columns not used: Zeile, Spalte" in notes
    assert any(note.startswith("no column was taken as the place: a row is") for note in notes)
    quiet = read("date,place\n2015-09-30,Homs\n").notes
    assert not any("not used" in note or "as the place" in note for note in quiet)


def test_some_columns_may_be_chosen_and_the_others_guessed(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("date,Ort,Tote\n2015-09-30,Homs,5\n", encoding="utf-8")
    columns = find_columns(file, {"Ort": "place_text", "Tote": "killed"})
    strike = read_strikes(file, columns=columns).strikes.iloc[0]
    assert (strike["place_text"], strike["killed_min"]) == ("Homs", 5)
    assert find_columns(file, {}) is None
    with pytest.raises(ReadError, match="there is no column 'Wo'"):
        read_strikes(file, columns=find_columns(file, {"Wo": "place_text"}))
    with pytest.raises(ReadError, match="cannot mean 'colour'"):
        read_strikes(file, columns=find_columns(file, {"Ort": "colour"}))
    own = tmp_path / "strikes.csv"
    own.write_text(to_csv(read_seeds().strikes), encoding="utf-8")
    with pytest.raises(ReadError, match="our own format"):
        find_columns(own, {"place_text": "place_text"})


BAD_ROWS = """date,place,lat,lon,killed_min,killed_max,id
2015-09-30,Talbisah,34.84,36.73,1,2,a
soon,Talbisah,34.84,36.73,1,2,b
2015-09-30,Talbisah,95,36.73,1,2,c
2015-09-30,Talbisah,34.84,,1,2,d
2015-09-30,Talbisah,34.84,36.73,-1,2,e
2015-09-30,Talbisah,34.84,36.73,plenty,,f
2015-09-30,Talbisah,34.84,36.73,5,2,g
2015-09-30,Talbisah,34.84,36.73,1,2,a

2015-09-30,"Talbisah
second line",34.84,36.73,1,2
soon,Talbisah,95,36.73,-1,2,i
2015-09-30,Talbisah,34.84,36.73,1,2,
"""


def test_bad_rows_are_refused_with_the_row_a_spreadsheet_shows_and_a_remedy() -> None:
    reading = read(BAD_ROWS)
    told = reasons(reading)
    expected = {
        3: "'soon' is not understood; write it as",
        4: "latitude 95 is out of range",
        5: "longitude is missing though the other is given; give both or neither",
        6: "killed_min '-1' is negative; give 0 or more",
        7: "'plenty' is no whole number or range; write 5, 3-5",
        8: "upper bound 2 is below the lower 5; swap",
        9: "id 'field-notes:a' was used in row 2; give each row its own",
        11: "6 cells where the header has 7",
        12: "'soon' is not understood",
    }
    assert set(told) == set(expected)
    for row, why in expected.items():
        assert why in told[row]
    assert all(word in told[12] for word in ("soon", "latitude 95", "killed_min"))
    assert reading.strikes.index[0] == "field-notes:a"
    assert reading.rejected.set_index("row").loc[3, "date"] == "soon"
    assert len(reading.strikes) + len(reading.rejected) == 11


def test_own_columns_called_row_and_reason_are_kept() -> None:
    reading = read("date,place,row,reason\nsoon,Homs,7,because\n")
    kept = reading.rejected.iloc[0]
    assert (kept["row"], kept["row_in"], kept["reason_in"]) == (2, "7", "because")


def test_the_order_of_day_and_month_is_decided_by_the_file_or_by_the_reader() -> None:
    decided = read("date,place\n3/4/2015,Homs\n30/09/2015,Homs\n")
    assert decided.strikes["date_start"].astype(str).tolist() == ["2015-04-03", "2015-09-30"]
    assert any("day first" in note for note in decided.notes)
    unclear = read("date,place\n3/4/2015,Homs\n2015-09-30,Homs\n")
    assert "may be day/month or month/day" in reasons(unclear)[2]
    chosen = read(
        "date,place\n3/4/2015,Homs\n", columns={"date": "date_mdy", "place": "place_text"}
    )
    assert chosen.strikes["date_start"].astype(str).tolist() == ["2015-03-04"]


def test_a_precision_column_widens_the_date() -> None:
    reading = read(
        "date,date_precision,place\n2015-10-15,month,Homs\n2015-10-15,year,Homs\n"
        "2015-10-15,week,Homs\n2015-10-15,3,Homs\n"
    )
    spans = zip(reading.strikes["date_start"].astype(str), reading.strikes["date_end"].astype(str),
                strict=True)  # fmt: skip
    assert list(spans) == [
        ("2015-10-01", "2015-10-31"),
        ("2015-01-01", "2015-12-31"),
        ("2015-10-12", "2015-10-18"),
    ]
    assert "none of day, week, month, year" in reasons(reading)[5]


def test_words_that_are_not_understood_are_told_and_not_guessed() -> None:
    reading = read("date,place,type,outcome\n2015-09-30,Homs,Protest,hit\n2015-09-30,Homs,,odd\n")
    assert reading.strikes["kind"].tolist() == ["other", "other"]
    assert reading.strikes["outcome"].tolist()[0] == "hit"
    assert pd.isna(reading.strikes["outcome"].iloc[1])
    assert any("'Protest' is not understood" in note for note in reading.notes)
    assert any("'odd' is not understood" in note for note in reading.notes)


def test_what_struck_may_be_said_for_the_whole_file() -> None:
    assert read(TABLE).strikes["kind"].tolist() == ["other"] * 3
    assert read(TABLE, kind="airstrike").strikes["kind"].tolist() == ["airstrike"] * 3


def test_ids_are_stable_when_other_rows_change_and_numbered_among_equals() -> None:
    row = "2015-09-30,Homs\n"
    alone = read(f"date,place\n{row}").strikes.index[0]
    among = read(f"date,place\n2015-10-01,Hama\n{row}{row}").strikes.index
    assert list(among[1:]) == [alone, f"{alone}-2"]


@pytest.mark.parametrize(
    ("content", "name", "remedy"),
    [
        (b"", "a.csv", "is empty"),
        (b"colour,shape\nred,round\n", "a.csv", "rename the columns"),
        (b"date,place\n", "a.docx", "use .csv"),
        (b"PK\x03\x04\x00\x00", "a.csv", "no text file"),
        (b"not excel", "a.xlsx", "save it as .xlsx"),
        (b"{}", "a.geojson", "no GeoJSON FeatureCollection"),
        (b'{"features": 3}', "a.geojson", "no GeoJSON FeatureCollection"),
        (b"nothing", "a.gpkg", "not readable as GeoPackage"),
        (b"nothing", "a.parquet", "not readable as Parquet"),
        (b"\n\ndate,place\n", "a.csv", "first row"),
    ],
)
def test_a_hopeless_file_is_refused_naming_it_and_the_remedy(
    content: bytes, name: str, remedy: str
) -> None:
    with pytest.raises(ReadError) as caught:
        read_strikes(content, name=name)
    assert name in str(caught.value)
    assert remedy in str(caught.value)


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"when": "date", "place": "place_text"}, "there is no column 'when'"),
        ({"date": "colour"}, "cannot mean 'colour'"),
        ({"date": "date", "place": "date"}, "two columns are chosen as date"),
        ({"date": "date"}, "a place column"),
    ],
)
def test_chosen_columns_must_make_sense(columns: dict[str, str], why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read("date,place\n2015-09-30,Homs\n", columns=columns)


@pytest.mark.parametrize(
    ("encoding", "separator", "told"),
    [
        ("utf-8", ",", None), ("utf-8-sig", ";", "semicolon"), ("utf-16", "\t", "UTF-16"),
        ("cp1256", ",", "cp1256"),
    ],
)  # fmt: skip
def test_encodings_and_separators_are_found(
    encoding: str, separator: str, told: str | None
) -> None:
    text = "date,place\n2015-09-30,تلبيسة\n".replace(",", separator)
    reading = read_strikes(text.encode(encoding), name="a.csv")
    assert reading.strikes["place_text"].tolist() == ["تلبيسة"]
    assert told is None or any(told in note for note in reading.notes)


def excel(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_excel_dates_and_numbers_are_read_as_shown() -> None:
    content = excel(
        [["date", "place", "lat", "lon", "killed"],
         [pd.Timestamp("2015-09-30").to_pydatetime(), "Talbisah", 34.84, 36.73, 5],
         [None, None, None, None, None],
         [42277, "Talbisah", 34.84, 36.73, 5]]
    )  # fmt: skip
    reading = read_strikes(content, name="a.xlsx")
    assert reading.strikes["date_start"].astype(str).tolist() == ["2015-09-30"]
    assert reading.strikes["killed_max"].tolist() == [5]
    assert reading.strikes.geometry.iloc[0] == Point(36.73, 34.84)
    assert "bare number" in reasons(reading)[4]


def collection(*features: tuple[object, dict[str, object]]) -> bytes:
    return json.dumps(
        {"type": "FeatureCollection", "features": [
            {"type": "Feature", "geometry": geometry, "properties": properties}
            for geometry, properties in features]}
    ).encode()  # fmt: skip


def test_geojson_points_are_taken_and_other_shapes_refused() -> None:
    point = {"type": "Point", "coordinates": [36.73, 34.84, 500]}
    line = {"type": "LineString", "coordinates": [[36, 34], [37, 35]]}
    wrong = {"type": "Point", "coordinates": ["a", "b"]}
    content = collection(
        (point, {"date": "2015-09-30", "lon": "kept aside"}),
        (None, {"date": "2015-09-30", "place": "Homs"}),
        (line, {"date": "2015-09-30"}),
        (wrong, {"date": "2015-09-30"}),
    )
    reading = read_strikes(content, name="a.geojson")
    assert reading.strikes["location_status"].tolist() == ["located", "unlocated"]
    assert "not a point" in reasons(reading)[3]
    assert "cannot be read" in reasons(reading)[4]


def test_geojson_of_another_crs_is_refused() -> None:
    content = json.dumps({"features": [], "crs": {"properties": {"name": "EPSG:3857"}}}).encode()
    with pytest.raises(ReadError, match="WGS 84"):
        read_strikes(content, name="a.geojson")


@pytest.mark.parametrize("ending", ["gpkg", "parquet"])
def test_tables_of_other_projections_are_brought_to_degrees(tmp_path: Path, ending: str) -> None:
    table = gpd.GeoDataFrame(
        {"date": ["2015-09-30", "2015-09-30"], "town": ["Talbisah", "road"]},
        geometry=[Point(36.73, 34.84), LineString([(36, 34), (37, 35)])], crs="EPSG:4326",
    ).to_crs("EPSG:32637")  # fmt: skip
    path = tmp_path / f"a.{ending}"
    table.to_file(path) if ending == "gpkg" else table.to_parquet(path)
    reading = read_strikes(path)
    point = reading.strikes.geometry.iloc[0]
    assert (round(point.x, 6), round(point.y, 6)) == (36.73, 34.84)
    assert "not a point" in reasons(reading)[2]


def test_parquet_without_geometry_has_lon_and_lat_columns(tmp_path: Path) -> None:
    table = pd.DataFrame({"date": ["2015-09-30"], "lon": [36.73], "lat": [34.84], "killed": [3]})
    table.to_parquet(tmp_path / "a.parquet")
    reading = read_strikes(tmp_path / "a.parquet")
    assert reading.strikes.geometry.iloc[0] == Point(36.73, 34.84)


hostile_cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(hostile_cells, min_size=5, max_size=5), max_size=5))
def test_nothing_is_lost_whatever_the_cells_hold(rows: list[list[str]]) -> None:
    def quote(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    lines = ["date,place,lat,lon,killed"] + [",".join(map(quote, row)) for row in rows]
    reading = read("\n".join(lines))
    filled = sum(any(cell.strip() for cell in row) for row in rows)
    assert len(reading.strikes) + len(reading.rejected) == filled


# Our own format

OWN = """strike_id,kind,date_start,date_end,date_precision,place_text,precision,killed_min,lon,lat
s:1,airstrike,2015-09-30,2015-09-30,day,Talbisah,,5,36.73,34.84
s:2,airstrike,2015-09-30,2015-10-01,,Homs,,,,
s:3,rocket,2015-09-30,2015-09-30,day,Homs,,,,
s:4,airstrike,30/09/2015,2015-09-30,day,Homs,,,,
s:5,airstrike,2015-10-01,2015-09-30,day,Homs,,,,
s:6,airstrike,2015-09-30,2015-09-30,day,Homs,governorate,,36.73,34.84
s:7,airstrike,2015-09-30,2015-09-30,day,Homs,,five,,
s:1,airstrike,2015-09-30,2015-09-30,day,Homs,,,,
,airstrike,2015-09-30,2015-09-30,day,Homs,,,,
"""
CLAIMS = """claim_id,strike_id,claimant,killed_min
c:1,s:1,SOHR,5
c:2,s:9,SOHR,
c:1,s:2,SOHR,
c:3,s:2,SOHR,five
,s:2,SOHR,
"""


def test_our_own_table_is_recognised_and_what_matching_fills_may_be_empty() -> None:
    reading = read(OWN, claims=CLAIMS.encode())
    assert reading.strikes.index.tolist() == ["s:1", "s:2"]
    assert reading.strikes["match_method"].tolist() == ["given", "none"]
    assert reading.strikes["date_precision"].tolist() == ["day", "week"]
    assert reading.strikes["source_count"].tolist() == [1, 2]
    assert reading.claims["claim_id"].tolist() == ["c:1"]
    told = reasons(reading)
    expected = {
        4: "kind is none of", 5: "date_start '30/09/2015' is no day", 6: "date_end is before",
        7: "geometry must be null", 8: "killed_min 'five' is no whole number",
        9: "id 's:1' was used in row 2", 10: "strike_id is empty",
    }  # fmt: skip
    assert set(told) == set(expected)
    assert all(why in told[row] for row, why in expected.items())
    refused = reading.rejected_claims.set_index("row")["reason"]
    assert "names no strike" in refused[3]
    assert "given twice" in refused[4]
    assert "no whole number" in refused[5]
    assert "claim_id is empty" in refused[6]


def test_claims_beside_the_strikes_are_found(tmp_path: Path) -> None:
    for strikes, claims in (("strikes.csv", "claims.csv"), ("mine.csv", "mine.claims.csv")):
        (tmp_path / strikes).write_text(OWN, encoding="utf-8")
        (tmp_path / claims).write_text(CLAIMS, encoding="utf-8")
        assert len(read_strikes(tmp_path / strikes).claims) == 1


def test_claims_do_not_go_with_a_strangers_table() -> None:
    with pytest.raises(ReadError, match="own format"):
        read(TABLE, claims=CLAIMS.encode())


def test_a_table_without_claim_ids_is_no_claims_table() -> None:
    with pytest.raises(ReadError, match="claim_id and strike_id"):
        read(OWN, claims=b"a,b\n1,2\n")


def test_the_shipped_strikes_read_back_byte_for_byte() -> None:
    seeds = read_seeds()
    folder = ROOT / "geo" / "data" / "seeds"
    assert seeds.rejected.empty
    assert seeds.rejected_claims.empty
    assert to_csv(seeds.strikes) == (folder / "strikes.csv").read_text(encoding="utf-8")
    assert len(read_strikes(claims_free(seeds), name="s.csv").strikes) == len(seeds.strikes)
    assert claims_to_csv(seeds.claims).count("\n") == len(seeds.claims) + 1


def claims_free(seeds: Reading) -> bytes:
    return to_csv(seeds.strikes).encode()


# Reference data


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/reference")
def test_the_syrian_archives_points_are_read_as_published() -> None:
    path = SHARED / "syrian_archive" / "russian_attacks.csv"
    published = pd.read_csv(path).set_index("code")
    columns = {**guess_columns(["code", "url", "source", "loc_en", "lat", "lon"]),
               "recorded": "date"}  # fmt: skip
    reading = read_strikes(path, columns=columns)
    assert reading.rejected.empty
    assert len(reading.strikes) == len(reading.claims) == len(published)
    points = reading.strikes.geometry.set_axis(published.index)
    assert (points.x - published["lon_dec"]).abs().max() < 1e-9
    assert (points.y - published["lat_dec"]).abs().max() < 1e-9


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/reference")
def test_ucdps_points_of_areas_are_not_pinned() -> None:
    path = SHARED / "ucdp_ged" / "ucdp_ged_syria.csv"
    published = pd.read_csv(path, low_memory=False)
    reading = read_strikes(path)
    assert len(reading.strikes) + len(reading.rejected) == len(published)
    pinned = reading.strikes["location_status"] == "located"
    assert set(published.loc[pinned.to_numpy(), "where_prec"]) == {1.0}
