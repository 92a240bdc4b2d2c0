"""A team's database of 20,000 made-up strikes, and the same strikes in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cluster import Cluster
from random_strikes import random_strikes

from geo.reading.read import read_seeds
from geo.workspace.files import make_workspace
from geo.workspace.store import Workspace

ROWS = 20_000


@pytest.fixture(scope="session")
def counted(cluster: Cluster) -> str:
    """Give the name of the database, which no test writes."""
    database = cluster.make_database()
    make_workspace(cluster.address(database), *random_strikes(18, ROWS))
    return database


@pytest.fixture(scope="session")
def many(cluster: Cluster, counted: str) -> Iterator[Workspace]:
    with Workspace(cluster.address(counted), writing=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def shipped(cluster: Cluster) -> Iterator[Workspace]:
    """Give the strikes that ship, in a database that no test writes."""
    address, reading = cluster.address(cluster.make_database()), read_seeds()
    make_workspace(address, reading.strikes, reading.claims)
    with Workspace(address, writing=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def tables(many: Workspace):
    """Give its strikes and claims as they are in memory."""
    return many.read_strikes(), many.read_claims()
