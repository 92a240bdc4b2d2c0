"""A port of this machine for the app: the usual one, or the next that nobody listens on."""

from __future__ import annotations

import contextlib
import errno
import os
import socket

from gazetteer.errors import StrikemapError

__all__ = ["LAST_PORT", "USUAL_PORT", "choose_port", "is_free"]

USUAL_PORT = 8501  # Streamlit's own
LAST_PORT = 65535


def is_free(port: int, host: str) -> bool:
    """Return whether a server may listen on a port under each address that a host's name has."""
    try:
        addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror:
        return True  # such as unix:///path, which has no port
    return all(_may_listen(family, address) for family, *_, address in addresses)


def _may_listen(family: int, address: tuple[object, ...]) -> bool:
    with contextlib.closing(socket.socket(family)) as probe:
        if os.name == "posix":  # elsewhere this takes a port away from whoever listens
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            # Any other error means that the machine has no such address at all.
            return error.errno not in (errno.EADDRINUSE, errno.EACCES)
    return True


def choose_port(asked: int | None, host: str) -> int:
    """Return the port that was asked for, or the first free one from the usual port on.

    Raises StrikemapError where the port asked for is taken, or where none is free.
    """
    if asked is None:
        return _find_free(host)
    if not is_free(asked, host):
        raise StrikemapError(
            f"port {asked} is taken by another program; give another --port, or leave it out"
        )
    return asked


def _find_free(host: str) -> int:
    for port in range(USUAL_PORT, LAST_PORT + 1):
        if is_free(port, host):
            return port
    raise StrikemapError(f"no port from {USUAL_PORT} on is free; end a server and try again")
