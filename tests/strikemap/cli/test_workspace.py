"""`strikemap workspace`: made of a file, decided in, undone, and taken to a fresh install."""

from __future__ import annotations

import csv
import json

from command import Command

TABLE = "date,place,governorate\n2016-09-01,Suran,\n2016-09-02,Suran,\n2016-09-01,Talbiseh,Homs\n"


def make(run: Command) -> None:
    (run.folder / "in.csv").write_text(TABLE, encoding="utf-8")
    done = run("workspace", "make", "in.csv", "--out", "work.gpkg")
    assert done.returncode == 0, done.stderr
    assert done.last_line == "work.gpkg: 3 rows, and room to decide their places"


def test_decisions_undone_and_redone_are_in_the_log(run: Command) -> None:
    make(run)
    done = run("workspace", "decide", "work.gpkg", "Suran", "--place", "gn:163915", "--who", "A",
               "--reason", "the video")  # fmt: skip
    assert "2 rows changed" in done.last_line
    assert "undo Suran, 2 rows" in run("workspace", "undo", "work.gpkg").last_line
    assert "nothing to undo" in run("workspace", "undo", "work.gpkg").last_line
    assert "redo Suran, 2 rows" in run("workspace", "redo", "work.gpkg").last_line
    log = run("workspace", "log", "work.gpkg").stdout.splitlines()
    assert [line.split(": ", 1)[1] for line in log] == [
        "redo Suran, 2 rows: the video",
        "undo Suran, 2 rows: the video",
        "decide Suran, 2 rows: the video",
    ]
    assert " by A: " in log[-1]
    assert run("workspace", "check", "work.gpkg").last_line == "work.gpkg: sound"


def test_what_is_decided_travels_by_an_alias_file_to_the_same_places(run: Command) -> None:
    make(run)
    run("workspace", "decide", "work.gpkg", "Suran", "--point", "35.29,36.75", "--radius", "2")
    assert run("workspace", "export", "work.gpkg", "--out", "mine.csv").returncode == 0
    run("export", "work.gpkg", "--out", "one.geojson")
    run("import", "in.csv", "--out", "fresh.geojson", "--gazetteer", "mine.csv")
    placed = [
        [(feature["geometry"], feature["properties"]["match_method"]) for feature in
         json.loads((run.folder / name).read_text("utf-8"))["features"]]
        for name in ("one.geojson", "fresh.geojson")
    ]  # fmt: skip
    assert placed[0] == placed[1]
    assert [method for _, method in placed[0]].count("reviewed") == 2


def test_a_colleague_s_decisions_are_taken_once_conflicts_are_settled(run: Command) -> None:
    make(run)
    run("workspace", "decide", "work.gpkg", "Suran", "--no-place", "--who", "A")
    (run.folder / "b.csv").write_text(
        "name,governorate,verdict,place_id,who\nSuran,,place,gn:163915,B\n"
        "Talbiseh,Homs,no place,,B\n",
        encoding="utf-8",
    )
    done = run("workspace", "merge", "work.gpkg", "b.csv")
    assert done.returncode == 1
    assert "Suran: no place, decided by A" in done.stdout
    assert len(run("workspace", "log", "work.gpkg").stdout.splitlines()) == 1
    done = run("workspace", "merge", "work.gpkg", "b.csv", "--prefer", "theirs")
    assert done.last_line == "work.gpkg: 2 decisions taken, 1 conflict; 3 rows changed"
    run("workspace", "export", "work.gpkg", "--out", "all.csv")
    with (run.folder / "all.csv").open(encoding="utf-8", newline="") as file:
        kept = {row["name"]: (row["verdict"], row["who"]) for row in csv.DictReader(file)}
    assert kept == {"Suran": ("place", "B"), "Talbiseh": ("no place", "B")}


def test_what_is_taken_and_places_nothing_or_places_it_abroad_is_noted(run: Command) -> None:
    make(run)
    (run.folder / "b.csv").write_text(
        "name,verdict,place_id,lon,lat,radius_km\nSuran,place,C9999,,,\n"
        "Talbiseh,point,,34.8,50.1,2\nHama,point,,36.8,35.1,2\n",
        encoding="utf-8",
    )
    notes = run("workspace", "merge", "work.gpkg", "b.csv").stderr.splitlines()
    assert [line for line in notes if line.startswith("note:")] == [
        "note: Suran: C9999 is listed nowhere here, so no row is placed by it; add the table that "
        "lists it (--gazetteer FILE), or decide the name anew",
        "note: Talbiseh: 50.1,34.8 lies outside Syria",
    ]


def test_a_workspace_is_never_made_over_a_file(run: Command) -> None:
    make(run)
    done = run("workspace", "make", "in.csv", "--out", "work.gpkg")
    assert done.returncode == 1
    assert "is there already; name another file" in done.stderr
    assert "is no workspace" in run("workspace", "check", "in.csv").stderr


def test_what_a_decision_may_have_meant_otherwise_is_noted(run: Command) -> None:
    make(run)
    decide = ("workspace", "decide", "work.gpkg")
    point = run(*decide, "Suran", "--point", "36.75,35.29", "--radius", "2").stderr
    assert "note: 36.75,35.29 lies outside Syria; LAT comes first: 35.29,36.75 lies in" in point
    assert "note" not in run(*decide, "Suran", "--point", "35.29,36.75", "--radius", "2").stderr
    assert "note: no row says 'Nowhere'" in run(*decide, "Nowhere", "--no-place").stderr
    other = run(*decide, "Talbiseh", "--no-place").stderr
    assert "note: rows say 'Talbiseh' beside another governorate; say --governorate" in other
    assert '"Homs"' in other
