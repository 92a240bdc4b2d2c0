"""The app's port: the usual one, the next where it is taken, and never another than asked for."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from command import Command

from gazetteer.errors import StrikemapError
from strikemap.cli import app, ports

HOST = "localhost"


def listens(stack: ExitStack, port: int = 0) -> int:
    server = stack.enter_context(socket.socket())
    server.bind(("127.0.0.1", port))
    server.listen()
    return int(server.getsockname()[1])


@contextmanager
def held_port(count: int = 1) -> Iterator[int]:
    """Listen on ports in a row, as other programs do, and give the first."""
    for _ in range(20):
        with ExitStack() as stack:
            try:
                first = listens(stack)
                for number in range(1, count):
                    listens(stack, first + number)
            except OSError:
                continue
            yield first
            return
    pytest.fail("no ports in a row are free")


def test_a_port_is_free_until_somebody_listens():
    with held_port() as port:
        assert not ports.is_free(port, HOST)
    assert ports.is_free(port, HOST)


def test_a_port_is_taken_where_any_address_of_the_name_is(monkeypatch):
    def has_two_addresses(_: str, port: int, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, 0, 0, "", ("127.0.0.1", number)) for number in (0, port)]

    monkeypatch.setattr(socket, "getaddrinfo", has_two_addresses)
    with held_port() as port:
        assert not ports.is_free(port, HOST)
    assert ports.is_free(port, HOST)


def test_an_address_that_the_machine_lacks_takes_no_port(monkeypatch):
    lacking = [(socket.AF_INET, 0, 0, "", ("203.0.113.1", 8501))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: lacking)
    assert ports.is_free(8501, HOST)


def test_the_next_free_port_is_taken(monkeypatch):
    with held_port(count=2) as first:
        monkeypatch.setattr(ports, "USUAL_PORT", first)
        assert ports.choose_port(None, HOST) > first + 1


def test_the_port_asked_for_or_none():
    with held_port() as port, pytest.raises(StrikemapError, match=f"port {port} is taken"):
        ports.choose_port(port, HOST)
    assert ports.choose_port(port, HOST) == port


@pytest.fixture
def started(monkeypatch) -> list[list[str]]:
    """Return the command lines that were to replace this process, one each start."""
    commands: list[list[str]] = []
    monkeypatch.setattr(app.os, "execve", lambda _, command, __: commands.append(command))
    monkeypatch.setattr(app.subprocess, "call", lambda *_, **__: 0)
    return commands


def test_a_taken_port_is_said_in_one_line_and_the_next_one_served(
    run: Command, monkeypatch, started
):
    monkeypatch.delenv("STREAMLIT_SERVER_PORT", raising=False)
    with held_port() as port:
        monkeypatch.setattr(ports, "USUAL_PORT", port)
        monkeypatch.setattr(app, "USUAL_PORT", port)
        done = run("app")
    [command] = started
    [flag] = [word for word in command if word.startswith("--server.port=")]
    served = int(flag.partition("=")[2])
    assert served > port
    assert done.stderr == f"port {port} is taken by another program; the app takes {served}\n"


def test_a_taken_port_that_was_asked_for_is_an_error(run: Command, started):
    with held_port() as port:
        done = run("app", "--port", port)
    assert (done.returncode, started) == (1, [])
    assert done.last_line.startswith(f"strikemap: port {port} is taken")
    assert run("app", "--port", 70000).returncode == 2
