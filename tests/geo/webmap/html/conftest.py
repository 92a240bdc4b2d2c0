"""Fixtures of the tests of the one-file map in a browser."""

from __future__ import annotations

import pytest

from gazetteer.tables.loading import read_pack
from geo.land.boundaries import load_boundaries
from geo.land.named_map import make_named_map


@pytest.fixture(scope="session")
def named_land():
    """Give Syria's base map with the names of the gazetteer's places."""
    return make_named_map(load_boundaries("sy"), read_pack("sy"))
