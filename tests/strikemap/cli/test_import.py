"""`import` writes what a publisher's file means; `inspect` says it and writes nothing."""

from __future__ import annotations

import json

import pytest
from command import Command, cells_of

from geo.briefing.again import read_description
from geo.reading.read import read_strikes

ACLED = (
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,country,admin1,"
    "location,latitude,longitude,geo_precision,source,notes,fatalities\n"
    "X1,16 May 2023,1,Explosions/Remote violence,Air/drone strike,Force A,Syria,Homs,Talbiseh,"
    "34.84,36.73,1,Desk A; Desk B,Words.,3\n"
    "X2,17 May 2023,2,Protests,Peaceful protest,Protesters,Syria,Homs,Homs,34.73,36.71,1,Desk A,"
    "Words.,0\n"
    "X3,18 May 2023,1,Explosions/Remote violence,Air/drone strike,Force A,Syria,Homs,Homs,34.5,"
    "38.2,3,Desk A,Words.,1\n"
)


def test_import_writes_our_own_parquet_with_its_claims(run: Command) -> None:
    run.write("acled.csv", ACLED)
    done = run("import", "acled.csv", "--out", "strikes.parquet")
    assert done.returncode == 0, done.stderr
    assert "read as ACLED" in done.stderr
    again = read_strikes(run.folder / "strikes.parquet")
    assert again.title == "strikemap's own table"
    assert again.strikes["kind"].tolist() == ["airstrike", "other", "airstrike"]
    assert again.strikes["not_strike"].notna().tolist() == [False, True, False]
    assert again.strikes["location_status"].tolist()[:2] == ["located", "located"]
    assert again.claims["claimant"].tolist() == ["Desk A", "Desk B", "Desk A", "Desk A"]


def test_the_published_table_is_a_source_of_sheets_made_of_what_was_imported(run: Command) -> None:
    run.write("acled.csv", ACLED)
    run("import", "acled.csv", "--out", "strikes.parquet")
    named = "ACLED (Armed Conflict Location & Event Data)"
    assert read_strikes(run.folder / "strikes.parquet").dataset == named
    for made_of in ("acled.csv", "strikes.parquet"):
        done = run("brief", made_of, "--out", "sheet.svg")
        assert done.returncode == 0, done.stderr
        assert read_description(run.folder / "sheet.svg")["options"]["dataset"] == named


@pytest.mark.parametrize("verb", ["import", "export"])
def test_tolls_of_civilians_alone_are_told_in_the_last_line(run: Command, verb: str) -> None:
    run.write("mine.csv", "date,place,civilians_killed\n2015-10-03,Talbisah,5-7\n")
    done = run(verb, "mine.csv", "--out", "strikes.geojson")
    assert done.returncode == 0, done.stderr
    assert "civilians killed, where only they are reported: 5–7 in 1 of 1 row" in done.stderr


def test_import_leaves_out_what_is_no_strike_when_asked(run: Command) -> None:
    run.write("acled.csv", ACLED)
    done = run("import", "acled.csv", "--out", "strikes.csv", "--strikes-only")
    assert "strikes.csv: 2 rows" in done.stderr
    listed = cells_of(run.folder / "strikes.left-out.csv")
    assert [(row["row"], row["event_id_cnty"]) for row in listed] == [("3", "X2")]
    said = "1 row left out as no strikes (Protests: Peaceful protest 1), listed in strikes.left-out"
    assert said in done.stderr
    assert "1 row refused" not in done.stderr
    assert run.files() == [
        "acled.csv", "claims.csv", "strikes.csv", "strikes.csv-metadata.json",
        "strikes.left-out.csv",
    ]  # fmt: skip
    assert run("import", "acled.csv", "--out", "strikes.csv").returncode == 0
    assert "strikes.left-out.csv" not in run.files()


def test_a_file_without_any_strike_says_so_when_only_strikes_are_asked_for(run: Command) -> None:
    rows = ACLED.splitlines(keepends=True)
    run.write("protests.csv", rows[0] + rows[2])
    done = run("import", "protests.csv", "--out", "strikes.csv", "--strikes-only")
    assert done.returncode == 1
    assert "no row is a strike; read it without --strikes-only" in done.last_line


def test_what_is_left_out_is_not_written_over_an_input(run: Command) -> None:
    run.write("strikes.left-out.csv", ACLED)
    done = run("import", "strikes.left-out.csv", "--out", "strikes.csv", "--strikes-only")
    assert done.returncode == 2
    assert run.files() == ["strikes.left-out.csv"]


def test_a_format_may_be_named(run: Command) -> None:
    run.write("acled.csv", ACLED)
    done = run("export", "acled.csv", "--out", "a.geojson", "--format", "any-table")
    assert "read as a table of no known publisher" in done.stderr
    wrong = run("import", "acled.csv", "--out", "a.parquet", "--format", "excel")
    assert wrong.returncode == 1
    assert "no format is called 'excel'; there are acled," in wrong.last_line
    assert run("export", "seeds", "--out", "a.csv", "--format", "ucdp").returncode == 2


def test_inspect_says_what_would_become_of_the_rows_and_writes_nothing(run: Command) -> None:
    run.write("acled.csv", ACLED)
    done = run("inspect", "acled.csv")
    assert done.returncode == 0, done.stderr
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[0].startswith("acled.csv: ACLED")
    assert "3 rows, 4 claims" in lines[0]
    assert {"0 refused", "1 Protests: Peaceful protest"} <= set(lines)
    assert run.files() == ["acled.csv"]
    found = json.loads(run("inspect", "acled.csv", "--json").stdout)
    assert sum(found["fates"].values()) == 3
    assert found["first_rows"][0]["date_start"] == "2023-05-16"


@pytest.mark.parametrize("verb", ["import", "inspect"])
def test_a_file_that_cannot_be_read_ends_in_one_line(run: Command, verb: str) -> None:
    run.write("bad.csv", "shop,price\nA,1\n")
    out = ["--out", "x.parquet"] if verb == "import" else []
    done = run(verb, "bad.csv", *out)
    assert done.returncode == 1
    assert "bad.csv: a date column" in done.last_line
    assert run.files() == ["bad.csv"]


def test_rows_that_stand_for_several_strikes_are_counted_as_rows_and_strikes(run: Command) -> None:
    run.write(
        "raids.csv", "date,place,number of airstrikes\n2015-09-30,Homs,8\n2015-10-01,Hama,2\n"
    )
    done = run("export", "raids.csv", "--out", "a.geojson")
    assert "2 rows stand for 10 strikes" in done.stderr
    assert "2 of 2 rows (10 strikes): 2 located" in done.stderr
    assert "the recipient will not see: 2 rows stand for several strikes each" in done.stderr


def test_rows_refused_for_one_reason_are_counted_together(run: Command) -> None:
    days = "".join(f"0{day}/04/2015,Sarmin\n" for day in range(1, 4))
    run.write("mine.csv", f"date,place\n{days}")
    found = json.loads(run("inspect", "mine.csv", "--json").stdout)
    [(reason, rows)] = found["refused_for"].items()
    assert rows == 3
    assert "'01/04/2015' may be day/month or month/day" in reason


def test_inspect_shows_civilians_killed_where_no_other_figure_is(run: Command) -> None:
    run.write("a.csv", "date,place,kind,civilians_killed\n2015-10-03,Homs,airstrike,5-7\n")
    done = run("inspect", "a.csv")
    assert "civilians_killed_min 5; civilians_killed_max 7" in done.stdout
