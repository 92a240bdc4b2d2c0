"""Whether web addresses still answer: each asked once, one after the other, nothing downloaded."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPMessage
from typing import IO

from gazetteer.online.download import AGENT
from gazetteer.online.patience import is_local, open_within

__all__ = ["ANSWERS", "Answer", "check_addresses"]

TIMEOUT_S = 15.0
HEAD_S = 45.0  # until an answer's head is there, redirects included
PAUSE_S = 1.0  # between two requests to one host
# What an address came to; only the first two say that something is there.
ANSWERS = ("answers", "moved", "gone", "refused", "no answer", "not asked")
GONE = (404, 410)
NO_HEAD = (400, 403, 405, 501)  # of servers that answer a GET alone; some say 404 to a HEAD
SENT = "%/:=&?~+!$,;'@()*[]"  # stay as they are in a path or query
DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address came to: `outcome` of ANSWERS, the HTTP status, why, and where it led."""

    address: str
    outcome: str
    status: int | None = None
    said: str = ""
    led_to: str = ""


@dataclass
class _Asking:
    """What is remembered between two addresses: when each host was asked last."""

    local: bool
    asked: dict[str, float] = field(default_factory=dict)

    def wait_for(self, host: str) -> None:
        left = self.asked.get(host, -PAUSE_S) + PAUSE_S - time.monotonic()
        if host in self.asked and left > 0:
            time.sleep(left)
        self.asked[host] = time.monotonic()


class _RefusedError(Exception):
    """An address that is not asked, with the reason."""


def check_addresses(addresses: Iterable[str], *, local: bool = False) -> Iterator[Answer]:
    """Yield what each address comes to, in order; nothing is raised for any of them.

    One request at a time, a second apart for one host; HEAD, and GET where a server has no HEAD.
    local: addresses of this machine and its network are asked too, which a table of strangers
    could otherwise use to reach them.
    """
    asking = _Asking(local)
    for address in addresses:
        yield _check(address, asking)


def _check(address: str, asking: _Asking) -> Answer:
    try:
        status, led_to = _ask(address, "HEAD", asking)
        if status in NO_HEAD or status in GONE:
            status, led_to = _ask(address, "GET", asking)
    except _RefusedError as error:
        return Answer(address, "not asked", said=str(error))
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        return Answer(address, "no answer", said=" ".join(str(reason).split()))
    if status in GONE:
        return Answer(address, "gone", status)
    if status >= 300:  # a redirect among them that leads nowhere, or in a circle
        return Answer(address, "refused", status)
    moved = led_to.rstrip("/") != address.strip().rstrip("/")
    return Answer(address, "moved" if moved else "answers", status, led_to=led_to if moved else "")


def _ask(address: str, method: str, asking: _Asking) -> tuple[int, str]:
    host = _may_be_asked(address, asking)
    asking.wait_for(host)
    request = urllib.request.Request(  # noqa: S310 the scheme is checked
        _in_ascii(address), method=method, headers={"User-Agent": AGENT, "Range": "bytes=0-0"}
    )
    try:
        with open_within(request, _Redirects(asking), seconds=HEAD_S, timeout=TIMEOUT_S) as answer:
            same = str(answer.url) == _in_ascii(address)
            return int(answer.status), address if same else str(answer.url)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, address


def _in_ascii(address: str) -> str:
    """Return an address as it is sent: letters of other scripts as percent signs and Punycode."""
    parts = urllib.parse.urlsplit(address.strip())
    host = (parts.hostname or "").encode("idna").decode("ascii")
    where = f"[{host}]" if ":" in host else host
    where += f":{parts.port}" if parts.port else ""
    path, query = (urllib.parse.quote(part, safe=SENT) for part in (parts.path, parts.query))
    return urllib.parse.urlunsplit((parts.scheme, where, path, query, ""))


def _may_be_asked(address: str, asking: _Asking) -> str:
    """Return an address's host; raises _RefusedError where it is not to be asked."""
    try:
        parts = urllib.parse.urlsplit(address.strip())
        port = parts.port or DEFAULT_PORTS.get(parts.scheme)
    except ValueError as error:
        raise _RefusedError(f"is no address: {error}") from error
    if port is None or not parts.hostname:
        raise _RefusedError("is no web address: it begins neither with https:// nor with http://")
    if not asking.local:
        socket.getaddrinfo(parts.hostname, port)  # its own word where there is no such host
        if is_local(address.strip()):
            raise _RefusedError("is an address of this machine or its own network")
    return parts.hostname


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to addresses that may be asked."""

    def __init__(self, asking: _Asking) -> None:
        self.asking = asking

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str,
        headers: HTTPMessage, newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        """Return the next request; raises _RefusedError for an address that is not to be asked."""
        self.asking.wait_for(_may_be_asked(newurl, self.asking))
        return super().redirect_request(req, fp, code, msg, headers, newurl)
