"""The command line, run as a user runs it: outputs, exit codes, and the last line of stderr."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pandas as pd
import pytest
from geopy.distance import geodesic
from paths import JS_TESTS, ROOT

from geo.placing.geocode import ADDED
from geo.reading.read import read_seeds, read_strikes
from geo.strikes.totals import count_totals
from strikemap.cli.app import list_flags

SEEDS = ROOT / "geo" / "data" / "seeds"
GOLD = ROOT.parent / "shared" / "gold" / "seeds_events.jsonl"
BOUNDARIES = ROOT.parent / "shared" / "reference" / "ocha_boundaries"


class Run:
    """Runs the command in a folder of its own, without the user's own gazetteer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ, "PYTHONPATH": str(ROOT), "STRIKEMAP_DATA": str(folder / "user"),
            "PYTHONWARNINGS": "error::DeprecationWarning:geo", "COLUMNS": "200",
        }  # fmt: skip

    def __call__(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "strikemap", *map(str, arguments)],
            capture_output=True, text=True, cwd=self.folder, env=self.environment, timeout=300,
        )  # fmt: skip

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    return done.stderr.rstrip().splitlines()[-1]


def cells(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# geocode

PAYLOAD_READER = JS_TESTS / "read_payload.js"
NAMES = """id,place,governorate,lon,note
1,Duwaylah,Idlib,x,"a, b"
2,Several towns,,y,
,,,,
3,Qwrtzxburg,,z,=1+1
4,,Homs,,
5,اللطامنة,حماة,," kept  as is "
"""


def test_geocode_keeps_every_row_and_column_in_order_and_adds_the_answer(run: Run) -> None:
    run.write("in.csv", NAMES)
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place",
               "--governorate", "governorate")  # fmt: skip
    assert done.returncode == 0, done.stderr
    rows = cells(run.folder / "out.csv")
    assert list(rows[0]) == ["id", "place", "governorate", "lon_in", "note", *ADDED]
    assert [row["id"] for row in rows] == ["1", "2", "", "3", "4", "5"]
    assert [row["lon_in"] for row in rows] == ["x", "y", "", "z", "", ""]
    assert [row["note"] for row in rows] == ["a, b", "", "", "=1+1", "", " kept  as is "]
    statuses = [row["location_status"] for row in rows]
    assert statuses == ["located", "unlocated", "unlocated", "unlocated", "area_only", "located"]
    methods = [row["match_method"] for row in rows]
    assert methods == ["exact", "vague", "none", "none", "exact", "exact"]
    assert (rows[0]["place_name_ar"], rows[0]["adm1_code"]) == ("الدويلة", "SY07")
    assert abs(float(rows[0]["lon"]) - 36.452) < 0.02
    assert rows[4]["lon"] == rows[4]["lat"] == ""
    assert rows[4]["adm1_code"] == "SY04"
    assert all(row["match_reason"] for row in rows)
    assert "6 rows: 2 located, 1 known by area only, 3 not located" in last_line(done)
    assert run.files() == ["in.csv", "out.csv"]


def test_geocode_takes_coordinates_only_from_the_columns_named(run: Run) -> None:
    run.write(
        "in.csv",
        "place,x,y,lon,lat\nDuwaylah,36.7,34.8,1,1\nDuwaylah,,,1,1\nDuwaylah,36.7,95,1,1\n",
    )
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place",
               "--lon", "x", "--lat", "y")  # fmt: skip
    assert done.returncode == 0, done.stderr
    given, named, refused = cells(run.folder / "out.csv")
    assert (given["match_method"], given["lon"], given["lat"]) == ("given", "36.7", "34.8")
    assert given["adm1_code"] == "SY04"
    assert (named["match_method"], named["adm1_code"]) == ("exact", "SY07")
    assert (refused["location_status"], refused["lon"]) == ("unlocated", "")
    assert "latitude 95 is out of range" in refused["match_reason"]
    told = cells(run.folder / "out.rejected.csv")
    assert [(row["row"], row["place"]) for row in told] == [("4", "Duwaylah")]
    assert "1 rows refused, with reasons in out.rejected.csv" in last_line(done)


def test_geocode_names_the_rivals_of_an_ambiguous_name_and_adds_a_gazetteer(run: Run) -> None:
    run.write("in.csv", "place\nQwrtzxburg\n")
    run.write(
        "mine.csv",
        "id,name,lat,lon,governorate\na,Qwrtzxburg,35.1,36.8,Hama\nb,Qwrtzxburg,34.7,36.7,Homs\n",
    )
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place",
               "--gazetteer", "mine.csv")  # fmt: skip
    assert done.returncode == 0, done.stderr
    row = cells(run.folder / "out.csv")[0]
    assert (row["match_method"], row["lon"]) == ("ambiguous", "")
    assert len(row["rivals"].split(";")) == 2


def test_geocode_does_not_leave_an_old_list_of_refused_rows(run: Run) -> None:
    run.write("in.csv", "place\nDuwaylah\n")
    run.write("out.rejected.csv", "old")
    assert run("geocode", "in.csv", "--out", "out.csv", "--place", "place").returncode == 0
    assert run.files() == ["in.csv", "out.csv"]


@pytest.mark.skipif(not GOLD.exists(), reason="needs ../shared/gold")
def test_geocode_places_the_seeds_settlements_within_three_kilometres(run: Run) -> None:
    events = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    gold = [place for event in events for place in event["places"]
            if place["role"] == "target" and place["precision"] == "settlement"
            and place["lat"] is not None]  # fmt: skip
    asked = pd.DataFrame(
        {"id": range(len(gold)), "place": [place["surface"] for place in gold],
         "governorate": [place["governorate"] for place in gold]}
    )  # fmt: skip
    asked.to_csv(run.folder / "in.csv", index=False)
    done = run("geocode", "in.csv", "--out", "out.csv", "--place", "place",
               "--governorate", "governorate")  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(gold) >= 25
    for place, row in zip(gold, cells(run.folder / "out.csv"), strict=True):
        told = f"{place['surface']}: {row['match_method']}, {row['match_reason']}"
        assert row["location_status"] == "located", told
        apart = geodesic((place["lat"], place["lon"]), (float(row["lat"]), float(row["lon"]))).km
        assert apart <= 3, f"{told}, {apart:.1f} km off"


# export


def test_export_writes_every_shipped_strike_with_no_point_for_an_area(run: Run) -> None:
    done = run("export", "seeds", "--out", "strikes.geojson")
    assert done.returncode == 0, done.stderr
    collection = json.loads((run.folder / "strikes.geojson").read_text(encoding="utf-8"))
    totals = count_totals(read_seeds().strikes)
    features = collection["features"]
    located = [feature for feature in features if feature["geometry"] is not None]
    assert len(features) == totals.rows
    assert len(located) == totals.located >= 20
    assert {f["properties"]["location_status"] for f in located} == {"located"}
    assert f"{totals.rows} of {totals.rows} strikes: {totals.located} located" in last_line(done)


@pytest.mark.parametrize("ending", ["csv", "gpkg", "parquet", "kml", "html"])
def test_export_writes_the_formats(run: Run, ending: str) -> None:
    done = run("export", "seeds", "--out", f"strikes.{ending}")
    assert done.returncode == 0, done.stderr
    beside = ["claims.csv"] if ending == "csv" else []
    assert run.files() == [*beside, f"strikes.{ending}"]
    if ending not in ("kml", "html"):
        written = read_strikes(run.folder / f"strikes.{ending}")
        assert len(written.claims) == len(read_seeds().claims)


def test_an_exported_page_names_no_place_of_the_users_own_gazetteer(run: Run, node: str) -> None:
    run.write("own.csv", "name,lon,lat,kind\nHidden Refuge,36.71234,35.61234,settlement\n")
    done = run("export", "seeds", "--out", "map.html", "--gazetteer", "own.csv")
    assert done.returncode == 0, done.stderr
    page = (run.folder / "map.html").read_text(encoding="utf-8")
    [literal] = re.findall(r'<script type="text/plain"[^>]*>([^<]+)</script>', page)
    told = subprocess.run(
        [node, PAYLOAD_READER], input=literal + "\n", capture_output=True, text=True
    )
    names = json.loads(told.stdout)["baseMap"]["places"]["columns"]["name"]
    assert "Talbiseh" in names
    assert "Hidden Refuge" not in names


def test_export_filters_as_the_address_of_the_app_does(run: Run) -> None:
    query = "from=2015-09-30&to=2015-09-30&kind=airstrike"
    done = run("export", SEEDS / "strikes.csv", "--out", "day.csv", "--filter", query)
    assert done.returncode == 0, done.stderr
    chosen = read_strikes(run.folder / "day.csv").strikes
    dated = chosen[chosen["date_start"].notna()]
    assert len(dated) >= 9
    assert (dated["date_start"] <= "2015-09-30").all()
    assert (dated["date_end"] >= "2015-09-30").all()
    assert set(chosen["kind"]) == {"airstrike"}


def test_export_locates_a_strangers_table_and_writes_its_refused_rows_beside(run: Run) -> None:
    run.write("mine.csv", "date,place,killed,source\n2015-09-30,Talbisah,5,SOHR\nsoon,Homs,5,\n")
    done = run("export", "mine.csv", "--out", "out.geojson")
    assert done.returncode == 0, done.stderr
    feature = json.loads((run.folder / "out.geojson").read_text(encoding="utf-8"))["features"][0]
    assert feature["geometry"]["type"] == "Point"
    assert feature["properties"]["claims"][0]["claimant"] == "SOHR"
    refused = cells(run.folder / "out.rejected.csv")
    assert [(row["row"], row["date"]) for row in refused] == [("3", "soon")]
    assert "1 rows refused" in last_line(done)


@pytest.mark.skipif(not BOUNDARIES.exists(), reason="needs ../shared/reference")
def test_export_with_boundaries_of_three_levels_knows_districts(run: Run) -> None:
    files = sorted(BOUNDARIES.glob("syr_admbnda_adm*.shp"))
    options = [part for path in files for part in ("--boundaries", path)]
    done = run("export", "seeds", "--out", "out.geojson", *options)
    assert done.returncode == 0, done.stderr
    features = json.loads((run.folder / "out.geojson").read_text(encoding="utf-8"))["features"]
    coded = [f["properties"]["adm3_code"] for f in features if f["geometry"]]
    assert all(coded)


# errors


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["export", "none.csv", "--out", "a.csv"], 1, "strikemap: none.csv: cannot be opened"),
        (["export", "in.csv", "--out", "a.csv"], 1, "a date column is missing"),
        (["export", "bad.csv", "--out", "a.csv"], 1, "bad.csv: every row is refused; row 2"),
        (["export", "seeds", "--out", "no/a.csv"], 1, "the folder no does not exist"),
        (["export", "seeds", "--out", "a.csv", "--gazetteer", "none.csv"], 1, "none.csv"),
        (["export", "seeds", "--out", "a.csv", "--boundaries", "none.shp"], 1, "none.shp"),
        (["export", "seeds", "--out", "a.csv", "--country", "xx"], 1, "xx"),
        (["export", "in.csv", "--out", "a.csv", "--claims", "c.csv"], 1, "own format"),
        (["export", "seeds", "--out", "a.docx"], 2, "must end in one of .geojson"),
        (["export", "seeds", "--out", "a.csv", "--filter", "kind=rocket"], 2, "kind=rocket"),
        (["export", "seeds"], 2, "Missing option '--out'"),
        (["export", "in.csv", "--out", "in.csv"], 2, "would overwrite the input"),
        (["geocode", "in.csv", "--out", "a.csv", "--place", "town"], 1, "no column 'town'"),
        (["geocode", "none.csv", "--out", "a.csv", "--place", "town"], 1, "none.csv"),
        (["geocode", "xy.csv", "--out", "a.csv", "--place", "place", "--lon", "x", "--lat", "y"],
         1, "every row is refused; row 2: latitude 95"),
        (["geocode", "in.csv", "--out", "a.csv", "--place", "place", "--lon", "x"], 2, "both"),
        (["geocode", "in.csv", "--out", "a.csv"], 2, "Missing option '--place'"),
        (["app", "none.csv"], 1, "none.csv: cannot be opened"),
        (["app", "in.csv"], 1, "a date column is missing"),
        (["gazetteer", "search"], 2, "Missing argument"),
        (["fly"], 2, "No such command 'fly'"),
    ],
)  # fmt: skip
def test_an_error_is_one_plain_last_line_with_its_exit_code(
    run: Run, arguments: list[str], code: int, told: str
) -> None:
    run.write("in.csv", "place\nHoms\n")
    run.write("bad.csv", "date,place\nsoon,Homs\n")
    run.write("xy.csv", "place,x,y\nHoms,36,95\n")
    before = run.files()
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert told in last_line(done)
    assert not any(line in done.stderr for line in ("Traceback", "╭", "│"))
    assert run.files() == before


def test_a_failure_leaves_what_was_there(run: Run) -> None:
    run.write("bad.csv", "date,place\nsoon,Homs\n")
    run.write("out.csv", "before")
    assert run("export", "bad.csv", "--out", "out.csv").returncode == 1
    assert (run.folder / "out.csv").read_text() == "before"


def test_progress_is_shown_on_a_terminal_only(run: Run) -> None:
    run.write("in.csv", "place\nDuwaylah\n")
    arguments = ["geocode", "in.csv", "--out", "out.csv", "--place", "place"]
    assert "placing" not in run(*arguments).stderr
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "strikemap", *arguments],
        stderr=theirs, stdout=theirs, cwd=run.folder, env={**run.environment, "TERM": "xterm"},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # Linux says so when the other end is closed
        pass
    assert done.wait() == 0
    assert b"placing 1 rows" in shown


STRANGE = (
    "Tag,Ort,Town,Tote,governorate\n2015-09-30,Talbisah,,dozens,Homs\n,Nowhereville,,-,Idlib\n"
)


def test_columns_may_be_chosen_and_those_not_used_are_told(run: Run) -> None:
    run.write("mine.csv", STRANGE)
    columns = ("--column", "date=Tag", "--column", "place_text=Ort", "--column", "killed=Tote")
    done = run("export", "mine.csv", "--out", "out.csv", *columns)
    assert done.returncode == 0, done.stderr
    assert "mine.csv: columns not used: Town" in done.stderr
    assert "1 toll is told in words ('dozens')" in done.stderr
    first, second = cells(run.folder / "out.csv")
    assert (first["place_name"], first["killed_min"], first["adm2_name"]) == (
        "Talbiseh", "", "Ar-Rastan"
    )  # fmt: skip
    assert (second["location_status"], second["adm1_code"]) == ("unlocated", "SY07")
    assert second["adm_note"] == "governorate as reported"
    filtered = run("export", "mine.csv", "--out", "idlib.csv", *columns, "--filter",
                   "governorate=SY07")  # fmt: skip
    assert "1 of 2 strikes" in last_line(filtered)
    told = cells(run.folder / "out.claims.csv")
    assert [claim["toll_text"] for claim in told] == ["killed: dozens"]


@pytest.mark.parametrize(
    ("choice", "code", "why"),
    [
        ("datum=Tag", 2, "no field is called 'datum'"),
        ("Tag", 2, "'Tag' is not FIELD=COLUMN"),
        ("date=Tga", 1, "there is no column 'Tga'; it has Tag"),
    ],
)
def test_a_choice_of_columns_that_cannot_be_is_refused(
    run: Run, choice: str, code: int, why: str
) -> None:
    run.write("mine.csv", STRANGE)
    done = run("export", "mine.csv", "--out", "out.csv", "--column", choice)
    assert done.returncode == code
    assert why in " ".join(done.stderr.split())
    assert run.files() == ["mine.csv"]


# gazetteer, app


def test_gazetteer_search_says_what_a_name_means_and_why(run: Run) -> None:
    done = run("gazetteer", "search", "Al Latamneh", "--governorate", "Hama")
    assert done.returncode == 0, done.stderr
    assert "sy:lataminah" in done.stdout
    assert "governorate agrees" in done.stdout
    assert "candidates:" in done.stdout
    vague = run("gazetteer", "search", "several towns")
    assert "vague" in vague.stdout


def test_gazetteer_info_counts_places_and_names_the_sources(run: Run) -> None:
    done = run("gazetteer", "info")
    assert done.returncode == 0, done.stderr
    assert "14  governorate" in done.stdout
    assert "SOURCES.md" in done.stdout


def test_an_installed_wheel_gets_the_settings_of_the_repository() -> None:
    mine, packaged = ROOT / ".streamlit" / "config.toml", ROOT / "strikemap" / "web" / "config.toml"
    assert mine.read_text(encoding="utf-8") == packaged.read_text(encoding="utf-8")


def test_every_setting_reaches_streamlit_as_it_takes_it_from_a_file() -> None:
    flags = list_flags()
    assert flags["server.headless"] == "true"
    assert flags["server.maxUploadSize"] == "50"
    assert flags["theme.light.primaryColor"].startswith("#")
    assert json.loads(flags["theme.headingFontSizes"]) == ["1.6rem", "1.3rem", "1.1rem"]
    assert json.loads(flags["theme.headingFontWeights"]) == [600, 600, 600]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_app_serves_from_any_folder_on_this_machine_only(run: Run) -> None:
    run.write("mine.csv", "date,place\n2015-09-30,Talbisah\n")
    port = free_port()
    with (run.folder / "log").open("w+") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "strikemap", "app", "mine.csv", "--port", str(port)],
            cwd=run.folder, env=run.environment, stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
        try:
            assert server.stdout is not None
            told = next((line for line in server.stdout if "URL:" in line), "")
            log.seek(0)
            assert f"http://localhost:{port}" in told, log.read()
            health = f"http://localhost:{port}/_stcore/health"
            with urllib.request.urlopen(health, timeout=60) as answer:
                assert answer.read() == b"ok"
        finally:
            server.terminate()
            server.wait(timeout=60)


def test_every_command_and_option_has_help(run: Run) -> None:
    for command in ("app", "geocode", "export", "gazetteer search", "gazetteer info"):
        done = run(*command.split(), "--help")
        assert done.returncode == 0
        options = [line for line in done.stdout.splitlines() if line.lstrip().startswith("--")]
        assert options
        assert all(len(line.split("  ")) >= 3 for line in options), options


def test_export_says_what_the_recipient_will_not_see_and_warns_of_exact_hospitals(run: Run) -> None:
    table = "date,place,lat,lon,precision,target\n2016-01-02,Aleppo,36.2012,37.1611,site,hospital\n"
    (run.folder / "given.csv").write_text(f"{table}2016-01-03,several towns,,,,\n")
    done = run("export", "given.csv", "--out", "out.geojson")
    assert done.returncode == 0, done.stderr
    assert "WARNING: " in done.stderr
    assert "the recipient will not see: 1 strike is not located" in done.stderr


def test_gazetteer_search_tells_how_far_namesakes_lie_apart(run: Run) -> None:
    done = run("gazetteer", "search", "Babila")
    assert "sy:babila-idlib, babila (exact), 250.3 km" in done.stdout


def test_gazetteer_info_tells_sources_with_their_licences(run: Run) -> None:
    done = run("gazetteer", "info")
    assert "rest on GeoNames, CC BY 4.0" in done.stdout
    assert "rest on OCHA, CC BY 3.0 IGO" in done.stdout
