"""`compare`: two editions of a source held against each other."""

from __future__ import annotations

from command import Command, cells_of

HEADER = "id,date,place,governorate,killed\n"
OLD = (
    HEADER
    + "a1,2016-09-01,Suran,Hama,5\na2,2016-09-02,Talbiseh,Homs,2\na3,2016-09-03,Ariha,Idlib,1\n"
)
NEW = (
    HEADER
    + "a9,2016-09-08,Saraqib,Idlib,3\na2,2016-09-02,Talbiseh,Homs,9\na1,2016-09-01,Suran,Hama,5\n"
)


def test_what_changed_is_said_and_written(run: Command) -> None:
    run.write("old.csv", OLD)
    run.write("new.csv", NEW)
    done = run("compare", "old.csv", "new.csv", "--out", "changes.csv")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "1 new, 1 gone, 1 changed, 1 as before"
    assert done.last_line == "new.csv: compared with old.csv, 3 rows"
    rows = cells_of(run.folder / "changes.csv")
    assert {(row["state"], row["place"]) for row in rows} == {
        ("new", "Saraqib"), ("gone", "Ariha"), ("changed", "Talbiseh"),
    }  # fmt: skip
    killed = next(row for row in rows if row["field"] == "killed_min")
    assert (killed["before"], killed["after"], killed["shown_by"]) == ("2", "9", "id")


def test_an_edition_is_never_written_over(run: Command) -> None:
    run.write("old.csv", OLD)
    run.write("new.csv", NEW)
    done = run("compare", "old.csv", "new.csv", "--out", "new.csv")
    assert done.returncode == 2
    assert "would overwrite the input" in done.stderr
    assert (run.folder / "new.csv").read_text() == NEW


def test_refused_rows_are_told(run: Command) -> None:
    run.write("old.csv", OLD)
    run.write("new.csv", NEW + "a7,,,,\n")
    done = run("compare", "old.csv", "new.csv")
    assert "1 row refused, not compared" in done.stderr
    assert done.stdout.splitlines()[0] == "1 new, 1 gone, 1 changed, 1 as before"


def test_claims_that_are_found_beside_an_edition_are_never_written_over(run: Command) -> None:
    run.write("strikes.csv", OLD)
    run.write("new.csv", NEW)
    claims = "claim_id,strike_id,claimant\n"
    run.write("claims.csv", claims)
    done = run("compare", "strikes.csv", "new.csv", "--out", "claims.csv")
    assert done.returncode == 2
    assert (run.folder / "claims.csv").read_text() == claims
