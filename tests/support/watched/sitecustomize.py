"""Loaded by Python itself where this folder is on its path: no connection but to this machine.

Whatever asks for another address, by name or number, fails, and stands in the file that the
variable CALLED_OUT names.
"""

import os
import sys

ADDRESSED = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
}  # event -> which argument


def is_outside(host: object) -> bool:
    """Say whether a host is not this machine."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "")
    return name not in ("", "localhost", "::", "::1", "0.0.0.0") and not name.startswith("127.")


def watch(event: str, arguments: tuple) -> None:
    """Refuse what an audited event asks outside for, while CALLED_OUT names a file."""
    record = os.environ.get("CALLED_OUT")
    if record is None or event not in ADDRESSED:
        return
    asked = arguments[ADDRESSED[event]]
    host = asked[0] if isinstance(asked, tuple) and asked else asked
    if isinstance(asked, (tuple, str, bytes)) and is_outside(host) and not _is_path(asked):
        with open(record, "a", encoding="utf-8") as file:  # noqa: PTH123 loaded before all else
            file.write(f"{event} {asked!r}\n")
        raise OSError(f"this test calls nobody outside: {event} {asked!r}")


def _is_path(asked: object) -> bool:
    """Say whether an address is a socket in a folder or of the kernel's."""
    return isinstance(asked, (str, bytes)) and asked[:1] in ("/", "\0", b"/", b"\0")


sys.addaudithook(watch)
