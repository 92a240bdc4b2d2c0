"""What a person says of a table: its sheet, its order of day and month, what its columns mean."""

from __future__ import annotations

import json

import pytest
from command import Command, cells_of

OWN_WORDS = "Wann,Wo,Bezirk,Tote\n03/04/2015,Sarmin,Idlib,2\n05/06/2015,Binnish,Idlib,1\n"
COLUMNS = ("--column", "date=Wann", "--column", "place_text=Wo", "--column", "killed=Tote")


@pytest.mark.parametrize(
    ("order", "days"), [("day-first", "2015-04-03"), ("month first", "2015-03-04")]
)
def test_the_order_of_day_and_month_may_be_said(run: Command, order: str, days: str) -> None:
    run.write("mine.csv", OWN_WORDS)
    assert run("export", "mine.csv", "--out", "out.csv", *COLUMNS).returncode == 1
    done = run("export", "mine.csv", "--out", "out.csv", *COLUMNS, "--order", order)
    assert done.returncode == 0, done.stderr
    assert cells_of(run.folder / "out.csv")[0]["date_start"] == days


def test_an_order_that_is_none_is_wrong_usage(run: Command) -> None:
    run.write("mine.csv", OWN_WORDS)
    done = run("export", "mine.csv", "--out", "out.csv", *COLUMNS, "--order", "year-first")
    assert done.returncode == 2
    assert "write day-first or month-first" in " ".join(done.stderr.split())


def test_meanings_are_saved_corrected_and_used_again(run: Command) -> None:
    run.write("mine.csv", OWN_WORDS)
    said = (*COLUMNS, "--order", "day-first")
    done = run("inspect", "mine.csv", *said, "--save-mapping", "mine.json")
    assert done.returncode == 0, done.stderr
    saved = json.loads((run.folder / "mine.json").read_text(encoding="utf-8"))
    assert saved["order"] == "day first"
    assert saved["columns"]["Tote"] == "killed"
    saved["columns"]["Bezirk"] = "governorate_text"
    run.write("mine.json", json.dumps(saved))
    done = run("import", "mine.csv", "--out", "out.csv", "--mapping", "mine.json")
    assert done.returncode == 0, done.stderr
    first = cells_of(run.folder / "out.csv")[0]
    assert (first["date_start"], first["killed_min"], first["governorate_text"]) == (
        "2015-04-03", "2", "Idlib"
    )  # fmt: skip


def test_what_is_said_at_the_command_goes_before_the_mapping(run: Command) -> None:
    run.write("mine.csv", OWN_WORDS)
    kept = {"columns": {"Wann": "date", "Wo": "place_text", "Bezirk": "killed"},
            "order": "day first"}  # fmt: skip
    run.write("mine.json", json.dumps(kept))
    done = run("export", "mine.csv", "--out", "out.csv", "--mapping", "mine.json",
               "--column", "killed=Tote", "--order", "month-first")  # fmt: skip
    assert done.returncode == 0, done.stderr
    first = cells_of(run.folder / "out.csv")[0]
    assert (first["date_start"], first["killed_min"]) == ("2015-03-04", "2")


def test_a_mapping_is_no_place_to_write_to(run: Command) -> None:
    run.write("mine.csv", OWN_WORDS)
    run.write("mine.json", "{}")
    done = run("inspect", "mine.csv", "--mapping", "mine.json", "--save-mapping", "mine.json")
    assert done.returncode == 2
    assert "would overwrite the input mine.json" in " ".join(done.stderr.split())
    done = run("export", "mine.csv", "--mapping", "mine.geojson", "--out", "mine.geojson")
    assert done.returncode == 2


def test_a_publishers_columns_are_not_to_be_saved(run: Command) -> None:
    done = run("inspect", "seeds", "--save-mapping", "mine.json")
    assert done.returncode == 1
    assert "there is nothing to save" in done.last_line
    assert run.files() == []


@pytest.mark.parametrize("option", ["sheet", "order", "mapping", "format"])
def test_the_strikes_that_ship_need_nothing_said(run: Command, option: str) -> None:
    run.write("day-first", "{}")
    done = run("export", "seeds", "--out", "out.csv", f"--{option}", "day-first")
    assert done.returncode == 2, done.stderr
    assert "the strikes that ship need none" in " ".join(done.stderr.split())


def test_a_file_without_sheets_has_none_to_choose(run: Command) -> None:
    run.write("mine.csv", OWN_WORDS)
    done = run("inspect", "mine.csv", "--sheet", "Data")
    assert done.returncode == 1
    assert "has no sheets" in done.last_line


@pytest.mark.parametrize("said", ["IQ,SY", "Iraq, Syria", "irq,syr", "Iraqi Kurdistan, Syria"])
def test_countries_are_named_by_code_or_name(run: Command, said: str) -> None:
    run.write("mine.csv", "date,place,country\n2016-05-01,Sinjar,Iraq\n2016-05-01,Talbisah,Syria\n")
    done = run("export", "mine.csv", "--out", "out.csv", "--country", said)
    assert done.returncode == 0, done.stderr
    rows = {row["place_text"]: row["adm1_name"] for row in cells_of(run.folder / "out.csv")}
    assert rows == {"Sinjar": "Nineveh", "Talbisah": "Homs"}
    assert "found by" not in done.stderr


def test_the_countries_of_a_file_are_found_and_said(run: Command) -> None:
    run.write("mine.csv", "date,place,country\n2016-05-01,Sinjar,Iraq\n2016-05-01,Talbisah,Syria\n")
    done = run("geocode", "mine.csv", "--out", "out.csv", "--place", "place")
    assert "mine.csv: found by its country column: Iraq (1 of 2 rows) and Syria" in done.stderr
    assert [row["place_name"] for row in cells_of(run.folder / "out.csv")] == ["Sinjar", "Talbiseh"]


def test_the_clock_that_is_said_is_that_of_the_country(run: Command) -> None:
    (run.folder / "in.csv").write_text(
        "date,place\n2023-05-01T22:30:00Z,Kharkiv oblast\n2023-05-02T22:30:00Z,Sumy oblast\n",
        encoding="utf-8",
    )
    done = run("import", "in.csv", "--out", "strikes.csv", "--country", "ua")
    assert done.returncode == 0, done.stderr
    assert "Europe/Kyiv" in done.stderr
    assert "Damascus" not in done.stderr
