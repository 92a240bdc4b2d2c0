"""A Streamlit page served for measurements, and the processes that it is made of."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.app.cold_start import free_port, wait_for_port

__all__ = ["Served", "list_processes", "page_running"]


@dataclass(frozen=True)
class Served:
    """Where a page is served, as "127.0.0.1:8501", and by which process."""

    address: str
    process: int


@contextmanager
def page_running(page: Path, environment: Mapping[str, str], *flags: str) -> Iterator[Served]:
    """Run a page on a free port, with that beside the environment and those flags of Streamlit."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(page), "--server.port", str(port),
               "--server.headless", "true", "--browser.gatherUsageStats", "false",
               "--server.fileWatcherType", "none", *flags]  # fmt: skip
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, **environment}, cwd=page.parent,
    )  # fmt: skip
    try:
        wait_for_port(port)
        yield Served(f"127.0.0.1:{port}", server.pid)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def list_processes(root: int) -> list[int]:
    """Return a process and all that it started, and they."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(entry.parent.name)] = int(entry.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:  # it has just ended
            continue
    found = [root]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found
