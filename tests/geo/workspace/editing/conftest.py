"""What the tests of editing share: the places and areas of Syria."""

from __future__ import annotations

import pytest

from gazetteer import load_gazetteer
from geo.land.boundaries import load_boundaries
from geo.workspace.editing.moving import Land


@pytest.fixture(scope="session")
def land() -> Land:
    """Give the places and areas that strikes are put on."""
    return Land(load_gazetteer("sy"), load_boundaries("sy"))
