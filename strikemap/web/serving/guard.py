"""Who may connect: pages of this app alone, decided here without asking anybody outside.

Streamlit asks a service for this machine's own address before it refuses a page of another
origin (`streamlit.net_util.get_external_ip`). Here the refusal comes before that.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from streamlit import config

from strikemap.web.start.first_paint import note_request

__all__ = ["Guard", "is_foreign", "is_misled"]

LOOPBACK = ("localhost", "127.0.0.1", "::1")
REFUSED = (
    b"strikemap serves this machine only, under the name localhost. Behind a proxy start it with "
    b"STREAMLIT_SERVER_ALLOWED_HOSTS set to the names that it is reached by.\n"
)
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Served = Callable[[Message, Receive, Send], Awaitable[None]]


class Guard:
    """What every connection passes first: other origins and misled browsers are refused."""

    def __init__(self, app: Served) -> None:
        """Take what is served to those who may connect."""
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve a connection, or refuse it (403)."""
        headers = {name: value.decode("latin-1") for name, value in scope.get("headers", ())}
        origin, host = headers.get(b"origin"), headers.get(b"host", "")
        if scope["type"] == "websocket" and (is_misled(host) or is_foreign(origin, host)):
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] == "http" and is_misled(host):
            plain = [(b"content-type", b"text/plain; charset=utf-8")]
            await send({"type": "http.response.start", "status": 403, "headers": plain})
            await send({"type": "http.response.body", "body": REFUSED})
        else:
            note_request(scope.get("query_string", b""))
            await self.app(scope, receive, send)


def is_misled(host: str) -> bool:
    """Say whether a browser took this machine for another: a name that was bound to it anew.

    Where this machine alone is served, its name is that of the loopback. A proxy in front has
    names of its own: it is known by the hosts that are allowed, or by the header of who signed in.
    """
    if config.get_option("server.allowedHosts") or os.environ.get("STRIKEMAP_USER_HEADER"):
        return False  # Streamlit holds the first against the host itself
    if config.get_option("server.address") not in LOOPBACK:
        return False
    return _host_of(f"//{host}") not in LOOPBACK


def is_foreign(origin: str | None, host: str) -> bool:
    """Say whether a page of another origin connects; None is no browser's page.

    As Streamlit decides it: the page's own host, this machine, and what is set to be allowed.
    """
    if origin is None or not config.get_option("server.enableCORS"):
        return False
    if _part_of(origin, "netloc") == host:
        return False
    allowed = [_host_of(one.strip()) for one in config.get_option("server.corsAllowedOrigins")]
    if config.is_manually_set("browser.serverAddress"):
        allowed.append(_host_of(f"//{config.get_option('browser.serverAddress')}"))
    return _host_of(origin) not in (*LOOPBACK, *filter(None, allowed))


def _host_of(address: str) -> str:
    return _part_of(address, "hostname").rstrip(".")


def _part_of(address: str, part: str) -> str:
    """Return a part of an address, "" where there is none or it is no address."""
    try:
        return getattr(urlsplit(address), part) or ""
    except ValueError:
        return ""
