"""What a run of words is looked up in: the home's places, and the world's but for those at home."""

from __future__ import annotations

import pytest

from gazetteer import load_gazetteer
from gazetteer.mentions.index import name_index


@pytest.mark.parametrize(
    ("home", "own", "other"), [("ua", "Kyiv", "Aleppo"), ("sy", "Aleppo", "Kyiv")]
)
def test_towns_of_the_home_are_listed_and_those_of_others_are_the_worlds(home, own, other):
    index = name_index(load_gazetteer(home))
    at_home, elsewhere = (index.find(index.bare(name), name) for name in (own, other))
    assert at_home.listed
    assert at_home.world is None
    assert not elsewhere.listed
    assert elsewhere.world.kind == "city"
