"""A publisher on the loopback, asked again without a pause."""

import pytest
from publisher import Publisher

from gazetteer.online import download


@pytest.fixture
def publisher(monkeypatch):
    monkeypatch.setattr(download, "PAUSE_S", 0.0)
    server = Publisher()
    yield server
    server.close()
