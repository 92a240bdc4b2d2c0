"""`inspect` says why rows are not located, and what every column is read as."""

from __future__ import annotations

import json

import pytest
from command import Command

UCDP = (
    "id,year,type_of_violence,side_a,side_b,source_article,where_prec,where_coordinates,adm_1,"
    "latitude,longitude,country,country_id,date_prec,date_start,date_end,deaths_a,deaths_b,"
    "deaths_civilians,deaths_unknown,best,high,low\n"
    "1,2016,1,A,B,Desk,1,Talbiseh,Homs,34.84,36.73,Syria,652,1,2016-05-01,2016-05-01,0,0,2,0,2,2,2"
    "\n"
)


def columns_said(text: str) -> list[str]:
    lines = text.splitlines()
    first = lines.index("columns:") + 1
    last = next(n for n in range(first, len(lines)) if not lines[n].startswith("  "))
    return [line.strip() for line in lines[first:last]]


def test_rows_that_are_not_located_are_counted_by_reason(run: Command) -> None:
    rows = ["2016-01-01,Qwrtzxburg,", "2016-01-02,Zzyxville,", "2016-01-03,Ariha,Idlib",
            "2016-01-04,Several towns,"]  # fmt: skip
    run.write("mine.csv", "\n".join(["date,place,governorate", *rows]) + "\n")
    text = run("inspect", "mine.csv").stdout
    after = text.split("not located because:\n")[1].splitlines()
    assert after[0].strip().startswith("2 ")
    assert after[1].strip().startswith("1 ")
    found = json.loads(run("inspect", "mine.csv", "--json").stdout)
    assert sum(found["not_located_for"].values()) == found["fates"]["not located"] == 3


def test_a_file_whose_rows_are_all_located_has_no_such_list(run: Command) -> None:
    run.write("mine.csv", "date,place,governorate\n2016-01-03,Ariha,Idlib\n")
    assert "not located because" not in run("inspect", "mine.csv").stdout


def test_the_columns_of_a_publisher_are_listed_with_what_they_are_read_as(run: Command) -> None:
    run.write("ged.csv", UCDP)
    said = columns_said(run("inspect", "ged.csv").stdout)
    assert len(said) == len(UCDP.split("\n")[0].split(","))
    assert "where_coordinates: place_text" in said
    assert "best: a column of UCDP GED, read as such" in said
    assert "country_id: not used" in said
    found = json.loads(run("inspect", "ged.csv", "--json").stdout)["columns"]
    assert (found["latitude"], found["low"], found["year"]) == ("lat", "", None)


def test_columns_that_are_not_used_are_listed_up_to_a_bound(run: Command) -> None:
    run.write("wide.csv", ",".join(["date", *["a"] * 300, "place"]) + "\n2016-01-03"
              + ",1" * 300 + ",Ariha\n")  # fmt: skip
    said = columns_said(run("inspect", "wide.csv").stdout)
    assert said[0] == "date: date"
    assert said[-2:] == ["place: place_text", "and 280 more columns, not used"]
    assert len(said) == 23


@pytest.mark.parametrize("verb", ["inspect", "import"])
def test_a_remedy_is_an_option_of_the_command(run: Command, verb: str) -> None:
    run.write("mine.csv", "date,place\n03/04/2015,Ariha\n04/05/2015,Ariha\n2015-01-01,Ariha\n")
    out = ["--out", "out.csv"] if verb == "import" else []
    done = run(verb, "mine.csv", *out)
    assert "by --order day-first or --order month-first" in done.stdout + done.stderr
    assert "order=" not in done.stdout + done.stderr
    if out:
        listed = (run.folder / "out.rejected.csv").read_text(encoding="utf-8")
        assert listed.count("--order day-first") == 2


def test_a_table_without_known_columns_is_refused_with_the_option_that_reads_it(
    run: Command,
) -> None:
    run.write("shop.csv", "shop,price\nA,1\n")
    assert "--column date=COLUMN" in run("inspect", "shop.csv").last_line


def test_a_publishers_dates_take_the_order_that_is_said(run: Command) -> None:
    header = "date,country,location,number,manually_edited,description,line"
    run.write(
        "releases.csv",
        f"{header}\n03/04/2016,Syria,Milbrook,1,,A strike hit a shed.,- Near Milbrook.\n",
    )
    for order, day in (("month-first", "2016-03-04"), ("day-first", "2016-04-03")):
        done = run("inspect", "releases.csv", "--order", order, "--json")
        found = json.loads(done.stdout)
        assert found["format"] == "CENTCOM releases"
        assert found["first_rows"][0]["date_start"] == day


@pytest.mark.parametrize(("text", "says"), [("Syria", "only the country"), ("Iraq", "Iraq")])
def test_rows_that_say_only_the_country_are_read(run: Command, text: str, says: str) -> None:
    run.write("mine.csv", f"date,country,killed\n2016-05-01,{text},3\n2016-05-02,{text},1\n")
    found = json.loads(run("inspect", "mine.csv", "--country", "sy", "--json").stdout)
    assert (found["fates"]["not located"], found["fates"]["refused"]) == (2, 0)
    assert found["columns"]["country"] == "country"
    assert any(says in why for why in found["not_located_for"])
    assert any("known by its country at best" in note for note in found["notes"])
