"""Large pieces of memory go back to the system one by one."""

from __future__ import annotations

import subprocess
import sys

import pytest

ASK = """import os, sys
from strikemap.web.serving.memory import take_memory_singly
take_memory_singly()
assert "pyarrow" not in sys.modules

def anonymous():
    with open("/proc/self/status") as told:
        return next(int(line.split()[1]) for line in told if line.startswith("RssAnon"))

pieces = [bytearray(b"x" * 1_000_000) for _ in range(100)]
held = []
for piece in range(100):
    held.append(bytearray(200))
    pieces[piece] = bytearray(b"y" * (1_000_000 - piece))
before = anonymous()
del pieces, piece
import pyarrow
print(before - anonymous() > 80_000, pyarrow.default_memory_pool().backend_name)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's own, on Linux alone")
def test_what_large_pieces_took_is_given_back_at_once():
    asked = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, check=True, env={"PATH": ""},
        cwd=".",
    )  # fmt: skip
    assert asked.stdout.split() == ["True", "system"]
