"""`strikemap geocode`: a table of names comes back with the answer to each."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from command import Command, cells_of
from geopy.distance import geodesic
from paths import SHARED

from geo.placing.geocode import ADDED

GOLD = SHARED / "gold" / "seeds_events.jsonl"
NAMES = """id,place,governorate,lon,note
1,Duwaylah,Idlib,x,"a, b"
2,Several towns,,y,
,,,,
3,Qwrtzxburg,,z,=1+1
4,,Homs,,
5,اللطامنة,حماة,," kept  as is "
"""


def test_geocode_weighs_a_second_name_a_district_and_codes(run: Command) -> None:
    run.write("in.csv", "place,ar,dist,code\nQwrtz,سلقين,,\nUnlisted Farm,,Harim,\nx,,,SY0703\n")
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place",
                       "--place-ar", "ar", "--district", "dist", "--subdistrict", "dist",
                       "--pcode", "code")  # fmt: skip
    assert done.returncode == 0, done.stderr
    rows = cells_of(run.folder / "out.csv")
    assert [row["precision"] for row in rows] == ["settlement", "district", "district"]
    assert rows[0]["place_name_ar"] == "سلقين"


def test_the_country_that_is_named_is_that_of_names_which_most_are_not_known_in(
    run: Command,
) -> None:
    strangers = ["Mosul", "Amman", "Ankara", "Kharkiv", "Khartoum", "Tripoli", "Najaf"]
    run.write("in.csv", "\n".join(["place", "Ariha", *strangers]))
    for more, status in ((["--country", "sy"], "located"), ([], "unlocated")):
        run("geocode", "in.csv", "--out", "out.csv", "--place", "place", *more)
        ariha, *others = cells_of(run.folder / "out.csv")
        assert ariha["location_status"] == status
        assert {row["location_status"] for row in others} == {"unlocated"}


def test_an_area_of_a_gazetteer_without_a_code_is_no_place_of_the_map_and_the_rest_is_done(
    run: Command,
) -> None:
    run.write("mine.csv", "name,kind,lon,lat\nQwertstan,district,36.9,34.9\n")
    run.write("in.csv", "place\nQwertstan\nQwertstan district\nTalbisah\n")
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place", "--country", "sy",
               "--gazetteer", "mine.csv")  # fmt: skip
    assert "3 rows: 1 located, 0 known only to an area, 2 not located" in done.last_line
    for row in cells_of(run.folder / "out.csv")[:2]:
        assert (row["precision"], row["lon"], row["adm1_code"]) == ("unknown", "", "")
        assert "the district mine:2 has no adm1_code in its table" in row["match_reason"]


def test_a_cell_that_names_several_places_is_one_area_or_a_row_for_each(run: Command) -> None:
    run.write("in.csv", "n,place\n1,Douma and Harasta\n2,Ariha\n")
    for more in ([], ["--split-places"]):
        done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place", *more)
        assert done.returncode == 0, done.stderr
        rows = cells_of(run.folder / "out.csv")
        if not more:
            assert [(row["n"], row["precision"]) for row in rows] == [
                ("1", "area"), ("2", "settlement"),
            ]  # fmt: skip
            members = rows[0]["rivals"].split(";")
    assert [row["n"] for row in rows] == ["1", "1", "2"]
    assert [row["place_name"] for row in rows] == ["Douma", "Harasta", "Ariha"]
    assert [row["place_id"] for row in rows[:2]] == members
    assert [row["rivals"] for row in rows[:2]] == members[::-1]
    assert rows[0]["precision"] == "settlement"
    assert "1 of 2 places that the row names" in rows[0]["match_reason"]
    assert "3 rows: 3 located" in done.last_line


def test_geocode_keeps_every_row_and_column_in_order_and_adds_the_answer(run: Command) -> None:
    run.write("in.csv", NAMES)
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place",
               "--governorate", "governorate")  # fmt: skip
    assert done.returncode == 0, done.stderr
    rows = cells_of(run.folder / "out.csv")
    assert list(rows[0]) == ["id", "place", "governorate", "lon_in", "note", *ADDED]
    assert [row["id"] for row in rows] == ["1", "2", "", "3", "4", "5"]
    assert [row["lon_in"] for row in rows] == ["x", "y", "", "z", "", ""]
    assert [row["note"] for row in rows] == ["a, b", "", "", "=1+1", "", " kept  as is "]
    statuses = [row["location_status"] for row in rows]
    assert statuses == ["located", "unlocated", "unlocated", "unlocated", "area_only", "located"]
    methods = [row["match_method"] for row in rows]
    assert methods == ["exact", "vague", "none", "none", "exact", "exact"]
    assert (rows[0]["place_name_ar"], rows[0]["adm1_code"]) == ("الدويلة", "SY07")
    assert abs(float(rows[0]["lon"]) - 36.452) < 0.02
    assert rows[4]["lon"] == rows[4]["lat"] == ""
    assert rows[4]["adm1_code"] == "SY04"
    assert all(row["match_reason"] for row in rows)
    assert "6 rows: 2 located, 1 known only to an area, 3 not located" in done.last_line
    assert run.files() == ["in.csv", "out.csv"]


def test_geocode_takes_coordinates_only_from_the_columns_named(run: Command) -> None:
    run.write(
        "in.csv",
        "place,x,y,lon,lat\nDuwaylah,36.7,34.8,1,1\nDuwaylah,,,1,1\nDuwaylah,36.7,95,1,1\n",
    )
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place",
               "--lon", "x", "--lat", "y")  # fmt: skip
    assert done.returncode == 0, done.stderr
    given, named, refused = cells_of(run.folder / "out.csv")
    assert (given["match_method"], given["lon"], given["lat"]) == ("given", "36.7", "34.8")
    assert given["adm1_code"] == "SY04"
    assert (named["match_method"], named["adm1_code"]) == ("exact", "SY07")
    assert (refused["location_status"], refused["lon"]) == ("unlocated", "")
    assert "latitude 95 is out of range" in refused["match_reason"]
    rejected = cells_of(run.folder / "out.rejected.csv")
    assert [(row["row"], row["place"]) for row in rejected] == [("4", "Duwaylah")]
    assert "1 row refused, with reasons in out.rejected.csv" in done.last_line


def test_geocode_names_the_rivals_of_an_ambiguous_name_and_adds_a_gazetteer(run: Command) -> None:
    run.write("in.csv", "place\nQwrtzxburg\n")
    run.write(
        "mine.csv",
        "id,name,lat,lon,governorate\na,Qwrtzxburg,35.1,36.8,Hama\nb,Qwrtzxburg,34.7,36.7,Homs\n",
    )
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place",
               "--gazetteer", "mine.csv")  # fmt: skip
    assert done.returncode == 0, done.stderr
    row = cells_of(run.folder / "out.csv")[0]
    assert (row["match_method"], row["lon"]) == ("ambiguous", "")
    assert len(row["rivals"].split(";")) == 2


def test_geocode_does_not_leave_an_old_list_of_refused_rows(run: Command) -> None:
    run.write("in.csv", "place\nDuwaylah\n")
    run.write("out.rejected.csv", "row,reason,place\n2,old,Homs\n")
    assert run("geocode", "in.csv", "--out", "out.csv", "--place", "place").returncode == 0
    assert run.files() == ["in.csv", "out.csv"]


@pytest.mark.skipif(not GOLD.exists(), reason="needs ../shared/gold")
def test_geocode_places_the_seeds_settlements_within_three_kilometres(run: Command) -> None:
    events = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    gold = [place for event in events for place in event["places"]
            if place["role"] == "target" and place["precision"] == "settlement"
            and place["lat"] is not None]  # fmt: skip
    asked = pd.DataFrame(
        {"id": range(len(gold)), "place": [place["surface"] for place in gold],
         "governorate": [place["governorate"] for place in gold]}
    )  # fmt: skip
    asked.to_csv(run.folder / "in.csv", index=False)
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place",
               "--governorate", "governorate")  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(gold) >= 25
    for place, row in zip(gold, cells_of(run.folder / "out.csv"), strict=True):
        answer = f"{place['surface']}: {row['match_method']}, {row['match_reason']}"
        assert row["location_status"] == "located", answer
        apart = geodesic((place["lat"], place["lon"]), (float(row["lat"]), float(row["lon"]))).km
        assert apart <= 3, f"{answer}, {apart:.1f} km off"


@pytest.mark.parametrize("text", ["place\nاللطامنة\n", "\ufeffplace\nاللطامنة\n"])
def test_geocode_writes_what_excel_opens_with_its_letters_whole(run: Command, text: str) -> None:
    (run.folder / "in.csv").write_text(text, encoding="utf-8")
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place")
    assert done.returncode == 0, done.stderr
    written = (run.folder / "out.csv").read_text(encoding="utf-8")
    assert written.startswith("\ufeffplace,")
    assert "\nاللطامنة," in written


ABROAD = ("Baghdad", "Kirkuk", "Ramadi", "Tikrit", "Samarra", "Fallujah", "Basra", "Erbil",
          "Najaf", "Karbala", "Nasiriyah", "Baqubah")  # fmt: skip


@pytest.mark.parametrize("header", ["country", "pays", "state of things"])
def test_a_stated_country_is_heard_row_by_row(run: Command, header: str) -> None:
    rows = [*(f"{name},Iraq" for name in ABROAD), "Duwaylah,Syria", "Duwaylah,Iraq"]
    run.write("in.csv", "\n".join([f"town,{header}", *rows]) + "\n")
    named = ["--country-column", header] if " " in header else []
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "town", "--country", "sy",
               *named)  # fmt: skip
    assert done.returncode == 0, done.stderr
    *abroad, ours, theirs = cells_of(run.folder / "out.csv")
    assert {row["location_status"] for row in abroad} == {"unlocated"}
    assert (ours["location_status"], ours["adm1_code"]) == ("located", "SY07")
    assert theirs["location_status"] == "unlocated"
    assert "Iraq" in theirs["match_reason"]
    assert (f"from the column {header!r}" in done.stderr) == (not named)


def test_a_named_column_of_countries_must_be_there(run: Command) -> None:
    run.write("in.csv", "town\nDuwaylah\n")
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "town", "--country-column", "c")
    assert done.returncode != 0
    assert "there is no column 'c'" in done.stderr
