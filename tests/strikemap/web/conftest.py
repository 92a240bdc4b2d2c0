"""What the tests of the page share: no data of the user's own, and the strikes that ship."""

from __future__ import annotations

import geopandas as gpd
import pytest

from geo.reading.read import read_seeds


@pytest.fixture(autouse=True)
def no_file_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what an environment names: the page then opens on the strikes that ship."""
    for name in ("STRIKES", "CLAIMS", "READING", "WORKSPACE", "WORKSPACE_FOLDER", "MOST"):
        monkeypatch.delenv(f"STRIKEMAP_{name}", raising=False)


@pytest.fixture(scope="session")
def seeds() -> gpd.GeoDataFrame:
    """Give the strikes that ship; to be read only."""
    return read_seeds().strikes
