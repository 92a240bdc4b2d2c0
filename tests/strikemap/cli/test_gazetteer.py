"""`strikemap gazetteer`: search and info say what places there are, fetch and add bring more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import samples
from command import Command
from publisher import Publisher


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    server = Publisher()
    yield server
    server.close()


def test_search_says_what_a_name_means_and_why(run: Command) -> None:
    done = run("gazetteer", "search", "Al Latamneh", "--governorate", "Hama")
    assert done.returncode == 0, done.stderr
    assert "sy:lataminah" in done.stdout
    assert "governorate agrees" in done.stdout
    assert "candidates:" in done.stdout
    vague = run("gazetteer", "search", "several towns")
    assert "vague" in vague.stdout


def test_info_counts_places_and_names_the_sources(run: Command) -> None:
    done = run("gazetteer", "info")
    assert done.returncode == 0, done.stderr
    assert "14  governorate" in done.stdout
    assert "SOURCES.md" in done.stdout


def test_search_says_how_far_namesakes_lie_apart(run: Command) -> None:
    done = run("gazetteer", "search", "Babila")
    assert "sy:babila-idlib, babila (exact), 250.3 km" in done.stdout


def test_info_names_sources_with_their_licences(run: Command) -> None:
    done = run("gazetteer", "info")
    assert "rest on GeoNames, CC BY 4.0" in done.stdout
    assert "rest on OCHA, CC BY 3.0 IGO" in done.stdout


def test_a_fetched_country_is_used_from_then_on(run: Command, publisher: Publisher) -> None:
    url = publisher.put("/UA.zip", samples.geonames_zip())
    done = run("gazetteer", "fetch", "UA", "--url", url)
    assert (done.returncode, "12 places" in done.stdout) == (0, True), done.stderr
    assert "licence" in done.stdout
    assert "used from now on for ua" in done.last_line
    found = run("gazetteer", "search", "Izyum", "--country", "ua")
    assert "gn:707292" in found.stdout, found.stderr
    listed = run("gazetteer", "info", "--country", "ua")
    assert "added: UA.zip, 12 places" in listed.stdout


def test_what_cannot_be_fetched_ends_with_one_plain_line(
    run: Command, publisher: Publisher
) -> None:
    done = run("gazetteer", "fetch", "UA", "--url", publisher.address + "/gone.zip")
    assert done.returncode == 1
    assert done.last_line.startswith("strikemap: ")
    assert "404" in done.last_line
    assert "Traceback" not in done.stderr


def test_a_country_that_is_none_says_so(run: Command) -> None:
    done = run("gazetteer", "fetch", "Atlantis")
    assert (done.returncode, "two letters" in done.last_line) == (1, True)


def test_an_added_file_is_used_from_then_on(run: Command) -> None:
    run.write("mine.csv", "name,lon,lat\nNonsuch Farm,36.7,35.9\n")
    done = run("gazetteer", "add", "mine.csv")
    assert done.returncode == 0, done.stderr
    assert "exact" in run.outside("gazetteer", "search", "Nonsuch Farm").stdout
    run.write("mine.csv", "name,lon,lat\nBad,oops,35.9\n")
    refused = run("gazetteer", "add", "mine.csv")
    assert (refused.returncode, "row 2" in refused.last_line) == (1, True)
    assert "exact" in run("gazetteer", "search", "Nonsuch Farm").stdout
