"""Fetching, against a local server with the publishers' formats and with faults."""

from __future__ import annotations

import base64
import errno
import hashlib
import json

import pytest
import samples
from publisher import Publisher

from gazetteer import load_gazetteer
from gazetteer.errors import FetchError
from gazetteer.online import fetch as sources
from gazetteer.online.fetch import Source, fetch, list_sources
from gazetteer.online.installed import country_folder, data_folder, installed_tables, read_manifest


@pytest.fixture
def publisher(monkeypatch):
    monkeypatch.setattr(sources, "PAUSE_S", 0.0)
    server = Publisher()
    yield server
    server.close()


def two_files(publisher) -> list[Source]:
    """The two GeoNames files of Ukraine, as `list_sources` would give them."""
    terms = "CC BY 4.0", "GeoNames"
    alternates = publisher.put("/alternatenames/UA.zip", samples.alternates_zip())
    dump = publisher.put("/UA.zip", samples.geonames_zip(), ETag='"v1"')
    return [
        Source("GeoNames alternate names", alternates, "UA-alternatenames.zip", *terms, True),
        Source("GeoNames", dump, "UA.zip", *terms),
    ]


def test_a_second_country_is_fetched_installed_and_answers(publisher, tmp_path):
    seen = []
    done = fetch("UA", folder=tmp_path, sources=two_files(publisher),
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
        fetch("UA", folder=tmp_path, sources=two_files(publisher))
    assert len(read_manifest(country_folder("UA", tmp_path))) == 2


def test_a_cut_connection_goes_on_where_it_broke(publisher, tmp_path):
    files = two_files(publisher)
    publisher.faults["/UA.zip"] = ["cut", "cut"]
    done = fetch("UA", folder=tmp_path, sources=files)
    assert done.failed == ()
    ranges = [wanted for path, wanted in publisher.asked if path == "/UA.zip"]
    half = len(samples.geonames_zip()) // 2
    assert ranges[:2] == [None, f"bytes={half}-"]
    assert len(ranges) == 3
    installed = country_folder("UA", tmp_path) / "UA.zip"
    assert installed.read_bytes() == samples.geonames_zip()


def test_a_download_given_up_is_resumed_by_the_next_fetch(publisher, tmp_path):
    files = two_files(publisher)[1:]
    publisher.faults["/UA.zip"] = ["cut"] + ["503"] * 4
    with pytest.raises(FetchError, match="goes on from there"):
        fetch("UA", folder=tmp_path, sources=files)
    publisher.asked.clear()
    fetch("UA", folder=tmp_path, sources=files)
    half = len(samples.geonames_zip()) // 2
    assert publisher.asked == [("/UA.zip", f"bytes={half}-")]


def test_a_file_that_changed_in_between_is_got_anew(publisher, tmp_path):
    files = two_files(publisher)[1:]
    publisher.faults["/UA.zip"] = ["cut"] + ["503"] * 4
    with pytest.raises(FetchError):
        fetch("UA", folder=tmp_path, sources=files)
    fewer = samples.zipped({"UA.txt": samples.geonames_text(samples.UKRAINE[:5])})
    publisher.put("/UA.zip", fewer, ETag='"v2"')
    fetch("UA", folder=tmp_path, sources=files)
    assert (country_folder("UA", tmp_path) / "UA.zip").read_bytes() == fewer


def test_without_a_mark_of_its_version_a_file_is_got_from_the_start(publisher, tmp_path):
    files = two_files(publisher)[1:]
    publisher.put("/UA.zip", samples.geonames_zip())  # no ETag, no date
    publisher.faults["/UA.zip"] = ["cut"]
    fetch("UA", folder=tmp_path, sources=files)
    assert [wanted for _, wanted in publisher.asked] == [None, None]


def test_a_server_that_falls_silent_is_asked_again(publisher, tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "TIMEOUT_S", 0.3)
    files = two_files(publisher)[1:]
    publisher.faults["/UA.zip"] = ["slow"]
    fetch("UA", folder=tmp_path, sources=files)
    assert [wanted for _, wanted in publisher.asked] == [None, "bytes=10-"]


def test_what_is_not_there_is_said_with_a_remedy_and_the_rest_is_installed(publisher, tmp_path):
    files = two_files(publisher)
    gone = Source("OCHA", f"{publisher.address}/gone.xlsx", "ocha.xlsx", "CC BY", "OCHA")
    done = fetch("UA", folder=tmp_path, sources=[*files, gone])
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


def test_a_full_disk_is_said_and_nothing_is_left_behind(publisher, tmp_path, monkeypatch):
    class Full:
        def __init__(self, file):
            self.file = file

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.file.close()

        def write(self, _):
            raise OSError(errno.ENOSPC, "No space left on device")

    opened = type(tmp_path).open
    monkeypatch.setattr(
        type(tmp_path), "open",
        lambda path, mode="r", *rest, **named: Full(opened(path, mode, *rest, **named))
        if path.name.endswith(".part") else opened(path, mode, *rest, **named),
    )  # fmt: skip
    with pytest.raises(FetchError, match="disk is full"):
        fetch("UA", folder=tmp_path, sources=two_files(publisher)[1:])
    assert list(country_folder("UA", tmp_path).iterdir()) == []


def test_a_published_checksum_is_held(publisher, tmp_path):
    right = hashlib.md5(samples.geonames_zip()).hexdigest()
    (dump,) = two_files(publisher)[1:]
    done = fetch("UA", folder=tmp_path, sources=[Source(*with_md5(dump, right))])
    assert right in done.installed[0].checked
    with pytest.raises(FetchError, match="is not the published"):
        fetch("UA", folder=tmp_path, sources=[Source(*with_md5(dump, "0" * 32))])


def with_md5(source, md5):
    return (source.name, source.url, source.file_name, source.licence, source.credit, False, md5)


def test_a_checksum_sent_with_the_file_is_held(publisher, tmp_path):
    wrong = base64.b64encode(b"0" * 16).decode()
    url = publisher.put("/UA.zip", samples.geonames_zip(), Content_MD5=wrong)
    with pytest.raises(FetchError, match="checksum"):
        fetch("UA", url=url, folder=tmp_path)


def test_the_best_file_of_an_hdx_dataset_is_taken_with_its_licence(publisher, tmp_path):
    sheet = samples.write_ocha_sheet(tmp_path / "made.xlsx").read_bytes()
    url = publisher.put("/download/syr_admgz.xlsx", sheet)
    dataset = {"license_title": "CC BY for IGOs", "dataset_source": "OCHA", "resources": [
        {"url": f"{publisher.address}/download/syr_admin_boundaries.gdb.zip", "hash": ""},
        {"url": url, "hash": hashlib.md5(sheet).hexdigest()},
    ]}  # fmt: skip
    api = publisher.put("/api/3/action/package_show?id=cod-ab-syr", json.dumps({"result": dataset}))
    source = Source("OCHA populated places", api, "ocha", "?", "?")
    done = fetch("SY", folder=tmp_path, sources=[source])
    (file,) = done.installed
    assert (file.file_name, file.places, file.licence) == (
        "ocha-syr_admgz.xlsx", 2, "CC BY for IGOs",
    )  # fmt: skip
    assert "published MD5" in file.checked


@pytest.mark.parametrize(
    "answer", ["<html>", '{"success": false}', '{"result": {"resources": []}}']
)
def test_an_hdx_that_answers_otherwise_is_said(publisher, tmp_path, answer):
    api = publisher.put("/api/3/action/package_show?id=cod-ab-syr", answer)
    with pytest.raises(FetchError, match="--url"):
        fetch("SY", folder=tmp_path, sources=[Source("OCHA", api, "ocha", "?", "?")])


def test_offline_says_what_to_do(publisher, tmp_path):
    files = two_files(publisher)
    publisher.close()
    with pytest.raises(FetchError, match="strikemap gazetteer add FILE") as caught:
        fetch("UA", folder=tmp_path, sources=files)
    assert "nothing was changed" in str(caught.value)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/UA.zip", "UA.zip"])
def test_only_web_addresses_are_fetched(tmp_path, url):
    with pytest.raises(FetchError, match="no web address"):
        fetch("UA", url=url, folder=tmp_path)


@pytest.mark.parametrize("country", ["", "Syria", "../x", "ZZ", "S1"])
def test_what_is_no_country_is_refused(tmp_path, country):
    with pytest.raises(FetchError, match="two letters"):
        fetch(country, folder=tmp_path)


def test_the_publishers_addresses():
    urls = {source.name: source.url for source in list_sources("sy")}
    assert urls["GeoNames"].endswith("/export/dump/SY.zip")
    assert urls["OCHA populated places"].endswith("package_show?id=cod-ab-syr")
    assert all(source.licence and source.credit for source in list_sources("UA"))


def test_the_data_folder_follows_the_platform(monkeypatch, tmp_path):
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("STRIKEMAP_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("sys.platform", "linux")
    assert data_folder() == tmp_path / "share" / "strikemap"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")  # the XDG rule: not absolute, not used
    assert data_folder().parts[-3:] == (".local", "share", "strikemap")


def test_a_folder_that_cannot_be_made(publisher, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(FetchError, match="STRIKEMAP_DATA"):
        fetch("UA", folder=blocked, sources=two_files(publisher))
