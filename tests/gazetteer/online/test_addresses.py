"""Addresses asked whether they answer: on the loopback, with every kind of answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from gazetteer.online import addresses
from gazetteer.online.addresses import ANSWERS, Answer, check_addresses


class Site:
    """A site that answers by its path: /200, /404, /to/200 leads to /200, /get/200 has no HEAD."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: Any) -> None:
                pass

            def do_HEAD(self) -> None:
                site.answer(self)

            def do_GET(self) -> None:
                site.answer(self)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append((request.command, request.path))
        *how, status = request.path.strip("/").split("/")
        if how in (["get"], ["hides"]) and request.command == "HEAD":
            status = "405" if how == ["get"] else "404"
        if how == ["to"]:
            request.send_response(302)
            request.send_header("Location", f"/{status}" if status.isdigit() else "file:///etc")
        elif how == ["cut"]:
            request.connection.close()
            return
        else:
            request.send_response(int(status) if status.isdigit() else 200)
        request.end_headers()


@pytest.fixture
def site(monkeypatch) -> Iterator[Site]:
    monkeypatch.setattr(addresses, "PAUSE_S", 0.0)
    server = Site()
    yield server
    server.server.shutdown()
    server.server.server_close()


def check(*asked: str) -> list[Answer]:
    return list(check_addresses(asked, local=True))


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("/200", "answers", 200), ("/get/200", "answers", 200),
        ("/hides/200", "answers", 200), ("/404", "gone", 404),
        ("/410", "gone", 410), ("/403", "refused", 403), ("/500", "refused", 500),
        ("/to/200", "moved", 200), ("/to/404", "gone", 404), ("/cut/1", "no answer", None),
        ("/to/file", "refused", 302), ("/حلب?q=ع", "answers", 200),
    ],
)  # fmt: skip
def test_an_address_comes_to(site, path, outcome, status):
    (answer,) = check(site.address + path)
    assert (answer.outcome, answer.status) == (outcome, status)
    assert answer.outcome in ANSWERS
    assert answer.led_to == (f"{site.address}/200" if outcome == "moved" else "")
    assert bool(answer.said) == (status is None)


def test_a_server_without_head_is_asked_for_one_byte(site):
    check(f"{site.address}/get/200")
    assert site.asked == [("HEAD", "/get/200"), ("GET", "/get/200")]


@pytest.mark.parametrize(
    "address",
    ["", "a paper, p. 3", "file:///etc/passwd", "ftp://far.example/x", "http://[", "https://"],
)
def test_what_is_no_web_address_is_not_asked(address):
    (answer,) = check(address)
    assert (answer.outcome, answer.status) == ("not asked", None)
    assert answer.said


def test_a_table_of_strangers_reaches_nothing_of_this_machine(site):
    (answer,) = check_addresses([f"{site.address}/200"])
    assert answer.outcome == "not asked"
    assert "own network" in answer.said
    assert site.asked == []


def test_one_host_is_asked_after_a_pause(site, monkeypatch):
    waited: list[float] = []
    monkeypatch.setattr(addresses, "PAUSE_S", 5.0)
    monkeypatch.setattr(addresses.time, "sleep", waited.append)
    check(f"{site.address}/200", f"{site.address}/403", f"{site.address}/to/200")
    assert len(waited) == 4, "before the GET of what is refused, and before what is led to"
    assert all(4 < seconds <= 5 for seconds in waited)
