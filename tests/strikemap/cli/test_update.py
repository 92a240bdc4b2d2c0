"""`workspace update`: what a newer edition has otherwise, and what of it is taken in."""

from __future__ import annotations

import pytest
from command import Command, cells_of

HEADER = "id,date,place,governorate,killed,source\n"
OLD = "a1,2016-09-01,Suran,Hama,5,SOHR\na2,2016-09-02,Talbiseh,Homs,2,SOHR\n"
NEW = "a1,2016-09-01,Suran,Hama,9,SOHR\na3,2016-09-08,Saraqib,Idlib,3,SOHR\n"


@pytest.fixture
def made(run: Command) -> Command:
    run.write("old.csv", HEADER + OLD)
    run.write("new.csv", HEADER + NEW)
    assert run("workspace", "make", "old.csv", "--out", "w.gpkg").returncode == 0
    return run


def test_nothing_is_written_until_it_is_accepted(made: Command) -> None:
    done = made("workspace", "update", "w.gpkg", "new.csv", "--out", "changes.csv")
    assert done.stdout.splitlines()[0] == "1 new, 1 gone, 1 changed, 0 as before"
    assert done.last_line.endswith("nothing written; choose with --accept")
    assert {row["state"] for row in cells_of(made.folder / "changes.csv")} == {
        "new", "gone", "changed",
    }  # fmt: skip
    assert made("workspace", "log", "w.gpkg").stdout == ""


def test_all_is_one_step_that_undo_takes_back(made: Command) -> None:
    done = made("workspace", "update", "w.gpkg", "new.csv", "--accept", "all", "--who", "A")
    assert done.last_line == "w.gpkg: new.csv: 1 new, 1 changed, 1 gone; 3 rows written"
    made("export", "w.gpkg", "--out", "out.csv", "--filter", "since=2026-01-01")
    rows = {row["place_text"]: row for row in cells_of(made.folder / "out.csv")}
    assert set(rows) == {"Suran", "Saraqib"}
    assert rows["Suran"]["killed_min"] == "9"
    assert rows["Saraqib"]["added"]
    assert "update new.csv" in made("workspace", "log", "w.gpkg").stdout
    made("workspace", "undo", "w.gpkg")
    made("export", "w.gpkg", "--out", "back.csv")
    places = {row["place_text"] for row in cells_of(made.folder / "back.csv")}
    assert places == {"Suran", "Talbiseh"}


def test_one_strike_is_accepted_by_its_id(made: Command) -> None:
    done = made("workspace", "update", "w.gpkg", "new.csv", "--accept", "old:a1")
    assert done.last_line == "w.gpkg: new.csv: 1 changed; 1 row written"


def test_an_id_that_does_not_differ_is_refused(made: Command) -> None:
    done = made("workspace", "update", "w.gpkg", "new.csv", "--accept", "old:a7")
    assert done.returncode == 2
    assert "'old:a7' is none of new, changed, gone, all" in " ".join(done.stderr.split())
    assert made("workspace", "log", "w.gpkg").stdout == ""


def test_times_of_a_zone_are_told_on_the_clock_of_the_workspaces_country(run: Command) -> None:
    """At 21:30 UTC it is the next day in Damascus in winter, and not in Kyiv."""
    rows = "id,date,place,killed\na1,2026-01-31T21:30:00Z,Kyiv,5\n"
    run.write("old.csv", rows)
    run.write("new.csv", rows)
    run("workspace", "make", "old.csv", "--out", "w.gpkg", "--country", "ua")
    done = run("workspace", "update", "w.gpkg", "new.csv")
    assert done.stdout.splitlines()[0] == "0 new, 0 gone, 0 changed, 1 as before"


def test_claims_found_beside_the_edition_are_never_written_over(made: Command) -> None:
    made.write("new.claims.csv", "claim_id,strike_id,claimant\n")
    done = made("workspace", "update", "w.gpkg", "new.csv", "--out", "new.claims.csv")
    assert done.returncode == 2
    assert (made.folder / "new.claims.csv").read_text() == "claim_id,strike_id,claimant\n"
