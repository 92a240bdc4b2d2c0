"""Two listed names with a comma: which of them lies in the other."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def shire(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """A city, its village 8 km off, a town as large 12 km off, and one 60 km off."""
    folder = tmp_path_factory.mktemp("shire")
    pack = folder / "sh"
    pack.mkdir()
    table = folder / "places.csv"
    table.write_text(
        "name,lon,lat,population,adm1_name\n"
        "Great Aldham,1.00,50.00,90000,East\nLittle Birch,1.10,50.03,900,East\n"
        "Cedarholt,1.15,49.97,80000,East\nDunmere,1.90,50.00,85000,East\n"
    )
    return load_gazetteer(pack, extra=[table])


@pytest.mark.parametrize("name", ["Little Birch, Great Aldham", "Great Aldham, Little Birch"])
def test_the_smaller_of_two_is_meant_in_either_order(shire: Gazetteer, name: str) -> None:
    match = shire.match(name)
    assert match.place is not None
    assert match.place.name == "Little Birch"
    assert "Great Aldham" in match.reason


def test_brackets_say_which_is_the_whole(shire: Gazetteer) -> None:
    match = shire.match("Great Aldham (Little Birch)")
    assert match.place is not None
    assert match.place.name == "Great Aldham"


def test_two_towns_side_by_side_are_both_meant(shire: Gazetteer) -> None:
    match = shire.match("Great Aldham, Cedarholt")
    assert [place.name for place in match.members] == ["Great Aldham", "Cedarholt"]
    assert match.precision == "area"


def test_two_towns_far_apart_are_ambiguous(shire: Gazetteer) -> None:
    match = shire.match("Great Aldham, Dunmere")
    assert match.method == "ambiguous"
    assert {place.name for place in match.rivals} == {"Great Aldham", "Dunmere"}
