"""`strikemap gazetteer review`, `decide` and `merge`: a decision made once holds at every door."""

from __future__ import annotations

import csv

from command import Command

TABLE = "date,place,governorate\n2016-09-01,Suran,\n2016-09-02,Suran,\n2016-09-01,Talbiseh,Homs\n"


def read_rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_sheet_of_names_is_decided_in_and_given_back(run: Command) -> None:
    (run.folder / "in.csv").write_text(TABLE, encoding="utf-8")
    done = run("gazetteer", "review", "in.csv", "--out", "names.csv")
    assert done.returncode == 0, done.stderr
    assert "names.csv: 1 name to decide, in 2 of 3 rows" in done.stderr
    rows = read_rows(run.folder / "names.csv")
    assert [(row["rows"], row["name"], row["verdict"]) for row in rows] == [("2", "Suran", "")]
    rows[0] |= {"verdict": "place", "place_id": "gn:163915", "who": "A", "reason": "video"}
    with (run.folder / "names.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    done = run("import", "in.csv", "--out", "strikes.csv", "--gazetteer", "names.csv")
    assert done.returncode == 0, done.stderr
    placed = read_rows(run.folder / "strikes.csv")
    assert [row["match_method"] for row in placed] == ["reviewed", "reviewed", "exact"]
    assert placed[0]["match_reason"] == "Suran, decided by A: video"


def test_decide_writes_an_alias_file_that_add_installs(run: Command) -> None:
    done = run("gazetteer", "decide", "Suran", "--place", "gn:163915", "--file", "aliases.csv",
               "--who", "A", "--reason", "=video")  # fmt: skip
    assert done.returncode == 0, done.stderr
    done = run("gazetteer", "decide", "The farm", "--governorate", "Hama", "--point", "35.2,36.7",
               "--radius", "2", "--file", "aliases.csv")  # fmt: skip
    assert "2 decisions in all" in done.stderr
    done = run("gazetteer", "decide", "suran", "--no-place", "--file", "aliases.csv")
    assert "before: decided by A" in done.stderr
    rows = read_rows(run.folder / "aliases.csv")
    assert [(row["name"], row["verdict"]) for row in rows] == [
        ("suran", "no place"), ("The farm", "point"),
    ]  # fmt: skip
    added = run("gazetteer", "add", "aliases.csv")
    assert "decision" in added.last_line
    assert added.last_line.endswith("used from now on for sy")
    found = run("gazetteer", "search", "The farm", "--governorate", "Hama").stdout
    assert "reviewed" in found
    assert "36.70000 35.20000" in found


def test_decide_refuses_what_says_nothing_or_two_things(run: Command) -> None:
    for more, wrong in (
        ([], "say one of them"),
        (["--no-place", "--place", "gn:163915"], "say one of them"),
        (["--place", "gn:0"], "no place of sy has this id; say another --country"),
        (["--point", "95,36", "--radius", "1"], "is no LAT,LON"),
        (["--point", "35,36"], "a point needs a radius"),
    ):
        done = run("gazetteer", "decide", "X", "--file", "aliases.csv", *more)
        assert done.returncode != 0
        assert wrong in done.stderr
    assert not (run.folder / "aliases.csv").exists()


def test_merge_shows_conflicts_and_writes_nothing_until_told(run: Command) -> None:
    header = "name,governorate,verdict,place_id,who,when\n"
    (run.folder / "a.csv").write_text(
        header + "Suran,,place,gn:163915,A,2026-01-02\nAzaz,,no place,,A,2026-01-01\n", "utf-8"
    )
    (run.folder / "b.csv").write_text(
        header + "Suran,,no place,,B,2026-01-03\nMorek,,no place,,B,2026-01-01\n", "utf-8"
    )
    done = run("gazetteer", "merge", "a.csv", "b.csv", "--out", "c.csv")
    assert done.returncode == 1
    assert "Suran: gn:163915, decided by A on 2026-01-02; or no place, decided by B" in done.stdout
    assert "nothing is written" in done.stderr
    assert not (run.folder / "c.csv").exists()
    for prefer, verdict in (("mine", "place"), ("theirs", "no place"), ("newest", "no place")):
        done = run("gazetteer", "merge", "a.csv", "b.csv", "--out", "c.csv", "--prefer", prefer)
        assert done.returncode == 0, done.stderr
        rows = {row["name"]: row["verdict"] for row in read_rows(run.folder / "c.csv")}
        assert rows == {"Azaz": "no place", "Morek": "no place", "Suran": verdict}
    done = run("gazetteer", "merge", "a.csv", "b.csv", "--out", "a.csv", "--prefer", "mine")
    assert "would overwrite the input" in done.stderr


def test_decide_does_not_write_over_a_sheet_that_says_more(run: Command) -> None:
    (run.folder / "in.csv").write_text(TABLE, encoding="utf-8")
    run("gazetteer", "review", "in.csv", "--out", "names.csv")
    (run.folder / "open.csv").write_text("name,verdict\nSuran,\n", encoding="utf-8")
    (run.folder / "places.csv").write_text("name,lon,lat\nSuran,36,35\n", encoding="utf-8")
    for name, why in (
        ("names.csv", "has the column rows, which would be lost"),
        ("open.csv", "has row 2 without a verdict, which would be lost"),
        ("places.csv", "row 1 must name the column verdict"),
    ):
        before = (run.folder / name).read_bytes()
        done = run("gazetteer", "decide", "Suran", "--no-place", "--file", name)
        assert done.returncode == 1
        assert why in done.stderr
        assert (run.folder / name).read_bytes() == before
