"""Downloads against a local server with faults: resumed, begun anew, or given up with a remedy."""

from __future__ import annotations

import errno
import urllib.request

import pytest
import samples
from publisher import ukraine_files

from gazetteer.errors import FetchError
from gazetteer.online import download
from gazetteer.online.fetch import fetch
from gazetteer.online.installed import country_folder


def test_a_cut_connection_goes_on_where_it_broke(publisher, tmp_path):
    files = ukraine_files(publisher)
    publisher.faults["/UA.zip"] = ["cut", "cut"]
    done = fetch("UA", folder=tmp_path, files=files)
    assert done.failed == ()
    ranges = [wanted for path, wanted in publisher.asked if path == "/UA.zip"]
    half = len(samples.geonames_zip()) // 2
    assert ranges[:2] == [None, f"bytes={half}-"]
    assert len(ranges) == 3
    installed = country_folder("UA", tmp_path) / "UA.zip"
    assert installed.read_bytes() == samples.geonames_zip()


def test_a_download_given_up_is_resumed_by_the_next_fetch(publisher, tmp_path):
    files = ukraine_files(publisher)[1:]
    publisher.faults["/UA.zip"] = ["cut"] + ["503"] * 4
    with pytest.raises(FetchError, match="goes on from there"):
        fetch("UA", folder=tmp_path, files=files)
    publisher.asked.clear()
    fetch("UA", folder=tmp_path, files=files)
    half = len(samples.geonames_zip()) // 2
    assert publisher.asked == [("/UA.zip", f"bytes={half}-")]


def test_a_file_that_changed_in_between_is_got_anew(publisher, tmp_path):
    files = ukraine_files(publisher)[1:]
    publisher.faults["/UA.zip"] = ["cut"] + ["503"] * 4
    with pytest.raises(FetchError):
        fetch("UA", folder=tmp_path, files=files)
    fewer = samples.zipped({"UA.txt": samples.geonames_text(samples.UKRAINE[:5])})
    publisher.put("/UA.zip", fewer, ETag='"v2"')
    fetch("UA", folder=tmp_path, files=files)
    assert (country_folder("UA", tmp_path) / "UA.zip").read_bytes() == fewer


def test_without_a_mark_of_its_version_a_file_is_got_from_the_start(publisher, tmp_path):
    files = ukraine_files(publisher)[1:]
    publisher.put("/UA.zip", samples.geonames_zip())  # no ETag, no date
    publisher.faults["/UA.zip"] = ["cut"]
    fetch("UA", folder=tmp_path, files=files)
    assert [wanted for _, wanted in publisher.asked] == [None, None]


def test_a_server_that_falls_silent_is_asked_again(publisher, tmp_path, monkeypatch):
    monkeypatch.setattr(download, "TIMEOUT_S", 0.3)
    files = ukraine_files(publisher)[1:]
    publisher.faults["/UA.zip"] = ["slow"]
    fetch("UA", folder=tmp_path, files=files)
    assert [wanted for _, wanted in publisher.asked] == [None, "bytes=10-"]


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
        fetch("UA", folder=tmp_path, files=ukraine_files(publisher)[1:])
    assert list(country_folder("UA", tmp_path).iterdir()) == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/UA.zip", "UA.zip"])
def test_only_web_addresses_are_fetched(tmp_path, url):
    with pytest.raises(FetchError, match="no web address"):
        fetch("UA", url=url, folder=tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "followed"),
    [
        ("https://a.example/x", "http://a.example/y", False),
        ("https://a.example/x", "ftp://a.example/y", False),
        ("http://a.example/x", "file:///etc/hosts", False),
        ("http://a.example/x", "https://a.example/y", True),
        ("https://a.example/x", "https://b.example/y", True),
    ],
)
def test_a_redirect_stays_on_the_web_and_never_leaves_https(old, new, followed):
    request = urllib.request.Request(old)
    handler = download._SameScheme()
    if followed:
        assert handler.redirect_request(request, None, 302, "", {}, new).full_url == new
        return
    with pytest.raises(FetchError, match="not followed"):
        handler.redirect_request(request, None, 302, "", {}, new)


def test_a_file_that_is_too_large_or_too_slow_is_given_up(publisher, tmp_path):
    address = publisher.put("/big.json", b"0" * 1000)
    with pytest.raises(FetchError, match="1,000 bytes are announced, more than the 999"):
        download.Downloader(tmp_path, lambda *_: None, largest=999).get(address, "big.json")
    with pytest.raises(FetchError, match="has not come in 0 s"):
        download.Downloader(tmp_path, lambda *_: None, seconds=0).get(address, "big.json")


def test_a_server_that_leads_off_the_web_is_not_followed(publisher, tmp_path):
    address = publisher.put("/away.json", b"", Location="ftp://127.0.0.1/x")
    publisher.faults["/away.json"] = ["302"]
    with pytest.raises(FetchError, match="leads on from http to ftp"):
        download.Downloader(tmp_path, lambda *_: None).get(address, "away.json")
    there = publisher.put("/there.json", b"{}")
    address = publisher.put("/moved.json", b"", Location=there)
    publisher.faults["/moved.json"] = ["302"]
    path, _ = download.Downloader(tmp_path, lambda *_: None).get(address, "moved.json")
    assert path.read_bytes() == b"{}"
