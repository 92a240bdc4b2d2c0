"""The invented country of twelve places."""

import pytest
from paths import TOYLAND

from gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="session")
def toyland() -> Gazetteer:
    return load_gazetteer(TOYLAND)


@pytest.fixture(scope="session")
def syria() -> Gazetteer:
    """The pack of Syria alone."""
    return load_gazetteer("sy")
