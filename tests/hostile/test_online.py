"""Odd answers of the web: each ends in a line that says what to do, and nothing is installed."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gazetteer.errors import FetchError
from gazetteer.online import addresses, download
from gazetteer.online.areas import download_level, list_addresses
from gazetteer.online.download import Downloader
from gazetteer.online.fetch import fetch

OK = b"HTTP/1.1 200 OK\r\n"
Answer = bytes | Callable[[socket.socket], None]


def drip(line: bytes, head: bytes = b"") -> Callable[[socket.socket], None]:
    """Return what sends a line after a head again and again, until nobody reads on."""

    def send(asking: socket.socket) -> None:
        asking.sendall(head)
        while True:
            asking.sendall(line)
            time.sleep(0.01)

    return send


def flood(asking: socket.socket) -> None:
    """Send bytes without end."""
    asking.sendall(OK + b"\r\n")
    while True:
        asking.sendall(bytes(1 << 16))


def redirect(to: str) -> bytes:
    head = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
    return head + to.encode() + b"\r\n\r\n"


ANSWERS: dict[str, Answer] = {
    "silent": lambda _: None,
    "no-http": b"SSH-2.0-OpenSSH_9.2\r\n",
    "empty": OK + b"Content-Length: 0\r\n\r\n",
    "page": OK + b"Content-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>",
    "cut": OK + b"Content-Length: 5000\r\n\r\nname,lon,lat\n",
    "length-word": OK + b"Content-Length: many\r\n\r\nx",
    "length-below": OK + b"Content-Length: -5\r\n\r\nx",
    "length-huge": OK + b"Content-Length: 999999999999\r\n\r\nx",
    "gzip-bomb": OK + b"Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\n" + bytes(20),
    "chunk-word": OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
    "chunk-huge": OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"F" * 4000 + b"\r\n",
    "headers": OK + b"".join(b"X-%d: y\r\n" % n for n in range(10_000)) + b"\r\n",
    "header-long": OK + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
    "header-drip": drip(b"X: y\r\n", OK),
    "status-drip": drip(b"H"),
    "body-drip": drip(b"x", OK + b"\r\n"),
    "flood": flood,
    "other-part": b"HTTP/1.1 206 Partial\r\nContent-Range: bytes 7-9/10\r\n"
                  b"Content-Length: 3\r\n\r\nxyz",
    "to-file": redirect("file:///etc/passwd"),
    "to-ftp": redirect("ftp://127.0.0.1/x"),
    "to-itself": redirect("/to-itself"),
    "to-nowhere": redirect("http://[broken"),
    "to-spaces": redirect("http://a b/\x1b[31m"),
    "reason-escapes": b"HTTP/1.1 403 \x1b[31mno\r\nContent-Length: 0\r\n\r\n",
    "not-ascii": b"HTTP/1.1 200 \xff\xfe\r\nETag: \xff\r\nContent-Length: 2\r\n\r\n\xff\xfe",
}  # fmt: skip


@pytest.fixture(scope="module")
def odd() -> Iterator[str]:
    """Serve the odd answers by their names, and give the address."""
    listening = socket.create_server(("127.0.0.1", 0))
    asked: list[socket.socket] = []

    def answer(asking: socket.socket) -> None:
        try:
            name = asking.recv(4096).split(b" ")[1].decode().strip("/").split("/")[0]
            said = ANSWERS[name]
            if callable(said):
                said(asking)
            else:
                asking.sendall(said)
            if name != "silent":
                asking.close()
        except (OSError, IndexError, KeyError):
            asking.close()

    def listen() -> None:
        while True:
            try:
                asking, _ = listening.accept()
            except OSError:
                return
            asked.append(asking)
            threading.Thread(target=answer, args=(asking,), daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    listening.close()
    for one in asked:
        one.close()


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TRIES": 2, "PAUSE_S": 0, "TIMEOUT_S": 0.2, "HEAD_S": 0.3, "GRACE_S": 0.1,
                        "SLOWEST": 100_000, "LARGEST": 1 << 20}.items():  # fmt: skip
        monkeypatch.setattr(download, name, value)
    for name, value in {"PAUSE_S": 0, "TIMEOUT_S": 0.2, "HEAD_S": 0.3}.items():
        monkeypatch.setattr(addresses, name, value)
    first = Downloader.__init__.__kwdefaults__
    monkeypatch.setitem(first, "largest", 1 << 20)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("name", ANSWERS)
def test_an_odd_answer_is_one_line_and_installs_nothing(
    odd: str, tmp_path: Path, name: str
) -> None:
    with pytest.raises(FetchError) as raised:
        fetch("sy", url=f"{odd}/{name}/places.csv", folder=tmp_path)
    assert str(raised.value)
    home = tmp_path / "gazetteer" / "sy"
    assert [path.name for path in home.iterdir() if path.name != "unfinished"] == []
    address = list_addresses("sy", [1], url=f"{odd}/{name}/")[0]
    with pytest.raises(FetchError):
        download_level("sy", address, Downloader(tmp_path, lambda *_: None))
    (answer,) = addresses.check_addresses([f"{odd}/{name}/x"], local=True)
    assert answer.outcome in addresses.ANSWERS


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://[", "is no web address"), ("http:///x", "is no web address"),
        ("file:///etc/passwd", "is no web address"), ("gopher://x/", "is no web address"),
        ("http://me:secret@127.0.0.1:9/x", "addresses that sign in are not asked"),
        ("http://127.0.0.1:port/x", "is no web address"),
        ("http://127.0.0.1:9/\ud800", "is no web address"),
        ("http://127.0.0.1:9/\x1b[31m x", "is no web address"),
    ],
)  # fmt: skip
def test_what_is_no_address_is_not_asked(
    tmp_path: Path, url: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "PAUSE_S", 0)
    with pytest.raises(FetchError, match=said) as raised:
        fetch("sy", url=url, folder=tmp_path)
    assert "secret" not in str(raised.value)


def test_a_publisher_outside_leads_nobody_into_this_network(
    odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "is_local", lambda address: "to-inside" not in address)
    monkeypatch.setitem(ANSWERS, "to-inside", redirect(f"{odd}/page"))
    with pytest.raises(FetchError, match="this machine or its own network, which is not followed"):
        fetch("sy", url=f"{odd}/to-inside/places.csv", folder=tmp_path)


def test_a_token_of_an_address_is_kept_nowhere(
    odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = b"name,lon,lat,kind\nFoo,36.5,35.5,settlement\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(table)
    monkeypatch.setitem(ANSWERS, "sound", head + table)
    done = fetch("sy", url=f"{odd}/sound/places.csv?token=secret", folder=tmp_path)
    assert len(done.installed) == 1
    written = (tmp_path / "gazetteer" / "sy" / "sources.json").read_text(encoding="utf-8")
    assert "secret" not in written + repr(done)
    assert "token=***" in written
