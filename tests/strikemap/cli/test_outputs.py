"""No verb writes over what it reads, and messages are safe on any terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from command import Command
from paths import ROOT

from strikemap.failures import escape_controls

TABLE = "date,place,governorate\n2015-10-04,Sarmin,Idlib\n"
NAMES = "name,lon,lat,kind\nUpper Mill,36.5,35.5,settlement\n"


@pytest.mark.parametrize(
    ("given", "arguments"),
    [
        ("my.rejected.csv", ["export", "my.rejected.csv", "--out", "my.geojson"]),
        ("my.rejected.csv", ["brief", "my.rejected.csv", "--out", "my.png"]),
        ("my.rejected.csv", ["geocode", "my.rejected.csv", "--out", "my.csv", "--place", "place"]),
        ("my.claims.csv", ["export", "my.csv", "--out", "my.claims.csv"]),
        ("own.csv", ["export", "my.csv", "--out", "own.csv", "--gazetteer", "own.csv"]),
        ("x.claims.csv", ["export", "my.csv", "--out", "x.csv", "--boundaries", "x.claims.csv"]),
        ("own.csv", ["geocode", "my.csv", "--out", "own.csv", "--place", "place",
                     "--gazetteer", "own.csv"]),
        ("own.csv", ["places", "text.txt", "--out", "own.csv", "--gazetteer", "own.csv"]),
        ("my.rejected-claims.csv", ["export", "seeds", "--out", "my.csv",
                                    "--claims", "my.rejected-claims.csv"]),
    ],
)  # fmt: skip
def test_nothing_that_is_read_is_written_over(
    run: Command, given: str, arguments: list[str]
) -> None:
    for name in ("my.csv", "my.rejected.csv", "my.claims.csv", "my.rejected-claims.csv"):
        run.write(name, TABLE)
    run.write("own.csv", NAMES)
    run.write("x.claims.csv", NAMES)
    run.write("text.txt", "A raid on Sarmin.")
    before = {name: (run.folder / name).read_bytes() for name in run.files()}
    done = run(*arguments)
    assert done.returncode == 2, done.stderr
    said = " ".join(done.stderr.split())
    assert f"would overwrite the input {given}" in said
    assert "name another file" in said
    assert {name: (run.folder / name).read_bytes() for name in run.files()} == before


def test_places_that_were_added_for_good_are_kept(run: Command) -> None:
    run.write("own.csv", NAMES)
    run.write("my.csv", TABLE)
    run.write("text.txt", "A raid on Sarmin.")
    assert run("gazetteer", "add", "own.csv").returncode == 0
    added = run.folder / "user" / "gazetteer" / "sy" / "own.csv"
    before = added.read_bytes()
    for arguments in (["export", "my.csv"], ["geocode", "my.csv", "--place", "place"],
                      ["places", "text.txt"], ["import", "my.csv"]):  # fmt: skip
        done = run(*arguments, "--out", added)
        assert done.returncode == 2, done.stderr
        assert "would overwrite the input" in " ".join(done.stderr.split())
    assert added.read_bytes() == before


def test_claims_that_are_read_are_kept_and_those_of_an_earlier_run_are_not(run: Command) -> None:
    run.write("mine.geojson", json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"date": "2015-10-04", "place": "Sarmin"},
         "geometry": None}]}))  # fmt: skip
    for _ in range(2):  # the second run replaces the claims of the first
        done = run("export", "mine.geojson", "--out", "mine.csv")
        assert done.returncode == 0, done.stderr
    assert run("export", "mine.csv", "--out", "other.csv").returncode == 0
    before = (run.folder / "mine.claims.csv").read_bytes()
    (run.folder / "mine.tsv").write_bytes(
        (run.folder / "mine.csv").read_bytes().replace(b",", b"\t")
    )
    done = run("export", "mine.tsv", "--out", "mine.csv")
    assert done.returncode == 2, done.stderr
    assert "mine.claims.csv (beside mine.csv) would overwrite" in " ".join(done.stderr.split())
    assert (run.folder / "mine.claims.csv").read_bytes() == before


def test_a_list_of_refused_rows_goes_only_where_an_earlier_run_wrote_one(run: Command) -> None:
    run.write("my.csv", TABLE)
    run.write("out.rejected.csv", "something else, by hand\n")
    assert run("export", "my.csv", "--out", "out.geojson").returncode == 0
    assert "out.rejected.csv" in run.files()
    run.write("out.rejected.csv", "row,reason,date\n2,no date,\n")
    assert run("export", "my.csv", "--out", "out.geojson").returncode == 0
    assert "out.rejected.csv" not in run.files()


def test_refused_rows_read_back_once_they_are_mended(run: Command) -> None:
    run.write("my.csv", "killed,date,place\n1,2015-10-04,Sarmin\n8,,\n")
    assert run("export", "my.csv", "--out", "a.geojson").returncode == 0
    refused = (run.folder / "a.rejected.csv").read_text(encoding="utf-8-sig").rstrip("\n")
    run.write("mended.csv", refused.removesuffix(",") + "2015-10-05,Binnish\n")
    done = run("export", "mended.csv", "--out", "b.geojson")
    assert done.returncode == 0, done.stderr
    assert "1 of 1 event: 1 located" in done.stderr


def test_an_output_without_arabic_letters_gets_escapes_and_no_traceback(run: Command) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "strikemap", "gazetteer", "search", "Talbisah"],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **run.environment, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"\\u062a" in done.stdout


def test_answers_show_what_would_steer_a_terminal(run: Command) -> None:
    run.write("own.csv", "name,lon,lat,kind\nQwrtz\x1b[31mburg,36.5,35.5,settlement\n")
    done = run("gazetteer", "search", "Qwrtz\x1b[31mburg", "--gazetteer", "own.csv")
    assert done.returncode == 0, done.stderr
    assert "Qwrtz\\x1b[31mburg" in done.stdout
    assert "\x1b" not in done.stdout


def test_messages_show_what_would_steer_a_terminal() -> None:
    assert escape_controls("a\x1b[31mb\u202ec\r") == "a\\x1b[31mb\\u202ec\\r"
    assert escape_controls("تلبيسة – 5") == "تلبيسة – 5"
