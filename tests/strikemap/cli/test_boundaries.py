"""`strikemap boundaries`: areas of the user's own or fetched, used by every verb from then on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from area_publisher import put_shapes
from command import Command
from publisher import Publisher
from shapely.geometry import box
from toy_areas import write_areas

RAION = {
    "shapeName": "Lviv raion", "shapeISO": "", "shapeID": "91B1", "shapeGroup": "UKR",
    "shapeType": "ADM2", "geometry": box(23.5, 49.5, 24.5, 50.1),
}  # fmt: skip


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    server = Publisher()
    yield server
    server.close()


def test_areas_that_were_added_are_used_from_then_on(run: Command) -> None:
    write_areas(run.folder / "raions.geojson", [RAION])
    done = run("boundaries", "add", "raions.geojson", "--country", "ua")
    assert done.returncode == 0, done.stderr
    assert "27 areas of the first level, 1 area of the second level" in done.last_line
    strikes = "date,place,lat,lon\n2024-05-01,Lviv,49.84,24.03\n"
    (run.folder / "mine.csv").write_text(strikes, encoding="utf-8")
    written = run("export", "mine.csv", "--out", "placed.csv", "--country", "ua")
    assert written.returncode == 0, written.stderr
    assert "Lviv raion" in (run.folder / "placed.csv").read_text(encoding="utf-8-sig")


def test_a_file_that_cannot_serve_ends_in_one_line(run: Command) -> None:
    write_areas(run.folder / "bad.geojson", [{**RAION, "shapeType": "ADM9"}])
    refused = run("boundaries", "add", "bad.geojson", "--country", "ua")
    assert refused.returncode == 1
    assert "bad.geojson: shapeType" in refused.last_line


def test_districts_are_fetched_listed_used_and_taken_away(
    run: Command, publisher: Publisher
) -> None:
    mirror = put_shapes(publisher, 2)
    done = run("boundaries", "fetch", "UA", "--level", "2", "--url", mirror)
    assert done.returncode == 0, done.stderr
    assert "licence Invented Open Licence 1.0" in done.stdout
    assert done.last_line == "ua: areas of the second level are used from now on"
    listed = run("boundaries", "list")
    assert "ua: geoboundaries-adm2.geojson, 4 areas of the second level" in listed.stdout
    assert "edition UKR-ADM2-1, 2020" in listed.stdout
    (run.folder / "mine.csv").write_text("date,place,lat,lon\n2024-05-01,Lviv,49.84,24.03\n")
    written = run("export", "mine.csv", "--out", "placed.csv", "--country", "ua")
    assert written.returncode == 0, written.stderr
    assert "North-east" in (run.folder / "placed.csv").read_text(encoding="utf-8-sig")
    assert run("boundaries", "remove", "ua").returncode == 0
    assert run("boundaries", "list").last_line.startswith("0 files of areas")


def test_strikes_of_one_district_are_exported_and_said_to_be_known_to_it(run: Command) -> None:
    write_areas(run.folder / "raions.geojson", [RAION])
    run("boundaries", "add", "raions.geojson", "--country", "ua")
    rows = (
        "date,place,lat,lon,oblast,district",
        "2024-05-01,Lviv,49.84,24.03,,",
        "2024-05-02,,,,Lviv oblast,Lviv raion",
        "2024-05-03,,,,Kharkiv oblast,",
    )
    (run.folder / "mine.csv").write_text("\n".join(rows), encoding="utf-8")
    asked = ("export", "mine.csv", "--out", "of.csv", "--country", "ua", "--district")
    written = run(*asked, "Lviv raion")
    assert written.returncode == 0, written.stderr
    assert "2 of 3 rows known to a second-level area (raion)" in written.stderr
    assert "of.csv: 2 of 3 events: 1 located, 1 known only to an area" in written.last_line
    exported = (run.folder / "of.csv").read_text(encoding="utf-8-sig")
    assert exported.count("UA-91B1,Lviv raion") == 2
    assert "district,70,area_only,UA46,Lviv,UA-91B1" in exported
    refused = run(*asked, "Elsewhere")
    assert refused.returncode == 2
    assert "district=Elsewhere is no raion known in Ukraine" in refused.stderr


def test_geocode_adds_districts_where_they_are_at_hand_and_only_there(run: Command) -> None:
    rows = "place,adm2_name\nLviv,mine\n"
    (run.folder / "names.csv").write_text(rows, encoding="utf-8")
    asked = ("geocode", "names.csv", "--out", "out.csv", "--place", "place", "--country", "ua")
    assert run(*asked).returncode == 0
    before = (run.folder / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "adm2_code" not in before[0]
    write_areas(run.folder / "raions.geojson", [RAION])
    run("boundaries", "add", "raions.geojson", "--country", "ua")
    assert run(*asked).returncode == 0
    header, row = (run.folder / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header.endswith("adm2_code,adm2_name,adm3_code,adm3_name")
    assert header.startswith("place,adm2_name_in,")
    assert row.endswith("UA-91B1,Lviv raion,,")
