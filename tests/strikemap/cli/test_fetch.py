"""`strikemap gazetteer fetch` and `add`, run as a user runs them."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
import samples
from paths import ROOT
from publisher import Publisher


@pytest.fixture
def publisher():
    server = Publisher()
    yield server
    server.close()


def run(folder, *arguments):
    environment = {**os.environ, "STRIKEMAP_DATA": str(folder), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "strikemap", "gazetteer", *arguments],
        capture_output=True, text=True, env=environment, cwd=folder, timeout=120,
    )  # fmt: skip


def last_line(text):
    return text.rstrip().splitlines()[-1]


def test_a_fetched_country_is_used_from_then_on(publisher, tmp_path):
    url = publisher.put("/UA.zip", samples.geonames_zip())
    done = run(tmp_path, "fetch", "UA", "--url", url)
    assert (done.returncode, "12 places" in done.stdout) == (0, True), done.stderr
    assert "licence" in done.stdout
    assert "used from now on for ua" in last_line(done.stderr)
    found = run(tmp_path, "search", "Izium", "--country", "ua")
    assert "Izyum" in found.stdout, found.stderr
    told = run(tmp_path, "info", "--country", "ua")
    assert "added: UA.zip, 12 places" in told.stdout


def test_what_cannot_be_fetched_ends_with_one_plain_line(publisher, tmp_path):
    done = run(tmp_path, "fetch", "UA", "--url", publisher.address + "/gone.zip")
    assert done.returncode == 1
    assert last_line(done.stderr).startswith("strikemap: ")
    assert "404" in last_line(done.stderr)
    assert "Traceback" not in done.stderr


def test_a_country_that_is_none_says_so(tmp_path):
    done = run(tmp_path, "fetch", "Atlantis")
    assert (done.returncode, "two letters" in last_line(done.stderr)) == (1, True)


def test_an_added_file_is_used_from_then_on(tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text("name,lon,lat\nNonsuch Farm,36.7,35.9\n")
    done = run(tmp_path, "add", str(table))
    assert done.returncode == 0, done.stderr
    assert "exact" in run(tmp_path, "search", "Nonsuch Farm").stdout
    table.write_text("name,lon,lat\nBad,oops,35.9\n")
    refused = run(tmp_path, "add", str(table))
    assert (refused.returncode, "row 2" in last_line(refused.stderr)) == (1, True)
    assert "exact" in run(tmp_path, "search", "Nonsuch Farm").stdout
