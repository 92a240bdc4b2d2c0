"""The map layer's scripts run by Node.js, for tests that compare them with Python."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from browser import find_program
from paths import STATIC


def ask_node(script: str, given: object = None) -> Any:
    """Run a script under `static/`, which has `given` as its own, and return the JSON it prints."""
    node = find_program("node", package="nodejs")
    text = f"const given = JSON.parse(require('fs').readFileSync(0, 'utf8'));{script}"
    run = subprocess.run(
        [node, "-e", text], input=json.dumps(given), capture_output=True, text=True, cwd=STATIC,
        timeout=60, check=True,
    )  # fmt: skip
    return json.loads(run.stdout)
