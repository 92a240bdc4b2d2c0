"""`strikemap boundaries add`: areas of the user's own, used by every verb from then on."""

from __future__ import annotations

from command import Command
from shapely.geometry import box
from toy_areas import write_areas

RAION = {
    "shapeName": "Lviv raion", "shapeISO": "", "shapeID": "91B1", "shapeGroup": "UKR",
    "shapeType": "ADM2", "geometry": box(23.5, 49.5, 24.5, 50.1),
}  # fmt: skip


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
