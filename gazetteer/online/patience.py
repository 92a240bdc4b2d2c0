"""Answers that do not come, or come a byte at a time: a connection is cut when its time is up."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import threading
import urllib.parse
import urllib.request
from functools import partial
from http.client import HTTPResponse

__all__ = ["is_local", "open_within"]


def open_within(
    request: urllib.request.Request,
    *handlers: urllib.request.BaseHandler,
    seconds: float,
    timeout: float,
) -> HTTPResponse:
    """Open an address; where no whole head of an answer has come in time, its sockets are cut.

    seconds: until the head is there, with all redirects. timeout: seconds without a byte. A cut
    shows as the connection that ended: OSError or HTTPException.
    """
    sockets: list[socket.socket] = []
    cut = threading.Timer(seconds, _cut, [sockets])
    cut.daemon = True
    opener = urllib.request.build_opener(_Plain(sockets), _Secure(sockets), *handlers)
    cut.start()
    try:
        answer: HTTPResponse = opener.open(request, timeout=timeout)
        return answer
    finally:
        cut.cancel()


def is_local(address: str) -> bool:
    """Say whether an address is of this machine or its own network, also by its name."""
    parts = urllib.parse.urlsplit(address)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except (OSError, ValueError):
        return False  # nobody is asked there
    return not all(ipaddress.ip_address(str(one[4][0])).is_global for one in found)


def _cut(sockets: list[socket.socket]) -> None:
    for one in sockets:
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


class _Kept(http.client.HTTPConnection):
    """A connection whose socket another thread may cut."""

    def __init__(self, sockets: list[socket.socket], *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type] # as urllib calls it
        self.sockets = sockets

    def connect(self) -> None:
        """Connect, and keep the socket."""
        super().connect()
        self.sockets.append(self.sock)


class _KeptSecure(_Kept, http.client.HTTPSConnection):
    """The same by TLS."""


class _Plain(urllib.request.HTTPHandler):
    """Opens http addresses by connections that may be cut."""

    def __init__(self, sockets: list[socket.socket]) -> None:
        super().__init__()
        self.sockets = sockets

    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        """Open an address."""
        return self.do_open(partial(_Kept, self.sockets), req)


class _Secure(urllib.request.HTTPSHandler):
    """Opens https addresses by connections that may be cut."""

    def __init__(self, sockets: list[socket.socket]) -> None:
        super().__init__()
        self.sockets = sockets

    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        """Open an address."""
        return self.do_open(partial(_KeptSecure, self.sockets), req)
