"""Runs `make app` as a newcomer does, asks the page whether it is well, and ends it again.

In a fresh clone nothing that only tests need may be installed by then.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TESTS_NEED = ROOT / ".venv" / "installed-dev"
PATIENCE_S = 60


def list_unneeded() -> list[str]:
    """Return the packages of requirements-dev.lock that are installed."""
    lines = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8").splitlines()
    script = "from importlib.metadata import distributions as d; print(*{one.name for one in d()})"
    python = ROOT / ".venv" / "bin" / "python"
    done = subprocess.run([python, "-c", script], capture_output=True, text=True, check=True)
    named = {line.partition("==")[0] for line in lines} - {"pip"}  # which every new venv has
    return sorted(named & set(done.stdout.split()))


def try_app() -> str:
    """Return the address at which the app answered; raises SystemExit with what it said."""
    server = subprocess.Popen(
        ["make", "app"], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True,
    )  # fmt: skip
    said = []
    try:
        for line in server.stdout or ():
            said.append(line)
            if found := re.search(r"URL: (http://\S+)", line):
                health = f"{found[1]}/_stcore/health"
                with urllib.request.urlopen(health, timeout=PATIENCE_S) as answer:
                    if answer.read() == b"ok":
                        return found[1]
        raise SystemExit("make app: " + "".join(said))
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=PATIENCE_S)


if __name__ == "__main__":
    address = try_app()
    unneeded = [] if TESTS_NEED.exists() else list_unneeded()
    if unneeded:
        sys.exit(f"make app installs what only tests need: {' '.join(unneeded)}")
    print(f"make app answers at {address}")
