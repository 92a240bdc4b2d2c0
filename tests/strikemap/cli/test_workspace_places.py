"""`strikemap workspace place`: listed, corrected, written as a table, taken out."""

from __future__ import annotations

from command import Command

TABLE = "date,place,governorate\n2016-09-01,Zyxfold,Hama\n2016-09-01,Talbiseh,Homs\n"
ADD = ("workspace", "place", "add", "work.gpkg", "Zyxfold", "--point", "35.2,36.7")


def test_a_place_is_listed_corrected_taken_along_and_taken_out(run: Command) -> None:
    (run.folder / "in.csv").write_text(TABLE, encoding="utf-8")
    run("workspace", "make", "in.csv", "--out", "work.gpkg")
    done = run(*ADD, "--radius", "2", "--spelling", "Zyksfold", "--source", "SOHR", "--who", "A")
    assert "1 row changed" in done.last_line, done.stderr
    place_id = done.last_line.split(" is ")[1].split(";")[0]
    done = run("workspace", "place", "list", "work.gpkg")
    line = f"{place_id} Zyxfold, Zyksfold: settlement, 35.20000 36.70000 within 2 km (SOHR)"
    assert done.stdout.splitlines()[0] == line
    done = run(*ADD, "--radius", "3", "--id", place_id)
    assert "1 row changed" in done.last_line
    assert run("workspace", "place", "list", "work.gpkg", "--out", "mine.csv").returncode == 0
    table = (run.folder / "mine.csv").read_text("utf-8")
    assert "Zyxfold,Zyksfold,settlement," in table, "what was not said again stays"
    assert ",SOHR," in table
    found = run("gazetteer", "search", "Zyxfold", "--gazetteer", "mine.csv").stdout
    assert f"Zyxfold [{place_id}], settlement, 36.70000 35.20000 (lon lat), within 3 km" in found
    decide = ("workspace", "decide", "work.gpkg", "Talbiseh", "--governorate", "Homs", "--place")
    assert "1 row changed" in run(*decide, place_id).last_line
    done = run("workspace", "place", "remove", "work.gpkg", place_id, "--reason", "a misprint")
    assert f"{place_id} is taken out" in done.last_line
    assert "remove place Zyxfold" in run("workspace", "log", "work.gpkg", "--most", "1").stdout


def test_what_cannot_be_is_told(run: Command) -> None:
    (run.folder / "in.csv").write_text(TABLE, encoding="utf-8")
    run("workspace", "make", "in.csv", "--out", "work.gpkg")
    assert "no LAT,LON" in run(*ADD[:-1], "35.2", "--radius", "2").stderr
    assert "radius: 0 km" in run(*ADD, "--radius", "0").last_line
    assert "not listed" in run(*ADD, "--radius", "2", "--id", "own:9").stderr
    assert (
        "no place of the workspace"
        in run("workspace", "place", "remove", "work.gpkg", "own:9").last_line
    )
