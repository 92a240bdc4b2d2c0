"""Two listed names with a comma or a dash: which of them lies in the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Place, load_gazetteer


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


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("Great Aldham - Cedarholt", ["Great Aldham", "Cedarholt"]),
        ("Cedarholt – Great Aldham", ["Cedarholt", "Great Aldham"]),
        ("Great Aldham - Little Birch", ["Great Aldham", "Little Birch"]),
        ("Cedarholt - Little Birch - Great Aldham", ["Cedarholt", "Little Birch", "Great Aldham"]),
    ],
)
def test_towns_with_dashes_between_them_are_all_meant(
    shire: Gazetteer, name: str, members: list[str]
) -> None:
    match = shire.match(name)
    assert [place.name for place in match.members] == members
    assert (match.place, match.precision) == (None, "area")


def test_a_village_before_the_town_that_holds_it_is_meant_with_a_dash(shire: Gazetteer) -> None:
    match = shire.match("Little Birch - Great Aldham")
    assert match.place is not None
    assert match.place.name == "Little Birch"


def test_known_towns_far_apart_with_a_dash_are_ambiguous() -> None:
    # The last is too little known to be named for its own sake: it may hold a village "Ashford".
    towns = [
        village(name, name, lon, prominence=known, adm3_code=None)
        for name, lon, known in (("Ashford", 1.0, 2), ("Dunmere", 2.0, 2), ("Elmley", 2.5, 1))
    ]
    listed = Gazetteer("toy", towns, lists_whole_country=True)
    assert listed.match("Ashford - Dunmere").rivals == tuple(towns[:2])
    assert listed.match("Ashford - Elmley").rivals != (towns[0], towns[2])


def village(place_id: str, name: str, lon: float, **more: object) -> Place:
    place = Place(place_id, name, "settlement", lon, 50.0, 2.0, adm1_code="E", adm1_name="East",
                  adm3_code="E1")  # fmt: skip
    return replace(place, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lon", "population", "several"),
    [(1.10, None, True), (1.10, 30_000, False), (1.30, None, False)],
)
def test_of_one_subdistrict_the_larger_or_farther_one_is_its_seat(
    lon: float, population: int | None, several: bool
) -> None:
    listed = Gazetteer(
        "toy", [village("a", "Aldham", 1.0), village("b", "Birchley", lon, population=population)],
        lists_whole_country=True,
    )  # fmt: skip
    match = listed.match("Aldham - Birchley")
    assert (len(match.members) == 2) is several
    assert (match.place is None) is several


@pytest.mark.parametrize(
    "name", ["Aldham and Cedarholt", "Cedarholt and Aldham", "Aldham, Cedarholt",
             "Cedarholt, Aldham", "Aldham - Cedarholt"],
)  # fmt: skip
def test_a_spelling_that_a_table_gives_to_the_other_town_makes_them_no_one_place(name: str) -> None:
    more = {"prominence": 3, "sources": ("a", "b"), "adm3_code": None}
    one = village("a", "Aldham", 1.0, spellings=("Cedarholt",), variants=("Cedarholt",), **more)
    other = village("b", "Cedarholt", 2.0, **more)
    listed = Gazetteer("toy", [one, other], lists_whole_country=True)
    match = listed.match(name)
    assert {place.place_id for place in (*match.members, *match.rivals)} == {"a", "b"}
    assert match.place is None
