"""Fetching a country, against a local server with the publishers' formats."""

from __future__ import annotations

import hashlib

import pytest
import samples
from publisher import ukraine_files

from gazetteer import load_gazetteer
from gazetteer.errors import FetchError
from gazetteer.online.fetch import fetch
from gazetteer.online.installed import country_folder, installed_tables, read_manifest
from gazetteer.online.publishers import PublisherFile


def test_a_second_country_is_fetched_installed_and_answers(publisher, tmp_path):
    seen = []
    done = fetch("UA", folder=tmp_path, files=ukraine_files(publisher),
                 report=lambda *step: seen.append(step))  # fmt: skip
    assert done.failed == ()
    assert [file.name for file in done.installed] == ["GeoNames alternate names", "GeoNames"]
    assert done.installed[1].places == 12
    assert done.installed[1].licence == "CC BY 4.0"
    assert seen[-1] == ("UA.zip", len(samples.geonames_zip()), len(samples.geonames_zip()))
    tables = installed_tables("ua", tmp_path)
    assert [path.name for path in tables] == ["UA.zip"]
    ukraine = load_gazetteer(country_folder("ua", tmp_path), extra=tables)
    assert ukraine.match("إيزيوم").place.name == "Izyum"
    manifest = read_manifest(country_folder("UA", tmp_path))
    digest = hashlib.sha256(samples.geonames_zip()).hexdigest()
    assert [record["sha256"] for record in manifest][1] == digest
    assert not (country_folder("UA", tmp_path) / "unfinished").exists()


def test_fetching_again_replaces_and_keeps_one_record_a_file(publisher, tmp_path):
    for _ in range(2):
        fetch("UA", folder=tmp_path, files=ukraine_files(publisher))
    assert len(read_manifest(country_folder("UA", tmp_path))) == 2


def test_what_is_not_there_is_said_with_a_remedy_and_the_rest_is_installed(publisher, tmp_path):
    files = ukraine_files(publisher)
    gone = PublisherFile("OCHA", f"{publisher.address}/gone.xlsx", "ocha.xlsx", "CC BY", "OCHA")
    done = fetch("UA", folder=tmp_path, files=[*files, gone])
    assert len(done.installed) == 2
    assert len(done.failed) == 1
    assert "404" in done.failed[0]
    assert "--url" in done.failed[0]


WRONG = {
    "a page instead of a file": ("UA.zip", "<!doctype html><title>Moved</title>", "no gazetteer"),
    "an archive cut short": ("UA.zip", samples.geonames_zip()[:-30], "no gazetteer"),
    "an archive of something else": ("UA.zip", samples.zipped({"a.csv": "x"}), "no gazetteer"),
    "no bytes at all": ("UA.zip", b"", "no gazetteer"),
    "a table without places": ("UA.csv", "name,lon,lat\n", "without places"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_content_is_refused_and_what_was_there_stays(publisher, tmp_path, case):
    name, content, message = WRONG[case]
    home = country_folder("UA", tmp_path)
    home.mkdir(parents=True)
    (home / name).write_text("what was there")
    url = publisher.put("/" + name, content)
    with pytest.raises(FetchError, match=message):
        fetch("UA", url=url, folder=tmp_path)
    assert (home / name).read_text() == "what was there"
    assert sorted(path.name for path in home.iterdir()) == [name]


def test_offline_says_what_to_do(publisher, tmp_path):
    files = ukraine_files(publisher)
    publisher.close()
    with pytest.raises(FetchError, match="strikemap gazetteer add FILE") as caught:
        fetch("UA", folder=tmp_path, files=files)
    assert "nothing was changed" in str(caught.value)


@pytest.mark.parametrize("country", ["", "Syria", "../x", "ZZ", "S1"])
def test_what_is_no_country_is_refused(tmp_path, country):
    with pytest.raises(FetchError, match="two letters"):
        fetch(country, folder=tmp_path)
