"""The map layer's own decoder under node, for what Python encodes."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from paths import JS_TESTS

from geo.webmap.payload.encode import Payload

READER = JS_TESTS / "read_payload.js"


class PayloadReader:
    """The browser's own decoder under node: payloads in, everything they say out."""

    def __init__(self, node: str) -> None:
        self.process = subprocess.Popen(
            [node, str(READER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def open(self, payload: Payload | str) -> dict[str, Any]:
        """Return all that a payload says."""
        text = payload if isinstance(payload, str) else payload.to_base64()
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(text + "\n")
        stdin.flush()
        return json.loads(stdout.readline())

    def close(self) -> None:
        """End the decoder."""
        self.process.communicate()
