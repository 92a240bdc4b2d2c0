"""The app served for browser tests: on a free port, until the tests of a worker are done."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from paths import ROOT

PATIENCE_S = 60
WATCHED = Path(__file__).with_name("watched")  # on Python's path, it calls nobody outside


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_healthy(address: str) -> bool:
    """Return whether a served app says of itself that it is well."""
    with urllib.request.urlopen(f"{address}_stcore/health", timeout=PATIENCE_S) as answer:
        return bool(answer.read() == b"ok")


@contextlib.contextmanager
def serve(
    command: Sequence[str], port: int, *, folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, list[str]]]:  # fmt: skip
    """Run a server until it says its address; give that, and the lines that it said until then.

    Both streams are one. A server that ends without an address fails the test with what it said.
    """
    server = subprocess.Popen(
        command, cwd=folder, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert server.stdout
    said: list[str] = []
    try:
        for line in server.stdout:
            said.append(line.rstrip("\n"))
            if f":{port}" in line and "URL:" in line:
                break
        else:
            pytest.fail("the app did not start:\n" + "\n".join(said))
        threading.Thread(target=server.stdout.read, daemon=True).start()
        yield f"http://localhost:{port}/", said
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE_S)


def kill_server(address: str) -> None:
    """Kill the server of an address, begun by this process, as a loss of power does."""
    port = address.rstrip("/").rpartition(":")[2]
    asked = f"--server.port\0{port}\0".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if asked in (process / "cmdline").read_bytes():
                os.kill(int(process.name), signal.SIGKILL)
                os.waitid(os.P_PID, int(process.name), os.WEXITED | os.WNOWAIT)


@contextlib.contextmanager
def serve_page(called_out: Path) -> Iterator[str]:
    """Serve streamlit_app.py with the strikes that ship, and give its address.

    called_out: a file in which every call to another machine stands, which fails.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py",
               "--server.port", str(port), "--server.address", "127.0.0.1"]  # fmt: skip
    named = {name: text for name, text in os.environ.items() if not name.startswith("STRIKEMAP_")}
    named |= {"PYTHONPATH": str(WATCHED), "CALLED_OUT": str(called_out)}
    with serve(command, port, environment=named) as (_, _):
        address = f"http://127.0.0.1:{port}/"
        assert is_healthy(address)
        yield address
