"""What the tests of all verbs share."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import Command


@pytest.fixture
def run(tmp_path: Path) -> Command:
    """Give the command line in a folder of its own."""
    return Command(tmp_path)
