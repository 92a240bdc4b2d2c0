"""What tests of several rooms of geo share."""

from __future__ import annotations

import pytest
from toy_areas import EAST, QUARTERS, WEST, write_areas

from geo.land.boundaries import load_boundaries


@pytest.fixture(scope="session")
def toyland(tmp_path_factory):
    """Give the boundaries of two toy governorates, the western of two districts."""
    folder = tmp_path_factory.mktemp("boundaries")
    first = write_areas(folder / "one.geojson", [WEST, EAST])
    second = write_areas(folder / "two.gpkg", QUARTERS)
    return load_boundaries("xx", [first, second])
