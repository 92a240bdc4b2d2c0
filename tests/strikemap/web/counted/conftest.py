"""A database of the strikes that ship, of which a page holds fewer."""

from __future__ import annotations

import pytest

from geo.reading.read import read_seeds
from geo.workspace.files import make_workspace
from strikemap.web.counted.database import open_counted


@pytest.fixture(scope="module")
def address(cluster):
    named = cluster.address(cluster.make_database())
    reading = read_seeds()
    make_workspace(named, reading.strikes, reading.claims, located="sy sy 1 0")
    return named


@pytest.fixture
def counted(address, monkeypatch):
    """Start the app with the 42 strikes that ship, of which a page holds 20."""
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", address)
    monkeypatch.setenv("STRIKEMAP_MOST", "20")
    database = open_counted(address)
    assert database is not None
    yield database
    database.close()
